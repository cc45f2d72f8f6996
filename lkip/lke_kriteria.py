"""The 22 criteria of LKE component 3, answered from the report of a year. Pure."""

from collections.abc import Callable, Iterable, Sequence
from decimal import Decimal

from lkip.isi.anggaran import Tahap
from lkip.isi.kinerja import Indikator, Sasaran
from lkip.isi.laporan import Laporan
from lkip.lke import Bagian, Kriteria, Perkiraan

DIREVIU = frozenset({"diverifikasi", "disahkan"})


def perkirakan(laporan: Laporan, *, dipublikasikan: bool) -> Perkiraan:
    """Estimate what the reporting of this year is worth."""
    return Perkiraan(
        (
            Bagian(
                nomor="3.a",
                judul="Keberadaan",
                bobot=Decimal(3),
                kriteria=_keberadaan(laporan, dipublikasikan),
            ),
            Bagian(
                nomor="3.b", judul="Kualitas", bobot=Decimal("4.5"), kriteria=_kualitas(laporan)
            ),
            Bagian(
                nomor="3.c",
                judul="Pemanfaatan",
                bobot=Decimal("7.5"),
                kriteria=_pemanfaatan(laporan),
            ),
        )
    )


def _keberadaan(laporan: Laporan, dipublikasikan: bool) -> tuple[Kriteria, ...]:
    keadaan = laporan.keadaan
    triwulan = [
        any(satu.triwulan[nomor].realisasi.ada for satu in laporan.indikator if satu.triwulan)
        for nomor in range(4)
    ]
    tepat = keadaan.tanggal is not None and keadaan.tanggal <= keadaan.tenggat
    return (
        _ya("3.a.1", "Laporan kinerja disusun", bool(laporan.indikator), "laporan"),
        _bagian("3.a.2", "Disusun berkala", triwulan, "triwulan dengan realisasi", "triwulan"),
        _ya("3.a.3", "Diformalkan (disahkan)", keadaan.status == "disahkan", "alur", "lkip"),
        _ya("3.a.4", "Direviu", keadaan.status in DIREVIU, "alur", "lkip"),
        _ya("3.a.5", "Dipublikasikan", dipublikasikan, "laporan"),
        _ya("3.a.6", "Disampaikan tepat waktu", tepat, "ubah_tanggal_laporan"),
    )


def _kualitas(laporan: Laporan) -> tuple[Kriteria, ...]:
    isi = (
        laporan.organisasi.tugas,
        laporan.organisasi.susunan,
        laporan.sdm.baris,
        laporan.renstra.tujuan,
        laporan.rkt.tanggal,
        laporan.pk.target,
    )
    indikator, sasaran = laporan.indikator, laporan.sasaran

    def tiap(
        nomor: str, uraian: str, syarat: Callable[[Indikator], bool], *alamat: str
    ) -> Kriteria:
        return _bagian(nomor, uraian, map(syarat, indikator), "indikator", *alamat)

    def simpul(
        nomor: str, uraian: str, syarat: Callable[[Sasaran], bool], *alamat: str
    ) -> Kriteria:
        return _bagian(nomor, uraian, map(syarat, sasaran), "tujuan dan sasaran", *alamat)

    return (
        _bagian("3.b.1", "Sesuai standar", map(bool, isi), "bagian baku Bab I dan II", "naskah"),
        tiap("3.b.2", "Mengungkap seluruh capaian kinerja", _terukur, "isi_kisi", "realisasi-tahun"),
        tiap("3.b.3", "Realisasi terhadap target tahunan", _bercapaian, "capaian"),
        tiap("3.b.4", "Realisasi terhadap target jangka menengah", _berakhir, "isi_kisi", "target-renstra"),
        tiap("3.b.5", "Realisasi terhadap tahun sebelumnya", _beriwayat, "isi_kisi", "realisasi-riwayat"),
        tiap("3.b.6", "Realisasi terhadap nasional atau internasional", _berpembanding, "isi_kisi", "pembanding-nasional"),
        simpul("3.b.7", "Keberhasilan atau kegagalan dengan upaya nyata", _bersebab, "analisis"),
        simpul("3.b.8", "Efisiensi penggunaan sumber daya", lambda satu: satu.efisiensi is not None, "efisiensi"),
        simpul("3.b.9", "Upaya perbaikan dengan penanggung jawab dan tenggat", _berencana, "analisis"),
    )  # fmt: skip


def _pemanfaatan(laporan: Laporan) -> tuple[Kriteria, ...]:
    ubah_pk = any(satu.jenis is Tahap.PERUBAHAN for satu in laporan.perjanjian)
    berkala = [
        any(tw.tindak_lanjut or tw.penghambat or tw.pendukung for tw in satu.triwulan)
        for satu in laporan.indikator
    ]
    return (
        _luar("3.c.1", "Menjadi perhatian utama pimpinan"),
        _luar("3.c.2", "Menjadi kepedulian seluruh pegawai"),
        _ya("3.c.3", "Dipakai menyesuaikan aktivitas", ubah_pk, "pk_perubahan"),
        _ya("3.c.4", "Dipakai menyesuaikan anggaran", laporan.anggaran.ada_perubahan, "anggaran"),
        _bagian("3.c.5", "Dipakai mengevaluasi keberhasilan", berkala, "indikator dengan evaluasi triwulan", "triwulan"),
        _luar("3.c.6", "Dipakai menyesuaikan perencanaan berikutnya"),
        _luar("3.c.7", "Memengaruhi perubahan budaya kinerja"),
    )  # fmt: skip


def _ya(nomor: str, uraian: str, terpenuhi: bool, *alamat: str) -> Kriteria:
    return Kriteria(nomor=nomor, uraian=uraian, terpenuhi=int(terpenuhi), dari=1, alamat=alamat)


def _bagian(
    nomor: str, uraian: str, terpenuhi: Iterable[bool], satuan: str, *alamat: str
) -> Kriteria:
    semua: Sequence[bool] = tuple(terpenuhi)
    return Kriteria(
        nomor=nomor,
        uraian=uraian,
        satuan=satuan,
        terpenuhi=sum(semua),
        dari=len(semua),
        alamat=alamat,
    )


def _luar(nomor: str, uraian: str) -> Kriteria:
    return Kriteria(nomor=nomor, uraian=uraian)


def _terukur(satu: Indikator) -> bool:
    return satu.realisasi.ada


def _bercapaian(satu: Indikator) -> bool:
    return satu.target.ada and satu.realisasi.ada


def _berakhir(satu: Indikator) -> bool:
    return satu.target_akhir.ada and satu.realisasi.ada


def _beriwayat(satu: Indikator) -> bool:
    return satu.realisasi.ada and any(lain.realisasi.ada for lain in satu.riwayat[:-1])


def _berpembanding(satu: Indikator) -> bool:
    """A value of somebody else; a reason why there is none compares nothing."""
    return any(banding.nilai.ada for banding in satu.pembanding)


def _bersebab(satu: Sasaran) -> bool:
    analisis = satu.analisis
    return bool((analisis.pendorong or analisis.penghambat or analisis.kendala) and analisis.upaya)


def _berencana(satu: Sasaran) -> bool:
    return any(rencana.penanggung_jawab and rencana.tenggat for rencana in satu.analisis.rencana)

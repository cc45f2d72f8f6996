"""The checklist of the operator: what the report still lacks, and the page where it is entered."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from lkip.angka import format_tanggal
from lkip.isi.kinerja import Indikator
from lkip.isi.laporan import Laporan
from lkip.isi.nilai import Keadaan, Nilai
from lkip.isi.organisasi import Wilayah
from lkip.kelengkapan import BarisMatriks, susun_matriks

Butir = TypeVar("Butir")
NASKAH = {
    "kata_pengantar": "Kata pengantar",
    "ikhtisar": "Ikhtisar eksekutif",
    "penutup": "Penutup",
}


@dataclass(frozen=True, kw_only=True)
class Tugas:
    """One thing to do. `alamat` is the name of an address and its arguments after the year.

    `jangkar` is the row or heading of that page where something is missing first. `kurang` says what is missing, "" when it is done; `menunggu` why it cannot start yet.
    """

    nama: str
    alamat: tuple[str, ...]
    jangkar: str = ""
    kurang: str = ""
    menunggu: str = ""

    @property
    def selesai(self) -> bool:
        return not self.kurang

    @property
    def keadaan(self) -> str:
        if self.selesai:
            return "Selesai"
        return "Belum bisa dimulai" if self.menunggu else "Belum"


@dataclass(frozen=True)
class KelompokTugas:
    """Tasks of one part of the work."""

    judul: str
    tugas: tuple[Tugas, ...]


def susun_tugas(laporan: Laporan, hari_ini: date) -> tuple[KelompokTugas, ...]:
    """All tasks of the year in the order of the work."""
    return (
        KelompokTugas("Data dasar", tuple(_data_dasar(laporan))),
        KelompokTugas("Perencanaan", tuple(_perencanaan(laporan))),
        KelompokTugas("Pengukuran", tuple(_pengukuran(laporan, hari_ini))),
        KelompokTugas("Anggaran", tuple(_anggaran(laporan))),
        KelompokTugas("Analisis", tuple(_analisis(laporan))),
        KelompokTugas("Dokumen", tuple(_dokumen(laporan))),
    )


def tugas_berikut(kelompok: Sequence[KelompokTugas]) -> Tugas | None:
    """The first task that can be done now."""
    semua = (tugas for satu in kelompok for tugas in satu.tugas)
    return next((tugas for tugas in semua if not tugas.selesai and not tugas.menunggu), None)


def _kurang(butir: Iterable[Butir], lengkap: Callable[[Butir], bool], kata: str) -> str:
    """How many do not satisfy: "2 dari 6 indikator belum lengkap"; all of none is missing."""
    semua = list(butir)
    belum = sum(not lengkap(satu) for satu in semua)
    if not semua:
        return f"belum ada {kata}"
    return f"{belum} dari {len(semua)} {kata} belum lengkap" if belum else ""


def _bila(kurang: object, pesan: str) -> str:
    return pesan if kurang else ""


def _data_dasar(laporan: Laporan) -> Iterable[Tugas]:
    instansi, organisasi = laporan.instansi, laporan.organisasi
    yield Tugas(
        nama="Profil kecamatan",
        alamat=("ubah_profil",),
        kurang=_bila(not (instansi.alamat and instansi.dasar_organisasi), "isian belum lengkap"),
    )
    yield Tugas(
        nama="Pejabat",
        alamat=("daftar_pejabat",),
        kurang=_bila(not (laporan.pimpinan and laporan.atasan), "pimpinan atau atasan belum ada"),
    )
    yield Tugas(
        nama="Susunan organisasi",
        alamat=("isi_kisi", "seksi"),
        kurang=_bila(not organisasi.susunan, "belum diisi"),
    )
    yield Tugas(
        nama="Tugas dan fungsi",
        alamat=("isi_kisi", "uraian-tugas"),
        kurang=_bila(not (organisasi.tugas or organisasi.fungsi), "belum diisi"),
    )
    yield Tugas(
        nama="SDM", alamat=("isi_kisi", "sdm"), kurang=_bila(not laporan.sdm.baris, "belum diisi")
    )
    yield Tugas(
        nama="Sarana",
        alamat=("isi_kisi", "sarana"),
        kurang=_bila(not laporan.sarana, "belum diisi"),
    )
    yield Tugas(
        nama="Profil wilayah",
        alamat=("ubah_wilayah",),
        kurang=_bila(not _wilayah_lengkap(laporan.wilayah), "luas, penduduk, atau desa belum ada"),
    )
    yield Tugas(
        nama="Isu strategis",
        alamat=("isi_kisi", "isu-strategis"),
        kurang=_bila(not laporan.isu_strategis, "belum diisi"),
    )


def _wilayah_lengkap(wilayah: Wilayah) -> bool:
    return wilayah.luas_km2 is not None and wilayah.penduduk is not None and bool(wilayah.desa)


def _terjawab(nilai: Nilai) -> bool:
    return nilai.keadaan is not Keadaan.BELUM_DIISI


def _perencanaan(laporan: Laporan) -> Iterable[Tugas]:
    def target_lengkap(satu: Indikator) -> bool:
        target = dict(satu.target_renstra).get(laporan.tahun)
        return target is not None and _terjawab(target) and _terjawab(satu.target_akhir)

    yield Tugas(
        nama="Target Renstra",
        alamat=("isi_kisi", "target-renstra"),
        kurang=_kurang(laporan.indikator, target_lengkap, "indikator"),
    )
    yield Tugas(
        nama="Definisi IKU",
        alamat=("pohon_renstra",),
        kurang=_kurang(
            (satu for satu in laporan.indikator if satu.iku),
            lambda satu: bool(satu.rumus and satu.sumber_data and satu.penanggung_jawab),
            "IKU",
        ),
    )
    for perjanjian, alamat in zip(
        laporan.perjanjian, ("ubah_pk", "ubah_pk_perubahan"), strict=False
    ):
        lengkap = perjanjian.nomor and perjanjian.tanggal and perjanjian.pihak_pertama
        yield Tugas(
            nama=perjanjian.judul,
            alamat=(alamat,),
            kurang=_bila(not lengkap, "nomor, tanggal, atau pejabat belum ada"),
        )


def _pengukuran(laporan: Laporan, hari_ini: date) -> Iterable[Tugas]:
    for nomor in (1, 2, 3, 4):
        awal = date(laporan.tahun, 3 * nomor - 2, 1)
        yield Tugas(
            nama=f"Realisasi triwulan {nomor}",
            alamat=("isi_kisi", f"realisasi-tw-{nomor}"),
            kurang=_kurang(laporan.indikator, _triwulan_terisi(nomor), "indikator"),
            menunggu=_bila(hari_ini < awal, f"mulai {format_tanggal(awal)}"),
        )
    yield Tugas(
        nama="Realisasi tahun",
        alamat=("isi_kisi", "realisasi-tahun"),
        kurang=_kurang(laporan.indikator, lambda satu: _terjawab(satu.realisasi), "indikator"),
    )
    yield Tugas(
        nama="Bukti dukung",
        alamat=("bukti",),
        kurang=_kurang(
            laporan.indikator, lambda satu: any(tw.bukti for tw in satu.triwulan), "indikator"
        ),
    )
    yield Tugas(
        nama="Pembanding",
        alamat=("isi_kisi", "pembanding-nasional"),
        kurang=_kurang(
            laporan.indikator,
            lambda satu: any(lain.nilai.ada or lain.alasan for lain in satu.pembanding),
            "indikator",
        ),
    )


def _triwulan_terisi(nomor: int) -> Callable[[Indikator], bool]:
    return lambda satu: any(
        tw.triwulan == nomor and _terjawab(tw.realisasi) for tw in satu.triwulan
    )


def _anggaran(laporan: Laporan) -> Iterable[Tugas]:
    sub = laporan.anggaran.sub_kegiatan
    yield Tugas(
        nama="Pagu",
        alamat=("isi_kisi", "pagu"),
        kurang=_kurang(sub, lambda satu: satu.pagu > 0, "sub kegiatan"),
    )
    yield Tugas(
        nama="Realisasi anggaran",
        alamat=("isi_kisi", "realisasi-anggaran"),
        kurang=_kurang(
            sub, lambda satu: any(tw is not None for tw in satu.triwulan_sub), "sub kegiatan"
        ),
        menunggu=_bila(not sub, "program dan sub kegiatan belum ada"),
    )
    yield Tugas(
        nama="Keluaran sub kegiatan",
        alamat=("isi_kisi", "keluaran"),
        kurang=_kurang(
            sub,
            lambda satu: (
                bool(satu.keluaran) and all(lain.realisasi is not None for lain in satu.keluaran)
            ),
            "sub kegiatan",
        ),
        menunggu=_bila(not sub, "program dan sub kegiatan belum ada"),
    )


def _analisis(laporan: Laporan) -> Iterable[Tugas]:
    for baris in susun_matriks(laporan):
        yield Tugas(
            nama=f"Analisis {baris.simpul.label}",
            alamat=("analisis",),
            kurang=_bila(not baris.lengkap, f"{baris.ada.count(False)} dari 7 analisis belum ada"),
            menunggu=_bila(not _terukur(baris), "menunggu realisasi tahun"),
        )


def _terukur(baris: BarisMatriks) -> bool:
    return any(_terjawab(satu.realisasi) for satu in baris.simpul.indikator)


def _dokumen(laporan: Laporan) -> Iterable[Tugas]:
    yield Tugas(
        nama="Foto kegiatan", alamat=("foto",), kurang=_bila(not laporan.foto, "belum ada foto")
    )
    for bagian, nama in NASKAH.items():
        yield Tugas(
            nama=nama,
            alamat=("ubah_naskah", bagian),
            kurang=_bila(not laporan.narasi.get(bagian), "belum diisi"),
        )

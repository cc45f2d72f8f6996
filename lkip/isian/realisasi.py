"""Grids of realisasi: one triwulan, the whole year, and the years before."""

from collections.abc import Iterator, Sequence

from lkip.angka import TIDAK_ADA, format_persen
from lkip.isi.kinerja import Indikator as IsiIndikator
from lkip.isi.kinerja import TahunIndikator
from lkip.isi.laporan import Laporan
from lkip.isian.bahan import bahan_nilai, bahan_triwulan, per_kode, rumus_baris, ukuran
from lkip.isian.jenis import Angka, Jenis, Teks, YaTidak
from lkip.isian.kisi import BarisKisi, Kisi, Kolom, Simpanan
from lkip.isian.pengukuran import (
    BENTUK,
    Tersimpan,
    baris_indikator,
    indikator_tahun,
    jenis_sel,
    tahun_terkunci,
    uraian_satuan,
)
from lkip.isian.ruang import Ruang
from perjanjian.models import Realisasi
from renstra.models import Indikator

ROMAWI = ("", "I", "II", "III", "IV")
CATATAN = ("pendukung", "penghambat", "tindak_lanjut")
KEADAAN = ("tidak_ada_kejadian", "data_tahun_sebelumnya")
PARAGRAF = Teks(2000, berbaris=True)
KOLOM: dict[str, tuple[str, Jenis]] = {
    "pembilang": ("Pembilang", Angka()),
    "penyebut": ("Penyebut", Angka()),
    "nilai": ("Nilai", Angka()),
    "huruf": ("Huruf", Teks(10)),
    "tidak_ada_kejadian": ("Tidak ada kejadian", YaTidak()),
    "data_tahun_sebelumnya": ("Data tahun sebelumnya", YaTidak()),
    "pendukung": ("Faktor pendukung", PARAGRAF),
    "penghambat": ("Faktor penghambat", PARAGRAF),
    "tindak_lanjut": ("Tindak lanjut", PARAGRAF),
}
TERHITUNG = ("target", "kumulatif", "capaian")
REALISASI = Simpanan(
    model=Realisasi, induk="indikator", isi=(*BENTUK, *KEADAAN, *CATATAN), milik=("bukti",)
)
PETUNJUK_TRIWULAN = (
    "Isi realisasi triwulan ini saja; nilai sampai triwulan ini dihitung menurut metode akumulasi "
    "yang tertulis di bawah nama indikator. Nol ditulis 0, sel kosong berarti belum diisi."
)
PETUNJUK_TAHUN = (
    "Untuk indikator yang tidak dilaporkan per triwulan. Indikator yang sudah mempunyai realisasi "
    "triwulan dihitung dari triwulannya dan tidak diisi di sini."
)
TERKUNCI_TAHUN = (
    "tidak ada indikator yang dapat Anda isi di sini, karena sudah dilaporkan per triwulan atau "
    "diisi oleh unit lain."
)
PETUNJUK_RIWAYAT = "Tahun yang laporannya sudah diajukan atau disahkan tidak dapat diubah."


def kisi_realisasi(triwulan: int, ruang: Ruang) -> Kisi:
    """Realisasi of one triwulan; 0 is the whole year, for indikator without any triwulan."""
    indikator = indikator_tahun(ruang)
    tersimpan = Tersimpan.baca(indikator, [ruang.tahun])
    isi = per_kode(ruang.laporan.indikator if ruang.laporan else ())
    baris = [_baris(ruang, satu, triwulan, tersimpan, isi.get(satu.kode)) for satu in indikator]
    return Kisi(
        nama=f"realisasi-tw-{triwulan}" if triwulan else "realisasi-tahun",
        judul=f"Realisasi triwulan {ROMAWI[triwulan]}" if triwulan else "Realisasi tahun",
        jenis_baris="Indikator",
        remah=(
            ("Kinerja per triwulan", "triwulan") if triwulan else ("Capaian kinerja", "capaian"),
        ),
        petunjuk=PETUNJUK_TRIWULAN if triwulan else PETUNJUK_TAHUN,
        alasan_terkunci="" if triwulan else TERKUNCI_TAHUN,
        kolom=_terpakai(list(_kolom(ruang.tahun, triwulan)), baris),
        baris=baris,
        hasil=lambda laporan: _hasil(laporan, baris, triwulan),
    )


def kisi_riwayat(ruang: Ruang) -> Kisi:
    """Realisasi of the years of the plan before this one; a year that was submitted is locked."""
    indikator = indikator_tahun(ruang)
    tahun = range(indikator[0].renstra.tahun_awal, ruang.tahun) if indikator else range(0)
    tersimpan = Tersimpan.baca(indikator, tahun)
    isi = per_kode(ruang.laporan.indikator if ruang.laporan else ())
    baris = [
        _baris_riwayat(ruang, satu, tahun, tersimpan, isi.get(satu.kode)) for satu in indikator
    ]
    terkunci = tahun_terkunci(ruang)
    kolom = [kolom for satu in tahun for kolom in _kolom_riwayat(satu, satu in terkunci)]
    return Kisi(
        nama="realisasi-riwayat",
        judul="Realisasi tahun sebelumnya",
        jenis_baris="Indikator",
        remah=(("Capaian kinerja", "capaian"),),
        petunjuk=PETUNJUK_RIWAYAT,
        kolom=_terpakai(kolom, baris),
        baris=baris,
        hasil=lambda laporan: _hasil_riwayat(laporan, baris),
    )


def _terpakai(kolom: list[Kolom], baris: Sequence[BarisKisi]) -> list[Kolom]:
    """Columns that some row has."""
    return [satu for satu in kolom if any(milik.punya(satu) for milik in baris)]


def _kolom(tahun: int, triwulan: int) -> Iterator[Kolom]:
    yield Kolom(nama="target", judul="Target triwulan" if triwulan else "Target")
    for nama in BENTUK:
        yield _kolom_isian(nama, tahun, triwulan, "Realisasi")
    yield Kolom(
        nama="kumulatif",
        judul="Sampai triwulan ini" if triwulan else "Nilai tahun",
        hitung=f"kumulatif:{triwulan}",
    )
    yield Kolom(nama="capaian", judul="Capaian tahun", hitung=f"pencapaian:{triwulan}")
    for nama in CATATAN:
        yield _kolom_isian(nama, tahun, triwulan, "Penjelasan")
    for nama in KEADAAN:
        yield _kolom_isian(nama, tahun, triwulan, "Keadaan data")


def _kolom_riwayat(tahun: int, terkunci: bool) -> Iterator[Kolom]:
    for nama in BENTUK:
        yield _kolom_isian(nama, tahun, 0, str(tahun), akhiran=str(tahun), terkunci=terkunci)
    yield Kolom(
        nama=f"capaian{tahun}",
        judul="Capaian",
        kelompok=str(tahun),
        hitung=f"pencapaian:0,{tahun}",
    )


def _kolom_isian(
    nama: str, tahun: int, triwulan: int, kelompok: str, *, akhiran: str = "", **lain
) -> Kolom:
    judul, jenis = KOLOM[nama]
    return Kolom(
        nama=f"{nama}{akhiran}",
        judul=judul,
        jenis=jenis,
        bidang=nama,
        simpanan=REALISASI,
        kunci=(("tahun", tahun), ("triwulan", triwulan)),
        kelompok=kelompok,
        **lain,
    )


def _baris(
    ruang: Ruang,
    indikator: Indikator,
    triwulan: int,
    tersimpan: Tersimpan,
    isi: IsiIndikator | None,
) -> BarisKisi:
    """The row of one indikator; locked for the year where its triwulan are reported."""
    if triwulan == 0 and tersimpan.per_triwulan(indikator, ruang.tahun):
        return baris_indikator(ruang, indikator, terkunci=True, kolom=frozenset(TERHITUNG))
    tempat = (indikator, ruang.tahun, triwulan)
    kolom = {*tersimpan.bentuk(*tempat), *KEADAAN, *TERHITUNG, *CATATAN}
    return baris_indikator(
        ruang,
        indikator,
        satuan=_satuan_akumulasi(indikator),
        kolom=frozenset(kolom),
        jenis=jenis_sel(indikator, [tersimpan.huruf(*tempat)]),
        **_rumus_tahun(indikator, isi),
    )


def _rumus_tahun(indikator: Indikator, isi: IsiIndikator | None) -> dict[str, object]:
    """What the capaian of the year is made of; nothing where the year has no report."""
    if isi is None:
        return {}
    bahan = {"target": bahan_nilai(isi.target), "triwulan": bahan_triwulan(isi)}
    return rumus_baris(isi, **bahan, **ukuran(indikator, isi))


def _rumus_riwayat(indikator: Indikator, isi: IsiIndikator | None) -> dict[str, object]:
    """What the capaian of each earlier year is made of."""
    if isi is None:
        return {}
    target = {f"target{satu.tahun}": bahan_nilai(satu.target) for satu in isi.riwayat}
    return rumus_baris(isi, **target, **ukuran(indikator, isi))


def _satuan_akumulasi(indikator: Indikator) -> str:
    """The satuan, and how the triwulan make the year (R11)."""
    return f"{uraian_satuan(indikator)}; {indikator.get_akumulasi_display().lower()}"


def _baris_riwayat(
    ruang: Ruang,
    indikator: Indikator,
    tahun: Sequence[int],
    tersimpan: Tersimpan,
    isi: IsiIndikator | None,
) -> BarisKisi:
    """Earlier years of one indikator; a year with triwulan shows what they make."""
    kolom, dihitung, jenis = set(), set(), {}
    sel = jenis_sel(indikator, [tersimpan.huruf(indikator, satu, 0) for satu in tahun])
    for satu in tahun:
        bentuk = tersimpan.bentuk_riwayat(indikator, satu)
        if tersimpan.per_triwulan(indikator, satu):
            bentuk = {"nilai"}
            dihitung.add(f"nilai{satu}")
        kolom |= {f"{nama}{satu}" for nama in (*bentuk, "capaian")}
        jenis |= {f"{nama}{satu}": milik for nama, milik in sel.items()}
    return baris_indikator(
        ruang,
        indikator,
        kolom=frozenset(kolom),
        dihitung=frozenset(dihitung),
        jenis=jenis,
        **_rumus_riwayat(indikator, isi),
    )


def _per_baris(
    laporan: Laporan, baris: Sequence[BarisKisi]
) -> Iterator[tuple[BarisKisi, IsiIndikator]]:
    """Rows with what the report says of their indikator."""
    isi = per_kode(laporan.indikator)
    return ((satu, isi[satu.objek.kode]) for satu in baris if satu.objek.kode in isi)


def _hasil(
    laporan: Laporan, baris: Sequence[BarisKisi], triwulan: int
) -> dict[tuple[str, str], str]:
    hasil = {}
    for satu, indikator in _per_baris(laporan, baris):
        bagian = indikator.triwulan[triwulan - 1] if triwulan else None
        kumulatif = bagian.kumulatif if bagian else indikator.realisasi
        hasil[satu.kunci, "target"] = (bagian or indikator).target.teks
        hasil[satu.kunci, "kumulatif"] = kumulatif.teks
        hasil[satu.kunci, "capaian"] = teks_capaian(indikator)
    return hasil


def teks_capaian(isi: IsiIndikator | TahunIndikator) -> str:
    """The capaian, or a dash and why there is none."""
    alasan = isi.alasan_tanpa_capaian
    return f"{TIDAK_ADA} ({alasan})" if alasan else format_persen(isi.capaian)


def _hasil_riwayat(laporan: Laporan, baris: Sequence[BarisKisi]) -> dict[tuple[str, str], str]:
    hasil = {}
    for satu, indikator in _per_baris(laporan, baris):
        for tahun in indikator.riwayat:
            hasil[satu.kunci, f"capaian{tahun.tahun}"] = teks_capaian(tahun)
            if f"nilai{tahun.tahun}" in satu.dihitung:
                hasil[satu.kunci, f"nilai{tahun.tahun}"] = tahun.realisasi.teks
    return hasil

"""Dates of the documents in their order: Renstra ≤ IKU ≤ RKT ≤ PK ≤ PK Perubahan ≤ 31 December ≤ LKIP."""

import itertools
from collections.abc import Iterable, Iterator
from datetime import date

from lkip.angka import format_tanggal
from lkip.isi.anggaran import Tahap
from lkip.isi.laporan import Laporan
from lkip.pemeriksaan.bahan import Bahan
from lkip.pemeriksaan.temuan import Aturan, Temuan, Tingkat

Dokumen = tuple[str, date | None, tuple[str, ...]]


def _dokumen(laporan: Laporan) -> Iterator[Dokumen]:
    yield "Penetapan IKU", laporan.penetapan_iku.tanggal, ("ubah_penetapan_iku",)
    yield "RKT", laporan.rkt.tanggal, ("ubah_rkt",)
    for pk in laporan.perjanjian:
        murni = pk.jenis is Tahap.MURNI
        yield pk.judul, pk.tanggal, ("ubah_pk" if murni else "ubah_pk_perubahan",)


def urutan_tanggal(bahan: Bahan) -> Iterable[Temuan]:
    bertanggal = [(n, tanggal, a) for n, tanggal, a in _dokumen(bahan.laporan) if tanggal]
    for (awal, sebelum, _), (nama, tanggal, alamat) in itertools.pairwise(bertanggal):
        if tanggal < sebelum:
            yield Temuan(
                pesan=f"{nama} bertanggal {format_tanggal(tanggal)}, lebih dahulu daripada {awal} "
                f"({format_tanggal(sebelum)}).",
                tempat=nama,
                alamat=alamat,
            )


def di_luar_tahun(bahan: Bahan) -> Iterable[Temuan]:
    """A RKT or PK of the year that is dated after it, and a report dated before its year is over."""
    laporan = bahan.laporan
    for nama, tanggal, alamat in _dokumen(laporan):
        if tanggal and alamat != ("ubah_penetapan_iku",) and tanggal.year > laporan.tahun:
            yield Temuan(
                pesan=f"{nama} tahun {laporan.tahun} bertanggal {format_tanggal(tanggal)}.",
                tempat=nama,
                alamat=alamat,
            )
    tanggal = laporan.keadaan.tanggal
    if tanggal and tanggal <= date(laporan.tahun, 12, 31):
        yield Temuan(
            pesan=f"LKIP {laporan.tahun} bertanggal {format_tanggal(tanggal)}, sebelum tahunnya berakhir.",
            tempat="Tanggal laporan",
            alamat=("ubah_tanggal_laporan",),
        )


def lewat_tenggat(bahan: Bahan) -> Iterable[Temuan]:
    keadaan = bahan.laporan.keadaan
    if keadaan.tanggal and keadaan.tanggal > keadaan.tenggat:
        yield Temuan(
            pesan=f"LKIP bertanggal {format_tanggal(keadaan.tanggal)}, sesudah batas penyampaian "
            f"{format_tanggal(keadaan.tenggat)}.",
            tempat="Tanggal laporan",
            alamat=("ubah_tanggal_laporan",),
        )


def belum_bertanggal(bahan: Bahan) -> Iterable[Temuan]:
    for nama, tanggal, alamat in _dokumen(bahan.laporan):
        if tanggal is None:
            yield Temuan(pesan=f"{nama} belum bertanggal.", tempat=nama, alamat=alamat)


ATURAN = (
    Aturan(
        kode="TGL-01",
        judul="Urutan tanggal dokumen",
        tingkat=Tingkat.PERINGATAN,
        periksa=urutan_tanggal,
        penjelasan="Dokumen dibuat berurutan: penetapan IKU, RKT, PK, PK Perubahan, lalu LKIP. Renstra tidak diperiksa karena tanggalnya tidak dicatat.",
    ),
    Aturan(
        kode="TGL-01b",
        judul="Tanggal di luar tahunnya",
        tingkat=Tingkat.PERINGATAN,
        periksa=di_luar_tahun,
        penjelasan=(
            "RKT dan PK suatu tahun bertanggal paling lambat 31 Desember tahun itu, dan LKIP "
            "sesudahnya."
        ),
    ),
    Aturan(
        kode="TGL-02",
        judul="Dokumen belum bertanggal",
        tingkat=Tingkat.PERINGATAN,
        periksa=belum_bertanggal,
        penjelasan="Setiap dokumen yang dirujuk laporan memerlukan tanggal lengkap.",
    ),
    Aturan(
        kode="TGL-03",
        judul="Lewat batas waktu",
        tingkat=Tingkat.PERINGATAN,
        periksa=lewat_tenggat,
        penjelasan="LKIP disampaikan paling lambat pada batas penyampaian pemerintah daerah.",
    ),
)

"""Spellings that differ from one document to the next, in names and in texts."""

from collections.abc import Iterable, Iterator

from lkip.isi.laporan import Laporan
from lkip.pemeriksaan.bahan import Bahan
from lkip.pemeriksaan.istilah import EJAAN
from lkip.pemeriksaan.kutip import temuan_teks
from lkip.pemeriksaan.temuan import Aturan, Temuan, Tingkat


def ejaan(bahan: Bahan) -> Iterable[Temuan]:
    """Spellings that no recorded name has: names of the Renstra and the nomenclature are quoted as they are."""
    nama = " | ".join(_nama(bahan.laporan))
    for istilah in EJAAN:
        if istilah.pola.search(nama):
            continue
        for teks in bahan.teks:
            for alinea in teks.alinea:
                for cocok in istilah.pola.finditer(alinea):
                    yield temuan_teks(
                        teks,
                        alinea,
                        cocok.span(),
                        f"Ejaan “{{kata}}” tidak baku; tulis “{istilah.ganti}” ({istilah.dasar}).",
                    )


def ejaan_ganda(bahan: Bahan) -> Iterable[Temuan]:
    """Two spellings of one word in the names of tujuan, sasaran and indikator."""
    nama = tuple(_kinerja(bahan.laporan))
    for istilah in EJAAN:
        lama = [satu for satu in nama if istilah.pola.search(satu)]
        if lama and any(istilah.ganti in satu.casefold() for satu in nama):
            yield Temuan(
                pesan=f"“{lama[0]}” memakai ejaan lain daripada nama yang memakai “{istilah.ganti}”.",
                tempat=lama[0],
                alamat=("renstra",),
            )


def _kinerja(laporan: Laporan) -> Iterator[str]:
    for simpul in laporan.sasaran:
        yield simpul.uraian
        yield from (satu.nama for satu in simpul.indikator)


def _nama(laporan: Laporan) -> Iterator[str]:
    yield from _kinerja(laporan)
    yield from (satu.nama for satu in laporan.anggaran.baris)


ATURAN = (
    Aturan(
        kode="HIR-06",
        judul="Ejaan tidak baku",
        tingkat=Tingkat.INFO,
        periksa=ejaan,
        penjelasan=(
            "Ejaan baku dipakai dalam naskah, kecuali bila nama dalam Renstra atau nomenklatur memang "
            "tertulis demikian."
        ),
    ),
    Aturan(
        kode="HIR-06b",
        judul="Ejaan yang berbeda",
        tingkat=Tingkat.PERINGATAN,
        periksa=ejaan_ganda,
        penjelasan="Ejaan baku dipakai sama dalam semua dokumen, sehingga nama sasaran dan indikator tidak "
        "berbeda dari satu dokumen ke dokumen lain.",
    ),
)

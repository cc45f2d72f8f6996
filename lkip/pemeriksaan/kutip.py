"""Findings in a text and about an analysis: what was found, and the page where that is written."""

from lkip.isi.kinerja import Sasaran
from lkip.pemeriksaan.bahan import Teks
from lkip.pemeriksaan.temuan import Temuan

SEKITAR = 40  # characters on each side


def kutip(alinea: str, rentang: tuple[int, int]) -> str:
    """What was found with some words around it, whole words only."""
    awal, akhir = rentang
    kiri = alinea.rfind(" ", 0, max(awal - SEKITAR, 0)) + 1 if awal > SEKITAR else 0
    batas = alinea.find(" ", min(akhir + SEKITAR, len(alinea)))
    kanan = len(alinea) if batas == -1 else batas
    depan, belakang = "…" if kiri else "", "…" if kanan < len(alinea) else ""
    return f"{depan}{alinea[kiri:kanan]}{belakang}"


def temuan_teks(teks: Teks, alinea: str, rentang: tuple[int, int], pesan: str) -> Temuan:
    """A finding in a paragraph; `pesan` may use {kutipan} and {kata}, what was found itself."""
    potongan = kutip(alinea, rentang)
    kata = alinea[slice(*rentang)].strip()
    return Temuan(
        pesan=pesan.format(kutipan=potongan, kata=kata),
        tempat=teks.tempat,
        alamat=teks.alamat,
        jangkar=teks.jangkar,
        kutipan=potongan,
    )


def temuan_analisis(simpul: Sasaran, pesan: str) -> Temuan:
    """A finding about the analysis of a tujuan or sasaran."""
    return Temuan(
        pesan=pesan,
        tempat=f"Analisis {simpul.label}",
        alamat=("analisis",),
        jangkar=f"simpul-{simpul.kode}",
    )

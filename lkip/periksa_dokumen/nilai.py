"""Figures as reports print them: in a cell, in a sentence, with and without unit."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

# 1.250.000.000,00 before 76.5 before 13: the longest form that fits.
POLA = r"\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:[.,]\d+)?"
ANGKA = re.compile(rf"(?<![\w.,])(?:Rp\.? ?)?({POLA})(?![\d])")
PERSEN = re.compile(rf"(?<![\w.,])({POLA}) ?%")
UANG = re.compile(r"(?<![\w.,])(?:Rp\.? ?)?(\d{1,3}(?:\.\d{3}){1,}(?:,\d\d)?)(?![\d%])")
RUPIAH = re.compile(r"Rp\.? ?(\d{1,3}(?:\.\d{3})*(?:,\d\d)?)", re.IGNORECASE)
TAHUN = re.compile(r"(?:19|20)\d\d")
RIBUAN = re.compile(r"\d{1,3}(?:\.\d{3})+")
# A narrow cell breaks a long number: "1.250.000.0 00".
TERPUTUS = re.compile(r"\d{1,3}(?:[. ]+\d+){2,}")
PALING_KECIL = 1_000  # of an amount of money written without Rp


@dataclass(frozen=True)
class Nilai:
    """A figure of a cell: its number, how many decimals were printed, and whether it is percent."""

    angka: Decimal
    desimal: int
    persen: bool
    teks: str


def baca_bilangan(teks: str) -> Decimal:
    """The number that a match of POLA writes; a single dot before three digits groups thousands."""
    utuh, _, pecahan = teks.partition(",")
    if RIBUAN.fullmatch(utuh):
        utuh = utuh.replace(".", "")
    return Decimal(f"{utuh}.{pecahan}" if pecahan else utuh)


def baca_sel(sel: str) -> Nilai | None:
    """The figure of a cell such as "Rp 1.250.000.000", "B (65)", "3 Laporan" or "76.5 (Nilai)"."""
    rapat = sel.replace(" ", "")
    if TERPUTUS.fullmatch(sel) and RIBUAN.fullmatch(rapat):
        sel = rapat
    cocok = ANGKA.search(sel)
    if cocok is None or len(sel) > 60:
        return None
    angka = baca_bilangan(cocok[1])
    desimal = max(-int(angka.as_tuple().exponent), 0)
    return Nilai(angka, desimal, "%" in sel[cocok.end() : cocok.end() + 2], sel)


def hanya_nilai(sel: str) -> bool:
    """Whether a cell holds a figure and little else, so that its row is one of data."""
    return baca_sel(sel) is not None and len(re.sub(r"[^A-Za-z]", "", sel)) <= 16


def iter_persen(teks: str) -> Iterator[tuple[re.Match[str], Nilai]]:
    for cocok in PERSEN.finditer(teks):
        angka = baca_bilangan(cocok[1])
        yield cocok, Nilai(angka, max(-int(angka.as_tuple().exponent), 0), True, cocok[0])


def iter_uang(teks: str) -> Iterator[tuple[re.Match[str], Decimal]]:
    """Amounts of money in a sentence."""
    for cocok in UANG.finditer(teks):
        angka = baca_bilangan(cocok[1])
        if "Rp" in cocok[0] or angka >= PALING_KECIL**2:
            yield cocok, angka


def sama_dibulatkan(tertulis: Nilai, tepat: Decimal) -> bool:
    """Whether what is printed is the exact value rounded, or cut, to the printed decimals."""
    langkah = Decimal(1).scaleb(-tertulis.desimal)
    return abs(tertulis.angka - tepat) <= langkah / 2 or tertulis.angka <= tepat < (
        tertulis.angka + langkah * Decimal("0.51")
    )


def cetak(angka: Decimal, desimal: int = 2) -> str:
    """Print 1.250.000.000 or 76,25."""
    teks = f"{round(angka, desimal):,f}" if angka % 1 else f"{angka.to_integral_value():,f}"
    if "." in teks:
        teks = teks.rstrip("0").rstrip(".")
    return teks.translate(str.maketrans(",.", ".,"))

"""The cells of one sheet, read row by row.

openpyxl would make an object of each cell, and read a large sheet twice.
"""

import datetime
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import IO
from xml.etree import ElementTree

from openpyxl.utils.datetime import from_excel, from_ISO8601

from lkip.bukukerja.arsip import SIMPAN_LAGI
from lkip.bukukerja.bagian import Bagian, X, rapi, teks_unsur
from lkip.bukukerja.galat import BukuSalah

BARIS_EXCEL = 1_048_576  # a sheet has no more
KOLOM_EXCEL = 16_384
MAKS_SEL = 6_000_000  # cells on one sheet
MAKS_ISI = 3_000_000  # cells on one sheet that hold something
MAKS_UNSUR = 200_000  # elements between the ends of two rows
RUMUS_KOSONG = f"Rumus belum dihitung. {SIMPAN_LAGI}"
GALAT_EXCEL = "Sel memuat galat Excel. Perbaiki rumusnya atau isi nilainya."
_LEMBAR, _BARIS, _NILAI, _RUMUS, _ISI = (
    f"{X}{nama}" for nama in ("sheetData", "row", "v", "f", "is")
)


@dataclass(frozen=True)
class SelRusak:
    """A cell without a usable value: an error of Excel, or a formula nobody computed."""

    teks: str
    pesan: str


# What a cell holds after reading; None is an empty cell.
Sel = None | str | bool | Decimal | datetime.datetime | datetime.date | datetime.time | SelRusak
Baris = tuple[int, tuple[Sel, ...]]


class PembacaSel:
    """Reads the sheets of one workbook."""

    def __init__(self, bagian: Bagian):
        self.bagian = bagian

    def baris(self, aliran: IO[bytes], kolom: frozenset[int] | None = None) -> Iterator[Baris]:
        """The rows that hold anything; of `kolom` only, where it is given. Raises BukuSalah."""
        nomor = sejak = sel = berisi = 0
        for _, unsur in ElementTree.iterparse(aliran):
            sejak += 1
            if sejak > MAKS_UNSUR:
                raise BukuSalah("Isi berkas terlalu besar untuk sebuah buku kerja.")
            if unsur.tag == _LEMBAR:
                return
            if unsur.tag != _BARIS:
                continue
            nomor = _berikut(unsur.get("r"), nomor)
            isi = self._isi(unsur, kolom)
            sel, sejak = sel + len(unsur), 0
            berisi += sum(satu is not None for satu in isi)
            if nomor > BARIS_EXCEL or sel > MAKS_SEL or berisi > MAKS_ISI:
                raise BukuSalah("Isi berkas terlalu besar untuk sebuah buku kerja.")
            unsur.clear()
            if any(satu is not None for satu in isi):
                yield nomor, isi

    def _isi(self, baris: ElementTree.Element, kolom: frozenset[int] | None) -> tuple[Sel, ...]:
        isi: list[Sel] = []
        for unsur in baris:
            alamat = unsur.get("r")
            tempat = nomor_kolom(alamat.rstrip("0123456789")) if alamat else len(isi)
            if tempat >= KOLOM_EXCEL:
                raise ValueError(f"no column {alamat}")
            isi += [None] * (tempat + 1 - len(isi))
            if kolom is None or tempat in kolom:
                isi[tempat] = self._nilai(unsur)
        return tuple(isi)

    def _nilai(self, unsur: ElementTree.Element) -> Sel:
        """The value of a cell as it is meant: a percentage of 0.85 is 85."""
        jenis = unsur.get("t", "n")
        if jenis == "inlineStr":
            isi = unsur.find(_ISI)
            return None if isi is None else teks_unsur(isi)
        nilai = unsur.find(_NILAI)
        if nilai is None:
            rumus = unsur.find(_RUMUS) is not None
            return SelRusak("rumus", RUMUS_KOSONG) if rumus else None
        if not nilai.text:
            return None
        if jenis == "s":
            return self.bagian.teks[int(nilai.text)]
        if jenis == "n":
            return self._angka(nilai.text, int(unsur.get("s", "0")))
        if jenis == "b":
            return nilai.text == "1"
        if jenis == "e":
            return SelRusak(nilai.text, GALAT_EXCEL)
        return from_ISO8601(nilai.text) if jenis == "d" else rapi(nilai.text)

    def _angka(self, teks: str, gaya: int) -> Sel:
        angka = float(teks) if any(satu in teks for satu in ".eE") else int(teks)
        if gaya in self.bagian.tanggal:
            try:
                return from_excel(angka, self.bagian.awal)
            except (OverflowError, ValueError):
                return SelRusak(teks, "Bukan tanggal yang ada dalam kalender.")
        return angka_excel(angka) * 100 if gaya in self.bagian.persen else angka_excel(angka)


def _berikut(tertulis: str | None, sebelum: int) -> int:
    nomor = int(tertulis) if tertulis else sebelum + 1
    if nomor <= sebelum:
        raise ValueError(f"row {nomor} after {sebelum}")
    return nomor


@cache
def nomor_kolom(huruf: str) -> int:
    """The column of "C" from 0."""
    nomor = 0
    for satu in huruf:
        nomor = nomor * 26 + ord(satu) - 64
    return nomor - 1


def angka_excel(nilai: int | float) -> Decimal:
    """The number a person sees: Excel keeps 15 digits, the rest is dust of binary fractions."""
    if isinstance(nilai, int):
        return Decimal(nilai)
    return Decimal(repr(nilai)) if len(repr(nilai)) <= 16 else Decimal(f"{nilai:.15g}")

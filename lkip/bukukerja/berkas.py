"""Reads the cells of an uploaded workbook, whatever Excel or people have put into them."""

import datetime
import re
import warnings
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from io import BytesIO
from xml.etree import ElementTree
from zipfile import ZipFile

from openpyxl import load_workbook

from lkip.bukukerja.arsip import SIMPAN_LAGI, buka_arsip
from lkip.bukukerja.galat import BukuSalah

MAKS_BARIS = 100_000  # rows with content on one sheet
MAKS_SEL = 6_000_000  # cells on one sheet
BARIS_EXCEL = 1_048_576  # a sheet has no more
_RUMUS = re.compile(rb"<f[ />]")
_X = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
RUMUS_KOSONG = f"Rumus belum dihitung. {SIMPAN_LAGI}"


@dataclass(frozen=True)
class SelRusak:
    """A cell without a usable value: an error of Excel, or a formula nobody computed."""

    teks: str
    pesan: str


# What a cell holds after reading; None is an empty cell.
Sel = None | str | bool | Decimal | datetime.datetime | datetime.date | datetime.time | SelRusak
Baris = tuple[int, tuple[Sel, ...]]


class Buku:
    """A workbook that passed the checks. Raises BukuSalah when it cannot be read after all."""

    def __init__(self, isi: bytes):
        self._arsip: ZipFile = buka_arsip(isi)
        self._isi = isi

    def __enter__(self) -> "Buku":
        self._peringatan = warnings.catch_warnings()
        self._peringatan.__enter__()
        warnings.simplefilter("ignore")  # openpyxl warns of parts that hold no data
        return self

    def __exit__(self, *galat) -> None:
        self._peringatan.__exit__(*galat)
        if "_buku" in self.__dict__:
            self._buku.close()
        self._arsip.close()

    @cached_property
    def _buku(self):
        try:
            return load_workbook(
                BytesIO(self._isi), read_only=True, data_only=True, keep_links=False
            )
        except Exception as salah:  # a broken file fails in as many ways as it can be broken
            raise BukuSalah(f"Berkas tidak dapat dibaca. {SIMPAN_LAGI}") from salah

    @property
    def lembar(self) -> tuple[str, ...]:
        """Names of the sheets, in their order."""
        return tuple(self._buku.sheetnames)

    def baris(self, nama: str, maks: int = MAKS_BARIS) -> list[Baris]:
        """The rows of a sheet that hold anything, each with its number from 1.

        Raises BukuSalah as soon as there are more than `maks`.
        """
        hasil: list[Baris] = []
        for satu in self.iter_baris(nama):
            if len(hasil) > maks:
                raise BukuSalah(f"Lembar {nama} memuat lebih dari {maks} baris.")
            hasil.append(satu)
        return hasil

    def berisi(self, nama: str) -> bool:
        """Whether a sheet holds anything at all."""
        return next(self.iter_baris(nama), None) is not None

    def iter_baris(self, nama: str) -> Iterator[Baris]:
        """The rows of a sheet that hold anything. Raises BukuSalah for one that cannot be read."""
        lembar = self._buku[nama]
        if not hasattr(lembar, "iter_rows"):  # a sheet that is only a chart
            return
        try:
            yield from self._baca(lembar)
        except BukuSalah:
            raise
        except Exception as salah:
            raise BukuSalah(f"Lembar {nama} tidak dapat dibaca. {SIMPAN_LAGI}") from salah

    def _baca(self, lembar) -> Iterator[Baris]:
        lembar.reset_dimensions()  # what the file says of its size is often wrong
        tak_terhitung = self._rumus_kosong(lembar)
        banyak = 0
        for nomor, baris in enumerate(lembar.iter_rows(), 1):
            banyak += len(baris)
            if nomor > BARIS_EXCEL or banyak > MAKS_SEL:
                raise BukuSalah(f"Lembar {lembar.title} terlalu besar.")
            isi = tuple(_nilai(sel) for sel in baris)
            if tak_terhitung.get(nomor):
                isi = _tandai(isi, tak_terhitung[nomor])
            if any(sel is not None for sel in isi):
                yield nomor, isi

    def _rumus_kosong(self, lembar) -> dict[int, list[int]]:
        """Rows and columns (from 0) of formulas without a stored result."""
        jalur = lembar._worksheet_path  # openpyxl says nowhere else which part a sheet is
        if not self._ada_rumus(jalur):
            return {}
        hasil: dict[int, list[int]] = {}
        nomor_baris = 0
        with self._arsip.open(jalur) as aliran:
            for _, unsur in ElementTree.iterparse(aliran):
                if unsur.tag != f"{_X}row":
                    continue
                nomor_baris = int(unsur.get("r", nomor_baris + 1))
                kosong = [
                    _nomor_kolom(sel.get("r", ""), urutan)
                    for urutan, sel in enumerate(unsur.iter(f"{_X}c"))
                    if sel.find(f"{_X}f") is not None and sel.find(f"{_X}v") is None
                ]
                if kosong:
                    hasil[nomor_baris] = kosong
                unsur.clear()
        return hasil

    def _ada_rumus(self, jalur: str) -> bool:
        ekor = b""
        with self._arsip.open(jalur) as aliran:
            while potongan := aliran.read(1_000_000):
                if _RUMUS.search(ekor + potongan):
                    return True
                ekor = potongan[-2:]
        return False


def _nomor_kolom(alamat: str, urutan: int) -> int:
    """The column of "C7" from 0; a cell that does not say where it is stands after the last."""
    huruf = alamat.rstrip("0123456789")
    if not huruf:
        return urutan
    nomor = 0
    for satu in huruf:
        nomor = nomor * 26 + ord(satu) - 64
    return nomor - 1


def _tandai(isi: tuple[Sel, ...], kolom: list[int]) -> tuple[Sel, ...]:
    hasil = list(isi)
    for nomor in kolom:
        if nomor < len(hasil) and hasil[nomor] is None:
            hasil[nomor] = SelRusak("rumus", RUMUS_KOSONG)
    return tuple(hasil)


def _nilai(sel) -> Sel:
    """The value of a cell as it is meant: a percentage of 0.85 is 85."""
    nilai = sel.value
    if nilai is None or isinstance(nilai, bool):
        return nilai
    if sel.data_type == "e":
        return SelRusak(str(nilai), "Sel memuat galat Excel. Perbaiki rumusnya atau isi nilainya.")
    if isinstance(nilai, str):
        return nilai if nilai.strip() else None
    if isinstance(nilai, int | float):
        angka = angka_excel(nilai)
        return angka * 100 if "%" in (sel.number_format or "") else angka
    return nilai


def angka_excel(nilai: int | float) -> Decimal:
    """The number a person sees: Excel keeps 15 digits, the rest is dust of binary fractions."""
    if isinstance(nilai, int):
        return Decimal(nilai)
    return Decimal(repr(nilai)) if len(repr(nilai)) <= 16 else Decimal(f"{nilai:.15g}")

"""Kinds of columns: how a cell becomes a value, a value a cell, and a value a text to read.

A value read back from what `tulis` wrote is the same value.
"""

import datetime
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Protocol

from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE

from lkip.angka import bulatkan, format_lengkap, format_tanggal
from lkip.baca import parse_angka, parse_rupiah, parse_tanggal
from lkip.bukukerja.sel import Sel, SelRusak

Nilai = object
MAKS_TEKS = 32_767  # letters that a cell can hold
ANGKA_EXCEL = 15  # digits that a number in a cell keeps
_TIDAK_TERTULIS = re.compile("[\ufffe\uffff]")


class SelSalah(ValueError):
    """A cell that is not a value of its column; `pesan` is Indonesian."""

    def __init__(self, pesan: str):
        super().__init__(pesan)
        self.pesan = pesan


class Jenis(Protocol):
    """What a column needs to know of its kind."""

    format: str

    def baca(self, sel: Sel, satuan: str = "") -> Nilai:
        """Read a cell. Raises SelSalah, or AngkaSalah for a number that cannot be read."""

    def tulis(self, nilai: Nilai) -> Sel:
        """What to write into a cell."""

    def cetak(self, nilai: Nilai) -> str:
        """The value as a person reads it; empty for none."""


def rapikan(teks: str) -> str:
    """A text as a cell keeps it: no space around it, one kind of line end, no control characters."""
    baris = teks.replace("\r\n", "\n").replace("\r", "\n")
    return _TIDAK_TERTULIS.sub("", ILLEGAL_CHARACTERS_RE.sub("", baris)).strip()


def samakan(teks: str) -> str:
    """What names compare by: "Target_PK", "TARGET  PK" and "targetpk" are one name."""
    return "".join(filter(str.isalnum, teks.casefold()))


def tulis_angka(nilai: Decimal | None) -> Sel:
    """A number as such where Excel keeps all its digits, otherwise as Indonesian text."""
    if nilai is None:
        return None
    digit = len(nilai.normalize().as_tuple().digits)
    besar = abs(nilai) >= Decimal(10) ** ANGKA_EXCEL
    return format_lengkap(nilai) if digit > ANGKA_EXCEL or besar else nilai


def cetak_angka(nilai: Nilai) -> str:
    return "" if nilai is None else format_lengkap(Decimal(str(nilai)))


def tepat(nilai: Decimal, desimal: int) -> Decimal:
    """Refuse decimals that could not be stored, and numbers too large to store."""
    if not nilai.is_finite() or abs(nilai) >= Decimal(10) ** (18 - desimal):
        raise SelSalah("Angka terlalu besar.")
    if bulatkan(nilai, desimal) != nilai:
        raise SelSalah(f"Paling banyak {desimal} angka di belakang koma; bulatkan dahulu.")
    return nilai


def _isi(sel: Sel) -> str | bool | Decimal | datetime.date | None:
    """The content of a cell that can be read."""
    if isinstance(sel, SelRusak):
        raise SelSalah(sel.pesan)
    if isinstance(sel, str):
        return rapikan(sel) or None
    return sel


@dataclass(frozen=True)
class Teks:
    """Words and codes. A code that Excel turned into a number or a date is refused, not guessed."""

    maksimum: int = 300
    ubah: Callable[[str], str] = str
    format: str = "@"

    def baca(self, sel: Sel, satuan: str = "") -> str:
        isi = _isi(sel)
        if isi is None:
            return ""
        if isinstance(isi, Decimal):
            if isi != isi.to_integral_value() or len(str(isi)) > ANGKA_EXCEL:
                raise SelSalah("Terbaca sebagai angka. Ubah format sel menjadi Teks, tulis ulang.")
            isi = f"{isi:f}"
        if not isinstance(isi, str):
            raise SelSalah("Bukan teks. Ubah format sel menjadi Teks, lalu tulis ulang.")
        teks = self.ubah(isi)
        if len(teks) > self.maksimum:
            raise SelSalah(f"Paling banyak {self.maksimum} huruf; sekarang {len(teks)}.")
        return teks

    def tulis(self, nilai: Nilai) -> Sel:
        return str(nilai) or None

    def cetak(self, nilai: Nilai) -> str:
        return str(nilai or "")


@dataclass(frozen=True)
class Angka:
    """A number with up to `desimal` decimals."""

    desimal: int = 4
    format: str = "General"

    def baca(self, sel: Sel, satuan: str = "") -> Decimal | None:
        isi = _isi(sel)
        if isinstance(isi, str):
            isi = parse_angka(isi, satuan)
        if isi is None:
            return None
        if not isinstance(isi, Decimal):
            raise SelSalah("Bukan angka. Isi dengan angka, misalnya 1.234.567,89.")
        return tepat(isi, self.desimal)

    tulis = staticmethod(tulis_angka)
    cetak = staticmethod(cetak_angka)


@dataclass(frozen=True)
class Rupiah:
    """Money in rupiah, zero or more, with sen at most."""

    format: str = "#,##0.##"

    def baca(self, sel: Sel, satuan: str = "") -> Decimal | None:
        isi = _isi(sel)
        if isinstance(isi, str):
            isi = parse_rupiah(isi)
        if isi is None:
            return None
        if not isinstance(isi, Decimal):
            raise SelSalah("Bukan jumlah rupiah. Isi dengan angka, misalnya 1.234.567,89.")
        if isi < 0:
            raise SelSalah("Jumlah rupiah tidak boleh negatif.")
        return tepat(isi, 2)

    tulis = staticmethod(tulis_angka)
    cetak = staticmethod(cetak_angka)


@dataclass(frozen=True)
class Bulat:
    """A count from `minimum` to `maksimum`."""

    minimum: int = 0
    maksimum: int = 32_767
    format: str = "0"

    def baca(self, sel: Sel, satuan: str = "") -> int | None:
        isi = Angka().baca(sel)
        if isi is None:
            return None
        if isi != isi.to_integral_value() or not self.minimum <= isi <= self.maksimum:
            raise SelSalah(f"Isi dengan bilangan bulat {self.minimum} sampai {self.maksimum}.")
        return int(isi)

    def tulis(self, nilai: Nilai) -> Sel:
        return nilai

    def cetak(self, nilai: Nilai) -> str:
        return "" if nilai is None else str(nilai)


@dataclass(frozen=True)
class Pilihan:
    """One of several words; the value is the key, the cell may hold key or label."""

    pilihan: Mapping[str, str]
    berlabel: bool = False
    format: str = "@"

    def baca(self, sel: Sel, satuan: str = "") -> str:
        isi = _isi(sel)
        if isi is None:
            return ""
        dicari = samakan(str(isi))
        for kunci, label in self.pilihan.items():
            if dicari in (samakan(kunci), samakan(label)):
                return kunci
        raise SelSalah(f"Pilih salah satu: {', '.join(self.daftar)}.")

    @property
    def daftar(self) -> tuple[str, ...]:
        """The words to choose from, as they are written into cells."""
        return tuple(self.pilihan.values() if self.berlabel else self.pilihan)

    def tulis(self, nilai: Nilai) -> Sel:
        return self.cetak(nilai) or None

    def cetak(self, nilai: Nilai) -> str:
        return self.pilihan[str(nilai)] if nilai and self.berlabel else str(nilai or "")


@dataclass(frozen=True)
class YaTidak:
    """Ya or Tidak; None for an empty cell."""

    format: str = "@"
    daftar: tuple[str, ...] = ("Ya", "Tidak")

    def baca(self, sel: Sel, satuan: str = "") -> bool | None:
        isi = _isi(sel)
        if isi is None or isinstance(isi, bool):
            return isi
        if str(isi).casefold() in ("ya", "y", "1"):
            return True
        if str(isi).casefold() in ("tidak", "t", "0"):
            return False
        raise SelSalah("Isi dengan Ya atau Tidak.")

    def tulis(self, nilai: Nilai) -> Sel:
        return self.cetak(nilai)

    def cetak(self, nilai: Nilai) -> str:
        return "Ya" if nilai else "Tidak"


@dataclass(frozen=True)
class Tanda(YaTidak):
    """A mark that stands or does not: Ya, or nothing."""

    def baca(self, sel: Sel, satuan: str = "") -> bool | None:
        return super().baca(sel) or None

    def tulis(self, nilai: Nilai) -> Sel:
        return self.cetak(nilai) or None

    def cetak(self, nilai: Nilai) -> str:
        return "Ya" if nilai else ""


@dataclass(frozen=True)
class Tanggal:
    """A day: a date of Excel, or text."""

    format: str = "DD/MM/YYYY"

    def baca(self, sel: Sel, satuan: str = "") -> datetime.date | None:
        isi = _isi(sel)
        if isinstance(isi, datetime.datetime):
            return isi.date()
        if isi is None or isinstance(isi, datetime.date):
            return isi
        if isinstance(isi, str):
            return parse_tanggal(isi)
        raise SelSalah("Isi dengan tanggal, misalnya 10 Februari 2025.")

    def tulis(self, nilai: Nilai) -> Sel:
        return nilai

    def cetak(self, nilai: Nilai) -> str:
        return format_tanggal(nilai) if isinstance(nilai, datetime.date) else ""

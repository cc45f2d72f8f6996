"""Kinds of cells: how a text becomes a value and a value becomes a text.

The text of an unchanged cell always reads back as the same value, so that a form posted without
a change changes nothing.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Protocol

from lkip.angka import (
    AngkaSalah,
    bulatkan,
    format_lengkap,
    format_tanggal,
    parse_angka,
    parse_rupiah,
    parse_tanggal,
)

Nilai = Decimal | int | str | bool | date | None


HARUS_DIISI = "Bagian ini harus diisi."


class IsianSalah(ValueError):
    """A text that is not a value of this kind; `pesan` is for the user, in Indonesian."""

    def __init__(self, pesan: str):
        super().__init__(pesan)
        self.pesan = pesan


class Jenis(Protocol):
    """What a column needs to know of its kind."""

    masukan: str

    def baca(self, teks: str) -> Nilai:
        """Read a cell; AngkaSalah, AngkaRagu or IsianSalah when it cannot be read."""

    def cetak(self, nilai: Nilai) -> str:
        """Write a cell so that baca() gives the same value."""


@dataclass(frozen=True)
class Angka:
    """A number with up to `desimal` decimals; `satuan` may follow it."""

    satuan: str = ""
    desimal: int = 4
    masukan: str = "decimal"

    def baca(self, teks: str) -> Decimal | None:
        nilai = parse_angka(teks, self.satuan)
        return nilai if nilai is None else _tepat(nilai, self.desimal)

    def cetak(self, nilai: Nilai) -> str:
        return "" if nilai is None else format_lengkap(Decimal(nilai))


@dataclass(frozen=True)
class Uang:
    """Rupiah with sen at most; never negative."""

    masukan: str = "decimal"

    def baca(self, teks: str) -> Decimal | None:
        nilai = parse_rupiah(teks)
        if nilai is not None and nilai < 0:
            raise IsianSalah("Jumlah rupiah tidak boleh negatif.")
        return nilai if nilai is None else _tepat(nilai, 2)

    def cetak(self, nilai: Nilai) -> str:
        return "" if nilai is None else format_lengkap(Decimal(nilai))


@dataclass(frozen=True)
class Bulat:
    """A count: zero or more, without decimals. An empty cell is `kosong`."""

    kosong: int | None = None
    masukan: str = "numeric"

    def baca(self, teks: str) -> int | None:
        nilai = parse_angka(teks)
        if nilai is None:
            return self.kosong
        if nilai < 0 or nilai != nilai.to_integral_value():
            raise IsianSalah("Isi dengan bilangan bulat, nol atau lebih.")
        return int(nilai)

    def cetak(self, nilai: Nilai) -> str:
        return "" if nilai is None else format_lengkap(Decimal(nilai))


@dataclass(frozen=True)
class Tahun:
    """A year of four digits, printed without a dot."""

    masukan: str = "numeric"

    def baca(self, teks: str) -> int | None:
        bersih = teks.strip()
        if bersih in ("", "-", "–"):
            return None
        if not re.fullmatch(r"20[0-9]{2}", bersih):
            raise IsianSalah("Isi dengan tahun, misalnya 2024.")
        return int(bersih)

    def cetak(self, nilai: Nilai) -> str:
        return "" if nilai is None else str(nilai)


@dataclass(frozen=True)
class Teks:
    """Words; line breaks are kept in a cell of several lines only."""

    maksimum: int
    wajib: bool = False
    berbaris: bool = False

    @property
    def masukan(self) -> str:
        return "paragraf" if self.berbaris else "text"

    def baca(self, teks: str) -> str:
        teks = "\n".join(baris.strip() for baris in teks.strip().splitlines())
        if not self.berbaris:
            teks = " ".join(teks.split())
        if self.wajib and not teks:
            raise IsianSalah(HARUS_DIISI)
        if len(teks) > self.maksimum:
            raise IsianSalah(f"Paling banyak {self.maksimum} huruf; sekarang {len(teks)}.")
        if "\x00" in teks:
            raise IsianSalah("Teks memuat tanda yang tidak dapat disimpan.")
        return teks

    def cetak(self, nilai: Nilai) -> str:
        return str(nilai or "")


@dataclass(frozen=True)
class Pilihan:
    """One of several values, entered by its label."""

    pilihan: Mapping[str, str]
    masukan: str = "pilihan"

    @property
    def label(self) -> tuple[str, ...]:
        return tuple(self.pilihan.values())

    def baca(self, teks: str) -> str:
        dicari = teks.strip().casefold()
        for nilai, label in self.pilihan.items():
            if dicari in (nilai.casefold(), label.casefold()):
                return nilai
        raise IsianSalah(f"Pilih salah satu: {', '.join(self.pilihan.values())}.")

    def cetak(self, nilai: Nilai) -> str:
        return self.pilihan.get(str(nilai), "")


@dataclass(frozen=True)
class YaTidak:
    """Yes or no."""

    masukan: str = "tanda"
    label: tuple[str, str] = ("Tidak", "Ya")

    def baca(self, teks: str) -> bool:
        dicari = teks.strip().casefold()
        if dicari in ("ya", "y", "1", "true", "on"):
            return True
        if dicari in ("", "tidak", "t", "0", "false", "-"):
            return False
        raise IsianSalah("Isi dengan Ya atau Tidak.")

    def cetak(self, nilai: Nilai) -> str:
        return "Ya" if nilai else "Tidak"


@dataclass(frozen=True)
class Tanggal:
    """A day."""

    masukan: str = "tanggal"

    def baca(self, teks: str) -> date | None:
        return parse_tanggal(teks) if teks.strip() else None

    def cetak(self, nilai: Nilai) -> str:
        return nilai.strftime("%d/%m/%Y") if isinstance(nilai, date) else ""

    def terbaca(self, teks: str) -> str:
        """A day in a control as it reads where it cannot be changed: 10 Februari 2025."""
        nilai = self.baca(teks)
        return format_tanggal(nilai) if nilai else ""


def _tepat(nilai: Decimal, desimal: int) -> Decimal:
    """Refuse decimals that could not be stored, instead of rounding what somebody typed."""
    if bulatkan(nilai, desimal) != nilai:
        raise AngkaSalah(f"Paling banyak {desimal} angka di belakang koma.")
    return nilai

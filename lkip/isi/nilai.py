"""A target or realisasi as it was given: number, letter, ratio, or a reason why there is none."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from lkip.angka import format_angka, format_nilai
from lkip.huruf import SkalaHuruf


class Keadaan(StrEnum):
    """Why a value is there or not. Zero, blank and "not available" are different things."""

    ADA = "ada"
    BELUM_DIISI = "belum diisi"
    TIDAK_DITARGETKAN = "tidak ditargetkan"
    TIDAK_ADA_KEJADIAN = "tidak ada kejadian"


@dataclass(frozen=True, kw_only=True)
class Nilai:
    """One target or realisasi. `angka` carries the satuan of its indikator, unrounded.

    `huruf` alone is a grade without a number; with a number the letter is derived from `skala`.
    `pembilang` and `penyebut` are kept for ratio indicators, whose `angka` is their quotient.
    """

    keadaan: Keadaan = Keadaan.BELUM_DIISI
    angka: Decimal | None = None
    huruf: str = ""
    pembilang: Decimal | None = None
    penyebut: Decimal | None = None
    satuan: str = ""
    skala: SkalaHuruf | None = None

    @property
    def ada(self) -> bool:
        return self.keadaan is Keadaan.ADA

    @property
    def huruf_berlaku(self) -> str:
        """The grade: derived from the number where there is one, else as it was given (R10)."""
        if self.skala is None or self.angka is None:
            return self.huruf
        return self.skala.huruf_dari(self.angka) or ""

    @property
    def teks(self) -> str:
        """The value as printed with its unit: "96%", "4 Dokumen", "BB (75)", or "–"."""
        if not self.ada:
            return "–"
        if self.skala is not None:
            return self.skala.label(self.angka, self.huruf_berlaku)
        return self.huruf if self.angka is None else format_nilai(self.angka, self.satuan)

    @property
    def teks_angka(self) -> str:
        """The value as printed in a column whose head gives the unit."""
        if not self.ada or self.skala is not None or self.angka is None:
            return self.teks
        return format_angka(self.angka)

    @property
    def keterangan(self) -> str:
        """What stands behind a missing value, for notes and hidden text; empty if there is one."""
        return "" if self.ada else str(self.keadaan)

    @property
    def teks_rasio(self) -> str:
        """The counts behind a ratio: "18 dari 18", or an empty text."""
        if self.pembilang is None or self.penyebut is None:
            return ""
        return f"{format_angka(self.pembilang)} dari {format_angka(self.penyebut)}"

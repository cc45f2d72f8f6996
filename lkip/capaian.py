"""Capaian, predikat, averages and accumulation (R1 to R5, R9 and R11 of docs/rumus.md).

Every function takes and gives unrounded Decimal. None means "there is no value", which is never zero.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from itertools import pairwise
from statistics import mean

from lkip.angka import format_lengkap

SERATUS = Decimal(100)


class Polaritas(StrEnum):
    """Which direction of an indikator is good."""

    POSITIF = "positif"
    NEGATIF = "negatif"

    @property
    def label(self) -> str:
        return {
            Polaritas.POSITIF: "Positif (makin tinggi makin baik)",
            Polaritas.NEGATIF: "Negatif (makin rendah makin baik)",
        }[self]


class FormulaNegatif(StrEnum):
    """How the capaian of an indikator with negative polarity is computed (R2)."""

    SELISIH = "selisih"
    RASIO = "rasio"

    @property
    def label(self) -> str:
        return {
            FormulaNegatif.SELISIH: "(2 × target − realisasi) ÷ target × 100",
            FormulaNegatif.RASIO: "target ÷ realisasi × 100",
        }[self]


class Akumulasi(StrEnum):
    """How the values of the triwulan make the value of the year (R11)."""

    JUMLAH = "jumlah"
    TERAKHIR = "terakhir"
    RATA_RATA = "rata-rata"
    MAKSIMUM = "maksimum"

    @property
    def label(self) -> str:
        return {
            Akumulasi.JUMLAH: "Jumlah seluruh triwulan",
            Akumulasi.TERAKHIR: "Nilai terakhir",
            Akumulasi.RATA_RATA: "Rata-rata triwulan",
            Akumulasi.MAKSIMUM: "Nilai tertinggi",
        }[self]


class StatusTarget(StrEnum):
    """A realisasi against its target (R9)."""

    MELAMPAUI = "melampaui"
    MENCAPAI = "mencapai"
    BELUM = "belum mencapai"


class CaraRataRata(StrEnum):
    """What the average of the office is taken over (R4)."""

    INDIKATOR = "indikator"
    SASARAN = "sasaran"

    @property
    def label(self) -> str:
        return {
            CaraRataRata.INDIKATOR: "Rata-rata seluruh indikator",
            CaraRataRata.SASARAN: "Rata-rata dari rata-rata sasaran",
        }[self]


def hitung_capaian(
    target: Decimal,
    realisasi: Decimal,
    polaritas: Polaritas = Polaritas.POSITIF,
    formula_negatif: FormulaNegatif = FormulaNegatif.SELISIH,
) -> Decimal | None:
    """Return the capaian in percent, unrounded and uncapped; it may exceed 100 or fall below 0.

    `target` and `realisasi` carry the satuan of the indikator; `formula_negatif` is used only with
    negative polarity. None where no capaian can be computed: a target below 0, a target of 0 with
    positive polarity, and target ÷ realisasi when nothing (or less) was realised.

    Source: R1, R2 and, with the target of the last year, R5.
    """
    if target < 0:
        return None
    if polaritas == Polaritas.POSITIF:
        return realisasi * 100 / target if target else None
    if target == 0:
        return SERATUS if realisasi <= 0 else Decimal(0)
    if formula_negatif == FormulaNegatif.RASIO:
        return target * 100 / realisasi if realisasi > 0 else None
    return (2 * target - realisasi) * 100 / target


def status_target(target: Decimal, realisasi: Decimal, polaritas: Polaritas) -> StatusTarget:
    """Tell whether the realisasi passed, met or missed its target, on unrounded values (R9)."""
    if realisasi == target:
        return StatusTarget.MENCAPAI
    lebih_baik = realisasi > target if polaritas == Polaritas.POSITIF else realisasi < target
    return StatusTarget.MELAMPAUI if lebih_baik else StatusTarget.BELUM


@dataclass(frozen=True)
class Kelas:
    """One class of a scale: every capaian from `batas_bawah` (percent) up to the class above.

    `batas_bawah` None takes everything that is left; `terbuka` leaves the bound itself out.
    """

    batas_bawah: Decimal | None
    nama: str
    kode: str = ""
    terbuka: bool = False

    def memuat(self, capaian: Decimal) -> bool:
        """Tell whether the capaian lies above the lower bound of this class."""
        if self.batas_bawah is None:
            return True
        return capaian > self.batas_bawah if self.terbuka else capaian >= self.batas_bawah


@dataclass(frozen=True)
class SkalaPredikat:
    """The classes of a predikat scale from high to low, without gap or overlap (R3).

    No class at all means that the office prints no predikat. ValueError, in Indonesian, when the
    bounds do not descend strictly, the last class has a bound, or two classes share a name.
    """

    kelas: tuple[Kelas, ...]

    def __post_init__(self) -> None:
        if not self.kelas:
            return
        *berbatas, terakhir = self.kelas
        batas = [kelas.batas_bawah for kelas in berbatas if kelas.batas_bawah is not None]
        if terakhir.batas_bawah is not None:
            raise ValueError(
                "Kelas terakhir tidak boleh berbatas bawah: ia memuat semua nilai di bawahnya."
            )
        if len(batas) < len(berbatas):
            raise ValueError("Hanya kelas terakhir yang boleh tanpa batas bawah.")
        if any(atas <= bawah for atas, bawah in pairwise(batas)):
            raise ValueError(
                "Batas bawah kelas harus menurun dari kelas tertinggi ke kelas terendah."
            )
        if len({kelas.nama for kelas in self.kelas}) < len(self.kelas):
            raise ValueError("Nama kelas tidak boleh sama.")

    def predikat(self, capaian: Decimal) -> Kelas | None:
        """Return the class of a capaian in percent, taken unrounded; None when there are no classes."""
        return next((kelas for kelas in self.kelas if kelas.memuat(capaian)), None)

    def rentang(self) -> tuple[tuple[str, Kelas], ...]:
        """Return each class with its interval as printed, e.g. "≥ 76 dan < 91"."""
        atas = (None, *self.kelas)
        return tuple(
            (_cetak_rentang(kelas, di_atas), kelas)
            for di_atas, kelas in zip(atas, self.kelas, strict=False)
        )


def _cetak_rentang(kelas: Kelas, di_atas: Kelas | None) -> str:
    bagian = []
    if kelas.batas_bawah is not None:
        bagian.append(f"{'>' if kelas.terbuka else '≥'} {format_lengkap(kelas.batas_bawah)}")
    if di_atas is not None:
        bagian.append(f"{'≤' if di_atas.terbuka else '<'} {format_lengkap(di_atas.batas_bawah)}")
    return " dan ".join(bagian) or "semua nilai"


SKALA_PERMENDAGRI_86 = SkalaPredikat(
    (
        Kelas(Decimal(91), "Sangat Tinggi", "ST"),
        Kelas(Decimal(76), "Tinggi", "T"),
        Kelas(Decimal(66), "Sedang", "S"),
        Kelas(Decimal(51), "Rendah", "R"),
        Kelas(None, "Sangat Rendah", "SR"),
    )
)


@dataclass(frozen=True)
class RataRata:
    """An average in percent with how many values it is made of and how many were left out."""

    nilai: Decimal | None
    dihitung: int
    dilewati: int


def batasi(capaian: Decimal, batas: Decimal | None) -> Decimal:
    """Raise a capaian below 0 to 0 and cut it at `batas` (percent); None cuts nothing (R4)."""
    dasar = max(capaian, Decimal(0))
    return dasar if batas is None else min(dasar, batas)


def rata_rata(capaian: Iterable[Decimal | None], batas: Decimal | None) -> RataRata:
    """Average the capaian that have a value, each floored at 0 and capped at `batas` (R4)."""
    semua = list(capaian)
    ada = [batasi(nilai, batas) for nilai in semua if nilai is not None]
    return RataRata(mean(ada) if ada else None, len(ada), len(semua) - len(ada))


def rata_rata_kelompok(
    kelompok: Iterable[Iterable[Decimal | None]], batas: Decimal | None
) -> RataRata:
    """Average the averages of the groups (sasaran); `dihitung` and `dilewati` count groups (R4)."""
    return rata_rata([rata_rata(anggota, batas).nilai for anggota in kelompok], None)


def akumulasi(nilai: Sequence[Decimal | None], metode: Akumulasi) -> Decimal | None:
    """Return the value of the year from its triwulan, in order; None when none has a value (R11)."""
    ada = [satu for satu in nilai if satu is not None]
    if not ada:
        return None
    match metode:
        case Akumulasi.JUMLAH:
            return sum(ada, Decimal(0))
        case Akumulasi.TERAKHIR:
            return ada[-1]
        case Akumulasi.RATA_RATA:
            return mean(ada)
        case Akumulasi.MAKSIMUM:
            return max(ada)


def akumulasi_rasio(
    pasangan: Sequence[tuple[Decimal, Decimal] | None], metode: Akumulasi
) -> tuple[Decimal, Decimal] | None:
    """Return pembilang and penyebut of the year from those of its triwulan, in order (R11).

    None when no triwulan has a pair. ValueError for a method that has no meaning for a ratio.
    """
    if metode not in (Akumulasi.JUMLAH, Akumulasi.TERAKHIR):
        raise ValueError(
            "Indikator rasio hanya dapat diakumulasi dengan jumlah atau nilai terakhir."
        )
    ada = [satu for satu in pasangan if satu is not None]
    if not ada:
        return None
    if metode == Akumulasi.TERAKHIR:
        return ada[-1]
    return sum((atas for atas, _ in ada), Decimal(0)), sum((bawah for _, bawah in ada), Decimal(0))

"""How a pemda assesses in a year; the record that computes is the record that is printed."""

from dataclasses import dataclass
from decimal import Decimal

from lkip.capaian import CaraRataRata, FormulaNegatif, SkalaPredikat


@dataclass(frozen=True, kw_only=True)
class Profil:
    """Scale, cap and rules of one pemda and year.

    `batas_rata_rata` caps capaian in averages (percent, None = no cap), `ambang_serapan` is the
    serapan in percent under which a sub kegiatan needs a specific reason.
    """

    dasar_hukum: str
    skala: SkalaPredikat
    batas_rata_rata: Decimal | None
    cara_rata_rata: CaraRataRata
    formula_negatif: FormulaNegatif
    desimal: int
    ambang_serapan: Decimal
    kolom_pmk: bool

"""The direction of an indikator over the years (R8 of docs/rumus.md)."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from itertools import pairwise

from lkip.capaian import Polaritas


class ArahTren(StrEnum):
    """Where the values of the years lead."""

    STABIL = "stabil"
    MENINGKAT = "meningkat"
    MENURUN = "menurun"
    FLUKTUATIF = "fluktuatif"
    BELUM = "belum dapat dinilai"


@dataclass(frozen=True)
class Tren:
    """The trend between the first and the last year that have a value.

    `bersih` is the change over the whole time and `terakhir` the change since the year before that
    has a value, both in the satuan of the indikator. `makna` says "membaik" or "memburuk" for
    negative polarity, where the direction alone would mislead.
    """

    arah: ArahTren
    tahun_awal: int | None
    tahun_akhir: int | None
    bersih: Decimal | None
    terakhir: Decimal | None
    makna: str


def hitung_tren(nilai: Mapping[int, Decimal | None], polaritas: Polaritas) -> Tren:
    """Return the trend of the values by year; years without a value are passed over (R8)."""
    ada = sorted((tahun, angka) for tahun, angka in nilai.items() if angka is not None)
    tahun_awal, tahun_akhir = (ada[0][0], ada[-1][0]) if ada else (None, None)
    if len(ada) < 2:
        return Tren(ArahTren.BELUM, tahun_awal, tahun_akhir, None, None, "")
    perubahan = [kini - lalu for (_, lalu), (_, kini) in pairwise(ada)]
    bersih = ada[-1][1] - ada[0][1]
    return Tren(
        _arah(perubahan), tahun_awal, tahun_akhir, bersih, perubahan[-1], _makna(bersih, polaritas)
    )


def _arah(perubahan: list[Decimal]) -> ArahTren:
    naik = any(beda > 0 for beda in perubahan)
    turun = any(beda < 0 for beda in perubahan)
    if naik and turun:
        return ArahTren.FLUKTUATIF
    if naik:
        return ArahTren.MENINGKAT
    return ArahTren.MENURUN if turun else ArahTren.STABIL


def _makna(bersih: Decimal, polaritas: Polaritas) -> str:
    if polaritas == Polaritas.POSITIF or bersih == 0:
        return ""
    return "membaik" if bersih < 0 else "memburuk"

"""Serapan and efficiency (R6 and R7 of docs/rumus.md): money in rupiah, results unrounded."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from lkip.capaian import batasi

# PMK 22/2021 keeps E between −20 and +20 percent, so that the value runs from 0 to 100.
BATAS_E = Decimal(20)


class KategoriEfisiensi(StrEnum):
    """What the capaian says about the money that was spent on it."""

    EFISIEN = "Efisien"
    SEIMBANG = "Seimbang"
    KURANG = "Kurang Efisien"


@dataclass(frozen=True)
class Efisiensi:
    """The category, capaian − serapan in percentage points, and whether the target was reached."""

    kategori: KategoriEfisiensi
    selisih: Decimal
    target_tercapai: bool


def hitung_serapan(pagu: Decimal, realisasi: Decimal) -> Decimal | None:
    """Return the serapan in percent; it may exceed 100. None without a pagu above 0 (R6)."""
    return realisasi * 100 / pagu if pagu > 0 else None


def bagian_porsi(jumlah: Decimal, porsi: Decimal) -> Decimal:
    """Return what falls to one sasaran of an amount in rupiah; `porsi` in percent (R6)."""
    return jumlah * porsi / 100


def hitung_efisiensi(
    capaian: Decimal | None, serapan: Decimal | None, batas: Decimal | None
) -> Efisiensi | None:
    """Compare a capaian, floored at 0 and capped at `batas`, with the serapan; all in percent.

    None when either is missing. Whether the target was reached is told by the uncapped capaian.

    Source: R7.
    """
    if capaian is None or serapan is None:
        return None
    selisih = batasi(capaian, batas) - serapan
    if selisih > 0:
        kategori = KategoriEfisiensi.EFISIEN
    elif selisih == 0:
        kategori = KategoriEfisiensi.SEIMBANG
    else:
        kategori = KategoriEfisiensi.KURANG
    return Efisiensi(kategori, selisih, target_tercapai=capaian >= 100)


def nilai_efisiensi_pmk(
    keluaran: Iterable[tuple[Decimal, Decimal, Decimal]],
) -> tuple[Decimal, Decimal] | None:
    """Return E in percent, kept within ±20, and the value NE from 0 to 100.

    Each keluaran gives its alokasi (rupiah), its capaian as a fraction (16 of 18 is 16/18) and its
    realisasi (rupiah). None when nothing should have been spent.

    Source: R7, PMK 22/2021.
    """
    seharusnya = realisasi = Decimal(0)
    for alokasi, capaian, realisasi_keluaran in keluaran:
        seharusnya += alokasi * capaian
        realisasi += realisasi_keluaran
    if seharusnya <= 0:
        return None
    e = min(max((seharusnya - realisasi) * 100 / seharusnya, -BATAS_E), BATAS_E)
    return e, 50 + e * 50 / BATAS_E

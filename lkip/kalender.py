"""The deadlines of a SAKIP year, and how many days are left. Pure: no database."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

TRIWULAN = (1, 2, 3, 4)


@dataclass(frozen=True, kw_only=True)
class AturanTenggat:
    """What a pemda sets: the LKIP by a day of the next year, the others in days.

    A PK is signed within a month after the budget document (PermenPANRB 53/2014), which is in force
    from 1 January; `hari_pk` counts from that day. `hari_triwulan` counts from the end of a triwulan.
    """

    lkip_bulan: int = 2
    lkip_hari: int = 28
    hari_pk: int = 31
    hari_triwulan: int = 15


@dataclass(frozen=True, kw_only=True)
class TenggatTahun:
    """One deadline. `kunci` is "pk", "tw-1" to "tw-4" or "lkip"."""

    kunci: str
    nama: str
    tanggal: date

    @property
    def triwulan(self) -> int | None:
        """The triwulan that it asks for, if it does."""
        return int(self.kunci.removeprefix("tw-")) if self.kunci.startswith("tw-") else None


@dataclass(frozen=True)
class Hitungan:
    """A deadline against a day: `teks` such as "12 hari tersisa"; `lewat` when the day has passed."""

    tanggal: date
    teks: str
    lewat: bool


def tenggat_lkip(tahun: int, aturan: AturanTenggat) -> date:
    """The day by which the LKIP of a year is due, in the year after it."""
    return date(tahun + 1, aturan.lkip_bulan, aturan.lkip_hari)


def akhir_triwulan(tahun: int, nomor: int) -> date:
    """The last day of a triwulan."""
    sesudah = date(tahun + nomor // 4, 3 * nomor % 12 + 1, 1)
    return sesudah - timedelta(days=1)


def susun_kalender(tahun: int, aturan: AturanTenggat) -> tuple[TenggatTahun, ...]:
    """All deadlines of a year, the earliest first."""
    pk = TenggatTahun(
        kunci="pk",
        nama=f"Perjanjian Kinerja {tahun}",
        tanggal=date(tahun, 1, 1) + timedelta(days=aturan.hari_pk - 1),
    )
    triwulan = (
        TenggatTahun(
            kunci=f"tw-{nomor}",
            nama=f"Laporan triwulan {nomor} tahun {tahun}",
            tanggal=akhir_triwulan(tahun, nomor) + timedelta(days=aturan.hari_triwulan),
        )
        for nomor in TRIWULAN
    )
    lkip = TenggatTahun(kunci="lkip", nama=f"LKIP {tahun}", tanggal=tenggat_lkip(tahun, aturan))
    return tuple(sorted((pk, *triwulan, lkip), key=lambda satu: satu.tanggal))


def hitung_tenggat(tenggat: date, hari_ini: date) -> Hitungan:
    """Count the days to a deadline; the day itself is not yet late."""
    sisa = (tenggat - hari_ini).days
    if sisa < 0:
        return Hitungan(tenggat, f"terlewat {-sisa} hari", True)
    return Hitungan(tenggat, "hari ini" if sisa == 0 else f"{sisa} hari tersisa", False)


def tenggat_terdekat(
    kalender: Iterable[TenggatTahun], selesai: frozenset[str]
) -> TenggatTahun | None:
    """The first deadline that is still to be kept; `selesai` are the keys of what is done."""
    return next((satu for satu in kalender if satu.kunci not in selesai), None)

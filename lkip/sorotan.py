"""What the head of an office looks at first: who is late, and where money lies unspent."""

from collections import Counter
from dataclasses import dataclass
from datetime import date

from lkip.isi.anggaran import BarisAnggaran
from lkip.isi.laporan import Laporan
from lkip.kalender import TRIWULAN, akhir_triwulan
from lkip.tugas_pengukuran import triwulan_terisi

TANPA_UNIT = "Belum ada penanggung jawab"


@dataclass(frozen=True, kw_only=True)
class BelumLapor:
    """A unit with `jumlah` indikator that were not reported for the triwulan."""

    unit: str
    jumlah: int


@dataclass(frozen=True, kw_only=True)
class TriwulanBerjalan:
    """The last triwulan that is over, how many days ago it ended, and who has not reported it."""

    nomor: int
    terlambat: int
    belum: tuple[BelumLapor, ...]


def triwulan_terakhir(tahun: int, hari_ini: date) -> tuple[int, date] | None:
    """The last triwulan of the year that is over, and its last day; None before April of it."""
    lewat = [nomor for nomor in TRIWULAN if akhir_triwulan(tahun, nomor) < hari_ini]
    return (lewat[-1], akhir_triwulan(tahun, lewat[-1])) if lewat else None


def susun_triwulan(laporan: Laporan, hari_ini: date) -> TriwulanBerjalan | None:
    """Who has not reported the last triwulan that is over."""
    terakhir = triwulan_terakhir(laporan.tahun, hari_ini)
    if terakhir is None:
        return None
    nomor, akhir = terakhir
    terisi = triwulan_terisi(nomor)
    belum = Counter(
        unit
        for satu in laporan.indikator
        if not terisi(satu)
        for unit in satu.penanggung_jawab or (TANPA_UNIT,)
    )
    return TriwulanBerjalan(
        nomor=nomor,
        terlambat=(hari_ini - akhir).days,
        belum=tuple(BelumLapor(unit=unit, jumlah=banyak) for unit, banyak in belum.items()),
    )


def serapan_terendah(laporan: Laporan, banyak: int = 3) -> tuple[BarisAnggaran, ...]:
    """The sub kegiatan that spent the smallest part of their pagu; those without pagu are left out."""
    berpagu = [satu for satu in laporan.anggaran.sub_kegiatan if satu.serapan is not None]
    return tuple(sorted(berpagu, key=lambda satu: satu.serapan or 0)[:banyak])

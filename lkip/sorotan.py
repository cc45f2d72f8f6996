"""What the head of an office looks at first: who is late, and where money lies unspent."""

from collections import Counter
from dataclasses import dataclass
from datetime import date, timedelta

from lkip.isi.anggaran import BarisAnggaran
from lkip.isi.laporan import Laporan
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
    akhir = [
        date(tahun, 3 * nomor + 1, 1) if nomor < 4 else date(tahun + 1, 1, 1)
        for nomor in (1, 2, 3, 4)
    ]
    lewat = [(nomor, satu) for nomor, satu in enumerate(akhir, start=1) if satu <= hari_ini]
    if not lewat:
        return None
    nomor, sesudah = lewat[-1]
    return nomor, sesudah - timedelta(days=1)


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

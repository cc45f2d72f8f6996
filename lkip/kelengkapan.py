"""Which of the seven analyses each tujuan and sasaran has, and where a missing one is entered."""

from collections.abc import Callable
from dataclasses import dataclass

from lkip.isi.kinerja import Indikator, Sasaran
from lkip.isi.laporan import Laporan


@dataclass(frozen=True)
class JenisAnalisis:
    """One analysis of PermenPANRB 53/2014. `kisi` is the grid that fills it; "" the rows of it."""

    judul: str
    kisi: str
    lengkap: Callable[[Sasaran], bool]


@dataclass(frozen=True)
class BarisMatriks:
    """One node and, in the order of ANALISIS, whether each analysis is there."""

    simpul: Sasaran
    ada: tuple[bool, ...]

    @property
    def lengkap(self) -> bool:
        return all(self.ada)


def susun_matriks(laporan: Laporan) -> tuple[BarisMatriks, ...]:
    """Every node of the PK in force with its seven analyses."""
    return tuple(
        BarisMatriks(simpul, tuple(jenis.lengkap(simpul) for jenis in ANALISIS))
        for simpul in laporan.sasaran
    )


def _tiap(syarat: Callable[[Indikator], bool]) -> Callable[[Sasaran], bool]:
    return lambda simpul: all(syarat(indikator) for indikator in simpul.indikator)


def _terukur(indikator: Indikator) -> bool:
    return indikator.target.ada and indikator.realisasi.ada


def _berpembanding_tahun(indikator: Indikator) -> bool:
    """In its first year a Renstra has no year to compare with."""
    lalu = indikator.riwayat[:-1]
    return not lalu or any(tahun.realisasi.ada for tahun in lalu)


def berpembanding(indikator: Indikator) -> bool:
    """Whether there is a benchmark, or a word on why there is none."""
    return any(satu.nilai.ada or satu.alasan for satu in indikator.pembanding)


def _bersebab(simpul: Sasaran) -> bool:
    analisis = simpul.analisis
    sebab = analisis.pendorong or analisis.penghambat or analisis.kendala
    return bool(sebab and analisis.upaya and analisis.rencana)


ANALISIS = (
    JenisAnalisis("Target dan realisasi", "realisasi-tahun", _tiap(_terukur)),
    JenisAnalisis("Antar tahun", "realisasi-riwayat", _tiap(_berpembanding_tahun)),
    JenisAnalisis("Akhir Renstra", "target-renstra", _tiap(lambda satu: satu.target_akhir.ada)),
    JenisAnalisis("Pembanding", "pembanding-nasional", _tiap(berpembanding)),
    JenisAnalisis("Sebab, solusi, dan rencana", "", _bersebab),
    JenisAnalisis("Efisiensi", "anggaran", lambda simpul: simpul.efisiensi is not None),
    JenisAnalisis("Program penunjang", "program-sasaran", lambda simpul: bool(simpul.program)),
)

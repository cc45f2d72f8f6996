"""Averages and counts over a whole report. Each is computed here and nowhere else."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from lkip.capaian import (
    CaraRataRata,
    Kelas,
    RataRata,
    StatusTarget,
    rata_rata,
    rata_rata_kelompok,
)
from lkip.isi.kinerja import Indikator, Sasaran
from lkip.isi.profil import Profil
from lkip.serapan import KategoriEfisiensi


@dataclass(frozen=True, kw_only=True)
class RataRataLaporan:
    """R4 and R5 over the whole PK, with and without the cap of the profile. Percent."""

    capaian: RataRata
    capaian_tanpa_batas: RataRata
    akhir_renstra: RataRata
    akhir_renstra_tanpa_batas: RataRata
    predikat: Kelas | None
    predikat_akhir: Kelas | None


@dataclass(frozen=True, kw_only=True)
class Rekap:
    """Counts that sentences and home pages use."""

    indikator: int
    tanpa_capaian: int
    status: Mapping[StatusTarget, int]
    predikat: tuple[tuple[Kelas, int], ...]
    efisiensi: Mapping[KategoriEfisiensi, int]


def hitung_rata_rata(sasaran: Sequence[Sasaran], profil: Profil) -> RataRataLaporan:
    """R4: over all indikator, or over the sasaran means, as the profile says."""

    def rata(ambil: Callable[[Indikator], Decimal | None], batas: Decimal | None) -> RataRata:
        kelompok = [[ambil(indikator) for indikator in satu.indikator] for satu in sasaran]
        if profil.cara_rata_rata is CaraRataRata.SASARAN:
            return rata_rata_kelompok(kelompok, batas)
        return rata_rata([capaian for satu in kelompok for capaian in satu], batas)

    def predikat(hasil: RataRata) -> Kelas | None:
        return None if hasil.nilai is None else profil.skala.predikat(hasil.nilai)

    capaian = rata(lambda indikator: indikator.capaian, profil.batas_rata_rata)
    akhir = rata(lambda indikator: indikator.capaian_akhir, profil.batas_rata_rata)
    return RataRataLaporan(
        capaian=capaian,
        capaian_tanpa_batas=rata(lambda indikator: indikator.capaian, None),
        akhir_renstra=akhir,
        akhir_renstra_tanpa_batas=rata(lambda indikator: indikator.capaian_akhir, None),
        predikat=predikat(capaian),
        predikat_akhir=predikat(akhir),
    )


def hitung_rekap(sasaran: Sequence[Sasaran], profil: Profil) -> Rekap:
    """Count indikator by status and predikat, and sasaran by efisiensi."""
    indikator = [satu for simpul in sasaran for satu in simpul.indikator]
    predikat = Counter(satu.predikat for satu in indikator)
    return Rekap(
        indikator=len(indikator),
        tanpa_capaian=sum(satu.capaian is None for satu in indikator),
        status={
            status: sum(satu.status is status for satu in indikator) for status in StatusTarget
        },
        predikat=tuple((kelas, predikat[kelas]) for kelas in profil.skala.kelas),
        efisiensi={
            kategori: sum(
                simpul.efisiensi is not None and simpul.efisiensi.kategori is kategori
                for simpul in sasaran
            )
            for kategori in KategoriEfisiensi
        },
    )

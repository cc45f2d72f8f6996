"""Read how the pemda assesses; without a record, the rules of Permendagri 86/2017 hold."""

from dataclasses import dataclass
from decimal import Decimal

from lkip.capaian import (
    SKALA_PERMENDAGRI_86,
    CaraRataRata,
    FormulaNegatif,
    Kelas,
    SkalaPredikat,
)
from lkip.isi.profil import Profil
from lkip.kalender import AturanTenggat
from lkip.models import ProfilPenilaian

PROFIL_BAKU = Profil(
    dasar_hukum="Peraturan Menteri Dalam Negeri Nomor 86 Tahun 2017",
    skala=SKALA_PERMENDAGRI_86,
    batas_rata_rata=Decimal(100),
    cara_rata_rata=CaraRataRata.INDIKATOR,
    formula_negatif=FormulaNegatif.SELISIH,
    desimal=2,
    ambang_serapan=Decimal(80),
    kolom_pmk=False,
)


@dataclass(frozen=True)
class Penilaian:
    """The profile of a year, and the rules of its deadlines."""

    profil: Profil
    tenggat: AturanTenggat


def baca_penilaian(pemda, tahun: int) -> Penilaian:
    """The latest profile up to this year. 1 query."""
    baris = list(
        ProfilPenilaian.objects.filter(pemda=pemda, tahun__lte=tahun)
        .order_by("-tahun")
        .values(
            "tahun",
            "dasar_hukum",
            "batas_rata_rata",
            "cara_rata_rata",
            "formula_negatif",
            "desimal",
            "ambang_serapan",
            "kolom_pmk",
            "tenggat_bulan",
            "tenggat_hari",
            "hari_pk",
            "hari_triwulan",
            "kelas__batas_bawah",
            "kelas__terbuka",
            "kelas__nama",
            "kelas__kode",
        )
    )
    if not baris:
        return Penilaian(profil=PROFIL_BAKU, tenggat=AturanTenggat())
    kepala = baris[0]
    profil = Profil(
        dasar_hukum=kepala["dasar_hukum"],
        skala=_skala([satu for satu in baris if satu["tahun"] == kepala["tahun"]]),
        batas_rata_rata=kepala["batas_rata_rata"],
        cara_rata_rata=CaraRataRata(kepala["cara_rata_rata"]),
        formula_negatif=FormulaNegatif(kepala["formula_negatif"]),
        desimal=kepala["desimal"],
        ambang_serapan=kepala["ambang_serapan"],
        kolom_pmk=kepala["kolom_pmk"],
    )
    tenggat = AturanTenggat(
        lkip_bulan=kepala["tenggat_bulan"],
        lkip_hari=kepala["tenggat_hari"],
        hari_pk=kepala["hari_pk"],
        hari_triwulan=kepala["hari_triwulan"],
    )
    return Penilaian(profil=profil, tenggat=tenggat)


def _skala(baris: list[dict]) -> SkalaPredikat:
    """Order the classes from high to low; the one without a bound comes last."""
    kelas = [
        Kelas(
            batas_bawah=satu["kelas__batas_bawah"],
            nama=satu["kelas__nama"],
            kode=satu["kelas__kode"],
            terbuka=satu["kelas__terbuka"],
        )
        for satu in baris
        if satu["kelas__nama"] is not None
    ]
    return SkalaPredikat(
        tuple(sorted(kelas, key=lambda satu: (satu.batas_bawah is None, -(satu.batas_bawah or 0))))
    )

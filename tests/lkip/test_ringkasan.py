"""What Beranda says beside its numbers."""

import pytest

from lkip.capaian import SKALA_PERMENDAGRI_86, Polaritas
from lkip.models import LKIP
from lkip.ringkasan import PEMEGANG, arah_tahun_lalu
from tests.lkip.bahan_contoh import buat_indikator, buat_profil


@pytest.mark.parametrize(
    ("lalu", "kini", "polaritas", "harapan"),
    [
        ("93.67", "96", Polaritas.POSITIF, ("arrow-up", "naik", "")),
        ("85.08", "84.02", Polaritas.POSITIF, ("arrow-down", "turun", "")),
        ("100", "100.0000", Polaritas.POSITIF, ("dash", "tetap", "")),
        ("5", "4", Polaritas.NEGATIF, ("arrow-down", "turun", "membaik")),
        ("4", "5", Polaritas.NEGATIF, ("arrow-up", "naik", "memburuk")),
        ("4", "4.0001", Polaritas.POSITIF, ("arrow-up", "naik", "")),
    ],
)
def test_arah_compares_realisasi_unrounded(lalu, kini, polaritas, harapan):
    arah = arah_tahun_lalu(buat({2023: ("4", lalu)}, kini, polaritas))

    assert (arah.ikon, arah.kata, arah.makna) == harapan


@pytest.mark.parametrize(
    ("lalu", "kini"), [({}, "4"), ({2023: ("4", None)}, "4"), ({2023: ("4", "4")}, None)]
)
def test_arah_is_unknown_without_both_years(lalu, kini):
    assert arah_tahun_lalu(buat(lalu, kini)) is None


def buat(lalu, kini, polaritas=Polaritas.POSITIF):
    return buat_indikator(
        "I1",
        "Indikator",
        profil=buat_profil(SKALA_PERMENDAGRI_86),
        target="4",
        realisasi=kini,
        polaritas=polaritas,
        lalu=lalu,
    )


def test_every_status_has_a_holder():
    assert set(PEMEGANG) == set(LKIP.Status.values)

"""The steps from the numbers of an indikator to its predikat, as Jejak hitung shows them."""

from dataclasses import replace

import pytest

from lkip.capaian import SKALA_PERMENDAGRI_86, Akumulasi, FormulaNegatif, Polaritas
from lkip.isi.nilai import Keadaan
from lkip.jejak import susun_jejak
from tests.lkip.bahan_contoh import buat_indikator, buat_nilai, buat_profil
from tests.lkip.laporan_contoh import TANPA_SKALA

PROFIL = buat_profil(SKALA_PERMENDAGRI_86)


def langkah(profil=PROFIL, ubah=None, **isian):
    """The steps by title: (aturan, hitungan, hasil)."""
    indikator = buat_indikator("I1", "Indikator", profil=profil, **isian)
    jejak = susun_jejak(replace(indikator, **(ubah or {})), profil)
    return {satu.judul: (satu.aturan, satu.hitungan, satu.hasil) for satu in jejak}


def test_positive_indikator_shows_its_numbers_in_the_formula():
    hasil = langkah(target="85", realisasi="84.02", satuan="Nilai", rencana={2026: "90"})

    assert hasil["Capaian"] == (
        "realisasi ÷ target × 100, dengan target perjanjian kinerja",
        "84,02 ÷ 85 × 100",
        "98,85%",
    )
    assert hasil["Capaian terhadap akhir Renstra (2026)"][1:] == ("84,02 ÷ 90 × 100", "93,36%")
    assert hasil["Status terhadap target"][2] == "84,02 terhadap 85: belum mencapai target"
    assert hasil["Predikat"] == (
        "Kelas “Sangat Tinggi”: capaian ≥ 91; dibaca dari capaian sebelum dibulatkan.",
        "",
        "Sangat Tinggi",
    )


@pytest.mark.parametrize(
    ("formula", "aturan", "hitungan"),
    [
        (
            FormulaNegatif.SELISIH,
            "(2 × target − realisasi) ÷ target × 100",
            "(2 × 5 − 4) ÷ 5 × 100",
        ),
        (FormulaNegatif.RASIO, "target ÷ realisasi × 100", "5 ÷ 4 × 100"),
    ],
)
def test_negative_indikator_shows_the_formula_it_uses(formula, aturan, hitungan):
    hasil = langkah(
        target="5",
        realisasi="4",
        polaritas=Polaritas.NEGATIF,
        ubah={"formula_negatif": formula},
    )

    assert hasil["Capaian"][0].startswith(aturan)
    assert hasil["Capaian"][1] == hitungan


def test_negative_target_of_zero_has_no_division():
    hasil = langkah(target="0", realisasi="0", polaritas=Polaritas.NEGATIF)

    assert hasil["Capaian"][1:] == ("target 0, realisasi 0", "100%")


@pytest.mark.parametrize(
    ("target", "realisasi", "alasan"),
    [
        (None, "4", "target perjanjian kinerja belum diisi"),
        (Keadaan.TIDAK_DITARGETKAN, "4", "target perjanjian kinerja tidak ditargetkan"),
        ("4", None, "realisasi belum diisi"),
        ("4", Keadaan.TIDAK_ADA_KEJADIAN, "realisasi tidak ada kejadian"),
        ("0", "4", "nilainya tidak dapat diperbandingkan"),
    ],
)
def test_missing_capaian_says_why(target, realisasi, alasan):
    hasil = langkah(target=target, realisasi=realisasi)

    assert hasil["Capaian"][1:] == ("", f"tidak dihitung: {alasan}")
    assert hasil["Predikat"][2] == "belum ada"


def test_status_is_left_out_without_values():
    assert "Status terhadap target" not in langkah(target="4", realisasi=None)


def test_predikat_is_left_out_without_scale():
    hasil = langkah(profil=buat_profil(TANPA_SKALA), target="4", realisasi="4")

    assert "Predikat" not in hasil


@pytest.mark.parametrize(
    ("metode", "hitungan"),
    [
        (Akumulasi.JUMLAH, "1 + 2,5 + 3"),
        (Akumulasi.RATA_RATA, "(1 + 2,5 + 3) ÷ 3"),
        (Akumulasi.MAKSIMUM, "tertinggi dari 1; 2,5; 3"),
        (Akumulasi.TERAKHIR, "terakhir dari 1; 2,5; 3"),
    ],
)
def test_realisasi_shows_how_triwulan_make_the_year(metode, hitungan):
    hasil = langkah(
        target="4",
        realisasi="3",
        triwulan=(("1", "1"), ("1", None), ("1", "2.5"), ("1", "3")),
        ubah={"akumulasi": metode},
    )

    assert hasil["Realisasi setahun"] == (f"{metode.label}.", hitungan, "3%")


def test_realisasi_of_one_triwulan_needs_no_calculation():
    hasil = langkah(target="4", realisasi="3", triwulan=(("1", None), ("1", "3")))

    assert hasil["Realisasi setahun"][1:] == ("", "3%")


def test_ratio_shows_its_counts():
    nilai = replace(buat_nilai("100", "%"), pembilang=18, penyebut=18)

    hasil = langkah(target="85", realisasi="100", ubah={"realisasi": nilai})

    assert hasil["Realisasi setahun"][1:] == ("18 dari 18", "100%")


def test_grades_without_numbers_are_compared_as_grades():
    huruf = {
        nama: replace(buat_nilai(None), keadaan=Keadaan.ADA, huruf=satu)
        for nama, satu in (("target", "WTP"), ("realisasi", "WTP"))
    }

    hasil = langkah(target="1", realisasi="1", ubah=huruf)

    assert hasil["Capaian"][1] == "WTP dibandingkan dengan WTP"

"""What the generated sentences say of values: trends, maxima, missing values and zero."""

from dataclasses import replace
from decimal import Decimal

import pytest

from lkip.capaian import Polaritas
from lkip.isi.kinerja import Indikator, Sasaran
from lkip.isi.laporan import Laporan
from lkip.isi.nilai import Keadaan
from lkip.narasi import susun_narasi
from tests.lkip.laporan_contoh import laporan_contoh
from tests.lkip.narasi_uji import indikator_persen, narasi

__all__ = ["narasi"]


def dengan_indikator(indikator: Indikator, **lain: object) -> Laporan:
    """The report with this one indikator in its first node only."""

    def ubah(sasaran: tuple[Sasaran, ...]) -> tuple[Sasaran, ...]:
        return (replace(sasaran[0], indikator=(indikator,)), *sasaran[1:])

    return laporan_contoh(ubah_sasaran=ubah, **lain)


def narasi_indikator(indikator: Indikator):
    return susun_narasi(dengan_indikator(indikator)).sasaran["T1"]


def test_falling_negative_indikator_is_called_better(narasi):
    kalimat = narasi.sasaran["S2"].antar_tahun[0]
    assert "Trennya menurun" in kalimat
    assert "perkembangan itu membaik" in kalimat


def test_rising_negative_indikator_is_called_worse():
    naik = indikator_persen(
        "5", "8", satuan="Hari", polaritas=Polaritas.NEGATIF, lalu={2023: ("5", "6")}
    )
    (kalimat,) = narasi_indikator(naik).antar_tahun
    assert "Trennya meningkat: dari tahun 2023 ke 2024 naik 2 Hari" in kalimat
    assert "memburuk" in kalimat


def test_one_year_of_data_is_no_trend():
    (kalimat,) = narasi_indikator(indikator_persen("90", "80")).antar_tahun
    assert "tren belum dapat dinilai" in kalimat


def test_constant_values_are_stable():
    tetap = indikator_persen("80", "100", lalu={2022: ("80", "100"), 2023: ("80", "100")})
    (kalimat,) = narasi_indikator(tetap).antar_tahun
    assert "Trennya stabil: nilainya tidak berubah dari tahun 2022 sampai dengan 2024." in kalimat


@pytest.mark.parametrize("target", ["85", "100"])
def test_indikator_at_its_maximum_is_never_surpassed(target):
    penuh = indikator_persen(target, "100", batas="100", rencana={2026: "90"})
    narasi = susun_narasi(dengan_indikator(penuh))
    teks = " ".join((*narasi.sasaran["T1"].target_realisasi, *narasi.sasaran["T1"].akhir_renstra))
    assert "lampaui" not in teks
    assert (
        "lampaui"
        not in dict(narasi.ikhtisar_sasaran)["Tujuan 1: Meningkatnya akuntabilitas kinerja"]
    )
    assert "Target akhir Renstra telah tercapai" in teks


def test_values_that_print_alike_are_printed_so_that_they_differ():
    hampir = indikator_persen("85", "84.9996")
    (kalimat,) = narasi_indikator(hampir).target_realisasi
    assert "ditargetkan 85% dan terealisasi 84,9996%" in kalimat
    assert "Target belum tercapai" in kalimat


def test_close_capaian_and_serapan_show_their_difference():
    def ubah(sasaran):
        uang = replace(sasaran[1].uang, pagu=Decimal(100_000), realisasi=Decimal("95_999"))
        return (sasaran[0], replace(sasaran[1], uang=uang), *sasaran[2:])

    laporan = laporan_contoh(ubah_sasaran=ubah, desimal=0)
    (kalimat, *_) = susun_narasi(laporan).sasaran["S1"].efisiensi
    assert "sebesar 96% diperoleh dengan serapan anggaran 95,999%" in kalimat


@pytest.mark.parametrize(
    ("realisasi", "kata"),
    [
        pytest.param(None, "realisasi belum diisi", id="blank"),
        pytest.param(Keadaan.TIDAK_ADA_KEJADIAN, "tidak ada kejadian", id="no-event"),
    ],
)
def test_missing_realisasi_is_said_and_is_not_zero(realisasi, kata):
    narasi = narasi_indikator(indikator_persen("90", realisasi))
    for bagian in (narasi.target_realisasi, narasi.penyebab):
        assert kata in bagian[0]
    assert "0%" not in narasi.target_realisasi[0].replace("90%", "")


def test_real_zero_is_a_value():
    (kalimat,) = narasi_indikator(indikator_persen("90", "0")).target_realisasi
    assert "terealisasi 0%" in kalimat
    assert "Capaiannya 0%" in kalimat


def test_target_not_set_for_the_year_is_said():
    (kalimat,) = narasi_indikator(indikator_persen(Keadaan.TIDAK_DITARGETKAN, "5")).target_realisasi
    assert "target tidak ditetapkan dan realisasi 5% pada tahun 2024" in kalimat


def test_zero_target_explains_why_there_is_no_capaian():
    (kalimat,) = narasi_indikator(indikator_persen("0", "5")).target_realisasi
    assert "tidak dapat dihitung karena target bernilai nol" in kalimat

"""The traces of averages, serapan and efficiency give the figures of the report."""

from dataclasses import replace
from decimal import Decimal

import pytest

from lkip.angka import format_persen
from lkip.capaian import CaraRataRata
from lkip.jejak_angka import susun_semua_jejak
from tests.lkip.laporan_contoh import laporan_contoh


def jejak(**profil):
    return {satu.kunci: satu for satu in susun_semua_jejak(laporan_contoh(**profil))}


def test_average_shows_capped_values_and_who_is_left_out():
    satu = jejak()["rata-rata"]

    assert satu.hasil == format_persen(laporan_contoh().rata_rata.capaian.nilai)
    assert satu.langkah[0].hitungan == "(100 + 96 + 100) ÷ 3"
    assert satu.langkah[0].aturan.endswith("tidak ikut dihitung: 2.")
    catatan = [bagian.catatan for bagian in satu.bagian]
    assert catatan[0] == "dihitung sebagai 100%"
    assert catatan[3:] == ["tidak ikut dihitung"] * 2


def test_average_over_sasaran_is_made_of_their_averages():
    satu = jejak(cara_rata_rata=CaraRataRata.SASARAN)["rata-rata"]

    assert [bagian.kunci for bagian in satu.bagian] == [f"capaian:{kode}" for kode in ("T1", "S1", "S2", "S3")]  # fmt: skip
    assert satu.langkah[0].hitungan == "(100 + 96 + 100) ÷ 3"


def _dua_bernilai(sasaran):
    """One sasaran with two values, so that the two ways of averaging differ."""
    t1, s1, s2, s3 = sasaran
    return t1, s1, replace(s2, indikator=s2.indikator + s1.indikator), s3


@pytest.mark.parametrize("cara", CaraRataRata)
@pytest.mark.parametrize("kunci", ["rata-rata", "rata-rata-polos", "akhir-renstra"])
def test_numbers_of_an_average_give_its_result(kunci, cara):
    laporan = laporan_contoh(cara_rata_rata=cara, ubah_sasaran=_dua_bernilai)
    satu = next(satu for satu in susun_semua_jejak(laporan) if satu.kunci == kunci)
    rata = laporan.rata_rata
    hasil = {
        "rata-rata": rata.capaian,
        "rata-rata-polos": rata.capaian_tanpa_batas,
        "akhir-renstra": rata.akhir_renstra,
    }[kunci]

    jumlah, banyak = satu.langkah[0].hitungan.strip("(").split(") ÷ ")
    angka = [Decimal(teks.replace(",", ".")) for teks in jumlah.split(" + ")]

    assert len(angka) == int(banyak) == hasil.dihitung
    assert abs(sum(angka) / len(angka) - hasil.nilai) < Decimal("0.01")


@pytest.mark.parametrize(
    "kunci", ["serapan", "serapan:7.01.01", "serapan:7.01.01.2.01", "serapan-sasaran:S2"]
)
def test_serapan_is_realisasi_of_its_parts_by_their_pagu(kunci):
    satu = jejak()[kunci]

    assert [langkah.rumus for langkah in satu.langkah] == ["R6", "R6", "R6"]
    pagu, realisasi, serapan = satu.langkah
    assert serapan.hitungan == f"{realisasi.hasil} ÷ {pagu.hasil} × 100"
    assert serapan.hasil == satu.hasil


def test_serapan_without_pagu_says_why():
    assert jejak()["serapan:7.01.04"].langkah[2].hasil == "tidak dihitung: tidak ada pagu"


def test_efficiency_subtracts_the_serapan_and_names_its_parts():
    satu = jejak()["efisiensi:S1"]

    assert satu.langkah[0].hitungan.startswith("96 − ")
    assert satu.langkah[1].hasil.endswith("; target belum tercapai")
    assert [bagian.kunci for bagian in satu.bagian] == ["capaian:S1", "serapan-sasaran:S1"]


def test_efficiency_without_capaian_is_not_computed():
    assert jejak()["efisiensi:S3"].langkah[0].hasil.startswith("tidak dihitung")

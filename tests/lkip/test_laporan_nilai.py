"""What build_laporan() makes of realisasi and targets: which one counts."""

from decimal import Decimal

import pytest

from lkip.capaian import StatusTarget
from lkip.isi.nilai import Keadaan
from tests import factories as buat
from tests.lkip.laporan_uji import TAHUN, baca, indikator, instansi, perjanjian

__all__ = ["indikator", "instansi", "perjanjian"]

pytestmark = pytest.mark.django_db


def baca_indikator(indikator):
    return baca(indikator.renstra.instansi).indikator[0]


# which realisasi counts


@pytest.mark.parametrize(
    ("akumulasi", "diharapkan"),
    [("jumlah", 10), ("terakhir", 4), ("rata-rata", Decimal("2.5")), ("maksimum", 4)],
)
def test_year_value_accumulates_the_triwulan(indikator, akumulasi, diharapkan):
    indikator.akumulasi = akumulasi
    indikator.save()
    for triwulan in (1, 2, 3, 4):
        buat.make_realisasi(indikator=indikator, triwulan=triwulan, nilai=Decimal(triwulan))

    satu = baca_indikator(indikator)

    assert satu.realisasi.angka == diharapkan
    assert satu.triwulan[3].kumulatif == satu.realisasi


def test_triwulan_go_before_a_value_of_the_year(indikator):
    buat.make_realisasi(indikator=indikator, triwulan=0, nilai=Decimal(99))
    buat.make_realisasi(indikator=indikator, triwulan=1, nilai=Decimal(40))

    assert baca_indikator(indikator).realisasi.angka == 40


def test_ratio_accumulates_its_counts(indikator):
    indikator.rasio, indikator.akumulasi = True, "jumlah"
    indikator.save()
    buat.make_realisasi(indikator=indikator, triwulan=1, pembilang=Decimal(1), penyebut=Decimal(3))
    buat.make_realisasi(indikator=indikator, triwulan=2, pembilang=Decimal(2), penyebut=Decimal(3))

    satu = baca_indikator(indikator)

    assert (satu.realisasi.angka, satu.realisasi.teks_rasio) == (50, "3 dari 6")


def test_zero_blank_and_no_event_are_three_things(perjanjian):
    nol, kosong, tanpa_kejadian = (
        buat.make_indikator(renstra=perjanjian.renstra) for _ in range(3)
    )
    for satu in (nol, kosong, tanpa_kejadian):
        buat.make_target_pk(perjanjian=perjanjian, indikator=satu)
    buat.make_realisasi(indikator=nol, triwulan=4, nilai=Decimal(0))
    buat.make_realisasi(indikator=tanpa_kejadian, triwulan=4, nilai=None, tidak_ada_kejadian=True)

    laporan = baca(perjanjian.instansi)

    per_kode = {satu.kode: satu for satu in laporan.indikator}
    assert per_kode[nol.kode].capaian == 0
    assert per_kode[kosong.kode].alasan_tanpa_capaian == "realisasi belum diisi"
    assert per_kode[tanpa_kejadian.kode].alasan_tanpa_capaian == "realisasi tidak ada kejadian"
    assert (laporan.rata_rata.capaian.nilai, laporan.rata_rata.capaian.dilewati) == (0, 2)


def test_target_not_set_this_year_is_not_a_target_of_zero(perjanjian):
    indikator = buat.make_indikator(renstra=perjanjian.renstra)
    buat.make_target_pk(
        perjanjian=perjanjian, indikator=indikator, nilai=None, tidak_ditargetkan=True
    )
    buat.make_realisasi(indikator=indikator, triwulan=4, nilai=Decimal(5))

    satu = baca_indikator(indikator)

    assert satu.target.keadaan is Keadaan.TIDAK_DITARGETKAN
    assert (satu.capaian, satu.status) == (None, None)


def test_history_takes_the_target_of_each_years_pk_else_of_the_renstra(indikator):
    lalu = buat.make_perjanjian(renstra=indikator.renstra, tahun=TAHUN - 1)
    buat.make_target_pk(perjanjian=lalu, indikator=indikator, nilai=Decimal(50))
    for tahun in (TAHUN - 2, TAHUN - 1):
        buat.make_target_renstra(indikator=indikator, tahun=tahun, nilai=Decimal(40))
        buat.make_realisasi(indikator=indikator, tahun=tahun, triwulan=0, nilai=Decimal(20))

    riwayat = {satu.tahun: satu.capaian for satu in baca_indikator(indikator).riwayat}

    assert (riwayat[TAHUN - 2], riwayat[TAHUN - 1], riwayat[TAHUN]) == (50, 40, None)


def test_history_survives_a_new_version_of_the_renstra(indikator):
    buat.make_realisasi(indikator=indikator, tahun=TAHUN - 1, triwulan=0, nilai=Decimal(60))
    baru = buat.make_renstra(instansi=indikator.renstra.instansi, perubahan_ke=1)
    penerus = buat.make_indikator(renstra=baru, kode=indikator.kode)
    perubahan = buat.make_perjanjian(renstra=baru, jenis="perubahan")
    buat.make_target_pk(perjanjian=perubahan, indikator=penerus, nilai=Decimal(80))

    satu = baca_indikator(penerus)

    assert satu.tahun_lalu.realisasi.angka == 60


def test_grade_without_number_is_compared_by_its_scale(perjanjian):
    indikator = buat.make_indikator(renstra=perjanjian.renstra, skala_huruf="SAKIP")
    buat.make_target_pk(perjanjian=perjanjian, indikator=indikator, nilai=None, huruf="BB")
    buat.make_realisasi(indikator=indikator, triwulan=4, nilai=None, huruf="BB")

    satu = baca_indikator(indikator)

    assert (satu.capaian, satu.status) == (100, StatusTarget.MENCAPAI)
    assert satu.realisasi.teks == "BB"


def test_grade_with_number_is_derived_never_typed(perjanjian):
    indikator = buat.make_indikator(renstra=perjanjian.renstra, skala_huruf="SAKIP")
    buat.make_target_pk(perjanjian=perjanjian, indikator=indikator, nilai=Decimal(75), huruf="A")

    assert baca_indikator(indikator).target.teks == "BB (75)"


def test_own_negative_formula_goes_before_the_profile(perjanjian):
    indikator = buat.make_indikator(
        renstra=perjanjian.renstra, polaritas="negatif", formula_negatif="rasio"
    )
    buat.make_target_pk(perjanjian=perjanjian, indikator=indikator, nilai=Decimal(10))
    buat.make_realisasi(indikator=indikator, triwulan=4, nilai=Decimal(20))

    assert baca_indikator(indikator).capaian == 50

"""Pages of reports with parts missing: no scale, no perubahan, no values, nothing filled in."""

from dataclasses import replace

import pytest
from pytest_django.asserts import assertContains, assertNotContains

from lkip.isi.organisasi import SDM, Organisasi, Wilayah
from tests.factories import TAHUN, make_laporan_lengkap, make_pengguna
from tests.lkip.laporan_contoh import TANPA_SKALA, laporan_contoh
from tests.lkip.test_views import HALAMAN


def kosong():
    """A report of which only the plan is there."""
    return replace(
        laporan_contoh(perubahan=False),
        pimpinan=None,
        atasan=None,
        organisasi=Organisasi(),
        sdm=SDM(),
        sarana=(),
        wilayah=Wilayah(),
        isu_strategis=(),
    )


RAGAM = {
    "lengkap": laporan_contoh,
    "tanpa skala": lambda: laporan_contoh(skala=TANPA_SKALA),
    "tanpa batas": lambda: laporan_contoh(batas_rata_rata=None),
    "dengan PMK": lambda: laporan_contoh(kolom_pmk=True),
    "tanpa perubahan": lambda: laporan_contoh(perubahan=False),
    "kosong": kosong,
}


@pytest.fixture
def buka(client, db, monkeypatch):
    """A function that shows a page of a report made by hand."""
    office = make_laporan_lengkap()
    client.force_login(make_pengguna(peran="camat", instansi=office))

    def buka(laporan, halaman):
        monkeypatch.setattr("lkip.akses.build_laporan", lambda instansi, tahun: laporan)
        return client.get(f"/{office.kode}/{TAHUN}/{halaman}")

    return buka


@pytest.mark.parametrize("ragam", RAGAM)
def test_pages_bear_what_is_missing(buka, ragam):
    laporan = RAGAM[ragam]()
    halaman = [satu for satu in HALAMAN if satu != "capaian/I6/"]  # it has five indikator

    kode = {satu: buka(laporan, satu).status_code for satu in halaman}

    assert {satu for satu, status in kode.items() if status != 200} == set()


@pytest.mark.parametrize("halaman", ["", "capaian/", "capaian/I1/"])
def test_without_scale_there_is_no_predikat(buka, halaman):
    response = buka(RAGAM["tanpa skala"](), halaman)

    assertNotContains(response, "Sangat Tinggi")
    assertNotContains(response, "Predikat")


def test_missing_values_say_why_and_are_never_zero(buka):
    response = buka(laporan_contoh(), "capaian/")

    assertContains(response, "realisasi tidak ada kejadian")
    assertContains(response, "realisasi belum diisi")
    assertContains(response, '–<span class="visually-hidden"> tidak ada kejadian</span>')


def test_negative_indikator_that_falls_gets_better(buka):
    assertContains(buka(laporan_contoh(), ""), "turun dari")
    assertContains(buka(laporan_contoh(), ""), "(membaik)")


def test_program_without_pagu_has_no_serapan(buka):
    response = buka(laporan_contoh(), "anggaran/")

    assertContains(
        response,
        '<td class="angka" data-label="Serapan" id="serapan-7.01.04">'
        '<a href="/00.01.01/2024/jejak/serapan:7.01.04/">–<span class="visually-hidden"> belum ada</span></a></td>',
        html=True,
    )


def test_without_perubahan_the_budget_has_one_version(buka):
    response = buka(RAGAM["tanpa perubahan"](), "anggaran/")

    assertNotContains(response, "Pagu murni (Rp)")
    assertContains(response, "Pagu menurut APBD murni (DPA)")

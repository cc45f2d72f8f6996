"""The day of the report: where it is set, what it must be, and what it decides."""

from datetime import date

import pytest

from lkip.laporan import build_laporan
from tests import factories as buat

pytestmark = pytest.mark.django_db


@pytest.fixture
def halaman(client, instansi):
    client.force_login(buat.make_pengguna(peran="operator", instansi=instansi))
    return f"/{instansi.kode}/{buat.TAHUN}/laporan/tanggal/"


def test_day_is_set_and_named_on_the_page_of_the_report(client, instansi, halaman):
    versi = instansi.lkip.get(tahun=buat.TAHUN).versi
    isian = {"tanggal": "10 Februari 2025", "versi": versi}

    jawaban = client.post(halaman, isian, follow=True)

    assert "Tanggal laporan: 10 Februari 2025." in jawaban.content.decode()
    assert build_laporan(instansi, buat.TAHUN).keadaan.tanggal == date(2025, 2, 10)


def test_day_within_the_reported_year_is_refused(client, halaman):
    galat = client.post(halaman, {"tanggal": "31/12/2024"}).context["formulir"].errors

    assert galat["tanggal"] == ["Laporan tahun 2024 bertanggal sesudah tahun itu."]


@pytest.mark.parametrize("peran", ["seksi", "verifikator", "camat"])
def test_day_is_for_who_enters_for_the_office(client, instansi, halaman, peran):
    client.force_login(buat.make_pengguna(peran=peran, instansi=instansi))

    assert client.get(halaman).status_code == 403

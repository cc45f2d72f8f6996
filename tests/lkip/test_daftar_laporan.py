"""Lists: sorted, paged, and each for whom it is."""

import re

import pytest
from pytest_django.asserts import assertContains, assertNotContains

from instansi.models import Keanggotaan
from lkip.laporan import build_laporan
from tests.factories import (
    TAHUN,
    make_keanggotaan,
    make_laporan_lengkap,
    make_lkip,
    make_pengguna,
    make_perjanjian,
    make_sarana,
)
from tests.lkip.kantor_uji import camat, office, url

__all__ = ["camat", "office"]

LAPORAN = 30  # the most that build_laporan() asks


# Lists


def test_sarana_is_sorted_and_paged(client, office, camat):
    for nomor in range(30):
        make_sarana(instansi=office, tahun=TAHUN, nama=f"Meja {nomor:02}", jumlah=nomor)

    pertama = client.get(url(office, "sarana/"), {"urut": "-jumlah"}).content.decode()
    kedua = client.get(url(office, "sarana/"), {"urut": "-jumlah", "halaman": 2}).content.decode()

    assert re.findall(r"Meja \d\d", pertama) == [f"Meja {n}" for n in range(29, 14, -1)]
    assert re.findall(r"Meja \d\d", kedua)[:5] == [f"Meja {n:02}" for n in range(14, 9, -1)]


@pytest.mark.parametrize("isian", [{"urut": "tidak-ada"}, {"halaman": "x"}, {"halaman": 99}])
def test_lists_survive_a_wrong_query(client, office, camat, isian):
    assert client.get(url(office, "anggaran/sub-kegiatan/"), isian).status_code == 200


def test_admin_sees_every_report_of_the_pemda_with_its_numbers(client, office):
    make_laporan_lengkap()  # of another pemda
    client.force_login(make_pengguna(peran="admin", instansi=office))
    laporan = build_laporan(office, TAHUN)

    html = client.get("/instansi/").content.decode()

    assert re.findall(r'<a href="(/[\d.]+/\d{4}/)">', html) == [url(office)]
    assert "Draf" in html
    assert (
        f"{laporan.rata_rata.capaian.nilai:.2f}".rstrip("0").rstrip(".").replace(".", ",") in html
    )


def test_evaluator_is_told_why_the_list_is_empty(client, office):
    client.force_login(make_pengguna(peran="evaluator", instansi=office))

    response = client.get("/", follow=True)

    assertContains(response, "Belum ada LKIP yang disahkan.")
    assertNotContains(response, office.nama)


def test_evaluator_sees_the_report_once_it_is_disahkan(client, office):
    office.lkip.update(tahun=TAHUN - 1)
    make_lkip(instansi=office, status="disahkan")
    client.force_login(make_pengguna(peran="evaluator", instansi=office))

    assertContains(client.get("/instansi/"), f'href="{url(office)}"')


@pytest.mark.parametrize("banyak", [15, 25])
def test_list_of_offices_computes_only_the_rows_it_shows(
    client, office, banyak, django_assert_max_num_queries
):
    renstra = office.renstra.get()
    for tahun in range(2024 - banyak, 2024):
        make_perjanjian(instansi=office, renstra=renstra, tahun=tahun)
    client.force_login(make_pengguna(peran="admin", instansi=office))

    # session, user, role, pemda; instansi, their LKIP, their PK, those without a year; and 10 reports
    with django_assert_max_num_queries(8 + 10 * LAPORAN):
        response = client.get("/instansi/")

    assertContains(response, "halaman 1 dari")


def test_akun_lists_roles_with_their_scope(client, office):
    user = make_pengguna(peran="operator", instansi=office)
    make_keanggotaan(pengguna=user, peran=Keanggotaan.Peran.EVALUATOR, instansi=office)
    client.force_login(user)

    response = client.get("/akun/")

    assertContains(response, "Operator")
    assertContains(response, f"Seluruh instansi {office.pemda}")

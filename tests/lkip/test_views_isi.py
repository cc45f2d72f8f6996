"""What single pages say and do."""

import re
from datetime import date

import pytest
from django.test import Client
from django.utils.html import escape
from pytest_django.asserts import assertContains, assertNotContains

from instansi.models import Instansi
from tests.factories import (
    TAHUN,
    make_instansi,
    make_keanggotaan,
    make_laporan_lengkap,
    make_lkip,
    make_pengguna,
    make_perjanjian,
)
from tests.lkip.kantor_uji import camat, office, url

__all__ = ["camat", "office"]

# Mulai and Beranda


def test_mulai_leads_to_the_latest_year_of_the_only_office(client, office, camat):
    make_perjanjian(instansi=office, renstra=office.renstra.get(), tahun=TAHUN + 1)

    response = client.get("/", follow=True)

    assert response.redirect_chain[:2] == [
        (f"/{office.kode}/", 302),
        (url(office, tahun=2025), 302),
    ]


def test_mulai_lets_choose_among_several_offices(client, office, camat):
    lain = make_instansi()
    make_keanggotaan(pengguna=camat, peran="operator", instansi=lain)

    response = client.get("/")

    for satu in (office, lain):
        assertContains(
            response, f'<a class="nama-tautan" href="/{satu.kode}/">{satu}</a>', html=True
        )


@pytest.mark.parametrize(
    ("status", "peran", "giliran"),
    [
        ("draf", "operator", True),
        ("draf", "camat", False),
        ("diajukan", "verifikator", True),
        ("diajukan", "operator", False),
        ("diverifikasi", "camat", True),
        ("dikembalikan", "operator", True),
        ("disahkan", "operator", False),
    ],
)
def test_beranda_says_whose_turn_it_is(client, office, status, peran, giliran):
    office.lkip.update(tahun=TAHUN - 1)
    pernah = {"diverifikasi": {"status": "diajukan"}}.get(status, {"status": status})
    lkip = make_lkip(instansi=office, **pernah)
    if status == "diverifikasi":
        lkip.status = status
        lkip.diverifikasi_pada, lkip.diverifikasi_oleh = lkip.diajukan_pada, lkip.diajukan_oleh
        lkip.save()
    client.force_login(make_pengguna(peran=peran, instansi=office))

    response = client.get(url(office))

    assertContains(response, f"LKIP {TAHUN} berstatus {lkip.get_status_display()}")
    periksa = assertContains if giliran else assertNotContains
    periksa(response, "Sekarang giliran Anda")


@pytest.mark.parametrize(
    ("hari_ini", "teks"),
    [
        (date(2025, 2, 20), "8 hari tersisa"),
        (date(2025, 2, 28), "hari ini"),
        (date(2025, 3, 2), "terlewat 2 hari"),
    ],
)
def test_beranda_counts_the_days_to_the_deadline(
    client, office, camat, monkeypatch, hari_ini, teks
):
    monkeypatch.setattr("django.utils.timezone.localdate", lambda: hari_ini)

    assertContains(client.get(url(office)), f"28 Februari 2025 – <b>{teks}</b>")


def test_year_switch_keeps_the_part_of_the_navigation(client, office, camat):
    make_perjanjian(instansi=office, renstra=office.renstra.get(), tahun=TAHUN + 1)

    response = client.get(url(office, "capaian/"))

    assertContains(response, f'href="{url(office, "capaian/", TAHUN + 1)}"')


def test_navigation_marks_where_one_is(client, office, camat):
    html = client.get(url(office, "pk/perubahan/")).content.decode()

    aktif = re.findall(r'<a href="([^"]+)" aria-current="(\w+)"', html)
    assert aktif == [
        (url(office, "renstra/"), "true"),
        (url(office, "pk/perubahan/"), "page"),
        (url(office, "pk/perubahan/"), "page"),
    ]  # navigation, menu of phones, tabs


def test_names_of_the_office_are_escaped(client, office, camat):
    Instansi.objects.filter(pk=office.pk).update(nama="Kecamatan <script>alert(1)</script>")

    response = client.get(url(office))

    assertContains(response, escape("Kecamatan <script>alert(1)</script>"))
    assertNotContains(response, "<script>alert")


# Perencanaan and Pengukuran


def test_pk_perubahan_says_what_changed_or_that_there_is_none(client, office, camat):
    assertContains(client.get(url(office, "pk/perubahan/")), "Yang berubah")

    office.perjanjian.filter(jenis="perubahan").delete()

    assertContains(
        client.get(url(office, "pk/perubahan/")),
        f"Tidak ada Perjanjian Kinerja Perubahan tahun {TAHUN}",
    )


def test_unknown_indikator_and_chapter_do_not_exist(client, office, camat):
    for sisa in ("iku/X9/", "capaian/X9/", "pratinjau/bab-9/"):
        assert client.get(url(office, sisa)).status_code == 404


def test_a_year_that_cannot_be_reported_says_why(client, office, camat):
    make_lkip(instansi=office, tahun=TAHUN + 1)
    sebab = f"{office} belum mempunyai perjanjian kinerja tahun {TAHUN + 1}."

    assertContains(client.get(url(office, "capaian/", TAHUN + 1)), sebab, status_code=404)
    assertContains(client.get(url(office, tahun=TAHUN + 1)), sebab)


# Downloads


def test_pdf_comes_with_its_name_and_is_sent_once(client, office, camat, monkeypatch, tmp_path):
    berkas = tmp_path / "0a1b2c.pdf"
    berkas.write_bytes(b"%PDF-1.7 isi")
    monkeypatch.setattr("lkip.views.laporan.berkas_cetakan", lambda sidik: berkas)

    response = client.get(url(office, "unduh/pdf/"))

    assert response.getvalue() == b"%PDF-1.7 isi"
    assert response["Content-Type"] == "application/pdf"
    assert response["Content-Disposition"] == (
        f'attachment; filename="LKIP-{TAHUN}-{office.nama.replace(" ", "-")}.pdf"'
    )
    assert response["Cache-Control"] == "no-cache, private"
    lagi = client.get(url(office, "unduh/pdf/"), headers={"If-None-Match": response["ETag"]})
    assert lagi.status_code == 304
    assert lagi.content == b""


def test_json_is_that_of_the_export(client, office, camat):
    response = client.get(url(office, "unduh/json/"))

    assert response["Content-Type"] == "application/json"
    assert response.json()["instansi"]["kode"] == office.kode
    assert response["Content-Disposition"].endswith('.json"')


def test_names_of_downloads_hold_no_path(client, office, camat):
    Instansi.objects.filter(pk=office.pk).update(nama="Kecamatan ../ “A/B” \r\n")

    nama = client.get(url(office, "unduh/json/"))["Content-Disposition"]

    assert nama == f'attachment; filename="LKIP-{TAHUN}-Kecamatan-A-B.json"'


# Errors


def test_expired_form_says_what_to_do(db):
    client = Client(enforce_csrf_checks=True)

    response = client.post("/masuk/", {"username": "camat", "password": "x"})

    assertContains(response, "Formulir ini sudah kedaluwarsa", status_code=403)


def test_failure_of_the_application_is_told_without_its_cause(client, office, camat, monkeypatch):
    def gagal(instansi, tahun):
        raise RuntimeError("rahasia")

    monkeypatch.setattr("lkip.akses.build_laporan", gagal)
    client.raise_request_exception = False

    response = client.get(url(office))

    assertContains(response, "Terjadi gangguan pada aplikasi", status_code=500)
    assertNotContains(response, "rahasia", status_code=500)


def test_who_is_evaluator_and_operator_sees_own_drafts_only(client, office):
    lain = make_laporan_lengkap()
    user = make_pengguna(peran="evaluator", instansi=lain)
    make_keanggotaan(pengguna=user, peran="operator", instansi=office)
    client.force_login(user)

    assert client.get(url(office)).status_code == 200
    assert client.get(url(lain)).status_code == 404
    daftar = client.get("/instansi/")
    assertContains(daftar, f'href="{url(office)}"')
    assertNotContains(daftar, f'href="{url(lain)}"')

"""Every address with every role, a stranger, and somebody who has not signed in."""

import re
from urllib.parse import quote

import pytest
from django.urls import URLPattern, get_resolver

from instansi.models import Keanggotaan
from perjanjian.models import Realisasi
from tests.factories import (
    BERKAS_FOTO,
    TAHUN,
    make_foto,
    make_instansi,
    make_laporan_lengkap,
    make_lkip,
    make_pengguna,
)

PUBLIC = {"masuk"}
POST_ONLY = {"keluar"}
REDIRECTS = {"mulai", "instansi", "pratinjau"}
ROLES = [peran.value for peran in Keanggotaan.Peran]
OFFICE_ROLES = [peran for peran in ROLES if peran != "evaluator"]


def iter_routes(patterns, prefix="/"):
    for pattern in patterns:
        route = prefix + str(pattern.pattern)
        if isinstance(pattern, URLPattern):
            yield route, pattern.name
        else:
            yield from iter_routes(pattern.url_patterns, route)


ROUTES = list(iter_routes(get_resolver().url_patterns))
OFFICE_ROUTES = [(route, name) for route, name in ROUTES if "<kode:" in route]


@pytest.fixture
def office(db):
    """An office with a full year."""
    return make_laporan_lengkap()


@pytest.fixture(autouse=True)
def cheap_pdf(monkeypatch, tmp_path):
    """Printing takes seconds and has its own tests; here it only matters who may ask for it."""
    berkas = tmp_path / "sidik.pdf"
    berkas.write_bytes(b"%PDF-1.7")
    monkeypatch.setattr("lkip.views.laporan.pdf_untuk", lambda laporan: berkas)


def fill(route, instansi):
    """Put the real objects of an office in a route."""
    program = instansi.program.get()
    kegiatan = program.kegiatan.get()
    realisasi = Realisasi.objects.filter(indikator__renstra__instansi=instansi, triwulan=4).first()
    nilai = {
        "program_pk": str(program.pk),
        "kegiatan_pk": str(kegiatan.pk),
        "sub_kegiatan_pk": str(kegiatan.sub_kegiatan.first().pk),
        "realisasi_pk": str(realisasi.pk),
        "bukti_pk": str(realisasi.bukti.get().pk),
        "kode": instansi.kode,
        "tahun": str(TAHUN),
        "indikator": quote(instansi.renstra.get().indikator.first().kode),
        "tujuan_pk": str(instansi.renstra.get().tujuan.first().pk),
        "sasaran_pk": str(instansi.renstra.get().sasaran.first().pk),
        "indikator_pk": str(instansi.renstra.get().indikator.first().pk),
        "pejabat_pk": str(instansi.pejabat.filter(peran="pimpinan").first().pk),
        "foto_pk": str(instansi.lkip.first().foto.first().pk),
        "lampiran_pk": str(instansi.lkip.first().lampiran.first().pk),
        "pemda_pk": str(instansi.pemda_id),
        "profil_pk": str(instansi.pemda.profil_penilaian.get().pk),
        "pengguna_pk": str(
            instansi.pemda.keanggotaan.values_list("pengguna", flat=True).first() or 0
        ),
        "keanggotaan_pk": str(instansi.pemda.keanggotaan.values_list("pk", flat=True).first() or 0),
        "bagian": "penutup",
        "bab": "bab-3",
        "nama": BERKAS_FOTO,
    }
    return re.sub(r"<\w+:(\w+)>", lambda cocok: nilai[cocok[1]], route)


def statuses(client, instansi, routes, method="get"):
    """Ask for every route and return the status codes by name."""
    found = {}
    for route, name in routes:
        response = getattr(client, method)(fill(route, instansi))
        if response.streaming:
            response.getvalue()  # closes the file
        found[name] = response.status_code
    return found


def expect(routes, status, **others):
    return {name: others.get(name, status) for _, name in routes}


READABLE = expect(OFFICE_ROUTES, 200, **dict.fromkeys(REDIRECTS, 302))


def test_every_page_needs_a_login(client, office):
    assert statuses(client, office, ROUTES) == expect(ROUTES, 302, masuk=200, keluar=405)


def test_who_has_not_signed_in_is_led_to_the_page_afterwards(client, office):
    alamat = f"/{office.kode}/{TAHUN}/capaian/"

    assert client.get(alamat).url == f"/masuk/?next={alamat}"


@pytest.mark.parametrize("peran", OFFICE_ROLES)
def test_roles_of_the_office_read_every_page(client, office, peran):
    client.force_login(make_pengguna(peran=peran, instansi=office))

    assert statuses(client, office, OFFICE_ROUTES) == READABLE


@pytest.mark.parametrize("peran", [*ROLES, None])
def test_every_page_hides_other_offices(client, office, peran):
    client.force_login(make_pengguna(peran=peran, instansi=make_instansi()))

    assert statuses(client, office, OFFICE_ROUTES) == expect(OFFICE_ROUTES, 404)


@pytest.mark.parametrize("status", ["draf", "diajukan", "diverifikasi", "dikembalikan"])
def test_evaluators_do_not_see_unfinished_reports(client, office, status):
    set_status(office, status)
    client.force_login(make_pengguna(peran="evaluator", instansi=office))

    assert statuses(client, office, OFFICE_ROUTES) == expect(OFFICE_ROUTES, 404, instansi=200)


def test_evaluators_read_disahkan_reports(client, office):
    set_status(office, "disahkan")
    client.force_login(make_pengguna(peran="evaluator", instansi=office))

    assert statuses(client, office, OFFICE_ROUTES) == READABLE


def set_status(instansi, status):
    """Give the year an LKIP of this status, with all its steps."""
    instansi.lkip.update(tahun=TAHUN - 1)
    make_foto(lkip=make_lkip(instansi=instansi, tahun=TAHUN, status=status))


@pytest.mark.parametrize("peran", [*ROLES, None])
def test_list_of_offices_is_for_the_pemda(client, office, peran):
    client.force_login(make_pengguna(peran=peran, instansi=office))

    expected = 200 if peran in Keanggotaan.PERAN_PEMDA else 403
    assert client.get("/instansi/").status_code == expected


def test_no_page_changes_anything(client, office):
    client.force_login(make_pengguna(peran="admin", instansi=office))
    routes = [(route, name) for route, name in ROUTES if name not in PUBLIC | POST_ONLY]

    assert statuses(client, office, routes, "post") == expect(routes, 405)


def test_a_year_without_perjanjian_does_not_exist(client, office):
    client.force_login(make_pengguna(peran="camat", instansi=office))

    assert client.get(f"/{office.kode}/{TAHUN + 1}/").status_code == 404


def test_uploads_that_the_report_does_not_show_stay_hidden(client, office):
    client.force_login(make_pengguna(peran="camat", instansi=office))

    assert client.get(f"/{office.kode}/{TAHUN}/berkas/bukti/rahasia.pdf").status_code == 404
    assert client.get(f"/{office.kode}/{TAHUN}/berkas/../kunci").status_code == 404


def test_a_user_without_office_is_told_so(client, db):
    client.force_login(make_pengguna())

    assert "belum terhubung dengan instansi" in client.get("/").content.decode()


def test_an_office_without_year_says_so(client, db):
    instansi = make_instansi()
    client.force_login(make_pengguna(peran="operator", instansi=instansi))

    response = client.get("/", follow=True)

    assert response.redirect_chain == [(f"/{instansi.kode}/", 302)]
    assert "Belum ada tahun yang dapat dibuka" in response.content.decode()

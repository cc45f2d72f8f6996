"""Grids in the browser: as a form without scripts, row by row as JSON, and who may do what."""

import json

import pytest

from lkip.models import LKIP
from renstra.models import TargetRenstra
from tests import factories as buat

pytestmark = pytest.mark.django_db


@pytest.fixture
def alamat(instansi):
    return f"/{instansi.kode}/{buat.TAHUN}/isi/target-renstra/"


@pytest.fixture
def indikator(instansi):
    return instansi.renstra.get().indikator.first()


def masuk(client, instansi, peran="operator"):
    client.force_login(buat.make_pengguna(peran=peran, instansi=instansi))


def target(indikator):
    return TargetRenstra.objects.get(indikator=indikator, tahun=buat.TAHUN).nilai


def kirim(client, alamat, indikator, dasar, teks):
    isi = {"baris": {str(indikator.pk): {str(buat.TAHUN): {"dasar": dasar, "teks": teks}}}}
    return client.post(alamat, json.dumps(isi), content_type="application/json")


def test_form_posted_as_it_came_changes_nothing(client, instansi, alamat):
    masuk(client, instansi)
    halaman = client.get(alamat)
    isian = {
        sel.nama: sel.teks for baris in halaman.context["baris"] for sel in baris.sel if sel
    } | {f"dasar-{baris.baris.kunci}": baris.dasar for baris in halaman.context["baris"]}
    sebelum = TargetRenstra.history.count()

    assert client.post(alamat, isian).status_code == 302
    assert TargetRenstra.history.count() == sebelum


def test_form_saves_and_shows_what_was_wrong(client, instansi, alamat, indikator):
    masuk(client, instansi)
    nama = f"s-{indikator.pk}-{buat.TAHUN}"
    dasar = {f"dasar-{indikator.pk}": json.dumps({str(buat.TAHUN): "90"})}

    salah = client.post(alamat, {nama: "sembilan", **dasar})
    benar = client.post(alamat, {nama: "91,5", **dasar})

    assert b"Isi dengan angka" in salah.content
    assert b'value="sembilan"' in salah.content
    assert benar.status_code == 302
    assert str(target(indikator)) == "91.5000"


def test_row_as_json_answers_what_was_saved(client, instansi, alamat, indikator):
    masuk(client, instansi)

    jawaban = kirim(client, alamat, indikator, "90", "92")

    assert jawaban.status_code == 200
    assert jawaban.json()["baris"][str(indikator.pk)]["tersimpan"] == {str(buat.TAHUN): "92"}


def test_conflict_names_who_and_both_values(client, instansi, alamat, indikator):
    masuk(client, instansi)
    kirim(client, alamat, indikator, "90", "92")

    jawaban = kirim(client, alamat, indikator, "90", "95")

    assert jawaban.status_code == 409
    baris = jawaban.json()["baris"][str(indikator.pk)]
    assert baris["bentrok"][0]["isian"] == "95"
    assert baris["bentrok"][0]["tersimpan"] == "92"
    assert baris["oleh"] == str(client.get("/akun/").wsgi_request.user)
    assert target(indikator) == 92


@pytest.mark.parametrize("peran", ["verifikator", "camat"])
def test_roles_that_enter_nothing_are_refused(client, instansi, alamat, indikator, peran):
    masuk(client, instansi, peran)

    assert client.get(alamat).status_code == 403
    assert kirim(client, alamat, indikator, "90", "92").status_code == 403
    assert target(indikator) == 90


def test_seksi_cannot_change_what_the_office_sets(client, instansi, alamat, indikator):
    masuk(client, instansi, "seksi")

    assert client.get(alamat).status_code == 200
    assert kirim(client, alamat, indikator, "90", "92").status_code == 403
    assert target(indikator) == 90


def test_stranger_finds_nothing(client, instansi, alamat, indikator):
    masuk(client, buat.make_instansi())

    assert client.get(alamat).status_code == 404
    assert kirim(client, alamat, indikator, "90", "92").status_code == 404
    assert target(indikator) == 90


def test_submitted_year_is_read_only(client, instansi, alamat, indikator):
    lkip = LKIP.objects.get(instansi=instansi)
    lkip.delete()
    buat.make_lkip(instansi=instansi, status="diajukan")
    masuk(client, instansi)

    assert b"hanya dapat dibaca" in client.get(alamat).content
    assert kirim(client, alamat, indikator, "90", "92").status_code == 403
    assert target(indikator) == 90


@pytest.mark.parametrize("isi", ["[]", "{}", '{"baris": 1}', '{"baris": {"1": {"2": 3}}}', "\xff"])
def test_what_our_page_never_sends_is_refused(client, instansi, alamat, isi):
    masuk(client, instansi)

    assert client.post(alamat, isi, content_type="application/json").status_code == 400

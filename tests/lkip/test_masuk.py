"""Masuk and Keluar: what the login says, and where it leads."""

from pytest_django.asserts import assertContains

from tests.factories import (
    KATA_SANDI,
    make_pengguna,
)
from tests.lkip.kantor_uji import camat, office, url

__all__ = ["camat", "office"]

# Masuk


def test_masuk_names_every_mistake_in_its_summary(client, db):
    response = client.post("/masuk/", {"username": "", "password": ""})

    assertContains(response, '<a href="#id_username">Nama pengguna belum diisi.</a>', html=True)
    assertContains(response, '<a href="#id_password">Kata sandi belum diisi.</a>', html=True)
    assertContains(response, "<title>Galat: Masuk – LKIP</title>", html=True)


def test_masuk_does_not_tell_which_of_both_is_wrong(client, db):
    make_pengguna(username="ada")
    pesan = "Nama pengguna atau kata sandi tidak cocok."

    for username in ("ada", "tidak-ada"):
        response = client.post("/masuk/", {"username": username, "password": "keliru"})
        assertContains(response, pesan)


def test_masuk_lets_password_managers_and_paste_work(client, db):
    html = client.get("/masuk/").content.decode()

    assert 'autocomplete="username"' in html
    assert 'autocomplete="current-password"' in html
    assert "onpaste" not in html


def test_masuk_leads_to_no_other_host(client, db):
    make_pengguna(username="ada")
    isian = {"username": "ada", "password": KATA_SANDI, "next": "https://example.org/"}

    assert client.post("/masuk/", isian).url == "/"


def test_masuk_again_leads_to_beranda(client, office, camat):
    assert client.get("/masuk/").url == "/"


def test_keluar_ends_the_session(client, office, camat):
    assert client.post("/keluar/").url == "/masuk/"
    assert client.get(url(office)).url.startswith("/masuk/")


def test_keluar_without_session_is_no_error(client, db):
    assert client.post("/keluar/").url == "/masuk/"

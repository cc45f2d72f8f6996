"""What browser tests of grids share: the example office, its users, and cells."""

import sqlite3
from functools import cache

import pytest
from django.conf import settings
from django.db import connection
from django.test import Client
from playwright.sync_api import expect

from instansi.models import Pengguna
from renstra.models import Indikator, TargetRenstra
from tests.kantor_contoh import muat_contoh

AKAR = "/35.09.09/2024/"
KISI = f"{AKAR}isi/target-renstra/"
TEMPEL = """(kendali, teks) => {
  const isi = new DataTransfer();
  isi.setData("text/plain", teks);
  kendali.dispatchEvent(
    new ClipboardEvent("paste", {clipboardData: isi, bubbles: true, cancelable: true}));
}"""


@pytest.fixture
def kantor(transactional_db):
    """The example office. Loading it takes seconds, so it is loaded once and copied after that."""
    connection.ensure_connection()
    salinan_kantor().backup(connection.connection)


@cache
def salinan_kantor():
    """A database with the example office, from the empty one of the first test."""
    muat_contoh()
    salinan = sqlite3.connect(":memory:", check_same_thread=False)
    connection.connection.backup(salinan)
    return salinan


@pytest.fixture
def situs(live_server, kantor):
    return live_server.url


@pytest.fixture
def halaman(page, situs):
    """The grid of targets, opened by the operator."""
    masuk(page.context, situs, "operator")
    page.goto(situs + KISI)
    yield page
    lepaskan(page.context)


@pytest.fixture
def halaman_kisi(page, situs):
    """Open a grid of the example office, as the operator: halaman_kisi("sarana")."""
    masuk(page.context, situs, "operator")

    def buka(nama):
        page.goto(f"{situs}{AKAR}isi/{nama}/")
        return page

    yield buka
    lepaskan(page.context)


def lepaskan(context):
    """Let savings end and no other begin: a page that closes with unsaved cells still tries one."""
    for page in context.pages:
        page.unroute_all(behavior="ignoreErrors")
        expect(page.get_by_text("Menyimpan…")).to_have_count(0)
    context.set_offline(True)


def masuk(context, situs, nama):
    """Give the browser the session of a user, as after the login page."""
    client = Client()
    client.force_login(Pengguna.objects.get(username=nama))
    cookie = client.cookies[settings.SESSION_COOKIE_NAME]
    context.add_cookies([{"name": cookie.key, "value": cookie.value, "url": situs}])


def keluarkan(context):
    """End the session, as after a working day."""
    context.clear_cookies(name=settings.SESSION_COOKIE_NAME)


def sel(page, kode, tahun):
    """The cell of an indikator and year."""
    return page.locator(f"#s-{Indikator.objects.get(kode=kode).pk}-{tahun}")


def isi_sel(page, kode, tahun):
    return sel(page, kode, tahun).input_value()


def tempel(kendali, teks):
    """Paste a text as the browser does from the clipboard."""
    kendali.focus()
    kendali.evaluate(TEMPEL, teks)


def kode_urut():
    """Codes of the indikator in the order of the rows."""
    return list(Indikator.objects.values_list("kode", flat=True))


def lencana(page):
    return page.locator("[data-lencana]")


def kabar(page):
    return page.locator("[data-status]")


def target(kode, tahun):
    """The stored target; None where there is none."""
    return (
        TargetRenstra.objects.filter(indikator__kode=kode, tahun=tahun)
        .values_list("nilai", flat=True)
        .first()
    )


def keyboard_paste(page):
    """Paste what the page itself has put on the clipboard."""
    teks = page.evaluate("navigator.clipboard.readText()")
    tempel(page.locator(":focus"), teks)

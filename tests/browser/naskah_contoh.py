"""What browser tests of narratives share: a section with a text, its page, and who else saves."""

import re

import pytest
from django.test import Client
from playwright.sync_api import expect

from instansi.models import Pengguna
from lkip.models import Narasi
from tests.browser.kisi_contoh import lepaskan, masuk

ALAMAT = "/35.09.09/2024/naskah/penutup/"
TERSIMPAN = re.compile(r"Semua perubahan tersimpan \d\d\.\d\d WIB")


@pytest.fixture
def penutup(kantor):
    """The closing section with a text of one paragraph."""
    Narasi.objects.filter(lkip__instansi__kode="35.09.09", bagian="penutup").delete()
    client = Client()
    client.force_login(Pengguna.objects.get(username="operator"))
    client.post(ALAMAT, {"isi": "Naskah awal penutup.", "versi": ""})


@pytest.fixture
def halaman(page, situs, penutup):
    """The page of the section, opened by the operator, with the editor in place."""
    masuk(page.context, situs, "operator")
    buka(page, situs)
    yield page
    lepaskan(page.context)


def buka(page, situs):
    """Open the section and wait until the editor has taken the place of the textarea."""
    page.goto(situs + ALAMAT)
    expect(alat(page, "Tebal")).to_be_visible()


def kotak(page):
    return page.get_by_role("textbox", name="Isi naskah", exact=False)


def alat(page, nama):
    return page.get_by_role("toolbar", name="Bentuk tulisan").get_by_role("button", name=nama)


def tersimpan():
    return Narasi.objects.get(bagian="penutup", lkip__tahun=2024).isi


def ganti(page, teks):
    """Write a text in place of all that is there."""
    kotak(page).press("Control+a")
    page.keyboard.type(teks)


def simpan_sebagai(nama, isi):
    """Somebody else saves the section meanwhile."""
    client = Client()
    client.force_login(Pengguna.objects.get(username=nama))
    versi = Narasi.objects.get(bagian="penutup", lkip__tahun=2024).versi
    client.post(ALAMAT, {"isi": isi, "versi": versi})


def putuskan(page):
    """Let no saving of this page through."""
    page.route(f"**{ALAMAT}", lambda r: r.abort() if r.request.method == "POST" else r.continue_())


def draf(page):
    return page.evaluate("Object.keys(localStorage).filter((k) => k.startsWith('lkip-draf:'))")

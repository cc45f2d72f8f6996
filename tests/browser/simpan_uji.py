"""What tests of saving a grid share: cells, drafts, and the line."""

import json
import re

from django.test import Client

from instansi.models import Pengguna
from renstra.models import Indikator
from tests.browser.kisi_contoh import (
    KISI,
    sel,
)

TERSIMPAN = re.compile(r"Semua perubahan tersimpan \d\d\.\d\d WIB")


def isi(page, kode, tahun, teks):
    """Type into a cell and leave its row."""
    sel(page, kode, tahun).fill(teks)
    page.locator("h1").click()


def simpan_sebagai(nama, kode, tahun, dasar, teks):
    """Somebody else saves a cell meanwhile."""
    client = Client()
    client.force_login(Pengguna.objects.get(username=nama))
    baris = {str(Indikator.objects.get(kode=kode).pk): {str(tahun): {"dasar": dasar, "teks": teks}}}
    return client.post(KISI, json.dumps({"baris": baris}), content_type="application/json")


def putuskan(page):
    """Let no saving of this page through."""
    page.route(f"**{KISI}", lambda route: route.abort() if kirim(route) else route.continue_())


def kirim(route):
    return route.request.method == "POST"

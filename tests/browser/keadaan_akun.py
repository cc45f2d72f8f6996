"""Pages of accounts that take several steps to reach: locked out, the second step, a one-time link."""

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from django.http import HttpResponse
from django.test import Client
from django_otp.oath import totp
from django_otp.plugins.otp_totp.models import TOTPDevice

from instansi.models import Pengguna

SANDI = "contoh-lkip-2024"
MASUK, KEDUA, DUA_LANGKAH = "/masuk/", "/masuk/langkah-kedua/", "/akun/dua-langkah/"


def iter_akun() -> Iterator[tuple[str, HttpResponse, str]]:
    """(who, answer, what was done), of the users of the example office."""
    yield from _dua_langkah()
    yield from _langkah_kedua()
    yield from _tautan()
    for _ in range(5):
        jawaban = Client().post(MASUK, {"username": "operator", "password": "keliru"})
    yield "tamu", jawaban, "terkunci"


def kode_totp(username: str) -> str:
    """What the application of a user shows now, even if the code of now was used."""
    alat = TOTPDevice.objects.get(user__username=username)
    alat.last_t = -1
    alat.throttle_reset()
    return f"{totp(alat.bin_key, drift=alat.drift):06}"


def _dua_langkah():
    camat = Client()
    camat.force_login(Pengguna.objects.get(username="camat"))
    camat.post(f"{DUA_LANGKAH}siapkan/")
    yield "camat", camat.get(DUA_LANGKAH), "disiapkan"
    yield "camat", camat.post(DUA_LANGKAH, {"kode": "x"}), "kode keliru"
    yield "camat", camat.post(DUA_LANGKAH, {"kode": kode_totp("camat")}), "kode cadangan"
    yield "camat", camat.get(DUA_LANGKAH), "aktif"
    yield "camat", camat.get(f"{DUA_LANGKAH}matikan/"), ""
    yield "camat", camat.post(f"{DUA_LANGKAH}kode/", {"sandi": ""}), "kosong"
    admin = Client()
    admin.force_login(Pengguna.objects.get(username="admin"))
    yield "admin", admin.get("/pengguna/"), "dengan dua langkah"
    Client().post(MASUK, {"username": "admin", "password": SANDI})
    yield "admin", admin.get("/akun/"), "dua sesi"


def _langkah_kedua():
    tamu = Client()
    tamu.post(MASUK, {"username": "camat", "password": SANDI})
    yield "tamu", tamu.get(KEDUA), ""
    yield "tamu", tamu.post(KEDUA, {"kode": "x"}), "kode keliru"


def _tautan():
    admin = Client()
    admin.force_login(Pengguna.objects.get(username="admin"))
    nomor = Pengguna.objects.get(username="seksi").pk
    jawaban = admin.post(f"/pengguna/{nomor}/tautan/")
    yield "admin", jawaban, "tautan"
    jalur = urlsplit(re.search(r'id="tautan">([^<]+)<', jawaban.content.decode())[1]).path
    tamu = Client()
    yield "tamu", tamu.get(jalur, follow=True), "tautan"
    yield "tamu", tamu.post(jalur.rsplit("/", 2)[0] + "/set-password/", {}), "kosong"
    yield "tamu", tamu.get("/tautan/MQ/tidak-berlaku/"), "tautan tidak berlaku"

"""The one-time link: from the admin who makes it to the user who sets a password there."""

import re
from datetime import timedelta
from urllib.parse import urlsplit

import pytest
from django.contrib.auth.tokens import PasswordResetTokenGenerator
from django.core import mail
from django.test import Client
from django.utils import timezone

from instansi.models import Pengguna
from tests import factories as buat

pytestmark = pytest.mark.django_db
SANDI = "kembang-setaman-7"


@pytest.fixture
def instansi():
    return buat.make_instansi()


@pytest.fixture
def admin(client, instansi):
    client.force_login(buat.make_pengguna(peran="admin", instansi=instansi, username="si-admin"))
    return client


def tambah(admin, kantor, **isian):
    kiriman = {"nama": "Siti", "username": "siti", "peran": "operator", "instansi": kantor.pk}
    return admin.post(f"/pengguna/baru/{kantor.pemda_id}/", kiriman | isian)


def baca_tautan(jawaban):
    return re.search(r'id="tautan">([^<]+)<', jawaban.content.decode())[1]


def buka(tautan):
    """A browser of somebody who follows the link, and the page that it comes to."""
    tamu = Client()
    return tamu, tamu.get(urlsplit(tautan).path, follow=True)


def pakai(tautan, sandi=SANDI):
    tamu, halaman = buka(tautan)
    tujuan = halaman.request["PATH_INFO"]
    return tamu.post(tujuan, {"new_password1": sandi, "new_password2": sandi}, follow=True)


def masuk(nama, sandi):
    return Client().post("/masuk/", {"username": nama, "password": sandi}).status_code == 302


def test_new_user_sets_a_password_at_the_link(admin, instansi):
    jawaban = tambah(admin, instansi)
    siti = Pengguna.objects.get(username="siti")
    assert not siti.has_usable_password()
    assert "no-store" in jawaban.headers["Cache-Control"]

    hasil = pakai(baca_tautan(jawaban))

    assert "Kata sandi tersimpan" in hasil.content.decode()
    assert masuk("siti", SANDI)


def test_link_holds_the_address_of_the_site(admin, instansi, settings):
    assert baca_tautan(tambah(admin, instansi)).startswith("http://testserver/tautan/")

    settings.ALAMAT_SITUS = "https://lkip.example.go.id"
    jawaban = tambah(admin, instansi, username="budi")
    assert baca_tautan(jawaban).startswith("https://lkip.example.go.id/tautan/")


def test_link_works_once(admin, instansi):
    tautan = baca_tautan(tambah(admin, instansi))
    pakai(tautan)

    _, halaman = buka(tautan)

    assert halaman.status_code == 410
    assert "Tautan tidak berlaku" in halaman.content.decode()


def test_looking_at_the_link_does_not_use_it_up(admin, instansi):
    tautan = baca_tautan(tambah(admin, instansi))
    buka(tautan)

    assert pakai(tautan).status_code == 200
    assert masuk("siti", SANDI)


def test_link_works_for_three_days(admin, instansi, monkeypatch):
    tautan = baca_tautan(tambah(admin, instansi))
    kini = timezone.localtime().replace(tzinfo=None)

    for hari, status in ((2.9, 200), (3.1, 410)):
        saat = kini + timedelta(days=hari)
        monkeypatch.setattr(PasswordResetTokenGenerator, "_now", lambda self, saat=saat: saat)
        assert buka(tautan)[1].status_code == status


def test_new_link_ends_the_old_link_the_password_and_the_sessions(admin, instansi):
    lama = baca_tautan(tambah(admin, instansi))
    pakai(lama)
    siti = Pengguna.objects.get(username="siti")
    terbuka = Client()
    terbuka.post("/masuk/", {"username": "siti", "password": SANDI})
    pertama = baca_tautan(admin.post(f"/pengguna/{siti.pk}/tautan/"))

    kedua = baca_tautan(admin.post(f"/pengguna/{siti.pk}/tautan/"))

    assert terbuka.get("/akun/").status_code == 302
    assert not masuk("siti", SANDI)
    assert buka(pertama)[1].status_code == 410
    assert buka(kedua)[1].status_code == 200


def test_link_of_a_closed_account_does_not_work(admin, instansi):
    tautan = baca_tautan(tambah(admin, instansi))
    Pengguna.objects.filter(username="siti").update(is_active=False)

    assert buka(tautan)[1].status_code == 410


@pytest.mark.parametrize(
    "jalur", ["/tautan/MQ/abc-def/", "/tautan/xx/set-password/", "/tautan/_/x/"]
)
def test_invented_link_does_not_work(client, jalur):
    assert client.get(jalur).status_code == 410


def test_weak_password_is_refused_at_the_link(admin, instansi):
    jawaban = pakai(baca_tautan(tambah(admin, instansi)), sandi="pendek")

    assert "terlalu pendek" in jawaban.content.decode()
    assert not Pengguna.objects.get(username="siti").has_usable_password()


def test_link_forgives_earlier_failures(admin, instansi):
    tautan = baca_tautan(tambah(admin, instansi))
    for _ in range(5):
        masuk("siti", "keliru")

    pakai(tautan)

    assert masuk("siti", SANDI)


def test_link_goes_by_e_mail_to_who_has_an_address(admin, instansi, settings):
    settings.SUREL_AKTIF, settings.ALAMAT_SITUS = True, "https://lkip.example.go.id"

    jawaban = tambah(admin, instansi, email="siti@example.go.id")
    tambah(admin, instansi, username="budi")

    (surat,) = mail.outbox
    assert surat.to == ["siti@example.go.id"]
    assert baca_tautan(jawaban) in surat.body
    assert "sudah dikirim ke siti@example.go.id" in jawaban.content.decode()


def test_no_mail_is_sent_without_a_mail_server(admin, instansi):
    tambah(admin, instansi, email="siti@example.go.id")

    assert mail.outbox == []


def test_mail_that_fails_is_said_and_the_link_still_shown(admin, instansi, settings, monkeypatch):
    settings.SUREL_AKTIF = True
    monkeypatch.setattr("lkip.surel.EmailMessage.send", _gagal)

    jawaban = tambah(admin, instansi, email="siti@example.go.id")

    assert "gagal dikirim" in jawaban.content.decode()
    assert baca_tautan(jawaban)


def _gagal(surat):
    raise ConnectionRefusedError

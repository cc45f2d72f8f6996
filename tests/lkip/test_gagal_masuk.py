"""Signing in: who fails too often waits, from where they failed."""

from datetime import timedelta

import pytest
from axes.models import AccessAttempt
from django.test import RequestFactory
from django.utils import timezone

from lkip.masuk import alamat_ip
from tests import factories as buat

pytestmark = pytest.mark.django_db
SALAH = "Nama pengguna atau kata sandi tidak cocok."


@pytest.fixture
def camat():
    return buat.make_pengguna(peran="camat", username="camat-uji")


def masuk(client, nama="camat-uji", sandi="keliru", ip="10.0.0.1", **kepala):
    kiriman = {"username": nama, "password": sandi}
    return client.post("/masuk/", kiriman, REMOTE_ADDR=ip, **kepala)


def gagal(client, kali, **isian):
    for _ in range(kali):
        jawaban = masuk(client, **isian)
    return jawaban


def test_fifth_failure_locks_and_tells_for_how_long(client, camat):
    assert SALAH in gagal(client, 4).content.decode()

    jawaban = masuk(client)

    assert jawaban.status_code == 429
    assert "Coba lagi dalam <b>15 menit</b>" in jawaban.content.decode()
    assert jawaban.headers["Retry-After"] == "900"


def test_right_password_does_not_open_what_is_locked(client, camat):
    gagal(client, 5)

    assert masuk(client, sandi=buat.KATA_SANDI).status_code == 429
    assert "_auth_user_id" not in client.session


def test_a_name_that_nobody_has_is_locked_alike(client, camat):
    ada, tiada = (gagal(client, 5, nama=nama) for nama in ("camat-uji", "tidak-ada"))

    assert (ada.status_code, ada.content) == (tiada.status_code, tiada.content)


def test_lock_is_of_the_name_and_the_address_together(client, camat):
    gagal(client, 5)

    assert masuk(client, nama="operator-uji").status_code == 200
    assert masuk(client, sandi=buat.KATA_SANDI, ip="10.0.0.2").status_code == 302


def test_another_browser_does_not_begin_anew(client, camat):
    gagal(client, 3)

    assert gagal(client, 2, HTTP_USER_AGENT="lain").status_code == 429


def test_trying_again_does_not_prolong_the_lock(client, camat):
    gagal(client, 5)
    AccessAttempt.objects.update(attempt_time=timezone.now() - timedelta(minutes=11))

    assert "<b>4 menit</b>" in masuk(client).content.decode()
    AccessAttempt.objects.update(attempt_time=timezone.now() - timedelta(minutes=16))
    assert masuk(client, sandi=buat.KATA_SANDI).status_code == 302


def test_success_forgives_earlier_failures(client, camat):
    gagal(client, 4)
    masuk(client, sandi=buat.KATA_SANDI)
    client.logout()

    assert SALAH in gagal(client, 4).content.decode()


def test_no_password_is_written_down(client, camat):
    masuk(client, sandi="rahasia-sekali")

    catatan = AccessAttempt.objects.values().get()
    assert "rahasia-sekali" not in str(catatan)


@pytest.mark.parametrize(
    ("di_belakang", "diteruskan", "ip"),
    [
        (False, "1.2.3.4", "10.0.0.9"),
        (True, "1.2.3.4", "1.2.3.4"),
        (True, "6.6.6.6, 1.2.3.4", "1.2.3.4"),
        (True, "bukan-alamat", "10.0.0.9"),
        (True, "", "10.0.0.9"),
        (True, "2001:db8::1", "2001:db8::1"),
    ],
)
def test_forwarded_address_counts_only_behind_a_proxy(settings, di_belakang, diteruskan, ip):
    settings.BEHIND_PROXY = di_belakang
    request = RequestFactory().get(
        "/masuk/", REMOTE_ADDR="10.0.0.9", HTTP_X_FORWARDED_FOR=diteruskan
    )

    assert alamat_ip(request) == ip

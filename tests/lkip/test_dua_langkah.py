"""The second step of signing in: set up, used, lost, and demanded of a role."""

import re
from datetime import timedelta

import pytest
from axes.models import AccessAttempt
from django.core.exceptions import ImproperlyConfigured
from django.test import Client
from django.utils import timezone
from django_otp.oath import totp
from django_otp.plugins.otp_static.models import StaticDevice
from django_otp.plugins.otp_totp.models import TOTPDevice

from lkip.dua_langkah import buat_kode_cadangan, periksa_kode, periksa_peran_wajib, siapkan
from tests import factories as buat

pytestmark = pytest.mark.django_db
HALAMAN = "/akun/dua-langkah/"
KEDUA = "/masuk/langkah-kedua/"
SANDI = {"sandi": buat.KATA_SANDI}


@pytest.fixture
def camat():
    return buat.make_pengguna(peran="camat", username="camat-uji")


@pytest.fixture
def terpasang(camat):
    """A camat whose application counts; the codes of the present were not used."""
    siapkan(camat)
    TOTPDevice.objects.update(confirmed=True)
    return camat


def kode_kini(geser=0):
    alat = TOTPDevice.objects.get()
    return f"{totp(alat.bin_key, drift=alat.drift + geser):06}"


def kode_salah():
    return f"{(int(kode_kini()) + 500_000) % 1_000_000:06}"


def masuk(client, nama="camat-uji"):
    kiriman = {"username": nama, "password": buat.KATA_SANDI, "next": "/akun/"}
    return client.post("/masuk/", kiriman)


def reda():
    """Let the wait after a wrong code be over."""
    lalu = timezone.now() - timedelta(hours=1)
    for model in (TOTPDevice, StaticDevice):
        model.objects.exclude(throttling_failure_timestamp=None).update(
            throttling_failure_timestamp=lalu
        )


def sudah_masuk(client):
    return client.get("/akun/").status_code == 200


def test_set_up_shows_the_secret_and_counts_after_a_right_code(client, camat):
    client.force_login(camat)
    assert client.post(f"{HALAMAN}siapkan/").url == HALAMAN
    halaman = client.get(HALAMAN).content.decode()
    assert "<svg" in halaman
    assert "style=" not in halaman
    assert not TOTPDevice.objects.get().confirmed

    jawaban = client.post(HALAMAN, {"kode": kode_kini()}).content.decode()

    assert len(re.findall(r"<li>[a-z2-7]{4}-[a-z2-7]{4}</li>", jawaban)) == 10
    assert TOTPDevice.objects.get().confirmed
    assert "Sisa kode cadangan: <b>10</b>" in client.get(HALAMAN).content.decode()


def test_wrong_code_does_not_activate(client, camat):
    client.force_login(camat)
    client.post(f"{HALAMAN}siapkan/")

    assert "Kode tidak cocok" in client.post(HALAMAN, {"kode": kode_salah()}).content.decode()
    assert not TOTPDevice.objects.get().confirmed
    assert masuk(Client()).url == "/akun/"


def test_activation_ends_sessions_without_a_second_step(client, camat):
    lain = Client()
    masuk(lain)
    client.force_login(camat)
    client.post(f"{HALAMAN}siapkan/")

    client.post(HALAMAN, {"kode": kode_kini()})

    assert (sudah_masuk(lain), sudah_masuk(client)) == (False, True)


def test_beginning_anew_does_not_touch_what_is_active(client, terpasang):
    semula = TOTPDevice.objects.get().key
    client.force_login(terpasang)

    client.post(f"{HALAMAN}siapkan/")

    assert TOTPDevice.objects.get().key == semula


def test_password_alone_does_not_sign_in(client, terpasang):
    assert masuk(client).url == KEDUA
    assert not sudah_masuk(client)

    assert client.post(KEDUA, {"kode": f" {kode_kini()[:3]} {kode_kini()[3:]} "}).url == "/akun/"
    assert sudah_masuk(client)


def test_code_works_once(client, terpasang):
    kode = kode_kini()
    masuk(client)
    client.post(KEDUA, {"kode": kode})
    lain = Client()
    masuk(lain)

    assert (
        "Kode tidak cocok atau sudah dipakai" in lain.post(KEDUA, {"kode": kode}).content.decode()
    )
    assert not sudah_masuk(lain)


def test_backup_code_works_once_and_tells_how_many_are_left(client, terpasang):
    kode = buat_kode_cadangan(terpasang)[0].upper()
    masuk(client)

    jawaban = client.post(KEDUA, {"kode": kode}, follow=True)

    assert "Sisa: 9 kode" in jawaban.content.decode()
    assert periksa_kode(terpasang, kode) is None


def test_after_a_wrong_code_one_waits(client, terpasang):
    masuk(client)
    client.post(KEDUA, {"kode": kode_salah()})

    jawaban = client.post(KEDUA, {"kode": kode_kini()}).content.decode()

    assert re.search(r"Tunggu \d+ detik", jawaban)
    reda()
    assert client.post(KEDUA, {"kode": kode_kini()}).url == "/akun/"


def test_five_wrong_codes_lock_as_wrong_passwords_do(client, terpasang):
    masuk(client)
    for _ in range(5):
        reda()
        jawaban = client.post(KEDUA, {"kode": kode_salah()})

    assert jawaban.status_code == 429
    reda()
    assert client.post(KEDUA, {"kode": kode_kini()}).status_code == 429
    assert masuk(Client()).status_code == 429
    assert not sudah_masuk(client)


def test_wrong_passwords_and_codes_are_counted_together(client, terpasang):
    for _ in range(4):
        client.post("/masuk/", {"username": "camat-uji", "password": "keliru"})
    masuk(client)

    assert client.post(KEDUA, {"kode": kode_salah()}).status_code == 429


def ubah_tertunda(client, **isian):
    simpanan = client.session
    simpanan["langkah_kedua"] = simpanan["langkah_kedua"] | isian
    simpanan.save()


def test_second_step_has_its_time(client, terpasang):
    masuk(client)
    ubah_tertunda(client, pada=(timezone.now() - timedelta(minutes=11)).isoformat())

    assert client.post(KEDUA, {"kode": kode_kini()}).url == "/masuk/"
    assert not sudah_masuk(client)


def test_second_step_is_of_who_gave_the_password(client, terpasang):
    assert client.get(KEDUA).url == "/masuk/"
    masuk(client)
    lain = buat.make_pengguna()
    ubah_tertunda(client, pengguna=lain.pk)

    assert client.post(KEDUA, {"kode": kode_kini()}).url == "/masuk/"


@pytest.mark.parametrize("perubahan", ["sandi", "nonaktif"])
def test_account_that_changed_between_the_steps_begins_anew(client, terpasang, perubahan):
    masuk(client)
    if perubahan == "sandi":
        terpasang.set_password("kembang-setaman-7")
    else:
        terpasang.is_active = False
    terpasang.save()

    assert client.post(KEDUA, {"kode": kode_kini()}).url == "/masuk/"


@pytest.mark.parametrize("tindakan", ["matikan", "kode"])
def test_password_stands_before_taking_it_away(client, terpasang, tindakan):
    client.force_login(terpasang)
    lama = buat_kode_cadangan(terpasang)

    client.post(f"{HALAMAN}{tindakan}/", {"sandi": "keliru-sekali"})
    assert "keliru-sekali" not in str(AccessAttempt.objects.values().get())
    assert TOTPDevice.objects.exists()
    assert StaticDevice.objects.get().token_set.filter(token=lama[0].replace("-", "")).exists()

    client.post(f"{HALAMAN}{tindakan}/", SANDI)
    assert TOTPDevice.objects.exists() == (tindakan == "kode")
    assert periksa_kode(terpasang, lama[0]) is None


def test_admin_helps_who_lost_phone_and_codes(client, terpasang):
    instansi = terpasang.keanggotaan.get().instansi
    buat_kode_cadangan(terpasang)
    client.force_login(buat.make_pengguna(peran="admin", instansi=instansi))
    assert "Hapus langkah kedua" in client.get("/pengguna/").content.decode()

    client.post(f"/pengguna/{terpasang.pk}/dua-langkah/hapus/")

    assert not TOTPDevice.objects.exists()
    assert not StaticDevice.objects.exists()
    assert masuk(Client()).url == "/akun/"


@pytest.mark.parametrize(
    ("peran", "ditawarkan"),
    [("camat", True), ("verifikator", True), ("admin", True), ("operator", False)],
)
def test_it_is_offered_to_who_signs_verifies_and_administers(client, peran, ditawarkan):
    client.force_login(buat.make_pengguna(peran=peran))

    assert ("Verifikasi dua langkah" in client.get("/akun/").content.decode()) == ditawarkan


def test_role_that_demands_it_sets_it_up_before_anything_else(client, camat, settings):
    settings.WAJIB_TOTP_PERAN = ["camat"]
    masuk(client)

    assert client.get("/akun/").url == HALAMAN
    assert client.post("/pemberitahuan/dibaca/").url == HALAMAN
    assert "mewajibkan" in client.get(HALAMAN).content.decode()
    client.post(f"{HALAMAN}siapkan/")
    client.post(HALAMAN, {"kode": kode_kini()})
    assert sudah_masuk(client)
    assert client.post(f"{HALAMAN}matikan/", SANDI).url == HALAMAN
    assert TOTPDevice.objects.exists()


def test_other_roles_go_on_by_password(client, settings):
    settings.WAJIB_TOTP_PERAN = ["admin"]
    client.force_login(buat.make_pengguna(peran="camat"))

    assert sudah_masuk(client)


def test_role_that_does_not_exist_stops_the_start(settings):
    settings.WAJIB_TOTP_PERAN = ["camat", "raja"]

    with pytest.raises(ImproperlyConfigured, match="no such role: raja"):
        periksa_peran_wajib()


def test_new_password_by_link_keeps_the_second_step(client, terpasang):
    terpasang.set_password("kembang-setaman-7")
    terpasang.save()

    kiriman = {"username": "camat-uji", "password": "kembang-setaman-7"}
    assert client.post("/masuk/", kiriman).url == KEDUA

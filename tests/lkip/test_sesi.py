"""Sessions: which a user has, and how they end."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from instansi.models import Sesi
from lkip.perangkat import sebut_perangkat
from lkip.sesi import sesi_berjalan, sidik_sesi
from tests import factories as buat

pytestmark = pytest.mark.django_db
PONSEL = (
    "Mozilla/5.0 (Linux; Android 14; SM-A055F) AppleWebKit/537.36 Chrome/130.0 Mobile Safari/537.36"
)


@pytest.fixture
def camat():
    return buat.make_pengguna(peran="camat", username="camat-uji")


def masuk(pengguna, **kepala):
    client = Client(**kepala)
    kiriman = {"username": pengguna.username, "password": buat.KATA_SANDI}
    assert client.post("/masuk/", kiriman).status_code == 302
    return client


def sesi_dari(client):
    return Sesi.objects.get(session_key=client.session.session_key)


def terbuka(client):
    return client.get("/akun/").status_code == 200


def test_account_page_lists_devices_and_marks_this_one(camat):
    masuk(camat, HTTP_USER_AGENT=PONSEL)
    di_sini = masuk(camat, HTTP_USER_AGENT="Mozilla/5.0 (Windows NT 10.0) Firefox/140.0")

    halaman = di_sini.get("/akun/").content.decode()

    assert "Chrome di Android" in halaman
    assert halaman.count("Firefox di Windows") == 1
    assert halaman.count("Sesi ini") == 1
    assert halaman.count(">Akhiri<") == 1


def test_page_does_not_hold_the_key_of_a_session(camat):
    ponsel, di_sini = masuk(camat), masuk(camat)

    halaman = di_sini.get("/akun/").content.decode()

    assert sidik_sesi(sesi_dari(ponsel)) in halaman
    assert ponsel.session.session_key not in halaman


def test_ended_session_must_sign_in_again(camat):
    ponsel, laptop, di_sini = (masuk(camat) for _ in range(3))

    di_sini.post(f"/akun/sesi/{sidik_sesi(sesi_dari(ponsel))}/akhiri/")

    assert [terbuka(satu) for satu in (ponsel, laptop, di_sini)] == [False, True, True]


def test_all_others_end_at_once(camat):
    ponsel, laptop, di_sini = (masuk(camat) for _ in range(3))

    di_sini.post("/akun/sesi/akhiri/")

    assert [terbuka(satu) for satu in (ponsel, laptop, di_sini)] == [False, False, True]


def test_sessions_of_somebody_else_do_not_end(camat):
    orang_lain = masuk(buat.make_pengguna(peran="camat", username="lain"))
    di_sini = masuk(camat)

    di_sini.post(f"/akun/sesi/{sidik_sesi(sesi_dari(orang_lain))}/akhiri/")
    di_sini.post("/akun/sesi/akhiri/")

    assert terbuka(orang_lain)


def test_new_password_ends_the_other_sessions(camat):
    ponsel, di_sini = masuk(camat), masuk(camat)
    baru = "kembang-setaman-7"
    kiriman = {"old_password": buat.KATA_SANDI, "new_password1": baru, "new_password2": baru}

    assert di_sini.post("/akun/sandi/", kiriman).url == "/akun/"

    assert [terbuka(satu) for satu in (ponsel, di_sini)] == [False, True]
    assert [satu.pk for satu in sesi_berjalan(camat)] == [di_sini.session.session_key]


def test_session_in_use_is_noted_now_and_then_and_lasts_on(camat):
    client = masuk(camat)
    semula = sesi_dari(client)
    client.get("/akun/")
    assert sesi_dari(client).terakhir_pada == semula.terakhir_pada

    simpanan = client.session
    simpanan["terakhir_pada"] = (timezone.now() - timedelta(hours=3)).isoformat()
    simpanan.save()
    client.get("/akun/")

    kini = sesi_dari(client)
    assert timezone.now() - kini.terakhir_pada < timedelta(minutes=1)
    assert kini.expire_date > semula.expire_date
    assert kini.masuk_pada == semula.masuk_pada


def test_session_that_has_run_out_is_not_listed(camat):
    masuk(camat)
    Sesi.objects.update(expire_date=timezone.now() - timedelta(minutes=1))

    assert sesi_berjalan(camat) == []


def test_signing_out_removes_the_session(camat):
    client = masuk(camat)
    client.post("/keluar/")

    assert not camat.sesi.exists()


def test_sessions_of_guests_belong_to_nobody(client, camat):
    simpanan = client.session
    simpanan["apa"] = "saja"
    simpanan.save()

    sesi = Sesi.objects.get()
    assert (sesi.pengguna, sesi.masuk_pada) == (None, None)


@pytest.mark.parametrize(
    ("agen", "sebutan"),
    [
        (PONSEL, "Chrome di Android"),
        ("Mozilla/5.0 (Windows NT 10.0) Chrome/130.0 Safari/537.36 Edg/130.0", "Edge di Windows"),
        ("Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) Safari/604.1", "Safari di iPhone"),
        ("Mozilla/5.0 (Macintosh; Intel Mac OS X 14_0) Safari/605.1", "Safari di Mac"),
        ("curl/8.1", "Perangkat tidak dikenal"),
        ("", "Perangkat tidak dikenal"),
    ],
)
def test_device_is_named_as_people_do(agen, sebutan):
    assert sebut_perangkat(agen) == sebutan

"""Notices by e-mail, and the settings of the mail server."""

import pytest
from django.core import mail
from django.core.exceptions import ImproperlyConfigured
from django.core.mail.backends.locmem import EmailBackend

from lkip.alur import ambil_langkah
from lkip.models import LKIP, Pemberitahuan
from lkip.setelan import baca_situs, baca_surel
from lkip.surel import kirim_surel
from tests.factories import make_instansi, make_lkip, make_pemberitahuan, make_pengguna

SITUS = {"ALAMAT_SITUS": "https://lkip.example.go.id"}


@pytest.fixture
def aktif(settings):
    settings.SUREL_AKTIF = True
    settings.ALAMAT_SITUS = "https://lkip.example.go.id"


@pytest.fixture
def mati(monkeypatch):
    """A mail server that does not answer, until it is set to answer again."""
    keadaan = {"mati": True}
    asli = EmailBackend.send_messages

    def send_messages(self, messages):
        if keadaan["mati"]:
            raise ConnectionRefusedError("no answer")
        return asli(self, messages)

    monkeypatch.setattr(EmailBackend, "send_messages", send_messages)
    return keadaan


def submit(surel="camat@example.go.id"):
    kantor = make_instansi()
    make_pengguna(peran="camat", instansi=kantor, email=surel)
    operator = make_pengguna(peran="operator", instansi=kantor)
    ambil_langkah(make_lkip(instansi=kantor), "ajukan", oleh=operator, jabatan="Operator")
    return kantor


def test_notice_goes_by_mail_after_the_commit_with_reason_and_whole_address(
    db, aktif, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True):
        kantor = submit()
        assert mail.outbox == []

    [surat] = mail.outbox
    assert surat.to == ["camat@example.go.id"]
    assert surat.subject == f"LKIP 2024 menunggu pengesahan Anda – {kantor}"
    assert f"https://lkip.example.go.id/{kantor.kode}/2024/" in surat.body
    assert "Diajukan oleh" in surat.body
    assert Pemberitahuan.objects.get().surel_pada is not None


@pytest.mark.parametrize(("hidup", "surel"), [(False, "camat@example.go.id"), (True, "")])
def test_without_server_or_address_the_notice_is_in_the_application_only(
    db, aktif, settings, django_capture_on_commit_callbacks, hidup, surel
):
    settings.SUREL_AKTIF = hidup

    with django_capture_on_commit_callbacks(execute=True):
        submit(surel)

    assert mail.outbox == []
    assert Pemberitahuan.objects.get().surel_pada is None


def test_server_that_does_not_answer_breaks_no_step_and_mail_is_sent_later_once(
    db, aktif, mati, django_capture_on_commit_callbacks, caplog
):
    with django_capture_on_commit_callbacks(execute=True):
        submit()

    assert LKIP.objects.get().status == "diajukan"
    assert "gagal dikirim" in caplog.text
    assert Pemberitahuan.objects.get().surel_pada is None

    mati["mati"] = False
    assert [kirim_surel(Pemberitahuan.objects.all()) for _ in range(2)] == [1, 0]
    assert len(mail.outbox) == 1


def test_mail_is_plain_text_as_it_was_written(db, aktif):
    satu = make_pemberitahuan(
        pengguna=make_pengguna(email="a@example.org"), isi="Alasan: “A & B < C”"
    )

    kirim_surel(Pemberitahuan.objects.filter(pk=satu.pk))

    assert "Alasan: “A & B < C”" in mail.outbox[0].body


@pytest.mark.parametrize(
    ("alamat", "host", "port", "tls", "ssl"),
    [
        ("smtp://surel.example.go.id", "surel.example.go.id", 25, False, False),
        ("smtp+tls://surel.example.go.id", "surel.example.go.id", 587, True, False),
        ("smtps://surel.example.go.id:4650/", "surel.example.go.id", 4650, False, True),
    ],
)
def test_mail_server_is_read_from_one_address(alamat, host, port, tls, ssl):
    isi = baca_surel(SITUS | {"EMAIL_URL": alamat})

    assert isi["SUREL_AKTIF"]
    assert (isi["EMAIL_HOST"], isi["EMAIL_PORT"]) == (host, port)
    assert (isi["EMAIL_USE_TLS"], isi["EMAIL_USE_SSL"]) == (tls, ssl)


def test_user_and_password_of_the_mail_server_may_hold_any_character():
    isi = baca_surel(SITUS | {"EMAIL_URL": "smtp://a%40b:p%2Fw%3A@surel.example.go.id"})

    assert (isi["EMAIL_HOST_USER"], isi["EMAIL_HOST_PASSWORD"]) == ("a@b", "p/w:")


def test_without_mail_server_nothing_is_sent():
    assert baca_surel({}) == {"SUREL_AKTIF": False}


@pytest.mark.parametrize(
    "environ",
    [
        {"EMAIL_URL": "smtp://surel.example.go.id"},
        SITUS | {"EMAIL_URL": "http://surel.example.go.id"},
        SITUS | {"EMAIL_URL": "surel.example.go.id"},
        SITUS | {"EMAIL_URL": "smtp://"},
        SITUS | {"EMAIL_URL": "smtp://surel.example.go.id:abc"},
        SITUS | {"EMAIL_URL": "smtp://surel.example.go.id/kotak"},
    ],
)
def test_wrong_mail_server_stops_the_start(environ):
    with pytest.raises(ImproperlyConfigured, match="EMAIL_URL"):
        baca_surel(environ)


@pytest.mark.parametrize(
    "alamat", ["lkip.example.go.id", "ftp://lkip.example.go.id", "https://a.go.id/lkip", "https://"]
)
def test_wrong_address_of_the_site_stops_the_start(alamat):
    with pytest.raises(ImproperlyConfigured, match="ALAMAT_SITUS"):
        baca_situs({"ALAMAT_SITUS": alamat})


def test_address_of_the_site_has_no_slash_at_its_end():
    assert baca_situs({"ALAMAT_SITUS": "https://lkip.example.go.id/"}) == SITUS["ALAMAT_SITUS"]
    assert baca_situs({}) == ""

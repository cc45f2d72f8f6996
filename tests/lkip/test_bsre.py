"""The e-sign client of BSrE against a stand-in: it signs, it refuses, it fails, and it gives nothing away."""

import logging
import traceback

import pytest
from django.core.exceptions import ImproperlyConfigured

from lkip import bsre
from lkip.setelan import baca_bsre
from lkip.tanda_pdf import baca_tanda_tangan
from tests.bsre_tiruan import (
    NIK,
    NIK_KEDALUWARSA,
    PASSPHRASE,
    PENGGUNA,
    SANDI,
    jalankan_bsre,
)
from tests.pdf_uji import buat_pdf, buat_sertifikat

PDF = buat_pdf("Laporan")
LENGKAP = {
    "BSRE_ALAMAT": "https://esign.example.go.id/",
    "BSRE_PENGGUNA": PENGGUNA,
    "BSRE_SANDI": SANDI,
}


@pytest.fixture(scope="module")
def tiruan(tmp_path_factory):
    with jalankan_bsre(tmp_path_factory.mktemp("bsre")) as layanan:
        yield layanan


@pytest.fixture
def layanan(tiruan, settings):
    tiruan.laku, tiruan.diminta = "", []
    settings.BSRE_ALAMAT, settings.BSRE_SERTIFIKAT = tiruan.alamat, str(tiruan.sertifikat)
    settings.BSRE_PENGGUNA, settings.BSRE_SANDI = PENGGUNA, SANDI
    return tiruan


def tandatangani(nik=NIK, passphrase=PASSPHRASE):
    return bsre.tandatangani(
        PDF, nik=nik, passphrase=passphrase, alasan="Pengesahan LKIP 2024", tempat="Contoh"
    )


def gagal(**isian):
    """The failure of a signature."""
    with pytest.raises(bsre.GagalTandaTangan) as tertangkap:
        tandatangani(**isian)
    return tertangkap


def test_pdf_comes_back_with_a_signature_that_holds(layanan):
    hasil = tandatangani()

    [tanda] = baca_tanda_tangan(hasil)
    assert tanda.utuh
    assert hasil.startswith(PDF)
    assert layanan.diminta == [
        ("/api/v2/user/check/status", ["nik"]),
        ("/api/v2/sign/pdf", ["file", "nik", "passphrase", "signatureProperties"]),
    ]


@pytest.mark.parametrize("laku", ["", "frasa_500"])
def test_wrong_passphrase_is_said(layanan, laku):
    layanan.laku = laku

    assert str(gagal(passphrase="keliru").value) == bsre.FRASA_KELIRU


@pytest.mark.parametrize(
    ("nik", "pesan"),
    [("3509000000000000", "belum terdaftar"), (NIK_KEDALUWARSA, "sudah kedaluwarsa")],
)
def test_who_has_no_certificate_sends_no_passphrase(layanan, nik, pesan):
    assert pesan in str(gagal(nik=nik).value)
    assert [isi for _, isi in layanan.diminta] == [["nik"]]


@pytest.mark.parametrize(
    ("laku", "pesan"),
    [
        ("galat", bsre.GANGGUAN),
        ("alih", bsre.GANGGUAN),
        ("putus", bsre.TIDAK_TERHUBUNG),
        ("sampah", bsre.JAWABAN_KELIRU),
        ("kosong", bsre.JAWABAN_KELIRU),
        ("bukan_base64", bsre.JAWABAN_KELIRU),
        ("bukan_pdf", bsre.JAWABAN_KELIRU),
        ("tanpa_tanda", bsre.JAWABAN_KELIRU),
        ("rusak", bsre.JAWABAN_KELIRU),
    ],
)
def test_failure_of_the_service_is_said_and_nothing_of_it_shown(layanan, laku, pesan):
    layanan.laku = laku

    assert str(gagal().value) == pesan


def test_service_that_does_not_answer_is_not_waited_for(layanan, monkeypatch):
    monkeypatch.setattr(bsre, "DETIK_TANDA", 0.3)
    layanan.laku = "lambat"

    assert str(gagal().value) == bsre.LAMBAT


def test_answer_without_end_is_not_read(layanan, monkeypatch):
    monkeypatch.setattr(bsre, "BITA_JAWABAN", 500)

    assert str(gagal().value) == bsre.JAWABAN_KELIRU


def test_wrong_account_of_the_application_is_said(layanan, settings):
    settings.BSRE_SANDI = "keliru"

    assert str(gagal().value) == bsre.DITOLAK


def test_nothing_is_sent_to_a_service_whose_certificate_is_not_trusted(layanan, settings, tmp_path):
    lain = tmp_path / "lain.pem"
    lain.write_bytes(buat_sertifikat("Layanan lain", "127.0.0.1")[0])
    settings.BSRE_SERTIFIKAT = str(lain)

    assert str(gagal().value) == bsre.TIDAK_DIPERCAYA
    assert layanan.diminta == []


def test_service_that_is_not_there_is_said(layanan, settings):
    settings.BSRE_ALAMAT = "https://127.0.0.1:9"

    assert str(gagal().value) == bsre.TIDAK_TERHUBUNG


@pytest.mark.parametrize("laku", ["galat", "sampah", "lambat", "putus", "frasa_500"])
def test_no_secret_is_logged_or_stands_in_the_error(layanan, laku, caplog, monkeypatch):
    caplog.set_level(logging.DEBUG)
    monkeypatch.setattr(bsre, "DETIK_TANDA", 0.3)
    layanan.laku = laku

    galat = gagal()

    teks = caplog.text + "".join(traceback.format_exception(galat.value)) + repr(galat.value.args)
    assert not [rahasia for rahasia in (PASSPHRASE, NIK, SANDI) if rahasia in teks]


# settings


def test_without_settings_the_way_is_closed(settings):
    assert set(baca_bsre({}).values()) == {""}
    assert not bsre.aktif()


def test_settings_are_read():
    assert baca_bsre(LENGKAP)["BSRE_ALAMAT"] == "https://esign.example.go.id"
    assert baca_bsre(LENGKAP | {"BSRE_ALAMAT": "http://localhost:8090"})


@pytest.mark.parametrize(
    "beda",
    [
        {"BSRE_SANDI": ""},
        {"BSRE_ALAMAT": ""},
        {"BSRE_ALAMAT": "http://esign.example.go.id"},
        {"BSRE_ALAMAT": "esign.example.go.id"},
        {"BSRE_ALAMAT": "https://lkip:rahasia@esign.example.go.id"},
        {"BSRE_SERTIFIKAT": "/tidak/ada.pem"},
    ],
)
def test_wrong_settings_stop_the_start(beda):
    with pytest.raises(ImproperlyConfigured):
        baca_bsre(LENGKAP | beda)

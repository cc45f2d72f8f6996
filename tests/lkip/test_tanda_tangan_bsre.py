"""The page on which the camat signs with BSrE, against the stand-in."""

import logging
from contextlib import closing

import pytest
from django.test import Client
from django.utils.log import AdminEmailHandler
from pytest_django.asserts import assertContains, assertNotContains

from lkip import bsre
from lkip.models import BerkasBertandaTangan, Pengesahan
from lkip.tanda_pdf import baca_tanda_tangan
from tests import factories as buat
from tests.bsre_tiruan import NIK, PASSPHRASE, PENGGUNA, SANDI, jalankan_bsre
from tests.factories import TAHUN
from tests.lkip.terbit_uji import KODE, baca, buat_terbitan, siapkan_penyimpanan

pytestmark = pytest.mark.django_db
ISIAN = {"nik": "3509 0115 0978 0001", "passphrase": PASSPHRASE}


@pytest.fixture(scope="module")
def tiruan(tmp_path_factory):
    with jalankan_bsre(tmp_path_factory.mktemp("bsre")) as layanan:
        yield layanan


@pytest.fixture
def kantor(settings, tmp_path):
    siapkan_penyimpanan(settings, tmp_path)
    instansi = buat.make_laporan_lengkap()
    buat_terbitan(instansi)
    return instansi


@pytest.fixture
def layanan(tiruan, settings):
    tiruan.laku, tiruan.diminta = "", []
    settings.BSRE_ALAMAT, settings.BSRE_SERTIFIKAT = tiruan.alamat, str(tiruan.sertifikat)
    settings.BSRE_PENGGUNA, settings.BSRE_SANDI = PENGGUNA, SANDI
    return tiruan


@pytest.fixture
def camat(client, kantor):
    client.force_login(buat.make_pengguna(peran="camat", instansi=kantor))
    return client


def alamat(kantor):
    return f"/{kantor.kode}/{TAHUN}/dokumen/{KODE}/bsre/"


def test_camat_signs_and_the_signed_file_is_issued(camat, kantor, layanan):
    assertContains(camat.get(f"/{kantor.kode}/{TAHUN}/dokumen/"), alamat(kantor))
    assertContains(camat.get(alamat(kantor)), "tanda tangan elektronik tersertifikasi")

    jawaban = camat.post(alamat(kantor), ISIAN, follow=True)

    assertContains(jawaban, "ditandatangani dengan BSrE")
    satu = BerkasBertandaTangan.objects.get()
    assert satu.asal == "bsre"
    assert [tanda.utuh for tanda in baca_tanda_tangan(baca(satu.berkas))] == [True]
    assertContains(jawaban, "PDF bertanda tangan elektronik tersertifikasi (BSrE)")
    assertContains(
        Client().get(f"/verifikasi/{KODE}/"), "PDF bertanda tangan elektronik tersertifikasi (BSrE)"
    )
    with closing(satu.berkas.open("rb")) as berkas:
        assertContains(Client().post(f"/verifikasi/{KODE}/", {"berkas": berkas}), '"cocok">')


def test_it_is_signed_once(camat, kantor, layanan):
    camat.post(alamat(kantor), ISIAN)

    assertContains(
        camat.get(alamat(kantor), follow=True), "Dokumen ini sudah ditandatangani dengan BSrE"
    )
    camat.post(alamat(kantor), ISIAN)
    assert BerkasBertandaTangan.objects.count() == 1


@pytest.mark.parametrize(
    ("laku", "ubah", "pesan"),
    [
        ("", {"passphrase": "keliru"}, bsre.FRASA_KELIRU),
        ("", {"nik": "1" * 16}, "belum terdaftar di BSrE"),
        ("", {"nik": "123"}, "NIK terdiri atas 16 angka"),
        ("", {"passphrase": ""}, "belum diisi"),
        ("galat", {}, bsre.GANGGUAN),
        ("sampah", {}, bsre.JAWABAN_KELIRU),
        ("dokumen_lain", {}, bsre.JAWABAN_KELIRU),
    ],
)
def test_what_fails_is_said_and_nothing_is_stored(camat, kantor, layanan, laku, ubah, pesan):
    layanan.laku = laku

    assertContains(camat.post(alamat(kantor), ISIAN | ubah), pesan)
    assert not BerkasBertandaTangan.objects.exists()


def test_passphrase_is_neither_shown_logged_nor_stored(
    camat, kantor, layanan, caplog, django_assert_max_num_queries
):
    caplog.set_level(logging.DEBUG)
    layanan.laku = "galat"
    with django_assert_max_num_queries(200) as pertanyaan:
        jawaban = camat.post(alamat(kantor), ISIAN)
        layanan.laku = ""
        jawaban_baik = camat.post(alamat(kantor), ISIAN, follow=True)

    sql = "".join(satu["sql"] for satu in pertanyaan.captured_queries)
    halaman = jawaban.content.decode() + jawaban_baik.content.decode()
    for teks in (halaman, caplog.text, sql, str(dict(camat.session))):
        assert PASSPHRASE not in teks
    assert NIK not in caplog.text + sql
    assert BerkasBertandaTangan.objects.exists()


def test_error_page_and_report_of_a_crash_hide_the_passphrase(
    camat, kantor, layanan, monkeypatch, caplog, settings, mailoutbox
):
    """Even a fault in the program gives nothing away to who is told of it, variables included."""
    settings.ADMINS = [("Pengelola", "pengelola@example.go.id")]
    monkeypatch.setattr(bsre, "_baca_pdf", lambda jawaban: 1 / 0)
    camat.raise_request_exception = False
    penangan = AdminEmailHandler(include_html=True)
    logging.getLogger("django.request").addHandler(penangan)
    try:
        jawaban = camat.post(alamat(kantor), ISIAN)
    finally:
        logging.getLogger("django.request").removeHandler(penangan)

    assert jawaban.status_code == 500
    laporan = "".join(
        surat.body + "".join(isi for isi, _ in surat.alternatives) for surat in mailoutbox
    )
    assert laporan.count("ZeroDivisionError") > 1
    for teks in (laporan, jawaban.content.decode(), caplog.text):
        assert not [
            rahasia for rahasia in (PASSPHRASE, NIK, ISIAN["nik"], SANDI) if rahasia in teks
        ]


def test_without_settings_the_page_does_not_exist(camat, kantor, settings):
    assert not bsre.aktif()
    assert camat.get(alamat(kantor)).status_code == 404
    assertNotContains(camat.get(f"/{kantor.kode}/{TAHUN}/dokumen/"), "BSrE</a>")


def test_operator_does_not_sign(client, kantor, layanan):
    client.force_login(buat.make_pengguna(peran="operator", instansi=kantor))

    assert client.post(alamat(kantor), ISIAN).status_code == 403
    assertNotContains(client.get(f"/{kantor.kode}/{TAHUN}/dokumen/"), alamat(kantor))
    assert layanan.diminta == []
    assert Pengesahan.objects.count() == 1

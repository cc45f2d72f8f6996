"""Where anyone checks a document: by its code, and by comparing a file on the server."""

from hashlib import sha256

import pytest
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from pytest_django.asserts import assertContains, assertNotContains

from lkip.models import LKIP
from lkip.tanda_tangan import pdf_untuk_ditandatangani
from tests import factories as buat
from tests.factories import TAHUN
from tests.lkip.terbit_uji import KODE, baca, buat_terbitan, siapkan_penyimpanan
from tests.pdf_uji import tandatangani_pdf

pytestmark = pytest.mark.django_db


@pytest.fixture
def terbit(settings, tmp_path):
    siapkan_penyimpanan(settings, tmp_path)
    return buat_terbitan(buat.make_laporan_lengkap())


def kirim(isi):
    """Post a file without login; which of the answers is shown."""
    berkas = SimpleUploadedFile("x.pdf", isi, "application/pdf")
    jawaban = Client().post(f"/verifikasi/{KODE}/", {"berkas": berkas})
    return tampak(jawaban)


def tampak(jawaban):
    html = jawaban.content.decode()
    return [satu for satu in ("cocok", "beda", "kosong") if f'data-hasil="{satu}">' in html]


@pytest.mark.parametrize(
    "ketikan", [KODE, KODE.lower(), "abcdefghjkmn", "ABCD EFGH JKMN", f" {KODE} "]
)
def test_code_is_found_however_it_is_typed(terbit, client, ketikan):
    jawaban = client.get("/verifikasi/", {"kode": ketikan}, follow=True)

    assertContains(jawaban, f"<b>{KODE}</b>", html=True)
    assertContains(jawaban, f"LKIP {TAHUN}")
    assertContains(jawaban, terbit.nama_pejabat)
    assertContains(jawaban, "Berlaku")
    assertContains(jawaban, terbit.sha256_pdf)


@pytest.mark.parametrize(
    "kode", ["ZZZZ-ZZZZ-ZZZZ", "x", "%00", "%F0%9F%98%80", "%25%27%22", "A" * 400, "<b>"]
)
def test_other_codes_are_answered_calmly(terbit, client, kode):
    jawaban = client.get(f"/verifikasi/{kode}/")

    assertContains(jawaban, "Tidak ada dokumen dengan kode", status_code=404)
    assertNotContains(jawaban, "<b></b>", status_code=404)


def test_question_without_a_code_is_a_plain_page(client, db):
    assertContains(client.get("/verifikasi/"), "Kode verifikasi")
    assertContains(client.get("/verifikasi/?kode=a/b"), "Kode verifikasi")


def test_issued_file_is_genuine_and_one_changed_byte_is_not(terbit):
    isi = baca(terbit.pdf)
    assert kirim(isi) == ["cocok"]

    for tempat in (0, len(isi) // 2, len(isi) - 1):
        berubah = bytearray(isi)
        berubah[tempat] ^= 1
        assert kirim(bytes(berubah)) == ["beda"]


def test_file_signed_elsewhere_is_genuine_beside_the_sealed_one(terbit):

    isi = tandatangani_pdf(pdf_untuk_ditandatangani(terbit))
    buat.make_berkas_bertanda_tangan(
        pengesahan=terbit, berkas=ContentFile(isi, "t.pdf"), sha256=sha256(isi).hexdigest()
    )

    assert kirim(isi) == kirim(baca(terbit.pdf)) == ["cocok"]
    jawaban = Client().get(f"/verifikasi/{KODE}/")
    assertContains(jawaban, "PDF bertanda tangan (unggahan)")
    assertContains(jawaban, "PDF bersegel")


def test_post_without_a_file_asks_for_one(terbit):
    assert tampak(Client().post(f"/verifikasi/{KODE}/")) == ["kosong"]


def test_file_of_another_document_is_not_this_one(terbit):
    lain = buat_terbitan(buat.make_laporan_lengkap(), kode="PQRS-TUVW-XYZ2")

    assert kirim(baca(lain.pdf)) == ["beda"]


def test_comparing_stores_nothing(terbit, settings):
    sebelum = sorted(settings.MEDIA_ROOT.rglob("*"))

    kirim(b"%PDF-1.7 punya orang")

    assert sorted(settings.MEDIA_ROOT.rglob("*")) == sebelum


def test_superseded_version_names_the_one_that_counts(terbit, client):
    saat = buat.SAAT.replace(year=2030)
    buat.make_pengesahan(lkip=terbit.lkip, perbaikan_ke=1, kode="PQRS-TUVW-XYZ2", pada=saat)

    assertContains(client.get(f"/verifikasi/{KODE}/"), "oleh dokumen berkode PQRS-TUVW-XYZ2")
    assert kirim(baca(terbit.pdf)) == ["cocok"]


def test_reopened_version_still_counts(terbit, client):
    kosong = dict.fromkeys(buat.langkah("disahkan"))
    LKIP.objects.filter(pk=terbit.lkip_id).update(status="draf", perbaikan_ke=1, **kosong)

    assertContains(client.get(f"/verifikasi/{KODE}/"), "Berlaku, sedang diperbaiki")

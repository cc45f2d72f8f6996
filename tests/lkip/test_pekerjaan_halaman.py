"""The page of a job: steps, result, retry, and who may see it."""

import pytest
from django.core.files.base import ContentFile
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from lkip.models import Pekerjaan
from lkip.pekerjaan.giliran import ambil_giliran
from lkip.pekerjaan.tugas import kerjakan
from tests.factories import (
    SAAT,
    TAHUN,
    make_bukti,
    make_instansi,
    make_laporan_lengkap,
    make_pekerjaan,
    make_pengguna,
)
from tests.lkip.pekerjaan_uji import ANTREAN, print_quickly
from tests.lkip.test_evaluator import terbitkan

pytestmark = pytest.mark.django_db
HTMX = {"HX-Request": "true"}


@pytest.fixture(autouse=True)
def data_dir(settings, tmp_path):
    settings.DATA_DIR = tmp_path
    settings.MEDIA_ROOT = tmp_path / "berkas"
    settings.TASKS = ANTREAN
    return tmp_path


@pytest.fixture
def kantor():
    return make_laporan_lengkap()


@pytest.fixture
def operator(kantor):
    return make_pengguna(peran="operator", instansi=kantor)


@pytest.fixture(autouse=True)
def signed_in(client, operator):
    client.force_login(operator)


def url(kantor, bagian):
    return f"/{kantor.kode}/{TAHUN}/{bagian}"


def page_of(satu):
    return url(satu.instansi, f"proses/{satu.pk}/")


def test_making_a_pdf_leads_to_its_page_and_the_same_data_to_the_file(client, kantor, monkeypatch):
    printed = print_quickly(monkeypatch)
    assertContains(client.get(url(kantor, "unduh/pdf/")), "Buat PDF")

    jawaban = client.post(url(kantor, "unduh/pdf/"))

    satu = Pekerjaan.objects.get()
    assertRedirects(jawaban, page_of(satu))
    assertContains(client.get(url(kantor, "laporan/")), page_of(satu))
    kerjakan.func(satu.pk)
    halaman = client.get(page_of(satu))
    assertContains(halaman, "3 halaman)")
    assertContains(halaman, "Hasil pemeriksaan:")
    berkas = client.get(page_of(satu) + "berkas/")
    assert berkas.getvalue().startswith(b"%PDF")
    assert f'filename="LKIP-{TAHUN}-' in berkas["Content-Disposition"]
    lagi = client.post(url(kantor, "unduh/pdf/"), follow=True)
    assert (lagi.getvalue()[:4], len(printed)) == (b"%PDF", 1)
    assertContains(client.get(url(kantor, "laporan/")), "Tidak ada perubahan sejak ")


def test_page_tells_the_step_and_reloads_itself_until_the_end(client, kantor, operator):
    satu = make_pekerjaan(instansi=kantor, oleh=operator)
    assertContains(client.get(page_of(satu)), "Menunggu giliran")
    giliran = ambil_giliran(satu.pk)

    for nomor, nama in enumerate(("Menyiapkan data", "Menyusun bab", "Membuat PDF"), start=1):
        giliran.lapor(nomor)
        utuh, bagian = client.get(page_of(satu)), client.get(page_of(satu), headers=HTMX)
        for jawaban in (utuh, bagian):
            assertContains(jawaban, f"Langkah {nomor} dari 4: {nama}")
            assertContains(jawaban, 'hx-trigger="every 2s"')
        assertContains(utuh, '<noscript><meta http-equiv="refresh" content="2"></noscript>')
        assertNotContains(bagian, "<html")

    giliran.gagal("Dokumen gagal dibuat.")
    for kepala in ({}, HTMX):
        jawaban = client.get(page_of(satu), headers=kepala)
        assertContains(jawaban, f"Kode kejadian: P-{satu.pk}")
        assertNotContains(jawaban, "hx-trigger")
        assertNotContains(jawaban, "http-equiv")


def test_a_job_that_nobody_begins_says_so_and_is_asked_for_less_often(client, kantor):
    satu = make_pekerjaan(instansi=kantor, pada=SAAT)

    jawaban = client.get(page_of(satu))

    assertContains(jawaban, "belum dimulai setelah lebih dari satu menit")
    assertContains(jawaban, 'hx-trigger="every 5s"')


def test_result_counts_as_seen_by_who_asked_for_it_only(client, kantor, operator):
    selesai = {"status": "gagal", "selesai_pada": SAAT, "instansi": kantor}
    sendiri, lain = make_pekerjaan(oleh=operator, **selesai), make_pekerjaan(sidik="b", **selesai)

    client.get(page_of(sendiri))
    client.get(page_of(lain))

    sendiri.refresh_from_db()
    lain.refresh_from_db()
    assert sendiri.dilihat_pada
    assert lain.dilihat_pada is None


def test_failed_job_is_tried_again(client, kantor):
    satu = make_pekerjaan(instansi=kantor, status="gagal", selesai_pada=SAAT, pesan="x")
    assertContains(client.get(page_of(satu)), "Coba lagi")

    assertRedirects(client.post(page_of(satu) + "ulangi/"), page_of(satu))

    satu.refresh_from_db()
    assert (satu.status, satu.pesan) == ("antre", "")


@pytest.mark.parametrize("bagian", ["", "berkas/"])
def test_job_of_another_office_or_year_is_not_there(client, kantor, bagian):
    asing = make_pekerjaan(instansi=make_instansi())

    for alamat in (
        page_of(asing),
        url(kantor, f"proses/{asing.pk}/"),
        f"/{kantor.kode}/{TAHUN - 1}/proses/{make_pekerjaan(instansi=kantor).pk}/",
    ):
        assert client.get(alamat + bagian).status_code == 404
    assert client.post(page_of(asing) + "ulangi/").status_code == 404


def test_draft_of_an_evaluator_is_not_there(client, kantor):
    satu = make_pekerjaan(instansi=kantor)
    client.force_login(make_pengguna(peran="evaluator", instansi=kantor))

    assert client.get(page_of(satu)).status_code == 404


def test_import_is_seen_by_who_asked_for_it_only(client, kantor, operator):
    satu = make_pekerjaan(instansi=kantor, jenis="impor", oleh=operator)
    assert client.get(page_of(satu)).status_code == 200

    client.force_login(make_pengguna(peran="camat", instansi=kantor))

    assert client.get(page_of(satu)).status_code == 404


def test_package_with_much_evidence_is_made_first(client, kantor, monkeypatch):
    terbitkan(kantor)
    sub = kantor.program.first().kegiatan.first().sub_kegiatan.first()
    make_bukti(sub_kegiatan=sub, nama="Foto", berkas=ContentFile(b"bukti", "foto.pdf"))
    paket = url(kantor, "unduh/paket/")
    client.force_login(make_pengguna(peran="evaluator", instansi=kantor))
    assert client.get(paket).getvalue().startswith(b"PK")
    monkeypatch.setattr("lkip.pekerjaan.paket.LANGSUNG", 1)

    assertContains(client.get(paket), "Siapkan paket")
    client.post(paket)
    satu = Pekerjaan.objects.get()
    kerjakan.func(satu.pk)

    assertContains(client.get(page_of(satu)), "Unduh paket")
    isi = client.get(page_of(satu) + "berkas/").getvalue()
    assert isi.startswith(b"PK")
    assert client.get(paket).getvalue() == isi

"""The public page: only what an office published, for everybody, and off by setting."""

import pytest
from django.core.files.base import ContentFile
from pytest_django.asserts import assertContains, assertNotContains

from lkip.models import Pengesahan
from tests import factories as buat
from tests.factories import TAHUN


@pytest.fixture
def terbit(db, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    return buat.make_pengesahan(pdf=ContentFile(b"%PDF-1.7 contoh", "lkip.pdf"))


@pytest.fixture
def kantor(terbit):
    return terbit.lkip.instansi


@pytest.fixture
def kirim(client, kantor, terbit):
    def kirim(peran, tampil="ya", instansi=None):
        client.force_login(buat.make_pengguna(peran=peran, instansi=instansi or kantor))
        alamat = f"/{kantor.kode}/{TAHUN}/dokumen/{terbit.pk}/publikasi/"
        jawaban = client.post(alamat, {"tampil": tampil})
        client.logout()
        return jawaban

    return kirim


def berkas(kantor):
    return f"/publik/{kantor.kode}/{TAHUN}/"


def test_issued_report_is_not_public_by_itself(client, kantor):
    assertContains(client.get("/publik/"), "Belum ada laporan")
    assert client.get(berkas(kantor)).status_code == 404


@pytest.mark.parametrize("peran", ["camat", "operator"])
def test_office_publishes_and_takes_back(client, kirim, kantor, terbit, peran):
    kirim(peran)

    halaman = client.get("/publik/")
    assertContains(halaman, str(kantor))
    assertContains(halaman, "CC BY 4.0")
    assertContains(halaman, terbit.kode)
    assert halaman["Cache-Control"] == "public, max-age=300"
    unduhan = client.get(berkas(kantor))
    assert b"".join(unduhan) == b"%PDF-1.7 contoh"
    assert client.get(berkas(kantor), headers={"If-None-Match": unduhan["ETag"]}).status_code == 304

    kirim(peran, "tidak")
    assertNotContains(client.get("/publik/"), terbit.kode)
    assert client.get(berkas(kantor)).status_code == 404
    jejak = [satu.dipublikasikan_oleh_id is not None for satu in terbit.history.order_by("pk")]
    assert jejak[-2:] == [True, False]


@pytest.mark.parametrize("peran", ["seksi", "verifikator", "evaluator", "admin"])
def test_others_do_not_publish(kirim, peran):
    assert kirim(peran).status_code == 403
    assert Pengesahan.objects.get().dipublikasikan_pada is None


def test_another_office_does_not_know_of_it(kirim):
    assert kirim("camat", instansi=buat.make_instansi()).status_code == 404


def test_superseded_version_is_not_published_but_a_newer_one_replaces_it(client, kirim, terbit):
    kirim("camat")
    nanti = terbit.pada.replace(year=terbit.pada.year + 1)
    buat.make_pengesahan(lkip=terbit.lkip, perbaikan_ke=1, pada=nanti)
    assertContains(client.get("/publik/"), terbit.kode)

    kirim("camat", "tidak")
    kirim("camat")
    assertNotContains(client.get("/publik/"), terbit.kode)


def test_public_page_is_off_by_setting(client, settings, kirim, kantor):
    kirim("camat")
    settings.HALAMAN_PUBLIK = False

    assert client.get("/publik/").status_code == 404
    assert client.get(berkas(kantor)).status_code == 404
    assert kirim("camat", "tidak").status_code == 404

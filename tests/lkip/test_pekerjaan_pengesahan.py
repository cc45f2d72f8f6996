"""A document is signed by a job: once, in the name of the camat, or not at all."""

import pytest
from django.utils import timezone

from instansi.models import Keanggotaan
from lkip import pengesahan
from lkip.models import LKIP, Langkah, Pekerjaan, Pengesahan
from lkip.pekerjaan.giliran import ambil_giliran
from lkip.pekerjaan.kerja import jalankan
from lkip.pekerjaan.tugas import kerjakan
from tests.factories import KATA_SANDI, TAHUN
from tests.lkip.pekerjaan_uji import ANTREAN
from tests.lkip.sahkan_uji import cetak_kecil, sahkan_sebagai, siapkan_kantor

pytestmark = pytest.mark.django_db


@pytest.fixture
def kantor(settings, tmp_path, monkeypatch):
    settings.TASKS = ANTREAN
    monkeypatch.setattr(pengesahan, "cetak", cetak_kecil)
    return siapkan_kantor(settings, tmp_path)


@pytest.fixture
def diminta(client, kantor):
    """The job after the camat has stated it with their password."""
    sahkan_sebagai(client, kantor)
    return Pekerjaan.objects.get()


def berakhir(satu):
    satu.refresh_from_db()
    return satu.status, satu.pesan


def test_statement_waits_for_the_queue_and_is_signed_once(client, kantor, diminta):
    assert LKIP.objects.get().status == "diverifikasi"
    assert Pekerjaan.objects.count() == 1
    alamat = f"/{kantor.kode}/{diminta.tahun}/proses/{diminta.pk}/"
    assert "Menunggu giliran" in client.get(alamat).content.decode()

    kerjakan.func(diminta.pk)
    kerjakan.func(diminta.pk)

    terbit = Pengesahan.objects.get()
    assert berakhir(diminta)[0] == "selesai"
    assert (terbit.oleh, Langkah.objects.get().oleh) == (diminta.oleh, diminta.oleh)
    assert LKIP.history.latest().history_user == diminta.oleh
    halaman = client.get(alamat).content.decode()
    assert terbit.kode in halaman
    assert "Buka dokumen terbit" in halaman
    assert client.post(f"{alamat}ulangi/").status_code == 302
    assert Pengesahan.objects.count() == 1


def test_stating_it_twice_is_one_job(client, kantor, diminta):
    isian = {"setuju": "on", "sandi": KATA_SANDI, "versi": LKIP.objects.get().versi}

    jawaban = client.post(f"/{kantor.kode}/{TAHUN}/alur/lkip/sahkan/", isian)

    assert jawaban.url == f"/{kantor.kode}/{TAHUN}/proses/{diminta.pk}/"
    assert Pekerjaan.objects.get() == diminta


def test_of_two_who_state_it_one_signs(client, kantor, diminta):
    sahkan_sebagai(client, kantor)
    kedua = Pekerjaan.objects.exclude(pk=diminta.pk).get()

    kerjakan.func(diminta.pk)
    kerjakan.func(kedua.pk)

    assert Pengesahan.objects.get().oleh == diminta.oleh
    assert (berakhir(diminta)[0], berakhir(kedua)[0]) == ("selesai", "gagal")


def test_slow_worker_that_lost_its_turn_signs_nothing(diminta):
    lambat = ambil_giliran(diminta.pk)
    Pekerjaan.objects.update(sewa_sampai=timezone.now())
    cepat = ambil_giliran(diminta.pk)

    assert not jalankan(lambat)
    assert not Pengesahan.objects.exists()
    assert jalankan(cepat)
    jalankan(lambat)
    assert berakhir(diminta)[0] == "selesai"
    assert Pengesahan.objects.count() == 1


def test_losing_the_job_at_the_last_moment_undoes_the_signing(diminta, settings, monkeypatch):
    giliran = ambil_giliran(diminta.pk)
    catat = pengesahan.ambil_langkah

    def direbut(*args, **isian):
        Pekerjaan.objects.update(pemegang="lain")
        return catat(*args, **isian)

    monkeypatch.setattr(pengesahan, "ambil_langkah", direbut)

    assert not jalankan(giliran)
    assert not Pengesahan.objects.exists()
    assert LKIP.objects.get().status == "diverifikasi"
    assert list((settings.MEDIA_ROOT / "pengesahan").iterdir()) == []


def test_document_that_changed_meanwhile_is_not_signed(diminta):
    lkip = LKIP.objects.get()
    lkip.versi += 1
    lkip.save()

    kerjakan.func(diminta.pk)

    assert berakhir(diminta) == (
        "gagal",
        "Belum disahkan: dokumen berubah sejak Anda menyatakan mengesahkannya. Periksa sekali lagi.",
    )
    assert not Pengesahan.objects.exists()


def test_camat_who_lost_the_role_meanwhile_signs_nothing(diminta):
    Keanggotaan.objects.filter(pengguna=diminta.oleh).delete()

    kerjakan.func(diminta.pk)

    assert berakhir(diminta) == (
        "gagal",
        "Belum disahkan: Anda tidak lagi berwenang mengesahkan dokumen ini.",
    )
    assert not Pengesahan.objects.exists()


def test_failed_signing_leads_back_to_the_document(client, kantor, diminta, settings):
    settings.SEGEL_BERKAS = settings.DATA_DIR / "tidak-ada.p12"
    kerjakan.func(diminta.pk)

    halaman = client.get(f"/{kantor.kode}/{diminta.tahun}/proses/{diminta.pk}/").content.decode()

    assert f"/{kantor.kode}/{diminta.tahun}/alur/lkip/" in halaman
    assert "Segel belum dibuat" in halaman

"""A large workbook is applied by a job: once, in the name of who asked, or not at all."""

import shutil
from decimal import Decimal

import pytest
from django.utils import timezone

from lkip.bukukerja.impor import impor_buku
from lkip.models import Pekerjaan
from lkip.pekerjaan.giliran import ambil_giliran
from lkip.pekerjaan.kerja import jalankan
from lkip.pekerjaan.tugas import kerjakan
from perjanjian.models import Realisasi
from tests.factories import make_pengguna
from tests.lkip.buku_uji import buku_kecil
from tests.lkip.pekerjaan_uji import ANTREAN
from tests.lkip.test_impor_halaman import changed, fingerprint, realisasi, upload

pytestmark = pytest.mark.django_db
LAMA = Decimal("84.02")


@pytest.fixture(autouse=True)
def data_dir(settings, tmp_path, monkeypatch):
    settings.DATA_DIR = tmp_path
    settings.TASKS = ANTREAN
    monkeypatch.setattr("lkip.views.bukukerja.BARIS_ANTRE", 0)
    return tmp_path


@pytest.fixture
def instansi():
    return impor_buku(buku_kecil(), simpan=True).instansi


@pytest.fixture
def operator(client, instansi):
    pengguna = make_pengguna(peran="operator", instansi=instansi)
    client.force_login(pengguna)
    return pengguna


@pytest.fixture
def apply(client, instansi, operator):
    """Apply the workbook that was uploaded, and return the page that this leads to."""
    alamat = upload(client, instansi, changed(instansi)).url
    isi = {"aksi": "terapkan", "sidik": fingerprint(client.get(alamat))}
    return lambda: client.post(alamat, isi)


def test_it_is_stored_once_in_the_name_of_who_asked(client, operator, apply, data_dir):
    halaman = apply()
    satu = Pekerjaan.objects.get()
    assert apply().url == halaman.url
    assert realisasi() == LAMA

    kerjakan.func(satu.pk)
    kerjakan.func(satu.pk)

    satu.refresh_from_db()
    assert (satu.status, satu.pesan) == ("selesai", "1 isian tersimpan dari buku kerja.")
    assert satu.pesan in client.get(halaman.url).content.decode()
    assert Realisasi.history.get(nilai=90).history_user == operator
    assert list((data_dir / "impor").iterdir()) == []
    assert client.post(f"{halaman.url}ulangi/").status_code == 302
    assert Pekerjaan.objects.get().status == "selesai"  # what was stored is not stored again


def test_two_workers_with_the_same_workbook_store_it_once(apply, data_dir):
    apply()
    satu = Pekerjaan.objects.get()
    shutil.copytree(data_dir / "impor", data_dir / "salinan")
    lambat = ambil_giliran(satu.pk)
    Pekerjaan.objects.update(sewa_sampai=timezone.now())

    cepat = ambil_giliran(satu.pk)

    assert not jalankan(lambat)
    assert realisasi() == LAMA
    assert jalankan(cepat)
    assert realisasi() == 90
    shutil.copytree(data_dir / "salinan", data_dir / "impor", dirs_exist_ok=True)
    assert not jalankan(lambat)
    assert Realisasi.history.filter(nilai=90).count() == 1


def test_losing_the_job_at_the_last_moment_undoes_the_import(apply, monkeypatch):
    apply()
    giliran = ambil_giliran(Pekerjaan.objects.get().pk)
    monkeypatch.setattr(
        "lkip.bukukerja.impor.catat_angka_naskah",
        lambda *tempat: Pekerjaan.objects.update(pemegang="lain"),
    )

    assert not jalankan(giliran)

    assert realisasi() == LAMA


def test_facts_that_changed_since_the_preview_are_kept(apply):
    apply()
    Realisasi.objects.filter(tahun=2024, indikator__kode="I1").update(nilai=88)

    kerjakan.func(Pekerjaan.objects.get().pk)

    satu = Pekerjaan.objects.get()
    assert (satu.status, realisasi()) == ("gagal", 88)
    assert "Isian berubah sejak pratinjau" in satu.pesan


def test_workbook_that_was_dropped_meanwhile_is_not_stored(apply, data_dir):
    apply()
    shutil.rmtree(data_dir / "impor")

    kerjakan.func(Pekerjaan.objects.get().pk)

    satu = Pekerjaan.objects.get()
    assert (satu.status, realisasi()) == ("gagal", LAMA)
    assert "Unggah sekali lagi" in satu.pesan

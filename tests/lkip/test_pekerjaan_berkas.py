"""Files of jobs are replaced by newer ones and go after a week; who has left is told of the end."""

from datetime import timedelta

import pytest
from django.utils import timezone

from lkip.models import Pekerjaan, Pemberitahuan
from lkip.pekerjaan.berkas import MASA
from lkip.pekerjaan.tugas import beri_kabar, kerjakan
from tests.factories import (
    TAHUN,
    make_pekerjaan,
)
from tests.lkip.pekerjaan_uji import ask, data_dir, kantor, print_quickly, printed, queued

__all__ = ["data_dir", "kantor", "printed"]

pytestmark = pytest.mark.django_db
LALU = timedelta(seconds=1)


def set_back(pekerjaan, **waktu):
    Pekerjaan.objects.filter(pk=pekerjaan.pk).update(**waktu)


def test_a_newer_file_replaces_the_older_one(kantor, printed):
    lama = ask(kantor)
    kerjakan.func(lama.pk)
    berkas = Pekerjaan.objects.get().jalur
    kantor.nama = "Kecamatan Baru"
    kantor.save()

    baru = ask(kantor)
    kerjakan.func(baru.pk)

    lama.refresh_from_db()
    baru.refresh_from_db()
    assert (lama.status, lama.berkas, lama.jalur) == ("selesai", "", None)
    assert not berkas.exists()
    assert baru.jalur.exists()


def test_what_failed_replaces_nothing(kantor, printed, monkeypatch):
    lama = ask(kantor)
    kerjakan.func(lama.pk)
    print_quickly(monkeypatch, b"rusak")
    kantor.nama = "Kecamatan Baru"
    kantor.save()

    kerjakan.func(ask(kantor).pk)

    lama.refresh_from_db()
    assert lama.jalur.exists()


def test_jobs_of_last_week_go_with_their_files_but_not_with_those_in_use(kantor, printed, data_dir):
    selesai = {"status": "selesai", "selesai_pada": timezone.now() - MASA - LALU}
    for nama in ("lama", "bersama"):
        (data_dir / f"{nama}.pdf").write_bytes(b"%PDF")
    make_pekerjaan(sidik="1", berkas="lama.pdf", **selesai)
    make_pekerjaan(sidik="2", berkas="bersama.pdf", **selesai)
    make_pekerjaan(sidik="3", berkas="bersama.pdf", **selesai | {"selesai_pada": timezone.now()})

    kerjakan.func(ask(kantor).pk)

    assert set(Pekerjaan.objects.values_list("sidik", flat=True)) >= {"3"}
    assert not Pekerjaan.objects.filter(sidik__in="12").exists()
    assert not (data_dir / "lama.pdf").exists()
    assert (data_dir / "bersama.pdf").exists()


def test_who_has_left_gets_one_notice(kantor, printed):
    satu = ask(kantor)
    kerjakan.func(satu.pk)

    assert queued("beri_kabar") == 1
    beri_kabar.func(satu.pk)
    beri_kabar.func(satu.pk)

    kabar = Pemberitahuan.objects.get()
    assert (kabar.pengguna, kabar.judul) == (satu.oleh, f"PDF LKIP {TAHUN} siap")
    assert kabar.alamat == f"/{kantor.kode}/{TAHUN}/proses/{satu.pk}/"


def test_who_has_seen_the_result_gets_none(kantor, printed):
    satu = ask(kantor)
    beri_kabar.func(satu.pk)  # not done yet
    kerjakan.func(satu.pk)
    set_back(satu, dilihat_pada=timezone.now())

    beri_kabar.func(satu.pk)

    assert not Pemberitahuan.objects.exists()

"""Jobs of the task queue: asked for once, held by one worker, ended by who holds them."""

from datetime import timedelta

import pytest
from django.utils import timezone

from lkip.dokumen.cetakan import berkas_cetakan, hitung_sidik
from lkip.dokumen.pencetak import GagalMencetak
from lkip.laporan import build_laporan
from lkip.models import Pekerjaan
from lkip.pekerjaan.giliran import PERCOBAAN, Direbut, ambil_giliran
from lkip.pekerjaan.permintaan import MACET, minta
from lkip.pekerjaan.tugas import jaga, kerjakan
from tests.factories import (
    TAHUN,
    make_instansi,
    make_pekerjaan,
    make_pengguna,
)
from tests.lkip.pekerjaan_uji import ask, data_dir, kantor, print_quickly, printed, queued

__all__ = ["data_dir", "kantor", "printed"]

pytestmark = pytest.mark.django_db
LALU = timedelta(seconds=1)


def expire(pekerjaan):
    """Let the worker that holds the job be dead for a second."""
    Pekerjaan.objects.filter(pk=pekerjaan.pk).update(sewa_sampai=timezone.now() - LALU)


# Whose turn it is


def test_a_job_is_taken_by_one_worker():
    satu = make_pekerjaan()

    assert ambil_giliran(satu.pk) is not None
    assert ambil_giliran(satu.pk) is None


def test_a_dead_worker_loses_its_job_and_can_no_longer_end_it():
    satu = make_pekerjaan()
    mati = ambil_giliran(satu.pk)
    expire(satu)

    hidup = ambil_giliran(satu.pk)

    for terlambat in (lambda: mati.lapor(3), lambda: mati.selesai(), lambda: mati.gagal("x")):
        with pytest.raises(Direbut):
            terlambat()
    hidup.selesai(pesan="hanya sekali")
    assert Pekerjaan.objects.get().pesan == "hanya sekali"


def test_a_worker_that_reports_keeps_its_job():
    satu = make_pekerjaan()
    giliran = ambil_giliran(satu.pk)
    expire(satu)

    giliran.lapor(3)

    assert ambil_giliran(satu.pk) is None
    assert Pekerjaan.objects.get().langkah == 3


def test_a_job_that_kills_its_workers_is_given_up():
    satu = make_pekerjaan()
    for _ in range(PERCOBAAN):
        assert ambil_giliran(satu.pk)
        expire(satu)

    assert ambil_giliran(satu.pk) is None
    satu.refresh_from_db()
    assert (satu.status, satu.pesan[:20]) == ("gagal", "Pekerjaan ini terhen")


def test_the_guard_takes_over_from_the_dead_only(printed, kantor):
    satu = ask(kantor)
    ambil_giliran(satu.pk)

    jaga.func(satu.pk)
    assert printed == []
    expire(satu)
    jaga.func(satu.pk)

    satu.refresh_from_db()
    assert (satu.status, len(printed)) == ("selesai", 1)
    sebelum = queued("jaga")
    jaga.func(satu.pk)
    assert queued("jaga") == sebelum  # what is done is not looked after


# Asking


def test_the_same_data_are_asked_for_once(kantor):
    pertama, kedua = ask(kantor), ask(kantor)

    assert pertama == kedua
    assert queued() == 1


def test_other_data_kinds_and_offices_have_jobs_of_their_own(kantor):
    ask(kantor, "1")
    ask(kantor, "2")
    ask(make_instansi(), "1")
    minta(kantor, TAHUN, "paket", "1", oleh=make_pengguna())

    assert Pekerjaan.objects.count() == queued() == 4


@pytest.mark.parametrize(
    "isian",
    [
        {"status": "gagal", "selesai_pada": timezone.now()},
        {"status": "selesai", "selesai_pada": timezone.now()},  # and its file is gone
        {"pada": timezone.now() - MACET - LALU},
        {
            "status": "jalan",
            "pemegang": "a",
            "sewa_sampai": timezone.now() - MACET - LALU,
            "percobaan": 3,
        },
    ],
    ids=["failed", "removed", "forgotten", "stuck"],
)
def test_what_has_no_result_is_queued_again_by_the_next_who_asks(kantor, isian):
    lama = make_pekerjaan(instansi=kantor, **isian)

    satu = ask(kantor, lama.sidik)
    ask(kantor, lama.sidik)

    satu.refresh_from_db()
    assert satu == lama
    assert (satu.status, satu.percobaan, satu.berkas) == ("antre", 0, "")
    assert queued() == 1


def test_a_result_of_newer_data_is_none_for_data_that_were_set_back(kantor, printed):
    satu = ask(kantor, "data-lama")
    kerjakan.func(satu.pk)
    satu.refresh_from_db()
    assert satu.jalur == berkas_cetakan(hitung_sidik(build_laporan(kantor, TAHUN)))

    lagi = ask(kantor, "data-lama")

    lagi.refresh_from_db()
    assert lagi.status == "antre"


# Working


def test_a_finished_print_tells_its_pages_its_size_and_what_is_missing(kantor, printed):
    satu = ask(kantor)

    kerjakan.func(satu.pk)
    kerjakan.func(satu.pk)

    satu.refresh_from_db()
    assert (satu.status, satu.langkah, satu.halaman) == ("selesai", 4, 3)
    assert satu.ukuran == satu.jalur.stat().st_size
    assert satu.pesan.startswith("2 hal belum lengkap: Ikhtisar Eksekutif (belum diisi); ")
    assert len(printed) == 1


@pytest.mark.parametrize("jenis", ["pk-murni", "pk-perubahan"])
def test_a_pk_is_printed_or_says_that_it_is_not_there(kantor, printed, jenis):
    ada = jenis == "pk-murni"
    kantor.perjanjian.exclude(jenis="murni").delete()
    satu = minta(kantor, TAHUN, jenis, "x", oleh=make_pengguna())

    kerjakan.func(satu.pk)

    satu.refresh_from_db()
    assert satu.status == ("selesai" if ada else "gagal")
    assert len(printed) == ada
    assert ada or satu.pesan == "Perjanjian kinerja ini tidak ada lagi."


@pytest.mark.parametrize(
    ("galat", "pesan"),
    [
        (GagalMencetak("out of memory"), "Dokumen gagal dibuat. Data laporan tidak berubah."),
        (KeyError("x"), "Pekerjaan ini gagal. Data tidak berubah."),
    ],
)
def test_a_failure_says_so_plainly_and_is_logged(kantor, monkeypatch, caplog, galat, pesan):
    def gagal(laporan, **pilihan):
        raise galat

    monkeypatch.setattr("lkip.dokumen.cetakan.cetak", gagal)
    satu = ask(kantor)

    kerjakan.func(satu.pk)

    satu.refresh_from_db()
    assert (satu.status, satu.pesan) == ("gagal", pesan)
    assert repr(galat)[:8] in caplog.text or str(galat) in caplog.text


def test_a_file_without_pages_is_no_result_and_is_not_kept(kantor, monkeypatch):
    print_quickly(monkeypatch, b"%PDF-rusak")
    satu = ask(kantor)

    kerjakan.func(satu.pk)

    satu.refresh_from_db()
    assert satu.status == "gagal"
    assert not berkas_cetakan(satu.sidik).exists()


def test_a_year_without_pk_fails_with_its_reason():
    satu = ask(make_instansi(), "x")

    kerjakan.func(satu.pk)

    satu.refresh_from_db()
    assert satu.status == "gagal"
    assert "belum mempunyai perjanjian kinerja" in satu.pesan

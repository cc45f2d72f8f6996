"""Jobs asked for and done at the same time, and a worker killed in the middle of one."""

import fcntl
import os
import signal
import subprocess
import sys
import time
from datetime import timedelta
from functools import partial

import pytest
from django.db import connection, connections
from django.test import Client
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from lkip.dokumen.cetakan import berkas_cetakan, hitung_sidik
from lkip.dokumen.pencetak import AKAR
from lkip.laporan import build_laporan
from lkip.models import Pekerjaan
from lkip.pekerjaan.tugas import kerjakan
from tests.factories import TAHUN, make_laporan_lengkap, make_pengguna
from tests.lkip.pekerjaan_uji import data_dir, print_quickly, queued, work
from tests.lkip.serentak import utas

__all__ = ["data_dir", "utas"]
SEPULUH = 10
SABAR = 120  # seconds, on a machine that does other work too


@pytest.fixture
def kantor(transactional_db):
    """A full year without photos, whose files are not in the folder of this test."""
    kantor = make_laporan_lengkap()
    kantor.lkip.get().foto.all().delete()
    return kantor


def ask_for_pdf(client, kantor):
    return client.post(f"/{kantor.kode}/{TAHUN}/unduh/pdf/").headers["Location"]


def clients(kantor):
    for _ in range(SEPULUH):
        client = Client()
        client.force_login(make_pengguna(peran="operator", instansi=kantor))
        yield client


def test_ten_who_ask_at_once_get_one_print(kantor, utas, monkeypatch):
    printed = print_quickly(monkeypatch)
    peminta = [partial(ask_for_pdf, satu, kantor) for satu in clients(kantor)]

    [halaman] = set(utas(*peminta))
    [antre] = utas(queued)
    utas(work, work)

    [satu] = utas(Pekerjaan.objects.get)
    assert halaman == f"/{kantor.kode}/{TAHUN}/proses/{satu.pk}/"
    assert (antre, len(printed)) == (1, 1)
    assert (satu.status, satu.jalur.exists()) == ("selesai", True)
    [berkas] = set(utas(*peminta))
    assert berkas == f"/{kantor.kode}/{TAHUN}/unduh/pdf/"


def test_of_workers_with_the_same_job_one_does_it(kantor, utas, monkeypatch):
    printed = print_quickly(monkeypatch)
    utas(partial(ask_for_pdf, next(clients(kantor)), kantor))
    [satu] = utas(Pekerjaan.objects.get)

    utas(*[partial(kerjakan.func, satu.pk)] * 4)

    [satu] = utas(Pekerjaan.objects.get)
    assert (satu.status, satu.percobaan, len(printed)) == ("selesai", 1, 1)


def start_worker(folder):
    """A worker as an installation runs it, on the database of this test."""
    nama = connections.settings["default"]["NAME"]
    alamat = {"sqlite": f"sqlite:///{nama}"}.get(connection.vendor) or _postgres(nama)
    lingkungan = os.environ | {
        "DJANGO_SETTINGS_MODULE": "lkip.settings",
        "DATABASE_URL": alamat,
        "DATA_DIR": str(folder),
        "DEBUG": "False",
    }
    perintah = [sys.executable, "manage.py", "db_worker", "--interval", "0.2", "--no-startup-delay"]
    return subprocess.Popen(perintah, cwd=AKAR, env=lingkungan)


def _postgres(nama):
    bagian = connection.settings_dict
    tempat = bagian["HOST"].replace("/", "%2F")
    port = f":{bagian['PORT']}" if bagian["PORT"] else ""
    return f"postgres://{bagian['USER']}@{tempat}{port}/{nama}"


def wait_for(utas, status):
    """The job, once it is in this state."""
    batas = time.monotonic() + SABAR
    while time.monotonic() < batas:
        [satu] = utas(Pekerjaan.objects.get)
        if satu.status == status:
            return satu
        assert satu.status != "gagal", satu.pesan
        time.sleep(0.2)
    raise AssertionError(f"the job is {satu.status}")


def let_a_minute_pass():
    """What the clock does by itself after the death of a worker."""
    Pekerjaan.objects.update(sewa_sampai=timezone.now() - timedelta(seconds=1))
    DBTaskResult.objects.filter(task_path__endswith=".jaga").update(run_after=timezone.now())


def test_a_killed_worker_is_replaced_and_the_job_is_done_once(kantor, utas, data_dir):
    berkas = berkas_cetakan(hitung_sidik(build_laporan(kantor, TAHUN)))
    utas(partial(ask_for_pdf, next(clients(kantor)), kantor))

    with berkas.with_suffix(".kunci").open("w") as kunci:
        fcntl.flock(kunci, fcntl.LOCK_EX)  # the worker waits for it in the middle of the job
        pertama = start_worker(data_dir)
        mati = wait_for(utas, "jalan")
        pertama.send_signal(signal.SIGKILL)
        pertama.wait()
    assert not berkas.exists()
    kedua = start_worker(data_dir)
    try:
        utas(let_a_minute_pass)
        selesai = wait_for(utas, "selesai")
    finally:
        kedua.terminate()
        kedua.wait()

    assert selesai.pk == mati.pk
    assert (selesai.percobaan, selesai.langkah) == (2, 4)
    assert selesai.jalur.read_bytes().startswith(b"%PDF-1.7")
    assert [satu.name for satu in berkas.parent.glob("*.pdf")] == [berkas.name]

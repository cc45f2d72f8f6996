"""What tests of jobs share: an office, printing without WeasyPrint, the queue as an installation has it."""

import io

import pytest
from django_tasks import TaskResultStatus
from django_tasks_db.management.commands.db_worker import Worker
from django_tasks_db.models import DBTaskResult
from pypdf import PdfWriter

from lkip.dokumen.cetakan import hitung_sidik
from lkip.laporan import build_laporan
from lkip.pekerjaan.permintaan import minta
from tests.factories import TAHUN, make_laporan_lengkap, make_pengguna

ANTREAN = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
SEMUA = "lkip.pekerjaan.tugas"


@pytest.fixture(autouse=True)
def data_dir(settings, tmp_path):
    settings.DATA_DIR = tmp_path
    settings.TASKS = ANTREAN
    return tmp_path


@pytest.fixture
def printed(monkeypatch):
    return print_quickly(monkeypatch)


@pytest.fixture
def kantor():
    return make_laporan_lengkap()


def ask(kantor, sidik=None, **isian):
    sidik = sidik or hitung_sidik(build_laporan(kantor, TAHUN))
    return minta(kantor, TAHUN, "lkip", sidik, oleh=make_pengguna(), **isian)


def small_pdf(halaman=3):
    """The bytes of a PDF with so many pages."""
    pdf, isi = PdfWriter(), io.BytesIO()
    for _ in range(halaman):
        pdf.add_blank_page(100, 100)
    pdf.write(isi)
    return isi.getvalue()


def print_quickly(monkeypatch, isi=None):
    """Print the same bytes always; return the reports that were printed."""
    tercetak, isi = [], small_pdf() if isi is None else isi

    def cetak(laporan, render=None, data=None, lapor=lambda langkah: None):
        tercetak.append(laporan)
        lapor(2)
        lapor(3)
        return isi

    monkeypatch.setattr("lkip.dokumen.cetakan.cetak", cetak)
    return tercetak


def work():
    """What one `manage.py db_worker --batch` does."""
    Worker(
        queue_names=["default"],
        interval=0.1,
        batch=True,
        backend_name="default",
        startup_delay=False,
        max_tasks=None,
        worker_id="uji",
        excluded_queue_names=[],
    ).run()


def queued(nama="kerjakan"):
    """How many tasks of this name wait in the queue of the database."""
    menunggu = DBTaskResult.objects.filter(status=TaskResultStatus.READY)
    return menunggu.filter(task_path=f"{SEMUA}.{nama}").count()

"""The commands cetak and ekspor, and the printed reports kept on disk."""

import os
import subprocess
import sys
import threading
from dataclasses import replace
from datetime import date

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError

from lkip.dokumen import cetakan, pencetak
from lkip.dokumen.cetakan import hitung_sidik, pdf_untuk
from lkip.ekspor import tulis_json
from lkip.management.commands import cetak, ekspor
from lkip.pekerjaan.giliran import Direbut
from tests.lkip.laporan_contoh import laporan_contoh

ARGUMEN = ("--instansi", "99.01.01", "--tahun", "2024")


@pytest.fixture(autouse=True)
def data_dir(settings, tmp_path):
    settings.DATA_DIR = tmp_path
    return tmp_path


@pytest.fixture
def printed(monkeypatch):
    """Count what is printed, without WeasyPrint."""
    jumlah = []

    def catat(laporan, **pilihan):
        jumlah.append(laporan)
        return b"%PDF-uji"

    monkeypatch.setattr(cetakan, "cetak", catat)
    return jumlah


@pytest.fixture
def sample_report(monkeypatch):
    for perintah in (cetak, ekspor):
        monkeypatch.setattr(perintah, "baca_laporan", lambda kode, tahun: laporan_contoh())


def test_a_report_is_printed_once(printed):
    pertama, kedua = pdf_untuk(laporan_contoh()), pdf_untuk(laporan_contoh())

    assert pertama == kedua
    assert pertama.read_bytes() == b"%PDF-uji"
    assert len(printed) == 1


def test_those_who_ask_at_once_wait_for_one_print(printed):
    utas = [threading.Thread(target=pdf_untuk, args=(laporan_contoh(),)) for _ in range(4)]
    for satu in utas:
        satu.start()
    for satu in utas:
        satu.join()

    assert len(printed) == 1


def test_a_change_is_printed_anew(printed):
    laporan = laporan_contoh()
    pdf_untuk(laporan)
    pdf_untuk(replace(laporan, keadaan=replace(laporan.keadaan, tanggal=date(2025, 2, 11))))

    assert len(printed) == 2


def test_reading_computed_values_does_not_change_the_fingerprint():
    laporan = laporan_contoh()
    sebelum = hitung_sidik(laporan)
    assert laporan.rata_rata.capaian.nilai is not None

    assert hitung_sidik(laporan) == sebelum


def test_an_exchanged_upload_changes_the_fingerprint(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    laporan = laporan_contoh()
    laporan = replace(laporan, instansi=replace(laporan.instansi, lambang="lambang.png"))
    (tmp_path / "lambang.png").write_bytes(b"lama")
    sebelum = hitung_sidik(laporan)
    (tmp_path / "lambang.png").write_bytes(b"baru")

    assert hitung_sidik(laporan) != sebelum


def test_old_prints_make_room(printed, monkeypatch):
    monkeypatch.setattr(cetakan, "SIMPAN", 1)
    laporan = laporan_contoh()
    lama = pdf_untuk(laporan)
    baru = pdf_untuk(replace(laporan, isu_strategis=()))

    assert not lama.exists()
    assert baru.exists()


def test_a_failed_print_leaves_nothing_behind(monkeypatch, data_dir):
    def gagal(laporan, **pilihan):
        raise pencetak.GagalMencetak("FatalURLFetchingError: Not a file of this document")

    monkeypatch.setattr(cetakan, "cetak", gagal)

    with pytest.raises(pencetak.GagalMencetak):
        pdf_untuk(laporan_contoh())
    assert list((data_dir / "cetakan").glob("*.pdf")) == []


def test_printing_process_says_why_it_failed():
    with (
        pencetak.Pencetak() as satu,
        pytest.raises(pencetak.GagalMencetak, match="Expecting value"),
    ):
        satu.cetak(b"bukan JSON")


def test_who_prints_gives_signs_of_life_and_still_gets_the_pdf(monkeypatch):
    monkeypatch.setattr(pencetak, "DETAK", 0.05)
    detak = []

    with pencetak.Pencetak() as satu:
        pdf = satu.cetak(cetakan.susun_pekerjaan(laporan_contoh()), lambda: detak.append(1))

    assert len(detak) > 1
    assert pdf.startswith(b"%PDF-1.7")


def test_printing_ends_when_the_job_was_taken_over(monkeypatch):
    monkeypatch.setattr(pencetak, "DETAK", 0.05)

    def taken_over():
        raise Direbut

    with pencetak.Pencetak() as satu, pytest.raises(Direbut):
        satu.cetak(cetakan.susun_pekerjaan(laporan_contoh()), taken_over)
    assert satu.proses.poll() is not None


def test_printing_process_ends_with_its_block():
    with pencetak.Pencetak() as satu:
        assert satu.proses.poll() is None

    assert satu.proses.poll() is not None


@pytest.mark.usefixtures("sample_report")
def test_cetak_writes_a_pdf(tmp_path):
    call_command("cetak", *ARGUMEN, "-o", str(tmp_path / "lkip.pdf"))

    assert (tmp_path / "lkip.pdf").read_bytes().startswith(b"%PDF-1.7")


def test_printing_needs_little_memory():
    """Asked of a small process between: a child of this large one would count its pages too."""
    ukur = (
        "import resource, subprocess, sys\n"
        "subprocess.run([sys.executable, '-m', 'lkip.dokumen.pdf'], stdout=subprocess.DEVNULL,"
        " check=True)\n"
        "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)"
    )
    hasil = subprocess.run(
        [sys.executable, "-c", ukur],
        input=cetakan.susun_pekerjaan(laporan_contoh()),
        cwd=pencetak.AKAR,
        capture_output=True,
        check=True,
    )

    assert 20 * 1024 < int(hasil.stdout) < 300 * 1024  # kilobytes


@pytest.mark.usefixtures("sample_report")
def test_ekspor_writes_the_json(tmp_path):
    call_command("ekspor", *ARGUMEN, "--format", "json", "-o", str(tmp_path / "lkip.json"))

    assert (tmp_path / "lkip.json").read_text() == tulis_json(laporan_contoh())


@pytest.mark.usefixtures("sample_report")
def test_ekspor_writes_to_standard_output(capfdbinary):
    call_command("ekspor", *ARGUMEN, "--format", "json", "-o", "-")

    assert capfdbinary.readouterr().out == tulis_json(laporan_contoh()).encode()


@pytest.mark.usefixtures("sample_report", "printed")
def test_a_file_that_cannot_be_written_is_an_error_of_the_user(tmp_path):
    with pytest.raises(CommandError, match="tidak dapat ditulis") as galat:
        call_command("cetak", *ARGUMEN, "-o", str(tmp_path / "tidak-ada" / "lkip.pdf"))
    assert galat.value.returncode == 2


@pytest.mark.django_db
@pytest.mark.parametrize("perintah", [("cetak",), ("ekspor", "--format", "json")])
def test_an_unknown_office_is_an_error_of_the_user(perintah, tmp_path):
    with pytest.raises(CommandError, match=r"Instansi dengan kode 99\.01\.01 tidak ada\.") as galat:
        call_command(perintah[0], *ARGUMEN, *perintah[1:], "-o", str(tmp_path / "lkip"))
    assert galat.value.returncode == 2


def test_a_database_that_is_not_ready_is_one_clear_line(tmp_path):
    lingkungan = os.environ | {
        "DATA_DIR": str(tmp_path),
        "DATABASE_URL": f"sqlite:///{tmp_path / 'kosong.sqlite3'}",
        "DJANGO_SETTINGS_MODULE": "lkip.settings",
    }
    hasil = subprocess.run(
        [sys.executable, "manage.py", "ekspor", *ARGUMEN, "--format", "json", "-o", "-"],
        cwd=pencetak.AKAR,
        env=lingkungan,
        capture_output=True,
        text=True,
    )

    assert hasil.returncode == 2
    assert hasil.stdout == ""
    assert hasil.stderr == (
        "Galat: Basis data tidak dapat dibaca. Bila belum disiapkan, jalankan manage.py migrate.\n"
    )

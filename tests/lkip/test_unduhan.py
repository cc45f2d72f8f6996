"""What the page knows of a printed report before it is downloaded."""

import os
from datetime import UTC, datetime

import pytest
from pypdf import PdfWriter

from lkip.dokumen.cetakan import folder_cetakan, hitung_sidik
from lkip.unduhan import format_ukuran, hitung_halaman, periksa_cetakan
from tests.lkip.laporan_contoh import laporan_contoh


@pytest.fixture(autouse=True)
def data_dir(settings, tmp_path):
    settings.DATA_DIR = tmp_path


def write_pdf(berkas, halaman):
    pdf = PdfWriter()
    for _ in range(halaman):
        pdf.add_blank_page(100, 100)
    pdf.write(berkas)


def test_nothing_is_known_of_what_nobody_printed():
    assert periksa_cetakan(laporan_contoh()) is None


def test_printed_report_tells_size_pages_and_time_of_the_office():
    laporan = laporan_contoh()
    berkas = folder_cetakan() / f"{hitung_sidik(laporan)}.pdf"
    write_pdf(berkas, 3)
    saat = datetime(2025, 2, 9, 18, 5, tzinfo=UTC).timestamp()
    os.utime(berkas, (saat, saat))

    cetakan = periksa_cetakan(laporan)

    assert cetakan.halaman == 3
    assert cetakan.ukuran == "1 kB"
    assert cetakan.dibuat == "10 Februari 2025 pukul 01.05 WIB"


@pytest.mark.parametrize(
    ("bita", "teks"),
    [(1_800_000, "1,8 MB"), (1_000_000, "1,0 MB"), (652_366, "652 kB"), (400, "0 kB")],
)
def test_sizes_are_printed_in_kb_and_mb(bita, teks):
    assert format_ukuran(bita) == teks


def test_file_without_page_tree_has_no_known_pages(tmp_path):
    berkas = tmp_path / "rusak.pdf"
    berkas.write_bytes(b"%PDF-1.7")

    assert hitung_halaman(berkas) is None

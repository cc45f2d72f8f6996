"""Files as they really arrive: other formats, broken ones, hostile ones, and what Excel puts into cells."""

import tracemalloc
import zipfile
from contextlib import suppress
from datetime import datetime
from io import BytesIO

import pytest
from openpyxl import Workbook
from openpyxl.chart import BarChart

from lkip.bukukerja.arsip import MAKS_UNGGAH, OLE
from lkip.bukukerja.baca import baca_buku
from lkip.bukukerja.berkas import Buku
from lkip.bukukerja.galat import BukuSalah
from lkip.bukukerja.impor import impor_buku
from tests.lkip.buku_uji import buat_buku, buku_kantor, simpan_buku

ARSIP_KOSONG = buat_buku({"Tujuan": [["Kode", "Uraian"]]})


def rewrite(isi, ganti=(), tambah=()):
    """A workbook with parts replaced by a function, and parts added."""
    keluar = BytesIO()
    with zipfile.ZipFile(BytesIO(isi)) as lama, zipfile.ZipFile(keluar, "w", zipfile.ZIP_DEFLATED) as baru:  # fmt: skip
        for nama in lama.namelist():
            data = lama.read(nama)
            for cari, ubah in ganti:
                data = ubah(data) if nama == cari else data
            baru.writestr(nama, data)
        for nama, data in tambah:
            baru.writestr(nama, data)
    return keluar.getvalue()


def open_all(isi):
    with Buku(isi) as buku:
        return {nama: buku.baris(nama) for nama in buku.lembar}


def cells(isi, lembar="Tujuan"):
    return [list(baris) for _, baris in open_all(isi)[lembar]]


@pytest.mark.parametrize(
    ("isi", "pesan"),
    [
        pytest.param(b"", "Berkas kosong", id="empty"),
        pytest.param(OLE + b"\0" * 600, r"Excel lama \(\.xls\)", id="xls-renamed"),
        pytest.param(OLE + "EncryptedPackage".encode("utf-16-le"), "kata sandi", id="password"),
        pytest.param(b"\xef\xbb\xbf<html><table>", "halaman HTML", id="html-table"),
        pytest.param(b"Kode,Uraian\n", "bukan buku kerja Excel", id="csv"),
        pytest.param(ARSIP_KOSONG[:200], "rusak atau terpotong", id="cut-off"),
        pytest.param(b"PK\x03\x04" + b"\0" * 50, "rusak atau terpotong", id="not-a-zip"),
        pytest.param(b"\0" * (MAKS_UNGGAH + 1), "paling besar 20 MB", id="too-large"),
    ],
)
def test_what_is_no_workbook_is_named(isi, pesan):
    with pytest.raises(BukuSalah, match=pesan):
        open_all(isi)


def test_other_zip_files_are_no_workbook():
    keluar = BytesIO()
    with zipfile.ZipFile(keluar, "w") as arsip:
        arsip.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")

    with pytest.raises(BukuSalah, match="bukan buku kerja Excel"):
        open_all(keluar.getvalue())


@pytest.mark.parametrize("bagian", ["xl/workbook.xml", "xl/styles.xml", "xl/worksheets/sheet1.xml"])
@pytest.mark.parametrize("rusak", [b"", b"<worksheet", b"<a/>", b"\xff\xfe\x00"])
def test_broken_parts_never_crash(bagian, rusak):
    isi = rewrite(ARSIP_KOSONG, [(bagian, lambda data: rusak)])

    with suppress(BukuSalah):
        open_all(isi)


def test_a_zip_bomb_is_refused_before_it_is_unpacked():
    isi = rewrite(ARSIP_KOSONG, tambah=[("xl/worksheets/sheet9.xml", b"0" * 60_000_000)])
    tracemalloc.start()
    with pytest.raises(BukuSalah, match="terlalu besar"):
        open_all(isi)
    puncak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()

    assert len(isi) < 200_000
    assert puncak < 5_000_000


def test_many_parts_are_refused():
    isi = rewrite(ARSIP_KOSONG, tambah=[(f"x/{nomor}.txt", b"") for nomor in range(2_100)])

    with pytest.raises(BukuSalah, match="terlalu besar"):
        open_all(isi)


@pytest.mark.parametrize("bagian", ["xl/workbook.xml", "xl/worksheets/sheet1.xml"])
def test_entities_are_refused(bagian):
    jahat = b'<!DOCTYPE a [<!ENTITY b "cc"><!ENTITY d "&b;&b;">]>'
    isi = rewrite(ARSIP_KOSONG, [(bagian, lambda data: jahat + data)])

    with pytest.raises(BukuSalah, match="tidak diperbolehkan"):
        open_all(isi)


def test_a_cell_far_away_does_not_hang():
    jauh = b'<row r="1048577"><c r="A1048577"><v>1</v></c></row></sheetData>'
    isi = rewrite(
        ARSIP_KOSONG,
        [("xl/worksheets/sheet1.xml", lambda data: data.replace(b"</sheetData>", jauh))],
    )

    with pytest.raises(BukuSalah, match="terlalu besar"):
        open_all(isi)


def test_external_links_and_macros_are_left_alone():
    isi = rewrite(
        buat_buku({"Tujuan": [["Kode", "Uraian"], ["T1", "x"]]}),
        [
            (
                "[Content_Types].xml",
                lambda data: data.replace(
                    b"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml",
                    b"application/vnd.ms-excel.sheet.macroEnabled.main+xml",
                ),
            )
        ],
        tambah=[("xl/vbaProject.bin", b"macro"), ("xl/externalLinks/externalLink1.xml", b"<a/>")],
    )

    assert cells(isi)[1] == ["T1", "x"]


def test_formatted_empty_rows_are_no_rows(db):
    buku = Workbook()
    halaman = buku.active
    halaman.title = "Tujuan"
    halaman.append(["Kode", "Uraian"])
    for nomor in range(2, 6_000):
        halaman.cell(nomor, 1).number_format = "@"

    with Buku(simpan_buku(buku)) as terbuka:
        assert baca_buku(terbuka).galat == []


@pytest.mark.parametrize(
    ("lembar", "judul", "isi"),
    [("Tujuan", ["Kode", "Uraian"], ["T1", "x"]), ("Instansi", ["Isian", "Nilai"], ["Nama", "x"])],
)
def test_heads_below_a_merged_title_are_one_fault(lembar, judul, isi):
    buku = Workbook()
    halaman = buku.active
    halaman.title = lembar
    halaman.append(["DAFTAR ISIAN", None])
    halaman.merge_cells("A1:B1")
    halaman.append([])
    halaman.append(judul)
    halaman.append(isi)

    with Buku(simpan_buku(buku)) as terbuka:
        (galat,) = baca_buku(terbuka).galat

    assert (galat.lembar, galat.baris) == (lembar, 3)
    assert galat.pesan.startswith("Judul kolom harus pada baris 1, sekarang pada baris 3.")


def test_a_sheet_that_is_a_chart_holds_no_rows(db):
    buku = Workbook()
    buku.active.title = "Tujuan"
    buku.create_chartsheet("Sasaran").add_chart(BarChart())

    assert open_all(simpan_buku(buku)) == {"Tujuan": [], "Sasaran": []}


def test_dates_and_codes_of_the_office_survive_excel(db):
    hasil = impor_buku(
        buku_kantor({"PK": [["Jenis", "Nomor", "Tanggal"], ["murni", "1", datetime(2024, 1, 26)]]})
    )

    assert hasil.galat == ()
    assert [satu.baru for satu in hasil.perubahan if satu.kolom == "Tanggal"] == ["26 Januari 2024"]

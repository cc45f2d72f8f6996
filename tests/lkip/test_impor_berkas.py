"""Files as they really arrive: other formats, broken ones, hostile ones, and what Excel puts into cells."""

import re
import time
import tracemalloc
import zipfile
from contextlib import suppress
from datetime import datetime
from decimal import Decimal
from io import BytesIO

import pytest
from openpyxl import Workbook
from openpyxl.chart import BarChart

from lkip.bukukerja.arsip import MAKS_UNGGAH, OLE
from lkip.bukukerja.baca import baca_buku
from lkip.bukukerja.berkas import Buku, SelRusak
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


def one_cell(nilai, format=None):
    buku = Workbook()
    sel = buku.active.cell(1, 1, nilai)
    buku.active.title = "Tujuan"
    if format:
        sel.number_format = format
    return cells(simpan_buku(buku))[0][0]


@pytest.mark.parametrize(
    ("nilai", "format", "hasil"),
    [
        pytest.param(0.85, "0%", 85, id="percent"),
        pytest.param(0.8753, "0.00%", Decimal("87.53"), id="percent-with-decimals"),
        pytest.param(0.1 + 0.2, None, Decimal("0.3"), id="no-binary-dust"),
        pytest.param(84.02, None, Decimal("84.02"), id="decimal"),
        pytest.param(2126424182, None, 2126424182, id="money"),
        pytest.param(1.005, None, Decimal("1.005"), id="not-rounded"),
        pytest.param(datetime(2024, 1, 26), "DD/MM/YYYY", datetime(2024, 1, 26), id="date"),
    ],
)
def test_cells_are_read_as_they_are_meant(nilai, format, hasil):
    assert one_cell(nilai, format) == hasil


def test_a_row_of_blanks_is_no_row():
    assert cells(buat_buku({"Tujuan": [["Kode"], ["  "], ["T1"]]})) == [["Kode"], ["T1"]]


def formula(xml):
    """A sheet with a formula cell in A1 and a text in B1."""
    isi = b'<c r="B1" t="inlineStr"><is><t>isi</t></is></c>'
    data = b'<sheetData><row r="1">' + xml + isi + b"</row></sheetData>"
    kosong = re.compile(rb"<sheetData ?/>|<sheetData></sheetData>")
    buku = buat_buku({"Tujuan": []})
    return rewrite(buku, [("xl/worksheets/sheet1.xml", lambda lama: kosong.sub(data, lama))])


def test_formulas_count_by_their_stored_result():
    assert cells(formula(b'<c r="A1"><f>1+1</f><v>2</v></c>'))[0][0] == 2
    assert cells(formula(b'<c r="A1" t="str"><f>""</f><v></v></c>'))[0][0] is None


def test_a_formula_nobody_computed_is_a_fault():
    sel = cells(formula(b'<c r="A1"><f>1+1</f></c>'))[0][0]

    assert isinstance(sel, SelRusak)
    assert "Rumus belum dihitung" in sel.pesan


def test_an_error_of_excel_is_a_fault():
    sel = cells(formula(b'<c r="A1" t="e"><f>1/0</f><v>#DIV/0!</v></c>'))[0][0]

    assert (sel.teks, "galat Excel" in sel.pesan) == ("#DIV/0!", True)


def read(lembar, kolom, nilai):
    """The value of one cell below its head, or the message why there is none."""
    kunci = {"Tujuan": {"Kode": "T1"}, "Anggaran": {"Kode": "7.01.01.2.02.0001"}}.get(
        lembar, {"Kode Indikator": "I1"}
    )
    baris = kunci | {kolom: nilai}
    with Buku(buat_buku({lembar: [list(baris), list(baris.values())]})) as buku:
        hasil = baca_buku(buku)
    pesan = [satu.pesan for satu in hasil.galat if satu.kolom == kolom]
    return pesan[0] if pesan else hasil.baris[lembar][0].nilai[kolom]


@pytest.mark.parametrize(
    ("nilai", "hasil"),
    [
        ("Rp 2.126.424.182,-", 2126424182),
        ("2.126.424.182,50", Decimal("2126424182.50")),
        (2126424182, 2126424182),
        (1234.56, Decimal("1234.56")),
        ("-", None),
        (0, 0),
    ],
)
def test_money_is_read_from_text_and_number(nilai, hasil):
    assert read("Anggaran", "Pagu Murni Operasi", nilai) == hasil


@pytest.mark.parametrize(
    ("lembar", "kolom", "nilai", "pesan"),
    [
        ("Anggaran", "Target", "84.02", "Tulis 84,02 bila itu maksudnya"),
        ("Anggaran", "Target", "1,234.56", "Tulis 1234,56 bila itu maksudnya"),
        ("Anggaran", "Target", 1 / 3, "Paling banyak 4 angka di belakang koma"),
        ("Anggaran", "Target", datetime(2024, 1, 2), "Bukan angka"),
        ("Anggaran", "Pagu Murni Operasi", -5, "tidak boleh negatif"),
        ("Anggaran", "Pagu Murni Operasi", 0.001, "Paling banyak 2 angka di belakang koma"),
        ("Anggaran", "Pagu Murni Operasi", 1e17, "terlalu besar"),
        ("Anggaran", "Kode", 7.01, "Terbaca sebagai angka"),
        ("Anggaran", "Kode", datetime(2024, 1, 7), "Bukan teks"),
        ("Tujuan", "Uraian", "x" * 501, "Paling banyak 500 huruf"),
        ("Pembanding", "Lingkup", "dunia", "Pilih salah satu: Nasional"),
    ],
)
def test_cells_that_cannot_be_meant_are_refused(lembar, kolom, nilai, pesan):
    assert pesan in read(lembar, kolom, nilai)


def test_fifty_thousand_rows_end_in_time_and_memory(db):
    buku = Workbook(write_only=True)
    halaman = buku.create_sheet("Anggaran")
    halaman.append(["Kode", "Uraian", "Pagu Murni Operasi"])
    for nomor in range(50_000):
        halaman.append([f"7.01.01.2.02.{nomor:04}", f"Sub kegiatan {nomor}", nomor])
    isi = simpan_buku(buku)

    mulai = time.monotonic()
    with pytest.raises(BukuSalah, match="Lembar Anggaran memuat lebih dari 5000 baris"):
        impor_buku(isi)

    assert time.monotonic() - mulai < 30


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

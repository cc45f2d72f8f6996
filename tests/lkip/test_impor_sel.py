"""What Excel and people put into cells, and what it is read as."""

import re
from datetime import datetime
from decimal import Decimal

import pytest
from openpyxl import Workbook

from lkip.bukukerja.baca import baca_buku
from lkip.bukukerja.berkas import Buku
from lkip.bukukerja.sel import SelRusak
from tests.lkip.buku_uji import buat_buku, simpan_buku
from tests.lkip.test_impor_berkas import ARSIP_KOSONG, cells, rewrite


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


def test_texts_are_read_with_their_formats_and_escapes_left_off():
    kaya = b"<r><t>Jalan </t></r><r><rPr><b/></rPr><t>Mawar</t></r><rPh><t>x</t></rPh>"
    isi = formula(b'<c r="A1" t="inlineStr"><is>' + kaya + b"</is></c>")
    lepas = formula(b'<c r="A1" t="str"><v>baris_x000D_\nbaru</v></c>')

    assert cells(isi)[0][0] == "Jalan Mawar"
    assert cells(lepas)[0][0] == "baris\r\nbaru"


def test_shared_texts_are_read():
    buku = buat_buku({"Tujuan": [["Kode", "Uraian"], ["T1", "T1"]]})
    kaya = b"<si><r><t>Ko</t></r><r><t>de</t></r></si>"

    def enrich(data):
        return data.replace(b"<si><t>Kode</t></si>", kaya)

    assert cells(rewrite(buku, [("xl/sharedStrings.xml", enrich)])) == [["Kode", "Uraian"], ["T1", "T1"]]  # fmt: skip


def test_a_date_that_no_calendar_has_is_a_fault():
    buku = Workbook()
    buku.active.title = "Tujuan"
    buku.active.append([99_999_999])
    buku.active["A1"].number_format = "DD/MM/YYYY"

    assert "kalender" in cells(simpan_buku(buku))[0][0].pesan


def test_styles_that_openpyxl_would_stumble_over_do_no_harm():
    def spoil(data):
        return data.replace(b"<fills ", b'<fills x="1" ').replace(b"<font>", b'<font><color rgb="merah"/>')  # fmt: skip

    assert cells(rewrite(ARSIP_KOSONG, [("xl/styles.xml", spoil)])) == [["Kode", "Uraian"]]


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

"""Exports of SIPD: recognised by their heads, and read without the names of staff."""

from decimal import Decimal

import pytest

from lkip.bukukerja.galat import BukuSalah
from lkip.sipd.kenali import Tata
from lkip.sipd.tabel import Tabel, baca_jumlah
from tests.lkip.buku_uji import buat_buku
from tests.lkip.sipd_uji import (
    KOLOM_DOKUMEN,
    NIP,
    PEGAWAI,
    SEDERHANA,
    document,
    documents,
    lra,
    recognise,
)


@pytest.mark.parametrize(
    ("isi", "tata"),
    [
        (lra(), Tata.LRA),
        (documents(document()), Tata.DOKUMEN),
        (buat_buku({"Data": [["Judul"], [], *SEDERHANA]}), Tata.SEDERHANA),
    ],
)
def test_layouts_are_recognised_by_their_heads(isi, tata):
    tabel, peta = recognise(isi)

    assert peta.tata is tata
    assert peta.kurang() == []
    assert tabel == Tabel.dari_json(tabel.ke_json())


def test_the_document_layout_has_45_columns():
    assert len(KOLOM_DOKUMEN) == 45


def test_an_unknown_table_is_kept_for_correction():
    _, peta = recognise(buat_buku({"Data": [["a", "b"], [1, 2]]}))

    assert (peta.kolom, peta.kurang()) == ({}, ["Kode"])


def test_a_file_without_data_is_refused():
    with pytest.raises(BukuSalah, match="tidak memuat data"):
        recognise(buat_buku({"Data": []}))


def test_staff_names_and_nip_are_dropped_before_anything_is_kept():
    tabel, _ = recognise(documents(document()))

    assert NIP.encode() not in tabel.ke_json()
    assert PEGAWAI.encode() not in tabel.ke_json()


def test_columns_of_staff_are_dropped_from_any_table():
    kepala = ["Rekap"], ["Kode Sub", "NIP Pegawai", "Nama Pegawai", "Nilai"]
    asing, _ = recognise(buat_buku({"Data": [*kepala, ["7.01.01", NIP, PEGAWAI, 5]]}))
    dikenal, peta = recognise(
        buat_buku({"Data": [[*SEDERHANA[0], "NIP"], ["7.01.01", "x", 1, 1, 1, NIP]]})
    )

    assert asing.baris[-1][1] == ("7.01.01", None, None, Decimal(5))
    assert NIP.encode() not in dikenal.ke_json()
    assert peta.kurang() == []


@pytest.mark.parametrize(
    ("teks", "nilai"),
    [
        ("1.234.567,00", "1234567"),
        ("1234567.00", "1234567"),
        ("1,234,567.50", "1234567.5"),
        ("Rp 1.234", "1234"),
        ("(1.234)", "-1234"),
        ("-1.234,5", "-1234.5"),
        ("0", "0"),
        ("-", None),
        ("null", None),
        (None, None),
        (Decimal("12.5"), "12.5"),
    ],
)
def test_money_of_an_export(teks, nilai):
    assert baca_jumlah(teks) == (None if nilai is None else Decimal(nilai))


@pytest.mark.parametrize("teks", ["1.2.3", "seribu", "12,345", "1.234.56", Decimal("1.234")])
def test_money_that_cannot_be_meant(teks):
    with pytest.raises(ValueError, match=r"."):
        baca_jumlah(teks)

"""Reading a document: PDF, DOCX and pasted text give the same tables; what cannot be read says why."""

import zipfile
from io import BytesIO

import pytest
from weasyprint import HTML

from lkip.periksa_dokumen.baca import baca_dokumen, baca_tempelan
from lkip.periksa_dokumen.docx import MAKS_ISI
from lkip.periksa_dokumen.galat import DokumenSalah
from lkip.periksa_dokumen.periksa import periksa_halaman
from lkip.periksa_dokumen.susun import susun_naskah
from tests.lkip.dokumen_uji import BERSIH, W, arsip_docx, buat_docx, buat_html, ganti

KELIRU = ganti(("1.010.000.000\t953.500.000", "1.020.000.000\t953.500.000"))


def buat_pdf(teks):
    return HTML(string=buat_html(teks)).write_pdf()


BENTUK = {"teks": str.encode, "docx": buat_docx, "pdf": buat_pdf}


@pytest.mark.parametrize("bentuk", BENTUK)
def test_every_form_gives_the_rows_of_the_budget(bentuk):
    naskah = susun_naskah(baca_dokumen(BENTUK[bentuk](BERSIH)))

    anggaran = [satu for satu in naskah.tabel if satu.nomor == "3.7"]
    baris = [satu for tabel in anggaran for satu in tabel.baris]
    assert [satu.kode for satu in baris if satu.kode] == [
        *("1", "1.1", "1.1.1", "1.2", "1.2.1"),
        *("2", "2.1", "2.1.1", "2.1.2"),
    ]
    assert baris[-1].total
    assert [nilai.teks for nilai in baris[-1].nilai if nilai] == [
        *("1.010.000.000", "953.500.000", "94,41%")
    ]
    assert naskah.tahun == 2023
    assert naskah.kantor == "Sukamaju"


@pytest.mark.parametrize("bentuk", BENTUK)
def test_every_form_shows_a_wrong_total_and_a_right_one_does_not(bentuk):
    keliru = periksa_halaman(baca_dokumen(BENTUK[bentuk](KELIRU)))
    bersih = periksa_halaman(baca_dokumen(BENTUK[bentuk](BERSIH)))

    assert [(satu.tempat.bagian, satu.dihitung) for satu in keliru if satu.aturan == "ANG-04"] == [
        ("Tabel 3.7", "1.010.000.000")
    ]
    assert [satu for satu in bersih if satu.aturan == "ANG-04"] == []


def test_a_finding_in_a_pdf_names_its_page():
    dua = f"{KELIRU}\n".replace(
        "BAB III AKUNTABILITAS KINERJA\n", "\fBAB III AKUNTABILITAS KINERJA\n"
    )
    temuan = periksa_halaman(baca_tempelan(dua))

    assert {satu.tempat.halaman for satu in temuan if satu.aturan == "ANG-04"} == {2}


def _pindaian():
    return HTML(string="<p>LKIP</p>").write_pdf()


def _berentitas():
    return arsip_docx(
        f'<!DOCTYPE d [<!ENTITY a "{"x" * 300}">]><w:document xmlns:w="{W}">&a;</w:document>'
    )


def _bengkak():
    return arsip_docx(" " * (MAKS_ISI + 1))


def _bukan_word():
    wadah = BytesIO()
    with zipfile.ZipFile(wadah, "w") as arsip:
        arsip.writestr("xl/workbook.xml", "<x/>")
    return wadah.getvalue()


@pytest.mark.parametrize(
    ("isi", "pesan"),
    [
        (b"", "kosong"),
        (b"\xff\xfe\x00\x01" * 200, "bukan PDF"),
        (b"pendek", "pindaian"),
        (b"%PDF-1.7 rusak", "rusak"),
        (b"PK\x03\x04 rusak", "rusak"),
        (_pindaian, "pindaian"),
        (_berentitas, "rusak"),
        (_bengkak, "terlalu besar"),
        (_bukan_word, "bukan dokumen Word"),
    ],
)
def test_what_cannot_be_read_says_why(isi, pesan):
    with pytest.raises(DokumenSalah) as salah:
        baca_dokumen(isi() if callable(isi) else isi)

    assert pesan in salah.value.pesan

"""The page that checks a finished report, and the command that does the same."""

import json

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import CommandError, call_command
from django.urls import reverse

from lkip.periksa_dokumen.baca import MAKS_UNGGAH
from tests.akses.kantor import Visitor, make_kantor
from tests.factories import TAHUN
from tests.lkip.dokumen_uji import BERSIH, buat_docx, dokumen_keliru


@pytest.fixture
def kantor(db):
    return make_kantor()


def kirim(kantor, isi, *, sebagai="operator"):
    alamat = reverse("periksa_dokumen", args=(kantor.kode, TAHUN))
    return Visitor(sebagai).enter(kantor).post(alamat, isi)


def unggah(isi, nama="laporan.docx"):
    return {"berkas": SimpleUploadedFile(nama, isi)}


@pytest.mark.parametrize("sebagai", ["operator", "verifikator", "camat"])
def test_an_upload_shows_place_figure_and_rule(kantor, sebagai):
    jawaban = kirim(kantor, unggah(buat_docx(dokumen_keliru())), sebagai=sebagai)

    html = jawaban.content.decode()
    assert jawaban.status_code == 200
    assert "Tabel 3.7" in html
    assert "950.000.000" in html
    assert "900.000.000" in html
    assert "ANG-03" in html


def test_a_clean_report_has_no_findings(kantor):
    assert "Tidak ada temuan" in kirim(kantor, {"teks": BERSIH}).content.decode()


def test_markup_in_a_document_is_shown_as_text(kantor):
    teks = dokumen_keliru().replace("sebesar Rp..", "<script>alert(1)</script> sebesar Rp..")

    assert "<script>alert" not in kirim(kantor, {"teks": teks}).content.decode()


@pytest.mark.parametrize(
    ("isi", "pesan"),
    [
        ({}, "Pilih berkas"),
        ({"teks": "   "}, "Pilih berkas"),
        (lambda: unggah(b"\x00\xff" * 500), "bukan PDF"),
        (lambda: unggah(b"x" * (MAKS_UNGGAH + 1)), "terlalu besar"),
    ],
)
def test_what_cannot_be_checked_says_why(kantor, isi, pesan):
    jawaban = kirim(kantor, isi() if callable(isi) else isi)

    assert jawaban.status_code == 422
    assert pesan in jawaban.content.decode()


def test_a_seksi_may_not(kantor):
    assert kirim(kantor, {"teks": BERSIH}, sebagai="seksi").status_code == 403


def test_the_command_writes_findings_as_json(tmp_path, capsys):
    berkas = tmp_path / "laporan.txt"
    berkas.write_text(dokumen_keliru())

    call_command("periksa_dokumen", berkas, format="json")

    temuan = json.loads(capsys.readouterr().out)["temuan"]
    assert {"ANG-03", "NAR-21"} <= {satu["aturan"] for satu in temuan}
    assert all(satu["baris"] and satu["tertulis"] and satu["pesan"] for satu in temuan)


def test_the_command_refuses_what_is_no_report(tmp_path):
    berkas = tmp_path / "kosong.pdf"
    berkas.write_bytes(b"")

    with pytest.raises(CommandError, match="kosong"):
        call_command("periksa_dokumen", berkas)

"""The page that checks a finished report, and the command that does the same."""

import json
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import CommandError, call_command
from django.urls import reverse

from lkip.models import Pekerjaan
from lkip.pekerjaan.berkas import bersihkan
from lkip.periksa_dokumen.baca import MAKS_UNGGAH
from lkip.periksa_dokumen.periksa import ATURAN
from tests.akses.kantor import Visitor, make_kantor
from tests.factories import TAHUN
from tests.halaman import Halaman
from tests.lkip.dokumen_uji import BERSIH, buat_docx, dokumen_keliru


@pytest.fixture
def kantor(db):
    return make_kantor()


@pytest.fixture(autouse=True)
def data_dir(settings, tmp_path):
    settings.DATA_DIR = tmp_path
    return tmp_path


def kirim(kantor, isi, *, sebagai="operator"):
    """Send a document and read on: the findings, or else the page that this leads to."""
    alamat = reverse("periksa_dokumen", args=(kantor.kode, TAHUN))
    client = Visitor(sebagai).enter(kantor)
    jawaban = client.post(alamat, isi, follow=True)
    satu = Pekerjaan.objects.last()
    if satu is None or satu.status != "selesai":
        return jawaban
    assert "Lihat temuan" in jawaban.content.decode()
    return client.get(temuan(kantor, satu))


def temuan(kantor, satu):
    return reverse("temuan_dokumen", args=(kantor.kode, TAHUN, satu.pk))


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


def test_each_finding_leads_to_its_rule_on_the_page_of_rules(kantor):
    temuan = kirim(kantor, {"teks": dokumen_keliru()})
    alamat = reverse("aturan_dokumen", args=(kantor.kode, TAHUN))
    aturan = Halaman(Visitor("operator").enter(kantor).get(alamat).content.decode())

    tautan = [
        satu
        for satu in Halaman(temuan.content.decode()).semua("a")
        if satu.atribut.get("href", "").startswith(f"{alamat}#")
    ]

    assert len(tautan) == len(temuan.context["temuan"]) > 1
    for satu in tautan:
        kode = satu.atribut["href"].partition("#")[2]
        assert satu.teks == f"Aturan {kode}"
        assert kode in aturan.dengan_id(kode).teks


def test_every_rule_is_explained_once_and_the_upload_leads_there(kantor):
    client = Visitor("camat").enter(kantor)
    alamat = reverse("aturan_dokumen", args=(kantor.kode, TAHUN))
    unggahan = Halaman(
        client.get(reverse("periksa_dokumen", args=(kantor.kode, TAHUN))).content.decode()
    )
    halaman = Halaman(client.get(alamat).content.decode())

    assert alamat in {satu.atribut.get("href") for satu in unggahan.semua("a")}
    assert len(halaman.semua("dt")) == len(ATURAN)
    penjelasan = {satu.teks for satu in halaman.semua("dd")}
    for satu in ATURAN:
        judul = halaman.dengan_id(satu.kode).teks
        assert judul == f"{satu.judul} {satu.kode}, {satu.tingkat}"
        assert satu.penjelasan in penjelasan


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
        (lambda: unggah(b"x" * (MAKS_UNGGAH + 1)), "terlalu besar"),
    ],
)
def test_what_cannot_be_checked_says_why(kantor, isi, pesan):
    jawaban = kirim(kantor, isi() if callable(isi) else isi)

    assert jawaban.status_code == 422
    assert pesan in jawaban.content.decode()


def test_what_is_no_document_fails_with_the_reason(kantor, data_dir):
    jawaban = kirim(kantor, unggah(b"\x00\xff" * 500))

    html = jawaban.content.decode()
    assert "bukan PDF" in html
    assert "Coba lagi" not in html
    assert list((data_dir / "impor").iterdir()) == []


def test_of_the_document_nothing_is_kept(kantor, data_dir):
    kirim(kantor, {"teks": BERSIH})

    assert list((data_dir / "impor").iterdir()) == []
    assert [satu.suffix for satu in (data_dir / "temuan").iterdir()] == [".json"]


def test_findings_are_seen_by_who_asked_for_them_only(kantor):
    kirim(kantor, {"teks": dokumen_keliru()})
    satu = Pekerjaan.objects.get()

    for peran in ("camat", "verifikator", "evaluator"):
        assert Visitor(peran).enter(kantor).get(temuan(kantor, satu)).status_code == 404
    Path(satu.jalur).unlink()
    assert Visitor("operator").enter(kantor).get(temuan(kantor, satu)).status_code == 404


def test_newer_findings_replace_those_of_the_same_person_only(kantor):
    for sebagai in ("operator", "camat", "verifikator"):
        kirim(kantor, {"teks": BERSIH}, sebagai=sebagai)
    lama, lain, baru = Pekerjaan.objects.order_by("pk")
    Pekerjaan.objects.filter(pk=lama.pk).update(oleh=baru.oleh)

    bersihkan(baru.pk)

    lama.refresh_from_db()
    lain.refresh_from_db()
    assert (lama.jalur, bool(lain.jalur), bool(baru.jalur)) == (None, True, True)


def test_a_seksi_may_not(kantor):
    assert kirim(kantor, {"teks": BERSIH}, sebagai="seksi").status_code == 403
    alamat = reverse("aturan_dokumen", args=(kantor.kode, TAHUN))
    assert Visitor("seksi").enter(kantor).get(alamat).status_code == 403


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

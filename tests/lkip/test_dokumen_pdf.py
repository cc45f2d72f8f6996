"""The document as PDF, read back with pypdf: archival, tagged, complete, and printed cleanly."""

import json
import logging
import re
from dataclasses import replace
from html import unescape
from io import BytesIO

import pydyf
import pytest
from pypdf import PdfReader
from pypdf.generic import DictionaryObject, IndirectObject
from weasyprint.urls import FatalURLFetchingError

from lkip.dokumen import percepatan
from lkip.dokumen.cetakan import daftar_unggahan, susun_pekerjaan
from lkip.dokumen.html import render_html
from lkip.dokumen.pdf import Pekerjaan, render_pdf
from lkip.dokumen.pengambil import FOLDER, PengambilBerkas
from lkip.dokumen.percepatan import percepat
from lkip.ekspor import tulis_json
from tests.lkip.laporan_contoh import laporan_contoh

# WeasyPrint leaves the file of its colour profile to the garbage collector.
pytestmark = pytest.mark.filterwarnings("ignore:unclosed file .*sRGB2014:ResourceWarning")


def print_laporan(laporan) -> bytes:
    return render_pdf(Pekerjaan(**json.loads(susun_pekerjaan(laporan))))


def print_body(isi: str, unggahan=()) -> bytes:
    html = f'<html lang="id"><head><title>Uji</title><link rel="stylesheet" href="lkip.css"></head><body>{isi}</body></html>'
    return render_pdf(
        Pekerjaan(
            html=html,
            data="{}",
            nama_data="uji.json",
            tanggal="2025-02-10",
            unggahan=tuple(map(str, unggahan)),
        )
    )


@pytest.fixture(scope="module")
def keluhan():
    """What WeasyPrint logged while the module's document was printed."""
    return []


@pytest.fixture(scope="module")
def isi(keluhan):
    class Penampung(logging.Handler):
        def emit(self, record):
            keluhan.append(record.getMessage())

    penampung = Penampung(logging.WARNING)
    pencatat = logging.getLogger("weasyprint")
    pencatat.addHandler(penampung)
    yield print_laporan(laporan_contoh())
    pencatat.removeHandler(penampung)


@pytest.fixture(scope="module")
def pdf(isi):
    return PdfReader(BytesIO(isi))


@pytest.fixture(scope="module")
def teks(pdf):
    return [page.extract_text() for page in pdf.pages]


def walk_structure(pdf):
    """Every structure element with its parent's tag."""

    def walk(satu, induk):
        satu = satu.get_object() if isinstance(satu, IndirectObject) else satu
        if isinstance(satu, DictionaryObject) and "/S" in satu:
            yield satu, induk
            anak = satu.get("/K", [])
            for kid in anak if isinstance(anak, list) else [anak]:
                yield from walk(kid, satu["/S"])

    for kid in pdf.trailer["/Root"]["/StructTreeRoot"]["/K"]:
        yield from walk(kid, None)


def test_renderer_has_nothing_to_complain_about(isi, keluhan):
    """WeasyPrint logs unsupported CSS, missing files and broken links; the document has none."""
    assert keluhan == []


def test_same_data_gives_the_same_bytes_also_from_the_quick_writer(isi, monkeypatch):
    monkeypatch.setattr(pydyf, "_to_bytes", pydyf._to_bytes)  # put both back afterwards
    monkeypatch.setattr(pydyf.PDF, "page_references", pydyf.PDF.page_references)
    percepat()

    assert pydyf._to_bytes is not percepatan._lambat
    assert print_laporan(laporan_contoh()) == isi


def test_metadata_say_what_it_is_and_when(pdf):
    akar = pdf.trailer["/Root"]

    assert pdf.metadata.title == "Laporan Kinerja Kecamatan Sukamaju Tahun 2024"
    assert pdf.metadata.author == "Kecamatan Sukamaju Kabupaten Contoh"
    assert str(pdf.metadata.creation_date)[:10] == "2025-02-10"
    assert akar["/Lang"] == "id"
    assert akar["/ViewerPreferences"]["/DisplayDocTitle"]


def test_it_declares_pdf_a_3a(pdf):
    xmp = pdf.trailer["/Root"]["/Metadata"].get_data().decode()

    assert re.search(r"pdfaid:part[^3]*3", xmp)
    assert re.search(r"pdfaid:conformance[^A]*A", xmp)
    assert pdf.trailer["/Root"]["/OutputIntents"]


def test_the_data_are_attached_once_as_json(pdf):
    (lampiran,) = pdf.attachments.items()
    (berkas,) = pdf.trailer["/Root"]["/AF"]

    assert lampiran[0] == "lkip-99.01.01-2024.json"
    assert lampiran[1] == [tulis_json(laporan_contoh()).encode()]
    assert berkas.get_object()["/AFRelationship"] == "/Data"


def test_bookmarks_lead_to_the_chapters(pdf):
    judul = [satu.title for satu in pdf.outline if not isinstance(satu, list)]

    assert judul == [
        "Kata Pengantar", "Daftar Isi", "Daftar Tabel", "Daftar Gambar", "Daftar Lampiran",
        "Ikhtisar Eksekutif", "Bab I Pendahuluan", "Bab II Perencanaan Kinerja",
        "Bab III Akuntabilitas Kinerja", "Bab IV Penutup", "Lampiran",
    ]  # fmt: skip


def test_fonts_are_embedded_subsets_of_arimo(pdf):
    nama = set()
    for page in pdf.pages:
        for font in page["/Resources"]["/Font"].values():
            (turunan,) = font.get_object()["/DescendantFonts"]
            keterangan = turunan.get_object()["/FontDescriptor"]
            assert "/FontFile2" in keterangan or "/FontFile3" in keterangan
            nama.add(font.get_object()["/BaseFont"])

    assert len(nama) <= 4
    assert all(re.fullmatch(r"/[A-Z]{6}\+Arimo.*", satu) for satu in nama)


def test_structure_is_tagged(pdf):
    elemen = list(walk_structure(pdf))
    tag = {satu["/S"] for satu, _ in elemen}

    assert pdf.trailer["/Root"]["/MarkInfo"]["/Marked"]
    assert {"/H1", "/H2", "/H3", "/H4", "/P", "/L", "/Table", "/TH", "/TD", "/Caption"} <= tag


def test_every_figure_has_alternative_text(pdf):
    gambar = [satu for satu, _ in walk_structure(pdf) if satu["/S"] == "/Figure"]

    assert len(gambar) > 5
    assert all(satu["/Alt"].strip() for satu in gambar)


def test_every_table_has_header_cells(pdf):
    for elemen, _ in walk_structure(pdf):
        if elemen["/S"] == "/Table":
            di_bawah = "".join(_tags(elemen))
            assert "/TH" in di_bawah


def _tags(elemen):
    for kid in elemen.get("/K", []):
        kid = kid.get_object() if isinstance(kid, IndirectObject) else kid
        if isinstance(kid, DictionaryObject) and "/S" in kid:
            yield kid["/S"]
            yield from _tags(kid)


def test_page_numbers_in_the_contents_are_those_of_the_pages(pdf, teks):
    """Of every heading, table, figure and attachment; front matter counts i, ii, iii."""
    html = render_html(laporan_contoh())
    entri = re.findall(r'<li class="isi-[^"]+"><a href="#([^"]+)"[^>]*>(.*?)</a>', html)
    daftar = " ".join(" ".join(satu for satu in teks if "· Daftar" in satu).split())
    tujuan = pdf.named_destinations

    assert len(entri) > 60
    letak = 0
    for id, judul in entri:
        kata = map(re.escape, unescape(re.sub("<[^>]+>", "", judul)).split())
        baris = re.compile(r"\s*".join(kata) + r"[ .]* (\d+|[ivx]+) ").search(daftar, letak)
        halaman = teks[pdf.get_destination_page_number(tujuan[id])]
        assert baris[1] == halaman.split()[-1], judul
        letak = baris.end()


def test_links_of_the_contents_lead_to_their_headings(pdf):
    tujuan = pdf.named_destinations

    for nama in ("bab-1", "bab-4", "tabel-capaian", "gambar-capaian", "lampiran-iku"):
        assert pdf.get_destination_page_number(tujuan[nama]) > 4


def test_no_page_is_nearly_empty(pdf, teks):
    for nomor, satu in enumerate(teks[1:], 2):
        assert len(satu.split()) > 25, f"page {nomor}: {satu!r}"


def test_wide_tables_lie_on_landscape_pages(pdf, teks):
    rebah = [page.mediabox.width > page.mediabox.height for page in pdf.pages]
    tabel = next(n for n, satu in enumerate(teks) if "LAMPIRAN KEPUTUSAN" in satu)

    assert rebah[tabel]
    assert not rebah[0]


def test_signatures_never_stand_alone(teks):
    for satu in teks:
        if "NIP 19700101 199001 1 001" in satu:
            assert len(satu.split()) > 40


def test_head_of_a_long_table_repeats_on_every_page():
    baris = "<tr><th scope='row'>Baris</th><td class='n'>1</td></tr>" * 120
    pdf = PdfReader(
        BytesIO(
            print_body(
                "<table class='panjang'><caption>Tabel</caption><thead><tr><th scope='col'>Uraian</th>"
                f"<th scope='col'>Jumlah</th></tr></thead><tbody>{baris}</tbody></table>"
            )
        )
    )

    assert len(pdf.pages) > 2
    assert all("Uraian" in page.extract_text() for page in pdf.pages)


@pytest.mark.parametrize(
    "alamat",
    [
        "https://example.org/a.png",
        "http://127.0.0.1/a.png",
        "ftp://example.org/a.png",
        "data:image/png;base64,AAAA",
        "file:///etc/hostname",
        "file://example.org/etc/hostname",
        "../../../manage.py",
        "tidak-ada.png",
    ],
)
def test_nothing_outside_the_folder_is_fetched(alamat):
    with pytest.raises(FatalURLFetchingError):
        print_body(f'<p>A <img src="{alamat}" alt="x"></p>')


def test_a_link_out_of_the_folder_is_refused(tmp_path):
    (tmp_path / "rahasia.txt").write_text("rahasia")
    pintu = FOLDER / "pintu-uji"
    pintu.symlink_to(tmp_path)
    try:
        with pytest.raises(FatalURLFetchingError):
            PengambilBerkas().fetch((pintu / "rahasia.txt").as_uri().replace("%2E", "."))
    finally:
        pintu.unlink()


def test_an_upload_is_shown_only_when_the_report_names_it(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    (tmp_path / "lambang.png").write_bytes(PNG)
    (tmp_path / "lain.png").write_bytes(PNG)
    laporan = laporan_contoh()
    laporan = replace(laporan, instansi=replace(laporan.instansi, lambang="lambang.png"))
    unggahan = daftar_unggahan(laporan)
    gambar = '<p>A <img src="{}" alt="Lambang"></p>'

    isi = print_body(gambar.format((tmp_path / "lambang.png").as_uri()), unggahan)
    assert PdfReader(BytesIO(isi)).pages[0].images
    with pytest.raises(FatalURLFetchingError):
        print_body(gambar.format((tmp_path / "lain.png").as_uri()), unggahan)


PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108000000003a7e9b55"
    "0000000a49444154789c6360000000020001e221bc330000000049454e44ae426082"
)

"""The document as HTML: complete, numbered, escaped, and without what does not apply."""

import re
from dataclasses import replace
from pathlib import Path

import pytest

from lkip.dokumen.daftar import Daftar, Macam
from lkip.dokumen.html import (
    BAGIAN,
    render_html,
    render_perjanjian,
    susun_bab,
    susun_satu_bab,
)
from lkip.isi.laporan import Dokumen, TandaTerbit
from lkip.isi.organisasi import SDM, Organisasi, Wilayah
from tests.lkip.laporan_contoh import TANPA_SKALA, laporan_contoh

DISETUJUI = Path(__file__).parent / "dokumen_disetujui.html"
ANALISIS = (
    "1) Target dan realisasi tahun 2024.",
    "2) Perbandingan dengan tahun-tahun sebelumnya.",
    "3) Perbandingan dengan target akhir Renstra.",
    "4) Perbandingan dengan standar atau daerah lain.",
    "5) Penyebab keberhasilan atau kegagalan dan solusi yang telah dilakukan.",
    "6) Efisiensi penggunaan sumber daya.",
    "7) Program dan kegiatan yang menunjang.",
)


@pytest.fixture(scope="module")
def html():
    return render_html(laporan_contoh())


def test_html_is_the_approved_document(html):
    """The whole document, character by character. After an intended change: `make contoh`, then read the diff."""
    assert html == DISETUJUI.read_text()


def test_same_data_gives_the_same_html(html):
    assert render_html(laporan_contoh()) == html


@pytest.mark.parametrize("analisis", ANALISIS)
def test_each_tujuan_and_sasaran_has_the_seven_analyses(html, analisis):
    bagian = re.split(r'<h4 id="analisis-', html)[1:]

    assert len(bagian) == len(laporan_contoh().sasaran)
    for satu in bagian:
        kepala, *isi = satu.split(analisis)
        assert len(isi) == 1, kepala[:40]
        assert re.match(r"</strong></p>\s*<p>\w", isi[0]), f"nothing said under {analisis}"


def test_parts_come_in_the_order_of_the_regulation(html):
    letak = [html.index(f'id="{id}"') for id in (
        "kata-pengantar", "daftar-isi", "daftar-tabel", "daftar-gambar", "ikhtisar",
        "bab-1", "bab-2", "bab-3", "bab-4", "lampiran-renstra", "lampiran-rkt",
        "lampiran-pk-murni", "lampiran-pk-perubahan", "lampiran-iku",
    )]  # fmt: skip

    assert letak == sorted(letak)


def test_every_link_has_its_target_and_every_id_occurs_once(html):
    id = re.findall(r' id="([^"]+)"', html)

    assert len(id) == len(set(id))
    assert set(re.findall(r'href="#([^"]+)"', html)) <= set(id)
    assert "{rujuk}" not in html


def test_tables_and_figures_are_numbered_by_chapter_without_a_gap(html):
    for macam, elemen in (("Tabel", "caption"), ("Gambar", "figcaption")):
        nomor = re.findall(
            rf'<{elemen} id="[^"]+"><span class="nomor">{macam} ([\d.]+)</span>', html
        )
        for bab in {satu.split(".")[0] for satu in nomor}:
            urut = [satu for satu in nomor if satu.startswith(f"{bab}.")]
            assert urut == [f"{bab}.{n}" for n in range(1, len(urut) + 1)]


def test_contents_list_every_heading_table_and_figure(html):
    isi = html[html.index('id="daftar-isi"') : html.index('id="ikhtisar"')]
    judul = re.findall(r"<(?:h2|h3|h4|caption|figcaption) id=\"([^\"]+)\">", html)

    assert set(judul) <= set(re.findall(r'href="#([^"]+)"', isi))


def test_only_three_heading_levels_under_the_title(html):
    assert set(re.findall(r"<(h\d)", html)) == {"h1", "h2", "h3", "h4"}


def test_no_style_or_script_in_the_html(html):
    """The preview shows it under a strict Content-Security-Policy."""
    assert re.findall(r"<script|<style|\sstyle=|\son\w+=", html) == []


def test_nothing_is_left_unfilled(html):
    teks = re.sub(r"<[^>]+>", " ", html)

    assert re.findall(r"None|Decimal|\bnan\b|\{\{|\{%|Rp\.|\.\.", teks) == []


def test_names_of_the_office_cannot_inject_html():
    laporan = laporan_contoh()
    nakal = replace(laporan.instansi, nama='<b onclick="x">Kecamatan & Co</b>')
    html = render_html(replace(laporan, instansi=nakal))

    assert "<b onclick" not in html
    assert "&lt;b onclick=&quot;x&quot;&gt;Kecamatan &amp; Co" in html


def test_without_perubahan_nobody_reads_of_one():
    html = render_html(laporan_contoh(perubahan=False))

    assert "lampiran-pk-perubahan" not in html
    assert "PK Perubahan" not in html
    assert "Perubahan APBD" not in html


def test_without_scale_there_is_no_predikat_table():
    html = render_html(laporan_contoh(skala=TANPA_SKALA))

    assert "tabel-skala" not in html
    assert "tabel-predikat" not in html
    assert "Terhadap target" in html


def test_narrative_of_staff_stands_in_its_section():
    html = render_html(replace(laporan_contoh(), narasi={"sdm": "<p>Ditulis <em>staf</em>.</p>"}))
    sdm = html[html.index('id="sdm"') : html.index('id="sarana"')]

    assert "<p>Ditulis <em>staf</em>.</p>" in sdm


def test_missing_values_say_why_and_are_not_zero(html):
    tabel = html[html.index('id="tabel-capaian"') : html.index('id="gambar-capaian"')]
    patroli = tabel[tabel.index("Jumlah patroli") :].split("</tr>")[0]

    assert '<span class="tanpa">belum diisi</span>' in patroli
    assert ">0<" not in patroli


def test_every_budget_table_names_its_version(html):
    for id in ("tabel-pagu", "tabel-alokasi", "tabel-keluaran", "tabel-efisiensi", "tabel-belanja",
               "tabel-anggaran-triwulan", "tabel-realisasi", "tabel-program-S1"):  # fmt: skip
        sumber = (
            html[html.index(f'<caption id="{id}"') :]
            .split('<p class="sumber">')[1]
            .split("</p>")[0]
        )
        assert "Perubahan APBD" in sumber, id
        assert "DPPA" in sumber, id


def test_a_report_with_hardly_any_data_can_be_read():
    laporan = laporan_contoh(perubahan=False)
    (pk,) = laporan.perjanjian
    html = render_html(
        replace(
            laporan,
            pimpinan=None,
            keadaan=replace(laporan.keadaan, tanggal=None),
            organisasi=Organisasi(),
            sdm=SDM(),
            sarana=(),
            wilayah=Wilayah(),
            isu_strategis=(),
            penetapan_iku=Dokumen(),
            rkt=Dokumen(),
            perjanjian=(replace(pk, nomor="", tanggal=None, pihak_pertama=None, pihak_kedua=None),),
        )
    )

    assert "tanggal belum ditetapkan" in html
    assert "Pejabat penanda tangan belum diisi" in html
    assert "tabel-sarana" not in html


def render_part(slug, laporan=None):
    return susun_satu_bab(
        laporan or laporan_contoh(),
        slug,
        alamat=lambda slug: f"/pratinjau/{slug}/",
        alamat_berkas=lambda berkas: f"/berkas/{berkas}",
    ).html


@pytest.mark.parametrize("slug", [slug for slug, _ in BAGIAN])
def test_a_part_alone_has_the_numbers_of_the_whole(html, slug):
    sendiri = re.findall(r'<span class="(?:isi-)?nomor">[^<]+</span>', render_part(slug))
    utuh = next(satu.html for satu in susun_bab(laporan_contoh()) if satu.slug == slug)

    assert sendiri == re.findall(r'<span class="(?:isi-)?nomor">[^<]+</span>', utuh)


def test_a_part_alone_links_to_the_pages_of_other_parts():
    assert 'href="/pratinjau/bab-1/#sdm"' in render_part("daftar")
    assert 'href="#tabel-pegawai"' in render_part("bab-1")
    assert 'href="/pratinjau/lampiran/#lampiran-iku"' in render_part("bab-2")


def test_a_part_alone_asks_for_uploads_by_the_address_of_the_page():
    laporan = laporan_contoh()
    laporan = replace(laporan, instansi=replace(laporan.instansi, lambang="lambang/a.png"))

    assert 'src="/berkas/lambang/a.png"' in render_part("sampul", laporan)


def test_an_id_is_given_once():
    daftar = Daftar()
    daftar.catat(Macam.BAB, "bab-1", "Pendahuluan")

    with pytest.raises(ValueError, match="bab-1"):
        daftar.catat(Macam.PASAL, "bab-1", "Latar Belakang")


def test_a_reference_to_nothing_is_an_error():
    with pytest.raises(KeyError):
        Daftar().isi_rujukan('<a href="#tabel-hilang">{rujuk}</a>')


def test_only_what_is_not_signed_is_marked_as_a_draft(html):
    laporan = laporan_contoh()
    disahkan = replace(laporan, keadaan=replace(laporan.keadaan, status="disahkan"))
    pk = laporan.perjanjian[0]

    assert "draf.css" in html
    assert "draf.css" not in render_html(disahkan)
    assert "draf.css" in render_perjanjian(laporan, replace(pk, disahkan=False))
    assert "draf.css" not in render_perjanjian(laporan, replace(pk, disahkan=True))


def test_issued_document_bears_its_code_and_the_way_to_check_it(html):
    tanda = TandaTerbit(kode="ABCD-EFGH-JKMN", alamat="https://contoh.go.id/verifikasi/ABCD/")
    terbit = replace(laporan_contoh(), tanda=tanda)

    for naskah in (render_html(terbit), render_perjanjian(terbit, terbit.perjanjian[0])):
        assert 'data-tanda="Kode verifikasi ABCD-EFGH-JKMN"' in naskah
        assert naskah.count('class="tanda-terbit"') == 1
        assert f"<title>Kode QR menuju {tanda.alamat}</title>" in naskah
    assert 'data-tanda=""' in html
    assert "tanda-terbit" not in html

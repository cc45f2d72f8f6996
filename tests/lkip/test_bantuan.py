"""The user guide: its pages, its links and pictures, and the way to it from every page."""

import re
import struct
import sys
from contextlib import closing
from pathlib import Path

import pytest
from django.conf import settings
from django.urls import ResolverMatch, get_resolver, reverse

from lkip import bantuan
from lkip.isian.daftar import KISI
from lkip.panduan import BERKAS, GAMBAR, alamat_bagian, anchor, baca_panduan, susun_panduan
from tests.halaman import Halaman

FOLDER = BERKAS.parent / GAMBAR
TANPA_BANTUAN = {"bantuan", "bantuan_bab", "isi_kisi", "hapus_baris_kisi"}  # see the tests of each
SUMBER = ("templates", "lkip", "instansi", "renstra", "anggaran", "perjanjian", "static/js")
BERISI = {  # what stands in the guide with a part filled in, and examples of what is typed
    "24 sel ditempel, 2 di luar tabel diabaikan",
    "Ambil dari Renstra",
    "Belum tersimpan … tidak ada koneksi",
    "Unduh isian tahun 2024",
    "surat selesai ÷ surat masuk",
}
CONTOH = (
    "# Judul\n\nPengantar.\n\n## Satu\n\n### Bagian *a*\n\nLihat [dua](#dua).\n\n## Dua\n\nIsi.\n"
)


@pytest.fixture
def pengguna(client, django_user_model):
    """Somebody who is signed in and has no role."""
    akun = django_user_model.objects.create_user("siapa", nama="Siapa", password="x")
    client.force_login(akun)
    return client


def names_of(resolver):
    for satu in resolver.url_patterns:
        if hasattr(satu, "url_patterns"):
            yield from names_of(satu)
        else:
            yield satu.name


def parts_of_the_guide():
    """Every "chapter#heading" and every chapter."""
    for bab in baca_panduan().bab:
        yield bab.anchor
        yield from (f"{bab.anchor}#{satu.anchor}" for satu in bab.bagian)


# the guide itself


def test_every_heading_of_the_guide_has_an_anchor_of_its_own():
    judul = re.findall(r"^#{2,4} (.+)$", BERKAS.read_text(encoding="utf-8"), re.MULTILINE)

    anchors = [anchor(satu) for satu in judul]

    assert len(anchors) > 60
    assert sorted(anchors) == sorted(set(anchors))


def test_links_of_the_guide_lead_to_the_chapter_of_their_heading():
    satu, _ = susun_panduan(CONTOH).bab

    assert f'<a href="{reverse("bantuan_bab", args=("dua",))}">dua</a>' in satu.html
    assert [(bagian.anchor, bagian.judul) for bagian in satu.bagian] == [("bagian-a", "Bagian a")]


def test_a_link_to_a_heading_that_is_not_there_is_refused():
    with pytest.raises(KeyError):
        susun_panduan(CONTOH.replace("(#dua)", "(#tiga)"))


def test_markup_of_the_guide_cannot_bring_script_or_style():
    hasil = susun_panduan(
        CONTOH.replace("Isi.", '<script>x</script> <b style="x" onclick="x">[k](javascript:x)</b>')
    )

    assert "<script" not in hasil.bab[1].html
    assert "<b" not in hasil.bab[1].html
    assert "href" not in hasil.bab[1].html


def test_every_picture_of_the_guide_exists_is_small_and_is_used():
    disebut = re.findall(r"!\[[^\]]{10,}\]\(gambar/panduan/([a-z-]+)\.png\)", BERKAS.read_text())

    assert 15 <= len(disebut) <= 35
    assert set(disebut) == {satu.stem for satu in FOLDER.glob("*.png")}
    assert {nama for nama in disebut if (FOLDER / f"{nama}.png").stat().st_size > 60_000} == set()


def test_the_command_takes_every_picture_of_the_guide(monkeypatch):
    monkeypatch.syspath_prepend(str(Path(settings.BASE_DIR) / "skrip"))
    from adegan import ADEGAN

    monkeypatch.delitem(sys.modules, "adegan")
    assert sorted(satu.nama for satu in ADEGAN) == sorted(
        satu.stem for satu in FOLDER.glob("*.png")
    )


def texts_of_the_product():
    """The sources of everything that a user reads, without markup."""
    for folder in SUMBER:
        for satu in (Path(settings.BASE_DIR) / folder).rglob("*"):
            if satu.suffix == ".html":
                yield re.sub(r"\{\{.*?\}\}|\{%.*?%\}|<[^>]+>", "|", satu.read_text())
            elif satu.suffix in (".py", ".js"):
                yield satu.read_text()


def test_every_label_that_the_guide_names_is_one_of_the_product():
    teks = BERKAS.read_text(encoding="utf-8")
    label = set(re.findall(r"(?<!\*)\*([^*\n]+)\*(?!\*)", teks))
    ada = "\n".join(texts_of_the_product()).casefold()

    assert {satu for satu in label if satu.casefold() not in ada} == BERISI


# pages


def test_contents_list_every_chapter_and_heading(pengguna):
    halaman = Halaman(pengguna.get(reverse("bantuan")).content.decode())

    tautan = {satu.atribut["href"] for satu in halaman.semua("a") if "href" in satu.atribut}

    assert {alamat_bagian(*satu.split("#")) for satu in parts_of_the_guide()} <= tautan


def test_every_chapter_is_a_small_page_with_its_headings(pengguna):
    for bab in baca_panduan().bab:
        jawaban = pengguna.get(reverse("bantuan_bab", args=(bab.anchor,)))
        halaman = Halaman(jawaban.content.decode())

        assert [satu.teks for satu in halaman.semua("h1")] == [bab.judul]
        assert all(halaman.dengan_id(satu.anchor).teks for satu in bab.bagian)
        assert len(jawaban.content) < 60_000


def test_pictures_wait_until_they_are_near_and_keep_their_place(pengguna):
    halaman = Halaman(pengguna.get(reverse("bantuan_bab", args=("mulai",))).content.decode())

    gambar = halaman.semua("img")[0].atribut

    isi = (FOLDER / Path(gambar["src"]).name).read_bytes()
    assert (int(gambar["width"]), int(gambar["height"])) == struct.unpack(">II", isi[16:24])
    assert gambar["loading"] == "lazy"
    assert gambar["alt"]
    with closing(pengguna.get(gambar["src"])) as jawaban:
        assert jawaban.status_code == 200


def test_a_chapter_that_is_not_there_is_not_found(pengguna):
    assert pengguna.get("/bantuan/tidak-ada/").status_code == 404


def test_chapters_follow_one_another(pengguna):
    pertama, kedua, *_ = baca_panduan().bab

    halaman = Halaman(pengguna.get(alamat_bagian(pertama.anchor)).content.decode())

    arah = {satu.atribut.get("rel"): satu.atribut["href"] for satu in halaman.semua("a")}
    assert arah["next"] == alamat_bagian(kedua.anchor)
    assert "prev" not in arah


# from a page to its part


def test_every_address_has_a_part_of_the_guide():
    assert set(names_of(get_resolver())) - TANPA_BANTUAN == set(bantuan.PER_HALAMAN)


def test_every_grid_has_a_part_of_the_guide():
    assert set(KISI) == set(bantuan.PER_KISI)


def test_every_part_that_a_page_leads_to_is_in_the_guide():
    tujuan = {*bantuan.HALAMAN, *bantuan.KISI, bantuan.ANALISIS, bantuan.MENGISI_TABEL}

    assert tujuan - set(parts_of_the_guide()) == set()


@pytest.mark.parametrize(
    ("nama", "kwargs", "bagian"),
    [
        ("ubah_pk", {}, ("perencanaan", "perjanjian-kinerja")),
        ("beranda", {}, ("beranda", "")),
        ("isi_kisi", {"nama": "pagu"}, ("anggaran", "pagu")),
        ("isi_kisi", {"nama": "analisis-sasaran-7"}, ("laporan", "analisis")),
        ("bantuan", {}, ("", "")),
    ],
)
def test_a_page_leads_to_its_part(nama, kwargs, bagian):
    cocok = ResolverMatch(lambda: None, (), kwargs, url_name=nama)

    assert bantuan.bagian_halaman(cocok) == bagian


def test_an_address_that_is_no_page_leads_to_the_contents():
    assert alamat_bagian(*bantuan.bagian_halaman(None)) == reverse("bantuan")


def test_head_of_a_page_links_to_its_part(pengguna):
    halaman = Halaman(pengguna.get(reverse("akun")).content.decode())

    tautan = [satu.atribut["href"] for satu in halaman.semua("a") if satu.teks == "Bantuan"]

    assert tautan == ["/bantuan/mulai/#masuk-dan-keluar"]

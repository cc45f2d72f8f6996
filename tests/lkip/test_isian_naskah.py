"""Entry of narrative: lines and HTML, what is kept, what is refused, who may."""

from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lkip.dokumen.html import render_html
from lkip.dokumen.pdf import TAG_KOSONG
from lkip.laporan import build_laporan
from lkip.models import LKIP, Narasi
from lkip.naskah import bersihkan, html_dari_teks
from lkip.naskah_teks import html_dari_isian, teks_dari_html
from tests import factories as buat

pytestmark = pytest.mark.django_db


@pytest.fixture
def instansi():
    return buat.make_laporan_lengkap()


@pytest.fixture
def operator(client, instansi):
    client.force_login(buat.make_pengguna(peran="operator", instansi=instansi))
    return client


def alamat(instansi, *bagian):
    return "/" + "/".join([instansi.kode, str(buat.TAHUN), *map(str, bagian)]) + "/"


def ajukan(instansi):
    LKIP.objects.filter(instansi=instansi).update(tahun=buat.TAHUN - 5)
    return buat.make_lkip(instansi=instansi, status="diajukan")


# text and HTML


@pytest.mark.parametrize(
    ("teks", "kode"),
    [
        ("Satu.\n\nDua.", "<p>Satu.</p><p>Dua.</p>"),
        ("1. satu\n2. dua", "<ol><li>satu</li><li>dua</li></ol>"),
        ("- satu\n- dua", "<ul><li>satu</li><li>dua</li></ul>"),
        ("a < b & c", "<p>a &lt; b &amp; c</p>"),
        ("", ""),
    ],
)
def test_lines_become_html_and_back(teks, kode):
    assert html_dari_isian(teks) == kode
    assert teks_dari_html(kode) == teks


@pytest.mark.parametrize(
    "kode",
    [
        "<p>Yang <strong>penting</strong></p>",
        "<table><tbody><tr><td>1</td></tr></tbody></table>",
        "<p>satu<br>dua</p>",
        "<ul><li>a<ul><li>b</li></ul></li></ul>",
    ],
)
def test_what_lines_cannot_say_keeps_its_tags(kode):
    assert teks_dari_html(kode) == kode
    assert html_dari_isian(kode) == kode


@given(st.text(alphabet="ab <>&.-1\n", max_size=40))
def test_saving_what_is_shown_changes_nothing(teks):
    kode = html_dari_teks(teks)

    assert html_dari_isian(teks_dari_html(kode)) == kode


def test_typed_html_is_cleaned():
    kotor = '<p onclick="x()">Halo<script>alert(1)</script></p>'

    assert html_dari_isian(kotor) == bersihkan(kotor) == "<p>Halo</p>"


# narrative


def test_nr_04_lines_are_printed_as_paragraphs_and_a_numbered_list(operator, instansi):
    tujuan = alamat(instansi, "naskah", "penutup")

    jawaban = operator.post(tujuan, {"isi": "Terima kasih.\n\n1. satu\n2. dua", "versi": ""})

    assert jawaban.url == alamat(instansi, "naskah")
    assert Narasi.objects.get(bagian="penutup").isi == (
        "<p>Terima kasih.</p><ol><li>satu</li><li>dua</li></ol>"
    )
    cetakan = render_html(build_laporan(instansi, buat.TAHUN))
    assert "<p>Terima kasih.</p><ol><li>satu</li><li>dua</li></ol>" in cetakan


@pytest.mark.parametrize(
    ("isi", "pesan"),
    [
        ("a" * 30_000, "paling panjang 30.000 karakter; sekarang 30.007"),
        ("<p>a</p>" + "<span>" * 170_000, "terlalu panjang untuk disimpan"),
    ],
)
def test_endless_narrative_is_refused_and_kept_on_the_page(operator, instansi, isi, pesan):
    jawaban = operator.post(alamat(instansi, "naskah", "penutup"), {"isi": isi, "versi": ""})

    assert pesan in jawaban.context["formulir"].errors["isi"][0]
    assert jawaban.context["formulir"]["isi"].value() == isi
    assert not Narasi.objects.filter(bagian="penutup").exists()


def test_nr_02_posted_html_is_cleaned_and_printed(operator, instansi):
    kotor = (
        '<p onclick="x()">Target<script>x()</script> &amp; hasil&nbsp;&#11;</p>'
        '<img src="file:///etc/passwd"><img src="http://example.com/"><a href="javascript:x()">a</a>'
        + "<table><tr><td>" * 50
        + "dalam"
    )

    operator.post(alamat(instansi, "naskah", "penutup"), {"isi": kotor, "versi": ""})

    assert Narasi.objects.get(bagian="penutup").isi == (
        "<p>Target &amp; hasil</p><p>a</p><table><tbody><tr><td>dalam</td></tr></tbody></table>"
    )
    html = render_html(build_laporan(instansi, buat.TAHUN))
    assert "Target &amp; hasil" in html
    ElementTree.fromstring(TAG_KOSONG.sub(r"<\1\2/>", html))


def test_earlier_versions_are_listed_and_restored(operator, instansi):
    tujuan = alamat(instansi, "naskah", "penutup")
    operator.post(tujuan, {"isi": "Pertama", "versi": ""})
    operator.post(tujuan, {"isi": "Kedua", "versi": "1"})

    versi = operator.get(tujuan).context["versi"]
    assert [satu.isi for satu in versi] == ["<p>Pertama</p>"]
    operator.post(f"{tujuan}pulihkan/", {"versi": versi[0].history_id})

    narasi = Narasi.objects.get(bagian="penutup")
    assert (narasi.isi, narasi.versi) == ("<p>Pertama</p>", 3)
    versi = operator.get(tujuan).context["versi"]
    assert [satu.isi for satu in versi] == ["<p>Kedua</p>", "<p>Pertama</p>"]


@pytest.mark.parametrize("nomor", ["", "0", "x", "999999"])
def test_unknown_version_is_not_found(operator, instansi, nomor):
    tujuan = alamat(instansi, "naskah", "kata_pengantar", "pulihkan")

    assert operator.post(tujuan, {"versi": nomor}).status_code == 404


def test_version_of_another_section_is_not_restored(operator, instansi):
    asing = buat.make_narasi(bagian="penutup", isi="<p>Rahasia</p>").history.get()

    tujuan = alamat(instansi, "naskah", "kata_pengantar", "pulihkan")
    assert operator.post(tujuan, {"versi": asing.history_id}).status_code == 404


def test_conflict_keeps_both_texts(operator, instansi):
    tujuan = alamat(instansi, "naskah", "penutup")
    operator.post(tujuan, {"isi": "Awal", "versi": ""})
    operator.post(tujuan, {"isi": "Punya Siti", "versi": "1"})

    isi = operator.post(tujuan, {"isi": "Punya Andi", "versi": "1"}).content.decode()

    assert "setelah Anda membukanya" in isi
    assert "Siti</del>" in isi
    assert "Punya Andi" in isi
    assert Narasi.objects.get(bagian="penutup").isi == "<p>Punya Siti</p>"


def test_saving_a_copied_text_confirms_it(operator, instansi):
    narasi = instansi.lkip.get().narasi.get()
    Narasi.objects.filter(pk=narasi.pk).update(perlu_dikonfirmasi=True)
    assert "Perlu dikonfirmasi" in operator.get(alamat(instansi, "naskah")).content.decode()
    tujuan = alamat(instansi, "naskah", narasi.bagian)
    isi = operator.get(tujuan).context["formulir"]["isi"].value()

    operator.post(tujuan, {"isi": isi, "versi": "1"})

    narasi.refresh_from_db()
    assert not narasi.perlu_dikonfirmasi


@pytest.mark.parametrize("peran", ["seksi", "verifikator", "camat"])
def test_narrative_is_for_operator_and_admin(client, instansi, peran):
    client.force_login(buat.make_pengguna(peran=peran, instansi=instansi))

    assert client.get(alamat(instansi, "naskah")).status_code == 200
    tujuan = alamat(instansi, "naskah", "penutup")
    assert client.post(tujuan, {"isi": "x", "versi": ""}).status_code == 403
    assert not Narasi.objects.filter(bagian="penutup").exists()


def test_submitted_year_keeps_its_narrative(operator, instansi):
    lkip = ajukan(instansi)
    narasi = buat.make_narasi(lkip=lkip, bagian="penutup")
    tujuan = alamat(instansi, "naskah", "penutup")

    assert "hanya dapat dibaca" in operator.get(tujuan).content.decode()
    assert operator.post(tujuan, {"isi": "x", "versi": "1"}).status_code == 403
    versi = {"versi": narasi.history.get().history_id}
    assert operator.post(f"{tujuan}pulihkan/", versi).status_code == 403


def test_unknown_section_and_stranger_find_nothing(client, operator, instansi):
    assert operator.get(alamat(instansi, "naskah", "rahasia")).status_code == 404
    client.force_login(buat.make_pengguna(peran="operator", instansi=buat.make_instansi()))
    for bagian in (("naskah",), ("naskah", "penutup"), ("foto",), ("foto", "baru")):
        assert client.get(alamat(instansi, *bagian)).status_code == 404


@pytest.mark.parametrize("halaman", ["naskah", "naskah/penutup", "foto"])
def test_queries_do_not_grow_with_rows(client, django_assert_max_num_queries, halaman):
    jumlah = []
    for banyak in (1, 3):
        instansi = buat.make_laporan_lengkap(banyak)
        client.force_login(buat.make_pengguna(peran="operator", instansi=instansi))
        with django_assert_max_num_queries(200) as tangkapan:
            client.get(alamat(instansi, *halaman.split("/")))
        jumlah.append(len(tangkapan))
    assert jumlah[0] == jumlah[1]

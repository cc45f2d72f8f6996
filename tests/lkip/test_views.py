"""What must hold of every page, seen on the example office."""

import re
from collections import Counter
from urllib.parse import urljoin, urlsplit

import pytest
from django.test import Client

from instansi.models import Pengguna
from tests.halaman import Halaman
from tests.kantor_contoh import loaded_contoh

pytestmark = pytest.mark.django_db  # without it, pytest-django makes no database for the fixture

AKAR = "/35.09.09/2024/"
BAB = (
    "sampul",
    "kata-pengantar",
    "daftar",
    "ikhtisar",
    "bab-1",
    "bab-2",
    "bab-3",
    "bab-4",
    "lampiran",
)
HALAMAN = (
    "",
    "renstra/",
    "iku/",
    "iku/I1/",
    "rkt/",
    "pk/",
    "pk/perubahan/",
    "capaian/",
    *(f"capaian/I{nomor}/" for nomor in range(1, 7)),
    "triwulan/",
    "anggaran/",
    "anggaran/sub-kegiatan/",
    "efisiensi/",
    "laporan/",
    "pemeriksaan/",
    "pemeriksaan/aturan/",
    "pemeriksaan/perbandingan/",
    "periksa-dokumen/aturan/",
    "lke/",
    *(f"pratinjau/{satu}/" for satu in BAB),
    "profil/",
    "sdm/",
    "sarana/",
    "wilayah/",
)
ALAMAT = [*(AKAR + satu for satu in HALAMAN), "/akun/", "/bantuan/", "/instansi/"]
INGGRIS = re.compile(
    r"\b(save|submit|upload|download|dashboard|login|logout|log in|log out|error|page|next|previous|"
    r"update|delete|cancel|search|sign in|user|password|settings|not found|true|false|none)\b",
    re.IGNORECASE,
)
DAFTAR_TUGAS = r'<section class="kartu" aria-labelledby="tugas-anda">.*?</section>'
BULAN_INGGRIS = re.compile(r"\b(January|February|March|May|June|July|August|October|December)\b")


@pytest.fixture(scope="module")
def pages(django_db_setup, django_db_blocker):
    """Every page of the example office as its admin sees it, by address."""
    with loaded_contoh(django_db_blocker):
        client = Client()
        client.force_login(Pengguna.objects.get(username="admin"))
        yield {alamat: client.get(alamat) for alamat in ALAMAT}


@pytest.fixture(params=ALAMAT)
def response(request, pages):
    return pages[request.param]


@pytest.fixture
def html(response):
    return response.content.decode()


@pytest.fixture
def page(html):
    return Halaman(html)


def visible_text(html):
    """The text of a page without its head, and without what the office itself wrote."""
    isi = re.sub(r"<head>.*?</head>", " ", html, flags=re.DOTALL)
    return " ".join(re.sub(r"<[^>]+>", " ", isi).split())


def test_page_is_there_and_stays_out_of_caches(response):
    assert response.status_code == 200
    assert response["Cache-Control"] == "no-store, private"


def test_page_sends_the_strict_policy(response):
    policy = response["Content-Security-Policy"]

    assert "default-src 'none'" in policy
    assert "script-src 'self'" in policy
    assert "style-src 'self'" in policy
    assert "unsafe" not in policy
    assert "frame-ancestors 'none'" in policy


def test_page_has_nothing_inline(page):
    for satu in page.elemen:
        assert not [nama for nama in satu.atribut if nama == "style" or nama.startswith("on")]
    assert page.semua("style") == []
    assert all(satu.atribut.get("src") and not satu.teks for satu in page.semua("script"))


def test_page_asks_no_other_host(page):
    for satu in page.elemen:
        for nama in ("src", "href", "action", "srcset"):
            tujuan = urlsplit(satu.atribut.get(nama) or "")
            assert not tujuan.netloc or satu.nama == "a"


def test_page_is_indonesian_with_one_heading_and_a_full_title(page, response):
    judul = page.semua("title")[0].teks
    tampak = next(satu for satu in page.elemen if satu.atribut.get("class") in ("judul",))

    assert page.semua("html")[0].atribut["lang"] == "id"
    assert len(page.semua("h1")) == 1
    if AKAR in response.request["PATH_INFO"]:
        assert judul.endswith(" – 2024 – Kecamatan Bangsalsari")
        assert tampak.teks.startswith(judul.split(" – ")[0])


def test_page_uses_each_id_once_and_links_to_ids_that_exist(page):
    ids = Counter(satu.atribut["id"] for satu in page.elemen if "id" in satu.atribut)

    assert [id for id, banyak in ids.items() if banyak > 1] == []
    lokal = {satu.atribut.get("href", "") for satu in page.semua("a")}
    assert {satu for satu in lokal if satu.startswith("#") and satu[1:] not in ids} == set()


def test_page_has_no_english_word_of_an_interface(html):
    assert INGGRIS.findall(visible_text(html)) == []
    assert BULAN_INGGRIS.findall(visible_text(html)) == []


def test_page_prints_numbers_the_indonesian_way(html):
    for teks in re.findall(r">([^<>]+)<", html):
        assert not re.search(r"\d,\d{3}\.\d|Rp[. ]\d|\d %|Decimal", teks)


def test_every_table_names_itself_and_its_heads(page, response):
    if "/pratinjau/" not in response.request["PATH_INFO"]:  # the document has its own tests
        assert len(page.semua("caption")) == len(page.semua("table"))
    assert all(satu.atribut.get("scope") for satu in page.semua("th"))


def test_links_between_pages_lead_somewhere(pages, page, response):
    sini = response.request["PATH_INFO"]
    for satu in page.semua("a"):
        tujuan = urlsplit(urljoin(sini, satu.atribut["href"]))
        if tujuan.path in pages and tujuan.fragment:
            Halaman(pages[tujuan.path].content.decode()).dengan_id(tujuan.fragment)


def test_numbers_of_beranda_equal_those_of_the_page_they_lead_to(pages):
    html = re.sub(DAFTAR_TUGAS, "", pages[AKAR].content.decode(), flags=re.DOTALL)
    beranda = Halaman(html)
    diperiksa = []
    for satu in beranda.semua("a"):
        tujuan = urlsplit(satu.atribut["href"])
        if tujuan.path != AKAR and tujuan.fragment and re.search(r"\d", satu.teks):
            sasaran = Halaman(pages[tujuan.path].content.decode()).dengan_id(tujuan.fragment)
            assert satu.teks.removeprefix("Rp") in sasaran.teks
            diperiksa.append(satu.teks)

    # 5 averages and counts, 3 of money, 3 states; 6 indikator × 4; 4 program × 3; the deadline; 2 of findings
    assert len(diperiksa) == 1 + 9 + 6 * 4 + 4 * 3 + 2
    assert "99,14%" in diperiksa


def test_every_number_of_beranda_is_a_link(pages):
    html = pages[AKAR].content.decode()
    isi = html[html.index("<main") : html.index("</main>")]
    isi = re.sub(DAFTAR_TUGAS, "", isi, flags=re.DOTALL)
    for bagian in ("a", "svg", "h1", "h2"):
        isi = re.sub(rf"<{bagian}\b.*?</{bagian}>", "", isi, flags=re.DOTALL)

    tanpa_tautan = {teks.strip() for teks in re.findall(r">([^<>]*\d[^<>]*)<", isi)}
    assert tanpa_tautan == {"LKIP 2024 berstatus Draf."}


def test_checklist_counts_the_tasks_that_stand_below_it(pages):
    daftar = re.search(DAFTAR_TUGAS, pages[AKAR].content.decode(), re.DOTALL)[0]
    jumlah = int(re.search(r"(\d+) hal perlu dilengkapi", daftar)[1])
    keadaan = [
        satu.teks
        for satu in Halaman(daftar).semua("span")
        if satu.atribut.get("class") in ("redup", "tanda predikat-3")
    ]

    assert keadaan.count("Selesai") == len(Halaman(daftar).semua("li")) - jumlah

"""Pages in a real browser: what only a browser can tell."""

import re

import pytest
from django.conf import settings
from django.test import Client
from playwright.sync_api import expect

from instansi.models import Pengguna
from lkip.contoh.data import read_data
from lkip.contoh.muat import load_contoh
from tests.browser.halaman_contoh import AKAR, HALAMAN, PRATINJAU

LEBAR = {360: 740, 1024: 700, 1366: 768}


@pytest.fixture
def office(transactional_db):
    """The example office."""
    load_contoh(read_data())


@pytest.fixture
def site(live_server, office):
    return live_server.url


def sign_in(context, site, username="admin"):
    """Give the browser the session of a user, as after the login page."""
    client = Client()
    client.force_login(Pengguna.objects.get(username=username))
    cookie = client.cookies[settings.SESSION_COOKIE_NAME]
    context.add_cookies([{"name": cookie.key, "value": cookie.value, "url": site}])


def failures_of(page, axe, site, alamat):
    """What is wrong with one page in the present width."""
    page.goto(site + alamat)
    found = [f"axe {rule}: {elements[:2]}" for rule, elements in axe(page)]
    lebar = page.evaluate(
        "document.documentElement.scrollWidth - document.documentElement.clientWidth"
    )
    return found + [f"wider than the window by {lebar} px"] * (lebar > 0)


def walk(page, axe, site, addresses):
    hasil = {alamat: failures_of(page, axe, site, alamat) for alamat in addresses}
    return {alamat: galat for alamat, galat in hasil.items() if galat}


@pytest.mark.parametrize(("width", "height"), LEBAR.items())
def test_pages_are_accessible_and_quiet(page, axe, site, width, height):
    sign_in(page.context, site)
    requests, console = [], []
    page.on("request", lambda request: requests.append(request.url))
    page.on("console", lambda message: console.append(message.text))
    page.set_viewport_size({"width": width, "height": height})

    assert walk(page, axe, site, HALAMAN + PRATINJAU) == {}

    assert {url for url in requests if not url.startswith((site, "data:"))} == set()
    assert console == []


def test_error_and_login_pages_are_accessible(page, axe, site):
    for width, height in LEBAR.items():
        page.set_viewport_size({"width": width, "height": height})
        assert walk(page, axe, site, ["/masuk/"]) == {}
        page.get_by_role("button", name="Masuk").click()
        assert axe(page) == []
        sign_in(page.context, site)
        assert walk(page, axe, site, ["/tidak/ada/", f"{AKAR}capaian/I9/"]) == {}
        page.context.clear_cookies()


def test_nothing_is_wider_than_the_smallest_phone(page, site):
    sign_in(page.context, site)
    page.set_viewport_size({"width": 320, "height": 640})

    assert walk(page, lambda page: [], site, [*HALAMAN, *PRATINJAU]) == {}


def test_targets_are_large_enough(page, site):
    sign_in(page.context, site)
    kecil = {}
    for width, batas in ((1366, 24), (360, 24)):
        page.set_viewport_size({"width": width, "height": 740})
        for alamat in HALAMAN:
            page.goto(site + alamat)
            kecil |= {
                (width, alamat, teks): tinggi
                for teks, tinggi in page.evaluate(TINGGI_TARGET)
                if tinggi < batas
            }

    assert kecil == {}


# Links inside a sentence are exempt (WCAG 2.5.8), and so are cells of a table, which are apart.
TINGGI_TARGET = """() => [...document.querySelectorAll("header a, nav a, button, summary, .btn, .nama-tautan")]
  .filter(e => e.checkVisibility() && !e.matches(".lewati"))
  .map(e => [e.innerText.trim(), e.getBoundingClientRect().height])"""


def test_buttons_and_fields_fit_a_thumb_on_phones(page, site):
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto(f"{site}/masuk/")

    for satu in page.locator("input:not([type=hidden]), .btn").all():
        assert satu.bounding_box()["height"] >= 44


def test_login_explains_what_is_wrong_and_then_lets_in(page, site):
    page.goto(f"{site}{AKAR}capaian/")
    page.get_by_label("Nama pengguna").fill("camat")
    page.get_by_label("Kata sandi").fill("keliru")
    page.get_by_role("button", name="Masuk").click()
    expect(page.get_by_role("alert")).to_contain_text("tidak cocok")
    expect(page.get_by_label("Nama pengguna")).to_have_value("camat")

    page.get_by_label("Kata sandi").fill("contoh-lkip-2024")
    page.get_by_role("button", name="Masuk").click()

    expect(page).to_have_url(f"{site}{AKAR}capaian/")
    page.get_by_role("button", name="Keluar").click()
    expect(page).to_have_url(f"{site}/masuk/")


def test_first_tab_skips_to_the_content_and_focus_is_seen(page, site):
    sign_in(page.context, site)
    page.goto(site + AKAR)
    page.keyboard.press("Tab")
    lewati = page.get_by_role("link", name="Langsung ke isi")
    expect(lewati).to_be_focused()
    expect(lewati).to_be_in_viewport()
    assert lewati.evaluate("e => getComputedStyle(e).outlineWidth") == "3px"

    page.keyboard.press("Enter")

    expect(page.locator("main")).to_be_focused()


def test_phone_menu_opens_by_keyboard_without_script(chromium, site):
    context = chromium.new_context(
        viewport={"width": 360, "height": 740}, java_script_enabled=False
    )
    sign_in(context, site)
    page = context.new_page()
    page.goto(site + AKAR)
    menu = page.locator(".menu-hp")
    tautan = menu.get_by_role("link", name="Capaian")
    expect(tautan).to_be_hidden()

    menu.locator("summary").focus()
    page.keyboard.press("Enter")
    expect(tautan).to_be_visible()
    page.keyboard.press("Enter")
    expect(tautan).to_be_hidden()
    page.keyboard.press("Enter")
    tautan.click()

    expect(page).to_have_url(f"{site}{AKAR}capaian/")
    context.close()


def test_lists_sort_and_page_without_script(chromium, site):
    context = chromium.new_context(java_script_enabled=False)
    sign_in(context, site)
    page = context.new_page()
    page.goto(f"{site}{AKAR}anggaran/sub-kegiatan/")
    page.get_by_role("link", name="Serapan").click()
    assert page.locator("tbody tr").first.locator("td").last.inner_text() == "72,32%"

    page.goto(f"{site}{AKAR}sarana/")
    page.get_by_role("link", name="Berikutnya").click()

    expect(page.locator("caption")).to_contain_text("halaman 2 dari 2")
    context.close()


def test_lists_sort_in_place_with_script(page, site):
    sign_in(page.context, site)
    page.goto(f"{site}{AKAR}anggaran/sub-kegiatan/")
    judul = page.locator("h1").element_handle()
    page.get_by_role("link", name="Serapan").click()
    expect(page.locator("th[aria-sort=ascending]")).to_have_text("Serapan")
    assert page.locator("tbody tr").first.locator("td").last.inner_text() == "72,32%"
    assert judul.evaluate("e => e.isConnected")  # the rest of the page stayed
    expect(page).to_have_url(re.compile(r"\?urut=serapan$"))

    page.get_by_role("link", name="Serapan").click()

    expect(page.locator("th[aria-sort=descending]")).to_have_text("Serapan")
    assert page.locator("tbody tr").first.locator("td").last.inner_text() == "99,81%"


def test_chapters_are_read_one_after_the_other(page, site):
    sign_in(page.context, site, "camat")
    page.goto(f"{site}{AKAR}laporan/")
    page.get_by_role("link", name="Bab I Pendahuluan").click()
    page.get_by_role("link", name="Berikutnya: Bab II Perencanaan Kinerja").click()

    expect(page.locator("h1")).to_have_text("Bab II Perencanaan Kinerja")
    expect(page.locator(".daftar-bab [aria-current=page]")).to_have_text(
        "Bab II Perencanaan Kinerja"
    )
    page.get_by_role("link", name="Sebelumnya: Bab I Pendahuluan").click()
    expect(page.locator("h1")).to_have_text("Bab I Pendahuluan")


def test_pdf_downloads_under_its_own_name(page, site):
    sign_in(page.context, site, "camat")
    page.goto(f"{site}{AKAR}laporan/")
    with page.expect_download(timeout=120_000) as unduhan:
        page.get_by_role("link", name="Unduh PDF").click()

    assert unduhan.value.suggested_filename == "LKIP-2024-Kecamatan-Bangsalsari.pdf"
    with open(unduhan.value.path(), "rb") as berkas:
        assert berkas.read(5) == b"%PDF-"
    page.reload()
    expect(page.get_by_role("link", name="Unduh PDF")).to_have_text(
        re.compile(r"Unduh PDF \(\d+ kB|,\d MB, \d+ halaman\)")
    )


def test_paper_has_no_navigation_and_repeats_table_heads(page, site):
    sign_in(page.context, site)
    page.emulate_media(media="print")
    for alamat in ("capaian/", "anggaran/"):
        page.goto(f"{site}{AKAR}{alamat}")
        for satu in (".kepala-situs", ".nav-utama", ".tab", ".kaki"):
            expect(page.locator(satu).first).to_be_hidden()
        kepala = page.locator("thead").first
        assert kepala.evaluate("e => getComputedStyle(e).display") == "table-header-group"
    jumlah = page.locator("tfoot").first  # a total that repeats would be one of its page
    assert jumlah.evaluate("e => getComputedStyle(e).display") == "table-row-group"


def test_text_of_charts_stays_readable_on_phones(page, site):
    sign_in(page.context, site)
    page.set_viewport_size({"width": 360, "height": 740})
    for alamat in ("capaian/I2/", "anggaran/"):
        page.goto(f"{site}{AKAR}{alamat}")
        tinggi = page.evaluate(
            """() => [...document.querySelectorAll("figure svg")].filter(e => e.checkVisibility())
              .flatMap(svg => [...svg.querySelectorAll("text")].map(teks =>
                parseFloat(getComputedStyle(teks).fontSize) * svg.getBoundingClientRect().width
                  / svg.viewBox.baseVal.width))"""
        )
        assert tinggi
        assert min(tinggi) >= 11


def test_menus_close_on_escape(page, site):
    sign_in(page.context, site)
    page.goto(site + AKAR)
    page.get_by_text("Lainnya", exact=True).first.click()
    expect(page.get_by_role("link", name="Sarana")).to_be_visible()

    page.keyboard.press("Escape")

    expect(page.get_by_role("link", name="Sarana")).to_be_hidden()

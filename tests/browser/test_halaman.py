"""Pages in a real browser: what only a browser can tell."""

import re
from io import BytesIO

import pytest
from playwright.sync_api import expect
from pypdf import PdfReader

from tests.browser.halaman_contoh import AKAR, download_pdf, sign_in
from tests.browser.kisi_contoh import kantor, situs

LEBAR_KERTAS = 1009  # pixels between the margins of an A4 sheet that lies on its side
TERPOTONG = """() => [...document.querySelectorAll("td, th, td input, td textarea")]
  .filter(e => e.checkVisibility() && (e.getBoundingClientRect().right > innerWidth + 1 || e.scrollWidth > e.clientWidth + 2))
  .map(e => e.value ?? e.innerText)"""
__all__ = ["kantor", "situs"]


def test_login_explains_what_is_wrong_and_then_lets_in(page, situs):
    page.goto(f"{situs}{AKAR}capaian/")
    page.get_by_label("Nama pengguna").fill("camat")
    page.get_by_label("Kata sandi").fill("keliru")
    page.get_by_role("button", name="Masuk").click()
    expect(page.get_by_role("alert")).to_contain_text("tidak cocok")
    expect(page.get_by_label("Nama pengguna")).to_have_value("camat")

    page.get_by_label("Kata sandi").fill("contoh-lkip-2024")
    page.get_by_role("button", name="Masuk").click()

    expect(page).to_have_url(f"{situs}{AKAR}capaian/")
    page.get_by_role("button", name="Keluar").click()
    expect(page).to_have_url(f"{situs}/masuk/")


def test_first_tab_skips_to_the_content_and_focus_is_seen(page, situs):
    sign_in(page.context, situs)
    page.goto(situs + AKAR)
    page.keyboard.press("Tab")
    lewati = page.get_by_role("link", name="Langsung ke isi")
    expect(lewati).to_be_focused()
    expect(lewati).to_be_in_viewport()
    assert lewati.evaluate("e => getComputedStyle(e).outlineWidth") == "3px"

    page.keyboard.press("Enter")

    expect(page.locator("main")).to_be_focused()


def test_phone_menu_opens_by_keyboard_without_script(chromium, situs):
    context = chromium.new_context(
        viewport={"width": 360, "height": 740}, java_script_enabled=False
    )
    sign_in(context, situs)
    page = context.new_page()
    page.goto(situs + AKAR)
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

    expect(page).to_have_url(f"{situs}{AKAR}capaian/")
    context.close()


def test_lists_sort_and_page_without_script(chromium, situs):
    context = chromium.new_context(java_script_enabled=False)
    sign_in(context, situs)
    page = context.new_page()
    page.goto(f"{situs}{AKAR}anggaran/sub-kegiatan/")
    page.get_by_role("link", name="Serapan").click()
    assert page.locator("tbody tr").first.locator("td").last.inner_text() == "72,32%"

    page.goto(f"{situs}{AKAR}sarana/")
    page.get_by_role("link", name="Berikutnya").click()

    expect(page.locator("caption")).to_contain_text("halaman 2 dari 2")
    context.close()


def test_lists_sort_in_place_with_script(page, situs):
    sign_in(page.context, situs)
    page.goto(f"{situs}{AKAR}anggaran/sub-kegiatan/")
    judul = page.locator("h1").element_handle()
    page.get_by_role("link", name="Serapan").click()
    expect(page.locator("th[aria-sort=ascending]")).to_have_text("Serapan")
    assert page.locator("tbody tr").first.locator("td").last.inner_text() == "72,32%"
    assert judul.evaluate("e => e.isConnected")  # the rest of the page stayed
    expect(page).to_have_url(re.compile(r"\?urut=serapan$"))

    page.get_by_role("link", name="Serapan").click()

    expect(page.locator("th[aria-sort=descending]")).to_have_text("Serapan")
    assert page.locator("tbody tr").first.locator("td").last.inner_text() == "99,81%"


def test_chapters_are_read_one_after_the_other(page, situs):
    sign_in(page.context, situs, "camat")
    page.goto(f"{situs}{AKAR}laporan/")
    page.get_by_role("link", name="Bab I Pendahuluan").click()
    page.get_by_role("link", name="Berikutnya: Bab II Perencanaan Kinerja").click()

    expect(page.locator("h1")).to_have_text("Bab II Perencanaan Kinerja")
    expect(page.locator(".daftar-bab [aria-current=page]")).to_have_text(
        "Bab II Perencanaan Kinerja"
    )
    page.get_by_role("link", name="Sebelumnya: Bab I Pendahuluan").click()
    expect(page.locator("h1")).to_have_text("Bab I Pendahuluan")


def test_pdf_downloads_under_its_own_name(page, situs):
    sign_in(page.context, situs, "camat")
    page.goto(f"{situs}{AKAR}laporan/")
    unduhan = download_pdf(page)

    assert unduhan.suggested_filename == "LKIP-2024-Kecamatan-Bangsalsari.pdf"
    with open(unduhan.path(), "rb") as berkas:
        assert berkas.read(5) == b"%PDF-"
    page.goto(f"{situs}{AKAR}laporan/")
    expect(page.get_by_role("link", name="Unduh PDF")).to_have_text(
        re.compile(r"Unduh PDF \(\d+ kB|,\d MB, \d+ halaman\)")
    )


@pytest.mark.parametrize(
    ("alamat", "kepala"),
    [
        ("capaian/", "Realisasi"),
        ("anggaran/", "Serapan"),
        ("isi/realisasi-anggaran/", "Triwulan IV"),
        ("isi/sarana/", "Kondisi"),
    ],
)
def test_paper_has_no_navigation_and_repeats_table_heads(page, situs, alamat, kepala):
    sign_in(page.context, situs)
    page.goto(f"{situs}{AKAR}{alamat}")

    page.emulate_media(media="print")
    page.set_viewport_size({"width": LEBAR_KERTAS, "height": 700})
    assert page.evaluate(TERPOTONG) == []
    lembar = PdfReader(BytesIO(page.pdf(prefer_css_page_size=True))).pages

    teks = [satu.extract_text() for satu in lembar]
    assert not re.search(r"Keluar\b|Bantuan|Simpan|Hapus|Unduh|Langsung ke isi", "".join(teks))
    for satu, isi in zip(lembar, teks, strict=True):
        assert satu.mediabox.width > satu.mediabox.height
        assert kepala in isi


def test_text_of_charts_stays_readable_on_phones(page, situs):
    sign_in(page.context, situs)
    page.set_viewport_size({"width": 360, "height": 740})
    for alamat in ("capaian/I2/", "anggaran/"):
        page.goto(f"{situs}{AKAR}{alamat}")
        tinggi = page.evaluate(
            """() => [...document.querySelectorAll("figure svg")].filter(e => e.checkVisibility())
              .flatMap(svg => [...svg.querySelectorAll("text")].map(teks =>
                parseFloat(getComputedStyle(teks).fontSize) * svg.getBoundingClientRect().width
                  / svg.viewBox.baseVal.width))"""
        )
        assert tinggi
        assert min(tinggi) >= 11


def test_menus_close_on_escape(page, situs):
    sign_in(page.context, situs)
    page.goto(situs + AKAR)
    page.get_by_text("Lainnya", exact=True).first.click()
    sarana = page.locator(".nav-utama").get_by_role("link", name="Sarana")
    expect(sarana).to_be_visible()

    page.keyboard.press("Escape")

    expect(sarana).to_be_hidden()

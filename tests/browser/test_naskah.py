"""Writing a narrative: the editor, its toolbar, what is pasted, and life without it."""

import pytest
from playwright.sync_api import expect

from tests.browser.kisi_contoh import kantor, lencana, lepaskan, masuk, situs
from tests.browser.naskah_contoh import (
    ALAMAT,
    TERSIMPAN,
    alat,
    buka,
    draf,
    ganti,
    halaman,
    kotak,
    penutup,
    tersimpan,
)

__all__ = ["halaman", "kantor", "penutup", "situs"]

TEMPEL = """(kotak, html) => {
  const isi = new DataTransfer();
  isi.setData("text/html", html);
  isi.setData("text/plain", "teks");
  kotak.dispatchEvent(
    new ClipboardEvent("paste", {clipboardData: isi, bubbles: true, cancelable: true}));
}"""
WORD = """<p class=MsoNormal><b>Kendala</b></p>
<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>1.<span
style='font:7.0pt "Times New Roman"'>&nbsp; </span></span>Terbatasnya petugas</p>
<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>2.<span>&nbsp;
</span></span>Jaringan <a href="javascript:alert(1)">lambat</a></p>
<!-- catatan --><table class=MsoTableGrid><tr><td><p class=MsoNormal>Target</p></td><td><p>Realisasi</p></td></tr>
<tr><td><p>85</p></td><td><p>84,02<img src=x onerror="alert(1)"></p></td></tr></table><script>alert(1)</script>"""


def test_nr_01_word_fragment_becomes_list_table_and_bold(chromium, situs, penutup):
    """On a page of its own: the browser says aloud that it runs no handler of what is pasted."""
    context = chromium.new_context()
    masuk(context, situs, "operator")
    page = context.new_page()
    page.on("dialog", lambda dialog: pytest.fail("a pasted script ran"))
    buka(page, situs)
    ganti(page, "x")
    kotak(page).press("Control+a")
    kotak(page).evaluate(TEMPEL, WORD)

    expect(lencana(page)).to_have_text(TERSIMPAN)
    assert tersimpan() == (
        "<p><strong>Kendala</strong></p>"
        "<ol><li>Terbatasnya petugas</li><li>Jaringan lambat</li></ol>"
        "<table><tbody><tr><td>Target</td><td>Realisasi</td></tr>"
        "<tr><td>85</td><td>84,02</td></tr></tbody></table>"
    )
    context.close()


def test_nr_03_editor_has_the_name_of_its_label_and_lets_tab_through(halaman, axe):
    assert (
        halaman.locator("[contenteditable]").evaluate(
            "k => document.getElementById(k.getAttribute('aria-labelledby')).textContent"
        )
        == "Isi naskah"
    )
    assert axe(halaman) == []
    alat(halaman, "1. Daftar bernomor").click()
    kotak(halaman).press("Tab")
    expect(halaman.get_by_role("button", name="Simpan", exact=True)).to_be_focused()
    halaman.keyboard.press("Shift+Tab")
    expect(kotak(halaman)).to_be_focused()
    halaman.keyboard.press("Shift+Tab")
    expect(alat(halaman, "Tebal")).to_be_focused()
    halaman.keyboard.press("ArrowRight")
    expect(alat(halaman, "Miring")).to_be_focused()
    halaman.keyboard.press("Home")
    halaman.keyboard.press("ArrowLeft")
    expect(alat(halaman, "Ulangi")).to_be_focused()


def test_toolbar_shapes_the_text_by_keyboard(halaman):
    ganti(halaman, "satu")
    alat(halaman, "Tebal").focus()
    halaman.keyboard.press("Enter")
    expect(kotak(halaman)).to_be_focused()
    halaman.keyboard.type(" dua")
    expect(alat(halaman, "Tebal")).to_have_attribute("aria-pressed", "true")
    alat(halaman, "• Daftar butir").focus()
    halaman.keyboard.press("Space")
    expect(kotak(halaman)).to_be_focused()
    halaman.keyboard.press("Enter")
    halaman.keyboard.type("tiga")
    alat(halaman, "Masuk setingkat").click()

    expect(lencana(halaman)).to_have_text(TERSIMPAN)
    assert tersimpan() == (
        "<ul><li>satu<strong> dua</strong><ul><li><strong>tiga</strong></li></ul></li></ul>"
    )


def test_table_is_made_and_grows(halaman):
    ganti(halaman, "x")
    alat(halaman, "Tabel").click()
    halaman.keyboard.type("Desa")
    alat(halaman, "Tambah kolom").click()
    alat(halaman, "Hapus baris").click()
    expect(kotak(halaman).locator("tr")).to_have_count(2)
    expect(kotak(halaman).locator("tr").first.locator("td, th")).to_have_count(4)
    alat(halaman, "Urungkan").click()

    expect(kotak(halaman).locator("tr")).to_have_count(3)
    expect(lencana(halaman)).to_have_text(TERSIMPAN)
    assert "<th>Desa</th>" in tersimpan()


def test_typing_is_saved_without_a_click_and_shown_after_a_reload(halaman, situs):
    ganti(halaman, "Ditulis sekarang.")

    expect(lencana(halaman)).to_have_text(TERSIMPAN)
    assert tersimpan() == "<p>Ditulis sekarang.</p>"
    buka(halaman, situs)
    expect(kotak(halaman)).to_have_text("Ditulis sekarang.")
    assert draf(halaman) == []


def test_textarea_works_until_and_without_the_editor(page, situs, penutup):
    masuk(page.context, situs, "operator")
    page.route("**/editor*.js", lambda rute: rute.abort())
    page.goto(situs + ALAMAT)
    expect(kotak(page)).to_have_value("Naskah awal penutup.")
    kotak(page).fill("1. a\n2. b")

    expect(lencana(page)).to_have_text(TERSIMPAN)
    assert tersimpan() == "<ol><li>a</li><li>b</li></ol>"
    lepaskan(page.context)


def test_nr_04_lines_become_a_list_without_javascript(chromium, situs, penutup):
    context = chromium.new_context(java_script_enabled=False)
    masuk(context, situs, "operator")
    page = context.new_page()
    page.goto(situs + ALAMAT)
    page.get_by_label("Isi naskah").fill("1. a\n2. b")
    page.get_by_role("button", name="Simpan").click()

    expect(page.get_by_text("Tersimpan")).to_be_visible()
    assert tersimpan() == "<ol><li>a</li><li>b</li></ol>"
    context.close()


def test_only_this_page_loads_the_editor(halaman, situs):
    minta = []
    halaman.on("request", lambda satu: minta.append(satu.url))
    halaman.goto(f"{situs}/35.09.09/2024/naskah/")

    assert not [satu for satu in minta if "prose" in satu or "naskah.js" in satu]

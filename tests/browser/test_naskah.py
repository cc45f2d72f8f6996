"""Writing a narrative: the editor, what is pasted, and that nothing typed is lost."""

import re

import pytest
from django.test import Client
from playwright.sync_api import expect

from instansi.models import Pengguna
from lkip.models import Narasi
from tests.browser.kisi_contoh import kantor, keluarkan, lencana, lepaskan, masuk, situs

__all__ = ["kantor", "situs"]

ALAMAT = "/35.09.09/2024/naskah/penutup/"
TERSIMPAN = re.compile(r"Semua perubahan tersimpan \d\d\.\d\d WIB")
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


@pytest.fixture
def penutup(kantor):
    """The closing section with a text of one paragraph."""
    Narasi.objects.filter(lkip__instansi__kode="35.09.09", bagian="penutup").delete()
    client = Client()
    client.force_login(Pengguna.objects.get(username="operator"))
    client.post(ALAMAT, {"isi": "Naskah awal penutup.", "versi": ""})


@pytest.fixture
def halaman(page, situs, penutup):
    """The page of the section, opened by the operator, with the editor in place."""
    masuk(page.context, situs, "operator")
    buka(page, situs)
    yield page
    lepaskan(page.context)


def buka(page, situs):
    """Open the section and wait until the editor has taken the place of the textarea."""
    page.goto(situs + ALAMAT)
    expect(alat(page, "Tebal")).to_be_visible()


def kotak(page):
    return page.get_by_role("textbox", name="Isi naskah", exact=False)


def alat(page, nama):
    return page.get_by_role("toolbar", name="Bentuk tulisan").get_by_role("button", name=nama)


def tersimpan():
    return Narasi.objects.get(bagian="penutup", lkip__tahun=2024).isi


def ganti(page, teks):
    """Write a text in place of all that is there."""
    kotak(page).press("Control+a")
    page.keyboard.type(teks)


def simpan_sebagai(nama, isi):
    """Somebody else saves the section meanwhile."""
    client = Client()
    client.force_login(Pengguna.objects.get(username=nama))
    versi = Narasi.objects.get(bagian="penutup", lkip__tahun=2024).versi
    client.post(ALAMAT, {"isi": isi, "versi": versi})


def putuskan(page):
    """Let no saving of this page through."""
    page.route(f"**{ALAMAT}", lambda r: r.abort() if r.request.method == "POST" else r.continue_())


def draf(page):
    return page.evaluate("Object.keys(localStorage).filter((k) => k.startsWith('lkip-draf:'))")


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


def test_offline_text_stays_and_is_saved_when_the_line_is_back(halaman):
    halaman.context.set_offline(True)
    ganti(halaman, "Tanpa jaringan.")
    expect(lencana(halaman)).to_have_text(
        "Belum tersimpan – tidak ada koneksi, dicoba lagi 5 detik"
    )
    halaman.keyboard.type(" Dan sesudahnya.")
    halaman.context.set_offline(False)

    expect(lencana(halaman)).to_have_text(TERSIMPAN)
    assert tersimpan() == "<p>Tanpa jaringan. Dan sesudahnya.</p>"


def test_lost_answer_is_no_conflict_with_oneself(halaman):
    def simpan_tanpa_jawaban(route):
        if route.request.method == "POST":
            route.fetch()
            return route.abort()
        return route.continue_()

    halaman.route(f"**{ALAMAT}", simpan_tanpa_jawaban, times=1)
    ganti(halaman, "Sekali")
    expect(lencana(halaman)).to_contain_text("tidak ada koneksi")
    halaman.keyboard.type(" lagi")
    halaman.get_by_role("button", name="Simpan", exact=True).click()

    expect(lencana(halaman)).to_have_text(TERSIMPAN)
    assert tersimpan() == "<p>Sekali lagi</p>"


def test_draft_is_offered_after_a_crash_and_restored(halaman, situs):
    putuskan(halaman)
    ganti(halaman, "Belum terkirim")
    expect(lencana(halaman)).to_contain_text("tidak ada koneksi")
    baru = halaman.context.new_page()
    halaman.close()
    buka(baru, situs)
    expect(baru.get_by_text(re.compile(r"belum terkirim dari \d\d\.\d\d\."))).to_be_visible()
    expect(kotak(baru)).to_have_text("Naskah awal penutup.")

    baru.get_by_role("button", name="Pulihkan", exact=True).click()

    expect(kotak(baru)).to_have_text("Belum terkirim")
    expect(lencana(baru)).to_have_text(TERSIMPAN)
    assert tersimpan() == "<p>Belum terkirim</p>"
    assert draf(baru) == []


def test_sign_out_leaves_no_draft_on_the_computer(halaman, situs):
    putuskan(halaman)
    ganti(halaman, "Rahasia")
    expect(lencana(halaman)).to_contain_text("tidak ada koneksi")
    assert len(draf(halaman)) == 1
    halaman.get_by_role("button", name="Keluar").click()
    halaman.get_by_role("button", name="Keluar tanpa menyimpan").click()

    expect(halaman).to_have_url(f"{situs}/masuk/")
    assert draf(halaman) == []


@pytest.mark.parametrize(
    ("pilihan", "hasil"),
    [("Pakai tulisan saya", "Naskah Andi"), ("Pakai yang tersimpan", "Naskah Siti")],
)
def test_conflict_shows_both_texts_and_stores_the_choice(halaman, situs, axe, pilihan, hasil):
    simpan_sebagai("admin", "Naskah Siti")
    ganti(halaman, "Naskah Andi")
    panel = halaman.locator(".panel-bentrok")
    expect(panel).to_be_focused()
    expect(panel).to_contain_text(f"diubah oleh {Pengguna.objects.get(username='admin')}")
    expect(panel.locator("p.berubah del")).to_contain_text("Siti")
    expect(panel.locator("p.berubah ins")).to_contain_text("Andi")
    expect(lencana(halaman)).to_have_text("Bentrok – pilih naskah yang dipakai")
    assert axe(halaman) == []
    assert tersimpan() == "<p>Naskah Siti</p>"

    panel.get_by_role("button", name=pilihan).click()

    expect(panel).to_have_count(0)
    expect(kotak(halaman)).to_have_text(hasil)
    expect(lencana(halaman)).to_have_text(re.compile("disimpan otomatis|perubahan tersimpan"))
    assert tersimpan() == f"<p>{hasil}</p>"
    buka(halaman, situs)
    expect(kotak(halaman)).to_have_text(hasil)


def test_restored_draft_does_not_overwrite_what_others_saved_since(halaman, situs):
    putuskan(halaman)
    ganti(halaman, "Naskah Andi")
    expect(lencana(halaman)).to_contain_text("tidak ada koneksi")
    baru = halaman.context.new_page()
    halaman.close()
    simpan_sebagai("admin", "Naskah Siti")
    buka(baru, situs)
    baru.get_by_role("button", name="Pulihkan", exact=True).click()

    expect(baru.locator(".panel-bentrok")).to_contain_text("Siti")
    assert tersimpan() == "<p>Naskah Siti</p>"


def test_ended_session_keeps_the_text_until_one_is_back(halaman, situs):
    keluarkan(halaman.context)
    ganti(halaman, "Sesi habis")
    expect(halaman.get_by_role("alert")).to_contain_text("Sesi berakhir")
    expect(kotak(halaman)).to_have_text("Sesi habis")

    masuk(halaman.context, situs, "operator")
    halaman.get_by_role("button", name="Coba simpan lagi").click()

    expect(lencana(halaman)).to_have_text(TERSIMPAN)
    assert tersimpan() == "<p>Sesi habis</p>"


def test_link_saves_first_and_then_leads_on(halaman, situs):
    ganti(halaman, "Sebelum pergi")
    halaman.get_by_role("link", name="Kembali ke daftar naskah").click()

    expect(halaman).to_have_url(f"{situs}/35.09.09/2024/naskah/")
    assert tersimpan() == "<p>Sebelum pergi</p>"


def test_only_this_page_loads_the_editor(halaman, situs):
    minta = []
    halaman.on("request", lambda satu: minta.append(satu.url))
    halaman.goto(f"{situs}/35.09.09/2024/naskah/")

    assert not [satu for satu in minta if "prose" in satu or "naskah.js" in satu]

"""Every grid as a page: few requests and little weight, on slow lines, on phones, by keyboard alone."""

import re
from functools import cache
from pathlib import Path
from time import perf_counter

import brotli
import pytest
from django.contrib.staticfiles import finders
from playwright.sync_api import expect

from instansi.models import Instansi, Sarana
from tests.browser.jalur_lambat import perlambat, situs_mampat, statis_mampat, tercepat
from tests.browser.kisi_contoh import (
    AKAR,
    halaman_kisi,
    kabar,
    kantor,
    kode_urut,
    lencana,
    masuk,
    sel,
    situs,
    tempel,
)

__all__ = ["halaman_kisi", "kantor", "situs", "situs_mampat", "statis_mampat"]

TERSIMPAN = re.compile(r"Semua perubahan tersimpan \d\d\.\d\d WIB")
TEMPEL_DIUKUR = """(kendali, teks) => {
  const isi = new DataTransfer();
  isi.setData("text/plain", teks);
  const event = new ClipboardEvent("paste", {clipboardData: isi, bubbles: true, cancelable: true});
  const mulai = performance.now();
  kendali.dispatchEvent(event);
  return performance.now() - mulai;
}"""

BERAT = [
    "target-renstra",
    "sarana",
    "rencana-aksi",
    "realisasi-tw-4",
    "realisasi-anggaran",
    "keluaran",
]


@cache
def dimampatkan(alamat):
    """The size of a static file as WhiteNoise sends it."""
    return len(brotli.compress(Path(finders.find(alamat)).read_bytes()))


def test_first_view_of_a_grid_is_12_requests_and_60_kb(page, situs):
    """PF-01, on the heaviest of each kind. Static files are weighed as compressed for production, pages as they come."""
    masuk(page.context, situs, "operator")
    berat, permintaan = {}, []
    page.on("requestfinished", lambda satu: permintaan.append(satu))
    for nama in BERAT:
        permintaan.clear()
        page.goto(f"{situs}{AKAR}isi/{nama}/")
        page.wait_for_load_state("networkidle")
        dikirim = [satu for satu in permintaan if not satu.url.startswith("data:")]
        berat[nama] = len(dikirim), sum(bobot(satu) for satu in dikirim)

    assert {nama: isi for nama, isi in berat.items() if isi[0] > 12 or isi[1] > 60_000} == {}
    assert min(banyak for banyak, _ in berat.values()) > 8


def bobot(permintaan):
    _, statis, alamat = permintaan.url.partition("/static/")
    return dimampatkan(alamat) if statis else permintaan.sizes()["responseBodySize"]


@pytest.mark.waktu
def test_hundred_rows_are_usable_in_three_seconds_on_a_slow_line(situs_mampat, page):
    """KS-10: the first field takes the focus."""
    instansi = Instansi.objects.get(kode="35.09.09")
    Sarana.objects.all().delete()
    Sarana.objects.bulk_create(
        Sarana(instansi=instansi, tahun=2024, nama=f"Barang {n}", jumlah=n, urutan=n)
        for n in range(1, 101)
    )
    masuk(page.context, situs_mampat, "operator")
    kotak = page.locator("tbody input[data-kolom=nama]").first

    def ukur():
        perlambat(page)
        mulai = perf_counter()
        page.goto(f"{situs_mampat}{AKAR}isi/sarana/", wait_until="commit")
        kotak.focus()
        expect(kotak).to_be_focused()
        lama = perf_counter() - mulai
        page.wait_for_load_state("networkidle")
        return lama

    assert tercepat(ukur, 3) < 3
    expect(page.locator("tbody tr[data-baris]:not(.baru)")).to_have_count(100)


@pytest.mark.waktu
def test_block_of_36_targets_takes_less_than_a_fifth_of_a_second_on_a_slow_machine(halaman_kisi):
    """KS-01."""
    page = halaman_kisi("target-renstra")
    cdp = page.context.new_cdp_session(page)
    cdp.send("Emulation.setCPUThrottlingRate", {"rate": 4})
    kotak = page.locator("tbody input:not([type=hidden])").first
    kotak.focus()
    blok = "\r\n".join("\t".join(str(10 * i + j) for j in range(6)) for i in range(1, 7))

    lama = tercepat(lambda: kotak.evaluate(TEMPEL_DIUKUR, f"{blok}\r\n"), 200)

    cdp.send("Emulation.setCPUThrottlingRate", {"rate": 1})
    expect(kabar(page)).to_have_text("36 sel ditempel. Ctrl+Z untuk membatalkan.")
    expect(lencana(page)).to_have_text(TERSIMPAN)
    assert lama < 200


def test_english_money_is_asked_about_on_the_budget(halaman_kisi):
    """KS-05: nothing is stored before the choice."""
    page = halaman_kisi("pagu")
    kotak = page.locator("tbody input[data-kolom=murni_operasi]").first
    awal = kotak.input_value()
    tempel(kotak, "237,840,000\t1,234.56\n")
    dialog = page.get_by_role("dialog", name="Format angka pada data yang ditempel?")
    expect(dialog.locator("tbody tr")).to_have_count(2)
    assert kotak.input_value() == awal

    dialog.get_by_label("Inggris").check()
    dialog.get_by_role("button", name="Tempel").click()

    expect(kotak).to_have_value("237.840.000")
    expect(page.locator("tbody input[data-kolom=murni_modal]").first).to_have_value("1.234,56")
    expect(kabar(page)).to_have_text("2 sel ditempel. Ctrl+Z untuk membatalkan.")
    expect(lencana(page)).to_have_text(TERSIMPAN)


def test_computed_cells_take_no_paste_and_say_how_many_were_left_out(halaman_kisi):
    """KS-02, KS-08: the sums between the triwulan are skipped and counted."""
    page = halaman_kisi("realisasi-anggaran")
    kotak = page.locator("tbody input[data-kolom=tw4_operasi]").first
    baris = page.locator("tbody tr").filter(has=page.locator("input[data-kolom=tw4_operasi]")).first

    tempel(kotak, "1000\t2000\t99999\n")

    expect(kabar(page)).to_have_text(
        "2 sel ditempel, 1 tidak dapat diisi dilewati. Ctrl+Z untuk membatalkan."
    )
    expect(baris.locator("output[data-kolom=tw4]")).to_have_text("3.000")


def test_seksi_sees_rows_of_others_without_fields(page, situs):
    """KS-08: only its own rows can be typed into."""
    masuk(page.context, situs, "seksi")
    page.goto(f"{situs}{AKAR}isi/realisasi-tw-4/")
    semua = page.locator("tbody tr[data-baris]")
    berisian = semua.filter(has=page.locator("input:not([type=hidden]), select, textarea"))

    assert 0 < berisian.count() < semua.count()


@pytest.mark.parametrize("nama", ["target-renstra", "sarana", "realisasi-anggaran"])
def test_focus_is_seen_and_never_hidden_by_heads_that_stay(halaman_kisi, nama):
    """AX-04: outline of at least 2 px; the focused field lies outside of head, foot and first column."""
    page = halaman_kisi(nama)
    kotak = page.locator("tbody :is(input:not([type=hidden]), select)")
    banyak = kotak.count()
    for nomor in {0, 1, banyak // 2, banyak - 1}:
        kotak.nth(nomor).focus()
        expect(kotak.nth(nomor)).to_be_in_viewport(ratio=1)  # scrolling takes a moment
        assert page.evaluate(TERTUTUP) == [], nomor
        garis = page.evaluate("getComputedStyle(document.activeElement).outlineWidth")
        assert float(garis.removesuffix("px")) >= 2


TERTUTUP = """() => {
  const { left, right, top, bottom } = document.activeElement.getBoundingClientRect();
  const titik = [[left + 3, top + 3], [right - 3, top + 3], [left + 3, bottom - 3], [right - 3, bottom - 3]];
  const atas = titik.map(([x, y]) => document.elementFromPoint(x, y));
  return atas.filter((satu) => !document.activeElement.contains(satu)).map((satu) => satu?.outerHTML.slice(0, 80) ?? "outside");
}"""


def test_everything_of_a_grid_is_done_by_keyboard_alone(halaman_kisi):
    """AX-08, AX-09: enter, paste, undo, save and move a row; each is told in a status."""
    page = halaman_kisi("sarana")
    page.locator("tbody input[data-kolom=nama]").first.focus()
    page.keyboard.press("Control+a")
    page.keyboard.type("Lemari uji")
    page.keyboard.press("Control+s")
    expect(page.get_by_role("status").filter(has_text=TERSIMPAN)).to_be_visible()

    tempel(page.locator(":focus"), "Kursi uji\t7\n")
    expect(page.get_by_role("status").filter(has_text="2 sel ditempel")).to_be_visible()
    page.keyboard.press("Control+z")
    expect(page.get_by_role("status").filter(has_text="dibatalkan")).to_be_visible()
    page.keyboard.press("Control+s")
    expect(lencana(page)).to_have_text(TERSIMPAN)

    for _ in range(6):  # along the row to its ↓
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.get_by_role("status").filter(has_text="Urutan disimpan.")).to_be_visible()
    assert Sarana.objects.filter(tahun=2024).order_by("urutan")[1].nama == "Lemari uji"


def test_error_summary_takes_the_focus_without_a_mouse(halaman_kisi):
    """AX-08: after *Simpan* the first wrong cell has the focus and says what is wrong."""
    page = halaman_kisi("target-renstra")
    kotak = sel(page, kode_urut()[2], 2024)
    kotak.fill("1.23.4")
    page.get_by_role("button", name="Simpan").click()

    expect(kotak).to_be_focused()
    expect(kotak).to_have_accessible_description(re.compile("Susunan titik dan koma"))


@pytest.mark.parametrize("nama", ["sarana", "realisasi-tw-4", "keluaran"])
def test_rows_are_cards_with_thumb_sized_fields_on_phones(halaman_kisi, axe, nama):
    """PH-01, AX-05."""
    page = halaman_kisi(nama)
    lebar = page.locator("tbody input").evaluate_all("semua => semua.map((satu) => satu.name)")
    page.set_viewport_size({"width": 360, "height": 740})

    assert page.evaluate("document.documentElement.scrollWidth") == 360
    assert lebar == page.locator("tbody input").evaluate_all("s => s.map((satu) => satu.name)")
    kecil = page.evaluate(KECIL)
    assert kecil == []
    label = page.locator("tbody td[data-label]:visible").first
    assert label.evaluate("e => getComputedStyle(e, '::before').content") not in ("none", '""')
    assert page.get_by_role("rowheader").count() >= page.locator("tbody tr[data-baris]").count()
    assert axe(page) == []


KECIL = """() => [...document.querySelectorAll(".kisi :is(input:not([type=hidden]), select, textarea), form .btn")]
  .filter((satu) => satu.checkVisibility() && satu.getBoundingClientRect().height < 44)
  .map((satu) => satu.outerHTML.slice(0, 90))"""

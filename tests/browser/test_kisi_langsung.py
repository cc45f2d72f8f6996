"""KS-07: on every grid with computed cells they follow the typing, and equal the server's afterwards."""

import re

import pytest
from playwright.sync_api import expect

from perjanjian.models import Realisasi
from tests.browser.kisi_contoh import AKAR, halaman_kisi, kantor, lencana, situs

__all__ = ["halaman_kisi", "kantor", "situs"]

TERSIMPAN = re.compile(r"Semua perubahan tersimpan \d\d\.\d\d WIB")
KELUARAN = """() => Object.fromEntries([...document.querySelectorAll("table.kisi output")]
  .map((satu) => [`${satu.closest("tr").dataset.baris} ${satu.dataset.kolom}`, satu.textContent.trim()]))"""
KETIK = """(kendali, teks) => {
  const mulai = performance.now();
  kendali.value = teks;
  kendali.dispatchEvent(new InputEvent("input", {bubbles: true}));
  return performance.now() - mulai;
}"""
# The grid, the column that is typed into, the text, and what changes: in the row, in each row of sums
# above it, and in the totals.
KISI = [
    ("realisasi-tw-4", "nilai", "77,25", ["kumulatif", "capaian"], [], []),
    ("realisasi-tw-1", "nilai", "177,25", ["kumulatif"], [], []),
    ("realisasi-riwayat", "nilai2023", "41,5", ["capaian2023"], [], []),
    ("pembanding-nasional", "nilai", "61,125", ["selisih"], [], []),
    ("pagu", "murni_modal", "7.000.000,50", [], ["murni_modal"], ["murni_modal"]),
    ("pagu", "perubahan_operasi", "9.000.000", ["pagu"], ["pagu", "serapan"], ["pagu", "serapan"]),
    ("realisasi-anggaran", "tw4_operasi", "5.000.000", ["tw4", "realisasi", "serapan"],
     ["tw4", "realisasi", "serapan"], ["tw4", "realisasi", "serapan"]),
    ("realisasi-anggaran", "tw1_modal", "5.000,25", ["tw1"], ["tw1"], ["tw1"]),
    ("keluaran", "realisasi", "3,5", ["capaian"], [], []),
    ("program-sasaran", "s", "12,5", ["jumlah"], [], []),
    ("sdm", "ada_S1", "41", ["jumlah_ada", "selisih"], [], ["jumlah_ada"]),
    ("sarana", "jumlah_ideal", "4.000", ["kekurangan"], [], []),
    ("mata-pencaharian", "jumlah", "123.456", [], [], ["jumlah"]),
]  # fmt: skip


@pytest.mark.parametrize(
    ("nama", "kolom", "teks", "sendiri", "induk", "jumlah"),
    KISI,
    ids=[f"{satu[0]} {satu[1]}" for satu in KISI],
)
def test_computed_cells_follow_the_typing_and_equal_the_servers(
    halaman_kisi, nama, kolom, teks, sendiri, induk, jumlah
):
    page = halaman_kisi(nama)
    kotak = page.locator(f"tbody input[data-kolom^='{kolom}']:not([value=''])").first
    with page.expect_response("**/kisi/hitung.js"):
        kotak.focus()
    baris = kotak.evaluate("e => e.closest('tr').dataset.baris")
    awal = page.evaluate(KELUARAN)

    lama = min(kotak.evaluate(KETIK, satu) for satu in ("1", "2", teks))

    atas = [f"{satu} {satu_kolom}" for satu in leluhur(page, baris) for satu_kolom in induk]
    ikut = [f"{baris} {satu}" for satu in sendiri] + [f"jumlah {satu}" for satu in jumlah] + atas
    langsung = page.evaluate(KELUARAN)
    assert {satu for satu in ikut if langsung[satu] == awal[satu]} == set()
    assert lama < 100
    page.keyboard.press("Control+s")
    expect(lencana(page)).to_have_text(TERSIMPAN)
    assert page.evaluate(KELUARAN) == langsung


def leluhur(page, baris):
    """The keys of the rows of sums above a row."""
    while baris := page.locator(f"tr[data-baris='{baris}']").get_attribute("data-induk"):
        yield baris


def test_no_event_and_an_emptied_value_say_why_there_is_no_capaian(halaman_kisi):
    """KS-09: a dash and the reason, live and from the server."""
    Realisasi.objects.filter(tahun=2024).delete()
    page = halaman_kisi("realisasi-tw-1")
    kotak = page.locator("tbody input[data-kolom=nilai]").first
    baris = page.locator("tbody tr").first
    capaian = baris.locator("output[data-kolom=capaian]")
    expect(capaian).to_have_text("– (realisasi belum diisi)")

    kotak.fill("50")
    expect(capaian).to_have_text(re.compile(r"^[\d,]+%$"))
    kotak.fill("")
    baris.get_by_label("Tidak ada kejadian").select_option("Ya")

    expect(capaian).to_have_text("– (realisasi tidak ada kejadian)")
    page.keyboard.press("Control+s")
    expect(lencana(page)).to_have_text(TERSIMPAN)
    expect(capaian).to_have_text("– (realisasi tidak ada kejadian)")


def test_ikm_of_84_02_against_85_shows_98_85(halaman_kisi):
    """KS-09, on the indikator of the example office."""
    page = halaman_kisi("realisasi-riwayat")
    assert AKAR in page.url
    for kotak in page.locator("tbody input[data-kolom=nilai2023]").all():
        kotak.fill("84,02")

    expect(
        page.locator("output[data-kolom=capaian2023]").filter(has_text="98,85%")
    ).not_to_have_count(0)

"""The grid in the browser: keyboard, paste, undo, numbers, phones, and without scripts."""

import re
from time import perf_counter

import pytest
from playwright.sync_api import expect

from renstra.models import Indikator, TargetRenstra
from tests.browser.kisi_contoh import (
    KISI,
    halaman,
    isi_sel,
    kabar,
    kantor,
    keyboard_paste,
    kode_urut,
    lencana,
    masuk,
    sel,
    situs,
    target,
    tempel,
)

__all__ = ["halaman", "kantor", "situs"]

TAHUN = range(2021, 2027)
TERSIMPAN = re.compile(r"Semua perubahan tersimpan \d\d\.\d\d WIB")


def blok(*baris):
    return "\r\n".join("\t".join(str(satu) for satu in isi) for isi in baris) + "\r\n"


def test_leaving_a_row_saves_it(halaman):
    kotak = sel(halaman, "I3", 2024)
    kotak.fill("87,5")
    expect(lencana(halaman)).to_have_text("Belum tersimpan: 1 baris")

    kotak.press("Enter")

    expect(lencana(halaman)).to_have_text(TERSIMPAN)
    assert str(target("I3", 2024)) == "87.5000"


def test_block_of_a_spreadsheet_fills_the_cells_quickly_and_is_saved(halaman):
    angka = [[10 * i + j for j in range(6)] for i in range(1, 7)]
    mulai = perf_counter()
    tempel(halaman.locator("tbody input:not([type=hidden])").first, blok(*angka))
    assert perf_counter() - mulai < 1

    expect(kabar(halaman)).to_have_text("36 sel ditempel. Ctrl+Z untuk membatalkan.")
    expect(lencana(halaman)).to_have_text(TERSIMPAN)
    assert [[target(kode, tahun) for tahun in TAHUN] for kode in kode_urut()] == angka


def test_quotes_line_breaks_and_cells_outside(halaman):
    tempel(sel(halaman, kode_urut()[-2], 2025), '"8\r\n1"\t82\t83\r\n84\t"8""5"\t\r\n')

    expect(kabar(halaman)).to_have_text(
        "4 sel ditempel, 2 perlu diperbaiki, 1 di luar tabel diabaikan. Ctrl+Z untuk membatalkan."
    )
    assert isi_sel(halaman, kode_urut()[-2], 2026) == "82"


def test_undo_brings_everything_back_once(halaman):
    urut = kode_urut()
    awal = [isi_sel(halaman, kode, 2024) for kode in urut]
    tempel(sel(halaman, urut[0], 2024), blok(*[[n] for n in range(1, 7)]))
    expect(lencana(halaman)).to_have_text(TERSIMPAN)

    halaman.keyboard.press("Control+z")

    expect(kabar(halaman)).to_have_text("Tempelan 6 sel dibatalkan.")
    assert [isi_sel(halaman, kode, 2024) for kode in urut] == awal
    expect(lencana(halaman)).to_have_text(TERSIMPAN)
    halaman.keyboard.press("Control+z")
    assert [isi_sel(halaman, kode, 2024) for kode in urut] == awal


def test_undo_leaves_typing_to_the_browser(halaman):
    tempel(sel(halaman, "I2", 2024), blok([11, 12]))
    kotak = sel(halaman, "I3", 2024)
    kotak.click()
    halaman.keyboard.type("9")

    halaman.keyboard.press("Control+z")

    assert isi_sel(halaman, "I2", 2024) == "11"


@pytest.mark.parametrize(("pilihan", "hasil"), [("Inggris", 1234.56), ("Indonesia", None)])
def test_english_numbers_are_asked_about_and_never_guessed(halaman, pilihan, hasil):
    semula = target("I3", 2024)
    tempel(sel(halaman, "I3", 2024), blok(["1,234.56", "95"]))
    dialog = halaman.get_by_role("dialog", name="Format angka pada data yang ditempel?")
    expect(dialog.locator("tbody tr")).to_have_text(["1,234.56tidak terbaca1.234,56"])
    assert target("I3", 2024) == semula

    dialog.get_by_label(pilihan).check()
    dialog.get_by_role("button", name="Tempel").click()

    expect(sel(halaman, "I3", 2025)).to_have_value("95")
    expect(lencana(halaman)).to_have_text(TERSIMPAN if hasil else re.compile("1 isian perlu"))
    assert target("I3", 2025) == 95
    assert float(target("I3", 2024)) == (hasil or float(semula))


def test_cancelled_question_pastes_nothing(halaman):
    awal = isi_sel(halaman, "I3", 2024)
    tempel(sel(halaman, "I3", 2024), blok(["84.02", "95"]))
    halaman.keyboard.press("Escape")

    expect(kabar(halaman)).to_have_text("Tidak ada yang ditempel.")
    assert isi_sel(halaman, "I3", 2024) == awal


def test_typed_english_number_is_marked_and_waits_for_a_yes(halaman):
    sel(halaman, "I3", 2024).fill("84.02")
    halaman.keyboard.press("Enter")
    expect(sel(halaman, "I3", 2024)).to_have_attribute("aria-invalid", "true")
    expect(lencana(halaman)).to_have_text("Belum tersimpan: 1 baris – 1 isian perlu diperbaiki")

    halaman.get_by_role("button", name="Pakai 84,02").click()
    halaman.keyboard.press("Enter")

    expect(lencana(halaman)).to_have_text(TERSIMPAN)
    assert str(target("I3", 2024)) == "84.0200"


def test_wrong_cell_keeps_its_text_and_the_rest_of_the_row_is_saved(halaman):
    tempel(sel(halaman, "I3", 2023), blok(["1.23.4", "77"]))

    expect(kabar(halaman)).to_contain_text("1 perlu diperbaiki")
    expect(lencana(halaman)).to_contain_text("1 isian perlu diperbaiki")
    assert isi_sel(halaman, "I3", 2023) == "1.23.4"
    assert target("I3", 2024) == 77


def test_rows_are_matched_by_their_names(halaman):
    nama = dict(Indikator.objects.values_list("kode", "nama"))
    tempel(sel(halaman, "I2", 2024), blok([nama["I5"], 55], [nama["I3"], 33]))
    halaman.get_by_label("Cocokkan menurut nama baris").check()
    halaman.get_by_role("button", name="Lanjutkan").click()

    expect(lencana(halaman)).to_have_text(TERSIMPAN)
    assert (target("I5", 2024), target("I3", 2024)) == (55, 33)


def test_copied_table_pasted_again_gives_equal_values(halaman, situs):
    awal = list(TargetRenstra.objects.values_list("indikator__kode", "tahun", "nilai"))
    halaman.context.grant_permissions(["clipboard-read", "clipboard-write"])
    halaman.get_by_role("button", name="Salin tabel").click()
    expect(kabar(halaman)).to_contain_text("Tabel disalin")
    tempel(halaman.locator("tbody input:not([type=hidden])").first, blok(*[[0] * 6] * 6))
    expect(lencana(halaman)).to_have_text(TERSIMPAN)

    sel(halaman, "I4", 2024).focus()
    keyboard_paste(halaman)
    halaman.get_by_role("button", name="Lanjutkan").click()

    expect(kabar(halaman)).to_have_text("36 sel ditempel. Ctrl+Z untuk membatalkan.")
    expect(lencana(halaman)).to_have_text(TERSIMPAN)
    assert list(TargetRenstra.objects.values_list("indikator__kode", "tahun", "nilai")) == awal


def test_keys_move_as_in_a_spreadsheet(halaman):
    fokus = lambda kode, tahun: expect(sel(halaman, kode, tahun)).to_be_focused()  # noqa: E731
    urut = kode_urut()
    sel(halaman, urut[1], 2023).focus()
    for tombol, kode, tahun in [
        ("Enter", urut[2], 2023),
        ("Shift+Enter", urut[1], 2023),
        ("ArrowDown", urut[2], 2023),
        ("ArrowUp", urut[1], 2023),
        ("ArrowRight", urut[1], 2024),
        ("ArrowLeft", urut[1], 2023),
        ("Tab", urut[1], 2024),
    ]:
        halaman.keyboard.press(tombol)
        fokus(kode, tahun)
    expect(halaman).to_have_url(re.compile("/isi/target-renstra/$"))


def test_f2_edits_inside_the_cell_and_escape_takes_it_back(halaman):
    kotak = sel(halaman, "I3", 2024)
    awal = kotak.input_value()
    kotak.focus()
    halaman.keyboard.press("F2")
    halaman.keyboard.press("ArrowLeft")
    halaman.keyboard.type("7")
    expect(kotak).to_be_focused()
    assert kotak.input_value() == f"{awal[:-1]}7{awal[-1]}"

    halaman.keyboard.press("Escape")

    expect(kotak).to_have_value(awal)
    expect(lencana(halaman)).to_have_text("Perubahan disimpan per baris.")


def test_ctrl_s_saves_without_leaving_the_row(halaman):
    sel(halaman, "I3", 2024).fill("71")
    halaman.keyboard.press("Control+s")

    expect(lencana(halaman)).to_have_text(TERSIMPAN)
    assert target("I3", 2024) == 71


def test_rows_are_cards_on_phones_and_stay_a_table(page, situs, axe):
    page.set_viewport_size({"width": 360, "height": 740})
    masuk(page.context, situs, "operator")
    page.goto(situs + KISI)

    assert page.get_by_role("row").count() == 7
    assert page.get_by_role("cell").count() == 36
    label = page.locator("td[data-label]").first
    assert label.evaluate("e => getComputedStyle(e, '::before').content") == '"2021"'
    assert page.evaluate("document.documentElement.scrollWidth") == 360
    assert all(
        satu.bounding_box()["height"] >= 44
        for satu in page.locator(".kisi input:not([type=hidden]), .formulir-kisi .btn").all()
    )
    assert axe(page) == []


def test_grid_is_accessible_in_every_state(halaman, axe):
    tempel(sel(halaman, "I2", 2021), blok(["84.02", "1,234.56"]))
    assert axe(halaman) == []
    halaman.get_by_role("button", name="Tempel").click()
    expect(lencana(halaman)).to_contain_text("2 isian perlu diperbaiki")
    assert axe(halaman) == []


def test_grid_saves_without_scripts(chromium, situs):
    context = chromium.new_context(java_script_enabled=False)
    masuk(context, situs, "operator")
    page = context.new_page()
    page.goto(situs + KISI)
    sel(page, "I3", 2024).fill("82,5")
    sel(page, "I4", 2024).fill("84.02")
    page.get_by_role("button", name="Simpan").click()

    expect(page.get_by_role("alert")).to_contain_text("Ada 1 isian yang perlu diperbaiki")
    expect(sel(page, "I4", 2024)).to_have_value("84.02")
    expect(page.get_by_role("button", name="Salin tabel")).to_be_hidden()
    assert str(target("I3", 2024)) == "82.5000"
    context.close()

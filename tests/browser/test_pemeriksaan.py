"""From a finding to the field where it is mended, and back to a list without it, in a real browser."""

import pytest
from playwright.sync_api import expect

from tests.browser.kisi_contoh import AKAR, kantor, masuk, situs

__all__ = ["kantor", "situs"]


@pytest.fixture
def daftar(page, situs):
    """The list of findings, before an operator; the text of the summary is still to be written."""
    masuk(page.context, situs, "operator")
    page.goto(f"{situs}{AKAR}pemeriksaan/")
    return page


def buka(page, tempat):
    page.get_by_role("link", name=f"Buka {tempat}", exact=True).first.click()


def test_a_text_takes_the_focus_and_the_finding_goes_once_it_is_written(daftar, situs, axe):
    temuan = daftar.get_by_role("link", name="Buka Ikhtisar Eksekutif")
    sebelum = int(daftar.locator("#jumlah-peringatan").inner_text())
    tulis = daftar.context.new_page()
    tulis.goto(situs + temuan.get_attribute("href"))
    expect(tulis.get_by_role("textbox", name="Isi naskah")).to_be_focused()

    tulis.keyboard.type("Kinerja tahun ini diuraikan menurut sasaran.")
    tulis.get_by_role("button", name="Simpan").click()
    expect(tulis.locator("[data-lencana]")).to_contain_text("Semua perubahan tersimpan")
    daftar.evaluate("window.dispatchEvent(new Event('focus'))")

    expect(temuan).to_have_count(0)
    expect(daftar.locator("#jumlah-peringatan")).to_have_text(str(sebelum - 1))
    assert axe(daftar) == []


def test_a_row_of_a_grid_takes_the_focus(daftar):
    buka(daftar, "7.01.01.2.02.0001 Penyediaan Gaji dan Tunjangan ASN")

    expect(daftar.locator(":focus")).to_have_attribute("data-kolom", "indikator")


def test_an_analysis_opens_at_its_first_empty_cell(daftar):
    buka(daftar, "Analisis Sasaran 1")

    assert "/isi/analisis-sasaran-" in daftar.url
    expect(daftar.locator("#isian :focus")).to_have_value("")


def test_a_field_of_the_indikator_takes_the_focus(daftar):
    buka(daftar, "Persentase Indikator Program yang tercapai")

    expect(daftar.locator("#id_rasio")).to_be_focused()

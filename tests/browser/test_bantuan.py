"""The user guide in a real browser."""

import pytest
from playwright.sync_api import expect

from tests.browser.kisi_contoh import AKAR, kantor, masuk, situs

__all__ = ["kantor", "situs"]

BAB = "/bantuan/mengisi-tabel/"


@pytest.fixture
def pembaca(page, situs):
    masuk(page.context, situs, "operator")
    page.set_default_timeout(10_000)
    return page


def test_help_of_a_grid_opens_at_its_heading(pembaca, situs):
    pembaca.goto(f"{situs}{AKAR}isi/realisasi-anggaran/")

    pembaca.get_by_role("banner").get_by_role("link", name="Bantuan").click()

    expect(pembaca).to_have_url(f"{situs}/bantuan/anggaran/#realisasi-anggaran")
    expect(pembaca.get_by_role("heading", name="Realisasi anggaran")).to_be_in_viewport()


def test_phones_find_help_in_the_menu_and_pictures_fit(pembaca, situs, axe):
    pembaca.set_viewport_size({"width": 360, "height": 740})
    pembaca.goto(f"{situs}{AKAR}iku/")
    pembaca.get_by_text("Menu", exact=True).click()
    pembaca.get_by_role("navigation", name="Menu").get_by_role("link", name="Bantuan").click()
    expect(pembaca).to_have_url(f"{situs}/bantuan/perencanaan/#indikator-kinerja-utama")

    pembaca.goto(situs + BAB)
    pembaca.get_by_text("Gambar: Keterangan setelah menempel").click()
    gambar = pembaca.get_by_role("img", name="Keterangan setelah menempel")
    gambar.scroll_into_view_if_needed()

    expect(gambar).to_have_js_property("complete", True)
    assert 0 < gambar.bounding_box()["width"] <= 360
    assert axe(pembaca) == []


def test_folded_pictures_are_not_loaded_with_the_page(pembaca, situs):
    diminta = []
    pembaca.on("request", lambda satu: diminta.append(satu.url))

    pembaca.goto(f"{situs}/bantuan/perencanaan/", wait_until="load")

    assert pembaca.locator("article img").count() > 1
    assert not [satu for satu in diminta if satu.endswith(".png")]

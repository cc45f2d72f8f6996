"""Pages on a slow line: 400 kbit/s, 300 ms, a quarter of the CPU (PF-02)."""

from time import perf_counter

import pytest
from playwright.sync_api import expect

from tests.browser.halaman_contoh import AKAR, sign_in
from tests.browser.jalur_lambat import perlambat, situs_mampat, statis_mampat, tercepat
from tests.browser.kisi_contoh import kantor

pytestmark = pytest.mark.waktu

__all__ = ["kantor", "situs_mampat", "statis_mampat"]


@pytest.fixture
def buka(situs_mampat, page):
    """Return a function that opens a page and returns the seconds until its main part can be used."""
    sign_in(page.context, situs_mampat, "operator")

    def ukur(alamat, bagian):
        mulai = perf_counter()
        page.goto(situs_mampat + AKAR + alamat, wait_until="commit")
        page.locator(bagian).first.focus()
        expect(page.locator(bagian).first).to_be_focused()
        lama = perf_counter() - mulai
        page.wait_for_load_state("networkidle")
        return lama

    return ukur


def test_beranda_comes_in_three_seconds_and_again_in_half_of_that(buka, page):
    def pertama():
        perlambat(page)
        return buka("", "main a")

    assert tercepat(pertama, 3) < 3
    assert tercepat(lambda: buka("", "main a"), 1.5) < 1.5


def test_a_narrative_can_be_typed_before_its_editor_has_come(buka, page):
    def ukur():
        perlambat(page)
        return buka("naskah/penutup/", "textarea, .ProseMirror")

    assert tercepat(ukur, 3) < 3

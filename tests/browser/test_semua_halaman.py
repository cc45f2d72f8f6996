"""Every page of every role: accessible, valid, quiet, Indonesian, and narrow enough for a phone."""

import logging

import pytest
from django.db import transaction

from tests.browser.halaman_contoh import LEBIH
from tests.browser.kumpulan import kumpulkan, pilih_bentuk_baru
from tests.browser.pembaca_halaman import cacat, cacat_bahasa, cacat_markah
from tests.browser.sajian import ASAL, Sajian

pytestmark = [pytest.mark.django_db, pytest.mark.browser]

LEBAR = ((1366, 768), (1024, 700), (360, 740))
# On a narrow laptop the page holds the same elements as on a wide one; they only stand elsewhere.
ATURAN = {1024: ("color-contrast", "scrollable-region-focusable", "target-size")}
# Links inside a sentence are exempt (WCAG 2.5.8), and so are cells of a table, which are apart.
TARGET_KECIL = """batas => [...document.querySelectorAll("header a, nav a, button, summary, .btn, .nama-tautan, input, select, textarea")]
  .filter(e => e.checkVisibility() && !e.matches(".lewati, [type=hidden]"))
  .filter(e => e.getBoundingClientRect().height < (e.matches("input:not([type=checkbox], [type=radio]), select, textarea, .btn:not(.btn-link)") ? batas : 24) - 0.5)
  .map(e => e.outerHTML.slice(0, 120))"""
TEPI_PUCAT = """() => [...document.querySelectorAll(".form-control, .form-select, .form-check-input")]
  .filter(e => e.checkVisibility() && e.matches("input, select, textarea") && !e.readOnly)
  .filter(e => {
    const terang = warna => {
      const [r, g, b] = warna.match(/[\\d.]+/g).slice(0, 3).map(c => (c /= 255) <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4);
      return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    };
    return 1.05 / (terang(getComputedStyle(e).borderTopColor) + 0.05) < 3;
  }).map(e => e.outerHTML.slice(0, 120))"""
# Of rows that are alike the first two tell all there is to tell; axe would take a minute for a grid.
SATUKAN_BARIS = """() => {
  const bentuk = e => e.tagName + e.className + e.getAttribute("aria-invalid") + [...e.children].map(bentuk).join();
  for (const badan of document.querySelectorAll("tbody, ul, ol")) {
    const terlihat = {};
    for (const baris of [...badan.children]) {
      const satu = bentuk(baris);
      terlihat[satu] = (terlihat[satu] ?? 0) + 1;
      if (terlihat[satu] > 2) baris.remove();
    }
  }
}"""


@pytest.fixture(scope="module")
def halaman(django_db_setup, django_db_blocker):
    """The distinct pages of all roles and states."""
    logging.disable(logging.CRITICAL)  # each refused page would be a traceback
    with django_db_blocker.unblock(), transaction.atomic():
        semua = kumpulkan()
        transaction.set_rollback(True)
    logging.disable(logging.NOTSET)
    return semua


def temuan(halaman, periksa):
    """Findings by page; empty where all is well."""
    hasil = {str(satu): list(periksa(satu)) for satu in halaman}
    return {nama: galat for nama, galat in hasil.items() if galat}


def awal(alamat):
    """Whether the first view needs this address; who else has the page open is asked seconds later."""
    return not alamat.endswith(("/hadir.js", "/dibuka/"))


def terlalu_berat(sajian):
    """PF-01: what a first view may need at most. The page of the editor is known to be heavier."""
    banyak = len([satu for satu in sajian.diminta if not satu.startswith("data:") and awal(satu)])
    if any("js/naskah.js" in satu for satu in sajian.diminta):
        return
    if banyak > 12 or sajian.berat() > 60_000:
        yield f"{banyak} requests, {sajian.berat()} bytes"


def test_states_that_matter_are_among_the_pages(halaman):
    apa = {satu.apa for satu in halaman}
    assert {"kosong", "bentrok", "galat", "pratinjau", "tersimpan", "sel keliru"} <= apa
    assert {satu.status for satu in halaman} >= {200, 403, 404, 422}


def test_every_page_keeps_its_frame_and_its_policy(halaman):
    assert temuan(halaman, cacat) == {}


def test_every_page_speaks_indonesian(halaman):
    assert temuan(halaman, cacat_bahasa) == {}


def test_every_page_is_valid_html(halaman, tmp_path):
    assert cacat_markah(list(pilih_bentuk_baru(halaman)), tmp_path) == []


def test_every_page_is_accessible_and_quiet_in_every_width(page, axe, halaman):
    sajian = Sajian(page)

    def periksa(satu):
        sajian.buka(satu)
        page.set_viewport_size({"width": 320, "height": 640})
        yield from [f"320: {lebih} px too wide" for lebih in [page.evaluate(LEBIH)] if lebih > 0]
        yield from terlalu_berat(sajian)
        page.evaluate(SATUKAN_BARIS)
        for lebar, tinggi in LEBAR:
            page.set_viewport_size({"width": lebar, "height": tinggi})
            yield from (
                f"{lebar}: axe {aturan} {elemen[:2]}"
                for aturan, elemen in axe(page, *ATURAN.get(lebar, ()))
            )
            yield from (
                f"{lebar}: small {satu}"
                for satu in page.evaluate(TARGET_KECIL, 44 if lebar == 360 else 24)
            )
        yield from (f"pale border {satu}" for satu in page.evaluate(TEPI_PUCAT))
        yield from (f"console: {pesan}" for pesan in sajian.konsol)
        yield from (f"asks for {a}" for a in sajian.diminta if not a.startswith((ASAL, "data:")))

    assert temuan(pilih_bentuk_baru(halaman), periksa) == {}

"""The page of findings in the browser: what was mended is gone when one comes back to it."""

from datetime import date

import pytest
from playwright.sync_api import expect

from lkip.models import LKIP
from tests import factories as buat
from tests.browser.halaman_contoh import sign_in

RUSAK, BAIK = "<p>Anggaran sebesar Rp.. tahun ini.</p>", "<p>Anggaran terserap tahun ini.</p>"


def tulis(isi):
    naskah = LKIP.objects.get().narasi.first()
    naskah.isi = isi
    naskah.save()


@pytest.fixture
def halaman(live_server, transactional_db, page):
    instansi = buat.make_laporan_lengkap()
    instansi.lkip.update(tanggal=date(buat.TAHUN + 1, 2, 1))
    buat.make_pengguna(peran="operator", instansi=instansi, username="operator-periksa")
    tulis(RUSAK)
    sign_in(page.context, live_server.url, "operator-periksa")
    page.goto(f"{live_server.url}/{instansi.kode}/{buat.TAHUN}/pemeriksaan/")
    return page


def kembali(page):
    """Come back to the window, as from another tab."""
    page.evaluate("window.dispatchEvent(new Event('focus'))")


def test_mended_finding_disappears_without_reload_and_typed_reason_stays(halaman):
    galat = halaman.get_by_role("listitem").filter(has_text="NAR-21")
    expect(galat).to_have_count(1)
    alasan = halaman.get_by_role("listitem").filter(has_text="KIN-14").first
    alasan.get_by_text("Terima dengan alasan").click()
    alasan.get_by_label("Alasan").fill("Target mengikuti Renstra")

    tulis(BAIK)
    kembali(halaman)

    expect(galat).to_have_count(0)
    expect(halaman.locator("#jumlah-galat")).to_have_text("0")
    expect(alasan.get_by_label("Alasan")).to_have_value("Target mengikuti Renstra")


def test_finding_that_stands_stays(halaman):
    with halaman.expect_response(lambda satu: satu.url.endswith("/pemeriksaan/")):
        kembali(halaman)

    expect(halaman.get_by_role("listitem").filter(has_text="NAR-21")).to_have_count(1)


def test_open_leads_to_the_section_with_the_finding(halaman):
    halaman.get_by_role("link", name="Buka Kata Pengantar").click()

    expect(halaman.get_by_role("heading", level=1)).to_contain_text("Kata Pengantar")
    expect(halaman.get_by_role("textbox").first).to_be_visible()

"""A new year in minutes: opened from the year before, with what is to do, and printable at once."""

import pytest
from playwright.sync_api import expect
from pypdf import PdfReader

from lkip.models import Narasi
from tests import factories as buat
from tests.browser.halaman_contoh import download_pdf, sign_in

BARU = buat.TAHUN + 1


@pytest.fixture
def beranda(live_server, transactional_db, page):
    instansi = buat.make_laporan_lengkap()
    buat.make_pengguna(peran="operator", instansi=instansi, username="operator-tahun")
    sign_in(page.context, live_server.url, "operator-tahun")
    page.goto(f"{live_server.url}/{instansi.kode}/{buat.TAHUN}/")
    return page


def test_year_is_opened_confirmed_and_printed(beranda):
    page = beranda
    page.get_by_text(f"Tahun {buat.TAHUN}", exact=True).first.click()
    page.get_by_role("link", name="Buka tahun lain").click()
    expect(page.get_by_label("Tahun yang dibuka")).to_have_value(str(BARU))
    page.get_by_role("button", name="Buka tahun").click()

    expect(page.get_by_text(f"Tahun {BARU} dibuka.")).to_be_visible()
    salinan = page.get_by_role("listitem").filter(has_text="perlu dikonfirmasi")
    expect(salinan.first).to_be_visible()
    banyak = salinan.count()
    page.get_by_role("link", name="Kata Pengantar", exact=True).click()
    page.get_by_role("button", name="Simpan", exact=True).first.click()
    expect(page.get_by_text("Tersimpan").first).to_be_visible()
    assert not Narasi.objects.get(lkip__tahun=BARU, bagian="kata_pengantar").perlu_dikonfirmasi

    page.get_by_role("link", name="Beranda").first.click()
    expect(salinan).to_have_count(banyak - 1)
    page.get_by_role("link", name="Laporan", exact=True).first.click()
    teks = PdfReader(download_pdf(page).path()).pages[0].extract_text()
    assert f"Tahun {BARU}" in " ".join(teks.split())

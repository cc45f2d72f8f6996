"""The checklist in the browser: its links end where the writing begins."""

import pytest
from playwright.sync_api import expect

from perjanjian.models import Realisasi
from tests import factories as buat
from tests.browser.halaman_contoh import sign_in


@pytest.fixture
def beranda(live_server, transactional_db, page):
    instansi = buat.make_laporan_lengkap()
    buat.make_pengguna(peran="operator", instansi=instansi, username="operator-tugas")
    sign_in(page.context, live_server.url, "operator-tugas")
    return page, instansi, f"{live_server.url}/{instansi.kode}/{buat.TAHUN}/"


def test_a_task_leads_into_the_first_row_that_lacks_something(beranda):
    page, _, alamat = beranda
    hilang = Realisasi.objects.filter(tahun=buat.TAHUN, triwulan=4).last()
    nama = str(hilang.indikator)
    hilang.delete()
    page.goto(alamat)

    page.get_by_role("link", name="Realisasi triwulan 4", exact=True).click()

    baris = page.get_by_role("row").filter(has_text=nama)
    expect(baris.locator("input:not([type=hidden])").first).to_be_focused()
    expect(baris).to_be_in_viewport()


def test_what_cannot_begin_is_text_and_tells_why(beranda):
    page, instansi, alamat = beranda
    Realisasi.objects.filter(indikator__renstra__instansi=instansi, tahun=buat.TAHUN).delete()
    page.goto(alamat)

    tugas = page.get_by_role("listitem").filter(has_text="Analisis Sasaran 1")
    expect(tugas).to_contain_text("Belum bisa dimulai")
    expect(tugas).to_contain_text("menunggu realisasi tahun")
    expect(tugas.get_by_role("link")).to_have_count(0)


def test_what_is_done_says_so_in_words(beranda):
    page, _, alamat = beranda
    page.goto(alamat)

    expect(page.get_by_role("listitem").filter(has_text="Target Renstra")).to_contain_text(
        "Selesai"
    )

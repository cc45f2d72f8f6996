"""The page of a job in the browser, with JavaScript and without: steps, leaving, returning, result."""

import pytest
from playwright.sync_api import expect

from instansi.models import Instansi
from lkip.models import Pekerjaan, Pemberitahuan
from lkip.pekerjaan.giliran import ambil_giliran
from lkip.pekerjaan.kerja import jalankan
from lkip.pekerjaan.tugas import beri_kabar
from tests.browser.halaman_contoh import AKAR, failures_of, sign_in
from tests.browser.kantor_penuh import buat_pekerjaan
from tests.browser.kisi_contoh import kantor, situs
from tests.lkip.pekerjaan_uji import ANTREAN, print_quickly

__all__ = ["kantor", "situs"]
SABAR = 30_000  # milliseconds


@pytest.fixture(params=[True, False], ids=["script", "no-script"])
def halaman(request, chromium, situs, settings, tmp_path, monkeypatch):
    """The page *Laporan* of the operator; no worker runs but the test."""
    settings.DATA_DIR, settings.TASKS = tmp_path, ANTREAN
    print_quickly(monkeypatch)
    context = chromium.new_context(java_script_enabled=request.param, locale="id-ID")
    sign_in(context, situs, "operator")
    page = context.new_page()
    page.goto(f"{situs}{AKAR}laporan/")
    yield page
    context.close()


def test_the_step_changes_one_leaves_and_returns_and_finds_the_file(halaman):
    halaman.get_by_role("button", name="Buat PDF").click()
    judul = halaman.locator("#proses-judul")
    expect(judul).to_have_text("Menunggu giliran")
    alamat, giliran = halaman.url, ambil_giliran(Pekerjaan.objects.get().pk)
    giliran.lapor(2)
    expect(judul).to_have_text("Langkah 2 dari 4: Menyusun bab", timeout=SABAR)
    giliran.lapor(3)
    expect(judul).to_have_text("Langkah 3 dari 4: Membuat PDF", timeout=SABAR)

    halaman.get_by_role("link", name="Kembali ke Laporan kinerja").click()
    halaman.get_by_role("link", name="PDF sedang dibuat").click()
    expect(halaman).to_have_url(alamat)
    jalankan(giliran)

    tautan = halaman.get_by_role("link", name="Unduh PDF (1 kB, 3 halaman)")
    expect(tautan).to_be_visible(timeout=SABAR)
    with halaman.expect_download() as unduhan:
        tautan.click()
    assert unduhan.value.suggested_filename == "LKIP-2024-Kecamatan-Bangsalsari.pdf"
    beri_kabar.func(Pekerjaan.objects.get().pk)
    assert not Pemberitahuan.objects.filter(judul__startswith="PDF LKIP").exists()


def test_who_is_away_at_the_end_finds_a_notice(halaman, situs):
    halaman.get_by_role("button", name="Buat PDF").click()
    expect(halaman.locator("#proses-judul")).to_have_text("Menunggu giliran")
    halaman.goto(f"{situs}{AKAR}")
    satu = Pekerjaan.objects.get()

    jalankan(ambil_giliran(satu.pk))
    beri_kabar.func(satu.pk)

    halaman.goto(f"{situs}/pemberitahuan/")
    halaman.get_by_role("button", name="PDF LKIP 2024 siap").click()
    expect(halaman.get_by_role("link", name="Unduh PDF")).to_be_visible()


def test_every_state_is_accessible_and_fits_a_phone(page, axe, situs, settings, tmp_path):
    settings.DATA_DIR = tmp_path
    buat_pekerjaan(Instansi.objects.get())
    sign_in(page.context, situs, "operator")
    alamat = [f"{AKAR}proses/{satu.pk}/" for satu in Pekerjaan.objects.all()]

    salah = {satu: failures_of(page, axe, situs, satu) for satu in [*alamat, f"{AKAR}unduh/pdf/"]}
    page.set_viewport_size({"width": 360, "height": 740})
    salah |= {f"{satu} hp": failures_of(page, axe, situs, satu) for satu in alamat}

    assert len(alamat) == 5
    assert {satu: isi for satu, isi in salah.items() if isi} == {}

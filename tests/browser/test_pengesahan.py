"""Signing on a phone, bringing a signed PDF, and checking a document, in a real browser."""

import base64
from concurrent.futures import ThreadPoolExecutor

import pytest
from playwright.sync_api import expect

from lkip import pengesahan
from lkip.models import LKIP, BerkasBertandaTangan, Pengesahan
from lkip.tanda_tangan import pdf_untuk_ditandatangani
from tests import factories as buat
from tests.browser.kisi_contoh import AKAR, kantor, masuk, situs
from tests.lkip.sahkan_uji import cetak_kecil
from tests.lkip.terbit_uji import baca, siapkan_penyimpanan
from tests.pdf_uji import tandatangani_pdf

__all__ = ["kantor", "situs"]

PONSEL = {"width": 360, "height": 740}
JATUHKAN = """([isi, nama]) => {
  const bita = Uint8Array.from(atob(isi), (satu) => satu.charCodeAt(0));
  const bawaan = new DataTransfer();
  bawaan.items.add(new File([bita], nama, {type: "application/pdf"}));
  document.getElementById("periksa").dispatchEvent(
    new DragEvent("drop", {dataTransfer: bawaan, bubbles: true, cancelable: true}));
}"""


@pytest.fixture
def ponsel(page, situs, settings, tmp_path, monkeypatch):
    """The camat with a phone; the report of the example waits for them."""
    siapkan_penyimpanan(settings, tmp_path)
    monkeypatch.setattr(pengesahan, "cetak", cetak_kecil)
    LKIP.objects.update(status="diverifikasi", tanggal="2025-02-10", **buat.langkah("diverifikasi"))
    masuk(page.context, situs, "camat")
    page.set_viewport_size(PONSEL)
    page.set_default_timeout(15_000)
    return page


def sahkan(page, situs):
    page.goto(f"{situs}{AKAR}alur/lkip/")
    page.get_by_role("link", name="Setujui dan tanda tangani").click()
    page.get_by_label("Saya menyatakan").check()
    page.get_by_label("Kata sandi Anda").fill("contoh-lkip-2024")
    page.get_by_role("button", name="Sahkan").click()
    page.get_by_role("link", name="Buka dokumen terbit").click()
    expect(page.get_by_role("heading", name="Dokumen terbit 2024")).to_be_visible()
    return Pengesahan.objects.get()


def lebar_pas(page):
    """Whether nothing sticks out of the page sideways."""
    return page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")


def test_camat_signs_on_a_phone_and_brings_the_signed_pdf(ponsel, situs, axe):
    terbit = sahkan(ponsel, situs)
    expect(ponsel.get_by_text(terbit.kode).first).to_be_visible()
    assert (lebar_pas(ponsel), axe(ponsel)) == (True, [])

    ponsel.get_by_role("link", name="Unggah PDF yang ditandatangani").click()
    assert (lebar_pas(ponsel), axe(ponsel)) == (True, [])
    with ponsel.expect_download() as unduhan:
        ponsel.get_by_role("link", name="Unduh PDF untuk ditandatangani").click()
    polos = unduhan.value.path().read_bytes()
    assert polos == pdf_untuk_ditandatangani(terbit)

    pilih = ponsel.get_by_label("PDF yang ditandatangani")
    pilih.set_input_files({"name": "x.pdf", "mimeType": "application/pdf", "buffer": polos})
    ponsel.get_by_role("button", name="Unggah").click()
    expect(ponsel.get_by_role("alert")).to_contain_text("belum ditandatangani")
    assert axe(ponsel) == []

    with ThreadPoolExecutor(1) as lain:  # away from Playwright's event loop
        ttd = lain.submit(tandatangani_pdf, polos).result()
    pilih.set_input_files({"name": "x.pdf", "mimeType": "application/pdf", "buffer": ttd})
    ponsel.get_by_role("button", name="Unggah").click()
    expect(ponsel.get_by_role("status")).to_contain_text("diganti dengan PDF bertanda tangan")
    satu = BerkasBertandaTangan.objects.get()
    expect(ponsel.get_by_text(f"SHA-256 {satu.sha256}")).to_be_visible()
    assert (lebar_pas(ponsel), axe(ponsel)) == (True, [])


def test_page_of_bsre_fits_on_a_phone_and_forgets_the_passphrase(ponsel, situs, axe, settings):
    settings.BSRE_ALAMAT, settings.BSRE_PENGGUNA = "https://127.0.0.1:9", "lkip"
    settings.BSRE_SANDI, settings.BSRE_SERTIFIKAT = "x", ""
    sahkan(ponsel, situs)
    ponsel.get_by_role("link", name="Tanda tangani dengan BSrE").click()
    assert (lebar_pas(ponsel), axe(ponsel)) == (True, [])

    ponsel.get_by_label("NIK Anda").fill("3509011509780001")
    ponsel.get_by_label("Passphrase sertifikat elektronik").fill("rahasia sekali")
    ponsel.get_by_role("button", name="Tanda tangani").click()

    expect(ponsel.get_by_role("alert")).to_contain_text("tidak dapat dihubungi")
    expect(ponsel.get_by_label("Passphrase sertifikat elektronik")).to_have_value("")
    assert axe(ponsel) == []


def test_file_is_compared_in_the_browser_without_being_sent(ponsel, situs, axe):
    terbit = sahkan(ponsel, situs)
    isi = baca(terbit.pdf)
    berubah = bytearray(isi)
    berubah[len(isi) // 2] ^= 1
    ponsel.context.clear_cookies()
    ponsel.goto(f"{situs}/verifikasi/{terbit.kode}/")
    assert (lebar_pas(ponsel), axe(ponsel)) == (True, [])
    diminta = []
    ponsel.on("request", lambda satu: diminta.append(satu.url))
    cocok = ponsel.get_by_text("Berkas ini asli")
    beda = ponsel.get_by_text("Berkas ini bukan berkas yang diterbitkan")
    pilih = ponsel.get_by_label("Berkas PDF")

    pilih.set_input_files({"name": "x.pdf", "mimeType": "application/pdf", "buffer": isi})
    expect(cocok).to_be_visible()
    expect(beda).to_be_hidden()
    ponsel.evaluate(JATUHKAN, [base64.b64encode(bytes(berubah)).decode(), "x.pdf"])
    expect(beda).to_be_visible()
    expect(cocok).to_be_hidden()
    ponsel.evaluate(JATUHKAN, [base64.b64encode(isi).decode(), "x.pdf"])
    expect(cocok).to_be_visible()
    pilih.set_input_files([])
    ponsel.get_by_role("button", name="Periksa berkas").click()
    expect(ponsel.get_by_text("Pilih berkasnya dahulu")).to_be_visible()

    assert diminta == []
    assert axe(ponsel) == []


def test_without_script_the_server_compares(ponsel, situs, chromium, tmp_path):
    terbit = sahkan(ponsel, situs)
    berkas = tmp_path / "salinan.pdf"
    berkas.write_bytes(baca(terbit.pdf))
    tanpa = chromium.new_context(java_script_enabled=False)
    halaman = tanpa.new_page()
    try:
        halaman.goto(f"{situs}/verifikasi/?kode={terbit.kode.lower()}")
        halaman.get_by_label("Berkas PDF").set_input_files(berkas)
        halaman.get_by_role("button", name="Periksa berkas").click()

        expect(halaman.get_by_text("Berkas ini asli")).to_be_visible()
    finally:
        tanpa.close()

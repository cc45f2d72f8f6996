"""Accounts in a browser: locked out, two steps, a link on a phone, another session ended."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.halaman_contoh import LEBIH, sign_in
from tests.browser.keadaan_akun import SANDI, kode_totp
from tests.browser.kisi_contoh import kantor, situs

__all__ = ["kantor", "situs"]


def masuk(page, situs, nama, sandi=SANDI):
    page.goto(f"{situs}/masuk/")
    page.get_by_label("Nama pengguna").fill(nama)
    page.get_by_label("Kata sandi").fill(sandi)
    page.get_by_role("button", name="Masuk").click()


def ketik_kode(page, label, kode, tombol):
    page.get_by_label(label).fill(kode)
    page.get_by_role("button", name=tombol, exact=True).click()


@pytest.fixture
def ponsel(chromium):
    """A page of somebody else, in a browser of its own on a phone."""
    context = chromium.new_context(viewport={"width": 360, "height": 740}, locale="id-ID")
    yield context.new_page()
    context.close()


def test_who_fails_five_times_reads_how_long_to_wait(page, situs):
    for _ in range(5):
        masuk(page, situs, "camat", "keliru")

    expect(page.get_by_role("heading", level=1)).to_have_text("Terlalu banyak percobaan")
    expect(page.get_by_text("Coba lagi dalam")).to_contain_text("15 menit")


def test_second_step_is_set_up_and_then_asked_for(page, situs, axe):
    masuk(page, situs, "camat")
    page.goto(f"{situs}/akun/")
    page.get_by_role("link", name="Aktifkan verifikasi dua langkah").click()
    page.get_by_role("button", name="Siapkan").click()
    qr = page.get_by_role("img", name="Kode QR untuk aplikasi autentikator")
    assert qr.bounding_box()["width"] > 150
    assert axe(page) == []
    ketik_kode(page, "Kode 6 angka", kode_totp("camat"), "Aktifkan")
    cadangan = page.locator(".kode-cadangan li").all_inner_texts()
    assert len(cadangan) == 10
    page.get_by_role("button", name="Keluar").click()

    masuk(page, situs, "camat")
    expect(page.get_by_role("heading", level=1)).to_have_text("Verifikasi dua langkah")
    assert axe(page) == []
    ketik_kode(page, "Kode", cadangan[0], "Masuk")

    expect(page.get_by_text("Sisa: 9 kode")).to_be_visible()


def test_new_user_sets_the_password_on_a_phone(page, ponsel, situs, axe):
    masuk(page, situs, "admin")
    page.goto(f"{situs}/pengguna/")
    page.get_by_role("button", name=re.compile("Tautan baru untuk")).first.click()
    tautan = page.locator("#tautan").inner_text()
    nama = page.locator("dd").first.inner_text()

    ponsel.goto(tautan)
    assert ponsel.evaluate(LEBIH) <= 0
    assert axe(ponsel) == []
    for bidang in ("new_password1", "new_password2"):
        ponsel.locator(f"[name={bidang}]").fill("kembang-setaman-7")
    ponsel.get_by_role("button", name="Simpan kata sandi").click()
    expect(ponsel.get_by_role("status")).to_contain_text("Kata sandi tersimpan")
    masuk(ponsel, situs, nama, "kembang-setaman-7")

    expect(ponsel.get_by_role("button", name="Keluar")).to_be_visible()


def test_another_session_is_ended_from_the_account_page(page, ponsel, situs, axe):
    masuk(ponsel, situs, "operator")
    sign_in(page.context, situs, "operator")
    page.goto(f"{situs}/akun/")
    assert axe(page) == []

    page.get_by_role("button", name=re.compile("Akhiri sesi")).click()

    expect(page.get_by_role("status")).to_contain_text("Sesi diakhiri")
    expect(page.get_by_text("Sesi ini")).to_be_visible()
    ponsel.reload()
    expect(ponsel).to_have_url(re.compile("/masuk/"))

"""What is typed survives a crash, on the computer of who typed it."""

import re

from playwright.sync_api import expect

from tests.browser.kisi_contoh import (
    KISI,
    halaman,
    kantor,
    lencana,
    sel,
    situs,
    target,
)
from tests.browser.simpan_uji import TERSIMPAN, isi, putuskan, simpan_sebagai

__all__ = ["halaman", "kantor", "situs"]


def draf(page):
    return page.evaluate("Object.keys(localStorage).filter((k) => k.startsWith('lkip-draf:'))")


def test_draft_is_offered_after_a_crash_and_restored(halaman, situs):
    putuskan(halaman)
    isi(halaman, "I3", 2024, "71")
    expect(lencana(halaman)).to_contain_text("tidak ada koneksi")
    baru = halaman.context.new_page()
    halaman.close()
    baru.goto(situs + KISI)
    expect(baru.get_by_text(re.compile(r"belum terkirim dari \d\d\.\d\d\."))).to_be_visible()
    expect(sel(baru, "I3", 2024)).not_to_have_value("71")

    baru.get_by_role("button", name="Pulihkan").click()

    expect(lencana(baru)).to_have_text(TERSIMPAN)
    assert target("I3", 2024) == 71
    assert draf(baru) == []


def test_restored_draft_does_not_overwrite_what_others_saved_since(halaman, situs):
    semula = sel(halaman, "I3", 2024).input_value()
    putuskan(halaman)
    isi(halaman, "I3", 2024, "71")
    expect(lencana(halaman)).to_contain_text("tidak ada koneksi")
    halaman.close()
    assert simpan_sebagai("admin", "I3", 2024, semula, "65").status_code == 200
    baru = halaman.context.new_page()
    baru.goto(situs + KISI)
    baru.get_by_role("button", name="Pulihkan").click()

    expect(baru.locator(".panel-bentrok")).to_contain_text("65")
    assert target("I3", 2024) == 65


def test_thrown_away_draft_is_gone(halaman, situs):
    putuskan(halaman)
    isi(halaman, "I3", 2024, "71")
    expect(lencana(halaman)).to_contain_text("tidak ada koneksi")
    baru = halaman.context.new_page()
    halaman.close()
    baru.goto(situs + KISI)
    baru.get_by_role("button", name="Buang").click()

    assert draf(baru) == []
    baru.reload()
    expect(baru.get_by_role("button", name="Pulihkan")).to_have_count(0)


def test_draft_belongs_to_one_user_and_a_week(halaman, situs):
    halaman.evaluate(
        """([kunci, isi]) => {
          localStorage.setItem(`lkip-draf:${kunci}:/lama/`, JSON.stringify({pada: 1, baris: isi}));
          localStorage.setItem(`lkip-draf:999:${location.pathname}`,
            JSON.stringify({pada: Date.now(), baris: isi}));
        }""",
        ["1", {"1": {"2024": {"dasar": "1", "teks": "2"}}}],
    )
    halaman.reload()

    expect(lencana(halaman)).to_be_visible()
    expect(halaman.get_by_role("button", name="Pulihkan")).to_have_count(0)
    assert draf(halaman) == [f"lkip-draf:999:{KISI}"]


def test_sign_out_leaves_no_draft_on_the_computer(halaman, situs):
    sel(halaman, "I3", 2024).fill("abc")
    halaman.get_by_role("button", name="Keluar").click()
    dialog = halaman.get_by_role("dialog")
    expect(dialog).to_contain_text("hilang dari perangkat ini")
    assert len(draf(halaman)) == 1

    dialog.get_by_role("button", name="Keluar tanpa menyimpan").click()

    expect(halaman).to_have_url(f"{situs}/masuk/")
    assert draf(halaman) == []

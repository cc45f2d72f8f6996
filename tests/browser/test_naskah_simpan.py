"""Nothing typed in a narrative is lost: offline, crash, end of a session, other people, other pages."""

import re

import pytest
from playwright.sync_api import expect

from instansi.models import Pengguna
from tests.browser.kisi_contoh import kantor, keluarkan, lencana, masuk, situs
from tests.browser.naskah_contoh import (
    ALAMAT,
    TERSIMPAN,
    buka,
    draf,
    ganti,
    halaman,
    kotak,
    penutup,
    putuskan,
    simpan_sebagai,
    tersimpan,
)

__all__ = ["halaman", "kantor", "penutup", "situs"]


def test_offline_text_stays_and_is_saved_when_the_line_is_back(halaman):
    halaman.context.set_offline(True)
    ganti(halaman, "Tanpa jaringan.")
    expect(lencana(halaman)).to_have_text(
        "Belum tersimpan – tidak ada koneksi, dicoba lagi 5 detik"
    )
    halaman.keyboard.type(" Dan sesudahnya.")
    halaman.context.set_offline(False)

    expect(lencana(halaman)).to_have_text(TERSIMPAN)
    assert tersimpan() == "<p>Tanpa jaringan. Dan sesudahnya.</p>"


def test_lost_answer_is_no_conflict_with_oneself(halaman):
    def simpan_tanpa_jawaban(route):
        if route.request.method == "POST":
            route.fetch()
            return route.abort()
        return route.continue_()

    halaman.route(f"**{ALAMAT}", simpan_tanpa_jawaban, times=1)
    ganti(halaman, "Sekali")
    expect(lencana(halaman)).to_contain_text("tidak ada koneksi")
    halaman.keyboard.type(" lagi")
    halaman.get_by_role("button", name="Simpan", exact=True).click()

    expect(lencana(halaman)).to_have_text(TERSIMPAN)
    assert tersimpan() == "<p>Sekali lagi</p>"


def test_draft_is_offered_after_a_crash_and_restored(halaman, situs):
    putuskan(halaman)
    ganti(halaman, "Belum terkirim")
    expect(lencana(halaman)).to_contain_text("tidak ada koneksi")
    baru = halaman.context.new_page()
    halaman.close()
    buka(baru, situs)
    expect(baru.get_by_text(re.compile(r"belum terkirim dari \d\d\.\d\d\."))).to_be_visible()
    expect(kotak(baru)).to_have_text("Naskah awal penutup.")

    baru.get_by_role("button", name="Pulihkan", exact=True).click()

    expect(kotak(baru)).to_have_text("Belum terkirim")
    expect(lencana(baru)).to_have_text(TERSIMPAN)
    assert tersimpan() == "<p>Belum terkirim</p>"
    assert draf(baru) == []


def test_sign_out_leaves_no_draft_on_the_computer(halaman, situs):
    putuskan(halaman)
    ganti(halaman, "Rahasia")
    expect(lencana(halaman)).to_contain_text("tidak ada koneksi")
    assert len(draf(halaman)) == 1
    halaman.get_by_role("button", name="Keluar").click()
    halaman.get_by_role("button", name="Keluar tanpa menyimpan").click()

    expect(halaman).to_have_url(f"{situs}/masuk/")
    assert draf(halaman) == []


@pytest.mark.parametrize(
    ("pilihan", "hasil"),
    [("Pakai tulisan saya", "Naskah Andi"), ("Pakai yang tersimpan", "Naskah Siti")],
)
def test_conflict_shows_both_texts_and_stores_the_choice(halaman, situs, axe, pilihan, hasil):
    simpan_sebagai("admin", "Naskah Siti")
    ganti(halaman, "Naskah Andi")
    panel = halaman.locator(".panel-bentrok")
    expect(panel).to_be_focused()
    expect(panel).to_contain_text(f"diubah oleh {Pengguna.objects.get(username='admin')}")
    expect(panel.locator("p.berubah del")).to_contain_text("Siti")
    expect(panel.locator("p.berubah ins")).to_contain_text("Andi")
    expect(lencana(halaman)).to_have_text("Bentrok – pilih naskah yang dipakai")
    assert axe(halaman) == []
    assert tersimpan() == "<p>Naskah Siti</p>"

    panel.get_by_role("button", name=pilihan).click()

    expect(panel).to_have_count(0)
    expect(kotak(halaman)).to_have_text(hasil)
    expect(lencana(halaman)).to_have_text(re.compile("disimpan otomatis|perubahan tersimpan"))
    assert tersimpan() == f"<p>{hasil}</p>"
    buka(halaman, situs)
    expect(kotak(halaman)).to_have_text(hasil)


def test_restored_draft_does_not_overwrite_what_others_saved_since(halaman, situs):
    putuskan(halaman)
    ganti(halaman, "Naskah Andi")
    expect(lencana(halaman)).to_contain_text("tidak ada koneksi")
    baru = halaman.context.new_page()
    halaman.close()
    simpan_sebagai("admin", "Naskah Siti")
    buka(baru, situs)
    baru.get_by_role("button", name="Pulihkan", exact=True).click()

    expect(baru.locator(".panel-bentrok")).to_contain_text("Siti")
    assert tersimpan() == "<p>Naskah Siti</p>"


def test_ended_session_keeps_the_text_until_one_is_back(halaman, situs):
    keluarkan(halaman.context)
    ganti(halaman, "Sesi habis")
    expect(halaman.get_by_role("alert")).to_contain_text("Sesi berakhir")
    expect(kotak(halaman)).to_have_text("Sesi habis")

    masuk(halaman.context, situs, "operator")
    halaman.get_by_role("button", name="Coba simpan lagi").click()

    expect(lencana(halaman)).to_have_text(TERSIMPAN)
    assert tersimpan() == "<p>Sesi habis</p>"


def test_link_saves_first_and_then_leads_on(halaman, situs):
    ganti(halaman, "Sebelum pergi")
    halaman.get_by_role("link", name="Kembali ke daftar naskah").click()

    expect(halaman).to_have_url(f"{situs}/35.09.09/2024/naskah/")
    assert tersimpan() == "<p>Sebelum pergi</p>"

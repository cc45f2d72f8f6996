"""Two people in one grid: both values are shown, and the choice is stored."""

import pytest
from playwright.sync_api import expect

from instansi.models import Pengguna
from renstra.models import TargetRenstra
from tests.browser.kisi_contoh import (
    halaman,
    kantor,
    lencana,
    sel,
    situs,
    target,
)
from tests.browser.simpan_uji import TERSIMPAN, isi, simpan_sebagai

__all__ = ["halaman", "kantor", "situs"]


@pytest.mark.parametrize(
    ("pilihan", "hasil"), [("Isian Anda: 71", 71), ("Tersimpan sekarang: 65", 65)]
)
def test_conflict_shows_both_values_and_who_and_stores_the_choice(halaman, axe, pilihan, hasil):
    simpan_sebagai("admin", "I3", 2024, sel(halaman, "I3", 2024).input_value(), "65")
    isi(halaman, "I3", 2024, "71")
    panel = halaman.locator(".panel-bentrok")
    expect(panel.locator("legend")).to_contain_text(f"diubah oleh {nama_pengguna('admin')}")
    expect(panel.locator("legend")).to_be_focused()
    expect(lencana(halaman)).to_have_text("1 baris bentrok – pilih nilai yang dipakai")
    assert axe(halaman) == []
    assert target("I3", 2024) == 65

    panel.get_by_label(pilihan).check()
    panel.get_by_role("button", name="Simpan pilihan").click()

    expect(panel).to_have_count(0)
    expect(sel(halaman, "I3", 2024)).to_have_value(str(hasil))
    halaman.locator("h1").click()
    expect(lencana(halaman)).not_to_contain_text("bentrok")
    expect(lencana(halaman)).to_have_text(TERSIMPAN)
    assert target("I3", 2024) == hasil
    assert {65, hasil} <= set(
        TargetRenstra.history.filter(indikator__kode="I3", tahun=2024).values_list(
            "nilai", flat=True
        )
    )


def nama_pengguna(nama):
    return str(Pengguna.objects.get(username=nama))


def test_own_values_of_a_conflict_can_be_taken_back(halaman):
    simpan_sebagai("admin", "I3", 2024, sel(halaman, "I3", 2024).input_value(), "65")
    isi(halaman, "I3", 2024, "71")
    halaman.get_by_role("button", name="Batalkan isian saya").click()

    expect(sel(halaman, "I3", 2024)).to_have_value("65")
    expect(lencana(halaman)).to_have_text(TERSIMPAN)


def test_other_cells_of_the_same_row_are_merged(halaman):
    simpan_sebagai("admin", "I3", 2023, sel(halaman, "I3", 2023).input_value(), "65")
    isi(halaman, "I3", 2024, "71")

    expect(lencana(halaman)).to_have_text(TERSIMPAN)
    assert (target("I3", 2023), target("I3", 2024)) == (65, 71)

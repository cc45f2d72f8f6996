"""Nothing typed is lost: offline, crash, end of a session, other people, other pages."""

import json
import re
from urllib.parse import urlsplit

import pytest
from django.test import Client
from playwright.sync_api import expect

from instansi.models import Pengguna
from lkip.models import LKIP
from renstra.models import Indikator, TargetRenstra
from tests.browser.kisi_contoh import (
    KISI,
    halaman,
    kabar,
    kantor,
    keluarkan,
    lencana,
    masuk,
    sel,
    situs,
    target,
)

__all__ = ["halaman", "kantor", "situs"]

TERSIMPAN = re.compile(r"Semua perubahan tersimpan \d\d\.\d\d WIB")
AKAN_PERINGATKAN = """() => {
  const event = new Event("beforeunload", {cancelable: true});
  dispatchEvent(event);
  return event.defaultPrevented;
}"""
TEMPEL_DIUKUR = """(kendali, teks) => {
  const isi = new DataTransfer();
  isi.setData("text/plain", teks);
  const event =
    new ClipboardEvent("paste", {clipboardData: isi, bubbles: true, cancelable: true});
  const mulai = performance.now();
  kendali.dispatchEvent(event);
  return performance.now() - mulai;
}"""


def isi(page, kode, tahun, teks):
    """Type into a cell and leave its row."""
    sel(page, kode, tahun).fill(teks)
    page.locator("h1").click()


def simpan_sebagai(nama, kode, tahun, dasar, teks):
    """Somebody else saves a cell meanwhile."""
    client = Client()
    client.force_login(Pengguna.objects.get(username=nama))
    baris = {str(Indikator.objects.get(kode=kode).pk): {str(tahun): {"dasar": dasar, "teks": teks}}}
    return client.post(KISI, json.dumps({"baris": baris}), content_type="application/json")


def draf(page):
    return page.evaluate("Object.keys(localStorage).filter((k) => k.startsWith('lkip-draf:'))")


def putuskan(page):
    """Let no saving of this page through."""
    page.route(f"**{KISI}", lambda route: route.abort() if kirim(route) else route.continue_())


def kirim(route):
    return route.request.method == "POST"


def test_offline_edits_stay_and_are_saved_when_the_line_is_back(halaman):
    halaman.context.set_offline(True)
    isi(halaman, "I3", 2024, "71")
    isi(halaman, "I5", 2024, "72")
    expect(lencana(halaman)).to_have_text(
        "Belum tersimpan: 2 baris – tidak ada koneksi, dicoba lagi 5 detik"
    )

    halaman.context.set_offline(False)

    expect(lencana(halaman)).to_have_text(TERSIMPAN)
    assert (target("I3", 2024), target("I5", 2024)) == (71, 72)


def test_failing_server_is_tried_again_later_and_later(halaman):
    halaman.clock.install()
    halaman.route(
        f"**{KISI}", lambda r: r.fulfill(status=503) if kirim(r) else r.continue_(), times=2
    )
    isi(halaman, "I3", 2024, "71")
    expect(lencana(halaman)).to_contain_text("server belum menjawab, dicoba lagi 5 detik")
    halaman.clock.run_for(5_500)
    expect(lencana(halaman)).to_contain_text("server belum menjawab, dicoba lagi 10 detik")
    halaman.clock.run_for(10_500)

    expect(lencana(halaman)).to_have_text(TERSIMPAN)
    assert target("I3", 2024) == 71


def test_lost_answer_is_no_conflict_with_oneself(halaman):
    def simpan_tanpa_jawaban(route):
        if kirim(route):
            route.fetch()
            return route.abort()
        return route.continue_()

    halaman.route(f"**{KISI}", simpan_tanpa_jawaban, times=1)
    isi(halaman, "I3", 2024, "71")
    expect(lencana(halaman)).to_contain_text("tidak ada koneksi")
    halaman.get_by_role("button", name="Simpan").click()

    expect(lencana(halaman)).to_have_text(TERSIMPAN)
    assert TargetRenstra.history.filter(indikator__kode="I3", tahun=2024, nilai=71).count() == 1


def test_one_request_at_a_time_and_what_is_typed_meanwhile_is_saved_too(halaman):
    ditahan = []
    halaman.route(f"**{KISI}", lambda r: ditahan.append(r) if kirim(r) else r.continue_())
    isi(halaman, "I3", 2024, "71")
    expect(lencana(halaman)).to_have_text("Menyimpan…")
    isi(halaman, "I3", 2024, "72")
    isi(halaman, "I5", 2024, "73")
    assert len(ditahan) == 1

    with halaman.expect_request(lambda r: r.method == "POST") as kedua:
        ditahan[0].continue_()

    assert len(json.loads(kedua.value.post_data)["baris"]) == 2
    expect(lencana(halaman)).to_have_text("Menyimpan…")
    ditahan[1].continue_()
    expect(lencana(halaman)).to_have_text(TERSIMPAN)
    assert (target("I3", 2024), target("I5", 2024)) == (72, 73)


def test_leaving_warns_only_while_something_is_unsaved(halaman):
    assert not halaman.evaluate(AKAN_PERINGATKAN)
    sel(halaman, "I3", 2024).fill("71")
    assert halaman.evaluate(AKAN_PERINGATKAN)

    halaman.keyboard.press("Enter")
    expect(lencana(halaman)).to_have_text(TERSIMPAN)

    assert not halaman.evaluate(AKAN_PERINGATKAN)


def test_link_saves_first_and_then_leads_on(halaman, situs):
    sel(halaman, "I3", 2024).fill("71")
    halaman.get_by_role("link", name="Pengukuran").click()

    expect(halaman).to_have_url(f"{situs}/35.09.09/2024/capaian/")
    assert target("I3", 2024) == 71


def test_link_asks_when_something_cannot_be_saved(halaman, situs):
    sel(halaman, "I3", 2024).fill("abc")
    halaman.get_by_role("link", name="Pengukuran").click()
    dialog = halaman.get_by_role("dialog", name="Ada isian yang belum tersimpan")
    dialog.get_by_role("button", name="Tetap di sini").click()
    expect(sel(halaman, "I3", 2024)).to_have_value("abc")

    halaman.get_by_role("link", name="Pengukuran").click()
    dialog.get_by_role("button", name="Pindah tanpa menyimpan").click()

    expect(halaman).to_have_url(f"{situs}/35.09.09/2024/capaian/")


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


def test_ended_session_keeps_the_values_until_one_is_back(halaman, situs):
    keluarkan(halaman.context)
    isi(halaman, "I3", 2024, "71")
    expect(halaman.get_by_role("alert")).to_contain_text("Sesi berakhir")
    tautan = halaman.get_by_role("link", name="Masuk di tab baru")
    assert urlsplit(tautan.get_attribute("href")).path == "/masuk/"
    expect(sel(halaman, "I3", 2024)).to_have_value("71")

    with halaman.expect_popup() as tab:
        tautan.click()
    tab.value.get_by_label("Nama pengguna").fill("operator")
    tab.value.get_by_label("Kata sandi").fill("contoh-lkip-2024")
    tab.value.get_by_role("button", name="Masuk").click()
    expect(tab.value.locator("h1")).to_have_text("Akun saya")
    halaman.get_by_role("button", name="Coba simpan lagi").click()

    expect(lencana(halaman)).to_have_text(TERSIMPAN)
    expect(halaman.get_by_role("alert")).to_have_count(0)
    assert target("I3", 2024) == 71


def test_values_of_one_user_are_not_saved_under_the_name_of_another(halaman, situs):
    semula = target("I3", 2024)
    keluarkan(halaman.context)
    isi(halaman, "I3", 2024, "71")
    expect(halaman.get_by_role("alert")).to_contain_text("Sesi berakhir")
    masuk(halaman.context, situs, "admin")
    halaman.get_by_role("button", name="Coba simpan lagi").click()

    expect(halaman.get_by_role("alert")).to_contain_text("masuk sebagai pengguna lain")
    assert target("I3", 2024) == semula


def test_year_that_was_locked_meanwhile_says_so_and_keeps_the_text(halaman):
    semula = target("I3", 2024)
    lkip = LKIP.objects.get(instansi__kode="35.09.09", tahun=2024)
    LKIP.objects.filter(pk=lkip.pk).update(status="diajukan", **pengajuan())
    isi(halaman, "I3", 2024, "71")

    expect(halaman.locator(".kisi .galat")).to_have_text(
        "Baris ini sudah terkunci; isian tidak disimpan."
    )
    expect(sel(halaman, "I3", 2024)).to_have_value("71")
    assert target("I3", 2024) == semula


def pengajuan():
    oleh = Pengguna.objects.get(username="operator")
    return {"diajukan_oleh": oleh, "diajukan_pada": "2025-01-15T08:00:00+07:00"}


def test_thousand_cells_are_pasted_in_a_fifth_of_a_second(halaman, situs):
    induk = Indikator.objects.get(kode="I3")
    Indikator.objects.bulk_create(
        Indikator(
            renstra=induk.renstra, sasaran=induk.sasaran, kode=f"U{n}", nama=f"Uji {n}", urutan=n
        )
        for n in range(170)
    )
    halaman.goto(situs + KISI)
    putuskan(halaman)
    kotak = halaman.locator("tbody input:not([type=hidden])").first
    kotak.focus()
    lama = []
    for ke in range(3):  # the machine may be busy with something else once
        teks = "\r\n".join("\t".join([f"1.{n:03},{ke}"] * 6) for n in range(170))
        lama.append(kotak.evaluate(TEMPEL_DIUKUR, teks))

    expect(kabar(halaman)).to_have_text("1020 sel ditempel. Ctrl+Z untuk membatalkan.")
    assert min(lama) < 200

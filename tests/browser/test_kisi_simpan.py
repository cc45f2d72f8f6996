"""Nothing typed is lost: offline, failing servers, end of a session, other pages."""

import json
from itertools import count
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import expect

from instansi.models import Pengguna
from lkip.models import LKIP
from renstra.models import Indikator, TargetRenstra
from tests.browser.jalur_lambat import tercepat
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
from tests.browser.simpan_uji import TERSIMPAN, isi, kirim, putuskan

__all__ = ["halaman", "kantor", "situs"]

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


@pytest.mark.waktu
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
    ulang = count()

    def ukur():
        ke = next(ulang)
        teks = "\r\n".join("\t".join([f"1.{n:03},{ke}"] * 6) for n in range(170))
        return kotak.evaluate(TEMPEL_DIUKUR, teks)

    assert tercepat(ukur, 200) < 200
    expect(kabar(halaman)).to_have_text("1020 sel ditempel. Ctrl+Z untuk membatalkan.")

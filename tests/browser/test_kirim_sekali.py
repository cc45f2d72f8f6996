"""A form is sent once, however often its button is clicked (CS-05), and again when it has to be."""

import re
import time

import pytest
from playwright.sync_api import expect

from anggaran.models import SubKegiatan
from perjanjian.models import Bukti
from tests import factories as buat
from tests.browser.halaman_contoh import sign_in

TEKAN = 100  # milliseconds, as a hand clicks: quicker clicks a browser sends once by itself
# Notes which sendings the page lets through, and keeps them from leaving it.
CATAT = """() => {
  window.terkirim = [];
  addEventListener("submit", (event) => {
    terkirim.push(!event.defaultPrevented);
    event.preventDefault();
  });
}"""


@pytest.fixture
def bukti(live_server, transactional_db, page):
    """The form that adds evidence."""
    instansi = buat.make_laporan_lengkap()
    sub = instansi.program.get().kegiatan.get().sub_kegiatan.first()
    buat.make_pengguna(peran="operator", instansi=instansi, username="operator-kirim")
    sign_in(page.context, live_server.url, "operator-kirim")
    alamat = f"{live_server.url}/{instansi.kode}/{buat.TAHUN}/bukti/sub-kegiatan/{sub.pk}/"
    page.goto(alamat)
    isi(page)
    return page


@pytest.fixture
def kiriman(bukti):
    """What the page posts; each is answered late, as on a slow line."""
    terkirim = []

    def tahan(route):
        if route.request.method == "POST":
            terkirim.append(route.request.url)
            time.sleep(0.5)
        route.continue_()

    bukti.route("**/bukti/**", tahan)
    return terkirim


def isi(page, tautan="https://example.org/notula"):
    page.get_by_label("Nama dokumen").fill("Notula")
    page.get_by_label("Tautan").fill(tautan)


def simpan(page):
    return page.get_by_role("button", name="Simpan")


def tersimpan():
    return Bukti.objects.filter(nama="Notula").count()


def test_a_double_click_saves_once(bukti, kiriman):
    simpan(bukti).dblclick(delay=TEKAN)

    expect(bukti.get_by_text("Tersimpan")).to_be_visible()
    assert (len(kiriman), tersimpan()) == (1, 1)


def test_a_double_click_deletes_once(bukti, kiriman):
    satu = buat.make_bukti(sub_kegiatan=SubKegiatan.objects.first(), nama="Notula")
    bukti.goto(re.sub(r"bukti/.*", f"bukti/{satu.pk}/", bukti.url))

    bukti.get_by_role("button", name="Hapus").dblclick(delay=TEKAN)

    expect(bukti.get_by_text("“Notula” dihapus.")).to_be_visible()
    assert (len(kiriman), tersimpan()) == (1, 0)


def test_what_was_wrong_can_be_mended_and_sent(bukti, kiriman):
    isi(bukti, "bukan alamat")
    simpan(bukti).dblclick(delay=TEKAN)
    expect(bukti.get_by_text("Masukkan URL yang valid.").first).to_be_visible()

    isi(bukti)
    simpan(bukti).click()

    expect(bukti.get_by_text("Tersimpan")).to_be_visible()
    assert (len(kiriman), tersimpan()) == (2, 1)


def test_a_form_to_which_one_comes_back_can_be_sent_again(bukti, kiriman):
    simpan(bukti).click()
    expect(bukti.get_by_text("Tersimpan")).to_be_visible()

    bukti.go_back()
    isi(bukti)
    simpan(bukti).click()

    expect(bukti.get_by_text("Tersimpan")).to_be_visible()
    assert (len(kiriman), tersimpan()) == (2, 2)


def test_what_is_not_answered_can_be_sent_again_after_ten_seconds(bukti):
    bukti.clock.install(time=0)
    bukti.reload()
    bukti.clock.pause_at(3_600_000)
    bukti.evaluate(CATAT)

    simpan(bukti).click()
    bukti.clock.run_for(9_000)
    simpan(bukti).click(force=True)
    expect(simpan(bukti)).to_have_attribute("aria-disabled", "true")
    bukti.clock.run_for(2_000)
    simpan(bukti).click()

    assert bukti.evaluate("terkirim") == [True, False, True]

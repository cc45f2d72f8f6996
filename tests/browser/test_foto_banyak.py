"""Several photos at once: each on its own way, none lost, none twice, in the order they were chosen."""

import pytest
from django.http import HttpResponse
from playwright.sync_api import expect

import lkip.views.foto
from lkip.models import Foto
from tests.browser.foto_contoh import baris, berkas, foto, jepret, pilih, simpan, tulis
from tests.browser.halaman_contoh import LEBIH
from tests.browser.test_kisi_simpan import AKAN_PERINGATKAN
from tests.browser.test_semua_halaman import TARGET_KECIL, TEPI_PUCAT

__all__ = ["foto"]

TERSIMPAN = "Tersimpan."
TIGA = ("IMG_1.jpg", "IMG_2.jpg", "IMG_3.jpg")


@pytest.fixture
def kiriman(foto):
    """Addresses of what the page posts; those whose turn is in `gagal` meet a server that is busy."""
    dikirim, foto.gagal = [], set()

    def jawab(route):
        if route.request.method != "POST":
            return route.continue_()
        dikirim.append(route.request.url)
        if len(dikirim) in foto.gagal:
            return route.fulfill(status=503, body="sibuk")
        return route.continue_()

    foto.route("**/foto/baru/", jawab)
    return dikirim


def keterangan():
    """Captions of the photos that were added, as the report orders them."""
    return list(
        Foto.objects.filter(keterangan__startswith="Foto ").values_list("keterangan", flat=True)
    )


def pilih_tiga(page, **isi):
    pilih(page, *(berkas(nama, isi.get(nama[:5])) for nama in TIGA))
    for nomor, nama in enumerate(TIGA, start=1):
        tulis(page, nama, f"Foto {nomor}")


def test_broken_one_of_three_is_refused_and_the_others_are_stored_in_order(foto):
    pilih_tiga(foto, IMG_2=b"MZ program")
    simpan(foto)

    expect(foto.get_by_role("status")).to_have_text("2 foto tersimpan, 1 foto ditolak.")
    expect(baris(foto, "IMG_2.jpg")).to_contain_text("Ditolak: Unggah gambar yang valid.")
    expect(baris(foto, "IMG_2.jpg").get_by_role("button")).to_have_text(["Buang"])
    for nama in ("IMG_1.jpg", "IMG_3.jpg"):
        expect(baris(foto, nama)).to_contain_text(TERSIMPAN)
    assert keterangan() == ["Foto 1", "Foto 3"]


def test_one_that_met_a_busy_server_is_sent_again_and_keeps_its_place(foto, kiriman):
    foto.gagal = {2}
    pilih_tiga(foto)
    simpan(foto)
    expect(foto.get_by_role("status")).to_have_text("2 foto tersimpan, 1 foto belum terkirim.")
    expect(baris(foto, "IMG_2.jpg")).to_contain_text("Belum terkirim: server belum menjawab.")

    baris(foto, "IMG_2.jpg").get_by_role("button", name="Coba lagi").click()

    expect(foto.get_by_role("status")).to_have_text("3 foto tersimpan.")
    assert (len(kiriman), keterangan()) == (4, ["Foto 1", "Foto 2", "Foto 3"])


def test_photo_whose_answer_was_lost_is_stored_once(foto, monkeypatch):
    jawab, gagal = lkip.views.foto._jawab, [True]

    def hilang(*isi):
        jawaban = jawab(*isi)
        return HttpResponse(status=502) if gagal.pop() else jawaban

    monkeypatch.setattr(lkip.views.foto, "_jawab", hilang)
    pilih(foto, berkas("IMG_1.jpg"))
    tulis(foto, "IMG_1.jpg", "Foto 1")
    simpan(foto)
    expect(baris(foto, "IMG_1.jpg")).to_contain_text("Belum terkirim")
    assert keterangan() == ["Foto 1"]

    gagal.append(False)
    tulis(foto, "IMG_1.jpg", "Foto pertama")
    simpan(foto)

    expect(baris(foto, "IMG_1.jpg")).to_contain_text(TERSIMPAN)
    assert keterangan() == ["Foto pertama"]


def test_without_a_connection_photos_wait_and_are_sent_later(foto):
    pilih_tiga(foto)
    foto.context.set_offline(True)
    simpan(foto)
    expect(foto.get_by_role("status")).to_have_text("3 foto belum terkirim.")
    expect(baris(foto, "IMG_3.jpg")).to_contain_text("tidak ada koneksi")

    foto.context.set_offline(False)
    simpan(foto)

    expect(foto.get_by_role("status")).to_have_text("3 foto tersimpan.")
    assert keterangan() == ["Foto 1", "Foto 2", "Foto 3"]


def test_who_was_signed_out_signs_in_elsewhere_and_goes_on(foto):
    pilih(foto, berkas("IMG_1.jpg"))
    tulis(foto, "IMG_1.jpg", "Foto 1")
    kue = {satu["name"]: satu for satu in foto.context.cookies()}
    foto.context.clear_cookies(name="sessionid")
    simpan(foto)
    expect(baris(foto, "IMG_1.jpg")).to_contain_text("sesi berakhir")

    # Who signs in gets a new token too.
    foto.context.add_cookies([kue["sessionid"], kue["csrftoken"] | {"value": "a" * 32}])
    simpan(foto)

    expect(baris(foto, "IMG_1.jpg")).to_contain_text(TERSIMPAN)


def test_progress_is_seen_on_a_slow_line(foto):
    cdp = foto.context.new_cdp_session(foto)
    cdp.send("Network.enable")
    laju = {"downloadThroughput": 50_000, "uploadThroughput": 50_000, "latency": 100}
    cdp.send("Network.emulateNetworkConditions", {"offline": False, **laju})
    pilih(foto, berkas("IMG_1.jpg", jepret(1600, 1200)))
    tulis(foto, "IMG_1.jpg", "Foto 1")
    kemajuan = foto.get_by_role("progressbar", name="Kemajuan IMG_1.jpg")
    expect(kemajuan).to_be_hidden()
    simpan(foto)

    expect(kemajuan).to_be_visible()
    expect(kemajuan).not_to_have_js_property("value", 0)
    expect(baris(foto, "IMG_1.jpg")).to_contain_text(TERSIMPAN, timeout=30_000)
    expect(kemajuan).to_be_hidden()


def test_caption_of_all_goes_where_there_is_none_of_its_own(foto):
    pilih(foto, *map(berkas, TIGA))
    tulis(foto, "IMG_2.jpg", "Foto sendiri")
    foto.locator("[name=keterangan]").fill("Foto bersama")
    foto.locator("[name=lokasi]").fill("Aula")
    simpan(foto)

    expect(foto.get_by_role("status")).to_have_text("3 foto tersimpan.")
    assert keterangan() == ["Foto bersama", "Foto sendiri", "Foto bersama"]
    assert set(Foto.objects.filter(lokasi="Aula").values_list("keterangan", flat=True)) == set(
        keterangan()
    )


def test_what_the_server_would_refuse_is_not_sent(foto, kiriman):
    pilih(foto, berkas("besar.jpg", b"MZ" + bytes(15_000_000)), berkas("IMG_1.jpg"))
    tulis(foto, "besar.jpg", "Foto besar")
    simpan(foto)

    expect(baris(foto, "besar.jpg")).to_contain_text("Ditolak: Berkas ini lebih besar dari 10 MB.")
    expect(baris(foto, "IMG_1.jpg")).to_contain_text("Keterangan belum diisi.")
    assert kiriman == []

    tulis(foto, "IMG_1.jpg", "Foto 1")
    baris(foto, "IMG_1.jpg").get_by_role("button", name="Coba lagi").click()

    expect(baris(foto, "IMG_1.jpg")).to_contain_text(TERSIMPAN)
    assert len(kiriman) == 1


def test_wrong_date_is_told_and_mended_for_all(foto):
    pilih_tiga(foto)
    foto.get_by_label("Tanggal").fill("kemarin")
    simpan(foto)
    expect(foto.get_by_role("status")).to_have_text("3 foto belum terkirim.")
    expect(baris(foto, "IMG_1.jpg")).to_contain_text("Belum terkirim. Isi dengan tanggal")

    foto.get_by_label("Tanggal").fill("7 Februari 2024")
    simpan(foto)

    expect(foto.get_by_role("status")).to_have_text("3 foto tersimpan.")


def test_photos_are_added_and_thrown_away_before_they_are_sent(foto):
    pilih_tiga(foto)
    baris(foto, "IMG_2.jpg").get_by_role("button", name="Buang IMG_2.jpg").click()
    pilih(foto, berkas("IMG_4.jpg"))
    tulis(foto, "IMG_4.jpg", "Foto 4")
    assert foto.locator("[name=berkas]").evaluate("e => e.files.length") == 3
    simpan(foto)

    expect(foto.get_by_role("status")).to_have_text("3 foto tersimpan.")
    assert keterangan() == ["Foto 1", "Foto 3", "Foto 4"]


def test_leaving_asks_only_while_a_photo_is_not_sent(foto):
    assert not foto.evaluate(AKAN_PERINGATKAN)
    pilih(foto, berkas("IMG_1.jpg"), berkas("bukan.jpg", b"MZ program"))
    foto.locator("[name=keterangan]").fill("Foto")
    expect(foto.get_by_role("status")).to_have_text("2 foto dipilih.")
    assert foto.evaluate(AKAN_PERINGATKAN)
    simpan(foto)

    expect(foto.get_by_role("status")).to_have_text("1 foto tersimpan, 1 foto ditolak.")
    assert not foto.evaluate(AKAN_PERINGATKAN)
    foto.get_by_role("link", name="Lihat semua foto").click()
    expect(foto.get_by_role("heading", name="Foto kegiatan")).to_be_visible()


@pytest.mark.parametrize(("lebar", "tinggi"), [(1366, 768), (360, 740)])
def test_rows_are_accessible_and_fit_in_every_state(foto, axe, kiriman, lebar, tinggi):
    foto.set_viewport_size({"width": lebar, "height": tinggi})
    foto.gagal = {3}
    pilih_tiga(foto, IMG_2=b"MZ program")
    pilih(foto, berkas("IMG_4.jpg"))

    def periksa():
        assert axe(foto) == []
        assert foto.evaluate(TARGET_KECIL, 44 if lebar == 360 else 24) == []
        assert foto.evaluate(TEPI_PUCAT) == []
        assert foto.evaluate(LEBIH) <= 0

    periksa()
    simpan(foto)
    expect(foto.get_by_role("status")).to_have_text(
        "1 foto tersimpan, 2 foto belum terkirim, 1 foto ditolak."
    )
    periksa()


def test_photo_chosen_before_the_script_has_come_is_a_row_too(foto):
    ditahan = []
    foto.route("**/js/foto-baru.js", lambda satu: ditahan.append(satu))
    with foto.expect_request("**/js/foto-baru.js"):
        foto.reload(wait_until="commit")
    pilih(foto, berkas("IMG_1.jpg"))
    ditahan[0].continue_()

    expect(baris(foto, "IMG_1.jpg")).to_be_visible()
    expect(foto.get_by_role("status")).to_have_text("1 foto dipilih.")

"""Photos: small before they are sent, without what the camera wrote, upright by one button."""

import io

from PIL import Image
from playwright.sync_api import expect

from lkip.models import Foto
from tests.browser.foto_contoh import GPS, baca, baris, berkas, foto, jepret, pilih, simpan

__all__ = ["foto"]


def test_big_photo_is_shrunk_before_it_is_sent_and_loses_its_place(foto):
    asli = jepret(4000, 3000)
    assert len(asli) > 1_000_000
    pilih(foto, berkas("IMG_1.jpg", asli))
    foto.locator("[name=keterangan]").fill("Pelayanan di loket")

    with foto.expect_request_finished(lambda satu: satu.method == "POST") as kiriman:
        simpan(foto)

    expect(foto.get_by_text("1 foto tersimpan.")).to_be_visible()
    assert kiriman.value.sizes()["requestBodySize"] < 1_000_000
    tersimpan = baca(Foto.objects.get(keterangan="Pelayanan di loket"))
    assert tersimpan.size == (1600, 1200)
    assert not tersimpan.getexif().get_ifd(GPS)


def test_photo_is_replaced_by_one_that_is_shrunk_too(foto):
    pilih(foto, berkas("IMG_1.jpg"))
    foto.locator("[name=keterangan]").fill("Lama")
    simpan(foto)
    foto.get_by_role("link", name="Ubah Lama").click()
    pilih(foto, berkas("IMG_2.jpg", jepret(4000, 3000)))
    expect(foto.get_by_text("Foto siap dikirim")).to_be_visible()
    simpan(foto)

    expect(foto.get_by_text("Tersimpan")).to_be_visible()
    assert baca(Foto.objects.get(keterangan="Lama")).size == (1600, 1200)


def test_photo_is_turned_by_a_button(foto):
    pilih(foto, berkas("IMG_1.jpg"))
    foto.locator("[name=keterangan]").fill("Miring")
    simpan(foto)
    foto.get_by_role("link", name="Ubah Miring").click()
    foto.get_by_role("button", name="Putar ke kanan").click()

    expect(foto.get_by_text("Foto diputar ke kanan.")).to_be_visible()
    satu = Foto.objects.get(keterangan="Miring")
    assert baca(satu).size == (300, 400)
    assert satu.versi == 2


def test_png_without_background_is_white_where_it_is_empty(foto):
    isi = io.BytesIO()
    Image.new("RGBA", (40, 30)).save(isi, "PNG")
    pilih(foto, berkas("bagan.png", isi.getvalue()))
    foto.locator("[name=keterangan]").fill("Bagan")
    simpan(foto)

    expect(foto.get_by_text("1 foto tersimpan.")).to_be_visible()
    assert baca(Foto.objects.get(keterangan="Bagan")).getpixel((20, 15)) == (255, 255, 255)


def test_form_without_photo_is_refused(foto):
    simpan(foto)

    expect(foto.get_by_role("alert")).to_contain_text("Foto belum diisi.")


def test_phone_may_choose_several_from_camera_and_gallery(foto):
    masukan = foto.locator("[name=berkas]")

    assert masukan.get_attribute("accept") == "image/*"
    assert masukan.get_attribute("multiple") is not None
    assert masukan.get_attribute("capture") is None


def test_chosen_photo_is_seen_before_it_is_sent(foto):
    pilih(foto, berkas("IMG_1.jpg"))

    expect(baris(foto, "IMG_1.jpg")).to_contain_text("menjadi")
    terlukis = "e => e.getContext('2d').getImageData(80, 60, 1, 1).data[3]"
    assert baris(foto, "IMG_1.jpg").locator("canvas").evaluate(terlukis) == 255

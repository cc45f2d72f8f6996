"""Photos: small before they are sent, without what the camera wrote, upright by one button."""

import io

import pytest
from PIL import Image
from playwright.sync_api import expect

from lkip.models import Foto
from tests import factories as buat
from tests.browser.halaman_contoh import sign_in

GPS = 0x8825


@pytest.fixture
def foto(live_server, transactional_db, page):
    """The page that adds a photo, as the operator of an office sees it."""
    instansi = buat.make_laporan_lengkap()
    buat.make_pengguna(peran="operator", instansi=instansi, username="operator-foto")
    sign_in(page.context, live_server.url, "operator-foto")
    page.goto(f"{live_server.url}/{instansi.kode}/{buat.TAHUN}/foto/baru/")
    return page


def jepret(lebar, tinggi):
    """A picture as a phone takes it: big, and saying where it was taken."""
    exif = Image.Exif()
    exif.get_ifd(GPS)[1] = "S"
    hasil = io.BytesIO()
    pola = Image.effect_noise((lebar // 20, tinggi // 20), 90).resize((lebar, tinggi))
    pola.convert("RGB").save(hasil, "JPEG", quality=95, exif=exif)
    return hasil.getvalue()


def pilih(page, nama, isi, mime="image/jpeg"):
    berkas = {"name": nama, "mimeType": mime, "buffer": isi}
    page.locator("[name=berkas]").set_input_files(berkas)


def baca(foto):
    with foto.berkas.open() as berkas:
        return Image.open(io.BytesIO(berkas.read()))


def simpan(page):
    page.get_by_role("button", name="Simpan", exact=True).click()


def test_big_photo_is_shrunk_before_it_is_sent_and_loses_its_place(foto):
    asli = jepret(4000, 3000)
    assert len(asli) > 1_000_000
    pilih(foto, "IMG_1.jpg", asli)
    foto.locator("[name=keterangan]").fill("Pelayanan di loket")

    with foto.expect_request_finished(lambda satu: satu.method == "POST") as kiriman:
        simpan(foto)

    expect(foto.get_by_text("Tersimpan")).to_be_visible()
    assert kiriman.value.sizes()["requestBodySize"] < 1_000_000
    tersimpan = baca(Foto.objects.get(keterangan="Pelayanan di loket"))
    assert tersimpan.size == (1600, 1200)
    assert not tersimpan.getexif().get_ifd(GPS)


def test_photo_without_caption_is_refused(foto):
    sebelum = Foto.objects.count()
    pilih(foto, "IMG_1.jpg", jepret(400, 300))
    simpan(foto)

    expect(foto.get_by_role("alert")).to_contain_text("belum diisi")
    assert Foto.objects.count() == sebelum


def test_program_that_calls_itself_a_photo_is_refused(foto):
    sebelum = Foto.objects.count()
    pilih(foto, "foto.jpg", b"MZ" + bytes(15_000_000))
    expect(foto.get_by_text("tidak dapat dibaca sebagai foto")).to_be_visible()
    foto.locator("[name=keterangan]").fill("Bukan foto")
    simpan(foto)

    expect(foto.get_by_role("alert")).to_contain_text("Unggah gambar yang valid")
    assert Foto.objects.count() == sebelum


def test_photo_is_turned_by_a_button(foto):
    pilih(foto, "IMG_1.jpg", jepret(400, 300))
    foto.locator("[name=keterangan]").fill("Miring")
    simpan(foto)
    foto.get_by_role("link", name="Ubah Miring").click()
    foto.get_by_role("button", name="Putar ke kanan").click()

    expect(foto.get_by_text("Foto diputar ke kanan.")).to_be_visible()
    satu = Foto.objects.get(keterangan="Miring")
    assert baca(satu).size == (300, 400)
    assert satu.versi == 2


def test_phone_may_choose_between_camera_and_gallery(foto):
    masukan = foto.locator("[name=berkas]")

    assert masukan.get_attribute("accept") == "image/jpeg,image/png"
    assert masukan.get_attribute("capture") is None

"""What browser tests of photos share: an office, pictures as a phone takes them, and the rows of the page."""

import io

import pytest
from PIL import Image

from tests import factories as buat
from tests.browser.halaman_contoh import sign_in

GPS = 0x8825


@pytest.fixture
def foto(live_server, transactional_db, page):
    """The page that adds photos, as the operator of an office sees it."""
    instansi = buat.make_laporan_lengkap()
    buat.make_pengguna(peran="operator", instansi=instansi, username="operator-foto")
    sign_in(page.context, live_server.url, "operator-foto")
    page.goto(f"{live_server.url}/{instansi.kode}/{buat.TAHUN}/foto/baru/")
    yield page
    page.wait_for_load_state("networkidle")  # pictures that are still asked for need the database


def jepret(lebar, tinggi):
    """A picture as a phone takes it: big, and saying where it was taken."""
    exif = Image.Exif()
    exif.get_ifd(GPS)[1] = "S"
    hasil = io.BytesIO()
    pola = Image.effect_noise((lebar // 20, tinggi // 20), 90).resize((lebar, tinggi))
    pola.convert("RGB").save(hasil, "JPEG", quality=95, exif=exif)
    return hasil.getvalue()


def berkas(nama, isi=None):
    """A file to be chosen; without content a small photo."""
    return {"name": nama, "mimeType": "image/jpeg", "buffer": isi or jepret(400, 300)}


def pilih(page, *semua):
    page.locator("[name=berkas]").set_input_files(list(semua))


def baris(page, nama):
    """The row of a chosen file."""
    return page.locator(".unggahan > li").filter(has_text=nama)


def tulis(page, nama, keterangan):
    baris(page, nama).get_by_label("Keterangan foto ini").fill(keterangan)


def simpan(page):
    page.get_by_role("button", name="Simpan", exact=True).click()


def baca(satu):
    with satu.berkas.open() as isi:
        return Image.open(io.BytesIO(isi.read()))

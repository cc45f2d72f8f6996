"""A working day without JavaScript: sign in, fill in, upload, import, download (CS-03)."""

import io

import pytest
from PIL import Image
from playwright.sync_api import expect

from instansi.models import Instansi
from lkip.models import Foto
from perjanjian.models import Realisasi
from renstra.models import TargetRenstra
from tests.browser.halaman_contoh import AKAR, download_pdf, sign_in
from tests.browser.kisi_contoh import kantor, situs
from tests.browser.test_impor import changed, download, upload

__all__ = ["kantor", "situs"]


@pytest.fixture
def polos(chromium, situs):
    """A page without JavaScript, nobody signed in."""
    context = chromium.new_context(java_script_enabled=False, locale="id-ID")
    yield context.new_page()
    context.close()


@pytest.fixture
def operator(polos, situs):
    sign_in(polos.context, situs, "operator")
    return polos


def simpan(page):
    page.get_by_role("button", name="Simpan", exact=True).click()
    expect(page.get_by_role("status").filter(has_text="Tersimpan")).to_be_visible()


def test_one_signs_in_and_out(polos, situs):
    polos.goto(situs + AKAR)
    polos.get_by_label("Nama pengguna").fill("operator")
    polos.get_by_label("Kata sandi").fill("contoh-lkip-2024")
    polos.get_by_role("button", name="Masuk").click()
    expect(polos).to_have_url(situs + AKAR)

    polos.get_by_role("button", name="Keluar").click()

    expect(polos).to_have_url(f"{situs}/masuk/")


def test_a_form_says_what_is_wrong_and_saves(operator, situs):
    operator.goto(f"{situs}{AKAR}profil/ubah/")
    telepon, nama = operator.get_by_label("Telepon"), operator.get_by_label("Nama", exact=True)
    telepon.fill("(0331) 123456")
    semula = nama.input_value()
    nama.fill("")
    operator.get_by_role("button", name="Simpan", exact=True).click()
    expect(operator.get_by_role("alert")).to_contain_text("belum diisi")
    expect(telepon).to_have_value("(0331) 123456")

    nama.fill(semula)
    simpan(operator)

    assert Instansi.objects.get().telepon == "(0331) 123456"


def test_an_emptied_cell_of_a_grid_is_no_zero(operator, situs):
    target = TargetRenstra.objects.get(indikator__kode="I3", tahun=2026)
    operator.goto(f"{situs}{AKAR}isi/target-renstra/")
    operator.locator(f"#s-{target.indikator_id}-2026").fill("")
    simpan(operator)

    assert not TargetRenstra.objects.filter(pk=target.pk, nilai__isnull=False).exists()
    operator.goto(f"{situs}{AKAR}renstra/")
    baris = operator.get_by_role("row").filter(has_text=target.indikator.nama)
    expect(baris.get_by_text("–").first).to_be_visible()


@pytest.mark.parametrize("banyak", [1, 3])
def test_photos_are_uploaded(operator, situs, banyak):
    isi = io.BytesIO()
    Image.new("RGB", (40, 30)).save(isi, "JPEG")
    operator.goto(f"{situs}{AKAR}foto/baru/")
    berkas = {"name": "a.jpg", "mimeType": "image/jpeg", "buffer": isi.getvalue()}
    operator.locator("[name=berkas]").set_input_files([berkas] * banyak)
    operator.locator("[name=keterangan]").fill("Pelayanan di loket")
    simpan(operator)

    tersimpan = Foto.objects.values_list("keterangan", "urutan")
    assert list(tersimpan) == [("Pelayanan di loket", nomor + 1) for nomor in range(banyak)]


def test_a_workbook_is_downloaded_changed_and_applied(operator, situs):
    operator.goto(f"{situs}{AKAR}impor/")
    upload(operator, changed(download(operator), 83.5))
    operator.get_by_role("button", name="Terapkan").click()

    expect(operator.get_by_role("status")).to_contain_text("3 isian tersimpan")
    assert Realisasi.objects.get(indikator__kode="I2", tahun=2022, triwulan=0).nilai == 83.5


def test_the_pdf_is_downloaded(operator, situs):
    operator.goto(f"{situs}{AKAR}laporan/")

    assert download_pdf(operator).path().read_bytes().startswith(b"%PDF-")

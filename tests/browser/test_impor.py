"""The Excel round trip in a browser: download, change, upload, look, decide (KS-12)."""

import pytest
from playwright.sync_api import expect

from perjanjian.models import Realisasi
from renstra.models import Tujuan
from tests.browser.halaman_contoh import AKAR, failures_of, sign_in
from tests.kantor_contoh import muat_contoh
from tests.lkip.buku_uji import ubah_sel

IMPOR = f"{AKAR}impor/"


@pytest.fixture
def site(live_server, transactional_db):
    """The example office, whose operator is signed in by each test."""
    muat_contoh()
    return live_server.url


@pytest.fixture
def operator(page, site):
    sign_in(page.context, site, "operator")
    page.goto(site + IMPOR)
    return page


def download(page):
    with page.expect_download() as unduhan:
        page.get_by_role("link", name="Unduh isian tahun 2024").click()
    return unduhan.value.path().read_bytes()


def upload(page, isi):
    berkas = {"name": "buku.xlsx", "mimeType": "application/octet-stream", "buffer": isi}
    page.get_by_label("Buku kerja (.xlsx").set_input_files(berkas)
    page.get_by_role("button", name="Unggah dan periksa").click()


def changes(page):
    """The rows of the preview as their cells."""
    baris = page.get_by_role("table").locator("tbody tr")
    return [satu.locator("th, td").all_inner_texts() for satu in baris.all()]


def changed(isi, nilai):
    return ubah_sel(
        isi,
        ("Tujuan", "T1", "Uraian", "Tujuan yang ditulis ulang"),
        ("Realisasi", "I2", "2022", nilai),
        ("Anggaran", "7.01.01.2.02.0001", "Realisasi Operasi", 1_856_039_311),
    )


def test_three_changed_cells_are_shown_and_applied(operator):
    buku = changed(download(operator), 83.5)
    upload(operator, buku)

    expect(operator.get_by_role("caption")).to_have_text("3 isian berubah")
    assert [sel[1:] for sel in changes(operator)] == [
        ["Uraian", Tujuan.objects.get(kode="T1").uraian, "Tujuan yang ditulis ulang"],
        ["2022", "82,27", "83,5"],
        ["Realisasi Operasi", "1.856.039.310", "1.856.039.311"],
    ]

    operator.get_by_role("button", name="Terapkan").click()
    expect(operator.get_by_role("status")).to_contain_text("3 isian tersimpan dari buku kerja.")
    upload(operator, buku)
    expect(operator.get_by_text("Tidak ada yang berubah")).to_be_visible()


def test_batal_changes_nothing(operator):
    sebelum = Realisasi.history.count()
    upload(operator, changed(download(operator), 83.5))

    operator.get_by_role("button", name="Batal").click()

    expect(operator.get_by_role("status")).to_contain_text("tidak ada yang diubah")
    assert Realisasi.history.count() == sebelum
    assert not Tujuan.objects.filter(uraian="Tujuan yang ditulis ulang").exists()


def test_a_wrong_cell_is_named_by_row_and_column(operator):
    upload(operator, changed(download(operator), "96..000"))

    galat = operator.get_by_role("alert")
    expect(galat).to_contain_text("Lembar Realisasi, baris 5, kolom 2022")
    expect(galat).to_contain_text("96..000")
    assert not Tujuan.objects.filter(uraian="Tujuan yang ditulis ulang").exists()


@pytest.mark.parametrize(("width", "height"), [(1366, 768), (360, 740)])
def test_pages_of_import_are_accessible(operator, axe, site, width, height):
    buku = download(operator)
    operator.set_viewport_size({"width": width, "height": height})
    salah = {}
    for nilai in ("96..000", 83.5):
        operator.goto(site + IMPOR)
        upload(operator, changed(buku, nilai))
        salah[nilai] = axe(operator)
        assert operator.evaluate("document.documentElement.scrollWidth") <= width
    salah["sipd"] = failures_of(operator, axe, site, f"{IMPOR}sipd/")

    assert not any(salah.values()), salah

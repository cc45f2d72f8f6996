"""Rows of lists in the browser: new ones once, many from the clipboard, moved, deleted."""

import re

from playwright.sync_api import expect

from instansi.models import Instansi, Sarana, Seksi
from tests.browser.kisi_contoh import (
    AKAR,
    halaman_kisi,
    kabar,
    kantor,
    keyboard_paste,
    lencana,
    masuk,
    situs,
    tempel,
)

__all__ = ["halaman_kisi", "kantor", "situs"]

TERSIMPAN = re.compile(r"Semua perubahan tersimpan \d\d\.\d\d WIB")
BELUM = re.compile("Belum tersimpan")


def test_new_row_is_made_once_and_goes_on_as_itself(halaman_kisi):
    halaman = halaman_kisi("seksi")
    banyak = Seksi.objects.count()
    baru = halaman.locator("tr.baru").first
    baru.locator("[data-kolom=nama]").fill("Seksi Uji")
    halaman.locator("h1").click()
    expect(lencana(halaman)).to_have_text(TERSIMPAN)
    seksi = Seksi.objects.get(nama="Seksi Uji")
    baris = halaman.locator(f"tr[data-baris='{seksi.pk}']")
    expect(baris.get_by_role("rowheader")).to_have_text("Seksi Uji")

    baris.locator("[data-kolom=nama]").fill("Seksi Uji Coba")
    baris.locator("[data-kolom=induk]").select_option("Camat")
    halaman.locator("h1").click()

    expect(lencana(halaman)).to_have_text(TERSIMPAN)
    expect(halaman.locator("tr.baru")).not_to_have_count(0)
    expect(halaman.locator("#hapus-baris option")).to_contain_text(["Seksi Uji"])
    seksi.refresh_from_db()
    assert (seksi.nama, str(seksi.induk), Seksi.objects.count()) == (
        "Seksi Uji Coba",
        "Camat",
        banyak + 1,
    )


def test_rows_below_the_table_come_from_the_clipboard(halaman_kisi):
    halaman = halaman_kisi("seksi")
    nama = "\n".join(f"Seksi {n}" for n in range(1, 6))
    tempel(halaman.locator("tr.baru [data-kolom=nama]").first, nama)

    expect(kabar(halaman)).to_contain_text("5 sel ditempel")
    expect(lencana(halaman)).to_have_text(TERSIMPAN)
    assert Seksi.objects.filter(nama__startswith="Seksi ", nama__lte="Seksi 6").count() >= 5


def test_deleting_a_row_asks_first(halaman_kisi):
    instansi = Instansi.objects.get(kode="35.09.09")
    Seksi.objects.create(instansi=instansi, nama="Seksi Uji", urutan=20)
    halaman = halaman_kisi("seksi")
    halaman.get_by_label("Hapus baris").select_option("Seksi Uji")
    halaman.get_by_role("button", name="Hapus").click()
    dialog = halaman.get_by_role("dialog", name="Hapus baris “Seksi Uji”?")
    dialog.get_by_role("button", name="Batal").click()
    assert Seksi.objects.filter(nama="Seksi Uji").exists()

    halaman.get_by_role("button", name="Hapus").click()
    dialog.get_by_role("button", name="Hapus").click()

    expect(halaman.get_by_text("Baris dihapus.")).to_be_visible()
    assert not Seksi.objects.filter(nama="Seksi Uji").exists()


def telan_jawaban(page):
    """Let the next saving reach the server, and lose what it answers."""

    def simpan_saja(route):
        if route.request.method != "POST":
            return route.continue_()
        route.fetch()
        return route.abort()

    page.route("**/isi/**", simpan_saja, times=1)


def isi_sarana(page, nama):
    baru = page.locator("tr.baru").first
    baru.locator("[data-kolom=nama]").fill(nama)
    baru.locator("[data-kolom=jumlah]").fill("4")
    baru.locator("[data-kolom=satuan]").fill("buah")
    page.locator("h1").click()


def test_new_row_whose_answer_was_lost_is_not_made_twice(halaman_kisi):
    page = halaman_kisi("sarana")
    telan_jawaban(page)
    isi_sarana(page, "Meja uji")
    expect(lencana(page)).to_contain_text("tidak ada koneksi")

    page.get_by_role("button", name="Simpan").click()

    expect(lencana(page)).to_have_text(TERSIMPAN)
    satu = Sarana.objects.get(nama="Meja uji")
    expect(page.locator(f"tr[data-baris='{satu.pk}'] th")).to_contain_text("Meja uji")


def test_new_row_whose_answer_was_lost_in_a_crash_is_not_made_twice(halaman_kisi):
    page = halaman_kisi("sarana")
    telan_jawaban(page)
    isi_sarana(page, "Meja uji")
    expect(lencana(page)).to_contain_text("tidak ada koneksi")
    page.route("**/isi/**", lambda r: r.abort() if r.request.method == "POST" else r.continue_())

    baru = page.context.new_page()
    page.close()
    baru.goto(page.url)
    baru.get_by_role("button", name="Pulihkan").click()

    expect(lencana(baru)).to_have_text(TERSIMPAN)
    assert Sarana.objects.filter(nama="Meja uji").count() == 1


def urutan():
    semua = Sarana.objects.filter(tahun=2024).order_by("urutan", "id")
    return list(semua.values_list("nama", flat=True))


def urutan_tampil(page):
    return [satu.split("\n")[0] for satu in page.locator("tbody th").all_inner_texts()]


def test_row_moves_by_its_button_and_keeps_the_focus(halaman_kisi):
    page = halaman_kisi("sarana")
    awal = urutan()
    page.locator("tbody tr").nth(1).locator("[data-kolom=satuan]").fill("set")
    tombol = page.get_by_role("button", name=f"Naikkan {awal[1]}").first
    tombol.focus()

    page.keyboard.press("Enter")

    expect(kabar(page)).to_have_text("Urutan disimpan.")
    expect(tombol).to_be_focused()
    assert urutan()[:3] == urutan_tampil(page)[:3] == [awal[1], awal[0], awal[2]]
    assert Sarana.objects.filter(nama=awal[1], satuan="set").exists()


def test_row_moves_without_scripts_and_what_was_typed_is_saved(chromium, situs):
    context = chromium.new_context(java_script_enabled=False)
    masuk(context, situs, "operator")
    page = context.new_page()
    page.goto(f"{situs}{AKAR}isi/sarana/")
    awal = urutan()
    page.locator("tbody tr").first.locator("[data-kolom=satuan]").fill("set")
    page.get_by_role("button", name=f"Turunkan {awal[0]}").first.click()

    assert urutan()[:2] == [awal[1], awal[0]]
    page.locator("tbody tr").first.locator("[data-kolom=satuan]").fill("pak")
    page.keyboard.press("Enter")

    expect(page.get_by_text("Tersimpan")).to_be_visible()
    assert urutan()[:2] == [awal[1], awal[0]]
    assert Sarana.objects.get(nama=awal[1], satuan="pak")
    assert Sarana.objects.get(nama=awal[0], satuan="set")
    context.close()


def test_thirty_rows_fill_an_empty_list(halaman_kisi):
    """KS-01, KS-02 on the list of sarana: as many rows as the clipboard has, with their choices."""
    Sarana.objects.all().delete()
    page = halaman_kisi("sarana")
    expect(page.locator("tr.baru")).to_have_count(3)
    isi = [(f"Barang {n}", n, "unit", "Rusak berat" if n % 2 else "Baik") for n in range(1, 31)]
    tempel(
        page.locator("tr.baru [data-kolom=nama]").first,
        "\r\n".join("\t".join(str(sel) for sel in baris) for baris in isi) + "\r\n",
    )

    expect(kabar(page)).to_have_text("120 sel ditempel. Ctrl+Z untuk membatalkan.")
    expect(lencana(page)).to_have_text(TERSIMPAN)
    tersimpan = Sarana.objects.order_by("urutan", "id")
    assert [
        (satu.nama, satu.jumlah, satu.satuan, satu.get_kondisi_display()) for satu in tersimpan
    ] == isi


def test_undone_paste_of_new_rows_leaves_none(halaman_kisi):
    """KS-03 on rows that are not saved yet."""
    page = halaman_kisi("sarana")
    banyak = Sarana.objects.count()
    page.context.set_offline(True)
    tempel(page.locator("tr.baru [data-kolom=nama]").first, "X\t1\tunit\nY\t2\tunit\n")
    expect(lencana(page)).to_have_text(BELUM)

    page.keyboard.press("Control+z")
    page.context.set_offline(False)

    expect(lencana(page)).not_to_have_text(BELUM)
    assert Sarana.objects.count() == banyak


def pilih_menurut_nama(page):
    dialog = page.get_by_role("dialog", name="Cocokkan menurut nama?")
    dialog.get_by_label("Cocokkan menurut nama baris").check()
    dialog.get_by_role("button", name="Lanjutkan").click()


def test_known_names_are_updated_and_others_become_new_rows(halaman_kisi):
    page = halaman_kisi("sarana")
    banyak, awal = Sarana.objects.count(), urutan()
    baris = [(awal[2], 21), (awal[0], 22), (awal[4], 23), ("Barang baru", 24)]
    tempel(
        page.locator("tbody [data-kolom=nama]").first,
        "\n".join(f"{nama}\t{jumlah}" for nama, jumlah in baris),
    )
    pilih_menurut_nama(page)

    expect(kabar(page)).to_have_text("8 sel ditempel. Ctrl+Z untuk membatalkan.")
    expect(lencana(page)).to_have_text(TERSIMPAN)
    assert Sarana.objects.count() == banyak + 1
    for nama, jumlah in baris:
        assert Sarana.objects.filter(nama=nama, jumlah=jumlah).exists(), nama


def test_copied_list_pasted_into_an_empty_one_gives_equal_values(halaman_kisi):
    """KS-11: from the grid of one year into that of another, heads included."""
    page = halaman_kisi("sarana")
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.get_by_role("button", name="Salin tabel").click()
    expect(kabar(page)).to_contain_text("Tabel disalin")
    nilai = ("nama", "jumlah", "satuan", "kondisi", "jumlah_ideal")
    awal = list(Sarana.objects.filter(tahun=2024).order_by("urutan").values_list(*nilai))
    Sarana.objects.all().delete()
    page.reload()

    page.locator("tr.baru [data-kolom=nama]").first.focus()
    keyboard_paste(page)
    pilih_menurut_nama(page)

    expect(lencana(page)).to_have_text(TERSIMPAN)
    assert list(Sarana.objects.filter(tahun=2024).order_by("urutan").values_list(*nilai)) == awal

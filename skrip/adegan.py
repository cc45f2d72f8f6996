"""What the pictures of the user guide show: a page of the example office, and what was done on it."""

from collections.abc import Callable
from dataclasses import dataclass
from io import BytesIO

from openpyxl import Workbook, load_workbook
from playwright.sync_api import Page, expect

AKAR = "/35.09.09/2024/"
TEMPEL = """(kendali, teks) => {
  const isi = new DataTransfer();
  isi.setData("text/plain", teks);
  kendali.dispatchEvent(
    new ClipboardEvent("paste", {clipboardData: isi, bubbles: true, cancelable: true}));
}"""
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@dataclass(frozen=True)
class Adegan:
    """One picture. `siapkan` acts on the page first; `mulai` is the element at its upper edge."""

    nama: str
    alamat: str
    pengguna: str = "operator"
    siapkan: Callable[[Page], None] | None = None
    mulai: str = ""
    lebar: int = 1100
    tinggi: int = 620


def tahun(alamat: str) -> str:
    """The address of a page of the example year."""
    return f"{AKAR}{alamat}"


def tempel_target(page: Page) -> None:
    """Paste the first two rows again, one column too wide, so that nothing changes."""
    baris = page.locator("tbody tr[data-baris]")
    blok = [
        [satu.input_value() for satu in baris.nth(nomor).locator("input[data-kolom]").all()]
        for nomor in (0, 1)
    ]
    pertama = baris.first.locator("input[data-kolom]").first
    pertama.focus()
    pertama.evaluate(TEMPEL, "\n".join("\t".join([*isi, "0"]) for isi in blok))
    expect(page.locator("[data-status]")).to_contain_text("ditempel")


def tempel_inggris(page: Page) -> None:
    """Paste numbers in the English form."""
    kendali = page.locator("tbody input[data-kolom]").nth(7)
    kendali.focus()
    kendali.evaluate(TEMPEL, "84.02\t85.50\n1,234.56\t90")
    page.get_by_role("dialog").wait_for()


def putuskan(page: Page) -> None:
    """Type without a connection."""
    page.context.set_offline(True)
    kendali = page.locator("tbody input[data-kolom=nilai]").first
    kendali.fill("85,5")
    kendali.press("Enter")
    expect(page.locator("[data-lencana]")).to_contain_text("tidak ada koneksi")


def bentrokkan(page: Page) -> None:
    """Type into a cell that the admin changes meanwhile."""
    pilih = "tbody input[data-kolom=nilai]"
    lain = page.context.browser.new_context(locale="id-ID").new_page()
    masuk(lain, page.url, "admin")
    lain.locator(pilih).first.fill("85,4")
    lain.locator(pilih).first.press("Enter")
    expect(lain.locator("[data-lencana]")).to_contain_text("tersimpan")
    lain.context.close()
    page.locator(pilih).first.fill("85,5")
    page.locator(pilih).first.press("Enter")
    page.get_by_role("button", name="Simpan pilihan").scroll_into_view_if_needed()


def unggah_buku(page: Page) -> None:
    """Upload the office's own workbook with three cells changed."""
    with page.expect_download() as unduhan:
        page.get_by_role("link", name="Unduh isian").click()
    buku = load_workbook(BytesIO(unduhan.value.path().read_bytes()))
    for baris in (2, 3, 4):
        lembar = buku["Sarana"]
        jumlah = next(sel.column for sel in lembar[1] if sel.value == "Jumlah")
        lembar.cell(baris, jumlah).value += 1
    unggah(page, buku)


def unggah_sipd(page: Page) -> None:
    """Upload a simple table with the realisasi of two sub kegiatan."""
    buku = Workbook()
    buku.active.title = "Realisasi"
    for baris in (
        ["Kode", "Uraian", "Pagu Murni", "Pagu Perubahan", "Realisasi"],
        ["7.01.01.2.02.0001", "Gaji dan Tunjangan ASN", 2113771967, 2126424182, 1857000000],
        ["7.01.01.2.02.0003", "Verifikasi Keuangan SKPD", 237840000, 237840000, 237500000],
    ):
        buku.active.append(baris)
    unggah(page, buku)


def unggah(page: Page, buku: Workbook) -> None:
    """Upload a workbook and wait for its preview."""
    isi = BytesIO()
    buku.save(isi)
    berkas = {"name": "buku.xlsx", "mimeType": XLSX, "buffer": isi.getvalue()}
    page.locator("input[type=file]").set_input_files(berkas)
    page.get_by_role("button", name="Unggah dan periksa").click()
    page.get_by_role("button", name="Terapkan").wait_for()


def buka_tahun(page: Page) -> None:
    """Open the next year as a copy of this one."""
    page.get_by_role("button", name="Buka tahun").click()
    page.get_by_text("dibuka. Disalin dari").wait_for()


def buka_butir(page: Page) -> None:
    """Open the rows of analysis of the first sasaran."""
    page.locator("tbody th a").nth(1).click()


def masuk(page: Page, alamat: str, pengguna: str, sandi: str = "contoh-lkip-2024") -> None:
    """Sign in as a user does, then open a page."""
    page.goto(alamat)
    page.get_by_label("Nama pengguna").fill(pengguna)
    page.get_by_label("Kata sandi").fill(sandi)
    page.get_by_role("button", name="Masuk").click()
    page.wait_for_url(alamat)


ADEGAN = (
    Adegan("masuk", "/masuk/", pengguna="", tinggi=580),
    Adegan("halaman", tahun("pk/"), tinggi=360),
    Adegan("beranda-operator", tahun("")),
    Adegan("beranda-seksi", tahun(""), pengguna="seksi"),
    Adegan("profil", tahun("profil/ubah/")),
    Adegan("pejabat", tahun("pejabat/"), tinggi=520),
    Adegan("susunan-renstra", tahun("renstra/susunan/"), mulai="h1", tinggi=680),
    Adegan("target-renstra", tahun("isi/target-renstra/"), mulai="h1"),
    Adegan("pk", tahun("pk/"), mulai="h1", tinggi=760),
    Adegan("pk-perubahan", tahun("pk/perubahan/"), mulai="h1"),
    Adegan("realisasi-triwulan", tahun("isi/realisasi-tw-4/"), mulai="h1"),
    Adegan("bukti", tahun("bukti/"), mulai="h1", tinggi=520),
    Adegan("jejak-hitung", tahun("capaian/I2/"), mulai="h1", tinggi=760),
    Adegan("susunan-anggaran", tahun("anggaran/susunan/"), mulai="h1"),
    Adegan("pagu", tahun("isi/pagu/"), mulai="h1"),
    Adegan("anggaran", tahun("anggaran/"), mulai="h1", tinggi=760),
    Adegan("sipd", tahun("impor/sipd/"), siapkan=unggah_sipd, mulai="h1", tinggi=760),
    Adegan("analisis", tahun("analisis/"), mulai="h1"),
    Adegan("analisis-sasaran", tahun("analisis/"), siapkan=buka_butir, mulai="h1"),
    Adegan("naskah", tahun("naskah/penutup/"), mulai="h1"),
    Adegan("pratinjau", tahun("pratinjau/bab-2/"), mulai="h1", tinggi=760),
    Adegan("laporan", tahun("laporan/"), mulai="h1"),
    Adegan("buku-kerja", tahun("impor/"), mulai="h1", tinggi=460),
    Adegan("buku-kerja-pratinjau", tahun("impor/"), siapkan=unggah_buku, mulai="h1", tinggi=460),
    Adegan("tahun-baru", "/35.09.09/tahun/", mulai="h1"),
    Adegan("instansi", "/instansi/", pengguna="admin", tinggi=380),
    Adegan("pengguna", "/pengguna/", pengguna="admin", mulai="h1"),
    Adegan("penilaian", "/penilaian/1/", pengguna="admin", mulai="fieldset:has(fieldset)"),
    Adegan("tempel", tahun("isi/target-renstra/"), siapkan=tempel_target, mulai="h1", tinggi=760),
    Adegan("format-angka", tahun("isi/target-renstra/"), siapkan=tempel_inggris, mulai="h1"),
    Adegan("ponsel", tahun("isi/realisasi-tw-4/"), mulai="h1", lebar=360, tinggi=740),
    Adegan("koneksi-putus", tahun("isi/realisasi-tw-4/"), siapkan=putuskan, mulai="h1", tinggi=480),
    Adegan("bentrok", tahun("isi/realisasi-tw-4/"), siapkan=bentrokkan, mulai="h1"),
    Adegan("beranda-tahun-baru", "/35.09.09/tahun/", siapkan=buka_tahun, mulai="h1"),
)

"""From an empty installation to the printed LKIP, in the browser alone."""

import io
import re

import pytest
from PIL import Image
from playwright.sync_api import expect
from pypdf import PdfReader

from instansi.models import Pengguna
from tests import factories as buat
from tests.browser.halaman_contoh import download_pdf

KANTOR = "/35.09.10/2025/"


@pytest.fixture
def site(live_server, transactional_db):
    Pengguna.objects.create_superuser("pertama", password=buat.KATA_SANDI)
    return live_server.url


class Langkah:
    """The hands of a user: follow links, fill fields by their names, save."""

    def __init__(self, page, site):
        self.page, self.site = page, site

    def buka(self, alamat):
        self.page.goto(self.site + KANTOR + alamat)

    def ikuti(self, *tautan):
        for nama in tautan:
            self.page.get_by_role("link", name=nama, exact=True).first.click()

    def simpan(self, tombol="Simpan", **isian):
        for nama, isi in isian.items():
            bidang = self.page.locator(f"[name={nama}]").first
            if bidang.get_attribute("type") == "checkbox":
                bidang.set_checked(isi)
            else:
                bidang.fill(isi)
        self.page.get_by_role("button", name=tombol, exact=True).first.click()

    def isi_kisi(self, nama, sel):
        """Fill cells of a grid by their labels and wait until the badge says that they are kept."""
        self.buka(f"isi/{nama}/")
        for label, isi in sel.items():
            kendali = self.page.get_by_label(label, exact=True).first
            if kendali.evaluate("satu => satu.tagName") == "SELECT":
                kendali.select_option(label=isi)
            else:
                kendali.fill(isi)
        self.page.get_by_role("button", name="Simpan", exact=True).click()
        expect(self.page.locator("[data-lencana]")).to_contain_text("Semua perubahan tersimpan")


def masuk(page, site, nama, sandi):
    page.goto(site)
    page.get_by_label("Nama pengguna").fill(nama)
    page.get_by_label("Kata sandi").fill(sandi)
    page.get_by_role("button", name="Masuk").click()


def dirikan_kantor(langkah):
    langkah.simpan(
        kode="35.09",
        nama="Kabupaten Contoh",
        provinsi="Jawa Timur",
        jabatan_kepala="Bupati Contoh",
    )
    langkah.simpan(
        kode="35.09.10",
        nama="Kecamatan Mawar",
        jabatan_pimpinan="Camat Mawar",
        alamat="Jalan Mawar 1",
        tempat="Mawar",
        dasar_organisasi="Peraturan Bupati Nomor 1 Tahun 2022",
    )
    langkah.simpan("Buka tahun", tahun="2025")
    langkah.ikuti("Susunan organisasi")
    langkah.isi_kisi("seksi", {"Nama unit, Baris baru": "Seksi Pelayanan"})


def tambah_operator(page, langkah):
    """Let the admin make the operator, who sets a password at the link and signs in."""
    page.goto(langkah.site)
    langkah.ikuti("Daftar instansi") if page.url.endswith(KANTOR) else None
    langkah.ikuti("Pengguna", "Tambah pengguna Kabupaten Contoh")
    page.get_by_label("Peran").select_option(label="Operator")
    page.get_by_label("Instansi").select_option(label="Kecamatan Mawar")
    langkah.simpan(nama="Siti Aminah", username="siti")
    tautan = page.locator("#tautan").inner_text()
    page.get_by_role("button", name="Keluar").click()
    page.goto(tautan)
    sandi = "kembang-setaman-7"
    langkah.simpan("Simpan kata sandi", new_password1=sandi, new_password2=sandi)
    masuk(page, langkah.site, "siti", sandi)


def isi_pejabat(langkah):
    langkah.buka("")
    langkah.ikuti("Pejabat", "Tambah pejabat")
    langkah.simpan(
        gelar_depan="Drs.",
        nama="Budi Santoso",
        nip="19670624 198803 1 002",
        pangkat="Pembina (IV/a)",
        jabatan="Camat Mawar",
        mulai="01/01/2024",
    )


def isi_kepala_daerah(langkah):
    langkah.buka("pejabat/")
    langkah.ikuti("Tambah kepala daerah")
    langkah.simpan(nama="Ani Wijaya", mulai="1 Februari 2021")


def susun_renstra(langkah):
    langkah.buka("")
    langkah.ikuti("Renstra")
    langkah.simpan(tahun_awal="2025", tahun_akhir="2029", dasar_hukum="Peraturan Camat 1/2025")
    langkah.ikuti("Tambah tujuan")
    langkah.simpan(uraian="Meningkatnya mutu pelayanan")
    langkah.ikuti("Tambah sasaran pada tujuan T1")
    langkah.simpan(uraian="Meningkatnya kepuasan masyarakat")
    langkah.ikuti("Tambah indikator pada sasaran S1")
    langkah.simpan(nama="Indeks kepuasan", satuan="Nilai", rumus="Survei", sumber_data="Survei")
    langkah.ikuti("Tambah indikator pada sasaran S1")
    langkah.simpan(
        nama="Keluhan yang ditangani",
        satuan="%",
        rasio=True,
        label_pembilang="ditangani",
        label_penyebut="masuk",
    )
    langkah.isi_kisi(
        "target-renstra",
        {
            "2025, Indeks kepuasan": "80",
            "2029, Indeks kepuasan": "90",
            "2025, Keluhan yang ditangani": "50",
            "2029, Keluhan yang ditangani": "100",
        },
    )


def berjanji(langkah):
    langkah.buka("")
    langkah.ikuti("Rencana Kinerja Tahunan")
    langkah.simpan(nomor="050/1/2025", tanggal="2 Januari 2025")
    langkah.buka("")
    langkah.ikuti("Perjanjian Kinerja 2025")
    langkah.simpan(nomor="050/2/2025", tanggal="3 Januari 2025")


def anggarkan(langkah):
    langkah.buka("anggaran/")
    langkah.ikuti("Ubah program dan kegiatan", "Tambah program")
    langkah.simpan(kode="7.01.02", nama="Program Pelayanan Publik")
    langkah.ikuti("Tambah kegiatan pada 7.01.02")
    langkah.simpan(kode="7.01.02.2.01", nama="Koordinasi Pelayanan")
    langkah.ikuti("Tambah sub kegiatan pada 7.01.02.2.01")
    langkah.simpan(kode="7.01.02.2.01.0001", nama="Survei Kepuasan")
    sub = "7.01.02.2.01.0001 Survei Kepuasan"
    langkah.isi_kisi("pagu", {f"APBD murni Belanja Operasi, {sub}": "Rp 100.000.000"})
    langkah.isi_kisi(
        "program-sasaran",
        {"S1 Meningkatnya kepuasan masyarakat, Program Pelayanan Publik": "100"},
    )
    langkah.isi_kisi(
        "keluaran",
        {
            f"Indikator keluaran, {sub}": "Jumlah dokumen survei",
            f"Satuan, {sub}": "Dokumen",
            f"Target, {sub}": "2",
            f"Realisasi, {sub}": "2",
        },
    )
    langkah.isi_kisi("realisasi-anggaran", {f"Triwulan IV Belanja Operasi, {sub}": "95.500.000"})


def ukur(langkah):
    langkah.isi_kisi(
        "realisasi-tw-4",
        {
            "Realisasi Nilai, Indeks kepuasan": "82,4",
            "Realisasi Pembilang, Keluhan yang ditangani": "9",
            "Realisasi Penyebut, Keluhan yang ditangani": "20",
        },
    )
    langkah.isi_kisi(
        "pembanding-nasional",
        {"Alasan tidak ada pembanding, Indeks kepuasan": "belum diterbitkan"},
    )
    langkah.buka("analisis/")
    langkah.ikuti("Meningkatnya kepuasan masyarakat")
    kisi = re.search(r"isi/([^/]+)/", langkah.page.url)[1]
    langkah.isi_kisi(
        kisi,
        {
            "Jenis, Baris baru": "Faktor penghambat",
            "Uraian, Baris baru": "Petugas loket kurang",
        },
    )


def tulis(langkah):
    langkah.buka("naskah/penutup/")
    langkah.page.locator(".ProseMirror").fill("Laporan ini disusun apa adanya.")
    langkah.page.get_by_role("button", name="Simpan", exact=True).first.click()
    expect(langkah.page.locator("[data-lencana]")).to_contain_text("Semua perubahan tersimpan")
    gambar = io.BytesIO()
    Image.new("RGB", (400, 300), "teal").save(gambar, "JPEG")
    berkas = {"name": "loket.jpg", "mimeType": "image/jpeg", "buffer": gambar.getvalue()}
    langkah.buka("foto/")
    langkah.ikuti("Tambah foto")
    langkah.page.locator("[name=berkas]").set_input_files(berkas)
    expect(langkah.page.get_by_role("status")).to_have_text("1 foto dipilih.")
    langkah.simpan(keterangan="Pelayanan di loket")
    expect(langkah.page.get_by_role("status")).to_have_text("1 foto tersimpan.")
    langkah.ikuti("Lihat semua foto", "Tambah lampiran")
    langkah.simpan(judul="Piagam pelayanan prima")


def baca_pdf(langkah):
    langkah.buka("")
    langkah.ikuti("Laporan")
    berkas = download_pdf(langkah.page).path()
    teks = "\n".join(satu.extract_text() for satu in PdfReader(berkas).pages)
    return " ".join(teks.split())


def test_new_office_gets_from_nothing_to_its_printed_lkip(page, site):
    langkah = Langkah(page, site)
    page.set_default_timeout(10_000)
    masuk(page, site, "pertama", buat.KATA_SANDI)
    dirikan_kantor(langkah)
    isi_kepala_daerah(langkah)
    tambah_operator(page, langkah)
    isi_pejabat(langkah)
    susun_renstra(langkah)
    berjanji(langkah)
    anggarkan(langkah)
    ukur(langkah)
    tulis(langkah)

    teks = baca_pdf(langkah)

    for bagian in (
        "KECAMATAN MAWAR",
        "Drs. Budi Santoso",
        "19670624 198803 1 002",
        "050/2/2025",
        "Indeks kepuasan Nilai 80 82,4 103,00",
        "Keluhan yang ditangani % 50 45 90,00",  # 9 of 20
        "Program Pelayanan Publik 100.000.000 95.500.000 95,50",
        "Petugas loket kurang",
        "Laporan ini disusun apa adanya.",
        "Pelayanan di loket",
        "Piagam pelayanan prima",
    ):
        assert bagian.casefold() in teks.casefold(), bagian

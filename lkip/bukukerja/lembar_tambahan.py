"""Sheets on plan, results and report that a workbook has only where they say something."""

from anggaran.kode import normalkan_kode
from lkip.bukukerja.jenis import Bulat, Pilihan, Rupiah, Tanda, Tanggal, Teks
from lkip.bukukerja.kolom import Kolom, Lembar
from lkip.bukukerja.umum import KODE, KODE_INDIKATOR, PANJANG, TAHUN, TARGET
from lkip.isi.anggaran import JenisBelanja
from lkip.models import ButirAnalisis, Lampiran

# The column of each kind of belanja on the sheet Realisasi Anggaran.
KOLOM_JENIS = {jenis.label.removeprefix("Belanja "): jenis for jenis in JenisBelanja}
JENIS_BIASA = (JenisBelanja.OPERASI, JenisBelanja.MODAL)
KODE_ANGGARAN = Teks(30, normalkan_kode)

LEMBAR_TAMBAHAN = (
    Lembar(
        "Target RKT",
        (KODE_INDIKATOR, Kolom("Target", TARGET)),
        ("Kode Indikator",),
        nilai_saja=True,
        tambahan=True,
    ),
    Lembar(
        "Sasaran RPJMD",
        (
            Kolom("Nomor", Bulat(1), "urutan", wajib=True),
            Kolom("Uraian", Teks(500), "uraian", wajib=True),
            Kolom("Indikator", Teks(300), "indikator"),
        ),
        ("Nomor",),
        tambahan=True,
    ),
    Lembar(
        "Penetapan IKU",
        (
            Kolom("Tahun", TAHUN, "tahun", wajib=True),
            Kolom("Nomor", Teks(100), "nomor", wajib=True),
            Kolom("Tanggal", Tanggal(), "tanggal", wajib=True),
        ),
        ("Tahun",),
        tambahan=True,
    ),
    Lembar(
        "Catatan Tahunan",
        (
            KODE_INDIKATOR,
            Kolom("Tahun", TAHUN, wajib=True),
            Kolom("Pendukung", Teks(PANJANG)),
            Kolom("Penghambat", Teks(PANJANG)),
            Kolom("Tindak Lanjut", Teks(PANJANG)),
            Kolom("Data Tahun Sebelumnya", Tanda()),
        ),
        ("Kode Indikator", "Tahun"),
        nilai_saja=True,
        tambahan=True,
    ),
    Lembar(
        "Realisasi Anggaran",
        (
            Kolom("Kode", KODE_ANGGARAN, wajib=True),
            Kolom("Triwulan", Bulat(1, 4), wajib=True),
            *(
                Kolom(nama, Rupiah(), tambahan=jenis not in JENIS_BIASA)
                for nama, jenis in KOLOM_JENIS.items()
            ),
        ),
        ("Kode", "Triwulan"),
        nilai_saja=True,
        tambahan=True,
    ),
    Lembar(
        "Analisis",
        (
            Kolom("Induk", KODE, wajib=True),
            Kolom(
                "Jenis",
                Pilihan(dict(ButirAnalisis.Jenis.choices), berlabel=True),
                "jenis",
                wajib=True,
            ),
            Kolom("Uraian", Teks(2000), "uraian", wajib=True),
            Kolom("Penanggung Jawab", Teks(150), "penanggung_jawab"),
            Kolom("Tenggat", Tanggal(), "tenggat"),
            Kolom("Perlu Dikonfirmasi", Tanda(), tambahan=True),
        ),
        ("Induk", "Jenis"),
        berulang=True,
        tambahan=True,
    ),
    Lembar(
        "Bukti",
        (
            Kolom("Kode Indikator", KODE),
            Kolom("Tahun", TAHUN),
            Kolom("Triwulan", Bulat(0, 4)),
            Kolom("Kode Sub Kegiatan", KODE_ANGGARAN),
            Kolom("Nama", Teks(200), "nama", wajib=True),
            Kolom("Tautan", Teks(200), "tautan", wajib=True),
            Kolom("Halaman", Teks(60), "halaman"),
        ),
        ("Kode Indikator", "Tahun", "Triwulan", "Kode Sub Kegiatan", "Nama"),
        berulang=True,
        tambahan=True,
    ),
    Lembar(
        "Lampiran",
        (
            Kolom(
                "Jenis",
                Pilihan(dict(Lampiran.Jenis.choices), berlabel=True),
                "jenis",
                kosong="lain",
            ),
            Kolom("Judul", Teks(200), "judul", wajib=True),
            Kolom("Keterangan", Teks(PANJANG), "keterangan"),
        ),
        ("Jenis", "Judul"),
        berulang=True,
        tambahan=True,
    ),
)

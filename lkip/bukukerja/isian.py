"""The lines of the sheet Instansi, which stands on its side: one row for each of these."""

from instansi.models import Instansi
from lkip.bukukerja.jenis import Angka, Bulat, Tanggal, Teks, YaTidak
from lkip.bukukerja.kinerja import Kinerja
from lkip.bukukerja.kolom import Kolom
from lkip.bukukerja.skala import rapikan_kode, rapikan_skala
from lkip.bukukerja.umum import PANJANG, TAHUN, pilihan
from lkip.capaian import CaraRataRata, FormulaNegatif

INSTANSI = "Instansi"
JUDUL_INSTANSI = ("Isian", "Nilai")

# Lines of other records than the office, with the field of each.
BIDANG_PEMDA = {
    "Kode Pemda": "kode",
    "Pemda": "nama",
    "Provinsi": "provinsi",
    "Jabatan Atasan": "jabatan_kepala",
}
BIDANG_RENSTRA = {
    "Perubahan Renstra Ke": "perubahan_ke",
    "Renstra Berlaku Mulai": "berlaku_mulai",
    "Dasar Renstra": "dasar_hukum",
    "Tanggal Renstra": "ditetapkan",
    "Visi RPJMD": "visi",
    "Misi RPJMD": "misi",
    "Tujuan RPJMD": "tujuan_rpjmd",
}
BIDANG_PROFIL = {
    "Dasar Penilaian": "dasar_hukum",
    "Cara Rata-rata": "cara_rata_rata",
    "Formula Negatif": "formula_negatif",
    "Desimal Persentase": "desimal",
    "Ambang Serapan": "ambang_serapan",
    "Kolom PMK": "kolom_pmk",
    "Tenggat Bulan": "tenggat_bulan",
    "Tenggat Hari": "tenggat_hari",
    "Hari PK": "hari_pk",
    "Hari Triwulan": "hari_triwulan",
}
BIDANG_RKT = {"Nomor RKT": "nomor", "Tanggal RKT": "tanggal"}
PIMPINAN = {"nama": "Nama Pimpinan", "nip": "NIP Pimpinan", "pangkat": "Pangkat Pimpinan"}
ATASAN = {"nama": "Nama Atasan"}

ISIAN = (
    Kolom("Kode", Teks(30), "kode", wajib=True),
    Kolom("Nama", Teks(150), "nama", wajib=True),
    Kolom("Pemda", Teks(100), wajib=True),
    Kolom("Provinsi", Teks(100), wajib=True),
    Kolom("Alamat", Teks(200), "alamat"),
    Kolom("Telepon", Teks(30), "telepon"),
    Kolom("Email", Teks(254), "email"),
    Kolom("Jabatan Pimpinan", Teks(100), "jabatan_pimpinan"),
    Kolom("Nama Pimpinan", Teks(190)),
    Kolom("NIP Pimpinan", Teks(18, lambda teks: "".join(teks.split()))),
    Kolom("Pangkat Pimpinan", Teks(60)),
    Kolom("Jabatan Atasan", Teks(100)),
    Kolom("Nama Atasan", Teks(190)),
    Kolom("Periode Awal", TAHUN, wajib=True),
    Kolom("Periode Akhir", TAHUN, wajib=True),
    Kolom("Tahun", TAHUN, wajib=True),
    Kolom("Skala", Teks(300, rapikan_skala)),
    Kolom("Batas Capaian", Kinerja("tanpa batas")),
    Kolom("Laman", Teks(200), "laman", tambahan=True),
    Kolom("Tempat", Teks(60), "tempat", tambahan=True),
    Kolom("Zona Waktu", pilihan(*Instansi.ZonaWaktu.values), "zona_waktu", tambahan=True),
    Kolom("Dasar Organisasi", Teks(300), "dasar_organisasi", tambahan=True),
    Kolom("Tanggal LKIP", Tanggal(), tambahan=True),
    Kolom("Nomor RKT", Teks(100), tambahan=True),
    Kolom("Tanggal RKT", Tanggal(), tambahan=True),
    Kolom("Kode Pemda", Teks(5), tambahan=True),
    Kolom("Perubahan Renstra Ke", Bulat(), tambahan=True),
    Kolom("Renstra Berlaku Mulai", TAHUN, tambahan=True),
    Kolom("Dasar Renstra", Teks(300), tambahan=True),
    Kolom("Tanggal Renstra", Tanggal(), tambahan=True),
    Kolom("Visi RPJMD", Teks(PANJANG), tambahan=True),
    Kolom("Misi RPJMD", Teks(PANJANG), tambahan=True),
    Kolom("Tujuan RPJMD", Teks(PANJANG), tambahan=True),
    Kolom("Dasar Penilaian", Teks(300), tambahan=True),
    Kolom("Kode Predikat", Teks(200, rapikan_kode), tambahan=True),
    Kolom("Cara Rata-rata", pilihan(*(satu.value for satu in CaraRataRata)), tambahan=True),
    Kolom("Formula Negatif", pilihan(*(satu.value for satu in FormulaNegatif)), tambahan=True),
    Kolom("Desimal Persentase", Bulat(0, 4), tambahan=True),
    Kolom("Ambang Serapan", Angka(2), tambahan=True),
    Kolom("Kolom PMK", YaTidak(), tambahan=True),
    Kolom("Tenggat Bulan", Bulat(1, 12), tambahan=True),
    Kolom("Tenggat Hari", Bulat(1, 28), tambahan=True),
    Kolom("Hari PK", Bulat(1, 90), tambahan=True),
    Kolom("Hari Triwulan", Bulat(1, 90), tambahan=True),
)
# What belongs to the whole pemda; who works for one office only may not change it.
MILIK_PEMDA = (
    *BIDANG_PEMDA,
    "Nama Atasan",
    "Skala",
    "Batas Capaian",
    "Kode Predikat",
    *BIDANG_PROFIL,
)
# Lines that say nothing when they are empty.
TETAP = frozenset(
    {"Nama Pimpinan", "Nama Atasan", "Jabatan Atasan", "Skala", "Batas Capaian", "Kode Predikat"}
    | {"Tempat", "Zona Waktu", "Tanggal LKIP", "Nomor RKT", "Tanggal RKT", "Kode Pemda"}
    | {"Perubahan Renstra Ke", "Dasar Renstra", *BIDANG_PROFIL}
)

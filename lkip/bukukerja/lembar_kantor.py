"""Sheets of the office beyond its identity: units, officials, tugas, and the area."""

from instansi.models import Pejabat, Potensi, UraianTugas
from lkip.bukukerja.jenis import Angka, Bulat, Pilihan, Tanggal, Teks, YaTidak
from lkip.bukukerja.kolom import Kolom, Lembar
from lkip.bukukerja.umum import PANJANG, TAHUN

NOMOR = Bulat(1)
JIWA = Bulat(maksimum=2_000_000_000)
BATAS = ("Utara", "Timur", "Selatan", "Barat")

LEMBAR_KANTOR = (
    Lembar(
        "Unit Organisasi",
        (
            Kolom("Nama", Teks(150), "nama", wajib=True),
            Kolom("Unit Atasan", Teks(150)),
        ),
        ("Nama",),
        tambahan=True,
    ),
    Lembar(
        "Pejabat",
        (
            Kolom(
                "Peran", Pilihan(dict(Pejabat.Peran.choices), berlabel=True), "peran", wajib=True
            ),
            Kolom("Unit", Teks(150)),
            Kolom("Gelar Depan", Teks(30), "gelar_depan"),
            Kolom("Nama", Teks(100), "nama", wajib=True),
            Kolom("Gelar Belakang", Teks(60), "gelar_belakang"),
            Kolom("NIP", Teks(18, lambda teks: "".join(teks.split())), "nip"),
            Kolom("Pangkat", Teks(60), "pangkat"),
            Kolom("Jabatan", Teks(100), "jabatan", wajib=True),
            Kolom(
                "Sifat",
                Pilihan(dict(Pejabat.Sifat.choices), berlabel=True),
                "sifat",
                kosong="definitif",
            ),
            Kolom("Mulai", Tanggal(), "mulai", wajib=True),
            Kolom("Selesai", Tanggal(), "selesai"),
        ),
        ("Peran", "Unit", "Mulai"),
        berulang=True,
        tambahan=True,
    ),
    Lembar(
        "Uraian Tugas",
        (
            Kolom(
                "Jenis",
                Pilihan(dict(UraianTugas.Jenis.choices), berlabel=True),
                "jenis",
                wajib=True,
            ),
            Kolom("Nomor", NOMOR, "urutan", wajib=True),
            Kolom("Uraian", Teks(500), "uraian", wajib=True),
        ),
        ("Jenis", "Nomor"),
        tambahan=True,
    ),
    Lembar(
        "Profil Wilayah",
        (
            Kolom("Tahun", TAHUN, "tahun", wajib=True),
            Kolom("Luas", Angka(2), "luas_km2"),
            Kolom("Penduduk Laki-laki", JIWA, "laki_laki"),
            Kolom("Penduduk Perempuan", JIWA, "perempuan"),
            *(Kolom(f"Batas {satu}", Teks(150), f"batas_{satu.lower()}") for satu in BATAS),
            Kolom("Sumber", Teks(150), "sumber"),
        ),
        ("Tahun",),
        tambahan=True,
    ),
    Lembar(
        "Mata Pencaharian",
        (
            Kolom("Tahun", TAHUN, wajib=True),
            Kolom("Nama", Teks(100), "nama", wajib=True),
            Kolom("Jumlah", JIWA, "jumlah", wajib=True),
        ),
        ("Tahun", "Nama"),
        tambahan=True,
    ),
    Lembar(
        "Desa",
        (
            Kolom("Nama", Teks(100), "nama", wajib=True),
            Kolom("Kelurahan", YaTidak(), "kelurahan", kosong=False),
        ),
        ("Nama", "Kelurahan"),
        tambahan=True,
    ),
    Lembar(
        "Potensi",
        (
            Kolom(
                "Jenis", Pilihan(dict(Potensi.Jenis.choices), berlabel=True), "jenis", wajib=True
            ),
            Kolom("Nama", Teks(150), "nama", wajib=True),
            Kolom("Desa", Teks(110)),
            Kolom("Uraian", Teks(PANJANG), "uraian"),
        ),
        ("Jenis", "Nama"),
        tambahan=True,
    ),
    Lembar(
        "Isu Strategis",
        (
            Kolom("Nomor", NOMOR, "urutan", wajib=True),
            Kolom("Uraian", Teks(500), "uraian", wajib=True),
        ),
        ("Nomor",),
        tambahan=True,
    ),
)

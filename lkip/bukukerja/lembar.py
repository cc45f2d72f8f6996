"""The one description of the workbook: its sheets, their columns, and what a cell may hold."""

from decimal import Decimal

from instansi.models import RincianSDM, Sarana
from lkip.bukukerja.isian import INSTANSI, ISIAN, TETAP
from lkip.bukukerja.jenis import (
    Angka,
    Bulat,
    Pilihan,
    Rupiah,
    Tanda,
    Tanggal,
    Teks,
    YaTidak,
)
from lkip.bukukerja.kinerja import Kinerja
from lkip.bukukerja.kolom import Kolom, Lembar
from lkip.bukukerja.lembar_kantor import LEMBAR_KANTOR
from lkip.bukukerja.lembar_tambahan import (
    JENIS_BIASA,
    KODE_ANGGARAN,
    KOLOM_JENIS,
    LEMBAR_TAMBAHAN,
)
from lkip.bukukerja.umum import (
    JENIS_PK,
    KODE,
    KODE_INDIKATOR,
    PANJANG,
    REALISASI,
    TAHUN,
    TARGET,
    pilihan,
)
from lkip.capaian import Akumulasi, FormulaNegatif, Polaritas
from lkip.huruf import SKALA_HURUF
from lkip.isi.anggaran import JenisBelanja, Tahap
from lkip.models import Pembanding
from lkip.naskah import BAGIAN

PANDUAN = "Panduan"  # explains the others; an import passes over it
# The column of each amount: budget version (None for realisasi) and kind of belanja.
KOLOM_UANG: dict[str, tuple[Tahap | None, JenisBelanja]] = {
    f"{apa} {nama}": (tahap, jenis)
    for apa, tahap in (
        ("Pagu Murni", Tahap.MURNI),
        ("Pagu Perubahan", Tahap.PERUBAHAN),
        ("Realisasi", None),
    )
    for nama, jenis in KOLOM_JENIS.items()
}
UANG = tuple(KOLOM_UANG)

LEMBAR = (
    Lembar(INSTANSI, ISIAN, ()),
    Lembar(
        "Tujuan",
        (
            Kolom("Kode", KODE, "kode", wajib=True),
            Kolom("Uraian", Teks(500), "uraian", wajib=True),
            Kolom("Sasaran RPJMD", Bulat(1), tambahan=True),
        ),
        ("Kode",),
    ),
    Lembar(
        "Sasaran",
        (
            Kolom("Kode", KODE, "kode", wajib=True),
            Kolom("Kode Tujuan", KODE, "tujuan", wajib=True),
            Kolom("Uraian", Teks(500), "uraian", wajib=True),
            Kolom("Strategi", Teks(PANJANG), "strategi"),
            Kolom("Kebijakan", Teks(PANJANG), "kebijakan"),
        ),
        ("Kode",),
    ),
    Lembar(
        "Indikator",
        (
            Kolom("Kode", KODE, "kode", wajib=True),
            Kolom("Induk", KODE, wajib=True),
            Kolom("Nama", Teks(300), "nama", wajib=True),
            Kolom("Satuan", Teks(40), "satuan", wajib=True),
            Kolom(
                "Polaritas",
                pilihan(*(satu.value for satu in Polaritas)),
                "polaritas",
                kosong="positif",
            ),
            Kolom(
                "Akumulasi",
                pilihan(*(satu.value for satu in Akumulasi)),
                "akumulasi",
                kosong="terakhir",
            ),
            Kolom("IKU", YaTidak(), "iku", kosong=True),
            Kolom("Rumus", Teks(PANJANG), "rumus"),
            Kolom("Penjelasan", Teks(PANJANG), "penjelasan"),
            Kolom("Penanggung Jawab", Teks(2000)),
            Kolom("Sumber Data", Teks(200), "sumber_data"),
            Kolom("Batas Maksimum", Angka(), "batas_maksimum"),
            Kolom("Skala Huruf", pilihan(*SKALA_HURUF), "skala_huruf"),
            Kolom("Rasio", YaTidak(), "rasio", tambahan=True),
            Kolom("Faktor", Angka(2), "faktor", tambahan=True),
            Kolom("Label Pembilang", Teks(200), "label_pembilang", tambahan=True),
            Kolom("Label Penyebut", Teks(200), "label_penyebut", tambahan=True),
            Kolom(
                "Formula Negatif",
                pilihan(*(satu.value for satu in FormulaNegatif)),
                "formula_negatif",
                tambahan=True,
            ),
        ),
        ("Kode",),
    ),
    Lembar(
        "Target Renstra", (KODE_INDIKATOR,), ("Kode Indikator",), tahunan=TARGET, nilai_saja=True
    ),
    Lembar("Realisasi", (KODE_INDIKATOR,), ("Kode Indikator",), tahunan=REALISASI, nilai_saja=True),
    Lembar(
        "Realisasi Triwulan",
        (
            KODE_INDIKATOR,
            Kolom("Tahun", TAHUN, wajib=True),
            Kolom("Triwulan", Bulat(1, 4), wajib=True),
            Kolom("Target", TARGET),
            Kolom("Pembilang", Angka(), "pembilang"),
            Kolom("Penyebut", Angka(), "penyebut"),
            Kolom("Nilai", Kinerja("tidak ada kejadian")),
            Kolom("Pendukung", Teks(PANJANG), "pendukung"),
            Kolom("Penghambat", Teks(PANJANG), "penghambat"),
            Kolom("Tindak Lanjut", Teks(PANJANG), "tindak_lanjut"),
            Kolom("Rencana Aksi", Teks(500), tambahan=True),
            Kolom("Unit Rencana Aksi", Teks(150), tambahan=True),
            Kolom("Data Tahun Sebelumnya", Tanda(), tambahan=True),
        ),
        ("Kode Indikator", "Tahun", "Triwulan"),
        nilai_saja=True,
    ),
    Lembar(
        "PK",
        (
            Kolom("Jenis", JENIS_PK, "jenis", wajib=True),
            Kolom("Nomor", Teks(100), "nomor"),
            Kolom("Tanggal", Tanggal(), "tanggal"),
            Kolom("Alasan", Teks(PANJANG), "alasan"),
            Kolom("Tahap Anggaran", JENIS_PK, "tahap_anggaran", tambahan=True),
        ),
        ("Jenis",),
    ),
    Lembar(
        "Target PK",
        (
            Kolom("Jenis", JENIS_PK, wajib=True),
            KODE_INDIKATOR,
            Kolom("Target", TARGET),
        ),
        ("Jenis", "Kode Indikator"),
        nilai_saja=True,
    ),
    Lembar(
        "Anggaran",
        (
            Kolom("Kode", KODE_ANGGARAN, "kode", wajib=True),
            Kolom("Uraian", Teks(300), "nama"),
            Kolom("Indikator", Teks(300), "indikator"),
            Kolom("Satuan", Teks(40), "satuan"),
            Kolom("Target", Angka(), "target"),
            Kolom("Realisasi Keluaran", Angka(), "realisasi"),
            *(Kolom(nama, Rupiah()) for nama in UANG if KOLOM_UANG[nama][1] in JENIS_BIASA),
            Kolom("Catatan", Teks(PANJANG), "catatan"),
            *(
                Kolom(nama, Rupiah(), tambahan=True)
                for nama in UANG
                if KOLOM_UANG[nama][1] not in JENIS_BIASA
            ),
            Kolom("Unit", Teks(150), tambahan=True),
        ),
        ("Kode",),
        berulang=True,
    ),
    Lembar(
        "Program Sasaran",
        (
            Kolom("Kode Program", KODE_ANGGARAN, wajib=True),
            Kolom("Kode Sasaran", KODE, wajib=True),
            Kolom("Porsi", Angka(), "porsi", kosong=Decimal(100)),
        ),
        ("Kode Program", "Kode Sasaran"),
    ),
    Lembar(
        "SDM",
        (
            Kolom("Kelompok", Teks(60), "kelompok"),
            Kolom("Jabatan", Teks(100), "nama", wajib=True),
            Kolom("ASN", YaTidak(), "asn", kosong=True),
            Kolom("Laki-laki", Bulat(), "laki_laki", kosong=0),
            Kolom("Perempuan", Bulat(), "perempuan", kosong=0),
            *(
                Kolom(f"{apa} {jenjang.value}", Bulat())
                for jenjang in RincianSDM.Pendidikan
                for apa in ("Kebutuhan", "Ada")
            ),
        ),
        ("Kelompok", "Jabatan"),
    ),
    Lembar(
        "Sarana",
        (
            Kolom("Nama", Teks(150), "nama", wajib=True),
            Kolom(
                "Kondisi",
                Pilihan(dict(Sarana.Kondisi.choices), berlabel=True),
                "kondisi",
                kosong="baik",
            ),
            Kolom("Satuan", Teks(30), "satuan", kosong="Unit"),
            Kolom("Jumlah", Bulat(maksimum=2_000_000_000), "jumlah", wajib=True),
            Kolom("Jumlah Ideal", Bulat(maksimum=2_000_000_000), "jumlah_ideal"),
        ),
        ("Nama", "Kondisi"),
    ),
    Lembar(
        "Pembanding",
        (
            KODE_INDIKATOR,
            Kolom(
                "Lingkup",
                Pilihan(dict(Pembanding.Lingkup.choices), berlabel=True),
                "lingkup",
                kosong="nasional",
            ),
            Kolom("Nilai", Angka(), "nilai"),
            Kolom("Tahun Data", TAHUN, "tahun_data"),
            Kolom("Sumber", Teks(200), "sumber"),
            Kolom("Alasan", Teks(500), "alasan"),
        ),
        ("Kode Indikator", "Lingkup"),
    ),
    Lembar(
        "Narasi",
        (
            Kolom("Bagian", Pilihan(BAGIAN, berlabel=True), wajib=True),
            Kolom("Isi", Teks(30_000)),
            Kolom("Perlu Dikonfirmasi", Tanda(), tambahan=True),
        ),
        ("Bagian",),
        nilai_saja=True,
    ),
    *LEMBAR_KANTOR,
    *LEMBAR_TAMBAHAN,
)

MENURUT_NAMA = {satu.nama: satu for satu in LEMBAR}
PENDIDIKAN = tuple(RincianSDM.Pendidikan.values)
# What an empty cell leaves as it is, by sheet.
TETAP_BILA_KOSONG = {
    INSTANSI: TETAP,
    "Indikator": frozenset({"Rasio", "Faktor"}),
    "PK": frozenset({"Tahap Anggaran"}),
}

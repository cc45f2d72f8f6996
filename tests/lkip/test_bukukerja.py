"""The workbook as a file: its sheets, what is exported, and the round trip."""

from decimal import Decimal
from html import escape

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from instansi.models import Instansi, Pejabat, Pemda
from lkip.baca import parse_angka
from lkip.bukukerja.ambil import ambil_isi
from lkip.bukukerja.impor import impor_buku
from lkip.bukukerja.jenis import Angka, rapikan, tulis_angka
from lkip.bukukerja.lembar import LEMBAR
from lkip.bukukerja.sel import angka_excel
from lkip.bukukerja.tulis import tulis_templat
from lkip.contoh.hapus import remove_kantor
from lkip.models import ProfilPenilaian
from tests.factories import make_laporan_lengkap, make_lkip, make_narasi, make_sarana, make_tujuan
from tests.kantor_contoh import loaded_contoh
from tests.lkip.buku_uji import baca_sel, buku_kecil, ekspor

KOLOM = {
    "Instansi": ["Isian", "Nilai"],
    "Tujuan": ["Kode", "Uraian"],
    "Sasaran": ["Kode", "Kode Tujuan", "Uraian", "Strategi", "Kebijakan"],
    "Indikator": [
        "Kode", "Induk", "Nama", "Satuan", "Polaritas", "Akumulasi", "IKU", "Rumus", "Penjelasan",
        "Penanggung Jawab", "Sumber Data", "Batas Maksimum", "Skala Huruf",
    ],
    "Target Renstra": ["Kode Indikator", "2025", "2026"],
    "Realisasi": ["Kode Indikator", "2025", "2026"],
    "Realisasi Triwulan": [
        "Kode Indikator", "Tahun", "Triwulan", "Target", "Pembilang", "Penyebut", "Nilai",
        "Pendukung", "Penghambat", "Tindak Lanjut",
    ],
    "PK": ["Jenis", "Nomor", "Tanggal", "Alasan"],
    "Target PK": ["Jenis", "Kode Indikator", "Target"],
    "Anggaran": [
        "Kode", "Uraian", "Indikator", "Satuan", "Target", "Realisasi Keluaran",
        "Pagu Murni Operasi", "Pagu Murni Modal", "Pagu Perubahan Operasi",
        "Pagu Perubahan Modal", "Realisasi Operasi", "Realisasi Modal", "Catatan",
    ],
    "Program Sasaran": ["Kode Program", "Kode Sasaran", "Porsi"],
}  # fmt: skip
ISIAN = [
    "Kode", "Nama", "Pemda", "Provinsi", "Alamat", "Telepon", "Email", "Jabatan Pimpinan",
    "Nama Pimpinan", "NIP Pimpinan", "Pangkat Pimpinan", "Jabatan Atasan", "Nama Atasan",
    "Periode Awal", "Periode Akhir", "Tahun", "Skala", "Batas Capaian",
]  # fmt: skip


@pytest.fixture
def contoh(db, django_db_blocker):
    with loaded_contoh(django_db_blocker):
        yield Instansi.objects.select_related("pemda").get()


def empty_database(instansi):
    """Forget an office with all that its import made."""
    pemda = instansi.pemda
    remove_kantor(instansi)
    ProfilPenilaian.objects.filter(pemda=pemda).delete()
    Pejabat.objects.filter(pemda=pemda).delete()
    pemda.keanggotaan.all().delete()
    Pemda.objects.filter(pk=pemda.pk).delete()


def test_the_template_has_the_promised_sheets_and_columns():
    sel = baca_sel(tulis_templat(range(2025, 2027)))

    assert {nama: sel[nama][0] for nama in KOLOM} == KOLOM
    assert list(sel) == [*KOLOM, "SDM", "Sarana", "Pembanding", "Narasi", "Panduan"]
    assert [baris[0] for baris in sel["Instansi"][1:]] == ISIAN


def test_the_guide_names_every_sheet_and_column():
    panduan = {(lembar, kolom) for lembar, kolom, *_ in baca_sel(tulis_templat(range(2025, 2027)))["Panduan"]}  # fmt: skip

    assert {(lembar.nama, kolom.nama) for lembar in LEMBAR for kolom in lembar.kolom} <= panduan


def test_an_untouched_template_is_refused_for_what_it_lacks_only(db):
    hasil = impor_buku(tulis_templat(range(2025, 2027)))

    assert {(satu.lembar, satu.pesan) for satu in hasil.galat} == {
        ("Instansi", f"{nama}: Harus diisi.")
        for nama in ("Kode", "Nama", "Pemda", "Provinsi", "Periode Awal", "Periode Akhir", "Tahun")
    }


def test_export_writes_what_is_stored(contoh):
    sel = baca_sel(ekspor(contoh))

    gaji = next(baris for baris in sel["Anggaran"] if baris[0] == "7.01.01.2.02.0001")
    assert gaji[:6] == [
        "7.01.01.2.02.0001",
        "Penyediaan Gaji dan Tunjangan ASN",
        "Jumlah orang yang menerima gaji dan tunjangan ASN",
        "Orang/Bulan",
        18,
        16,
    ]
    assert gaji[6:12] == [2113771967, None, 2126424182, None, 1856039310, None]
    assert sel["Instansi"][1] == ["Kode", "35.09.09"]
    assert ["I2", None, 82.27, 85.08] == next(
        baris[:4] for baris in sel["Realisasi"] if baris[0] == "I2"
    )
    assert dict(map(tuple, sel["Instansi"]))["Skala"] == "90/76/66/51"


def test_codes_are_text(contoh, tmp_path):
    berkas = tmp_path / "buku.xlsx"
    berkas.write_bytes(ekspor(contoh))

    halaman = load_workbook(berkas)["Anggaran"]

    assert {halaman.cell(baris, 1).data_type for baris in range(2, halaman.max_row + 1)} == {"s"}
    assert halaman["A2"].number_format == "@"


def test_an_export_imported_again_changes_nothing(contoh):
    hasil = impor_buku(ekspor(contoh), simpan=True)

    assert hasil.galat == ()
    assert hasil.perubahan == ()


def test_an_office_comes_back_from_its_export_alone(contoh):
    buku = ekspor(contoh)
    empty_database(contoh)

    hasil = impor_buku(buku, simpan=True)

    assert hasil.galat == ()
    assert baca_sel(ekspor(hasil.instansi)) == baca_sel(buku)


def test_an_office_with_ratios_and_signed_pk_comes_back(db):
    instansi = make_laporan_lengkap(jumlah=2)
    buku = ekspor(instansi)
    sebelum = ambil_isi(instansi, 2024)
    empty_database(instansi)

    hasil = impor_buku(buku, simpan=True)

    assert hasil.galat == ()
    assert ambil_isi(hasil.instansi, 2024) == sebelum


@pytest.mark.parametrize("teks", ["=1+1", "+62 331", "-", "@contoh", '=HYPERLINK("x")', "'petik"])
def test_text_that_looks_like_a_formula_stays_text(db, tmp_path, teks):
    instansi = impor_buku(buku_kecil(), simpan=True).instansi
    make_sarana(instansi=instansi, nama=teks, satuan="Unit")
    buku = ekspor(instansi)
    berkas = tmp_path / "buku.xlsx"
    berkas.write_bytes(buku)

    sel = load_workbook(berkas)["Sarana"]["A2"]

    assert (sel.value, sel.data_type) == (teks, "s")
    assert sel.quotePrefix == (teks[0] in "=+-@")
    assert impor_buku(buku).perubahan == ()


@pytest.mark.parametrize(
    ("nilai", "sel"),
    [
        ("84.02", Decimal("84.02")),
        ("0", Decimal(0)),
        ("-2.5", Decimal("-2.5")),
        ("99999999999.9999", Decimal("99999999999.9999")),
        ("12345678901234.5678", "12.345.678.901.234,5678"),
        ("1000000000000000", "1.000.000.000.000.000"),
    ],
)
def test_numbers_longer_than_excel_keeps_are_written_as_text(nilai, sel):
    assert tulis_angka(Decimal(nilai)) == sel
    assert (parse_angka(sel) if isinstance(sel, str) else sel) == Decimal(nilai)


@given(nilai=st.decimals(-(10**14) + 1, 10**14 - 1, places=4))
def test_any_number_is_read_back_from_its_cell(nilai):
    sel = tulis_angka(nilai)

    assert Angka().baca(sel if isinstance(sel, str) else angka_excel(float(sel))) == nilai


teks_bebas = st.text(min_size=1, max_size=40).filter(rapikan)
angka = st.decimals(-(10**9), 10**9, places=4)


@settings(
    max_examples=3,
    phases=[Phase.generate],
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(
    uraian=teks_bebas,
    narasi=teks_bebas,
    target=angka,
    realisasi=angka,
    pagu=st.decimals(0, 10**15, places=2),
)
def test_any_small_office_survives_export_and_import(db, uraian, narasi, target, realisasi, pagu):
    nilai = {"target": target, "realisasi": realisasi, "pagu": pagu}
    teks = {nama: f"{satu:f}".replace(".", ",") for nama, satu in nilai.items()}
    buku = buku_kecil(
        Target_PK=[["Jenis", "Kode Indikator", "Target"], ["murni", "I1", teks["target"]]],
        Realisasi=[["Kode Indikator", "2024"], ["I1", teks["realisasi"]]],
        Anggaran=[
            ["Kode", "Uraian", "Pagu Murni Operasi"],
            ["7.01.01", "Program", None],
            ["7.01.01.2.02", "Kegiatan", None],
            ["7.01.01.2.02.0001", "Sub kegiatan", teks["pagu"]],
        ],
    )
    instansi = impor_buku(buku, simpan=True).instansi
    make_tujuan(renstra=instansi.renstra.get(), kode="T2", uraian=uraian)
    make_narasi(lkip=make_lkip(instansi=instansi, tanggal=None), isi=f"<p>{escape(narasi)}</p>")
    pertama = ekspor(instansi)
    empty_database(instansi)

    hasil = impor_buku(pertama, simpan=True)

    assert hasil.galat == ()
    assert baca_sel(ekspor(hasil.instansi)) == baca_sel(pertama)
    empty_database(hasil.instansi)

"""Import: what changes, what is refused and where, and that nothing is half stored."""

from datetime import date
from decimal import Decimal

import pytest

from anggaran.models import Pagu, RealisasiAnggaran
from instansi.models import Instansi, Pemda
from lkip.bukukerja.galat import BukuSalah
from lkip.bukukerja.impor import impor_buku
from lkip.laporan import build_laporan
from perjanjian.models import Realisasi
from renstra.models import Indikator, Tujuan
from tests.factories import make_lkip
from tests.lkip.buku_uji import (
    KECIL,
    anggaran,
    baca_sel,
    buat_buku,
    buku_kantor,
    buku_kecil,
    changes,
    ekspor,
    faults,
    ubah_sel,
)


@pytest.fixture
def instansi(db):
    """A small office, made from a workbook alone."""
    return impor_buku(buku_kecil(), simpan=True).instansi


def test_a_second_office_is_set_up_from_a_workbook_alone(instansi):
    assert instansi.nama == "Kecamatan Uji"
    assert instansi.pemda == Pemda.objects.get(kode="35.10", nama="Kabupaten Uji")
    laporan = build_laporan(instansi, 2024)
    assert laporan.pimpinan.nama == "Drs. Ani Contoh, M.Si."
    assert laporan.pimpinan.nama_tanpa_gelar == "Ani Contoh"
    assert laporan.atasan.nama == "Budi Contoh"
    assert [satu.realisasi.angka for satu in laporan.indikator] == [Decimal("84.02"), 75]
    assert laporan.anggaran.uang.serapan == 95
    assert laporan.perjanjian[0].nomor == "1/2024"
    assert laporan.perjanjian[0].tanggal == date(2024, 1, 26)


def test_periksa_stores_nothing(db):
    hasil = impor_buku(buku_kecil())

    assert hasil.galat == ()
    assert len(hasil.perubahan) > 40
    assert not Instansi.objects.exists()
    assert not Pemda.objects.exists()


def test_three_changed_cells_are_three_changes(instansi):
    buku = ubah_sel(
        ekspor(instansi),
        ("Realisasi", "I1", "2024", 84.5),
        ("Anggaran", "7.01.01.2.02.0001", "Realisasi Operasi", 960000),
        ("Tujuan", "T1", "Uraian", "Meningkatnya layanan"),
    )

    hasil = impor_buku(buku, simpan=True)

    assert changes(hasil) == [
        ("Tujuan", "T1", "Uraian", "Meningkatnya pelayanan", "Meningkatnya layanan"),
        ("Realisasi", "I1", "2024", "84,02", "84,5"),
        ("Anggaran", "7.01.01.2.02.0001", "Realisasi Operasi", "950.000", "960.000"),
    ]
    assert Realisasi.objects.get(tahun=2024, indikator__kode="I1").nilai == Decimal("84.5")
    assert RealisasiAnggaran.objects.get().jumlah == 960000
    assert Tujuan.objects.get().versi == 2
    assert Tujuan.objects.get().history.count() == 2
    assert impor_buku(buku, simpan=True).perubahan == ()


def test_an_empty_cell_removes_a_value_and_zero_is_a_value(instansi):
    buku = ubah_sel(
        ekspor(instansi),
        ("Realisasi", "I1", "2023", None),
        ("Realisasi", "I1", "2024", 0),
        ("Anggaran", "7.01.01.2.02.0001", "Pagu Murni Operasi", None),
    )

    impor_buku(buku, simpan=True)

    assert Realisasi.objects.get(tahun=2023).nilai is None
    assert Realisasi.objects.get(tahun=2024, indikator__kode="I1").nilai == 0
    assert not Pagu.objects.exists()


def test_missing_columns_sheets_and_rows_leave_what_is_stored(instansi):
    impor_buku(buku_kantor({"Tujuan": [["Kode", "Uraian"], ["T2", "Baru"]]}), simpan=True)

    assert list(Tujuan.objects.values_list("kode", flat=True)) == ["T1", "T2"]
    assert Indikator.objects.count() == 2


def test_every_fault_is_reported_at_once_and_nothing_is_stored(db):
    buku = buku_kecil(
        Indikator=[
            ["Kode", "Induk", "Nama", "Satuan", "Polaritas", "Batas Maksimum"],
            ["I1", "S1", "Indeks kepuasan", "Indeks", "naik", None],
            ["I2", "S9", "Persentase usulan", "%", None, None],
            ["I3", "S1", None, "%", None, "96..000"],
        ],
        Realisasi=[["Kode Indikator", "2024", "2030"], ["I9", 1, None], ["I1", "84.02", 3]],
        Anggaran=anggaran(
            ["7.01.01", "Program", 5],
            ["7.01.01.2.02.0001", "Tanpa kegiatan", 5],
            ["7.1", "Bukan kode", None],
            ["7.01.02", "Program lain", "Rp 1.500,-"],
            ["7.01.02", None, 7],
        ),
        Target_PK=[["Jenis", "Kode Indikator", "Target"], ["murni", "I1", 85], ["murni", "I1", 86]],
        Program_Sasaran=[["Kode Program", "Kode Sasaran", "Porsi"], ["7.01.01", "S1", 60]],
    )

    temuan = faults(buku, simpan=True)

    satu_satu = {(tempat, nilai) for tempat, nilai, _ in temuan}
    assert {
        ("Lembar Indikator, baris 2, kolom Polaritas", "naik"),
        ("Lembar Indikator, baris 3, kolom Induk", "S9"),
        ("Lembar Indikator, baris 4, kolom Nama", ""),
        ("Lembar Indikator, baris 4, kolom Batas Maksimum", "96..000"),
        ("Lembar Realisasi, baris 2, kolom Kode Indikator", "I9"),
        ("Lembar Realisasi, baris 3, kolom 2024", "84.02"),
        ("Lembar Target PK, baris 3, kolom Kode Indikator", "I1"),
        ("Lembar Anggaran, baris 2, kolom Pagu Murni Operasi", "5"),
        ("Lembar Anggaran, baris 3, kolom Kode", "7.01.01.2.02.0001"),
        ("Lembar Anggaran, baris 4, kolom Kode", "7.1"),
        ("Lembar Anggaran, baris 5, kolom Pagu Murni Operasi", "1.500"),
        ("Lembar Program Sasaran, baris 2, kolom Porsi", "60"),
    } <= satu_satu
    pesan = {tempat: satu for tempat, _, satu in temuan}
    assert "Tulis 84,02 bila itu maksudnya" in pesan["Lembar Realisasi, baris 3, kolom 2024"]
    assert not Instansi.objects.exists()


def test_rows_that_hang_on_a_faulty_row_are_not_reported_too(db):
    buku = buku_kecil(Tujuan=[["Kode", "Uraian"], ["T1", None]])

    assert faults(buku) == [("Lembar Tujuan, baris 2, kolom Uraian", "", "Harus diisi.")]


@pytest.mark.parametrize(
    ("lembar", "baris", "pesan"),
    [
        ("Tujuan", [["Kode", "Uraian", "Warna"], ["T1", "x", "y"]], "Kolom “Warna” tidak dikenal."),
        ("Tujuan", [["Kode", "kode", "Uraian"], ["T1", "T1", "x"]], "Kolom “kode” tertulis dua kali."),
        ("Tujuan", [["Kode"], ["T1"]], "Kolom “Uraian” tidak ada pada baris 1."),
        ("Tujuan", [[None, None], ["T1", "x"]], "Kolom “Kode” tidak ada pada baris 1."),
        ("Tujuan", [["Kode", "Uraian", None], ["T1", "x", 5]], "Kolom ke-3 berisi tetapi tidak berjudul."),
        ("Realisasi", [["Kode Indikator", "20244"]], "Kolom “20244” tidak dikenal."),
    ],
)  # fmt: skip
def test_columns_are_refused_by_name(db, lembar, baris, pesan):
    assert pesan in {satu for _, _, satu in faults(buku_kantor({lembar: baris}))}


def test_unknown_sheets_are_refused_by_name_unless_they_are_empty(db):
    with pytest.raises(BukuSalah, match="Lembar “Rahasia”, “Sheet2” tidak dikenal"):
        impor_buku(buku_kantor({"Rahasia": [["x"]], "Sheet1": [], "Sheet2": [[], [0]]}))
    assert impor_buku(buku_kantor({"Sheet1": [], "Panduan": [["apa saja"]]})).galat == ()


def test_a_sheet_that_comes_twice_is_refused(db):
    with pytest.raises(BukuSalah, match="Lembar “Target PK” dan “Target_PK” sama"):
        impor_buku(buku_kantor({"Target PK": [], "Target_PK": []}))


def test_names_count_whatever_their_case_and_spaces(db):
    sama = {
        "Instansi": "INSTANSI",
        "Target PK": "target_pk",
        "Kode Indikator": " kode\u00a0 indikator",
        "Pagu Murni Operasi": "PAGU MURNI\nOPERASI",
        "Realisasi Operasi": "RealisasiOperasi",
        "Nama Pimpinan": "nama_pimpinan",
        "2024": "Tahun 2024",
        "murni": "Murni",
    }
    buku = {
        sama.get(nama, nama): [[sama.get(sel, sel) for sel in baris] for baris in isi]
        for nama, isi in baca_sel(buku_kecil()).items()
    }

    hasil = impor_buku(buat_buku(dict(reversed(buku.items()))), simpan=True)

    assert hasil.galat == ()
    assert impor_buku(buku_kecil()).perubahan == ()


def test_empty_sheets_and_columns_of_later_years_say_nothing(db):
    buku = buku_kecil(
        Realisasi=[["Kode Indikator", "2024", "2025", "2026"], ["I1", 84, None, None]],
        Target_Renstra=[["Kode Indikator", "2024", "2031"], ["I1", 85, None]],
        Sarana=[[]],
    )

    assert impor_buku(buku, simpan=True).galat == ()
    hasil = impor_buku(buku, simpan=True)

    assert (hasil.galat, hasil.perubahan) == ((), ())


def test_a_missing_column_is_one_fault_and_not_one_for_each_reference(db):
    buku = buku_kecil(Tujuan=[["Kode"], ["T1"]])

    assert [pesan for _, _, pesan in faults(buku)] == ["Kolom “Uraian” tidak ada pada baris 1."]


def test_a_workbook_without_office_is_refused(db):
    with pytest.raises(BukuSalah, match="Lembar Instansi tidak ada"):
        impor_buku(buat_buku({"Tujuan": KECIL["Tujuan"]}))


@pytest.mark.parametrize("status", ["diajukan", "diverifikasi", "disahkan"])
def test_a_submitted_year_is_not_changed(instansi, status):
    make_lkip(instansi=instansi, status=status)
    buku = ubah_sel(ekspor(instansi), ("Realisasi", "I1", "2024", 1))

    with pytest.raises(BukuSalah, match="tidak dapat diubah"):
        impor_buku(buku, simpan=True)
    assert impor_buku(ekspor(instansi), simpan=True).perubahan == ()
    assert Realisasi.objects.get(tahun=2024, indikator__kode="I1").nilai == Decimal("84.02")


def test_an_earlier_locked_year_is_refused_cell_by_cell(instansi):
    make_lkip(instansi=instansi, tahun=2023, status="disahkan")
    buku = ubah_sel(ekspor(instansi), ("Realisasi", "I1", "2023", 1))

    assert faults(buku) == [
        ("Lembar Realisasi, baris 2, kolom 2023", "1", "LKIP tahun 2023 sudah diajukan atau disahkan.")
    ]  # fmt: skip


def test_a_workbook_of_another_office_or_year_is_refused(instansi):
    with pytest.raises(
        BukuSalah, match=r"milik instansi 35\.10\.01 tahun 2024, bukan 35\.10\.01 tahun 2025"
    ):
        impor_buku(ekspor(instansi), tempat=(instansi, 2025))


def test_what_somebody_looked_at_must_still_be_what_happens(instansi):
    buku = ubah_sel(ekspor(instansi), ("Realisasi", "I1", "2024", 90))
    sidik = impor_buku(buku).sidik
    Realisasi.objects.filter(tahun=2024, indikator__kode="I1").update(nilai=88)

    assert not impor_buku(buku, simpan=True, sidik=sidik).tersimpan
    assert Realisasi.objects.get(tahun=2024, indikator__kode="I1").nilai == 88
    assert impor_buku(buku, simpan=True, sidik=impor_buku(buku).sidik).tersimpan

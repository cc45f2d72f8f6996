"""Import of plan, perjanjian, realisasi, budget and texts: what a row may say."""

import pytest

from anggaran.models import Program, RealisasiAnggaran, SubKegiatan
from instansi.models import Pejabat
from lkip.bukukerja.impor import impor_buku
from lkip.models import Narasi
from perjanjian.models import PerjanjianKinerja, Realisasi, RencanaAksi
from renstra.models import Indikator, TargetRenstra
from tests.factories import sign
from tests.lkip.buku_uji import (
    anggaran,
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


def test_a_signed_pk_does_not_change(instansi):
    pihak = Pejabat.objects.order_by("peran")
    perjanjian = PerjanjianKinerja.objects.get()
    sign(perjanjian, pihak=(pihak[1], pihak[0]))
    buku = buku_kecil(Target_PK=[["Jenis", "Kode Indikator", "Target"], ["murni", "I1", 90]])

    assert [pesan for _, _, pesan in faults(buku, simpan=True)] == [
        "Perjanjian kinerja murni berstatus Disahkan; isinya tidak berubah lagi."
    ]


def test_pk_perubahan_needs_a_reason(db):
    buku = buku_kecil(PK=[["Jenis", "Nomor"], ["murni", "1"], ["perubahan", "2"]])

    assert ("Lembar PK, baris 3, kolom Alasan", "") in {satu[:2] for satu in faults(buku)}


def test_triwulan_rows_hold_target_ratio_and_notes(db):
    buku = buku_kecil(
        Realisasi=None,
        Realisasi_Triwulan=[
            ["Kode Indikator", "Tahun", "Triwulan", "Target", "Pembilang", "Penyebut", "Nilai", "Pendukung"],
            ["I2", 2024, 1, 75, 12, 15, None, "Kader aktif"],
            ["I2", 2024, 2, "tidak ditargetkan", None, None, "tidak ada kejadian", None],
        ],
    )  # fmt: skip
    hasil = impor_buku(buku, simpan=True)

    assert hasil.galat == ()
    satu, dua = Realisasi.objects.order_by("triwulan")
    assert (satu.pembilang, satu.penyebut, satu.pendukung) == (12, 15, "Kader aktif")
    assert dua.tidak_ada_kejadian
    assert [aksi.tidak_ditargetkan for aksi in RencanaAksi.objects.order_by("triwulan")] == [
        False,
        True,
    ]
    indikator = Indikator.objects.get(kode="I2")
    assert (indikator.rasio, indikator.faktor) == (True, 100)
    assert impor_buku(buku).perubahan == ()


@pytest.mark.parametrize("nilai", [87.5, "87,5%", "88", 0.875, "0,88"])
def test_a_value_beside_its_ratio_may_repeat_it(db, nilai):
    kepala = ["Kode Indikator", "Tahun", "Triwulan", "Pembilang", "Penyebut", "Nilai"]
    buku = buku_kecil(Realisasi=None, Realisasi_Triwulan=[kepala, ["I2", 2024, 1, 7, 8, nilai]])

    assert impor_buku(buku, simpan=True).galat == ()
    assert Realisasi.objects.values_list("pembilang", "penyebut", "nilai").get() == (7, 8, None)
    assert impor_buku(buku, simpan=True).perubahan == ()


def test_units_are_the_same_in_any_case_and_order(db):
    def buku(unit):
        kepala = ["Kode", "Induk", "Nama", "Satuan", "Penanggung Jawab"]
        return buku_kecil(
            Indikator=[kepala, ["I1", "S1", "x", "%", unit], ["I2", "T1", "y", "%", None]]
        )

    hasil = impor_buku(buku("Seksi Umum; Sekretariat"), simpan=True)

    assert impor_buku(buku("Seksi Umum; Sekretariat")).perubahan == ()
    assert impor_buku(buku("sekretariat;SEKSI UMUM;")).perubahan == ()
    assert len(impor_buku(buku("Sekretariat")).perubahan) == 1
    assert set(hasil.instansi.seksi.values_list("nama", flat=True)) == {"Seksi Umum", "Sekretariat"}


def test_a_ratio_that_is_averaged_is_refused_at_its_column(db):
    kepala = ["Kode Indikator", "Tahun", "Triwulan", "Pembilang", "Penyebut"]
    buku = buku_kecil(
        Indikator=[["Kode", "Induk", "Nama", "Satuan", "Akumulasi"], ["I2", "S1", "x", "%", "Rata rata"]],
        Realisasi=None, Target_PK=None,
        Realisasi_Triwulan=[kepala, ["I2", 2024, 1, 7, 8]],
    )  # fmt: skip

    assert [satu[:2] for satu in faults(buku)] == [
        ("Lembar Indikator, baris 2, kolom Akumulasi", "rata-rata")
    ]


def test_the_satuan_counts_wherever_its_column_stands(db):
    kolom = ("Kode", "Uraian", "Target", "Indikator", "Satuan")
    buku = buku_kecil(
        Anggaran=anggaran(["7.01.01", "Program", "4 Dok", "Jumlah", "Dok"], kolom=kolom)
    )

    assert impor_buku(buku, simpan=True).galat == ()
    assert Program.objects.get().keluaran.get().target == 4


@pytest.mark.parametrize(
    ("isi", "kolom", "pesan"),
    [
        ({"Pembilang": 3, "Penyebut": 0}, "Penyebut", "Penyebut harus lebih dari nol"),
        ({"Pembilang": 3}, "Penyebut", "Pembilang dan Penyebut diisi bersama."),
        ({"Pembilang": 3, "Penyebut": 4, "Nilai": 76}, "Nilai", "Tidak sama dengan Pembilang"),
        ({"Nilai": "BB"}, "Nilai", "Isi dengan angka"),
        ({"Tahun": 2020, "Nilai": 1}, "Tahun", "Tahun 2020 di luar 2021–2024."),
        ({"Triwulan": 5}, "Triwulan", "Isi dengan bilangan bulat 1 sampai 4."),
    ],
)
def test_triwulan_rows_are_checked(instansi, isi, kolom, pesan):
    baris = {"Kode Indikator": "I1", "Tahun": 2024, "Triwulan": 1} | isi
    buku = buku_kantor({"Realisasi Triwulan": [list(baris), list(baris.values())]})

    (temuan,) = faults(buku)

    assert temuan[0].endswith(f"kolom {kolom}")
    assert temuan[2].startswith(pesan)


def test_letters_are_read_by_the_scale_of_the_indikator(db):
    buku = buku_kecil(
        Indikator=[["Kode", "Induk", "Nama", "Satuan", "Skala Huruf"],
                   ["I1", "S1", "Nilai SAKIP", "Nilai", "SAKIP"], ["I2", "T1", "Lain", "%", None]],
        Target_Renstra=[["Kode Indikator", 2024, 2025], ["I1", "BB (75)", "a"]],
    )  # fmt: skip
    hasil = impor_buku(buku, simpan=True)

    assert hasil.galat == ()
    target = TargetRenstra.objects.order_by("tahun").values_list("nilai", "huruf")
    assert list(target) == [(75, "BB"), (None, "A")]
    salah = ubah_sel(buku, ("Target Renstra", "I1", 2024, "Z"))
    assert "tidak dikenal pada skala" in faults(salah)[0][2]


def test_codes_in_other_spellings_are_the_same_code(instansi):
    buku = buku_kantor({"Anggaran": anggaran(["7.01.01.02.02.01", "Penyediaan gaji", 1000000])})

    assert impor_buku(buku).perubahan == ()


def test_a_second_output_has_a_row_of_its_own(instansi):
    kolom = ("Kode", "Uraian", "Indikator", "Satuan", "Target")
    buku = buku_kantor({
        "Anggaran": anggaran(
            ["7.01.01", "Program penunjang", "Nilai", "Poin", 80],
            ["7.01.01", None, "Laporan", "Dokumen", 12],
            kolom=kolom,
        )
    })  # fmt: skip
    impor_buku(buku, simpan=True)

    assert list(Program.objects.get().keluaran.values_list("indikator", "target")) == [
        ("Nilai", 80),
        ("Laporan", 12),
    ]
    assert impor_buku(buku).perubahan == ()
    assert impor_buku(ekspor(instansi)).perubahan == ()


def test_amounts_go_to_the_last_triwulan_reported(instansi):
    sub = SubKegiatan.objects.get()
    RealisasiAnggaran.objects.update(triwulan=2)
    baris = anggaran([sub.kode, sub.nama, 990000], kolom=("Kode", "Uraian", "Realisasi Operasi"))

    impor_buku(buku_kantor({"Anggaran": baris}), simpan=True)

    assert RealisasiAnggaran.objects.values_list("triwulan", "jumlah").get() == (2, 990000)


def test_program_sasaran_is_complete_for_the_programs_it_names(instansi):
    sasaran = {"Sasaran": [["Kode", "Kode Tujuan", "Uraian"], ["S2", "T1", "Lain"]]}
    porsi = [["Kode Program", "Kode Sasaran", "Porsi"], ["7.01.01", "S2", 100]]
    hasil = impor_buku(buku_kantor({**sasaran, "Program Sasaran": porsi}), simpan=True)

    assert hasil.galat == ()
    assert ("Program Sasaran", "7.01.01, S1", "Porsi", "100", "") in changes(hasil)
    assert [satu.sasaran.kode for satu in Program.objects.get().program_sasaran.all()] == ["S2"]


def test_plain_narrative_becomes_clean_html(instansi):
    narasi = [["Bagian", "Isi"], ["Bab IV – Penutup", "1. Satu\n2. Dua"], ["Ikhtisar Eksekutif", "<p>A</p><script>x</script>"]]  # fmt: skip
    buku = buku_kantor({"Narasi": narasi})
    impor_buku(buku, simpan=True)

    assert dict(Narasi.objects.values_list("bagian", "isi")) == {
        "penutup": "<ol><li>Satu</li><li>Dua</li></ol>",
        "ikhtisar": "<p>A</p>",
    }
    assert impor_buku(buku).perubahan == ()

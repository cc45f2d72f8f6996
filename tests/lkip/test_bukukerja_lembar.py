"""Import of the sheets that a workbook has beyond plan, results and budget."""

from datetime import date

import pytest

from anggaran.models import RealisasiAnggaran, SubKegiatan
from instansi.models import MataPencaharian, Pejabat, Pemda, Potensi, ProfilWilayah, Seksi
from lkip.bukukerja.impor import impor_buku
from lkip.bukukerja.lembar import LEMBAR as LEMBAR_LENGKAP
from lkip.bukukerja.tulis import tulis_templat
from lkip.models import ButirAnalisis, Lampiran, ProfilPenilaian
from perjanjian.models import Bukti, PerjanjianKinerja, Realisasi
from renstra.models import PenetapanIKU, Renstra, Tujuan
from tests.lkip.buku_uji import baca_sel, buku_kantor, buku_kecil, changes, ekspor, faults
from tests.lkip.test_bukukerja import empty_database

PEJABAT = ["Peran", "Unit", "Gelar Depan", "Nama", "Gelar Belakang", "NIP", "Jabatan", "Sifat", "Mulai", "Selesai"]  # fmt: skip
CAMAT = ["pimpinan", None, "Drs.", "Ani Contoh", "M.Si.", "197001011990011001", "Camat", None, date(2023, 3, 1), None]  # fmt: skip
UANG = ["Kode", "Triwulan", "Operasi", "Modal"]
SUB = "7.01.01.2.02.0001"
LEMBAR = {
    "Unit Organisasi": [["Nama", "Unit Atasan"], ["Seksi A", "Sekretariat"], ["Sekretariat", None]],
    "Pejabat": [
        PEJABAT,
        ["pimpinan", None, None, "Lama Contoh", None, None, "Camat", "plt", date(2021, 5, 1), date(2023, 2, 28)],
        CAMAT,
        ["kepala_daerah", None, None, "Budi Contoh", None, None, "Bupati", "pj", date(2023, 1, 1), None],
        ["unit", "Seksi A", None, "Cici Contoh", None, None, "Kepala Seksi A", None, date(2022, 1, 1), None],
    ],
    "Uraian Tugas": [["Jenis", "Nomor", "Uraian"], ["tugas", 1, "membina desa"], ["fungsi", 1, "pelayanan"]],
    "Profil Wilayah": [["Tahun", "Luas", "Penduduk Laki-laki", "Penduduk Perempuan", "Batas Utara"], [2023, "42,5", 10, 12, "Utara"]],
    "Mata Pencaharian": [["Tahun", "Nama", "Jumlah"], [2023, "Petani", 9]],
    "Desa": [["Nama", "Kelurahan"], ["Kebonsari", "Ya"], ["Kebonsari", None]],
    "Potensi": [["Jenis", "Nama", "Desa", "Uraian"], ["wisata", "Bukit", "Kelurahan Kebonsari", "Indah"]],
    "Isu Strategis": [["Nomor", "Uraian"], [1, "Pelayanan belum merata"]],
    "Sasaran RPJMD": [["Nomor", "Uraian", "Indikator"], [1, "Tata kelola", "Indeks RB"]],
    "Tujuan": [["Kode", "Uraian", "Sasaran RPJMD"], ["T1", "Meningkatnya pelayanan", 1]],
    "Penetapan IKU": [["Tahun", "Nomor", "Tanggal"], [2024, "065/1", date(2024, 1, 4)]],
    "Catatan Tahunan": [["Kode Indikator", "Tahun", "Penghambat", "Data Tahun Sebelumnya"], ["I1", 2024, "Jaringan", "Ya"]],
    "PK": [
        ["Jenis", "Nomor", "Tanggal", "Alasan", "Tahap Anggaran"],
        ["murni", "1/2024", "26 Januari 2024", None, None],
        ["perubahan", "2/2024", "26 November 2024", "Mutasi", "murni"],
    ],
    "Anggaran": [
        ["Kode", "Uraian", "Pagu Murni Operasi", "Unit"],
        ["7.01.01", "Program penunjang", None, None],
        ["7.01.01.2.02", "Administrasi keuangan", None, None],
        [SUB, "Penyediaan gaji", 1000000, "Seksi A"],
    ],
    "Realisasi Anggaran": [UANG, [SUB, 1, 200000, None], [SUB, 2, 450000, 10]],
    "Analisis": [
        ["Induk", "Jenis", "Uraian", "Penanggung Jawab", "Tenggat"],
        ["S1", "kendala", "Petugas kurang", None, None],
        ["S1", "kendala", "Jaringan putus", None, None],
        ["T1", "rencana", "Menambah petugas", "Sekretariat", date(2025, 6, 30)],
    ],
    "Bukti": [
        ["Kode Indikator", "Tahun", "Triwulan", "Kode Sub Kegiatan", "Nama", "Tautan", "Halaman"],
        ["I1", 2024, 0, None, "Laporan", "https://example.org/a", "12"],
        [None, None, None, SUB, "SP2D", "https://example.org/b", None],
    ],
    "Lampiran": [["Jenis", "Judul", "Keterangan"], ["penghargaan", "Piagam", "Juara"]],
}  # fmt: skip
ISIAN = {
    "Kode Pemda": "98.97",
    "Perubahan Renstra Ke": 1,
    "Renstra Berlaku Mulai": 2023,
    "Dasar Renstra": "Perbup 2/2023",
    "Tanggal Renstra": date(2023, 2, 1),
    "Visi RPJMD": "Maju",
    "Misi RPJMD": "Melayani",
    "Tujuan RPJMD": "Tata kelola",
    "Skala": "90 Baik; 75 Cukup; Kurang",
    "Kode Predikat": "B; C; K",
    "Dasar Penilaian": "Perbup 3/2023",
    "Cara Rata-rata": "sasaran",
    "Formula Negatif": "rasio",
    "Desimal Persentase": 1,
    "Ambang Serapan": 85,
    "Kolom PMK": "Ya",
    "Tenggat Bulan": 3,
    "Tenggat Hari": 15,
    "Hari PK": 20,
    "Hari Triwulan": 10,
}


def buku(isian=None, **lembar):
    """A whole office; sheets and lines may be replaced."""
    ganti = {nama.replace("_", " "): baris for nama, baris in lembar.items()}
    kecil = baca_sel(buku_kecil(**LEMBAR | ganti))
    kantor = dict(kecil.pop("Instansi")[1:])
    return buku_kantor(kecil, **kantor | ISIAN | (isian or {}))


@pytest.fixture
def instansi(db):
    hasil = impor_buku(buku(), simpan=True)
    assert hasil.galat == ()
    return hasil.instansi


def test_the_office_is_stored(instansi):
    assert (instansi.pemda.kode, instansi.seksi.get(nama="Seksi A").induk.nama) == (
        "98.97", "Sekretariat"
    )  # fmt: skip
    assert set(Pejabat.objects.values_list("nama", "peran", "sifat", "seksi__nama", "selesai")) == {
        ("Lama Contoh", "pimpinan", "plt", None, date(2023, 2, 28)),
        ("Ani Contoh", "pimpinan", "definitif", None, None),
        ("Budi Contoh", "kepala_daerah", "pj", None, None),
        ("Cici Contoh", "unit", "definitif", "Seksi A", None),
    }
    assert set(instansi.uraian_tugas.values_list("jenis", "uraian")) == {
        ("tugas", "membina desa"), ("fungsi", "pelayanan")
    }  # fmt: skip
    assert ProfilWilayah.objects.get().perempuan == 12
    assert MataPencaharian.objects.get().profil.tahun == 2023
    assert str(Potensi.objects.get().desa) == "Kelurahan Kebonsari"
    assert instansi.isu_strategis.get().tahun == 2024


def test_plan_and_profile_are_stored(instansi):
    renstra = Renstra.objects.get()
    assert (renstra.perubahan_ke, renstra.berlaku_mulai, renstra.visi) == (1, 2023, "Maju")
    assert Tujuan.objects.get().sasaran_rpjmd.indikator == "Indeks RB"
    assert PenetapanIKU.objects.get().tanggal == date(2024, 1, 4)
    assert PerjanjianKinerja.objects.get(jenis="perubahan").tahap_anggaran == "murni"
    profil = ProfilPenilaian.objects.get()
    assert (profil.cara_rata_rata, profil.kolom_pmk, profil.tenggat_hari) == ("sasaran", True, 15)
    assert [satu.kode for satu in profil.kelas.all()] == ["B", "C", "K"]


def test_results_and_texts_are_stored(instansi):
    lapor = Realisasi.objects.get(tahun=2024, indikator__kode="I1")
    assert (lapor.penghambat, lapor.data_tahun_sebelumnya, lapor.bukti.get().halaman) == (
        "Jaringan", True, "12"
    )  # fmt: skip
    assert SubKegiatan.objects.get().seksi.nama == "Seksi A"
    assert Bukti.objects.get(nama="SP2D").sub_kegiatan.kode == SUB
    assert set(RealisasiAnggaran.objects.values_list("triwulan", "jenis", "jumlah")) == {
        (1, "operasi", 200000), (2, "operasi", 450000), (2, "modal", 10)
    }  # fmt: skip
    kendala = ButirAnalisis.objects.filter(sasaran__kode="S1").order_by("urutan")
    assert [satu.uraian for satu in kendala] == ["Petugas kurang", "Jaringan putus"]
    assert ButirAnalisis.objects.get(tujuan__kode="T1").tenggat == date(2025, 6, 30)
    assert Lampiran.objects.get().judul == "Piagam"


def test_a_second_import_changes_nothing(instansi):
    assert changes(impor_buku(buku(), simpan=True)) == []


def test_an_office_comes_back_from_its_export(instansi):
    pertama = ekspor(instansi)
    empty_database(instansi)

    hasil = impor_buku(pertama, simpan=True)

    assert hasil.galat == ()
    assert baca_sel(ekspor(hasil.instansi)) == baca_sel(pertama)


def test_a_workbook_without_these_sheets_leaves_them(instansi):
    kantor = baca_sel(buku_kecil())["Instansi"]
    tanpa = buku_kantor({}, **{"Nama": dict(kantor[1:])["Nama"], "Skala": None, "Telepon": "0331"})

    assert {satu.kolom for satu in impor_buku(tanpa, simpan=True).perubahan} == {"Telepon"}
    assert Pejabat.objects.count() == 4
    assert ProfilPenilaian.objects.get().kolom_pmk is True


def test_a_corrected_row_is_the_same_record(instansi):
    koreksi = [PEJABAT, [*CAMAT[:3], "Ani Contoh Sari", *CAMAT[4:]]]

    hasil = impor_buku(buku({"Nama Pimpinan": None}, Pejabat=koreksi), simpan=True)

    assert [satu[2:] for satu in changes(hasil)] == [("Nama", "Ani Contoh", "Ani Contoh Sari")]
    assert Pejabat.objects.filter(peran="pimpinan").count() == 2


def test_an_emptied_amount_of_a_triwulan_is_removed(instansi):
    baris = [UANG, [SUB, 2, 450000, None]]

    impor_buku(buku(Realisasi_Anggaran=baris), simpan=True)

    assert not RealisasiAnggaran.objects.filter(jenis="modal").exists()


@pytest.mark.parametrize(
    ("ganti", "kolom", "pesan"),
    [
        ({"Unit_Organisasi": [["Nama", "Unit Atasan"], ["A", "B"], ["B", "A"]], "Pejabat": None}, "Unit Atasan", "di bawah dirinya"),
        ({"Pejabat": [PEJABAT, ["unit", "Seksi Z", *CAMAT[2:]]]}, "Unit", "Unit Seksi Z tidak ada"),
        ({"Pejabat": [PEJABAT, ["pimpinan", "Seksi A", *CAMAT[2:]]]}, "Unit", "hanya untuknya"),
        ({"Potensi": [["Jenis", "Nama", "Desa"], ["wisata", "Bukit", "Ajung"]]}, "Desa", "Ajung tidak ada"),
        ({"Mata_Pencaharian": [["Tahun", "Nama", "Jumlah"], [2022, "Petani", 1]]}, "Tahun", "Tahun 2022 tidak ada"),
        ({"Profil_Wilayah": [["Tahun", "Luas"], [2025, 1]], "Mata_Pencaharian": None}, "Tahun", "sesudah tahun buku kerja"),
        ({"Tujuan": [["Kode", "Uraian", "Sasaran RPJMD"], ["T1", "x", 7]]}, "Sasaran RPJMD", "Nomor 7 tidak ada"),
        ({"Penetapan_IKU": [["Tahun", "Nomor", "Tanggal"], [2019, "1", date(2019, 1, 1)]]}, "Tahun", "di luar"),
        ({"Analisis": [["Induk", "Jenis", "Uraian"], ["X", "umum", "y"]]}, "Induk", "Kode X tidak ada"),
        ({"Bukti": [["Nama", "Tautan"], ["a", "https://example.org"]]}, "Kode Indikator", "salah satu"),
        ({"Bukti": [["Kode Sub Kegiatan", "Nama", "Tautan"], ["7.01.01", "a", "https://example.org"]]}, "Kode Sub Kegiatan", "bukan kode sub"),
        ({"Bukti": [["Kode Sub Kegiatan", "Nama", "Tautan"], [SUB, "a", "javascript:x"]]}, "Tautan", "URL"),
        ({"Realisasi_Anggaran": [UANG, [SUB, 5, 1, None]]}, "Triwulan", "1 sampai 4"),
        ({"Anggaran": [["Kode", "Uraian", "Unit"], ["7.01.01", "Program", "Seksi A"]]}, "Unit", "Hanya sub kegiatan"),
        ({"Desa": [["Nama", "Warna"], ["Ajung", "biru"]], "Potensi": None}, "", "Kolom “Warna” tidak dikenal."),
    ],
)  # fmt: skip
def test_rows_are_checked(db, ganti, kolom, pesan):
    temuan = faults(buku(**ganti))

    tempat = [tempat for tempat, _, isi in temuan if pesan in isi]
    assert tempat, temuan
    assert tempat[0].endswith(f"kolom {kolom}" if kolom else "baris 1")


@pytest.mark.parametrize(
    ("isian", "pesan"),
    [
        ({"Kode Predikat": "A; B"}, "Kode Predikat: Isi 3 kode"),
        ({"Ambang Serapan": 101}, "Ambang Serapan: Isi dengan 0 sampai 100"),
        ({"Kode Pemda": "3510"}, "Kode Pemda: Kode pemerintah daerah ditulis seperti"),
        ({"Nama Pimpinan": "Orang Lain"}, "Nama Pimpinan: lembar Pejabat, baris 3, menyebut “Drs. Ani"),
    ],
)  # fmt: skip
def test_lines_are_checked(db, isian, pesan):
    assert any(isi.startswith(pesan) for _, _, isi in faults(buku(isian)))


def test_another_version_of_the_plan_is_not_made_by_a_workbook(instansi):
    (temuan,) = faults(buku({"Perubahan Renstra Ke": 2}))

    assert temuan[2].startswith(
        "Perubahan Renstra Ke: Renstra yang tersimpan adalah perubahan ke-1"
    )


@pytest.mark.parametrize(("tertulis", "terbaca"), [(500000, 500000), (None, 450000)])
def test_sheet_anggaran_decides_on_the_last_triwulan_unless_it_is_empty(db, tertulis, terbaca):
    baris = [["Kode", "Uraian", "Realisasi Operasi"], ["7.01.01", "P", None], ["7.01.01.2.02", "K", None], [SUB, "S", tertulis]]  # fmt: skip

    assert impor_buku(buku(Anggaran=baris), simpan=True).galat == ()

    operasi = RealisasiAnggaran.objects.filter(jenis="operasi").order_by("triwulan")
    assert [satu.jumlah for satu in operasi] == [200000, terbaca]
    assert impor_buku(buku(Anggaran=baris)).perubahan == ()


def test_nip_of_the_sheet_instansi_fills_that_of_the_official(db):
    tanpa = [PEJABAT, [*CAMAT[:5], None, *CAMAT[6:]]]

    hasil = impor_buku(buku(Pejabat=tanpa), simpan=True)

    assert hasil.galat == ()
    assert Pejabat.objects.get(peran="pimpinan").nip == "197001011990011001"
    assert impor_buku(buku(Pejabat=tanpa)).perubahan == ()


def test_the_head_of_the_pemda_is_changed_by_an_admin_only(instansi):
    lain = [*LEMBAR["Pejabat"][:3], ["kepala_daerah", None, None, "Orang Lain", None, None, "Bupati", None, date(2023, 1, 1), None]]  # fmt: skip
    isi = buku({"Nama Atasan": None}, Pejabat=lain)

    temuan = faults(isi, tempat=(instansi, 2024), boleh_pemda=False)

    assert {tempat for tempat, _, _ in temuan} == {"Lembar Pejabat, baris 4, kolom Peran"}
    assert faults(isi, tempat=(instansi, 2024)) == []


def test_a_unit_by_other_letters_is_the_same_unit(instansi):
    hasil = impor_buku(buku(Unit_Organisasi=[["Nama"], ["SEKRETARIAT"]]), simpan=True)

    assert hasil.galat == ()
    assert set(Seksi.objects.values_list("nama", flat=True)) == {"Seksi A", "SEKRETARIAT"}


def test_the_whole_year_alone_needs_no_sheet_of_triwulan(db):
    hasil = impor_buku(buku_kecil(), simpan=True)

    assert "Realisasi Anggaran" not in baca_sel(ekspor(hasil.instansi))
    assert Pemda.objects.get().kode == "35.10"


def test_the_guide_explains_every_further_sheet():
    panduan = baca_sel(tulis_templat(range(2025, 2027)))["Panduan"]
    dijelaskan = {lembar for lembar, kolom, *_ in panduan if not kolom}

    tambahan = {satu.nama for satu in LEMBAR_LENGKAP if satu.tambahan}
    assert tambahan - dijelaskan == {"Uraian Tugas", "Isu Strategis", "Target RKT"}

"""Rules over documents: each finds its fault put into the clean report, which has none."""

import ast
from pathlib import Path

import pytest

from lkip.periksa_dokumen.baca import baca_tempelan
from lkip.periksa_dokumen.periksa import ATURAN, periksa_halaman
from tests.lkip.dokumen_uji import BERSIH, ganti

T37 = "1.1.1\tPenyediaan Gaji dan Tunjangan ASN\t800.000.000\t760.000.000\t95%"
KALIMAT_IKHTISAR = "Sebanyak 2 (dua) indikator capaiannya di atas target"
PENUTUP = "Rekomendasi untuk tahun berikutnya:"
ANALISIS_1 = (
    "Indeks kepuasan mencapai 82,00 dari target 80 karena loket dibuka setiap hari kerja. "
    "Antrean berkurang setelah pendaftaran dilakukan secara daring, dan petugas menerima "
    "pelatihan pelayanan sebanyak dua kali."
)
CATATAN = "Catatan : Sisa anggaran berasal dari tagihan listrik yang lebih rendah."
SASARAN_2 = "Meningkatnya fasilitasi pemberdayaan desa"
KELUARAN_LAIN = (
    "Sub Kegiatan Peningkatan Partisipasi Masyarakat\n\n"
    "\tUraian\tSatuan\tTarget\tRealisasi\n"
    "Input\tJumlah Dana\tRp\t70.000.000\t40.000.000\n"
    "Output\tJumlah laporan\tLaporan\t12\t12\n\n"
)
SUMBER_32 = "Sumber : Hasil pengukuran 2023"
LAMPIRAN = "LAMPIRAN\n"
# The fault: words of the clean report, and what stands there instead.
SALAH = {
    "ANG-01": [("1.2.1\tPenyediaan Jasa Pelayanan Umum Kantor\t100.000.000", "1.2.1\tPenyediaan Jasa Pelayanan Umum Kantor\t90.000.000")],
    "ANG-02": [(T37, T37.replace("800.000.000", "810.000.000"))],
    "ANG-03": [("1\tProgram Penunjang Urusan Pemerintahan Daerah\t900.000.000", "1\tProgram Penunjang Urusan Pemerintahan Daerah\t800.000.000")],
    "ANG-04": [("Jumlah\t1.010.000.000\t953.500.000", "Jumlah\t1.010.000.000\t943.500.000")],
    "ANG-05": [("Jumlah\t1.010.000.000", "Jumlah\t910.000.000")],
    "ANG-06": [("Jumlah\t1.010.000.000", "Jumlah\t970.000.000"), (PENUTUP, f"Belanja modal sebesar Rp40.000.000.\n\n{PENUTUP}")],
    "ANG-07": [("94,41% dari pagu", "96,41% dari pagu")],
    "ANG-07b": [("66.000.000\t94,29%", "66.000.000\t84,29%")],
    "ANG-08": [(PENUTUP, f"Belanja pegawai terealisasi sebesar Rp800.000.000.\n\n{PENUTUP}")],
    "ANG-10": [("2 program, 3 kegiatan", "2 program, 4 kegiatan")],
    "ANG-11": [("Sub Kegiatan Pembinaan Lembaga Kemasyarakatan\t40.000.000", "Sub Kegiatan Pembinaan Lembaga Kemasyarakatan\t42.000.000")],
    "ANG-12": [("Sub Kegiatan Penyediaan Gaji dan Tunjangan ASN\t800.000.000\t760.000.000\t95%", "Sub Kegiatan Penyediaan Gaji dan Tunjangan ASN\t800.000.000\t760.000.000\t96%")],
    "ANG-14": [("BAB III AKUNTABILITAS KINERJA\n\nA.", "Berdasarkan Rencana Kinerja Tahunan terlampir, alokasinya:\n\n- Program Penunjang dengan anggaran Rp900.000.000\n\nBAB III AKUNTABILITAS KINERJA\n\nA."), (LAMPIRAN, f"{LAMPIRAN}\nRENCANA KINERJA TAHUNAN\n\nProgram\tAnggaran\nProgram Penunjang\t890.000.000\n")],
    "ANG-15": [(CATATAN, "Catatan : Sisa anggaran karena tidak adanya perubahan APBD.")],
    "ANG-16": [("70.000.000\t66.000.000\t94,29%", "70.000.000\t69.900.000\t100%")],
    "ANG-17": [(CATATAN, "Catatan : Kegiatan terlaksana sesuai target.")],
    "ANG-18": [("Tabel 3.7\n", f"{KELUARAN_LAIN}{CATATAN}\n\nTabel 3.7\n")],
    "ANG-19": [(CATATAN, "Catatan : Sisa belanja langsung disetor kembali.")],
    "ANG-20": [("2. Program Pemberdayaan Masyarakat Desa\tRp110.000.000", "2. Program Pembinaan Masyarakat Desa\tRp110.000.000")],
    "ANG-21": [("2.1.1\tPeningkatan Partisipasi Masyarakat\t70.000.000\t66.000.000\t94,29%\n2.1.2\tPembinaan Lembaga Kemasyarakatan\t40.000.000\t39.000.000\t97,50%", "2.1.1\tPembinaan Lembaga Kemasyarakatan\t40.000.000\t39.000.000\t97,50%\n2.1.2\tPeningkatan Partisipasi Masyarakat\t70.000.000\t66.000.000\t94,29%")],
    "ANG-22": [("\tSub Kegiatan Penyediaan Gaji dan", "\tKegiatan A.1 : Administrasi Keuangan\t\t\t\n\tKegiatan A.1 : Penyediaan Jasa\t\t\t\n\tSub Kegiatan Penyediaan Gaji dan")],
    "TAB-01": [("Jumlah\t12\t9", "Jumlah\t12\t8")],
    "KIN-01": [("82\t100%", "82\t102,50%")],
    "KIN-04": [("71,40\t102%", "71,40\t71 Nilai")],
    "KIN-05": [("mencapai 99,42%", "mencapai 98,42%")],
    "KIN-07": [("1. Meningkatnya mutu pelayanan kecamatan\t102,50%", "1. Meningkatnya mutu pelayanan kecamatan\t99%")],
    "KIN-08": [("≥ 91", "≥ 90")],
    "KIN-08b": [("predikat Sangat Tinggi,", "predikat Sedang,")],
    "KIN-08c": [("102%\t✓\t", "102%\t\t✓")],
    "KIN-10": [("3 dari 4 desa", "sebagian besar desa")],
    "KIN-11": [("150 responden", "warga")],
    "KIN-12": [("79,50", "79.50 (Nilai)")],
    "KIN-12b": [("79,50\t82,00", "79,50%\t82,00")],
    "KIN-14": [("78,10\t79,50", "78,10\t81,50")],
    "KIN-15": [("66,00\t69,00", "46,00\t69,00")],
    "KIN-16": [("Jumlah laporan\tLaporan", "Jumlah laporan\tUnit")],
    "KIN-17": [("Jumlah laporan\tLaporan\t12\t12", "Jumlah orang\tOrang/Bulan\t12\t11")],
    "KIN-18": [("Meja kerja\t12\tBaik", "Meja kerja\t12\t-"), ("Komputer\t8\tBaik", "Komputer\t8\t-"), ("roda dua\t3\tBaik", "roda dua\t3\t-")],
    "KIN-20": [(LAMPIRAN, f"{LAMPIRAN}\nMATRIKS RENSTRA\n\nIndikator\tTarget 2022\tTarget 2023\tTarget 2024\nIndeks Kepuasan Masyarakat\t78\t81\t82\n")],
    "KIN-21": [("Meningkatnya akuntabilitas kinerja kecamatan\t102%\t✓", "Sasaran 3 Meningkatnya akuntabilitas kinerja\t\t\nIndikator 3.1 Nilai SAKIP\t\t\nRata-rata capaian\t102%\t✓")],
    "KIN-23": [("Persentase desa yang difasilitasi\t80%", "Terlaksananya fasilitasi desa\t80%")],
    "EFI-01": [("93,75%\t95,45%\tTidak Efisien", "93,75%\t95,45%\tEfisien")],
    "EFI-02": [("1. Meningkatnya mutu pelayanan kecamatan\t102,50%\t94,28%\tEfisien", "1. Meningkatnya mutu pelayanan kecamatan\t102,50%\t94,28%\tEfisien\n3. Meningkatnya akuntabilitas kinerja kecamatan\t102%\t94,28%\tEfisien")],
    "EFI-04": [(PENUTUP, f"Tidak ada efisiensi dalam penggunaan anggaran.\n\n{PENUTUP}")],
    "EFI-05": [("data serapan pada tabel 3.7", "data serapan pada tabel 3.4")],
    "EFI-06": [("1. Meningkatnya mutu pelayanan kecamatan\t102,50%", "1. Meningkatnya mutu pelayanan kecamatan\t98,50%")],
    "EFI-07": [("1. Meningkatnya mutu pelayanan kecamatan\t102,50%\t94,28%\tEfisien", "1. Meningkatnya mutu pelayanan kecamatan\t100%\t94,28%\tEfisien\n3. Meningkatnya akuntabilitas kinerja kecamatan\t102%\t94,28%\tEfisien")],
    "NAR-01": [("tren peningkatan", "tren penurunan")],
    "NAR-04": [("78,10\t79,50", "-\t79,50")],
    "NAR-06": [(KALIMAT_IKHTISAR, KALIMAT_IKHTISAR.replace("2 (dua)", "3 (tiga)"))],
    "NAR-06b": [("2 (dua)", "2 (tiga)")],
    "NAR-07": [(PENUTUP, f"Dari sejumlah indikator yang diperjanjikan, semuanya diukur.\n\n{PENUTUP}")],
    "NAR-08": [("target 80% karena", "target 90% karena")],
    "NAR-09": [("75%\t80%\t85%", "100%\t100%\t100%"), ("difasilitasi\t80%\t75%\t93,75%\t85%\t88,24%", "difasilitasi\t100%\t75%\t75%\t100%\t75%"), ("target 80% karena", "harapan melampaui target karena")],
    "NAR-10": [(PENUTUP, f"Pajak tahun 2023 sebesar 41,25% mengalami penurunan dari tahun 2022 sebesar 41,25%.\n\n{PENUTUP}")],
    "NAR-12": [(ANALISIS_1, "Sasaran ini tercapai.")],
    "NAR-14": [(PENUTUP, f"Kendala yang dihadapi:\n\na. Keterbatasan jaringan internet kantor untuk pelayanan administrasi kependudukan warga\n\nFaktor pendukung keberhasilan adalah:\n\na. Tersedianya jaringan internet kantor untuk pelayanan administrasi kependudukan warga\n\n{PENUTUP}")],
    "NAR-15": [(PENUTUP, f"{ANALISIS_1}\n\n{ANALISIS_1}\n\n{PENUTUP}")],
    "NAR-15b": [("2) Menjadwalkan pendampingan", "2) menjadwalkan pendampingan")],
    "NAR-16": [("1) Melengkapi sarana antrean di ruang pelayanan kecamatan supaya waktu tunggu berkurang.", "1) Rekomendasi lain antara lain :")],
    "NAR-18": [("Gedung kantor dan sarana memadai", "Gedung kantor dan sarana kurang memadai")],
    "NAR-19": [("Jumlah penduduk 10.000 jiwa, terdiri atas laki-laki", "Jumlah penduduk 10.000 jiwa laki-laki, terdiri atas")],
    "NAR-21": [("sebesar Rp1.010.000.000", "sebesar Rp..")],
    "SDM-01": [("atau 25% dari kebutuhan", "atau 75% dari kebutuhan")],
    "SDM-02": [("Berdasarkan tabel 1.1 terdapat", "Berdasarkan tabel 1.2 terdapat")],
    "SDM-03": [("sebanyak 9 orang", "sebanyak 10 orang")],
    "DEM-01": [("sebanyak 3.000 jiwa", "sebanyak 2.000 jiwa")],
    "DEM-02": [("40 % sebanyak", "45 % sebanyak")],
    "DEM-03": [("1. Pertanian 40 %", "a. pembinaan perangkat Kelurahan;\n\n1. Pertanian 40 %")],
    "HIR-01": [("Tujuan 1 : Terwujudnya kecamatan yang melayani", "Tujuan 1 : Meningkatnya mutu pelayanan kecamatan")],
    "HIR-02": [(f"Sasaran 2 : {SASARAN_2}\tPersentase", f"Sasaran 4 : {SASARAN_2}\tPersentase")],
    "HIR-03": [(PENUTUP, f"Yang dialokasikan untuk sasaran 1 adalah sebesar 100% dari anggaran.\n\n{PENUTUP}")],
    "HIR-04": [(LAMPIRAN, f"{LAMPIRAN}\nTujuan : Meningkatnya kesejahteraan seluruh warga\n")],
    "HIR-06": [(f"2. {SASARAN_2}", "2. Meningkatkan fasilitasi pemberdayaan desa")],
    "DOK-01": [("Tabel 1.2\n", "Tabel 1.3\n")],
    "DOK-02": [("B. PROFIL WILAYAH\t2", "B. POTENSI DAERAH\t2")],
    "DOK-03": [("Lampiran 1.\tPerjanjian Kinerja Tahun 2023", "Lampiran 1.\tPerjanjian Kinerja Tahun 2022")],
    "DOK-03b": [(PENUTUP, f"Laporan Kinerja tahun 2021 ini menjadi dasar perbaikan.\n\n{PENUTUP}")],
    "DOK-04": [("Lampiran 1.\tPerjanjian Kinerja Tahun 2023", "Lampiran 1.\tPenghargaan yang diterima kantor")],
    "DOK-05": [(SUMBER_32, "Sumber : 1. Hasil pengukuran\n\n1. Survei kepuasan")],
    "DOK-06": [("Gedung kantor dan", "Gedung kantor gedung kantor dan")],
    "DOK-07": [("telah direviu oleh", "dibaca oleh"), ("PERNYATAAN TELAH DIREVIU", "PERNYATAAN")],
    "TGL-01": [("Mekarsari, 10 Januari 2023", "Mekarsari, 10 November 2023")],
    "TGL-02": [("Mekarsari, 10 Januari 2023", "Mekarsari, Januari 2023")],
    "REG-01": [("PermenPANRB Nomor 53 Tahun 2014", "PermenPANRB Nomor 53 Tahun 2015")],
    "REG-02": [(LAMPIRAN, f"{LAMPIRAN}\nKESATU : Menetapkan indikator.\n\nKETIGA : Mulai berlaku.\n")],
    "REG-03": [(LAMPIRAN, f"{LAMPIRAN}\nPeraturan Nomor PER/9/M.PAN/5/2007 tentang Pedoman Umum Penetapan Indikator;\n\nPeraturan Nomor 09/M.PAN/05/2007 tentang Pedoman Penyusunan Indikator;\n")],
    "REG-04": [(LAMPIRAN, f"{LAMPIRAN}\nKEPUTUSAN CAMAT SUKAMAJU\n\nKeputusan Kepala Kecamatan ini mulai berlaku.\n")],
    "REG-06": [("LAMPIRAN\n", "LAMPIRAN\n\nNIP. 197001011995031001\n")],
}  # fmt: skip


def kode(teks):
    return {satu.aturan for satu in periksa_halaman(baca_tempelan(teks))}


@pytest.mark.parametrize("aturan", SALAH)
def test_each_fault_is_found(aturan):
    assert aturan in kode(ganti(*SALAH[aturan]))


def test_the_clean_report_has_no_findings():
    assert kode(BERSIH) == set()


def test_every_rule_has_a_fault_here():
    assert {satu.kode for satu in ATURAN} == set(SALAH)


def test_every_rule_stands_in_the_table_of_the_documentation():
    isi = Path("docs/periksa-dokumen.md").read_text()

    assert [satu.kode for satu in ATURAN if f"{satu.kode} " not in isi] == []


def test_every_rule_is_explained_in_words_of_its_own():
    penjelasan = [satu.penjelasan for satu in ATURAN]

    for satu in penjelasan:
        assert sum(map(str.isalpha, satu)) >= 40, satu
        assert satu.endswith("."), satu
    assert len(set(penjelasan)) == len(penjelasan)


def test_a_text_without_tables_is_checked_too():
    assert kode("Anggaran sebesar Rp.. digunakan untuk pelayanan. " * 10) == {"NAR-21"}


def test_the_rules_import_nothing_of_django():
    for berkas in Path("lkip/periksa_dokumen").rglob("*.py"):
        for simpul in ast.walk(ast.parse(berkas.read_text())):
            modul = getattr(simpul, "module", None) or ""
            assert not modul.startswith("django"), berkas

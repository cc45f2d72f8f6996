"""Makes exports of SIPD in tests, to the published layouts."""

from lkip.bukukerja.berkas import Buku
from lkip.sipd.kenali import kenali_buku
from tests.lkip.buku_uji import buat_buku

KOLOM_DOKUMEN = [
    "Kode SKPD", "Nama SKPD", "Kode Sub SKPD", "Nama Sub SKPD", "Kode Fungsi", "Nama Fungsi",
    "Kode Sub Fungsi", "Nama Sub Fungsi", "Kode Urusan", "Nama Urusan", "Kode Bidang Urusan",
    "Nama Bidang Urusan", "Kode Program", "Nama Program", "Kode Kegiatan", "Nama Kegiatan",
    "Kode Sub Kegiatan", "Nama Sub Kegiatan", "Kode Rekening", "Nama Rekening", "Nomor Dokumen",
    "Jenis Dokumen", "Jenis Transaksi", "Nomor DPT", "Tanggal Dokumen", "Keterangan Dokumen",
    "Nilai Realisasi", "Nilai Setoran", "NIP Pegawai", "Nama Pegawai", "Tanggal Simpan",
    "Nomor SPD", "Periode SPD", "Nilai SPD", "Tahapan SPD", "Nama Sub Tahapan Jadwal",
    "Tahapan APBD", "Nomor SPP", "Tanggal SPP", "Nomor SPM", "Tanggal SPM", "Nomor SP2D",
    "Tanggal SP2D", "Tanggal Transfer", "Nilai SP2D",
]  # fmt: skip
NIP = "197001011990011001"
PEGAWAI = "Pegawai Rahasia"
SEDERHANA = [["Kode", "Uraian", "Pagu Murni", "Pagu Perubahan", "Realisasi"]]

KEPALA_LRA = [
    ["PEMERINTAH KABUPATEN CONTOH"],
    ["LAPORAN REALISASI ANGGARAN PENDAPATAN DAN BELANJA DAERAH"],
    ["TAHUN ANGGARAN 2024"],
    ["Periode 1 Januari s.d. 31 Desember 2024"],
    [],
    ["Kode", None, None, None, "Uraian", "Belanja Operasi", None, "Belanja Modal", None,
     "Belanja Tak Terduga", None, "Belanja Transfer", None, "Jumlah", None, None],
    [None, None, None, None, None, *["Anggaran", "Realisasi"] * 5, "%"],
    ["1", "2", "3", "4", "5", *[str(nomor) for nomor in range(6, 17)]],
    [],
]  # fmt: skip
SUB_GAJI = ["", "", "7.01.01.2.02.0001", None, "Penyediaan Gaji", 1000, 900, 0, 0, 0, 0, 0, 0, 1000, 900, 90]  # fmt: skip
SUB_ALAT = ["", "", "7.01.01.2.02.0002", None, "Pengadaan Alat", "2.000,00", "1.500,00", "500,00", "500,00", "-", "null", None, None, "2.500,00", "2.000,00", 80]  # fmt: skip


def row_lra(kode, tempat, uraian, pagu, realisasi):
    kodes = [None] * 4
    kodes[tempat] = kode
    return [*kodes, uraian, pagu, realisasi, *[None] * 6, pagu, realisasi, None]


def lra(*baris, program=(3500, 2900), total=(3500, 2900)):
    """An LRA with one program; the printed totals may be wrong."""
    isi = baris or (SUB_GAJI, SUB_ALAT)
    return buat_buku(
        {
            "Sheet1": [
                *KEPALA_LRA,
                row_lra("7.01", 0, "Kecamatan", *total),
                row_lra("7.01.01", 0, "Program Penunjang", *program),
                row_lra("7.01.01.2.02", 1, "Administrasi Keuangan", 3500, 2900),
                *isi,
                row_lra("5.1.02.01.001.00024", 3, "Belanja Alat Tulis", 1, 1),
                row_lra(None, 0, "JUMLAH", *total),
            ]
        }
    )


def document(**isi):
    """One row of the document export; fields by their head."""
    bawaan = {
        "Kode Sub SKPD": "7.01.0.00.0.00.09.0000",
        "Nama Sub SKPD": "Kecamatan Uji",
        "Kode Program": "7.01.01",
        "Nama Program": "Program Penunjang",
        "Kode Kegiatan": "7.01.01.2.02",
        "Nama Kegiatan": "Administrasi Keuangan",
        "Kode Sub Kegiatan": "7.01.01.2.02.0001",
        "Nama Sub Kegiatan": "Penyediaan Gaji",
        "Kode Rekening": "5.1.02.01.001.00024",
        "Nomor Dokumen": "1",
        "Nilai Realisasi": "1.000,00",
        "Nilai Setoran": "null",
        "NIP Pegawai": NIP,
        "Nama Pegawai": PEGAWAI,
    }
    baris = bawaan | isi
    return [baris.get(nama) for nama in KOLOM_DOKUMEN]


def documents(*baris):
    return buat_buku({"Data Realisasi Dokumen": [KOLOM_DOKUMEN, *baris]})


def recognise(isi):
    with Buku(isi) as buku:
        return kenali_buku(buku)

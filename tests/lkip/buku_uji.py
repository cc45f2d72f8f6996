"""Makes and changes workbooks in tests."""

from io import BytesIO

from openpyxl import Workbook, load_workbook

from lkip.bukukerja.ambil import ambil_isi
from lkip.bukukerja.impor import impor_buku
from lkip.bukukerja.tulis import tulis_ekspor

KANTOR = {
    "Kode": "35.10.01",
    "Nama": "Kecamatan Uji",
    "Pemda": "Kabupaten Uji",
    "Provinsi": "Jawa Timur",
    "Alamat": "Jl. Uji Nomor 1",
    "Jabatan Pimpinan": "Camat",
    "Nama Pimpinan": "Drs. Ani Contoh, M.Si.",
    "NIP Pimpinan": "197001011990011001",
    "Jabatan Atasan": "Bupati",
    "Nama Atasan": "Budi Contoh",
    "Periode Awal": 2021,
    "Periode Akhir": 2026,
    "Tahun": 2024,
    "Skala": "91/76/66/51",
    "Batas Capaian": 100,
}
KECIL = {
    "Tujuan": [["Kode", "Uraian"], ["T1", "Meningkatnya pelayanan"]],
    "Sasaran": [["Kode", "Kode Tujuan", "Uraian"], ["S1", "T1", "Meningkatnya kepuasan"]],
    "Indikator": [
        ["Kode", "Induk", "Nama", "Satuan"],
        ["I1", "S1", "Indeks kepuasan", "Indeks"],
        ["I2", "T1", "Persentase usulan", "%"],
    ],
    "PK": [["Jenis", "Nomor", "Tanggal"], ["murni", "1/2024", "26 Januari 2024"]],
    "Target PK": [
        ["Jenis", "Kode Indikator", "Target"],
        ["murni", "I1", 85],
        ["murni", "I2", 80],
    ],
    "Realisasi": [["Kode Indikator", "2023", "2024"], ["I1", 82.27, 84.02], ["I2", None, 75]],
    "Anggaran": [
        ["Kode", "Uraian", "Pagu Murni Operasi", "Realisasi Operasi"],
        ["7.01.01", "Program penunjang", None, None],
        ["7.01.01.2.02", "Administrasi keuangan", None, None],
        ["7.01.01.2.02.0001", "Penyediaan gaji", 1000000, 950000],
    ],
    "Program Sasaran": [["Kode Program", "Kode Sasaran", "Porsi"], ["7.01.01", "S1", 100]],
}


def simpan_buku(buku):
    aliran = BytesIO()
    buku.save(aliran)
    return aliran.getvalue()


def buat_buku(lembar):
    """A workbook of sheets given as rows of cells."""
    buku = Workbook()
    buku.remove(buku.active)
    for nama, baris in lembar.items():
        halaman = buku.create_sheet(nama)
        for satu in baris:
            halaman.append(satu)
    return simpan_buku(buku)


def buku_kantor(lembar=None, **isian):
    """A workbook with a sheet Instansi; `isian` replaces its lines."""
    kepala = [["Isian", "Nilai"], *([nama, nilai] for nama, nilai in (KANTOR | isian).items())]
    return buat_buku({"Instansi": kepala, **(lembar or {})})


def buku_kecil(**lembar):
    """A whole small office; `lembar` replaces sheets, with _ for the blank in their names."""
    ganti = {nama.replace("_", " "): baris for nama, baris in lembar.items()}
    return buku_kantor({nama: satu for nama, satu in (KECIL | ganti).items() if satu})


def ekspor(instansi, tahun=2024):
    return tulis_ekspor(ambil_isi(instansi, tahun), tahun)


def baca_sel(isi):
    """All cells of a workbook: {sheet: [rows]}."""
    buku = load_workbook(BytesIO(isi))
    return {lembar.title: [list(baris) for baris in lembar.values] for lembar in buku}


def ubah_sel(isi, *ganti):
    """Change cells, each given as (sheet, key in column A, column, value)."""
    buku = load_workbook(BytesIO(isi))
    for lembar, kunci, kolom, nilai in ganti:
        halaman = buku[lembar]
        judul = [sel.value for sel in halaman[1]]
        baris = next(b for b in range(2, halaman.max_row + 1) if halaman.cell(b, 1).value == kunci)
        halaman.cell(baris, judul.index(kolom) + 1).value = nilai
    return simpan_buku(buku)


def faults(isi, **pilihan):
    """The faults of a workbook as (place, value, message)."""
    return [(g.tempat, g.nilai, g.pesan) for g in impor_buku(isi, **pilihan).galat]


def changes(hasil):
    return [(satu.lembar, satu.kunci, satu.kolom, satu.lama, satu.baru) for satu in hasil.perubahan]


def anggaran(*baris, kolom=("Kode", "Uraian", "Pagu Murni Operasi")):
    return [list(kolom), *[list(satu) for satu in baris]]

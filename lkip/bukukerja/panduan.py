"""The guide sheet of the template: each sheet and column, and what may stand there."""

from collections.abc import Iterator

from lkip.bukukerja.jenis import Angka, Bulat, Jenis, Pilihan, Rupiah, Tanda, Tanggal, Teks, YaTidak
from lkip.bukukerja.kinerja import Kinerja
from lkip.bukukerja.kolom import Kolom, Lembar
from lkip.bukukerja.lembar import LEMBAR

JUDUL = ("Lembar", "Kolom", "Sifat", "Isi")
UMUM = (
    "Judul kolom di baris 1, satu baris per isian. Baris yang tidak ada di buku kerja tidak dihapus.",
    "Sel kosong berarti tidak ada isian; nol ditulis 0. Angka ditulis seperti 1.234,56.",
    "Kode ditulis sebagai teks. Lembar dan kolom tambahan boleh dibuat dengan nama seperti di bawah "
    "ini; yang tidak ada tidak mengubah apa pun.",
    "Foto, berkas, pengguna, dan status tidak dimuat dalam buku kerja.",
)
LEMBAR_KHUSUS = {
    "Catatan Tahunan": "Catatan untuk nilai setahun pada lembar Realisasi, bagi indikator tanpa "
    "realisasi triwulan.",
    "Unit Organisasi": "Susunan organisasi; Unit Atasan adalah nama unit di atasnya.",
    "Pejabat": "Semua yang menjabat dan pernah menjabat, termasuk Plt. dan Plh. Bila lembar ini ada, "
    "nama, NIP, dan pangkat pada lembar Instansi harus sama dengan pejabat pada tanggal laporan, "
    "atau kosong.",
    "Profil Wilayah": "Satu baris per tahun; luas dalam km², penduduk dalam jiwa.",
    "Mata Pencaharian": "Tahunnya ada pada lembar Profil Wilayah; jumlah dalam jiwa.",
    "Desa": "Nama tanpa kata Desa atau Kelurahan.",
    "Potensi": "Desa ditulis lengkap, misalnya Desa Ajung atau Kelurahan Kebonsari.",
    "Sasaran RPJMD": "Nomornya dirujuk kolom Sasaran RPJMD pada lembar Tujuan.",
    "Penetapan IKU": "Keputusan yang menetapkan IKU; berlaku sampai ada yang lebih baru.",
    "Realisasi Anggaran": "Jumlah sejak Januari sampai akhir triwulan. Untuk triwulan terakhir, "
    "realisasi pada lembar Anggaran yang dipakai, kecuali bila kosong.",
    "Analisis": "Induk adalah kode tujuan atau sasaran. Baris dengan induk dan jenis yang sama "
    "berurutan.",
    "Bukti": "Bukti dukung berupa tautan, untuk satu indikator dan triwulan (0 = setahun) atau untuk "
    "satu sub kegiatan.",
    "Lampiran": "Judul dan keterangan; berkasnya diunggah pada halaman Foto.",
}
PENJELASAN = {
    Angka: "Angka",
    Rupiah: "Rupiah",
    Tanggal: "Tanggal, misalnya 10 Februari 2025",
    YaTidak: "Ya atau Tidak",
    Tanda: "Ya, atau kosong",
}


def baris_panduan() -> Iterator[tuple[str, ...]]:
    """The rows of the sheet, with its heads."""
    yield JUDUL
    yield from (("Semua lembar", "", "", satu) for satu in UMUM)
    for lembar in LEMBAR:
        if lembar.nama in LEMBAR_KHUSUS:
            yield lembar.nama, "", _sifat_lembar(lembar), LEMBAR_KHUSUS[lembar.nama]
        for kolom in lembar.kolom:
            yield lembar.nama, kolom.nama, _sifat(lembar, kolom), _isi(kolom.jenis)
        if lembar.tahunan:
            yield lembar.nama, "Tahun, misalnya 2025", "", _isi(lembar.tahunan)


def _sifat(lembar: Lembar, kolom: Kolom) -> str:
    if kolom.wajib:
        return "Wajib"
    return "Tambahan" if kolom.tambahan else _sifat_lembar(lembar)


def _sifat_lembar(lembar: Lembar) -> str:
    return "Tambahan" if lembar.tambahan else ""


def _isi(jenis: Jenis) -> str:
    if isinstance(jenis, Teks):
        return f"Teks, paling banyak {jenis.maksimum} huruf"
    if isinstance(jenis, Bulat):
        return f"Bilangan bulat {jenis.minimum} sampai {jenis.maksimum}"
    if isinstance(jenis, Pilihan):
        return f"Pilih: {'; '.join(jenis.daftar)}"
    if isinstance(jenis, Kinerja):
        rasio = ", atau pembilang / penyebut seperti 12 / 15" if jenis.rasio else ""
        return f"Angka, huruf seperti BB atau BB (75){rasio}, atau kata “{jenis.kata}”"
    return PENJELASAN[type(jenis)]

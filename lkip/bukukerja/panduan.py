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
    "Kode ditulis sebagai teks. Kolom tambahan boleh dibuat dengan judul seperti di bawah ini.",
)
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
        for kolom in lembar.kolom:
            yield lembar.nama, kolom.nama, _sifat(lembar, kolom), _isi(kolom.jenis)
        if lembar.tahunan:
            yield lembar.nama, "Tahun, misalnya 2025", "", _isi(lembar.tahunan)


def _sifat(lembar: Lembar, kolom: Kolom) -> str:
    if kolom.wajib:
        return "Wajib"
    return "Tambahan" if kolom.tambahan or lembar.tambahan else ""


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

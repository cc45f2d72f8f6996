"""A document as pages of lines; the cells of a table row are separated by tabs."""

import re
import unicodedata
from dataclasses import dataclass

from lkip.periksa_dokumen.docx import baca_docx
from lkip.periksa_dokumen.galat import DokumenSalah
from lkip.periksa_dokumen.pdf import baca_pdf

MAKS_UNGGAH = 25_000_000  # bytes
MAKS_HURUF = 3_000_000
HURUF_PALING_SEDIKIT = 200
MARKAH = re.compile(
    r"</?[a-z]{1,6}(?: [^<>]{0,80})?>|\*\*"
)  # text copied from a web page or a converter
BUKAN_DOKUMEN = (
    "Berkas ini bukan PDF, DOCX, atau teks. Simpan laporan sebagai PDF, lalu unggah lagi."
)


@dataclass(frozen=True)
class Halaman:
    """A page by its number in the file; a document without pages is one page."""

    nomor: int
    baris: tuple[str, ...]


def baca_dokumen(isi: bytes) -> tuple[Halaman, ...]:
    """The pages of an uploaded file. Raises DokumenSalah for what cannot be read."""
    if not isi:
        raise DokumenSalah("Berkas kosong.")
    if len(isi) > MAKS_UNGGAH:
        raise DokumenSalah(f"Berkas terlalu besar; paling besar {MAKS_UNGGAH // 1_000_000} MB.")
    if isi.lstrip()[:5] == b"%PDF-":
        return _halaman(baca_pdf(isi))
    if isi.startswith(b"PK\x03\x04"):
        return _halaman(baca_docx(isi))
    try:
        return baca_tempelan(isi.decode("utf-8-sig"))
    except UnicodeDecodeError as salah:
        raise DokumenSalah(BUKAN_DOKUMEN) from salah


def baca_tempelan(teks: str) -> tuple[Halaman, ...]:
    """The pages of pasted text; a form feed starts a new one."""
    if "\x00" in teks:
        raise DokumenSalah(BUKAN_DOKUMEN)
    return _halaman([satu.splitlines() for satu in teks.split("\f")])


def _halaman(semua: list[list[str]]) -> tuple[Halaman, ...]:
    huruf = sum(len(baris) for halaman in semua for baris in halaman)
    if huruf > MAKS_HURUF:
        raise DokumenSalah("Teksnya terlalu panjang untuk sebuah laporan kinerja.")
    if huruf < HURUF_PALING_SEDIKIT:
        raise DokumenSalah(
            "Tidak ada teks untuk diperiksa. Berkas hasil pindaian hanya berisi gambar: unggah berkas "
            "asli dari Word, atau PDF yang teksnya dapat disalin."
        )
    return tuple(
        Halaman(nomor, tuple(map(_rapikan, baris))) for nomor, baris in enumerate(semua, start=1)
    )


def _rapikan(baris: str) -> str:
    """One form for letters that can be written in two, and single spaces in every cell."""
    utuh = unicodedata.normalize("NFKC", MARKAH.sub(" ", baris))
    return "\t".join(" ".join(sel.split()) for sel in utuh.split("\t"))

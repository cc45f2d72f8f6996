"""Files that are evidence: checked by what they hold, named by their hash."""

import zipfile
from hashlib import sha256
from pathlib import PurePath

from django.core.files import File

from lkip.gambar import BITA_MAKSIMUM, GambarSalah, periksa_lampiran

# The part that makes a zip archive a document of its kind.
ISI_OFFICE = {".xlsx": "xl/workbook.xml", ".docx": "word/document.xml"}
GAMBAR_DAN_PDF = (".pdf", ".jpg", ".jpeg", ".png")


class BerkasSalah(ValueError):
    """The upload cannot be evidence; `pesan` says why in Indonesian."""

    def __init__(self, pesan: str):
        super().__init__(pesan)
        self.pesan = pesan


def akhiran(berkas: File) -> str:
    """The ending of its name: ".pdf"."""
    return PurePath(berkas.name).suffix.lower()


def periksa_bukti(berkas: File) -> None:
    """Refuse (BerkasSalah) what is too big, of another kind, or not what its name claims."""
    jenis = akhiran(berkas)
    if jenis in GAMBAR_DAN_PDF:
        try:
            periksa_lampiran(berkas)
        except GambarSalah as salah:
            raise BerkasSalah(salah.pesan) from salah
    elif jenis in ISI_OFFICE:
        _periksa_office(berkas, ISI_OFFICE[jenis])
    else:
        raise BerkasSalah(
            "Jenis berkas ini tidak diterima. Unggah PDF, JPEG, PNG, XLSX, atau DOCX."
        )


def _periksa_office(berkas: File, isi: str) -> None:
    if berkas.size > BITA_MAKSIMUM:
        raise BerkasSalah("Berkas ini lebih besar dari 10 MB.")
    try:
        with zipfile.ZipFile(berkas) as arsip:
            bagian = arsip.namelist()
    except zipfile.BadZipFile as salah:
        raise BerkasSalah("Isi berkas ini tidak sesuai dengan namanya.") from salah
    finally:
        berkas.seek(0)
    if isi not in bagian:
        raise BerkasSalah("Isi berkas ini tidak sesuai dengan namanya.")
    if any(nama.lower().endswith("vbaproject.bin") for nama in bagian):
        raise BerkasSalah("Berkas ini memuat makro. Simpan tanpa makro, lalu unggah kembali.")


def hitung_sha256(berkas: File) -> str:
    """64 hexadecimal digits."""
    hasil = sha256()
    berkas.seek(0)
    for potong in berkas.chunks():
        hasil.update(potong)
    berkas.seek(0)
    return hasil.hexdigest()

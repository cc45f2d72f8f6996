"""Looks at an uploaded file before anything opens it: is it a workbook, and is it harmless?"""

import re
import zipfile
from io import BytesIO
from typing import IO

from lkip.bukukerja.galat import BukuSalah

MAKS_UNGGAH = 20_000_000  # bytes of the file
MAKS_ISI = 200_000_000  # bytes of all parts, unpacked
MAKS_AWAL = 64_000  # bytes before the first element of a part
# Bytes of the parts that are held in memory as a whole; sheets are read row by row.
BATAS = (
    (r"sharedStrings\.xml$", 60_000_000),
    (r"styles\.xml$", 20_000_000),
    (r"(xl/workbook|\[Content_Types\])\.xml$|\.rels$", 5_000_000),
)
MAKS_NISBAH = 200  # how many times larger a big part may get by unpacking
BESAR = 10_000_000
MAKS_BANYAK = 2_000  # parts

OLE = bytes.fromhex("d0cf11e0a1b11ae1")
SIMPAN_LAGI = "Buka di Excel atau LibreOffice, lalu simpan sebagai .xlsx."
_UNSUR = re.compile(rb"<[A-Za-z_:]")
_DTD = re.compile(rb"<!(DOCTYPE|ENTITY)", re.IGNORECASE)


def buka_arsip(isi: bytes) -> zipfile.ZipFile:
    """Return the parts of a workbook. Raises BukuSalah for everything that is none, or too large."""
    if len(isi) > MAKS_UNGGAH:
        raise BukuSalah(f"Berkas terlalu besar; paling besar {MAKS_UNGGAH // 1_000_000} MB.")
    _kenali(isi)
    try:
        arsip = zipfile.ZipFile(BytesIO(isi))
        _periksa(arsip)
    except (zipfile.BadZipFile, zipfile.LargeZipFile, NotImplementedError, EOFError) as salah:
        raise BukuSalah(f"Berkas rusak atau terpotong. {SIMPAN_LAGI}") from salah
    return arsip


def _kenali(isi: bytes) -> None:
    """Say what a file is that is not a workbook."""
    if not isi:
        raise BukuSalah("Berkas kosong.")
    if isi.startswith(OLE):
        if "EncryptedPackage".encode("utf-16-le") in isi:
            raise BukuSalah("Berkas dilindungi kata sandi. Simpan tanpa kata sandi, lalu ulangi.")
        raise BukuSalah(f"Berkas berformat Excel lama (.xls). {SIMPAN_LAGI}")
    if isi.startswith(b"PK\x03\x04"):
        return
    if isi.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<"):
        raise BukuSalah(f"Berkas ini halaman HTML, bukan buku kerja Excel. {SIMPAN_LAGI}")
    raise BukuSalah(f"Berkas ini bukan buku kerja Excel (.xlsx). {SIMPAN_LAGI}")


def _periksa(arsip: zipfile.ZipFile) -> None:
    bagian = arsip.infolist()
    if any(satu.flag_bits & 1 for satu in bagian):
        raise BukuSalah("Berkas dilindungi kata sandi. Simpan tanpa kata sandi, lalu ulangi.")
    nama = {satu.filename for satu in bagian}
    if "[Content_Types].xml" not in nama or not any(satu.endswith(".xml") for satu in nama):
        raise BukuSalah(f"Berkas ini bukan buku kerja Excel (.xlsx). {SIMPAN_LAGI}")
    if len(bagian) > MAKS_BANYAK or sum(satu.file_size for satu in bagian) > MAKS_ISI:
        raise BukuSalah("Isi berkas terlalu besar untuk sebuah buku kerja.")
    for satu in bagian:
        _periksa_bagian(arsip, satu)


def _periksa_bagian(arsip: zipfile.ZipFile, satu: zipfile.ZipInfo) -> None:
    """Refuse what unpacks to far more than it looks like, and XML that defines entities."""
    membengkak = satu.file_size > MAKS_NISBAH * max(satu.compress_size, 1)
    batas = next((maks for pola, maks in BATAS if re.search(pola, satu.filename, re.I)), MAKS_ISI)
    if (satu.file_size > BESAR and membengkak) or satu.file_size > batas:
        raise BukuSalah("Isi berkas terlalu besar untuk sebuah buku kerja.")
    if satu.filename.lower().endswith((".xml", ".rels")):
        with arsip.open(satu) as aliran:
            _periksa_awal(aliran.read(MAKS_AWAL))


def _periksa_awal(awal: bytes) -> None:
    """Refuse entities, wherever they hide before the first element, and unusual encodings."""
    unsur = _UNSUR.search(awal)
    kepala = awal[: unsur.start()] if unsur else awal
    if _DTD.search(kepala) or b"\0" in kepala or (unsur is None and len(awal) == MAKS_AWAL):
        raise BukuSalah(f"Berkas memuat susunan yang tidak diperbolehkan. {SIMPAN_LAGI}")


def buka_bagian(arsip: zipfile.ZipFile, jalur: str) -> IO[bytes]:
    """A part to read from. Raises BukuSalah for a path that is none."""
    try:
        return arsip.open(jalur)
    except KeyError as salah:
        raise BukuSalah(f"Berkas rusak atau terpotong. {SIMPAN_LAGI}") from salah

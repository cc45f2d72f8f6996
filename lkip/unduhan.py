"""What the page says about a PDF before it is downloaded: its size, its pages, its time."""

import re
import zlib
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from decimal import Decimal
from pathlib import Path

from lkip.angka import ZONA, format_angka, format_tanggal, format_waktu
from lkip.dokumen.cetakan import berkas_cetakan, hitung_sidik
from lkip.isi.laporan import Laporan

_HALAMAN = re.compile(rb"/Type\s*/Pages\b[^>]*?/Count\s+(\d+)|/Count\s+(\d+)[^>]*?/Type\s*/Pages\b")
_ALIRAN = re.compile(rb"/Type\s*/ObjStm.*?stream\r?\n(.*?)endstream", re.DOTALL)


@dataclass(frozen=True)
class Cetakan:
    """A printed report: "1,8 MB", its number of pages (None if unknown), and when it was made."""

    ukuran: str
    halaman: int | None
    dibuat: str


def periksa_cetakan(laporan: Laporan) -> Cetakan | None:
    """Describe the PDF of exactly this data, or None when nobody has printed it yet."""
    berkas = berkas_cetakan(hitung_sidik(laporan))
    if not berkas.exists():
        return None
    info = berkas.stat()
    zona = laporan.instansi.zona_waktu
    saat = datetime.fromtimestamp(info.st_mtime, timezone(timedelta(hours=ZONA[zona])))
    return Cetakan(
        ukuran=format_ukuran(info.st_size),
        halaman=hitung_halaman(berkas),
        dibuat=f"{format_tanggal(saat.date())} pukul {format_waktu(saat, zona)}",
    )


def nama_unduhan(instansi: str, tahun: int, akhiran: str, naskah: str = "LKIP") -> str:
    """The name of a file to download: LKIP-2024-Kecamatan-Bangsalsari.pdf."""
    nama = re.sub(r"\W+", "-", instansi).strip("-")
    return f"{naskah}-{tahun}-{nama}.{akhiran}"


def format_ukuran(bita: int) -> str:
    """Print "1,8 MB" or "640 kB", in units of 1000."""
    if bita >= 1_000_000:
        return f"{format_angka(Decimal(bita) / 1_000_000, 1)} MB"
    return f"{format_angka(Decimal(bita) / 1000, 0)} kB"


def hitung_halaman(berkas: Path) -> int | None:
    """Number of pages of a PDF, as its page tree says."""
    isi = berkas.read_bytes()
    bagian = [isi, *(zlib.decompress(aliran) for aliran in _ALIRAN.findall(isi))]
    angka = [int(a or b) for satu in bagian for a, b in _HALAMAN.findall(satu)]
    return max(angka, default=None)

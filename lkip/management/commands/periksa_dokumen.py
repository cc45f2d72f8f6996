"""Check a finished report of any origin: a PDF, a DOCX or a text file."""

from collections.abc import Sequence
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from lkip.periksa_dokumen.baca import baca_dokumen
from lkip.periksa_dokumen.galat import DokumenSalah
from lkip.periksa_dokumen.hasil import Hasil, tulis_hasil
from lkip.periksa_dokumen.periksa import periksa_halaman
from lkip.periksa_dokumen.temuan import TemuanDokumen


class Command(BaseCommand):
    help = "Periksa dokumen laporan (PDF, DOCX, atau teks) dan tulis yang bertentangan di dalamnya."

    def add_arguments(self, parser):
        parser.add_argument("berkas", metavar="BERKAS", type=Path)
        parser.add_argument("--format", choices=("teks", "json"), default="teks")

    def handle(self, *args, berkas, format, **options):
        try:
            halaman = baca_dokumen(berkas.read_bytes())
        except OSError as salah:
            raise CommandError(f"{berkas} tidak dapat dibaca: {salah.strerror}.") from salah
        except DokumenSalah as salah:
            raise CommandError(salah.pesan) from salah
        temuan = periksa_halaman(halaman)
        json = format == "json"
        self.stdout.write(tulis_hasil(Hasil(temuan, len(halaman))) if json else _teks(temuan))


def _teks(semua: Sequence[TemuanDokumen]) -> str:
    baris = [
        f"{satu.tingkat.label} {satu.aturan} hal. {satu.tempat.halaman} baris {satu.tempat.nomor} "
        f"({satu.tempat.bagian}): {satu.tertulis} – {satu.pesan}"
        + (f" Hitungan: {satu.dihitung}." if satu.dihitung else "")
        for satu in semua
    ]
    return "\n".join(baris or ["Tidak ada temuan."])

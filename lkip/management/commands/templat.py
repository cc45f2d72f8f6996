import re

from django.core.management.base import BaseCommand
from django.utils import timezone

from lkip.bukukerja.tulis import tulis_templat
from lkip.management.laporan import Galat, tulis_berkas

MAKS_PERIODE = 10  # years


class Command(BaseCommand):
    help = "Tulis buku kerja kosong untuk diisi dan diimpor."

    def add_arguments(self, parser):
        parser.add_argument("-o", required=True, dest="tujuan", metavar="BUKU.xlsx")
        parser.add_argument("--periode", metavar="AWAL-AKHIR", help="tahun Renstra: 2025-2029")

    def handle(self, *, tujuan, periode, **options):
        tulis_berkas(tujuan, tulis_templat(baca_periode(periode)))


def baca_periode(teks: str | None) -> range:
    """The years of a plan; without a text five years from this one. Raises Galat."""
    if teks is None:
        tahun = timezone.localdate().year
        return range(tahun, tahun + 5)
    cocok = re.fullmatch(r"([0-9]{4})-([0-9]{4})", teks)
    if not cocok or not 0 <= int(cocok[2]) - int(cocok[1]) < MAKS_PERIODE:
        raise Galat(f"Periode {teks} tidak sah. Tulis seperti 2025-2029.", returncode=2)
    return range(int(cocok[1]), int(cocok[2]) + 1)

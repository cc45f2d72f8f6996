from django.core.management.base import BaseCommand

from lkip.dokumen.cetakan import pdf_untuk
from lkip.dokumen.pencetak import GagalMencetak
from lkip.management.laporan import Galat, baca_laporan, tambah_argumen, tulis_berkas


class Command(BaseCommand):
    help = "Cetak LKIP satu instansi dan tahun sebagai PDF."
    requires_system_checks = []  # `make check` runs them

    def add_arguments(self, parser):
        tambah_argumen(parser)
        parser.add_argument("-o", required=True, dest="tujuan", metavar="BERKAS.pdf")

    def handle(self, *, instansi, tahun, tujuan, **options):
        try:
            berkas = pdf_untuk(baca_laporan(instansi, tahun))
        except GagalMencetak as galat:
            raise Galat(f"PDF tidak dapat dicetak: {galat}", returncode=2) from galat
        tulis_berkas(tujuan, berkas.read_bytes())

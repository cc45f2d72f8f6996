from django.core.management.base import BaseCommand

from lkip.ekspor import tulis_json
from lkip.management.laporan import baca_laporan, tambah_argumen, tulis_berkas

PENULIS = {"json": lambda laporan: tulis_json(laporan).encode()}


class Command(BaseCommand):
    help = "Tulis data LKIP satu instansi dan tahun ke berkas."
    requires_system_checks = []  # `make check` runs them

    def add_arguments(self, parser):
        tambah_argumen(parser)
        parser.add_argument("--format", required=True, choices=PENULIS, dest="bentuk")
        parser.add_argument("-o", required=True, dest="tujuan", metavar="BERKAS")

    def handle(self, *, instansi, tahun, bentuk, tujuan, **options):
        tulis_berkas(tujuan, PENULIS[bentuk](baca_laporan(instansi, tahun)))

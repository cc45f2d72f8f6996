from pathlib import Path

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError

from lkip.contoh.data import ContohSalah, Data, read_data
from lkip.contoh.muat import load_contoh


class Command(BaseCommand):
    help = "Muat kantor contoh Kecamatan Bangsalsari tahun 2024 beserta akun contohnya."

    def add_arguments(self, parser):
        parser.add_argument(
            "--ulang",
            action="store_true",
            help="hapus kantor contoh beserta semua isiannya, lalu muat lagi",
        )

    def handle(self, *, ulang, **options):
        try:
            data = read_data()
            dimuat = load_contoh(data, ulang=ulang)
        except ContohSalah as error:
            raise CommandError(str(error), returncode=2) from error
        siapkan_segel(data.instansi["pemda"]["nama"])
        nama = data.instansi["instansi"]["nama"]
        if dimuat:
            self.stdout.write(f"{nama} dimuat.")
            self.report_provisional(data)
        else:
            self.stdout.write(f"{nama} sudah ada; tidak ada yang diubah.")

    def report_provisional(self, data: Data):
        """Name the codes that the office has to confirm."""
        for isian in data.anggaran["sub_kegiatan"]:
            if isian.get("kode_sementara"):
                self.stdout.write(f"Kode {isian['kode']} sementara; pastikan pada SIPD.")


def siapkan_segel(nama: str) -> None:
    """Make the seal that signing needs, unless there is one; pyHanko is not needed to see that."""
    if not Path(settings.SEGEL_BERKAS).exists():
        call_command("buat_segel", nama, verbosity=0)

"""Make the seal of this installation: the certificate that signs issued PDFs."""

from django.core.management.base import BaseCommand

from lkip.segel import berkas_segel, buat_segel


class Command(BaseCommand):
    help = "Buat sertifikat dan kunci segel bagi PDF yang disahkan, bila belum ada."

    def add_arguments(self, parser):
        parser.add_argument("nama", help="nama pemerintah daerah, misalnya 'Kabupaten Jember'")

    def handle(self, *args, nama, verbosity, **options):
        sudah_ada = berkas_segel().exists()
        berkas = buat_segel(nama)
        if verbosity:
            self.stdout.write(f"Segel {'sudah ada' if sudah_ada else 'dibuat'}: {berkas}")

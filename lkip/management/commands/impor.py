import sys
from pathlib import Path

from django.core.management.base import BaseCommand

from lkip.bukukerja.galat import BukuSalah
from lkip.bukukerja.impor import HasilImpor, impor_buku
from lkip.management.laporan import Galat, basis_data_siap


class Command(BaseCommand):
    help = "Impor buku kerja satu instansi dan tahun; instansi yang belum ada dibuat."

    def add_arguments(self, parser):
        parser.add_argument("buku", metavar="BUKU.xlsx", help='berkas, atau "-" untuk masukan baku')
        parser.add_argument(
            "--periksa", action="store_true", help="tampilkan perubahan tanpa menyimpannya"
        )

    def handle(self, *, buku, periksa, **options):
        try:
            with basis_data_siap():
                hasil = impor_buku(baca_berkas(buku), simpan=not periksa)
        except BukuSalah as salah:
            raise Galat(salah.pesan, returncode=2) from salah
        if hasil.galat:
            raise Galat("\n".join(str(satu) for satu in hasil.galat), returncode=2)
        if periksa:
            self.tulis_perubahan(hasil)
        sel = len(hasil.perubahan)
        if not sel:
            self.stdout.write("Tidak ada yang berubah.")
        else:
            kerja = "akan diubah" if periksa else "disimpan"
            self.stdout.write(f"{hasil.instansi} {hasil.tahun}: {sel} isian {kerja}.")

    def tulis_perubahan(self, hasil: HasilImpor):
        for satu in hasil.perubahan:
            tempat = f"{satu.lembar} {satu.kunci}".strip()
            self.stdout.write(f"{tempat}, {satu.kolom}: {satu.lama or '–'} → {satu.baru or '–'}")


def baca_berkas(nama: str) -> bytes:
    """The content of a file, or of standard input for "-". Raises Galat."""
    try:
        return sys.stdin.buffer.read() if nama == "-" else Path(nama).read_bytes()
    except OSError as galat:
        raise Galat(f"Berkas {nama} tidak dapat dibaca.", returncode=2) from galat

from django.core.management.base import BaseCommand

from instansi.models import Instansi
from lkip.bukukerja.ambil import ambil_isi
from lkip.bukukerja.galat import BukuSalah
from lkip.bukukerja.tulis import tulis_ekspor
from lkip.ekspor import tulis_json
from lkip.management.laporan import (
    Galat,
    baca_instansi,
    baca_laporan,
    basis_data_siap,
    tambah_argumen,
    tulis_berkas,
)


class Command(BaseCommand):
    help = "Tulis data LKIP satu instansi dan tahun ke berkas."

    def add_arguments(self, parser):
        tambah_argumen(parser)
        parser.add_argument("--format", required=True, choices=PENULIS, dest="bentuk")
        parser.add_argument("-o", required=True, dest="tujuan", metavar="BERKAS")

    def handle(self, *, instansi, tahun, bentuk, tujuan, **options):
        tulis_berkas(tujuan, PENULIS[bentuk](instansi, tahun))


def isi_json(kode: str, tahun: int) -> bytes:
    return tulis_json(baca_laporan(kode, tahun)).encode()


def isi_xlsx(kode: str, tahun: int) -> bytes:
    """The workbook; it needs no PK, because it may be what a PK is going to be entered with."""
    with basis_data_siap():
        instansi: Instansi = baca_instansi(kode)
        try:
            return tulis_ekspor(ambil_isi(instansi, tahun), tahun)
        except BukuSalah as salah:
            raise Galat(salah.pesan, returncode=2) from salah


PENULIS = {"json": isi_json, "xlsx": isi_xlsx}

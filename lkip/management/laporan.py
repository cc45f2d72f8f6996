"""What the commands about one report share: its arguments, reading it, and writing a file."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.core.management.base import CommandError, CommandParser
from django.db import OperationalError, ProgrammingError

from instansi.models import Instansi
from lkip.isi.laporan import Laporan
from lkip.laporan import TidakAdaLaporan, build_laporan


class Galat(CommandError):
    """An error of the user; Django prints the name of the class before the message."""


def tambah_argumen(parser: CommandParser) -> None:
    parser.add_argument("--instansi", required=True, metavar="KODE", help="kode instansi")
    parser.add_argument("--tahun", required=True, type=int, help="tahun laporan")


def baca_laporan(kode: str, tahun: int) -> Laporan:
    """Read the report. Raises Galat with exit status 2 when there is none."""
    with basis_data_siap():
        try:
            return build_laporan(baca_instansi(kode), tahun)
        except TidakAdaLaporan as galat:
            raise Galat(galat.pesan, returncode=2) from galat


@contextmanager
def basis_data_siap() -> Iterator[None]:
    """Turn a database that nobody has set up into one line for the user."""
    try:
        yield
    except (OperationalError, ProgrammingError) as galat:
        raise Galat(
            "Basis data tidak dapat dibaca. Bila belum disiapkan, jalankan manage.py migrate.",
            returncode=2,
        ) from galat


def baca_instansi(kode: str) -> Instansi:
    """The office with its pemda. Raises Galat with exit status 2 when there is none."""
    try:
        return Instansi.objects.select_related("pemda").get(kode=kode)
    except Instansi.DoesNotExist as galat:
        raise Galat(f"Instansi dengan kode {kode} tidak ada.", returncode=2) from galat


def tulis_berkas(tujuan: str, isi: bytes) -> None:
    """Write to a file, or to standard output for "-". Raises Galat with exit status 2."""
    if tujuan == "-":
        sys.stdout.buffer.write(isi)
        return
    try:
        Path(tujuan).write_bytes(isi)
    except OSError as galat:
        raise Galat(
            f"Berkas {tujuan} tidak dapat ditulis; periksa folder dan izinnya.", returncode=2
        ) from galat

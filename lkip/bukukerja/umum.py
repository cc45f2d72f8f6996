"""Columns and kinds of columns that several sheets share."""

from lkip.bukukerja.jenis import Bulat, Pilihan, Teks
from lkip.bukukerja.kinerja import Kinerja
from lkip.bukukerja.kolom import Kolom
from lkip.isi.anggaran import Tahap

PANJANG = 32_000
TARGET = Kinerja()
REALISASI = Kinerja("tidak ada kejadian", rasio=True)
KODE = Teks(20)
TAHUN = Bulat(1950, 2200)
KODE_INDIKATOR = Kolom("Kode Indikator", KODE, wajib=True)


def pilihan(*kata: str) -> Pilihan:
    """A choice of words that say themselves what they mean."""
    return Pilihan({satu: satu for satu in kata})


JENIS_PK = pilihan(*(satu.value for satu in Tahap))

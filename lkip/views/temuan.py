"""Where a finding is mended: the page, and on it the field that takes the focus."""

from functools import cached_property

from lkip.pemeriksaan.temuan import Temuan
from lkip.views.analisis import nomor_simpul
from lkip.views.perencanaan import nomor_indikator
from lkip.views.tugas import alamat_halaman, dapat_dibuka

ISIAN = "isian"  # the first empty cell of a grid


class AlamatTemuan:
    """Addresses of findings for one reader: where they may write the field itself, else where it is read.

    A rule names an indikator or a sasaran by its code; which record that is takes four queries, once.
    """

    def __init__(self, berkas):
        self.berkas = berkas

    def __call__(self, temuan: Temuan) -> str:
        """The address with its anchor; empty where the reader's roles open no such page."""
        alamat, jangkar = temuan.alamat, temuan.jangkar
        if not dapat_dibuka(self.berkas, alamat):
            return ""
        if alamat == ("analisis",) and self.berkas.dapat_mengisi:
            kisi = self._kisi_analisis.get(jangkar.removeprefix("simpul-"))
            alamat, jangkar = (("isi_kisi", kisi), ISIAN) if kisi else (alamat, jangkar)
        elif alamat[0] == "lembar_iku":
            pk = self.berkas.dapat_mengisi_kantor and self._indikator.get(alamat[1])
            alamat, jangkar = (("ubah_indikator", pk), jangkar) if pk else (alamat, "")
        return alamat_halaman(self.berkas, alamat) + (f"#{jangkar}" if jangkar else "")

    @cached_property
    def _kisi_analisis(self) -> dict[str, str]:
        nomor = nomor_simpul(self.berkas)
        return {kode: f"analisis-{jenis}-{pk}" for (jenis, kode), pk in nomor.items()}

    @cached_property
    def _indikator(self) -> dict[str, int]:
        return nomor_indikator(self.berkas)

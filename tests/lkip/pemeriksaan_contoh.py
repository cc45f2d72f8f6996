"""Run the checks on the hand-made report, with texts and parts of it replaced."""

from dataclasses import replace
from datetime import date

from lkip.pemeriksaan.bahan import Bahan, susun_teks
from lkip.pemeriksaan.daftar import periksa_laporan
from tests.lkip.laporan_contoh import laporan_contoh

HARI_INI = date(2025, 2, 1)
BUKAN_TEKS = (  # rules over plans, values and evidence
    "KEL",
    "KIN",
    "TGL",
    "DEM",
    "SDM-04",
    "EFI-06",
    "ANG-08",
    "ANG-17",
    "ANG-18",
    "NAR-12",
    "NAR-14",
    "HIR-06b",
)


def periksa(laporan=None, *, naskah="", bagian="ikhtisar", lalu="", **bahan):
    """The findings in this narrative, or in this report."""
    dasar = laporan or laporan_contoh()
    isi = replace(dasar, narasi={bagian: naskah} if naskah else {})
    teks = susun_teks(isi, {"ikhtisar": "Ikhtisar Eksekutif"}, {bagian: lalu})
    return periksa_laporan(Bahan(laporan=isi, hari_ini=HARI_INI, teks=teks, **bahan))


def kode_naskah(naskah, **isian):
    """The rules that find something in this narrative alone."""
    semua = periksa(naskah=naskah, **isian)
    return [satu.aturan for satu in semua if satu.alamat[0] == "ubah_naskah"]

"""The report of a year: its state, its texts, its issued versions, and how it is assessed."""

from lkip.models.alur import Komentar, Langkah, Pemberitahuan
from lkip.models.analisis import ButirAnalisis, Foto, Lampiran, Narasi, Pembanding
from lkip.models.halaman_dibuka import HalamanDibuka
from lkip.models.kiriman import KirimanBaris
from lkip.models.laporan import LKIP, Pengecualian
from lkip.models.pekerjaan import Pekerjaan
from lkip.models.pengesahan import BerkasBertandaTangan, Pengesahan
from lkip.models.penilaian import KelasPredikat, ProfilPenilaian
from lkip.models.usulan import UsulanNaskah

__all__ = [
    "LKIP",
    "BerkasBertandaTangan",
    "ButirAnalisis",
    "Foto",
    "HalamanDibuka",
    "KelasPredikat",
    "KirimanBaris",
    "Komentar",
    "Lampiran",
    "Langkah",
    "Narasi",
    "Pekerjaan",
    "Pembanding",
    "Pemberitahuan",
    "Pengecualian",
    "Pengesahan",
    "ProfilPenilaian",
    "UsulanNaskah",
]

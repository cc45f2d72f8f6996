"""Remember the figures that narratives name, where they were stored otherwise than on their page."""

from instansi.models import Instansi
from lkip.angka_naskah import angka_laporan, catat_angka
from lkip.laporan import TidakAdaLaporan, build_laporan
from lkip.models import Narasi


def catat_angka_naskah(instansi: Instansi, tahun: int) -> None:
    """Remember them for every section of the year; nothing where there is no report yet."""
    try:
        angka = angka_laporan(build_laporan(instansi, tahun))
    except TidakAdaLaporan:
        return
    for narasi in Narasi.objects.filter(lkip__instansi=instansi, lkip__tahun=tahun):
        catatan = catat_angka(narasi.isi, angka, narasi.angka)
        if catatan != narasi.angka:
            Narasi.objects.filter(pk=narasi.pk).update(angka=catatan)

"""Pengukuran: capaian of the year, the triwulan, and how one number came about."""

from django.views.decorators.http import require_safe

from lkip.akses import buka_berkas
from lkip.jejak import susun_jejak
from lkip.views.halaman import tampilkan, tampilkan_laporan
from lkip.views.perencanaan import cari_indikator, simpul_dari


@require_safe
def capaian(request, kode, tahun):
    """Target, realisasi and capaian: this year, over the years, to the end of the Renstra, benchmark."""
    berkas = buka_berkas(request.user, kode, tahun)
    renstra = berkas.laporan.renstra
    return tampilkan(
        request,
        "lkip/capaian.html",
        berkas,
        tahun_riwayat=[satu for satu in renstra.tahun if satu <= tahun],
    )


@require_safe
def jejak_hitung(request, kode, tahun, indikator):
    """One indikator: its history and every step from its numbers to its predikat."""
    berkas = buka_berkas(request.user, kode, tahun)
    satu = cari_indikator(berkas.laporan, indikator)
    return tampilkan(
        request,
        "lkip/jejak_hitung.html",
        berkas,
        judul=satu.nama,
        remah=[("Capaian kinerja", "capaian")],
        indikator=satu,
        simpul=simpul_dari(berkas.laporan, satu),
        jejak=susun_jejak(satu, berkas.laporan.profil),
    )


@require_safe
def triwulan(request, kode, tahun):
    """Rencana aksi and realisasi per triwulan."""
    return tampilkan_laporan(request, "lkip/triwulan.html", kode, tahun)

"""Anggaran: the tree of programs, its sub kegiatan as a list, and efficiency."""

from django.views.decorators.http import require_safe

from lkip.akses import buka_berkas
from lkip.tables import SubKegiatanTable, susun_tabel
from lkip.views.halaman import tampilkan, tampilkan_laporan


@require_safe
def anggaran(request, kode, tahun):
    """Pagu, realisasi and serapan as a tree; every sum is that of what stands below it."""
    return tampilkan_laporan(request, "lkip/anggaran.html", kode, tahun)


@require_safe
def sub_kegiatan(request, kode, tahun):
    """All sub kegiatan, to sort and to page through."""
    berkas = buka_berkas(request.user, kode, tahun)
    tabel = susun_tabel(request, SubKegiatanTable, berkas.laporan.anggaran.sub_kegiatan)
    return tampilkan(request, "lkip/sub_kegiatan.html", berkas, tabel=tabel)


@require_safe
def efisiensi(request, kode, tahun):
    """Capaian against serapan per sasaran, with the rule."""
    return tampilkan_laporan(request, "lkip/efisiensi.html", kode, tahun)

"""Data dasar: the office, its officials, staff, equipment and area."""

from django.views.decorators.http import require_safe

from instansi.models import Pejabat
from lkip.akses import buka_berkas
from lkip.tables import PejabatTable, SaranaTable, susun_tabel
from lkip.views.halaman import tampilkan, tampilkan_laporan


@require_safe
def profil(request, kode, tahun):
    """Identity of the office, its tugas and susunan, and who held which post when."""
    berkas = buka_berkas(request.user, kode, tahun)
    pejabat = Pejabat.objects.filter(instansi=berkas.instansi).select_related("seksi")
    tabel = susun_tabel(request, PejabatTable, pejabat)
    return tampilkan(request, "lkip/profil.html", berkas, tabel=tabel)


@require_safe
def sdm(request, kode, tahun):
    """Staff: need, actual and gap."""
    return tampilkan_laporan(request, "lkip/sdm.html", kode, tahun)


@require_safe
def sarana(request, kode, tahun):
    """Equipment, to sort and to page through."""
    berkas = buka_berkas(request.user, kode, tahun)
    tabel = susun_tabel(request, SaranaTable, berkas.laporan.sarana)
    return tampilkan(request, "lkip/sarana.html", berkas, tabel=tabel)


@require_safe
def wilayah(request, kode, tahun):
    """Area, people, desa and potential."""
    return tampilkan_laporan(request, "lkip/wilayah.html", kode, tahun)

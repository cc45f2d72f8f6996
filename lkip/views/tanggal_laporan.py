"""The day that the report bears."""

from django.urls import reverse
from django.views.decorators.http import require_http_methods

from lkip.forms.laporan import TanggalLaporanForm
from lkip.models import LKIP
from lkip.views.formulir import (
    buka_ruang_kantor,
    kiriman,
    simpan_formulir,
    tampilkan_formulir,
)


@require_http_methods(["GET", "POST"])
def ubah_tanggal_laporan(request, kode, tahun):
    """Set or clear the day; the letter of preface and the signature carry it."""
    ruang = buka_ruang_kantor(request, kode, tahun)
    if request.method == "POST":
        ruang.mulai_lkip()
    lkip = LKIP.objects.filter(pk=ruang.lkip.pk).first() or ruang.lkip
    formulir = TanggalLaporanForm(**kiriman(request), instance=lkip)
    kembali = reverse("laporan" if ruang.laporan else "beranda", args=(kode, tahun))
    return simpan_formulir(request, ruang, formulir, kembali) or tampilkan_formulir(
        request,
        ruang,
        formulir,
        kembali=kembali,
        judul="Tanggal laporan",
        petunjuk="Tertulis pada kata pengantar, dan menentukan pejabat yang menandatangani.",
        remah=(("Laporan kinerja", "laporan"),),
    )

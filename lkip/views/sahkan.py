"""The page on which the camat signs."""

from django.contrib import messages
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from lkip.alur import Jenis
from lkip.forms.sahkan import SahkanForm
from lkip.meja import buka_meja
from lkip.models import Pekerjaan
from lkip.pengesahan import kekurangan, pejabat_pengesah
from lkip.views.alur import BERUBAH, kembali_ke, remah, tampilkan_meja
from lkip.views.halaman import alamat_penuh
from lkip.views.proses import antrekan_kerja


@sensitive_post_parameters("sandi")
@require_http_methods(["GET", "POST"])
def sahkan_dokumen(request, kode, tahun, dokumen):
    """What is going to be signed by whom; then the statement and the password, and it goes to the queue."""
    meja = buka_meja(request.user, kode, tahun, dokumen)
    meja.tolak_peran(Jenis.SAHKAN)
    basi = request.method == "POST" and request.POST.get("versi") != str(meja.dokumen.versi)
    alasan = meja.alasan_menolak(Jenis.SAHKAN) or (BERUBAH if basi else "") or kekurangan(meja)
    if alasan:
        messages.error(request, alasan)
        return kembali_ke(meja)
    kiriman = {"data": request.POST} if request.method == "POST" else {}
    formulir = SahkanForm(**kiriman, versi=meja.dokumen.versi, request=request)
    if request.method == "POST" and formulir.is_valid():
        return _antrekan(request, meja)
    return tampilkan_meja(
        request,
        "lkip/sahkan.html",
        meja,
        judul=f"Sahkan {meja.nama}",
        remah=remah(meja),
        formulir=formulir,
        pejabat=pejabat_pengesah(meja),
    )


def _antrekan(request, meja):
    """Have this version of the document signed, once however often the camat sends it."""
    versi = meja.dokumen.versi
    return antrekan_kerja(
        request,
        meja.berkas.instansi,
        meja.berkas.tahun,
        Pekerjaan.Jenis.PENGESAHAN,
        f"{meja.slug}-{versi}-{request.user.pk}",
        {"dokumen": meja.slug, "versi": versi, "situs": alamat_penuh(request, "/")},
    )

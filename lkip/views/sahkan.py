"""The page on which the camat signs."""

import logging

from django.contrib import messages
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from lkip.alur import Jenis, SudahBerubah
from lkip.bukukerja.galat import BukuSalah
from lkip.dokumen.pencetak import GagalMencetak
from lkip.forms.sahkan import SahkanForm
from lkip.meja import buka_meja
from lkip.pengesahan import kekurangan, pejabat_pengesah, sahkan
from lkip.views.alur import BERUBAH, kembali_ke, remah, tampilkan_meja
from lkip.views.halaman import alamat_penuh

logger = logging.getLogger(__name__)
GAGAL = "Dokumen belum dapat dicetak, sehingga belum disahkan. Coba lagi; bila tetap gagal, hubungi pengelola aplikasi."


@sensitive_post_parameters("sandi")
@require_http_methods(["GET", "POST"])
def sahkan_dokumen(request, kode, tahun, dokumen):
    """What is going to be signed by whom; then the statement and the password."""
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
        return _sahkan(request, meja)
    return tampilkan_meja(
        request,
        "lkip/sahkan.html",
        meja,
        judul=f"Sahkan {meja.nama}",
        remah=remah(meja),
        formulir=formulir,
        pejabat=pejabat_pengesah(meja),
    )


def _sahkan(request, meja):
    from lkip.segel import SegelTidakAda

    try:
        terbit = sahkan(meja, lambda kode: alamat_verifikasi(request, kode))
    except SudahBerubah as berubah:
        messages.error(request, str(berubah))
    except (BukuSalah, SegelTidakAda) as salah:
        messages.error(request, f"Belum disahkan. {getattr(salah, 'pesan', salah)}")
    except GagalMencetak:
        logger.exception("%s could not be printed for signing", meja.nama)
        messages.error(request, GAGAL)
    else:
        messages.success(request, f"{meja.nama} disahkan dengan kode verifikasi {terbit.kode}.")
        return redirect("dokumen_terbit", meja.berkas.instansi.kode, meja.berkas.tahun)
    return kembali_ke(meja)


def alamat_verifikasi(request, kode):
    """The absolute address at which anyone checks a document of this code."""
    return alamat_penuh(request, reverse("verifikasi_kode", args=(kode,)))

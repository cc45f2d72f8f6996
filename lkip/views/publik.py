"""What anyone may read without login: the reports that offices published."""

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import PermissionDenied
from django.http import FileResponse, Http404
from django.shortcuts import redirect, render
from django.utils.cache import get_conditional_response
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_POST, require_safe

from lkip.publik import atur_publikasi, baca_publik, cari_publik, dapat_mempublikasikan
from lkip.terbitan import berkas_terbit
from lkip.versi_terbit import versi_terbaca

SEBENTAR = "public, max-age=300"


@login_not_required
@require_safe
def daftar_publik(request):
    """All published reports."""
    _tolak_mati()
    jawaban = render(request, "lkip/publik.html", {"semua": baca_publik()})
    jawaban.headers["Cache-Control"] = SEBENTAR
    return jawaban


@login_not_required
@require_safe
def berkas_publik(request, kode, tahun):
    """The PDF of a published report."""
    _tolak_mati()
    berkas = berkas_terbit(cari_publik(kode, tahun))
    etag = f'"{berkas.sha256}"'
    jawaban = get_conditional_response(request, etag=etag)
    if jawaban is None:
        jawaban = FileResponse(berkas.berkas.open("rb"), content_type="application/pdf")
        jawaban.headers["Content-Disposition"] = content_disposition_header(
            True, f"LKIP-{tahun}-{kode}.pdf"
        )
    jawaban.headers["Cache-Control"], jawaban.headers["ETag"] = SEBENTAR, etag
    return jawaban


@require_POST
def publikasikan(request, kode, tahun, pengesahan_pk):
    """Show an issued report to the public, or take it back."""
    instansi, semua = versi_terbaca(request.user, kode, tahun)
    if not dapat_mempublikasikan(request.user, instansi):
        raise PermissionDenied("Publikasi ditetapkan oleh camat atau operator.")
    _tolak_mati()
    versi = next((satu for satu in semua if satu.pengesahan.pk == pengesahan_pk), None)
    if versi is None:
        raise Http404("no such version here")
    tampil = request.POST.get("tampil") == "ya"
    if atur_publikasi(versi, request.user, tampil=tampil):
        isi = "dapat dibaca umum" if tampil else "tidak lagi dapat dibaca umum"
        messages.success(request, f"{versi.judul} {isi}.")
    else:
        messages.error(request, "Keadaannya sudah berubah. Periksa lagi di bawah ini.")
    return redirect("dokumen_terbit", kode, tahun)


def _tolak_mati():
    if not settings.HALAMAN_PUBLIK:
        raise Http404("there is no public page here")

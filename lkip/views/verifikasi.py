"""Where anyone checks an issued document, without login."""

from django.contrib.auth.decorators import login_not_required
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from lkip.bukti import hitung_sha256
from lkip.versi_terbit import cari_versi


@login_not_required
@require_safe
def verifikasi(request):
    """Ask for the code that stands on the document."""
    kode = request.GET.get("kode", "").strip().upper()
    if kode and "/" not in kode:
        return redirect("verifikasi_kode", kode[:40])
    return render(request, "lkip/verifikasi.html", {"kode": "", "versi": None, "hasil": ""})


@login_not_required
@require_http_methods(["GET", "HEAD", "POST"])
def verifikasi_kode(request, kode):
    """What was issued under this code, and whether a file is that document."""
    versi = cari_versi(kode)
    hasil = _bandingkan(versi, request) if versi and request.method == "POST" else ""
    isi = {"kode": kode, "versi": versi, "hasil": hasil}
    return render(request, "lkip/verifikasi.html", isi, status=200 if versi else 404)


def _bandingkan(versi, request):
    berkas = request.FILES.get("berkas")
    if berkas is None:
        return "kosong"
    return "cocok" if hitung_sha256(berkas) in {satu.sha256 for satu in versi.pdf} else "beda"

"""Bringing a signature to what was issued: a file signed elsewhere, or BSrE from here."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils.http import content_disposition_header
from django.views.decorators.debug import sensitive_post_parameters, sensitive_variables
from django.views.decorators.http import require_http_methods, require_safe

from lkip import bsre
from lkip.akses import Berkas, buka_berkas
from lkip.forms.tanda_tangan import BSrEForm, UnggahForm
from lkip.tanda_tangan import (
    PENANDA_TANGAN,
    SATU_BSRE,
    Asal,
    BerkasDitolak,
    Peran,
    pdf_untuk_ditandatangani,
    periksa_berkas,
    simpan_bertanda_tangan,
)
from lkip.versi_terbit import VersiTerbit, versi_tahun
from lkip.views.formulir import kiriman
from lkip.views.halaman import tampilkan

FORMULIR = require_http_methods(["GET", "POST"])
DIGANTIKAN = "Dokumen berkode {} sudah digantikan. Tanda tangani versi yang terbaru."


@require_safe
def unduh_tanpa_segel(request, kode, tahun, kode_verifikasi):
    """The PDF to be signed elsewhere."""
    berkas, versi = _buka(request, kode, tahun, kode_verifikasi, PENANDA_TANGAN)
    if versi.pengganti:
        return _tolak_digantikan(request, berkas, versi)
    isi = pdf_untuk_ditandatangani(versi.pengesahan)
    nama = f"{versi.nama_berkas}-untuk-ditandatangani.pdf"
    kepala = {"Content-Disposition": content_disposition_header(True, nama)}
    return HttpResponse(isi, content_type="application/pdf", headers=kepala)


@FORMULIR
def unggah_bertanda_tangan(request, kode, tahun, kode_verifikasi):
    """Take in a PDF that was signed elsewhere; it becomes the issued file."""
    berkas, versi = _buka(request, kode, tahun, kode_verifikasi, PENANDA_TANGAN)
    if versi.pengganti:
        return _tolak_digantikan(request, berkas, versi)
    formulir = UnggahForm(**kiriman(request), versi=versi)
    if request.method == "POST" and formulir.is_valid():
        jawaban = _simpan(request, berkas, versi, formulir, formulir.cleaned_data["berkas"])
        if jawaban:
            return jawaban
    return _tampilkan(request, berkas, versi, formulir, "lkip/unggah_bertanda_tangan.html")


@sensitive_post_parameters("nik", "passphrase")
@FORMULIR
def tanda_tangan_bsre(request, kode, tahun, kode_verifikasi):
    """Sign with the certificate of the camat at BSrE."""
    berkas, versi = _buka(request, kode, tahun, kode_verifikasi, frozenset({Peran.CAMAT}))
    if not bsre.aktif():
        raise Http404("no e-sign client is configured")
    if versi.pengganti:
        return _tolak_digantikan(request, berkas, versi)
    if versi.ber_bsre:
        messages.error(request, SATU_BSRE)
        return _kembali(berkas)
    formulir = BSrEForm(**kiriman(request))
    if request.method == "POST" and formulir.is_valid():
        jawaban = _tandatangani(request, berkas, versi, formulir)
        if jawaban:
            return jawaban
    return _tampilkan(request, berkas, versi, formulir, "lkip/tanda_tangan_bsre.html")


@sensitive_variables()
def _tandatangani(request, berkas, versi, formulir):
    """Where to go once it is signed; None with the reason on the form when it is not."""
    try:
        isi = bsre.tandatangani(
            pdf_untuk_ditandatangani(versi.pengesahan),
            **formulir.cleaned_data,
            alasan=f"Pengesahan {versi.judul}",
            tempat=berkas.instansi.tempat,
        )
        periksa_berkas(isi, versi)
    except bsre.GagalTandaTangan as gagal:
        formulir.add_error(None, str(gagal))
        return None
    except BerkasDitolak:
        formulir.add_error(None, bsre.JAWABAN_KELIRU)
        return None
    return _simpan(request, berkas, versi, formulir, isi, asal=Asal.BSRE)


def _simpan(request, berkas, versi, formulir, isi, *, asal=Asal.UNGGAHAN):
    try:
        simpan_bertanda_tangan(versi, isi, asal=asal, oleh=request.user)
    except BerkasDitolak as salah:
        formulir.add_error(None, salah.pesan)
        return None
    cara = (
        "ditandatangani dengan BSrE" if asal == Asal.BSRE else "diganti dengan PDF bertanda tangan"
    )
    messages.success(request, f"{versi.judul} {cara}. Berkas bersegelnya tetap disimpan.")
    return _kembali(berkas)


def _buka(request, kode, tahun, kode_verifikasi, peran) -> tuple[Berkas, VersiTerbit]:
    """The version of this code for who may sign it: 404 outside the office, 403 for other roles."""
    berkas = buka_berkas(request.user, kode, tahun)
    if not berkas.peran & peran:
        raise PermissionDenied(
            "Tanda tangan dibubuhkan oleh camat; PDF-nya diunggah camat atau operator."
        )
    semua = versi_tahun(berkas.instansi, tahun)
    versi = next((satu for satu in semua if satu.pengesahan.kode == kode_verifikasi), None)
    if versi is None:
        raise Http404(f"nothing was issued as {kode_verifikasi}")
    return berkas, versi


def _tolak_digantikan(request, berkas, versi):
    messages.error(request, DIGANTIKAN.format(versi.pengesahan.kode))
    return _kembali(berkas)


def _kembali(berkas):
    return redirect("dokumen_terbit", berkas.instansi.kode, berkas.tahun)


def _tampilkan(request, berkas, versi, formulir, templat):
    judul = {
        "lkip/unggah_bertanda_tangan.html": "Unggah PDF yang ditandatangani",
        "lkip/tanda_tangan_bsre.html": "Tanda tangani dengan BSrE",
    }[templat]
    remah = (("Dokumen terbit", "dokumen_terbit"),)
    return tampilkan(
        request, templat, berkas, judul=judul, remah=remah, versi=versi, formulir=formulir
    )

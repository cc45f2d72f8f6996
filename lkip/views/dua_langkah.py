"""The second step of signing in: set up, new backup codes, taken away."""

from django.contrib import messages
from django.shortcuts import redirect
from django.utils.safestring import mark_safe
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST
from django_otp import login as tandai_terverifikasi

from lkip.dua_langkah import (
    aktifkan,
    aplikasi,
    buat_kode_cadangan,
    calon_aplikasi,
    kunci_terbaca,
    matikan,
    siapkan,
    sisa_kode,
    wajib,
)
from lkip.forms.dua_langkah import KodeForm, SandiSayaForm
from lkip.qr import gambar_qr
from lkip.sesi import akhiri_sesi
from lkip.views.formulir import kiriman, tampilkan_formulir_admin
from lkip.views.halaman import tampilkan

JUDUL = "Verifikasi dua langkah"
SALAH = "Kode tidak cocok. Pastikan jam ponsel Anda tepat, tunggu kode berikutnya, lalu coba lagi."


@sensitive_post_parameters("kode")
@require_http_methods(["GET", "POST"])
def dua_langkah(request):
    """Whether there is a second step; while it is set up, the secret and a first code."""
    if request.method == "POST" and (aplikasi(request.user) or not calon_aplikasi(request.user)):
        return redirect("dua_langkah")
    calon = calon_aplikasi(request.user)
    formulir = KodeForm(kiriman(request).get("data"))
    if request.method == "POST" and formulir.is_valid():
        kode = aktifkan(calon, formulir.cleaned_data["kode"])
        if kode:
            return _aktif(request, kode)
        formulir.add_error("kode", SALAH)
    return tampilkan(
        request,
        "lkip/dua_langkah.html",
        None,
        judul=JUDUL,
        aktif=aplikasi(request.user),
        sisa=sisa_kode(request.user),
        wajib=wajib(request.user),
        formulir=formulir,
        calon=calon and _tampilan(calon),
    )


@require_POST
def siapkan_dua_langkah(request):
    """Make a secret; nothing changes at sign-in until a code of it was entered."""
    if not aplikasi(request.user):
        siapkan(request.user)
    return redirect("dua_langkah")


@sensitive_post_parameters("sandi")
@require_http_methods(["GET", "POST"])
def kode_cadangan(request):
    """New backup codes for the old ones."""
    if not aplikasi(request.user):
        return redirect("dua_langkah")
    formulir = SandiSayaForm(kiriman(request).get("data"), request=request)
    if request.method == "POST" and formulir.is_valid():
        return _tampilkan_kode(request, buat_kode_cadangan(request.user))
    return tampilkan_formulir_admin(
        request,
        formulir,
        "Buat kode cadangan baru",
        "dua_langkah",
        "Kode cadangan yang lama tidak berlaku lagi.",
        tombol="Buat kode",
    )


@sensitive_post_parameters("sandi")
@require_http_methods(["GET", "POST"])
def matikan_dua_langkah(request):
    """Sign in by the password alone again."""
    if not aplikasi(request.user):
        return redirect("dua_langkah")
    if wajib(request.user):
        messages.error(request, "Peran Anda mewajibkan verifikasi dua langkah.")
        return redirect("dua_langkah")
    formulir = SandiSayaForm(kiriman(request).get("data"), request=request)
    if request.method == "POST" and formulir.is_valid():
        matikan(request.user)
        messages.success(request, "Verifikasi dua langkah dimatikan.")
        return redirect("akun")
    return tampilkan_formulir_admin(
        request,
        formulir,
        "Matikan verifikasi dua langkah",
        "dua_langkah",
        "Sesudah ini Anda masuk dengan kata sandi saja.",
        tombol="Matikan",
    )


def _aktif(request, kode):
    tandai_terverifikasi(request, aplikasi(request.user))
    akhiri_sesi(request.user, kecuali=request.session.session_key)
    messages.success(request, "Verifikasi dua langkah aktif. Sesi di perangkat lain diakhiri.")
    return _tampilkan_kode(request, kode)


def _tampilkan_kode(request, kode):
    return tampilkan(
        request, "lkip/kode_cadangan.html", None, judul="Kode cadangan Anda", kode=kode
    )


def _tampilan(calon):
    """The secret of an application that is being set up, to scan and to type."""
    qr = gambar_qr(calon.config_url, "Kode QR untuk aplikasi autentikator")
    return {"qr": mark_safe(qr), "kunci": kunci_terbaca(calon)}

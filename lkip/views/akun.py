"""The user's own account."""

from django.contrib import messages
from django.contrib.auth import update_session_auth_hash
from django.shortcuts import redirect
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_safe

from lkip.forms.sandi import GantiSandiForm
from lkip.views.formulir import kiriman, tampilkan_formulir_admin
from lkip.views.halaman import tampilkan


@require_safe
def akun(request):
    """Who the user is here, and what they may do where."""
    return tampilkan(
        request,
        "lkip/akun.html",
        None,
        judul="Akun saya",
        keanggotaan=request.user.keanggotaan.select_related("instansi", "pemda", "seksi"),
    )


@sensitive_post_parameters()
@require_http_methods(["GET", "POST"])
def ganti_sandi(request):
    """Change one's own password; other sessions of the user end."""
    lanjut = "mulai" if request.user.harus_ganti_sandi else "akun"
    formulir = GantiSandiForm(request.user, kiriman(request).get("data"))
    if request.method == "POST" and formulir.is_valid():
        update_session_auth_hash(request, formulir.save())
        messages.success(request, "Kata sandi diganti.")
        return redirect(lanjut)
    petunjuk = "Kata sandi Anda dibuat oleh admin. Ganti dahulu sebelum melanjutkan."
    return tampilkan_formulir_admin(
        request,
        formulir,
        "Ganti kata sandi",
        "akun",
        petunjuk if request.user.harus_ganti_sandi else "",
    )

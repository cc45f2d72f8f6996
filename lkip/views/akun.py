"""The user's own account."""

from django.conf import settings
from django.contrib import messages
from django.contrib.auth import update_session_auth_hash
from django.shortcuts import redirect
from django.utils.crypto import constant_time_compare
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from lkip.dua_langkah import DITAWARKAN, aplikasi
from lkip.forms.sandi import GantiSandiForm
from lkip.sesi import akhiri_sesi, sesi_berjalan, sidik_sesi
from lkip.views.formulir import kiriman, tampilkan_formulir_admin
from lkip.views.halaman import tampilkan


@require_safe
def akun(request):
    """Who the user is here, what they may do where, and where they are signed in."""
    keanggotaan = list(request.user.keanggotaan.select_related("instansi", "pemda", "seksi"))
    kantor = next((satu.instansi for satu in keanggotaan if satu.instansi), None)
    dua_langkah = aplikasi(request.user)
    peran = {satu.peran for satu in keanggotaan}
    return tampilkan(
        request,
        "lkip/akun.html",
        None,
        judul="Akun saya",
        keanggotaan=keanggotaan,
        zona=kantor.zona_waktu if kantor else "WIB",
        dua_langkah=dua_langkah,
        ditawarkan=dua_langkah or peran & (DITAWARKAN | set(settings.WAJIB_TOTP_PERAN)),
        sesi=[
            {
                "satu": satu,
                "sidik": sidik_sesi(satu),
                "ini": satu.session_key == request.session.session_key,
            }
            for satu in sesi_berjalan(request.user)
        ],
    )


@require_POST
def akhiri_satu_sesi(request, sidik):
    """Sign out another device; a session that has ended meanwhile is no mistake."""
    lain = request.user.sesi.exclude(session_key=request.session.session_key)
    for satu in lain:
        if constant_time_compare(sidik_sesi(satu), sidik):
            satu.delete()
    messages.success(request, "Sesi diakhiri. Perangkat itu harus masuk lagi.")
    return redirect("akun")


@require_POST
def akhiri_sesi_lain(request):
    """Sign out everywhere but here."""
    akhiri_sesi(request.user, kecuali=request.session.session_key)
    messages.success(request, "Semua sesi lain diakhiri.")
    return redirect("akun")


@sensitive_post_parameters()
@require_http_methods(["GET", "POST"])
def ganti_sandi(request):
    """Change one's own password; other sessions of the user end."""
    formulir = GantiSandiForm(request.user, kiriman(request).get("data"))
    if request.method == "POST" and formulir.is_valid():
        update_session_auth_hash(request, formulir.save())
        akhiri_sesi(request.user, kecuali=request.session.session_key)
        messages.success(request, "Kata sandi diganti. Sesi di perangkat lain diakhiri.")
        return redirect("akun")
    return tampilkan_formulir_admin(request, formulir, "Ganti kata sandi", "akun")

"""The account of another user: its link, its end, and its hand-over."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_http_methods, require_POST

from lkip.alihkan import alihkan
from lkip.dua_langkah import matikan
from lkip.forms.alihkan import AlihkanForm
from lkip.kelola import di_pemda, dikuasai, terkelola
from lkip.sesi import akhiri_sesi
from lkip.surel import kirim_tautan
from lkip.tautan import buat_tautan, hari_tautan
from lkip.views.formulir import kiriman, tampilkan_formulir_admin
from lkip.views.halaman import alamat_penuh, tampilkan
from lkip.views.penilaian import pemda_admin


@require_POST
def tautan_baru(request, pengguna_pk):
    """Give a user a new link, shown once; it ends their password and their open sessions."""
    satu = _akun(request, pengguna_pk)
    if satu == request.user:
        messages.error(request, "Kata sandi Anda sendiri diganti di halaman Akun saya.")
        return redirect("akun")
    return tampilkan_tautan(request, satu)


@require_POST
def ubah_keaktifan(request, pengguna_pk):
    """Close an account with its sessions, or open it again; what they did keeps their name."""
    satu = _akun(request, pengguna_pk)
    if satu == request.user:
        messages.error(request, "Akun Anda sendiri tidak dapat dinonaktifkan.")
        return redirect("daftar_pengguna")
    satu.is_active = request.POST.get("aktif") == "1"
    satu.save(update_fields=["is_active"])
    if not satu.is_active:
        akhiri_sesi(satu)
    keadaan = "diaktifkan" if satu.is_active else "dinonaktifkan"
    messages.success(request, f"Akun {satu} {keadaan}.")
    return redirect("daftar_pengguna")


@require_POST
def hapus_dua_langkah(request, pengguna_pk):
    """Let a user sign in by password alone, who lost the phone and the backup codes."""
    satu = _akun(request, pengguna_pk)
    matikan(satu)
    messages.success(request, f"Verifikasi dua langkah {satu} dihapus.")
    return redirect("daftar_pengguna")


@require_http_methods(["GET", "POST"])
def alihkan_pengguna(request, pengguna_pk):
    """Give the roles of who leaves to who comes, in one step."""
    pemda = pemda_admin(request.user)
    satu = get_object_or_404(terkelola(pemda), pk=pengguna_pk)
    if satu == request.user:
        messages.error(request, "Peran Anda sendiri dialihkan oleh admin lain.")
        return redirect("daftar_pengguna")
    formulir = AlihkanForm(
        kiriman(request).get("data"),
        peran=satu.keanggotaan.filter(di_pemda(pemda)).select_related("instansi", "pemda", "seksi"),
        calon=terkelola(pemda).filter(is_active=True).exclude(pk=satu.pk),
        dapat_ditutup=dikuasai(pemda, request.user).filter(pk=satu.pk).exists(),
    )
    if request.method == "POST" and formulir.is_valid():
        return _alihkan(request, satu, **formulir.cleaned_data)
    return tampilkan_formulir_admin(
        request, formulir, f"Alihkan peran {satu}", "daftar_pengguna", tombol="Alihkan"
    )


def _alihkan(request, satu, *, peran, penerus, tutup=False):
    alihkan(peran, penerus, oleh=request.user, tutup=satu if tutup else None)
    messages.success(request, f"Peran {satu} dialihkan kepada {penerus}.")
    return redirect("daftar_pengguna")


def tampilkan_tautan(request, pengguna):
    """Make a link and show it; it is sent as well where its user can be written to."""
    alamat = alamat_penuh(request, buat_tautan(pengguna))
    return tampilkan(
        request,
        "lkip/tautan_baru.html",
        None,
        judul=f"Tautan untuk {pengguna}",
        pengguna=pengguna,
        alamat=alamat,
        hari=hari_tautan(),
        terkirim=kirim_tautan(pengguna, alamat),
    )


def _akun(request, pengguna_pk):
    return get_object_or_404(dikuasai(pemda_admin(request.user), request.user), pk=pengguna_pk)

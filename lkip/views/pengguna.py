"""Users, their roles, and offices of a pemda, for its admin."""

from django.contrib import messages
from django.db import transaction
from django.db.models import Q
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from instansi.models import Instansi, Keanggotaan, Pengguna
from lkip.forms.pengguna import (
    InstansiBaruForm,
    PenggunaForm,
    PeranForm,
    UbahPenggunaForm,
    buat_sandi,
)
from lkip.views.formulir import kiriman, tampilkan_formulir_admin
from lkip.views.halaman import tampilkan
from lkip.views.penilaian import pemda_admin

PENGGUNA = ("Pengguna", "daftar_pengguna")


@require_safe
def daftar_pengguna(request):
    """Everybody with a role in the pemda or one of its offices."""
    pemda = pemda_admin(request.user)
    return tampilkan(
        request,
        "lkip/pengguna.html",
        None,
        judul="Pengguna",
        pemda=pemda,
        pengguna=_terkelola(request.user).prefetch_related(
            "keanggotaan__instansi", "keanggotaan__pemda", "keanggotaan__seksi"
        ),
    )


@require_http_methods(["GET", "POST"])
def tambah_pengguna(request, pemda_pk):
    """A new user; the password is shown once, on the answer."""
    pemda = get_object_or_404(pemda_admin(request.user), pk=pemda_pk)
    formulir = PenggunaForm(data=kiriman(request).get("data"), pemda=pemda)
    if request.method == "POST" and formulir.is_valid():
        return _tampilkan_sandi(request, *_buat(formulir))
    return tampilkan_formulir_admin(
        request, formulir, f"Tambah pengguna {pemda}", "daftar_pengguna"
    )


@require_http_methods(["GET", "POST"])
def ubah_pengguna(request, pengguna_pk):
    """Correct how a user is called."""
    satu = get_object_or_404(_terkelola(request.user), pk=pengguna_pk)
    formulir = UbahPenggunaForm(data=kiriman(request).get("data"), pengguna=satu)
    if request.method == "POST" and formulir.is_valid():
        formulir.save()
        messages.success(request, f"Pengguna {satu} tersimpan.")
        return redirect("daftar_pengguna")
    return tampilkan_formulir_admin(request, formulir, "Ubah pengguna", "daftar_pengguna")


@require_http_methods(["GET", "POST"])
def tambah_peran(request, pemda_pk, pengguna_pk):
    """A further role of a user."""
    pemda = get_object_or_404(pemda_admin(request.user), pk=pemda_pk)
    satu = get_object_or_404(_terkelola(request.user), pk=pengguna_pk)
    formulir = PeranForm(data=kiriman(request).get("data"), pemda=pemda, pengguna=satu)
    if request.method == "POST" and formulir.is_valid():
        formulir.keanggotaan.save()
        messages.success(request, f"Peran {satu} ditambahkan.")
        return redirect("daftar_pengguna")
    return tampilkan_formulir_admin(request, formulir, f"Tambah peran {satu}", "daftar_pengguna")


@require_POST
def hapus_peran(request, keanggotaan_pk):
    """Take a role away; not the admin's own, so that nobody locks themselves out."""
    milik = Keanggotaan.objects.filter(_di(pemda_admin(request.user)))
    satu = get_object_or_404(milik.select_related("pengguna"), pk=keanggotaan_pk)
    if satu.pengguna == request.user:
        messages.error(request, "Peran Anda sendiri tidak dapat dihapus di sini.")
    else:
        satu.delete()
        messages.success(request, f"Peran {satu.get_peran_display()} {satu.pengguna} dihapus.")
    return redirect("daftar_pengguna")


@require_POST
def alihkan_pengguna(request, pengguna_pk):
    """Deactivate a user, or make them active again; what they did keeps their name."""
    satu = get_object_or_404(_terkelola(request.user), pk=pengguna_pk)
    if satu == request.user:
        messages.error(request, "Akun Anda sendiri tidak dapat dinonaktifkan.")
        return redirect("daftar_pengguna")
    satu.is_active = not satu.is_active
    satu.save(update_fields=["is_active"])
    keadaan = "diaktifkan" if satu.is_active else "dinonaktifkan"
    messages.success(request, f"Akun {satu} {keadaan}.")
    return redirect("daftar_pengguna")


@require_POST
def sandi_baru(request, pengguna_pk):
    """Give a user a new password, shown once; it ends their open sessions."""
    satu = get_object_or_404(_terkelola(request.user), pk=pengguna_pk)
    sandi = buat_sandi()
    satu.set_password(sandi)
    satu.harus_ganti_sandi = True
    satu.save(update_fields=["password", "harus_ganti_sandi"])
    return _tampilkan_sandi(request, satu, sandi)


@require_http_methods(["GET", "POST"])
def tambah_instansi(request, pemda_pk):
    """A new office; its first year is opened next."""
    pemda = get_object_or_404(pemda_admin(request.user), pk=pemda_pk)
    baru = Instansi(pemda=pemda, jabatan_pimpinan="Camat")
    formulir = InstansiBaruForm(**kiriman(request), instance=baru)
    if request.method == "POST" and formulir.simpan():
        messages.success(request, f"{formulir.instance} ditambahkan. Buka tahun pertamanya.")
        return redirect("tahun", formulir.instance.kode)
    return tampilkan_formulir_admin(
        request, formulir, f"Tambah instansi {pemda}", "daftar_instansi"
    )


def _di(pemda):
    return Q(pemda__in=pemda) | Q(instansi__pemda__in=pemda)


def _terkelola(admin):
    """Users with a role in the pemda that `admin` administers."""
    ada = Keanggotaan.objects.filter(_di(pemda_admin(admin)))
    return Pengguna.objects.filter(pk__in=ada.values("pengguna")).order_by("nama", "username")


@transaction.atomic
def _buat(formulir):
    sandi = buat_sandi()
    isi = formulir.cleaned_data
    pengguna = Pengguna.objects.create_user(
        isi["username"], nama=isi["nama"], password=sandi, harus_ganti_sandi=True
    )
    formulir.keanggotaan.pengguna = pengguna
    formulir.keanggotaan.save()
    return pengguna, sandi


def _tampilkan_sandi(request, pengguna, sandi):
    return tampilkan(
        request,
        "lkip/sandi_baru.html",
        None,
        judul=f"Kata sandi {pengguna}",
        pengguna=pengguna,
        sandi=sandi,
    )

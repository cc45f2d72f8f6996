"""Users, their roles, and offices of a pemda, for its admin."""

from django.contrib import messages
from django.db import transaction
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from instansi.models import Instansi, Keanggotaan, Pengguna
from lkip.dua_langkah import pengguna_dua_langkah
from lkip.forms.pengguna import (
    InstansiBaruForm,
    PenggunaForm,
    PeranForm,
    UbahPenggunaForm,
)
from lkip.kelola import di_pemda, dikuasai, riwayat_peran, terkelola
from lkip.views.akun_pengguna import tampilkan_tautan
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
        dua_langkah=set(pengguna_dua_langkah()),
        dikuasai=set(dikuasai(pemda, request.user).values_list("pk", flat=True)),
        pengguna=terkelola(pemda).prefetch_related(
            "keanggotaan__instansi", "keanggotaan__pemda", "keanggotaan__seksi"
        ),
    )


@require_http_methods(["GET", "POST"])
def tambah_pengguna(request, pemda_pk):
    """A new user; the link to set a password is shown once, on the answer."""
    pemda = get_object_or_404(pemda_admin(request.user), pk=pemda_pk)
    formulir = PenggunaForm(data=kiriman(request).get("data"), pemda=pemda)
    if request.method == "POST" and formulir.is_valid():
        return tampilkan_tautan(request, _buat(formulir))
    return tampilkan_formulir_admin(
        request, formulir, f"Tambah pengguna {pemda}", "daftar_pengguna"
    )


@require_http_methods(["GET", "POST"])
def ubah_pengguna(request, pengguna_pk):
    """Correct who a user is; below it what became of their roles."""
    pemda = pemda_admin(request.user)
    satu = get_object_or_404(dikuasai(pemda, request.user), pk=pengguna_pk)
    formulir = UbahPenggunaForm(data=kiriman(request).get("data"), pengguna=satu)
    if request.method == "POST" and formulir.is_valid():
        formulir.save()
        messages.success(request, f"Pengguna {satu} tersimpan.")
        return redirect("daftar_pengguna")
    return tampilkan_formulir_admin(
        request,
        formulir,
        "Ubah pengguna",
        "daftar_pengguna",
        templat="lkip/ubah_pengguna.html",
        riwayat=riwayat_peran(pemda, satu),
    )


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
    milik = Keanggotaan.objects.filter(di_pemda(pemda_admin(request.user)))
    satu = get_object_or_404(milik.select_related("pengguna"), pk=keanggotaan_pk)
    if satu.pengguna == request.user:
        messages.error(request, "Peran Anda sendiri tidak dapat dihapus di sini.")
    else:
        satu.delete()
        messages.success(request, f"Peran {satu.get_peran_display()} {satu.pengguna} dihapus.")
    return redirect("daftar_pengguna")


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


def _terkelola(admin):
    return terkelola(pemda_admin(admin))


@transaction.atomic
def _buat(formulir):
    isi = formulir.cleaned_data
    pengguna = Pengguna.objects.create_user(
        isi["username"], nama=isi["nama"], email=isi["email"], password=None
    )
    formulir.keanggotaan.pengguna = pengguna
    formulir.keanggotaan.save()
    return pengguna

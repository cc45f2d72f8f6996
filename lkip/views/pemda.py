"""Pemda: the first record of an installation, for who administers it."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_http_methods

from instansi.models import Keanggotaan, Pemda
from lkip.forms.pengguna import PemdaForm
from lkip.views.formulir import kiriman, tampilkan_formulir_admin
from lkip.views.penilaian import pemda_admin


@require_http_methods(["GET", "POST"])
def tambah_pemda(request):
    """A new pemda, administered by who adds it; only the superuser of the installation may."""
    if not request.user.is_superuser:
        raise PermissionDenied
    formulir = PemdaForm(**kiriman(request), instance=Pemda())
    if request.method == "POST" and _simpan_dengan_admin(request.user, formulir):
        messages.success(
            request, f"{formulir.instance} ditambahkan. Lanjutkan dengan instansi pertamanya."
        )
        return redirect("tambah_instansi", formulir.instance.pk)
    petunjuk = "Setiap kecamatan menginduk pada pemerintah daerahnya. Anda menjadi adminnya."
    return tampilkan_formulir_admin(
        request, formulir, "Tambah pemerintah daerah", "mulai", petunjuk
    )


@require_http_methods(["GET", "POST"])
def ubah_pemda(request, pemda_pk):
    """What documents call the pemda and its head."""
    pemda = get_object_or_404(pemda_admin(request.user), pk=pemda_pk)
    formulir = PemdaForm(**kiriman(request), instance=pemda)
    if request.method == "POST" and formulir.simpan():
        messages.success(request, f"{formulir.instance} tersimpan.")
        return redirect("daftar_instansi")
    return tampilkan_formulir_admin(request, formulir, f"Ubah {pemda}", "mulai")


@transaction.atomic
def _simpan_dengan_admin(user, formulir):
    if not formulir.simpan():
        return False
    Keanggotaan.objects.create(
        pengguna=user, peran=Keanggotaan.Peran.ADMIN, pemda=formulir.instance
    )
    return True

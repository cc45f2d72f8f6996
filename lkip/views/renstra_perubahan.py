"""Perubahan Renstra: a new version of the plan from a year on."""

from django.contrib import messages
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from lkip.forms.perencanaan import RenstraPerubahanForm
from lkip.renstra_perubahan import alasan_menolak, buat_perubahan
from lkip.views.formulir import buka_ruang_kantor, kiriman, tampilkan_formulir
from lkip.views.ubah_perencanaan import POHON, renstra_berlaku


@require_http_methods(["GET", "POST"])
def perubahan_renstra(request, kode, tahun):
    """Ask for the decree, then carry the whole tree into the new version."""
    ruang = buka_ruang_kantor(request, kode, tahun)
    renstra = renstra_berlaku(ruang)
    if renstra is None:
        return redirect("ubah_renstra", kode, tahun)
    if alasan := alasan_menolak(renstra, tahun):
        messages.error(request, alasan)
        return redirect("pohon_renstra", kode, tahun)
    formulir = RenstraPerubahanForm(kiriman(request).get("data"))
    if request.method == "POST" and formulir.is_valid():
        baru = buat_perubahan(renstra, tahun, **formulir.cleaned_data)
        messages.success(
            request,
            f"Perubahan ke-{baru.perubahan_ke} berlaku mulai tahun {tahun}. Ubah susunan dan "
            "targetnya di sini; tahun sebelumnya tidak ikut berubah.",
        )
        return redirect("pohon_renstra", kode, tahun)
    return tampilkan_formulir(
        request,
        ruang,
        formulir,
        kembali=reverse("pohon_renstra", args=(kode, tahun)),
        judul="Perubahan Renstra",
        petunjuk=f"Seluruh tujuan, sasaran, indikator, dan target disalin ke versi baru yang berlaku "
        f"mulai tahun {tahun}. Isian tahun {tahun} ikut pindah; versi lama tetap berlaku untuk tahun "
        "sebelumnya.",
        remah=POHON,
    )

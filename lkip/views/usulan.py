"""Usulan: a text kept beside the one of a section, until the office takes it up or discards it."""

from django.contrib import messages
from django.db import transaction
from django.http import JsonResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.loader import render_to_string
from django.urls import reverse
from django.views.decorators.http import require_POST

from lkip.forms.naskah import NarasiForm
from lkip.models import UsulanNaskah
from lkip.naskah import bersihkan
from lkip.naskah_beda import bandingkan
from lkip.naskah_teks import teks_dari_html
from lkip.naskah_versi import DARI_USULAN
from lkip.views.formulir import buka_ruang_kantor

DISIMPAN = "Tulisan Anda disimpan sebagai usulan. Naskah yang tersimpan tidak berubah."
BASI = "Naskah berubah setelah Anda membuka perbandingan ini. Periksa lagi bedanya, lalu pilih."


def usulkan(request, ruang, formulir):
    """Keep what was posted as a proposal; None when the page must show the form again."""
    usulan = formulir.usulkan(request.user)
    if request.headers.get("Accept") == "application/json":
        return _jawab(request, ruang, formulir, usulan)
    if usulan is None:
        return None
    messages.success(request, DISIMPAN)
    return redirect(f"{request.path}?usulan={usulan.pk}#beda")


def usulan_terbuka(request, narasi):
    """All proposals of a section, and the one that is opened (?usulan=) against the text now."""
    if narasi.pk is None:
        return {"usulan": [], "usulan_dibuka": None}
    nomor = request.GET.get("usulan", "")
    dibuka = _milik(narasi).filter(pk=int(nomor)).first() if nomor.isdecimal() else None
    return {
        "usulan": list(_milik(narasi).defer("isi")),
        "usulan_dibuka": dibuka,
        "beda_usulan": dibuka and bandingkan(bersihkan(narasi.isi), bersihkan(dibuka.isi)),
    }


@require_POST
def pakai_usulan(request, kode, tahun, bagian, usulan_pk):
    """Make a proposal the text, if that is still as it was compared; the old one stays a version."""
    ruang = buka_ruang_kantor(request, kode, tahun)
    usulan = _cari(ruang, bagian, usulan_pk)
    formulir = NarasiForm(
        {"isi": bersihkan(usulan.isi), "versi": request.POST.get("versi")},
        instance=usulan.narasi,
        laporan=ruang.laporan,
        alasan=f"{DARI_USULAN} {usulan.oleh}"[:100],
    )
    with transaction.atomic():
        if formulir.simpan():
            usulan.delete()
            messages.success(request, f"Usulan {usulan.oleh} menjadi naskah bagian ini.")
            return redirect("ubah_naskah", kode, tahun, bagian)
    messages.error(request, BASI)
    halaman = reverse("ubah_naskah", args=(kode, tahun, bagian))
    return redirect(f"{halaman}?usulan={usulan.pk}#beda")


@require_POST
def buang_usulan(request, kode, tahun, bagian, usulan_pk):
    """Discard a proposal; the text of the section stays as it is."""
    ruang = buka_ruang_kantor(request, kode, tahun)
    usulan = _cari(ruang, bagian, usulan_pk)
    usulan.delete()
    messages.success(request, f"Usulan {usulan.oleh} dibuang.")
    return redirect("ubah_naskah", kode, tahun, bagian)


def _milik(narasi):
    return UsulanNaskah.objects.filter(narasi=narasi).select_related("oleh")


def _cari(ruang, bagian, nomor):
    semua = UsulanNaskah.objects.select_related("oleh", "narasi")
    return get_object_or_404(semua, narasi__lkip=ruang.lkip.pk, narasi__bagian=bagian, pk=nomor)


def _jawab(request, ruang, formulir, usulan):
    """What naskah.js is told: refused (422), or kept, with the stored text to go on from."""
    if usulan is None:
        galat = [pesan for satu in formulir.errors.values() for pesan in satu]
        return JsonResponse({"galat": " ".join(galat)}, status=422)
    narasi = formulir.tersimpan_kini()
    konteks = {"berkas": ruang, "usulan": list(_milik(narasi).defer("isi"))}
    isi = bersihkan(narasi.isi)
    return JsonResponse(
        {
            "usulan": render_to_string("lkip/_daftar_usulan.html", konteks, request),
            "kabar": DISIMPAN,
            "versi": narasi.versi,
            "isi": isi,
            "baris": teks_dari_html(isi),
        }
    )

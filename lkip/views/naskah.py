"""Naskah: what staff write for each section, with all its versions."""

from django.contrib import messages
from django.db import transaction
from django.db.models import Count
from django.http import Http404, JsonResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from lkip.angka import format_waktu
from lkip.angka_naskah import angka_berubah, angka_laporan, angka_usang, catat_angka
from lkip.forms.naskah import NarasiForm
from lkip.hadir import tandai
from lkip.isian.ruang import buka_ruang
from lkip.models import Narasi
from lkip.naskah import BAGIAN, bersihkan
from lkip.naskah_beda import bandingkan
from lkip.naskah_teks import teks_dari_html
from lkip.naskah_versi import pilih_versi
from lkip.views.formulir import (
    buka_ruang_kantor,
    kiriman,
    simpan_formulir,
    tampilkan_formulir,
)
from lkip.views.halaman import tampilkan
from lkip.views.usulan import usulan_terbuka, usulkan

BANYAK_VERSI = 50


@require_safe
def naskah(request, kode, tahun):
    """All sections with what is written so far, for every reader of the year."""
    ruang = buka_ruang(request.user, kode, tahun)
    semua = Narasi.objects.filter(lkip=ruang.lkip.pk).annotate(banyak_usulan=Count("usulan"))
    tersimpan = {satu.bagian: satu for satu in semua}
    berubah = angka_berubah(ruang.laporan) if ruang.laporan else {}
    bagian = [(nama, judul, tersimpan.get(nama), nama in berubah) for nama, judul in BAGIAN.items()]
    return tampilkan(request, "lkip/naskah.html", ruang, bagian=bagian)


@require_http_methods(["GET", "POST"])
def ubah_naskah(request, kode, tahun, bagian):
    """One section: its text, the versions before, proposals. A script that saves is answered in JSON."""
    ruang = buka_ruang_kantor(request, kode, tahun)
    narasi = _cari(request, ruang, bagian)
    if "sesuai" in request.POST:
        return _benarkan(request, ruang, narasi)
    formulir = NarasiForm(**kiriman(request), instance=narasi, laporan=ruang.laporan)
    kembali = reverse("naskah", args=(kode, tahun))
    return _simpan(request, ruang, formulir, kembali) or tampilkan_formulir(
        request,
        ruang,
        formulir,
        templat="lkip/naskah_bagian.html",
        kembali=kembali,
        judul=BAGIAN[bagian],
        remah=(("Naskah", "naskah"),),
        narasi=narasi,
        isi=bersihkan(narasi.isi),
        angka_berubah=_angka_berubah(ruang, narasi.bagian),
        **_bentrok(formulir),
        **_versi(request, narasi),
        **usulan_terbuka(request, narasi),
    )


def _simpan(request, ruang, formulir, kembali):
    """The answer to a post; None when the page must be shown."""
    if "usulan" in request.POST:
        return usulkan(request, ruang, formulir)
    if request.method == "POST" and request.headers.get("Accept") == "application/json":
        return _jawab(request, ruang, formulir)
    jawaban = simpan_formulir(request, ruang, formulir, kembali)
    if jawaban:
        halaman = f"naskah/{formulir.instance.bagian}"
        tandai(request.user, ruang.instansi, ruang.tahun, halaman)
    return jawaban


@require_POST
def pulihkan_naskah(request, kode, tahun, bagian):
    """Make an earlier version the current one; the one it replaces stays among the versions."""
    ruang = buka_ruang_kantor(request, kode, tahun)
    narasi = _cari(request, ruang, bagian)
    with transaction.atomic():
        kini = get_object_or_404(Narasi.objects.select_for_update(), pk=narasi.pk)
        nomor = request.POST.get("versi", "")
        lama = kini.history.filter(history_id=int(nomor) if nomor.isdecimal() else 0).first()
        if lama is None:
            raise Http404(f"no version {nomor}")
        kini.isi, kini.angka = bersihkan(lama.isi), lama.angka
        kini.versi += 1
        kini.save()
    messages.success(request, "Versi lama dipulihkan.")
    return redirect("ubah_naskah", kode, tahun, bagian)


def _angka_berubah(ruang, bagian):
    return angka_berubah(ruang.laporan).get(bagian, ()) if ruang.laporan else ()


def _benarkan(request, ruang, narasi):
    """Take the figures that the text names as right, whatever they were when it was written."""
    if ruang.laporan:
        angka = catat_angka(narasi.isi, angka_laporan(ruang.laporan), {})
        Narasi.objects.filter(pk=narasi.pk, versi=narasi.versi).update(angka=angka)
        messages.success(request, "Angka dalam naskah ini sudah dinyatakan sesuai.")
    return redirect(request.path)


def _cari(request, ruang, bagian):
    if bagian not in BAGIAN:
        raise Http404(f"no section {bagian}")
    if request.method == "POST":
        ruang.mulai_lkip()
    ada = Narasi.objects.filter(lkip=ruang.lkip.pk, bagian=bagian).first()
    return ada or Narasi(lkip=ruang.lkip, bagian=bagian)


def _versi(request, narasi):
    """Earlier versions, and the one that is opened (?versi=) with what differs from the text now."""
    if narasi.pk is None:
        return {"versi": [], "dibuka": None}
    riwayat = narasi.history.select_related("history_user").order_by("-history_date", "-history_id")
    nomor = request.GET.get("versi", "")
    dibuka = riwayat.filter(history_id=int(nomor)).first() if nomor.isdecimal() else None
    return {
        "versi": pilih_versi(riwayat.defer("isi"))[:BANYAK_VERSI],
        "dibuka": dibuka,
        "beda_versi": dibuka and bandingkan(bersihkan(dibuka.isi), bersihkan(narasi.isi)),
    }


def _bentrok(formulir):
    """What is stored now against what was sent, where somebody else has saved meanwhile."""
    if not formulir.bentrok:
        return {"beda": (), "oleh": ""}
    tersimpan = formulir.tersimpan_kini()
    terakhir = tersimpan.history.select_related("history_user").latest()
    return {
        "beda": bandingkan(bersihkan(tersimpan.isi), formulir.cleaned_data["isi"]),
        "oleh": str(terakhir.history_user or ""),
    }


def _keadaan(ruang, narasi):
    """Which notices of the page still hold."""
    angka = angka_laporan(ruang.laporan) if ruang.laporan else {}
    usang = any(angka_usang(narasi.isi, narasi.angka, angka))
    return [
        nama for nama, ada in (("konfirmasi", narasi.perlu_dikonfirmasi), ("angka", usang)) if ada
    ]


def _jawab(request, ruang, formulir):
    """What naskah.js is told: saved, refused (422), or in conflict (409) with both texts."""
    if formulir.simpan():
        narasi = formulir.instance
        pada = format_waktu(timezone.now(), ruang.instansi.zona_waktu)
        return JsonResponse(
            {"pada": pada, "versi": narasi.versi, "keadaan": _keadaan(ruang, narasi)}
        )
    if not formulir.bentrok:
        galat = [pesan for satu in formulir.errors.values() for pesan in satu]
        return JsonResponse({"galat": " ".join(galat)}, status=422)
    tersimpan = formulir.tersimpan_kini()
    konteks = {**_bentrok(formulir), "skrip": True}
    isi = {
        "panel": render_to_string("lkip/_bentrok_naskah.html", konteks, request),
        "versi": tersimpan.versi,
        "isi": bersihkan(tersimpan.isi),
        "baris": teks_dari_html(bersihkan(tersimpan.isi)),
    }
    return JsonResponse(isi, status=409)

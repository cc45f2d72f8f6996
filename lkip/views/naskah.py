"""Naskah: what staff write for each section, with all its versions."""

from django.contrib import messages
from django.db import transaction
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from lkip.forms.naskah import NarasiForm
from lkip.isian.ruang import buka_ruang
from lkip.models import Narasi
from lkip.naskah import BAGIAN, bersihkan
from lkip.views.formulir import (
    buka_ruang_kantor,
    kiriman,
    simpan_formulir,
    tampilkan_formulir,
)
from lkip.views.halaman import tampilkan


@require_safe
def naskah(request, kode, tahun):
    """All sections with what is written so far, for every reader of the year."""
    ruang = buka_ruang(request.user, kode, tahun)
    tersimpan = {satu.bagian: satu for satu in Narasi.objects.filter(lkip=ruang.lkip.pk)}
    bagian = [(nama, judul, tersimpan.get(nama)) for nama, judul in BAGIAN.items()]
    return tampilkan(request, "lkip/naskah.html", ruang, bagian=bagian)


@require_http_methods(["GET", "POST"])
def ubah_naskah(request, kode, tahun, bagian):
    """One section: its text, and the versions before."""
    ruang = buka_ruang_kantor(request, kode, tahun)
    narasi = _cari(request, ruang, bagian)
    formulir = NarasiForm(**kiriman(request), instance=narasi)
    kembali = reverse("naskah", args=(kode, tahun))
    return simpan_formulir(request, ruang, formulir, kembali) or tampilkan_formulir(
        request,
        ruang,
        formulir,
        templat="lkip/naskah_bagian.html",
        kembali=kembali,
        judul=BAGIAN[bagian],
        remah=(("Naskah", "naskah"),),
        narasi=narasi,
        versi=_versi(narasi),
    )


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
        kini.isi = bersihkan(lama.isi)
        kini.versi += 1
        kini.save()
    messages.success(request, "Versi lama dipulihkan.")
    return redirect("ubah_naskah", kode, tahun, bagian)


def _cari(request, ruang, bagian):
    if bagian not in BAGIAN:
        raise Http404(f"no section {bagian}")
    if request.method == "POST":
        ruang.mulai_lkip()
    ada = Narasi.objects.filter(lkip=ruang.lkip.pk, bagian=bagian).first()
    return ada or Narasi(lkip=ruang.lkip, bagian=bagian)


def _versi(narasi):
    """(version, cleaned HTML) of what was stored before, the latest first."""
    if narasi.pk is None:
        return []
    riwayat = narasi.history.select_related("history_user").order_by("-history_date", "-history_id")
    return [(satu, bersihkan(satu.isi)) for satu in riwayat[1:]]

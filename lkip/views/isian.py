"""Entry in grids: one page for each grid, saved as a form or row by row."""

import secrets

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db.models import ProtectedError
from django.http import Http404, HttpResponseBadRequest, JsonResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from lkip.angka import format_waktu
from lkip.hadir import tandai
from lkip.isian.daftar import susun_kisi
from lkip.isian.formulir import KirimanSalah, baca_formulir, baca_json, simpan_semua
from lkip.isian.ruang import buka_ruang, hanya_pengisi
from lkip.isian.simpan import BarisTerkunci, hapus_baris
from lkip.isian.tampilan import susun_baris_baru, susun_jawaban, susun_tampilan
from lkip.isian.urutan import geser_baris
from lkip.views.halaman import tampilkan


@require_http_methods(["GET", "POST"])
def isi_kisi(request, kode, tahun, nama):
    """Show a grid, and save what comes back: all of it as a form, or one row as JSON."""
    ruang, kisi = _buka(request, kode, tahun, nama)
    if request.method == "GET":
        return _halaman(request, ruang, kisi, {})
    dari_skrip = request.content_type == "application/json"
    try:
        kiriman = baca_json(request.body) if dari_skrip else baca_formulir(request.POST)
        hasil = simpan_semua(kisi, kiriman, request.user, request.path)
        beres = all(satu.beres for satu in hasil.values())
        if kiriman.geser and beres:
            geser_baris(kisi, kiriman.geser)
    except KirimanSalah:
        return HttpResponseBadRequest("Kiriman tidak dapat dibaca.")
    except BarisTerkunci as salah:
        raise PermissionDenied from salah
    if dari_skrip:
        return _jawab(ruang, susun_kisi(nama, ruang), hasil)
    if beres:
        tandai(request.user, ruang.instansi, ruang.tahun, f"isi/{nama}")
        messages.success(request, f"Tersimpan {_pukul(ruang)}.")
        tempat = f"#geser-{kiriman.geser.split(':')[0]}" if kiriman.geser else ""
        return redirect(request.path + tempat)
    return _halaman(request, ruang, susun_kisi(nama, ruang), hasil)


@require_POST
def hapus_baris_kisi(request, kode, tahun, nama):
    """Delete one row of a grid that allows it."""
    _, kisi = _buka(request, kode, tahun, nama)
    try:
        hapus_baris(kisi, request.POST.get("baris", ""))
        messages.success(request, "Baris dihapus.")
    except BarisTerkunci as salah:
        raise PermissionDenied from salah
    except ProtectedError:
        messages.error(request, "Baris ini masih dipakai data lain, sehingga tidak dihapus.")
    return redirect("isi_kisi", kode, tahun, nama)


def _buka(request, kode, tahun, nama):
    ruang = buka_ruang(request.user, kode, tahun)
    hanya_pengisi(ruang)
    kisi = susun_kisi(nama, ruang)
    if kisi is None:
        raise Http404(f"no grid {nama}")
    if request.method == "POST" and kisi.perlu_lkip and not kisi.terkunci and ruang.mulai_lkip():
        kisi = susun_kisi(nama, ruang)
    return ruang, kisi


def _halaman(request, ruang, kisi, hasil):
    terhitung = kisi.hitung(ruang.laporan)
    galat = [
        (satu.baris.judul, kisi.cari_kolom(kolom).judul, pesan, f"s-{kunci}-{kolom}")
        for kunci, satu in hasil.items()
        for kolom, pesan in satu.galat.items()
    ]
    return tampilkan(
        request,
        "lkip/kisi.html",
        ruang,
        judul=kisi.judul,
        remah=kisi.remah,
        kisi=kisi,
        baris=list(susun_tampilan(kisi, terhitung, hasil)),
        baru=list(susun_baris_baru(kisi, hasil)),
        jumlah=[terhitung.get(("jumlah", kolom.nama), "") for kolom in kisi.kolom],
        ada_jumlah=any(baris == "jumlah" for baris, _ in terhitung),
        galat=galat,
        kiriman=secrets.token_hex(8),
        ada_bentrok=any(satu.bentrok for satu in hasil.values()),
    )


def _jawab(ruang, kisi, hasil):
    terhitung = kisi.hitung(ruang.segarkan() if kisi.hasil else None)
    status = 200
    if any(satu.galat for satu in hasil.values()):
        status = 422
    elif any(satu.bentrok for satu in hasil.values()):
        status = 409
    return JsonResponse(
        {"pada": _pukul(ruang)} | susun_jawaban(kisi, hasil, terhitung), status=status
    )


def _pukul(ruang):
    return format_waktu(timezone.now(), ruang.instansi.zona_waktu)

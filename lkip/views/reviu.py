"""Review: a document section by section as it will print, what changed, and remarks on it."""

from itertools import groupby

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.safestring import mark_safe
from django.views.decorators.http import require_POST, require_safe

from lkip.dokumen.html import susun_satu_bab
from lkip.forms.alur import KomentarForm
from lkip.meja import Meja, buka_meja
from lkip.models import LKIP, Komentar
from lkip.pemberitahuan import beri_tahu_komentar
from lkip.reviu import (
    ISIAN,
    daftar_jangkar,
    dapat_menyelesaikan,
    pengajuan_pembanding,
    perubahan_dokumen,
    susun_daftar,
    susun_naskah_pk,
)
from lkip.views.alur import remah, tampilkan_meja
from lkip.views.laporan import bungkus_tabel


@require_safe
def reviu(request, kode, tahun, dokumen):
    """Lead to the first section with open comments, or else the first."""
    meja = _buka(request, kode, tahun, dokumen)
    berkomentar = {satu.bagian for satu in meja.komentar_terbuka}
    semua = [slug for slug, _ in meja.bagian]
    pertama = next((slug for slug in semua if slug in berkomentar), semua[0])
    return redirect("reviu_bagian", kode, tahun, dokumen, pertama)


@require_safe
def reviu_bagian(request, kode, tahun, dokumen, bagian):
    """One section as it will print, with its comments."""
    meja = _buka(request, kode, tahun, dokumen)
    html = _naskah(meja, bagian)
    formulir = KomentarForm(jangkar=daftar_jangkar(html)) if meja.dapat_berkomentar else None
    return _tampilkan_bagian(request, meja, bagian, html, formulir)


@require_safe
def reviu_perubahan(request, kode, tahun, dokumen):
    """What changed since the submission before: each field once, old and new."""
    meja = _buka(request, kode, tahun, dokumen)
    pembanding = pengajuan_pembanding(meja)
    semua = perubahan_dokumen(meja, pembanding) if pembanding else []
    return tampilkan_meja(
        request,
        "lkip/alur_perubahan.html",
        meja,
        judul=f"Perubahan {meja.nama}",
        remah=remah(meja),
        semua=susun_daftar(meja),
        pembanding=pembanding,
        perubahan=[(nama, list(isi)) for nama, isi in groupby(semua, lambda satu: satu.bagian)],
    )


@require_POST
def tambah_komentar(request, kode, tahun, dokumen, bagian):
    """Put a remark on a section; those who review may, while the document is with them."""
    meja = _buka(request, kode, tahun, dokumen)
    html = _naskah(meja, bagian)
    if not meja.peninjau:
        raise PermissionDenied("Komentar ditulis oleh verifikator atau camat.")
    if not meja.dapat_berkomentar:
        status = meja.dokumen.get_status_display().lower()
        messages.error(request, f"{meja.nama} berstatus {status}, sehingga tidak dikomentari.")
        return _ke_bagian(meja, bagian)
    kolom = "lkip" if isinstance(meja.dokumen, LKIP) else "perjanjian"
    komentar = Komentar(bagian=bagian, oleh=request.user, **{kolom: meja.dokumen})
    formulir = KomentarForm(request.POST, instance=komentar, jangkar=daftar_jangkar(html))
    if not formulir.is_valid():
        return _tampilkan_bagian(request, meja, bagian, html, formulir)
    beri_tahu_komentar(formulir.save())
    messages.success(request, "Komentar tersimpan.")
    return _ke_bagian(meja, bagian, f"#komentar-{komentar.pk}")


@require_POST
def selesaikan_komentar(request, kode, tahun, dokumen, komentar_pk):
    """Mark a remark as done."""
    meja = _buka(request, kode, tahun, dokumen)
    komentar = get_object_or_404(
        Komentar, pk=komentar_pk, pk__in=[satu.pk for satu in meja.komentar]
    )
    if not meja.peninjau and komentar.oleh_id != request.user.pk:
        raise PermissionDenied("Komentar diselesaikan oleh penulisnya atau peninjau lain.")
    if dapat_menyelesaikan(meja, komentar):
        Komentar.objects.filter(pk=komentar.pk, selesai_pada=None).update(
            selesai_oleh=request.user, selesai_pada=timezone.now()
        )
        messages.success(request, "Komentar selesai.")
    return _ke_bagian(meja, komentar.bagian, f"#komentar-{komentar.pk}")


def _buka(request, kode, tahun, dokumen) -> Meja:
    """The document for those of its office; reviews are not for outsiders (403)."""
    meja = buka_meja(request.user, kode, tahun, dokumen)
    if not meja.dari_kantor:
        raise PermissionDenied("Reviu hanya dibaca kantor yang menyusun laporan.")
    return meja


def _naskah(meja, bagian):
    """The section as it will print; Http404 for one that is not there."""
    if bagian not in dict(meja.bagian):
        raise Http404(f"no section {bagian}")
    tempat = (meja.berkas.instansi.kode, meja.berkas.tahun)

    def alamat_berkas(nama):
        return reverse("berkas", args=(*tempat, nama))

    if meja.perjanjian:
        return susun_naskah_pk(meja, alamat_berkas)
    return susun_satu_bab(
        meja.berkas.laporan,
        bagian,
        alamat=lambda bab: reverse("reviu_bagian", args=(*tempat, meja.slug, bab)),
        alamat_berkas=alamat_berkas,
    ).html


def _tampilkan_bagian(request, meja, bagian, html, formulir):
    tempat = (meja.berkas.instansi.kode, meja.berkas.tahun)
    jangkar = dict(daftar_jangkar(html))
    komentar = [
        (satu, jangkar.get(satu.jangkar, ""), dapat_menyelesaikan(meja, satu))
        for satu in meja.komentar
        if satu.bagian == bagian
    ]
    isian = ISIAN.get(bagian, ()) if meja.berkas.dapat_mengisi_kantor else ()
    return tampilkan_meja(
        request,
        "lkip/alur_reviu.html",
        meja,
        judul=f"Reviu {meja.nama}: {dict(meja.bagian)[bagian]}",
        remah=remah(meja),
        semua=susun_daftar(meja),
        bagian=bagian,
        isi_bagian=bungkus_tabel(mark_safe(html)),
        komentar=komentar,
        formulir=formulir,
        isian=[(label, reverse(nama, args=(*tempat, *args))) for label, nama, args in isian],
    )


def _ke_bagian(meja, bagian, jangkar=""):
    tempat = (meja.berkas.instansi.kode, meja.berkas.tahun, meja.slug, bagian)
    return redirect(reverse("reviu_bagian", args=tempat) + jangkar)

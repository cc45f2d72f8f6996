"""Evidence of realisasi and sub kegiatan: list, add, change, delete, download."""

from pathlib import PurePath

from django.core.exceptions import PermissionDenied
from django.http import FileResponse, Http404
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.text import slugify
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from lkip.forms.pengukuran import BuktiForm
from lkip.isian.bukti import (
    bukti_per_indikator,
    bukti_per_sub_kegiatan,
    bukti_tahun,
    realisasi_tahun,
    sub_kegiatan_tahun,
    tempat_dari,
    tempat_realisasi,
    tempat_sub_kegiatan,
)
from lkip.isian.ruang import buka_ruang, hanya_pengisi
from lkip.views.formulir import hapus_objek, kiriman, simpan_formulir, tampilkan_formulir
from lkip.views.halaman import tampilkan
from perjanjian.models import Bukti

REMAH = (("Kinerja per triwulan", "triwulan"),)
BUKTI = ("Bukti dukung", "bukti")
FORMULIR = require_http_methods(["GET", "POST"])


@require_safe
def bukti(request, kode, tahun):
    """All evidence of the year, by indikator and sub kegiatan."""
    ruang = buka_ruang(request.user, kode, tahun)
    return tampilkan(
        request,
        "lkip/bukti.html",
        ruang,
        judul="Bukti dukung",
        remah=REMAH,
        indikator=list(bukti_per_indikator(ruang)),
        sub_kegiatan=list(bukti_per_sub_kegiatan(ruang)),
    )


@FORMULIR
def tambah_bukti_realisasi(request, kode, tahun, realisasi_pk):
    """New evidence of a realisasi."""
    ruang = _buka(request, kode, tahun)
    realisasi = get_object_or_404(realisasi_tahun(ruang), pk=realisasi_pk)
    baru = Bukti(realisasi=realisasi)
    return _formulir(request, ruang, tempat_realisasi(ruang, realisasi), baru)


@FORMULIR
def tambah_bukti_sub_kegiatan(request, kode, tahun, sub_kegiatan_pk):
    """New evidence of a sub kegiatan."""
    ruang = _buka(request, kode, tahun)
    sub = get_object_or_404(sub_kegiatan_tahun(ruang), pk=sub_kegiatan_pk)
    return _formulir(request, ruang, tempat_sub_kegiatan(ruang, sub), Bukti(sub_kegiatan=sub))


@FORMULIR
def ubah_bukti(request, kode, tahun, bukti_pk):
    """What evidence is called, its file, its link."""
    ruang = _buka(request, kode, tahun)
    satu = get_object_or_404(bukti_tahun(ruang), pk=bukti_pk)
    return _formulir(request, ruang, tempat_dari(ruang, satu), satu)


@require_POST
def hapus_bukti(request, kode, tahun, bukti_pk):
    """Delete evidence; its history and its file stay."""
    ruang = _buka(request, kode, tahun)
    satu = get_object_or_404(bukti_tahun(ruang), pk=bukti_pk)
    _milik_saja(tempat_dari(ruang, satu))
    return hapus_objek(request, ruang, satu, _kembali(ruang))


@require_safe
def unduh_bukti(request, kode, tahun, bukti_pk):
    """The file of evidence, for who may read the year; always to keep, never to run in the page."""
    ruang = buka_ruang(request.user, kode, tahun)
    satu = get_object_or_404(bukti_tahun(ruang), pk=bukti_pk)
    if not satu.berkas or not satu.berkas.storage.exists(satu.berkas.name):
        raise Http404(f"evidence {bukti_pk} has no file")
    nama = f"{slugify(satu.nama) or 'bukti'}{PurePath(satu.berkas.name).suffix}"
    return FileResponse(satu.berkas.open(), as_attachment=True, filename=nama)


def _buka(request, kode, tahun):
    ruang = buka_ruang(request.user, kode, tahun)
    hanya_pengisi(ruang)
    return ruang


def _milik_saja(tempat):
    """Refuse (403) a seksi what another unit answers for."""
    if not tempat.milik:
        raise PermissionDenied


def _kembali(ruang):
    return reverse("bukti", args=(ruang.instansi.kode, ruang.tahun))


def _formulir(request, ruang, tempat, satu):
    _milik_saja(tempat)
    formulir = BuktiForm(**kiriman(request), instance=satu)
    hapus = "hapus_bukti" if satu.pk else ""
    return simpan_formulir(request, ruang, formulir, _kembali(ruang)) or tampilkan_formulir(
        request,
        ruang,
        formulir,
        kembali=_kembali(ruang),
        judul="Ubah bukti dukung" if satu.pk else "Tambah bukti dukung",
        petunjuk=f"Bukti untuk {tempat.label}.",
        remah=(*REMAH, BUKTI),
        hapus=reverse(hapus, args=(ruang.instansi.kode, ruang.tahun, satu.pk)) if hapus else "",
    )

"""Entry of the Renstra: its head, its tree, and the sheet of each node."""

from collections import Counter

from django.contrib import messages
from django.db import transaction
from django.db.models import ProtectedError
from django.http import HttpResponseBadRequest
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from lkip.forms.perencanaan import IndikatorForm, RenstraForm, SasaranForm, TujuanForm
from lkip.isian.pohon import MODEL, baca_pohon, geser, kode_berikut, rapikan, urutan_berikut
from lkip.views.formulir import (
    buka_ruang_kantor,
    kiriman,
    simpan_formulir,
    tampilkan_formulir,
)
from lkip.views.halaman import tampilkan
from renstra.models import Indikator, Renstra, Sasaran, Tujuan

FORMULIR = require_http_methods(["GET", "POST"])
RENSTRA = ("Rencana Strategis", "renstra")
POHON = (RENSTRA, ("Susunan Renstra", "pohon_renstra"))
LANGKAH = {"naik": -1, "turun": 1}


@FORMULIR
def ubah_renstra(request, kode, tahun):
    """The head of the plan in force; a new plan where the year has none."""
    ruang = buka_ruang_kantor(request, kode, tahun)
    renstra = renstra_berlaku(ruang) or Renstra(
        instansi=ruang.instansi, tahun_awal=tahun, tahun_akhir=tahun + 4
    )
    formulir = RenstraForm(**kiriman(request), instance=renstra, tahun=tahun)
    kembali = reverse("pohon_renstra", args=(kode, tahun))
    return simpan_formulir(request, ruang, formulir, kembali) or tampilkan_formulir(
        request,
        ruang,
        formulir,
        kembali=kembali if renstra.pk else reverse("mulai"),
        judul="Ubah Renstra" if renstra.pk else "Renstra baru",
        remah=(RENSTRA,),
    )


@require_safe
def pohon_renstra(request, kode, tahun):
    """The tree with what may be done to each node."""
    ruang = buka_ruang_kantor(request, kode, tahun)
    renstra = renstra_berlaku(ruang)
    if renstra is None:
        return redirect("ubah_renstra", kode, tahun)
    return tampilkan(
        request,
        "lkip/pohon_renstra.html",
        ruang,
        judul="Susunan Renstra",
        remah=(RENSTRA,),
        renstra=renstra,
        pohon=baca_pohon(renstra),
    )


@require_POST
def geser_simpul(request, kode, tahun):
    """Move a node of the tree up or down among its siblings."""
    ruang = buka_ruang_kantor(request, kode, tahun)
    model = MODEL.get(request.POST.get("jenis"))
    langkah = LANGKAH.get(request.POST.get("arah"))
    nomor = request.POST.get("nomor", "")
    if model is None or langkah is None or not nomor.isascii() or not nomor.isdecimal():
        return HttpResponseBadRequest("Kiriman tidak dapat dibaca.")
    objek = _simpul(ruang, model, int(nomor))
    geser(objek, langkah)
    return redirect(f"{reverse('pohon_renstra', args=(kode, tahun))}#{_tanda(objek)}")


@FORMULIR
def tambah_tujuan(request, kode, tahun):
    """A new tujuan, last in the plan."""
    ruang = buka_ruang_kantor(request, kode, tahun)
    renstra = renstra_berlaku(ruang)
    if renstra is None:
        return redirect("ubah_renstra", kode, tahun)
    baru = Tujuan(
        renstra=renstra, kode=kode_berikut(Tujuan, renstra), urutan=urutan_berikut(renstra.tujuan)
    )
    return _formulir(request, ruang, baru, "Tambah tujuan")


@FORMULIR
def tambah_sasaran(request, kode, tahun, tujuan_pk):
    """A new sasaran below a tujuan."""
    ruang = buka_ruang_kantor(request, kode, tahun)
    tujuan = _simpul(ruang, Tujuan, tujuan_pk)
    baru = Sasaran(
        renstra=tujuan.renstra,
        tujuan=tujuan,
        kode=kode_berikut(Sasaran, tujuan.renstra),
        urutan=urutan_berikut(tujuan.sasaran),
    )
    return _formulir(request, ruang, baru, "Tambah sasaran")


@FORMULIR
def tambah_indikator_tujuan(request, kode, tahun, tujuan_pk):
    """A new indikator of a tujuan."""
    ruang = buka_ruang_kantor(request, kode, tahun)
    tujuan = _simpul(ruang, Tujuan, tujuan_pk)
    return _tambah_indikator(request, ruang, tujuan=tujuan, renstra=tujuan.renstra)


@FORMULIR
def tambah_indikator_sasaran(request, kode, tahun, sasaran_pk):
    """A new indikator of a sasaran."""
    ruang = buka_ruang_kantor(request, kode, tahun)
    sasaran = _simpul(ruang, Sasaran, sasaran_pk)
    return _tambah_indikator(request, ruang, sasaran=sasaran, renstra=sasaran.renstra)


@FORMULIR
def ubah_tujuan(request, kode, tahun, tujuan_pk):
    """One tujuan."""
    ruang = buka_ruang_kantor(request, kode, tahun)
    objek = _simpul(ruang, Tujuan, tujuan_pk)
    hapus = reverse("hapus_tujuan", args=(kode, tahun, tujuan_pk))
    return _formulir(request, ruang, objek, f"Ubah tujuan {objek.kode}", hapus)


@FORMULIR
def ubah_sasaran(request, kode, tahun, sasaran_pk):
    """One sasaran."""
    ruang = buka_ruang_kantor(request, kode, tahun)
    objek = _simpul(ruang, Sasaran, sasaran_pk)
    hapus = reverse("hapus_sasaran", args=(kode, tahun, sasaran_pk))
    return _formulir(request, ruang, objek, f"Ubah sasaran {objek.kode}", hapus)


@FORMULIR
def ubah_indikator(request, kode, tahun, indikator_pk):
    """The sheet of one indikator."""
    ruang = buka_ruang_kantor(request, kode, tahun)
    objek = _simpul(ruang, Indikator, indikator_pk)
    hapus = reverse("hapus_indikator", args=(kode, tahun, indikator_pk))
    return _formulir(request, ruang, objek, f"Ubah indikator {objek.kode}", hapus)


@require_POST
def hapus_tujuan(request, kode, tahun, tujuan_pk):
    """Delete a tujuan that nothing hangs from."""
    return _hapus(request, kode, tahun, Tujuan, tujuan_pk)


@require_POST
def hapus_sasaran(request, kode, tahun, sasaran_pk):
    """Delete a sasaran that nothing hangs from."""
    return _hapus(request, kode, tahun, Sasaran, sasaran_pk)


@require_POST
def hapus_indikator(request, kode, tahun, indikator_pk):
    """Delete an indikator that no document uses, with its targets of the plan."""
    return _hapus(request, kode, tahun, Indikator, indikator_pk)


def renstra_berlaku(ruang):
    """The plan that is in force in the year, or None."""
    return Renstra.objects.berlaku(ruang.instansi, ruang.tahun)


def _simpul(ruang, model, pk):
    """A node of the plan in force; Http404 for any other."""
    return get_object_or_404(
        model.objects.select_related("renstra"), pk=pk, renstra=renstra_berlaku(ruang)
    )


def _tanda(objek):
    return f"{objek._meta.model_name}-{objek.pk}"


def _tambah_indikator(request, ruang, *, renstra, **induk):
    baru = Indikator(
        renstra=renstra,
        kode=kode_berikut(Indikator, renstra),
        urutan=urutan_berikut(renstra.indikator),
        **induk,
    )
    return _formulir(request, ruang, baru, "Tambah indikator")


def _formulir(request, ruang, objek, judul, hapus=""):
    """Save or show the form of one node; a new place in the tree gives all a new number."""
    susun = {Tujuan: TujuanForm, Sasaran: SasaranForm, Indikator: IndikatorForm}[type(objek)]
    lain = {"instansi": ruang.instansi} if isinstance(objek, Indikator) else {}
    formulir = susun(**kiriman(request), instance=objek, **lain)
    kembali = reverse("pohon_renstra", args=(ruang.instansi.kode, ruang.tahun))
    with transaction.atomic():
        selesai = simpan_formulir(request, ruang, formulir, kembali)
        if selesai:
            rapikan(objek.renstra)
    return selesai or tampilkan_formulir(
        request, ruang, formulir, kembali=kembali, judul=judul, remah=POHON, hapus=hapus
    )


def _hapus(request, kode, tahun, model, pk):
    ruang = buka_ruang_kantor(request, kode, tahun)
    objek = _simpul(ruang, model, pk)
    nama = f"{objek._meta.verbose_name.capitalize()} “{objek}”"
    try:
        objek.delete()
        messages.success(request, f"{nama} dihapus.")
    except ProtectedError as salah:
        messages.error(request, f"{nama} tidak dihapus karena dipakai {_pemakai(salah)}.")
    return redirect("pohon_renstra", kode, tahun)


def _pemakai(salah):
    """What stands in the way: "2 indikator dan 1 sasaran"."""
    jumlah = Counter(satu._meta.verbose_name for satu in salah.protected_objects)
    bagian = [f"{banyak} {nama}" for nama, banyak in sorted(jumlah.items())]
    return " dan ".join(filter(None, (", ".join(bagian[:-1]), bagian[-1])))

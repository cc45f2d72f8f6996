"""Entry of the decree on IKU, the RKT and both Perjanjian Kinerja; and each PK printed alone."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import Http404, HttpResponseBadRequest
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from lkip.forms.perencanaan import PenetapanIKUForm
from lkip.forms.perjanjian import PerjanjianForm, PerjanjianPerubahanForm, RencanaKinerjaForm
from lkip.isi.anggaran import Tahap
from lkip.isian.salin import SUMBER, isi_awal, salin_target, sumber_tersedia
from lkip.views.formulir import (
    buka_ruang_kantor,
    kiriman,
    simpan_formulir,
    tampilkan_formulir,
)
from lkip.views.ubah_perencanaan import renstra_berlaku
from perjanjian.models import PerjanjianKinerja, RencanaKinerja
from renstra.models import PenetapanIKU

FORMULIR = require_http_methods(["GET", "POST"])
NAMA_PK = {Tahap.MURNI: "Perjanjian Kinerja", Tahap.PERUBAHAN: "Perjanjian Kinerja Perubahan"}
# Address names by kind: to read, to enter, the grid of targets.
ALAMAT_PK = {
    Tahap.MURNI: ("pk", "ubah_pk", "target-pk"),
    Tahap.PERUBAHAN: ("pk_perubahan", "ubah_pk_perubahan", "target-pk-perubahan"),
}


@FORMULIR
def ubah_penetapan_iku(request, kode, tahun):
    """Number and day of the decree that sets the IKU of this year."""
    ruang = buka_ruang_kantor(request, kode, tahun)
    renstra = renstra_berlaku(ruang)
    if renstra is None:
        return redirect("ubah_renstra", kode, tahun)
    tempat = {"renstra": renstra, "tahun": tahun}
    penetapan = PenetapanIKU.objects.filter(**tempat).first() or PenetapanIKU(**tempat)
    formulir = PenetapanIKUForm(**kiriman(request), instance=penetapan)
    kembali = reverse("iku" if ruang.laporan else "pohon_renstra", args=(kode, tahun))
    return simpan_formulir(request, ruang, formulir, kembali) or tampilkan_formulir(
        request,
        ruang,
        formulir,
        kembali=kembali,
        judul="Penetapan IKU",
        petunjuk="Keputusan yang menetapkan indikator kinerja utama. Tanpa isian tahun ini, "
        "keputusan terakhir sebelumnya tetap dipakai.",
        remah=(("Indikator Kinerja Utama", "iku"),),
    )


@FORMULIR
def ubah_rkt(request, kode, tahun):
    """Number and day of the RKT; a new one starts with the targets of the Renstra."""
    ruang = buka_ruang_kantor(request, kode, tahun)
    renstra = renstra_berlaku(ruang)
    if renstra is None:
        return redirect("ubah_renstra", kode, tahun)
    rencana = _rkt(ruang) or RencanaKinerja(instansi=ruang.instansi, renstra=renstra, tahun=tahun)
    baru = rencana.pk is None
    formulir = RencanaKinerjaForm(**kiriman(request), instance=rencana)
    with transaction.atomic():
        selesai = simpan_formulir(request, ruang, formulir, reverse("ubah_rkt", args=(kode, tahun)))
        if selesai and baru:
            _ambil(request, "renstra", formulir.instance)
    return selesai or tampilkan_formulir(
        request,
        ruang,
        formulir,
        templat="lkip/ubah_naskah.html",
        kembali=reverse("rkt" if ruang.laporan else "ubah_rkt", args=(kode, tahun)),
        judul="RKT baru" if baru else "Ubah RKT",
        remah=(("Rencana Kinerja Tahunan", "rkt"),),
        kisi="" if baru else "target-rkt",
        ambil=reverse("ambil_target_rkt", args=(kode, tahun)),
        sumber=[] if baru else sumber_tersedia(["renstra"], rencana.renstra, tahun),
    )


@require_POST
def ambil_target_rkt(request, kode, tahun):
    """Take over targets of the Renstra that the RKT lacks."""
    ruang = buka_ruang_kantor(request, kode, tahun)
    rencana = _rkt(ruang)
    if rencana is None:
        raise Http404("no RKT")
    _ambil(request, "renstra", rencana)
    return redirect("ubah_rkt", kode, tahun)


@FORMULIR
def ubah_pk(request, kode, tahun):
    """The PK murni; a new one starts with the targets of the RKT or, without one, the Renstra."""
    return _ubah_pk(request, kode, tahun, Tahap.MURNI)


@FORMULIR
def ubah_pk_perubahan(request, kode, tahun):
    """The PK Perubahan; a new one starts with the targets of the PK murni."""
    return _ubah_pk(request, kode, tahun, Tahap.PERUBAHAN)


@require_POST
def ambil_target_pk(request, kode, tahun):
    """Take over targets of the RKT or the Renstra that the PK murni lacks."""
    ruang = buka_ruang_kantor(request, kode, tahun)
    perjanjian = _draf(ruang, Tahap.MURNI)
    if request.POST.get("sumber") not in SUMBER:
        return HttpResponseBadRequest("Kiriman tidak dapat dibaca.")
    _ambil(request, request.POST["sumber"], perjanjian)
    return redirect("ubah_pk", kode, tahun)


@require_POST
def hapus_pk_perubahan(request, kode, tahun):
    """Delete the draft of a PK Perubahan; the PK murni stays in force."""
    ruang = buka_ruang_kantor(request, kode, tahun)
    _draf(ruang, Tahap.PERUBAHAN).delete()
    messages.success(request, "Draf Perjanjian Kinerja Perubahan dihapus.")
    return redirect("pk_perubahan", kode, tahun)


def _ubah_pk(request, kode, tahun, jenis):
    ruang = buka_ruang_kantor(request, kode, tahun)
    perjanjian = _pk(ruang, jenis) or _pk_baru(ruang, jenis)
    if perjanjian is None:
        return redirect("ubah_renstra" if jenis is Tahap.MURNI else "ubah_pk", kode, tahun)
    if request.method == "POST" and perjanjian.is_locked:
        raise PermissionDenied
    baru = perjanjian.pk is None
    susun = PerjanjianForm if jenis is Tahap.MURNI else PerjanjianPerubahanForm
    formulir = susun(**kiriman(request), instance=perjanjian)
    baca, ubah, _ = ALAMAT_PK[jenis]
    with transaction.atomic():
        selesai = simpan_formulir(request, ruang, formulir, reverse(ubah, args=(kode, tahun)))
        if selesai and baru:
            jumlah = isi_awal(formulir.instance)
            messages.info(request, f"{jumlah} target disalin. Periksa pada tabel target.")
    return selesai or _halaman_pk(request, ruang, formulir, jenis, baca)


def _halaman_pk(request, ruang, formulir, jenis, baca):
    perjanjian, nama = formulir.instance, NAMA_PK[jenis]
    tempat = (ruang.instansi.kode, ruang.tahun)
    draf = perjanjian.pk is not None and not perjanjian.is_locked
    return tampilkan_formulir(
        request,
        ruang,
        formulir,
        templat="lkip/ubah_naskah.html",
        kembali=reverse(baca if ruang.laporan else "mulai", args=tempat if ruang.laporan else ()),
        judul=f"{nama} baru" if perjanjian.pk is None else f"Ubah {nama}",
        remah=((nama, baca),),
        kisi=ALAMAT_PK[jenis][2] if perjanjian.pk else "",
        disahkan=perjanjian.is_locked,
        ambil=reverse("ambil_target_pk", args=tempat),
        sumber=sumber_tersedia(["rkt", "renstra"], perjanjian.renstra, ruang.tahun)
        if draf and jenis is Tahap.MURNI
        else [],
        hapus=reverse("hapus_pk_perubahan", args=tempat)
        if draf and jenis is Tahap.PERUBAHAN
        else "",
    )


def _pk(ruang, jenis):
    return PerjanjianKinerja.objects.filter(
        instansi=ruang.instansi, tahun=ruang.tahun, jenis=jenis
    ).first()


def _pk_baru(ruang, jenis):
    """An unsaved PK; None while what it builds on is missing: the plan, or the PK murni."""
    dasar = renstra_berlaku(ruang) if jenis is Tahap.MURNI else _pk(ruang, Tahap.MURNI)
    if dasar is None:
        return None
    return PerjanjianKinerja(
        instansi=ruang.instansi,
        renstra=dasar if jenis is Tahap.MURNI else dasar.renstra,
        tahun=ruang.tahun,
        jenis=jenis,
        tahap_anggaran=jenis,
    )


def _draf(ruang, jenis):
    """The PK of this kind while it is a draft; 404 without one, 403 when it is signed."""
    perjanjian = _pk(ruang, jenis)
    if perjanjian is None:
        raise Http404("no PK")
    if perjanjian.is_locked:
        raise PermissionDenied
    return perjanjian


def _rkt(ruang):
    return RencanaKinerja.objects.filter(instansi=ruang.instansi, tahun=ruang.tahun).first()


def _ambil(request, sumber, naskah):
    label, baca = SUMBER[sumber]
    jumlah = salin_target(baca(naskah.renstra, naskah.tahun), naskah)
    if jumlah:
        messages.success(request, f"{jumlah} target diambil dari {label}.")
    else:
        messages.info(request, f"Tidak ada target {label} yang belum terambil.")

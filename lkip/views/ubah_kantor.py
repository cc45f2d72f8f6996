"""Entry of what the office is: identity, emblem, officials, area."""

from django.core.exceptions import PermissionDenied
from django.db.models import Q
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from instansi.models import Instansi, Keanggotaan, Pejabat, Pemda, ProfilWilayah
from lkip.forms.kantor import (
    InstansiForm,
    KepalaDaerahForm,
    LambangForm,
    PejabatForm,
    WilayahForm,
)
from lkip.views.formulir import (
    buka_ruang_kantor,
    hapus_objek,
    kiriman,
    simpan_formulir,
    tampilkan_formulir,
)
from lkip.views.halaman import tampilkan

ADMIN = Keanggotaan.Peran.ADMIN
PROFIL = ("Profil kecamatan", "profil")
FORMULIR = require_http_methods(["GET", "POST"])


@FORMULIR
def ubah_profil(request, kode, tahun):
    """Identity and letterhead."""
    ruang = buka_ruang_kantor(request, kode, tahun)
    instansi = Instansi.objects.get(pk=ruang.instansi.pk)
    formulir = InstansiForm(**kiriman(request), instance=instansi)
    return _formulir(request, ruang, formulir, "profil", "Ubah profil kecamatan", PROFIL)


@FORMULIR
def ubah_lambang(request, kode, tahun):
    """The emblem of the pemda; it is that of all its offices."""
    ruang = _admin_saja(buka_ruang_kantor(request, kode, tahun))
    pemda = Pemda.objects.get(pk=ruang.instansi.pemda_id)
    formulir = LambangForm(**kiriman(request), instance=pemda)
    return _formulir(request, ruang, formulir, "profil", f"Lambang {pemda}", PROFIL)


@require_safe
def daftar_pejabat(request, kode, tahun):
    """Officials of the office and the heads of the pemda, each with their period."""
    ruang = buka_ruang_kantor(request, kode, tahun)
    return tampilkan(
        request,
        "lkip/pejabat.html",
        ruang,
        judul="Pejabat",
        remah=(PROFIL,),
        pejabat=_pejabat(ruang),
        admin=ADMIN in ruang.peran,
    )


@FORMULIR
def tambah_pejabat(request, kode, tahun):
    """A new official of the office."""
    ruang = buka_ruang_kantor(request, kode, tahun)
    baru = Pejabat(
        pemda=ruang.instansi.pemda,
        instansi=ruang.instansi,
        jabatan="" if _ada_pimpinan(ruang) else ruang.instansi.jabatan_pimpinan,
    )
    formulir = PejabatForm(**kiriman(request), instance=baru)
    return _formulir_pejabat(request, ruang, formulir, "Tambah pejabat")


@FORMULIR
def tambah_kepala_daerah(request, kode, tahun):
    """A new head of the pemda."""
    ruang = _admin_saja(buka_ruang_kantor(request, kode, tahun))
    pemda = ruang.instansi.pemda
    baru = Pejabat(pemda=pemda, peran=Pejabat.Peran.KEPALA_DAERAH, jabatan=pemda.jabatan_kepala)
    formulir = KepalaDaerahForm(**kiriman(request), instance=baru)
    return _formulir_pejabat(request, ruang, formulir, "Tambah kepala daerah")


@FORMULIR
def ubah_pejabat(request, kode, tahun, pejabat_pk):
    """An official in one period."""
    ruang = buka_ruang_kantor(request, kode, tahun)
    pejabat = _cari_pejabat(ruang, pejabat_pk)
    bentuk = KepalaDaerahForm if pejabat.peran == Pejabat.Peran.KEPALA_DAERAH else PejabatForm
    formulir = bentuk(**kiriman(request), instance=pejabat)
    hapus = reverse("hapus_pejabat", args=(kode, tahun, pejabat_pk))
    return _formulir_pejabat(request, ruang, formulir, str(pejabat), hapus=hapus)


@require_POST
def hapus_pejabat(request, kode, tahun, pejabat_pk):
    """Delete an official that no document names."""
    ruang = buka_ruang_kantor(request, kode, tahun)
    pejabat = _cari_pejabat(ruang, pejabat_pk)
    return hapus_objek(request, ruang, pejabat, reverse("daftar_pejabat", args=(kode, tahun)))


@FORMULIR
def ubah_wilayah(request, kode, tahun):
    """Area and people of the year; it starts from what was known before."""
    ruang = buka_ruang_kantor(request, kode, tahun)
    tersimpan = ProfilWilayah.objects.filter(instansi=ruang.instansi, tahun=tahun).first()
    lama = ProfilWilayah.objects.filter(instansi=ruang.instansi, tahun__lt=tahun).last()
    profil = tersimpan or _mulai_profil(ruang, lama)
    formulir = WilayahForm(**kiriman(request), instance=profil)
    formulir.pendahulu = lama
    remah = ("Profil wilayah", "wilayah")
    return _formulir(request, ruang, formulir, "wilayah", "Luas, penduduk, dan batas", remah)


def _mulai_profil(ruang, lama):
    """An unsaved profile of this year with the values of the one before."""
    isi = {nama: getattr(lama, nama) for nama in WilayahForm.Meta.fields} if lama else {}
    return ProfilWilayah(instansi=ruang.instansi, tahun=ruang.tahun, **isi)


def _admin_saja(ruang):
    if ADMIN not in ruang.peran:
        raise PermissionDenied
    return ruang


def _pejabat(ruang):
    return Pejabat.objects.filter(
        Q(instansi=ruang.instansi)
        | Q(peran=Pejabat.Peran.KEPALA_DAERAH, pemda=ruang.instansi.pemda_id)
    ).select_related("seksi", "instansi")


def _ada_pimpinan(ruang):
    return ruang.instansi.pejabat.filter(peran=Pejabat.Peran.PIMPINAN).exists()


def _cari_pejabat(ruang, pejabat_pk):
    """An official of this office; the head of the pemda only for its admin (403)."""
    pejabat = get_object_or_404(_pejabat(ruang), pk=pejabat_pk)
    if pejabat.peran == Pejabat.Peran.KEPALA_DAERAH:
        _admin_saja(ruang)
    return pejabat


def _formulir(request, ruang, formulir, kembali, judul, *remah):
    tujuan = kembali if ruang.laporan else "beranda"
    kembali = reverse(tujuan, args=(ruang.instansi.kode, ruang.tahun))
    return simpan_formulir(request, ruang, formulir, kembali) or tampilkan_formulir(
        request, ruang, formulir, kembali=kembali, judul=judul, remah=remah
    )


def _formulir_pejabat(request, ruang, formulir, judul, hapus=""):
    kembali = reverse("daftar_pejabat", args=(ruang.instansi.kode, ruang.tahun))
    return simpan_formulir(request, ruang, formulir, kembali) or tampilkan_formulir(
        request,
        ruang,
        formulir,
        kembali=kembali,
        judul=judul,
        remah=(PROFIL, ("Pejabat", "daftar_pejabat")),
        hapus=hapus,
    )

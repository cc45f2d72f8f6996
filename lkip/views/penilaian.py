"""Profil penilaian of a pemda, for its admin."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from instansi.models import Keanggotaan, Pemda
from lkip.capaian import SKALA_PERMENDAGRI_86, Kelas, SkalaPredikat
from lkip.forms.penilaian import ProfilPenilaianForm, SkalaForm, isi_skala
from lkip.models import LKIP, KelasPredikat, ProfilPenilaian
from lkip.pembaca.penilaian import PROFIL_BAKU
from lkip.views.formulir import kiriman
from lkip.views.halaman import tampilkan

ADMIN = Keanggotaan.Peran.ADMIN


def pemda_admin(user):
    """The pemda that this user administers; 403 for who is no admin."""
    pemda = Pemda.objects.filter(keanggotaan__pengguna=user, keanggotaan__peran=ADMIN)
    if not pemda:
        raise PermissionDenied
    return pemda


@require_safe
def daftar_penilaian(request):
    """Every profile of the pemda this user administers."""
    pemda = pemda_admin(request.user)
    profil = ProfilPenilaian.objects.filter(pemda__in=pemda).select_related("pemda")
    return tampilkan(
        request,
        "lkip/penilaian.html",
        None,
        judul="Profil penilaian",
        pemda=pemda,
        profil=profil.prefetch_related("kelas"),
    )


@require_http_methods(["GET", "POST"])
def tambah_penilaian(request, pemda_pk):
    """A new profile; it starts from the latest, or from Permendagri 86/2017."""
    pemda = get_object_or_404(pemda_admin(request.user), pk=pemda_pk)
    lama = pemda.profil_penilaian.order_by("-tahun").first()
    isi = {}
    if lama:
        isi = {nama: getattr(lama, nama) for nama in ProfilPenilaianForm.Meta.fields}
        isi["tahun"] = lama.tahun + 1
    baru = ProfilPenilaian(pemda=pemda, **({"dasar_hukum": PROFIL_BAKU.dasar_hukum} | isi))
    return _formulir(request, baru, skala_dari(lama) if lama else SKALA_PERMENDAGRI_86)


@require_http_methods(["GET", "POST"])
def ubah_penilaian(request, profil_pk):
    """A profile with its scale, as long as no signed LKIP rests on it."""
    milik = ProfilPenilaian.objects.filter(pemda__in=pemda_admin(request.user))
    profil = get_object_or_404(milik.select_related("pemda"), pk=profil_pk)
    return _formulir(request, profil, skala_dari(profil))


def skala_dari(profil):
    """The stored scale of a profile, from high to low."""
    return SkalaPredikat(
        tuple(
            Kelas(satu.batas_bawah, satu.nama, satu.kode, satu.terbuka)
            for satu in profil.kelas.all()
        )
    )


def _formulir(request, profil, tersimpan):
    terkunci = profil.pk is not None and _dipakai(profil)
    if terkunci and request.method == "POST":
        raise PermissionDenied
    data = kiriman(request).get("data")
    judul = f"Profil penilaian {profil.tahun or 'baru'}"
    formulir = ProfilPenilaianForm(data=data, instance=profil)
    skala = SkalaForm(data=data, initial=isi_skala(tersimpan), prefix="kelas")
    bentrok = False
    if request.method == "POST" and formulir.is_valid() & skala.is_valid():
        bentrok = _berubah(formulir, skala, tersimpan)
        if not bentrok and _simpan(formulir, skala):
            messages.success(request, f"Profil penilaian {formulir.instance.tahun} tersimpan.")
            return redirect("daftar_penilaian")
    return tampilkan(
        request,
        "lkip/penilaian_profil.html",
        None,
        judul=judul,
        formulir=formulir,
        skala=skala,
        terkunci=terkunci,
        skala_tersimpan=tersimpan if bentrok else None,
        kembali=reverse("daftar_penilaian"),
    )


def _dipakai(profil):
    """Whether a signed LKIP of the pemda is assessed by this profile."""
    sahkan = LKIP.objects.filter(
        instansi__pemda=profil.pemda_id, status=LKIP.Status.DISAHKAN, tahun__gte=profil.tahun
    )
    berikut = ProfilPenilaian.objects.filter(pemda=profil.pemda_id, tahun__gt=profil.tahun)
    batas = berikut.order_by("tahun").values_list("tahun", flat=True).first()
    return (sahkan.filter(tahun__lt=batas) if batas else sahkan).exists()


def _berubah(formulir, skala, tersimpan):
    """Whether somebody saved the profile meanwhile and the scale now differs; asked once."""
    usang = not formulir.baru and formulir.cleaned_data["versi"] != formulir.instance.versi
    if not usang or skala.skala == tersimpan:
        return False
    formulir.data = formulir.data.copy()
    formulir.data["versi"] = formulir.instance.versi
    return True


@transaction.atomic
def _simpan(formulir, skala):
    """Save rules and scale together; a changed scale counts as a change of the profile."""
    if not formulir.simpan():
        return False
    profil = formulir.instance
    if skala.skala == skala_dari(profil):
        return True
    profil.kelas.all().delete()
    for satu in skala.skala.kelas:
        KelasPredikat.objects.create(
            profil=profil,
            batas_bawah=satu.batas_bawah,
            nama=satu.nama,
            kode=satu.kode,
            terbuka=satu.terbuka,
        )
    profil.versi += 1
    profil.save()
    return True

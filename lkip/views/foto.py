"""Photos of activities and further attachments of the report."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.files.base import ContentFile
from django.db.models import F
from django.http import FileResponse, Http404, JsonResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from lkip.akses import buka_berkas
from lkip.forms.foto import FotoBaruForm, FotoForm
from lkip.forms.naskah import LampiranForm
from lkip.gambar import BITA_MAKSIMUM, TERLALU_BESAR, putar_kanan, tulis_jpeg
from lkip.isian.ruang import buka_ruang, hanya_pengisi
from lkip.models import Foto, Lampiran
from lkip.views.formulir import (
    buka_ruang_kantor,
    hapus_objek,
    kiriman,
    simpan_formulir,
    tampilkan_formulir,
    tolak_terkunci,
)
from lkip.views.halaman import tampilkan

FORMULIR = require_http_methods(["GET", "POST"])


@require_safe
def foto(request, kode, tahun):
    """All photos of the year and the attachments."""
    ruang = buka_ruang(request.user, kode, tahun)
    milik = {"lkip__instansi": ruang.instansi, "lkip__tahun": tahun}
    return tampilkan(
        request,
        "lkip/foto.html",
        ruang,
        foto=Foto.objects.filter(**milik).select_related("sub_kegiatan"),
        lampiran=Lampiran.objects.filter(**milik),
    )


@FORMULIR
def tambah_foto(request, kode, tahun):
    """New photos: several in a form, or one by one as JSON. A seksi says for which sub kegiatan."""
    ruang = _buka(request, kode, tahun)
    baru = Foto(lkip=ruang.lkip, urutan=_urutan(Foto, ruang))
    formulir = FotoBaruForm(
        **kiriman(request), instance=baru, seksi=_seksi(ruang), pengguna=request.user
    )
    if request.method == "POST" and request.headers.get("Accept") == "application/json":
        return _jawab(ruang, formulir)
    jawaban = _formulir(
        request,
        ruang,
        formulir,
        "Tambah foto",
        templat="lkip/formulir_foto_baru.html",
        bita_maksimum=BITA_MAKSIMUM,
        terlalu_besar=TERLALU_BESAR,
    )
    if len(formulir.tersimpan) > 1:
        banyak = len(formulir.tersimpan)
        messages.info(request, f"{banyak} foto berketerangan sama; ubah satu per satu bila perlu.")
    return jawaban


@FORMULIR
def ubah_foto(request, kode, tahun, foto_pk):
    """A photo and its caption."""
    ruang = _buka(request, kode, tahun)
    satu = _cari_foto(ruang, foto_pk)
    formulir = FotoForm(**kiriman(request), instance=satu, seksi=_seksi(ruang))
    hapus = reverse("hapus_foto", args=(kode, tahun, foto_pk))
    return _formulir(
        request, ruang, formulir, "Ubah foto", hapus=hapus, templat="lkip/formulir_foto.html"
    )


@require_POST
def putar_foto(request, kode, tahun, foto_pk):
    """Turn a photo a quarter to the right."""
    ruang = _buka(request, kode, tahun)
    satu = _cari_foto(ruang, foto_pk)
    if not satu.berkas.storage.exists(satu.berkas.name):
        raise Http404(f"photo {foto_pk} has no file")
    with satu.berkas.open() as berkas:
        satu.berkas = ContentFile(tulis_jpeg(putar_kanan(berkas)), "foto.jpg")
    satu.versi += 1
    satu.save()
    messages.success(request, "Foto diputar ke kanan.")
    return redirect("ubah_foto", kode, tahun, foto_pk)


@require_POST
def hapus_foto(request, kode, tahun, foto_pk):
    """Delete a photo."""
    ruang = _buka(request, kode, tahun)
    return hapus_objek(request, ruang, _cari_foto(ruang, foto_pk), _kembali(ruang))


@FORMULIR
def tambah_lampiran(request, kode, tahun):
    """A new attachment."""
    ruang = buka_ruang_kantor(request, kode, tahun)
    _mulai(request, ruang)
    baru = Lampiran(lkip=ruang.lkip, urutan=_urutan(Lampiran, ruang))
    formulir = LampiranForm(**kiriman(request), instance=baru)
    return _formulir(request, ruang, formulir, "Tambah lampiran")


@FORMULIR
def ubah_lampiran(request, kode, tahun, lampiran_pk):
    """An attachment."""
    ruang = buka_ruang_kantor(request, kode, tahun)
    satu = get_object_or_404(Lampiran, lkip=ruang.lkip.pk, pk=lampiran_pk)
    formulir = LampiranForm(**kiriman(request), instance=satu)
    hapus = reverse("hapus_lampiran", args=(kode, tahun, lampiran_pk))
    return _formulir(request, ruang, formulir, "Ubah lampiran", hapus=hapus)


@require_POST
def hapus_lampiran(request, kode, tahun, lampiran_pk):
    """Delete an attachment."""
    ruang = buka_ruang_kantor(request, kode, tahun)
    satu = get_object_or_404(Lampiran, lkip=ruang.lkip.pk, pk=lampiran_pk)
    return hapus_objek(request, ruang, satu, _kembali(ruang))


@require_safe
def berkas_lampiran(request, kode, tahun, lampiran_pk):
    """The file of an attachment, to keep."""
    berkas = buka_berkas(request.user, kode, tahun)
    satu = get_object_or_404(
        Lampiran, lkip__instansi=berkas.instansi, lkip__tahun=tahun, pk=lampiran_pk
    )
    if not satu.berkas or not satu.berkas.storage.exists(satu.berkas.name):
        raise Http404(f"attachment {lampiran_pk} has no file")
    return FileResponse(satu.berkas.open(), as_attachment=True)


def _buka(request, kode, tahun):
    ruang = buka_ruang(request.user, kode, tahun)
    hanya_pengisi(ruang)
    tolak_terkunci(request, ruang)
    _mulai(request, ruang)
    return ruang


def _mulai(request, ruang):
    """What is posted needs an LKIP to belong to."""
    if request.method == "POST":
        ruang.mulai_lkip()


def _seksi(ruang):
    """The units whose sub kegiatan this user may show; None for all."""
    return None if ruang.dapat_mengisi_kantor or ruang.terkunci else ruang.seksi


def _cari_foto(ruang, foto_pk):
    satu = get_object_or_404(
        Foto.objects.annotate(seksi=F("sub_kegiatan__seksi")), lkip=ruang.lkip.pk, pk=foto_pk
    )
    if not ruang.terkunci and not ruang.mengisi_seksi({satu.seksi}):
        raise PermissionDenied
    return satu


def _urutan(model, ruang):
    terakhir = model.objects.filter(lkip=ruang.lkip.pk).order_by("-urutan").first()
    return terakhir.urutan + 1 if terakhir else 1


def _kembali(ruang):
    return reverse("foto", args=(ruang.instansi.kode, ruang.tahun))


def _jawab(ruang, formulir):
    if not formulir.simpan():
        galat = {nama: " ".join(pesan) for nama, pesan in formulir.errors.items()}
        return JsonResponse({"galat": galat}, status=422)
    foto = formulir.tersimpan[0]
    ubah = reverse("ubah_foto", args=(ruang.instansi.kode, ruang.tahun, foto.pk))
    return JsonResponse({"keterangan": foto.keterangan, "ubah": ubah})


def _formulir(request, ruang, formulir, judul, **lain):
    kembali = _kembali(ruang)
    return simpan_formulir(request, ruang, formulir, kembali) or tampilkan_formulir(
        request,
        ruang,
        formulir,
        kembali=kembali,
        judul=judul,
        remah=(("Foto dan lampiran", "foto"),),
        **lain,
    )

"""Laporan: where it stands, the document chapter by chapter, and its downloads."""

from django.core.files.storage import default_storage
from django.http import FileResponse, Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_safe

from lkip.akses import buka_berkas
from lkip.dokumen.html import BAGIAN, susun_bab
from lkip.views.halaman import keadaan, tampilkan


@require_safe
def laporan(request, kode, tahun):
    """State of the LKIP, downloads, and the chapters to read on the screen."""
    berkas = buka_berkas(request.user, kode, tahun)
    return tampilkan(
        request,
        "lkip/laporan.html",
        berkas,
        bab=BAGIAN,
        cetakan=None,
        **keadaan(berkas),
    )


@require_safe
def pratinjau(request, kode, tahun):
    """Lead to the first chapter."""
    buka_berkas(request.user, kode, tahun)
    return redirect("pratinjau_bab", kode, tahun, BAGIAN[0][0])


@require_safe
def pratinjau_bab(request, kode, tahun, bab):
    """One chapter, from the same templates as the PDF."""
    slug = [satu for satu, _ in BAGIAN]
    if bab not in slug:
        raise Http404(f"no chapter {bab}")
    berkas = buka_berkas(request.user, kode, tahun)
    nomor = slug.index(bab)
    return tampilkan(
        request,
        "lkip/pratinjau.html",
        berkas,
        judul=BAGIAN[nomor][1],
        remah=[("Pratinjau LKIP", "pratinjau")],
        semua=BAGIAN,
        bab=_bab(berkas, nomor),
        sebelum=BAGIAN[nomor - 1] if nomor else None,
        sesudah=BAGIAN[nomor + 1] if nomor + 1 < len(BAGIAN) else None,
    )


def _bab(berkas, nomor):
    tempat = (berkas.instansi.kode, berkas.tahun)
    return susun_bab(
        berkas.laporan,
        alamat=lambda slug: reverse("pratinjau_bab", args=(*tempat, slug)),
        alamat_berkas=lambda nama: reverse("berkas", args=(*tempat, nama)),
    )[nomor]


@require_safe
def berkas(request, kode, tahun, nama):
    """A photo or the emblem that the report shows; no other upload."""
    terbuka = buka_berkas(request.user, kode, tahun).laporan
    boleh = {foto.berkas for foto in terbuka.foto} | {terbuka.instansi.lambang} - {""}
    if nama not in boleh or not default_storage.exists(nama):
        raise Http404(f"no upload {nama}")
    return FileResponse(default_storage.open(nama))


@require_safe
def unduh_pdf(request, kode, tahun):
    """The PDF; printed once for the same data, and not sent again to who has it."""
    raise NotImplementedError


@require_safe
def unduh_json(request, kode, tahun):
    """The numbers of the report, unrounded."""
    raise NotImplementedError
    return HttpResponse()

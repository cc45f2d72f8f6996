"""Bantuan: the user guide, one page for each chapter."""

from django.http import Http404
from django.views.decorators.http import require_safe

from lkip.panduan import baca_panduan
from lkip.views.halaman import tampilkan


@require_safe
def bantuan(request):
    """The contents of the guide."""
    return tampilkan(request, "lkip/bantuan.html", None, judul="Bantuan", panduan=baca_panduan())


@require_safe
def bantuan_bab(request, topik):
    """One chapter, with the way to those beside it."""
    semua = baca_panduan().bab
    posisi = next((nomor for nomor, satu in enumerate(semua) if satu.anchor == topik), None)
    if posisi is None:
        raise Http404(f"no chapter {topik}")
    return tampilkan(
        request,
        "lkip/bantuan_bab.html",
        None,
        judul=semua[posisi].judul,
        remah=[("Bantuan", "bantuan")],
        semua=semua,
        bab=semua[posisi],
        sebelum=semua[posisi - 1] if posisi else None,
        sesudah=semua[posisi + 1] if posisi + 1 < len(semua) else None,
    )

"""Perencanaan: Renstra, IKU, RKT and both Perjanjian Kinerja."""

from django.http import Http404
from django.views.decorators.http import require_safe

from lkip.akses import buka_berkas
from lkip.isi.anggaran import Tahap
from lkip.jejak import rumus_capaian
from lkip.views.halaman import tampilkan, tampilkan_laporan


@require_safe
def renstra(request, kode, tahun):
    """The plan from the RPJMD down to its indikator, and its targets per year."""
    berkas = buka_berkas(request.user, kode, tahun)
    kolom = len(berkas.laporan.renstra.tahun) + 2
    return tampilkan(request, "lkip/renstra.html", berkas, kolom=kolom)


@require_safe
def iku(request, kode, tahun):
    """The list of IKU with their definition."""
    return tampilkan_laporan(request, "lkip/iku.html", kode, tahun)


@require_safe
def lembar_iku(request, kode, tahun, indikator):
    """The definition of one indikator."""
    berkas = buka_berkas(request.user, kode, tahun)
    satu = cari_indikator(berkas.laporan, indikator)
    return tampilkan(
        request,
        "lkip/lembar_iku.html",
        berkas,
        judul=satu.nama,
        remah=[("Indikator Kinerja Utama", "iku")],
        indikator=satu,
        simpul=simpul_dari(berkas.laporan, satu),
        rumus_capaian=rumus_capaian(satu),
    )


@require_safe
def rkt(request, kode, tahun):
    """The Rencana Kinerja Tahunan."""
    return tampilkan_laporan(request, "lkip/rkt.html", kode, tahun)


@require_safe
def pk(request, kode, tahun):
    """The Perjanjian Kinerja as first agreed."""
    berkas = buka_berkas(request.user, kode, tahun)
    return tampilkan(
        request, "lkip/pk.html", berkas, perjanjian=cari_perjanjian(berkas.laporan, Tahap.MURNI)
    )


@require_safe
def pk_perubahan(request, kode, tahun):
    """The Perjanjian Kinerja Perubahan and what it changed; a page that says so if there is none."""
    berkas = buka_berkas(request.user, kode, tahun)
    return tampilkan(
        request,
        "lkip/pk.html",
        berkas,
        perjanjian=cari_perjanjian(berkas.laporan, Tahap.PERUBAHAN),
    )


def cari_perjanjian(laporan, jenis):
    """The Perjanjian Kinerja of this kind, or None."""
    return next((satu for satu in laporan.perjanjian if satu.jenis is jenis), None)


def cari_indikator(laporan, kode):
    """The indikator of this code in the year's report; Http404 if it is not there."""
    for satu in laporan.indikator:
        if satu.kode == kode:
            return satu
    raise Http404(f"no indikator {kode}")


def simpul_dari(laporan, indikator):
    """The tujuan or sasaran that an indikator measures."""
    return next(satu for satu in laporan.sasaran if indikator in satu.indikator)

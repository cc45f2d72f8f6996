"""Perencanaan: Renstra, IKU, RKT and both Perjanjian Kinerja."""

from django.http import Http404
from django.views.decorators.http import require_http_methods, require_safe

from lkip.akses import buka_berkas
from lkip.dokumen.cetakan import sidik_perjanjian
from lkip.isi.anggaran import Tahap
from lkip.jejak import rumus_capaian
from lkip.meja import buka_berkas_pk
from lkip.models import Pekerjaan
from lkip.views.halaman import tampilkan, tampilkan_laporan
from lkip.views.laporan import jawab_pdf
from renstra.models import Indikator, Renstra


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
        indikator_pk=nomor_indikator(berkas).get(satu.kode)
        if berkas.dapat_mengisi_kantor
        else None,
    )


def nomor_indikator(berkas):
    """Primary keys of the indikator of the plan in force, by kode. Two queries."""
    renstra = Renstra.objects.berlaku(berkas.instansi, berkas.tahun)
    return dict(Indikator.objects.filter(renstra=renstra).values_list("kode", "pk"))


@require_safe
def rkt(request, kode, tahun):
    """The Rencana Kinerja Tahunan."""
    return tampilkan_laporan(request, "lkip/rkt.html", kode, tahun)


@require_safe
def pk(request, kode, tahun):
    """The Perjanjian Kinerja as first agreed."""
    return _pk(request, kode, tahun, Tahap.MURNI)


@require_safe
def pk_perubahan(request, kode, tahun):
    """The Perjanjian Kinerja Perubahan and what it changed; a page that says so if there is none."""
    return _pk(request, kode, tahun, Tahap.PERUBAHAN)


@require_http_methods(["GET", "HEAD", "POST"])
def unduh_pk(request, kode, tahun, jenis):
    """One PK as PDF: lembar pernyataan and lampiran; 404 for one that is not in the report."""
    berkas = buka_berkas_pk(request.user, kode, tahun, jenis)
    perjanjian = cari_perjanjian(berkas.laporan, jenis)
    if perjanjian is None:
        raise Http404(f"no PK {jenis}")
    sidik = sidik_perjanjian(berkas.laporan, jenis)
    return jawab_pdf(request, berkas, Pekerjaan.Jenis(f"pk-{jenis}"), sidik)


def _pk(request, kode, tahun, jenis):
    berkas = buka_berkas_pk(request.user, kode, tahun, jenis)
    akhiran = "" if jenis is Tahap.MURNI else "_perubahan"
    return tampilkan(
        request,
        "lkip/pk.html",
        berkas,
        perjanjian=cari_perjanjian(berkas.laporan, jenis),
        dokumen=f"pk-{jenis}",
        ubah=f"ubah_pk{akhiran}",
        unduh=f"unduh_pk{akhiran}",
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

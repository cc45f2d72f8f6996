"""Analisis: what is there and what is missing for each tujuan and sasaran."""

from django.urls import reverse
from django.views.decorators.http import require_safe

from lkip.akses import buka_berkas
from lkip.kelengkapan import ANALISIS, susun_matriks
from lkip.models import ButirAnalisis
from lkip.views.halaman import tampilkan
from renstra.models import Sasaran, Tujuan

MODEL = {"tujuan": Tujuan, "sasaran": Sasaran}


@require_safe
def analisis(request, kode, tahun):
    """The matrix of nodes and the seven analyses; who may enter gets links to what is missing."""
    berkas = buka_berkas(request.user, kode, tahun)
    nomor = nomor_simpul(berkas)
    belum = ButirAnalisis.objects.filter(
        lkip__instansi=berkas.instansi, lkip__tahun=tahun, perlu_dikonfirmasi=True
    )
    return tampilkan(
        request,
        "lkip/analisis.html",
        berkas,
        jenis=ANALISIS,
        matriks=[
            (satu, _alamat(berkas, nomor, satu), list(_sel(berkas, nomor, satu)))
            for satu in susun_matriks(berkas.laporan)
        ],
        perlu_dikonfirmasi=belum.count(),
    )


def nomor_simpul(berkas):
    """Primary keys of the nodes of the Renstra in force, by (jenis, kode). Two queries."""
    renstra = berkas.laporan.renstra
    return {
        (jenis, kode): pk
        for jenis, model in MODEL.items()
        for kode, pk in model.objects.filter(
            renstra__instansi=berkas.instansi,
            renstra__tahun_awal=renstra.tahun_awal,
            renstra__perubahan_ke=renstra.perubahan_ke,
        ).values_list("kode", "pk")
    }


def _alamat(berkas, nomor, baris):
    simpul = baris.simpul
    kisi = f"analisis-{simpul.jenis}-{nomor[simpul.jenis, simpul.kode]}"
    return reverse("isi_kisi", args=(berkas.instansi.kode, berkas.tahun, kisi))


def _sel(berkas, nomor, baris):
    """(judul, ada, address of what is missing) for each analysis."""
    tempat = (berkas.instansi.kode, berkas.tahun)
    for jenis, ada in zip(ANALISIS, baris.ada, strict=True):
        if jenis.kisi == "anggaran":
            alamat = reverse("anggaran", args=tempat)
        elif jenis.kisi:
            alamat = reverse("isi_kisi", args=(*tempat, jenis.kisi))
        else:
            alamat = _alamat(berkas, nomor, baris)
        yield jenis.judul, ada, alamat

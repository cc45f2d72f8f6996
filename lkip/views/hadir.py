"""A page to write in says that it is open, and hears who else has it open (static/js/kisi/hadir.js)."""

from django.core.exceptions import PermissionDenied
from django.http import Http404, JsonResponse
from django.views.decorators.http import require_POST

from lkip.hadir import kabar_lain, tandai
from lkip.isian.daftar import susun_kisi
from lkip.isian.ruang import buka_ruang, hanya_pengisi
from lkip.naskah import BAGIAN
from lkip.views.formulir import tolak_terkunci


@require_POST
def naskah_dibuka(request, kode, tahun, bagian):
    """One section of the narrative."""
    ruang = _buka(request, kode, tahun, semua=True)
    if bagian not in BAGIAN:
        raise Http404(f"no section {bagian}")
    return _jawab(request, ruang, f"naskah/{bagian}", "bagian ini")


@require_POST
def kisi_dibuka(request, kode, tahun, nama):
    """One grid, for who may change something in it."""
    ruang = _buka(request, kode, tahun)
    kisi = susun_kisi(nama, ruang)
    if kisi is None:
        raise Http404(f"no grid {nama}")
    if kisi.terkunci:
        raise PermissionDenied
    return _jawab(request, ruang, f"isi/{nama}", "tabel ini")


def _buka(request, kode, tahun, *, semua=False):
    ruang = buka_ruang(request.user, kode, tahun, berlaporan=False)
    hanya_pengisi(ruang, semua=semua)
    tolak_terkunci(request, ruang)
    return ruang


def _jawab(request, ruang, halaman, apa):
    tempat = (request.user, ruang.instansi, ruang.tahun, halaman)
    tandai(*tempat)
    return JsonResponse({"kabar": kabar_lain(*tempat, apa)})

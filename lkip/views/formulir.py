"""What every page with a form does: open, save, show again, delete."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db.models import ProtectedError, RestrictedError
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone

from lkip.angka import format_waktu
from lkip.isian.ruang import Ruang, buka_ruang, hanya_pengisi
from lkip.views.halaman import tampilkan


def buka_ruang_kantor(request, kode, tahun) -> Ruang:
    """The workspace for what the office as a whole enters: operator and admin, while it is open."""
    ruang = buka_ruang(request.user, kode, tahun)
    hanya_pengisi(ruang, semua=True)
    tolak_terkunci(request, ruang)
    return ruang


def tolak_terkunci(request, ruang) -> None:
    """Refuse (403) to change a year that was submitted; its pages may still be read."""
    if request.method == "POST" and ruang.terkunci:
        raise PermissionDenied(ruang.alasan_terkunci)


def kiriman(request):
    """What was posted, as keywords of a form; nothing for a form that is only shown."""
    if request.method != "POST":
        return {}
    return {"data": request.POST, "files": request.FILES}


def simpan_formulir(request, ruang, formulir, kembali):
    """Save a posted form and lead to `kembali`; None when the page must show the form (again)."""
    tolak_terkunci(request, ruang)
    if request.method != "POST" or not formulir.simpan():
        return None
    pukul = format_waktu(timezone.now(), ruang.instansi.zona_waktu)
    messages.success(request, f"Tersimpan {pukul}.")
    return redirect(kembali)


def tampilkan_formulir(request, ruang, formulir, *, kembali, **isi):
    """Show a form in the shared page. `hapus` is the address that deletes the record."""
    isi = {"templat": "lkip/formulir.html", "hapus": "", "petunjuk": "", "judul": ""} | isi
    templat = isi.pop("templat")
    return tampilkan(request, templat, ruang, formulir=formulir, kembali=kembali, **isi)


def tampilkan_formulir_admin(
    request, formulir, judul, kembali, petunjuk="", *, tombol="Simpan", **isi
):
    """Show a form that belongs to no year; `kembali` is the name of the address it leads back to."""
    templat = isi.pop("templat", "lkip/formulir_admin.html")
    return tampilkan(
        request,
        templat,
        None,
        judul=judul,
        formulir=formulir,
        petunjuk=petunjuk,
        tombol=tombol,
        kembali=reverse(kembali),
        **isi,
    )


def hapus_objek(request, ruang, objek, kembali):
    """Delete a record and lead to `kembali`; what is still used stays and the message says so."""
    tolak_terkunci(request, ruang)
    nama = str(objek)
    try:
        objek.delete()
        messages.success(request, f"“{nama}” dihapus.")
    except (ProtectedError, RestrictedError):
        messages.error(request, f"“{nama}” masih dipakai data lain, sehingga tidak dihapus.")
    return redirect(kembali)

"""Tahun: the years of an office, and opening a new one."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from lkip.akses import PENGISI_KANTOR, instansi_terbaca, peran_pada, tahun_terbaca
from lkip.forms.tahun import TahunBaruForm
from lkip.models import LKIP
from lkip.tahun_baru import TahunSudahDibuka, buka_tahun
from lkip.views.formulir import kiriman
from lkip.views.halaman import tampilkan


@require_http_methods(["GET", "POST"])
def tahun(request, kode):
    """The years there are, and the form that opens another."""
    instansi = instansi_terbaca(request.user, kode)
    peran = peran_pada(request.user, instansi)
    if not peran & PENGISI_KANTOR:
        raise PermissionDenied
    terbuka = tahun_terbaca(instansi, peran)
    formulir = TahunBaruForm(data=kiriman(request).get("data"), terbuka=terbuka)
    if request.method == "POST" and formulir.is_valid():
        return _buka(request, instansi, **formulir.cleaned_data)
    return tampilkan(
        request,
        "lkip/tahun.html",
        None,
        judul=f"Tahun {instansi}",
        instansi=instansi,
        terbuka=terbuka,
        status_lkip=_status(instansi, terbuka),
        formulir=formulir,
        kembali=reverse("instansi", args=(kode,)),
    )


def _status(instansi, terbuka):
    """(year, state of its LKIP) for each year."""
    status = {
        satu.tahun: satu.get_status_display() for satu in LKIP.objects.filter(instansi=instansi)
    }
    return [(satu, status.get(satu, LKIP.Status.DRAF.label)) for satu in terbuka]


def _buka(request, instansi, tahun, dari):
    try:
        salinan = buka_tahun(instansi, tahun, dari)
    except TahunSudahDibuka:
        messages.error(request, f"Tahun {tahun} sudah dibuka orang lain.")
        return redirect("tahun", instansi.kode)
    rincian = ", ".join(f"{satu.jumlah} {satu.nama}" for satu in salinan)
    disalin = f" Disalin dari {dari}: {rincian}." if rincian else ""
    messages.success(request, f"Tahun {tahun} dibuka.{disalin}")
    return redirect("beranda", instansi.kode, tahun)

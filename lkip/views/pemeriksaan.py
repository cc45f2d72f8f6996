"""What the report still contradicts: findings by where to mend them, and reasons for which they stay."""

from itertools import groupby

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from instansi.alur import ALASAN_MINIMUM
from lkip.akses import PEMERIKSA_DOKUMEN, PENGISI_KANTOR, PERAN_KANTOR, buka_berkas_untuk
from lkip.bantuan import PER_HALAMAN, bagian_kisi
from lkip.models import LKIP
from lkip.panduan import baca_panduan
from lkip.pemeriksaan.daftar import ATURAN
from lkip.pemeriksaan.temuan import Temuan, Tingkat
from lkip.pengajuan import periksa_lkip, terima
from lkip.views.halaman import tampilkan
from lkip.views.temuan import AlamatTemuan


@require_http_methods(["GET", "POST"])
def pemeriksaan(request, kode, tahun):
    """All findings of the year; a posted reason accepts one of the warnings."""
    berkas = _buka(request, kode, tahun)
    hasil = periksa_lkip(berkas.instansi, berkas.laporan, timezone.localdate())
    if request.method == "POST":
        _terima(request, berkas, hasil.peringatan)
        return redirect("pemeriksaan", kode, tahun)
    return tampilkan(
        request,
        "lkip/pemeriksaan.html",
        berkas,
        hasil=hasil,
        kelompok_temuan=_kelompokkan(berkas, hasil.semua),
        boleh_menerima=berkas.dapat_mengisi_kantor,
        alasan_minimum=ALASAN_MINIMUM,
        peringatan=Tingkat.PERINGATAN,
        boleh_periksa_dokumen=bool(berkas.peran & PEMERIKSA_DOKUMEN),
    )


@require_safe
def aturan_pemeriksaan(request, kode, tahun):
    """What each rule looks for, and why; findings lead here."""
    berkas = _buka(request, kode, tahun)
    return tampilkan(
        request,
        "lkip/aturan_pemeriksaan.html",
        berkas,
        judul="Aturan pemeriksaan",
        remah=(("Pemeriksaan", "pemeriksaan"),),
        pengantar="Galat menghalangi pengajuan. Peringatan diperbaiki atau diberi alasan. "
        "Informasi hanya untuk diketahui.",
        kelompok_aturan=[("", ATURAN)],
    )


def _buka(request, kode, tahun):
    return buka_berkas_untuk(
        PERAN_KANTOR,
        request.user,
        kode,
        tahun,
        selain="Pemeriksaan dibaca kantor yang menyusun laporan.",
    )


def _terima(request, berkas, peringatan):
    if not berkas.peran & PENGISI_KANTOR:
        raise PermissionDenied("Alasan ditulis oleh operator.")
    if berkas.terkunci:
        raise PermissionDenied
    alasan = " ".join(request.POST.get("alasan", "").split())
    sidik = request.POST.get("sidik", "")
    satu = next((satu for satu in peringatan if satu.temuan.sidik == sidik), None)
    if satu is None:
        messages.info(request, "Temuan itu sudah tidak ada; datanya berubah.")
    elif len(alasan) < ALASAN_MINIMUM:
        messages.error(request, f"Tulis alasannya, paling sedikit {ALASAN_MINIMUM} huruf.")
    else:
        lkip, _ = LKIP.objects.get_or_create(instansi=berkas.instansi, tahun=berkas.tahun)
        terima(lkip, satu.temuan, alasan, request.user)
        messages.success(request, f"Alasan tersimpan: {satu.temuan.tempat}.")


def _kelompokkan(berkas, semua):
    """(title, [(finding, address)]) in the order of the guide, whose chapters follow the work.

    The address is empty for a reader whose roles do not open that page.
    """
    judul = {bab.anchor: bab.judul for bab in baca_panduan().bab}
    urutan = list(judul)

    def bab(satu):
        return _bab(satu.temuan)

    tujuan = AlamatTemuan(berkas)
    urut = sorted(semua, key=lambda satu: urutan.index(bab(satu)))
    return [
        (judul[anchor], [(satu, tujuan(satu.temuan)) for satu in isi])
        for anchor, isi in groupby(urut, key=bab)
    ]


def _bab(temuan: Temuan) -> str:
    """The chapter of the guide that explains the page where a finding is mended."""
    nama, *sisa = temuan.alamat
    bagian = bagian_kisi(sisa[0]) if nama == "isi_kisi" else PER_HALAMAN[nama]
    return bagian.partition("#")[0]

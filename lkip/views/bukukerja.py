"""Buku kerja: template, export, and import with a preview of what it changes."""

from hashlib import sha256

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_http_methods, require_safe

from lkip.bukukerja.ambil import ambil_isi
from lkip.bukukerja.arsip import MAKS_UNGGAH
from lkip.bukukerja.galat import BukuSalah
from lkip.bukukerja.impor import impor_buku
from lkip.bukukerja.titipan import (
    Pemilik,
    ambil_titipan,
    baris_titipan,
    buang_titipan,
    titipkan,
)
from lkip.bukukerja.tulis import tulis_ekspor, tulis_templat
from lkip.isian.ruang import Peran, buka_ruang, hanya_pengisi
from lkip.models import Pekerjaan
from lkip.views.halaman import tampilkan
from lkip.views.proses import antrekan_kerja

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
BARIS_ANTRE = 2000  # more take longer to store than somebody waits for a page
REMAH = [("Laporan kinerja", "laporan")]
TERLALU_BESAR = f"Berkas terlalu besar; paling besar {MAKS_UNGGAH // 1_000_000} MB."
HABIS = "Berkas ini sudah diterapkan, dibatalkan, atau lewat 24 jam. Unggah sekali lagi."


def buka_impor(request, kode, tahun):
    """The workspace of who imports: operator or admin; others 403, and 404 for other offices."""
    ruang = buka_ruang(request.user, kode, tahun)
    hanya_pengisi(ruang, semua=True)
    if request.method == "POST" and ruang.terkunci:
        raise PermissionDenied
    return ruang


def pemilik_titipan(request, ruang, guna):
    """Whose upload it is."""
    return Pemilik(
        sesi=request.session.session_key,
        pengguna=request.user.pk,
        instansi=ruang.instansi.kode,
        tahun=ruang.tahun,
        guna=guna,
    )


def baca_unggahan(request) -> bytes:
    """The uploaded file. Raises BukuSalah when there is none or it is too large."""
    berkas = request.FILES.get("berkas")
    if berkas is None:
        raise BukuSalah("Pilih berkas yang diunggah.")
    if berkas.size > MAKS_UNGGAH:
        raise BukuSalah(TERLALU_BESAR)
    return berkas.read()


@require_http_methods(["GET", "HEAD", "POST"])
def impor(request, kode, tahun):
    """Downloads, and the upload; a file without a fault leads to its preview."""
    ruang = buka_impor(request, kode, tahun)
    if request.method != "POST":
        return _halaman(request, ruang)
    try:
        isi = baca_unggahan(request)
        hasil = _jalankan(ruang, isi)
    except BukuSalah as salah:
        return _halaman(request, ruang, salah=salah.pesan, status=422)
    if hasil.galat:
        return _halaman(request, ruang, daftar_galat=hasil.galat, status=422)
    kunci = titipkan(pemilik_titipan(request, ruang, "buku"), isi, hitung_baris(hasil))
    return redirect("impor_pratinjau", kode, tahun, kunci)


def hitung_baris(hasil) -> int:
    """How many rows of the workbook change something."""
    return len({(satu.lembar, satu.baris) for satu in hasil.perubahan})


def _halaman(request, ruang, *, salah="", daftar_galat=(), status=200):
    return tampilkan(
        request,
        "lkip/impor.html",
        ruang,
        judul="Buku kerja Excel",
        remah=REMAH,
        salah=salah,
        daftar_galat=daftar_galat,
        status=status,
    )


def _jalankan(ruang, isi, **pilihan):
    boleh_pemda = Peran.ADMIN in ruang.peran
    return impor_buku(isi, tempat=(ruang.instansi, ruang.tahun), boleh_pemda=boleh_pemda, **pilihan)


@require_http_methods(["GET", "HEAD", "POST"])
def impor_pratinjau(request, kode, tahun, kunci):
    """What an uploaded workbook changes against what is stored now; apply it or drop it."""
    ruang = buka_impor(request, kode, tahun)
    pemilik = pemilik_titipan(request, ruang, "buku")
    isi = ambil_titipan(pemilik, kunci)
    if isi is None or request.POST.get("aksi") == "batal":
        buang_titipan(pemilik, kunci)
        messages.info(request, HABIS if isi is None else "Impor dibatalkan; tidak ada yang diubah.")
        return redirect("impor", kode, tahun)
    terap = request.POST.get("aksi") == "terapkan"
    sidik = request.POST.get("sidik", "")
    if terap and baris_titipan(kunci) > BARIS_ANTRE:
        return _antrekan(request, ruang, kunci, sidik)
    try:
        hasil = _jalankan(ruang, isi, simpan=terap, sidik=sidik)
    except BukuSalah as salah:
        return _halaman(request, ruang, salah=salah.pesan, status=422)
    if hasil.tersimpan:
        buang_titipan(pemilik, kunci)
        messages.success(request, f"{len(hasil.perubahan)} isian tersimpan dari buku kerja.")
        return redirect("impor", kode, tahun)
    return tampilkan(
        request,
        "lkip/impor_pratinjau.html",
        ruang,
        judul="Pratinjau impor",
        remah=[*REMAH, ("Buku kerja Excel", "impor")],
        hasil=hasil,
        berubah_lagi=terap and not hasil.galat,
        ketidakcocokan=(),
        status=409 if terap else 200,
    )


def _antrekan(request, ruang, kunci, sidik):
    """Have a large workbook applied in the background; the same one is applied once."""
    return antrekan_kerja(
        request,
        ruang.instansi,
        ruang.tahun,
        Pekerjaan.Jenis.IMPOR,
        sha256(f"{kunci}{sidik}".encode()).hexdigest(),
        {"kunci": kunci, "sidik": sidik},
    )


@require_safe
def unduh_templat(request, kode, tahun):
    """The empty workbook with the years of the plan of this office."""
    ruang = buka_impor(request, kode, tahun)
    renstra = ruang.laporan and ruang.laporan.renstra
    periode = (
        range(min(renstra.tahun), max(renstra.tahun) + 1) if renstra else range(tahun, tahun + 5)
    )
    return _unduhan(tulis_templat(periode), f"Templat-LKIP-{tahun}.xlsx")


@require_safe
def unduh_buku(request, kode, tahun):
    """The workbook of what is stored."""
    ruang = buka_impor(request, kode, tahun)
    try:
        isi = tulis_ekspor(ambil_isi(ruang.instansi, tahun), tahun)
    except BukuSalah as salah:
        return _halaman(request, ruang, salah=salah.pesan, status=422)
    return _unduhan(isi, f"Buku-kerja-{kode}-{tahun}.xlsx")


def _unduhan(isi, nama):
    jawaban = HttpResponse(isi, content_type=XLSX)
    jawaban.headers["Content-Disposition"] = content_disposition_header(True, nama)
    return jawaban

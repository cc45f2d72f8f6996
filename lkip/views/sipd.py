"""Import of the budget from an export of SIPD, with a preview and columns that can be corrected."""

from django.contrib import messages
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods

from lkip.bukukerja.berkas import Buku
from lkip.bukukerja.galat import BukuSalah
from lkip.bukukerja.titipan import ambil_titipan, buang_titipan, titipkan
from lkip.isi.anggaran import Tahap
from lkip.sipd.baca import daftar_skpd
from lkip.sipd.formulir import PilihanForm
from lkip.sipd.impor import impor_sipd as jalankan_sipd
from lkip.sipd.kenali import kenali_buku
from lkip.sipd.tabel import Tabel
from lkip.views.bukukerja import HABIS, REMAH, baca_unggahan, buka_impor, pemilik_titipan
from lkip.views.halaman import tampilkan
from perjanjian.models import PerjanjianKinerja

HALAMAN = require_http_methods(["GET", "HEAD", "POST"])


@HALAMAN
def impor_sipd(request, kode, tahun):
    """The upload; a file that can be opened leads to its preview."""
    ruang = buka_impor(request, kode, tahun)
    if request.method != "POST":
        return _halaman(request, ruang)
    try:
        with Buku(baca_unggahan(request)) as buku:
            tabel, _ = kenali_buku(buku)
    except BukuSalah as salah:
        return _halaman(request, ruang, salah.pesan)
    kunci = titipkan(pemilik_titipan(request, ruang, "sipd"), tabel.ke_json())
    return redirect("impor_sipd_pratinjau", kode, tahun, kunci)


def _halaman(request, ruang, salah=""):
    return tampilkan(
        request,
        "lkip/impor_sipd.html",
        ruang,
        judul="Impor dari SIPD",
        remah=[*REMAH, ("Buku kerja Excel", "impor")],
        salah=salah,
        status=422 if salah else 200,
    )


@HALAMAN
def impor_sipd_pratinjau(request, kode, tahun, kunci):
    """What the file changes with the columns and choices of the form; apply it or drop it."""
    ruang = buka_impor(request, kode, tahun)
    pemilik = pemilik_titipan(request, ruang, "sipd")
    isi = ambil_titipan(pemilik, kunci)
    if isi is None or request.POST.get("aksi") == "batal":
        buang_titipan(pemilik, kunci)
        messages.info(request, HABIS if isi is None else "Impor dibatalkan; tidak ada yang diubah.")
        return redirect("impor_sipd", kode, tahun)
    formulir = _formulir(request, ruang, Tabel.dari_json(isi))
    peta, pilihan = formulir.hasil()
    terap = request.POST.get("aksi") == "terapkan"
    try:
        hasil = jalankan_sipd(
            formulir.tabel,
            peta,
            pilihan,
            (ruang.instansi, tahun),
            sidik=request.POST.get("sidik", "") if terap else None,
            setuju=request.POST.get("setuju") == "ya",
        )
    except BukuSalah as salah:
        return _halaman(request, ruang, salah.pesan)
    if hasil.tersimpan:
        buang_titipan(pemilik, kunci)
        messages.success(request, f"{len(hasil.perubahan)} isian anggaran tersimpan.")
        return redirect("impor_sipd", kode, tahun)
    return tampilkan(
        request,
        "lkip/impor_sipd_pratinjau.html",
        ruang,
        judul="Pratinjau impor SIPD",
        remah=[*REMAH, ("Impor dari SIPD", "impor_sipd")],
        hasil=hasil,
        ketidakcocokan=hasil.ketidakcocokan,
        berubah_lagi=terap and not hasil.galat,
        formulir=formulir,
        status=409 if terap else 200,
    )


def _formulir(request, ruang, tabel):
    """The choices that came in; what is missing or nonsense is as the table suggests."""
    ada_perubahan = PerjanjianKinerja.objects.filter(
        instansi=ruang.instansi, tahun=ruang.tahun, jenis=Tahap.PERUBAHAN
    ).exists()
    tahap = Tahap.PERUBAHAN if ada_perubahan else Tahap.MURNI
    data = request.POST if request.method == "POST" else request.GET
    skpd = daftar_skpd(tabel)
    formulir = PilihanForm(data, tabel=tabel, tahap=tahap, skpd=skpd, nama=ruang.instansi.nama)
    if not formulir.is_valid():
        formulir = PilihanForm({}, tabel=tabel, tahap=tahap, skpd=skpd, nama=ruang.instansi.nama)
        formulir.is_valid()
    return formulir

"""A document on its way to signature: where it is, and the steps that its readers take."""

from django.contrib import messages
from django.db import transaction
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from instansi.alur import Status
from lkip.alur import ATURAN, Jenis, SudahBerubah, ambil_langkah
from lkip.forms.alur import AjukanForm, BukaKembaliForm, KembalikanForm
from lkip.linimasa import SARINGAN, susun_linimasa
from lkip.meja import buka_meja
from lkip.pengajuan import periksa, susun_temuan, terima
from lkip.reviu import bab_berubah
from lkip.views.formulir import kiriman
from lkip.views.halaman import tampilkan
from lkip.views.temuan import AlamatTemuan

FORMULIR = require_http_methods(["GET", "POST"])
BERUBAH = "Halaman yang Anda kirim sudah tidak sesuai keadaan sekarang. Periksa lagi, lalu ulangi."
WAJIB = "Masih ada {} komentar wajib yang belum selesai, sehingga belum dapat disetujui."


@require_safe
def alur(request, kode, tahun, dokumen):
    """Where the document is, what the reader may do now, and its timeline."""
    meja = buka_meja(request.user, kode, tahun, dokumen)
    saringan = request.GET.get("saring", "")
    saringan = saringan if saringan in SARINGAN else ""
    pengajuan = meja.pengajuan[0] if meja.pengajuan else None
    return tampilkan_meja(
        request,
        "lkip/alur.html",
        meja,
        judul=f"Status {meja.nama}",
        remah=_remah_baca(meja),
        linimasa=susun_linimasa(meja, saringan),
        saringan=saringan,
        pilihan_saringan=SARINGAN.items(),
        pengajuan=pengajuan,
        jumlah_berubah=len(bab_berubah(meja.pengajuan)),
        pemeriksaan=periksa(meja, timezone.localdate()) if meja.dari_kantor else None,
    )


@FORMULIR
def ajukan_dokumen(request, kode, tahun, dokumen):
    """Check what is there, give a reason for each thing that is not, and submit."""
    meja, ditolak = _buka_langkah(request, kode, tahun, dokumen, Jenis.AJUKAN)
    if ditolak:
        return ditolak
    pemeriksaan = periksa(meja, timezone.localdate())
    formulir = AjukanForm(
        **kiriman_formulir(request),
        versi=meja.dokumen.versi,
        peringatan=pemeriksaan.peringatan,
    )
    if request.method == "POST" and not pemeriksaan.galat and formulir.is_valid():
        return _ajukan(request, meja, pemeriksaan, formulir.alasan())
    tujuan = AlamatTemuan(meja.berkas)
    return tampilkan_meja(
        request,
        "lkip/alur_ajukan.html",
        meja,
        judul=f"Ajukan {meja.nama}",
        remah=remah(meja),
        formulir=formulir,
        pemeriksaan=pemeriksaan,
        galat=[(satu, tujuan(satu)) for satu in pemeriksaan.galat],
        peringatan=[(satu, bidang, tujuan(satu.temuan)) for satu, bidang in formulir.baris()],
        penerima=meja.penerima(Status.DIAJUKAN),
    )


def _ajukan(request, meja, pemeriksaan, alasan):
    with transaction.atomic():
        for satu in pemeriksaan.peringatan:
            terima(meja.dokumen, satu.temuan, alasan[satu.temuan.sidik], request.user)
        temuan = susun_temuan(meja, pemeriksaan, alasan)
        return _ambil(request, meja, Jenis.AJUKAN, temuan=temuan)


@require_POST
def verifikasi_dokumen(request, kode, tahun, dokumen):
    """Hand the document on to the camat."""
    meja, ditolak = _buka_langkah(request, kode, tahun, dokumen, Jenis.VERIFIKASI)
    if ditolak:
        return ditolak
    if meja.komentar_wajib:
        messages.error(request, WAJIB.format(len(meja.komentar_wajib)))
        return kembali_ke(meja)
    return _ambil(request, meja, Jenis.VERIFIKASI)


@FORMULIR
def kembalikan_dokumen(request, kode, tahun, dokumen):
    """Give the document back to the operator, with what is to be mended."""
    meja, ditolak = _buka_langkah(request, kode, tahun, dokumen, Jenis.KEMBALIKAN)
    if ditolak:
        return ditolak
    formulir = KembalikanForm(
        **kiriman_formulir(request),
        versi=meja.dokumen.versi,
        bagian=meja.bagian,
        initial={"bagian": sorted({satu.bagian for satu in meja.komentar_terbuka})},
    )
    if request.method == "POST" and formulir.is_valid():
        isi = {"alasan": formulir.cleaned_data["alasan"], "bagian": formulir.bagian_terpilih()}
        return _ambil(request, meja, Jenis.KEMBALIKAN, **isi)
    return tampilkan_meja(
        request,
        "lkip/alur_langkah.html",
        meja,
        judul=f"Kembalikan {meja.nama}",
        remah=remah(meja),
        formulir=formulir,
        tombol="Kembalikan",
        akibat=[
            f"{meja.nama} kembali kepada {meja.penerima(Status.DIKEMBALIKAN)} dan dapat diubah lagi.",
            "Alasan dan bagian yang Anda tandai tampil pada setiap halaman laporan sampai diajukan "
            "kembali.",
        ],
        komentar=meja.komentar_terbuka,
    )


@FORMULIR
def buka_kembali(request, kode, tahun, dokumen):
    """Open a signed report for another version."""
    meja, ditolak = _buka_langkah(request, kode, tahun, dokumen, Jenis.BUKA_KEMBALI)
    if ditolak:
        return ditolak
    formulir = BukaKembaliForm(**kiriman_formulir(request), versi=meja.dokumen.versi)
    if request.method == "POST" and formulir.is_valid():
        isi = formulir.cleaned_data
        temuan = {"diminta_oleh": isi["diminta_oleh"]}
        return _ambil(request, meja, Jenis.BUKA_KEMBALI, alasan=isi["alasan"], temuan=temuan)
    berikut = meja.dokumen.perbaikan_ke + 1
    return tampilkan_meja(
        request,
        "lkip/alur_langkah.html",
        meja,
        judul=f"Buka kembali {meja.nama}",
        remah=remah(meja),
        formulir=formulir,
        tombol="Buka kembali",
        akibat=[
            f"{meja.nama} menjadi draf perbaikan ke-{berikut} dan dapat diubah lagi.",
            "Perbaikan itu diajukan, diperiksa, dan disahkan dari awal.",
            "Dokumen yang sudah disahkan tetap dapat diunduh, dan ditandai digantikan setelah "
            "perbaikannya disahkan.",
        ],
        komentar=(),
    )


def _buka_langkah(request, kode, tahun, dokumen, jenis):
    """The document for a step; or where to lead instead: the step is not open, the page is stale."""
    meja = buka_meja(request.user, kode, tahun, dokumen)
    meja.tolak_peran(jenis)
    alasan = meja.alasan_menolak(jenis)
    basi = request.method == "POST" and request.POST.get("versi") != str(meja.dokumen.versi)
    if not (alasan or basi):
        return meja, None
    messages.error(request, alasan or BERUBAH)
    return meja, kembali_ke(meja)


def _ambil(request, meja, jenis, **isi):
    """Take the step and say who has the document now."""
    try:
        ambil_langkah(
            meja.dokumen,
            jenis,
            oleh=request.user,
            jabatan=meja.jabatan(jenis),
            ada_verifikator=meja.ada_verifikator,
            **isi,
        )
    except SudahBerubah as salah:
        messages.error(request, str(salah))
        return kembali_ke(meja)
    status = meja.dokumen.get_status_display().lower()
    penerima = meja.penerima(ATURAN[jenis].ke)
    messages.success(request, f"{meja.nama} berstatus {status}; sekarang pada {penerima}.")
    return kembali_ke(meja)


def kembali_ke(meja):
    """Lead to where the document is."""
    return redirect("alur", meja.berkas.instansi.kode, meja.berkas.tahun, meja.slug)


def kiriman_formulir(request):
    """What was posted, for a form without files."""
    return {"data": request.POST} if kiriman(request) else {}


def remah(meja):
    """The pages above those of one step: of the document, and where it is read."""
    return (*_remah_baca(meja), (f"Status {meja.nama}", "alur", meja.slug))


def _remah_baca(meja):
    return (
        {
            "lkip": ("Laporan kinerja", "laporan"),
            "pk-murni": ("Perjanjian Kinerja", "pk"),
            "pk-perubahan": ("Perjanjian Kinerja Perubahan", "pk_perubahan"),
        }[meja.slug],
    )


def tampilkan_meja(request, templat, meja, **isi):
    """Render a page of a document in its frame."""
    return tampilkan(request, templat, meja.berkas, meja=meja, **isi)

"""Laporan: where it stands, the document chapter by chapter, and its downloads."""

import re
from hashlib import sha256
from html import unescape

from django.core.files.storage import default_storage
from django.http import FileResponse, Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.cache import get_conditional_response
from django.utils.html import format_html, strip_tags
from django.utils.http import content_disposition_header
from django.utils.safestring import mark_safe
from django.views.decorators.http import require_http_methods, require_safe

from lkip.akses import buka_berkas
from lkip.dokumen.cetakan import berkas_cetakan, hitung_sidik
from lkip.dokumen.html import BAGIAN, susun_satu_bab
from lkip.ekspor import tulis_json
from lkip.models import Pekerjaan
from lkip.unduhan import nama_unduhan, periksa_cetakan
from lkip.views.halaman import keadaan, tampilkan
from lkip.views.proses import AWALAN, antrekan_kerja


@require_safe
def laporan(request, kode, tahun):
    """State of the LKIP, downloads, and the chapters to read on the screen."""
    berkas = buka_berkas(request.user, kode, tahun)
    return tampilkan(
        request,
        "lkip/laporan.html",
        berkas,
        bab=BAGIAN,
        cetakan=periksa_cetakan(berkas.laporan),
        pekerjaan=_sedang_dibuat(berkas),
        **keadaan(berkas),
    )


def _sedang_dibuat(berkas):
    """The job that is making a PDF of this report now, if there is one."""
    milik = Pekerjaan.objects.filter(
        instansi=berkas.instansi, tahun=berkas.tahun, jenis=Pekerjaan.Jenis.LKIP
    )
    return milik.exclude(status__in=Pekerjaan.BERAKHIR).first()


@require_safe
def pratinjau(request, kode, tahun):
    """Lead to the first chapter."""
    buka_berkas(request.user, kode, tahun)
    return redirect("pratinjau_bab", kode, tahun, BAGIAN[0][0])


@require_safe
def pratinjau_bab(request, kode, tahun, bab):
    """One chapter, from the same templates as the PDF."""
    slug = [satu for satu, _ in BAGIAN]
    if bab not in slug:
        raise Http404(f"no chapter {bab}")
    berkas = buka_berkas(request.user, kode, tahun)
    nomor = slug.index(bab)
    bab_terpilih = _bab(berkas, bab)
    return tampilkan(
        request,
        "lkip/pratinjau.html",
        berkas,
        judul=BAGIAN[nomor][1],
        remah=[("Pratinjau LKIP", "pratinjau")],
        semua=BAGIAN,
        bab=bab_terpilih,
        isi_bab=bungkus_tabel(bab_terpilih.html),
        sebelum=BAGIAN[nomor - 1] if nomor else None,
        sesudah=BAGIAN[nomor + 1] if nomor + 1 < len(BAGIAN) else None,
    )


def _bab(berkas, slug):
    tempat = (berkas.instansi.kode, berkas.tahun)
    return susun_satu_bab(
        berkas.laporan,
        slug,
        alamat=lambda bab: reverse("pratinjau_bab", args=(*tempat, bab)),
        alamat_berkas=lambda nama: reverse("berkas", args=(*tempat, nama)),
    )


def bungkus_tabel(html):
    """Put each table in a region that scrolls by keyboard, named as the table is."""

    def bungkus(cocok):
        judul = re.search(r"<caption.*?</caption>", cocok[0], re.DOTALL)
        nama = strip_tags(judul[0]) if judul else "Tabel"
        return format_html(
            '<div class="gulir" role="region" tabindex="0" aria-label="{}">{}</div>',
            " ".join(unescape(nama).split()),
            mark_safe(cocok[0]),
        )

    return mark_safe(re.sub(r"<table\b.*?</table>", bungkus, html, flags=re.DOTALL))


@require_safe
def berkas(request, kode, tahun, nama):
    """A photo or the emblem that the report shows; no other upload."""
    terbuka = buka_berkas(request.user, kode, tahun).laporan
    boleh = {foto.berkas for foto in terbuka.foto} | {terbuka.instansi.lambang} - {""}
    if nama not in boleh or not default_storage.exists(nama):
        raise Http404(f"no upload {nama}")
    return FileResponse(default_storage.open(nama))


@require_http_methods(["GET", "HEAD", "POST"])
def unduh_pdf(request, kode, tahun):
    """The PDF; printed once for the same data, and not sent again to who has it."""
    berkas = buka_berkas(request.user, kode, tahun)
    return jawab_pdf(request, berkas, Pekerjaan.Jenis.LKIP, hitung_sidik(berkas.laporan))


def jawab_pdf(request, berkas, jenis, sidik):
    """Answer with the printed file of this fingerprint; where there is none, a POST has it made."""
    cetakan = berkas_cetakan(sidik)
    if request.method == "POST":
        if cetakan.exists():
            return redirect(request.path)
        return antrekan_kerja(request, berkas.instansi, berkas.tahun, jenis, sidik)
    if not cetakan.exists():
        return tampilkan(
            request, "lkip/belum_dibuat.html", berkas, judul="PDF belum dibuat", paket=False
        )
    nama = nama_unduhan(berkas.instansi.nama, berkas.tahun, "pdf", AWALAN[jenis])
    return _unduhan(
        request,
        lambda: FileResponse(cetakan.open("rb"), content_type="application/pdf"),
        nama,
        etag=cetakan.stem,
    )


@require_safe
def unduh_json(request, kode, tahun):
    """The numbers of the report, unrounded."""
    laporan = buka_berkas(request.user, kode, tahun).laporan
    isi = tulis_json(laporan).encode()
    return _unduhan(
        request,
        lambda: HttpResponse(isi, content_type="application/json"),
        nama_unduhan(laporan.instansi.nama, tahun, "json"),
        etag=sha256(isi).hexdigest(),
    )


def _unduhan(request, buat_jawaban, nama, etag):
    """Answer with a file to keep, or with 304 to who has it already."""
    etag = f'"{etag}"'
    jawaban = get_conditional_response(request, etag=etag) or buat_jawaban()
    jawaban.headers["Cache-Control"] = "no-cache, private"
    jawaban.headers["ETag"] = etag
    if jawaban.status_code == 200:
        jawaban.headers["Content-Disposition"] = content_disposition_header(True, nama)
    return jawaban

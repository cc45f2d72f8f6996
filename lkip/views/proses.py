"""A job of the task queue: how far it is, what came of it, and its file."""

from django.http import FileResponse, Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_POST, require_safe

from lkip.akses import instansi_terbaca, peran_pada, tahun_terbaca
from lkip.bukukerja.titipan import ada_titipan
from lkip.models import Pekerjaan
from lkip.pekerjaan.kerja import LANGKAH
from lkip.pekerjaan.permintaan import minta, ulangi
from lkip.terbitan import terbitan
from lkip.unduhan import format_ukuran, nama_unduhan
from lkip.views.halaman import tampilkan

Jenis = Pekerjaan.Jenis
# Where somebody came from, and the name of the file that they get.
ASAL = {
    Jenis.LKIP: ("Laporan kinerja", "laporan"),
    Jenis.PK_MURNI: ("Perjanjian Kinerja", "pk"),
    Jenis.PK_PERUBAHAN: ("Perjanjian Kinerja Perubahan", "pk_perubahan"),
    Jenis.PAKET: ("Dokumen terbit", "dokumen_terbit"),
    Jenis.IMPOR: ("Buku kerja Excel", "impor"),
    Jenis.DOKUMEN: ("Periksa dokumen", "periksa_dokumen"),
}
AWALAN = {
    Jenis.LKIP: "LKIP",
    Jenis.PK_MURNI: "PK",
    Jenis.PK_PERUBAHAN: "PK-Perubahan",
    Jenis.PAKET: "Paket-LKIP",
}
# Seconds after which the page asks less often, and after which it says that nobody has begun.
SERING, LAMA_ANTRE = 30, 60


def ke_proses(pekerjaan):
    """Lead to the page of a job."""
    return redirect("proses", pekerjaan.instansi.kode, pekerjaan.tahun, pekerjaan.pk)


def antrekan_kerja(request, instansi, tahun, jenis, sidik, masukan=None):
    """Ask for work that takes long, and lead to its page."""
    return ke_proses(minta(instansi, tahun, jenis, sidik, oleh=request.user, masukan=masukan))


@require_safe
def proses(request, kode, tahun, pekerjaan_pk):
    """The steps while it lasts, then the result; htmx asks for that part of the page only."""
    satu = pekerjaan_terbaca(request.user, kode, tahun, pekerjaan_pk)
    _tandai_dilihat(satu, request.user)
    isi = {"pekerjaan": satu, **_kemajuan(satu)}
    if request.htmx:
        return render(request, "lkip/_proses.html", isi)
    return tampilkan(
        request,
        "lkip/proses.html",
        None,
        judul=f"{satu.get_jenis_display()} {satu.tahun}",
        instansi=satu.instansi,
        **isi,
    )


def pekerjaan_terbaca(user, kode, tahun, pk):
    """The job, for who may see what it makes: a report its readers, the others who asked for it."""
    instansi = instansi_terbaca(user, kode)
    satu = get_object_or_404(
        Pekerjaan.objects.select_related("instansi__pemda", "oleh"),
        instansi=instansi,
        tahun=tahun,
        pk=pk,
    )
    match satu.jenis:
        case Jenis.IMPOR | Jenis.PENGESAHAN | Jenis.DOKUMEN:
            boleh = satu.oleh == user
        case Jenis.PAKET:
            boleh = terbitan(instansi, tahun) is not None
        case _:
            boleh = tahun in tahun_terbaca(instansi, peran_pada(user, instansi))
    if not boleh:
        raise Http404(f"no job {pk}")
    return satu


def _tandai_dilihat(satu, user):
    """Note that who asked knows the result, so that no notice has to tell them."""
    if satu.berakhir and satu.oleh == user and satu.dilihat_pada is None:
        satu.dilihat_pada = timezone.now()
        satu.save(update_fields=["dilihat_pada"])


def _kemajuan(satu):
    langkah = LANGKAH[satu.jenis]
    umur = (timezone.now() - satu.pada).total_seconds()
    judul_asal, alamat_asal = _asal(satu)
    return {
        "langkah": [
            (nomor, nama, _keadaan(satu, nomor)) for nomor, nama in enumerate(langkah, start=1)
        ],
        "kini": langkah[satu.langkah - 1] if satu.langkah else "",
        "jeda": 2 if umur < SERING else 5,
        "macet": satu.status == Pekerjaan.Status.ANTRE and umur > LAMA_ANTRE,
        "aksi": _aksi(satu),
        "dapat_diulang": satu.status == Pekerjaan.Status.GAGAL and _ada_masukan(satu),
        "judul_asal": judul_asal,
        "alamat_asal": alamat_asal,
    }


def _ada_masukan(satu):
    """Whether another try has what the job needs: an uploaded file may be gone."""
    kunci = satu.masukan.get("kunci")
    return kunci is None or ada_titipan(kunci)


def _aksi(satu):
    """Where the result of a job is: (label, address); None where it is only told."""
    tempat = (satu.instansi.kode, satu.tahun)
    if satu.jenis == Jenis.PENGESAHAN and satu.ada_hasil:
        return "Buka dokumen terbit", reverse("dokumen_terbit", args=tempat)
    if satu.jalur is None:
        return None
    if satu.jenis == Jenis.DOKUMEN:
        return "Lihat temuan", reverse("temuan_dokumen", args=(*tempat, satu.pk))
    rincian = [format_ukuran(satu.ukuran)]
    if satu.halaman:
        rincian.append(f"{satu.halaman} halaman")
    apa = "paket" if satu.jenis == Jenis.PAKET else "PDF"
    return f"Unduh {apa} ({', '.join(rincian)})", reverse("hasil_proses", args=(*tempat, satu.pk))


def _asal(satu):
    tempat = (satu.instansi.kode, satu.tahun)
    if satu.jenis == Jenis.PENGESAHAN:
        return "Status dokumen", reverse("alur", args=(*tempat, satu.masukan["dokumen"]))
    judul, nama = ASAL[satu.jenis]
    return judul, reverse(nama, args=tempat)


def _keadaan(satu, nomor):
    if satu.status == Pekerjaan.Status.SELESAI or nomor < satu.langkah:
        return "selesai"
    if nomor > satu.langkah:
        return "belum"
    return "gagal" if satu.berakhir else "sedang"


@require_safe
def hasil_proses(request, kode, tahun, pekerjaan_pk):
    """The file that the job has made; 404 once it was removed."""
    satu = pekerjaan_terbaca(request.user, kode, tahun, pekerjaan_pk)
    jalur = satu.jalur
    if jalur is None or satu.jenis not in AWALAN:
        raise Http404(f"job {satu.pk} has no file")
    nama = nama_unduhan(satu.instansi.nama, tahun, jalur.suffix[1:], AWALAN[satu.jenis])
    jawaban = FileResponse(jalur.open("rb"))
    jawaban.headers["Content-Disposition"] = content_disposition_header(True, nama)
    jawaban.headers["Cache-Control"] = "no-cache, private"
    return jawaban


@require_POST
def ulangi_proses(request, kode, tahun, pekerjaan_pk):
    """Try again what failed, or make anew what was removed."""
    satu = pekerjaan_terbaca(request.user, kode, tahun, pekerjaan_pk)
    ulangi(satu, oleh=request.user)
    return ke_proses(satu)

"""What an evaluator opens: the list of reports, the issued file, and the package of one year."""

from django.http import FileResponse, Http404, HttpResponse
from django.utils import timezone
from django.utils.cache import get_conditional_response
from django.utils.http import content_disposition_header, urlencode
from django.views.decorators.http import require_http_methods, require_safe

from instansi.models import Instansi, Keanggotaan, Pemda
from lkip.akses import pemda_saja
from lkip.daftar import saring_daftar, susun_daftar
from lkip.lembar_kerja import tulis_csv, tulis_lembar
from lkip.models import Pekerjaan
from lkip.paket import nama_berkas, susun_paket
from lkip.pekerjaan.paket import berkas_paket, paket_besar, sidik_paket
from lkip.tables import InstansiTable, susun_tabel
from lkip.terbitan import berkas_terbit, terbitan_terbaca
from lkip.views.halaman import tampilkan
from lkip.views.proses import antrekan_kerja

PILIHAN = ("nama", "status", "tahun")
KEPALA_EKSPOR = (
    "Kode",
    "Instansi",
    "Tahun",
    "Status",
    "Batas waktu",
    "Disahkan",
    "Terhadap batas waktu",
    "Rata-rata capaian (%)",
    "Serapan (%)",
)
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
BENTUK = {
    "xlsx": (XLSX, lambda baris: tulis_lembar([("Laporan", KEPALA_EKSPOR, baris)])),
    "csv": ("text/csv; charset=utf-8", lambda baris: tulis_csv(KEPALA_EKSPOR, baris)),
}


@require_safe
@pemda_saja
def daftar_instansi(request):
    """The reports that an evaluator or admin may read, to sort, filter, page and export."""
    semua = susun_daftar(request.user)
    pilihan = {nama: request.GET.get(nama, "") for nama in PILIHAN}
    return tampilkan(
        request,
        "lkip/daftar_instansi.html",
        None,
        judul="Daftar instansi",
        ada=bool(semua),
        pilihan=pilihan,
        semua_status=sorted({satu.status for satu in semua}),
        semua_tahun=sorted({str(satu.tahun) for satu in semua}, reverse=True),
        saringan=urlencode(pilihan),
        pemda=Pemda.objects.filter(
            keanggotaan__pengguna=request.user, keanggotaan__peran=Keanggotaan.Peran.ADMIN
        ),
        tanpa_tahun=Instansi.objects.visible_to(request.user).exclude(
            pk__in={satu.instansi.pk for satu in semua}
        ),
        tabel=susun_tabel(request, InstansiTable, saring_daftar(semua, pilihan), per_halaman=10),
    )


@require_safe
@pemda_saja
def ekspor_daftar(request, bentuk):
    """The filtered list as a file. Figures are those that were issued; a draft has none here."""
    if bentuk not in BENTUK:
        raise Http404(f"no export as {bentuk}")
    jenis, tulis = BENTUK[bentuk]
    baris = [_baris_ekspor(satu) for satu in saring_daftar(susun_daftar(request.user), request.GET)]
    jawaban = HttpResponse(tulis(baris), content_type=jenis)
    nama = f"daftar-lkip-{timezone.localdate().isoformat()}.{bentuk}"
    jawaban.headers["Content-Disposition"] = content_disposition_header(True, nama)
    return jawaban


def _baris_ekspor(satu):
    terbit = satu.terbit
    return (
        satu.instansi.kode,
        satu.nama,
        satu.tahun,
        satu.status,
        satu.tenggat,
        terbit and terbit.disahkan,
        satu.waktu,
        terbit and terbit.capaian,
        terbit and terbit.serapan,
    )


@require_safe
def unduh_terbitan(request, kode, tahun):
    """The issued PDF, as it was issued: never printed anew."""
    pengesahan = terbitan_terbaca(request.user, kode, tahun)
    return kirim_terbitan(request, pengesahan, "no-cache, private")


def kirim_terbitan(request, pengesahan, simpanan):
    """Answer with the issued file, or 304 to who has it; `simpanan` is the Cache-Control."""
    terbit = berkas_terbit(pengesahan)
    etag = f'"{terbit.sha256}"'
    jawaban = get_conditional_response(request, etag=etag) or FileResponse(
        terbit.berkas.open("rb"), content_type="application/pdf"
    )
    if jawaban.status_code == 200:
        nama = nama_berkas(pengesahan, "LKIP", "pdf")
        jawaban.headers["Content-Disposition"] = content_disposition_header(True, nama)
    jawaban.headers["ETag"] = etag
    jawaban.headers["Cache-Control"] = simpanan
    return jawaban


@require_http_methods(["GET", "HEAD", "POST"])
def unduh_paket(request, kode, tahun):
    """Everything behind the issued report in one archive; one with much evidence is made first."""
    pengesahan = terbitan_terbaca(request.user, kode, tahun)
    if not paket_besar(pengesahan):
        paket = susun_paket(pengesahan)
        berkas = paket.open("rb")
        paket.unlink()  # what is open can still be sent
        return _kirim_paket(pengesahan, berkas)
    sidik = sidik_paket(pengesahan)
    siap = berkas_paket(sidik)
    if siap.exists():
        return _kirim_paket(pengesahan, siap.open("rb"))
    if request.method == "POST":
        instansi = pengesahan.lkip.instansi
        return antrekan_kerja(request, instansi, tahun, Pekerjaan.Jenis.PAKET, sidik)
    return tampilkan(
        request, "lkip/belum_dibuat.html", None, judul=f"Paket LKIP {tahun}", paket=True
    )


def _kirim_paket(pengesahan, berkas):
    nama = nama_berkas(pengesahan, "Paket-LKIP", "zip")
    return FileResponse(berkas, as_attachment=True, filename=nama)

"""What was issued in a year: every version with its frozen files."""

from django.conf import settings
from django.http import FileResponse, Http404
from django.utils.cache import get_conditional_response
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_safe

from lkip.publik import dapat_mempublikasikan
from lkip.tanda_tangan import cara_tanda_tangan
from lkip.versi_terbit import versi_terbaca
from lkip.views.halaman import tampilkan

SELAMANYA = "private, max-age=31536000, immutable"


@require_safe
def dokumen_terbit(request, kode, tahun):
    """The list. It stands without the navigation of the year, whose drafts not everybody may see."""
    instansi, semua = versi_terbaca(request.user, kode, tahun)
    return tampilkan(
        request,
        "lkip/dokumen_terbit.html",
        None,
        judul=f"Dokumen terbit {tahun}",
        instansi=instansi,
        tahun=tahun,
        semua=semua,
        publik=settings.HALAMAN_PUBLIK,
        penerbit=dapat_mempublikasikan(request.user, instansi),
        cara=cara_tanda_tangan(request.user, instansi),
    )


@require_safe
def berkas_terbit(request, kode, tahun, sha256):
    """A frozen file by its hash, never made anew: who has it may keep it."""
    _, semua = versi_terbaca(request.user, kode, tahun)
    milik = [satu for versi in semua for satu in versi.berkas if satu.sha256 == sha256]
    if not milik:
        raise Http404(f"no issued file {sha256}")
    etag = f'"{sha256}"'
    jawaban = get_conditional_response(request, etag=etag)
    if jawaban is None:
        jawaban = FileResponse(milik[0].isi.open("rb"), content_type=milik[0].jenis)
        jawaban.headers["Content-Disposition"] = content_disposition_header(True, milik[0].nama)
    jawaban.headers["Cache-Control"], jawaban.headers["ETag"] = SELAMANYA, etag
    return jawaban

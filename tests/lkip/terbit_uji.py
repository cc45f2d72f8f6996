"""An issued report without printing one: a small PDF with its code, sealed and frozen."""

from hashlib import sha256

from django.core.files.base import ContentFile

from lkip import segel
from lkip.models import LKIP
from tests import factories as buat
from tests.pdf_uji import buat_pdf

KODE = "ABCD-EFGH-JKMN"


def siapkan_penyimpanan(settings, folder):
    """A data folder of its own, with a seal."""
    settings.DATA_DIR, settings.MEDIA_ROOT = folder, folder / "berkas"
    settings.SEGEL_BERKAS, settings.SEGEL_SANDI = folder / "segel.p12", ""
    segel.buat_segel("Kabupaten Contoh")


def buat_terbitan(instansi, kode=KODE, **isian):
    """Sign the report of the office and freeze it under this code."""
    lkip = instansi.lkip.get()
    LKIP.objects.filter(pk=lkip.pk).update(status="disahkan", **buat.langkah("disahkan"))
    lkip.refresh_from_db()
    pdf = segel.segel_pdf(
        buat_pdf("Laporan Kinerja", f"Kode verifikasi {kode}"), alasan="Pengesahan", tempat="Contoh"
    )
    return buat.make_pengesahan(
        lkip=lkip,
        kode=kode,
        pdf=ContentFile(pdf, f"{kode}.pdf"),
        sha256_pdf=sha256(pdf).hexdigest(),
        **isian,
    )


def baca(berkas):
    """The content of a stored file, which is closed again."""
    with berkas.open("rb") as isi:
        return isi.read()

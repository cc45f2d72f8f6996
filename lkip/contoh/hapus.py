"""Removes the example office, so that it can be loaded anew."""

from django.db.models import Q

from anggaran.models import Kegiatan, Program, SubKegiatan
from instansi.models import Instansi, Pejabat, Potensi, Seksi
from lkip.contoh.data import ContohSalah
from lkip.models import LKIP, Komentar, Langkah, Pengesahan
from perjanjian.models import PerjanjianKinerja, Realisasi, RencanaAksi, RencanaKinerja
from renstra.models import Indikator, PenetapanIKU, Renstra, Sasaran, Tujuan


def remove_kantor(instansi: Instansi) -> None:
    """Delete the office and all that belongs to it, what users entered included.

    Pemda and users stay. Raises ContohSalah when a report was issued: that is kept for good.
    """
    if Pengesahan.objects.filter(milik(instansi)).exists():
        raise ContohSalah(
            f"{instansi} sudah mempunyai dokumen yang disahkan, sehingga tidak dapat dimuat ulang."
        )
    Langkah.objects.filter(milik(instansi)).hapus_bersama_kantor()
    Komentar.objects.filter(milik(instansi)).delete()
    # Deepest first: most keys between these tables are PROTECT.
    for terhapus in (
        LKIP.objects.filter(instansi=instansi),
        Realisasi.objects.filter(indikator__renstra__instansi=instansi),
        RencanaAksi.objects.filter(indikator__renstra__instansi=instansi),
        PerjanjianKinerja.objects.filter(instansi=instansi),
        RencanaKinerja.objects.filter(instansi=instansi),
        SubKegiatan.objects.filter(kegiatan__program__instansi=instansi),
        Kegiatan.objects.filter(program__instansi=instansi),
        Program.objects.filter(instansi=instansi),
        PenetapanIKU.objects.filter(renstra__instansi=instansi),
        Indikator.objects.filter(renstra__instansi=instansi),
        Sasaran.objects.filter(renstra__instansi=instansi),
        Tujuan.objects.filter(renstra__instansi=instansi),
        Renstra.objects.filter(instansi=instansi),
        Potensi.objects.filter(instansi=instansi),
        Pejabat.objects.filter(instansi=instansi),
    ):
        terhapus.delete()
    _remove_seksi(instansi)
    instansi.delete()


def milik(instansi: Instansi) -> Q:
    """What belongs to an LKIP or a perjanjian of this office."""
    return Q(lkip__instansi=instansi) | Q(perjanjian__instansi=instansi)


def _remove_seksi(instansi: Instansi) -> None:
    """Delete the units from the leaves up: a unit protects the one above it."""
    seksi = Seksi.objects.filter(instansi=instansi)
    while seksi.exists():
        seksi.filter(anak=None).delete()

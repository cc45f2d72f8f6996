"""Signing as a job: what the camat stated with their password on the page is carried out here.

Its `masukan`: the `dokumen` and its `versi` as the camat saw them, and `situs`, the address of the
site, to which the one of the verification is added.
"""

import logging
from urllib.parse import urljoin

from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.urls import reverse

from lkip.alur import Jenis, SudahBerubah
from lkip.dokumen.pencetak import GagalMencetak
from lkip.meja import Meja, buka_meja
from lkip.models import Pekerjaan, Pengesahan
from lkip.pekerjaan.giliran import Giliran, TakDapat
from lkip.pengesahan import kekurangan, sahkan

logger = logging.getLogger(__name__)
BERUBAH = (
    "Belum disahkan: dokumen berubah sejak Anda menyatakan mengesahkannya. Periksa sekali lagi."
)
BUKAN_HAK = "Belum disahkan: Anda tidak lagi berwenang mengesahkan dokumen ini."
GAGAL = "Dokumen belum dapat dicetak, sehingga belum disahkan. Coba lagi; bila tetap gagal, hubungi pengelola aplikasi."


def sahkan_dokumen(giliran: Giliran) -> None:
    """Sign the document and end the job in one transaction, so that neither happens twice."""
    # pyHanko takes half a second to import
    from lkip.segel import SegelTidakAda

    meja = _buka(giliran.pekerjaan)
    situs = giliran.pekerjaan.masukan["situs"]
    giliran.lapor(2)

    def disahkan(terbit: Pengesahan) -> None:
        giliran.selesai(pesan=f"{meja.nama} disahkan dengan kode verifikasi {terbit.kode}.")

    try:
        sahkan(
            meja,
            lambda kode: urljoin(situs, reverse("verifikasi_kode", args=(kode,))),
            tercetak=lambda: giliran.lapor(3),
            disahkan=disahkan,
        )
    except SudahBerubah as berubah:
        raise TakDapat(str(berubah)) from berubah
    except SegelTidakAda as salah:
        raise TakDapat(f"Belum disahkan. {salah}") from salah
    except GagalMencetak as gagal:
        logger.exception("%s could not be printed for signing", meja.nama)
        raise TakDapat(GAGAL) from gagal


def _buka(satu: Pekerjaan) -> Meja:
    """The document as its signer saw it; TakDapat if it, or what they may do, is another now."""
    try:
        meja = buka_meja(satu.oleh, satu.instansi.kode, satu.tahun, satu.masukan["dokumen"])
        meja.tolak_peran(Jenis.SAHKAN)
    except (Http404, PermissionDenied) as tak_boleh:
        raise TakDapat(BUKAN_HAK) from tak_boleh
    if meja.dokumen.versi != satu.masukan["versi"]:
        raise TakDapat(BERUBAH)
    if kurang := meja.alasan_menolak(Jenis.SAHKAN) or kekurangan(meja):
        raise TakDapat(f"Belum disahkan. {kurang}")
    return meja

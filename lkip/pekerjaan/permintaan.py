"""Ask for a job: once for the same data, however many ask."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from instansi.models import Instansi, Pengguna
from lkip.models import Pekerjaan
from lkip.pekerjaan.giliran import LEPAS
from lkip.pekerjaan.tugas import antrekan

Status = Pekerjaan.Status
# By then its guard has taken it over, unless that died as well.
MACET = timedelta(minutes=5)


def minta(
    instansi: Instansi,
    tahun: int,
    jenis: str,
    sidik: str,
    *,
    oleh: Pengguna,
    masukan: Mapping[str, Any] | None = None,
) -> Pekerjaan:
    """The job for exactly this data: a new one, the one that is there, or that one again."""
    with transaction.atomic():
        satu, baru = Pekerjaan.objects.get_or_create(
            instansi=instansi,
            tahun=tahun,
            jenis=jenis,
            sidik=sidik,
            defaults={"oleh": oleh, "pada": timezone.now(), "masukan": masukan or {}},
        )
        if baru:
            antrekan(satu)
    if not baru:
        ulangi(satu, oleh=oleh)
    return satu


def ulangi(satu: Pekerjaan, *, oleh: Pengguna) -> bool:
    """Queue a job again that failed, got stuck, or whose file is gone; of several who ask, one does."""
    sekarang = timezone.now()
    lama = sekarang - MACET
    perlu = Q(status=Status.GAGAL) | Q(status=Status.ANTRE, pada__lt=lama)
    perlu |= Q(status=Status.JALAN, sewa_sampai__lt=lama)
    if not satu.ada_hasil:
        perlu |= Q(status=Status.SELESAI)
    with transaction.atomic():
        kembali = Pekerjaan.objects.filter(perlu, pk=satu.pk).update(
            status=Status.ANTRE,
            **LEPAS,
            oleh=oleh,
            pada=sekarang,
            langkah=0,
            percobaan=0,
            selesai_pada=None,
            dilihat_pada=None,
            pesan="",
            berkas="",
            halaman=None,
            ukuran=None,
        )
        if kembali:
            antrekan(satu)
    return bool(kembali)

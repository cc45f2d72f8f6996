"""A worker's turn at a job: taken by one, kept while it is alive, and taken over when it is not."""

import secrets
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.db.models import F, Q
from django.utils import timezone

from lkip.models import Pekerjaan

Status = Pekerjaan.Status
# Longer than a worker ever keeps silent; an import on a slow machine takes half of it.
SEWA = timedelta(seconds=60)
PERCOBAAN = 3
MENYERAH = "Pekerjaan ini terhenti berulang kali sebelum selesai."


class TakDapat(Exception):
    """The job cannot be done; `pesan` says why in Indonesian."""

    def __init__(self, pesan: str):
        super().__init__(pesan)
        self.pesan = pesan


class Direbut(Exception):
    """The turn is over: the job was taken over, or put back into the queue."""


@dataclass(frozen=True)
class Giliran:
    """The turn of one worker. What it writes counts only as long as it holds the job."""

    pekerjaan: Pekerjaan
    pemegang: str

    def lapor(self, langkah: int) -> None:
        """Say which step is being done, and that the worker is alive. Raises Direbut."""
        self._tulis(langkah=langkah, sewa_sampai=timezone.now() + SEWA)

    def selesai(self, **hasil: Any) -> None:
        """End the job with what came of it. Raises Direbut."""
        self._akhiri(Status.SELESAI, **hasil)

    def gagal(self, pesan: str) -> None:
        """End the job with the reason for which there is no result. Raises Direbut."""
        self._akhiri(Status.GAGAL, pesan=pesan)

    def _akhiri(self, status: str, **hasil: Any) -> None:
        self._tulis(status=status, **LEPAS, selesai_pada=timezone.now(), **hasil)

    def _tulis(self, **isian: Any) -> None:
        milik = Pekerjaan.objects.filter(
            pk=self.pekerjaan.pk, status=Status.JALAN, pemegang=self.pemegang
        )
        if not milik.update(**isian):
            raise Direbut(str(self.pekerjaan))


LEPAS: dict[str, Any] = {"pemegang": "", "sewa_sampai": None}


def ambil_giliran(pk: int) -> Giliran | None:
    """Take a job that waits, or whose worker is dead; None if there is nothing to take.

    Of several workers one gets it. A job that has cost so many workers is given up.
    """
    sekarang = timezone.now()
    bebas = Pekerjaan.objects.filter(
        Q(status=Status.ANTRE) | Q(status=Status.JALAN, sewa_sampai__lt=sekarang), pk=pk
    )
    if bebas.filter(percobaan__gte=PERCOBAAN).update(
        status=Status.GAGAL, **LEPAS, selesai_pada=sekarang, pesan=MENYERAH
    ):
        return None
    pemegang = secrets.token_hex(16)
    terambil = bebas.update(
        status=Status.JALAN,
        pemegang=pemegang,
        sewa_sampai=sekarang + SEWA,
        percobaan=F("percobaan") + 1,
        langkah=1,
    )
    if not terambil:
        return None
    return Giliran(Pekerjaan.objects.select_related("instansi__pemda", "oleh").get(pk=pk), pemegang)

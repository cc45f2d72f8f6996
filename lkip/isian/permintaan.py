"""Wishes for something new under a name of the browser's choice, each granted once."""

import re
from dataclasses import dataclass
from datetime import timedelta
from hashlib import blake2s

from django.db import models
from django.utils import timezone

from lkip.models import KirimanBaris

DIINGAT = timedelta(days=30)  # a browser offers unsaved rows for a week


@dataclass(frozen=True)
class Permintaan:
    """The wish for a new row: whose, in which grid or for which report, and its name (KirimanBaris)."""

    pengguna: models.Model
    tempat: str
    kunci: str

    def catat(self) -> KirimanBaris:
        """What became of it so far; waits for the same wish that is being granted now."""
        milik = KirimanBaris.objects.filter(pengguna=self.pengguna)
        milik.filter(pada__lt=timezone.now() - DIINGAT).delete()
        catatan, _ = milik.get_or_create(
            pengguna=self.pengguna, tempat=self.tempat, kunci=self.kunci
        )
        return catatan


def nama_permintaan(halaman: str, kunci: str) -> str:
    """The name of one wish of a page that has one name for all of them."""
    return blake2s(f"{halaman} {kunci}".encode(), digest_size=16).hexdigest()


def nama_sah(nama: str) -> bool:
    """Whether a page of ours has made up this name."""
    return re.fullmatch(r"[0-9a-f]{32}", nama) is not None

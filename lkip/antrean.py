"""What waits for somebody's decision: the documents of an office that are now theirs to take on."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.utils import timezone

from instansi.alur import Status
from instansi.models import Instansi, Pengguna
from lkip.alur import Dokumen, Jenis, langkah_terbuka
from lkip.models import LKIP
from lkip.pemberitahuan import sebutan_dokumen
from lkip.pemegang import baca_orang
from perjanjian.models import PerjanjianKinerja

PUTUSAN = frozenset({Jenis.VERIFIKASI, Jenis.SAHKAN})


@dataclass(frozen=True, kw_only=True)
class Menunggu:
    """A document that waits. `umur` such as "sejak 3 hari"."""

    sebutan: str
    slug: str
    tahun: int
    pengaju: str
    umur: str


def baca_antrean(
    pengguna: Pengguna, peran: frozenset[str], instansi: Instansi, hari_ini: date
) -> tuple[Menunggu, ...]:
    """The documents of all years that this user may verify or sign, the oldest first. 3 queries."""
    ada_verifikator = "verifikator" in baca_orang(instansi)
    giliran = [
        satu
        for satu in _diajukan(instansi)
        if PUTUSAN & {*langkah_terbuka(satu, pengguna, peran, ada_verifikator=ada_verifikator)}
    ]
    return tuple(
        Menunggu(
            sebutan=sebutan_dokumen(satu),
            slug=f"pk-{satu.jenis}" if isinstance(satu, PerjanjianKinerja) else "lkip",
            tahun=satu.tahun,
            pengaju=str(satu.diajukan_oleh),
            umur=_umur(timezone.localdate(_sejak(satu)), hari_ini),
        )
        for satu in sorted(giliran, key=_sejak)
    )


def _diajukan(instansi: Instansi) -> Iterator[Dokumen]:
    for model in (LKIP, PerjanjianKinerja):
        yield from model.objects.filter(
            instansi=instansi, status__in=(Status.DIAJUKAN, Status.DIVERIFIKASI)
        ).select_related("diajukan_oleh", "instansi")


def _sejak(dokumen: Dokumen):
    return getattr(dokumen, f"{dokumen.status}_pada")


def _umur(sejak: date, hari_ini: date) -> str:
    hari = (hari_ini - sejak).days
    return f"sejak {hari} hari" if hari > 0 else "sejak hari ini"

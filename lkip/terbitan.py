"""What an office issued: the newest Pengesahan of a year, who may read it, and which file counts."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.db.models.fields.files import FieldFile
from django.db.models.fields.json import KT
from django.http import Http404
from django.utils import timezone

from instansi.models import Instansi
from lkip.akses import instansi_terbaca
from lkip.models import Pengesahan


@dataclass(frozen=True)
class Ringkasan:
    """The frozen figures of a report in percent, and the day on which it was first issued."""

    disahkan: date
    capaian: Decimal | None
    serapan: Decimal | None


@dataclass(frozen=True)
class BerkasTerbit:
    """The file that counts: signed elsewhere if there is one, otherwise the sealed one."""

    berkas: FieldFile
    sha256: str


def terbitan(instansi: Instansi, tahun: int) -> Pengesahan | None:
    """The newest issued version of the year. One query."""
    semua = Pengesahan.objects.filter(lkip__instansi=instansi, lkip__tahun=tahun)
    return semua.select_related("lkip__instansi__pemda").order_by("-perbaikan_ke").first()


def terbitan_terbaca(user, kode: str, tahun: int) -> Pengesahan:
    """The newest issued version for who may see the office, evaluators included; else Http404."""
    satu = terbitan(instansi_terbaca(user, kode), tahun)
    if satu is None:
        raise Http404(f"{kode} has issued nothing for {tahun}")
    return satu


def berkas_terbit(pengesahan: Pengesahan) -> BerkasTerbit:
    """The file to hand out. One query."""
    lain = pengesahan.berkas_bertanda_tangan.first()
    if lain is None:
        return BerkasTerbit(pengesahan.pdf, pengesahan.sha256_pdf)
    return BerkasTerbit(lain.berkas, lain.sha256)


def ringkasan_terbit(instansi: Collection[int]) -> dict[tuple[int, int], Ringkasan]:
    """The frozen figures by (instansi, year): those of the newest version, the day of the first.

    One query.
    """
    baris = (
        Pengesahan.objects.filter(lkip__instansi__in=instansi)
        .order_by("perbaikan_ke")
        .values_list(
            "lkip__instansi_id",
            "lkip__tahun",
            "pada",
            KT("data__rata_rata__capaian"),
            KT("data__anggaran__serapan"),
        )
    )
    hasil: dict[tuple[int, int], Ringkasan] = {}
    for pk, tahun, pada, capaian, serapan in baris:
        lama = hasil.get((pk, tahun))
        hasil[pk, tahun] = Ringkasan(
            disahkan=lama.disahkan if lama else timezone.localdate(pada),
            capaian=_angka(capaian),
            serapan=_angka(serapan),
        )
    return hasil


def _angka(teks: str | None) -> Decimal | None:
    return None if teks is None else Decimal(teks)

"""Take over targets from one document into another; what is there already stays as it is."""

from collections.abc import Iterable

from django.db import models, transaction

from lkip.isian.target import ISI_TARGET
from perjanjian.models import PerjanjianKinerja, RencanaKinerja, TargetPK, TargetRKT
from renstra.models import Renstra, TargetRenstra

AsalTarget = TargetRenstra | TargetRKT | TargetPK


def target_renstra(renstra: Renstra, tahun: int) -> models.QuerySet[TargetRenstra]:
    """Targets of one year of the plan."""
    return TargetRenstra.objects.filter(indikator__renstra=renstra, tahun=tahun)


def target_rkt(renstra: Renstra, tahun: int) -> models.QuerySet[TargetRKT]:
    """Targets of the RKT of the year, for indikator of this plan."""
    return TargetRKT.objects.filter(
        rencana__instansi=renstra.instansi_id, rencana__tahun=tahun, indikator__renstra=renstra
    )


@transaction.atomic
def salin_target(
    sumber: models.QuerySet[AsalTarget], naskah: RencanaKinerja | PerjanjianKinerja
) -> int:
    """Copy targets that the RKT or PK lacks; return how many."""
    ada = set(naskah.target.values_list("indikator", flat=True))
    hilang = [satu for satu in sumber.select_related("indikator") if satu.indikator_id not in ada]
    for satu in hilang:
        naskah.target.create(indikator=satu.indikator, **_isi(satu, naskah))
    return len(hilang)


def _isi(satu: AsalTarget, naskah: RencanaKinerja | PerjanjianKinerja) -> dict[str, object]:
    isi = {nama: getattr(satu, nama) for nama in ISI_TARGET}
    if isinstance(naskah, RencanaKinerja):
        return isi
    return isi | {"urutan": getattr(satu, "urutan", satu.indikator.urutan)}


def isi_awal(perjanjian: PerjanjianKinerja) -> int:
    """Fill a new PK: a perubahan from the murni, a murni from the RKT or, without one, the plan."""
    if perjanjian.jenis == "perubahan":
        murni = TargetPK.objects.filter(
            perjanjian__instansi=perjanjian.instansi_id,
            perjanjian__tahun=perjanjian.tahun,
            perjanjian__jenis="murni",
        )
        return salin_target(murni, perjanjian)
    rkt = target_rkt(perjanjian.renstra, perjanjian.tahun)
    return salin_target(
        rkt if rkt.exists() else target_renstra(perjanjian.renstra, perjanjian.tahun), perjanjian
    )


SUMBER = {"renstra": ("Renstra", target_renstra), "rkt": ("RKT", target_rkt)}


def sumber_tersedia(nama: Iterable[str], renstra: Renstra, tahun: int) -> list[tuple[str, str]]:
    """Those documents that have targets to take over: (name, label)."""
    return [(satu, SUMBER[satu][0]) for satu in nama if SUMBER[satu][1](renstra, tahun).exists()]

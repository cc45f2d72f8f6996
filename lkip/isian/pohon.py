"""The tree of a Renstra: tujuan, their sasaran, the indikator of both, and the order of them all."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.db import models, transaction
from django.db.models import Max

from instansi.alur import TERBUKA
from perjanjian.models import TargetPK
from renstra.models import Indikator, Renstra, Sasaran, Tujuan

Simpul = Tujuan | Sasaran | Indikator
MODEL = {satu._meta.model_name: satu for satu in (Tujuan, Sasaran, Indikator)}
AWALAN = {Tujuan: "T", Sasaran: "S", Indikator: "I"}


@dataclass(frozen=True, kw_only=True)
class Cabang:
    """A tujuan or sasaran with its indikator; a tujuan also with its sasaran."""

    objek: Tujuan | Sasaran
    indikator: tuple[Indikator, ...]
    sasaran: tuple["Cabang", ...] = ()


def baca_pohon(renstra: Renstra) -> tuple[Cabang, ...]:
    """The tujuan of the plan with all that hangs from them. 3 queries."""
    indikator: dict[tuple[str, int | None], list[Indikator]] = defaultdict(list)
    for satu in renstra.indikator.order_by("urutan", "kode"):
        indikator["tujuan", satu.tujuan_id].append(satu)
        indikator["sasaran", satu.sasaran_id].append(satu)
    sasaran: dict[int, list[Cabang]] = defaultdict(list)
    for satu in renstra.sasaran.order_by("urutan", "pk"):
        milik = tuple(indikator["sasaran", satu.pk])
        sasaran[satu.tujuan_id].append(Cabang(objek=satu, indikator=milik))
    return tuple(
        Cabang(
            objek=satu,
            indikator=tuple(indikator["tujuan", satu.pk]),
            sasaran=tuple(sasaran[satu.pk]),
        )
        for satu in renstra.tujuan.order_by("urutan", "pk")
    )


def kode_berikut(model: type[Simpul], renstra: Renstra) -> str:
    """A code that is still free: T3 after T1 and T2."""
    terpakai = set(model.objects.filter(renstra=renstra).values_list("kode", flat=True))
    nomor = len(terpakai) + 1
    while f"{AWALAN[model]}{nomor}" in terpakai:
        nomor += 1
    return f"{AWALAN[model]}{nomor}"


def urutan_berikut(saudara: models.QuerySet) -> int:
    """The place after the last of these."""
    return (saudara.aggregate(Max("urutan"))["urutan__max"] or 0) + 1


@transaction.atomic
def geser(objek: Simpul, langkah: int) -> None:
    """Move a node `langkah` places among those of the same parent; beyond the ends nothing moves."""
    renstra = Renstra.objects.select_for_update().get(pk=objek.renstra_id)
    saudara = list(_saudara(objek))
    tempat = saudara.index(objek)
    if 0 <= tempat + langkah < len(saudara):
        saudara.insert(tempat + langkah, saudara.pop(tempat))
        # Indikator share one sequence over all parents: the places of these are handed out anew.
        _beri_urutan(zip(saudara, sorted(satu.urutan for satu in saudara), strict=True))
        rapikan(renstra)


def _saudara(objek: Simpul) -> models.QuerySet:
    """All nodes of the same parent with places of their own, in their order."""
    rapikan(objek.renstra)
    induk = {
        Tujuan: ("renstra",),
        Sasaran: ("tujuan",),
        Indikator: ("tujuan", "sasaran"),
    }[type(objek)]
    return (
        type(objek)
        .objects.filter(renstra=objek.renstra_id)
        .filter(**{nama: getattr(objek, f"{nama}_id") for nama in induk if _ada(objek, nama)})
        .order_by("urutan", "pk")
    )


def _ada(objek: Simpul, nama: str) -> bool:
    return getattr(objek, f"{nama}_id") is not None


@transaction.atomic
def rapikan(renstra: Renstra) -> None:
    """Number all nodes as the tree shows them, and likewise the targets of PK that are drafts.

    The document lists indikator by one sequence over the whole plan.
    """
    pohon = baca_pohon(renstra)
    _beri_urutan((satu.objek, nomor) for nomor, satu in enumerate(pohon, 1))
    for tujuan in pohon:
        _beri_urutan((satu.objek, nomor) for nomor, satu in enumerate(tujuan.sasaran, 1))
    tempat = {satu: nomor for nomor, satu in enumerate(_semua_indikator(pohon), 1)}
    _beri_urutan(tempat.items())
    draf = TargetPK.objects.filter(perjanjian__renstra=renstra, perjanjian__status__in=TERBUKA)
    _beri_urutan((satu, tempat[satu.indikator]) for satu in draf.select_related("indikator"))


def _semua_indikator(pohon: Iterable[Cabang]) -> Iterator[Indikator]:
    for tujuan in pohon:
        yield from tujuan.indikator
        for sasaran in tujuan.sasaran:
            yield from sasaran.indikator


def _beri_urutan(tempat: Iterable[tuple[models.Model, int]]) -> None:
    """Save those whose place changes."""
    for objek, nomor in tempat:
        if objek.urutan != nomor:
            objek.urutan = nomor
            objek.versi += 1
            objek.save()

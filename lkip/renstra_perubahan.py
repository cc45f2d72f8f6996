"""A new version of the Renstra: the tree goes on, and the years from then on rest on it."""

from collections.abc import Iterator
from datetime import date

from django.db import models, transaction

from anggaran.models import ProgramSasaran
from instansi.alur import TERBUKA
from lkip.models import LKIP, ButirAnalisis, Pembanding
from lkip.salin import salin
from perjanjian.models import (
    PerjanjianKinerja,
    Realisasi,
    RencanaAksi,
    RencanaKinerja,
    TargetPK,
    TargetRKT,
)
from renstra.models import Renstra

# What of a year rests on which node of the plan: model, relation to the node, its year.
BERSANDAR: tuple[tuple[type[models.Model], str, str], ...] = (
    (RencanaKinerja, "renstra", "tahun"),
    (PerjanjianKinerja, "renstra", "tahun"),
    (TargetRKT, "indikator", "rencana__tahun"),
    (TargetPK, "indikator", "perjanjian__tahun"),
    (RencanaAksi, "indikator", "tahun"),
    (Realisasi, "indikator", "tahun"),
    (Pembanding, "indikator", "lkip__tahun"),
    (ButirAnalisis, "tujuan", "lkip__tahun"),
    (ButirAnalisis, "sasaran", "lkip__tahun"),
    (ProgramSasaran, "sasaran", "program__tahun"),
)


def alasan_menolak(renstra: Renstra, tahun: int) -> str:
    """Why no version can begin in this year; empty when one can."""
    versi = Renstra.objects.filter(instansi=renstra.instansi_id, tahun_awal=renstra.tahun_awal)
    if versi.filter(perubahan_ke__gt=renstra.perubahan_ke).exists():
        return "Renstra ini sudah diubah mulai tahun berikutnya. Buat perubahan pada tahun itu."
    sejak = [renstra.perjanjian, LKIP.objects.filter(instansi=renstra.instansi_id)]
    if any(satu.filter(tahun__gte=tahun).exclude(status__in=TERBUKA).exists() for satu in sejak):
        return (
            f"Perjanjian Kinerja atau LKIP sejak tahun {tahun} sudah disahkan atau diajukan. "
            "Buat perubahan pada tahun sesudahnya."
        )
    return ""


@transaction.atomic
def buat_perubahan(renstra: Renstra, tahun: int, dasar_hukum: str, ditetapkan: date) -> Renstra:
    """Copy the plan into its next version and let the facts of the years from `tahun` rest on it."""
    baru = salin(
        renstra,
        perubahan_ke=renstra.perubahan_ke + 1,
        berlaku_mulai=tahun,
        dasar_hukum=dasar_hukum,
        ditetapkan=ditetapkan,
    )
    pengganti = {("renstra", renstra.pk): baru.pk} | dict(_salin_pohon(renstra, baru))
    for model, simpul, bidang_tahun in BERSANDAR:
        _pindahkan(model, simpul, bidang_tahun, tahun, pengganti)
    return baru


def _salin_pohon(lama: Renstra, baru: Renstra) -> Iterator[tuple[tuple[str, int], int]]:
    """Copy every node; (kind, old key) and new key of those that facts may rest on."""
    rpjmd = {satu.pk: salin(satu, renstra=baru).pk for satu in lama.sasaran_rpjmd.all()}
    tujuan = {
        satu.pk: salin(satu, renstra=baru, sasaran_rpjmd_id=rpjmd.get(satu.sasaran_rpjmd_id)).pk
        for satu in lama.tujuan.all()
    }
    sasaran = {
        satu.pk: salin(satu, renstra=baru, tujuan_id=tujuan[satu.tujuan_id]).pk
        for satu in lama.sasaran.all()
    }
    for satu in lama.penetapan_iku.all():
        salin(satu, renstra=baru)
    indikator = {}
    for satu in lama.indikator.all():
        induk = {
            "tujuan_id": tujuan.get(satu.tujuan_id),
            "sasaran_id": sasaran.get(satu.sasaran_id),
        }
        salinan = salin(satu, renstra=baru, **induk)
        salinan.penanggung_jawab.set(satu.penanggung_jawab.all())
        for target in satu.target_renstra.all():
            salin(target, indikator=salinan)
        indikator[satu.pk] = salinan.pk
    for jenis, pasangan in (("tujuan", tujuan), ("sasaran", sasaran), ("indikator", indikator)):
        yield from (((jenis, satu), kini) for satu, kini in pasangan.items())


def _pindahkan(model, simpul, bidang_tahun, tahun, pengganti) -> None:
    asal = [pk for jenis, pk in pengganti if jenis == simpul]
    syarat = {f"{simpul}__in": asal, f"{bidang_tahun}__gte": tahun}
    for rekam in model.objects.filter(**syarat).order_by("pk"):
        setattr(rekam, f"{simpul}_id", pengganti[simpul, getattr(rekam, f"{simpul}_id")])
        rekam.versi += 1
        rekam.save()

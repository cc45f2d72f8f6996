"""Evidence of one year: what it stands for, and who may change it."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from django.db.models import Q, QuerySet

from anggaran.models import SubKegiatan
from lkip.isian.pengukuran import indikator_tahun
from lkip.isian.ruang import PENGISI_KANTOR, Ruang
from perjanjian.models import Bukti, Realisasi


@dataclass(frozen=True, kw_only=True)
class TempatBukti:
    """A realisasi or a sub kegiatan with its evidence; `milik` says that this user answers for it."""

    objek: Realisasi | SubKegiatan
    label: str
    milik: bool

    @property
    def bukti(self) -> list[Bukti]:
        return list(self.objek.bukti.all())


@dataclass(frozen=True, kw_only=True)
class BuktiIndikator:
    """An indikator and its realisasi of the year."""

    kode: str
    nama: str
    tempat: tuple[TempatBukti, ...]


def realisasi_tahun(ruang: Ruang) -> QuerySet[Realisasi]:
    """Realisasi of the year of this office."""
    return Realisasi.objects.filter(
        indikator__renstra__instansi=ruang.instansi, tahun=ruang.tahun
    ).prefetch_related("indikator__penanggung_jawab")


def sub_kegiatan_tahun(ruang: Ruang) -> QuerySet[SubKegiatan]:
    """Sub kegiatan of the year of this office."""
    return SubKegiatan.objects.filter(
        kegiatan__program__instansi=ruang.instansi, kegiatan__program__tahun=ruang.tahun
    )


def bukti_tahun(ruang: Ruang) -> QuerySet[Bukti]:
    """Evidence of the year of this office."""
    return Bukti.objects.filter(
        Q(realisasi__in=realisasi_tahun(ruang)) | Q(sub_kegiatan__in=sub_kegiatan_tahun(ruang))
    )


def tempat_realisasi(ruang: Ruang, realisasi: Realisasi) -> TempatBukti:
    """A realisasi; the units that answer for its indikator may change its evidence."""
    seksi = {satu.pk for satu in realisasi.indikator.penanggung_jawab.all()}
    label = f"{realisasi.indikator.nama}, {realisasi.get_triwulan_display().lower()}"
    return TempatBukti(objek=realisasi, label=label, milik=_milik(ruang, seksi))


def tempat_sub_kegiatan(ruang: Ruang, sub: SubKegiatan) -> TempatBukti:
    """A sub kegiatan; its unit may change its evidence."""
    label = f"{sub.kode} {sub.nama}"
    return TempatBukti(objek=sub, label=label, milik=_milik(ruang, {sub.seksi_id}))


def tempat_dari(ruang: Ruang, bukti: Bukti) -> TempatBukti:
    """What this evidence stands for."""
    if bukti.realisasi_id:
        return tempat_realisasi(ruang, bukti.realisasi)
    return tempat_sub_kegiatan(ruang, bukti.sub_kegiatan)


def bukti_per_indikator(ruang: Ruang) -> Iterator[BuktiIndikator]:
    """Every indikator of the year with its realisasi and their evidence."""
    rekam: dict[str, list[Realisasi]] = defaultdict(list)
    semua = realisasi_tahun(ruang).select_related("indikator").prefetch_related("bukti")
    for satu in semua.order_by("triwulan"):
        rekam[satu.indikator.kode].append(satu)
    for indikator in indikator_tahun(ruang):
        yield BuktiIndikator(
            kode=indikator.kode,
            nama=indikator.nama,
            tempat=tuple(tempat_realisasi(ruang, satu) for satu in rekam[indikator.kode]),
        )


def bukti_per_sub_kegiatan(ruang: Ruang) -> Iterator[TempatBukti]:
    """Every sub kegiatan of the year with its evidence."""
    for satu in sub_kegiatan_tahun(ruang).prefetch_related("bukti").order_by("kode"):
        yield tempat_sub_kegiatan(ruang, satu)


def _milik(ruang: Ruang, seksi: set[int | None]) -> bool:
    return bool(ruang.peran & PENGISI_KANTOR or ruang.seksi & seksi)

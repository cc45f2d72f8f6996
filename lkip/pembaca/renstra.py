"""Read the plan: RPJMD cascade, tujuan, sasaran and the rows of its indikator."""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter
from typing import Any

from renstra.models import Indikator, Renstra, TargetRenstra, Tujuan

Baris = Mapping[str, Any]


@dataclass(frozen=True, kw_only=True)
class BarisRenstra:
    """A Renstra with its sasaran RPJMD, its tujuan (each with `sasaran`) and its indikator."""

    kepala: Baris
    sasaran_rpjmd: tuple[str, ...]
    tujuan: tuple[Baris, ...]
    indikator: tuple[Baris, ...]


def baca_renstra(renstra: int) -> BarisRenstra:
    """One Renstra by its key. 3 queries."""
    kepala = list(
        Renstra.objects.filter(pk=renstra)
        .order_by("sasaran_rpjmd__urutan")
        .values(
            "tahun_awal",
            "tahun_akhir",
            "perubahan_ke",
            "dasar_hukum",
            "visi",
            "misi",
            "tujuan_rpjmd",
            "sasaran_rpjmd__uraian",
        )
    )
    return BarisRenstra(
        kepala=kepala[0],
        sasaran_rpjmd=tuple(
            satu["sasaran_rpjmd__uraian"] for satu in kepala if satu["sasaran_rpjmd__uraian"]
        ),
        tujuan=tuple(_baca_tujuan(renstra)),
        indikator=tuple(_baca_indikator(renstra)),
    )


def baca_target_renstra(instansi, kepala: Baris) -> dict[tuple[str, int], Baris]:
    """Targets of the plan by code of indikator and year, as its version `kepala` has them. 1 query.

    An earlier version speaks where this one says nothing; a later one is not known yet.
    """
    baris = (
        TargetRenstra.objects.filter(
            indikator__renstra__instansi=instansi,
            indikator__renstra__tahun_awal=kepala["tahun_awal"],
            indikator__renstra__perubahan_ke__lte=kepala["perubahan_ke"],
        )
        .order_by("indikator__renstra__perubahan_ke")
        .values("indikator__kode", "tahun", "nilai", "huruf", "tidak_ditargetkan")
    )
    return {(satu["indikator__kode"], satu["tahun"]): satu for satu in baris}


def _baca_tujuan(renstra: int):
    baris = (
        Tujuan.objects.filter(renstra=renstra)
        .order_by("urutan", "id", "sasaran__urutan", "sasaran__id")
        .values(
            "id",
            "kode",
            "uraian",
            "sasaran_rpjmd__uraian",
            "sasaran__id",
            "sasaran__kode",
            "sasaran__uraian",
            "sasaran__strategi",
            "sasaran__kebijakan",
        )
    )
    for _, anggota in groupby(baris, itemgetter("id")):
        rincian = list(anggota)
        sasaran = [
            {
                nama: satu[f"sasaran__{nama}"]
                for nama in ("id", "kode", "uraian", "strategi", "kebijakan")
            }
            for satu in rincian
            if satu["sasaran__id"] is not None
        ]
        yield {
            "id": rincian[0]["id"],
            "kode": rincian[0]["kode"],
            "uraian": rincian[0]["uraian"],
            "sasaran_rpjmd": rincian[0]["sasaran_rpjmd__uraian"] or "",
            "sasaran": sasaran,
        }


def _baca_indikator(renstra: int):
    """Indikator in the order of the plan, each with the names of who answers for it."""
    baris = (
        Indikator.objects.filter(renstra=renstra)
        .order_by("urutan", "kode", "penanggung_jawab__urutan", "penanggung_jawab__id")
        .values(
            "id",
            "kode",
            "nama",
            "satuan",
            "polaritas",
            "akumulasi",
            "formula_negatif",
            "iku",
            "rasio",
            "faktor",
            "skala_huruf",
            "batas_maksimum",
            "rumus",
            "penjelasan",
            "sumber_data",
            "tujuan",
            "sasaran",
            "penanggung_jawab__nama",
        )
    )
    for _, anggota in groupby(baris, itemgetter("id")):
        rincian = list(anggota)
        pic = [satu["penanggung_jawab__nama"] for satu in rincian]
        yield rincian[0] | {"penanggung_jawab": tuple(nama for nama in pic if nama)}

"""Read the PK of all years of a plan period, the RKT and the decree on IKU."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from itertools import groupby
from typing import Any

from django.db.models import Q

from lkip.isi.anggaran import Tahap
from lkip.isi.organisasi import Pejabat
from lkip.pembaca.organisasi import DaftarPejabat
from perjanjian.models import PerjanjianKinerja, RencanaKinerja
from renstra.models import PenetapanIKU

Baris = Mapping[str, Any]


@dataclass(frozen=True, kw_only=True)
class BarisPK:
    """One PK with its targets by code of indikator, in the order of its lampiran."""

    tahun: int
    jenis: Tahap
    tahap: Tahap
    renstra: int
    nomor: str
    tanggal: date | None
    alasan: str
    disahkan: bool
    pihak_pertama: Pejabat | None
    pihak_kedua: Pejabat | None
    target: Mapping[str, Baris]


@dataclass(frozen=True, kw_only=True)
class BarisRKT:
    """The RKT of the year with its targets by code of indikator."""

    nomor: str = ""
    tanggal: date | None = None
    target: Mapping[str, Baris] = field(default_factory=dict)


KOLOM_TARGET = ("nilai", "huruf", "tidak_ditargetkan")


def baca_perjanjian(
    instansi, tahun: int, pejabat: DaftarPejabat, *, draf: bool = False
) -> list[BarisPK]:
    """All PK up to this year, murni before perubahan, oldest first. 1 query.

    A perubahan without a date is still being drafted and not in force, so it is left out; `draf`
    takes up that of the year, as if it were.
    """
    belum_berlaku = Q(jenis=Tahap.PERUBAHAN, tanggal__isnull=True)
    if draf:
        belum_berlaku &= Q(tahun__lt=tahun)
    baris = (
        PerjanjianKinerja.objects.filter(instansi=instansi, tahun__lte=tahun)
        .exclude(belum_berlaku)
        .order_by("tahun", "jenis", "target__urutan", "target__indikator__urutan")
        .values(
            "id",
            "tahun",
            "jenis",
            "tahap_anggaran",
            "renstra",
            "nomor",
            "tanggal",
            "alasan",
            "status",
            "pihak_pertama_nama",
            "pihak_pertama_jabatan",
            "pihak_pertama_nip",
            "pihak_pertama_pangkat",
            "pihak_kedua_nama",
            "pihak_kedua_jabatan",
            "target__indikator__kode",
            *[f"target__{nama}" for nama in KOLOM_TARGET],
        )
    )
    kelompok = groupby(baris, key=lambda satu: satu["id"])
    return [_baris_pk(list(anggota), pejabat) for _, anggota in kelompok]


def baca_rkt(instansi, tahun: int) -> BarisRKT:
    """The RKT of the year. 1 query."""
    baris = list(
        RencanaKinerja.objects.filter(instansi=instansi, tahun=tahun)
        .order_by()
        .values(
            "nomor",
            "tanggal",
            "target__indikator__kode",
            *[f"target__{nama}" for nama in KOLOM_TARGET],
        )
    )
    if not baris:
        return BarisRKT()
    return BarisRKT(
        nomor=baris[0]["nomor"], tanggal=baris[0]["tanggal"], target=_target_per_kode(baris)
    )


def baca_penetapan_iku(renstra: int, tahun: int) -> PenetapanIKU | None:
    """The latest decree on IKU up to this year. 1 query."""
    return PenetapanIKU.objects.filter(renstra=renstra, tahun__lte=tahun).order_by("-tahun").first()


def _target_per_kode(baris: list[Baris]) -> dict[str, Baris]:
    return {
        satu["target__indikator__kode"]: {nama: satu[f"target__{nama}"] for nama in KOLOM_TARGET}
        for satu in baris
        if satu["target__indikator__kode"] is not None
    }


def _baris_pk(baris: list[Baris], pejabat: DaftarPejabat) -> BarisPK:
    kepala = baris[0]
    tanggal = kepala["tanggal"] or date(kepala["tahun"], 12, 31)
    return BarisPK(
        tahun=kepala["tahun"],
        jenis=Tahap(kepala["jenis"]),
        tahap=Tahap(kepala["tahap_anggaran"]),
        renstra=kepala["renstra"],
        nomor=kepala["nomor"],
        tanggal=kepala["tanggal"],
        alasan=kepala["alasan"],
        disahkan=kepala["status"] == PerjanjianKinerja.Status.DISAHKAN,
        pihak_pertama=_beku(kepala, "pihak_pertama") or pejabat.pimpinan(tanggal),
        pihak_kedua=_beku(kepala, "pihak_kedua") or pejabat.atasan(tanggal),
        target=_target_per_kode(baris),
    )


def _beku(baris: Baris, pihak: str) -> Pejabat | None:
    """The party as it was copied at signing; None while the PK is a draft."""
    nama = baris[f"{pihak}_nama"]
    if not nama:
        return None
    return Pejabat(
        nama=nama,
        nama_tanpa_gelar=nama,
        jabatan=baris[f"{pihak}_jabatan"],
        nip=baris.get(f"{pihak}_nip", ""),
        pangkat=baris.get(f"{pihak}_pangkat", ""),
    )

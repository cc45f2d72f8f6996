"""Read realisasi with their evidence, and the rencana aksi of the report year."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter
from typing import Any

from lkip.isi.kinerja import Bukti
from perjanjian.models import Realisasi, RencanaAksi

Baris = Mapping[str, Any]


@dataclass(frozen=True)
class DataRealisasi:
    """Rows by code of indikator and year, then by triwulan (0 is the whole year)."""

    realisasi: Mapping[tuple[str, int], Mapping[int, Baris]]
    rencana_aksi: Mapping[tuple[str, int], Mapping[int, Baris]]


def baca_realisasi(instansi, tahun_awal: int, tahun: int) -> DataRealisasi:
    """All realisasi of the plan period up to this year; later Renstra versions win. 2 queries."""
    periode = {
        "indikator__renstra__instansi": instansi,
        "indikator__renstra__tahun_awal": tahun_awal,
    }
    baris = (
        Realisasi.objects.filter(**periode, tahun__lte=tahun)
        .order_by("indikator__renstra__perubahan_ke", "id", "bukti__id")
        .values(
            "id",
            "indikator__kode",
            "tahun",
            "triwulan",
            "nilai",
            "pembilang",
            "penyebut",
            "huruf",
            "tidak_ada_kejadian",
            "pendukung",
            "penghambat",
            "tindak_lanjut",
            "bukti__nama",
            "bukti__halaman",
            "bukti__tautan",
        )
    )
    realisasi: dict[tuple[str, int], dict[int, Baris]] = defaultdict(dict)
    for _, anggota in groupby(baris, itemgetter("id")):
        rincian = list(anggota)
        satu = rincian[0] | {"bukti": tuple(_bukti(rincian))}
        realisasi[satu["indikator__kode"], satu["tahun"]][satu["triwulan"]] = satu
    return DataRealisasi(realisasi=realisasi, rencana_aksi=_baca_rencana_aksi(periode, tahun))


def _baca_rencana_aksi(periode: dict, tahun: int) -> dict[tuple[str, int], dict[int, Baris]]:
    baris = (
        RencanaAksi.objects.filter(**periode, tahun=tahun)
        .order_by("indikator__renstra__perubahan_ke", "triwulan")
        .values(
            "indikator__kode", "tahun", "triwulan", "nilai", "huruf", "tidak_ditargetkan", "aksi"
        )
    )
    hasil: dict[tuple[str, int], dict[int, Baris]] = defaultdict(dict)
    for satu in baris:
        hasil[satu["indikator__kode"], satu["tahun"]][satu["triwulan"]] = satu
    return hasil


def _bukti(rincian: list[Baris]):
    for satu in rincian:
        if satu["bukti__nama"] is not None:
            yield Bukti(
                nama=satu["bukti__nama"],
                halaman=satu["bukti__halaman"],
                tautan=satu["bukti__tautan"],
            )

"""Read the budget tree of one instansi and year."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from itertools import groupby
from typing import Any

from django.db.models import Q

from anggaran.models import Keluaran as KeluaranModel
from anggaran.models import Pagu, Program, ProgramSasaran, RealisasiAnggaran
from lkip.isi.anggaran import Anggaran, BarisAnggaran, JenisBelanja, Keluaran, Tahap, Tingkat, Uang

NOL = Decimal(0)
# Where each level stands in a left join from Program down.
AWALAN = {
    Tingkat.PROGRAM: "",
    Tingkat.KEGIATAN: "kegiatan__",
    Tingkat.SUB_KEGIATAN: "kegiatan__sub_kegiatan__",
}
BAWAHAN = {Tingkat.PROGRAM: Tingkat.KEGIATAN, Tingkat.KEGIATAN: Tingkat.SUB_KEGIATAN}
KOLOM_SIMPUL = ("id", "kode", "nama", "catatan")
SEKSI = "kegiatan__sub_kegiatan__seksi__nama"
Baris = Mapping[str, Any]


def baca_anggaran(instansi, tahun: int, tahap: Tahap) -> Anggaran:
    """All programs of the year with what is below them, their money and outputs. 4 queries."""
    kolom = [f"{awalan}{nama}" for awalan in AWALAN.values() for nama in KOLOM_SIMPUL]
    baris = (
        Program.objects.filter(instansi=instansi, tahun=tahun)
        .order_by(*[f"{awalan}kode" for awalan in AWALAN.values()])
        .values(*kolom, SEKSI)
    )
    isi = _Isi(keluaran=_baca_keluaran(instansi, tahun), uang=_baca_uang(instansi, tahun, tahap))
    return Anggaran(tahap=tahap, program=tuple(_susun(list(baris), Tingkat.PROGRAM, "", isi)))


def baca_program_sasaran(instansi, tahun: int) -> list[tuple[str, str, Decimal]]:
    """Code of program, code of sasaran, and porsi in percent. 1 query."""
    return list(
        ProgramSasaran.objects.filter(program__instansi=instansi, program__tahun=tahun)
        .order_by("program__kode", "sasaran__kode")
        .values_list("program__kode", "sasaran__kode", "porsi")
    )


@dataclass(frozen=True)
class UangSub:
    """The money of one sub kegiatan: by kind, and cumulative per triwulan."""

    belanja: tuple[tuple[JenisBelanja, Uang], ...]
    triwulan: tuple[Decimal | None, ...]


@dataclass(frozen=True)
class _Isi:
    keluaran: Mapping[tuple[Tingkat, int], list[Keluaran]]
    uang: Mapping[int, UangSub]


def _susun(
    baris: Iterable[Baris], tingkat: Tingkat, nomor_induk: str, isi: _Isi
) -> Iterator[BarisAnggaran]:
    """Turn joined rows into the nodes of one level; a parent without children has empty ones."""
    awalan = AWALAN[tingkat]
    ada = [satu for satu in baris if satu[f"{awalan}id"] is not None]
    kelompok = groupby(ada, key=lambda satu: satu[f"{awalan}id"])
    for urutan, (kunci, anggota) in enumerate(kelompok, start=1):
        rincian = list(anggota)
        nomor = f"{nomor_induk}{urutan}"
        uang = isi.uang.get(kunci) if tingkat is Tingkat.SUB_KEGIATAN else None
        bawahan = BAWAHAN.get(tingkat)
        yield BarisAnggaran(
            tingkat=tingkat,
            kode=rincian[0][f"{awalan}kode"],
            nomor=nomor,
            nama=rincian[0][f"{awalan}nama"],
            catatan=rincian[0][f"{awalan}catatan"],
            seksi=(rincian[0][SEKSI] or "") if bawahan is None else "",
            keluaran=tuple(isi.keluaran.get((tingkat, kunci), ())),
            anak=tuple(_susun(rincian, bawahan, f"{nomor}.", isi)) if bawahan else (),
            belanja=uang.belanja if uang else (),
            triwulan_sub=uang.triwulan if uang else (None,) * 4,
        )


def _baca_keluaran(instansi, tahun: int) -> dict[tuple[Tingkat, int], list[Keluaran]]:
    baris = KeluaranModel.objects.filter(
        Q(program__instansi=instansi, program__tahun=tahun)
        | Q(kegiatan__program__instansi=instansi, kegiatan__program__tahun=tahun)
        | Q(
            sub_kegiatan__kegiatan__program__instansi=instansi,
            sub_kegiatan__kegiatan__program__tahun=tahun,
        )
    ).order_by("urutan", "id")
    hasil = defaultdict(list)
    for satu in baris:
        tingkat = next(tingkat for tingkat in Tingkat if getattr(satu, f"{tingkat}_id"))
        hasil[tingkat, getattr(satu, f"{tingkat}_id")].append(
            Keluaran(
                indikator=satu.indikator,
                satuan=satu.satuan,
                target=satu.target,
                realisasi=satu.realisasi,
            )
        )
    return hasil


def _baca_uang(instansi, tahun: int, tahap: Tahap) -> dict[int, UangSub]:
    tahun_ini = Q(
        sub_kegiatan__kegiatan__program__instansi=instansi,
        sub_kegiatan__kegiatan__program__tahun=tahun,
    )
    pagu = {
        (sub, versi, jenis): jumlah
        for sub, versi, jenis, jumlah in Pagu.objects.filter(tahun_ini)
        .order_by()
        .values_list("sub_kegiatan", "tahap", "jenis", "jumlah")
    }
    realisasi = {
        (sub, triwulan, jenis): jumlah
        for sub, triwulan, jenis, jumlah in RealisasiAnggaran.objects.filter(tahun_ini).values_list(
            "sub_kegiatan", "triwulan", "jenis", "jumlah"
        )
    }
    semua = {sub for sub, _, _ in pagu} | {sub for sub, _, _ in realisasi}
    return {sub: _uang_sub(sub, pagu.get, realisasi.get, tahap) for sub in semua}


def _uang_sub(sub: int, pagu: Callable, realisasi: Callable, tahap: Tahap) -> UangSub:
    """Without a row of the perubahan the murni stands; the last triwulan reported is the year."""
    belanja = []
    for jenis in JenisBelanja:
        murni = pagu((sub, Tahap.MURNI, jenis), NOL)
        perubahan = pagu((sub, Tahap.PERUBAHAN, jenis), murni)
        uang = Uang(
            pagu=murni if tahap is Tahap.MURNI else perubahan,
            realisasi=_sampai(4, sub, jenis, realisasi),
            pagu_murni=murni,
            pagu_perubahan=perubahan,
        )
        if uang != Uang():
            belanja.append((jenis, uang))
    return UangSub(
        belanja=tuple(belanja),
        triwulan=tuple(_jumlah_triwulan(triwulan, sub, realisasi) for triwulan in (1, 2, 3, 4)),
    )


def _jumlah_triwulan(triwulan: int, sub: int, realisasi: Callable) -> Decimal | None:
    """Cumulative realisasi of all kinds; None when no kind was reported for this triwulan."""
    if all(realisasi((sub, triwulan, jenis)) is None for jenis in JenisBelanja):
        return None
    return sum((_sampai(triwulan, sub, jenis, realisasi) for jenis in JenisBelanja), NOL)


def _sampai(triwulan: int, sub: int, jenis: JenisBelanja, realisasi: Callable) -> Decimal:
    """The last cumulative realisasi of one kind that was reported up to this triwulan."""
    lapor = (realisasi((sub, satu, jenis)) for satu in range(triwulan, 0, -1))
    return next((jumlah for jumlah in lapor if jumlah is not None), NOL)

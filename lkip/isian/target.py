"""Cells for targets: a number, a letter of the indikator's scale, or the words "tidak ditargetkan"."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from decimal import Decimal

from django.db import models

from lkip.angka import format_lengkap
from lkip.huruf import SKALA_HURUF, SkalaHuruf
from lkip.isian.jenis import Angka, IsianSalah
from lkip.isian.kisi import Kolom
from renstra.models import Indikator

TIDAK_DITARGETKAN = "tidak ditargetkan"
ISI_TARGET = ("nilai", "huruf", "tidak_ditargetkan")
PETUNJUK_TARGET = (
    "Target berupa angka; untuk indikator berskala huruf boleh BB atau BB (75). Tulis “tidak "
    "ditargetkan” bila pada waktu itu memang tidak ada target; sel kosong berarti belum diisi."
)
_HURUF = re.compile(r"([A-Za-z]+)\s*(?:\((.*)\))?")


@dataclass(frozen=True, kw_only=True)
class NilaiTarget:
    """A target as it is stored; all empty means that there is none yet."""

    nilai: Decimal | None = None
    huruf: str = ""
    tidak_ditargetkan: bool = False


@dataclass(frozen=True, kw_only=True)
class Target:
    """The kind of cell of one indikator: its satuan may follow a number, its letters are known."""

    satuan: str = ""
    skala: SkalaHuruf | None = None
    masukan: str = "text"

    def baca(self, teks: str) -> NilaiTarget:
        bersih = " ".join(teks.split())
        if bersih.casefold() == TIDAK_DITARGETKAN:
            return NilaiTarget(tidak_ditargetkan=True)
        cocok = _HURUF.fullmatch(bersih) if self.skala else None
        if cocok:
            return self._baca_huruf(cocok[1].upper(), cocok[2] or "")
        return NilaiTarget(nilai=Angka(self.satuan).baca(bersih))

    def _baca_huruf(self, huruf: str, angka: str) -> NilaiTarget:
        """A letter of the scale; a number in brackets must have this letter."""
        try:
            self.skala.urutan(huruf)
        except ValueError as salah:
            raise IsianSalah(str(salah)) from salah
        nilai = Angka(self.satuan).baca(angka)
        if nilai is not None and self.skala.bernilai and self.skala.huruf_dari(nilai) != huruf:
            raise IsianSalah(
                f"Nilai {format_lengkap(nilai)} pada skala {self.skala.nama} bukan {huruf}."
            )
        return NilaiTarget(nilai=nilai, huruf=huruf)

    def cetak(self, nilai: NilaiTarget) -> str:
        if nilai.tidak_ditargetkan:
            return TIDAK_DITARGETKAN
        angka = "" if nilai.nilai is None else format_lengkap(nilai.nilai)
        return f"{nilai.huruf} ({angka})" if nilai.huruf and angka else nilai.huruf or angka


@dataclass(frozen=True, kw_only=True, eq=False)
class KolomTarget(Kolom):
    """A column that keeps the three fields of a target in one cell."""

    jenis: Target = field(default_factory=Target)
    bidang: str = "nilai"

    @property
    def angka(self) -> bool:
        return True

    def ambil(self, rekam: models.Model) -> NilaiTarget:
        return NilaiTarget(**{nama: getattr(rekam, nama) for nama in ISI_TARGET})

    def pasang(self, rekam: models.Model, nilai: NilaiTarget) -> None:
        for nama in ISI_TARGET:
            setattr(rekam, nama, getattr(nilai, nama))


def jenis_target(indikator: Indikator, kolom: Iterable[Kolom]) -> dict[str, Target]:
    """The kinds of the target cells in the row of this indikator."""
    jenis = Target(satuan=indikator.satuan, skala=SKALA_HURUF.get(indikator.skala_huruf))
    return {satu.nama: jenis for satu in kolom if isinstance(satu, KolomTarget)}

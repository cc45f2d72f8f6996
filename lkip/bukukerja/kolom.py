"""What a sheet and a column are."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TypeVar

from django.db.models import Model

from lkip.bukukerja.jenis import Jenis, Nilai, SelSalah, samakan
from lkip.bukukerja.sel import Sel


@dataclass(frozen=True)
class Kolom:
    """A column: its head, its kind, the field it fills, whether a row needs it, and what an
    empty cell means. One that is `tambahan` is written only where it says something."""

    nama: str
    jenis: Jenis
    bidang: str = ""
    wajib: bool = False
    kosong: Nilai = None
    tambahan: bool = False

    def baca(self, sel: Sel, satuan: str = "") -> Nilai:
        """Read a cell. Raises SelSalah or AngkaSalah."""
        nilai = self.jenis.baca(sel, satuan)
        terisi = bool(nilai) or nilai == 0
        if self.wajib and not terisi:
            raise SelSalah("Harus diisi.")
        return nilai if terisi or self.kosong is None else self.kosong


@dataclass(frozen=True)
class Lembar:
    """A sheet. `kunci` names the columns that tell its rows apart.

    `tahunan` is the kind of the columns that are headed by a year. With `berulang` a key may
    come again; the second row of a key is its second row. With `nilai_saja` a row with nothing
    but its key says nothing. One that is `tambahan` is written only where it has rows.
    """

    nama: str
    kolom: tuple[Kolom, ...]
    kunci: tuple[str, ...]
    tahunan: Jenis | None = None
    berulang: bool = False
    nilai_saja: bool = False
    tambahan: bool = False

    def cari(self, nama: str) -> Kolom | None:
        """The column of this name; a year is a column where the sheet has years."""
        for satu in self.kolom:
            if satu.nama == nama:
                return satu
        return Kolom(nama, self.tahunan) if self.tahunan and nama.isdecimal() else None

    def kenali(self, judul: str) -> Kolom | None:
        """The column that a person means by this head, whatever its spaces, case and signs."""
        dicari = samakan(judul)
        for satu in self.kolom:
            if samakan(satu.nama) == dicari:
                return satu
        tahun = re.fullmatch(r"(?:tahun)?([0-9]{4})", dicari)
        return self.cari(tahun[1]) if tahun else None

    def cetak(self, kolom: str, nilai: Nilai) -> str:
        """A value of this column as a person reads it."""
        return self.cari(kolom).jenis.cetak(nilai)


M = TypeVar("M", bound=Model)
# A row of a sheet by names of columns, and all rows of a sheet by their key.
NilaiBaris = dict[str, Nilai]
Kunci = tuple[Nilai, ...]
Isi = Mapping[str, Mapping[Kunci, NilaiBaris]]


def menurut_bidang(lembar: Lembar, objek: Iterable[Model]) -> Iterator[NilaiBaris]:
    """A row of each object, with the columns that are its fields."""
    return (baris for _, baris in pasangkan_bidang(lembar, objek))


def pasangkan_bidang(lembar: Lembar, objek: Iterable[M]) -> Iterator[tuple[M, NilaiBaris]]:
    """Each object with its row, for sheets with columns that are no fields."""
    kolom = [satu for satu in lembar.kolom if satu.bidang]
    for satu in objek:
        yield satu, {kolom.nama: getattr(satu, kolom.bidang) for kolom in kolom}

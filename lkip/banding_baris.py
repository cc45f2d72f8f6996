"""The documents of a year side by side: cells, rows, and what they come to. Pure."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from lkip.banding_naskah import BedaNaskah


class Rantai(StrEnum):
    """The documents, each made from the one before it."""

    RENSTRA = "renstra"
    IKU = "iku"
    RKT = "rkt"
    PK = "pk"
    PK_PERUBAHAN = "pk_perubahan"
    LKIP = "lkip"

    @property
    def label(self) -> str:
        return {"renstra": "Renstra", "pk_perubahan": "PK Perubahan"}.get(self, self.upper())


@dataclass(frozen=True, kw_only=True)
class Sel:
    """What one document says. `ada` is whether that is a value, and not a reason why there is none.

    `banding` is what is compared, None where nothing is; `beda_dari` the document that differs.
    """

    dokumen: Rantai
    teks: str
    ada: bool = False
    ada_dokumen: bool = True
    banding: tuple[object, ...] | None = None
    beda_dari: Rantai | None = None


@dataclass(frozen=True, kw_only=True)
class BarisBanding:
    """An indikator or a program in every document, and where signed documents say it otherwise."""

    kode: str
    nama: str
    sel: tuple[Sel, ...]
    naskah: tuple[BedaNaskah, ...] = ()

    @property
    def jumlah_beda(self) -> int:
        """How many cells differ from the document before them."""
        return sum(satu.beda_dari is not None for satu in self.sel)

    @property
    def berbeda(self) -> bool:
        return bool(self.jumlah_beda or self.naskah)


@dataclass(frozen=True, kw_only=True)
class SimpulBanding:
    """A tujuan or sasaran with its indikator."""

    label: str
    uraian: str
    baris: tuple[BarisBanding, ...]
    naskah: tuple[BedaNaskah, ...] = ()

    @property
    def berbeda(self) -> bool:
        return bool(self.naskah) or any(satu.berbeda for satu in self.baris)


@dataclass(frozen=True, kw_only=True)
class Perbandingan:
    """The whole chain of one year. `lepas` is what signed documents hold and nothing matches now."""

    simpul: tuple[SimpulBanding, ...]
    program: tuple[BarisBanding, ...]
    lepas: tuple[BedaNaskah, ...] = ()

    @property
    def jumlah_target(self) -> int:
        return sum(baris.jumlah_beda for simpul in self.simpul for baris in simpul.baris)

    @property
    def jumlah_pagu(self) -> int:
        return sum(satu.jumlah_beda for satu in self.program)

    @property
    def naskah(self) -> tuple[BedaNaskah, ...]:
        """Every difference of a signed text, in the order of the tables."""
        dari_simpul = (
            beda
            for simpul in self.simpul
            for isi in (simpul.naskah, *(baris.naskah for baris in simpul.baris))
            for beda in isi
        )
        dari_program = (beda for satu in self.program for beda in satu.naskah)
        return (*dari_simpul, *dari_program, *self.lepas)

    @property
    def jumlah(self) -> int:
        return self.jumlah_target + self.jumlah_pagu + len(self.naskah)

    def hanya_berbeda(self) -> "Perbandingan":
        """The same without the rows that all documents agree on."""
        return replace(
            self,
            simpul=tuple(
                replace(satu, baris=tuple(baris for baris in satu.baris if baris.berbeda))
                for satu in self.simpul
                if satu.berbeda
            ),
            program=tuple(satu for satu in self.program if satu.berbeda),
        )


def rantaikan(semua: Iterable[Sel]) -> Iterator[Sel]:
    """Say of each cell whether it differs from the one before it that is compared."""
    sebelum: Sel | None = None
    for satu in semua:
        if satu.banding is None:
            yield satu
            continue
        if sebelum is not None and sebelum.banding != satu.banding:
            yield replace(satu, beda_dari=sebelum.dokumen)
        else:
            yield satu
        sebelum = satu

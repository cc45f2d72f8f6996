"""Tables of money: which column holds what, and which row belongs to which."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal

from lkip.periksa_dokumen.naskah import BarisTabel, Naskah, Tabel, inti
from lkip.periksa_dokumen.nilai import Nilai

AWALAN = re.compile(
    r"(?:(?:sub ?)?kegiatan|program)\b[ :]*(?:[A-Z]?\.?\d+(?:\.\d+)*\b)?[ :.]*|\d+(?:\.\d+)*[. ]+",
    re.IGNORECASE,
)
NOMENKLATUR = re.compile(r"\d\.\d{2}\.\d{2}")
UANG_TERKECIL = 100_000


@dataclass(frozen=True)
class Kolom:
    """Columns of a table of money, by their number; None for one that it does not have."""

    pagu: int | None
    realisasi: int | None
    serapan: int | None


@dataclass
class Simpul:
    """A row with the rows that it sums up."""

    baris: BarisTabel
    tingkat: int
    anak: list["Simpul"] = field(default_factory=list)

    def daun(self) -> Iterator["Simpul"]:
        if not self.anak:
            yield self
        for satu in self.anak:
            yield from satu.daun()


def kolom_uang(tabel: Tabel) -> Kolom:
    return Kolom(
        tabel.kolom(r"anggaran|pagu|alokasi", r"serapan|%|persen|realisasi|program"),
        tabel.kolom(r"realisasi", r"%|capaian|serapan|persen|sisa"),
        tabel.kolom(r"%|persen|serapan", r"target|capaian|sisa"),
    )


def tabel_uang(naskah: Naskah) -> Iterator[tuple[Tabel, Kolom]]:
    """Tables with a column of amounts of money."""
    for tabel in naskah.tabel:
        kolom = kolom_uang(tabel)
        if kolom.pagu is not None and any(
            (uang := nilai_sel(baris, kolom.pagu)) and uang.angka >= UANG_TERKECIL
            for baris in tabel.baris
        ):
            yield tabel, kolom


def nilai_sel(baris: BarisTabel, kolom: int | None) -> Nilai | None:
    return None if kolom is None else baris.nilai[kolom]


def angka_sel(baris: BarisTabel, kolom: int | None) -> Decimal | None:
    nilai = nilai_sel(baris, kolom)
    return nilai.angka if nilai else None


def susun_pohon(tabel: Tabel, kolom: int) -> list[Simpul]:
    """Rows below the rows that their numbering puts them under; rows without number below the last."""
    if _nomenklatur_terputus(tabel, kolom):
        return []
    akar: list[Simpul] = []
    jalur: list[Simpul] = []
    berjenjang = any("." in baris.kode for baris in tabel.baris)
    for baris in tabel.baris:
        if baris.total or nilai_sel(baris, kolom) is None:
            continue
        bernomor = [satu for satu in jalur if satu.baris.kode]
        bawah = bernomor[-1].tingkat + 1 if bernomor and berjenjang else 1
        simpul = Simpul(baris, baris.kode.count(".") + 1 if baris.kode else bawah)
        jalur = [satu for satu in jalur if satu.tingkat < simpul.tingkat]
        (jalur[-1].anak if jalur else akar).append(simpul)
        jalur.append(simpul)
    return akar


def _nomenklatur_terputus(tabel: Tabel, kolom: int) -> bool:
    """Rows with long codes such as 7.01.03 beside rows whose code could not be read."""
    baris = [satu for satu in tabel.baris if nilai_sel(satu, kolom) and not satu.total]
    return any(NOMENKLATUR.match(satu.kode) for satu in baris) and not all(b.kode for b in baris)


def nama_objek(nama: str) -> str:
    """The name of a program, kegiatan or sub kegiatan without what numbers it, to find it elsewhere."""
    awalan = AWALAN.match(nama)
    return inti(nama[awalan.end() :] if awalan else nama)

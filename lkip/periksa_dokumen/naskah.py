"""A document as rules see it: headings, paragraphs and tables, each with its page and line."""

import re
from collections import Counter
from dataclasses import dataclass
from functools import cached_property

from lkip.pemeriksaan.bahan import Teks
from lkip.periksa_dokumen.nilai import Nilai, baca_sel

ROMAWI = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII")
BAB = re.compile(r"BAB ([IVX]+)\b", re.IGNORECASE)
PENUTUP = re.compile(r"BAB [IVX]+\b.*|PENUTUP|(?:KESIMPULAN|SARAN).*", re.IGNORECASE)
BARIS_SUMBER = 4  # lines that the notes below a table may take
TAK_BERAKHIR = 10_000_000
# "Jumlah", "Total anggaran", "Jumlah untuk Sasaran 1", but not "Jumlah dokumen perencanaan".
TOTAL = re.compile(
    r"(?:sub ?)?(?:jumlah|total)(?: (?:untuk|anggaran|belanja|keseluruhan|seluruh(?:nya)?|program|"
    r"sasaran|tujuan|akhir|[IVX]+|\d+)\b.*)?[ :.]*",
    re.IGNORECASE,
)
HURUF = re.compile(r"[^a-z0-9]+")


@dataclass(frozen=True)
class Tempat:
    """Where something stands: page, line in the whole document, and heading or table."""

    halaman: int
    nomor: int
    bagian: str


@dataclass(frozen=True)
class Alinea:
    """A paragraph, list item or line outside tables."""

    tempat: Tempat
    teks: str
    judul: bool = False


@dataclass(frozen=True)
class BarisTabel:
    """A row by its cells. `induk` is the name of the heading row above it, if the table has such rows."""

    tempat: Tempat
    sel: tuple[str, ...]
    kode: str
    nama: str
    induk: str = ""

    @cached_property
    def nilai(self) -> tuple[Nilai | None, ...]:
        return tuple(baca_sel(satu) for satu in self.sel)

    @property
    def total(self) -> bool:
        return bool(TOTAL.fullmatch(self.nama))


@dataclass(frozen=True)
class Tabel:
    """A table: number and title of its caption, names of its columns, rows, and the line before it."""

    tempat: Tempat
    nomor: str
    judul: str
    kepala: tuple[str, ...]
    baris: tuple[BarisTabel, ...]
    sebelum: str = ""
    sumber: str = ""
    terputus: bool = False  # the rest of a table whose first rows could not be joined to it

    @property
    def nama(self) -> str:
        return f"Tabel {self.nomor}" if self.nomor else self.tempat.bagian

    def kolom(self, pola: str, bukan: str = r"(?!)") -> int | None:
        """The first column whose head fits, and does not fit `bukan`."""
        for urutan, judul in enumerate(self.kepala):
            if re.search(pola, judul, re.IGNORECASE) and not re.search(bukan, judul, re.IGNORECASE):
                return urutan
        return None

    @cached_property
    def tahun(self) -> dict[int, int]:
        """Columns by the year that stands in their head."""
        semua = {}
        for urutan, judul in enumerate(self.kepala):
            if cocok := re.search(r"(?:19|20)\d\d$", judul.strip()):
                semua.setdefault(int(cocok[0]), urutan)
        return semua


@dataclass(frozen=True, eq=False)
class Naskah:
    """The whole document. `teks` is what the rules over texts see, one Teks for each paragraph."""

    alinea: tuple[Alinea, ...]
    tabel: tuple[Tabel, ...]

    @cached_property
    def teks(self) -> tuple[Teks, ...]:
        return tuple(
            Teks(tempat=str(urutan), alamat=(), alinea=(satu.teks,))
            for urutan, satu in enumerate(self.semua_teks)
        )

    @cached_property
    def semua_teks(self) -> tuple[Alinea, ...]:
        """Paragraphs and the longer cells of tables."""
        sel = (
            Alinea(baris.tempat, isi)
            for tabel in self.tabel
            for baris in tabel.baris
            for isi in baris.sel
            if len(isi) > 25
        )
        return (*self.alinea, *sel)

    @cached_property
    def utuh(self) -> str:
        """All text, for rules that ask whether something is said anywhere."""
        return "\n".join(satu.teks for satu in self.semua_teks)

    @cached_property
    def tahun(self) -> int | None:
        """The year that the report is about: the one it names most often as its own."""
        pola = re.compile(
            r"(?:LKIP|LKjIP|LAKIP|Laporan Kinerja|Perjanjian Kinerja|Tahun Anggaran|Desember|"
            r"capaian kinerja)\b[^.\n]{0,60}?((?:19|20)\d\d)",
            re.IGNORECASE,
        )
        semua = Counter(int(satu[1]) for satu in pola.finditer(self.utuh))
        return semua.most_common(1)[0][0] if semua else None

    @cached_property
    def kantor(self) -> str:
        """The kecamatan that the report is about: the one it names most often."""
        pola = re.compile(r"\bKecamatan ([A-Z][a-z]+)\b|\bKECAMATAN ([A-Z]{3,})\b")
        semua = Counter((satu[1] or satu[2]).title() for satu in pola.finditer(self.utuh))
        for kata in ("Dan", "Yang", "Kabupaten", "Kecamatan", "Tahun", "Untuk", "Dalam", "Di"):
            semua.pop(kata, None)
        return semua.most_common(1)[0][0] if semua else ""

    def catatan_sumber(self, alinea: Alinea) -> bool:
        """Whether this is one of the notes on sources below a table."""
        nomor = alinea.tempat.nomor
        return any(0 <= nomor - awal < BARIS_SUMBER for awal in self._sumber)

    @cached_property
    def _sumber(self) -> tuple[int, ...]:
        return tuple(a.tempat.nomor for a in self.alinea if a.teks.startswith("Sumber"))

    @cached_property
    def _bab(self) -> tuple[tuple[int, int], ...]:
        """(line, number) of each chapter, in order."""
        return tuple(
            (satu.tempat.nomor, ROMAWI.index(cocok[1].upper()) + 1)
            for satu in self.alinea
            if satu.judul and (cocok := BAB.match(satu.teks)) and cocok[1].upper() in ROMAWI
        )

    def bab_pada(self, nomor: int) -> int:
        """The chapter of a line; 0 before the first one."""
        return max((bab for awal, bab in self._bab if awal <= nomor), default=0)

    @cached_property
    def awal_lampiran(self) -> int:
        """The line of the first heading behind the last chapter that is not a part of it."""
        akhir = self._bab[-1][0] if self._bab else TAK_BERAKHIR
        for satu in self.alinea:
            besar = satu.judul and (
                satu.teks == satu.teks.upper() or satu.teks.startswith("Lampiran")
            )
            if satu.tempat.nomor > akhir and besar and not PENUTUP.fullmatch(satu.teks):
                return satu.tempat.nomor
        return TAK_BERAKHIR


def inti(teks: str) -> str:
    """Letters and digits of a name, to compare it with others."""
    return HURUF.sub(" ", teks.casefold()).strip()

"""What the rules look at: the assembled report, and every text that somebody typed."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cached_property
from html import unescape
from typing import Protocol

from lkip.isi.laporan import Laporan
from lkip.pemeriksaan.angka_data import AngkaData
from lkip.tugas import KelompokTugas

_BLOK = re.compile(r"</(?:p|li|td|th|tr|h\d)>|<br\s*/?>", re.IGNORECASE)
_TANDA = re.compile(r"<[^>]*>")
_KALIMAT = re.compile(r"(?<=[.!?])\s+(?=[A-Z“\"(])")


@dataclass(frozen=True, kw_only=True)
class Teks:
    """A text as it was typed, without markup: one paragraph, list item or cell each.

    `tempat`, `alamat` and `jangkar` are those of a finding in it.
    """

    tempat: str
    alamat: tuple[str, ...]
    alinea: tuple[str, ...]
    jangkar: str = ""
    lalu: tuple[str, ...] = ()

    @cached_property
    def kalimat(self) -> tuple[str, ...]:
        """The sentences of all paragraphs."""
        return tuple(satu for alinea in self.alinea for satu in _KALIMAT.split(alinea) if satu)


class BerisiTeks(Protocol):
    """What the rules need that look at texts and at nothing else."""

    @property
    def teks(self) -> tuple[Teks, ...]: ...


@dataclass(frozen=True, kw_only=True)
class Bahan:
    """A report to be checked, with the checklist of its year and the names of desa of other offices."""

    laporan: Laporan
    hari_ini: date
    teks: tuple[Teks, ...] = ()
    desa_lain: frozenset[str] = frozenset()
    tugas: tuple[KelompokTugas, ...] = ()

    @cached_property
    def angka(self) -> AngkaData:
        """Every number that the report holds."""
        return AngkaData(self.laporan)

    @cached_property
    def pembagi(self) -> frozenset[Decimal]:
        """The wholes of which texts tell shares: all money, all people, all staff."""
        uang, orang = self.laporan.anggaran.uang, self.laporan.sdm
        semua = (
            uang.pagu,
            uang.pagu_murni,
            uang.realisasi,
            uang.sisa,
            orang.ada,
            orang.kebutuhan_asn,
        )
        return frozenset(
            Decimal(satu) for satu in (*semua, self.laporan.wilayah.penduduk or 0) if satu
        )

    @cached_property
    def tahun_pembanding(self) -> frozenset[int]:
        """The years that a text may name: those of the Renstra, and the year the report is written."""
        renstra = self.laporan.renstra.tahun
        return frozenset({*renstra, self.laporan.tahun, self.laporan.tahun + 1})


def baca_alinea(kode: str) -> tuple[str, ...]:
    """The paragraphs of stored HTML or of plain text, each with single spaces."""
    baris = unescape(_TANDA.sub("", _BLOK.sub("\n", kode))).splitlines()
    return tuple(rapi for satu in baris if (rapi := " ".join(satu.split())))


def susun_teks(
    laporan: Laporan, judul: Mapping[str, str], lalu: Mapping[str, str] | None = None
) -> tuple[Teks, ...]:
    """Every typed text of the report: narratives by section, analysis, and notes of the budget.

    `judul` are the names of the sections, `lalu` the narratives of the year before.
    """
    return (*_naskah(laporan, judul, lalu or {}), *_analisis(laporan), *_catatan(laporan))


def _naskah(laporan: Laporan, judul: Mapping[str, str], lalu: Mapping[str, str]) -> Iterator[Teks]:
    for bagian, isi in laporan.narasi.items():
        yield Teks(
            tempat=judul.get(bagian, bagian),
            alamat=("ubah_naskah", bagian),
            jangkar="id_isi",
            alinea=baca_alinea(isi),
            lalu=baca_alinea(lalu.get(bagian, "")),
        )


def _analisis(laporan: Laporan) -> Iterator[Teks]:
    for simpul in laporan.sasaran:
        butir = [
            satu.uraian
            for nama in ("pendorong", "penghambat", "kendala", "upaya", "rencana", "umum")
            for satu in getattr(simpul.analisis, nama)
        ]
        yield Teks(
            tempat=f"Analisis {simpul.label}",
            alamat=("analisis",),
            jangkar=f"simpul-{simpul.kode}",
            alinea=tuple(baris for satu in butir for baris in baca_alinea(satu)),
        )


def _catatan(laporan: Laporan) -> Iterator[Teks]:
    for baris in laporan.anggaran.sub_kegiatan:
        if baris.catatan:
            yield Teks(
                tempat=f"Catatan {baris.kode} {baris.nama}",
                alamat=("isi_kisi", "catatan-anggaran"),
                jangkar=f"baris-{baris.kode}",
                alinea=baca_alinea(baris.catatan),
            )

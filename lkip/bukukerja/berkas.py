"""Reads the cells of an uploaded workbook, whatever Excel or people have put into them."""

import warnings
from collections.abc import Iterator
from functools import cached_property
from zipfile import ZipFile

from lkip.bukukerja.arsip import SIMPAN_LAGI, buka_arsip, buka_bagian
from lkip.bukukerja.bagian import Bagian, baca_bagian
from lkip.bukukerja.galat import BukuSalah
from lkip.bukukerja.sel import Baris, PembacaSel

MAKS_BARIS = 100_000  # rows with content on one sheet


class Buku:
    """A workbook that passed the checks. Raises BukuSalah when it cannot be read after all."""

    def __init__(self, isi: bytes):
        self._arsip: ZipFile = buka_arsip(isi)
        self._isi = isi

    def __enter__(self) -> "Buku":
        self._peringatan = warnings.catch_warnings()
        self._peringatan.__enter__()
        warnings.simplefilter("ignore")  # openpyxl warns of parts that hold no data
        return self

    def __exit__(self, *galat) -> None:
        self._peringatan.__exit__(*galat)
        self._arsip.close()

    @cached_property
    def _bagian(self) -> Bagian:
        try:
            return baca_bagian(self._isi)
        except BukuSalah:
            raise
        except Exception as salah:  # a broken file fails in as many ways as it can be broken
            raise BukuSalah(f"Berkas tidak dapat dibaca. {SIMPAN_LAGI}") from salah

    @property
    def lembar(self) -> tuple[str, ...]:
        """Names of the sheets, in their order."""
        return tuple(self._bagian.lembar)

    def baris(
        self, nama: str, maks: int = MAKS_BARIS, kolom: frozenset[int] | None = None
    ) -> list[Baris]:
        """The rows of a sheet that hold anything, each with its number from 1.

        With `kolom` the other columns are empty. Raises BukuSalah as soon as there are more than
        `maks` rows.
        """
        hasil: list[Baris] = []
        for satu in self.iter_baris(nama, kolom):
            if len(hasil) > maks:
                raise BukuSalah(f"Lembar {nama} memuat lebih dari {maks} baris.")
            hasil.append(satu)
        return hasil

    def berisi(self, nama: str) -> bool:
        """Whether a sheet holds anything at all."""
        return next(self.iter_baris(nama), None) is not None

    def iter_baris(self, nama: str, kolom: frozenset[int] | None = None) -> Iterator[Baris]:
        """The rows of a sheet that hold anything. Raises BukuSalah for one that cannot be read."""
        jalur = self._bagian.lembar[nama]
        if jalur is None:  # a sheet that is only a chart
            return
        try:
            with buka_bagian(self._arsip, jalur) as aliran:
                yield from PembacaSel(self._bagian).baris(aliran, kolom)
        except BukuSalah:
            raise
        except Exception as salah:
            raise BukuSalah(f"Lembar {nama} tidak dapat dibaca. {SIMPAN_LAGI}") from salah

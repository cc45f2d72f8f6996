"""Every number that the report holds, computed or entered, to compare what a text names with."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from enum import Enum
from functools import cached_property
from typing import Any

from lkip.isi.laporan import Laporan

SATUAN_BESAR = {"": 0, "ribu": 3, "juta": 6, "miliar": 9, "milyar": 9, "triliun": 12}


class AngkaData:
    """The numbers of a report in order; a written number matches one that rounds to it."""

    def __init__(self, laporan: Laporan):
        self._urut = sorted({abs(satu) for satu in _telusuri(laporan, set())})

    def cocok(self, tertulis: Decimal, desimal: int, pangkat: int = 0) -> bool:
        """Whether some number, divided by 10^pangkat and rounded to `desimal`, is the written one.

        Cut off instead of rounded is accepted too, so that nobody quarrels about a last digit.
        """
        satuan = Decimal(1).scaleb(pangkat - desimal)
        bawah = (abs(tertulis) - Decimal(1).scaleb(-desimal)) * Decimal(1).scaleb(pangkat)
        mulai = bisect_left(self._urut, bawah)
        for satu in self._urut[mulai:]:
            geser = satu.scaleb(-pangkat)
            if geser > abs(tertulis) + Decimal(1).scaleb(-desimal):
                return False
            if satu == 0 and tertulis != 0:
                continue
            langkah = satuan.scaleb(-pangkat)
            bulat = geser.quantize(langkah, ROUND_HALF_UP)
            if tertulis in (bulat, geser // langkah * langkah):
                return True
        return False


def _telusuri(isi: Any, dikunjungi: set[int]) -> Iterator[Decimal]:
    """The numbers in a value and below it: fields and properties of dataclasses, items of containers."""
    if isinstance(isi, bool) or isi is None or isinstance(isi, (str, date, Enum)):
        return
    if isinstance(isi, (int, Decimal)):
        yield Decimal(isi)
    elif isinstance(isi, Mapping):
        for satu in isi.values():
            yield from _telusuri(satu, dikunjungi)
    elif is_dataclass(isi):
        if id(isi) not in dikunjungi:
            dikunjungi.add(id(isi))
            for satu in _bagian(isi):
                yield from _telusuri(satu, dikunjungi)
    elif isinstance(isi, Iterable):
        for satu in isi:
            yield from _telusuri(satu, dikunjungi)


def _bagian(isi: Any) -> Iterator[Any]:
    for satu in fields(isi):
        yield getattr(isi, satu.name)
    for nama, satu in vars(type(isi)).items():
        if isinstance(satu, (property, cached_property)):
            yield getattr(isi, nama)

"""Component 3 of the LKE (PermenPANRB 88/2021): answers, grades and points. Pure.

A criterion is answered by the share of what carries it; the criteria of a part give its grade, the
grades their points. What an application cannot see is left out, and shown as a range instead.
"""

from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from lkip.huruf import SKALA_HURUF

SERATUS = Decimal(100)
# (more than this percent, answer, its value): each comparison by the share of indikator that carry it.
JAWABAN = (
    (Decimal(90), "A", Decimal(1)),
    (Decimal(75), "B", Decimal("0.75")),
    (Decimal(40), "C", Decimal("0.5")),
    (Decimal(10), "D", Decimal("0.25")),
)
TIDAK = ("E", Decimal(0))
# (more than this percent of the criteria, grade, its value). A and AA want all criteria met for years.
MUTU = (
    (Decimal(75), "B", Decimal(70)),
    (Decimal(50), "CC", Decimal(60)),
    (Decimal(25), "C", Decimal(50)),
    (Decimal(0), "D", Decimal(30)),
)
LENGKAP = ("BB", Decimal(80))
KOSONG = ("E", Decimal(0))


@dataclass(frozen=True, kw_only=True)
class Kriteria:
    """One criterion. `dari` is None where the application cannot tell; `alamat` is where to better it."""

    nomor: str
    uraian: str
    satuan: str = ""
    terpenuhi: int = 0
    dari: int | None = None
    alamat: tuple[str, ...] = ()

    @property
    def terlihat(self) -> bool:
        return self.dari is not None

    @property
    def jawaban(self) -> tuple[str, Decimal]:
        """The answer and its value; none of nothing is E."""
        if not self.dari:
            return TIDAK
        persen = self.terpenuhi * SERATUS / self.dari
        # The worksheet counts 75 and 40 to the better answer, 90 and 10 to the worse.
        for batas, huruf, nilai in JAWABAN:
            if persen > batas or (persen == batas and huruf in "BC"):
                return huruf, nilai
        return TIDAK


@dataclass(frozen=True, kw_only=True)
class Bagian:
    """A part of the component with its weight."""

    nomor: str
    judul: str
    bobot: Decimal
    kriteria: tuple[Kriteria, ...]

    @cached_property
    def terlihat(self) -> tuple[Kriteria, ...]:
        return tuple(satu for satu in self.kriteria if satu.terlihat)

    @property
    def huruf(self) -> str:
        """The grade by the criteria that can be seen."""
        return mutu(self._jumlah, len(self.terlihat))[0]

    @property
    def poin(self) -> Decimal:
        return self._poin(self._jumlah, len(self.terlihat))

    @property
    def terendah(self) -> Decimal:
        """The points if nothing of what cannot be seen is there."""
        return self._poin(self._jumlah, len(self.kriteria))

    @property
    def tertinggi(self) -> Decimal:
        """The points if all of it is."""
        tersembunyi = len(self.kriteria) - len(self.terlihat)
        return self._poin(self._jumlah + tersembunyi, len(self.kriteria))

    @property
    def _jumlah(self) -> Decimal:
        return sum((satu.jawaban[1] for satu in self.terlihat), Decimal(0))

    def _poin(self, jumlah: Decimal, banyak: int) -> Decimal:
        return mutu(jumlah, banyak)[1] * self.bobot / SERATUS


@dataclass(frozen=True)
class Perkiraan:
    """The estimate of the component: what an evaluator may find, at least and at most."""

    bagian: tuple[Bagian, ...]

    @property
    def bobot(self) -> Decimal:
        return sum((satu.bobot for satu in self.bagian), Decimal(0))

    @property
    def poin(self) -> Decimal:
        return sum((satu.poin for satu in self.bagian), Decimal(0))

    @property
    def terendah(self) -> Decimal:
        return sum((satu.terendah for satu in self.bagian), Decimal(0))

    @property
    def tertinggi(self) -> Decimal:
        return sum((satu.tertinggi for satu in self.bagian), Decimal(0))

    @property
    def huruf(self) -> str:
        """The predicate that these points would be of all the points of the component."""
        return SKALA_HURUF["SAKIP"].huruf_dari(self.poin * SERATUS / self.bobot) or ""


def mutu(jumlah: Decimal, banyak: int) -> tuple[str, Decimal]:
    """Grade and value of a part whose criteria are worth `jumlah` of at most `banyak`."""
    if not banyak or not jumlah:
        return KOSONG
    if jumlah == banyak:
        return LENGKAP
    persen = jumlah * SERATUS / banyak
    return next((huruf, nilai) for batas, huruf, nilai in MUTU if persen > batas)

"""What a rule finds, and what it is."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from enum import StrEnum
from hashlib import sha256
from typing import Any


class Tingkat(StrEnum):
    """How much a finding weighs: a galat stops the submission, a peringatan wants a reason."""

    GALAT = "galat"
    PERINGATAN = "peringatan"
    INFO = "info"

    @property
    def label(self) -> str:
        return self.value.capitalize()


@dataclass(frozen=True, kw_only=True)
class Temuan:
    """One finding, in a sentence with its numbers.

    `tempat` says where in words ("Ikhtisar Eksekutif"); `alamat` is the name of the page where it is
    mended and its arguments after the year, `jangkar` the row or heading there.
    """

    pesan: str
    tempat: str
    alamat: tuple[str, ...]
    jangkar: str = ""
    kutipan: str = ""
    aturan: str = ""
    judul: str = ""
    tingkat: Tingkat = Tingkat.PERINGATAN

    @property
    def sidik(self) -> str:
        """The fingerprint: the same finding keeps it, another number makes another one."""
        bagian = (self.aturan, *self.alamat, self.jangkar, self.pesan, self.kutipan)
        return sha256("\x1f".join(bagian).encode()).hexdigest()


@dataclass(frozen=True, kw_only=True)
class Aturan:
    """A rule. `kode` is its id in docs/pemeriksaan.md, such as "NAR-08"; `penjelasan` is for its reader."""

    kode: str
    judul: str
    tingkat: Tingkat
    penjelasan: str
    periksa: Callable[[Any], Iterable[Temuan]] = field(repr=False)

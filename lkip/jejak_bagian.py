"""What the trace of a figure consists of."""

from dataclasses import dataclass

from lkip.jejak import Langkah

TIDAK_DIHITUNG = "tidak dihitung"


@dataclass(frozen=True, kw_only=True)
class Bagian:
    """One part of a figure; `kunci` is the key of its own trace, if it has one."""

    nama: str
    nilai: str
    catatan: str = ""
    kunci: str = ""


@dataclass(frozen=True, kw_only=True)
class Jejak:
    """The whole trace of one figure."""

    kunci: str
    judul: str
    hasil: str
    langkah: tuple[Langkah, ...]
    bagian: tuple[Bagian, ...]

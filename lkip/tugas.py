"""What a checklist is made of: tasks, what they lack, and what they wait for."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from lkip.isi.anggaran import BarisAnggaran
from lkip.isi.kinerja import Indikator
from lkip.isi.nilai import Keadaan, Nilai

Butir = TypeVar("Butir", Indikator, BarisAnggaran)


@dataclass(frozen=True, kw_only=True)
class Tugas:
    """One thing to do. `alamat` is the name of an address and its arguments after the year.

    `jangkar` is the row or heading of that page where something is missing first. `kurang` says what is missing, "" when it is done; `menunggu` why it cannot start yet.
    """

    nama: str
    alamat: tuple[str, ...]
    jangkar: str = ""
    kurang: str = ""
    menunggu: str = ""

    @property
    def selesai(self) -> bool:
        return not self.kurang

    @property
    def keadaan(self) -> str:
        if self.selesai:
            return "Selesai"
        return "Belum bisa dimulai" if self.menunggu else "Belum"


@dataclass(frozen=True)
class KelompokTugas:
    """Tasks of one part of the work."""

    judul: str
    tugas: tuple[Tugas, ...]

    @property
    def jumlah_kurang(self) -> int:
        return sum(not tugas.selesai for tugas in self.tugas)


def tugas_berikut(kelompok: Sequence[KelompokTugas]) -> Tugas | None:
    """The first task that can be done now."""
    semua = (tugas for satu in kelompok for tugas in satu.tugas)
    return next((tugas for tugas in semua if not tugas.selesai and not tugas.menunggu), None)


def hitung_kemajuan(kelompok: Iterable[KelompokTugas]) -> tuple[int, int]:
    """How many tasks are done, and how many there are."""
    semua = [tugas for satu in kelompok for tugas in satu.tugas]
    return sum(tugas.selesai for tugas in semua), len(semua)


def hitung_kurang(
    butir: Iterable[Butir], lengkap: Callable[[Butir], bool], kata: str, awalan: str = "baris"
) -> dict[str, str]:
    """How many do not satisfy: "2 dari 6 indikator belum lengkap", and the row of the first.

    All of none is missing. Rows go by the code of what they stand for, after `awalan`.
    """
    semua = list(butir)
    belum = [satu for satu in semua if not lengkap(satu)]
    if not semua:
        return {"kurang": f"belum ada {kata}"}
    if not belum:
        return {"kurang": ""}
    return {
        "kurang": f"{len(belum)} dari {len(semua)} {kata} belum lengkap",
        "jangkar": f"{awalan}-{belum[0].kode}",
    }


def bila(kurang: object, pesan: str) -> str:
    return pesan if kurang else ""


def terjawab(nilai: Nilai) -> bool:
    """Whether there is a value, or a word on why there is none."""
    return nilai.keadaan is not Keadaan.BELUM_DIISI

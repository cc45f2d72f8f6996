"""What is wrong with a file: as a whole, or cell by cell."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass


class BukuSalah(Exception):
    """The file cannot be used at all; `pesan` says in one Indonesian line why and what to do."""

    def __init__(self, pesan: str):
        super().__init__(pesan)
        self.pesan = pesan


class BarisSalah(Exception):
    """A row cannot be stored; `isi` pairs each message with its column ("" for the whole row)."""

    def __init__(self, pesan: str, kolom: str = "", *lain: tuple[str, str]):
        super().__init__(pesan)
        self.isi = ((pesan, kolom), *lain)


def coba_semua(langkah: Iterable[Callable[[], None]]) -> None:
    """Take all steps, whichever fail. Raises one BarisSalah with everything that was wrong."""
    salah: list[tuple[str, str]] = []
    for satu in langkah:
        try:
            satu()
        except BarisSalah as galat:
            salah += galat.isi
    if salah:
        raise BarisSalah(*salah[0], *salah[1:])


class BarisTertahan(Exception):
    """A row cannot be stored because another row, already reported, cannot."""


@dataclass(frozen=True, kw_only=True)
class Galat:
    """One fault: the sheet, the row (0 when it is the whole sheet), the column, and the value."""

    lembar: str
    pesan: str
    baris: int = 0
    kolom: str = ""
    nilai: str = ""

    @property
    def tempat(self) -> str:
        """Where it is: "Lembar Anggaran, baris 9, kolom Target"."""
        bagian = [f"Lembar {self.lembar}"]
        if self.baris:
            bagian.append(f"baris {self.baris}")
        if self.kolom:
            bagian.append(f"kolom {self.kolom}")
        return ", ".join(bagian)

    def __str__(self) -> str:
        nilai = f", nilai “{self.nilai}”" if self.nilai else ""
        return f"{self.tempat}{nilai}: {self.pesan}"

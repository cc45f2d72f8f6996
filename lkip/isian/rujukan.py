"""A cell that names another record."""

from collections.abc import Mapping
from dataclasses import dataclass

from lkip.isian.jenis import IsianSalah


@dataclass(frozen=True)
class Rujukan:
    """One of several records by its label, or none; the value is its primary key."""

    pilihan: Mapping[int, str]
    masukan: str = "pilihan"

    @property
    def label(self) -> tuple[str, ...]:
        return ("", *self.pilihan.values())

    def baca(self, teks: str) -> int | None:
        dicari = " ".join(teks.split()).casefold()
        if dicari in ("", "-", "–"):
            return None
        for pk, label in self.pilihan.items():
            if label.casefold() == dicari:
                return pk
        raise IsianSalah(f"“{teks.strip()}” tidak ada dalam daftar.")

    def cetak(self, nilai: int | None) -> str:
        return self.pilihan.get(nilai, "")

"""The scale of predicates that a report prints, or that of the regulation."""

import re
from dataclasses import dataclass
from decimal import Decimal

from lkip.periksa_dokumen.naskah import Naskah, Tabel

PREDIKAT = ("sangat tinggi", "tinggi", "sedang", "rendah", "sangat rendah")
SELANG = re.compile(r"[≥≤<>]|\\[lg]eq?|\d.*\d.*[^\d.,%\s]|\d\s*[-–]\s*\d|s\.?d|kurang|lebih")
KURANG_DARI = re.compile(r"<(?!=)|\\lt\b|kurang dari")
ANGKA = re.compile(r"\d+(?:[.,]\d+)?")


@dataclass(frozen=True)
class Kelas:
    """A class by its predicate and lowest value, with the bounds as they are printed."""

    nama: str
    batas: tuple[Decimal, ...]
    kurang_dari: bool = False  # its upper bound is not part of it


@dataclass(frozen=True)
class Skala:
    """Classes from the highest on."""

    kelas: tuple[Kelas, ...]
    tabel: Tabel | None = None

    def predikat(self, nilai: Decimal) -> frozenset[str]:
        """What the value may be called: exact, or rounded to a whole number."""
        return frozenset(self._satu(satu) for satu in (nilai, round(nilai)))

    def _satu(self, nilai: Decimal) -> str:
        for kelas in self.kelas[:-1]:
            if nilai >= min(kelas.batas):
                return kelas.nama
        return self.kelas[-1].nama


PERMENDAGRI_86 = Skala(
    tuple(
        Kelas(nama, (Decimal(bawah),))
        for nama, bawah in zip(PREDIKAT, (91, 76, 66, 51, 0), strict=True)
    )
)


def baca_skala(naskah: Naskah) -> Skala:
    for tabel in naskah.tabel:
        kelas = []
        for baris in tabel.baris:
            nama = next((sel.casefold() for sel in baris.sel if sel.casefold() in PREDIKAT), None)
            selang = next((sel for sel in baris.sel[1:] if SELANG.search(sel)), "")
            if nama and selang:
                batas = tuple(Decimal(satu.replace(",", ".")) for satu in ANGKA.findall(selang))
                kelas.append(Kelas(nama, batas, bool(KURANG_DARI.search(selang))))
        if len(kelas) == len(PREDIKAT):
            return Skala(tuple(sorted(kelas, key=lambda satu: PREDIKAT.index(satu.nama))), tabel)
    return PERMENDAGRI_86

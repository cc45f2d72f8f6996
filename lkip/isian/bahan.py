"""What the browser needs beside the cells to show the capaian of an indikator while somebody types.

The formulas themselves are those of docs/rumus.md; static/js/kisi/hitung.js follows them.
"""

from collections.abc import Iterable
from decimal import Decimal

from lkip.huruf import SkalaHuruf
from lkip.isi.kinerja import Indikator as IsiIndikator
from lkip.isi.nilai import Nilai
from renstra.models import Indikator

Bahan = dict[str, object]


def rumus_baris(isi: IsiIndikator, **bahan: object) -> dict[str, object]:
    """Polaritas, formula and `bahan` of the row of an indikator, as BarisKisi takes them."""
    return {"arah": isi.polaritas.value, "formula": isi.formula_negatif.value, "bahan": bahan}


def ukuran(indikator: Indikator, isi: IsiIndikator) -> Bahan:
    """How a value of this indikator is made and printed (R10, R11)."""
    return {
        "metode": isi.akumulasi.value,
        "rasio": isi.rasio,
        "faktor": tulis(indikator.faktor),
        "satuan": isi.satuan,
        "skala": _skala(isi.skala_huruf),
    }


def bahan_nilai(nilai: Nilai) -> Bahan:
    """A target or realisasi with every digit, or why there is none."""
    if not nilai.ada:
        return {"tanpa": nilai.keterangan}
    angka = {nama: getattr(nilai, nama) for nama in ("angka", "pembilang", "penyebut")}
    isi = {nama: tulis(satu) for nama, satu in angka.items() if satu is not None}
    return isi | ({"huruf": nilai.huruf} if nilai.huruf else {})


def bahan_triwulan(isi: IsiIndikator) -> list[Bahan]:
    """The realisasi of each triwulan."""
    return [bahan_nilai(satu.realisasi) for satu in isi.triwulan]


def per_kode(semua: Iterable[IsiIndikator]) -> dict[str, IsiIndikator]:
    return {satu.kode: satu for satu in semua}


def tulis(angka: Decimal) -> str:
    """A decimal string as the browser reads it."""
    return f"{angka:f}"


def _skala(skala: SkalaHuruf | None) -> Bahan | None:
    if skala is None:
        return None
    huruf = [
        [satu, None if batas is None else tulis(batas), terbuka]
        for satu, batas, terbuka in skala.huruf
    ]
    return {"huruf": huruf, "desimal": skala.desimal}

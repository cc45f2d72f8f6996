"""The rules of this installation, and running them."""

import importlib
import pkgutil
from collections.abc import Iterator
from dataclasses import replace

from lkip.pemeriksaan import aturan as paket
from lkip.pemeriksaan.bahan import Bahan
from lkip.pemeriksaan.temuan import Aturan, Temuan, Tingkat

URUTAN = (Tingkat.GALAT, Tingkat.PERINGATAN, Tingkat.INFO)


def _baca_aturan() -> Iterator[Aturan]:
    """The rules of every module below lkip.pemeriksaan.aturan, each in its tuple ATURAN."""
    for modul in pkgutil.iter_modules(paket.__path__):
        yield from importlib.import_module(f"{paket.__name__}.{modul.name}").ATURAN


ATURAN: tuple[Aturan, ...] = tuple(sorted(_baca_aturan(), key=lambda satu: satu.kode))


def periksa_laporan(bahan: Bahan) -> tuple[Temuan, ...]:
    """Everything that the rules find, each finding once, the heaviest first. Pure."""
    semua = [
        replace(satu, aturan=aturan.kode, judul=aturan.judul, tingkat=aturan.tingkat)
        for aturan in ATURAN
        for satu in aturan.periksa(bahan)
    ]
    berbeda = {satu.sidik: satu for satu in semua}.values()
    return tuple(sorted(berbeda, key=lambda satu: URUTAN.index(satu.tingkat)))

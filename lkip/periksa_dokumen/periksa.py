"""The rules of documents, and running them."""

import importlib
import pkgutil
from collections.abc import Iterable, Iterator
from dataclasses import replace

from lkip.pemeriksaan.daftar import URUTAN
from lkip.periksa_dokumen import aturan as paket
from lkip.periksa_dokumen.baca import Halaman
from lkip.periksa_dokumen.naskah import Naskah
from lkip.periksa_dokumen.susun import susun_naskah
from lkip.periksa_dokumen.temuan import AturanDokumen, TemuanDokumen


def _baca_aturan() -> Iterator[AturanDokumen]:
    """The rules of every module below lkip.periksa_dokumen.aturan, each in its tuple ATURAN."""
    for modul in pkgutil.iter_modules(paket.__path__):
        yield from importlib.import_module(f"{paket.__name__}.{modul.name}").ATURAN


ATURAN: tuple[AturanDokumen, ...] = tuple(sorted(_baca_aturan(), key=lambda satu: satu.kode))


def periksa_halaman(halaman: Iterable[Halaman]) -> tuple[TemuanDokumen, ...]:
    return periksa_naskah(susun_naskah(halaman))


def periksa_naskah(naskah: Naskah) -> tuple[TemuanDokumen, ...]:
    """Everything that the rules find, the heaviest first, then in the order of the document. Pure."""
    semua = {
        replace(satu, aturan=aturan.kode, judul=aturan.judul, tingkat=aturan.tingkat)
        for aturan in ATURAN
        for satu in aturan.periksa(naskah)
    }
    return tuple(
        sorted(
            semua,
            key=lambda satu: (
                URUTAN.index(satu.tingkat),
                satu.tempat.nomor,
                satu.aturan,
                satu.tertulis,
                satu.pesan,
            ),
        )
    )

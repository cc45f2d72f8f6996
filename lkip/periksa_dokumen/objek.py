"""Programs, kegiatan and sub kegiatan, each with every amount that the document prints for it."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from lkip.periksa_dokumen.anggaran import Kolom, nama_objek, nilai_sel, tabel_uang
from lkip.periksa_dokumen.naskah import BarisTabel, Naskah, Tabel
from lkip.periksa_dokumen.nilai import Nilai


@dataclass(frozen=True)
class Sebutan:
    """One row about an object: its amounts where the table has them."""

    tabel: Tabel
    baris: BarisTabel
    kunci: str
    nama: str
    pagu: Nilai | None
    realisasi: Nilai | None
    serapan: Nilai | None
    bab: int


def iter_sebutan(naskah: Naskah) -> Iterator[Sebutan]:
    for tabel, kolom in tabel_uang(naskah):
        yield from _dari_tabel(naskah, tabel, kolom)
    for tabel in naskah.tabel:
        yield from _dari_masukan(naskah, tabel)


def _dari_tabel(naskah: Naskah, tabel: Tabel, kolom: Kolom) -> Iterator[Sebutan]:
    for baris in tabel.baris:
        nama = baris.induk if baris.total else baris.nama
        if baris.total and not nama.casefold().startswith("program"):
            continue
        pagu = nilai_sel(baris, kolom.pagu)
        if nama and pagu:
            yield Sebutan(
                tabel,
                baris,
                nama_objek(nama),
                nama,
                pagu,
                nilai_sel(baris, kolom.realisasi),
                nilai_sel(baris, kolom.serapan),
                naskah.bab_pada(baris.tempat.nomor),
            )


def _dari_masukan(naskah: Naskah, tabel: Tabel) -> Iterator[Sebutan]:
    """A small table of input and output; its object is named in the line above it."""
    target = tabel.kolom(r"^target")
    realisasi = tabel.kolom(r"^realisasi")
    if target is None or realisasi is None or "egiatan" not in tabel.sebelum:
        return
    for baris in tabel.baris:
        if any("jumlah dana" in sel.casefold() for sel in baris.sel):
            yield Sebutan(
                tabel,
                baris,
                nama_objek(tabel.sebelum),
                tabel.sebelum,
                baris.nilai[target],
                baris.nilai[realisasi],
                None,
                naskah.bab_pada(baris.tempat.nomor),
            )


def per_objek(naskah: Naskah) -> dict[tuple[int, str], list[Sebutan]]:
    """What each chapter says of each object: chapters may well use different versions of the budget."""
    hasil = defaultdict(list)
    for satu in iter_sebutan(naskah):
        hasil[satu.bab, satu.kunci].append(satu)
    return hasil

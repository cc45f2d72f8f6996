"""Sentences about the outputs (and outcomes) of the levels of the budget tree."""

from collections.abc import Iterable

from lkip.angka import format_angka
from lkip.isi.anggaran import BarisAnggaran, Keluaran, Tingkat
from lkip.narasi.kalimat import bagi, bersih, daftar

Pasangan = tuple[BarisAnggaran, Keluaran]


def kalimat_keluaran(program: Iterable[BarisAnggaran]) -> str:
    """At which levels all indikator reached their target, and elsewhere which did not; or empty."""
    semua: dict[Tingkat, list[Pasangan]] = {tingkat: [] for tingkat in Tingkat}
    for baris in (baris for satu in program for baris in satu.telusuri()):
        semua[baris.tingkat] += [(baris, keluaran) for keluaran in baris.keluaran]
    penuh = [tingkat.label.lower() for tingkat in Tingkat if _penuh(semua[tingkat])]
    kalimat = [_satu_tingkat(tingkat, semua[tingkat]) for tingkat in Tingkat]
    if penuh:
        kalimat.insert(
            0, f"Pada tingkat {daftar(penuh)}, seluruh indikator kinerja mencapai target."
        )
    return " ".join(satu for satu in kalimat if satu)


def _penuh(semua: list[Pasangan]) -> bool:
    capaian = [keluaran.capaian for _, keluaran in semua]
    return bool(capaian) and all(satu is not None and satu >= 100 for satu in capaian)


def _satu_tingkat(tingkat: Tingkat, semua: list[Pasangan]) -> str:
    """One level where not all was reached; empty without any capaian."""
    kurang = [satu for satu in semua if satu[1].capaian is not None and satu[1].capaian < 100]
    tanpa = sum(keluaran.capaian is None for _, keluaran in semua)
    if _penuh(semua) or tanpa == len(semua):
        return ""
    bagian = (
        (len(semua) - tanpa - len(kurang), "mencapai target"),
        (len(kurang), "belum mencapai target"),
        (tanpa, "belum dapat dinilai"),
    )
    kalimat = f"Pada tingkat {tingkat.label.lower()}, {bagi('indikator kinerja', bagian)}."
    if not kurang:
        return kalimat
    rinci = daftar(f"{bersih(baris.nama)} ({_hasil(keluaran)})" for baris, keluaran in kurang)
    return f"{kalimat} Target yang belum tercapai terdapat pada {rinci}."


def _hasil(keluaran: Keluaran) -> str:
    realisasi, target = format_angka(keluaran.realisasi), format_angka(keluaran.target)
    return f"{realisasi} dari {target} {bersih(keluaran.satuan)}".rstrip()

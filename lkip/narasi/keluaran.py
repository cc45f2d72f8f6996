"""Sentences about the outputs (and outcomes) of the levels of the budget tree."""

from collections.abc import Iterable

from lkip.angka import format_angka
from lkip.isi.anggaran import BarisAnggaran, Keluaran, Tingkat
from lkip.narasi.kalimat import bagi, bersih, daftar

Pasangan = tuple[BarisAnggaran, Keluaran]


def kalimat_keluaran(program: Iterable[BarisAnggaran]) -> str:
    """Per level how many indikator reached their target, naming those that did not; or empty."""
    semua = [
        (baris, keluaran)
        for satu in program
        for baris in satu.telusuri()
        for keluaran in baris.keluaran
    ]
    kalimat = (
        _satu_tingkat(tingkat, [satu for satu in semua if satu[0].tingkat is tingkat])
        for tingkat in Tingkat
    )
    return " ".join(satu for satu in kalimat if satu)


def _satu_tingkat(tingkat: Tingkat, semua: list[Pasangan]) -> str:
    kurang = [satu for satu in semua if satu[1].capaian is not None and satu[1].capaian < 100]
    tanpa = sum(keluaran.capaian is None for _, keluaran in semua)
    if tanpa == len(semua):
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

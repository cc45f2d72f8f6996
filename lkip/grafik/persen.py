"""Serapan per program and capaian per indikator as horizontal bars in percent."""

from collections.abc import Sequence

from lkip.angka import format_persen, format_rupiah
from lkip.grafik.baris import Baris, gambar_baris
from lkip.grafik.svg import aman
from lkip.isi.anggaran import BarisAnggaran
from lkip.isi.kinerja import Indikator


def grafik_serapan(program: Sequence[BarisAnggaran], lebar: int = 640) -> str:
    """Draw the serapan of each program with its realisasi and pagu; without pagu there is no bar."""
    baris = [Baris(satu.nama, satu.serapan, _serapan(satu), _uang(satu)) for satu in program]
    return gambar_baris(baris, lebar, teks_alternatif_serapan(program))


def teks_alternatif_serapan(program: Sequence[BarisAnggaran]) -> str:
    """Say in words all that the chart of serapan shows."""
    isi = "; ".join(f"{aman(satu.nama)} {_serapan(satu)} ({_uang(satu)})" for satu in program)
    return f"Serapan anggaran per program: {isi or 'belum ada'}."


def _serapan(baris: BarisAnggaran) -> str:
    return "tidak ada pagu" if baris.serapan is None else format_persen(baris.serapan)


def _uang(baris: BarisAnggaran) -> str:
    return f"realisasi {format_rupiah(baris.realisasi)} dari pagu {format_rupiah(baris.pagu)}"


def grafik_capaian(indikator: Sequence[Indikator], lebar: int = 640) -> str:
    """Draw the capaian of each indikator, uncapped, against the line at 100 %."""
    baris = [
        Baris(satu.nama, satu.capaian, _capaian(satu), satu.alasan_tanpa_capaian)
        for satu in indikator
    ]
    return gambar_baris(baris, lebar, teks_alternatif_capaian(indikator))


def teks_alternatif_capaian(indikator: Sequence[Indikator]) -> str:
    """Say in words all that the chart of capaian shows."""
    isi = "; ".join(f"{aman(satu.nama)} {_capaian(satu)}" for satu in indikator)
    return f"Capaian per indikator: {isi or 'belum ada'}."


def _capaian(indikator: Indikator) -> str:
    return "belum ada" if indikator.capaian is None else format_persen(indikator.capaian)

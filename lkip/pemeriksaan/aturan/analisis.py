"""The analysis of each sasaran: that it is there, and speaks of what it analyses."""

from collections.abc import Iterable

from lkip.kelengkapan import ANALISIS, susun_matriks
from lkip.pemeriksaan.bahan import Bahan
from lkip.pemeriksaan.kutip import temuan_analisis
from lkip.pemeriksaan.temuan import Aturan, Temuan, Tingkat


def analisis_kosong(bahan: Bahan) -> Iterable[Temuan]:
    """The analyses of PermenPANRB 53/2014 that a sasaran lacks."""
    for baris in susun_matriks(bahan.laporan):
        kurang = [jenis.judul for jenis, ada in zip(ANALISIS, baris.ada, strict=True) if not ada]
        if kurang:
            yield temuan_analisis(baris.simpul, f"Belum ada: {', '.join(kurang)}.")


ATURAN = (
    Aturan(
        kode="NAR-12",
        judul="Analisis belum lengkap",
        tingkat=Tingkat.PERINGATAN,
        periksa=analisis_kosong,
        penjelasan=(
            "Setiap sasaran memerlukan tujuh analisis menurut PermenPANRB 53/2014, di antaranya "
            "penyebab, kendala, dan rencana tindak lanjut."
        ),
    ),
)

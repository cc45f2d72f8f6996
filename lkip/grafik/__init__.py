"""Charts as SVG text, the same for page and PDF, readable in black and white.

Pure: the standard library and the pure modules of lkip only. Every chart names all its numbers in
its `<title>`; `teks_alternatif_…` gives the same sentence.
"""

from lkip.grafik.indikator import grafik_indikator, teks_alternatif_indikator
from lkip.grafik.persen import (
    grafik_capaian,
    grafik_serapan,
    teks_alternatif_capaian,
    teks_alternatif_serapan,
)

__all__ = [
    "grafik_capaian",
    "grafik_indikator",
    "grafik_serapan",
    "teks_alternatif_capaian",
    "teks_alternatif_indikator",
    "teks_alternatif_serapan",
]

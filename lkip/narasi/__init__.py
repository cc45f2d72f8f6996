"""Generated sentences: everything in a report that states a number, a count, a trend or a comparison.

Pure: the standard library and the pure modules of lkip only.
"""

from lkip.narasi.bentuk import NarasiLaporan, NarasiSasaran, Paragraf
from lkip.narasi.susun import susun_narasi

__all__ = ["NarasiLaporan", "NarasiSasaran", "Paragraf", "susun_narasi"]

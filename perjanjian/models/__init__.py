"""What is promised for one year and what came of it."""

from perjanjian.models.perjanjian import PerjanjianKinerja, RencanaKinerja, TargetPK, TargetRKT
from perjanjian.models.realisasi import Bukti, Realisasi, RencanaAksi

__all__ = [
    "Bukti",
    "PerjanjianKinerja",
    "Realisasi",
    "RencanaAksi",
    "RencanaKinerja",
    "TargetPK",
    "TargetRKT",
]

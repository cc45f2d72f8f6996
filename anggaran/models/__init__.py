"""What the performance costs: the tree of the nomenclature, its money and its outputs."""

from anggaran.models.pohon import Kegiatan, Keluaran, Program, ProgramSasaran, SubKegiatan
from anggaran.models.uang import Pagu, RealisasiAnggaran

__all__ = [
    "Kegiatan",
    "Keluaran",
    "Pagu",
    "Program",
    "ProgramSasaran",
    "RealisasiAnggaran",
    "SubKegiatan",
]

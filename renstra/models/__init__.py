"""What is planned for five years and how it is measured."""

from renstra.models.indikator import Indikator, PenetapanIKU, TargetRenstra
from renstra.models.rencana import Renstra, Sasaran, SasaranRPJMD, Tujuan

__all__ = [
    "Indikator",
    "PenetapanIKU",
    "Renstra",
    "Sasaran",
    "SasaranRPJMD",
    "TargetRenstra",
    "Tujuan",
]

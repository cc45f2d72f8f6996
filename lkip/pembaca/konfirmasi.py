"""Read which texts were copied from another year and wait to be confirmed."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field

from lkip.models import ButirAnalisis, Narasi


@dataclass(frozen=True)
class Konfirmasi:
    """Sections of the narrative, and how many rows of analysis per code of tujuan or sasaran."""

    naskah: frozenset[str] = frozenset()
    analisis: Mapping[str, int] = field(default_factory=dict)


def baca_konfirmasi(instansi, tahun: int) -> Konfirmasi:
    """2 queries."""
    salinan = {
        "lkip__instansi": instansi,
        "lkip__tahun": tahun,
        "perlu_dikonfirmasi": True,
    }
    butir = ButirAnalisis.objects.filter(**salinan).order_by()
    return Konfirmasi(
        naskah=frozenset(Narasi.objects.filter(**salinan).values_list("bagian", flat=True)),
        analisis=Counter(
            tujuan or sasaran
            for tujuan, sasaran in butir.values_list("tujuan__kode", "sasaran__kode")
        ),
    )

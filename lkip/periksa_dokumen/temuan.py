"""What a rule finds in a document, and what a rule is."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from lkip.pemeriksaan.temuan import Tingkat
from lkip.periksa_dokumen.naskah import Naskah, Tempat

PANJANG_KUTIPAN = 160


@dataclass(frozen=True, kw_only=True)
class TemuanDokumen:
    """A finding: where, what is written there, what the rule computed, and what is wrong."""

    tempat: Tempat
    tertulis: str
    pesan: str
    dihitung: str = ""
    aturan: str = ""
    judul: str = ""
    tingkat: Tingkat = Tingkat.PERINGATAN


@dataclass(frozen=True, kw_only=True)
class AturanDokumen:
    """A rule over a document. `kode` is its id in docs/periksa-dokumen.md; `penjelasan` is for its reader."""

    kode: str
    judul: str
    tingkat: Tingkat = Tingkat.PERINGATAN
    penjelasan: str
    periksa: Callable[[Naskah], Iterable[TemuanDokumen]] = field(repr=False)


def temukan(tempat: Tempat, tertulis: str, pesan: str, dihitung: str = "") -> TemuanDokumen:
    """A finding with its quotation cut to a readable length."""
    if len(tertulis) > PANJANG_KUTIPAN:
        tertulis = f"{tertulis[:PANJANG_KUTIPAN].rsplit(' ', 1)[0]} …"
    return TemuanDokumen(tempat=tempat, tertulis=tertulis, pesan=pesan, dihitung=dihitung)

"""Which indikator or sasaran a sentence speaks of."""

import re
from collections.abc import Iterator

from lkip.isi.kinerja import Indikator
from lkip.pemeriksaan.bahan import Bahan, Teks

# Words that nearly every indikator has: they tell none from another.
UMUM = frozenset(
    """persentase jumlah indeks nilai tingkat yang dan di pada dari untuk dalam dengan serta
    kecamatan kinerja indikator masyarakat dilaksanakan tercapai""".split()
)
KATA = re.compile(r"[a-z]{3,}")


def indikator_kalimat(bahan: Bahan, teks: Teks, kalimat: str) -> Indikator | None:
    """The one indikator that the sentence names, or else the only one of the analysed sasaran."""
    disebut = [satu for satu in bahan.laporan.indikator if _menyebut(kalimat, satu.nama)]
    if len(disebut) == 1:
        return disebut[0]
    if disebut:
        return None
    milik = list(_dianalisis(bahan, teks))
    return milik[0] if len(milik) == 1 else None


def _dianalisis(bahan: Bahan, teks: Teks) -> Iterator[Indikator]:
    for simpul in bahan.laporan.sasaran:
        if teks.alamat == ("analisis",) and teks.jangkar == f"simpul-{simpul.kode}":
            yield from simpul.indikator


def _menyebut(kalimat: str, nama: str) -> bool:
    """The whole name, or all words of it that tell it from others (at least two)."""
    kecil = kalimat.casefold()
    if nama.casefold() in kecil:
        return True
    khas = set(KATA.findall(nama.casefold())) - UMUM
    return len(khas) >= 2 and khas <= set(KATA.findall(kecil))

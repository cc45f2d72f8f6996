"""Lists as Word pastes them: paragraphs whose style says `mso-list:l0 level1`, with the number as text."""

import re
from collections.abc import Iterable, Sequence

from lkip.naskah_blok import Alinea, Blok, Butir, ButirWord, Daftar

GAYA_BUTIR = re.compile(r"mso-list:\s*l(?P<daftar>\d+)\s+level(?P<tingkat>\d)", re.IGNORECASE)
GAYA_TANDA = re.compile(r"mso-list:\s*ignore", re.IGNORECASE)
BERNOMOR = re.compile(r"\d+[.)]|[a-zA-Z][.)]|\(?[ivx]+\)")


def baca_butir(gaya: str) -> ButirWord | None:
    """Which list the paragraph of this style belongs to, and how deep; a bullet until told else."""
    cocok = GAYA_BUTIR.search(gaya)
    return ButirWord(cocok["daftar"], int(cocok["tingkat"]), False) if cocok else None


def beri_tanda(butir: ButirWord, tanda: str) -> ButirWord:
    """The item with the mark that Word has printed before it: "1.", "a)" or a bullet."""
    return ButirWord(butir.daftar, butir.tingkat, bool(BERNOMOR.match(tanda.strip())))


def jadikan_daftar(blok: Iterable[Blok]) -> list[Blok]:
    """The same blocks, with paragraphs that Word calls items gathered into lists."""
    hasil: list[Blok] = []
    terbuka: list[tuple[ButirWord, Daftar]] = []
    for satu in blok:
        if not isinstance(satu, Alinea) or satu.word is None:
            terbuka = []
            hasil.append(satu)
            continue
        terbuka = _tutup(terbuka, satu.word)
        if not terbuka or terbuka[-1][0].tingkat < satu.word.tingkat:
            daftar = Daftar(satu.word.bernomor)
            (terbuka[-1][1].butir[-1].isi if terbuka else hasil).append(daftar)
            terbuka.append((satu.word, daftar))
        terbuka[-1][1].butir.append(Butir([Alinea(satu.potongan)]))
    return hasil


def _tutup(
    terbuka: Sequence[tuple[ButirWord, Daftar]], butir: ButirWord
) -> list[tuple[ButirWord, Daftar]]:
    """The open lists that this item may belong to."""
    return [
        (punya, daftar)
        for punya, daftar in terbuka
        if punya.tingkat < butir.tingkat
        or (punya.tingkat == butir.tingkat and punya.daftar == butir.daftar)
    ]

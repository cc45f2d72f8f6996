"""What differs between two versions of a narrative: paragraph by paragraph, and word by word within one."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from html.parser import HTMLParser
from itertools import zip_longest

BLOK = frozenset({"p", "li", "tr", "table", "ul", "ol"})
KATA = re.compile(r"\S+\s*")
MIRIP = 0.4  # below that, two paragraphs are two texts and not one that was changed


@dataclass(frozen=True)
class Ruas:
    """A piece of a paragraph: "sama", "hapus" (only before) or "tambah" (only after)."""

    jenis: str
    teks: str


@dataclass(frozen=True)
class BedaAlinea:
    """A paragraph, item or row of either version; `berubah` says whether anything differs in it."""

    ruas: tuple[Ruas, ...]

    @property
    def berubah(self) -> bool:
        return any(satu.jenis != "sama" for satu in self.ruas)


class _Pembaca(HTMLParser):
    """Collects the text of a clean narrative by paragraph; cells of a row stand side by side."""

    def __init__(self) -> None:
        super().__init__()
        self.alinea: list[str] = [""]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in BLOK:
            self.alinea.append("• " if tag == "li" else "")
        elif tag in ("td", "th") and self.alinea[-1]:
            self.alinea[-1] += " | "
        elif tag == "br":
            self.alinea[-1] += " "

    def handle_endtag(self, tag: str) -> None:
        if tag in BLOK:
            self.alinea.append("")

    def handle_data(self, data: str) -> None:
        self.alinea[-1] += data


def alinea(kode: str) -> list[str]:
    """The text of each paragraph, list item and table row."""
    pembaca = _Pembaca()
    pembaca.feed(kode)
    pembaca.close()
    return [satu for satu in (teks.strip() for teks in pembaca.alinea) if satu not in ("", "•")]


def bandingkan(lama: str, baru: str) -> list[BedaAlinea]:
    """Every paragraph of both versions in order, with what was taken out and put in."""
    sebelum, sesudah = alinea(lama), alinea(baru)
    hasil: list[BedaAlinea] = []
    for jenis, a, b, c, d in SequenceMatcher(None, sebelum, sesudah).get_opcodes():
        if jenis == "equal":
            hasil += [BedaAlinea((Ruas("sama", teks),)) for teks in sebelum[a:b]]
        else:
            hasil += _ganti(sebelum[a:b], sesudah[c:d])
    return hasil


def bandingkan_teks(lama: str, baru: str) -> tuple[Ruas, ...]:
    """Two plain texts word by word; as a whole where they have too little in common."""
    sebelum, sesudah = (" ".join([*teks.split(), ""]) for teks in (lama, baru))
    berisi = (("hapus", sebelum), ("tambah", sesudah))
    return _ruas(sebelum, sesudah) or tuple(Ruas(jenis, teks) for jenis, teks in berisi if teks)


def _ganti(sebelum: Sequence[str], sesudah: Sequence[str]) -> Iterator[BedaAlinea]:
    for lama, baru in zip_longest(sebelum, sesudah):
        if lama is not None and baru is not None and (ruas := _ruas(lama, baru)):
            yield BedaAlinea(ruas)
            continue
        if lama is not None:
            yield BedaAlinea((Ruas("hapus", lama),))
        if baru is not None:
            yield BedaAlinea((Ruas("tambah", baru),))


def _ruas(lama: str, baru: str) -> tuple[Ruas, ...]:
    """The words of two paragraphs; nothing when they have too little in common."""
    a, b = KATA.findall(lama), KATA.findall(baru)
    pencocok = SequenceMatcher(None, a, b)
    if pencocok.quick_ratio() < MIRIP or pencocok.ratio() < MIRIP:
        return ()
    hasil = []
    for jenis, awal, akhir, c, d in pencocok.get_opcodes():
        if jenis == "equal":
            hasil.append(Ruas("sama", "".join(a[awal:akhir])))
            continue
        hasil += [
            Ruas(nama, "".join(kata))
            for nama, kata in (("hapus", a[awal:akhir]), ("tambah", b[c:d]))
            if kata
        ]
    return tuple(hasil)

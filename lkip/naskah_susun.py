"""Reads any HTML, however broken or hostile, as the blocks of a narrative, in one pass over its tags."""

import html
import re
from collections.abc import Callable, Iterator

from lkip.naskah_blok import (
    GANTI_BARIS,
    Alinea,
    Blok,
    Butir,
    Daftar,
    Potongan,
    Sel,
    Tabel,
)
from lkip.naskah_word import GAYA_TANDA, baca_butir, beri_tanda, jadikan_daftar

TOKEN = re.compile(
    r"<(?P<tutup>/?)(?P<tag>[a-zA-Z][\w:-]*)(?P<atribut>[^<>]*)>|(?P<teks>[^<]+|<+(?![/a-zA-Z])|<)"
)
PERNYATAAN = re.compile(r"<[!?][^<>]*>")
ATRIBUT = re.compile(
    r"""(?P<nama>[\w-]+)\s*=\s*(?:"(?P<a>[^"]*)"|'(?P<b>[^']*)'|(?P<c>[^\s"'>]+))"""
)
# Their content is no text: scripts, styles, drawings, fallbacks.
BUANG = frozenset(
    "script style title template noscript noframes iframe object svg math textarea select "
    "audio video canvas xmp plaintext noembed".split()
)
ALINEA = frozenset(
    "p div h1 h2 h3 h4 h5 h6 blockquote pre section article header footer aside main address "
    "center figure figcaption form fieldset dl dt dd hr body html caption".split()
)
TEBAL, MIRING = frozenset({"b", "strong"}), frozenset({"i", "em"})
DALAM_DAFTAR = 4
KOLOM, BARIS = 20, 100


def baca_blok(kode: str) -> list[Blok]:
    """The paragraphs, lists and tables of this HTML; everything else leaves only its text."""
    pembaca = _Pembaca()
    for token in TOKEN.finditer(PERNYATAAN.sub("", _tanpa_komentar(kode))):
        pembaca.terima(token)
    return jadikan_daftar(pembaca.akar)


def _tanpa_komentar(kode: str) -> str:
    awal, *bagian = kode.split("<!--")
    return awal + "".join(satu.partition("-->")[2] for satu in bagian)


def _atribut(teks: str) -> dict[str, str]:
    return {
        satu["nama"].lower(): html.unescape(satu["a"] or satu["b"] or satu["c"] or "")
        for satu in ATRIBUT.finditer(teks)
    }


def _ukuran(atribut: dict[str, str], nama: str, batas: int) -> int:
    nilai = atribut.get(nama, "")
    return min(int(nilai), batas) if re.fullmatch(r"[1-9]\d{0,5}", nilai, re.ASCII) else 1


class _Pembaca:
    """The open elements from the outside in (`wadah`), and the paragraph that text goes to."""

    def __init__(self) -> None:
        self.akar: list[Blok] = []
        self.wadah: list[Butir | Daftar | Sel | Tabel] = []
        self.alinea: Alinea | None = None
        self.tebal = self.miring = 0
        self.dibuang = ""  # the element whose content is passed over
        self.tanda: list[str] | None = None  # what Word prints before an item
        self.rentang = 0  # open <span> inside that mark
        self.sarang = 0  # tables inside a table

    def terima(self, token: re.Match[str]) -> None:
        tag, teks = (token["tag"] or "").lower(), token["teks"]
        if self.dibuang:
            if token["tutup"] and tag == self.dibuang:
                self.dibuang = ""
        elif self.tanda is not None:
            self._dalam_tanda(token, tag)
        elif teks is not None:
            self._teks(html.unescape(teks))
        elif token["tutup"]:
            self._tutup(tag)
        else:
            self._buka(tag, token["atribut"])

    def _dalam_tanda(self, token: re.Match[str], tag: str) -> None:
        if token["teks"] is not None:
            self.tanda.append(html.unescape(token["teks"]))
        elif tag == "span":
            self.rentang += -1 if token["tutup"] else 1
        if self.rentang == 0 or tag in ALINEA:
            if self.alinea and self.alinea.word:
                self.alinea.word = beri_tanda(self.alinea.word, "".join(self.tanda))
            self.tanda = None

    def _buka(self, tag: str, atribut: str) -> None:
        if tag in BUANG:
            self.dibuang = "" if atribut.rstrip().endswith("/") else tag
        elif tag in ALINEA:
            self.alinea = None
            if word := tag == "p" and baca_butir(atribut):
                self._blok(Alinea(word=word))
        elif tag == "br":
            self._tulis(GANTI_BARIS)
        elif tag in TEBAL:
            self.tebal += 1
        elif tag in MIRING:
            self.miring += 1
        elif tag == "span" and self.alinea and self.alinea.word and GAYA_TANDA.search(atribut):
            self.tanda, self.rentang = [], 1
        elif buka := _BUKA.get(tag):
            buka(self, tag, atribut)

    def _tutup(self, tag: str) -> None:
        if tag in ALINEA:
            self.alinea = None
        elif tag in TEBAL:
            self.tebal = max(self.tebal - 1, 0)
        elif tag in MIRING:
            self.miring = max(self.miring - 1, 0)
        elif tag in ("ul", "ol"):
            self._tutup_sampai(Daftar, Sel)
        elif tag == "li":
            self._tutup_sampai(Butir, (Daftar, Sel))
        elif tag == "table" and self.sarang:
            self.alinea, self.sarang = None, self.sarang - 1
        elif tag == "table":
            self._tutup_sampai(Tabel, ())
        elif tag in ("td", "th", "tr"):
            self.alinea = None
            if not self.sarang:
                self._tutup_sampai(Sel, Tabel)

    # text

    def _teks(self, teks: str) -> None:
        if teks.isspace() and (self.alinea is None or isinstance(self._dalam, Daftar | Tabel)):
            return
        self._tulis(teks.replace("\n", " "))

    def _tulis(self, teks: str) -> None:
        if isinstance(self._dalam, Daftar):
            self._buka_butir("li", "")
        elif isinstance(self._dalam, Tabel):
            self._buka_sel("td", "")
        if self.alinea is None:
            self._blok(Alinea())
        self.alinea.potongan.append(Potongan(teks, self.tebal > 0, self.miring > 0))

    # containers

    @property
    def _dalam(self) -> Butir | Daftar | Sel | Tabel | None:
        return self.wadah[-1] if self.wadah else None

    def _blok(self, blok: Blok) -> None:
        """Put a block where text may stand; a paragraph stays open."""
        if isinstance(self._dalam, Daftar):
            self._buka_butir("li", "")
        elif isinstance(self._dalam, Tabel):
            self._buka_sel("td", "")
        (self.akar if self._dalam is None else self._dalam.isi).append(blok)
        self.alinea = blok if isinstance(blok, Alinea) else None

    def _tutup_sampai(self, jenis: type, batas: type | tuple[type, ...]) -> None:
        """Close the innermost open element of this kind, but none outside of `batas`."""
        self.alinea = None
        for nomor in range(len(self.wadah) - 1, -1, -1):
            if isinstance(self.wadah[nomor], jenis):
                del self.wadah[nomor:]
                return
            if isinstance(self.wadah[nomor], batas):
                return

    def _sejak_sel(self) -> Iterator[Butir | Daftar | Sel | Tabel]:
        """Open elements from the inside out, up to the cell they stand in."""
        for satu in reversed(self.wadah):
            if isinstance(satu, Sel):
                return
            yield satu

    def _buka_daftar(self, tag: str, atribut: str) -> None:
        self.alinea = None
        if sum(isinstance(satu, Daftar) for satu in self._sejak_sel()) >= DALAM_DAFTAR:
            return
        daftar = Daftar(tag == "ol")
        self._blok(daftar)
        self.wadah.append(daftar)

    def _buka_butir(self, tag: str, atribut: str) -> None:
        self._tutup_sampai(Butir, (Daftar, Sel))
        if not isinstance(self._dalam, Daftar):
            self._buka_daftar("ul", "")
        butir = Butir()
        self._dalam.butir.append(butir)
        self.wadah.append(butir)

    def _buka_tabel(self, tag: str, atribut: str) -> None:
        self.alinea = None
        if any(isinstance(satu, Tabel) for satu in self.wadah):
            self.sarang += 1
            return
        tabel = Tabel()
        self._blok(tabel)
        self.wadah.append(tabel)

    def _buka_baris(self, tag: str, atribut: str) -> None:
        self.alinea = None
        if self.sarang or not any(isinstance(satu, Tabel) for satu in self.wadah):
            return
        while not isinstance(self._dalam, Tabel):
            self.wadah.pop()
        self._dalam.baris.append([])

    def _buka_sel(self, tag: str, atribut: str) -> None:
        self.alinea = None
        if self.sarang or not any(isinstance(satu, Tabel) for satu in self.wadah):
            return
        while not isinstance(self._dalam, Tabel):
            self.wadah.pop()
        baris = self._dalam.baris
        if not baris:
            baris.append([])
        if len(baris[-1]) == KOLOM:
            self.wadah.append(baris[-1][-1])
            return
        isi = _atribut(atribut)
        sel = Sel(tag == "th", _ukuran(isi, "colspan", KOLOM), _ukuran(isi, "rowspan", BARIS))
        baris[-1].append(sel)
        self.wadah.append(sel)


_BUKA: dict[str, Callable[[_Pembaca, str, str], None]] = {
    "ul": _Pembaca._buka_daftar,
    "ol": _Pembaca._buka_daftar,
    "li": _Pembaca._buka_butir,
    "table": _Pembaca._buka_tabel,
    "tr": _Pembaca._buka_baris,
    "td": _Pembaca._buka_sel,
    "th": _Pembaca._buka_sel,
}

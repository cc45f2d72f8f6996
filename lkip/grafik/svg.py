"""SVG by presentation attributes only, so that page and PDF draw alike under a strict CSP.

Positions are Decimal, in px of the drawing, printed with one decimal: the same data, the same bytes.
"""

from collections.abc import Iterable
from decimal import Decimal
from xml.sax.saxutils import escape, quoteattr

from lkip.angka import bulatkan

HURUF = "Arimo, Arial, sans-serif"
UKURAN = 12
UKURAN_KECIL = 11
TINTA = "#1a1a1a"
TINTA_REDUP = "#4a4a4a"
GARIS = "#c4c8cc"
GARIS_TEGAS = "#1a1a1a"
BATANG = "#a9c0d9"
BATANG_TEPI = "#24476b"

# Widths of Arial in thousandths of the font size; letters not listed count as 610.
_LEBAR = {
    huruf: lebar
    for lebar, semua in (
        (222, "ijl'|"),
        (278, " .,:;ft/I!"),
        (333, "()-r"),
        (500, "cksvxyzJ"),
        (556, "0123456789abdeghnopqu–?"),
        (667, "ABEKPSVXY&"),
        (722, "CDHNRUw"),
        (778, "GOQ"),
        (833, "mM"),
        (889, "%"),
        (944, "W"),
    )
    for huruf in semua
}
_LEBAR_LAIN = 610
LEBAR_TEBAL = Decimal("1.08")

Nilai = Decimal | int | str


def lebar_teks(teks: str, ukuran: int = UKURAN, *, tebal: bool = False) -> Decimal:
    """Estimate how wide a text is drawn, in px."""
    lebar = Decimal(sum(_LEBAR.get(huruf, _LEBAR_LAIN) for huruf in teks) * ukuran) / 1000
    return lebar * LEBAR_TEBAL if tebal else lebar


def bungkus(teks: str, lebar: Decimal | int, ukuran: int = UKURAN) -> list[str]:
    """Break a text into lines that fit; a single word that is too long is cut where it must be."""
    baris: list[str] = []
    for kata in teks.split():
        calon = f"{baris[-1]} {kata}" if baris else kata
        if baris and lebar_teks(calon, ukuran) <= lebar:
            baris[-1] = calon
            continue
        baris.extend(_potong(kata, lebar, ukuran))
    return baris


def _potong(kata: str, lebar: Decimal | int, ukuran: int) -> list[str]:
    potongan = [""]
    for huruf in kata:
        if potongan[-1] and lebar_teks(potongan[-1] + huruf, ukuran) > lebar:
            potongan.append("")
        potongan[-1] += huruf
    return potongan


def aman(teks: str) -> str:
    """One line of text that XML may hold: control characters and stray blanks removed."""
    return " ".join("".join(huruf if _sah(ord(huruf)) else " " for huruf in teks).split())


def _sah(kode: int) -> bool:
    return 0x20 <= kode < 0xD800 or 0xE000 <= kode < 0xFFFE or kode > 0xFFFF


def _cetak(nilai: Nilai) -> str:
    if isinstance(nilai, str):
        return nilai
    teks = f"{bulatkan(Decimal(nilai), 1):f}"
    return teks.removesuffix(".0")


def unsur(nama: str, isi: str = "", **atribut: Nilai) -> str:
    """An element; an underscore in the name of an attribute stands for a hyphen."""
    pasangan = "".join(
        f" {kunci.replace('_', '-')}={quoteattr(_cetak(nilai))}" for kunci, nilai in atribut.items()
    )
    return f"<{nama}{pasangan}>{isi}</{nama}>" if isi else f"<{nama}{pasangan}/>"


def teks(
    isi: str,
    x: Nilai,
    y: Nilai,
    *,
    anchor: str = "start",
    ukuran: int = UKURAN,
    fill: str = TINTA,
    tebal: bool = False,
) -> str:
    """A line of text; `y` is its base line."""
    atribut: dict[str, Nilai] = {"x": x, "y": y, "fill": fill}
    if ukuran != UKURAN:
        atribut["font_size"] = ukuran
    if anchor != "start":
        atribut["text_anchor"] = anchor
    if tebal:
        atribut["font_weight"] = "bold"
    return unsur("text", escape(aman(isi)), **atribut)


def garis(
    x1: Nilai, y1: Nilai, x2: Nilai, y2: Nilai, *, stroke: str = GARIS, tebal: Nilai = 1
) -> str:
    """A straight line."""
    return unsur("line", x1=x1, y1=y1, x2=x2, y2=y2, stroke=stroke, stroke_width=tebal)


def batang(x: Nilai, y: Nilai, lebar: Nilai, tinggi: Nilai) -> str:
    """A bar, readable without colour by its dark edge."""
    return unsur("rect", x=x, y=y, width=lebar, height=tinggi, fill=BATANG, stroke=BATANG_TEPI)


def gambar(lebar: int, tinggi: Nilai, judul: str, isi: Iterable[str]) -> str:
    """The whole drawing; `judul` is read in place of it and carries all its numbers."""
    return unsur(
        "svg",
        unsur("title", escape(aman(judul))) + "".join(isi),
        xmlns="http://www.w3.org/2000/svg",
        role="img",
        width=lebar,
        height=tinggi,
        viewBox=f"0 0 {lebar} {_cetak(tinggi)}",
        font_family=HURUF,
        font_size=UKURAN,
    )

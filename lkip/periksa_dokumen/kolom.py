"""Lines of a page, each of pieces with their place, become text and rows of tables."""

import re
from dataclasses import dataclass
from itertools import pairwise

BUTIR = re.compile(r"(?:[a-z\d]{1,3}[.)]|\(\w{1,3}\)|[•▪–-])", re.IGNORECASE)
PENGGALAN = re.compile(r"(?<=[a-z])[\u2010\u00ad] (?=[a-z])")
SEDIKIT_SEL = 2  # of a line that belongs to the row below it
JUDUL = re.compile(r"(?:Tabel \d|Gambar \d|Sumber ?:|BAB [IVX])", re.IGNORECASE)
SEDIKIT_BARIS = 12  # one line in so many may cross the room between two columns
GESER = 3  # points by which cells of one column may begin apart

Potongan = tuple[int, int, str]  # left, right, text


@dataclass
class Garis:
    """A line by its pieces; `renggang` if there is room above it."""

    potongan: list[Potongan]
    renggang: bool


def susun_halaman(garis: list[Garis]) -> list[str]:
    """Lines of a page, where runs of lines with gaps became rows of a table."""
    hasil: list[str] = []
    blok: list[Garis] = []
    for satu in garis:
        potongan = satu.potongan
        lebih = len(potongan) > 1 and not _butir(potongan)
        if lebih or (blok and _lanjutan(potongan[0], blok[-1].potongan)):
            blok.append(satu)
            continue
        hasil += [*_tabel(blok), *([""] if satu.renggang else [])]
        hasil.append(" ".join(isi for _, _, isi in potongan))
        blok = []
    return hasil + _tabel(blok)


def _butir(potongan: list[Potongan]) -> bool:
    """An item of a list, whose mark stands a little before it."""
    return (
        len(potongan) == 2
        and bool(BUTIR.fullmatch(potongan[0][2]))
        and not _hanya_angka(potongan[1][2])
    )


def _hanya_angka(teks: str) -> bool:
    return bool(re.fullmatch(r"[\d.,%()Rp -]+", teks))


def _lanjutan(potongan: Potongan, atas: list[Potongan]) -> bool:
    """A single piece below a cell of the row above, and no wider than it by much."""
    awal, akhir, isi = potongan
    if JUDUL.match(isi):
        return False
    batas = zip(atas, [*atas[1:], (10_000, 0, "")], strict=True)
    return any(abs(awal - sel[0]) <= GESER and akhir < kanan[0] for sel, kanan in batas)


def _tabel(blok: list[Garis]) -> list[str]:
    """The rows of a block: what stands between empty lines, or else what begins with figures."""
    if len(blok) == 1 and not any(_hanya_angka(isi) for _, _, isi in blok[0].potongan):
        return [" ".join(isi for _, _, isi in blok[0].potongan)]  # a line that was spread out
    if not blok:
        return []
    rentang = _rentang_kolom([garis.potongan for garis in blok])
    hasil: list[list[str]] = []
    kelompok: list[list[str]] = []
    for garis in blok:
        if garis.renggang:
            hasil += _baris(kelompok)
            kelompok = []
        sel = [""] * len(rentang)
        for awal, akhir, isi in garis.potongan:
            kolom = _kolom(rentang, awal, akhir)
            sel[kolom] = f"{sel[kolom]} {isi}".strip()
        kelompok.append(sel)
    return ["\t".join(sel) for sel in hasil + _baris(kelompok)]


def _baris(kelompok: list[list[str]]) -> list[list[str]]:
    """Rows of lines without an empty line between them."""
    hasil: list[list[str]] = []
    berangka = [any(map(_hanya_angka, filter(None, sel[1:]))) for sel in kelompok]
    if berangka.count(True) == 1:
        awal = berangka.index(True)
        while awal and sum(map(bool, kelompok[awal - 1])) <= SEDIKIT_SEL:
            awal -= 1
        return [*_baris(kelompok[:awal]), _gabung(kelompok[awal:])]
    for sel in kelompok:
        if hasil and not sel[0][:1].isupper() and _teruskan(sel, hasil[-1]):
            hasil[-1] = _gabung([hasil[-1], sel])
        else:
            hasil.append(sel)
    return hasil


def _gabung(kelompok: list[list[str]]) -> list[str]:
    """One row of several lines; a hyphen at the end of a line was put there by the layout."""
    kolom = (" ".join(filter(None, sel)) for sel in zip(*kelompok, strict=True))
    return [PENGGALAN.sub("", sel) for sel in kolom]


def _teruskan(sel: list[str], atas: list[str]) -> bool:
    return all(ada for isi, ada in zip(sel, atas, strict=True) if isi) and not any(
        _hanya_angka(isi) for isi in sel if isi
    )


def _rentang_kolom(blok: list[list[Potongan]]) -> list[tuple[int, int]]:
    """(left, right) of each column: between places that nearly all lines leave free."""
    lebar = max(akhir for potongan in blok for _, akhir, _ in potongan)
    terisi = [0] * (lebar + 2)
    for potongan in blok:
        for awal, akhir, _ in potongan:
            for tempat in range(awal, max(akhir, awal + 1)):
                terisi[tempat] += 1
    boleh = len(blok) // SEDIKIT_BARIS
    penuh = [False, *(banyak > boleh for banyak in terisi), False]
    tepi = [i for i, (kiri, kanan) in enumerate(pairwise(penuh)) if kiri != kanan]
    return list(zip(tepi[::2], tepi[1::2], strict=True)) or [(0, lebar)]


def _kolom(rentang: list[tuple[int, int]], awal: int, akhir: int) -> int:
    """The column that a piece covers most, or else the nearest."""

    def tumpang(kolom: int) -> int:
        kiri, kanan = rentang[kolom]
        return min(akhir, kanan) - max(awal, kiri)

    return max(range(len(rentang)), key=tumpang)

"""The text of a PDF, by poppler's pdftotext, with the rows of its tables put back together."""

import re
import subprocess
from dataclasses import dataclass
from itertools import pairwise

from lkip.periksa_dokumen.galat import DokumenSalah

DETIK = 60
MAKS_HALAMAN = 500
PERINTAH = ["pdftotext", "-layout", "-enc", "UTF-8", "-l", str(MAKS_HALAMAN), "-q", "-", "-"]
POTONG = re.compile(r"\S+(?: \S+)*")  # what stands between two or more spaces
BUTIR = re.compile(r"(?:[a-z\d]{1,3}[.)]|\(\w{1,3}\)|[•▪–-])", re.IGNORECASE)
PENGGALAN = re.compile(r"(?<=[a-z])[\u2010\u00ad] (?=[a-z])")
SEDIKIT_SEL = 2  # of a line that belongs to the row below it

Potongan = tuple[int, int, str]
JUDUL = re.compile(r"(?:Tabel \d|Gambar \d|Sumber ?:|BAB [IVX])", re.IGNORECASE)


@dataclass
class Garis:
    """A line of a block by its pieces; `renggang` if an empty line stands above it."""

    potongan: list[Potongan]
    renggang: bool


def baca_pdf(isi: bytes) -> list[list[str]]:
    """Pages of lines. Raises DokumenSalah for a file that is damaged, locked or too slow to read."""
    try:
        hasil = subprocess.run(PERINTAH, input=isi, capture_output=True, timeout=DETIK, check=True)
    except FileNotFoundError as salah:
        raise DokumenSalah("Server ini belum dapat membaca PDF; hubungi admin.") from salah
    except subprocess.TimeoutExpired as salah:
        raise DokumenSalah("PDF ini terlalu lama dibaca. Tempelkan teksnya saja.") from salah
    except subprocess.CalledProcessError as salah:
        raise DokumenSalah("PDF ini rusak atau terlindungi kata sandi.") from salah
    teks = hasil.stdout.decode("utf-8", "replace").removesuffix("\f")
    return [susun_halaman(satu.split("\n")) for satu in teks.split("\f")]


def susun_halaman(baris: list[str]) -> list[str]:
    """Lines of a page, where runs of lines with gaps became rows of a table."""
    hasil: list[str] = []
    blok: list[Garis] = []
    renggang = False
    for satu in baris:
        potongan = [(c.start(), c.end(), c[0]) for c in POTONG.finditer(satu)]
        if not potongan:
            renggang = True
            hasil += [""] if not blok else []
        elif len(potongan) > 1 and not _butir(potongan):
            blok.append(Garis(potongan, renggang))
        elif blok and _lanjutan(potongan[0], blok[-1].potongan):
            blok.append(Garis(potongan, renggang))
        else:
            hasil += [*_tabel(blok), *([""] if blok and renggang else [])]
            hasil.append(" ".join(isi for _, _, isi in potongan))
            blok = []
        renggang = renggang and not potongan
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
    return any(abs(awal - sel[0]) <= 2 and akhir < kanan[0] for sel, kanan in batas)


def _tabel(blok: list[Garis]) -> list[str]:
    """The rows of a block: what stands between empty lines, or else what begins with figures."""
    if not blok:
        return []
    batas = _batas_kolom([garis.potongan for garis in blok])
    hasil: list[list[str]] = []
    kelompok: list[list[str]] = []
    for garis in blok:
        if garis.renggang:
            hasil += _baris(kelompok)
            kelompok = []
        sel = [""] * len(batas)
        for awal, akhir, isi in garis.potongan:
            kolom = _kolom(batas, (awal + akhir) // 2)
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
        if hasil and not sel[0] and _teruskan(sel, hasil[-1]):
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


def _batas_kolom(blok: list[list[Potongan]]) -> list[int]:
    """Where columns begin: after places that nearly all lines leave free."""
    lebar = max(potongan[-1][1] for potongan in blok)
    terisi = [0] * (lebar + 2)
    for potongan in blok:
        for awal, akhir, _ in potongan:
            for tempat in range(awal, akhir):
                terisi[tempat] += 1
    boleh = len(blok) // 12
    penuh = [banyak > boleh for banyak in terisi]
    mulai = [0] + [i + 1 for i, (kiri, kanan) in enumerate(pairwise(penuh)) if kanan and not kiri]
    return sorted({max(satu - 1, 0) for satu in mulai})


def _kolom(batas: list[int], tengah: int) -> int:
    return max((i for i, awal in enumerate(batas) if awal <= tengah), default=0)

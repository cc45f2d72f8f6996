"""The text of a PDF, by poppler's pdftotext, with the rows of its tables put back together."""

import re
import subprocess
from itertools import pairwise

from lkip.periksa_dokumen.galat import DokumenSalah

DETIK = 60
MAKS_HALAMAN = 500
PERINTAH = ["pdftotext", "-layout", "-enc", "UTF-8", "-l", str(MAKS_HALAMAN), "-q", "-", "-"]
POTONG = re.compile(r"\S+(?: \S+)*")  # what stands between two or more spaces
BUTIR = re.compile(r"(?:[a-z\d]{1,3}[.)]|\(\w{1,3}\)|[•▪–-])", re.IGNORECASE)
ANGKA = re.compile(r"\d")

Potongan = tuple[int, int, str]


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
    blok: list[list[Potongan]] = []
    for satu in baris:
        potongan = [(c.start(), c.end(), c[0]) for c in POTONG.finditer(satu)]
        if len(potongan) > 1 and not _butir(potongan):
            blok.append(potongan)
        elif blok and potongan and _lanjutan(potongan[0], blok[-1]):
            blok.append(potongan)
        elif potongan or len(blok) == 1:
            hasil += [*_tabel(blok), " ".join(isi for _, _, isi in potongan)]
            blok = []
        elif not blok:
            hasil.append("")
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
    awal, akhir, _ = potongan
    batas = zip(atas, [*atas[1:], (10_000, 0, "")], strict=True)
    return any(abs(awal - sel[0]) <= 2 and akhir < kanan[0] for sel, kanan in batas)


def _tabel(blok: list[list[Potongan]]) -> list[str]:
    """The rows of a block; a line without figures of its own continues the row above it."""
    if not blok:
        return []
    if len(blok) == 1:
        return ["\t".join(isi for _, _, isi in blok[0])]
    batas = _batas_kolom(blok)
    hasil: list[list[str]] = []
    for potongan in blok:
        sel = [""] * len(batas)
        for awal, akhir, isi in potongan:
            kolom = _kolom(batas, (awal + akhir) // 2)
            sel[kolom] = f"{sel[kolom]} {isi}".strip()
        if hasil and not sel[0] and _teruskan(sel, hasil[-1]):
            hasil[-1] = [f"{a} {b}".strip() for a, b in zip(hasil[-1], sel, strict=True)]
        else:
            hasil.append(sel)
    return ["\t".join(sel) for sel in hasil]


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

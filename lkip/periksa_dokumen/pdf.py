"""The text of a PDF: words with their places, by poppler's pdftotext, put together to lines."""

import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from lkip.periksa_dokumen.galat import DokumenSalah
from lkip.periksa_dokumen.kolom import Garis, Potongan, susun_halaman

DETIK = 60
MAKS_HALAMAN = 500
MAKS_LEBAR = 5_000  # points; words beyond it are on no page
PERINTAH = ["pdftotext", "-tsv", "-enc", "UTF-8", "-l", str(MAKS_HALAMAN), "-q", "-", "-"]
HALAMAN, KATA = "1", "5"  # levels of the rows that pdftotext writes
# In heights of a line:
SEBARIS = 0.4  # how far apart the middles of words of one line may be
SELA_SEL = 0.75  # room between two words that tells two cells apart
RENGGANG = 0.3  # room above a line, beyond what is usual on the page


@dataclass(frozen=True)
class Kata:
    """A word with its box, in points from the upper left."""

    kiri: float
    atas: float
    kanan: float
    tinggi: float
    teks: str

    @property
    def tengah(self) -> float:
        return self.atas + self.tinggi / 2


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
    semua = _halaman(hasil.stdout.decode("utf-8", "replace"))
    return [susun_halaman(_garis(kata)) for kata in semua]


def _halaman(tsv: str) -> Iterator[list[Kata]]:
    """The words of each page."""
    kata: list[Kata] | None = None
    for baris in tsv.split("\n"):
        sel = baris.split("\t", 11)
        if sel[0] == HALAMAN:
            if kata is not None:
                yield kata
            kata = []
        elif sel[0] == KATA and kata is not None and len(sel) == 12:
            kiri, atas, lebar, tinggi = map(float, sel[6:10])
            kanan = min(kiri + lebar, MAKS_LEBAR)
            if 0 <= kiri < kanan:
                kata.append(Kata(kiri, atas, kanan, tinggi or 1, sel[11].strip()))
    if kata is not None:
        yield kata


def _garis(semua: list[Kata]) -> list[Garis]:
    """Lines from top to bottom, each of pieces from left to right."""
    baris: list[list[Kata]] = []
    for kata in sorted(semua, key=lambda satu: satu.tengah):
        if baris and kata.tengah - baris[-1][0].tengah <= SEBARIS * kata.tinggi:
            baris[-1].append(kata)
        else:
            baris.append([kata])
    sela = [_atas(bawah) - _bawah(atas) for atas, bawah in pairwise(baris)]
    lazim = sorted(sela)[len(sela) // 4] if sela else 0.0  # between lines of one paragraph
    renggang = [
        True,
        *(satu > lazim + RENGGANG * b[0].tinggi for satu, b in zip(sela, baris[1:], strict=True)),
    ]
    return [Garis(_potongan(kata), jauh) for kata, jauh in zip(baris, renggang, strict=False)]


def _atas(baris: list[Kata]) -> float:
    return min(kata.atas for kata in baris)


def _bawah(baris: list[Kata]) -> float:
    return max(kata.atas + kata.tinggi for kata in baris)


def _potongan(baris: list[Kata]) -> list[Potongan]:
    """Words with no more room between them than a space, put together."""
    hasil: list[Potongan] = []
    for kata in sorted(baris, key=lambda satu: satu.kiri):
        if hasil and kata.kiri - hasil[-1][1] <= SELA_SEL * kata.tinggi:
            awal, _, teks = hasil[-1]
            hasil[-1] = (awal, round(kata.kanan), f"{teks} {kata.teks}")
        else:
            hasil.append((round(kata.kiri), round(kata.kanan), kata.teks))
    return hasil

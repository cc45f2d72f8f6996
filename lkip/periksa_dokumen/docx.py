"""The text of a DOCX: paragraphs as lines, table rows as cells between tabs, page breaks as pages."""

import zipfile
import zlib
from io import BytesIO
from xml.parsers import expat

from lkip.periksa_dokumen.galat import DokumenSalah

MAKS_ISI = 60_000_000  # bytes of the text part, unpacked
MAKS_NISBAH = 200
BESAR = 5_000_000
POTONGAN = 1 << 16
RUANG = "http://schemas.openxmlformats.org/wordprocessingml/2006/main "
RUSAK_KARENA = (
    *(zipfile.BadZipFile, zlib.error, expat.ExpatError, NotImplementedError),
    *(RuntimeError, EOFError, OSError, ValueError),
)
RUSAK = "Berkas DOCX rusak atau terlindungi kata sandi. Simpan sebagai PDF, lalu unggah lagi."


def baca_docx(isi: bytes) -> list[list[str]]:
    """Pages of lines. Raises DokumenSalah for a file that is no document, or unpacks to too much."""
    try:
        with zipfile.ZipFile(BytesIO(isi)) as arsip:
            bagian = arsip.getinfo("word/document.xml")
            _periksa_besar(bagian)
            with arsip.open(bagian) as aliran:
                return _urai(aliran.read(MAKS_ISI + 1))
    except KeyError as salah:
        raise DokumenSalah("Berkas ini bukan dokumen Word (.docx).") from salah
    except DokumenSalah:
        raise
    except RUSAK_KARENA as salah:
        raise DokumenSalah(RUSAK) from salah


def _periksa_besar(bagian: zipfile.ZipInfo) -> None:
    membengkak = bagian.file_size > MAKS_NISBAH * max(bagian.compress_size, 1)
    if bagian.file_size > MAKS_ISI or (bagian.file_size > BESAR and membengkak):
        raise DokumenSalah("Isi berkas terlalu besar untuk sebuah laporan kinerja.")


def _urai(xml: bytes) -> list[list[str]]:
    if len(xml) > MAKS_ISI:
        raise DokumenSalah("Isi berkas terlalu besar untuk sebuah laporan kinerja.")
    penyusun = _Penyusun()
    pembaca = expat.ParserCreate(namespace_separator=" ")
    pembaca.StartDoctypeDeclHandler = _tolak
    pembaca.StartElementHandler = penyusun.mulai
    pembaca.EndElementHandler = penyusun.selesai
    pembaca.CharacterDataHandler = penyusun.huruf
    for awal in range(0, len(xml), POTONGAN):
        pembaca.Parse(xml[awal : awal + POTONGAN], False)
    pembaca.Parse(b"", True)
    return penyusun.halaman


def _tolak(*_bagian: object) -> None:
    """A document type may define entities; Word writes none."""
    raise DokumenSalah(RUSAK)


class _Penyusun:
    """Follows the elements of the text part; a table inside a cell is read as text of the cell."""

    def __init__(self) -> None:
        self.halaman: list[list[str]] = [[]]
        self._teks: list[str] = []
        self._sel: list[str] = []
        self._isi: list[str] = []
        self._dalam_tabel = 0
        self._lebar = 1
        self._tulis = False

    def mulai(self, nama: str, sifat: dict[str, str]) -> None:
        unsur = nama.removeprefix(RUANG)
        if unsur == "t":
            self._tulis = True
        elif unsur in ("tab", "br", "cr"):
            self._putus(sifat.get(f"{RUANG}type") == "page")
        elif unsur == "lastRenderedPageBreak":
            self._putus(True)
        elif unsur == "tbl":
            self._dalam_tabel += 1
        elif unsur == "gridSpan":
            self._lebar = min(int(sifat.get(f"{RUANG}val", "1") or 1), 60)

    def _putus(self, halaman_baru: bool) -> None:
        if halaman_baru and not self._dalam_tabel:
            self._akhiri_alinea()
            self.halaman.append([])
        self._teks.append(" ")

    def huruf(self, isi: str) -> None:
        if self._tulis:
            self._teks.append(isi)

    def selesai(self, nama: str) -> None:
        unsur = nama.removeprefix(RUANG)
        if unsur == "t":
            self._tulis = False
        elif unsur == "p":
            self._akhiri_alinea()
        elif unsur == "tc" and self._dalam_tabel == 1:
            self._sel += [" ".join(self._isi), *[""] * (self._lebar - 1)]
            self._isi, self._lebar = [], 1
        elif unsur == "tr" and self._dalam_tabel == 1:
            self.halaman[-1].append("\t".join(self._sel))
            self._sel = []
        elif unsur == "tbl":
            self._dalam_tabel -= 1
            if not self._dalam_tabel:
                self.halaman[-1].append("")

    def _akhiri_alinea(self) -> None:
        utuh = " ".join("".join(self._teks).split())
        self._teks = []
        if self._dalam_tabel:
            self._isi += [utuh] if utuh else []
        else:
            self.halaman[-1].append(utuh)

"""The parts of a workbook that its sheets share: which there are, their texts, formats of numbers."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from io import BytesIO
from typing import IO
from xml.etree import ElementTree

from openpyxl.reader.excel import ExcelReader
from openpyxl.styles.numbers import BUILTIN_FORMATS, is_date_format
from openpyxl.utils.escape import unescape
from openpyxl.xml.constants import SHARED_STRINGS

from lkip.bukukerja.arsip import buka_bagian

X = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_GAYA = "application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"
_RUPA = frozenset(f"{X}{nama}" for nama in ("font", "fill", "border", "dxf", "cellStyle"))
_LEMBAR_SEL = "/worksheet"


@dataclass(frozen=True)
class Bagian:
    """`lembar` gives the path of each sheet, or None for one without cells.

    `tanggal` and `persen` are the numbers of styles that show a number as a date or a percentage.
    """

    lembar: dict[str, str | None]
    teks: list[str | None]
    awal: datetime
    tanggal: frozenset[int]
    persen: frozenset[int]


def baca_bagian(isi: bytes) -> Bagian:
    """Read them; openpyxl raises whatever it likes for a broken file."""
    pembuka = ExcelReader(BytesIO(isi), read_only=True, data_only=True, keep_links=False)
    pembuka.read_manifest()
    pembuka.read_workbook()
    format = _format_sel(pembuka)
    bagian = Bagian(
        lembar={
            lembar.name: rujukan.target if rujukan.Type.endswith(_LEMBAR_SEL) else None
            for lembar, rujukan in pembuka.parser.find_sheets()
        },
        teks=list(_teks_bersama(pembuka)),
        awal=pembuka.wb.epoch,
        tanggal=frozenset(nomor for nomor, satu in enumerate(format) if is_date_format(satu)),
        persen=frozenset(nomor for nomor, satu in enumerate(format) if "%" in satu),
    )
    pembuka.archive.close()
    return bagian


def _buka(pembuka: ExcelReader, jenis: str) -> IO[bytes] | None:
    bagian = pembuka.package.find(jenis)
    return buka_bagian(pembuka.archive, bagian.PartName.lstrip("/")) if bagian else None


def _teks_bersama(pembuka: ExcelReader) -> Iterator[str | None]:
    aliran = _buka(pembuka, SHARED_STRINGS)
    if aliran is None:
        return
    for _, unsur in ElementTree.iterparse(aliran):
        if unsur.tag == f"{X}si":
            yield teks_unsur(unsur)
            unsur.clear()


def _format_sel(pembuka: ExcelReader) -> list[str]:
    """The number format of each style that a cell can have."""
    aliran = _buka(pembuka, _GAYA)
    sendiri: dict[int, str] = {}
    nomor: list[int] = []
    for _, unsur in ElementTree.iterparse(aliran) if aliran else ():
        if unsur.tag == f"{X}numFmt":
            sendiri[int(unsur.get("numFmtId", "0"))] = unsur.get("formatCode", "")
        elif unsur.tag == f"{X}cellXfs":
            nomor = [int(satu.get("numFmtId", "0")) for satu in unsur]
        elif unsur.tag in _RUPA:
            unsur.clear()
    return [sendiri.get(satu) or BUILTIN_FORMATS.get(satu, "General") for satu in nomor]


def teks_unsur(unsur: ElementTree.Element) -> str | None:
    """A text with or without formats inside; readings of foreign signs (rPh) are no part of it."""
    bagian = [*unsur.findall(f"{X}t"), *unsur.findall(f"{X}r/{X}t")]
    return rapi("".join(satu.text or "" for satu in bagian))


def rapi(teks: str) -> str | None:
    """A text with its escaped signs ("_x000D_"); None for blanks only."""
    if not teks.strip():
        return None
    return unescape(teks) if "_x" in teks else teks

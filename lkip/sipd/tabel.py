"""One sheet of an export as a table of plain cells, which can be kept between two requests."""

import datetime
import json
from dataclasses import dataclass
from decimal import Decimal

from lkip.baca import parse_rupiah
from lkip.bukukerja.jenis import SelSalah, rapikan
from lkip.bukukerja.sel import Sel, SelRusak

KOSONG = frozenset({"", "-", "–", "null", "none"})
MAKS_UANG = Decimal(10) ** 16


@dataclass(frozen=True)
class Tabel:
    """The rows of a sheet: number in the sheet, and cells as text, Decimal, date or None."""

    lembar: str
    baris: tuple[tuple[int, tuple[Sel, ...]], ...]

    @property
    def lebar(self) -> int:
        return max((len(isi) for _, isi in self.baris), default=0)

    def ke_json(self) -> bytes:
        """All of it as bytes; `dari_json` gives the same table."""
        isi = [[nomor, [_simpan(sel) for sel in baris]] for nomor, baris in self.baris]
        return json.dumps([self.lembar, isi], separators=(",", ":")).encode()

    @classmethod
    def dari_json(cls, isi: bytes) -> "Tabel":
        lembar, baris = json.loads(isi)
        return cls(
            lembar, tuple((nomor, tuple(_muat(sel) for sel in satu)) for nomor, satu in baris)
        )


def _simpan(sel: Sel) -> object:
    if isinstance(sel, Decimal):
        return {"a": str(sel)}
    if isinstance(sel, SelRusak):
        return {"r": [sel.teks, sel.pesan]}
    if isinstance(sel, datetime.datetime | datetime.date):
        return {"t": sel.isoformat()[:10]}
    return sel if sel is None else str(sel)


def _muat(sel) -> Sel:
    if not isinstance(sel, dict):
        return sel
    if "a" in sel:
        return Decimal(sel["a"])
    return SelRusak(*sel["r"]) if "r" in sel else datetime.date.fromisoformat(sel["t"])


def teks_sel(sel: Sel) -> str:
    """The words of a cell in one line; a number as its digits."""
    if isinstance(sel, Decimal):
        return f"{sel:f}"
    return " ".join(rapikan(sel).split()) if isinstance(sel, str) else ""


def baca_jumlah(sel: Sel) -> Decimal | None:
    """Read money of an export: also "1234567.00", "1,234,567.00", "(1.234)" and "null".

    These are no guess: a group of Indonesian digits has three, so two after a dot are sen.
    Raises SelSalah or AngkaSalah.
    """
    if isinstance(sel, SelRusak):
        raise SelSalah(sel.pesan)
    if isinstance(sel, Decimal):
        return _wajar(sel)
    if sel is not None and not isinstance(sel, str):
        raise SelSalah("Bukan jumlah rupiah.")
    teks = teks_sel(sel)
    if teks.casefold() in KOSONG:
        return None
    polos = teks.replace(",", "")
    ekor = polos.rpartition(".")[2]
    if polos.count(".") == 1 and len(ekor) in (1, 2) and "," not in teks.rpartition(".")[2]:
        if not polos.replace(".", "", 1).lstrip("-").isdecimal():
            raise SelSalah("Bukan jumlah rupiah.")
        return _wajar(Decimal(polos))
    nilai = parse_rupiah(teks)
    return nilai if nilai is None else _wajar(nilai)


def _wajar(nilai: Decimal) -> Decimal:
    if not nilai.is_finite() or abs(nilai) >= MAKS_UANG or nilai != round(nilai, 2):
        raise SelSalah("Rupiah ditulis paling banyak dengan dua angka desimal.")
    return nilai

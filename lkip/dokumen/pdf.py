"""HTML → PDF, without Django: a process of its own prints, and gives its memory back when it ends.

`python -m lkip.dokumen.pdf` reads a job from standard input and writes the PDF to standard output.
"""

import gc
import json
import re
import sys
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from xml.etree import ElementTree

import pydyf
from cssselect2 import ElementWrapper
from weasyprint import CSS, HTML, Attachment
from weasyprint.document import Document

from lkip.dokumen.pengambil import FOLDER, PengambilBerkas
from lkip.dokumen.percepatan import percepat

# Archival, tagged, and with room for the data it was printed from.
VARIAN = "pdf/a-3a"
TAG_KOSONG = re.compile(r"<(br|col|hr|img|link|meta)\b([^>]*?)/?>")


@dataclass(frozen=True, kw_only=True)
class Pekerjaan:
    """What is printed: the HTML, the data that goes with it, and the uploads it may show.

    `tanggal` (ISO) dates the attachment, so that the same data gives the same bytes.
    """

    html: str
    data: str
    nama_data: str
    tanggal: str
    unggahan: tuple[str, ...] = ()


class HalamanDokumen(HTML):
    """The document as WeasyPrint sees it: read as XML, with dasar.css as its default style.

    Our templates are well-formed but for their void elements, so the parser of the standard library
    reads in milliseconds what an HTML parser reads in a second. WeasyPrint's own defaults have rules
    for `::footnote-marker` and the like, which match every element; working them out takes a fifth
    of the time of a report.
    """

    def __init__(self, html: str, url_fetcher: PengambilBerkas):
        akar = ElementTree.fromstring(TAG_KOSONG.sub(r"<\1\2/>", html))
        self.base_url = f"{FOLDER.as_uri()}/"
        self.url_fetcher = url_fetcher
        self.media_type = "print"
        self.wrapper_element = ElementWrapper.from_html_root(akar, content_language=None)
        self.etree_element = self.wrapper_element.etree_element

    def _ua_stylesheets(self, forms: bool = False) -> list[CSS]:
        return [CSS(filename=FOLDER / "dasar.css")]


def render_pdf(pekerjaan: Pekerjaan) -> bytes:
    """Print as tagged PDF/A with the data attached.

    Raises FatalURLFetchingError when the document asks for anything but its folder and uploads.
    """
    halaman = HalamanDokumen(pekerjaan.html, PengambilBerkas(map(Path, pekerjaan.unggahan)))
    return bytes(
        halaman.write_pdf(
            pdf_variant=VARIAN, attachments=[_lampirkan(pekerjaan)], finisher=_rapikan
        )
    )


def _lampirkan(pekerjaan: Pekerjaan) -> Attachment:
    waktu = datetime.combine(date.fromisoformat(pekerjaan.tanggal), datetime.min.time())
    return Attachment(
        string=pekerjaan.data,
        name=pekerjaan.nama_data,
        description="Data laporan",
        relationship="Data",
        created=waktu,
        modified=waktu,
    )


def _rapikan(dokumen: Document, pdf: pydyf.PDF) -> None:
    """WeasyPrint 70 names each associated file twice."""
    pdf.catalog["AF"] = pydyf.Array(dict.fromkeys(pdf.catalog["AF"]))


if __name__ == "__main__":
    percepat()
    gc.disable()  # the process prints once and ends; collecting would only cost time
    sys.stdout.buffer.write(render_pdf(Pekerjaan(**json.load(sys.stdin.buffer))))

"""The text of a narrative as lines to type in, and back.

A text that lines cannot say (bold words, tables) is shown with its tags, so that nothing is lost.
"""

import re
from html.parser import HTMLParser

from lkip.naskah import bersihkan, html_dari_teks

BERTANDA = re.compile(r"<[a-z]+[^<>]*>")


class _Pembaca(HTMLParser):
    """Collects paragraphs and list items as lines."""

    def __init__(self) -> None:
        super().__init__()
        self.blok: list[list[str]] = []
        self.daftar: list[str] = []

    def handle_starttag(self, tag, attrs):
        if tag in ("ul", "ol"):
            self.daftar.append(tag)
            self.blok.append([])
        elif tag == "p":
            self.blok.append([""])
        elif tag == "li":
            baris = self.blok[-1] if self.blok else []
            baris.append(f"{len(baris) + 1}. " if self.daftar[-1:] == ["ol"] else "- ")

    def handle_endtag(self, tag):
        if tag in ("ul", "ol") and self.daftar:
            self.daftar.pop()

    def handle_data(self, data):
        if self.blok and self.blok[-1]:
            self.blok[-1][-1] += data


def teks_dari_html(kode: str) -> str:
    """Lines that html_dari_isian turns back into the same HTML; where there are none, the HTML."""
    pembaca = _Pembaca()
    pembaca.feed(kode)
    pembaca.close()
    teks = "\n\n".join("\n".join(baris) for baris in pembaca.blok)
    return teks if html_dari_isian(teks) == kode else kode


def html_dari_isian(isian: str) -> str:
    """What was typed or pasted as clean HTML, whether as lines or with tags."""
    isian = isian.replace("\r\n", "\n").strip()
    return bersihkan(isian) if BERTANDA.match(isian) else html_dari_teks(isian)

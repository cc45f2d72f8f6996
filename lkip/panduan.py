"""The user guide docs/panduan.md as pages: one chapter for each heading of the second level."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from pathlib import Path

import nh3
from django.conf import settings
from django.templatetags.static import static
from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe
from markdown_it import MarkdownIt
from markdown_it.token import Token
from PIL import Image

BERKAS = Path(settings.BASE_DIR) / "docs" / "panduan.md"
GAMBAR = "gambar/panduan/"
TAG = {
    "h2",
    "h3",
    "p",
    "ul",
    "ol",
    "li",
    "strong",
    "em",
    "code",
    "br",
    "a",
    "details",
    "summary",
    "img",
}
TAG_TABEL = {"table", "thead", "tbody", "tr", "th", "td"}
ATRIBUT = {
    "a": {"href"},
    "h2": {"id"},
    "h3": {"id"},
    "img": {"src", "alt", "width", "height", "loading"},
}


@dataclass(frozen=True)
class Bagian:
    """A heading inside a chapter; `anchor` leads to it."""

    anchor: str
    judul: str


@dataclass(frozen=True)
class Bab:
    """A chapter: its title, its headings, and its text as clean HTML."""

    anchor: str
    judul: str
    bagian: tuple[Bagian, ...]
    html: SafeString


@dataclass(frozen=True)
class Panduan:
    """The whole guide; `pengantar` stands before the first chapter."""

    pengantar: SafeString
    bab: tuple[Bab, ...]


def anchor(judul: str) -> str:
    """The anchor that a code host gives to a heading, so that links hold there and here."""
    return re.sub(r"[^\w -]", "", judul.casefold()).strip().replace(" ", "-")


@cache
def baca_panduan() -> Panduan:
    """The guide of this installation, read once."""
    return susun_panduan(BERKAS.read_text(encoding="utf-8"))


def susun_panduan(teks: str) -> Panduan:
    """Split a guide into its chapters. A link to a heading that is not there raises KeyError."""
    pembaca = MarkdownIt("commonmark", {"html": False}).enable("table")
    pengantar, *bab = _pisahkan(pembaca.parse(teks))
    alamat = {
        judul: alamat_bagian(_judul_bab(satu), judul) for satu in bab for judul in _anchor(satu)
    }

    def cetak(token: Sequence[Token]) -> SafeString:
        siap = list(_siapkan(token, alamat))
        mentah = pembaca.renderer.render(siap, pembaca.options, {})
        bersih = nh3.clean(mentah, tags=TAG | TAG_TABEL, attributes=ATRIBUT, link_rel=None)
        return mark_safe(bersih)

    return Panduan(
        pengantar=cetak(pengantar[3:]),
        bab=tuple(
            Bab(
                anchor=_judul_bab(satu),
                judul=next(_judul(satu, ("h2",))),
                bagian=tuple(_bagian(satu)),
                html=cetak(satu[3:]),
            )
            for satu in bab
        ),
    )


def alamat_bagian(bab: str, bagian: str = "") -> str:
    """The address of a heading; a chapter's own is that of its page, no chapter's the contents."""
    if not bab:
        return reverse("bantuan")
    halaman = reverse("bantuan_bab", args=(bab,))
    return halaman if bagian in ("", bab) else f"{halaman}#{bagian}"


def _pisahkan(token: Sequence[Token]) -> list[list[Token]]:
    bab: list[list[Token]] = [[]]
    for satu in token:
        if satu.type == "heading_open" and satu.tag == "h2":
            bab.append([])
        bab[-1].append(satu)
    return bab


def _judul_bab(token: Sequence[Token]) -> str:
    return anchor(next(_judul(token, ("h2",))))


def _judul(token: Sequence[Token], tingkat: Sequence[str]) -> Iterator[str]:
    for satu, isi in pairwise(token):
        if satu.type == "heading_open" and satu.tag in tingkat:
            yield "".join(bagian.content for bagian in isi.children or ())


def _anchor(token: Sequence[Token]) -> list[str]:
    return [anchor(satu) for satu in _judul(token, ("h2", "h3", "h4"))]


def _bagian(token: Sequence[Token]) -> Iterator[Bagian]:
    return (Bagian(anchor(satu), satu) for satu in _judul(token, ("h3",)))


def _siapkan(token: Sequence[Token], alamat: dict[str, str]) -> Iterator[Token]:
    """Tokens as a page needs them: headings one level up, links and pictures where they are here."""
    for posisi, satu in enumerate(token):
        if satu.type in ("heading_open", "heading_close"):
            satu.tag = f"h{int(satu.tag[1]) - 1}"
        if satu.type == "heading_open":
            satu.attrSet("id", anchor(token[posisi + 1].content))
        if satu.type == "inline":
            satu.children = list(_siapkan_teks(satu.children or (), alamat))
            if satu.children[0].type == "summary_open":
                token[posisi - 1].tag = token[posisi + 1].tag = "details"
        yield satu


def _siapkan_teks(token: Sequence[Token], alamat: dict[str, str]) -> Iterator[Token]:
    for satu in token:
        if satu.type == "image":
            yield from _gambar(satu)
            continue
        tujuan = str(satu.attrs.get("href", ""))
        if satu.type == "link_open" and tujuan.startswith("#"):
            satu.attrSet("href", alamat[tujuan.removeprefix("#")])
        yield satu


def _gambar(token: Token) -> Iterator[Token]:
    """A picture of the guide: folded, so that a slow line loads only what somebody wants to see.

    It stands in a link to itself, by which a phone shows it large.
    """
    nama = str(token.attrs["src"]).removeprefix(GAMBAR)
    lebar, tinggi = ukuran_gambar(nama)
    alamat = static(f"panduan/{nama}")
    token.attrs |= {"src": alamat, "width": lebar, "height": tinggi, "loading": "lazy"}
    yield Token("summary_open", "summary", 1)
    yield Token("text", "", 0, content=f"Gambar: {token.content}")
    yield Token("summary_close", "summary", -1)
    yield Token("link_open", "a", 1, attrs={"href": alamat})
    yield token
    yield Token("link_close", "a", -1)


def ukuran_gambar(nama: str) -> tuple[int, int]:
    """Width and height, so that the text does not move when the picture arrives."""
    with Image.open(BERKAS.parent / GAMBAR / nama) as gambar:
        return gambar.size

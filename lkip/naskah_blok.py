"""What a narrative consists of, and its one form as HTML: paragraphs, lists and tables."""

import html
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import groupby

GANTI_BARIS = "\n"
# What XML cannot carry; the printed document is read as XML.
TERLARANG = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u00ad\ud800-\udfff\ufeff\ufffe\uffff]")
SPASI = re.compile(r"\s+")


@dataclass(frozen=True)
class Potongan:
    """Text of one look; GANTI_BARIS alone is a line break."""

    teks: str
    tebal: bool = False
    miring: bool = False


@dataclass(frozen=True)
class ButirWord:
    """What Word says of a paragraph that is an item of a list."""

    daftar: str
    tingkat: int
    bernomor: bool


@dataclass
class Alinea:
    potongan: list[Potongan] = field(default_factory=list)
    word: ButirWord | None = None


@dataclass
class Butir:
    isi: "list[Blok]" = field(default_factory=list)


@dataclass
class Daftar:
    bernomor: bool
    butir: list[Butir] = field(default_factory=list)


@dataclass
class Sel:
    kepala: bool
    lebar: int = 1
    tinggi: int = 1
    isi: "list[Blok]" = field(default_factory=list)


@dataclass
class Tabel:
    baris: list[list[Sel]] = field(default_factory=list)


Blok = Alinea | Daftar | Tabel


def tulis(blok: Iterable[Blok]) -> str:
    """Blocks as HTML, without those that hold nothing."""
    return "".join(_tulis(satu) for satu in blok)


def _tulis(blok: Blok) -> str:
    match blok:
        case Alinea():
            isi = _inline(blok)
            return f"<p>{isi}</p>" if isi else ""
        case Daftar():
            return _daftar(blok)
        case Tabel():
            return _tabel(blok)


def _daftar(daftar: Daftar) -> str:
    isi = "".join(f"<li>{satu}</li>" for satu in map(_isi, daftar.butir) if satu)
    tag = "ol" if daftar.bernomor else "ul"
    return f"<{tag}>{isi}</{tag}>" if isi else ""


def _isi(wadah: Butir | Sel) -> str:
    """What an item or cell holds; its only paragraph goes without a tag of its own."""
    isi = [(satu, kode) for satu in wadah.isi if (kode := _tulis(satu))]
    alinea = [satu for satu, _ in isi if isinstance(satu, Alinea)]
    if len(alinea) == 1 and isi[0][0] is alinea[0]:
        isi[0] = alinea[0], _inline(alinea[0])
    return "".join(kode for _, kode in isi)


def _tabel(tabel: Tabel) -> str:
    baris = [satu for satu in tabel.baris if satu]
    if not any(_isi(sel) for satu in baris for sel in satu):
        return ""
    kepala = 0
    while kepala < len(baris) - 1 and all(sel.kepala for sel in baris[kepala]):
        kepala += 1
    bagian = (("thead", baris[:kepala]), ("tbody", baris[kepala:]))
    isi = "".join(f"<{tag}>{''.join(map(_baris, satu))}</{tag}>" for tag, satu in bagian if satu)
    return f"<table>{isi}</table>"


def _baris(baris: list[Sel]) -> str:
    return f"<tr>{''.join(map(_sel, baris))}</tr>"


def _sel(sel: Sel) -> str:
    tag = "th" if sel.kepala else "td"
    ukuran = (("colspan", sel.lebar), ("rowspan", sel.tinggi))
    atribut = "".join(f' {nama}="{nilai}"' for nama, nilai in ukuran if nilai > 1)
    return f"<{tag}{atribut}>{_isi(sel)}</{tag}>"


def _inline(alinea: Alinea) -> str:
    hasil = ""
    for (tebal, miring), potongan in groupby(
        _rapikan(alinea.potongan), key=lambda satu: (satu.tebal, satu.miring)
    ):
        isi = "".join(_teks(satu.teks) for satu in potongan)
        isi = f"<em>{isi}</em>" if miring else isi
        hasil += f"<strong>{isi}</strong>" if tebal else isi
    return hasil


def _teks(teks: str) -> str:
    return "<br>" if teks == GANTI_BARIS else html.escape(teks, quote=False)


def _rapikan(potongan: Iterable[Potongan]) -> list[Potongan]:
    """One space where there are several; none, and no line break, at the ends or side by side."""
    hasil: list[Potongan] = []
    for satu in _satu_spasi(potongan):
        kosong = satu.teks in (" ", GANTI_BARIS)
        if kosong and (not hasil or hasil[-1].teks == GANTI_BARIS):
            continue
        if satu.teks == GANTI_BARIS:
            _buang_spasi_akhir(hasil)
        hasil.append(satu)
    while hasil and hasil[-1].teks in (" ", GANTI_BARIS):
        hasil.pop()
    _buang_spasi_akhir(hasil)
    return hasil


def _satu_spasi(potongan: Iterable[Potongan]) -> Iterator[Potongan]:
    sebelum = GANTI_BARIS
    for satu in potongan:
        if satu.teks == GANTI_BARIS:
            sebelum = GANTI_BARIS
            yield Potongan(GANTI_BARIS)
            continue
        teks = SPASI.sub(" ", TERLARANG.sub("", satu.teks))
        if sebelum[-1] in (" ", GANTI_BARIS):
            teks = teks.lstrip(" ")
        if teks:
            sebelum = teks
            yield Potongan(teks, satu.tebal, satu.miring)


def _buang_spasi_akhir(hasil: list[Potongan]) -> None:
    if hasil and hasil[-1].teks.endswith(" "):
        akhir = hasil.pop()
        if teks := akhir.teks.rstrip(" "):
            hasil.append(Potongan(teks, akhir.tebal, akhir.miring))

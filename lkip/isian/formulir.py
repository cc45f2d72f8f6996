"""What a browser posts: one form with every cell, or one row as JSON."""

import json
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field

from lkip.isian.jenis import Pilihan, YaTidak
from lkip.isian.kisi import Kisi
from lkip.isian.permintaan import Permintaan, nama_permintaan, nama_sah
from lkip.isian.simpan import BARU, HasilBaris, Sel, cari_terbuka, simpan_baris


class KirimanSalah(ValueError):
    """What came in was not made by our page."""


@dataclass(frozen=True, kw_only=True)
class Kiriman:
    """Cells by row and column, the names of wishes for new rows, and a row to be moved."""

    sel: Mapping[str, Mapping[str, Sel]]
    permintaan: Mapping[str, str] = field(default_factory=dict)
    geser: str = ""


def baca_formulir(isian: Mapping[str, str]) -> Kiriman:
    """Cells that differ from what the page showed; their names are s-<row>-<column>."""
    dasar = {kunci: _objek(teks) for kunci, teks in _berawalan("dasar-", isian)}
    baris: dict[str, dict[str, Sel]] = defaultdict(dict)
    for nama, teks in isian.items():
        if not nama.startswith("s-"):
            continue
        _, kunci, kolom = nama.split("-", 2)
        semula = str(dasar.get(kunci, {}).get(kolom, ""))
        if teks.replace("\r\n", "\n") != semula:
            baris[kunci][kolom] = Sel(semula, teks)
    halaman = isian.get("kiriman", "")
    return Kiriman(
        sel=baris,
        permintaan={kunci: nama_permintaan(halaman, kunci) for kunci in baris if halaman},
        geser=isian.get("geser", ""),
    )


def _berawalan(awalan: str, isian: Mapping[str, str]) -> list[tuple[str, str]]:
    return [
        (nama.removeprefix(awalan), isi) for nama, isi in isian.items() if nama.startswith(awalan)
    ]


def baca_json(isi: bytes) -> Kiriman:
    """{"baris": {row: {column: {"dasar": text, "teks": text}}}} and so on, as kisi.js sends it."""
    kiriman = _objek(isi)
    try:
        return Kiriman(
            sel={
                str(kunci): {
                    str(kolom): Sel(str(sel["dasar"]), str(sel["teks"]))
                    for kolom, sel in isi.items()
                }
                for kunci, isi in kiriman["baris"].items()
            },
            permintaan={
                str(kunci): str(nama) for kunci, nama in kiriman.get("kiriman", {}).items()
            },
            geser=str(kiriman.get("geser", "")),
        )
    except (KeyError, TypeError, AttributeError) as salah:
        raise KirimanSalah(str(salah)) from salah


def simpan_semua(kisi: Kisi, kiriman: Kiriman, pengguna, tempat: str) -> dict[str, HasilBaris]:
    """Save row by row: what is wrong in one row does not keep the others from being saved.

    A row that is not for this user to change does: no page of ours sends it (BarisTerkunci).
    `tempat` is where the grid stands, so that wishes for new rows of two grids stay apart.
    """
    permintaan = {
        kunci: Permintaan(pengguna, tempat, nama)
        for kunci, nama in kiriman.permintaan.items()
        if nama_sah(nama)
    }
    diisi = {
        kunci: sel
        for kunci, sel in kiriman.sel.items()
        if not (kunci.startswith(BARU) and _tak_disentuh(kisi, sel))
    }
    for kunci, sel in diisi.items():
        cari_terbuka(kisi, kunci, sel)
    return {
        kunci: simpan_baris(kisi, kunci, sel, permintaan.get(kunci)) for kunci, sel in diisi.items()
    }


def _tak_disentuh(kisi: Kisi, isian: Mapping[str, Sel]) -> bool:
    """Whether a new row holds nothing but the choices that a list starts with."""
    for nama, sel in isian.items():
        kolom = kisi.cari_kolom(nama)
        if kolom is None or (sel.teks.strip() and not isinstance(kolom.jenis, Pilihan | YaTidak)):
            return False
    return True


def _objek(teks: str | bytes) -> dict:
    try:
        objek = json.loads(teks)
    except ValueError as salah:
        raise KirimanSalah(str(salah)) from salah
    if not isinstance(objek, dict):
        raise KirimanSalah("not an object")
    return objek

"""What a browser posts: one form with every cell, or one row as JSON."""

import json
from collections import defaultdict
from collections.abc import Mapping

from lkip.isian.jenis import Pilihan, YaTidak
from lkip.isian.kisi import Kisi
from lkip.isian.simpan import BARU, HasilBaris, Sel, simpan_baris


class KirimanSalah(ValueError):
    """What came in was not made by our page."""


def baca_formulir(isian: Mapping[str, str]) -> dict[str, dict[str, Sel]]:
    """Cells that differ from what the page showed, by row; names are s-<row>-<column>."""
    dasar = {
        nama.removeprefix("dasar-"): _objek(teks)
        for nama, teks in isian.items()
        if nama.startswith("dasar-")
    }
    baris: dict[str, dict[str, Sel]] = defaultdict(dict)
    for nama, teks in isian.items():
        if not nama.startswith("s-"):
            continue
        _, kunci, kolom = nama.split("-", 2)
        semula = str(dasar.get(kunci, {}).get(kolom, ""))
        if teks.replace("\r\n", "\n") != semula:
            baris[kunci][kolom] = Sel(semula, teks)
    return baris


def baca_json(isi: bytes) -> dict[str, dict[str, Sel]]:
    """{"baris": {row: {column: {"dasar": text, "teks": text}}}} as kisi.js sends it."""
    kiriman = _objek(isi)
    try:
        return {
            str(kunci): {
                str(kolom): Sel(str(sel["dasar"]), str(sel["teks"])) for kolom, sel in isi.items()
            }
            for kunci, isi in kiriman["baris"].items()
        }
    except (KeyError, TypeError, AttributeError) as salah:
        raise KirimanSalah(str(salah)) from salah


def simpan_semua(kisi: Kisi, isian: Mapping[str, Mapping[str, Sel]]) -> dict[str, HasilBaris]:
    """Save row by row: what is wrong in one row does not keep the others from being saved."""
    return {
        kunci: simpan_baris(kisi, kunci, sel)
        for kunci, sel in isian.items()
        if not (kunci.startswith(BARU) and _tak_disentuh(kisi, sel))
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

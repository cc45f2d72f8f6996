"""Rows of cells become a table: which rows are its head, and which row continues the one above."""

import re
from collections.abc import Sequence

from lkip.periksa_dokumen.naskah import BarisTabel, Tabel, Tempat, inti
from lkip.periksa_dokumen.nilai import TAHUN, baca_sel, hanya_nilai

KODE = re.compile(r"\d{1,2}(?:\.\d{1,2}){0,4}\.?")
KODE_NAMA = re.compile(r"(\d{1,2}(?:\.\d{1,2}){0,4})\.? (?=[A-Za-z])")
NOMOR_KOLOM = re.compile(r"\(?\d{1,2}\)?(?: ?[=(][^()]*(?:\([^()]*\))?[^()]*\)?)?")
INDUK = re.compile(r"(?:Program|Sasaran(?: Strategis)?(?: \d+)?)\b.{4,}", re.IGNORECASE)
PANJANG_KEPALA = 70

Isi = tuple[int, int, str]  # page, line, text


def potong(teks: str) -> list[str]:
    return [satu.strip() for satu in teks.split("\t")]


def lanjutan(atas: str, bawah: str) -> bool:
    """Whether two rows with empty lines between them may belong to one table."""
    kiri, kanan = potong(atas), potong(bawah)
    return len(kiri) == len(kanan) and not (_seperti_kepala(kanan) and kanan[0])


def _seperti_kepala(sel: Sequence[str]) -> bool:
    terisi = [satu for satu in sel if satu]
    return len(terisi) > 1 and not any(map(hanya_nilai, terisi)) and len(terisi) >= len(sel) - 1


def susun_tabel(
    tempat: Tempat, nomor: str, judul: str, isi: Sequence[Isi], atas: Tabel | None
) -> Tabel:
    """The table of these rows; without a head of its own it takes that of the one above it."""
    semua = [(halaman, baris, potong(teks)) for halaman, baris, teks in isi]
    lebar = max(len(sel) for _, _, sel in semua)
    semua = [(h, b, [*sel, *[""] * (lebar - len(sel))]) for h, b, sel in semua]
    banyak = _banyak_kepala([sel for _, _, sel in semua])
    kepala = _gabung_kepala([sel for _, _, sel in semua[:banyak]], lebar)
    if not banyak and atas is not None and len(atas.kepala) == lebar:
        kepala = atas.kepala
    ulang = {inti(" ".join(sel)) for _, _, sel in semua[:banyak]}
    baris = [satu for satu in semua[banyak:] if inti(" ".join(satu[2])) not in ulang]
    return Tabel(tempat, nomor, judul, kepala, tuple(_susun_baris(tempat.bagian, baris)))


def _banyak_kepala(semua: Sequence[Sequence[str]]) -> int:
    if not semua or any(_data(satu) for satu in semua[0] if satu):
        return 0
    banyak = 2 if _kepala_ganda(semua) else 1
    while banyak < len(semua) and banyak < 5:
        sel = semua[banyak]
        if not _nomor_kolom(sel) and (
            sel[0] or any(_data(satu) or len(satu) > PANJANG_KEPALA for satu in sel if satu)
        ):
            break
        banyak += 1
    return banyak


def _kepala_ganda(semua: Sequence[Sequence[str]]) -> bool:
    """A first row above several columns each, and one below it that names them all."""
    if len(semua) < 2 or all(semua[0]) or not all(semua[1]):
        return False
    return not any(_data(satu) or len(satu) > PANJANG_KEPALA for satu in semua[1])


def _data(sel: str) -> bool:
    return hanya_nilai(sel) and not TAHUN.search(sel)


def _nomor_kolom(sel: Sequence[str]) -> bool:
    """The row that numbers the columns: (1) (2) (3), or 1 2 3 4 5 6 (5/4*100%)."""
    terisi = [satu for satu in sel if satu]
    return (
        len(terisi) > 2
        and all(NOMOR_KOLOM.fullmatch(satu) for satu in terisi)
        and [re.findall(r"\d+", satu)[0] for satu in terisi[:3]] == ["1", "2", "3"]
    )


def _gabung_kepala(semua: Sequence[Sequence[str]], lebar: int) -> tuple[str, ...]:
    """The head of each column; a head above several columns counts for all of them."""
    hasil = [""] * lebar
    for urutan, sel in enumerate(semua):
        if _nomor_kolom(sel):
            continue
        bawah = next((satu for satu in semua[urutan + 1 :] if not _nomor_kolom(satu)), None)
        kini = ""
        for kolom, isi in enumerate(sel):
            kini = isi or (kini if bawah and bawah[kolom] else "")
            hasil[kolom] = f"{hasil[kolom]} {kini}".strip()
    return tuple(hasil)


def _susun_baris(bagian: str, semua: Sequence[tuple[int, int, list[str]]]) -> list[BarisTabel]:
    hasil: list[BarisTabel] = []
    induk = ""
    for halaman, nomor, sel in semua:
        if hasil and _melanjutkan(hasil[-1].sel, sel, nomor - hasil[-1].tempat.nomor):
            sel = [f"{a} {b}".strip() for a, b in zip(hasil[-1].sel, sel, strict=True)]
            halaman, nomor = hasil[-1].tempat.halaman, hasil[-1].tempat.nomor
            hasil.pop()
        kode, nama = _kode_nama(sel)
        bernilai = any(hanya_nilai(satu) for satu in sel[1:])
        calon = [satu for satu in sel if INDUK.match(satu)]
        if calon and not bernilai:
            induk = calon[-1]
        tempat = Tempat(halaman, nomor, bagian)
        hasil.append(BarisTabel(tempat, tuple(sel), kode, nama, induk))
    return hasil


def _melanjutkan(atas: Sequence[str], sel: Sequence[str], jarak: int) -> bool:
    """The rest of a row that a page break cut: words only, below cells that have words."""
    terisi = [(kiri, kanan) for kiri, kanan in zip(atas, sel, strict=True) if kanan]
    if not terisi or any(baca_sel(kanan) for _, kanan in terisi) or any(not k for k, _ in terisi):
        return False
    return jarak > 1 and any(kanan[0].islower() for _, kanan in terisi)


def _kode_nama(sel: Sequence[str]) -> tuple[str, str]:
    """Number and name of a row: in cells of their own or in one, with the name being the first words."""
    kode = sel[0].rstrip(".") if KODE.fullmatch(sel[0]) else ""
    nama = next((satu for satu in sel if re.search(r"[A-Za-z]{3,}", satu)), "")
    if not kode and (cocok := KODE_NAMA.match(nama)):
        kode, nama = cocok[1], nama[cocok.end() :]
    return kode, nama

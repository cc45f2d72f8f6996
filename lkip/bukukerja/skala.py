"""The predikat scale in one cell: "91/76/66/51", or with names "90 Baik; 75 Cukup; Kurang"."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from lkip.angka import format_lengkap
from lkip.baca import AngkaSalah, parse_angka
from lkip.bukukerja.galat import BarisSalah
from lkip.capaian import SKALA_PERMENDAGRI_86

TANPA = "tanpa predikat"
NAMA_BAKU = tuple(kelas.nama for kelas in SKALA_PERMENDAGRI_86.kelas)
KODE_BAKU = {kelas.nama: kelas.kode for kelas in SKALA_PERMENDAGRI_86.kelas}
_BAGIAN = re.compile(r"(?P<terbuka>>?) ?(?P<batas>[0-9][0-9.,]*)(?: +(?P<nama>\S.*))?")
CONTOH = "Tulis seperti 91/76/66/51, atau dengan nama: 90 Baik; 75 Cukup; Kurang."


@dataclass(frozen=True)
class Kelas:
    """A class: its lower bound in percent (None for the lowest), whether the bound is left out."""

    nama: str
    batas: Decimal | None
    terbuka: bool = False


def tulis_skala(kelas: Iterable[Kelas]) -> str:
    """The cell of these classes, which come from high to low."""
    semua = list(kelas)
    if not semua:
        return TANPA
    baku = tuple(satu.nama for satu in semua) == NAMA_BAKU
    if baku and semua[-1].batas is None and not any(satu.terbuka for satu in semua):
        return "/".join(format_lengkap(satu.batas) for satu in semua[:-1])
    return "; ".join(_tulis(satu) for satu in semua)


def _tulis(satu: Kelas) -> str:
    if satu.batas is None:
        return satu.nama
    return f"{'>' if satu.terbuka else ''}{format_lengkap(satu.batas)} {satu.nama}"


def baca_skala(teks: str) -> list[Kelas]:
    """The classes of a cell, from high to low. Raises BarisSalah."""
    if teks.casefold() == TANPA:
        return []
    bernama = ";" in teks or not re.fullmatch(r"[>0-9,./ ]+", teks)
    bagian = [satu.strip() for satu in teks.split(";" if bernama else "/")]
    if not bernama:
        if len(bagian) != len(NAMA_BAKU) - 1:
            raise BarisSalah(f"Skala tanpa nama memuat empat batas. {CONTOH}", "Skala")
        bagian = [f"{batas} {nama}" for batas, nama in zip(bagian, NAMA_BAKU, strict=False)]
        bagian.append(NAMA_BAKU[-1])
    kelas = [_baca(satu) for satu in bagian]
    batas = [satu.batas for satu in kelas if satu.batas is not None]
    if batas != sorted(set(batas), reverse=True) or [s.batas for s in kelas] != [*batas, None]:
        raise BarisSalah(
            f"Batas skala harus menurun, dan kelas terakhir tidak berbatas. {CONTOH}", "Skala"
        )
    return kelas


def rapikan_skala(teks: str) -> str:
    """The scale in our own spelling; a text that cannot be read stays for the message about it."""
    try:
        return tulis_skala(baca_skala(teks))
    except BarisSalah:
        return teks


def tulis_kode(nama: Iterable[str], kode: Iterable[str]) -> str:
    """The cell of the codes of these classes; empty where they are those of the regulation."""
    semua = list(kode)
    baku = [KODE_BAKU.get(satu, "") for satu in nama]
    return "" if semua == baku else rapikan_kode(";".join(semua))


def baca_kode(teks: str, kelas: list[Kelas]) -> list[str]:
    """The code of each class; without a text that of the regulation. Raises BarisSalah."""
    if not teks:
        return [KODE_BAKU.get(satu.nama, "") for satu in kelas]
    kode = [satu.strip() for satu in teks.split(";")]
    if len(kode) != len(kelas):
        raise BarisSalah(
            f"Isi {len(kelas)} kode dari kelas tertinggi, misalnya A; B; C.", "Kode Predikat"
        )
    return kode


def rapikan_kode(teks: str) -> str:
    """Codes in our own spelling."""
    return "; ".join(satu.strip() for satu in teks.split(";")).strip()


def _baca(teks: str) -> Kelas:
    cocok = _BAGIAN.fullmatch(teks)
    if cocok is None:
        if not teks or teks[0] in ">0123456789":
            raise BarisSalah(f"Skala tidak dapat dibaca. {CONTOH}", "Skala")
        return Kelas(teks, None)
    if not cocok["nama"]:
        raise BarisSalah(f"Kelas {teks} belum bernama. {CONTOH}", "Skala")
    try:
        batas = parse_angka(cocok["batas"], "%")
    except AngkaSalah as salah:
        raise BarisSalah(salah.pesan, "Skala") from salah
    return Kelas(cocok["nama"], batas, bool(cocok["terbuka"]))

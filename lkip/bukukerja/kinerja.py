"""The cell of a target or realisasi: a number, a letter, a ratio, or the words for none."""

import re
from dataclasses import dataclass
from decimal import Decimal

from lkip.angka import format_lengkap
from lkip.baca import parse_angka
from lkip.bukukerja.jenis import Angka, Nilai, SelSalah, rapikan, tepat, tulis_angka
from lkip.bukukerja.sel import Sel

_HURUF = re.compile(r"([A-Za-z]{1,10})(?: *\((.+)\))?")
_RASIO = re.compile(r"([^/]+)/([^/]+)")


@dataclass(frozen=True)
class NilaiKinerja:
    """What stands in such a cell; `tanpa` is "tidak ditargetkan" or "tidak ada kejadian"."""

    nilai: Decimal | None = None
    huruf: str = ""
    tanpa: bool = False
    pembilang: Decimal | None = None
    penyebut: Decimal | None = None

    def __bool__(self) -> bool:
        return self != KOSONG


KOSONG = NilaiKinerja()


@dataclass(frozen=True)
class Kinerja:
    """A target, or a realisasi where `kata` is "tidak ada kejadian"; `rasio` allows "12 / 15"."""

    kata: str = "tidak ditargetkan"
    rasio: bool = False
    format: str = "General"

    def baca(self, sel: Sel, satuan: str = "") -> NilaiKinerja:
        if not isinstance(sel, str) or not rapikan(sel):
            angka = Angka().baca(sel)
            return KOSONG if angka is None else NilaiKinerja(nilai=angka)
        teks = " ".join(rapikan(sel).split())
        if teks.casefold() == self.kata:
            return NilaiKinerja(tanpa=True)
        if self.rasio and (cocok := _RASIO.fullmatch(teks)):
            return self._rasio(cocok[1], cocok[2])
        cocok = _HURUF.fullmatch(teks)
        if cocok and teks.casefold() not in ("rp", satuan.casefold()):
            angka = parse_angka(cocok[2], satuan) if cocok[2] else None
            return NilaiKinerja(huruf=cocok[1].upper(), nilai=angka and tepat(angka, 4))
        angka = parse_angka(teks, satuan)
        return KOSONG if angka is None else NilaiKinerja(nilai=tepat(angka, 4))

    def _rasio(self, pembilang: str, penyebut: str) -> NilaiKinerja:
        atas, bawah = parse_angka(pembilang), parse_angka(penyebut)
        if atas is None or bawah is None or atas < 0 or bawah <= 0:
            raise SelSalah("Tulis pembilang dan penyebut seperti 12 / 15; penyebut lebih dari nol.")
        return NilaiKinerja(pembilang=tepat(atas, 4), penyebut=tepat(bawah, 4))

    def tulis(self, nilai: Nilai) -> Sel:
        if isinstance(nilai, NilaiKinerja) and nilai.nilai is not None and not nilai.huruf:
            return tulis_angka(nilai.nilai)
        return self.cetak(nilai) or None

    def cetak(self, nilai: Nilai) -> str:
        if not isinstance(nilai, NilaiKinerja):
            return ""
        if nilai.tanpa:
            return self.kata
        if nilai.penyebut is not None:
            return f"{format_lengkap(nilai.pembilang)} / {format_lengkap(nilai.penyebut)}"
        angka = "" if nilai.nilai is None else format_lengkap(nilai.nilai)
        return f"{nilai.huruf} ({angka})" if nilai.huruf and angka else nilai.huruf or angka

"""Building blocks of sentences: counts, lists, money in words, differences that stay visible."""

from collections.abc import Iterable, Sequence
from decimal import Decimal

from lkip.angka import (
    bulatkan,
    format_angka,
    format_jumlah,
    format_lengkap,
    format_persen,
    format_rupiah,
    terbilang,
)
from lkip.baca import satuan_persen, satuan_tak_disebut
from lkip.isi.nilai import Nilai

DESIMAL_TERBANYAK = 12


def daftar(isi: Iterable[str]) -> str:
    """Join as Indonesian does: "a", "a dan b", "a, b, dan c"."""
    semua = list(isi)
    if len(semua) < 3:
        return " dan ".join(semua)
    return f"{', '.join(semua[:-1])}, dan {semua[-1]}"


def bersih(teks: str) -> str:
    """A recorded text as part of a sentence: one space between words, no full stop at its end."""
    return " ".join(teks.split()).rstrip(". ")


def kutip(teks: str) -> str:
    """Quote a recorded text."""
    return f"“{bersih(teks)}”"


def kapital(teks: str) -> str:
    """Start with a capital letter and leave the rest as it is."""
    return teks[:1].upper() + teks[1:]


def kecil(teks: str) -> str:
    """A recorded text inside a sentence: its first letter small, unless an acronym comes first."""
    isi = bersih(teks)
    kata = isi.split(" ", 1)[0]
    return isi[:1].lower() + isi[1:] if kata == kata.capitalize() else isi


def hitung(banyak: int, kata: str) -> str:
    """A count in a sentence: "6 (enam) indikator", "tidak ada indikator"."""
    return format_jumlah(banyak, kata) if banyak else f"tidak ada {kata}"


def bagi(kata: str, bagian: Sequence[tuple[int, str]]) -> str:
    """Divide a whole into its parts: "2 (dua) indikator naik dan 1 (satu) indikator turun".

    Parts of zero are left out; a part that is the whole says so. Empty text when there is nothing.
    """
    ada = [(banyak, frasa) for banyak, frasa in bagian if banyak]
    if len(ada) == 1:
        banyak, frasa = ada[0]
        return f"satu-satunya {kata} {frasa}" if banyak == 1 else f"seluruh {kata} {frasa}"
    return daftar(f"{format_jumlah(banyak, kata)} {frasa}" for banyak, frasa in ada)


def rupiah_terbilang(nilai: Decimal) -> str:
    """Money with its words: "Rp1.500 (seribu lima ratus rupiah)"."""
    bulat = bulatkan(nilai, 2)
    utuh = bulat == bulat.to_integral_value()
    return f"{format_rupiah(nilai)} ({terbilang(int(bulat) if utuh else bulat)} rupiah)"


def selisih_nilai(selisih: Decimal, satuan: str) -> str:
    """The size of a difference in the satuan: "1,2 poin persen", "1,75 poin", "1 Hari"."""
    besar = abs(selisih)
    angka = format_angka(besar)
    if angka == "0" and besar:
        angka = "kurang dari 0,01"
    if satuan_persen(satuan):
        return f"{angka} poin persen"
    return f"{angka} poin" if satuan_tak_disebut(satuan) else f"{angka} {satuan.strip()}"


def naik_turun(selisih: Decimal, satuan: str) -> str:
    """A change with its direction: "naik 1,2 poin persen", "tetap"."""
    if not selisih:
        return "tetap"
    return f"{'naik' if selisih > 0 else 'turun'} {selisih_nilai(selisih, satuan)}"


def bedakan_persen(satu: Decimal, dua: Decimal, desimal: int) -> tuple[str, str]:
    """Print two percentages with as many decimals as it takes to see that they differ."""
    for banyak in range(desimal, DESIMAL_TERBANYAK):
        teks = format_persen(satu, banyak), format_persen(dua, banyak)
        if satu == dua or teks[0] != teks[1]:
            break
    return teks


def bedakan_nilai(satu: Nilai, dua: Nilai) -> tuple[str, str]:
    """Print two values so that they look different if they are: 84,996 against 85."""
    beda = satu.angka is not None and dua.angka is not None and satu.angka != dua.angka
    if not beda or satu.teks != dua.teks:
        return satu.teks, dua.teks
    for desimal in range(3, DESIMAL_TERBANYAK):
        teks = _teks_rinci(satu, desimal), _teks_rinci(dua, desimal)
        if teks[0] != teks[1]:
            break
    return teks


def _teks_rinci(nilai: Nilai, desimal: int) -> str:
    angka = format_lengkap(bulatkan(nilai.angka or Decimal(0), desimal))
    if nilai.skala is not None:
        return f"{nilai.huruf} ({angka})" if nilai.huruf else angka
    if satuan_persen(nilai.satuan):
        return f"{angka}%"
    return angka if satuan_tak_disebut(nilai.satuan) else f"{angka} {nilai.satuan.strip()}"

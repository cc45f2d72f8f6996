"""Percentages and amounts of rupiah in a text that the data does not hold."""

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal
from itertools import accumulate

from lkip.pemeriksaan.angka_data import SATUAN_BESAR, AngkaData
from lkip.pemeriksaan.bahan import Bahan, Teks
from lkip.pemeriksaan.kutip import temuan_teks
from lkip.pemeriksaan.temuan import Aturan, Temuan, Tingkat

ANGKA = r"\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:[.,]\d+)?"
PERSEN = re.compile(rf"(?<![\d.,])({ANGKA})\s*(?:%|persen\b)")
RUPIAH = re.compile(
    rf"\bRp\.?\s*({ANGKA})(?:\s*,-)?(?:\s*(ribu|juta|miliar|milyar|triliun)\b)?", re.IGNORECASE
)
BERBAGI = re.compile(rf"(?<![\d.,])({ANGKA})(?![\d.,]*\d)")
BULAT = frozenset(map(Decimal, (0, 50, 100)))
TERKECIL = Decimal(100_000)  # prices and fees below it are no figures of the report


def persen_di_luar_data(bahan: Bahan) -> Iterable[Temuan]:
    for teks in bahan.teks:
        for kalimat in teks.kalimat:
            for cocok in PERSEN.finditer(kalimat):
                nilai, desimal = baca_angka(cocok.group(1))
                if (
                    nilai in BULAT
                    or bahan.angka.cocok(nilai, desimal)
                    or _hasil_bagi(bahan.pembagi, kalimat, nilai, desimal)
                ):
                    continue
                yield temuan_teks(
                    teks, kalimat, cocok.span(), "{kata} tidak ada dalam data: “{kutipan}”."
                )


def rupiah_di_luar_data(bahan: Bahan) -> Iterable[Temuan]:
    """Amounts that are neither in the data nor the sum of those just before them in the sentence."""
    for teks in bahan.teks:
        for kalimat in teks.kalimat:
            yield from _rupiah(bahan.angka, teks, kalimat)


def _rupiah(data: AngkaData, teks: Teks, kalimat: str) -> Iterator[Temuan]:
    sebelum: list[Decimal] = []
    for cocok in RUPIAH.finditer(kalimat):
        nilai, desimal = baca_angka(cocok.group(1))
        pangkat = SATUAN_BESAR[(cocok.group(2) or "").casefold()]
        rupiah = nilai.scaleb(pangkat)
        dijumlah = rupiah in accumulate(reversed(sebelum))
        sebelum.append(rupiah)
        if rupiah < TERKECIL or dijumlah or data.cocok(nilai, desimal, pangkat):
            continue
        yield temuan_teks(teks, kalimat, cocok.span(), "{kata} tidak ada dalam data: “{kutipan}”.")


def baca_angka(tertulis: str) -> tuple[Decimal, int]:
    """A number as it is written, Indonesian or English, and how many decimals it has."""
    if re.fullmatch(r"\d+\.\d{1,2}", tertulis):
        tertulis = tertulis.replace(".", ",")
    bulat, _, pecahan = tertulis.replace(".", "").partition(",")
    return Decimal(f"{bulat}.{pecahan or 0}"), len(pecahan)


def _hasil_bagi(pembagi: frozenset[Decimal], kalimat: str, nilai: Decimal, desimal: int) -> bool:
    """Whether two numbers of the sentence give this percentage, as in "8 dari 11 desa (72,73%)".

    A sentence that tells shares of a whole leaves out the whole, one of the `pembagi`.
    """
    semua = [baca_angka(satu)[0] for satu in BERBAGI.findall(kalimat)]
    setengah = Decimal(1).scaleb(-desimal)
    return any(
        abs(kecil * 100 / besar - nilai) < setengah
        for kecil in semua
        for besar in (*semua, *pembagi)
        if besar and kecil <= besar and nilai not in (kecil, besar)
    )


ATURAN = (
    Aturan(
        kode="ANG-07",
        judul="Persentase di luar data",
        tingkat=Tingkat.PERINGATAN,
        periksa=persen_di_luar_data,
        penjelasan=(
            "Persentase dalam naskah tidak sama dengan angka mana pun dalam data, baik dibulatkan"
            " maupun dipotong. “8 dari 11 desa (72,73%)” dihitung dari kalimatnya sendiri."
        ),
    ),
    Aturan(
        kode="ANG-09b",
        judul="Jumlah rupiah di luar data",
        tingkat=Tingkat.PERINGATAN,
        periksa=rupiah_di_luar_data,
        penjelasan=(
            "Jumlah rupiah dalam naskah tidak sama dengan angka mana pun dalam data; ribu, juta, "
            "miliar, dan triliun dibaca."
        ),
    ),
)

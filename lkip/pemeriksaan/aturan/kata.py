"""Doubled words, and terms that the law no longer uses."""

import re
from collections.abc import Iterable

from lkip.pemeriksaan.bahan import BerisiTeks
from lkip.pemeriksaan.istilah import ISTILAH_USANG
from lkip.pemeriksaan.kutip import temuan_teks
from lkip.pemeriksaan.temuan import Aturan, Temuan, Tingkat

# "masing masing" and other reduplications are words; numbers and single letters repeat in lists.
GANDA = re.compile(r"\b([^\W\d_]{3,}(?:\s+[^\W\d_]{3,}){0,2})\s+\1\b", re.IGNORECASE)
KATA_ULANG = frozenset(
    """masing lain rata macam besar kecil banyak sama orang tiap pelan hari anak ibu bapak desa
    langkah hal usaha upaya kegiatan program bagian sungguh benar jelas laki tahun""".split()
)


def kata_ganda(bahan: BerisiTeks) -> Iterable[Temuan]:
    for teks in bahan.teks:
        for alinea in teks.alinea:
            for cocok in GANDA.finditer(alinea):
                if cocok.group(1).casefold() in KATA_ULANG:
                    continue
                yield temuan_teks(teks, alinea, cocok.span(), "Kata terulang: “{kutipan}”.")


def istilah_usang(bahan: BerisiTeks) -> Iterable[Temuan]:
    for teks in bahan.teks:
        for alinea in teks.alinea:
            for istilah in ISTILAH_USANG:
                for cocok in istilah.pola.finditer(alinea):
                    yield temuan_teks(
                        teks,
                        alinea,
                        cocok.span(),
                        f"Istilah “{{kata}}” tidak dipakai lagi; gunakan “{istilah.ganti}” "
                        f"({istilah.dasar}).",
                    )


ATURAN = (
    Aturan(
        kode="DOK-06",
        judul="Kata terulang",
        tingkat=Tingkat.INFO,
        periksa=kata_ganda,
        penjelasan=(
            "Kata atau kelompok kata yang sama tertulis dua kali berurutan. Kata ulang seperti "
            "“masing masing” tidak dihitung."
        ),
    ),
    Aturan(
        kode="ANG-19",
        judul="Istilah usang",
        tingkat=Tingkat.INFO,
        periksa=istilah_usang,
        penjelasan=(
            "Istilah itu sudah diganti oleh peraturan yang berlaku; gantinya disebut dalam temuan."
        ),
    ),
)

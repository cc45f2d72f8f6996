"""Regulations that a text cites with another year, or that were superseded before the report year."""

import re
from collections.abc import Iterable, Iterator

from lkip.pemeriksaan.bahan import BerisiTeks, Teks
from lkip.pemeriksaan.istilah import PERATURAN, Peraturan
from lkip.pemeriksaan.kutip import temuan_teks
from lkip.pemeriksaan.temuan import Aturan, Temuan, Tingkat

JENIS = {
    "PermenPANRB": r"(?:Permen\s?PAN\s?-?RB|Peraturan Menteri (?:Negara )?(?:Pendayagunaan Aparatur Negara|PAN)[^.;\d]{0,60})",
    "Permendagri": r"(?:Permendagri|Peraturan Menteri Dalam Negeri)",
    "Perpres": r"(?:Perpres|Peraturan Presiden)",
    "PP": r"(?:\bPP|Peraturan Pemerintah)",
    "Inpres": r"(?:Inpres|Instruksi Presiden)",
}
POLA = {
    jenis: re.compile(
        rf"{nama}(?:\s+(?:Republik Indonesia|RI))?\s+(?:Nomor|No\.?)?\s*:?\s*"
        r"(\d+)\s*(?:/|Tahun\s+)(\d{4})",
        re.IGNORECASE,
    )
    for jenis, nama in JENIS.items()
}


def rujukan_peraturan(bahan: BerisiTeks) -> Iterable[Temuan]:
    for teks in bahan.teks:
        for alinea in teks.alinea:
            for jenis, pola in POLA.items():
                for cocok in pola.finditer(alinea):
                    yield from _periksa(teks, alinea, jenis, cocok)


def _periksa(teks: Teks, alinea: str, jenis: str, cocok: re.Match[str]) -> Iterator[Temuan]:
    nomor, tahun = cocok[1], int(cocok[2])
    dikenal = [satu for satu in PERATURAN if (satu.jenis, satu.nomor) == (jenis, nomor)]
    tepat = next((satu for satu in dikenal if satu.tahun == tahun), None)
    pesan = _pesan(dikenal, tepat)
    if pesan:
        yield temuan_teks(teks, alinea, cocok.span(), pesan)


def _pesan(dikenal: list[Peraturan], tepat: Peraturan | None) -> str:
    if tepat:
        ganti = tepat.pengganti
        return f"“{{kata}}” sudah digantikan {ganti}." if ganti else ""
    if not dikenal:
        return ""
    satu = dikenal[0]
    return (
        f"“{{kata}}”: {satu.jenis} nomor {satu.nomor} tentang {satu.tentang} bertahun {satu.tahun}."
    )


ATURAN = (
    Aturan(
        kode="REG-01",
        judul="Rujukan peraturan",
        tingkat=Tingkat.PERINGATAN,
        periksa=rujukan_peraturan,
        penjelasan=(
            "Nomor dan tahun peraturan dibandingkan dengan daftar peraturan. Yang sudah "
            "digantikan disebut penggantinya."
        ),
    ),
)

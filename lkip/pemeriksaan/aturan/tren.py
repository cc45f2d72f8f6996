"""Trend words against the trend of the data (R8)."""

import re
from collections.abc import Iterable

from lkip.angka import format_angka
from lkip.isi.kinerja import Indikator
from lkip.pemeriksaan.bahan import Bahan
from lkip.pemeriksaan.kutip import temuan_teks
from lkip.pemeriksaan.sebutan import indikator_kalimat
from lkip.pemeriksaan.temuan import Aturan, Temuan, Tingkat
from lkip.tren import ArahTren

KATA = {
    ArahTren.MENINGKAT: re.compile(
        r"\b(?:tren|trend|kecenderungan)\w*\s+(?:\w+\s+){0,2}?(?:peningkatan|meningkat|naik|positif)\b"
        r"|\bterus\s+(?:meningkat|naik)\b",
        re.IGNORECASE,
    ),
    ArahTren.MENURUN: re.compile(
        r"\b(?:tren|trend|kecenderungan)\w*\s+(?:\w+\s+){0,2}?(?:penurunan|menurun|turun|negatif)\b"
        r"|\bterus\s+(?:menurun|turun)\b",
        re.IGNORECASE,
    ),
    ArahTren.STABIL: re.compile(
        r"\b(?:tren|trend|kecenderungan)\w*\s+(?:\w+\s+){0,2}?(?:stabil|tetap)\b", re.IGNORECASE
    ),
}
SEJAK = re.compile(r"\bsejak(?:\s+tahun)?\s+((?:19|20)\d\d)\b", re.IGNORECASE)


def kata_tren(bahan: Bahan) -> Iterable[Temuan]:
    for teks in bahan.teks:
        for kalimat in teks.kalimat:
            for arah, pola in KATA.items():
                cocok = pola.search(kalimat)
                satu = cocok and indikator_kalimat(bahan, teks, kalimat)
                if cocok and satu and satu.tren.arah not in (arah, ArahTren.BELUM):
                    yield temuan_teks(
                        teks,
                        kalimat,
                        cocok.span(),
                        f"Tertulis “{{kata}}”, sedangkan {satu.nama} {satu.tren.arah}"
                        f" ({_riwayat(satu)}).",
                    )


def sejak_tahun(bahan: Bahan) -> Iterable[Temuan]:
    """A trend told from a year that has no value."""
    for teks in bahan.teks:
        for kalimat in teks.kalimat:
            cocok = SEJAK.search(kalimat)
            satu = cocok and indikator_kalimat(bahan, teks, kalimat)
            if not (cocok and satu):
                continue
            tahun, awal = int(cocok.group(1)), satu.tren.tahun_awal
            if awal and tahun < awal and tahun >= bahan.laporan.renstra.tahun_awal:
                yield temuan_teks(
                    teks,
                    kalimat,
                    cocok.span(),
                    f"Tertulis sejak {tahun}, sedangkan data {satu.nama} mulai tahun {awal}.",
                )


def _riwayat(satu: Indikator) -> str:
    return ", ".join(
        f"{lain.tahun}: {format_angka(lain.realisasi.angka)}"
        for lain in satu.riwayat
        if lain.realisasi.angka is not None
    )


ATURAN = (
    Aturan(
        kode="NAR-01",
        judul="Kata tren",
        tingkat=Tingkat.GALAT,
        periksa=kata_tren,
        penjelasan=(
            "Kata tren (meningkat, menurun, stabil) harus sesuai dengan tren yang dihitung dari "
            "semua tahun yang ada nilainya; lihat rumus R8."
        ),
    ),
    Aturan(
        kode="NAR-04",
        judul="Tren sejak tahun tanpa data",
        tingkat=Tingkat.GALAT,
        periksa=sejak_tahun,
        penjelasan="Tren diceritakan sejak tahun yang belum mempunyai nilai.",
    ),
)

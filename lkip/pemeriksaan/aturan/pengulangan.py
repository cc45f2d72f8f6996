"""Paragraphs that are there twice, or that were taken over unchanged from last year."""

import re
from collections.abc import Iterable

from lkip.pemeriksaan.bahan import Bahan, BerisiTeks, Teks
from lkip.pemeriksaan.kutip import temuan_teks
from lkip.pemeriksaan.temuan import Aturan, Temuan, Tingkat

PALING_PENDEK = 60  # letters; short items such as "Meja kerja" may well repeat
AWAL = 60
_BUKAN_HURUF = re.compile(r"[\W\d_]+")


def _inti(alinea: str) -> str:
    return _BUKAN_HURUF.sub(" ", alinea.casefold()).strip()


def alinea_ganda(bahan: BerisiTeks) -> Iterable[Temuan]:
    pertama: dict[str, Teks] = {}
    for teks in bahan.teks:
        for alinea in teks.alinea:
            inti = _inti(alinea)
            if len(inti) < PALING_PENDEK:
                continue
            if inti in pertama:
                yield temuan_teks(
                    teks,
                    alinea,
                    (0, min(len(alinea), AWAL)),
                    f"Sama dengan yang tertulis pada {pertama[inti].tempat}: “{{kutipan}}”.",
                )
            pertama.setdefault(inti, teks)


def tidak_berubah(bahan: Bahan) -> Iterable[Temuan]:
    """Sections of which last year's paragraphs all stand again, word for word and number for number."""
    for teks in bahan.teks:
        lalu = {satu for satu in teks.lalu if len(satu) >= PALING_PENDEK}
        kini = [satu for satu in teks.alinea if len(satu) >= PALING_PENDEK]
        sama = [satu for satu in kini if satu in lalu]
        if kini and len(sama) == len(kini):
            yield temuan_teks(
                teks,
                sama[0],
                (0, min(len(sama[0]), AWAL)),
                "Isinya sama persis dengan laporan tahun lalu: “{kutipan}”.",
            )


ATURAN = (
    Aturan(
        kode="NAR-15",
        judul="Alinea terulang",
        tingkat=Tingkat.PERINGATAN,
        periksa=alinea_ganda,
        penjelasan="Alinea yang sama tertulis di dua tempat. Tulis satu kali, atau bedakan isinya.",
    ),
    Aturan(
        kode="NAR-20",
        judul="Sama dengan tahun lalu",
        tingkat=Tingkat.PERINGATAN,
        periksa=tidak_berubah,
        penjelasan="Semua alinea bagian itu sama persis dengan laporan tahun lalu.",
    ),
)

"""Years in a text that the report is not about: left over from the report of another year."""

import re
from collections.abc import Iterable, Iterator

from lkip.pemeriksaan.bahan import Bahan, Teks
from lkip.pemeriksaan.kutip import temuan_teks
from lkip.pemeriksaan.temuan import Aturan, Temuan, Tingkat

TAHUN = re.compile(r"(?<![\d./-])(?:19|20)\d\d(?![\d/]|\.\d)")
# A year that belongs to a regulation, a decree or a date of one is not the year that is told of.
PERATURAN = re.compile(
    r"(?:Undang-Undang|Peraturan|Permen\w*|Perpres|Perda|Perbup|Keputusan|Instruksi|Surat Edaran|"
    r"Kepmen\w*|UU|PP|Nomor|No\.)[^.;]{0,160}$",
    re.IGNORECASE,
)


def tahun_basi(bahan: Bahan) -> Iterable[Temuan]:
    """Years outside the plan, and the year before where the sentence speaks of the report year."""
    for teks in bahan.teks:
        for alinea in teks.alinea:
            yield from _dalam(bahan, teks, alinea)


def _dalam(bahan: Bahan, teks: Teks, alinea: str) -> Iterator[Temuan]:
    for cocok in TAHUN.finditer(alinea):
        tahun = int(cocok.group())
        if tahun in bahan.tahun_pembanding or PERATURAN.search(alinea[: cocok.start()]):
            continue
        yield temuan_teks(
            teks,
            alinea,
            cocok.span(),
            f"Tahun {tahun} bukan tahun laporan ({bahan.laporan.tahun}) dan di luar masa Renstra: "
            "“{kutipan}”.",
        )


PERBANDINGAN = re.compile(r"sebelum|lalu|dibanding|terhadap|hasil evaluasi|s\.d\.", re.IGNORECASE)
LAPORAN_TAHUN = re.compile(
    r"\b(?:LKIP|LAKIP|Laporan Kinerja|Perjanjian Kinerja|tahun anggaran|capaian kinerja)\b"
    r"[^.;]{0,60}?\btahun\s+((?:19|20)\d\d)",
    re.IGNORECASE,
)


def tahun_laporan_lain(bahan: Bahan) -> Iterable[Temuan]:
    """A report, agreement or budget named with another year than the report's."""
    kini = bahan.laporan.tahun
    for teks in bahan.teks:
        for alinea in teks.alinea:
            for cocok in LAPORAN_TAHUN.finditer(alinea):
                tahun = int(cocok.group(1))
                if tahun in (kini, kini + 1) or tahun not in bahan.tahun_pembanding:
                    continue
                if PERBANDINGAN.search(alinea):
                    continue
                yield temuan_teks(
                    teks,
                    alinea,
                    cocok.span(),
                    f"Tertulis tahun {tahun}, sedangkan laporan ini untuk tahun {kini}: "
                    "“{kutipan}”.",
                )


ATURAN = (
    Aturan(
        kode="DOK-03",
        judul="Tahun yang basi",
        tingkat=Tingkat.PERINGATAN,
        periksa=tahun_basi,
        penjelasan=(
            "Tahun di luar masa Renstra biasanya tertinggal dari laporan lama. Tahun peraturan "
            "tidak diperiksa."
        ),
    ),
    Aturan(
        kode="DOK-03b",
        judul="Tahun laporan yang lain",
        tingkat=Tingkat.PERINGATAN,
        periksa=tahun_laporan_lain,
        penjelasan=(
            "Laporan, perjanjian, atau tahun anggaran disebut dengan tahun yang bukan tahun "
            "laporan ini, dan kalimatnya bukan perbandingan."
        ),
    ),
)

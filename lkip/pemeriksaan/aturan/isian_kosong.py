"""Places that a template left open: "Rp..", "sebanyak  indikator", "(jumlah)"."""

import re
from collections.abc import Iterable

from lkip.pemeriksaan.bahan import BerisiTeks
from lkip.pemeriksaan.kutip import temuan_teks
from lkip.pemeriksaan.temuan import Aturan, Temuan, Tingkat

SATUAN = r"(?:indikator|orang|jiwa|dokumen|kegiatan|program|desa|kelurahan|laporan|persen|rupiah|%)"
POLA = re.compile(
    r"""(?<!\()Rp\.?\s*(?:\.{2,}|…|_+|(?=[,;)]|$|\s+(?:dan|atau|dengan|dari|yang|(?:te|di)realisasi\w*)\b))
    |Rp\.{2,}                                                                      # an amount left out
    |\b(?:sebanyak|sebesar|berjumlah|sejumlah|mencapai)\s*(?:\.{2,}|…|_{2,})
    |\b(?:sebanyak|sebesar|berjumlah|sejumlah)\s+(?=SATUAN\b)                      # a number left out
    |\.{4,}|_{3,}|…{2,}|\[[^\]]*\]|\((?:jumlah|isi|nama|tanggal|nomor)\)
    |\bX{2,}\b|\bxx+\b|(?<![\w.])\.\.(?![.\w])|\b(?:lorem ipsum|TODO|(?:belum|harap|mohon|perlu) diisi)\b|\(\s*diisi\b[^)]*\)
    |\b(?:sebesar|mencapai|menjadi|hingga)\s+(?:[A-Za-z]+\s+)?%(?=\s|$)                # a percentage left out
    |(?<=[A-Za-z])\s+%(?=\s+(?:mengalami|dari|naik|turun|meningkat|menurun)\b)
    """.replace("SATUAN", SATUAN),
    re.VERBOSE,
)


def isian_kosong(bahan: BerisiTeks) -> Iterable[Temuan]:
    for teks in bahan.teks:
        for alinea in teks.alinea:
            for cocok in POLA.finditer(alinea):
                yield temuan_teks(
                    teks, alinea, cocok.span(), "Ada bagian yang belum diisi: “{kutipan}”."
                )


ATURAN = (
    Aturan(
        kode="NAR-21",
        judul="Isian yang dibiarkan kosong",
        tingkat=Tingkat.GALAT,
        periksa=isian_kosong,
        penjelasan=(
            "Bagian templat yang belum diisi: jumlah rupiah tanpa angka, titik-titik, kurung berisi "
            "“jumlah”, atau “sebanyak” tanpa angka."
        ),
    ),
)

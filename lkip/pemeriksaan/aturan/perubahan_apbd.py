"""A text that denies the change of the budget, or of the agreement, that the office has."""

import re
from collections.abc import Iterable

from lkip.isi.anggaran import Tahap
from lkip.pemeriksaan.bahan import Bahan
from lkip.pemeriksaan.kutip import temuan_teks
from lkip.pemeriksaan.temuan import Aturan, Temuan, Tingkat

MENYANGKAL = re.compile(
    r"\b(?:tidak\s+(?:ada|adanya|terdapat|terjadi|mengalami|dilakukan)|tanpa)\s+"
    r"perubahan\s+(?:APBD|anggaran|DPA|perjanjian\s+kinerja|PK)\b",
    re.IGNORECASE,
)


def sangkal_perubahan(bahan: Bahan) -> Iterable[Temuan]:
    laporan = bahan.laporan
    ada_pk = any(pk.jenis is Tahap.PERUBAHAN for pk in laporan.perjanjian)
    if not (laporan.anggaran.ada_perubahan or ada_pk):
        return
    for teks in bahan.teks:
        for alinea in teks.alinea:
            for cocok in MENYANGKAL.finditer(alinea):
                yield temuan_teks(
                    teks,
                    alinea,
                    cocok.span(),
                    f"Perubahan tahun {laporan.tahun} ada dalam data, tetapi tertulis: “{{kutipan}}”.",
                )


ATURAN = (
    Aturan(
        kode="ANG-15",
        judul="Perubahan yang disangkal",
        tingkat=Tingkat.GALAT,
        periksa=sangkal_perubahan,
        penjelasan=(
            "Naskah menyatakan tidak ada perubahan anggaran atau perjanjian, padahal Perubahan "
            "APBD atau PK Perubahan ada dalam data."
        ),
    ),
)

"""What a report says in one place and denies in another."""

import re
from collections.abc import Iterable

from lkip.pemeriksaan.bahan import Bahan
from lkip.pemeriksaan.kutip import temuan_analisis, temuan_teks
from lkip.pemeriksaan.temuan import Aturan, Temuan, Tingkat

KATA = re.compile(r"[a-z]{4,}")
UMUM = frozenset(
    """yang dengan untuk dalam pada dari oleh serta adanya masih belum tidak kurang sangat telah sudah
    sering secara terhadap karena memadai tersedia tersedianya kecamatan""".split()
)
SERUPA = 0.6  # of all words of both
KURANG = re.compile(
    r"\b(?:sarana|prasarana|gedung|peralatan|fasilitas)\b[^.;]{0,60}?"
    r"\b(?:kurang|belum|tidak)\s+(?:memadai|layak|mencukupi|lengkap)\b",
    re.IGNORECASE,
)


def faktor_sekaligus_kendala(bahan: Bahan) -> Iterable[Temuan]:
    """A cause of success that is a cause of failure in the same report."""
    buruk = [
        (simpul, satu.uraian)
        for simpul in bahan.laporan.sasaran
        for satu in (*simpul.analisis.penghambat, *simpul.analisis.kendala)
    ]
    for simpul in bahan.laporan.sasaran:
        for satu in simpul.analisis.pendorong:
            sama = next((lain for lain in buruk if _serupa(satu.uraian, lain[1])), None)
            if sama:
                yield temuan_analisis(
                    simpul,
                    f"“{satu.uraian}” disebut pendorong, tetapi pada {sama[0].label} disebut "
                    f"penghambat atau kendala: “{sama[1]}”.",
                )


def _serupa(satu: str, lain: str) -> bool:
    kata, kata_lain = _kata(satu), _kata(lain)
    semua = kata | kata_lain
    return len(kata & kata_lain) >= 2 and len(kata & kata_lain) / len(semua) >= SERUPA


def _kata(uraian: str) -> set[str]:
    return set(KATA.findall(uraian.casefold())) - UMUM


def sarana_kurang(bahan: Bahan) -> Iterable[Temuan]:
    """Equipment called wanting, though all of it is in order and as much as there should be."""
    sarana = bahan.laporan.sarana
    if not sarana or any(satu.kondisi.casefold() != "baik" or satu.kekurangan for satu in sarana):
        return
    for teks in bahan.teks:
        for kalimat in teks.kalimat:
            for cocok in KURANG.finditer(kalimat):
                yield temuan_teks(
                    teks,
                    kalimat,
                    cocok.span(),
                    f"Tertulis “{{kata}}”, sedangkan {len(sarana)} jenis sarana semuanya berkondisi Baik "
                    "dan tidak ada yang kurang.",
                )


ATURAN = (
    Aturan(
        kode="NAR-14",
        judul="Pendorong sekaligus penghambat",
        tingkat=Tingkat.PERINGATAN,
        periksa=faktor_sekaligus_kendala,
        penjelasan="Hal yang sama disebut sebab keberhasilan dan sebab kegagalan dalam satu laporan.",
    ),
    Aturan(
        kode="NAR-18",
        judul="Sarana yang disebut kurang",
        tingkat=Tingkat.PERINGATAN,
        periksa=sarana_kurang,
        penjelasan="Naskah menyebut sarana kurang memadai, padahal tabel sarana mencatat semuanya Baik dan "
        "jumlahnya cukup. Betulkan tabelnya atau naskahnya.",
    ),
)

"""Targets that a text names, and one value told of two years."""

import re
from collections.abc import Iterable
from decimal import Decimal

from lkip.isi.kinerja import Indikator
from lkip.pemeriksaan.aturan.angka import ANGKA, BULAT, baca_angka
from lkip.pemeriksaan.bahan import Bahan
from lkip.pemeriksaan.kutip import temuan_teks
from lkip.pemeriksaan.sebutan import indikator_kalimat
from lkip.pemeriksaan.temuan import Aturan, Temuan, Tingkat

TARGET = re.compile(
    rf"\btarget(?:nya)?\s+(?:(?:kinerja|tahun(?:\s+\d{{4}})?|sebesar|adalah|yaitu|sebanyak)\s+)*"
    rf"(?!(?:19|20)\d\d\b)({ANGKA})",
    re.IGNORECASE,
)
TAHUN_NILAI = re.compile(
    rf"\btahun\s+((?:19|20)\d\d)\b[^.;]{{0,60}}?(?<![\d.,])({ANGKA})\s*(?:%|persen\b)",
    re.IGNORECASE,
)


def target_di_luar_data(bahan: Bahan) -> Iterable[Temuan]:
    for teks in bahan.teks:
        for kalimat in teks.kalimat:
            cocok = TARGET.search(kalimat)
            satu = cocok and indikator_kalimat(bahan, teks, kalimat)
            if not (cocok and satu):
                continue
            nilai, desimal = baca_angka(cocok.group(1))
            if all(_beda(nilai, desimal, target) for target in _target(satu)):
                yield temuan_teks(
                    teks,
                    kalimat,
                    cocok.span(),
                    f"Tertulis “{{kata}}”, sedangkan target {satu.nama} tahun {bahan.laporan.tahun} "
                    f"adalah {satu.target.teks}.",
                )


def _target(satu: Indikator) -> Iterable[Decimal]:
    """Every target of the indikator, whatever the year and the document."""
    tahunan = (nilai for _, nilai in satu.target_renstra)
    triwulan = (tw.target for tw in satu.triwulan)
    semua = (satu.target, satu.target_murni, satu.target_rkt, *tahunan, *triwulan)
    return {nilai.angka for nilai in semua if nilai.angka is not None}


def _beda(nilai: Decimal, desimal: int, target: Decimal) -> bool:
    return abs(target - nilai) >= Decimal(1).scaleb(-desimal)


def nilai_dua_tahun(bahan: Bahan) -> Iterable[Temuan]:
    """The same percentage told of two years: one of them was copied and not filled in."""
    for teks in bahan.teks:
        tahun: dict[Decimal, str] = {}
        for kalimat in teks.kalimat:
            for cocok in TAHUN_NILAI.finditer(kalimat):
                nilai = baca_angka(cocok[2])[0]
                if nilai in BULAT:
                    continue
                lain = tahun.setdefault(nilai, cocok[1])
                if lain != cocok[1]:
                    yield temuan_teks(
                        teks,
                        kalimat,
                        cocok.span(),
                        f"Nilai yang sama tertulis untuk tahun {lain} dan {cocok[1]}: “{{kutipan}}”.",
                    )


ATURAN = (
    Aturan(
        kode="NAR-08",
        judul="Target dalam naskah",
        tingkat=Tingkat.PERINGATAN,
        periksa=target_di_luar_data,
        penjelasan="Target yang disebut untuk sebuah indikator harus salah satu targetnya: dalam Renstra, "
        "RKT, PK, atau rencana aksi.",
    ),
    Aturan(
        kode="NAR-10",
        judul="Nilai sama untuk dua tahun",
        tingkat=Tingkat.INFO,
        periksa=nilai_dua_tahun,
        penjelasan="Persentase yang sama tertulis untuk dua tahun yang berbeda; mungkin tertinggal "
        "dari tahun lalu.",
    ),
)

"""Words of change against the series of the tables."""

import re
from collections.abc import Iterable
from decimal import Decimal
from itertools import pairwise

from lkip.pemeriksaan.temuan import Tingkat
from lkip.periksa_dokumen.kinerja import Bagian, Deret, iter_bagian, iter_deret, mirip
from lkip.periksa_dokumen.naskah import Naskah
from lkip.periksa_dokumen.temuan import AturanDokumen, TemuanDokumen, temukan

ARAH = re.compile(
    r"\btren (?:yang )?(peningkatan|meningkat|kenaikan|naik|penurunan|menurun|turun|stabil|fluktuatif)",
    re.IGNORECASE,
)
SEJAK = re.compile(r"\bsejak (?:kurun waktu )?(?:tahun )?((?:19|20)\d\d)", re.IGNORECASE)
NAIK = frozenset({"peningkatan", "meningkat", "kenaikan", "naik"})
TURUN = frozenset({"penurunan", "menurun", "turun"})


def _arah(nilai: list[Decimal]) -> str:
    beda = [baru - lama for lama, baru in pairwise(nilai)]
    if not any(beda):
        return "stabil"
    if all(satu >= 0 for satu in beda):
        return "meningkat"
    return "menurun" if all(satu <= 0 for satu in beda) else "fluktuatif"


def _sebutan(kata: str) -> str:
    kata = kata.casefold()
    return "meningkat" if kata in NAIK else "menurun" if kata in TURUN else kata


def _deret_bagian(bagian: Bagian, semua: list[Deret]) -> Deret | None:
    return next((d for d in semua if any(mirip(bagian.nama, nama) for nama in d.nama)), None)


def kata_tren(naskah: Naskah) -> Iterable[TemuanDokumen]:
    semua = [satu for satu in iter_deret(naskah) if not satu.target and len(satu.ada) > 1]
    for bagian in iter_bagian(naskah):
        deret = _deret_bagian(bagian, semua)
        for alinea in bagian.isi[:3] if deret else ():
            cocok = ARAH.search(alinea.teks)
            arah = _arah([nilai.angka for _, nilai in deret.ada]) if deret else ""
            if cocok and deret and _sebutan(cocok[1]) != arah:
                yield temukan(
                    alinea.tempat,
                    alinea.teks,
                    f"{deret.tabel.nama}: "
                    + ", ".join(f"{tahun} {nilai.teks}" for tahun, nilai in deret.ada)
                    + ".",
                    arah,
                )


def tahun_awal(naskah: Naskah) -> Iterable[TemuanDokumen]:
    semua = [satu for satu in iter_deret(naskah) if not satu.target and satu.ada]
    for bagian in iter_bagian(naskah):
        deret = _deret_bagian(bagian, semua)
        for alinea in bagian.isi[:3] if deret else ():
            cocok = SEJAK.search(alinea.teks)
            if cocok and deret and int(cocok[1]) < deret.ada[0][0]:
                yield temukan(
                    alinea.tempat,
                    alinea.teks,
                    f"{deret.tabel.nama} tidak memuat data tahun {cocok[1]}.",
                    f"sejak {deret.ada[0][0]}",
                )


ATURAN = (
    AturanDokumen(
        kode="NAR-01",
        judul="Kata tren",
        tingkat=Tingkat.GALAT,
        periksa=kata_tren,
        penjelasan=(
            "Kata tren dalam uraian sebuah sasaran dibandingkan dengan realisasinya dari tahun "
            "ke tahun dalam tabel. Meningkat berarti tidak pernah turun, menurun berarti tidak "
            "pernah naik, stabil berarti tetap, dan selain itu fluktuatif."
        ),
    ),
    AturanDokumen(
        kode="NAR-04",
        judul="Tahun awal tren",
        tingkat=Tingkat.GALAT,
        periksa=tahun_awal,
        penjelasan=(
            "Tren yang disebut “sejak” suatu tahun memerlukan realisasi tahun itu dalam tabel. "
            "Tulis tahun pertama yang ada realisasinya, atau lengkapi tabelnya."
        ),
    ),
)

"""Counts in sentences: how many indikator, how many program; figures and their words."""

import re
from collections.abc import Iterable
from decimal import Decimal
from itertools import zip_longest

from lkip.pemeriksaan.temuan import Tingkat
from lkip.periksa_dokumen.anggaran import tabel_uang
from lkip.periksa_dokumen.aturan.persen import total_pagu
from lkip.periksa_dokumen.kinerja import Ukuran, hitung_capaian, iter_ukuran
from lkip.periksa_dokumen.naskah import Naskah
from lkip.periksa_dokumen.nilai import cetak, iter_uang
from lkip.periksa_dokumen.skala import baca_skala
from lkip.periksa_dokumen.temuan import AturanDokumen, TemuanDokumen, temukan
from lkip.terbilang import terbilang

BANYAK_INDIKATOR = re.compile(r"(\d{1,2}) (?:\([a-z ]+\) )?indikator", re.IGNORECASE)
POSISI = (
    ("di atas target", re.compile(r"di ?atas target|melampaui target|melebihi target", re.I), 1),
    (
        "di bawah target",
        re.compile(r"di ?bawah target|(?:belum|tidak) (?:ter)?(?:men)?capai", re.I),
        -1,
    ),
)
KATEGORI = re.compile(
    r"(?:kategori|predikat) (Sangat Tinggi|Tinggi|Sedang|Rendah|Sangat Rendah)\b", re.IGNORECASE
)
SUSUNAN = re.compile(
    r"(\d{1,2}) program\W+(?:dan )?(\d{1,3}) kegiatan\W+(?:dan )?(\d{1,3}) sub ?kegiatan",
    re.IGNORECASE,
)
BERKATA = re.compile(r"(?<![\d.,])(\d{1,3}) \(([a-zA-Z ]{2,40})\)")
KATA_BILANGAN = re.compile(
    r"(?:se|nol|satu|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|puluh|belas|ratus| )+",
    re.IGNORECASE,
)


def _capaian(ukuran: Ukuran) -> Decimal | None:
    if ukuran.target is None or ukuran.realisasi is None:
        return None
    hasil = hitung_capaian(ukuran.realisasi.angka, ukuran.target.angka)
    return hasil[0] if hasil else None


def hitungan_indikator(naskah: Naskah) -> Iterable[TemuanDokumen]:
    capaian = [nilai for satu in iter_ukuran(naskah) if (nilai := _capaian(satu)) is not None]
    skala = baca_skala(naskah)
    for alinea in naskah.alinea if capaian else ():
        semua = list(BANYAK_INDIKATOR.finditer(alinea.teks))
        for cocok, lanjut in zip_longest(semua, semua[1:]):
            akhir = lanjut.start() if lanjut else cocok.end() + 90
            potongan = alinea.teks[cocok.end() : akhir].partition(". ")[0]
            for sebutan, banyak in _banyak(potongan, capaian, skala):
                if banyak != int(cocok[1]):
                    yield temukan(
                        alinea.tempat,
                        alinea.teks[cocok.start() : cocok.end() + 60],
                        f"Menurut tabel, indikator {sebutan} ada {banyak}.",
                        str(banyak),
                    )


def _banyak(potongan: str, capaian: list[Decimal], skala) -> Iterable[tuple[str, int]]:
    for sebutan, pola, arah in POSISI:
        if pola.search(potongan):
            yield sebutan, sum((nilai > 100) - (nilai < 100) == arah for nilai in capaian)
            return
    if cocok := KATEGORI.search(potongan):
        predikat = cocok[1].casefold()
        yield (
            f"berpredikat {cocok[1]}",
            sum(predikat in skala.predikat(nilai) for nilai in capaian),
        )


def susunan_anggaran(naskah: Naskah) -> Iterable[TemuanDokumen]:
    """ "2 program, 3 kegiatan, 4 sub kegiatan": as many as the tables have, for the total they have."""
    tingkat = _tingkat(naskah)
    total = total_pagu(naskah)
    for alinea in naskah.alinea:
        for cocok in SUSUNAN.finditer(alinea.teks):
            banyak = tuple(map(int, cocok.groups()))
            if tingkat and banyak not in tingkat:
                nyata = max(tingkat)
                yield temukan(
                    alinea.tempat,
                    cocok[0],
                    "Menurut tabel: {} program, {} kegiatan, {} sub kegiatan.".format(*nyata),
                )
            dekat = alinea.teks[max(cocok.start() - 80, 0) : cocok.end() + 120]
            uang = [nilai for _, nilai in iter_uang(dekat)]
            if uang and total and not set(uang) & total:
                yield temukan(
                    alinea.tempat,
                    dekat,
                    f"{cetak(uang[0])} bukan jumlah anggaran seluruh program.",
                    cetak(max(total)),
                )


def _tingkat(naskah: Naskah) -> set[tuple[int, ...]]:
    """How many rows of each of three levels the numbered tables have."""
    hasil = set()
    for tabel, _ in tabel_uang(naskah):
        banyak = [
            sum(baris.kode.count(".") == titik for baris in tabel.baris if baris.kode)
            for titik in range(3)
        ]
        if all(banyak):
            hasil.add(tuple(banyak))
    return hasil


def angka_dan_kata(naskah: Naskah) -> Iterable[TemuanDokumen]:
    for alinea in naskah.alinea:
        for cocok in BERKATA.finditer(alinea.teks):
            kata = " ".join(cocok[2].casefold().split())
            if KATA_BILANGAN.fullmatch(kata) and kata != terbilang(int(cocok[1])).casefold():
                yield temukan(
                    alinea.tempat,
                    cocok[0],
                    "Angka dan huruf bilangannya berbeda.",
                    terbilang(int(cocok[1])),
                )


ATURAN = (
    AturanDokumen(
        kode="NAR-06",
        judul="Jumlah indikator",
        tingkat=Tingkat.GALAT,
        periksa=hitungan_indikator,
        penjelasan=(
            "Banyaknya indikator di atas target, di bawah target, atau dengan predikat tertentu "
            "yang disebut dalam kalimat dihitung ulang dari target dan realisasi dalam tabel. "
            "Capaian tepat 100% tidak termasuk di atas maupun di bawah target."
        ),
    ),
    AturanDokumen(
        kode="ANG-10",
        judul="Jumlah program dan anggarannya",
        tingkat=Tingkat.GALAT,
        periksa=susunan_anggaran,
        penjelasan=(
            "Banyaknya program, kegiatan, dan sub kegiatan yang disebut bersama dalam kalimat "
            "harus sama dengan banyaknya dalam salah satu tabel anggaran yang bernomor. Jumlah "
            "uang di dekatnya harus sama persis dengan jumlah seluruh rincian tabel."
        ),
    ),
    AturanDokumen(
        kode="NAR-06b",
        judul="Angka dan hurufnya",
        periksa=angka_dan_kata,
        penjelasan=(
            "Bilangan sampai tiga angka yang diikuti huruf di dalam kurung, seperti “2 (dua)”, "
            "harus sama dengan hurufnya. Betulkan salah satunya."
        ),
    ),
)

"""Predicates: the scale itself, and the words and ticks that use it."""

import re
from collections.abc import Iterable
from itertools import pairwise

from lkip.pemeriksaan.temuan import Tingkat
from lkip.periksa_dokumen.kinerja import capaian_persen
from lkip.periksa_dokumen.naskah import Naskah
from lkip.periksa_dokumen.nilai import cetak, iter_persen
from lkip.periksa_dokumen.skala import PREDIKAT, baca_skala
from lkip.periksa_dokumen.temuan import AturanDokumen, TemuanDokumen, temukan

SEBUTAN = re.compile(
    r"[^%.;]{0,40}?\b(?:kategori|predikat|kriteria) (sangat tinggi|tinggi|sedang|rendah|sangat rendah)\b",
    re.IGNORECASE,
)
CENTANG = frozenset({"✓", "√", "v", "V", "✔"})


def batas_tumpang(naskah: Naskah) -> Iterable[TemuanDokumen]:
    """A value that two classes claim."""
    skala = baca_skala(naskah)
    if skala.tabel is None:
        return
    for atas, bawah in pairwise(skala.kelas):
        if min(atas.batas) <= max(bawah.batas) and not bawah.kurang_dari:
            yield temukan(
                skala.tabel.tempat,
                f"{atas.nama.title()} mulai {cetak(min(atas.batas))}, {bawah.nama.title()} sampai "
                f"{cetak(max(bawah.batas))}",
                f"Nilai {cetak(max(bawah.batas))} termasuk dua kelas sekaligus.",
            )


def predikat_kalimat(naskah: Naskah) -> Iterable[TemuanDokumen]:
    skala = baca_skala(naskah)
    for alinea in naskah.alinea:
        for cocok, nilai in iter_persen(alinea.teks):
            sebutan = SEBUTAN.match(alinea.teks, cocok.end())
            if sebutan and sebutan[1].casefold() not in skala.predikat(nilai.angka):
                yield temukan(
                    alinea.tempat,
                    f"{cocok[0]}{sebutan[0]}",
                    f"{nilai.teks} tidak berpredikat {sebutan[1]}.",
                    " atau ".join(sorted(skala.predikat(nilai.angka))),
                )


def predikat_centang(naskah: Naskah) -> Iterable[TemuanDokumen]:
    """A tick in the column of another class."""
    skala = baca_skala(naskah)
    for tabel in naskah.tabel:
        kolom = {i: nama for i, judul in enumerate(tabel.kepala) if (nama := _kelas(judul))}
        capaian = tabel.kolom(r"capaian", r"akhir|predikat")
        if len(kolom) < len(PREDIKAT) or capaian is None:
            continue
        for baris in tabel.baris:
            nilai = capaian_persen(baris.sel[capaian]) if baris.sel[capaian] else None
            for urutan, nama in kolom.items():
                if (
                    baris.sel[urutan] in CENTANG
                    and nilai
                    and nama not in skala.predikat(nilai.angka)
                ):
                    yield temukan(
                        baris.tempat,
                        f"{baris.nama}: {nilai.teks}, {nama.title()}",
                        "Tanda predikat tidak sesuai capaiannya.",
                        " atau ".join(sorted(skala.predikat(nilai.angka))),
                    )


def _kelas(judul: str) -> str:
    kecil = judul.casefold()
    return next(
        (nama for nama in sorted(PREDIKAT, key=len, reverse=True) if kecil.endswith(nama)), ""
    )


ATURAN = (
    AturanDokumen(
        kode="KIN-08",
        judul="Skala predikat",
        periksa=batas_tumpang,
        penjelasan=(
            "Dalam tabel skala predikat, batas atas sebuah kelas tidak boleh termasuk kelas di "
            "atasnya, misalnya “76–90” di bawah “≥ 90”. Satu nilai hanya memiliki satu predikat."
        ),
    ),
    AturanDokumen(
        kode="KIN-08b",
        judul="Predikat dalam kalimat",
        tingkat=Tingkat.GALAT,
        periksa=predikat_kalimat,
        penjelasan=(
            "Persentase dengan kategori, predikat, atau kriteria dalam kalimat dibandingkan "
            "dengan skala predikat dalam laporan, atau skala Permendagri 86/2017 bila laporan "
            "tidak memuatnya. Nilai yang dibulatkan ke bilangan bulat diterima."
        ),
    ),
    AturanDokumen(
        kode="KIN-08c",
        judul="Predikat dalam tabel",
        tingkat=Tingkat.GALAT,
        periksa=predikat_centang,
        penjelasan=(
            "Kolom predikat yang bertanda centang dibandingkan dengan capaian di baris yang sama "
            "menurut skala predikat laporan, atau skala Permendagri 86/2017 bila laporan tidak "
            "memuatnya. Pindahkan tandanya, atau betulkan capaiannya."
        ),
    ),
)

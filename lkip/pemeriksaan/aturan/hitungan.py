"""Counts in a text, in figures or in words, against those of the data."""

import re
from collections.abc import Iterable, Iterator

from lkip.capaian import StatusTarget
from lkip.isi.laporan import Laporan
from lkip.pemeriksaan.bahan import Bahan
from lkip.pemeriksaan.bilangan import POLA, baca_bilangan
from lkip.pemeriksaan.kutip import temuan_teks
from lkip.pemeriksaan.temuan import Aturan, Temuan, Tingkat
from lkip.terbilang import terbilang

INDIKATOR = (
    rf"{POLA}\s+indikator(?:\s+kinerja(?:\s+utama)?)?\s+(?:yang\s+|telah\s+|sudah\s+|berhasil\s+)*"
)
PREDIKAT = r"(?:ber)?(?:predikat|kategori|kriteria)\s+[“\"]?"
BELUM = r"(?:belum|tidak|di\s?bawah|kurang\s+dari)\s*(?:mencapai\s+|memenuhi\s+)?target"
LAMPAU = r"(?:di\s?atas|melampaui|melebihi)\s+target"
CAPAI = r"(?:mencapai|memenuhi|sesuai|sama\s+dengan)\s+target"
EJAAN = re.compile(
    r"(?<![\d.,])(\d{1,3})\s*\(\s*((?:[a-z]+\s?){1,6})\s*\)(?!\s*(?:huruf|ayat))", re.IGNORECASE
)
# Counts of a part, or against another target: the data of the whole year says nothing of them.
SEBAGIAN = re.compile(
    r"\b(?:sasaran|tujuan|seksi|desa|triwulan|keluaran|akhir|jangka\s+menengah|lalu|sebelumnya)\b"
    r"|\bsub\s?kegiatan\b[^.;]*\bindikator\b",
    re.IGNORECASE,
)


def _pola(isi: str) -> re.Pattern[str]:
    return re.compile(isi, re.IGNORECASE)


def _hitungan(laporan: Laporan) -> Iterator[tuple[re.Pattern[str], str, frozenset[int]]]:
    """(what a sentence counts, how the data calls it, how many it may say)."""
    status = laporan.rekap.status
    lampau, sampai = status[StatusTarget.MELAMPAUI], status[StatusTarget.MENCAPAI]
    yield _pola(INDIKATOR + LAMPAU), "indikator melampaui target", frozenset({lampau})
    yield (
        _pola(INDIKATOR + BELUM),
        "indikator belum mencapai target",
        frozenset({status[StatusTarget.BELUM]}),
    )
    yield (
        _pola(INDIKATOR + CAPAI),
        "indikator mencapai target",
        frozenset({sampai, sampai + lampau}),
    )
    for kelas, banyak in laporan.rekap.predikat:
        nama = rf"{INDIKATOR}(?:dengan\s+)?{PREDIKAT}{re.escape(kelas.nama)}\b"
        yield _pola(nama), f"indikator berpredikat {kelas.nama}", frozenset({banyak})
    anggaran = laporan.anggaran
    for kata, baris in (
        ("program", anggaran.program),
        ("kegiatan", anggaran.kegiatan),
        (r"sub\s?kegiatan", anggaran.sub_kegiatan),
    ):
        dipakai = sum(satu.pagu > 0 for satu in baris)
        # Where the sentence counts two levels, it counts those of the budget, not of one sasaran.
        pola = rf"{POLA}\s+{kata}\b(?=[^.;]{{0,40}}\d[^.;]{{0,12}}\s(?:sub\s?)?kegiatan\b)"
        yield _pola(pola), kata.replace(r"\s?", " "), frozenset({len(baris), dipakai})


def jumlah_disebut(bahan: Bahan) -> Iterable[Temuan]:
    hitungan = tuple(_hitungan(bahan.laporan))
    for teks in bahan.teks:
        for kalimat in teks.kalimat:
            if teks.alamat[0] == "analisis" or SEBAGIAN.search(kalimat):
                continue
            for pola, nama, boleh in hitungan:
                for cocok in pola.finditer(kalimat):
                    if baca_bilangan(cocok) not in boleh:
                        ada = " atau ".join(map(str, sorted(boleh)))
                        yield temuan_teks(
                            teks,
                            kalimat,
                            cocok.span(),
                            f"Tertulis “{{kata}}”; menurut data ada {ada} {nama}.",
                        )


def ejaan_bilangan(bahan: Bahan) -> Iterable[Temuan]:
    """A number and its words in brackets that say different things."""
    satuan = frozenset(terbilang(n) for n in range(1, 1000))
    for teks in bahan.teks:
        for kalimat in teks.kalimat:
            for cocok in EJAAN.finditer(kalimat):
                kata = " ".join(cocok[2].casefold().split())
                if kata in satuan and kata != terbilang(int(cocok[1])):
                    yield temuan_teks(
                        teks,
                        kalimat,
                        cocok.span(),
                        f"Angka dan hurufnya berbeda: “{{kata}}”; {cocok[1]} adalah "
                        f"{terbilang(int(cocok[1]))}.",
                    )


ATURAN = (
    Aturan(
        kode="NAR-06",
        judul="Jumlah dalam naskah",
        tingkat=Tingkat.PERINGATAN,
        periksa=jumlah_disebut,
        penjelasan="Banyaknya indikator menurut target atau predikat, dan banyaknya program, kegiatan, "
        "dan sub kegiatan, harus sama dengan data, ditulis dengan angka atau huruf.",
    ),
    Aturan(
        kode="NAR-06b",
        judul="Angka dan huruf berbeda",
        tingkat=Tingkat.GALAT,
        periksa=ejaan_bilangan,
        penjelasan="Huruf di dalam kurung harus menyebut bilangan yang sama dengan angkanya.",
    ),
)

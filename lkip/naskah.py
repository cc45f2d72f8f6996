"""The sections that staff write, and how their text becomes clean HTML."""

import re
from functools import lru_cache

import nh3

from lkip.naskah_blok import Alinea, Blok, Butir, Daftar, Potongan, tulis
from lkip.naskah_susun import baca_blok

BAGIAN = {
    "kata_pengantar": "Kata Pengantar",
    "ikhtisar": "Ikhtisar Eksekutif",
    "latar_belakang": "Bab I – Latar Belakang",
    "maksud_tujuan": "Bab I – Maksud dan Tujuan",
    "kedudukan": "Bab I – Kedudukan, Tugas, Fungsi, dan Susunan Organisasi",
    "sdm": "Bab I – Sumber Daya Manusia",
    "sarana": "Bab I – Sarana dan Prasarana",
    "isu_strategis": "Bab I – Isu Strategis",
    "wilayah": "Bab I – Profil Wilayah",
    "potensi": "Bab I – Potensi Wilayah",
    "renstra_pengantar": "Bab II – Rencana Strategis",
    "iku_pengantar": "Bab II – Indikator Kinerja Utama",
    "pk_pengantar": "Bab II – Perjanjian Kinerja",
    "pengukuran_pengantar": "Bab III – Pengukuran Kinerja",
    "efisiensi_ulasan": "Bab III – Efisiensi Penggunaan Sumber Daya",
    "anggaran_ulasan": "Bab III – Realisasi Anggaran",
    "penutup": "Bab IV – Penutup",
}

# What the editor offers, by the names of its extensions, and the tags and attributes of each.
EKSTENSI: dict[str, dict[str, frozenset[str]]] = {
    "Paragraph": {"p": frozenset()},
    "Bold": {"strong": frozenset()},
    "Italic": {"em": frozenset()},
    "BulletList": {"ul": frozenset()},
    "OrderedList": {"ol": frozenset()},
    "ListItem": {"li": frozenset()},
    "HardBreak": {"br": frozenset()},
    "Table": dict.fromkeys(("table", "thead", "tbody"), frozenset()),
    "TableRow": {"tr": frozenset()},
    "TableHeader": {"th": frozenset({"colspan", "rowspan"})},
    "TableCell": {"td": frozenset({"colspan", "rowspan"})},
}
TAG = {tag for isi in EKSTENSI.values() for tag in isi}
ATRIBUT = {tag: set(nama) for isi in EKSTENSI.values() for tag, nama in isi.items() if nama}
BATAS_ISI = 30_000
BUTIR = re.compile(r"^(?:(?P<nomor>\d+[.)])|[-•–])\s+(?P<isi>.+)$")


@lru_cache(maxsize=256)
def bersihkan(kode: str) -> str:
    """Return HTML with nothing but paragraphs, lists, tables, bold and italic, in their one form.

    Scripts, styles, links and pictures go; lists of Word become lists. The result is well-formed
    XML but for <br>, bounded in depth, and cleaning it again changes nothing.
    """
    return nh3.clean(tulis(baca_blok(kode)), tags=TAG, attributes=ATRIBUT, link_rel=None)


def html_dari_teks(teks: str) -> str:
    """Turn plain text into HTML: a blank line ends a paragraph, "1." and "-" start list items."""
    blok = re.split(r"\n\s*\n", teks.strip())
    return tulis(_blok(satu) for satu in blok if satu.strip())


def _blok(blok: str) -> Blok:
    baris = [satu.strip() for satu in blok.splitlines() if satu.strip()]
    butir = [BUTIR.match(satu) for satu in baris]
    if butir and all(butir):
        isi = [Butir([Alinea([Potongan(satu["isi"])])]) for satu in butir]
        return Daftar(bool(butir[0]["nomor"]), isi)
    return Alinea([Potongan(" ".join(baris))])

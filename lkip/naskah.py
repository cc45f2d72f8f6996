"""The sections that staff write, and how their text becomes clean HTML."""

import html
import re

import nh3

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

TAG = {"p", "strong", "em", "ul", "ol", "li", "br", "table", "thead", "tbody", "tr", "th", "td"}
ATRIBUT = {"th": {"colspan", "rowspan"}, "td": {"colspan", "rowspan"}}
BUTIR = re.compile(r"^(?:(?P<nomor>\d+[.)])|[-•–])\s+(?P<isi>.+)$")


def bersihkan(kode: str) -> str:
    """Return HTML with nothing but the few tags of a narrative; scripts, styles and links go."""
    return nh3.clean(kode, tags=TAG, attributes=ATRIBUT, link_rel=None)


def html_dari_teks(teks: str) -> str:
    """Turn plain text into HTML: a blank line ends a paragraph, "1." and "-" start list items."""
    blok = re.split(r"\n\s*\n", teks.strip())
    return "".join(_html_blok(satu) for satu in blok if satu.strip())


def _html_blok(blok: str) -> str:
    baris = [satu.strip() for satu in blok.splitlines() if satu.strip()]
    butir = [BUTIR.match(satu) for satu in baris]
    if all(butir):
        tag = "ol" if butir[0]["nomor"] else "ul"
        isi = "".join(f"<li>{html.escape(satu['isi'])}</li>" for satu in butir)
        return f"<{tag}>{isi}</{tag}>"
    return f"<p>{html.escape(' '.join(baris))}</p>"

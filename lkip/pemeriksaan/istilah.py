"""Terms that the law replaced, and regulations that reports cite: data of the rules."""

import re
from dataclasses import dataclass


@dataclass(frozen=True)
class Istilah:
    """An obsolete term, what to write instead, and the regulation that changed it."""

    pola: re.Pattern[str]
    ganti: str
    dasar: str


def _istilah(lama: str, ganti: str, dasar: str) -> Istilah:
    return Istilah(re.compile(rf"\b{lama}\b", re.IGNORECASE), ganti, dasar)


ISTILAH_USANG = (
    _istilah(r"belanja (?:tidak )?langsung", "belanja operasi", "PP 12/2019"),
    _istilah(r"Kepala Kecamatan", "Camat", "PP 17/2018"),
    _istilah(r"LAKIP", "LKIP", "PermenPANRB 53/2014"),
    _istilah(
        r"Dokumen Perubahan Pelaksanaan Anggaran",
        "Dokumen Pelaksanaan Perubahan Anggaran",
        "PP 12/2019",
    ),
    _istilah(r"Penetapan Kinerja", "Perjanjian Kinerja", "PermenPANRB 53/2014"),
)

EJAAN = (
    _istilah(r"efektifitas", "efektivitas", "KBBI"),
    _istilah(r"aktifitas", "aktivitas", "KBBI"),
    _istilah(r"ketentraman", "ketenteraman", "KBBI"),
    _istilah(r"prosentase", "persentase", "KBBI"),
    _istilah(r"analisa", "analisis", "KBBI"),
)


@dataclass(frozen=True)
class Peraturan:
    """A regulation by kind, number and year; `pengganti` is the one that superseded it."""

    jenis: str
    nomor: str
    tahun: int
    tentang: str
    pengganti: str = ""


PERATURAN = (
    Peraturan(
        "PermenPANRB", "53", 2014, "petunjuk teknis Perjanjian Kinerja dan pelaporan kinerja"
    ),
    Peraturan("PermenPANRB", "88", 2021, "evaluasi AKIP"),
    Peraturan("PermenPANRB", "12", 2015, "pedoman evaluasi SAKIP", "PermenPANRB 88/2021"),
    Peraturan("PermenPANRB", "29", 2010, "pedoman penyusunan PK dan LAKIP", "PermenPANRB 53/2014"),
    Peraturan("PermenPANRB", "14", 2017, "survei kepuasan masyarakat"),
    Peraturan("Perpres", "29", 2014, "SAKIP"),
    Peraturan("Permendagri", "86", 2017, "perencanaan dan evaluasi pembangunan daerah"),
    Peraturan("Permendagri", "54", 2010, "tata cara perencanaan daerah", "Permendagri 86/2017"),
    Peraturan("Permendagri", "13", 2006, "pengelolaan keuangan daerah", "Permendagri 77/2020"),
    Peraturan("Permendagri", "77", 2020, "pengelolaan keuangan daerah"),
    Peraturan("PP", "8", 2006, "pelaporan keuangan dan kinerja"),
    Peraturan("PP", "12", 2019, "pengelolaan keuangan daerah"),
    Peraturan("PP", "17", 2018, "kecamatan"),
    Peraturan("PP", "18", 2016, "perangkat daerah"),
    Peraturan("PP", "19", 2008, "kecamatan", "PP 17/2018"),
    Peraturan("PP", "58", 2005, "pengelolaan keuangan daerah", "PP 12/2019"),
    Peraturan("Inpres", "7", 1999, "AKIP", "Perpres 29/2014"),
)

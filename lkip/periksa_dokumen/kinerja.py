"""Tables of performance: what was measured, series over years, and the sections on each sasaran."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from difflib import SequenceMatcher
from functools import lru_cache

from lkip.periksa_dokumen.naskah import Alinea, BarisTabel, Naskah, Tabel, inti
from lkip.periksa_dokumen.nilai import Nilai, baca_sel

LABEL = re.compile(
    r"(?:(?:Sasaran|Tujuan)(?: Strategis)?|Indikator(?: Sasaran| Tujuan)?)? ?"
    r"(?:\d+(?:\.\d+)*|[IVX]+\b)?\.? ?:? ?(?=[A-Z])"
)
SASARAN_BERNOMOR = re.compile(r"(Sasaran|Tujuan)(?: Strategis)? (\d+|[IVX]+) ?:? ?([A-Z].{18,})")
RATA = re.compile(r"rata ?[-–]? ?rata", re.IGNORECASE)
MIRIP = 0.86
SERATUS = Decimal(100)


@dataclass(frozen=True)
class Ukuran:
    """A measured row: cells of the columns that its table has, the others None."""

    tabel: Tabel
    baris: BarisTabel
    sasaran: str
    indikator: str
    target: Nilai | None
    realisasi: Nilai | None
    capaian: str
    akhir: Nilai | None
    capaian_akhir: str


@dataclass(frozen=True)
class Deret:
    """An indikator over years: realisasi, or targets if `target`."""

    tabel: Tabel
    baris: BarisTabel
    nama: tuple[str, ...]
    tahun: dict[int, Nilai | None]
    target: bool

    @property
    def ada(self) -> list[tuple[int, Nilai]]:
        return [(tahun, nilai) for tahun, nilai in sorted(self.tahun.items()) if nilai]


@dataclass(frozen=True)
class Bagian:
    """What a report says of one sasaran: the heading, its name and the paragraphs below it."""

    judul: Alinea
    nama: str
    isi: tuple[Alinea, ...]


def kunci(nama: str) -> str:
    """A name without what numbers it."""
    return inti(LABEL.sub("", nama, count=1))


@lru_cache(maxsize=20_000)
def mirip(satu: str, lain: str) -> bool:
    """Whether two keys are one name, perhaps spelt differently."""
    if satu == lain:
        return bool(satu)
    if not satu or not lain or abs(len(satu) - len(lain)) > 0.3 * max(len(satu), len(lain)):
        return False
    banding = SequenceMatcher(None, satu, lain, autojunk=False)
    return banding.real_quick_ratio() > MIRIP and banding.ratio() > MIRIP


def iter_ukuran(naskah: Naskah) -> Iterator[Ukuran]:
    """Rows of tables that set target, realisasi and capaian side by side."""
    for tabel in naskah.tabel:
        target = tabel.kolom(r"target", r"akhir|capaian|realisasi|terhadap")
        realisasi = tabel.kolom(r"realisasi", r"capaian|%|nasional|target|tingkat")
        capaian = tabel.kolom(r"capaian", r"akhir|terhadap|indikator")
        if target is None or realisasi is None or capaian is None:
            continue
        akhir = tabel.kolom(r"target.*akhir|akhir.*target", r"capaian")
        capaian_akhir = tabel.kolom(r"capaian.*akhir")
        for baris in tabel.baris:
            if baris.nilai[target] and baris.nilai[realisasi]:
                yield Ukuran(
                    tabel,
                    baris,
                    *_nama(tabel, baris),
                    baris.nilai[target],
                    baris.nilai[realisasi],
                    baris.sel[capaian],
                    None if akhir is None else baris.nilai[akhir],
                    "" if capaian_akhir is None else baris.sel[capaian_akhir],
                )


def _nama(tabel: Tabel, baris: BarisTabel) -> tuple[str, str]:
    sasaran = tabel.kolom(r"sasaran|tujuan", r"^indikator|target|capaian|realisasi")
    indikator = tabel.kolom(r"^indikator|iku")
    return (
        kunci(baris.sel[sasaran]) if sasaran is not None else kunci(baris.nama),
        kunci(baris.sel[indikator]) if indikator is not None else "",
    )


def iter_deret(naskah: Naskah) -> Iterator[Deret]:
    for tabel in naskah.tabel:
        if len(tabel.tahun) < 3:
            continue
        kolom_pertama = min(tabel.tahun.values())
        target = "target" in tabel.kepala[kolom_pertama].casefold()
        for baris in tabel.baris:
            tahun = {satu: baris.nilai[kolom] for satu, kolom in tabel.tahun.items()}
            nama = tuple(kunci(sel) for sel in baris.sel[:kolom_pertama] if len(sel) > 5)
            if nama and any(tahun.values()):
                yield Deret(tabel, baris, nama, tahun, target)


def iter_bagian(naskah: Naskah) -> Iterator[Bagian]:
    """Sections below "Sasaran Strategis 1 : …", up to the next heading."""
    for urutan, alinea in enumerate(naskah.alinea):
        cocok = SASARAN_BERNOMOR.fullmatch(alinea.teks)
        if not cocok or not alinea.judul:
            continue
        isi = []
        for satu in naskah.alinea[urutan + 1 :]:
            if satu.judul:
                break
            isi.append(satu)
        yield Bagian(alinea, kunci(alinea.teks), tuple(isi))


def hitung_capaian(realisasi: Decimal, target: Decimal) -> tuple[Decimal, ...]:
    """What capaian may be: the more the better first, then the less the better, then capped at 100."""
    if not target:
        return ()
    positif = realisasi / target * SERATUS
    return positif, (2 * target - realisasi) / target * SERATUS, min(positif, SERATUS)


def capaian_persen(sel: str) -> Nilai | None:
    """The percentage of a cell that states one, without a unit of its own such as "3 Laporan"."""
    nilai = baca_sel(sel)
    return nilai if nilai and not re.search(r"[A-Za-z]{3,}", sel) else None


def capaian_tercetak(naskah: Naskah) -> Iterator[tuple[Tabel, BarisTabel, str, Nilai]]:
    """Each capaian that a table prints for a sasaran: (table, row, key of the sasaran, value)."""
    for tabel in naskah.tabel:
        kolom = tabel.kolom(r"capaian", r"akhir|terhadap|indikator")
        if kolom is None or kolom == 0:
            continue
        pemilik = ""
        for baris in tabel.baris:
            nilai = capaian_persen(baris.sel[kolom]) if baris.sel[kolom] else None
            rata = bool(RATA.match(baris.nama))
            if not rata and not pemilik:
                pemilik = _nama(tabel, baris)[0]
            if nilai:
                yield tabel, baris, pemilik, nilai
                pemilik = ""
            elif baris.sel[kolom]:
                pemilik = ""

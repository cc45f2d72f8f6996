"""Pages of lines become headings, paragraphs and tables."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from itertools import zip_longest

from lkip.periksa_dokumen.baca import Halaman
from lkip.periksa_dokumen.naskah import Alinea, Naskah, Tabel, Tempat
from lkip.periksa_dokumen.tabel import lanjutan, susun_tabel

NOMOR_TABEL = re.compile(r"\W{0,3}Tabel ?(\d+(?:\. ?\d+)*)\.?\b[ :.]*(.*)", re.IGNORECASE)
BAB = re.compile(
    r"BAB [IVX]+\b[^.;]{0,60}\.?|LAMPIRAN\b[^.;]{0,60}|KATA PENGANTAR|DAFTAR \w+"
    r"|(?:IKHTISAR|RINGKASAN) EKSEKUTIF|PENUTUP",
    re.IGNORECASE,
)
SUB_BAB = re.compile(r"[A-Z]\. ?[A-Z][^.;]{3,100}")
BESAR = re.compile(r"[^a-z]*[A-Z]{4,}[^a-z]*")
SASARAN = re.compile(r"(?:Sasaran|Tujuan)(?: Strategis)? (?:\d+|[IVX]+) ?:?.*")
BUTIR = re.compile(r"(?:[-•▪*]|\(?(?:\d{1,2}|[a-z])[.)]) ?\S")
TITIK_BUTIR = re.compile(r"^[-•▪] (?=\(?(?:\d{1,2}|[a-z])[.)] )")  # a bullet before "a." or "1)"
AKHIR = re.compile(r"[.:;!?]$")
SUMBER = re.compile(r"Sumber(?: Data)?(?: Realisasi)? ?:", re.IGNORECASE)
TITIK_ISI = re.compile(r"\.{3,}\s*\w*$|\s(?:\d{1,3}|[ivx]+)$")


NOMOR_HALAMAN = re.compile(r"(?:Halaman |Hal\.? ?)?(?:\d{1,3}|[ivx]+)(?: dari \d+)?")
DIGIT = re.compile(r"\d+|\b[ivx]+\b")
BARIS_TEPI = 2
BANYAK_ULANG = 3  # pages with one line at their edge


@dataclass
class _Baris:
    halaman: int
    nomor: int
    teks: str

    @property
    def tabel(self) -> bool:
        return "\t" in self.teks and bool(self.teks.strip())


@dataclass
class _Keadaan:
    """What has been seen above the line."""

    bagian: str = ""
    nomor: str = ""
    judul: list[str] = field(default_factory=list)
    menunggu: bool = False  # for the title below "Tabel 3.1"
    terakhir: str = ""
    sejak_tabel: int = 0  # lines of text since the last table


def susun_naskah(halaman: Iterable[Halaman]) -> Naskah:
    semua = [_Baris(satu.nomor, 0, baris) for satu in halaman for baris in satu.baris]
    semua = _tanpa_kepala_halaman(semua)
    for nomor, satu in enumerate(semua, start=1):
        satu.nomor = nomor
    alinea: list[Alinea] = []
    tabel: list[Tabel] = []
    keadaan, urutan = _Keadaan(), 0
    while urutan < len(semua):
        if semua[urutan].tabel:
            akhir = _akhir_tabel(semua, urutan)
            _tambah_tabel(tabel, semua[urutan:akhir], keadaan)
            urutan = akhir
        else:
            _tambah_alinea(alinea, semua[urutan], keadaan)
            urutan += 1
    return Naskah(tuple(_gabung(alinea)), tuple(_bersumber(tabel, alinea)))


def _tanpa_kepala_halaman(semua: list[_Baris]) -> list[_Baris]:
    """Without page numbers, and without the lines that every page has at its edge."""
    isi = [satu for satu in semua if satu.teks.strip()]
    tepi = [
        satu
        for urutan, satu in enumerate(isi)
        if _tepi(isi, urutan) and ("\t" not in satu.teks or satu.teks[-1:].isdigit())
    ]
    ulang = Counter(DIGIT.sub("#", satu.teks) for satu in tepi)
    buang = {id(satu) for satu in tepi if ulang[DIGIT.sub("#", satu.teks)] >= BANYAK_ULANG}
    return [
        satu
        for satu in semua
        if id(satu) not in buang and not NOMOR_HALAMAN.fullmatch(satu.teks.strip())
    ]


def _tepi(isi: Sequence[_Baris], urutan: int) -> bool:
    """Whether this is among the first or last two lines of its page."""
    kiri, kanan = urutan - BARIS_TEPI, urutan + BARIS_TEPI
    halaman = isi[urutan].halaman
    return (kiri < 0 or isi[kiri].halaman != halaman) or (
        kanan >= len(isi) or isi[kanan].halaman != halaman
    )


def _akhir_tabel(semua: Sequence[_Baris], awal: int) -> int:
    """Where the rows end; empty lines between rows of as many cells are a page break."""
    akhir = awal + 1
    while akhir < len(semua):
        lihat = akhir
        while lihat < len(semua) and not semua[lihat].teks.strip():
            lihat += 1
        if lihat == len(semua) or not semua[lihat].tabel:
            break
        if lihat > akhir and not lanjutan(semua[akhir - 1].teks, semua[lihat].teks):
            break
        akhir = lihat + 1
    return akhir


def _tambah_tabel(tabel: list[Tabel], baris: Sequence[_Baris], keadaan: _Keadaan) -> None:
    isi = [(satu.halaman, satu.nomor, satu.teks) for satu in baris if satu.teks.strip()]
    nama = f"Tabel {keadaan.nomor}" if keadaan.nomor else keadaan.bagian
    tempat = Tempat(baris[0].halaman, baris[0].nomor, nama)
    atas = tabel[-1] if tabel and not keadaan.menunggu else None
    baru = susun_tabel(tempat, keadaan.nomor, " ".join(keadaan.judul), isi, atas)
    if atas and baru.kepala == atas.kepala and not keadaan.sejak_tabel:
        tabel[-1] = replace(atas, baris=atas.baris + baru.baris)
    else:
        terputus = bool(atas) and baru.baris[:1] and baru.baris[0].tempat.nomor == isi[0][1]
        tabel.append(replace(baru, sebelum=keadaan.terakhir, terputus=bool(terputus)))
    keadaan.menunggu, keadaan.sejak_tabel = False, 0


def _tambah_alinea(alinea: list[Alinea], baris: _Baris, keadaan: _Keadaan) -> None:
    teks = TITIK_BUTIR.sub("", baris.teks.strip(" *"))
    if not teks:
        alinea.append(Alinea(Tempat(baris.halaman, baris.nomor, ""), ""))
        return
    cocok = NOMOR_TABEL.fullmatch(teks)
    daftar = keadaan.bagian.startswith("DAFTAR ")
    if cocok and len(teks) < 160 and not teks.startswith("tabel") and not daftar:
        keadaan.nomor = cocok[1].replace(" ", "")
        keadaan.judul, keadaan.menunggu = [cocok[2]] if cocok[2] else [], True
        judul = True
    elif keadaan.menunggu and len(keadaan.judul) < 3 and len(teks) < 160:
        keadaan.judul.append(teks)
        judul = True
    else:
        judul = _judul(teks)
        if judul:
            keadaan.bagian = teks.upper() if teks.upper().startswith("DAFTAR ") else teks[:80]
        if not SUMBER.match(teks):
            keadaan.nomor, keadaan.judul = "", []
        keadaan.menunggu = False
    keadaan.terakhir = teks
    keadaan.sejak_tabel += 1
    alinea.append(Alinea(Tempat(baris.halaman, baris.nomor, keadaan.bagian), teks, judul))


def _judul(teks: str) -> bool:
    if len(teks) > 160 or TITIK_ISI.search(teks):
        return False
    if SUB_BAB.fullmatch(teks):
        return _huruf_judul(teks)
    return any(pola.fullmatch(teks) for pola in (BAB, BESAR, SASARAN))


def _huruf_judul(teks: str) -> bool:
    """Most longer words begin in upper case, unlike those of a list item."""
    kata = [satu for satu in teks.split()[1:] if len(satu) > 3]
    return bool(kata) and sum(satu[0].isupper() for satu in kata) >= len(kata) * 0.6


def _gabung(semua: Iterable[Alinea]) -> list[Alinea]:
    """Join the lines that a page or a column broke."""
    hasil: list[Alinea] = []
    putus = True
    for satu in semua:
        if not satu.teks:
            putus = True
            continue
        atas = hasil[-1] if hasil else None
        if atas and not satu.judul and not atas.judul and _bersambung(atas.teks, satu.teks, putus):
            hasil[-1] = replace(atas, teks=_sambung(atas.teks, satu.teks))
        else:
            hasil.append(satu)
        putus = False
    return hasil


def _sambung(atas: str, bawah: str) -> str:
    return f"{atas}{bawah}" if atas.endswith("-") else f"{atas} {bawah}"


def _bersambung(atas: str, bawah: str, putus: bool) -> bool:
    if BUTIR.match(bawah) or AKHIR.search(atas) or TITIK_ISI.search(atas):
        return False
    return bawah[0].islower() or (not putus and len(atas) > 60 and len(bawah) > 2)


def _bersumber(tabel: Sequence[Tabel], alinea: Sequence[Alinea]) -> Iterable[Tabel]:
    """Each table with the notes on its sources that stand below it."""
    catatan = [satu for satu in alinea if SUMBER.match(satu.teks)]
    for satu, berikut in zip_longest(tabel, tabel[1:]):
        batas = berikut.tempat.nomor if berikut else float("inf")
        akhir = satu.baris[-1].tempat.nomor if satu.baris else satu.tempat.nomor
        milik = next(
            (c.teks for c in catatan if akhir < c.tempat.nomor < min(batas, akhir + 6)), ""
        )
        yield replace(satu, sumber=milik)

"""From the cells of a workbook to rows of values; every fault is noted, none stops the reading."""

import datetime
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from decimal import Decimal

from lkip.baca import AngkaSalah
from lkip.bukukerja.berkas import Buku
from lkip.bukukerja.galat import BukuSalah, Galat
from lkip.bukukerja.isian import INSTANSI, JUDUL_INSTANSI
from lkip.bukukerja.jenis import Nilai, SelSalah, rapikan, samakan
from lkip.bukukerja.kolom import Kolom, Kunci, Lembar, NilaiBaris
from lkip.bukukerja.lembar import LEMBAR, PANDUAN
from lkip.bukukerja.sel import Baris, Sel, SelRusak

MAKS_ISI_LEMBAR = 5_000  # rows; the largest office has some hundred
DAHULU = ("Satuan", "Kode Indikator")  # say how the numbers of their row are written
BARIS_JUDUL = 20  # heads that stand too low are looked for up to here


@dataclass(frozen=True, kw_only=True)
class BarisBaca:
    """A row without a fault: its number in the sheet, its key, its values by column."""

    nomor: int
    kunci: Kunci
    nilai: NilaiBaris


@dataclass
class BukuBaca:
    """What a workbook says. `kunci` holds also the keys of rows with a fault elsewhere."""

    baris: dict[str, list[BarisBaca]] = field(default_factory=dict)
    kunci: dict[str, set[Kunci]] = field(default_factory=dict)
    galat: list[Galat] = field(default_factory=list)
    nomor_isian: dict[str, int] = field(default_factory=dict)  # rows of the sheet Instansi

    @property
    def instansi(self) -> BarisBaca | None:
        """The sheet Instansi as one row, or None when it is missing or has a fault."""
        baris = self.baris.get(INSTANSI)
        return baris[0] if baris else None


Satuan = Callable[[BukuBaca, str], str]


def baca_buku(buku: Buku, satuan_tersimpan: Satuan = lambda hasil, kode: "") -> BukuBaca:
    """Read all sheets. `satuan_tersimpan` gives the satuan of an indikator that is stored already.

    Raises BukuSalah for a sheet nobody knows and for one that is far too long.
    """
    ada = _lembar(buku)
    hasil = BukuBaca()
    for lembar in LEMBAR:
        if lembar.nama in ada:
            baris = buku.baris(ada[lembar.nama], MAKS_ISI_LEMBAR)
            _Pembaca(lembar, hasil, satuan_tersimpan).baca(baris)
    return hasil


def _lembar(buku: Buku) -> dict[str, str]:
    """The sheets that are known, by the name we know, with the name the workbook gives.

    Raises BukuSalah for a sheet that comes twice, and for one that nobody knows and is not empty.
    """
    dikenal = {samakan(nama): nama for nama in (*(satu.nama for satu in LEMBAR), PANDUAN)}
    ada: dict[str, str] = {}
    asing = []
    for nama in buku.lembar:
        sebenarnya = dikenal.get(samakan(nama))
        if sebenarnya in ada:
            raise BukuSalah(f"Lembar “{ada[sebenarnya]}” dan “{nama}” sama. Hapus salah satu.")
        if sebenarnya:
            ada[sebenarnya] = nama
        elif buku.berisi(nama):
            asing.append(f"“{nama}”")
    if asing:
        raise BukuSalah(
            f"Lembar {', '.join(asing)} tidak dikenal. Hapus, atau namai seperti pada templat."
        )
    return ada


class _Pembaca:
    """Reads one sheet into `hasil`."""

    def __init__(self, lembar: Lembar, hasil: BukuBaca, satuan_tersimpan: Satuan):
        self.lembar = lembar
        self.hasil = hasil
        self.satuan_tersimpan = satuan_tersimpan
        self.pertama: dict[Kunci, int] = {}
        self.berulang: Counter[Kunci] = Counter()
        self.berjudul: set[int] = set()

    def baca(self, baris: list[Baris]) -> None:
        self.hasil.baris[self.lembar.nama] = []
        self.hasil.kunci[self.lembar.nama] = set()
        if not baris or self._judul_terlalu_rendah(baris):
            return
        kepala = baris[0][1] if baris[0][0] == 1 else ()
        isi_lembar = [satu for satu in baris if satu[0] > 1]
        if self.lembar.nama == INSTANSI:
            self._instansi(kepala, isi_lembar)
            return
        kolom = self._kepala(kepala)
        for nomor, isi in isi_lembar:
            self._baris(nomor, isi, kolom)

    def catat(self, pesan: str, baris: int = 0, kolom: str = "", sel: Sel = None) -> None:
        self.hasil.galat.append(
            Galat(
                lembar=self.lembar.nama,
                baris=baris,
                kolom=kolom,
                nilai=cetak_sel(sel),
                pesan=pesan,
            )
        )

    def _judul_terlalu_rendah(self, baris: list[Baris]) -> bool:
        """Note it when a title or a blank row stands above the heads."""
        perlu = set(JUDUL_INSTANSI if self.lembar.nama == INSTANSI else self._wajib())
        for nomor, isi in baris[:BARIS_JUDUL]:
            if perlu <= {self._nama_judul(sel) for sel in isi}:
                if nomor > 1:
                    self.catat(
                        f"Judul kolom harus pada baris 1, sekarang pada baris {nomor}. Hapus baris "
                        "di atasnya.",
                        nomor,
                    )
                return nomor > 1
        return False

    def _nama_judul(self, sel: Sel) -> str:
        """What we call the column of this head; empty for one we do not know."""
        judul = cetak_sel(sel)
        if self.lembar.nama == INSTANSI:
            return next((nama for nama in JUDUL_INSTANSI if samakan(nama) == samakan(judul)), "")
        kolom = self.lembar.kenali(judul)
        return kolom.nama if kolom else ""

    def _kepala(self, kepala: tuple[Sel, ...]) -> dict[int, Kolom]:
        """The columns by their place; unknown, doubled and missing ones are faults."""
        kolom: dict[int, Kolom] = {}
        self.berjudul = {tempat for tempat, sel in enumerate(kepala) if sel is not None}
        for tempat in sorted(self.berjudul):
            nama = cetak_sel(kepala[tempat])
            satu = self.lembar.kenali(nama)
            if satu is None:
                self.catat(f"Kolom “{nama}” tidak dikenal.", 1)
            elif satu in kolom.values():
                self.catat(f"Kolom “{nama}” tertulis dua kali.", 1)
            else:
                kolom[tempat] = satu
        ada = {satu.nama for satu in kolom.values()}
        for satu in self.lembar.kolom:
            if satu.wajib and satu.nama not in ada:
                self.catat(f"Kolom “{satu.nama}” tidak ada pada baris 1.", 1)
        return kolom

    def _baris(self, nomor: int, isi: tuple[Sel, ...], kolom: dict[int, Kolom]) -> None:
        nilai: NilaiBaris = {}
        rusak: set[str] = set()
        menurut_nama = {satu.nama: isi[tempat] if tempat < len(isi) else None
                        for tempat, satu in kolom.items()}  # fmt: skip
        self._tanpa_judul(nomor, isi)
        for satu in sorted(kolom.values(), key=lambda satu: satu.nama not in DAHULU):
            sel = menurut_nama[satu.nama]
            try:
                nilai[satu.nama] = satu.baca(sel, self._satuan(nilai))
            except (SelSalah, AngkaSalah) as salah:
                rusak.add(satu.nama)
                self.catat(salah.pesan, nomor, satu.nama, sel)
        wajib = set(self._wajib())
        if rusak & set(self.lembar.kunci) or not wajib & set(self.lembar.kunci) <= nilai.keys():
            return
        kunci = self._kunci(nilai, nomor)
        if kunci is not None and not rusak and wajib <= nilai.keys():
            baru = BarisBaca(nomor=nomor, kunci=kunci, nilai=nilai)
            self.hasil.baris[self.lembar.nama].append(baru)

    def _wajib(self) -> list[str]:
        return [satu.nama for satu in self.lembar.kolom if satu.wajib]

    def _tanpa_judul(self, nomor: int, isi: tuple[Sel, ...]) -> None:
        """A value below no head would be lost without a word."""
        for tempat, sel in enumerate(isi):
            if sel is not None and tempat not in self.berjudul:
                self.catat(f"Kolom ke-{tempat + 1} berisi tetapi tidak berjudul.", nomor, sel=sel)

    def _kunci(self, nilai: NilaiBaris, nomor: int) -> Kunci | None:
        """The key of a row; None when an earlier row has it."""
        bagian = []
        for nama in self.lembar.kunci:
            kolom = self.lembar.cari(nama)
            bagian.append(nilai.get(nama, kolom.baca(None) if not kolom.wajib else None))
        kunci = tuple(bagian)
        dikenal = self.hasil.kunci[self.lembar.nama]
        if self.lembar.berulang:
            self.berulang[kunci] += 1
            kunci = (*kunci, self.berulang[kunci])
        elif kunci in dikenal:
            self.catat(f"Sudah tertulis pada baris {self.pertama[kunci]}.", nomor,
                       self.lembar.kunci[-1], str(kunci[-1]))  # fmt: skip
            return None
        dikenal.add(kunci)
        self.pertama[kunci] = nomor
        return kunci

    def _satuan(self, nilai: NilaiBaris) -> str:
        """The satuan in which numbers of this row are written, as far as it is known."""
        if "Satuan" in nilai:
            return str(nilai["Satuan"])
        kode = nilai.get("Kode Indikator")
        if not kode:
            return ""
        for satu in self.hasil.baris.get("Indikator", ()):
            if satu.kunci == (kode,):
                return str(satu.nilai.get("Satuan", ""))
        return self.satuan_tersimpan(self.hasil, str(kode))

    def _instansi(self, kepala: tuple[Sel, ...], baris: list[Baris]) -> None:
        """Turn the sheet into one row whose columns are its lines."""
        tempat = {
            nama: kolom for kolom, sel in enumerate(kepala) if (nama := self._nama_judul(sel))
        }
        if len(tempat) < len(JUDUL_INSTANSI):
            self.catat("Baris 1 harus memuat kolom Isian dan Nilai.", 1)
            return
        self.berjudul = {kolom for kolom, sel in enumerate(kepala) if sel is not None}
        for kolom in sorted(self.berjudul - set(tempat.values())):
            self.catat(f"Kolom “{cetak_sel(kepala[kolom])}” tidak dikenal.", 1)
        nilai: NilaiBaris = {}
        salah_sebelum = len(self.hasil.galat)
        for nomor, isi in baris:
            self._tanpa_judul(nomor, isi)
            lengkap = (*isi, *[None] * len(kepala))
            self._isian(nomor, *(lengkap[tempat[nama]] for nama in JUDUL_INSTANSI), nilai)
        for nama in self._wajib():
            if nama not in nilai:
                nilai[nama] = None
                self.catat(f"Isian “{nama}” tidak ada.")
        if len(self.hasil.galat) == salah_sebelum:
            self.hasil.baris[INSTANSI].append(BarisBaca(nomor=0, kunci=(), nilai=nilai))

    def _isian(self, nomor: int, isian: Sel, sel: Sel, nilai: NilaiBaris) -> None:
        nama = cetak_sel(isian)
        kolom = self.lembar.kenali(nama)
        if kolom is None:
            self.catat(f"Isian “{nama}” tidak dikenal.", nomor, "Isian")
        elif kolom.nama in nilai:
            self.catat(f"Isian “{nama}” tertulis dua kali.", nomor, "Isian")
        else:
            nilai[kolom.nama] = None
            self.hasil.nomor_isian[kolom.nama] = nomor
            try:
                nilai[kolom.nama] = kolom.baca(sel)
            except (SelSalah, AngkaSalah) as salah:
                self.catat(f"{kolom.nama}: {salah.pesan}", nomor, "Nilai", sel)


def cetak_sel(sel: Sel) -> str:
    """A cell as a message quotes it."""
    if isinstance(sel, SelRusak):
        return sel.teks
    if isinstance(sel, datetime.date):
        return sel.strftime("%d/%m/%Y")
    if isinstance(sel, Decimal):
        return f"{sel:f}".rstrip("0").rstrip(".") if "." in f"{sel:f}" else f"{sel:f}"
    teks = " ".join(rapikan("" if sel is None else str(sel)).split())
    return teks if len(teks) <= 80 else f"{teks[:79]}…"


def berisi(nilai: Nilai) -> bool:
    """Whether a value says something, as zero and Tidak do."""
    return bool(nilai) or nilai == 0

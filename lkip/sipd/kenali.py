"""Finds out which export a table is, and which of its columns holds what."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import islice

from lkip.bukukerja.berkas import Buku
from lkip.bukukerja.galat import BukuSalah
from lkip.bukukerja.sel import KOLOM_EXCEL
from lkip.isi.anggaran import JenisBelanja
from lkip.sipd.tabel import Tabel, teks_sel

BARIS_KEPALA = 20  # heads are looked for up to here
ORANG = ("nip", "nama pegawai", "nama penerima", "nik")  # heads of columns about people


class Tata(StrEnum):
    """The layouts."""

    LRA = "lra"
    DOKUMEN = "dokumen"
    SEDERHANA = "sederhana"

    @property
    def label(self) -> str:
        return {
            Tata.LRA: "LRA per Program",
            Tata.DOKUMEN: "Laporan Realisasi per Dokumen",
            Tata.SEDERHANA: "Tabel sederhana",
        }[self]


@dataclass(frozen=True)
class Bidang:
    """Something a layout holds: its name, its label, and whether it cannot be left out."""

    nama: str
    label: str
    wajib: bool = False


BIDANG: dict[Tata, tuple[Bidang, ...]] = {
    Tata.LRA: (
        Bidang("kode", "Kode (kolom pertama)", wajib=True),
        Bidang("kode_akhir", "Kode (kolom terakhir)"),
        Bidang("uraian", "Uraian", wajib=True),
        *(
            Bidang(f"{apa}_{jenis.value}", f"{apa.capitalize()} {jenis.label.lower()}")
            for jenis in JenisBelanja
            for apa in ("anggaran", "realisasi")
        ),
        Bidang("anggaran_jumlah", "Anggaran jumlah", wajib=True),
        Bidang("realisasi_jumlah", "Realisasi jumlah", wajib=True),
    ),
    Tata.DOKUMEN: (
        Bidang("kode_skpd", "Kode Sub SKPD"),
        Bidang("nama_skpd", "Nama Sub SKPD"),
        Bidang("kode_program", "Kode Program"),
        Bidang("nama_program", "Nama Program"),
        Bidang("kode_kegiatan", "Kode Kegiatan"),
        Bidang("nama_kegiatan", "Nama Kegiatan"),
        Bidang("kode", "Kode Sub Kegiatan", wajib=True),
        Bidang("uraian", "Nama Sub Kegiatan"),
        Bidang("rekening", "Kode Rekening", wajib=True),
        Bidang("dokumen", "Nomor Dokumen"),
        Bidang("tanggal", "Tanggal Dokumen"),
        Bidang("jenis_dokumen", "Jenis Dokumen"),
        Bidang("transaksi", "Jenis Transaksi"),
        Bidang("dpt", "Nomor DPT"),
        Bidang("spd", "Nomor SPD"),
        Bidang("sp2d", "Nomor SP2D"),
        Bidang("nilai", "Nilai Realisasi", wajib=True),
        Bidang("setoran", "Nilai Setoran"),
    ),
    Tata.SEDERHANA: (
        Bidang("kode", "Kode", wajib=True),
        Bidang("uraian", "Uraian"),
        Bidang("pagu_murni", "Pagu murni"),
        Bidang("pagu_perubahan", "Pagu perubahan"),
        Bidang("realisasi", "Realisasi"),
    ),
}


@dataclass(frozen=True, kw_only=True)
class Peta:
    """A layout, the place of each of its fields (from 0), and the row where the data begin."""

    tata: Tata
    kolom: dict[str, int]
    mulai: int

    def kurang(self) -> list[str]:
        """Labels of what must have a column and has none."""
        return [
            satu.label for satu in BIDANG[self.tata] if satu.wajib and satu.nama not in self.kolom
        ]

    def koreksi(self, kolom: dict[str, int | None]) -> "Peta":
        """The map with columns that a person chose."""
        baru = {**self.kolom, **kolom}
        return replace(self, kolom={nama: satu for nama, satu in baru.items() if satu is not None})


def kenali_buku(buku: Buku) -> tuple[Tabel, Peta]:
    """The first sheet whose layout is known; otherwise the first sheet with no column known.

    Staff names and NIP are left out here already. Raises BukuSalah.
    """
    pertama = ""
    for nama in buku.lembar:
        atas = Tabel(nama, tuple(islice(buku.iter_baris(nama), BARIS_KEPALA)))
        if not atas.baris:
            continue
        if peta := kenali(atas):
            return Tabel(nama, tuple(buku.baris(nama, kolom=_kolom_perlu(atas, peta)))), peta
        pertama = pertama or nama
    if not pertama:
        raise BukuSalah("Berkas tidak memuat data.")
    kosong = Peta(tata=Tata.SEDERHANA, kolom={}, mulai=2)
    atas = Tabel(pertama, tuple(islice(buku.iter_baris(pertama), BARIS_KEPALA)))
    return Tabel(pertama, tuple(buku.baris(pertama, kolom=_kolom_perlu(atas, kosong)))), kosong


def _kolom_perlu(atas: Tabel, peta: Peta) -> frozenset[int]:
    """The columns to read: never those of staff, and of a document export only known ones."""
    if peta.tata is Tata.DOKUMEN:
        return frozenset(peta.kolom.values())
    orang = {
        tempat
        for _, isi in atas.baris
        for tempat, sel in enumerate(isi)
        if teks_sel(sel).casefold().startswith(ORANG)
    }
    return frozenset(range(KOLOM_EXCEL)) - orang


def kenali(tabel: Tabel) -> Peta | None:
    """The map of the first layout whose fields are all there."""
    for tata in Tata:
        peta = petakan(tabel, tata)
        if peta.kolom and not peta.kurang():
            return peta
    return None


def petakan(tabel: Tabel, tata: Tata) -> Peta:
    """Place the fields of a layout by the heads of the table."""
    return {
        Tata.LRA: _petakan_lra,
        Tata.DOKUMEN: _petakan_dokumen,
        Tata.SEDERHANA: _petakan_sederhana,
    }[tata](tabel)


def _kepala(tabel: Tabel) -> Iterator[tuple[int, dict[str, int]]]:
    """The first rows: their number, and the place of each text (the first of equal ones)."""
    for nomor, isi in tabel.baris:
        if nomor > BARIS_KEPALA:
            return
        tempat: dict[str, int] = {}
        for kolom, sel in enumerate(isi):
            if teks := teks_sel(sel).casefold():
                tempat.setdefault(teks, kolom)
        yield nomor, tempat


def _petakan_dokumen(tabel: Tabel) -> Peta:
    for nomor, tempat in _kepala(tabel):
        if {"kode sub kegiatan", "nilai realisasi"} <= tempat.keys():
            kolom = {
                satu.nama: tempat[satu.label.casefold()]
                for satu in BIDANG[Tata.DOKUMEN]
                if satu.label.casefold() in tempat
            }
            return Peta(tata=Tata.DOKUMEN, kolom=kolom, mulai=nomor + 1)
    return Peta(tata=Tata.DOKUMEN, kolom={}, mulai=2)


def _petakan_sederhana(tabel: Tabel) -> Peta:
    for nomor, tempat in _kepala(tabel):
        kolom: dict[str, int] = {}
        for teks, satu in tempat.items():
            nama = _bidang_sederhana(teks)
            if nama and nama not in kolom:
                kolom[nama] = satu
        if "kode" in kolom and {"pagu_murni", "pagu_perubahan", "realisasi"} & kolom.keys():
            return Peta(tata=Tata.SEDERHANA, kolom=kolom, mulai=nomor + 1)
    return Peta(tata=Tata.SEDERHANA, kolom={}, mulai=2)


def _bidang_sederhana(teks: str) -> str:
    if "realisasi" in teks:
        return "realisasi" if "%" not in teks else ""
    if "perubahan" in teks:
        return "pagu_perubahan"
    for awal, nama in (("pagu", "pagu_murni"), ("kode", "kode"), ("uraian", "uraian")):
        if teks.startswith(awal):
            return nama
    return ""


def _petakan_lra(tabel: Tabel) -> Peta:
    """Heads that span two columns: anggaran below the first, realisasi below the second."""
    kolom: dict[str, int] = {}
    akhir = 0
    for nomor, tempat in _kepala(tabel):
        for teks, satu in tempat.items():
            nama = _bidang_lra(teks)
            if nama == "uraian":
                kolom.setdefault("uraian", satu)
                akhir = nomor
            elif nama and f"anggaran_{nama}" not in kolom and "uraian" in kolom:
                kolom |= {f"anggaran_{nama}": satu, f"realisasi_{nama}": satu + 1}
                akhir = nomor
    if not {"uraian", "anggaran_jumlah", "anggaran_operasi"} <= kolom.keys() or not kolom["uraian"]:
        return Peta(tata=Tata.LRA, kolom={}, mulai=2)
    kolom |= {"kode": 0, "kode_akhir": kolom["uraian"] - 1}
    return Peta(tata=Tata.LRA, kolom=kolom, mulai=akhir + 1)


def _bidang_lra(teks: str) -> str:
    if teks.startswith("uraian"):
        return "uraian"
    if teks.startswith("jumlah"):
        return "jumlah"
    return next(
        (satu.value for satu in JenisBelanja if teks == satu.label.casefold()),
        "",
    )

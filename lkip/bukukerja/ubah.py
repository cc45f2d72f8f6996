"""Compares the rows of a workbook with what is stored: what would change, cell by cell."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256

from lkip.angka import bulatkan
from lkip.bukukerja.baca import BarisBaca, BukuBaca, berisi
from lkip.bukukerja.isian import INSTANSI
from lkip.bukukerja.jenis import Nilai, rapikan
from lkip.bukukerja.kinerja import KOSONG, NilaiKinerja
from lkip.bukukerja.kolom import Isi, Kunci, Lembar, NilaiBaris
from lkip.bukukerja.lembar import LEMBAR, PENDIDIKAN, TETAP_BILA_KOSONG
from lkip.naskah import bersihkan, html_dari_teks

_TAG = re.compile(r"<[a-zA-Z/]")
# Columns of names, or of several with ";" between them, by sheet.
NAMA = frozenset(
    {
        (INSTANSI, "Pemda"),
        (INSTANSI, "Provinsi"),
        ("Indikator", "Penanggung Jawab"),
        ("Realisasi Triwulan", "Unit Rencana Aksi"),
        ("Anggaran", "Unit"),
        ("Unit Organisasi", "Unit Atasan"),
        ("Potensi", "Desa"),
    }
)


@dataclass(frozen=True, kw_only=True)
class Ubah:
    """A row to be stored: all its values, and those that are new. `baru`: the row is new."""

    nomor: int
    kunci: Kunci
    nilai: NilaiBaris
    isi: NilaiBaris
    baru: bool


@dataclass(frozen=True, kw_only=True)
class Perubahan:
    """A cell that changes, as a person reads it. `baris` is 0 where no row of the file says so."""

    lembar: str
    baris: int
    kunci: str
    kolom: str
    lama: str
    baru: str
    baris_baru: bool = False


def sidik_perubahan(perubahan: Iterable[Perubahan]) -> str:
    """A fingerprint of changes: equal only if the same cells change from and to the same."""
    return sha256("\n".join(repr(satu) for satu in perubahan).encode()).hexdigest()


def bandingkan(hasil: BukuBaca, lama: Isi) -> dict[str, list[Ubah]]:
    """The rows that change something, by sheet and in the order of the file."""
    return {
        lembar.nama: [
            ubah
            for baris in hasil.baris.get(lembar.nama, ())
            if (ubah := _bandingkan(lembar, baris, lama.get(lembar.nama, {}))).isi
        ]
        for lembar in LEMBAR
    }


def _bandingkan(lembar: Lembar, baris: BarisBaca, lama: Mapping[Kunci, NilaiBaris]) -> Ubah:
    ada = lama.get(baris.kunci)
    nilai = _lengkapi(lembar.nama, baris.nilai)
    if ada is None:
        lewati = lembar.kunci if lembar.nilai_saja else ()
        isi = {k: satu for k, satu in nilai.items() if k not in lewati and berisi(satu)}
    else:
        isi = {
            kolom: satu
            for kolom, satu in nilai.items()
            if (kolom in ada or berisi(satu))
            and not _sama((lembar.nama, kolom), ada.get(kolom), satu)
        }
    return Ubah(nomor=baris.nomor, kunci=baris.kunci, nilai=nilai, isi=isi, baru=ada is None)


def _sama(kolom: tuple[str, str], lama: Nilai, baru: Nilai) -> bool:
    """Whether a cell says what is stored; names do so in any case and order."""
    return lama == baru or (kolom in NAMA and _nama(lama) == _nama(baru))


def _nama(teks: Nilai) -> set[str]:
    return {nama for satu in str(teks or "").split(";") if (nama := rapikan(satu).casefold())}


def _lengkapi(lembar: str, nilai: NilaiBaris) -> NilaiBaris:
    """Say the same thing in one way only, so that it compares equal to what is stored."""
    tetap = TETAP_BILA_KOSONG.get(lembar)
    if tetap:
        return {k: satu for k, satu in nilai.items() if k not in tetap or berisi(satu)}
    if lembar == "SDM":
        return nilai | {
            f"Ada {jenjang}": 0
            for jenjang in PENDIDIKAN
            if berisi(nilai.get(f"Kebutuhan {jenjang}")) and nilai.get(f"Ada {jenjang}") is None
        }
    if lembar == "Realisasi Triwulan" and _hasil_bagi(nilai):
        return nilai | {"Nilai": KOSONG}
    if lembar == "Narasi" and "Isi" in nilai:
        teks = str(nilai["Isi"])
        return nilai | {
            "Isi": rapikan(bersihkan(teks if _TAG.search(teks) else html_dari_teks(teks)))
        }
    return nilai


def _hasil_bagi(nilai: NilaiBaris) -> bool:
    """Whether the value is what numerator and denominator give anyway, plain or in percent."""
    pembilang, penyebut, hasil = (nilai.get(nama) for nama in ("Pembilang", "Penyebut", "Nilai"))
    if pembilang is None or not penyebut or not isinstance(hasil, NilaiKinerja):
        return False
    if hasil.nilai is None or hasil.huruf:
        return False
    desimal = max(0, -int(hasil.nilai.as_tuple().exponent))
    bagi = pembilang / penyebut
    return hasil.nilai in {bulatkan(bagi, desimal), bulatkan(bagi * 100, desimal)}


def iter_perubahan(ubah: Mapping[str, list[Ubah]], lama: Isi) -> Iterator[Perubahan]:
    """Each changing cell with its old and new text."""
    for lembar in LEMBAR:
        tersimpan = lama.get(lembar.nama, {})
        for satu in ubah[lembar.nama]:
            ada = tersimpan.get(satu.kunci, {})
            for kolom, nilai in satu.isi.items():
                yield Perubahan(
                    lembar=lembar.nama,
                    baris=satu.nomor,
                    kunci=cetak_kunci(lembar, satu.kunci),
                    kolom=kolom,
                    lama=lembar.cetak(kolom, ada[kolom]) if kolom in ada else "",
                    baru=lembar.cetak(kolom, nilai),
                    baris_baru=satu.baru,
                )


def cetak_kunci(lembar: Lembar, kunci: Kunci) -> str:
    """The key of a row in words: "I1, 2024, 1"."""
    teks = [lembar.cetak(nama, nilai) for nama, nilai in zip(lembar.kunci, kunci, strict=False)]
    return ", ".join(satu for satu in teks if satu)

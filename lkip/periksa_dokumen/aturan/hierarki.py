"""Tujuan and sasaran: one name, one number and one kind in the whole report."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

from lkip.pemeriksaan.temuan import Tingkat
from lkip.periksa_dokumen.anggaran import kolom_uang
from lkip.periksa_dokumen.kinerja import SASARAN_BERNOMOR, kunci, mirip
from lkip.periksa_dokumen.naskah import Naskah, Tabel, Tempat
from lkip.periksa_dokumen.nilai import baca_bilangan, cetak, iter_uang
from lkip.periksa_dokumen.temuan import AturanDokumen, TemuanDokumen, temukan

ROMAWI = {"I": "1", "II": "2", "III": "3", "IV": "4", "V": "5", "VI": "6", "VII": "7"}
TUJUAN_TUNGGAL = re.compile(r"Tujuan ?: ?([A-Z].{15,})")
ALOKASI = re.compile(r"sasaran (\d+|[IVX]+) adalah sebesar (\d+(?:[.,]\d+)?) ?%", re.IGNORECASE)
RKT = re.compile(r"\bRKT\b|Rencana Kinerja Tahunan", re.IGNORECASE)
BERDASARKAN_RKT = re.compile(
    r"Berdasarkan (?:Rencana Kinerja Tahunan|RKT)\b.{0,60}\bterlampir", re.IGNORECASE
)
UKURAN = re.compile(
    r"^(?:sasaran|tujuan|kinerja utama|indikator|iku)\b|sasaran strategis", re.IGNORECASE
)
EJAAN = 0.7
BEDA_HURUF = 2


@dataclass(frozen=True)
class Sebutan:
    """A tujuan or sasaran as it is called somewhere."""

    tempat: Tempat
    jenis: str
    nomor: str
    kunci: str
    nama: str


def _sebutan(naskah: Naskah) -> Iterator[Sebutan]:
    """Lines and cells such as "Sasaran Strategis 1 : …"."""
    semua = [(satu.tempat, satu.teks) for satu in naskah.alinea]
    semua += [
        (b.tempat, sel) for t in naskah.tabel for b in t.baris for sel in b.sel if len(sel) > 20
    ]
    for tempat, teks in semua:
        if cocok := SASARAN_BERNOMOR.fullmatch(teks):
            nomor = ROMAWI.get(cocok[2], cocok[2])
            yield Sebutan(tempat, cocok[1].title(), nomor, kunci(teks), cocok[3])


def _kelompok(semua: Iterable[Sebutan]) -> list[list[Sebutan]]:
    """Mentions of one name, however it is spelt."""
    hasil: list[list[Sebutan]] = []
    for satu in semua:
        milik = next((isi for isi in hasil if mirip(isi[0].kunci, satu.kunci)), None)
        if milik is None:
            hasil.append([satu])
        else:
            milik.append(satu)
    return hasil


def tujuan_jadi_sasaran(naskah: Naskah) -> Iterable[TemuanDokumen]:
    for isi in _kelompok(_sebutan(naskah)):
        tujuan = next((satu for satu in isi if satu.jenis == "Tujuan"), None)
        sasaran = next((satu for satu in isi if satu.jenis == "Sasaran"), None)
        if tujuan and sasaran:
            yield temukan(
                sasaran.tempat,
                f"Sasaran {sasaran.nomor}: {sasaran.nama}",
                f"Disebut Tujuan {tujuan.nomor} di {tujuan.tempat.bagian}.",
            )


def nomor_sasaran(naskah: Naskah) -> Iterable[TemuanDokumen]:
    for isi in _kelompok(_sebutan(naskah)):
        sasaran = [satu for satu in isi if satu.jenis == "Sasaran"]
        nomor = {satu.nomor: satu for satu in reversed(sasaran)}
        if len(nomor) > 1:
            *_, pertama = nomor.values()
            kedua = next(iter(nomor.values()))
            yield temukan(
                kedua.tempat,
                f"Sasaran {kedua.nomor}: {kedua.nama}",
                f"Nomornya {pertama.nomor} di {pertama.tempat.bagian}.",
            )


def tujuan_lain(naskah: Naskah) -> Iterable[TemuanDokumen]:
    """A tujuan without number that is none of the numbered ones."""
    bernomor = [satu for satu in _sebutan(naskah) if satu.jenis == "Tujuan"]
    for alinea in naskah.alinea if bernomor else ():
        cocok = TUJUAN_TUNGGAL.fullmatch(alinea.teks)
        if cocok and not any(mirip(kunci(cocok[1]), satu.kunci) for satu in bernomor):
            yield temukan(
                alinea.tempat,
                alinea.teks,
                f"Tujuan ini tidak ada di {bernomor[0].tempat.bagian}.",
            )


def alokasi_habis(naskah: Naskah) -> Iterable[TemuanDokumen]:
    """The whole budget divided among a few sasaran, while there are more of them."""
    banyak = {
        satu.nomor for isi in _kelompok(_sebutan(naskah)) for satu in isi if satu.jenis == "Sasaran"
    }
    bagian = [
        (alinea, cocok) for alinea in naskah.alinea for cocok in ALOKASI.finditer(alinea.teks)
    ]
    jumlah = sum(baca_bilangan(cocok[2]) for _, cocok in bagian)
    if bagian and abs(jumlah - 100) < 1 and len(bagian) < len(banyak):
        yield temukan(
            bagian[0][0].tempat,
            "; ".join(cocok[0] for _, cocok in bagian),
            f"{len(bagian)} sasaran menghabiskan 100% anggaran, padahal ada {len(banyak)} sasaran.",
        )


def anggaran_rkt(naskah: Naskah) -> Iterable[TemuanDokumen]:
    """Amounts said to follow the attached RKT, whose rows add up to something else."""
    rkt = [satu for satu in naskah.tabel if RKT.search(f"{satu.sebelum} {satu.tempat.bagian}")]
    jumlah = sum((_jumlah(satu) for satu in rkt), 0)
    for urutan, alinea in enumerate(naskah.alinea if jumlah else ()):
        if not BERDASARKAN_RKT.search(alinea.teks):
            continue
        isi = _sampai_bab(naskah, urutan)
        uang = sum(nilai for teks in isi for _, nilai in iter_uang(teks))
        if uang and uang != jumlah:
            yield temukan(
                alinea.tempat,
                f"{alinea.teks} … {cetak(uang)}",
                f"Program di bagian ini berjumlah {cetak(uang)}, RKT terlampir {cetak(jumlah)}.",
                cetak(jumlah),
            )


def _jumlah(tabel: Tabel):
    kolom = kolom_uang(tabel).pagu
    if kolom is None:
        return 0
    nilai = [baris.nilai[kolom] for baris in tabel.baris if not baris.total]
    return sum((satu.angka for satu in nilai if satu and satu.angka > 1000), 0)


def _sampai_bab(naskah: Naskah, urutan: int) -> list[str]:
    """Lines that name a program with its amount, up to the next chapter."""
    hasil = []
    for satu in naskah.alinea[urutan + 1 :]:
        if satu.judul and not SASARAN_BERNOMOR.match(satu.teks):
            break
        if re.match(r"(?:[-•] ?)?Program\b", satu.teks):
            hasil.append(satu.teks)
    return hasil


def ejaan_nama(naskah: Naskah) -> Iterable[TemuanDokumen]:
    """Names of sasaran and indikator that differ in the spelling of a word or two."""
    semua = dict.fromkeys(satu.kunci for satu in _sebutan(naskah))
    letak = {satu.kunci: satu.tempat for satu in _sebutan(naskah)}
    for tabel in naskah.tabel:
        kolom = [i for i, judul in enumerate(tabel.kepala) if UKURAN.search(judul)]
        for baris in tabel.baris:
            for isi in (kunci(baris.sel[i]) for i in kolom if len(baris.sel[i]) > 12):
                semua[isi] = None
                letak.setdefault(isi, baris.tempat)
    nama = list(semua)
    for urutan, lain in enumerate(nama):
        beda = next((hasil for satu in nama[:urutan] if (hasil := _beda_ejaan(satu, lain))), None)
        if beda:
            yield temukan(
                letak[lain],
                lain,
                f"Ejaannya tidak seragam: {', '.join(f'{a}/{b}' for a, b in beda)}.",
            )


def _beda_ejaan(satu: str, lain: str) -> list[tuple[str, str]]:
    """The words in which two names of as many words differ, if these are spellings of one word."""
    kiri, kanan = satu.split(), lain.split()
    if len(kiri) != len(kanan) or len(kiri) < 3:
        return []
    beda = [(a, b) for a, b in zip(kiri, kanan, strict=True) if a != b]
    if len(beda) > 2 or any(a.isdigit() or b.isdigit() for a, b in beda):
        return []
    serupa = all(
        abs(len(a) - len(b)) <= BEDA_HURUF and SequenceMatcher(None, a, b).ratio() >= EJAAN
        for a, b in beda
    )
    return beda if serupa else []


def _aturan(
    kode: str, judul: str, periksa, tingkat=Tingkat.PERINGATAN, *, penjelasan: str
) -> AturanDokumen:
    return AturanDokumen(
        kode=kode, judul=judul, tingkat=tingkat, penjelasan=penjelasan, periksa=periksa
    )


ATURAN = (
    _aturan(
        "HIR-01",
        "Tujuan atau sasaran",
        tujuan_jadi_sasaran,
        penjelasan=(
            "Nama yang sama disebut tujuan di satu tempat dan sasaran di tempat lain; perbedaan "
            "ejaan yang kecil diabaikan. Pakai sebutan menurut Renstra."
        ),
    ),
    _aturan(
        "HIR-02",
        "Nomor sasaran",
        nomor_sasaran,
        penjelasan=(
            "Satu sasaran harus bernomor sama di seluruh laporan; angka Romawi dan angka biasa "
            "dianggap sama. Pakai nomor menurut Renstra."
        ),
    ),
    _aturan(
        "HIR-03",
        "Alokasi per sasaran",
        alokasi_habis,
        Tingkat.GALAT,
        penjelasan=(
            "Bagian anggaran setiap sasaran yang disebut dalam kalimat sudah berjumlah 100% "
            "dengan selisih kurang dari 1%, padahal sasaran dalam laporan lebih banyak. Sebutkan "
            "bagian anggaran semua sasaran."
        ),
    ),
    _aturan(
        "HIR-04",
        "Tujuan yang berbeda",
        tujuan_lain,
        Tingkat.GALAT,
        penjelasan=(
            "Tujuan yang ditulis tanpa nomor harus sama dengan salah satu tujuan bernomor dalam "
            "laporan; perbedaan ejaan yang kecil diabaikan. Tujuan yang lain biasanya tertinggal "
            "dari Renstra lama."
        ),
    ),
    _aturan(
        "HIR-06",
        "Ejaan nama",
        ejaan_nama,
        penjelasan=(
            "Dua nama tujuan, sasaran, atau indikator yang terdiri atas sedikitnya tiga kata "
            "hanya berbeda ejaan pada satu atau dua kata. Pakai ejaan menurut Renstra di seluruh "
            "laporan."
        ),
    ),
    _aturan(
        "ANG-14",
        "Anggaran menurut RKT",
        anggaran_rkt,
        penjelasan=(
            "Anggaran program yang disebut “berdasarkan Rencana Kinerja Tahunan terlampir” "
            "dijumlahkan, dan hasilnya harus sama persis dengan jumlah anggaran dalam tabel RKT. "
            "Betulkan angkanya, atau sebutkan dokumen yang dipakai."
        ),
    ),
)

"""Dates of documents, numbers of decrees, letterheads and NIP."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date

from lkip.angka import format_tanggal
from lkip.baca import BULAN
from lkip.pemeriksaan.temuan import Tingkat
from lkip.periksa_dokumen.naskah import Alinea, Naskah, Tempat, inti
from lkip.periksa_dokumen.temuan import AturanDokumen, TemuanDokumen, temukan

NAMA_BULAN = "|".join(BULAN)
TANGGAL = re.compile(
    rf"(?:[A-Z][a-z]+(?: [A-Z][a-z]+)?,|(?:Pada )?[Tt]anggal ?:?) (\d{{1,2}}) ({NAMA_BULAN}) (20\d\d)$"
)
TANPA_HARI = re.compile(rf"[A-Z][a-z]+, ({NAMA_BULAN}) (20\d\d)")
# In the order in which the documents of a year are made; None: the report itself, after the year.
DOKUMEN = (
    ("IKU", re.compile(r"INDIKATOR KINERJA UTAMA")),
    ("RKT", re.compile(r"RENCANA KINERJA TAHUNAN")),
    ("PK Perubahan", re.compile(r"PERJANJIAN KINERJA PERUBAHAN|PERUBAHAN PERJANJIAN KINERJA")),
    ("PK", re.compile(r"PERJANJIAN KINERJA")),
    ("LKIP", re.compile(r"KATA PENGANTAR")),
)
URUTAN = (("RKT", "PK"), ("IKU", "PK"), ("PK", "PK Perubahan"))
DIKTUM = (
    *("KESATU", "KEDUA", "KETIGA", "KEEMPAT", "KELIMA"),
    *("KEENAM", "KETUJUH", "KEDELAPAN", "KESEMBILAN", "KESEPULUH"),
)
SEBUT_DIKTUM = re.compile(rf"(?:- )?({'|'.join(DIKTUM)}) ?:")
NOMOR_BERGARIS = re.compile(
    r"Nomor ?:? ?((?:PER ?/ ?)?\d{1,3}/[\w./]+) tentang ([^;,]{12,140})", re.IGNORECASE
)
TELEPON = re.compile(r"\(?(0\d{2,3})\)? ?[-–]? ?(\d{5,8})(?!\d)")
NIP = re.compile(r"NIP\.? ?:? ?(\d[\d ]{14,24}\d)(?!\d)")
NIP_RAPAT = re.compile(r"\d{18}")
NIP_BERSPASI = re.compile(r"\d{8} \d{6} \d \d{3}")
KODE_POS = re.compile(r"\b([A-Za-z]+) (\d{5})$")
KOP = re.compile(r"\b(?:Jl\.?|JL\.?|Jalan)\b")
KEPUTUSAN = re.compile(r"Keputusan (Kepala Kecamatan|Camat)\b", re.IGNORECASE)


def _tanggal(naskah: Naskah) -> Iterator[tuple[str, date, Alinea]]:
    """(document, date, line) of the lines above signatures."""
    nama = ""
    for alinea in naskah.alinea:
        if alinea.judul or alinea.teks == alinea.teks.upper():
            nama = next((d for d, pola in DOKUMEN if pola.search(alinea.teks)), nama)
        cocok = TANGGAL.search(alinea.teks) if len(alinea.teks) < 80 else None
        if cocok and nama:
            bulan = BULAN.index(cocok[2]) + 1
            try:
                yield nama, date(int(cocok[3]), bulan, int(cocok[1])), alinea
            except ValueError:
                continue


def urutan_tanggal(naskah: Naskah) -> Iterable[TemuanDokumen]:
    semua = {nama: (tanggal, alinea) for nama, tanggal, alinea in reversed(list(_tanggal(naskah)))}
    for awal, akhir in URUTAN:
        if awal in semua and akhir in semua and semua[awal][0] > semua[akhir][0]:
            yield temukan(
                semua[awal][1].tempat,
                f"{awal}: {semua[awal][1].teks}",
                f"Lebih kemudian daripada {akhir} ({format_tanggal(semua[akhir][0])}).",
            )
    if "LKIP" in semua and naskah.tahun and semua["LKIP"][0] <= date(naskah.tahun, 12, 31):
        yield temukan(
            semua["LKIP"][1].tempat,
            semua["LKIP"][1].teks,
            f"Laporan bertanggal sebelum tahun {naskah.tahun} berakhir.",
        )


def tanpa_hari(naskah: Naskah) -> Iterable[TemuanDokumen]:
    for alinea in naskah.alinea:
        if TANPA_HARI.fullmatch(alinea.teks):
            yield temukan(alinea.tempat, alinea.teks, "Tanggalnya tidak lengkap.")


def urutan_diktum(naskah: Naskah) -> Iterable[TemuanDokumen]:
    lalu = -1
    for alinea in naskah.alinea:
        cocok = SEBUT_DIKTUM.match(alinea.teks)
        if not cocok:
            continue
        kini = DIKTUM.index(cocok[1])
        if kini > lalu + 1 and lalu >= 0:
            yield temukan(
                alinea.tempat,
                alinea.teks,
                f"Sesudah {DIKTUM[lalu]} seharusnya {DIKTUM[lalu + 1]}.",
            )
        lalu = kini


def judul_peraturan(naskah: Naskah) -> Iterable[TemuanDokumen]:
    """One regulation under two titles."""
    judul: dict[str, tuple[Tempat, str]] = {}
    for alinea in naskah.alinea:
        for cocok in NOMOR_BERGARIS.finditer(alinea.teks):
            bagian = re.split(r"[/. ]+", cocok[1].casefold().removeprefix("per"))
            nomor = "/".join(satu.lstrip("0") for satu in bagian if satu)
            nama = inti(re.split(r" di Lingkungan", cocok[2])[0])
            lama = judul.setdefault(nomor, (alinea.tempat, nama))
            if nama not in lama[1] and lama[1] not in nama:
                yield temukan(
                    alinea.tempat,
                    cocok[0],
                    f"Peraturan ini berjudul “{lama[1]}” di baris {lama[0].nomor}.",
                )


def keputusan_camat(naskah: Naskah) -> Iterable[TemuanDokumen]:
    """A decree called that of the camat here and of the kepala kecamatan there."""
    sebutan: dict[str, list[Alinea]] = defaultdict(list)
    for alinea in naskah.alinea:
        for cocok in KEPUTUSAN.finditer(alinea.teks):
            sebutan[cocok[1].casefold()].append(alinea)
    for alinea in sebutan["kepala kecamatan"] if sebutan.get("camat") else ():
        yield temukan(
            alinea.tempat,
            alinea.teks,
            f"Disebut Keputusan Camat di {sebutan['camat'][0].tempat.bagian}.",
        )


def nip_dan_kop(naskah: Naskah) -> Iterable[TemuanDokumen]:
    """Letterheads and NIP that are written in more than one way."""
    nip = [(a, c[1].strip()) for a in naskah.alinea for c in NIP.finditer(a.teks)]
    for alinea, nomor in nip:
        if len(nomor.replace(" ", "")) != 18:
            yield temukan(alinea.tempat, alinea.teks, "NIP terdiri atas 18 angka.")
    rapat = next((satu for satu in nip if NIP_RAPAT.fullmatch(satu[1])), None)
    renggang = next((satu for satu in nip if NIP_BERSPASI.fullmatch(satu[1])), None)
    if rapat and renggang:
        yield temukan(
            renggang[0].tempat,
            f"{rapat[1]} dan {renggang[1]}",
            "NIP ditulis dengan dan tanpa spasi.",
        )
    kop = [alinea for alinea in naskah.alinea if KOP.search(alinea.teks)]
    yield from _ragam(kop, TELEPON, "Nomor telepon kop berbeda", lambda c: (c[1], c[2]))
    yield from _ragam(
        kop, KODE_POS, "Tempat kode pos kop berbeda", lambda c: (c[2], c[1].casefold())
    )


def _ragam(kop: list[Alinea], pola: re.Pattern[str], pesan: str, urai) -> Iterator[TemuanDokumen]:
    """Something that has one value in each letterhead, and not the same in all of them."""
    milik: dict[str, dict[str, Alinea]] = defaultdict(dict)
    for alinea in kop:
        if cocok := pola.search(alinea.teks):
            kunci, nilai = urai(cocok)
            milik[kunci].setdefault(nilai, alinea)
    for nilai in milik.values():
        if len(nilai) > 1:
            alinea = list(nilai.values())[1]
            yield temukan(alinea.tempat, alinea.teks, f"{pesan}: {', '.join(nilai)}.")


def _aturan(
    kode: str, judul: str, periksa, tingkat=Tingkat.PERINGATAN, *, penjelasan: str
) -> AturanDokumen:
    return AturanDokumen(
        kode=kode, judul=judul, tingkat=tingkat, penjelasan=penjelasan, periksa=periksa
    )


ATURAN = (
    _aturan(
        "TGL-01",
        "Urutan tanggal dokumen",
        urutan_tanggal,
        penjelasan=(
            "RKT dan IKU tidak boleh bertanggal sesudah Perjanjian Kinerja, dan Perjanjian "
            "Kinerja tidak boleh bertanggal sesudah perubahannya. Laporan bertanggal sesudah "
            "tahun laporan berakhir."
        ),
    ),
    _aturan(
        "TGL-02",
        "Tanggal tidak lengkap",
        tanpa_hari,
        Tingkat.INFO,
        penjelasan=(
            "Tempat dan tanggal hanya memuat bulan dan tahun, seperti “Sukamaju, Januari 2024”. "
            "Lengkapi dengan tanggal penandatanganannya."
        ),
    ),
    _aturan(
        "REG-02",
        "Urutan diktum",
        urutan_diktum,
        Tingkat.INFO,
        penjelasan=(
            "Diktum keputusan harus berurutan: sesudah KESATU adalah KEDUA, dan seterusnya. "
            "Diktum yang terlewat berarti ada bagian yang hilang atau salah nomor."
        ),
    ),
    _aturan(
        "REG-03",
        "Judul peraturan",
        judul_peraturan,
        Tingkat.INFO,
        penjelasan=(
            "Peraturan dengan nomor yang sama, seperti “09/M.PAN/05/2007”, disebut dengan judul "
            "yang berlainan. Pakai judul resminya; judul yang hanya dipersingkat diterima."
        ),
    ),
    _aturan(
        "REG-04",
        "Sebutan keputusan",
        keputusan_camat,
        Tingkat.INFO,
        penjelasan=(
            "Dokumen memakai sebutan “Keputusan Camat” dan juga “Keputusan Kepala Kecamatan”. "
            "Pakai satu sebutan, sesuai dengan keputusan yang ditandatangani."
        ),
    ),
    _aturan(
        "REG-06",
        "Kop dan NIP",
        nip_dan_kop,
        penjelasan=(
            "NIP terdiri atas 18 angka dan ditulis seragam, dengan atau tanpa spasi. Pada semua "
            "kop surat, nomor telepon dan nama tempat sebelum kode pos harus sama."
        ),
    ),
)

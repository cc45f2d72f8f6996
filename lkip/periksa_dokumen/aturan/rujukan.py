"""Numbers of tables and of their sources, and references to a table."""

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

from lkip.pemeriksaan.temuan import Tingkat
from lkip.periksa_dokumen.naskah import Alinea, Naskah
from lkip.periksa_dokumen.temuan import AturanDokumen, TemuanDokumen, temukan

JUDUL_TABEL = re.compile(r"\W{0,3}Tabel ?(\d+)\.( ?)(\d+)", re.IGNORECASE)
RUJUKAN = re.compile(r"\btabel (\d+\.\d+)", re.IGNORECASE)
BERDASARKAN = re.compile(r"(?:Berdasarkan|Dari|Menurut) (?:data )?tabel (\d+\.\d+)", re.IGNORECASE)


def _judul_tabel(naskah: Naskah) -> Iterator[tuple[Alinea, int, int, bool]]:
    """(line, chapter, number, is there a space inside?) of each caption."""
    for alinea in naskah.alinea:
        cocok = JUDUL_TABEL.match(alinea.teks)
        if alinea.judul and cocok:
            yield alinea, int(cocok[1]), int(cocok[3]), bool(cocok[2])


def nomor_tabel(naskah: Naskah) -> Iterable[TemuanDokumen]:
    semua = list(_judul_tabel(naskah))
    for (_, bab, nomor, _), (alinea, bab_kini, kini, _) in pairwise(semua):
        if bab == bab_kini and kini != nomor + 1:
            yield temukan(
                alinea.tempat,
                alinea.teks,
                f"Sesudah Tabel {bab}.{nomor} seharusnya Tabel {bab}.{nomor + 1}.",
            )
    for alinea, bab, nomor, berspasi in semua:
        if berspasi:
            yield temukan(
                alinea.tempat, alinea.teks, f"Nomor tabel ditulis tanpa spasi: {bab}.{nomor}."
            )


def rujukan_tabel(naskah: Naskah) -> Iterable[TemuanDokumen]:
    """A reference to no table, or just below one table to another one further down."""
    letak = {f"{bab}.{nomor}": a.tempat.nomor for a, bab, nomor, _ in _judul_tabel(naskah)}
    if not letak:
        return
    for alinea in naskah.alinea:
        for cocok in RUJUKAN.finditer(alinea.teks) if not alinea.judul else ():
            if cocok[1] not in letak:
                yield temukan(alinea.tempat, alinea.teks, f"Tabel {cocok[1]} tidak ada.")
        dekat = _tabel_di_atas(naskah, alinea)
        cocok = BERDASARKAN.match(alinea.teks)
        if cocok and dekat and dekat != cocok[1] and letak.get(cocok[1], 0) > alinea.tempat.nomor:
            yield temukan(
                alinea.tempat,
                alinea.teks,
                f"Kalimat ini membahas tabel di atasnya, Tabel {dekat}.",
                f"Tabel {dekat}",
            )


def _tabel_di_atas(naskah: Naskah, alinea: Alinea) -> str:
    """The number of a table that ends a few lines above."""
    for tabel in naskah.tabel:
        akhir = tabel.baris[-1].tempat.nomor if tabel.baris else tabel.tempat.nomor
        if tabel.nomor and 0 < alinea.tempat.nomor - akhir < 6:
            return tabel.nomor
    return ""


def nomor_sumber(naskah: Naskah) -> Iterable[TemuanDokumen]:
    """Notes on sources of which two have one number."""
    for satu, lanjut in pairwise(naskah.alinea):
        if not satu.teks.startswith("Sumber"):
            continue
        kiri = re.findall(r"(?<!\d)(\d)\. ", satu.teks)
        kanan = re.match(r"(\d)\. ", lanjut.teks)
        if kiri and kanan and kiri[-1] == kanan[1]:
            yield temukan(
                lanjut.tempat, f"{satu.teks} / {lanjut.teks}", f"Nomor {kanan[1]} dipakai dua kali."
            )


ATURAN = (
    AturanDokumen(
        kode="DOK-01",
        judul="Nomor tabel",
        periksa=nomor_tabel,
        penjelasan=(
            "Nomor tabel dalam satu bab harus berurutan, tanpa yang terlewat atau terulang, dan "
            "ditulis tanpa spasi, seperti “Tabel 3.1”. Nomor yang keliru membuat rujukan kepada "
            "tabel ikut keliru."
        ),
    ),
    AturanDokumen(
        kode="DOK-05",
        judul="Nomor sumber",
        tingkat=Tingkat.INFO,
        periksa=nomor_sumber,
        penjelasan=(
            "Nomor terakhir dalam catatan sumber dipakai lagi oleh catatan tepat di bawahnya. "
            "Urutkan kembali nomornya."
        ),
    ),
    AturanDokumen(
        kode="SDM-02",
        judul="Rujukan tabel",
        periksa=rujukan_tabel,
        penjelasan=(
            "Tabel yang disebut nomornya dalam kalimat harus ada, dan kalimat “Berdasarkan tabel "
            "…” tepat di bawah sebuah tabel tidak boleh menyebut tabel lain sesudahnya. Betulkan "
            "nomor yang disebut."
        ),
    ),
)

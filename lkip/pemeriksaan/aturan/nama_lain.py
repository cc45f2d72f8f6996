"""Names of other offices and their desa in a text: left over from the report it was copied from."""

import re
from collections.abc import Iterable

from lkip.pemeriksaan.bahan import Bahan
from lkip.pemeriksaan.kutip import temuan_teks
from lkip.pemeriksaan.temuan import Aturan, Temuan, Tingkat

KECAMATAN = re.compile(r"\bKecamatan\s+([A-Z][a-z]+(?:\s[A-Z][a-z]+)?)")
BATAS = re.compile(r"\b(?:berbatasan|sebelah|batas|perbatasan|tetangga)\b", re.IGNORECASE)
BUKAN_NAMA = frozenset(
    """Kabupaten Kota Dalam Tahun Yang Dan Provinsi Sebagai Pada Untuk Dengan Melalui Se Tersebut
    Kecamatan Mengenai Terhadap Berdasarkan""".split()
)


def nama_kecamatan(bahan: Bahan) -> Iterable[Temuan]:
    instansi = bahan.laporan.instansi
    sendiri = instansi.nama.removeprefix("Kecamatan ").strip().casefold()
    tetangga = {nama.casefold() for _, nama in bahan.laporan.wilayah.batas}
    for teks in bahan.teks:
        for alinea in teks.alinea:
            for cocok in KECAMATAN.finditer(alinea):
                nama = cocok.group(1)
                if nama.split()[0] in BUKAN_NAMA or BATAS.search(alinea):
                    continue
                if nama.casefold().startswith(sendiri) or sendiri.startswith(nama.casefold()):
                    continue
                if any(nama.casefold() in satu for satu in tetangga):
                    continue
                yield temuan_teks(
                    teks,
                    alinea,
                    cocok.span(),
                    f"Nama kecamatan lain dalam laporan {instansi.nama}: “{{kutipan}}”.",
                )


def nama_desa(bahan: Bahan) -> Iterable[Temuan]:
    sendiri = {satu.nama.casefold() for satu in bahan.laporan.wilayah.desa}
    asing = sorted(satu for satu in bahan.desa_lain if satu.casefold() not in sendiri)
    if not asing:
        return
    pola = re.compile(rf"\b(?:Desa|Kelurahan)\s+({'|'.join(map(re.escape, asing))})\b")
    for teks in bahan.teks:
        for alinea in teks.alinea:
            for cocok in pola.finditer(alinea):
                yield temuan_teks(
                    teks, alinea, cocok.span(), "Desa ini milik kecamatan lain: “{kutipan}”."
                )


ATURAN = (
    Aturan(
        kode="DOK-06b",
        judul="Nama kecamatan lain",
        tingkat=Tingkat.PERINGATAN,
        periksa=nama_kecamatan,
        penjelasan=(
            "Nama kecamatan lain biasanya tertinggal dari laporan yang disalin. Kecamatan yang "
            "berbatasan tidak dihitung."
        ),
    ),
    Aturan(
        kode="DOK-06c",
        judul="Nama desa lain",
        tingkat=Tingkat.PERINGATAN,
        periksa=nama_desa,
        penjelasan="Desa atau kelurahan itu milik kecamatan lain dalam pemerintah daerah ini.",
    ),
)

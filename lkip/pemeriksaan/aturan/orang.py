"""Numbers of staff and of people in a text against their tables."""

import re
from collections.abc import Iterable, Iterator, Mapping

from lkip.angka import format_angka
from lkip.isi.laporan import Laporan
from lkip.pemeriksaan.bahan import Bahan
from lkip.pemeriksaan.kutip import temuan_teks
from lkip.pemeriksaan.temuan import Aturan, Temuan, Tingkat

JUMLAH = r"(?<![\d.,])(?P<n>\d{1,3}(?:\.\d{3})*|\d+)(?:\s*\([a-z ]+\))?\s*(?:orang|jiwa)"
PEGAWAI = re.compile(rf"{JUMLAH}\s+(?P<apa>non[- ]?ASN|ASN|PNS|pegawai)\b", re.IGNORECASE)
PENDUDUK = re.compile(
    rf"{JUMLAH}\s+(?:penduduk\s+)?(?:berjenis\s+kelamin\s+)?(?P<apa>laki[- ]laki|perempuan)\b",
    re.IGNORECASE,
)
TERKECIL = 1000  # fewer people are staff or visitors, not the population


def jumlah_pegawai(bahan: Bahan) -> Iterable[Temuan]:
    yield from _cari(bahan, PEGAWAI, _pegawai(bahan.laporan))


def jumlah_penduduk(bahan: Bahan) -> Iterable[Temuan]:
    wilayah = bahan.laporan.wilayah
    if wilayah.laki_laki is None or wilayah.perempuan is None:
        return
    boleh = {"laki-laki": {wilayah.laki_laki}, "perempuan": {wilayah.perempuan}}
    yield from _cari(bahan, PENDUDUK, boleh, TERKECIL)


def _pegawai(laporan: Laporan) -> dict[str, set[int]]:
    """How many of each kind a text may speak of: all, those of one jabatan, needed, or lacking."""
    sdm = laporan.sdm
    asn = {sdm.ada_asn, sdm.kebutuhan_asn, abs(sdm.kekurangan_asn)}
    asn |= {satu.ada for satu in sdm.asn} | {satu.kebutuhan or 0 for satu in sdm.asn}
    asn |= {sdm.ada_pendidikan(satu, asn_saja=True) for satu in sdm.pendidikan}
    asn |= {sdm.kebutuhan_pendidikan(satu) for satu in sdm.pendidikan}
    lain = {sdm.ada_non_asn} | {satu.ada for satu in sdm.baris if not satu.asn}
    semua = asn | lain | {sdm.ada, sdm.laki_laki, sdm.perempuan}
    semua |= {sdm.ada_pendidikan(satu) for satu in sdm.pendidikan}
    return {"asn": asn, "pns": asn, "nonasn": lain, "pegawai": semua}


def _cari(
    bahan: Bahan,
    pola: re.Pattern[str],
    boleh: Mapping[str, set[int]],
    terkecil: int = 0,
) -> Iterator[Temuan]:
    for teks in bahan.teks:
        for kalimat in teks.kalimat:
            for cocok in pola.finditer(kalimat):
                n = int(cocok["n"].replace(".", ""))
                apa = cocok["apa"].casefold().replace("non-", "non").replace("non ", "non")
                ada = boleh[apa.replace("laki laki", "laki-laki")]
                if n >= terkecil and n not in ada:
                    daftar = ", ".join(format_angka(satu) for satu in sorted(ada) if satu)
                    yield temuan_teks(
                        teks, kalimat, cocok.span(), f"Tertulis “{{kata}}”; dalam data: {daftar}."
                    )


ATURAN = (
    Aturan(
        kode="SDM-03",
        judul="Jumlah pegawai dalam naskah",
        tingkat=Tingkat.PERINGATAN,
        periksa=jumlah_pegawai,
        penjelasan="Banyaknya pegawai, ASN, atau non-ASN yang disebut naskah harus ada dalam tabel sumber "
        "daya manusia: yang ada, yang dibutuhkan, atau selisihnya.",
    ),
    Aturan(
        kode="NAR-19",
        judul="Jumlah penduduk dalam naskah",
        tingkat=Tingkat.PERINGATAN,
        periksa=jumlah_penduduk,
        penjelasan="Penduduk laki-laki dan perempuan yang disebut naskah harus sama dengan profil wilayah.",
    ),
)

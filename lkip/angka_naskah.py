"""Figures of the report that a narrative names, and those that have changed since it was written."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from lkip.angka import TIDAK_ADA, format_angka
from lkip.isi.anggaran import BarisAnggaran, Uang
from lkip.isi.kinerja import Indikator, Sasaran
from lkip.isi.laporan import Laporan

ANGKA = re.compile(r"(?<![\d.,])(?:\d{1,3}(?:\.\d{3})+|\d+)(?:,\d+)?(?![.,]?\d)")
TAHUN = re.compile(r"(?:19|20)\d\d")
TANDA = re.compile(r"<[^>]*>")

Catatan = Mapping[str, str]
"""What is remembered of a narrative: figures by key, with the text that they had."""


@dataclass(frozen=True)
class Angka:
    """A figure of the report as it is printed, without its unit."""

    label: str
    teks: str


@dataclass(frozen=True)
class AngkaBerubah:
    """A figure that a narrative names as it was, and as it is now."""

    label: str
    lama: str
    kini: str


def catat_angka(kode: str, angka: Mapping[str, Angka], lama: Catatan) -> dict[str, str]:
    """What to remember of a text that is saved now.

    Figures that had changed before (`lama`) and are still written as they were stay remembered so:
    mending a comma does not make a number right.
    """
    tertulis = _angka_dalam(kode)
    kini = {kunci: satu.teks for kunci, satu in angka.items() if satu.teks in tertulis}
    basi = {
        kunci: teks
        for kunci, teks in lama.items()
        if teks in tertulis and (kunci not in angka or angka[kunci].teks != teks)
    }
    return kini | basi


def angka_berubah(laporan: Laporan) -> dict[str, tuple[AngkaBerubah, ...]]:
    """Sections whose text names figures that are others now, with these figures."""
    if not laporan.angka_naskah:
        return {}
    angka = angka_laporan(laporan)
    semua = {
        bagian: tuple(angka_usang(laporan.narasi.get(bagian, ""), catatan, angka))
        for bagian, catatan in laporan.angka_naskah.items()
    }
    return {bagian: isi for bagian, isi in semua.items() if isi}


def angka_usang(kode: str, catatan: Catatan, angka: Mapping[str, Angka]) -> Iterator[AngkaBerubah]:
    """Figures that the text still names as they were when it was written."""
    tertulis = _angka_dalam(kode)
    tetap = {
        teks for kunci, teks in catatan.items() if kunci in angka and angka[kunci].teks == teks
    }
    for kunci, teks in catatan.items():
        kini = angka.get(kunci)
        if teks not in tertulis or (kini and kini.teks == teks):
            continue
        if len(teks) == 1 and teks in tetap:
            continue  # one digit names many things; another of them is still right
        yield AngkaBerubah(kini.label if kini else kunci, teks, kini.teks if kini else TIDAK_ADA)


def _angka_dalam(kode: str) -> set[str]:
    """Numbers of a text in the one form that figures are compared in; years are none."""
    teks = TANDA.sub(" ", kode)
    return {_setara(satu[0]) for satu in ANGKA.finditer(teks) if not TAHUN.fullmatch(satu[0])}


def _setara(teks: str) -> str:
    return format_angka(Decimal(teks.replace(".", "").replace(",", ".")))


def angka_laporan(laporan: Laporan) -> dict[str, Angka]:
    """The figures that a narrative may name, by a key that stays while the figure changes."""
    semua = (
        *(angka for satu in laporan.indikator for angka in _indikator(satu, laporan)),
        *(angka for satu in laporan.sasaran for angka in _simpul(satu, laporan)),
        *_umum(laporan),
        *(angka for satu in laporan.anggaran.baris for angka in _baris(satu, laporan)),
    )
    return {kunci: Angka(label, teks) for kunci, label, teks in semua if teks != TIDAK_ADA}


Baris = Iterator[tuple[str, str, str]]


def _persen(nilai: Decimal | None, laporan: Laporan) -> str:
    return TIDAK_ADA if nilai is None else _setara(format_angka(nilai, laporan.profil.desimal))


def _indikator(satu: Indikator, laporan: Laporan) -> Baris:
    nilai = {
        "target": satu.target,
        "realisasi": satu.realisasi,
        "target akhir Renstra": satu.target_akhir,
    }
    if satu.tahun_lalu:
        nilai["realisasi tahun lalu"] = satu.tahun_lalu.realisasi
    for nama, isi in nilai.items():
        yield f"{satu.kode}: {nama}", f"{nama.capitalize()} {satu.nama}", format_angka(isi.angka)
    yield f"{satu.kode}: capaian", f"Capaian {satu.nama}", _persen(satu.capaian, laporan)


def _simpul(satu: Sasaran, laporan: Laporan) -> Baris:
    kunci = f"{satu.jenis} {satu.kode}"
    yield f"{kunci}: capaian", f"Rata-rata capaian {satu.label}", _persen(satu.capaian, laporan)
    yield f"{kunci}: serapan", f"Serapan anggaran {satu.label}", _persen(satu.serapan, laporan)


def _umum(laporan: Laporan) -> Baris:
    sdm, wilayah, rata = laporan.sdm, laporan.wilayah, laporan.rata_rata
    nilai = {
        "Jumlah indikator": laporan.rekap.indikator,
        "Jumlah pegawai": sdm.ada,
        "Jumlah ASN": sdm.ada_asn,
        "Kebutuhan ASN": sdm.kebutuhan_asn,
        "Kekurangan ASN": sdm.kekurangan_asn,
        "Luas wilayah": wilayah.luas_km2,
        "Jumlah penduduk": wilayah.penduduk,
        "Penduduk laki-laki": wilayah.laki_laki,
        "Penduduk perempuan": wilayah.perempuan,
        "Jumlah desa dan kelurahan": len(wilayah.desa),
    }
    for label, angka in nilai.items():
        yield label, label, format_angka(angka)
    persen = {"Rata-rata capaian": rata.capaian, "Rata-rata capaian akhir": rata.akhir_renstra}
    for label, hasil in persen.items():
        yield label, label, _persen(hasil.nilai, laporan)
    yield from _uang("anggaran", "anggaran", laporan.anggaran.uang, laporan)


def _baris(satu: BarisAnggaran, laporan: Laporan) -> Baris:
    return _uang(satu.kode, satu.nama, satu.uang, laporan)


def _uang(kunci: str, nama: str, uang: Uang, laporan: Laporan) -> Baris:
    for label, rupiah in (
        ("pagu", uang.pagu),
        ("realisasi", uang.realisasi),
        ("sisa", uang.sisa),
    ):
        yield f"{kunci}: {label}", f"{label.capitalize()} {nama}", format_angka(rupiah)
    yield f"{kunci}: serapan", f"Serapan {nama}", _persen(uang.serapan, laporan)

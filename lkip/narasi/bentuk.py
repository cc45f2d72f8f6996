"""The generated sentences of a report, by the section that prints them.

Every field of type `Paragraf` is plain text, one string per paragraph or list item; an empty
tuple means that the section has nothing to say and is left out.
"""

from collections.abc import Mapping
from dataclasses import dataclass

Paragraf = tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class NarasiSasaran:
    """The analyses of PermenPANRB 53/2014 for one tujuan or sasaran."""

    target_realisasi: Paragraf
    antar_tahun: Paragraf
    akhir_renstra: Paragraf
    pembanding: Paragraf
    penyebab: Paragraf
    efisiensi: Paragraf
    program: Paragraf


@dataclass(frozen=True, kw_only=True)
class NarasiLaporan:
    """All generated sentences of one report; `sasaran` is keyed by the kode of the node.

    List items: `tujuan_laporan`, `dasar_hukum`, `sistematika`. Pairs (label with uraian, sentence):
    `ikhtisar_sasaran`. `pk_perubahan` is empty when there is no PK Perubahan.
    """

    kata_pengantar: Paragraf
    ikhtisar: Paragraf
    ikhtisar_sasaran: tuple[tuple[str, str], ...]
    latar_belakang: Paragraf
    maksud: Paragraf
    tujuan_laporan: Paragraf
    dasar_hukum: Paragraf
    sistematika: Paragraf
    kedudukan: Paragraf
    sdm: Paragraf
    sarana: Paragraf
    anggaran: Paragraf
    wilayah: Paragraf
    potensi: Paragraf
    renstra: Paragraf
    iku: Paragraf
    rkt: Paragraf
    pk: Paragraf
    pk_perubahan: Paragraf
    alokasi: Paragraf
    metode: Paragraf
    capaian_umum: Paragraf
    antar_tahun_umum: Paragraf
    akhir_renstra_umum: Paragraf
    pembanding_umum: Paragraf
    program_umum: Paragraf
    efisiensi_umum: Paragraf
    rekap_predikat: Paragraf
    realisasi_anggaran: Paragraf
    realisasi_belanja: Paragraf
    serapan_rendah: Paragraf
    triwulan: Paragraf
    simpulan: Paragraf
    rekomendasi_pengantar: Paragraf
    sasaran: Mapping[str, NarasiSasaran]

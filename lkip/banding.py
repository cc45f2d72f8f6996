"""Compare what the documents of a year say of the same indikator and the same program. Pure.

A document is compared with the one before it that exists; IKU hold no number and are only shown.
"""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import TypeVar

from lkip.angka import format_uang
from lkip.banding_baris import BarisBanding, Perbandingan, Rantai, Sel, SimpulBanding, rantaikan
from lkip.banding_naskah import (
    Isi,
    banding_indikator,
    banding_program,
    banding_simpul,
    cari_lepas,
    susun_naskah,
    teks_tepat,
)
from lkip.isi.anggaran import BarisAnggaran, Tahap
from lkip.isi.kinerja import Indikator, JenisSimpul
from lkip.isi.laporan import Laporan, SasaranRenstra, TujuanRenstra
from lkip.isi.nilai import Keadaan, Nilai

T = TypeVar("T")
PERJANJIAN = {Tahap.MURNI: Rantai.PK, Tahap.PERUBAHAN: Rantai.PK_PERUBAHAN}
PAGU = (Rantai.PK, Rantai.PK_PERUBAHAN, Rantai.LKIP)


def bandingkan_dokumen(laporan: Laporan, beku: Mapping[Rantai, Isi]) -> Perbandingan:
    """The documents of the report; `beku` is the frozen data of those that were signed."""
    pembanding = _Pembanding(laporan, beku)
    simpul = tuple(pembanding.simpul())
    return Perbandingan(
        simpul=simpul,
        program=tuple(map(pembanding.program, laporan.anggaran.program)),
        lepas=cari_lepas(
            pembanding.naskah,
            indikator={baris.kode for satu in simpul for baris in satu.baris},
            program={program.kode for program in laporan.anggaran.program},
        ),
    )


def ada_dokumen(laporan: Laporan) -> dict[Rantai, bool]:
    """Which documents there are; an RKT is there as soon as it has a number, a date or a target."""
    rkt, iku = laporan.rkt, laporan.penetapan_iku
    jenis = {PERJANJIAN[satu.jenis] for satu in laporan.perjanjian}
    return {
        Rantai.RENSTRA: True,
        Rantai.IKU: bool(iku.nomor or iku.tanggal),
        Rantai.RKT: bool(rkt.nomor or rkt.tanggal)
        or any(
            indikator.target_rkt.keadaan is not Keadaan.BELUM_DIISI
            for _, simpul in _simpul_rencana(laporan)
            for indikator in simpul.indikator
        ),
        Rantai.PK: Rantai.PK in jenis,
        Rantai.PK_PERUBAHAN: Rantai.PK_PERUBAHAN in jenis,
        Rantai.LKIP: True,
    }


def _simpul_rencana(laporan: Laporan) -> Iterator[tuple[str, TujuanRenstra | SasaranRenstra]]:
    """Tujuan and sasaran with their label, in the order of the plan."""
    for tujuan in laporan.renstra.tujuan:
        yield f"{JenisSimpul.TUJUAN.label} {tujuan.nomor}", tujuan
        for sasaran in tujuan.sasaran:
            yield f"{JenisSimpul.SASARAN.label} {sasaran.nomor}", sasaran


class _Pembanding:
    """The documents of one report, opened side by side."""

    def __init__(self, laporan: Laporan, beku: Mapping[Rantai, Isi]):
        self.laporan = laporan
        self.ada = ada_dokumen(laporan)
        self.target = {
            PERJANJIAN[pk.jenis]: {satu.indikator.kode: satu.target for satu in pk.target}
            for pk in laporan.perjanjian
        }
        self.pagu = {
            PERJANJIAN[pk.jenis]: {program.kode: pagu for program, pagu in pk.pagu_program}
            for pk in laporan.perjanjian
        }
        self.dilaporkan = {satu.kode for satu in laporan.indikator}
        self.naskah = susun_naskah(
            {satu.label: beku[satu] for satu in Rantai if satu in beku and self.ada[satu]}
        )

    def simpul(self) -> Iterator[SimpulBanding]:
        """The nodes that have indikator."""
        for label, satu in _simpul_rencana(self.laporan):
            if satu.indikator:
                yield SimpulBanding(
                    label=label,
                    uraian=satu.uraian,
                    baris=tuple(map(self._indikator, satu.indikator)),
                    naskah=banding_simpul(self.naskah, label, satu.uraian, satu.indikator),
                )

    def _indikator(self, satu: Indikator) -> BarisBanding:
        target = {
            Rantai.RENSTRA: dict(satu.target_renstra).get(self.laporan.tahun, Nilai()),
            Rantai.RKT: satu.target_rkt,
            Rantai.PK: self._target_murni(satu),
            Rantai.PK_PERUBAHAN: self.target.get(Rantai.PK_PERUBAHAN, {}).get(satu.kode),
            Rantai.LKIP: satu.target if satu.kode in self.dilaporkan else None,
        }
        sel = (
            self._sel_iku(satu) if dokumen is Rantai.IKU else self._sel(dokumen, target[dokumen])
            for dokumen in Rantai
        )
        return BarisBanding(
            kode=satu.kode,
            nama=satu.nama,
            sel=tuple(rantaikan(sel)),
            naskah=banding_indikator(self.naskah, satu, _berlabel(target)),
        )

    def _target_murni(self, satu: Indikator) -> Nilai | None:
        """The target of the PK murni, also where the PK in force dropped the indikator."""
        termuat = satu.kode in self.target.get(Rantai.PK, {})
        ada = termuat or satu.target_murni.keadaan is not Keadaan.BELUM_DIISI
        return satu.target_murni if ada else None

    def _sel_iku(self, satu: Indikator) -> Sel:
        if not self.ada[Rantai.IKU]:
            return Sel(dokumen=Rantai.IKU, teks="belum ditetapkan", ada_dokumen=False)
        return Sel(dokumen=Rantai.IKU, teks="IKU" if satu.iku else "bukan IKU", ada=satu.iku)

    def _sel(self, dokumen: Rantai, nilai: Nilai | None) -> Sel:
        if nilai is None or not self.ada[dokumen]:
            return self._sel_tanpa_isi(dokumen)
        return Sel(
            dokumen=dokumen,
            teks=teks_tepat(nilai.teks, nilai.angka) if nilai.ada else nilai.keterangan,
            ada=nilai.ada,
            banding=(nilai.keadaan, nilai.huruf if nilai.angka is None else nilai.angka),
        )

    def _sel_tanpa_isi(self, dokumen: Rantai) -> Sel:
        if not self.ada[dokumen]:
            return Sel(dokumen=dokumen, teks="tidak ada dokumen", ada_dokumen=False)
        return Sel(
            dokumen=dokumen, teks=f"tidak ada di {dokumen.label}", banding=("tidak termuat",)
        )

    def program(self, satu: BarisAnggaran) -> BarisBanding:
        """The pagu of a program in both PK, and the one in force that the LKIP uses."""
        pagu = {dokumen: self.pagu.get(dokumen, {}).get(satu.kode) for dokumen in PAGU}
        pagu[Rantai.LKIP] = satu.pagu
        return BarisBanding(
            kode=satu.kode,
            nama=satu.nama,
            sel=tuple(rantaikan(self._sel_pagu(*pasangan) for pasangan in pagu.items())),
            naskah=banding_program(self.naskah, satu, _berlabel(pagu)),
        )

    def _sel_pagu(self, dokumen: Rantai, pagu: Decimal | None) -> Sel:
        if pagu is None:
            return self._sel_tanpa_isi(dokumen)
        return Sel(dokumen=dokumen, teks=format_uang(pagu), ada=True, banding=(pagu,))


def _berlabel(isi: Mapping[Rantai, T | None]) -> dict[str, T]:
    """By the label of the document, without those that hold nothing."""
    return {dokumen.label: satu for dokumen, satu in isi.items() if satu is not None}

"""From a row of the database to a Nilai, and from two Nilai to a capaian."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from lkip.capaian import (
    Akumulasi,
    FormulaNegatif,
    Polaritas,
    StatusTarget,
    akumulasi,
    akumulasi_rasio,
    hitung_capaian,
    status_target,
)
from lkip.huruf import SkalaHuruf, capaian_huruf, status_huruf
from lkip.isi.nilai import Keadaan, Nilai


@dataclass(frozen=True, kw_only=True)
class Ukuran:
    """How one indikator is measured: all that a value needs to be read and compared."""

    satuan: str
    skala: SkalaHuruf | None
    polaritas: Polaritas
    formula_negatif: FormulaNegatif
    akumulasi: Akumulasi
    rasio: bool
    faktor: Decimal

    def kosong(self, keadaan: Keadaan = Keadaan.BELUM_DIISI) -> Nilai:
        """A missing value and why it is missing."""
        return Nilai(keadaan=keadaan, satuan=self.satuan, skala=self.skala)

    def target(self, baris: Mapping | None) -> Nilai:
        """Read `nilai`, `huruf`, `tidak_ditargetkan` of a target row."""
        if baris is None:
            return self.kosong()
        if baris["tidak_ditargetkan"]:
            return self.kosong(Keadaan.TIDAK_DITARGETKAN)
        return self._ada(baris["nilai"], baris["huruf"])

    def realisasi(self, baris: Mapping | None) -> Nilai:
        """Read a realisasi row: number, ratio, grade, "no event", or still empty."""
        if baris is None:
            return self.kosong()
        if baris["tidak_ada_kejadian"]:
            return self.kosong(Keadaan.TIDAK_ADA_KEJADIAN)
        if baris["penyebut"] is not None:
            return self._rasio(baris["pembilang"], baris["penyebut"])
        return self._ada(baris["nilai"], baris["huruf"])

    def akumulasikan(self, triwulan: Sequence[Nilai]) -> Nilai:
        """The value of the year up to the last of these triwulan (R11)."""
        ada = [nilai for nilai in triwulan if nilai.ada]
        if not ada:
            return self.kosong(_alasan(triwulan))
        if self.rasio and all(nilai.penyebut is not None for nilai in ada):
            pasangan = akumulasi_rasio([_pasangan(nilai) for nilai in triwulan], self.akumulasi)
            return self._rasio(*pasangan)
        if any(nilai.angka is None for nilai in ada):
            return ada[-1]
        return self._ada(akumulasi([nilai.angka for nilai in triwulan], self.akumulasi), "")

    def capaian(self, target: Nilai, realisasi: Nilai) -> Decimal | None:
        """R1, R2, R5 and R10; None where there is nothing to compare."""
        if not (target.ada and realisasi.ada):
            return None
        if target.angka is not None and realisasi.angka is not None:
            return hitung_capaian(
                target.angka, realisasi.angka, self.polaritas, self.formula_negatif
            )
        if not self._berhuruf(target, realisasi):
            return None
        return capaian_huruf(target.huruf_berlaku, realisasi.huruf_berlaku, self.skala)

    def status(self, target: Nilai, realisasi: Nilai) -> StatusTarget | None:
        """R9; None where there is nothing to compare."""
        if not (target.ada and realisasi.ada):
            return None
        if target.angka is not None and realisasi.angka is not None:
            return status_target(target.angka, realisasi.angka, self.polaritas)
        if not self._berhuruf(target, realisasi):
            return None
        return status_huruf(target.huruf_berlaku, realisasi.huruf_berlaku, self.skala)

    def _berhuruf(self, *semua: Nilai) -> bool:
        """Whether each has a letter: a number has none on an ordered-only scale, or below all bounds."""
        return self.skala is not None and all(
            self.skala.mengenal(satu.huruf_berlaku) for satu in semua
        )

    def _ada(self, angka: Decimal | None, huruf: str) -> Nilai:
        if angka is None and not huruf:
            return self.kosong()
        return Nilai(
            keadaan=Keadaan.ADA, angka=angka, huruf=huruf, satuan=self.satuan, skala=self.skala
        )

    def _rasio(self, pembilang: Decimal, penyebut: Decimal) -> Nilai:
        return Nilai(
            keadaan=Keadaan.ADA,
            angka=pembilang * self.faktor / penyebut,
            pembilang=pembilang,
            penyebut=penyebut,
            satuan=self.satuan,
        )


def _pasangan(nilai: Nilai) -> tuple[Decimal, Decimal] | None:
    return None if nilai.penyebut is None else (nilai.pembilang, nilai.penyebut)


def _alasan(triwulan: Sequence[Nilai]) -> Keadaan:
    """A year in which nothing happened is not a year that was not reported."""
    keadaan = {nilai.keadaan for nilai in triwulan}
    if Keadaan.TIDAK_ADA_KEJADIAN in keadaan:
        return Keadaan.TIDAK_ADA_KEJADIAN
    return Keadaan.BELUM_DIISI

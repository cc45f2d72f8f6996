"""The budget of one year as a tree; only sub kegiatan hold money, everything above is a sum."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from functools import cached_property

from lkip.capaian import hitung_capaian
from lkip.serapan import bagian_porsi, hitung_serapan


class Tahap(StrEnum):
    """The version of the budget."""

    MURNI = "murni"
    PERUBAHAN = "perubahan"

    @property
    def dokumen(self) -> str:
        """The budget document that holds this version."""
        return "DPA" if self is Tahap.MURNI else "DPPA"

    @property
    def label(self) -> str:
        return "APBD murni" if self is Tahap.MURNI else "Perubahan APBD"


class JenisBelanja(StrEnum):
    """The kinds of belanja of PP 12/2019 and Permendagri 77/2020."""

    OPERASI = "operasi"
    MODAL = "modal"
    TAK_TERDUGA = "tak_terduga"
    TRANSFER = "transfer"

    @property
    def label(self) -> str:
        return "Belanja " + self.value.replace("_", " ").title()


class Tingkat(StrEnum):
    """The levels of the nomenclature of Kepmendagri 900.1.15.5-1317/2023."""

    PROGRAM = "program"
    KEGIATAN = "kegiatan"
    SUB_KEGIATAN = "sub_kegiatan"

    @property
    def label(self) -> str:
        return {"program": "Program", "kegiatan": "Kegiatan"}.get(self.value, "Sub Kegiatan")


@dataclass(frozen=True, kw_only=True)
class Uang:
    """Rupiah planned and spent. `pagu` is that of the version in force."""

    pagu: Decimal = Decimal(0)
    realisasi: Decimal = Decimal(0)
    pagu_murni: Decimal = Decimal(0)
    pagu_perubahan: Decimal = Decimal(0)

    @property
    def sisa(self) -> Decimal:
        return self.pagu - self.realisasi

    @property
    def serapan(self) -> Decimal | None:
        """R6, percent; None when there is no pagu."""
        return hitung_serapan(self.pagu, self.realisasi)

    @property
    def selisih_pagu(self) -> Decimal:
        """What the perubahan added (or took)."""
        return self.pagu_perubahan - self.pagu_murni

    def bagian(self, porsi: Decimal) -> "Uang":
        """This money times `porsi` percent: what falls to one of several sasaran (R6)."""
        return Uang(
            pagu=bagian_porsi(self.pagu, porsi),
            realisasi=bagian_porsi(self.realisasi, porsi),
            pagu_murni=bagian_porsi(self.pagu_murni, porsi),
            pagu_perubahan=bagian_porsi(self.pagu_perubahan, porsi),
        )

    def pada(self, tahap: Tahap) -> Decimal:
        """The pagu of one version of the budget."""
        return self.pagu_murni if tahap is Tahap.MURNI else self.pagu_perubahan

    def __add__(self, lain: "Uang") -> "Uang":
        return Uang(
            pagu=self.pagu + lain.pagu,
            realisasi=self.realisasi + lain.realisasi,
            pagu_murni=self.pagu_murni + lain.pagu_murni,
            pagu_perubahan=self.pagu_perubahan + lain.pagu_perubahan,
        )


@dataclass(frozen=True, kw_only=True)
class Keluaran:
    """An output (or outcome) indicator of a level of the tree, with target and realisasi."""

    indikator: str
    satuan: str
    target: Decimal | None
    realisasi: Decimal | None

    @property
    def capaian(self) -> Decimal | None:
        """R1, percent, unrounded; None when there is no target (or one of 0) or no realisasi."""
        if self.target is None or self.realisasi is None:
            return None
        return hitung_capaian(self.target, self.realisasi)


@dataclass(frozen=True, kw_only=True)
class BarisAnggaran:
    """A program, kegiatan or sub kegiatan with all that is below it.

    `belanja` (money by kind) and `triwulan` (cumulative realisasi per triwulan, None where not
    reported) are filled on sub kegiatan only; `nomor` is its place in the tree, such as "1.4.3".
    """

    tingkat: Tingkat
    kode: str
    nomor: str
    nama: str
    keluaran: tuple[Keluaran, ...] = ()
    catatan: str = ""
    seksi: str = ""
    anak: tuple["BarisAnggaran", ...] = ()
    belanja: tuple[tuple[JenisBelanja, Uang], ...] = ()
    triwulan_sub: tuple[Decimal | None, ...] = (None, None, None, None)

    @cached_property
    def daun(self) -> tuple["BarisAnggaran", ...]:
        """The sub kegiatan at or below this row."""
        if self.tingkat is Tingkat.SUB_KEGIATAN:
            return (self,)
        return tuple(daun for anak in self.anak for daun in anak.daun)

    @cached_property
    def uang(self) -> Uang:
        return sum((uang for daun in self.daun for _, uang in daun.belanja), Uang())

    def uang_jenis(self, jenis: JenisBelanja) -> Uang:
        return sum(
            (uang for daun in self.daun for punya, uang in daun.belanja if punya is jenis), Uang()
        )

    @property
    def triwulan(self) -> tuple[Decimal | None, ...]:
        """Cumulative realisasi per triwulan; None where no sub kegiatan has reported."""
        return jumlah_triwulan(self.daun)

    @property
    def pagu(self) -> Decimal:
        return self.uang.pagu

    @property
    def realisasi(self) -> Decimal:
        return self.uang.realisasi

    @property
    def sisa(self) -> Decimal:
        return self.uang.sisa

    @property
    def serapan(self) -> Decimal | None:
        return self.uang.serapan

    def telusuri(self) -> Iterator["BarisAnggaran"]:
        """This row and all below it, in the order of the tree."""
        yield self
        for anak in self.anak:
            yield from anak.telusuri()


def jumlah_triwulan(daun: tuple[BarisAnggaran, ...]) -> tuple[Decimal | None, ...]:
    """Sum cumulative realisasi; a sub kegiatan that did not report keeps its last value."""
    hasil: list[Decimal | None] = []
    terakhir = [Decimal(0)] * len(daun)
    for triwulan in range(4):
        dilaporkan = [baris.triwulan_sub[triwulan] for baris in daun]
        terakhir = [
            lama if baru is None else baru for lama, baru in zip(terakhir, dilaporkan, strict=True)
        ]
        ada = any(nilai is not None for nilai in dilaporkan)
        hasil.append(sum(terakhir, Decimal(0)) if ada else None)
    return tuple(hasil)


@dataclass(frozen=True, kw_only=True)
class Anggaran:
    """All money of one instansi and year. `tahap` is the version in force."""

    tahap: Tahap
    program: tuple[BarisAnggaran, ...] = ()

    @cached_property
    def uang(self) -> Uang:
        return sum((program.uang for program in self.program), Uang())

    @cached_property
    def baris(self) -> tuple[BarisAnggaran, ...]:
        """Every row of the tree, program by program."""
        return tuple(baris for program in self.program for baris in program.telusuri())

    @property
    def kegiatan(self) -> tuple[BarisAnggaran, ...]:
        return tuple(baris for baris in self.baris if baris.tingkat is Tingkat.KEGIATAN)

    @property
    def sub_kegiatan(self) -> tuple[BarisAnggaran, ...]:
        return tuple(baris for baris in self.baris if baris.tingkat is Tingkat.SUB_KEGIATAN)

    @cached_property
    def belanja(self) -> tuple[tuple[JenisBelanja, Uang], ...]:
        """Money by kind of belanja, those kinds only that occur."""
        semua = (
            (jenis, sum((program.uang_jenis(jenis) for program in self.program), Uang()))
            for jenis in JenisBelanja
        )
        return tuple((jenis, uang) for jenis, uang in semua if uang != Uang())

    @property
    def triwulan(self) -> tuple[Decimal | None, ...]:
        return jumlah_triwulan(self.sub_kegiatan)

    @property
    def ada_perubahan(self) -> bool:
        return self.tahap is Tahap.PERUBAHAN

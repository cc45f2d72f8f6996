"""What was promised and achieved: indikator with their years, grouped by tujuan and sasaran."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from lkip.capaian import (
    Akumulasi,
    FormulaNegatif,
    Kelas,
    Polaritas,
    RataRata,
    StatusTarget,
)
from lkip.huruf import SkalaHuruf
from lkip.isi.anggaran import BarisAnggaran, Uang
from lkip.isi.nilai import Nilai
from lkip.serapan import Efisiensi
from lkip.tren import Tren


@dataclass(frozen=True, kw_only=True)
class TahunIndikator:
    """Target and realisasi of one year. `capaian` in percent, unrounded."""

    tahun: int
    target: Nilai
    realisasi: Nilai
    capaian: Decimal | None = None
    predikat: Kelas | None = None

    @property
    def alasan_tanpa_capaian(self) -> str:
        """Why there is no capaian; empty if there is one."""
        return _alasan_tanpa_capaian(self.capaian, self.target, self.realisasi)


def _alasan_tanpa_capaian(capaian: Decimal | None, target: Nilai, realisasi: Nilai) -> str:
    if capaian is not None:
        return ""
    if not target.ada:
        return f"target {target.keterangan}"
    if not realisasi.ada:
        return f"realisasi {realisasi.keterangan}"
    return "tidak dapat dihitung"


@dataclass(frozen=True, kw_only=True)
class Bukti:
    """Evidence of a realisasi: a file or a link, and where in it to look."""

    nama: str
    halaman: str = ""
    tautan: str = ""


@dataclass(frozen=True, kw_only=True)
class TriwulanIndikator:
    """One triwulan of an indikator. `kumulatif` is the year value up to this triwulan (R11)."""

    triwulan: int
    target: Nilai
    realisasi: Nilai
    kumulatif: Nilai
    aksi: str = ""
    pendukung: str = ""
    penghambat: str = ""
    tindak_lanjut: str = ""
    bukti: tuple[Bukti, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Pembanding:
    """A benchmark, or the reason why there is none. `selisih` is realisasi − pembanding."""

    lingkup: str
    nilai: Nilai
    alasan: str = ""
    sumber: str = ""
    tahun: int | None = None
    selisih: Decimal | None = None


@dataclass(frozen=True, kw_only=True)
class Indikator:
    """One indikator of the year. Percentages are in percent, unrounded and uncapped.

    `target` is that of the PK in force; the others say where they come from. `riwayat` holds the
    years of the Renstra up to the report year, `target_renstra` all its years.
    """

    kode: str
    nomor: str
    nama: str
    satuan: str
    polaritas: Polaritas
    akumulasi: Akumulasi
    formula_negatif: FormulaNegatif
    skala_huruf: SkalaHuruf | None
    rasio: bool
    iku: bool
    rumus: str
    penjelasan: str
    sumber_data: str
    penanggung_jawab: tuple[str, ...]
    batas_maksimum: Decimal | None
    target: Nilai
    target_murni: Nilai
    target_rkt: Nilai
    realisasi: Nilai
    capaian: Decimal | None
    predikat: Kelas | None
    status: StatusTarget | None
    tahun_akhir: int
    target_akhir: Nilai
    capaian_akhir: Decimal | None
    predikat_akhir: Kelas | None
    riwayat: tuple[TahunIndikator, ...]
    target_renstra: tuple[tuple[int, Nilai], ...]
    tren: Tren
    triwulan: tuple[TriwulanIndikator, ...]
    pembanding: tuple[Pembanding, ...]

    @property
    def alasan_tanpa_capaian(self) -> str:
        """Why there is no capaian; empty if there is one."""
        return _alasan_tanpa_capaian(self.capaian, self.target, self.realisasi)

    @property
    def tahun_lalu(self) -> TahunIndikator | None:
        """The year before the report year, if the Renstra covers it."""
        return self.riwayat[-2] if len(self.riwayat) > 1 else None


class JenisSimpul(StrEnum):
    """Whether an indikator measures a tujuan or a sasaran of the Renstra."""

    TUJUAN = "tujuan"
    SASARAN = "sasaran"

    @property
    def label(self) -> str:
        return self.value.title()


@dataclass(frozen=True, kw_only=True)
class ProgramPendukung:
    """A program that supports a sasaran with `porsi` percent of its money.

    `uang` is that share; `bersama` says that other sasaran share the program.
    """

    program: BarisAnggaran
    porsi: Decimal
    uang: Uang
    bersama: bool


@dataclass(frozen=True, kw_only=True)
class ButirAnalisis:
    """One row of the analysis that staff wrote."""

    uraian: str
    penanggung_jawab: str = ""
    tenggat: date | None = None


@dataclass(frozen=True, kw_only=True)
class Analisis:
    """Causes, obstacles, solutions already carried out, and follow-up of one sasaran."""

    pendorong: tuple[ButirAnalisis, ...] = ()
    penghambat: tuple[ButirAnalisis, ...] = ()
    kendala: tuple[ButirAnalisis, ...] = ()
    upaya: tuple[ButirAnalisis, ...] = ()
    rencana: tuple[ButirAnalisis, ...] = ()
    umum: tuple[ButirAnalisis, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Sasaran:
    """A tujuan or sasaran with its indikator, money and analysis: one section of Bab III.

    `capaian` is the mean with the cap of the profile (R4), `capaian_tanpa_batas` the plain mean.
    `porsi_anggaran` is its share of all pagu in percent.
    """

    jenis: JenisSimpul
    kode: str
    nomor: int
    uraian: str
    strategi: str
    kebijakan: str
    indikator: tuple[Indikator, ...]
    rata_rata: RataRata
    capaian_tanpa_batas: Decimal | None
    predikat: Kelas | None
    program: tuple[ProgramPendukung, ...]
    uang: Uang
    porsi_anggaran: Decimal | None
    efisiensi: Efisiensi | None
    nilai_pmk: tuple[Decimal, Decimal] | None
    analisis: Analisis

    @property
    def label(self) -> str:
        return f"{self.jenis.label} {self.nomor}"

    @property
    def capaian(self) -> Decimal | None:
        return self.rata_rata.nilai

    @property
    def serapan(self) -> Decimal | None:
        return self.uang.serapan

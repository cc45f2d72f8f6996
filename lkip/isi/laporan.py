"""The assembled report: everything that preview, PDF, XLSX, JSON and checks print."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from functools import cached_property

from lkip.isi.anggaran import Anggaran, BarisAnggaran, Tahap
from lkip.isi.kinerja import Indikator, Sasaran
from lkip.isi.nilai import Nilai
from lkip.isi.organisasi import (
    SDM,
    BarisSarana,
    Foto,
    Instansi,
    Lampiran,
    Organisasi,
    Pejabat,
    Wilayah,
)
from lkip.isi.profil import Profil
from lkip.isi.ringkas import RataRataLaporan, Rekap, hitung_rata_rata, hitung_rekap
from lkip.kalender import TenggatTahun


@dataclass(frozen=True, kw_only=True)
class SasaranRenstra:
    """A sasaran of the plan with the indikator that measure it."""

    kode: str
    nomor: int
    uraian: str
    strategi: str
    kebijakan: str
    indikator: tuple[Indikator, ...]
    program: tuple[BarisAnggaran, ...]


@dataclass(frozen=True, kw_only=True)
class TujuanRenstra:
    """A tujuan of the plan with its own indikator and its sasaran."""

    kode: str
    nomor: int
    uraian: str
    sasaran_rpjmd: str
    indikator: tuple[Indikator, ...]
    sasaran: tuple[SasaranRenstra, ...]


@dataclass(frozen=True, kw_only=True)
class RencanaStrategis:
    """The Renstra in force, from the RPJMD down."""

    tahun_awal: int
    tahun_akhir: int
    dasar_hukum: str
    perubahan_ke: int
    visi: str
    misi: str
    tujuan_rpjmd: str
    sasaran_rpjmd: tuple[str, ...]
    tujuan: tuple[TujuanRenstra, ...]

    @property
    def periode(self) -> str:
        return f"{self.tahun_awal}–{self.tahun_akhir}"

    @property
    def tahun(self) -> tuple[int, ...]:
        return tuple(range(self.tahun_awal, self.tahun_akhir + 1))

    @property
    def sasaran(self) -> tuple[SasaranRenstra, ...]:
        return tuple(sasaran for tujuan in self.tujuan for sasaran in tujuan.sasaran)


@dataclass(frozen=True, kw_only=True)
class TargetPerjanjian:
    """A row of the lampiran of a PK."""

    nomor: int
    label: str
    uraian: str
    indikator: Indikator
    target: Nilai


@dataclass(frozen=True, kw_only=True)
class Perjanjian:
    """One Perjanjian Kinerja, murni or perubahan, with the parties of its date."""

    jenis: Tahap
    nomor: str
    tanggal: date | None
    tempat: str
    alasan: str
    disahkan: bool
    pihak_pertama: Pejabat | None
    pihak_kedua: Pejabat | None
    target: tuple[TargetPerjanjian, ...]
    pagu_program: tuple[tuple[BarisAnggaran, Decimal], ...]

    @property
    def judul(self) -> str:
        akhiran = " Perubahan" if self.jenis is Tahap.PERUBAHAN else ""
        return f"Perjanjian Kinerja{akhiran}"

    @property
    def pagu(self) -> Decimal:
        return sum((pagu for _, pagu in self.pagu_program), Decimal(0))


@dataclass(frozen=True, kw_only=True)
class PerbedaanPK:
    """A target or pagu that the PK Perubahan changed. Values are texts as printed."""

    jenis: str
    nama: str
    semula: str
    menjadi: str
    selisih: str


@dataclass(frozen=True, kw_only=True)
class Dokumen:
    """A decree or plan that the report refers to, with the official of its date."""

    nomor: str = ""
    tanggal: date | None = None
    pejabat: Pejabat | None = None


@dataclass(frozen=True, kw_only=True)
class Keadaan:
    """Where the LKIP stands."""

    status: str
    label: str
    perbaikan_ke: int
    tanggal: date | None
    tenggat: date
    kalender: tuple[TenggatTahun, ...] = ()


@dataclass(frozen=True, kw_only=True)
class TandaTerbit:
    """What an issued document bears: its code, and the address where anyone checks it."""

    kode: str
    alamat: str


@dataclass(frozen=True, kw_only=True)
class Laporan:
    """All that the LKIP of one instansi and year says. Percentages in percent, unrounded.

    `narasi` and `angka_naskah` are by section: what staff wrote, and the figures it named then. `tanda` is
    there only while a document is issued.
    """

    instansi: Instansi
    tahun: int
    keadaan: Keadaan
    pimpinan: Pejabat | None
    atasan: Pejabat | None
    profil: Profil
    organisasi: Organisasi
    sdm: SDM
    sarana: tuple[BarisSarana, ...]
    wilayah: Wilayah
    isu_strategis: tuple[str, ...]
    renstra: RencanaStrategis
    penetapan_iku: Dokumen
    rkt: Dokumen
    perjanjian: tuple[Perjanjian, ...]
    perbedaan_pk: tuple[PerbedaanPK, ...]
    sasaran: tuple[Sasaran, ...]
    anggaran: Anggaran
    narasi: Mapping[str, str] = field(default_factory=dict)
    angka_naskah: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    foto: tuple[Foto, ...] = ()
    lampiran: tuple[Lampiran, ...] = ()
    tanda: TandaTerbit | None = None

    @cached_property
    def indikator(self) -> tuple[Indikator, ...]:
        """All indikator of the PK in force, in its order."""
        return tuple(indikator for sasaran in self.sasaran for indikator in sasaran.indikator)

    @property
    def pk(self) -> Perjanjian:
        """The PK in force."""
        return self.perjanjian[-1]

    @cached_property
    def rata_rata(self) -> RataRataLaporan:
        return hitung_rata_rata(self.sasaran, self.profil)

    @cached_property
    def rekap(self) -> Rekap:
        return hitung_rekap(self.sasaran, self.profil)

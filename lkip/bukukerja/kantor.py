"""The office that a workbook is stored into: what its rows refer to, found by code."""

from collections.abc import Collection, Mapping
from functools import cached_property
from typing import TypeVar

from django.core.exceptions import ValidationError
from django.db import IntegrityError, models, transaction

from anggaran.models import Kegiatan, Program, SubKegiatan
from instansi.alur import TERBUKA
from instansi.models import Instansi, ProfilWilayah, Seksi
from lkip.bukukerja.baca import BukuBaca
from lkip.bukukerja.galat import BarisSalah, BarisTertahan
from lkip.bukukerja.kolom import Kolom, Nilai, NilaiBaris
from lkip.models import LKIP
from perjanjian.models import PerjanjianKinerja, RencanaKinerja
from renstra.models import Indikator, Renstra, Sasaran, SasaranRPJMD, Tujuan

M = TypeVar("M", bound=models.Model)
K = TypeVar("K", str, int)
T = TypeVar("T")
ALASAN_RIWAYAT = "Impor buku kerja"


class Kantor:
    """One office and year. Objects by code gather here while the sheets are stored."""

    # What rows of a sheet go by, where it is no code.
    SEBUTAN = {
        "Unit Organisasi": "Unit",
        "Profil Wilayah": "Tahun",
        "Sasaran RPJMD": "Nomor",
    }

    def __init__(
        self,
        instansi: Instansi,
        tahun: int,
        renstra: Renstra | None,
        hasil: BukuBaca,
        *,
        boleh_pemda: bool = True,
    ):
        self.instansi = instansi
        self.tahun = tahun
        self._renstra = renstra
        self.hasil = hasil
        self.boleh_pemda = boleh_pemda

    @property
    def renstra(self) -> Renstra:
        if self._renstra is None:
            raise BarisSalah(f"Renstra yang mencakup tahun {self.tahun} belum ada.")
        return self._renstra

    @cached_property
    def tujuan(self) -> dict[str, Tujuan]:
        return {satu.kode: satu for satu in self.renstra.tujuan.all()}

    @cached_property
    def sasaran(self) -> dict[str, Sasaran]:
        return {satu.kode: satu for satu in self.renstra.sasaran.all()}

    @cached_property
    def indikator(self) -> dict[str, Indikator]:
        return {satu.kode: satu for satu in self.renstra.indikator.all()}

    @cached_property
    def seksi(self) -> dict[str, Seksi]:
        return {satu.nama.casefold(): satu for satu in self.instansi.seksi.all()}

    @cached_property
    def profil_wilayah(self) -> dict[int, ProfilWilayah]:
        return {satu.tahun: satu for satu in self.instansi.profil_wilayah.all()}

    @cached_property
    def sasaran_rpjmd(self) -> dict[int, SasaranRPJMD]:
        return {satu.urutan: satu for satu in self.renstra.sasaran_rpjmd.all()}

    @cached_property
    def perjanjian(self) -> dict[str, PerjanjianKinerja]:
        daftar = PerjanjianKinerja.objects.filter(instansi=self.instansi, tahun=self.tahun)
        return {satu.jenis: satu for satu in daftar}

    @cached_property
    def simpul(self) -> dict[str, Program | Kegiatan | SubKegiatan]:
        """Program, kegiatan and sub kegiatan of the year by code."""
        program = {"program__instansi": self.instansi, "program__tahun": self.tahun}
        sub = {f"kegiatan__{nama}": nilai for nama, nilai in program.items()}
        semua = (
            *Program.objects.filter(instansi=self.instansi, tahun=self.tahun),
            *Kegiatan.objects.filter(**program),
            *SubKegiatan.objects.filter(**sub),
        )
        return {satu.kode: satu for satu in semua}

    @cached_property
    def lkip(self) -> LKIP:
        """The report of the year, made when the first row needs it."""
        ada = LKIP.objects.filter(instansi=self.instansi, tahun=self.tahun).first()
        return ada or simpan(LKIP(instansi=self.instansi, tahun=self.tahun), {})

    @cached_property
    def rkt(self) -> RencanaKinerja:
        """The RKT of the year, made when the first row needs it."""
        return buat_rkt(self.instansi, self.tahun, self.renstra)

    @cached_property
    def tahun_terkunci(self) -> frozenset[int]:
        """Years whose LKIP is submitted or issued."""
        daftar = LKIP.objects.filter(instansi=self.instansi).exclude(status__in=TERBUKA)
        return frozenset(daftar.values_list("tahun", flat=True))

    def periksa_tahun(self, tahun: int, kolom: str, akhir: int) -> None:
        """Refuse a year outside the plan or this workbook, and a locked one."""
        awal = self.renstra.tahun_awal
        if not awal <= tahun <= akhir:
            raise BarisSalah(f"Tahun {tahun} di luar {awal}–{akhir}.", kolom)
        self.tolak_terkunci(tahun, kolom)

    def tolak_terkunci(self, tahun: int, kolom: str) -> None:
        """Refuse a year whose LKIP is submitted or issued."""
        if tahun in self.tahun_terkunci:
            raise BarisSalah(f"LKIP tahun {tahun} sudah diajukan atau disahkan.", kolom)

    def cari_indikator(self, kode: Nilai) -> Indikator:
        return self.cari(self.indikator, "Indikator", str(kode), "Kode Indikator")

    def cari(self, daftar: Mapping[K, T], lembar: str, kode: K, kolom: str) -> T:
        """The object of a code. Raises BarisSalah, or BarisTertahan when its own row has a fault."""
        if kode in daftar:
            return daftar[kode]
        if any(kunci[0] == kode for kunci in self.hasil.kunci.get(lembar, ())):
            raise BarisTertahan
        raise BarisSalah(
            f"{self.SEBUTAN.get(lembar, 'Kode')} {kode} tidak ada pada lembar {lembar}.", kolom
        )


def simpan(
    objek: M,
    isi: Mapping[str, Nilai],
    kolom: str | Mapping[str, str] = "",
    *,
    boleh_kosong: Collection[str] = (),
) -> M:
    """Set fields, check and save with its history, if anything changes.
    Raises BarisSalah with the columns.

    `kolom` is the column that all messages belong to, or the column of each field. Fields of
    `boleh_kosong` may be entered later.
    """
    if objek.pk and all(getattr(objek, bidang) == nilai for bidang, nilai in isi.items()):
        return objek
    for bidang, nilai in isi.items():
        setattr(objek, bidang, nilai)
    objek.versi += objek.pk is not None
    objek._change_reason = ALASAN_RIWAYAT
    tak_diperiksa = {bidang.name for bidang in objek._meta.fields if bidang.is_relation}
    tak_diperiksa |= {bidang for bidang in boleh_kosong if not getattr(objek, bidang)}
    try:
        objek.clean_fields(exclude=tak_diperiksa)  # what it refers to is in our hands
        objek.clean()
        _simpan(objek)
    except ValidationError as salah:
        raise BarisSalah(*_pesan(salah, kolom)) from salah
    return objek


def _simpan(objek: models.Model) -> None:
    """Save; only when the database refuses, find out which rule it was. Raises ValidationError.

    Asking for every constraint beforehand would double the time of an import.
    """
    try:
        with transaction.atomic():
            objek.save()
    except IntegrityError:
        objek.validate_unique()
        objek.validate_constraints()
        raise


def _pesan(salah: ValidationError, kolom: str | Mapping[str, str]) -> tuple:
    menurut_bidang = salah.message_dict if hasattr(salah, "error_dict") else {"": salah.messages}
    daftar = [
        (" ".join(pesan), kolom if isinstance(kolom, str) else kolom.get(bidang, ""))
        for bidang, pesan in menurut_bidang.items()
    ]
    return (*daftar[0], *daftar[1:])


def bidang_isi(kolom: Collection[Kolom], isi: NilaiBaris) -> tuple[NilaiBaris, dict[str, str]]:
    """The fields to set of the columns that are fields, and the column of each field."""
    nama = {satu.bidang: satu.nama for satu in kolom if satu.bidang}
    return {bidang: isi[satu] for bidang, satu in nama.items() if satu in isi}, nama


def buat_rkt(instansi: Instansi, tahun: int, renstra: Renstra) -> RencanaKinerja:
    """The RKT of this year, made where there is none."""
    ada = RencanaKinerja.objects.filter(instansi=instansi, tahun=tahun).first()
    return ada or simpan(RencanaKinerja(instansi=instansi, tahun=tahun, renstra=renstra), {})


def urutan_berikut(daftar: models.QuerySet | models.Manager) -> int:
    """The number after the last row."""
    return (daftar.aggregate(models.Max("urutan"))["urutan__max"] or 0) + 1


def ke(urutan: Nilai, daftar: models.QuerySet[M]) -> M | None:
    """The n-th of these, for sheets whose rows of one key stand in order."""
    nomor = int(str(urutan))
    return next(iter(daftar[nomor - 1 : nomor]), None)

"""Open a year of an office, empty or with what goes on from another year."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeVar

from django.db import models, transaction

from anggaran.models import Kegiatan, Keluaran, Program, SubKegiatan
from instansi.models import Instansi, IsuStrategis, JabatanSDM, Sarana
from lkip.isian.salin import salin_target, target_renstra
from lkip.models import LKIP, ButirAnalisis, Narasi
from lkip.salin import salin
from perjanjian.models import PerjanjianKinerja
from renstra.models import Renstra, Sasaran, Tujuan

Simpul = TypeVar("Simpul", Tujuan, Sasaran)


class TahunSudahDibuka(Exception):
    """The year has an LKIP already."""


@dataclass(frozen=True)
class Salinan:
    """How many records of one kind were copied."""

    nama: str
    jumlah: int


@transaction.atomic
def buka_tahun(instansi: Instansi, tahun: int, dari: int | None = None) -> list[Salinan]:
    """Make the LKIP of a year and, with `dari`, copy from that year what usually goes on.

    Money, realisasi and photos are not copied. Texts are marked until somebody confirms them.
    Raises TahunSudahDibuka, also when two people open the year at once.
    """
    lkip, baru = LKIP.objects.get_or_create(instansi=instansi, tahun=tahun)
    if not baru:
        raise TahunSudahDibuka(tahun)
    if dari is None:
        return []
    penyalin = _Penyalin(instansi, tahun, dari, lkip)
    return [Salinan(nama, jumlah) for nama, jumlah in penyalin.salin() if jumlah]


class _Penyalin:
    """Copies what belongs to one year into another; kinds that are there already stay as they are."""

    def __init__(self, instansi: Instansi, tahun: int, dari: int, lkip: LKIP):
        self.instansi, self.tahun, self.dari, self.lkip = instansi, tahun, dari, lkip
        self.renstra = Renstra.objects.berlaku(instansi, tahun)

    def salin(self) -> Iterator[tuple[str, int]]:
        yield "jabatan SDM", self._salin_sdm()
        yield "sarana", self._salin_tahunan(Sarana)
        yield "isu strategis", self._salin_tahunan(IsuStrategis)
        yield "program beserta kegiatan dan keluarannya", self._salin_anggaran()
        yield "target Perjanjian Kinerja dari Renstra", self._mulai_pk()
        yield "bagian naskah", self._salin_narasi()
        yield "butir analisis", self._salin_analisis()

    def _asal(self, model: type[models.Model]) -> list[models.Model]:
        """Records of the other year; none when this year has its own."""
        milik = model.objects.filter(instansi=self.instansi)
        if milik.filter(tahun=self.tahun).exists():
            return []
        return list(milik.filter(tahun=self.dari))

    def _salin_tahunan(self, model: type[models.Model]) -> int:
        return len([salin(satu, tahun=self.tahun) for satu in self._asal(model)])

    def _salin_sdm(self) -> int:
        semua = self._asal(JabatanSDM)
        for satu in semua:
            jabatan = salin(satu, tahun=self.tahun)
            for rincian in satu.rincian.all():
                salin(rincian, jabatan=jabatan)
        return len(semua)

    def _salin_anggaran(self) -> int:
        semua = self._asal(Program)
        for satu in semua:
            program = salin(satu, tahun=self.tahun, catatan="")
            self._salin_keluaran(satu, program=program)
            self._salin_porsi(satu, program)
            for kegiatan in satu.kegiatan.all():
                self._salin_kegiatan(kegiatan, program)
        return len(semua)

    def _salin_kegiatan(self, lama: Kegiatan, program: Program) -> None:
        kegiatan = salin(lama, program=program, catatan="")
        self._salin_keluaran(lama, kegiatan=kegiatan)
        for satu in lama.sub_kegiatan.all():
            sub = salin(satu, kegiatan=kegiatan, catatan="")
            self._salin_keluaran(satu, sub_kegiatan=sub)

    def _salin_keluaran(self, lama: Program | Kegiatan | SubKegiatan, **induk) -> None:
        """What is counted goes on; how many is for the new year to say."""
        for satu in Keluaran.objects.filter(**dict.fromkeys(induk, lama)):
            salin(satu, **induk, target=None, realisasi=None)

    def _salin_porsi(self, lama: Program, program: Program) -> None:
        for satu in lama.program_sasaran.select_related("sasaran__renstra"):
            sasaran = self._simpul_kini(satu.sasaran)
            if sasaran:
                salin(satu, program=program, sasaran=sasaran)

    def _simpul_kini(self, simpul: Simpul) -> Simpul | None:
        """The node of this code in the version of the same plan that holds in the new year."""
        if self.renstra is None or simpul.renstra.tahun_awal != self.renstra.tahun_awal:
            return None
        return type(simpul).objects.filter(renstra=self.renstra, kode=simpul.kode).first()

    def _mulai_pk(self) -> int:
        """A draft of the PK murni with the targets that the Renstra sets for the year."""
        tempat = {"instansi": self.instansi, "tahun": self.tahun, "jenis": "murni"}
        if self.renstra is None or PerjanjianKinerja.objects.filter(**tempat).exists():
            return 0
        perjanjian = PerjanjianKinerja.objects.create(
            **tempat, renstra=self.renstra, tahap_anggaran="murni"
        )
        return salin_target(target_renstra(self.renstra, self.tahun), perjanjian)

    def _salin_narasi(self) -> int:
        semua = Narasi.objects.filter(lkip__instansi=self.instansi, lkip__tahun=self.dari).exclude(
            isi=""
        )
        return len([salin(satu, lkip=self.lkip, perlu_dikonfirmasi=True) for satu in semua])

    def _salin_analisis(self) -> int:
        """Rows on nodes of the plan that still holds; others have nothing to stand on."""
        semua = ButirAnalisis.objects.filter(
            lkip__instansi=self.instansi, lkip__tahun=self.dari
        ).select_related("tujuan__renstra", "sasaran__renstra")
        return sum(map(self._salin_butir, semua))

    def _salin_butir(self, butir: ButirAnalisis) -> bool:
        jenis = "tujuan" if butir.tujuan_id else "sasaran"
        simpul = self._simpul_kini(getattr(butir, jenis))
        if simpul:
            salin(butir, lkip=self.lkip, perlu_dikonfirmasi=True, **{jenis: simpul})
        return simpul is not None

"""The workspace of who enters facts: one instansi and year, their roles, and what is locked."""

from dataclasses import dataclass
from functools import cached_property

from django.core.exceptions import PermissionDenied
from django.http import Http404

from instansi.models import Instansi, Keanggotaan
from lkip.akses import (
    PENGISI,
    PENGISI_KANTOR,
    Berkas,
    instansi_terbaca,
    peran_pada,
    tahun_terbaca,
)
from lkip.isi.laporan import Laporan
from lkip.laporan import TidakAdaLaporan, build_laporan
from lkip.models import LKIP
from lkip.pemegang import Pemegang, baca_orang, susun_pemegang

Peran = Keanggotaan.Peran


@dataclass(frozen=True, kw_only=True)
class Ruang(Berkas):
    """What a user has open to enter facts. `laporan` is None until the year has a PK.

    `seksi` are the units a user of the role seksi answers for; `lkip` is the report of the year.
    """

    laporan: Laporan | None
    lkip: LKIP
    seksi: frozenset[int]

    @property
    def status(self) -> str:
        return self.lkip.status

    @cached_property
    def pemegang(self) -> Pemegang:
        """In whose hands the LKIP is. 1 query."""
        orang = baca_orang(self.instansi)
        return susun_pemegang(self.lkip, orang, self.instansi.zona_waktu)

    @property
    def alasan_terkunci(self) -> str:
        """Why the facts of the year are read-only now, and who holds them."""
        status = self.lkip.get_status_display().lower()
        return (
            f"LKIP {self.tahun} berstatus {status}, {self.pemegang.keterangan}, "
            "sehingga datanya terkunci."
        )

    @cached_property
    def mengisi_semua(self) -> bool:
        """Whether the user may change every row, not only those of their own seksi."""
        return not self.terkunci and bool(self.peran & PENGISI_KANTOR)

    def mengisi_seksi(self, seksi: set[int] | frozenset[int]) -> bool:
        """Whether the user may change a row that these units answer for."""
        if self.mengisi_semua:
            return True
        return not self.terkunci and Peran.SEKSI in self.peran and bool(self.seksi & seksi)

    def mulai_lkip(self) -> bool:
        """Start the LKIP of the year as a draft; False when it was started before."""
        if self.lkip.pk is not None:
            return False
        ada, _ = LKIP.objects.get_or_create(instansi=self.instansi, tahun=self.tahun)
        self.lkip.pk = ada.pk
        self.lkip.refresh_from_db()
        return True

    def segarkan(self) -> Laporan | None:
        """The report as it is after saving."""
        return _laporan(self.instansi, self.tahun)


def buka_ruang(user, kode: str, tahun: int, *, berlaporan: bool = True) -> Ruang:
    """The workspace of this instansi and year; Http404 for who may not know of it.

    Roles that never enter anything are refused (403) by `hanya_pengisi`, not here, because they
    may read the same pages. An answer without figures spares reading the report (`berlaporan`).
    """
    instansi = instansi_terbaca(user, kode)
    peran = peran_pada(user, instansi)
    pilihan = tahun_terbaca(instansi, peran)
    if tahun not in pilihan:
        raise Http404(f"{kode} has no readable year {tahun}")
    lkip = LKIP.objects.filter(instansi=instansi, tahun=tahun).first()
    return Ruang(
        instansi=instansi,
        tahun=tahun,
        pilihan_tahun=pilihan,
        peran=peran,
        laporan=_laporan(instansi, tahun) if berlaporan else None,
        lkip=lkip or LKIP(instansi=instansi, tahun=tahun),
        seksi=_seksi(user, instansi),
    )


def hanya_pengisi(ruang: Ruang, *, semua: bool = False) -> None:
    """Refuse (403) roles that enter nothing; with `semua`, seksi too. The lock is told apart."""
    if not ruang.peran & (PENGISI_KANTOR if semua else PENGISI):
        raise PermissionDenied


def _seksi(user, instansi: Instansi) -> frozenset[int]:
    milik = user.keanggotaan.filter(instansi=instansi, peran=Peran.SEKSI)
    return frozenset(milik.values_list("seksi", flat=True))


def _laporan(instansi: Instansi, tahun: int) -> Laporan | None:
    try:
        return build_laporan(instansi, tahun)
    except TidakAdaLaporan:
        return None

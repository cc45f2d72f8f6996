"""Who may see what: the one way from a user and an address to the report behind it."""

from collections.abc import Set
from dataclasses import dataclass
from functools import wraps

from django.core.exceptions import PermissionDenied
from django.db.models import Q
from django.http import Http404
from django.shortcuts import get_object_or_404

from instansi.alur import TERBUKA
from instansi.models import Instansi, Keanggotaan
from lkip.isi.laporan import Laporan
from lkip.laporan import TidakAdaLaporan, build_laporan
from lkip.models import LKIP
from perjanjian.models import PerjanjianKinerja

Peran = Keanggotaan.Peran
PERAN_KANTOR = frozenset(set(Peran) - {Peran.EVALUATOR})
PENGISI = frozenset({Peran.OPERATOR, Peran.SEKSI, Peran.ADMIN})
PENGISI_KANTOR = frozenset({Peran.OPERATOR, Peran.ADMIN})
PEMERIKSA_DOKUMEN = PENGISI_KANTOR | {Peran.VERIFIKATOR, Peran.CAMAT}


class LaporanBelumAda(Http404):
    """The year is there, but its report cannot be built; the message says what is missing."""


@dataclass(frozen=True, kw_only=True)
class Berkas:
    """What a user has open: the report of one instansi and year, and their roles there."""

    instansi: Instansi
    tahun: int
    pilihan_tahun: tuple[int, ...]
    peran: frozenset[str]
    laporan: Laporan

    @property
    def status(self) -> str:
        """Where the LKIP of the year stands."""
        return self.laporan.keadaan.status

    @property
    def terkunci(self) -> bool:
        """From diajukan on, facts of the year are read-only; they open again when returned."""
        return self.status not in TERBUKA

    @property
    def dapat_mengisi(self) -> bool:
        """Whether the user may enter facts now, a seksi those of their own unit; for *Ubah* links."""
        return not self.terkunci and bool(self.peran & PENGISI)

    @property
    def dapat_mengisi_kantor(self) -> bool:
        """Whether the user may enter now what the office as a whole answers for."""
        return not self.terkunci and bool(self.peran & PENGISI_KANTOR)


def peran_pada(user, instansi: Instansi) -> frozenset[str]:
    """Roles of `user` in this instansi, direct or through its pemda. One query."""
    milik = user.keanggotaan.filter(Q(instansi=instansi) | Q(pemda=instansi.pemda_id))
    return frozenset(milik.values_list("peran", flat=True))


def tahun_terbaca(instansi: Instansi, peran: frozenset[str]) -> tuple[int, ...]:
    """Years that these roles may read, the latest first. One query.

    The office reads every year that was opened (it has an LKIP) or has a Perjanjian Kinerja, an
    evaluator only those whose LKIP is disahkan.
    """
    lkip = LKIP.objects.filter(instansi=instansi).order_by().values_list("tahun", flat=True)
    if peran & PERAN_KANTOR:
        berjanji = PerjanjianKinerja.objects.filter(instansi=instansi).order_by()
        ada = lkip.union(berjanji.values_list("tahun", flat=True))
    else:
        ada = lkip.filter(status=LKIP.Status.DISAHKAN)
    return tuple(sorted(ada, reverse=True))


def instansi_terbaca(user, kode: str) -> Instansi:
    """The instansi of this code if `user` may see it; otherwise it does not exist for them."""
    return get_object_or_404(Instansi.objects.visible_to(user).select_related("pemda"), kode=kode)


def buka_berkas(user, kode: str, tahun: int) -> Berkas:
    """The report of this instansi and year, or Http404 for who may not know of it."""
    instansi = instansi_terbaca(user, kode)
    peran = peran_pada(user, instansi)
    pilihan = tahun_terbaca(instansi, peran)
    if tahun not in pilihan:
        raise Http404(f"{kode} has no readable year {tahun}")
    try:
        laporan = build_laporan(instansi, tahun)
    except TidakAdaLaporan as error:
        raise LaporanBelumAda(str(error)) from error
    return Berkas(
        instansi=instansi, tahun=tahun, pilihan_tahun=pilihan, peran=peran, laporan=laporan
    )


def buka_berkas_untuk(diperlukan: Set[str], user, kode: str, tahun: int, *, selain: str) -> Berkas:
    """The report, for who has one of these roles in it; others get 403 with the sentence `selain`."""
    berkas = buka_berkas(user, kode, tahun)
    if not berkas.peran & diperlukan:
        raise PermissionDenied(selain)
    return berkas


def anggota_pemda(user) -> bool:
    """Whether `user` works for a pemda and thus chooses among its instansi. One query."""
    return user.keanggotaan.filter(peran__in=Keanggotaan.PERAN_PEMDA).exists()


def pemda_saja(view):
    """Refuse a page (403) to who belongs to no pemda."""

    @wraps(view)
    def dijaga(request, *args, **kwargs):
        if not anggota_pemda(request.user):
            raise PermissionDenied
        return view(request, *args, **kwargs)

    return dijaga

"""The reports that somebody with several offices may open, one row per office and year."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from functools import cached_property

from django.db.models import Q
from django.utils import timezone

from instansi.models import Instansi
from lkip.akses import PERAN_KANTOR
from lkip.isi.laporan import Laporan
from lkip.kalender import AturanTenggat, hitung_tenggat, tenggat_lkip
from lkip.laporan import TidakAdaLaporan, build_laporan
from lkip.models import LKIP, ProfilPenilaian
from lkip.ringkasan import tepat_waktu
from lkip.terbitan import Ringkasan, ringkasan_terbit
from perjanjian.models import PerjanjianKinerja

Kunci = tuple[int, int]
TANPA_ANGKA = Decimal(-1)  # below every serapan, so that what is not issued stands together


@dataclass(frozen=True, kw_only=True)
class BarisDaftar:
    """One report. Issued figures are frozen; those of a draft are computed for rows shown only."""

    instansi: Instansi
    tahun: int
    status: str
    tenggat: date
    terbuka: bool
    terbit: Ringkasan | None = None
    hari_ini: date = field(default_factory=timezone.localdate)

    @property
    def nama(self) -> str:
        return self.instansi.nama

    @property
    def waktu(self) -> str:
        """The day of issue against the deadline, or the days that are left."""
        if self.terbit:
            return tepat_waktu(self.tenggat, self.terbit.disahkan)
        return hitung_tenggat(self.tenggat, self.hari_ini).teks

    @cached_property
    def laporan(self) -> Laporan | None:
        """The report as it stands; None while too little is recorded to build it."""
        try:
            return build_laporan(self.instansi, self.tahun)
        except TidakAdaLaporan:
            return None

    @property
    def capaian(self) -> Decimal | None:
        """The average capaian in percent."""
        if self.terbit:
            return self.terbit.capaian
        return self.laporan and self.laporan.rata_rata.capaian.nilai

    @property
    def serapan(self) -> Decimal | None:
        """The serapan in percent."""
        if self.terbit:
            return self.terbit.serapan
        return self.laporan and self.laporan.anggaran.uang.serapan

    @property
    def urut_capaian(self) -> Decimal:
        return _urut(self.terbit and self.terbit.capaian)

    @property
    def urut_serapan(self) -> Decimal:
        return _urut(self.terbit and self.terbit.serapan)


def _urut(angka: Decimal | None) -> Decimal:
    return TANPA_ANGKA if angka is None else angka


def susun_daftar(user) -> list[BarisDaftar]:
    """Rows that `user` may read, by office and with the latest year first. A fixed number of queries."""
    instansi = {satu.pk: satu for satu in Instansi.objects.visible_to(user).select_related("pemda")}
    lkip = {
        (satu.instansi_id, satu.tahun): satu for satu in LKIP.objects.filter(instansi__in=instansi)
    }
    terbit = ringkasan_terbit(instansi)
    terbuka = _tahun_kantor(user) | {
        kunci for kunci, satu in lkip.items() if satu.status == LKIP.Status.DISAHKAN
    }
    urut = sorted(
        terbuka | terbit.keys(), key=lambda kunci: (instansi[kunci[0]].nama, kunci[0], -kunci[1])
    )
    tenggat = _baca_tenggat({satu.pemda_id for satu in instansi.values()})
    return [
        BarisDaftar(
            instansi=instansi[pk],
            tahun=tahun,
            status=_status(lkip.get((pk, tahun)), (pk, tahun) in terbuka),
            tenggat=tenggat(instansi[pk].pemda_id, tahun),
            terbuka=(pk, tahun) in terbuka,
            terbit=terbit.get((pk, tahun)),
        )
        for pk, tahun in urut
    ]


def _status(lkip: LKIP | None, terbuka: bool) -> str:
    """The state; who reads issued reports only is not told where the next version stands."""
    if not terbuka:
        return "Dibuka kembali"
    return lkip.get_status_display() if lkip else LKIP.Status.DRAF.label


def _tahun_kantor(user) -> set[Kunci]:
    """(instansi, year) of the offices where `user` has more than the role of an evaluator."""
    kantor = Instansi.objects.filter(
        Q(keanggotaan__pengguna=user, keanggotaan__peran__in=PERAN_KANTOR)
        | Q(pemda__keanggotaan__pengguna=user, pemda__keanggotaan__peran__in=PERAN_KANTOR)
    )
    perjanjian = PerjanjianKinerja.objects.filter(instansi__in=kantor).order_by()
    lkip = LKIP.objects.filter(instansi__in=kantor).order_by()
    return set(
        perjanjian.values_list("instansi_id", "tahun").union(
            lkip.values_list("instansi_id", "tahun")
        )
    )


def _baca_tenggat(pemda: Iterable[int]):
    """A function of pemda and year: the deadline by the latest profile up to that year. One query."""
    profil = list(ProfilPenilaian.objects.filter(pemda__in=pemda).order_by("-tahun"))

    def tenggat(pk: int, tahun: int) -> date:
        for satu in profil:
            if satu.pemda_id == pk and satu.tahun <= tahun:
                return tenggat_lkip(
                    tahun,
                    AturanTenggat(lkip_bulan=satu.tenggat_bulan, lkip_hari=satu.tenggat_hari),
                )
        return tenggat_lkip(tahun, AturanTenggat())

    return tenggat


def saring_daftar(baris: Iterable[BarisDaftar], pilihan: Mapping[str, str]) -> list[BarisDaftar]:
    """Rows whose name holds `nama` and whose state and year are those chosen; empty chooses all."""
    return list(_saring(baris, pilihan))


def _saring(baris: Iterable[BarisDaftar], pilihan: Mapping[str, str]) -> Iterator[BarisDaftar]:
    nama = pilihan.get("nama", "").strip().casefold()
    status, tahun = pilihan.get("status", ""), pilihan.get("tahun", "")
    for satu in baris:
        if nama in satu.nama.casefold() and status in ("", satu.status):
            if tahun in ("", str(satu.tahun)):
                yield satu

"""The reports that somebody with several offices may open, one row per office and year."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from django.db.models import Q

from instansi.models import Instansi
from lkip.akses import PERAN_KANTOR
from lkip.isi.laporan import Laporan
from lkip.laporan import TidakAdaLaporan, build_laporan
from lkip.models import LKIP
from perjanjian.models import PerjanjianKinerja


@dataclass(frozen=True)
class BarisDaftar:
    """One report. Its numbers are computed when they are asked for, thus for rows shown only."""

    instansi: Instansi
    tahun: int
    status: str

    @property
    def nama(self) -> str:
        return self.instansi.nama

    @cached_property
    def laporan(self) -> Laporan | None:
        """The report; None while too little is recorded to build it."""
        try:
            return build_laporan(self.instansi, self.tahun)
        except TidakAdaLaporan:
            return None

    @property
    def capaian(self) -> Decimal | None:
        """The average capaian in percent."""
        return self.laporan and self.laporan.rata_rata.capaian.nilai

    @property
    def serapan(self) -> Decimal | None:
        """The serapan in percent."""
        return self.laporan and self.laporan.anggaran.uang.serapan


def susun_daftar(user) -> list[BarisDaftar]:
    """Rows that `user` may read, by office and with the latest year first. Three queries."""
    instansi = {satu.pk: satu for satu in Instansi.objects.visible_to(user).select_related("pemda")}
    status = {
        (satu.instansi_id, satu.tahun): satu for satu in LKIP.objects.filter(instansi__in=instansi)
    }
    pasangan = _tahun_kantor(user) | {
        kunci for kunci, satu in status.items() if satu.status == LKIP.Status.DISAHKAN
    }
    urut = sorted(pasangan, key=lambda kunci: (instansi[kunci[0]].nama, kunci[0], -kunci[1]))
    return list(_baris(urut, instansi, status))


def _tahun_kantor(user) -> set[tuple[int, int]]:
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


def _baris(
    pasangan: Iterable[tuple[int, int]],
    instansi: dict[int, Instansi],
    status: dict[tuple[int, int], LKIP],
) -> Iterable[BarisDaftar]:
    for pk, tahun in pasangan:
        lkip = status.get((pk, tahun))
        label = lkip.get_status_display() if lkip else LKIP.Status.DRAF.label
        yield BarisDaftar(instansi[pk], tahun, label)

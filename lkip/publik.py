"""What offices show to everybody: issued reports that they published."""

from dataclasses import dataclass

from django.http import Http404
from django.utils import timezone

from instansi.models import Instansi, Keanggotaan, Pengguna
from lkip.akses import peran_pada
from lkip.models import Pengesahan
from lkip.versi_terbit import VersiTerbit

Peran = Keanggotaan.Peran
PENERBIT = frozenset({Peran.CAMAT, Peran.OPERATOR})


@dataclass(frozen=True)
class TerbitanPublik:
    """A published report: the newest published version of an office and year."""

    pengesahan: Pengesahan
    instansi: Instansi
    tahun: int


def baca_publik() -> tuple[TerbitanPublik, ...]:
    """All published reports by pemda and office, the latest year first. 1 query."""
    semua = Pengesahan.objects.filter(lkip__isnull=False, dipublikasikan_pada__isnull=False)
    terbaru = {
        (satu.lkip.instansi_id, satu.lkip.tahun): satu
        for satu in semua.select_related("lkip__instansi__pemda").order_by("perbaikan_ke")
    }
    daftar = (
        TerbitanPublik(satu, satu.lkip.instansi, satu.lkip.tahun) for satu in terbaru.values()
    )
    return tuple(
        sorted(
            daftar,
            key=lambda satu: (str(satu.instansi.pemda), str(satu.instansi), -satu.tahun),
        )
    )


def cari_publik(kode: str, tahun: int) -> Pengesahan:
    """The published report of this address; Http404 where nothing was published. 1 query."""
    satu = (
        Pengesahan.objects.filter(
            lkip__instansi__kode=kode, lkip__tahun=tahun, dipublikasikan_pada__isnull=False
        )
        .order_by("-perbaikan_ke")
        .first()
    )
    if satu is None:
        raise Http404(f"{kode} has published nothing for {tahun}")
    return satu


def dapat_mempublikasikan(pengguna: Pengguna, instansi: Instansi) -> bool:
    """Whether this user decides what the office shows. 1 query."""
    return bool(peran_pada(pengguna, instansi) & PENERBIT)


def atur_publikasi(versi: VersiTerbit, pengguna: Pengguna, *, tampil: bool) -> bool:
    """Publish an issued version, or take it back; False when somebody else just did.

    Only the LKIP is published, and only a version that nothing has superseded.
    """
    if versi.pengesahan.lkip_id is None or (tampil and versi.pengganti):
        return False
    milik = Pengesahan.objects.filter(pk=versi.pengesahan.pk, dipublikasikan_pada__isnull=tampil)
    kini = (timezone.now(), pengguna) if tampil else (None, None)
    if not milik.update(dipublikasikan_pada=kini[0], dipublikasikan_oleh=kini[1]):
        return False
    satu = versi.pengesahan
    satu.refresh_from_db()
    Pengesahan.history.bulk_history_create([satu], update=True, default_user=pengguna)
    return True

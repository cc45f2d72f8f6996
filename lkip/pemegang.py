"""In whose hands a document is: the role, the people, and since when."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime

from instansi.alur import Status
from instansi.models import Instansi, Keanggotaan
from lkip.alur import Dokumen
from lkip.angka import format_saat

Peran = Keanggotaan.Peran

_PERAN = {
    Status.DRAF: Peran.OPERATOR,
    Status.DIKEMBALIKAN: Peran.OPERATOR,
    Status.DIAJUKAN: Peran.VERIFIKATOR,
    Status.DIVERIFIKASI: Peran.CAMAT,
}


@dataclass(frozen=True)
class Pemegang:
    """Who acts next; without `peran` nobody does. `sejak` is None for a draft."""

    peran: str = ""
    nama: tuple[str, ...] = ()
    sejak: datetime | None = None
    zona: str = "WIB"

    @property
    def sebutan(self) -> str:
        """The role with the people: "Verifikator (Siti, Budi)"."""
        label = Peran(self.peran).label
        return f"{label} ({', '.join(self.nama)})" if self.nama else label

    @property
    def keterangan(self) -> str:
        """Where the document is: "pada Camat (Basuki) sejak 5 Februari 2025 09.12 WIB"."""
        sejak = f" sejak {format_saat(self.sejak, self.zona)}" if self.sejak else ""
        return f"pada {self.sebutan}{sejak}" if self.peran else f"selesai{sejak}"


def baca_orang(instansi: Instansi) -> dict[str, tuple[str, ...]]:
    """The active people of an office by role. 1 query."""
    orang: dict[str, list[str]] = defaultdict(list)
    aktif = Keanggotaan.objects.filter(instansi=instansi, pengguna__is_active=True)
    for peran, nama in aktif.order_by("pengguna__nama").values_list("peran", "pengguna__nama"):
        orang[peran].append(nama)
    return {peran: tuple(dict.fromkeys(nama)) for peran, nama in orang.items()}


def peran_pemegang(status: str, *, ada_verifikator: bool) -> str:
    """The role that acts next; an office without verifikator hands over to its camat at once."""
    peran = _PERAN.get(Status(status), "")
    if peran == Peran.VERIFIKATOR and not ada_verifikator:
        return Peran.CAMAT
    return peran


def susun_pemegang(dokumen: Dokumen, orang: dict[str, tuple[str, ...]], zona: str) -> Pemegang:
    """Who holds a document, of these people of its office."""
    peran = peran_pemegang(dokumen.status, ada_verifikator=Peran.VERIFIKATOR in orang)
    sejak = None if dokumen.status == Status.DRAF else getattr(dokumen, f"{dokumen.status}_pada")
    return Pemegang(peran, orang.get(peran, ()), sejak, zona)

"""The steps of a document towards signature: who may take which, and taking one.

A step is taken by a conditional update of the state, so that of two people who press at once only
one wins; the step itself, with who, when and why, is written in the same transaction.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from instansi.alur import ALASAN_MINIMUM, Status
from instansi.models import Instansi, Keanggotaan, Pengguna
from lkip.models import LKIP, Langkah
from lkip.pemberitahuan import beri_tahu
from perjanjian.models import PerjanjianKinerja

Dokumen = LKIP | PerjanjianKinerja
Jenis = Langkah.Jenis
Peran = Keanggotaan.Peran

_LANGKAH = ("diajukan", "diverifikasi", "dikembalikan", "disahkan")


@dataclass(frozen=True, kw_only=True)
class Aturan:
    """One kind of step: from which states, to which, and whose it is."""

    dari: frozenset[str]
    ke: str
    peran: frozenset[str]
    beralasan: bool = False
    bukan_pengaju: bool = False


ATURAN: Mapping[str, Aturan] = {
    Jenis.AJUKAN: Aturan(
        dari=frozenset({Status.DRAF, Status.DIKEMBALIKAN}),
        ke=Status.DIAJUKAN,
        peran=frozenset({Peran.OPERATOR}),
    ),
    Jenis.VERIFIKASI: Aturan(
        dari=frozenset({Status.DIAJUKAN}),
        ke=Status.DIVERIFIKASI,
        peran=frozenset({Peran.VERIFIKATOR}),
        bukan_pengaju=True,
    ),
    Jenis.KEMBALIKAN: Aturan(
        dari=frozenset({Status.DIAJUKAN, Status.DIVERIFIKASI}),
        ke=Status.DIKEMBALIKAN,
        peran=frozenset({Peran.VERIFIKATOR, Peran.CAMAT}),
        beralasan=True,
    ),
    Jenis.SAHKAN: Aturan(
        dari=frozenset({Status.DIVERIFIKASI}),
        ke=Status.DISAHKAN,
        peran=frozenset({Peran.CAMAT}),
        bukan_pengaju=True,
    ),
    Jenis.BUKA_KEMBALI: Aturan(
        dari=frozenset({Status.DISAHKAN}),
        ke=Status.DRAF,
        peran=frozenset({Peran.CAMAT, Peran.ADMIN}),
        beralasan=True,
    ),
}


class LangkahDitolak(Exception):
    """The step is not this user's to take; the message says why, in Indonesian."""


class SudahBerubah(Exception):
    """Somebody else took a step meanwhile; the message names the state now."""


def punya_verifikator(instansi: Instansi) -> bool:
    """Whether somebody of this office verifies; without one the step is skipped. 1 query."""
    return Keanggotaan.objects.filter(
        instansi=instansi, peran=Peran.VERIFIKATOR, pengguna__is_active=True
    ).exists()


def aturan_langkah(jenis: str, *, ada_verifikator: bool) -> Aturan:
    """The rule of a step in this office."""
    aturan = ATURAN[jenis]
    if jenis == Jenis.SAHKAN and not ada_verifikator:
        return Aturan(
            dari=aturan.dari | {Status.DIAJUKAN},
            ke=aturan.ke,
            peran=aturan.peran,
            bukan_pengaju=aturan.bukan_pengaju,
        )
    return aturan


def langkah_terbuka(
    dokumen: Dokumen, pengguna: Pengguna, peran: Iterable[str], *, ada_verifikator: bool
) -> tuple[str, ...]:
    """The steps that this user may take now, in their order."""
    milik = frozenset(peran)
    return tuple(
        jenis
        for jenis in ATURAN
        if not alasan_menolak(dokumen, jenis, pengguna, milik, ada_verifikator=ada_verifikator)
    )


def alasan_menolak(
    dokumen: Dokumen,
    jenis: str,
    pengguna: Pengguna,
    peran: frozenset[str],
    *,
    ada_verifikator: bool,
) -> str:
    """Why this user may not take the step now; empty when they may."""
    aturan = aturan_langkah(jenis, ada_verifikator=ada_verifikator)
    if jenis == Jenis.BUKA_KEMBALI and isinstance(dokumen, PerjanjianKinerja):
        return "Perjanjian yang disahkan tidak dibuka kembali; perubahannya dibuat sebagai PK Perubahan."
    if dokumen.status not in aturan.dari:
        return f"Langkah ini tidak tersedia pada status {dokumen.get_status_display()}."
    if not peran & aturan.peran:
        return "Peran Anda tidak berwenang mengambil langkah ini."
    if (
        jenis == Jenis.KEMBALIKAN
        and dokumen.status == Status.DIVERIFIKASI
        and Peran.CAMAT not in peran
    ):
        return "Laporan sedang diperiksa camat."
    if aturan.bukan_pengaju and dokumen.diajukan_oleh_id == pengguna.pk:
        return "Yang mengajukan tidak dapat memverifikasi atau mengesahkan."
    return ""


@transaction.atomic
def ambil_langkah(
    dokumen: Dokumen,
    jenis: str,
    *,
    oleh: Pengguna,
    jabatan: str,
    alasan: str = "",
    bagian: Iterable[str] = (),
    temuan: Mapping[str, Any] | None = None,
    kolom: Mapping[str, Any] | None = None,
    ada_verifikator: bool = True,
) -> Langkah:
    """Take a step, write it down and tell of it. `kolom` are further columns that go with it.

    Who may is asked before, by alasan_menolak(). Raises SudahBerubah when the document is no longer
    in the state and version in which the caller saw it, and ValueError without the reason that the
    step needs.
    """
    aturan = aturan_langkah(jenis, ada_verifikator=ada_verifikator)
    if aturan.beralasan and len(alasan.strip()) < ALASAN_MINIMUM:
        raise ValueError(f"{jenis} needs a reason")
    dari, pada = dokumen.status, timezone.now()
    berubah = _kolom(jenis, oleh, pada, alasan.strip()) | dict(kolom or {})
    sesuai = type(dokumen).objects.filter(
        pk=dokumen.pk, status=dari, status__in=aturan.dari, versi=dokumen.versi
    )
    if not sesuai.update(status=aturan.ke, versi=F("versi") + 1, **berubah):
        dokumen.refresh_from_db()
        raise SudahBerubah(
            f"Sementara itu keadaannya berubah; sekarang {dokumen.get_status_display()}."
        )
    dokumen.refresh_from_db()
    type(dokumen).history.bulk_history_create([dokumen], update=True, default_user=oleh)
    langkah = Langkah.objects.create(
        **{_nama_fk(dokumen): dokumen},
        jenis=jenis,
        dari=dari,
        ke=aturan.ke,
        perbaikan_ke=getattr(dokumen, "perbaikan_ke", 0),
        pada=pada,
        oleh=oleh,
        jabatan=jabatan,
        alasan=alasan.strip(),
        bagian=list(bagian),
        temuan=dict(temuan or {}),
    )
    beri_tahu(langkah)
    return langkah


def _nama_fk(dokumen: Dokumen) -> str:
    return "lkip" if isinstance(dokumen, LKIP) else "perjanjian"


def _kolom(jenis: str, oleh: Pengguna, pada: Any, alasan: str) -> dict[str, Any]:
    """The columns that a step sets; a step back clears those of the steps it undoes."""
    match jenis:
        case Jenis.AJUKAN:
            return _kosongkan("diverifikasi", "dikembalikan") | _catat("diajukan", oleh, pada)
        case Jenis.VERIFIKASI:
            return _catat("diverifikasi", oleh, pada)
        case Jenis.KEMBALIKAN:
            return _catat("dikembalikan", oleh, pada) | {"alasan_dikembalikan": alasan}
        case Jenis.SAHKAN:
            return _catat("disahkan", oleh, pada)
        case _:
            return _kosongkan(*_LANGKAH) | {"perbaikan_ke": F("perbaikan_ke") + 1}


def _catat(kejadian: str, oleh: Pengguna, pada: Any) -> dict[str, Any]:
    return {f"{kejadian}_oleh": oleh, f"{kejadian}_pada": pada}


def _kosongkan(*kejadian: str) -> dict[str, Any]:
    kosong: dict[str, Any] = {
        f"{satu}_{kolom}": None for satu in kejadian for kolom in ("oleh", "pada")
    }
    return kosong | ({"alasan_dikembalikan": ""} if "dikembalikan" in kejadian else {})

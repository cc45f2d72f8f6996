"""Which of the many versions that autosave keeps are worth a line in the list."""

from collections.abc import Iterable
from datetime import timedelta
from typing import Any

# Change reasons: of a version that was saved while somebody typed, and (with whose) of a proposal taken up.
OTOMATIS = "otomatis"
DARI_USULAN = "usulan"
JARAK = timedelta(minutes=2)


def pilih_versi(riwayat: Iterable[Any]) -> list[Any]:
    """Earlier versions, the latest first: all that were saved on purpose, and some in between.

    `riwayat` are history records, the current one first. One that was saved while typing is left
    out when the same person saved again within moments.
    """
    semua = iter(riwayat)
    sesudah = next(semua, None)
    terpilih = []
    for satu in semua:
        if _berarti(satu, sesudah):
            terpilih.append(satu)
            sesudah = satu
    return terpilih


def _berarti(satu: Any, sesudah: Any) -> bool:
    return (
        satu.history_change_reason != OTOMATIS
        or satu.history_user_id != sesudah.history_user_id
        or sesudah.history_date - satu.history_date >= JARAK
    )

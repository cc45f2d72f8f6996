"""All grids by the name in their address."""

from collections.abc import Callable

from lkip.isian.kisi import Kisi
from lkip.isian.perencanaan import kisi_target_renstra
from lkip.isian.ruang import Ruang

KISI: dict[str, Callable[[Ruang], Kisi]] = {
    "target-renstra": kisi_target_renstra,
}


def susun_kisi(nama: str, ruang: Ruang) -> Kisi | None:
    """The grid of this name for this workspace; None when there is none."""
    return KISI[nama](ruang) if nama in KISI else None

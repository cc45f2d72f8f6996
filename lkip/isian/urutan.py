"""The order of rows, which are moved up and down among their siblings."""

import re

from django.db import models, transaction

from lkip.isian.kisi import Kisi
from lkip.isian.simpan import BarisTerkunci


@transaction.atomic
def geser_baris(kisi: Kisi, tujuan: str) -> None:
    """Move a row one place: "12:-1" up, "12:1" down; beyond the ends nothing moves.

    Raises BarisTerkunci for a row that is not for this user to move.
    """
    cocok = re.fullmatch(r"(\w+):(-?1)", tujuan)
    baris = kisi.cari_baris(cocok[1]) if cocok else None
    if kisi.urut is None or baris is None or baris.terkunci or baris.objek.pk is None:
        raise BarisTerkunci(tujuan)
    saudara = _saudara(kisi, baris.objek)
    tempat = saudara.index(baris.objek)
    ke = tempat + int(cocok[2])
    if 0 <= ke < len(saudara):
        saudara.insert(ke, saudara.pop(tempat))
        _beri_nomor(saudara)


def _saudara(kisi: Kisi, objek: models.Model) -> list[models.Model]:
    """Rows that share one order with this one, locked, in their order."""
    kelompok = kisi.urut(objek)
    nomor = {
        satu.objek.pk: tempat
        for tempat, satu in enumerate(kisi.baris)
        if satu.objek.pk is not None and kisi.urut(satu.objek) == kelompok
    }
    terkunci = type(objek).objects.select_for_update().filter(pk__in=nomor).order_by("pk")
    return sorted(terkunci, key=lambda satu: (satu.urutan, nomor[satu.pk]))


def _beri_nomor(saudara: list[models.Model]) -> None:
    """Hand out the numbers anew in this order; those in use where each is there once."""
    dipakai = sorted(satu.urutan for satu in saudara)
    nomor = dipakai if len(set(dipakai)) == len(saudara) else range(1, len(saudara) + 1)
    pindah = [(satu, n) for satu, n in zip(saudara, nomor, strict=True) if satu.urutan != n]
    # Two rows never hold one number, not even in passing: some tables do not allow it.
    bebas = max([*dipakai, *nomor]) + 1
    for selisih, (satu, _) in enumerate(pindah):
        type(satu).objects.filter(pk=satu.pk).update(urutan=bebas + selisih)
    for satu, n in pindah:
        satu.urutan = n
        satu.versi += 1
        satu.save()

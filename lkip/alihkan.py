"""Hand-over: roles and open work of who leaves an office go to who comes."""

from collections.abc import Iterable

from django.db import transaction
from django.db.models import Q
from django.urls import reverse

from instansi.models import Keanggotaan, Pengguna
from lkip.models import Pemberitahuan
from lkip.pemberitahuan import kabari
from lkip.sesi import akhiri_sesi


@transaction.atomic
def alihkan(
    peran: Iterable[Keanggotaan], penerus: Pengguna, *, oleh: Pengguna, tutup: Pengguna | None
) -> None:
    """Move these roles to `penerus`, and close the account `tutup`.

    A role that the successor has already is only taken away. Of each office the successor gets the
    notices that were not read, and one that tells of the hand-over.
    """
    for satu in peran:
        lama = satu.pengguna
        _pindahkan(satu, penerus)
        _serahkan_pemberitahuan(lama, penerus, satu)
        if satu.instansi:
            kabari(
                [penerus],
                satu.instansi,
                judul=f"Peran {satu.get_peran_display()} dialihkan kepada Anda",
                isi=f"Dari {lama} oleh {oleh}.",
                alamat=reverse("instansi", args=(satu.instansi.kode,)),
            )
    if tutup:
        tutup.is_active = False
        tutup.save(update_fields=["is_active"])
        akhiri_sesi(tutup)


def _pindahkan(satu: Keanggotaan, penerus: Pengguna) -> None:
    satu._change_reason = f"Dialihkan dari {satu.pengguna} kepada {penerus}"[:100]
    lingkup = {"instansi": satu.instansi, "pemda": satu.pemda, "seksi": satu.seksi}
    if penerus.keanggotaan.filter(peran=satu.peran, **lingkup).exists():
        satu.delete()
        return
    satu.pengguna = penerus
    satu.versi += 1
    satu.save()


def _serahkan_pemberitahuan(lama: Pengguna, penerus: Pengguna, satu: Keanggotaan) -> None:
    """Give on what was not read; a reminder that the successor had already stays where it is."""
    kantor = Q(instansi__pemda=satu.pemda) if satu.pemda else Q(instansi=satu.instansi)
    dimiliki = list(penerus.pemberitahuan.exclude(kunci="").values_list("kunci", flat=True))
    terbuka = Pemberitahuan.objects.filter(kantor, pengguna=lama, dibaca_pada=None)
    terbuka.exclude(kunci__in=dimiliki).update(pengguna=penerus)

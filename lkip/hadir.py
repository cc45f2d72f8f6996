"""Who else has a page open to write in: last heard of, not watched."""

from collections.abc import Sequence
from datetime import timedelta

from django.utils import timezone

from instansi.models import Instansi, Pengguna
from lkip.angka import format_waktu
from lkip.models import HalamanDibuka

BERLAKU = timedelta(minutes=10)
DISEBUT = 3  # people by name; of the others only how many


def tandai(pengguna: Pengguna, instansi: Instansi, tahun: int, halaman: str) -> None:
    """Remember that this user has the page open now, and forget whom nobody has heard of since."""
    kini = timezone.now()
    HalamanDibuka.objects.filter(terlihat__lt=kini - BERLAKU).delete()
    baru = HalamanDibuka(
        instansi=instansi,
        tahun=tahun,
        halaman=halaman,
        pengguna=pengguna,
        dibuka=kini,
        terlihat=kini,
    )
    HalamanDibuka.objects.bulk_create(
        [baru],
        update_conflicts=True,
        unique_fields=["instansi", "tahun", "halaman", "pengguna"],
        update_fields=["terlihat"],
    )


def kabar_lain(pengguna: Pengguna, instansi: Instansi, tahun: int, halaman: str, apa: str) -> str:
    """What this user is told of the others on the page; `apa` is what they are called to have open."""
    lain = (
        HalamanDibuka.objects.filter(instansi=instansi, tahun=tahun, halaman=halaman)
        .filter(terlihat__gte=timezone.now() - BERLAKU)
        .exclude(pengguna=pengguna)
        .select_related("pengguna")
        .order_by("-dibuka")
    )
    orang = [
        (str(satu.pengguna), format_waktu(satu.dibuka, instansi.zona_waktu)) for satu in lain[:50]
    ]
    return susun_kabar(orang, apa)


def susun_kabar(orang: Sequence[tuple[str, str]], apa: str) -> str:
    """The sentence about these people, each with the time when they opened it.

    >>> susun_kabar([("Siti", "14.30 WIB")], "bagian ini")
    'Siti membuka bagian ini pukul 14.30 WIB.'
    >>> susun_kabar([("Siti", "14.30 WIB"), ("Budi", "14.10 WIB")], "tabel ini")
    'Siti (14.30 WIB) dan Budi (14.10 WIB) membuka tabel ini.'
    """
    if not orang:
        return ""
    if len(orang) == 1:
        nama, pukul = orang[0]
        return f"{nama} membuka {apa} pukul {pukul}."
    sebutan = [f"{nama} ({pukul})" for nama, pukul in orang[:DISEBUT]]
    if sisa := len(orang) - len(sebutan):
        sebutan.append(f"{sisa} orang lain")
    koma = "," if len(sebutan) > 2 else ""
    return f"{', '.join(sebutan[:-1])}{koma} dan {sebutan[-1]} membuka {apa}."

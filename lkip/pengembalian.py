"""What was given back and waits to be mended: by whom, why, and where to mend it."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q
from django.urls import reverse

from instansi.alur import Status
from lkip.akses import PERAN_KANTOR, Berkas
from lkip.dokumen.html import BAGIAN
from lkip.models import Langkah
from lkip.pemberitahuan import sebutan_dokumen
from lkip.reviu import ISIAN

JUDUL = {**dict(BAGIAN), "naskah": "Naskah perjanjian"}


@dataclass(frozen=True, kw_only=True)
class BagianDikembalikan:
    """A section that was ticked, its page of review, and (label, address) of where it is filled in."""

    judul: str
    alamat: str
    isian: tuple[tuple[str, str], ...]


@dataclass(frozen=True, kw_only=True)
class Pengembalian:
    """A document that was returned and not submitted since."""

    dokumen: str
    slug: str
    oleh: str
    pada: datetime
    alasan: str
    bagian: tuple[BagianDikembalikan, ...]


def baca_pengembalian(berkas: Berkas) -> tuple[Pengembalian, ...]:
    """The returned documents of the year, for those of the office. 1 query."""
    if not berkas.peran & PERAN_KANTOR:
        return ()
    milik = Q()
    for kolom in ("lkip", "perjanjian"):
        milik |= Q(
            **{
                f"{kolom}__instansi": berkas.instansi,
                f"{kolom}__tahun": berkas.tahun,
                f"{kolom}__status": Status.DIKEMBALIKAN,
            }
        )
    semua = Langkah.objects.filter(milik, jenis=Langkah.Jenis.KEMBALIKAN)
    terbaru: dict[tuple[int | None, int | None], Langkah] = {}
    for langkah in semua.select_related("oleh", "lkip", "perjanjian"):  # the latest first
        terbaru.setdefault((langkah.lkip_id, langkah.perjanjian_id), langkah)
    return tuple(_susun(berkas, langkah) for langkah in terbaru.values())


def _susun(berkas: Berkas, langkah: Langkah) -> Pengembalian:
    slug = f"pk-{langkah.perjanjian.jenis}" if langkah.perjanjian else "lkip"
    return Pengembalian(
        dokumen=sebutan_dokumen(langkah.lkip or langkah.perjanjian),
        slug=slug,
        oleh=f"{langkah.oleh}, {langkah.jabatan}",
        pada=langkah.pada,
        alasan=langkah.alasan,
        bagian=tuple(_bagian(berkas, slug, satu) for satu in langkah.bagian if satu in JUDUL),
    )


def _bagian(berkas: Berkas, slug: str, bagian: str) -> BagianDikembalikan:
    tempat = (berkas.instansi.kode, berkas.tahun)
    isian = ISIAN.get(bagian, ()) if berkas.dapat_mengisi_kantor else ()
    return BagianDikembalikan(
        judul=JUDUL[bagian],
        alamat=reverse("reviu_bagian", args=(*tempat, slug, bagian)),
        isian=tuple((label, reverse(nama, args=(*tempat, *sisa))) for label, nama, sisa in isian),
    )

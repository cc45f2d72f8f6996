"""Notices: who is told what, in the application and by e-mail."""

from collections.abc import Iterable

from django.db import transaction
from django.db.models import QuerySet
from django.urls import reverse

from instansi.alur import Status
from instansi.models import Instansi, Keanggotaan, Pengguna
from lkip.models import LKIP, Komentar, Langkah, Pemberitahuan
from lkip.surel import kirim_surel
from perjanjian.models import PerjanjianKinerja

Peran = Keanggotaan.Peran
Dokumen = LKIP | PerjanjianKinerja

MENUNGGU = {
    Status.DIAJUKAN: "menunggu verifikasi Anda",
    Status.DIVERIFIKASI: "menunggu pengesahan Anda",
    Status.DIKEMBALIKAN: "dikembalikan dan menunggu perbaikan Anda",
    Status.DRAF: "dibuka kembali dan menunggu perbaikan Anda",
}


@transaction.atomic
def kabari(
    penerima: Iterable[Pengguna],
    instansi: Instansi,
    *,
    judul: str,
    isi: str,
    alamat: str,
    kunci: str = "",
) -> list[Pemberitahuan]:
    """Write a notice to each of these users, and send it by e-mail after the commit.

    With a `kunci` nobody gets it twice. Returns the notices that are new.
    """
    isian = {"instansi": instansi, "judul": judul, "isi": isi, "alamat": alamat}
    baru = []
    for pengguna in penerima:
        if not kunci:
            baru.append(Pemberitahuan.objects.create(pengguna=pengguna, **isian))
            continue
        satu, dibuat = Pemberitahuan.objects.get_or_create(
            pengguna=pengguna, kunci=kunci, defaults=isian
        )
        if dibuat:
            baru.append(satu)
    if baru:
        nomor = [satu.pk for satu in baru]
        transaction.on_commit(
            lambda: kirim_surel(Pemberitahuan.objects.filter(pk__in=nomor)), robust=True
        )
    return baru


def beri_tahu(langkah: Langkah) -> None:
    """Tell of a step: first who must act next, then who submitted and verified the document."""
    dokumen = langkah.lkip or langkah.perjanjian
    giliran = set(pemegang(dokumen)) - {langkah.oleh}
    sebutan, isi, alamat = sebutan_dokumen(dokumen), _isi_langkah(langkah), alamat_alur(dokumen)
    if giliran:
        judul = f"{sebutan} {_menunggu(dokumen, giliran)}"
        kabari(_urut(giliran), dokumen.instansi, judul=judul, isi=isi, alamat=alamat)
    terlibat = {dokumen.diajukan_oleh, dokumen.diverifikasi_oleh}
    lain = terlibat - giliran - {langkah.oleh, None}
    judul = f"{sebutan} {langkah.get_jenis_display().lower()}"
    kabari(_urut(lain), dokumen.instansi, judul=judul, isi=isi, alamat=alamat)


def beri_tahu_komentar(komentar: Komentar) -> None:
    """Tell the submitter of a remark on their document; a remark of theirs, who reviews it."""
    dokumen = komentar.lkip or komentar.perjanjian
    penerima = {dokumen.diajukan_oleh, *pemegang(dokumen)} - {komentar.oleh, None}
    kabari(
        _urut(penerima),
        dokumen.instansi,
        judul=f"Komentar pada {sebutan_dokumen(dokumen)}",
        isi=f"{komentar.oleh}: “{komentar.isi}”",
        alamat=alamat_alur(dokumen),
    )


def pemegang(dokumen: Dokumen) -> list[Pengguna]:
    """The active users in whose hands the document is now; nobody's once it is signed."""
    kantor = dokumen.instansi
    match dokumen.status:
        case Status.DISAHKAN:
            return []
        case Status.DIAJUKAN:
            verifikator = pengguna_berperan(kantor, Peran.VERIFIKATOR)
            return list(verifikator or pengguna_berperan(kantor, Peran.CAMAT))
        case Status.DIVERIFIKASI:
            return list(pengguna_berperan(kantor, Peran.CAMAT))
        case _:
            return list(pengguna_berperan(kantor, Peran.OPERATOR))


def pengguna_berperan(instansi: Instansi, *peran: str) -> QuerySet[Pengguna]:
    """The active users with one of these roles in this office."""
    return Pengguna.objects.filter(
        keanggotaan__instansi=instansi, keanggotaan__peran__in=peran, is_active=True
    ).distinct()


def belum_dibaca(pengguna: Pengguna) -> int:
    """How many notices the user has not read. 1 query."""
    return pengguna.pemberitahuan.filter(dibaca_pada=None).count()


def terlihat(pengguna: Pengguna) -> QuerySet[Pemberitahuan]:
    """The notices of a user that are still theirs to follow: of offices that they may see."""
    kantor = Instansi.objects.visible_to(pengguna)
    return pengguna.pemberitahuan.filter(instansi__in=kantor).select_related("instansi")


def sebutan_dokumen(dokumen: Dokumen) -> str:
    """What the document is called in a sentence: "LKIP 2024", "PK Perubahan 2024"."""
    if isinstance(dokumen, LKIP):
        return f"LKIP {dokumen.tahun}"
    return f"PK{' Perubahan' if dokumen.jenis == 'perubahan' else ''} {dokumen.tahun}"


def alamat_alur(dokumen: Dokumen) -> str:
    """The page that shows where the document stands."""
    slug = "lkip" if isinstance(dokumen, LKIP) else f"pk-{dokumen.jenis}"
    return reverse("alur", args=(dokumen.instansi.kode, dokumen.tahun, slug))


def _menunggu(dokumen: Dokumen, giliran: set[Pengguna]) -> str:
    """What those who act next are waited for; without a verifikator the camat signs at once."""
    verifikator = set(pengguna_berperan(dokumen.instansi, Peran.VERIFIKATOR))
    if dokumen.status == Status.DIAJUKAN and not giliran & verifikator:
        return MENUNGGU[Status.DIVERIFIKASI]
    return MENUNGGU[dokumen.status]


def _isi_langkah(langkah: Langkah) -> str:
    isi = f"{langkah.get_jenis_display()} oleh {langkah.oleh}, {langkah.jabatan}."
    return f"{isi} Alasan: “{langkah.alasan}”" if langkah.alasan else isi


def _urut(pengguna: Iterable[Pengguna]) -> list[Pengguna]:
    return sorted(pengguna, key=lambda satu: satu.pk)

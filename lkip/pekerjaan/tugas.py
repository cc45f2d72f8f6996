"""What the task queue runs."""

from datetime import timedelta

from django.urls import reverse
from django.utils import timezone
from django_tasks import task

from lkip.models import Pekerjaan
from lkip.pekerjaan.berkas import bersihkan
from lkip.pekerjaan.giliran import SEWA, ambil_giliran
from lkip.pekerjaan.kerja import jalankan
from lkip.pemberitahuan import kabari

JAGA = SEWA + timedelta(seconds=5)
# A page that is open shows the result by then.
KABAR = timedelta(seconds=10)


def antrekan(pekerjaan: Pekerjaan) -> None:
    """Have the job done, and looked after until it is; call it in the transaction that asks for it."""
    kerjakan.enqueue(pekerjaan.pk)
    _jaga_lagi(pekerjaan.pk)


@task
def kerjakan(pk: int) -> None:
    """Do the job unless somebody is on it."""
    giliran = ambil_giliran(pk)
    if giliran and jalankan(giliran):
        beri_kabar.using(run_after=timezone.now() + KABAR).enqueue(pk)
        bersihkan(pk)


@task
def jaga(pk: int) -> None:
    """Take the job over if its worker has died, and look again later while it is not done."""
    belum = Pekerjaan.objects.exclude(status__in=Pekerjaan.BERAKHIR)
    if belum.filter(pk=pk).exists():
        _jaga_lagi(pk)
        kerjakan.func(pk)


def _jaga_lagi(pk: int) -> None:
    jaga.using(run_after=timezone.now() + JAGA).enqueue(pk)


@task
def beri_kabar(pk: int) -> None:
    """Tell who asked that their job has ended, unless they have seen it."""
    belum = Pekerjaan.objects.filter(status__in=Pekerjaan.BERAKHIR, dilihat_pada=None, pk=pk)
    satu = belum.select_related("instansi", "oleh").first()
    if satu is None:
        return
    akhir = "siap" if satu.status == Pekerjaan.Status.SELESAI else "gagal"
    kabari(
        [satu.oleh],
        satu.instansi,
        judul=f"{satu.get_jenis_display()} {satu.tahun} {akhir}",
        isi=satu.pesan,
        alamat=reverse("proses", args=(satu.instansi.kode, satu.tahun, satu.pk)),
        kunci=f"pekerjaan-{satu.pk}-{satu.selesai_pada.timestamp():.0f}",
    )

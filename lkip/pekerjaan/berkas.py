"""The files that jobs have made: kept until newer data replaces them, at most a week."""

from collections.abc import Iterable
from datetime import timedelta
from pathlib import Path

from django.conf import settings
from django.db.models import Q, QuerySet
from django.utils import timezone
from django_tasks import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from lkip.models import Pekerjaan

MASA = timedelta(days=7)


def nama_tersimpan(berkas: Path) -> str:
    """The name under which a job remembers its file."""
    return str(berkas.relative_to(settings.DATA_DIR))


def folder_paket() -> Path:
    folder = Path(settings.DATA_DIR) / "paket"
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def bersihkan(pk: int) -> None:
    """Remove what the job of this key has replaced, and what is older than a week."""
    baru = Pekerjaan.objects.filter(pk=pk).exclude(berkas="").first()
    if baru is not None:
        sama = ["instansi_id", "tahun", "jenis"]
        if baru.jenis == Pekerjaan.Jenis.DOKUMEN:  # everybody has documents of their own
            sama.append("oleh_id")
        sejenis = {nama: getattr(baru, nama) for nama in sama}
        _buang(Pekerjaan.objects.filter(**sejenis).exclude(berkas__in=("", baru.berkas)))
    batas = timezone.now() - MASA
    lama = Pekerjaan.objects.filter(selesai_pada__lt=batas)
    _buang(lama.exclude(berkas=""))
    lama.delete()
    _buang_tugas(DBTaskResult.objects.all(), batas)


def _buang(pekerjaan: QuerySet[Pekerjaan]) -> None:
    nama = list(pekerjaan.values_list("berkas", flat=True))
    pekerjaan.update(berkas="")
    for satu in _tidak_dipakai(nama):
        jalur = Path(settings.DATA_DIR) / satu
        jalur.unlink(missing_ok=True)
        jalur.with_suffix(".kunci").unlink(missing_ok=True)


def _tidak_dipakai(nama: Iterable[str]) -> set[str]:
    nama = set(nama)
    dipakai = Pekerjaan.objects.filter(berkas__in=nama).values_list("berkas", flat=True)
    return nama - set(dipakai)


def _buang_tugas(tugas: QuerySet[DBTaskResult], batas) -> None:
    """The queue's own rows; one that a dead worker left is never finished."""
    berakhir = Q(finished_at__lt=batas)
    tugas.filter(berakhir | Q(status=TaskResultStatus.RUNNING, started_at__lt=batas)).delete()

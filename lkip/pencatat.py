"""Who entered the leaves of a figure, and when: the last change of each row, from its history."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from anggaran.models import Pagu, RealisasiAnggaran
from instansi.models import Instansi
from perjanjian.models import Realisasi


@dataclass(frozen=True, kw_only=True)
class Catatan:
    """The last change of one entered value; `oleh` is empty for what a command wrote."""

    nama: str
    oleh: str
    pada: datetime


def pencatat_realisasi(instansi: Instansi, indikator: str, tahun: int) -> tuple[Catatan, ...]:
    """The values of one indikator in a year. 2 queries."""
    milik = Realisasi.objects.filter(
        indikator__renstra__instansi=instansi, indikator__kode=indikator, tahun=tahun
    )
    return _terakhir(
        Realisasi, milik.order_by("triwulan"), lambda satu: satu.get_triwulan_display()
    )


def pencatat_anggaran(instansi: Instansi, kode: str, tahun: int) -> tuple[Catatan, ...]:
    """Pagu and realisasi of the sub kegiatan at or below this code. 4 queries."""
    tempat = {
        "sub_kegiatan__kegiatan__program__instansi": instansi,
        "sub_kegiatan__kegiatan__program__tahun": tahun,
        "sub_kegiatan__kode": kode,
    }
    pagu = Pagu.objects.filter(**tempat).order_by("tahap", "jenis")
    realisasi = RealisasiAnggaran.objects.filter(**tempat).order_by("triwulan", "jenis")
    return (
        *_terakhir(
            Pagu, pagu, lambda satu: f"Pagu {satu.tahap}, {satu.get_jenis_display().lower()}"
        ),
        *_terakhir(
            RealisasiAnggaran,
            realisasi,
            lambda satu: (
                f"Realisasi s.d. triwulan {satu.triwulan}, {satu.get_jenis_display().lower()}"
            ),
        ),
    )


def _terakhir(model, baris: Iterable, sebutan) -> tuple[Catatan, ...]:
    semua = list(baris)
    riwayat = model.history.filter(id__in=[satu.pk for satu in semua]).select_related(
        "history_user"
    )
    terakhir = {satu.id: satu for satu in riwayat.order_by("history_date", "history_id")}
    return tuple(
        Catatan(
            nama=sebutan(satu),
            oleh=str(terakhir[satu.pk].history_user or ""),
            pada=terakhir[satu.pk].history_date,
        )
        for satu in semua
        if satu.pk in terakhir
    )

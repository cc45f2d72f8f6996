"""The steps to the first figures of a year: what must be there before its report can be computed."""

from datetime import date

from django.db.models import Q

from instansi.models import Instansi, Pejabat
from lkip.tugas import KelompokTugas, Tugas
from renstra.models import Renstra, TargetRenstra

BELUM = "belum diisi"


def susun_langkah(instansi: Instansi, tahun: int) -> tuple[KelompokTugas, ...]:
    """The office, its plan and its Perjanjian Kinerja, each step with what it waits for."""
    return (
        KelompokTugas("1. Kantor", tuple(_kantor(instansi, tahun))),
        KelompokTugas("2. Renstra", tuple(_renstra(instansi, tahun))),
        KelompokTugas("3. Perjanjian Kinerja", tuple(_perjanjian(instansi, tahun))),
    )


def _kantor(instansi, tahun):
    hari = date(tahun, 12, 31)
    menjabat = Pejabat.objects.menjabat(hari).filter(
        Q(instansi=instansi, peran=Pejabat.Peran.PIMPINAN)
        | Q(pemda=instansi.pemda_id, peran=Pejabat.Peran.KEPALA_DAERAH)
    )
    yield Tugas(
        nama="Profil kecamatan",
        alamat=("ubah_profil",),
        kurang="" if instansi.dasar_organisasi else "dasar hukum organisasi belum diisi",
    )
    yield Tugas(
        nama="Susunan organisasi",
        alamat=("isi_kisi", "seksi"),
        kurang="" if instansi.seksi.exists() else BELUM,
    )
    ada = set(menjabat.values_list("peran", flat=True))
    yield Tugas(
        nama="Pejabat",
        alamat=("daftar_pejabat",),
        kurang="" if len(ada) == 2 else "pimpinan atau kepala daerah belum ada",
    )


def _renstra(instansi, tahun):
    renstra = Renstra.objects.berlaku(instansi, tahun)
    indikator = renstra is not None and renstra.indikator.exists()
    target = TargetRenstra.objects.filter(indikator__renstra=renstra, tahun=tahun)
    yield Tugas(
        nama="Renstra", alamat=("ubah_renstra",), kurang="" if renstra else "belum ada Renstra"
    )
    yield Tugas(
        nama="Tujuan, sasaran, dan indikator",
        alamat=("pohon_renstra",),
        kurang="" if indikator else "belum ada indikator",
        menunggu="" if renstra else "menunggu Renstra",
    )
    yield Tugas(
        nama="Target Renstra",
        alamat=("isi_kisi", "target-renstra"),
        kurang="" if indikator and target.exists() else f"target {tahun} belum diisi",
        menunggu="" if indikator else "menunggu indikator",
    )


def _perjanjian(instansi, tahun):
    renstra = Renstra.objects.berlaku(instansi, tahun)
    siap = renstra is not None and renstra.indikator.exists()
    yield Tugas(
        nama="Rencana Kinerja Tahunan",
        alamat=("ubah_rkt",),
        kurang="" if instansi.rencana_kinerja.filter(tahun=tahun).exists() else "belum dibuat",
        menunggu="" if siap else "menunggu indikator",
    )
    yield Tugas(
        nama=f"Perjanjian Kinerja {tahun}",
        alamat=("ubah_pk",),
        kurang="belum dibuat",
        menunggu="" if siap else "menunggu indikator",
    )

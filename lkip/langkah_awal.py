"""The steps to the first figures of a year: what must be there before its report can be computed."""

from datetime import date

from django.db.models import Q

from instansi.models import Instansi, Pejabat
from lkip.tugas import KelompokTugas, Tugas, bila
from renstra.models import Renstra, TargetRenstra

MENUNGGU_INDIKATOR = "menunggu indikator"


def susun_langkah(instansi: Instansi, tahun: int) -> tuple[KelompokTugas, ...]:
    """The office, its plan and its Perjanjian Kinerja, each step with what it waits for."""
    renstra = Renstra.objects.berlaku(instansi, tahun)
    berindikator = renstra is not None and renstra.indikator.exists()
    return (
        KelompokTugas("1. Kantor", tuple(_kantor(instansi, tahun))),
        KelompokTugas("2. Renstra", tuple(_renstra(renstra, berindikator, tahun))),
        KelompokTugas("3. Perjanjian Kinerja", tuple(_perjanjian(instansi, berindikator, tahun))),
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
        kurang=bila(not instansi.dasar_organisasi, "dasar hukum organisasi belum diisi"),
    )
    yield Tugas(
        nama="Susunan organisasi",
        alamat=("isi_kisi", "seksi"),
        kurang=bila(not instansi.seksi.exists(), "belum diisi"),
    )
    ada = set(menjabat.values_list("peran", flat=True))
    yield Tugas(
        nama="Pejabat",
        alamat=("daftar_pejabat",),
        kurang=bila(len(ada) < 2, "pimpinan atau kepala daerah belum ada"),
    )


def _renstra(renstra, berindikator, tahun):
    target = TargetRenstra.objects.filter(indikator__renstra=renstra, tahun=tahun)
    yield Tugas(
        nama="Renstra", alamat=("ubah_renstra",), kurang=bila(not renstra, "belum ada Renstra")
    )
    yield Tugas(
        nama="Tujuan, sasaran, dan indikator",
        alamat=("pohon_renstra",),
        kurang=bila(not berindikator, "belum ada indikator"),
        menunggu=bila(not renstra, "menunggu Renstra"),
    )
    yield Tugas(
        nama="Target Renstra",
        alamat=("isi_kisi", "target-renstra"),
        kurang=bila(not (berindikator and target.exists()), f"target {tahun} belum diisi"),
        menunggu=bila(not berindikator, MENUNGGU_INDIKATOR),
    )


def _perjanjian(instansi, berindikator, tahun):
    rencana = instansi.rencana_kinerja.filter(tahun=tahun)
    menunggu = bila(not berindikator, MENUNGGU_INDIKATOR)
    yield Tugas(
        nama="Rencana Kinerja Tahunan",
        alamat=("ubah_rkt",),
        kurang=bila(not rencana.exists(), "belum dibuat"),
        menunggu=menunggu,
    )
    yield Tugas(
        nama=f"Perjanjian Kinerja {tahun}",
        alamat=("ubah_pk",),
        kurang="belum dibuat",
        menunggu=menunggu,
    )

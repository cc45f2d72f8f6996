"""What the reporting of the year may be worth in the evaluation of AKIP."""

from django.views.decorators.http import require_safe

from lkip.akses import PERAN_KANTOR, buka_berkas_untuk
from lkip.lke_kriteria import perkirakan
from lkip.models import Pengesahan
from lkip.views.halaman import tampilkan
from lkip.views.tugas import alamat_halaman, dapat_dibuka


@require_safe
def lke(request, kode, tahun):
    """The 22 criteria with how much of the report carries each, and the estimated grade."""
    berkas = buka_berkas_untuk(
        PERAN_KANTOR,
        request.user,
        kode,
        tahun,
        selain="Perkiraan dibaca kantor yang menyusun laporan.",
    )
    terbit = Pengesahan.objects.filter(lkip__instansi=berkas.instansi, lkip__tahun=tahun)
    dipublikasikan = terbit.filter(dipublikasikan_pada__isnull=False).exists()
    hasil = perkirakan(berkas.laporan, dipublikasikan=dipublikasikan)
    return tampilkan(
        request,
        "lkip/lke.html",
        berkas,
        judul="Perkiraan nilai Pelaporan",
        remah=(("Pemeriksaan", "pemeriksaan"),),
        hasil=hasil,
        bagian=[
            (satu, [(butir, _alamat(berkas, butir)) for butir in satu.kriteria])
            for satu in hasil.bagian
        ],
    )


def _alamat(berkas, kriteria):
    if not kriteria.alamat or not dapat_dibuka(berkas, kriteria.alamat):
        return ""
    return alamat_halaman(berkas, kriteria.alamat)

"""Read what the checks need beside the report: texts of last year, names of others, accepted reasons."""

from datetime import date

from instansi.models import Desa, Instansi
from lkip.daftar_tugas import susun_tugas
from lkip.isi.laporan import Laporan
from lkip.models import Narasi, Pengecualian
from lkip.naskah import BAGIAN
from lkip.pembaca.konfirmasi import baca_konfirmasi
from lkip.pemeriksaan.bahan import Bahan, susun_teks


def baca_bahan(instansi: Instansi, laporan: Laporan, hari_ini: date) -> Bahan:
    """4 queries."""
    lalu = Narasi.objects.filter(lkip__instansi=instansi, lkip__tahun=laporan.tahun - 1)
    desa = Desa.objects.filter(instansi__pemda=instansi.pemda_id).exclude(instansi=instansi)
    return Bahan(
        laporan=laporan,
        hari_ini=hari_ini,
        teks=susun_teks(laporan, BAGIAN, dict(lalu.values_list("bagian", "isi"))),
        desa_lain=frozenset(desa.values_list("nama", flat=True)),
        tugas=susun_tugas(laporan, baca_konfirmasi(instansi, laporan.tahun), hari_ini),
    )


def baca_pengecualian(instansi: Instansi, tahun: int) -> dict[str, Pengecualian]:
    """The accepted findings by fingerprint. 1 query."""
    milik = Pengecualian.objects.filter(lkip__instansi=instansi, lkip__tahun=tahun)
    ada = milik.select_related("oleh")
    return {satu.sidik: satu for satu in ada}

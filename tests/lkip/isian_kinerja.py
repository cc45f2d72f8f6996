"""What tests of the grids of Pengukuran share: the indikator of the office, and cells."""

import pytest

from perjanjian.models import Realisasi
from tests import factories as buat
from tests.lkip.alamat import alamat_kisi

TAHUN = buat.TAHUN


@pytest.fixture
def indikator(instansi):
    """A plain one, a ratio, and one with negative polarity."""
    return list(instansi.renstra.get().indikator.order_by("urutan"))


def realisasi(indikator, triwulan, tahun=TAHUN):
    return Realisasi.objects.get(indikator=indikator, tahun=tahun, triwulan=triwulan)


def sel(client, instansi, nama, indikator):
    """Cells of one row of the page, by column."""
    halaman = client.get(alamat_kisi(instansi, nama))
    baris = next(satu for satu in halaman.context["baris"] if satu.baris.kunci == str(indikator.pk))
    return {satu.kolom.nama: satu for satu in baris.sel if satu}

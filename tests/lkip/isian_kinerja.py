"""What tests of the grids of Pengukuran share: an office, its operator, and cells."""

import json

import pytest

from perjanjian.models import Realisasi
from tests import factories as buat

TAHUN = buat.TAHUN


@pytest.fixture
def instansi():
    return buat.make_laporan_lengkap()


@pytest.fixture
def indikator(instansi):
    """A plain one, a ratio, and one with negative polarity."""
    return list(instansi.renstra.get().indikator.order_by("urutan"))


@pytest.fixture
def operator(client, instansi):
    client.force_login(buat.make_pengguna(peran="operator", instansi=instansi))
    return client


def alamat(instansi, nama):
    return f"/{instansi.kode}/{TAHUN}/isi/{nama}/"


def kirim(client, instansi, nama, indikator, **sel):
    """Post cells of one row as kisi.js does: column=(text before, text now)."""
    isi = {kolom: {"dasar": dasar, "teks": teks} for kolom, (dasar, teks) in sel.items()}
    kiriman = json.dumps({"baris": {str(indikator.pk): isi}})
    return client.post(alamat(instansi, nama), kiriman, content_type="application/json")


def realisasi(indikator, triwulan, tahun=TAHUN):
    return Realisasi.objects.get(indikator=indikator, tahun=tahun, triwulan=triwulan)


def sel(client, instansi, nama, indikator):
    """Cells of one row of the page, by column."""
    halaman = client.get(alamat(instansi, nama))
    baris = next(satu for satu in halaman.context["baris"] if satu.baris.kunci == str(indikator.pk))
    return {satu.kolom.nama: satu for satu in baris.sel if satu}

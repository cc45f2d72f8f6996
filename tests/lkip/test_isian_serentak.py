"""What two clients do at the same time: every value is stored or reported, every row made once."""

from decimal import Decimal
from itertools import pairwise

import pytest

from lkip.isian.daftar import susun_kisi
from lkip.isian.ruang import buka_ruang
from lkip.isian.simpan import Sel, simpan_baris
from renstra.models import TargetRenstra
from tests import factories as buat
from tests.lkip.serentak import utas

__all__ = ["utas"]

BANYAK = 100
TAHUN = str(buat.TAHUN)


@pytest.fixture(params=["90", ""], ids=["existing record", "no record yet"])
def dasar(request):
    """What the cell holds before."""
    return request.param


@pytest.fixture
def indikator(transactional_db, dasar):
    """An indikator of which nothing was changed yet."""
    indikator = buat.make_laporan_lengkap().renstra.get().indikator.first()
    target = TargetRenstra.objects.filter(indikator=indikator, tahun=TAHUN)
    if not dasar:
        target.delete()
    TargetRenstra.history.all().delete()
    return indikator


@pytest.fixture
def operator(indikator):
    instansi = indikator.renstra.instansi
    return [buat.make_pengguna(peran="operator", instansi=instansi) for _ in range(2)]


def penyimpan(pengguna, kode, kunci, dasar, nilai):
    """A client that saves its values one after the other, and always tells what it saw before."""

    def simpan():
        kisi = susun_kisi("target-renstra", buka_ruang(pengguna, kode, buat.TAHUN))
        terlihat, semua = dasar, []
        for teks in nilai:
            hasil = simpan_baris(kisi, kunci, {TAHUN: Sel(terlihat, teks)})
            assert not hasil.galat
            semua.append((terlihat, teks, hasil))
            terlihat = hasil.tersimpan.get(TAHUN) or hasil.bentrok[0].tersimpan
        return semua

    return simpan


def test_no_value_of_two_hasty_clients_is_dropped_in_silence(indikator, operator, utas, dasar):
    kode, kunci = indikator.renstra.instansi.kode, str(indikator.pk)
    kerja = [
        penyimpan(satu, kode, kunci, dasar, [str(nomor * 1000 + n) for n in range(BANYAK)])
        for nomor, satu in enumerate(operator, 1)
    ]

    hasil = [satu for milik in utas(*kerja) for satu in milik]

    tersimpan = [(angka(dasar), angka(teks)) for dasar, teks, isi in hasil if isi.tersimpan]
    bentrok = [(teks, isi.bentrok[0].isian) for _, teks, isi in hasil if isi.bentrok]
    assert len(tersimpan) + len(bentrok) == 2 * BANYAK
    assert bentrok
    assert all(teks == isian for teks, isian in bentrok)
    riwayat = [angka(dasar), *utas(lambda: baca_riwayat(kunci))[0]]
    assert list(pairwise(riwayat)) == sorted(tersimpan, key=lambda satu: riwayat.index(satu[1]))


def angka(teks):
    return Decimal(teks.replace(".", "")) if teks else None


def baca_riwayat(kunci):
    """What was stored, from the first to the last."""
    return list(
        TargetRenstra.history.filter(indikator=kunci, tahun=TAHUN)
        .order_by("history_id")
        .values_list("nilai", flat=True)
    )

"""What tests of the grids of Perencanaan share: an indikator, drafts, and cells."""

import pytest

from tests import factories as buat
from tests.lkip.alamat import alamat_kisi


@pytest.fixture
def indikator(instansi):
    return instansi.renstra.get().indikator.first()


@pytest.fixture
def draf(instansi):
    """Both PK of the year are drafts again."""
    buat.unsign(instansi.perjanjian)


def masuk(client, instansi, peran="operator"):
    client.force_login(buat.make_pengguna(peran=peran, instansi=instansi))


def sel(client, instansi, nama):
    """The texts of a page's cells by key of row and name of column."""
    baris = client.get(alamat_kisi(instansi, nama)).context["baris"]
    return {(b.baris.kunci, s.kolom.nama): s.teks for b in baris for s in b.sel if s}

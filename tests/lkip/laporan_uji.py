"""What tests of build_laporan() share: an office with one indikator in its PK."""

from decimal import Decimal

import pytest

from lkip.laporan import build_laporan
from tests import factories as buat

TAHUN = buat.TAHUN


@pytest.fixture
def instansi():
    return buat.make_instansi()


@pytest.fixture
def perjanjian(instansi):
    return buat.make_perjanjian(renstra=buat.make_renstra(instansi=instansi))


@pytest.fixture
def indikator(perjanjian):
    """An indikator with a PK target of 80 and no realisasi yet."""
    indikator = buat.make_indikator(renstra=perjanjian.renstra)
    buat.make_target_pk(perjanjian=perjanjian, indikator=indikator, nilai=Decimal(80))
    return indikator


def baca(instansi):
    return build_laporan(instansi, TAHUN)

"""Offices that are copied: the same rows as those that were built, and only where they fit."""

import pytest
from django.db import transaction

from tests import factories as buat
from tests.akses.kantor import dump
from tests.cetakan import sekali_jadi

pytestmark = pytest.mark.django_db


@pytest.fixture
def dibuat():
    """Names of the offices that were really built."""
    return []


@pytest.fixture
def buat_kantor(dibuat):
    @sekali_jadi
    def kantor(nama="Kecamatan Uji"):
        dibuat.append(nama)
        lkip = buat.make_lkip(instansi=buat.make_instansi(nama=nama))
        buat.make_target_renstra(indikator=buat.make_indikator())
        buat.make_foto(lkip=lkip)
        buat.make_pembanding(lkip=lkip)
        return lkip.instansi

    return kantor


def isi_lalu_hapus(buat_kantor):
    """Every row of a database with the office, which is empty again afterwards."""
    with transaction.atomic():
        buat_kantor()
        isi = dump()
        transaction.set_rollback(True)
    return isi


def test_the_copy_has_the_rows_of_what_was_built(buat_kantor, dibuat):
    pertama, kedua = isi_lalu_hapus(buat_kantor), isi_lalu_hapus(buat_kantor)

    assert kedua == pertama
    assert len(pertama["lkip.HistoricalFoto"]) == 1
    assert len(dibuat) == 1


def test_a_second_office_beside_the_first_is_another(buat_kantor, dibuat):
    satu, dua = buat_kantor(), buat_kantor()

    assert satu.kode != dua.kode
    assert len(dibuat) == 2


def test_other_wishes_make_another_office(buat_kantor):
    isi_lalu_hapus(buat_kantor)

    assert buat_kantor("Kecamatan Lain").nama == "Kecamatan Lain"


def test_rows_added_to_a_copy_follow_its_keys(buat_kantor):
    isi_lalu_hapus(buat_kantor)
    instansi = buat_kantor()

    assert buat.make_instansi(pemda=instansi.pemda).pk > instansi.pk

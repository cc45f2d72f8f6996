"""Who is reminded of which deadline."""

from datetime import date, timedelta

import pytest
from django.core.management import call_command

from lkip.alur import ambil_langkah
from lkip.models import LKIP, Pemberitahuan
from lkip.pengingat import ingatkan, waktunya
from tests import factories as buat
from tests.factories import TAHUN

LKIP_AKHIR = date(TAHUN + 1, 2, 28)
TW_4 = date(TAHUN + 1, 1, 15)


@pytest.fixture
def kantor(db):
    kantor = buat.make_laporan_lengkap()
    Pemberitahuan.objects.all().delete()
    return kantor


@pytest.fixture
def operator(kantor):
    return buat.make_pengguna(peran="operator", instansi=kantor)


def judul(pengguna):
    return [satu.judul for satu in pengguna.pemberitahuan.order_by("pk")]


@pytest.mark.parametrize("sisa", [14, 7, 3, 1, 0, -7, -14, -56])
def test_days_on_which_people_are_told(sisa):
    assert waktunya(LKIP_AKHIR, LKIP_AKHIR - timedelta(days=sisa))


@pytest.mark.parametrize("sisa", [15, 13, 2, -1, -8, -63])
def test_days_on_which_nobody_is_told(sisa):
    assert not waktunya(LKIP_AKHIR, LKIP_AKHIR - timedelta(days=sisa))


def test_holder_of_the_report_is_reminded_once_a_day(kantor, operator):
    verifikator = buat.make_pengguna(peran="verifikator", instansi=kantor)

    assert ingatkan(LKIP_AKHIR - timedelta(days=7)) == 1
    assert ingatkan(LKIP_AKHIR - timedelta(days=7)) == 0

    assert judul(operator) == [f"Tenggat LKIP {TAHUN}: 7 hari tersisa"]
    assert judul(verifikator) == []
    assert operator.pemberitahuan.get().alamat == f"/{kantor.kode}/{TAHUN}/alur/lkip/"


def test_submitted_report_reminds_who_has_it_now(kantor, operator):
    verifikator = buat.make_pengguna(peran="verifikator", instansi=kantor)
    ambil_langkah(LKIP.objects.get(), "ajukan", oleh=operator, jabatan="Operator")
    Pemberitahuan.objects.all().delete()

    ingatkan(LKIP_AKHIR + timedelta(days=7))

    assert judul(operator) == []
    assert judul(verifikator) == [f"Tenggat LKIP {TAHUN}: terlewat 7 hari"]


def test_units_that_have_not_reported_are_reminded_with_the_operator(kantor, operator):
    indikator = kantor.renstra.get().indikator.first()
    for satu in kantor.renstra.get().indikator.all():
        satu.realisasi.filter(tahun=TAHUN).delete()
        if satu != indikator:
            buat.make_realisasi(indikator=satu, tahun=TAHUN, triwulan=4)
    unit, lain = buat.make_seksi(instansi=kantor), buat.make_seksi(instansi=kantor)
    indikator.penanggung_jawab.set([unit])
    seksi = buat.make_pengguna(peran="seksi", instansi=kantor, seksi=unit)
    selesai = buat.make_pengguna(peran="seksi", instansi=kantor, seksi=lain)

    ingatkan(TW_4 - timedelta(days=3))

    assert (
        judul(operator)
        == judul(seksi)
        == [f"Tenggat Laporan triwulan 4 tahun {TAHUN}: 3 hari tersisa"]
    )
    assert judul(selesai) == []
    assert seksi.pemberitahuan.get().alamat.endswith("/isi/realisasi-tw-4/")


def test_what_is_done_reminds_nobody(kantor, operator):
    assert ingatkan(date(TAHUN, 1, 31)) == 0  # both PK are signed

    buat.unsign(kantor.perjanjian)
    assert ingatkan(date(TAHUN, 1, 31)) == 1


def test_command_says_how_many_were_told(kantor, capsys):
    call_command("ingatkan")

    assert capsys.readouterr().out == "0 pemberitahuan baru.\n"

"""Who else has a page open to write in: told to who may write there, and soon forgotten."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from instansi.models import Sarana
from lkip.hadir import BERLAKU, susun_kabar
from lkip.models import HalamanDibuka
from tests import factories as buat

pytestmark = pytest.mark.django_db


@pytest.fixture
def instansi():
    return buat.make_laporan_lengkap()


@pytest.fixture
def siti(instansi):
    return masuk(instansi, "Siti")


@pytest.fixture
def andi(instansi):
    return masuk(instansi, "Andi")


def masuk(instansi, nama, peran="operator", **isian):
    client = Client()
    pengguna = buat.make_pengguna(peran=peran, instansi=instansi, **isian)
    type(pengguna).objects.filter(pk=pengguna.pk).update(nama=nama)
    client.force_login(pengguna)
    return client


def buka(client, instansi, halaman):
    return client.post(f"/{instansi.kode}/{buat.TAHUN}/{halaman}/dibuka/")


def kabar(client, instansi, halaman):
    return buka(client, instansi, halaman).json()["kabar"]


@pytest.mark.parametrize(
    ("halaman", "apa"), [("naskah/penutup", "bagian ini"), ("isi/sarana", "tabel ini")]
)
def test_who_opens_a_page_hears_who_has_it_open(instansi, siti, andi, halaman, apa):
    assert kabar(siti, instansi, halaman) == ""

    pukul = timezone.localtime(HalamanDibuka.objects.get().dibuka).strftime("%H.%M WIB")
    assert kabar(andi, instansi, halaman) == f"Siti membuka {apa} pukul {pukul}."
    assert kabar(siti, instansi, halaman).startswith("Andi membuka")


def test_other_pages_years_and_offices_are_not_spoken_of(instansi, siti, andi):
    lain = buat.make_laporan_lengkap()
    buka(masuk(lain, "Jauh"), lain, "naskah/penutup")
    buka(siti, instansi, "naskah/wilayah")
    HalamanDibuka.objects.filter(halaman="naskah/wilayah").update(tahun=buat.TAHUN - 1)

    assert kabar(andi, instansi, "naskah/penutup") == ""
    assert kabar(andi, instansi, "naskah/wilayah") == ""


def test_time_is_that_of_the_opening_however_often_it_is_said(instansi, siti, andi):
    buka(siti, instansi, "isi/sarana")
    semula = timezone.now() - timedelta(minutes=9)
    HalamanDibuka.objects.update(dibuka=semula, terlihat=semula)

    buka(siti, instansi, "isi/sarana")

    dibuka = HalamanDibuka.objects.get()
    assert dibuka.dibuka == semula
    assert dibuka.terlihat > semula + timedelta(minutes=8)


def test_who_was_not_heard_of_for_ten_minutes_is_forgotten(instansi, siti, andi):
    for halaman in ("isi/sarana", "naskah/penutup"):
        buka(siti, instansi, halaman)
    HalamanDibuka.objects.update(terlihat=timezone.now() - BERLAKU)

    assert kabar(andi, instansi, "isi/sarana") == ""
    assert [str(satu.pengguna) for satu in HalamanDibuka.objects.all()] == ["Andi"]


def test_store_holds_one_row_per_user_and_page(instansi, siti):
    for _ in range(3):
        buka(siti, instansi, "isi/sarana")
        buka(siti, instansi, "naskah/penutup")

    assert HalamanDibuka.objects.count() == 2


def test_page_that_does_not_exist_is_not_open(instansi, siti):
    for halaman in ("naskah/tidak-ada", "isi/tidak-ada", "isi/analisis-sasaran-0"):
        assert buka(siti, instansi, halaman).status_code == 404
    assert not HalamanDibuka.objects.exists()


@pytest.mark.parametrize("peran", ["camat", "evaluator", "verifikator"])
def test_readers_say_nothing_and_are_told_nothing(instansi, siti, peran):
    buka(siti, instansi, "isi/sarana")
    pembaca = masuk(instansi, "Pembaca", peran)

    for halaman in ("isi/sarana", "naskah/penutup"):
        assert buka(pembaca, instansi, halaman).status_code in (403, 404)
    assert HalamanDibuka.objects.count() == 1


def test_unit_is_open_only_where_it_may_write(instansi):
    seksi = masuk(instansi, "Seksi", "seksi", seksi=instansi.seksi.first())

    assert buka(seksi, instansi, "isi/sarana").status_code == 403
    assert buka(seksi, instansi, "naskah/penutup").status_code == 403


def test_submitted_year_is_not_written_in(instansi, siti):
    pada = {"diajukan_pada": buat.SAAT, "diajukan_oleh": buat.make_pengguna()}
    instansi.lkip.update(status="diajukan", **pada)

    for halaman in ("isi/sarana", "naskah/penutup"):
        assert buka(siti, instansi, halaman).status_code == 403


def test_reading_a_page_stores_nothing(instansi, siti):
    for halaman in ("isi/sarana", "naskah/penutup"):
        assert siti.get(f"/{instansi.kode}/{buat.TAHUN}/{halaman}/").status_code == 200
    assert siti.get(f"/{instansi.kode}/{buat.TAHUN}/isi/sarana/dibuka/").status_code == 405
    assert not HalamanDibuka.objects.exists()


def test_saving_without_a_script_counts_as_open(instansi, siti, andi):
    halaman = f"/{instansi.kode}/{buat.TAHUN}/"
    siti.post(f"{halaman}naskah/penutup/", {"isi": "Tulisan Siti", "versi": ""})
    siti.post(f"{halaman}isi/sarana/", {"s-baru1-nama": "Meja", "s-baru1-jumlah": "1"})

    assert kabar(andi, instansi, "naskah/penutup").startswith("Siti membuka bagian ini")
    assert kabar(andi, instansi, "isi/sarana").startswith("Siti membuka tabel ini")


@pytest.mark.parametrize(("halaman", "paling"), [("naskah/penutup", 13), ("isi/sarana", 15)])
def test_it_asks_the_database_little_and_no_more_for_many(instansi, siti, andi, halaman, paling):
    buka(andi, instansi, halaman)
    sedikit = hitung(siti, instansi, halaman)
    for nomor in range(30):
        buka(masuk(instansi, f"Pegawai {nomor}"), instansi, halaman)
        Sarana.objects.create(instansi=instansi, tahun=buat.TAHUN, nama=f"Barang {nomor}", jumlah=1)

    assert hitung(siti, instansi, halaman) == sedikit <= paling
    assert kabar(siti, instansi, halaman).endswith("dan 28 orang lain membuka " + APA[halaman])


APA = {"naskah/penutup": "bagian ini.", "isi/sarana": "tabel ini."}


def hitung(client, instansi, halaman):
    with CaptureQueriesContext(connection) as queries:
        assert buka(client, instansi, halaman).status_code == 200
    return len(queries)


def test_sentence_names_three_at_most():
    orang = [(nama, "08.00 WIB") for nama in "ABCDE"]

    assert susun_kabar([], "bagian ini") == ""
    assert susun_kabar(orang[:3], "bagian ini") == (
        "A (08.00 WIB), B (08.00 WIB), dan C (08.00 WIB) membuka bagian ini."
    )
    assert susun_kabar(orang, "bagian ini") == (
        "A (08.00 WIB), B (08.00 WIB), C (08.00 WIB), dan 2 orang lain membuka bagian ini."
    )

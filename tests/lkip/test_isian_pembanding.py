"""Grids of benchmarks; and of all grids of Pengukuran, who may change them and when."""

import pytest

from lkip.models import LKIP, Pembanding
from perjanjian.models import Realisasi
from tests import factories as buat
from tests.lkip.alamat import alamat_kisi, kirim
from tests.lkip.isian_kinerja import (
    TAHUN,
    indikator,
)

__all__ = ["indikator"]

pytestmark = pytest.mark.django_db


def test_benchmark_needs_a_source_or_a_reason(operator, instansi, indikator):
    Pembanding.objects.all().delete()

    tanpa = kirim(operator, instansi, "pembanding-nasional", indikator[0], nilai=("", "87,5"))
    dengan = kirim(
        operator, instansi, "pembanding-nasional", indikator[0],
        nilai=("", "87,5"), sumber=("", "BPS"), tahun_data=("", "2023"),
    )  # fmt: skip
    alasan = kirim(
        operator, instansi, "pembanding-nasional", indikator[1], alasan=("", "Belum ada data")
    )

    assert "sumber" in tanpa.json()["baris"][str(indikator[0].pk)]["galat"]["nilai"]
    assert (dengan.status_code, alasan.status_code) == (200, 200)
    assert [str(indikator[0].pk), "selisih", "0,5"] in dengan.json()["hasil"]
    assert Pembanding.objects.count() == 2


def test_first_benchmark_starts_the_report_of_the_year(operator, instansi, indikator):
    instansi.lkip.update(tahun=TAHUN - 1)
    operator.get(alamat_kisi(instansi, "pembanding-provinsi"))
    sebelum = LKIP.objects.filter(instansi=instansi, tahun=TAHUN).exists()

    kirim(operator, instansi, "pembanding-provinsi", indikator[0], alasan=("", "Belum ada"))

    assert not sebelum
    satu = Pembanding.objects.get(lkip__tahun=TAHUN, lkip__instansi=instansi)
    assert (satu.lingkup, satu.lkip.status) == ("provinsi", "draf")


def test_benchmark_of_another_lingkup_is_untouched(operator, instansi, indikator):
    sebelum = Pembanding.objects.get(indikator=indikator[0])

    kirim(operator, instansi, "pembanding-sejenis", indikator[0], alasan=("", "Belum ada"))

    assert Pembanding.objects.get(indikator=indikator[0], lingkup=sebelum.lingkup) == sebelum


@pytest.mark.parametrize(
    ("nama", "kolom", "dasar", "teks"),
    [
        ("realisasi-tw-4", "nilai", "88", "91"),
        ("realisasi-riwayat", "nilai2023", "88", "91"),
        ("pembanding-sejenis", "alasan", "", "Belum ada"),
    ],
)
def test_year_without_perjanjian_is_entered_all_the_same(
    operator, instansi, indikator, nama, kolom, dasar, teks
):
    instansi.perjanjian.all().delete()

    assert operator.get(alamat_kisi(instansi, nama)).status_code == 200
    jawaban = kirim(operator, instansi, nama, indikator[0], **{kolom: (dasar, teks)})

    assert jawaban.json()["baris"][str(indikator[0].pk)]["tersimpan"] == {kolom: teks}


GRID = [
    ("realisasi-tw-4", "nilai", "88"),
    ("realisasi-riwayat", "nilai2023", "88"),
    ("pembanding-nasional", "alasan", ""),
]


@pytest.mark.parametrize(("nama", "kolom", "dasar"), GRID)
@pytest.mark.parametrize("status", ["diajukan", "diverifikasi", "disahkan"])
def test_submitted_year_is_locked(client, instansi, indikator, nama, kolom, dasar, status):
    instansi.lkip.update(tahun=TAHUN - 2)
    buat.make_lkip(instansi=instansi, status=status)
    client.force_login(buat.make_pengguna(peran="admin", instansi=instansi))

    jawaban = kirim(client, instansi, nama, indikator[0], **{kolom: (dasar, "1")})

    assert jawaban.status_code == 403
    assert b"hanya dapat dibaca" in client.get(alamat_kisi(instansi, nama)).content


@pytest.mark.parametrize(("nama", "kolom", "dasar"), GRID)
@pytest.mark.parametrize(
    ("peran", "status"), [("verifikator", 403), ("camat", 403), ("evaluator", 404)]
)
def test_who_enters_nothing_is_refused(
    client, instansi, indikator, nama, kolom, dasar, peran, status
):
    client.force_login(buat.make_pengguna(peran=peran, instansi=instansi))
    sebelum = Realisasi.history.count()

    assert client.get(alamat_kisi(instansi, nama)).status_code == status
    kiriman = kirim(client, instansi, nama, indikator[0], **{kolom: (dasar, "1")})
    assert kiriman.status_code == status
    assert Realisasi.history.count() == sebelum


@pytest.mark.parametrize(("nama", "kolom", "dasar"), GRID)
def test_stranger_finds_nothing(client, instansi, indikator, nama, kolom, dasar):
    client.force_login(buat.make_pengguna(peran="operator", instansi=buat.make_instansi()))

    assert client.get(alamat_kisi(instansi, nama)).status_code == 404
    kiriman = kirim(client, instansi, nama, indikator[0], **{kolom: (dasar, "1")})
    assert kiriman.status_code == 404


@pytest.mark.parametrize("nama", ["realisasi-tw-1", "realisasi-riwayat", "pembanding-nasional"])
def test_queries_do_not_grow_with_rows(client, django_assert_max_num_queries, nama):
    banyak = []
    for jumlah in (1, 3):
        instansi = buat.make_laporan_lengkap(jumlah)
        client.force_login(buat.make_pengguna(peran="operator", instansi=instansi))
        with django_assert_max_num_queries(60) as catatan:
            client.get(alamat_kisi(instansi, nama))
        banyak.append(len(catatan))

    assert banyak[0] == banyak[1]

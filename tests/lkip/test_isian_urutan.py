"""Rows of lists are moved up and down, by a button of the form or by kisi.js."""

import json

import pytest

from instansi.models import IsuStrategis, Sarana, Seksi, UraianTugas
from tests import factories as buat
from tests.lkip.alamat import alamat_kisi

pytestmark = pytest.mark.django_db


@pytest.fixture
def sarana(instansi):
    """Three rows; the example has one of its own that goes."""
    Sarana.objects.all().delete()
    return [
        buat.make_sarana(instansi=instansi, tahun=buat.TAHUN, nama=nama, urutan=nomor)
        for nomor, nama in enumerate(("A", "B", "C"), 1)
    ]


def geser(client, instansi, objek, langkah, nama="sarana"):
    isi = json.dumps({"baris": {}, "geser": f"{objek.pk}:{langkah}"})
    return client.post(alamat_kisi(instansi, nama), isi, content_type="application/json")


def urutan(model=Sarana, bidang="nama", **saring):
    return list(model.objects.filter(**saring).order_by("urutan").values_list(bidang, flat=True))


@pytest.mark.parametrize(
    ("nomor", "langkah", "hasil"),
    [(1, -1, "BAC"), (1, 1, "ACB"), (0, -1, "ABC"), (2, 1, "ABC"), (0, 1, "BAC")],
)
def test_row_moves_one_place_and_not_beyond_the_ends(
    operator, instansi, sarana, nomor, langkah, hasil
):
    jawaban = geser(operator, instansi, sarana[nomor], langkah)

    assert "".join(urutan()) == hasil
    per_pk = {str(satu.pk): satu.nama for satu in sarana}
    assert "".join(per_pk[kunci] for kunci in jawaban.json()["urutan"]) == hasil


def test_only_the_two_rows_change_and_their_history_says_so(operator, instansi, sarana):
    geser(operator, instansi, sarana[2], -1)

    assert dict(Sarana.objects.values_list("nama", "versi")) == {"A": 1, "B": 2, "C": 2}
    assert Sarana.history.filter(nama="C", history_type="~").count() == 1


def test_rows_that_share_one_number_are_numbered_anew(operator, instansi, sarana):
    Sarana.objects.update(urutan=1)

    geser(operator, instansi, sarana[2], -1)

    assert urutan() == ["A", "C", "B"]
    assert sorted(Sarana.objects.values_list("urutan", flat=True)) == [1, 2, 3]


def test_button_of_the_form_saves_what_was_typed_and_moves(operator, instansi, sarana):
    tujuan = alamat_kisi(instansi, "sarana")
    nama = f"s-{sarana[0].pk}-nama"
    dasar = {f"dasar-{sarana[0].pk}": json.dumps({"nama": "A"})}

    jawaban = operator.post(tujuan, {nama: "Z", **dasar, "geser": f"{sarana[0].pk}:1"})

    assert jawaban.url == f"{tujuan}#geser-{sarana[0].pk}"
    assert urutan() == ["B", "Z", "C"]


def test_wrong_cell_keeps_the_order_and_its_text(operator, instansi, sarana):
    nama = f"s-{sarana[0].pk}-jumlah"
    dasar = {f"dasar-{sarana[0].pk}": json.dumps({"jumlah": "1"})}

    jawaban = operator.post(
        alamat_kisi(instansi, "sarana"), {nama: "satu", **dasar, "geser": f"{sarana[0].pk}:1"}
    )

    assert 'value="satu"' in jawaban.content.decode()
    assert urutan() == ["A", "B", "C"]


@pytest.mark.parametrize("model", [UraianTugas, IsuStrategis])
def test_lists_whose_numbers_are_unique_move_too(operator, instansi, model):
    nama = {UraianTugas: "uraian-tugas", IsuStrategis: "isu-strategis"}[model]
    make = {UraianTugas: buat.make_uraian_tugas, IsuStrategis: buat.make_isu_strategis}[model]
    tahun = {"tahun": buat.TAHUN} if model is IsuStrategis else {}
    model.objects.all().delete()
    satu, dua = (make(instansi=instansi, urutan=n, uraian=f"U{n}", **tahun) for n in (1, 2))

    assert geser(operator, instansi, dua, -1, nama).status_code == 200
    assert urutan(model, "uraian") == ["U2", "U1"]
    assert geser(operator, instansi, satu, 1, nama).status_code == 200
    assert urutan(model, "uraian") == ["U2", "U1"]


def test_unit_moves_among_those_of_the_same_unit_above(operator, instansi):
    Seksi.objects.filter(instansi=instansi).update(urutan=1)
    induk = buat.make_seksi(instansi=instansi, nama="Induk", urutan=2)
    buat.make_seksi(instansi=instansi, nama="Lain", urutan=3)
    anak = [buat.make_seksi(instansi=instansi, nama=n, urutan=4, induk=induk) for n in "PQ"]

    geser(operator, instansi, anak[1], -1, "seksi")
    geser(operator, instansi, anak[1], -1, "seksi")

    assert urutan(Seksi, induk=induk) == ["Q", "P"]


@pytest.mark.parametrize("tujuan", ["baru1:1", "9999999:1", "x", "{pk}:5", "{pk}:0", "{asing}:1"])
def test_what_no_button_says_is_refused(operator, instansi, sarana, tujuan):
    asing = buat.make_sarana(instansi=buat.make_instansi(), tahun=buat.TAHUN)
    isi = {"baris": {}, "geser": tujuan.format(pk=sarana[0].pk, asing=asing.pk)}

    jawaban = operator.post(
        alamat_kisi(instansi, "sarana"), json.dumps(isi), content_type="application/json"
    )

    assert jawaban.status_code == 403
    assert urutan(instansi=instansi) == ["A", "B", "C"]


def test_submitted_year_and_grids_without_an_order_refuse(operator, instansi, sarana):
    indikator = instansi.renstra.get().indikator.first()
    assert geser(operator, instansi, indikator, 1, "target-renstra").status_code == 403
    instansi.lkip.all().delete()
    buat.make_lkip(instansi=instansi, status="diajukan")

    assert geser(operator, instansi, sarana[0], 1).status_code == 403
    assert urutan() == ["A", "B", "C"]

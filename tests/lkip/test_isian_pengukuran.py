"""Grids of realisasi: of a triwulan, of the year, of earlier years."""

from decimal import Decimal

import pytest

from perjanjian.models import Bukti, Realisasi
from tests import factories as buat
from tests.lkip.alamat import kirim
from tests.lkip.isian_kinerja import (
    TAHUN,
    indikator,
    realisasi,
    sel,
)

__all__ = ["indikator"]

pytestmark = pytest.mark.django_db


def test_triwulan_saves_a_value_and_answers_what_follows_from_it(operator, instansi, indikator):
    jawaban = kirim(operator, instansi, "realisasi-tw-4", indikator[0], nilai=("88", "92,5"))

    assert realisasi(indikator[0], 4).nilai == Decimal("92.5")
    terhitung = {(baris, kolom): teks for baris, kolom, teks in jawaban.json()["hasil"]}
    assert terhitung[str(indikator[0].pk), "kumulatif"] == "92,5%"
    assert terhitung[str(indikator[0].pk), "capaian"] == "100%"
    assert terhitung[str(indikator[0].pk), "target"] == "90%"


def test_ratio_is_entered_as_pembilang_and_penyebut(operator, instansi, indikator):
    rasio = indikator[1]
    kolom = sel(operator, instansi, "realisasi-tw-1", rasio)

    kirim(operator, instansi, "realisasi-tw-1", rasio, pembilang=("22", "24"))

    assert "nilai" not in kolom
    assert realisasi(rasio, 1).pembilang == 24
    assert kirim(operator, instansi, "realisasi-tw-1", rasio, nilai=("", "90")).status_code == 403


def test_ratio_without_penyebut_is_refused_by_name(operator, instansi, indikator):
    jawaban = kirim(operator, instansi, "realisasi-tw-1", indikator[1], penyebut=("25", "0"))

    assert jawaban.status_code == 422
    assert (
        "penyebut lebih dari nol"
        in jawaban.json()["baris"][str(indikator[1].pk)]["galat"]["penyebut"]
    )
    assert realisasi(indikator[1], 1).penyebut == 25


def test_value_stored_in_another_form_stays_in_reach(operator, instansi, indikator):
    Realisasi.objects.filter(indikator=indikator[1], triwulan=1).update(
        nilai=88, pembilang=None, penyebut=None
    )

    kirim(
        operator, instansi, "realisasi-tw-1", indikator[1],
        nilai=("88", ""), pembilang=("", "22"), penyebut=("", "25"),
    )  # fmt: skip

    assert realisasi(indikator[1], 1).penyebut == 25


def test_letter_is_chosen_from_the_scale(operator, instansi):
    huruf = buat.make_indikator(
        sasaran=instansi.renstra.get().sasaran.first(), satuan="Nilai", skala_huruf="SAKIP"
    )

    salah = kirim(operator, instansi, "realisasi-tw-1", huruf, huruf=("–", "Z"))
    benar = kirim(operator, instansi, "realisasi-tw-1", huruf, huruf=("–", "BB"))

    assert (salah.status_code, benar.status_code) == (422, 200)
    assert realisasi(huruf, 1).huruf == "BB"


def test_letter_outside_the_scale_stays_until_it_is_changed(operator, instansi):
    huruf = buat.make_indikator(
        sasaran=instansi.renstra.get().sasaran.first(), satuan="Nilai", skala_huruf="SAKIP"
    )
    buat.make_realisasi(indikator=huruf, triwulan=1, huruf="E")

    assert sel(operator, instansi, "realisasi-tw-1", huruf)["huruf"].teks == "E"


def test_zero_is_a_value_and_not_an_empty_cell(operator, instansi, indikator):
    Realisasi.objects.filter(indikator=indikator[2]).delete()

    kirim(operator, instansi, "realisasi-tw-1", indikator[2], nilai=("", "0"))

    assert realisasi(indikator[2], 1).nilai == 0


def test_number_may_carry_the_satuan_of_its_row(operator, instansi, indikator):
    kirim(operator, instansi, "realisasi-tw-4", indikator[2], nilai=("88", "4 Kasus"))

    assert realisasi(indikator[2], 4).nilai == 4


def test_no_event_takes_the_place_of_a_value(operator, instansi, indikator):
    bentrok = kirim(
        operator, instansi, "realisasi-tw-4", indikator[2], tidak_ada_kejadian=("Tidak", "Ya")
    )
    kirim(
        operator, instansi, "realisasi-tw-4", indikator[2],
        nilai=("88", ""), tidak_ada_kejadian=("Tidak", "Ya"),
    )  # fmt: skip

    assert bentrok.status_code == 422
    assert realisasi(indikator[2], 4).tidak_ada_kejadian


def test_explanations_of_two_people_are_merged(operator, instansi, indikator):
    kirim(
        operator, instansi, "realisasi-tw-4", indikator[0],
        pendukung=("Kerja sama dengan desa", "Aplikasi baru"),
    )  # fmt: skip

    jawaban = kirim(
        operator, instansi, "realisasi-tw-4", indikator[0],
        penghambat=("Jaringan internet", "Cuaca"), tindak_lanjut=("Menambah jaringan", ""),
    )  # fmt: skip

    assert jawaban.status_code == 200
    satu = realisasi(indikator[0], 4)
    assert (satu.pendukung, satu.penghambat, satu.tindak_lanjut) == ("Aplikasi baru", "Cuaca", "")


def test_emptied_row_with_evidence_keeps_it(operator, instansi, indikator):
    kosong = dict.fromkeys(("nilai", "pendukung", "penghambat", "tindak_lanjut"))
    for kolom, satu in sel(operator, instansi, "realisasi-tw-4", indikator[0]).items():
        if kolom in kosong:
            kosong[kolom] = (satu.teks, "")

    assert kirim(operator, instansi, "realisasi-tw-4", indikator[0], **kosong).status_code == 200
    assert realisasi(indikator[0], 4).nilai is None
    assert Bukti.objects.filter(realisasi__indikator=indikator[0], realisasi__triwulan=4).exists()


def test_emptied_row_without_evidence_leaves_no_record(operator, instansi, indikator):
    Realisasi.objects.filter(indikator=indikator[0], triwulan=4).delete()
    Realisasi.objects.create(indikator=indikator[0], tahun=TAHUN, triwulan=4, nilai=5)

    kirim(operator, instansi, "realisasi-tw-4", indikator[0], nilai=("5", ""))

    assert not Realisasi.objects.filter(indikator=indikator[0], triwulan=4).exists()


def test_seksi_changes_only_its_own_indikator(client, instansi, indikator):
    seksi = buat.make_seksi(instansi=instansi)
    indikator[0].penanggung_jawab.set([seksi])
    client.force_login(buat.make_pengguna(peran="seksi", instansi=instansi, seksi=seksi))

    boleh = kirim(client, instansi, "realisasi-tw-4", indikator[0], nilai=("88", "91"))
    tidak = kirim(client, instansi, "realisasi-tw-4", indikator[2], nilai=("88", "91"))

    assert (boleh.status_code, tidak.status_code) == (200, 403)
    assert realisasi(indikator[0], 4).nilai == 91
    assert realisasi(indikator[2], 4).nilai == 88


def test_number_on_a_scale_of_letters_only_has_no_capaian(operator, instansi):
    opini = buat.make_indikator(
        sasaran=instansi.renstra.get().sasaran.first(), satuan="Opini", skala_huruf="OPINI"
    )
    pk = instansi.perjanjian.latest("jenis")
    buat.make_target_pk(perjanjian=pk, indikator=opini, nilai=None, huruf="WTP")

    jawaban = kirim(operator, instansi, "realisasi-tw-4", opini, nilai=("", "4"))

    assert [str(opini.pk), "capaian", "– (tidak dapat dihitung)"] in jawaban.json()["hasil"]


def test_year_value_is_for_indikator_without_triwulan(operator, instansi, indikator):
    Realisasi.objects.filter(indikator=indikator[0], tahun=TAHUN).delete()

    boleh = kirim(operator, instansi, "realisasi-tahun", indikator[0], nilai=("", "93"))
    tidak = kirim(operator, instansi, "realisasi-tahun", indikator[2], nilai=("", "93"))

    assert (boleh.status_code, tidak.status_code) == (200, 403)
    assert realisasi(indikator[0], 0).nilai == 93


def test_history_saves_the_year_and_computes_its_capaian(operator, instansi, indikator):
    jawaban = kirim(operator, instansi, "realisasi-riwayat", indikator[0], nilai2023=("88", "45"))

    assert realisasi(indikator[0], 0, 2023).nilai == 45
    assert [str(indikator[0].pk), "capaian2023", "50%"] in jawaban.json()["hasil"]


def test_history_of_a_submitted_year_is_locked(operator, instansi, indikator):
    buat.make_lkip(instansi=instansi, tahun=2023, status="disahkan")

    jawaban = kirim(operator, instansi, "realisasi-riwayat", indikator[0], nilai2023=("88", "45"))

    assert jawaban.status_code == 403
    assert realisasi(indikator[0], 0, 2023).nilai == 88
    assert sel(operator, instansi, "realisasi-riwayat", indikator[0])["nilai2023"].teks == "88"


def test_history_with_triwulan_shows_what_they_make(operator, instansi, indikator):
    buat.make_realisasi(indikator=indikator[0], tahun=2023, triwulan=2, nilai=Decimal(77))

    satu = sel(operator, instansi, "realisasi-riwayat", indikator[0])["nilai2023"]
    jawaban = kirim(operator, instansi, "realisasi-riwayat", indikator[0], nilai2023=("88", "45"))

    assert (satu.teks, satu.terkunci) == ("77%", True)
    assert jawaban.status_code == 403

"""The indikator sheet: its codes, its units, and where it stands in the tree."""

import pytest

from renstra.models import Indikator
from tests.lkip.alamat import alamat
from tests.lkip.renstra_uji import instansi, isi_formulir, isi_indikator, renstra, susunan

__all__ = ["instansi", "renstra"]

pytestmark = pytest.mark.django_db


def test_indikator_of_a_tujuan_stays_before_those_of_its_sasaran(operator, instansi, renstra):
    """The report lists indikator by one sequence; a new one must stand where the tree has it."""
    tujuan = renstra.tujuan.first()

    operator.post(
        alamat(instansi, f"renstra/tujuan/{tujuan.pk}/indikator/"),
        isi_indikator(renstra, kode="IX", tujuan=tujuan.pk),
    )

    urut = list(renstra.indikator.order_by("urutan").values_list("kode", flat=True))
    pohon = [
        kode
        for _, milik, sasaran in susunan(renstra)
        for kode in [*milik, *(satu for _, anak in sasaran for satu in anak)]
    ]
    assert urut == pohon
    assert urut.index("IX") == 1


@pytest.mark.parametrize("kode", ["A/B", "I 1", "I?"])
def test_codes_that_break_addresses_are_refused(operator, instansi, renstra, kode):
    sasaran = renstra.sasaran.first()

    jawaban = operator.post(
        alamat(instansi, f"renstra/sasaran/{sasaran.pk}/indikator/"),
        isi_indikator(renstra, kode=kode),
    )

    assert "hanya memuat huruf, angka" in jawaban.content.decode()
    assert not Indikator.objects.filter(kode=kode).exists()


def test_code_in_use_is_named(operator, instansi, renstra):
    sasaran = renstra.sasaran.first()
    kode = renstra.indikator.first().kode

    jawaban = operator.post(
        alamat(instansi, f"renstra/sasaran/{sasaran.pk}/indikator/"),
        isi_indikator(renstra, kode=kode),
    )

    assert "sudah dipakai" in jawaban.content.decode()


def test_ratio_with_letters_is_refused(operator, instansi, renstra):
    sasaran = renstra.sasaran.first()

    jawaban = operator.post(
        alamat(instansi, f"renstra/sasaran/{sasaran.pk}/indikator/"),
        isi_indikator(renstra, rasio="on", skala_huruf="SAKIP"),
    )

    assert "tidak memakai skala huruf" in jawaban.content.decode()
    assert not Indikator.objects.filter(kode="I9").exists()


def test_indikator_form_posted_as_it_came_changes_nothing(operator, instansi, renstra):
    indikator = renstra.indikator.first()
    tujuan = alamat(instansi, f"renstra/indikator/{indikator.pk}/")
    sebelum = Indikator.history.count()

    assert operator.post(tujuan, isi_formulir(operator, tujuan)).status_code == 302
    assert Indikator.history.count() == sebelum


def test_units_of_an_indikator_are_merged_and_conflict(operator, instansi, renstra):
    indikator = renstra.indikator.first()
    satu, dua = instansi.seksi.all()[:2]
    indikator.penanggung_jawab.set([satu])
    tujuan = alamat(instansi, f"renstra/indikator/{indikator.pk}/")
    isian = isi_formulir(operator, tujuan)
    operator.post(tujuan, isian | {"penanggung_jawab": [dua.pk]})

    gabung = operator.post(tujuan, isian | {"rumus": "A ÷ B"})
    bentrok = operator.post(tujuan, isian | {"penanggung_jawab": [satu.pk, dua.pk]})

    assert gabung.status_code == 302
    assert "Tersimpan sekarang" in bentrok.content.decode()
    indikator.refresh_from_db()
    assert (indikator.rumus, list(indikator.penanggung_jawab.all())) == ("A ÷ B", [dua])

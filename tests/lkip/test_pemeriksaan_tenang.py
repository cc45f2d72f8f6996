"""The rules are quiet on good text: the product's own sentences, and the narrative of the example."""

from dataclasses import fields, replace
from datetime import date

import pytest

from instansi.models import Instansi
from lkip.laporan import build_laporan
from lkip.narasi import susun_narasi
from lkip.pembaca.pemeriksaan import baca_bahan
from lkip.pemeriksaan.bahan import Bahan, Teks
from lkip.pemeriksaan.daftar import periksa_laporan
from tests.kantor_contoh import loaded_contoh
from tests.lkip.laporan_contoh import TANPA_SKALA, laporan_contoh

WORDS_ON_A_PAGE = 300
HARI_INI = date(2025, 2, 1)
TEXTS = ("ubah_naskah", "analisis", "isi_kisi")


@pytest.fixture(scope="module")
def contoh(django_db_setup, django_db_blocker):
    with loaded_contoh(django_db_blocker) as data:
        yield data


@pytest.fixture
def bahan(contoh, db):
    kantor = Instansi.objects.get(kode="35.09.09")
    return baca_bahan(kantor, build_laporan(kantor, 2024), HARI_INI)


def _alinea(isi):
    """The texts in a value: one, several, or pairs of them."""
    if isinstance(isi, str):
        yield isi
    else:
        for satu in isi:
            yield from _alinea(satu)


def kalimat_tersusun(laporan):
    """Every section of generated sentences, as if somebody had typed it."""
    narasi = susun_narasi(laporan)
    for bagian in (narasi, *narasi.sasaran.values()):
        for satu in fields(bagian):
            if satu.name != "sasaran":
                alinea = tuple(_alinea(getattr(bagian, satu.name)))
                yield Teks(tempat=satu.name, alamat=("ubah_naskah", satu.name), alinea=alinea)


def temuan_tersusun(laporan):
    """What the rules find there. That summaries repeat a sentence of a chapter (NAR-15) is by design."""
    for teks in kalimat_tersusun(laporan):
        for satu in periksa_laporan(Bahan(laporan=laporan, hari_ini=HARI_INI, teks=(teks,))):
            if satu.kutipan and satu.aturan != "NAR-15":
                yield satu.aturan, satu.kutipan


@pytest.mark.parametrize("ubah", [{}, {"perubahan": False}, {"skala": TANPA_SKALA}])
def test_generated_sentences_of_the_hand_made_report_have_no_finding(ubah):
    assert list(temuan_tersusun(laporan_contoh(**ubah))) == []


def test_generated_sentences_of_the_example_have_no_finding(bahan):
    assert list(temuan_tersusun(bahan.laporan)) == []


def test_the_narrative_of_the_example_has_at_most_one_false_finding_in_ten_pages(bahan):
    """It was written by hand and read: whatever a rule over texts finds in it is false."""
    kata = sum(len(alinea.split()) for teks in bahan.teks for alinea in teks.alinea)
    keliru = [
        (satu.aturan, satu.kutipan)
        for satu in periksa_laporan(replace(bahan, tugas=()))
        if satu.kutipan and satu.alamat[0] in TEXTS
    ]

    assert len(keliru) <= kata / WORDS_ON_A_PAGE / 10, keliru

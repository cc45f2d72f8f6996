"""What the product cannot contradict because it is kept once and computed: see docs/pemeriksaan.md."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lkip.dokumen.html import render_html
from lkip.isi.anggaran import Anggaran, JenisBelanja, Tahap
from lkip.isi.kinerja import JenisSimpul
from lkip.laporan import build_laporan
from tests import factories as buat
from tests.lkip.bahan_contoh import buat_program, buat_sub
from tests.lkip.laporan_contoh import laporan_contoh

RUPIAH = st.integers(0, 10**12)
SUB = st.builds(
    buat_sub,
    st.just("7.01.01.2.01.0001"),
    st.just("Sub kegiatan"),
    RUPIAH,
    RUPIAH,
    murni=RUPIAH,
    jenis=st.sampled_from(JenisBelanja),
)
POHON = st.lists(
    st.lists(SUB, max_size=4).map(lambda sub: buat_program("7.01.01", "Program", *sub)), max_size=4
)
UANG = ("pagu", "realisasi", "pagu_murni", "pagu_perubahan", "sisa")


@pytest.fixture
def laporan(db):
    return build_laporan(buat.make_laporan_lengkap(3), buat.TAHUN)


@pytest.fixture(scope="module")
def html():
    return render_html(laporan_contoh())


@given(POHON)
def test_every_sum_of_the_budget_is_that_of_its_sub_kegiatan(program):
    anggaran = Anggaran(tahap=Tahap.PERUBAHAN, program=tuple(program))

    for nama in UANG:
        for baris in (*anggaran.program, *anggaran.kegiatan):
            assert getattr(baris.uang, nama) == sum(getattr(satu.uang, nama) for satu in baris.daun)
        semua = sum(getattr(satu.uang, nama) for satu in anggaran.sub_kegiatan)
        assert getattr(anggaran.uang, nama) == semua


@given(POHON)
def test_kinds_of_belanja_add_up_to_the_total(program):
    anggaran = Anggaran(tahap=Tahap.PERUBAHAN, program=tuple(program))

    for nama in UANG:
        jumlah = sum((getattr(uang, nama) for _, uang in anggaran.belanja), Decimal(0))
        assert jumlah == getattr(anggaran.uang, nama)


def test_programs_have_one_name_in_every_document(laporan):
    nama = {satu.kode: satu.nama for satu in laporan.anggaran.program}
    disebut = [satu for satu, _ in laporan.pk.pagu_program]
    disebut += [satu for sasaran in laporan.renstra.sasaran for satu in sasaran.program]
    disebut += [satu.program for sasaran in laporan.sasaran for satu in sasaran.program]

    assert disebut
    assert {(satu.kode, satu.nama) for satu in disebut} <= set(nama.items())


def test_rows_of_the_budget_stand_in_the_order_of_their_codes_with_a_number_of_their_own(laporan):
    baris = laporan.anggaran.baris

    assert [satu.kode for satu in baris] == sorted(satu.kode for satu in baris)
    assert len({satu.nomor for satu in baris}) == len(baris)


def test_the_agreement_has_the_words_and_kinds_of_the_plan(laporan):
    tujuan = {(JenisSimpul.TUJUAN.label, satu.uraian) for satu in laporan.renstra.tujuan}
    sasaran = {(JenisSimpul.SASARAN.label, satu.uraian) for satu in laporan.renstra.sasaran}
    rencana = {satu.kode: satu.nama for satu in _indikator_renstra(laporan)}

    janji = {(satu.label.split()[0], satu.uraian) for satu in laporan.pk.target}
    assert janji
    assert janji <= tujuan | sasaran
    assert {satu.indikator.kode for satu in laporan.pk.target} == {
        i.kode for i in laporan.indikator
    }
    for satu in laporan.indikator:
        assert rencana[satu.kode] == satu.nama


def test_the_plan_holds_every_indikator_with_the_targets_of_its_years(laporan):
    rencana = {satu.kode: satu for satu in _indikator_renstra(laporan)}

    assert rencana.keys() >= {satu.kode for satu in laporan.indikator}
    for satu in laporan.indikator:
        assert rencana[satu.kode].target_renstra == satu.target_renstra != ()


def _indikator_renstra(laporan):
    for tujuan in laporan.renstra.tujuan:
        yield from tujuan.indikator
        for sasaran in tujuan.sasaran:
            yield from sasaran.indikator


def test_an_office_without_kelurahan_prints_none(html):
    assert "kelurahan" not in html.casefold()


def test_tugas_and_fungsi_are_printed_once(html):
    organisasi = laporan_contoh().organisasi

    for satu in (*organisasi.tugas, *organisasi.fungsi):
        assert html.count(satu) == 1

"""The estimate of LKE component 3: answers by share, grades by answers, and what the page shows."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from pytest_django.asserts import assertContains

from lkip.isi.kinerja import Analisis, ButirAnalisis
from lkip.lke import Bagian, Kriteria, mutu
from lkip.lke_kriteria import perkirakan
from tests import factories as buat
from tests.lkip.laporan_contoh import laporan_contoh
from tests.lkip.pemeriksaan_ubah import bertanggal, dengan_sasaran

BANYAK = {"3.a": 6, "3.b": 9, "3.c": 7}
HITUNGAN = st.integers(1, 60).flatmap(lambda dari: st.tuples(st.integers(0, dari), st.just(dari)))
KRITERIA = st.one_of(
    st.just(Kriteria(nomor="x", uraian="x")),
    HITUNGAN.map(lambda isi: Kriteria(nomor="x", uraian="x", terpenuhi=isi[0], dari=isi[1])),
)
BAGIAN = st.lists(KRITERIA, min_size=1, max_size=9).map(
    lambda isi: Bagian(nomor="x", judul="x", bobot=Decimal("7.5"), kriteria=tuple(isi))
)


def jawaban(terpenuhi, dari):
    return Kriteria(nomor="x", uraian="x", terpenuhi=terpenuhi, dari=dari).jawaban[0]


def kriteria(laporan, *, dipublikasikan=False):
    """(how many, of how many) by number."""
    hasil = perkirakan(laporan, dipublikasikan=dipublikasikan)
    return {
        satu.nomor: (satu.terpenuhi, satu.dari)
        for bagian in hasil.bagian
        for satu in bagian.kriteria
    }


@pytest.mark.parametrize(
    ("terpenuhi", "huruf"),
    [
        (100, "A"),
        (91, "A"),
        (90, "B"),
        (75, "B"),
        (74, "C"),
        (40, "C"),
        (39, "D"),
        (11, "D"),
        (10, "E"),
        (0, "E"),
    ],
)
def test_answer_follows_the_share(terpenuhi, huruf):
    assert jawaban(terpenuhi, 100) == huruf


def test_none_of_nothing_is_no_merit():
    assert jawaban(0, 0) == "E"


@pytest.mark.parametrize(
    ("jumlah", "huruf"),
    [
        ("0", "E"),
        ("0.25", "D"),
        ("1", "D"),
        ("1.25", "C"),
        ("2", "C"),
        ("2.25", "CC"),
        ("3", "CC"),
        ("3.25", "B"),
        ("3.75", "B"),
        ("4", "BB"),
    ],
)
def test_grade_follows_the_criteria(jumlah, huruf):
    assert mutu(Decimal(jumlah), 4)[0] == huruf


@given(HITUNGAN, st.integers(0, 60))
def test_more_is_never_answered_worse(isi, lebih):
    terpenuhi, dari = isi
    assume(terpenuhi + lebih <= dari)

    assert jawaban(terpenuhi + lebih, dari) <= jawaban(terpenuhi, dari)


@given(BAGIAN)
def test_points_lie_in_their_range_and_below_the_weight(bagian):
    assert 0 <= bagian.terendah <= bagian.poin <= bagian.tertinggi <= bagian.bobot * 80 / 100


@given(BAGIAN)
def test_what_cannot_be_seen_alone_makes_the_range(bagian):
    if len(bagian.terlihat) == len(bagian.kriteria):
        assert bagian.terendah == bagian.poin == bagian.tertinggi


def test_there_are_22_criteria_with_the_weights_of_the_regulation():
    hasil = perkirakan(laporan_contoh(), dipublikasikan=False)

    assert {satu.nomor: len(satu.kriteria) for satu in hasil.bagian} == BANYAK
    assert sum(BANYAK.values()) == 22
    assert hasil.bobot == 15


def test_comparisons_count_the_indikator_that_carry_them():
    isi = kriteria(laporan_contoh())

    assert isi["3.b.2"] == (3, 5)
    assert isi["3.b.3"] == (3, 5)
    assert isi["3.b.5"] == (3, 5)
    assert isi["3.b.6"] == (1, 5)  # a reason why there is none compares nothing
    assert isi["3.b.7"] == (2, 4)


def test_plan_without_deadline_is_no_plan():
    rencana = Analisis(rencana=(ButirAnalisis(uraian="Menambah loket", penanggung_jawab="Camat"),))

    assert kriteria(laporan_contoh())["3.b.9"] == (2, 4)
    assert kriteria(dengan_sasaran("S1", analisis=rencana))["3.b.9"] == (1, 4)


def test_report_in_time_is_one_until_the_deadline():
    assert kriteria(bertanggal(date(2025, 2, 28)))["3.a.6"] == (1, 1)
    assert kriteria(bertanggal(date(2025, 3, 1)))["3.a.6"] == (0, 1)
    assert kriteria(bertanggal(None))["3.a.6"] == (0, 1)


@pytest.mark.parametrize(
    ("status", "direviu", "disahkan"), [("draf", 0, 0), ("diverifikasi", 1, 0), ("disahkan", 1, 1)]
)
def test_existence_follows_the_state_of_the_report(status, direviu, disahkan):
    dasar = laporan_contoh()
    isi = kriteria(replace(dasar, keadaan=replace(dasar.keadaan, status=status)))

    assert (isi["3.a.4"], isi["3.a.3"]) == ((direviu, 1), (disahkan, 1))


def test_use_follows_the_perubahan():
    assert kriteria(laporan_contoh())["3.c.4"] == (1, 1)
    assert kriteria(laporan_contoh(perubahan=False))["3.c.4"] == (0, 1)


def test_publication_is_told_from_outside():
    assert kriteria(laporan_contoh(), dipublikasikan=True)["3.a.5"] == (1, 1)
    assert kriteria(laporan_contoh())["3.a.5"] == (0, 1)


@pytest.mark.parametrize("peran", ["operator", "seksi", "verifikator", "camat"])
def test_page_shows_all_criteria_and_links_that_open(client, db, peran):
    kantor = buat.make_laporan_lengkap()
    client.force_login(buat.make_pengguna(peran=peran, instansi=kantor))
    halaman = client.get(f"/{kantor.kode}/{buat.TAHUN}/lke/")

    tujuan = {alamat for _, isi in halaman.context["bagian"] for _, alamat in isi} - {""}
    assert {alamat: client.get(alamat).status_code for alamat in tujuan} == dict.fromkeys(
        tujuan, 200
    )
    for nomor in kriteria(laporan_contoh()):
        assertContains(halaman, nomor)
    assertContains(halaman, "Tidak terlihat di aplikasi", count=4)

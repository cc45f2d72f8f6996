from decimal import Decimal as D

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from lkip.capaian import (
    Akumulasi,
    CaraRataRata,
    FormulaNegatif,
    Polaritas,
    RataRata,
    StatusTarget,
    akumulasi,
    akumulasi_rasio,
    batasi,
    hitung_capaian,
    rata_rata,
    rata_rata_kelompok,
    status_target,
)

POSITIF, NEGATIF = Polaritas.POSITIF, Polaritas.NEGATIF
SELISIH, RASIO = FormulaNegatif.SELISIH, FormulaNegatif.RASIO
NILAI = st.decimals(min_value=0, max_value=10**9, places=4)
TARGET = st.decimals(min_value=D("0.01"), max_value=10**9, places=4)
CAPAIAN = st.decimals(min_value=-200, max_value=500, places=6)


def opsional(teks):
    return None if teks is None else D(teks)


@pytest.mark.parametrize(
    ("target", "realisasi", "polaritas", "formula", "hasil"),
    [
        pytest.param("80", "80", POSITIF, SELISIH, "100", id="target-met"),
        pytest.param("80", "60", POSITIF, SELISIH, "75", id="target-missed"),
        pytest.param("80", "120", POSITIF, SELISIH, "150", id="more-than-100-is-not-capped"),
        pytest.param("80", "0", POSITIF, SELISIH, "0", id="nothing-achieved"),
        pytest.param("80", "-8", POSITIF, SELISIH, "-10", id="negative-realisasi"),
        pytest.param("0", "0", POSITIF, SELISIH, None, id="zero-target-positive"),
        pytest.param("0", "5", POSITIF, SELISIH, None, id="zero-target-positive-with-realisasi"),
        pytest.param("-5", "5", POSITIF, SELISIH, None, id="target-below-zero"),
        pytest.param("10", "8", NEGATIF, SELISIH, "120", id="lower-is-better"),
        pytest.param("10", "10", NEGATIF, SELISIH, "100", id="negative-target-met"),
        pytest.param("10", "12", NEGATIF, SELISIH, "80", id="higher-is-worse"),
        pytest.param("10", "0", NEGATIF, SELISIH, "200", id="best-possible"),
        pytest.param("10", "20", NEGATIF, SELISIH, "0", id="twice-the-target"),
        pytest.param("10", "25", NEGATIF, SELISIH, "-50", id="more-than-twice-is-shown-below-zero"),
        pytest.param("0", "0", NEGATIF, SELISIH, "100", id="zero-held"),
        pytest.param("0", "0.01", NEGATIF, SELISIH, "0", id="zero-broken"),
        pytest.param("-1", "0", NEGATIF, SELISIH, None, id="negative-target-below-zero"),
        pytest.param("10", "8", NEGATIF, RASIO, "125", id="ratio-lower-is-better"),
        pytest.param("10", "20", NEGATIF, RASIO, "50", id="ratio-twice-the-target"),
        pytest.param("10", "0", NEGATIF, RASIO, None, id="ratio-nothing-realised"),
        pytest.param("10", "-2", NEGATIF, RASIO, None, id="ratio-realisasi-below-zero"),
        pytest.param("0", "0", NEGATIF, RASIO, "100", id="ratio-zero-held"),
        pytest.param("0", "3", NEGATIF, RASIO, "0", id="ratio-zero-broken"),
        pytest.param("10", "8", POSITIF, RASIO, "80", id="formula-ignored-for-positive"),
    ],
)
def test_capaian(target, realisasi, polaritas, formula, hasil):
    assert hitung_capaian(D(target), D(realisasi), polaritas, formula) == opsional(hasil)


CONTOH_2024 = [
    ("100", "96", "96"),
    ("85", "84.02", "98.8470588235"),
    ("80", "100", "125"),
    ("85", "100", "117.6470588235"),
    ("4", "4", "100"),
    ("69", "85.44", "123.8260869565"),
]


@pytest.mark.parametrize(("target", "realisasi", "hasil"), CONTOH_2024)
def test_capaian_of_the_example_office(target, realisasi, hasil):
    assert hitung_capaian(D(target), D(realisasi)).quantize(D("1e-10")) == D(hasil)


def test_averages_of_the_example_office():
    capaian = [hitung_capaian(D(target), D(realisasi)) for target, realisasi, _ in CONTOH_2024]
    assert rata_rata(capaian, None).nilai.quantize(D("1e-4")) == D("110.2200")
    assert rata_rata(capaian, D(100)).nilai.quantize(D("1e-4")) == D("99.1412")


@pytest.mark.parametrize("polaritas", ["positif", "negatif"])
def test_the_stored_word_of_a_polaritas_works_like_the_member(polaritas):
    assert hitung_capaian(D(10), D(8), polaritas) == hitung_capaian(
        D(10), D(8), Polaritas(polaritas)
    )


@given(TARGET, NILAI, NILAI)
def test_more_is_better_with_positive_polarity(target, satu, dua):
    assume(satu < dua)
    assert hitung_capaian(target, satu) < hitung_capaian(target, dua)


@given(TARGET, NILAI, NILAI, st.sampled_from(FormulaNegatif))
def test_less_is_better_with_negative_polarity(target, satu, dua, formula):
    assume(0 < satu < dua)
    assert hitung_capaian(target, satu, NEGATIF, formula) > hitung_capaian(
        target, dua, NEGATIF, formula
    )


@given(
    st.decimals(min_value=D("0.01"), max_value=10**6, places=2),
    st.decimals(min_value=0, max_value=10**6, places=2),
    st.sampled_from(["0.001", "0.07", "12", "1000"]),
    st.sampled_from(Polaritas),
    st.sampled_from(FormulaNegatif),
)
def test_the_unit_of_measurement_does_not_matter(target, realisasi, faktor, polaritas, formula):
    kali = D(faktor)
    assert hitung_capaian(target * kali, realisasi * kali, polaritas, formula) == hitung_capaian(
        target, realisasi, polaritas, formula
    )


@given(TARGET, st.sampled_from(Polaritas), st.sampled_from(FormulaNegatif))
def test_a_met_target_is_exactly_100(target, polaritas, formula):
    assert hitung_capaian(target, target, polaritas, formula) == 100


@given(TARGET, NILAI, st.sampled_from(Polaritas))
def test_capaian_and_status_agree(target, realisasi, polaritas):
    capaian = hitung_capaian(target, realisasi, polaritas)
    harapan = {1: StatusTarget.MELAMPAUI, 0: StatusTarget.MENCAPAI, -1: StatusTarget.BELUM}
    assert status_target(target, realisasi, polaritas) == harapan[int(capaian.compare(D(100)))]


@pytest.mark.parametrize(
    ("target", "realisasi", "polaritas", "status"),
    [
        ("85", "84.9999", POSITIF, "belum mencapai"),
        ("85", "85.00", POSITIF, "mencapai"),
        ("85", "85.0001", POSITIF, "melampaui"),
        ("0", "0", POSITIF, "mencapai"),
        ("5", "5.0001", NEGATIF, "belum mencapai"),
        ("5", "5", NEGATIF, "mencapai"),
        ("5", "4.9999", NEGATIF, "melampaui"),
        ("0", "0", NEGATIF, "mencapai"),
    ],
)
def test_status_is_told_on_unrounded_values(target, realisasi, polaritas, status):
    assert status_target(D(target), D(realisasi), polaritas) == status


@pytest.mark.parametrize(
    ("capaian", "batas", "hasil"),
    [
        ("-0.01", "100", "0"),
        ("0", "100", "0"),
        ("99.99", "100", "99.99"),
        ("100", "100", "100"),
        ("100.01", "100", "100"),
        ("150", "120", "120"),
        ("250", None, "250"),
        ("-3", None, "0"),
    ],
)
def test_floor_and_cap(capaian, batas, hasil):
    assert batasi(D(capaian), opsional(batas)) == D(hasil)


@pytest.mark.parametrize(
    ("capaian", "batas", "hasil"),
    [
        ([], "100", RataRata(None, 0, 0)),
        ([None, None], "100", RataRata(None, 0, 2)),
        (["0", None], "100", RataRata(D(0), 1, 1)),
        (["96", "125"], "100", RataRata(D(98), 2, 0)),
        (["96", "125"], None, RataRata(D("110.5"), 2, 0)),
        (["-50", "100", None], None, RataRata(D(50), 2, 1)),
    ],
)
def test_average_leaves_out_what_has_no_value(capaian, batas, hasil):
    assert rata_rata([opsional(satu) for satu in capaian], opsional(batas)) == hasil


def test_average_of_groups_weighs_each_sasaran_once():
    kelompok = [[D(100), D(50)], [D(25)], [None], []]
    assert rata_rata_kelompok(kelompok, D(100)) == RataRata(D(50), 2, 2)
    assert rata_rata([D(100), D(50), D(25), None], D(100)).nilai != D(50)


def test_average_of_groups_caps_each_indikator_not_the_mean_of_a_group():
    assert rata_rata_kelompok([[D(150), D(50)]], D(100)).nilai == D(75)


def test_average_of_no_group_has_no_value():
    assert rata_rata_kelompok([], D(100)) == RataRata(None, 0, 0)


@given(st.lists(st.none() | CAPAIAN), st.randoms(), st.sampled_from([None, D(100)]))
def test_order_of_rows_does_not_matter_for_an_average(capaian, acak, batas):
    diacak = list(capaian)
    acak.shuffle(diacak)
    assert rata_rata(diacak, batas) == rata_rata(capaian, batas)


@given(st.lists(st.tuples(TARGET, NILAI), min_size=1), st.randoms())
def test_order_does_not_matter_for_capaian_of_28_digits(pasangan, acak):
    capaian = [hitung_capaian(target, realisasi) for target, realisasi in pasangan]
    diacak = list(capaian)
    acak.shuffle(diacak)
    assert rata_rata(diacak, None) == rata_rata(capaian, None)


@given(st.lists(st.none() | st.decimals(min_value=0, max_value=100, places=6)))
def test_the_cap_changes_nothing_within_0_to_100(capaian):
    assert rata_rata(capaian, D(100)) == rata_rata(capaian, None)


@given(st.lists(CAPAIAN, min_size=1))
def test_an_average_lies_between_its_values(capaian):
    nilai = rata_rata(capaian, D(100)).nilai
    dibatasi = [batasi(satu, D(100)) for satu in capaian]
    assert min(dibatasi) <= nilai <= max(dibatasi)


@pytest.mark.parametrize(
    ("metode", "nilai", "hasil"),
    [
        ("jumlah", ["1", None, "2.5", "0"], "3.5"),
        ("terakhir", ["1", None, "2.5", None], "2.5"),
        ("terakhir", ["1", "2", "3", "0"], "0"),
        ("rata-rata", ["1", None, "2", "6"], "3"),
        ("maksimum", ["1", None, "2.5", "2"], "2.5"),
        ("maksimum", ["-3", None, "-7", None], "-3"),
        *((metode, [None] * 4, None) for metode in Akumulasi),
        *((metode, [], None) for metode in Akumulasi),
        *((metode, ["0", None, None, None], "0") for metode in Akumulasi),
    ],
)
def test_accumulation_of_the_triwulan(metode, nilai, hasil):
    assert akumulasi([opsional(satu) for satu in nilai], Akumulasi(metode)) == opsional(hasil)


@given(
    st.lists(st.none() | NILAI, max_size=4),
    st.randoms(),
    st.sampled_from([Akumulasi.JUMLAH, Akumulasi.MAKSIMUM, Akumulasi.RATA_RATA]),
)
def test_order_of_triwulan_matters_only_for_the_last_value(nilai, acak, metode):
    diacak = list(nilai)
    acak.shuffle(diacak)
    assert akumulasi(diacak, metode) == akumulasi(nilai, metode)


@pytest.mark.parametrize(
    ("metode", "hasil"),
    [(Akumulasi.JUMLAH, (D(12), D(40))), (Akumulasi.TERAKHIR, (D(9), D(10)))],
)
def test_a_ratio_accumulates_pembilang_and_penyebut(metode, hasil):
    assert akumulasi_rasio([(D(3), D(30)), None, (D(9), D(10)), None], metode) == hasil


@pytest.mark.parametrize("metode", [Akumulasi.JUMLAH, Akumulasi.TERAKHIR])
@pytest.mark.parametrize("pasangan", [[], [None, None]])
def test_a_ratio_without_data_has_no_value(pasangan, metode):
    assert akumulasi_rasio(pasangan, metode) is None


@pytest.mark.parametrize("metode", [Akumulasi.RATA_RATA, Akumulasi.MAKSIMUM])
def test_a_ratio_refuses_a_method_that_means_nothing(metode):
    with pytest.raises(ValueError, match="rasio"):
        akumulasi_rasio([(D(1), D(2))], metode)


@pytest.mark.parametrize("pilihan", [Polaritas, FormulaNegatif, Akumulasi, CaraRataRata])
def test_every_choice_has_its_own_label(pilihan):
    label = [satu.label for satu in pilihan]
    assert len(set(label)) == len(pilihan)
    assert all(len(teks) > len(satu) for teks, satu in zip(label, pilihan, strict=True))

from decimal import Decimal as D

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lkip.capaian import Polaritas
from lkip.tren import ArahTren, Tren, hitung_tren

POSITIF, NEGATIF = Polaritas.POSITIF, Polaritas.NEGATIF
DERET = st.lists(st.decimals(min_value=0, max_value=1000, places=2), min_size=2, max_size=6)


def per_tahun(*nilai, awal=2022):
    return {awal + n: None if satu is None else D(satu) for n, satu in enumerate(nilai)}


@pytest.mark.parametrize(
    ("nilai", "arah", "bersih", "terakhir"),
    [
        pytest.param(["100", "100", "100"], "stabil", "0", "0", id="all-equal"),
        pytest.param(["4", "4.00"], "stabil", "0", "0", id="equal-in-other-digits"),
        pytest.param(["30.46", "71.05", "85.44"], "meningkat", "54.98", "14.39", id="always-up"),
        pytest.param(["1", "1", "2"], "meningkat", "1", "1", id="never-down"),
        pytest.param(["1", "2", "2"], "meningkat", "1", "0", id="up-then-flat"),
        pytest.param(["3", "2", "1"], "menurun", "-2", "-1", id="always-down"),
        pytest.param(["2", "1", "1"], "menurun", "-1", "0", id="never-up"),
        pytest.param(["94.80", "93.67", "96"], "fluktuatif", "1.2", "2.33", id="down-then-up"),
        pytest.param(["82.27", "85.08", "84.02"], "fluktuatif", "1.75", "-1.06", id="up-then-down"),
        pytest.param(["1", "2", "1"], "fluktuatif", "0", "-1", id="back-to-the-start"),
        pytest.param(["1", "1.0001"], "meningkat", "0.0001", "0.0001", id="unrounded"),
        pytest.param(["0", "5"], "meningkat", "5", "5", id="zero-is-a-value"),
    ],
)
def test_trend_over_the_years(nilai, arah, bersih, terakhir):
    akhir = 2022 + len(nilai) - 1
    assert hitung_tren(per_tahun(*nilai), POSITIF) == Tren(
        ArahTren(arah), 2022, akhir, D(bersih), D(terakhir), ""
    )


def test_years_without_a_value_are_passed_over():
    nilai = {2021: None, 2022: D(5), 2023: None, 2024: D(7), 2025: None}
    assert hitung_tren(nilai, POSITIF) == Tren(ArahTren.MENINGKAT, 2022, 2024, D(2), D(2), "")


def test_the_order_in_which_years_are_given_does_not_matter():
    assert hitung_tren({2024: D(3), 2022: D(1), 2023: D(2)}, POSITIF).arah == ArahTren.MENINGKAT


@pytest.mark.parametrize(
    ("nilai", "tahun"),
    [
        ({}, None),
        ({2022: None, 2023: None}, None),
        ({2024: D(3)}, 2024),
        ({2023: None, 2024: D(0)}, 2024),
    ],
)
def test_one_year_or_none_cannot_be_judged(nilai, tahun):
    assert hitung_tren(nilai, NEGATIF) == Tren(ArahTren.BELUM, tahun, tahun, None, None, "")


@pytest.mark.parametrize(
    ("nilai", "arah", "makna"),
    [
        (["9", "7"], "menurun", "membaik"),
        (["7", "9"], "meningkat", "memburuk"),
        (["7", "9", "6"], "fluktuatif", "membaik"),
        (["7", "5", "8"], "fluktuatif", "memburuk"),
        (["7", "9", "7"], "fluktuatif", ""),
        (["7", "7"], "stabil", ""),
    ],
)
def test_negative_polarity_says_what_the_net_change_means(nilai, arah, makna):
    tren = hitung_tren(per_tahun(*nilai), NEGATIF)
    assert (tren.arah, tren.makna) == (arah, makna)


@given(DERET)
def test_reversed_years_swap_up_and_down(nilai):
    tren = hitung_tren(per_tahun(*nilai), POSITIF)
    terbalik = hitung_tren(per_tahun(*reversed(nilai)), POSITIF)
    tukar = {ArahTren.MENINGKAT: ArahTren.MENURUN, ArahTren.MENURUN: ArahTren.MENINGKAT}
    assert terbalik.arah == tukar.get(tren.arah, tren.arah)
    assert terbalik.bersih == -tren.bersih


@given(DERET, st.decimals(min_value=-500, max_value=500, places=2))
def test_a_shift_of_all_values_changes_no_trend(nilai, geser):
    assert hitung_tren(per_tahun(*nilai), NEGATIF) == hitung_tren(
        per_tahun(*(satu + geser for satu in nilai)), NEGATIF
    )

from decimal import Decimal as D

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lkip.capaian import StatusTarget
from lkip.huruf import SKALA_HURUF, capaian_huruf, status_huruf

SAKIP, IKM, OPINI = SKALA_HURUF["SAKIP"], SKALA_HURUF["IKM"], SKALA_HURUF["OPINI"]


@pytest.mark.parametrize(
    ("nilai", "huruf"),
    [
        ("100", "AA"),
        ("90.01", "AA"),
        ("90.0001", "AA"),
        ("90", "A"),
        ("80.01", "A"),
        ("80", "BB"),
        ("70.01", "BB"),
        ("70", "B"),
        ("60.01", "B"),
        ("60", "CC"),
        ("50.01", "CC"),
        ("50", "C"),
        ("30.01", "C"),
        ("30", "D"),
        ("0", "D"),
        ("-0.01", None),
    ],
)
def test_sakip_letters_at_their_open_bounds(nilai, huruf):
    assert SAKIP.huruf_dari(D(nilai)) == huruf


@pytest.mark.parametrize(
    ("nilai", "huruf"),
    [
        ("100", "A"),
        ("88.31", "A"),
        ("88.305", "A"),
        ("88.3049", "B"),
        ("88.30", "B"),
        ("76.61", "B"),
        ("76.604", "C"),
        ("65", "C"),
        ("64.995", "C"),
        ("64.994", "D"),
        ("25", "D"),
        ("24.99", None),
        ("3.52", None),
    ],
)
def test_ikm_letters_on_two_decimals(nilai, huruf):
    assert IKM.huruf_dari(D(nilai)) == huruf


@pytest.mark.parametrize("nilai", ["82.27", "85.08", "84.02", "85"])
def test_ikm_of_the_example_office_is_b(nilai):
    assert IKM.huruf_dari(D(nilai)) == "B"


@pytest.mark.parametrize(
    ("nilai", "huruf"), [("30.46", "C"), ("71.05", "BB"), ("69", "B"), ("85.44", "A")]
)
def test_sakip_of_the_example_office(nilai, huruf):
    assert SAKIP.huruf_dari(D(nilai)) == huruf


def test_an_ordered_scale_gives_no_letter_to_a_number():
    assert OPINI.huruf_dari(D(90)) is None


@pytest.mark.parametrize(("skala", "bernilai"), [(SAKIP, True), (IKM, True), (OPINI, False)])
def test_which_scales_have_numbers(skala, bernilai):
    assert skala.bernilai is bernilai


@given(
    st.decimals(min_value=0, max_value=100, places=4),
    st.decimals(min_value=0, max_value=100, places=4),
)
def test_a_higher_value_never_has_a_worse_letter(satu, dua):
    rendah, tinggi = sorted([satu, dua])
    assert SAKIP.urutan(SAKIP.huruf_dari(tinggi)) <= SAKIP.urutan(SAKIP.huruf_dari(rendah))


@pytest.mark.parametrize(
    ("nilai", "huruf", "label"),
    [
        ("75", "BB", "BB (75)"),
        ("85.44", "A", "A (85,44)"),
        ("85.40", "A", "A (85,4)"),
        (None, "BB", "BB"),
        ("75", "", "75"),
        (None, "", ""),
    ],
)
def test_label_composes_letter_and_number(nilai, huruf, label):
    assert SAKIP.label(None if nilai is None else D(nilai), huruf) == label


def test_letters_are_ordered_best_first_and_found_in_any_case():
    assert [OPINI.urutan(huruf) for huruf in ("WTP", "wdp", " TW ", "TMP")] == [0, 1, 2, 3]


@pytest.mark.parametrize(
    "cara", [SAKIP.urutan, SAKIP.batas_bawah, lambda huruf: capaian_huruf("A", huruf, SAKIP)]
)
def test_an_unknown_letter_is_refused_with_the_known_ones(cara):
    with pytest.raises(ValueError, match=r'"E" tidak dikenal.*AA, A, BB, B, CC, C, D'):
        cara("E")


@pytest.mark.parametrize(
    ("skala", "target", "realisasi", "capaian"),
    [
        (OPINI, "WTP", "WTP", "100"),
        (OPINI, "WTP", "WDP", None),
        (OPINI, "WDP", "WTP", None),
        (SAKIP, "B", "b", "100"),
        (SAKIP, "B", "A", "133.3333333333"),
        (SAKIP, "A", "B", "75"),
        (SAKIP, "A", "D", "0"),
        (SAKIP, "D", "A", None),
        (SAKIP, "D", "D", "100"),
        (IKM, "C", "D", "38.4615384615"),
    ],
)
def test_capaian_of_a_letter_without_number(skala, target, realisasi, capaian):
    hasil = capaian_huruf(target, realisasi, skala)
    assert (hasil if hasil is None else hasil.quantize(D("1e-10"))) == (
        None if capaian is None else D(capaian)
    )


@pytest.mark.parametrize(
    ("target", "realisasi", "status"),
    [
        ("WDP", "WTP", StatusTarget.MELAMPAUI),
        ("WDP", "wdp", StatusTarget.MENCAPAI),
        ("WDP", "TW", StatusTarget.BELUM),
    ],
)
def test_status_follows_the_order_of_letters(target, realisasi, status):
    assert status_huruf(target, realisasi, OPINI) == status

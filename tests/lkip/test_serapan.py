from decimal import Decimal as D

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lkip.serapan import (
    KategoriEfisiensi,
    bagian_porsi,
    hitung_efisiensi,
    hitung_serapan,
    nilai_efisiensi_pmk,
)

PERSEN = st.decimals(min_value=0, max_value=300, places=6)
RUPIAH = st.decimals(min_value=0, max_value=10**13, places=2)


@pytest.mark.parametrize(
    ("pagu", "realisasi", "serapan"),
    [
        ("200", "150", "75"),
        ("200", "0", "0"),
        ("200", "200", "100"),
        ("200", "250", "125"),
        ("0", "0", None),
        ("0", "150", None),
        ("-1", "0", None),
    ],
)
def test_serapan(pagu, realisasi, serapan):
    assert hitung_serapan(D(pagu), D(realisasi)) == (None if serapan is None else D(serapan))


@pytest.mark.parametrize(
    ("pagu", "realisasi", "serapan"),
    [
        ("2824572622", "2472383469", "87.5312"),
        ("1047945000", "1033444000", "98.6162"),
        ("69481800", "63704100", "91.6846"),
        ("356120000", "332487990", "93.3640"),
        ("4167181122", "3771799559", "90.5120"),
        ("130938300", "130220000", "99.4514"),
        ("4298119422", "3902019559", "90.7843"),
    ],
)
def test_serapan_of_the_example_office(pagu, realisasi, serapan):
    assert hitung_serapan(D(pagu), D(realisasi)).quantize(D("1e-4")) == D(serapan)


@pytest.mark.parametrize(
    ("jumlah", "porsi", "bagian"),
    [("100", "100", "100"), ("80", "25", "20"), ("100", "0", "0"), ("10", "33.3333", "3.33333")],
)
def test_a_sasaran_gets_its_share_of_a_program(jumlah, porsi, bagian):
    assert bagian_porsi(D(jumlah), D(porsi)) == D(bagian)


@given(RUPIAH, st.decimals(min_value=0, max_value=100, places=2))
def test_a_program_shared_by_two_sasaran_is_counted_once(jumlah, porsi):
    assert bagian_porsi(jumlah, porsi) + bagian_porsi(jumlah, 100 - porsi) == jumlah


@pytest.mark.parametrize(
    ("capaian", "serapan", "batas", "kategori", "selisih", "tercapai"),
    [
        pytest.param("96", "87.5", "100", "Efisien", "8.5", False, id="target-missed-but-cheaper"),
        pytest.param("125", "90", "100", "Efisien", "10", True, id="cap-limits-the-difference"),
        pytest.param("125", "90", None, "Efisien", "35", True, id="no-cap"),
        pytest.param("100", "100", "100", "Seimbang", "0", True, id="balanced"),
        pytest.param("150", "100", "100", "Seimbang", "0", True, id="balanced-by-the-cap"),
        pytest.param(
            "99.99", "99.9900001", "100", "Kurang Efisien", "-0.0000001", False, id="unrounded"
        ),
        pytest.param("-50", "40", "100", "Kurang Efisien", "-40", False, id="floored-at-zero"),
        pytest.param("0", "0", "100", "Seimbang", "0", False, id="nothing-done-nothing-spent"),
        pytest.param("150", "110", "100", "Kurang Efisien", "-10", True, id="overspent"),
        pytest.param("99.9999999", "50", "100", "Efisien", "49.9999999", False, id="just-short"),
    ],
)
def test_efisiensi(capaian, serapan, batas, kategori, selisih, tercapai):
    hasil = hitung_efisiensi(D(capaian), D(serapan), None if batas is None else D(batas))
    assert (hasil.kategori, hasil.selisih, hasil.target_tercapai) == (
        kategori,
        D(selisih),
        tercapai,
    )


@pytest.mark.parametrize(("capaian", "serapan"), [(None, D(90)), (D(90), None), (None, None)])
def test_efisiensi_needs_both_values(capaian, serapan):
    assert hitung_efisiensi(capaian, serapan, D(100)) is None


@given(PERSEN, PERSEN)
def test_the_sign_of_the_difference_decides_the_category(capaian, serapan):
    hasil = hitung_efisiensi(capaian, serapan, None)
    assert hasil.selisih == capaian - serapan
    assert (
        hasil.kategori
        == {
            1: KategoriEfisiensi.EFISIEN,
            0: KategoriEfisiensi.SEIMBANG,
            -1: KategoriEfisiensi.KURANG,
        }[int(capaian.compare(serapan))]
    )


KELUARAN_CONTOH = [
    (D(2126424182), D(16) / 18, D(1856039310)),
    (D(4298119422 - 2126424182), D(1), D(3902019559 - 1856039310)),
]


def test_pmk_value_of_the_example_office():
    e, nilai = nilai_efisiensi_pmk(KELUARAN_CONTOH)
    assert (e.quantize(D("0.01")), nilai.quantize(D("0.01"))) == (D("3.93"), D("59.84"))


@pytest.mark.parametrize(
    ("keluaran", "hasil"),
    [
        ([("100", "1", "100")], ("0", "50")),
        ([("100", "1", "90")], ("10", "75")),
        ([("100", "1", "80")], ("20", "100")),
        ([("100", "1", "79.99")], ("20", "100")),
        ([("100", "1", "120")], ("-20", "0")),
        ([("100", "1", "900")], ("-20", "0")),
        ([("100", "0.5", "50"), ("100", "1", "100")], ("0", "50")),
        ([("100", "0", "50")], None),
        ([("0", "1", "0")], None),
        ([], None),
    ],
)
def test_pmk_value_stays_between_0_and_100(keluaran, hasil):
    nilai = nilai_efisiensi_pmk([tuple(map(D, satu)) for satu in keluaran])
    assert nilai == (None if hasil is None else tuple(map(D, hasil)))


@given(st.lists(st.tuples(RUPIAH, st.decimals(min_value=0, max_value=2, places=4), RUPIAH)))
def test_pmk_value_and_e_move_together(keluaran):
    hasil = nilai_efisiensi_pmk(keluaran)
    if hasil is not None:
        e, nilai = hasil
        assert -20 <= e <= 20
        assert abs(nilai - (50 + e * D("2.5"))) < D("1e-20")

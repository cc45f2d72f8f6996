from decimal import Decimal as D

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lkip.terbilang import SATUAN, terbilang


@pytest.mark.parametrize(
    ("n", "kata"),
    [
        (0, "nol"),
        (1, "satu"),
        (10, "sepuluh"),
        (11, "sebelas"),
        (12, "dua belas"),
        (19, "sembilan belas"),
        (20, "dua puluh"),
        (21, "dua puluh satu"),
        (100, "seratus"),
        (101, "seratus satu"),
        (111, "seratus sebelas"),
        (200, "dua ratus"),
        (1000, "seribu"),
        (1100, "seribu seratus"),
        (2000, "dua ribu"),
        (11000, "sebelas ribu"),
        (21000, "dua puluh satu ribu"),
        (100000, "seratus ribu"),
        (101000, "seratus satu ribu"),
        (1000000, "satu juta"),
        (1001000, "satu juta seribu"),
        (10**9, "satu miliar"),
        (10**12, "satu triliun"),
        (
            4298119422,
            "empat miliar dua ratus sembilan puluh delapan juta seratus sembilan belas ribu empat ratus dua puluh dua",
        ),
        (-15, "minus lima belas"),
        (D("84.02"), "delapan puluh empat koma nol dua"),
        (D("-0.5"), "minus nol koma lima"),
        (D("100.00"), "seratus"),
        (D("1E+3"), "seribu"),
        (D("-0.00"), "nol"),
    ],
)
def test_terbilang(n, kata):
    assert terbilang(n) == kata


@pytest.mark.parametrize("n", [10**15, -(10**15), D(10**15)])
def test_terbilang_refuses_what_it_has_no_word_for(n):
    with pytest.raises(ValueError, match="terlalu besar"):
        terbilang(n)


def baca_terbilang(kata):
    """Read words back by another way than they are made: left to right, adding up."""
    jumlah = ribuan = satuan = 0
    for satu in kata.split():
        if satu in SATUAN:
            satuan += SATUAN.index(satu)
        elif satu == "belas":
            satuan += 10
        elif satu == "puluh":
            ribuan, satuan = ribuan + satuan * 10, 0
        elif satu in ("ratus", "seratus"):
            ribuan, satuan = ribuan + (satuan or 1) * 100, 0
        else:
            pangkat = {"seribu": 3, "ribu": 3, "juta": 6, "miliar": 9, "triliun": 12}[satu]
            jumlah, ribuan, satuan = jumlah + (ribuan + satuan or 1) * 10**pangkat, 0, 0
    return jumlah + ribuan + satuan


@given(st.integers(0, 10**15 - 1) | st.integers(0, 3000))
def test_terbilang_reads_back(n):
    kata = terbilang(n)
    assert baca_terbilang(kata) == n
    assert "satu ratus" not in kata


def test_terbilang_never_says_satu_ribu_for_seribu():
    assert [n for n in range(1, 3000) if terbilang(n).startswith("satu ribu")] == []

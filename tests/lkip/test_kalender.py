"""The deadlines of a SAKIP year."""

from datetime import date

import pytest

from lkip.kalender import AturanTenggat, hitung_tenggat, susun_kalender, tenggat_terdekat


@pytest.mark.parametrize(
    ("hari_ini", "teks", "lewat"),
    [
        (date(2025, 2, 1), "27 hari tersisa", False),
        (date(2025, 2, 27), "1 hari tersisa", False),
        (date(2025, 2, 28), "hari ini", False),
        (date(2025, 3, 1), "terlewat 1 hari", True),
    ],
)
def test_tenggat_counts_days_and_is_late_only_afterwards(hari_ini, teks, lewat):
    tenggat = hitung_tenggat(date(2025, 2, 28), hari_ini)

    assert (tenggat.teks, tenggat.lewat) == (teks, lewat)


def test_year_has_its_deadlines_in_order():
    kalender = susun_kalender(2024, AturanTenggat())

    assert [(satu.kunci, satu.tanggal) for satu in kalender] == [
        ("pk", date(2024, 1, 31)),
        ("tw-1", date(2024, 4, 15)),
        ("tw-2", date(2024, 7, 15)),
        ("tw-3", date(2024, 10, 15)),
        ("tw-4", date(2025, 1, 15)),
        ("lkip", date(2025, 2, 28)),
    ]


def test_pemda_sets_its_own_days():
    aturan = AturanTenggat(lkip_bulan=1, lkip_hari=31 - 3, hari_pk=10, hari_triwulan=90)

    kalender = {satu.kunci: satu.tanggal for satu in susun_kalender(2024, aturan)}

    assert kalender["pk"] == date(2024, 1, 10)
    assert kalender["tw-4"] == date(2025, 3, 31)
    assert kalender["lkip"] == date(2025, 1, 28)


def test_nearest_deadline_is_the_first_that_is_not_done():
    kalender = susun_kalender(2024, AturanTenggat())

    assert tenggat_terdekat(kalender, frozenset({"pk", "tw-1"})).kunci == "tw-2"
    assert tenggat_terdekat(kalender, frozenset(satu.kunci for satu in kalender)) is None

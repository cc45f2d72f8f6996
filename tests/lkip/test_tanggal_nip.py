from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lkip.angka import (
    AngkaSalah,
    format_nip,
    format_saat,
    format_tanggal,
    format_waktu,
    parse_nip,
    parse_tanggal,
)


@pytest.mark.parametrize(
    "teks",
    ["10 Februari 2025", " 10  februari 2025 ", "10 Feb 2025", "10 Feb. 2025", "10/02/2025", "10/2/2025",
     "10-02-2025", "10.02.2025", "2025-02-10"],
)  # fmt: skip
def test_reading_a_date(teks):
    assert parse_tanggal(teks) == date(2025, 2, 10)


@pytest.mark.parametrize(
    ("teks", "pesan"),
    [
        ("", "Isi dengan tanggal"),
        ("besok", "Isi dengan tanggal"),
        ("10/02/25", "Isi dengan tanggal"),
        ("2025-2-10", "Isi dengan tanggal"),
        ("30 Februari 2025", "tidak ada dalam kalender"),
        ("29/02/2025", "tidak ada dalam kalender"),
        ("02/13/2025", "tidak ada dalam kalender"),
        ("0000-01-01", "tidak ada dalam kalender"),
        ("10 Brumaire 2025", '"brumaire" tidak dikenal'),
        ("10 March 2025", '"march" tidak dikenal'),
    ],
)
def test_a_wrong_date_is_refused_with_a_reason(teks, pesan):
    with pytest.raises(AngkaSalah, match=pesan):
        parse_tanggal(teks)


@given(st.dates())
def test_a_printed_date_reads_back(hari):
    assert parse_tanggal(f"{hari:%d/%m/}{hari.year:04}") == parse_tanggal(hari.isoformat()) == hari
    if hari.year >= 1000:
        assert parse_tanggal(format_tanggal(hari)) == hari


def test_printed_dates():
    assert format_tanggal(date(2025, 2, 10)) == "10 Februari 2025"
    assert format_tanggal(date(2024, 12, 1)) == "1 Desember 2024"


@pytest.mark.parametrize(
    ("waktu", "zona", "teks"),
    [
        (datetime(2025, 2, 10, 14, 32), "WIB", "14.32 WIB"),
        (datetime(2025, 2, 10, 7, 5, tzinfo=UTC), "WIB", "14.05 WIB"),
        (datetime(2025, 2, 10, 7, 5, tzinfo=UTC), "WITA", "15.05 WITA"),
        (datetime(2025, 2, 10, 16, 5, tzinfo=UTC), "WIT", "01.05 WIT"),
    ],
)
def test_printed_times(waktu, zona, teks):
    assert format_waktu(waktu, zona) == teks


def test_moment_is_dated_in_the_zone_of_the_office():
    assert (
        format_saat(datetime(2025, 2, 9, 17, 30, tzinfo=UTC), "WIB") == "10 Februari 2025 00.30 WIB"
    )
    assert format_saat(datetime(2025, 2, 9, 16, 30), "WIT") == "9 Februari 2025 16.30 WIT"


def test_an_unknown_zone_is_refused():
    with pytest.raises(ValueError, match="WIB, WITA, WIT"):
        format_waktu(datetime(2025, 2, 10), "UTC")


@pytest.mark.parametrize(
    ("teks", "nip"),
    [
        ("196706241988031002", "196706241988031002"),
        ("19670624 198803 1 002", "196706241988031002"),
        (" 19670624\u00a0198803 2 002 ", "196706241988032002"),
        ("199001012023211001", "199001012023211001"),
    ],
)
def test_reading_a_nip(teks, nip):
    assert parse_nip(teks) == nip


@pytest.mark.parametrize(
    ("teks", "pesan"),
    [
        ("", "18 angka"),
        ("19670624198803100", "18 angka"),
        ("1967062419880310022", "18 angka"),
        ("19670624-198803-1-0", "18 angka"),
        ("١٩٦٧٠٦٢٤١٩٨٨٠٣١٠٠٢", "18 angka"),
        ("196713241988031002", "19671324.*tanggal lahir"),
        ("196702301988031002", "19670230.*tanggal lahir"),
        ("196706241988001002", "198800.*pengangkatan"),
        ("196706241988131002", "198813.*pengangkatan"),
        ("196706241967031002", "196703.*pengangkatan"),
        ("196706241988033002", "ke-15.*1 \\(pria\\) atau 2"),
        ("196706241988030002", "ke-15"),
    ],
)
def test_a_wrong_nip_is_refused_naming_the_part(teks, pesan):
    with pytest.raises(AngkaSalah, match=pesan):
        parse_nip(teks)


def test_a_nip_is_printed_in_groups_and_reads_back():
    assert format_nip("196706241988031002") == "19670624 198803 1 002"
    assert format_nip("19670624 1988031002") == "19670624 198803 1 002"
    assert parse_nip(format_nip("196706241988031002")) == "196706241988031002"


def test_what_is_no_nip_is_printed_as_it_stands():
    assert format_nip("belum ada") == "belum ada"

import json
from decimal import Decimal as D
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lkip.angka import (
    AngkaRagu,
    AngkaSalah,
    bulatkan,
    format_angka,
    format_jumlah,
    format_lengkap,
    format_nilai,
    format_persen,
    format_rupiah,
    format_rupiah_ringkas,
    format_uang,
    parse_angka,
    parse_persen,
    parse_rupiah,
)
from lkip.capaian import FormulaNegatif, Polaritas, hitung_capaian

VEKTOR = json.loads((Path(__file__).parents[1] / "vektor_angka.json").read_text())
CETAK = {"angka": format_angka, "persen": format_persen, "uang": format_uang}
NILAI = st.decimals(min_value=-(10**15), max_value=10**15, places=4)


def opsional(teks):
    return None if teks is None else D(teks)


@pytest.mark.parametrize("kasus", VEKTOR["baca"], ids=lambda kasus: repr(kasus["teks"]))
def test_reading_numbers(kasus):
    satuan = kasus.get("satuan", "")
    if "hasil" in kasus:
        assert parse_angka(kasus["teks"], satuan) == opsional(kasus["hasil"])
        return
    with pytest.raises(AngkaSalah) as salah:
        parse_angka(kasus["teks"], satuan)
    assert isinstance(salah.value, AngkaRagu) is ("ragu" in kasus)
    if "ragu" in kasus:
        assert salah.value.tebakan == D(kasus["ragu"])


@pytest.mark.parametrize("kasus", VEKTOR["cetak"], ids=lambda kasus: kasus["teks"])
def test_printing_numbers(kasus):
    pilihan = {kunci: kasus[kunci] for kunci in ("desimal", "tetap") if kunci in kasus}
    assert CETAK[kasus["bentuk"]](opsional(kasus["nilai"]), **pilihan) == kasus["teks"]


@pytest.mark.parametrize("kasus", VEKTOR["capaian"], ids=lambda kasus: str(kasus["teks"]))
def test_capaian_as_shown_while_typing(kasus):
    capaian = hitung_capaian(
        D(kasus["target"]),
        D(kasus["realisasi"]),
        Polaritas(kasus["polaritas"]),
        FormulaNegatif(kasus["formula"]),
    )
    assert (None if capaian is None else format_persen(capaian)) == kasus["teks"]


@pytest.mark.parametrize(
    ("teks", "satuan", "pesan"),
    [
        ("abc", "", "Isi dengan angka, misalnya 1.234.567,89."),
        ("1.23.4", "", "Susunan titik dan koma tidak tepat. Tulis seperti 1.234.567,89."),
        (
            "1,234.50",
            "",
            '"1,234.50" dapat dibaca lebih dari satu cara. Tulis 1234,50 bila itu maksudnya.',
        ),
        ("1" * 25, "", "Isian terlalu panjang, paling banyak 24 angka."),
    ],
)
def test_the_message_says_what_to_do(teks, satuan, pesan):
    with pytest.raises(AngkaSalah) as salah:
        parse_angka(teks, satuan)
    assert (salah.value.pesan, str(salah.value)) == (pesan, pesan)


@given(st.text(max_size=40), st.sampled_from(["", "%", "Dokumen", "Nilai IKM"]))
def test_any_text_is_read_or_refused(teks, satuan):
    try:
        hasil = parse_angka(teks, satuan)
    except AngkaSalah:
        return
    assert hasil is None or hasil.is_finite()


@given(st.text(alphabet="0123456789.,-() Rp%", max_size=30))
def test_what_is_read_without_doubt_can_be_printed_and_read_again(teks):
    try:
        hasil = parse_angka(teks)
    except AngkaSalah:
        return
    if hasil is not None:
        assert parse_angka(format_lengkap(hasil)) == hasil


def test_an_ambiguous_number_written_as_the_message_says_is_read():
    for teks in ("84.02", "1,234,567.89", "9,0 5"):
        with pytest.raises(AngkaRagu) as ragu:
            parse_angka(teks)
        saran = ragu.value.pesan.split("Tulis ")[1].split(" ")[0]
        assert parse_angka(saran) == ragu.value.tebakan


@pytest.mark.parametrize(
    ("teks", "hasil"),
    [("Rp1.500", "1500"), ("1.500,50", "1500.5"), ("1.500 rupiah", "1500"), ("-", None), ("12,500.00", "ragu"),
     ("1,500", "ragu"), ("1,5000", "salah"), ("0,12345", "salah"), ("84.02", "ragu")],
)  # fmt: skip
def test_reading_money(teks, hasil):
    if hasil in ("ragu", "salah"):
        with pytest.raises(AngkaSalah) as salah:
            parse_rupiah(teks)
        assert isinstance(salah.value, AngkaRagu) is (hasil == "ragu")
    else:
        assert parse_rupiah(teks) == opsional(hasil)


def test_english_thousands_of_money_are_the_likelier_meaning():
    with pytest.raises(AngkaRagu) as ragu:
        parse_rupiah("1,500")
    assert ragu.value.tebakan == 1500
    assert "Tulis 1500 bila" in ragu.value.pesan


def test_minus_zero_is_read_as_zero():
    assert str(parse_angka("-0,00")) == "0.00"


def test_reading_a_percentage_keeps_percent():
    assert parse_persen("96,5 %") == parse_persen("96,5") == D("96.5")
    assert parse_persen("–") is None


@pytest.mark.parametrize(
    ("nilai", "desimal", "hasil"),
    [("0.125", 2, "0.13"), ("0.1249", 2, "0.12"), ("-0.125", 2, "-0.13"), ("2.5", 0, "3"), ("3.5", 0, "4"),
     ("1e20", 4, "100000000000000000000.0000")],
)  # fmt: skip
def test_rounding_is_half_up(nilai, desimal, hasil):
    assert str(bulatkan(D(nilai), desimal)) == hasil


def test_rounding_gives_no_negative_zero():
    assert str(bulatkan(D("-0.001"), 2)) == "0.00"


@pytest.mark.parametrize("cetak", [format_angka, format_lengkap, format_persen, format_uang, format_rupiah,
                                   format_rupiah_ringkas, lambda nilai: format_nilai(nilai, "Dokumen")])  # fmt: skip
def test_nothing_prints_as_a_dash_and_zero_as_zero(cetak):
    assert cetak(None) == "–"
    assert cetak(D(0)).strip("Rp% Dokumen") == "0"


@given(NILAI)
def test_a_printed_number_reads_back_rounded(nilai):
    assert parse_angka(format_angka(nilai)) == bulatkan(nilai, 2)
    assert parse_angka(format_angka(nilai, 4)) == nilai
    assert parse_angka(format_lengkap(nilai)) == nilai


@given(NILAI)
def test_printed_money_reads_back_rounded_to_sen(nilai):
    assert parse_rupiah(format_uang(nilai)) == bulatkan(nilai, 2)
    assert parse_rupiah(format_rupiah(nilai)) == bulatkan(nilai, 2)


@given(
    st.decimals(min_value=-999, max_value=999, places=6).filter(
        lambda nilai: bulatkan(nilai, 2) != 100
    )
)
def test_a_printed_percentage_reads_back_rounded(nilai):
    assert parse_persen(format_persen(nilai)) == bulatkan(nilai, 2)


@given(st.decimals(min_value=90, max_value=110, places=12), st.integers(0, 6), st.booleans())
def test_what_is_not_100_never_prints_as_100(nilai, desimal, tetap):
    tercetak = parse_persen(format_persen(nilai, desimal, tetap))
    assert (tercetak < 100, tercetak > 100) == (nilai < 100, nilai > 100)
    assert abs(tercetak - nilai) <= D(1).scaleb(-desimal)


@pytest.mark.parametrize(
    ("nilai", "teks"),
    [
        ("4298119422", "Rp4.298.119.422"),
        ("1500.5", "Rp1.500,50"),
        ("-1500", "-Rp1.500"),
        ("-0.001", "Rp0"),
    ],
)
def test_money_with_its_sign(nilai, teks):
    assert format_rupiah(D(nilai)) == teks


@pytest.mark.parametrize(
    ("nilai", "teks"),
    [
        ("999999", "Rp999.999"),
        ("1000000", "Rp1,00 juta"),
        ("237840000", "Rp237,84 juta"),
        ("999994999", "Rp999,99 juta"),
        ("999995000", "Rp1,00 miliar"),
        ("4298119422", "Rp4,30 miliar"),
        ("999994999999", "Rp999,99 miliar"),
        ("999995000000", "Rp1,00 triliun"),
        ("1234500000000000", "Rp1.234,50 triliun"),
        ("-4298119422", "-Rp4,30 miliar"),
        ("-1500", "-Rp1.500"),
    ],
)
def test_short_money(nilai, teks):
    assert format_rupiah_ringkas(D(nilai)) == teks


@pytest.mark.parametrize(
    ("nilai", "satuan", "teks"),
    [
        ("96", "%", "96%"),
        ("96.5", "Persen", "96,5%"),
        ("99.996", "%", "99,99%"),
        ("4", "Dokumen", "4 Dokumen"),
        ("1234.5", " Km ", "1.234,5 Km"),
        ("84.02", "Nilai IKM", "84,02"),
        ("85.44", "Nilai", "85,44"),
        ("3.52", "indeks", "3,52"),
        ("7", "", "7"),
    ],
)
def test_a_value_with_its_satuan(nilai, satuan, teks):
    assert format_nilai(D(nilai), satuan) == teks


@pytest.mark.parametrize(
    ("n", "kata", "teks"),
    [(6, "indikator", "6 (enam) indikator"), (6, "", "6 (enam)"), (0, "sasaran", "0 (nol) sasaran"),
     (1234, "orang", "1.234 (seribu dua ratus tiga puluh empat) orang")],
)  # fmt: skip
def test_counts_as_reports_write_them(n, kata, teks):
    assert format_jumlah(n, kata) == teks

from decimal import Decimal as D

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lkip.capaian import SKALA_PERMENDAGRI_86, Kelas, SkalaPredikat

CAPAIAN = st.decimals(min_value=-200, max_value=500, places=6)
SKALA_KABUPATEN = SkalaPredikat(
    (
        Kelas(D(90), "Sangat Tinggi"),
        Kelas(D(76), "Tinggi"),
        Kelas(D(66), "Sedang"),
        Kelas(D(51), "Rendah"),
        Kelas(None, "Sangat Rendah"),
    )
)
SKALA_TERBUKA = SkalaPredikat(
    (
        Kelas(D(100), "Sangat Berhasil", terbuka=True),
        Kelas(D("80.5"), "Berhasil"),
        Kelas(None, "Gagal"),
    )
)


@pytest.mark.parametrize(
    ("skala", "capaian", "nama"),
    [
        (SKALA_PERMENDAGRI_86, "91", "Sangat Tinggi"),
        (SKALA_PERMENDAGRI_86, "250", "Sangat Tinggi"),
        (SKALA_PERMENDAGRI_86, "90.9999", "Tinggi"),
        (SKALA_PERMENDAGRI_86, "90.5", "Tinggi"),
        (SKALA_PERMENDAGRI_86, "76", "Tinggi"),
        (SKALA_PERMENDAGRI_86, "75.9999", "Sedang"),
        (SKALA_PERMENDAGRI_86, "66", "Sedang"),
        (SKALA_PERMENDAGRI_86, "65.9999", "Rendah"),
        (SKALA_PERMENDAGRI_86, "51", "Rendah"),
        (SKALA_PERMENDAGRI_86, "50.9999", "Sangat Rendah"),
        (SKALA_PERMENDAGRI_86, "0", "Sangat Rendah"),
        (SKALA_PERMENDAGRI_86, "-50", "Sangat Rendah"),
        (SKALA_KABUPATEN, "90", "Sangat Tinggi"),
        (SKALA_KABUPATEN, "89.9999", "Tinggi"),
        (SKALA_TERBUKA, "100.0001", "Sangat Berhasil"),
        (SKALA_TERBUKA, "100", "Berhasil"),
        (SKALA_TERBUKA, "80.5", "Berhasil"),
        (SKALA_TERBUKA, "80.4999", "Gagal"),
    ],
)
def test_predikat_at_every_bound(skala, capaian, nama):
    assert skala.predikat(D(capaian)).nama == nama


def test_codes_of_the_default_scale():
    assert [kelas.kode for kelas in SKALA_PERMENDAGRI_86.kelas] == ["ST", "T", "S", "R", "SR"]


def test_an_office_without_classes_has_no_predikat():
    assert SkalaPredikat(()).predikat(D(100)) is None
    assert SkalaPredikat(()).rentang() == ()


@pytest.mark.parametrize("skala", [SKALA_PERMENDAGRI_86, SKALA_KABUPATEN, SKALA_TERBUKA])
@given(satu=CAPAIAN, dua=CAPAIAN)
def test_every_capaian_has_a_predikat_and_a_higher_one_never_a_lower_class(skala, satu, dua):
    urutan = skala.kelas.index
    rendah, tinggi = sorted([satu, dua])
    assert urutan(skala.predikat(tinggi)) <= urutan(skala.predikat(rendah))


@pytest.mark.parametrize(
    ("skala", "rentang"),
    [
        (SKALA_KABUPATEN, ["≥ 90", "≥ 76 dan < 90", "≥ 66 dan < 76", "≥ 51 dan < 66", "< 51"]),
        (SKALA_TERBUKA, ["> 100", "≥ 80,5 dan ≤ 100", "< 80,5"]),
        (SkalaPredikat((Kelas(None, "Tercatat"),)), ["semua nilai"]),
        (
            SkalaPredikat((Kelas(D("66.667"), "Baik"), Kelas(None, "Kurang"))),
            ["≥ 66,667", "< 66,667"],
        ),
    ],
)
def test_printed_intervals_meet_without_gap(skala, rentang):
    assert [teks for teks, _ in skala.rentang()] == rentang
    assert tuple(kelas for _, kelas in skala.rentang()) == skala.kelas


@pytest.mark.parametrize(
    ("kelas", "pesan"),
    [
        ([("76", "Tinggi"), ("91", "Sangat Tinggi"), (None, "Rendah")], "harus menurun"),
        ([("76", "Tinggi"), ("76", "Sedang"), (None, "Rendah")], "harus menurun"),
        ([("76", "Tinggi"), ("51", "Rendah")], "Kelas terakhir"),
        ([(None, "Tinggi"), ("51", "Sedang"), (None, "Rendah")], "Hanya kelas terakhir"),
        ([("76", "Tinggi"), (None, "Tinggi")], "Nama kelas"),
    ],
)
def test_a_scale_with_gap_overlap_or_twin_is_refused(kelas, pesan):
    with pytest.raises(ValueError, match=pesan):
        SkalaPredikat(
            tuple(Kelas(None if batas is None else D(batas), nama) for batas, nama in kelas)
        )

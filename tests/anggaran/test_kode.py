"""Codes of the nomenclature: one spelling, and each continues the code above it."""

import re

import pytest
from django.core.exceptions import ValidationError
from hypothesis import example, given
from hypothesis import strategies as st

from anggaran.kode import POLA_KEGIATAN, POLA_PROGRAM, POLA_SUB_KEGIATAN, normalkan_kode
from tests.factories import make_kegiatan, make_program, make_sub_kegiatan

PARTS = [
    st.sampled_from("0123456789X"),
    st.from_regex(r"[0-9X]{2}", fullmatch=True),
    st.from_regex(r"[0-9]{2}", fullmatch=True),
    st.from_regex(r"0?[0-9]", fullmatch=True),
    st.from_regex(r"[0-9]{2}", fullmatch=True),
    st.from_regex(r"[0-9]{1,4}", fullmatch=True),
]


@pytest.mark.parametrize(
    ("teks", "kode"),
    [
        ("7.01.01", "7.01.01"),
        ("7.01.01.2.02", "7.01.01.2.02"),
        ("7.01.01.02.02", "7.01.01.2.02"),
        ("7.01.01.2.02.0001", "7.01.01.2.02.0001"),
        ("7.01.01.02.02.01", "7.01.01.2.02.0001"),
        ("7.01.01.2.02.1", "7.01.01.2.02.0001"),
        (" 7.01.01. 2.02.0001 \n", "7.01.01.2.02.0001"),
        ("7.01.01.", "7.01.01"),
        ("x.xx.01", "X.XX.01"),
        ("", ""),
        ("7.01", "7.01"),
        ("7.01.01.12.02", "7.01.01.12.02"),  # not a padded segment
        ("7.01.01.2.02.00001", "7.01.01.2.02.00001"),  # the constraint names it
        ("Program Penunjang", "PROGRAMPENUNJANG"),
    ],
)
def test_code_gets_its_official_spelling(teks, kode):
    assert normalkan_kode(teks) == kode


@given(st.text())
@example(". .")
@example("7.01.01.00.02.1")
def test_second_time_changes_nothing(teks):
    assert normalkan_kode(normalkan_kode(teks)) == normalkan_kode(teks)


@given(st.tuples(*PARTS))
def test_every_padding_of_a_code_gives_what_the_constraints_accept(parts):
    for pola, length in ((POLA_PROGRAM, 3), (POLA_KEGIATAN, 5), (POLA_SUB_KEGIATAN, 6)):
        assert re.search(pola, normalkan_kode(".".join(parts[:length])))


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("make", "parent", "kode", "message"),
    [
        (make_kegiatan, "program", "7.02.01.2.01", "Kode harus diawali 7.01.01."),
        (make_kegiatan, "program", "7.01.011.2.01", "Kode harus diawali 7.01.01."),
        (make_sub_kegiatan, "kegiatan", "7.01.01.2.02.0001", "Kode harus diawali 7.01.01.2.01."),
    ],
)
def test_code_continues_the_code_above_it(make, parent, kode, message):
    instance = make()
    instance.kode = kode

    with pytest.raises(ValidationError) as caught:
        instance.full_clean()

    assert message in caught.value.message_dict["kode"]


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("make", "parent"), [(make_kegiatan, "program"), (make_sub_kegiatan, "kegiatan")]
)
def test_missing_parent_is_named_and_nothing_breaks(make, parent):
    instance = make()
    setattr(instance, parent, None)

    with pytest.raises(ValidationError) as caught:
        instance.full_clean()

    assert list(caught.value.error_dict) == [parent]


@pytest.mark.django_db
def test_programs_stand_in_the_order_of_their_codes():
    last = make_program(kode="7.01.05")
    first = make_program(instansi=last.instansi, kode="7.01.01")

    assert list(last.instansi.program.all()) == [first, last]

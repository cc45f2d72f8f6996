"""Which plan is in force, and that its parts belong together."""

import pytest
from django.core.exceptions import ValidationError

from renstra.models import Renstra
from tests.factories import (
    make_indikator,
    make_instansi,
    make_renstra,
    make_sasaran,
    make_sasaran_rpjmd,
    make_tujuan,
)

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("tahun", "found"), [(2020, False), (2021, True), (2026, True), (2027, False)]
)
def test_renstra_is_in_force_from_its_first_to_its_last_year(tahun, found):
    renstra = make_renstra(tahun_awal=2021, tahun_akhir=2026)

    assert Renstra.objects.berlaku(renstra.instansi, tahun) == (renstra if found else None)


def test_last_perubahan_is_in_force():
    renstra = make_renstra()
    kedua = make_renstra(instansi=renstra.instansi, perubahan_ke=2)
    make_renstra(instansi=renstra.instansi, perubahan_ke=1)

    assert Renstra.objects.berlaku(renstra.instansi, 2024) == kedua


def test_later_plan_replaces_an_earlier_one_that_it_overlaps():
    old = make_renstra(tahun_awal=2021, tahun_akhir=2026, perubahan_ke=1)
    new = make_renstra(instansi=old.instansi, tahun_awal=2025, tahun_akhir=2029)

    assert Renstra.objects.berlaku(old.instansi, 2024) == old
    assert Renstra.objects.berlaku(old.instansi, 2025) == new


def test_plan_of_another_office_is_not_in_force():
    make_renstra()

    assert Renstra.objects.berlaku(make_instansi(), 2024) is None


def errors_of(instance):
    with pytest.raises(ValidationError) as caught:
        instance.full_clean()
    return caught.value.message_dict


def test_tujuan_refuses_a_sasaran_rpjmd_of_another_renstra():
    tujuan = make_tujuan()
    tujuan.sasaran_rpjmd = make_sasaran_rpjmd()

    assert errors_of(tujuan) == {
        "sasaran_rpjmd": ["Sasaran RPJMD harus berasal dari Renstra yang sama."]
    }


def test_sasaran_refuses_a_tujuan_of_another_renstra():
    sasaran = make_sasaran()
    sasaran.tujuan = make_tujuan()

    assert errors_of(sasaran) == {"tujuan": ["Tujuan harus berasal dari Renstra yang sama."]}


@pytest.mark.parametrize(("parent", "make"), [("tujuan", make_tujuan), ("sasaran", make_sasaran)])
def test_indikator_refuses_a_parent_of_another_renstra(parent, make):
    indikator = make_indikator(**{parent: make()})
    setattr(indikator, parent, make())

    assert errors_of(indikator) == {
        "__all__": ["Indikator dan induknya harus berasal dari Renstra yang sama."]
    }


def test_missing_parent_is_named_and_nothing_breaks():
    sasaran = make_sasaran()
    sasaran.tujuan = None

    assert list(errors_of(sasaran)) == ["tujuan"]

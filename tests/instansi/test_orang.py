"""Officials, users and what a user may see."""

from datetime import date

import pytest
from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import ValidationError

from instansi.models import Instansi, Keanggotaan, Pejabat
from lkip.models import LKIP
from perjanjian.models import PerjanjianKinerja
from tests.factories import (
    make_instansi,
    make_keanggotaan,
    make_lkip,
    make_pejabat,
    make_pengguna,
    make_perjanjian,
)

pytestmark = pytest.mark.django_db
PERAN_PEMDA = ["evaluator", "admin"]
PERAN_INSTANSI = ["operator", "seksi", "verifikator", "camat"]


@pytest.mark.parametrize(
    ("tanggal", "menjabat"),
    [
        (date(2024, 3, 31), False),
        (date(2024, 4, 1), True),
        (date(2024, 6, 30), True),
        (date(2024, 7, 1), False),
    ],
)
def test_menjabat_counts_the_first_and_the_last_day(tanggal, menjabat):
    make_pejabat(mulai=date(2024, 4, 1), selesai=date(2024, 6, 30))

    assert Pejabat.objects.menjabat(tanggal).exists() == menjabat


def test_menjabat_without_an_end_lasts():
    pejabat = make_pejabat(mulai=date(2021, 1, 4), selesai=None)

    assert list(Pejabat.objects.menjabat(date(2099, 12, 31))) == [pejabat]


def test_acting_official_comes_before_the_one_they_stand_in_for():
    camat = make_pejabat(mulai=date(2021, 1, 4))
    plh = make_pejabat(
        instansi=camat.instansi, sifat="plh", mulai=date(2024, 5, 1), selesai=date(2024, 5, 14)
    )

    assert list(Pejabat.objects.menjabat(date(2024, 5, 7))) == [plh, camat]
    assert list(Pejabat.objects.menjabat(date(2024, 5, 15))) == [camat]


@pytest.mark.parametrize(
    ("gelar_depan", "gelar_belakang", "nama"),
    [
        ("", "", "Budi Contoh"),
        ("Drs.", "", "Drs. Budi Contoh"),
        ("", "S.Sos., M.Si.", "Budi Contoh, S.Sos., M.Si."),
        ("Drs.", "M.Si.", "Drs. Budi Contoh, M.Si."),
    ],
)
def test_nama_lengkap_puts_titles_around_the_name(gelar_depan, gelar_belakang, nama):
    pejabat = Pejabat(nama="Budi Contoh", gelar_depan=gelar_depan, gelar_belakang=gelar_belakang)

    assert str(pejabat) == nama


@pytest.mark.parametrize(
    ("sifat", "jabatan"),
    [("definitif", "Camat"), ("plt", "Plt. Camat"), ("plh", "Plh. Camat"), ("pj", "Pj. Camat")],
)
def test_jabatan_lengkap_says_how_the_office_is_held(sifat, jabatan):
    assert Pejabat(jabatan="Camat", sifat=sifat).jabatan_lengkap == jabatan


def test_nip_with_an_impossible_date_is_refused():
    pejabat = make_pejabat()
    pejabat.nip = "197013011990011001"

    with pytest.raises(ValidationError) as caught:
        pejabat.full_clean()

    assert list(caught.value.error_dict) == ["nip"]


@pytest.mark.parametrize("peran", PERAN_INSTANSI)
def test_role_in_an_office_sees_that_office_only(peran):
    own = make_instansi()
    make_instansi(pemda=own.pemda)
    make_instansi()
    pengguna = make_pengguna(peran=peran, instansi=own)

    assert list(Instansi.objects.visible_to(pengguna)) == [own]


@pytest.mark.parametrize("peran", PERAN_PEMDA)
def test_role_in_a_pemda_sees_all_its_offices(peran):
    own = make_instansi()
    neighbour = make_instansi(pemda=own.pemda)
    make_instansi()
    pengguna = make_pengguna(peran=peran, instansi=own)

    assert set(Instansi.objects.visible_to(pengguna)) == {own, neighbour}


def test_every_role_is_one_of_an_office_or_one_of_a_pemda():
    assert set(Keanggotaan.Peran.values) == {*PERAN_INSTANSI, *PERAN_PEMDA}
    assert PERAN_PEMDA == Keanggotaan.PERAN_PEMDA


def test_two_roles_show_an_office_once():
    own = make_instansi()
    pengguna = make_pengguna(peran="operator", instansi=own)
    make_keanggotaan(pengguna=pengguna, peran="camat", instansi=own)
    make_keanggotaan(pengguna=pengguna, peran="admin", instansi=own)

    assert list(Instansi.objects.visible_to(pengguna)) == [own]


def test_stranger_and_anonymous_see_nothing():
    make_instansi()

    assert not Instansi.objects.visible_to(make_pengguna()).exists()
    assert not Instansi.objects.visible_to(AnonymousUser()).exists()


def test_superuser_without_a_role_sees_nothing():
    make_instansi()

    assert not Instansi.objects.visible_to(make_pengguna(is_superuser=True)).exists()


@pytest.mark.parametrize(
    ("model", "make"), [(LKIP, make_lkip), (PerjanjianKinerja, make_perjanjian)]
)
def test_documents_are_visible_with_their_office(model, make):
    own = make(instansi=make_instansi())
    make(instansi=make_instansi())
    pengguna = make_pengguna(peran="operator", instansi=own.instansi)

    assert list(model.objects.visible_to(pengguna)) == [own]
    assert not model.objects.visible_to(make_pengguna()).exists()
    assert not model.objects.visible_to(AnonymousUser()).exists()


def test_pengguna_is_shown_by_name_or_else_by_username():
    assert str(make_pengguna(nama="Ani Contoh")) == "Ani Contoh"
    assert str(make_pengguna(nama="", username="ani")) == "ani"

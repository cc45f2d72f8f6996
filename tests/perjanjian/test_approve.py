"""A perjanjian is signed once, and keeps what was true on that day."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from perjanjian.models import PerjanjianKinerja
from tests.factories import (
    NIP,
    make_kepala_daerah,
    make_pejabat,
    make_pengguna,
    make_perjanjian,
)

pytestmark = pytest.mark.django_db
PARTIES = {
    "pihak_pertama_nama": "Budi Contoh, S.Sos.",
    "pihak_pertama_jabatan": "Plt. Camat",
    "pihak_pertama_nip": NIP,
    "pihak_pertama_pangkat": "Pembina (IV/a)",
    "pihak_kedua_nama": "Contoh Bupati",
    "pihak_kedua_jabatan": "Bupati",
}


@pytest.fixture
def perjanjian():
    return make_perjanjian()


@pytest.fixture
def parties(perjanjian):
    return {
        "pihak_pertama": make_pejabat(instansi=perjanjian.instansi, sifat="plt"),
        "pihak_kedua": make_kepala_daerah(pemda=perjanjian.instansi.pemda),
    }


def frozen(perjanjian):
    """Return the parties as the database holds them."""
    return PerjanjianKinerja.objects.values(*PARTIES).get(pk=perjanjian.pk)


def test_approve_records_who_and_when_and_freezes_the_parties(perjanjian, parties):
    camat = make_pengguna()
    before = timezone.now()

    perjanjian.approve(by=camat, **parties)

    assert perjanjian.is_locked
    assert perjanjian.disahkan_oleh == camat
    assert before <= perjanjian.disahkan_pada <= timezone.now()
    assert frozen(perjanjian) == PARTIES
    assert perjanjian.versi == 2
    perjanjian.full_clean()


def test_draft_is_not_locked(perjanjian):
    assert not perjanjian.is_locked


def test_parties_stay_when_the_officials_change(perjanjian, parties):
    perjanjian.approve(by=make_pengguna(), **parties)

    camat = parties["pihak_pertama"]
    camat.nama, camat.selesai = "Orang Lain", date(2024, 6, 30)
    camat.save()
    parties["pihak_kedua"].delete()

    assert frozen(perjanjian) == PARTIES


def test_second_approval_is_refused_and_keeps_the_first(perjanjian, parties):
    first = make_pengguna()
    stale = PerjanjianKinerja.objects.get(pk=perjanjian.pk)
    perjanjian.approve(by=first, **parties)
    other = make_pejabat(instansi=perjanjian.instansi, nama="Orang Lain")

    with pytest.raises(PerjanjianKinerja.NotDraf, match="sudah disahkan"):
        stale.approve(by=make_pengguna(), pihak_pertama=other, pihak_kedua=other)

    perjanjian.refresh_from_db()
    assert perjanjian.disahkan_oleh == first
    assert frozen(perjanjian) == PARTIES
    assert perjanjian.history.count() == 2


def test_approval_is_a_row_of_the_history(perjanjian, parties):
    camat = make_pengguna()

    perjanjian.approve(by=camat, **parties)

    approval, creation = perjanjian.history.all()
    assert (approval.history_type, approval.history_user) == ("~", camat)
    assert (creation.status, approval.status) == ("draf", "disahkan")
    assert approval.pihak_pertama_nama == PARTIES["pihak_pertama_nama"]


def test_perjanjian_without_a_date_cannot_be_signed(parties):
    perjanjian = make_perjanjian(tanggal=None)

    with pytest.raises(IntegrityError, match="perjanjian_disahkan_lengkap"), transaction.atomic():
        perjanjian.approve(by=make_pengguna(), **parties)

    assert PerjanjianKinerja.objects.get(pk=perjanjian.pk).status == "draf"

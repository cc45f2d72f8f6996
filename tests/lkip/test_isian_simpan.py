"""Saving cells: what goes in, what is merged, what is refused, what is a conflict."""

from decimal import Decimal

import pytest

from lkip.isian.jenis import Angka, Teks
from lkip.isian.kisi import BarisKisi, Kisi, Kolom, Simpanan
from lkip.isian.simpan import BarisTerkunci, Sel, simpan_baris
from renstra.models import Indikator, TargetRenstra
from tests import factories as buat

pytestmark = pytest.mark.django_db
TARGET = Simpanan(
    model=TargetRenstra, induk="indikator", isi=("nilai", "huruf", "tidak_ditargetkan")
)


def kolom_tahun(tahun):
    return Kolom(
        nama=str(tahun),
        judul=str(tahun),
        jenis=Angka(),
        bidang="nilai",
        simpanan=TARGET,
        kunci=(("tahun", tahun),),
    )


@pytest.fixture
def indikator():
    return buat.make_indikator()


@pytest.fixture
def kisi(indikator):
    """Name and targets of two years of one indikator."""
    return Kisi(
        nama="uji",
        judul="Uji",
        kolom=(
            Kolom(nama="nama", judul="Nama", jenis=Teks(300, wajib=True), bidang="nama"),
            kolom_tahun(2023),
            kolom_tahun(2024),
        ),
        baris=(BarisKisi(objek=indikator, judul=indikator.nama),),
    )


def simpan(kisi, **isian):
    sel = {nama.removeprefix("t"): Sel(*isi) for nama, isi in isian.items()}
    return simpan_baris(kisi, kisi.baris[0].kunci, sel)


def target(indikator):
    return dict(indikator.target_renstra.values_list("tahun", "nilai"))


def test_cells_go_to_their_records(kisi, indikator):
    hasil = simpan(kisi, t2023=("", "80"), t2024=("", "85,5"))

    assert hasil.tersimpan == {"2023": "80", "2024": "85,5"}
    assert target(indikator) == {2023: 80, 2024: Decimal("85.5")}


def test_cleared_cell_leaves_no_record(kisi, indikator):
    simpan(kisi, t2023=("", "80"))

    simpan(kisi, t2023=("80", ""))

    assert target(indikator) == {}


def test_same_value_again_changes_nothing(kisi, indikator):
    simpan(kisi, t2023=("", "80"))

    simpan(kisi, t2023=("", "80,00"))

    assert indikator.target_renstra.get().versi == 1
    assert TargetRenstra.history.count() == 1


def test_change_counts_the_version(kisi, indikator):
    simpan(kisi, t2023=("", "80"))
    simpan(kisi, t2023=("80", "81"))

    assert indikator.target_renstra.get().versi == 2


def test_other_cells_of_the_row_are_merged(kisi, indikator):
    simpan(kisi, t2023=("", "80"))

    hasil = simpan(kisi, t2024=("", "90"), nama=(indikator.nama, "Nama baru"))

    assert hasil.beres
    assert target(indikator) == {2023: 80, 2024: 90}
    assert Indikator.objects.get().nama == "Nama baru"


def test_same_cell_changed_meanwhile_is_a_conflict_and_nothing_is_lost(kisi, indikator):
    simpan(kisi, t2023=("", "80"))

    hasil = simpan(kisi, t2023=("", "70"), t2024=("", "90"))

    assert [(satu.isian, satu.tersimpan) for satu in hasil.bentrok] == [("70", "80")]
    assert target(indikator) == {2023: 80, 2024: 90}


def test_one_invalid_cell_keeps_the_row_as_it_was(kisi, indikator):
    hasil = simpan(kisi, t2023=("", "80"), t2024=("", "8o"))

    assert list(hasil.galat) == ["2024"]
    assert target(indikator) == {}


def test_invalid_record_keeps_the_row_as_it_was_and_names_the_column(kisi, indikator):
    buat.make_target_renstra(indikator=indikator, tahun=2023, nilai=None, tidak_ditargetkan=True)

    hasil = simpan(kisi, nama=(indikator.nama, "Nama baru"), t2023=("", "80"))

    assert list(hasil.galat) == ["2023"]
    assert "tandai tidak ditargetkan" in hasil.galat["2023"]
    assert Indikator.objects.get().nama == indikator.nama


def test_ambiguous_number_is_shown_never_guessed(kisi, indikator):
    hasil = simpan(kisi, t2023=("", "84.02"))

    assert hasil.ragu == {"2023": "84,02"}
    assert target(indikator) == {}


@pytest.mark.parametrize("nama", ["tidak_ada", "id", "versi"])
def test_columns_that_are_not_offered_are_refused(kisi, nama):
    with pytest.raises(BarisTerkunci):
        simpan(kisi, **{nama: ("", "1")})


def test_locked_row_is_refused(kisi, indikator):
    terkunci = Kisi(
        nama="uji",
        judul="Uji",
        kolom=kisi.kolom,
        baris=(BarisKisi(objek=indikator, judul="", terkunci=True),),
    )
    with pytest.raises(BarisTerkunci):
        simpan(terkunci, t2023=("", "80"))


def test_row_of_another_grid_is_refused(kisi):
    with pytest.raises(BarisTerkunci):
        simpan_baris(kisi, str(buat.make_indikator().pk), {"2023": Sel("", "80")})

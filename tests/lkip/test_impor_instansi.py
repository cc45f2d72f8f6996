"""Import of the sheet Instansi: the office, its officials, its pemda and the profile."""

from datetime import date
from decimal import Decimal

import pytest

from instansi.models import Pejabat, Pemda
from lkip.bukukerja.impor import impor_buku
from lkip.models import ProfilPenilaian
from tests.factories import make_kelas, make_profil
from tests.lkip.buku_uji import (
    buku_kantor,
    buku_kecil,
    faults,
)


@pytest.fixture
def instansi(db):
    """A small office, made from a workbook alone."""
    return impor_buku(buku_kecil(), simpan=True).instansi


@pytest.mark.parametrize(
    ("isian", "pesan"),
    [
        ({"NIP Pimpinan": "123"}, "NIP Pimpinan: NIP terdiri atas 18 angka"),
        ({"Tahun": 2030}, "Tahun: Tahun 2030 di luar periode 2021–2026."),
        ({"Skala": "51/66/76/91"}, "Skala: Batas skala harus menurun"),
        ({"Skala": "90 Baik; 75 Cukup"}, "Skala: Batas skala harus menurun, dan kelas terakhir"),
        ({"Skala": "91/76"}, "Skala: Skala tanpa nama memuat empat batas"),
        ({"Batas Capaian": 90}, "Batas Capaian: Batas capaian dalam rata-rata paling kecil"),
        ({"Kode": "Kec. Uji"}, "Kode: Kode hanya memuat huruf, angka"),
        ({"Provinsi": None}, "Provinsi: Harus diisi."),
        ({"Periode Awal": "dua ribu"}, "Periode Awal: Isi dengan angka"),
        ({"Warna": "biru"}, "Isian “Warna” tidak dikenal."),
    ],
)
def test_lines_of_the_office_are_checked(db, isian, pesan):
    assert any(satu.startswith(pesan) for _, _, satu in faults(buku_kantor(**isian)))


@pytest.mark.parametrize(
    ("kode", "pemda"),
    [
        ("35.10.01", "35.10"),
        ("351001", "35.10"),
        ("3510010", "35.10"),
        ("7.01.0.00.0.00.09.0000", "00.01"),
        ("KEC-UJI", "00.01"),
    ],
)
def test_any_code_of_an_office_finds_or_makes_a_pemda(db, kode, pemda):
    hasil = impor_buku(buku_kantor(Kode=kode), simpan=True)

    assert (hasil.galat, hasil.instansi.pemda.kode) == ((), pemda)


def test_provisional_codes_of_pemda_do_not_meet(db):
    for pemda in ("Kabupaten A", "Kabupaten B"):
        impor_buku(buku_kantor(Kode=pemda[-1], Pemda=pemda), simpan=True)

    assert set(Pemda.objects.values_list("kode", flat=True)) == {"00.01", "00.02"}


def test_a_second_office_does_not_rename_the_pemda_by_other_letters(instansi):
    buku = buku_kantor(Kode="35.10.02", Nama="Kecamatan Lain", Pemda="KABUPATEN UJI")

    assert impor_buku(buku, simpan=True).galat == ()
    assert Pemda.objects.get().nama == "Kabupaten Uji"
    assert impor_buku(buku, simpan=True).perubahan == ()


def test_address_and_jabatan_may_follow_later(db):
    hasil = impor_buku(buku_kantor(**{"Alamat": None, "Jabatan Pimpinan": None}), simpan=True)

    assert hasil.galat == ()
    assert (hasil.instansi.alamat, hasil.instansi.jabatan_pimpinan) == ("", "Camat")


def test_a_scale_may_have_names_and_any_number_of_classes(db):
    isian = {"Skala": ">90,5 Sangat Baik; 75 Baik; Kurang", "Batas Capaian": "tanpa batas"}
    hasil = impor_buku(buku_kantor(**isian), simpan=True)

    profil = ProfilPenilaian.objects.get()
    kelas = {(satu.nama, satu.batas_bawah, satu.terbuka) for satu in profil.kelas.all()}
    assert kelas == {("Sangat Baik", Decimal("90.5"), True), ("Baik", 75, False), ("Kurang", None, False)}  # fmt: skip
    assert profil.batas_rata_rata is None
    assert impor_buku(buku_kantor(**isian)).perubahan == ()
    assert hasil.instansi.pemda == profil.pemda


@pytest.mark.parametrize("skala", ["91 / 76 / 66 / 51", "91,0/76/66/51"])
def test_a_scale_is_the_same_in_any_spelling(instansi, skala):
    assert impor_buku(buku_kantor(Skala=skala)).perubahan == ()


def test_a_scale_of_an_earlier_year_stays_as_it_is(instansi):
    lama = ProfilPenilaian.objects.get()
    ProfilPenilaian.objects.update(tahun=2023)

    impor_buku(buku_kantor(**{"Skala": "90/76/66/51"}), simpan=True)

    assert {satu.batas_bawah for satu in lama.kelas.all()} == {91, 76, 66, 51, None}
    baru = ProfilPenilaian.objects.get(tahun=2024)
    assert {satu.batas_bawah for satu in baru.kelas.all()} == {90, 76, 66, 51, None}


def test_a_successor_takes_office_on_the_first_day_of_the_year(instansi):
    Pejabat.objects.filter(peran="pimpinan").update(mulai=date(2022, 1, 1))
    isian = {"Nama Pimpinan": "Cici Contoh, S.Sos.", "NIP Pimpinan": None}

    impor_buku(buku_kantor(**isian), simpan=True)

    lama, baru = Pejabat.objects.filter(peran="pimpinan").order_by("mulai")
    assert (lama.nama, lama.selesai) == ("Ani Contoh", date(2023, 12, 31))
    assert (baru.nama, baru.gelar_belakang, baru.mulai) == (
        "Cici Contoh",
        "S.Sos.",
        date(2024, 1, 1),
    )


def test_a_corrected_name_is_the_same_person(instansi):
    impor_buku(buku_kantor(**{"Nama Pimpinan": "Dra. Ani Contoh, M.Si."}), simpan=True)

    assert Pejabat.objects.get(peran="pimpinan").gelar_depan == "Dra."


def test_only_an_admin_changes_what_belongs_to_the_pemda(instansi):
    buku = buku_kantor(**{"Skala": "90/76/66/51", "Nama Atasan": "Orang Lain", "Telepon": "0331"})

    temuan = faults(buku, tempat=(instansi, 2024), boleh_pemda=False)

    assert {pesan.partition(":")[0] for _, _, pesan in temuan} == {"Skala", "Nama Atasan"}
    assert impor_buku(buku, tempat=(instansi, 2024), boleh_pemda=True).galat == ()


def test_profiles_of_other_pemda_are_not_touched(instansi):
    lain = make_kelas(profil=make_profil())

    impor_buku(buku_kantor(**{"Skala": "90/76/66/51"}), simpan=True)

    lain.refresh_from_db()
    assert lain.versi == 1

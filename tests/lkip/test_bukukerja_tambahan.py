"""Columns, lines and a sheet that a workbook has only where they say something."""

from datetime import date

import pytest
from django.apps import apps

from anggaran.models import Pagu, RealisasiAnggaran
from instansi.models import Instansi
from lkip.bukukerja.impor import impor_buku
from lkip.models import LKIP
from perjanjian.models import RencanaAksi, RencanaKinerja
from renstra.models import Indikator
from tests.kantor_contoh import loaded_contoh
from tests.lkip.buku_uji import baca_sel, buku_kantor, buku_kecil, ekspor, faults, ubah_sel
from tests.lkip.test_bukukerja import empty_database

TRIWULAN = ["Kode Indikator", "Tahun", "Triwulan", "Target", "Rencana Aksi", "Unit Rencana Aksi"]
LENGKAP = {
    "Indikator": [
        ["Kode", "Induk", "Nama", "Satuan", "Polaritas", "Rasio", "Faktor", "Label Pembilang",
         "Label Penyebut", "Formula Negatif"],
        ["I1", "S1", "Indeks", "Indeks", None, None, None, None, None, None],
        ["I2", "T1", "Kasus", "Kasus", "negatif", "Ya", 1000, "Kasus", "Penduduk", "rasio"],
    ],
    "Realisasi": [["Kode Indikator", "2024"], ["I1", 84]],
    "Realisasi_Triwulan": [TRIWULAN, ["I1", 2024, 1, 80, "Survei", "Seksi Pelayanan"]],
    "Target_RKT": [["Kode Indikator", "Target"], ["I1", 85], ["I2", "tidak ditargetkan"]],
    "Anggaran": [
        ["Kode", "Uraian", "Pagu Murni Operasi", "Pagu Murni Tak Terduga",
         "Pagu Perubahan Transfer", "Realisasi Tak Terduga"],
        ["7.01.01", "Program", None, None, None, None],
        ["7.01.01.2.02", "Kegiatan", None, None, None, None],
        ["7.01.01.2.02.0001", "Sub kegiatan", 1000, 200, 0, 150],
    ],
}  # fmt: skip
ISIAN = {
    "Laman": "https://kecamatan.example.org",
    "Tempat": "Uji",
    "Zona Waktu": "wita",
    "Dasar Organisasi": "Perbup 1/2020",
    "Tanggal LKIP": "10 Februari 2025",
    "Nomor RKT": "1/RKT",
    "Tanggal RKT": date(2024, 1, 5),
}


def buku_lengkap():
    buku = baca_sel(buku_kecil(**LENGKAP))
    isian = {nama: nilai for nama, nilai in buku.pop("Instansi")[1:]}
    return buku_kantor(buku, **isian, **ISIAN)


@pytest.fixture
def instansi(db):
    hasil = impor_buku(buku_lengkap(), simpan=True)
    assert hasil.galat == ()
    return hasil.instansi


@pytest.fixture
def contoh(db, django_db_blocker):
    with loaded_contoh(django_db_blocker):
        yield Instansi.objects.select_related("pemda").get()


def test_further_facts_are_stored(instansi):
    assert (instansi.laman, instansi.tempat, instansi.zona_waktu) == (
        "https://kecamatan.example.org", "Uji", "WITA"
    )  # fmt: skip
    assert LKIP.objects.get().tanggal == date(2025, 2, 10)
    rkt = RencanaKinerja.objects.get()
    assert (rkt.nomor, rkt.tanggal) == ("1/RKT", date(2024, 1, 5))
    assert set(rkt.target.values_list("indikator__kode", "nilai", "tidak_ditargetkan")) == {
        ("I1", 85, False), ("I2", None, True)
    }  # fmt: skip
    aksi = RencanaAksi.objects.get()
    assert (aksi.nilai, aksi.aksi, aksi.seksi.nama) == (80, "Survei", "Seksi Pelayanan")
    kasus = Indikator.objects.get(kode="I2")
    assert (kasus.rasio, kasus.faktor, kasus.label_penyebut) == (True, 1000, "Penduduk")
    assert kasus.formula_negatif == "rasio"
    assert set(Pagu.objects.values_list("tahap", "jenis", "jumlah")) == {
        ("murni", "operasi", 1000), ("murni", "tak_terduga", 200), ("perubahan", "transfer", 0)
    }  # fmt: skip
    assert RealisasiAnggaran.objects.values_list("jenis", "jumlah").get() == ("tak_terduga", 150)


def test_further_facts_come_back_from_an_export(instansi):
    buku = ekspor(instansi)
    empty_database(instansi)

    hasil = impor_buku(buku, simpan=True)

    assert hasil.galat == ()
    assert baca_sel(ekspor(hasil.instansi)) == baca_sel(buku)
    assert impor_buku(buku_lengkap(), simpan=True).perubahan == ()


def test_what_nobody_filled_is_no_column(db):
    sel = baca_sel(ekspor(impor_buku(buku_kecil(), simpan=True).instansi))

    assert "Target RKT" not in sel
    assert "Rasio" not in sel["Indikator"][0]
    assert "Pagu Murni Transfer" not in sel["Anggaran"][0]


def test_a_workbook_without_these_columns_leaves_them(instansi):
    buku = buku_kecil(Realisasi=None, Anggaran=None, Indikator=None)

    impor_buku(buku, simpan=True)

    assert RencanaAksi.objects.get().aksi == "Survei"
    assert Indikator.objects.get(kode="I2").faktor == 1000
    assert LKIP.objects.get().tanggal == date(2025, 2, 10)


@pytest.mark.parametrize(
    ("ganti", "kolom"),
    [
        ({"Realisasi_Triwulan": [TRIWULAN, ["I1", 2024, 2, None, "Survei", None]]}, "Target"),
        ({"Target_RKT": [["Kode Indikator", "Target"], ["I9", 1]]}, "Kode Indikator"),
        ({"Indikator": [["Kode", "Induk", "Nama", "Satuan", "Faktor"], ["I1", "S1", "x", "%", 10]]}, "Faktor"),
    ],
)  # fmt: skip
def test_further_facts_are_checked(db, ganti, kolom):
    buku = buku_kecil(**{"Target_PK": None, "Realisasi": None, **ganti})

    assert faults(buku)[0][0].endswith(f"kolom {kolom}")


def test_an_emptied_plan_and_target_go_together(instansi):
    buku = ubah_sel(
        ekspor(instansi),
        ("Realisasi Triwulan", "I1", "Target", None),
        ("Realisasi Triwulan", "I1", "Rencana Aksi", None),
        ("Realisasi Triwulan", "I1", "Unit Rencana Aksi", None),
    )

    assert impor_buku(buku, simpan=True).galat == ()
    assert not RencanaAksi.objects.exists()


def snapshot():
    """Every row of every model, histories included."""
    return {model: list(model.objects.order_by("pk").values()) for model in apps.get_models()}


def test_a_second_import_leaves_every_row_and_its_history(contoh):
    buku = ekspor(contoh)
    empty_database(contoh)
    impor_buku(buku, simpan=True)
    sebelum = snapshot()

    hasil = impor_buku(buku, simpan=True)

    assert (hasil.galat, hasil.perubahan) == ((), ())
    assert snapshot() == sebelum

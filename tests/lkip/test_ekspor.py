"""The JSON of a report: promised keys, exact numbers, and null where there is none."""

import json
from decimal import Decimal

import pytest

from lkip.ekspor import susun_ekspor, tulis_json
from tests.lkip.laporan_contoh import laporan_contoh


@pytest.fixture(scope="module")
def data():
    return json.loads(tulis_json(laporan_contoh()))


def find(data, bagian, kode):
    return next(satu for satu in data[bagian] if satu["kode"] == kode)


def test_promised_keys_are_there(data):
    assert {"instansi", "tahun", "indikator", "rata_rata", "sasaran", "anggaran", "jumlah"} <= set(
        data
    )
    assert {
        "kode", "nama", "satuan", "polaritas", "target", "realisasi", "capaian", "predikat", "status",
        "target_akhir_renstra", "capaian_akhir_renstra", "tren", "riwayat",
    } <= set(data["indikator"][0])  # fmt: skip
    assert {
        "kode",
        "jenis",
        "uraian",
        "capaian",
        "pagu",
        "realisasi",
        "serapan",
        "efisiensi",
    } <= set(data["sasaran"][0])
    assert {
        "capaian", "capaian_tanpa_batas", "capaian_akhir_renstra",
        "capaian_akhir_renstra_tanpa_batas", "predikat",
    } <= set(data["rata_rata"])  # fmt: skip
    assert {
        "versi", "pagu", "realisasi", "sisa", "serapan", "operasi", "modal", "program",
    } <= set(data["anggaran"])  # fmt: skip
    assert {"kode", "nama", "pagu", "realisasi", "serapan", "kegiatan"} <= set(
        data["anggaran"]["program"][0]
    )
    assert "sub_kegiatan" in data["anggaran"]["program"][0]["kegiatan"][0]


def test_numbers_are_unrounded_decimal_strings(data):
    nilai = find(data, "indikator", "I1")

    assert nilai["target"] == "70"
    assert nilai["realisasi"] == "75.5"
    assert nilai["capaian"].startswith("107.857142857")
    assert nilai["riwayat"] == {"2022": "60.25", "2023": "68.25", "2024": "75.5"}


def test_what_is_missing_is_null_and_has_a_reason(data):
    nihil, kosong = find(data, "indikator", "I4"), find(data, "indikator", "I5")

    assert nihil["realisasi"] is None
    assert nihil["capaian"] is None
    assert nihil["alasan_tanpa_capaian"] == "realisasi tidak ada kejadian"
    assert kosong["alasan_tanpa_capaian"] == "realisasi belum diisi"
    assert find(data, "sasaran", "S3")["serapan"] is None


def test_no_number_is_a_float():
    def numbers(isi):
        match isi:
            case dict():
                for satu in isi.values():
                    yield from numbers(satu)
            case list():
                for satu in isi:
                    yield from numbers(satu)
            case float() | Decimal():
                yield isi

    assert list(numbers(susun_ekspor(laporan_contoh()))) == []


def test_totals_are_the_sums_of_the_leaves(data):
    sub = [
        satu
        for program in data["anggaran"]["program"]
        for kegiatan in program["kegiatan"]
        for satu in kegiatan["sub_kegiatan"]
    ]

    for kunci in ("pagu", "realisasi", "sisa"):
        assert Decimal(data["anggaran"][kunci]) == sum(Decimal(satu[kunci]) for satu in sub)
    assert data["jumlah"]["sub_kegiatan"] == len(sub) == 5


def test_both_kinds_of_belanja_are_there_even_when_one_has_no_money():
    def tanpa_modal(pohon):
        return pohon[1:]

    belanja = susun_ekspor(laporan_contoh(ubah_pohon=tanpa_modal))["anggaran"]["modal"]

    assert belanja == {"pagu": "0", "realisasi": "0", "sisa": "0", "serapan": None}


def test_same_data_gives_the_same_text():
    assert tulis_json(laporan_contoh()) == tulis_json(laporan_contoh())

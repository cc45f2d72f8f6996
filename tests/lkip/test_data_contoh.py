"""What the files of the example office hold, and how they are read."""

import re
from decimal import Decimal

import pytest

from lkip.contoh.data import ContohSalah, read_data, read_toml


@pytest.fixture(scope="module")
def data():
    return read_data()


def iter_texts(isi):
    """Every text below a part of a TOML file."""
    if isinstance(isi, str):
        yield isi
    elif isinstance(isi, dict):
        for satu in isi.values():
            yield from iter_texts(satu)
    elif isinstance(isi, list):
        for satu in isi:
            yield from iter_texts(satu)


def test_narrative_restates_no_figures(data):
    peraturan = re.compile(r"Nomor \S+")
    tulisan = [
        *iter_texts(data.naskah["naskah"]),
        *iter_texts(list(data.naskah["simpul"].values())),
    ]
    tulisan += [isian["uraian"] for isian in data.naskah["analisis"]]
    tulisan += [isian["catatan"] for isian in data.anggaran["sub_kegiatan"]]

    assert [teks for teks in tulisan if re.search(r"\d", peraturan.sub("", teks))] == []


def test_no_two_texts_are_the_same(data):
    tulisan = [isian["uraian"] for isian in data.naskah["analisis"]]
    tulisan += [isian["catatan"] for isian in data.anggaran["sub_kegiatan"]]

    assert len(tulisan) == len(set(tulisan))


@pytest.mark.parametrize(
    ("jenis", "paling_sedikit"),
    [("pendorong", 1), ("penghambat", 1), ("kendala", 1), ("upaya", 2), ("rencana", 2)],
)
def test_every_tujuan_and_sasaran_is_analysed(data, jenis, paling_sedikit):
    for kode in ("T1", "T2", "S1", "S2", "S3", "S4"):
        baris = [
            isian
            for isian in data.naskah["analisis"]
            if (isian["simpul"], isian["jenis"]) == (kode, jenis)
        ]
        assert len(baris) >= paling_sedikit, kode


def test_occupations_add_up_to_the_population(data):
    wilayah = data.instansi["wilayah"]

    assert (
        sum(data.instansi["mata_pencaharian"].values())
        == wilayah["laki_laki"] + wilayah["perempuan"]
    )


def test_cumulative_realisasi_never_falls_and_stays_below_pagu(data):
    for isian in data.anggaran["sub_kegiatan"]:
        for jenis in ("operasi", "modal"):
            realisasi = isian.get(f"realisasi_{jenis}", [0])
            assert realisasi == sorted(realisasi), isian["kode"]
            assert realisasi[-1] <= isian["pagu_perubahan"].get(jenis, 0), isian["kode"]


def test_money_of_every_program_is_fully_allocated(data):
    for program in data.anggaran["program"]:
        porsi = [
            isian["porsi"]
            for isian in data.anggaran["program_sasaran"]
            if isian["program"] == program["kode"]
        ]
        assert sum(porsi) == 100, program["kode"]


def test_documents_follow_each_other(data):
    kinerja = data.kinerja
    murni, perubahan = kinerja["perjanjian"]
    urutan = [
        data.renstra["renstra"]["ditetapkan"],
        kinerja["penetapan_iku"]["tanggal"],
        kinerja["rencana_kinerja"]["tanggal"],
        murni["tanggal"],
        perubahan["tanggal"],
        kinerja["lkip"]["tanggal"],
    ]

    assert urutan == sorted(urutan)


def test_decimals_are_read_exactly(data):
    assert data.kinerja["riwayat"]["I2"]["2022"] == Decimal("82.27")


def test_a_missing_file_is_named(tmp_path):
    with pytest.raises(ContohSalah, match=r"^Berkas instansi\.toml tidak dapat dibaca: "):
        read_data(tmp_path)


def test_a_file_that_is_no_toml_is_named(tmp_path):
    berkas = tmp_path / "kinerja.toml"
    berkas.write_text("tahun 2024")

    with pytest.raises(ContohSalah, match=r"^Berkas kinerja\.toml bukan TOML yang sah: "):
        read_toml(berkas)

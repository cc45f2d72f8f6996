"""docs/pemeriksaan.md is complete and true: every id, every rule, every test that it names."""

import ast
import re
from functools import cache
from pathlib import Path

import pytest

from lkip.pemeriksaan.daftar import ATURAN

AKAR = Path(__file__).parents[2]
ISI = (AKAR / "docs/pemeriksaan.md").read_text()
BANYAK = {
    "ANG": 23, "KIN": 23, "EFI": 7, "NAR": 21, "SDM": 4, "DEM": 3, "HIR": 7, "DOK": 7, "TGL": 3, "REG": 7,
}  # fmt: skip
IDS = {f"{jenis}-{nomor:02}" for jenis, banyak in BANYAK.items() for nomor in range(1, banyak + 1)}
BARIS = re.findall(r"^\| ([A-Z]{3}-\w+) \| (.+?) \| (.+?) \| (.+?) \|$", ISI, re.MULTILINE)
TESTS = sorted({satu for *_, bukti in BARIS for satu in re.findall(r"`(tests/[^`]+)`", bukti)})
TERCAPAI = 95


@cache
def _tests(berkas):
    pohon = ast.parse((AKAR / berkas).read_text())
    return {satu.name for satu in pohon.body if isinstance(satu, ast.FunctionDef)}


def test_every_id_of_the_audit_is_there_once():
    semua = [kode for kode, *_ in BARIS]

    assert len(semua) == len(set(semua))
    assert set(semua) >= IDS
    assert len(IDS) == 105


def test_nearly_all_are_impossible_or_checked():
    tercapai = [
        k for k, cara, *_ in BARIS if k in IDS and cara.startswith(("impossible", "checked"))
    ]

    assert len(tercapai) >= TERCAPAI


def test_numbers_of_the_introduction_are_those_of_the_tables():
    def banyak(cara):
        return sum(kode in IDS and satu.startswith(cara) for kode, satu, *_ in BARIS)

    assert (
        f"{banyak('impossible')} are impossible, {banyak('checked')} are checked, "
        f"and {banyak('out of reach')} are out of reach" in ISI
    )


@pytest.mark.parametrize("nama", TESTS)
def test_every_named_test_exists(nama):
    berkas, _, fungsi = nama.partition("::")

    assert fungsi in _tests(berkas)


def test_whatever_is_not_out_of_reach_names_a_test():
    assert [k for k, cara, _, bukti in BARIS if cara != "out of reach" and "::" not in bukti] == []


def test_every_rule_is_documented_with_its_level():
    tertulis = {
        (kode, tingkat)
        for _, cara, *_ in BARIS
        for kode, tingkat in re.findall(r"`([\w-]+)` (\w+)", cara)
    }

    assert tertulis == {(satu.kode, str(satu.tingkat)) for satu in ATURAN}

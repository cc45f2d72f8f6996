import doctest
import re
from pathlib import Path

import pytest

RUMUS = Path(__file__).parents[2] / "docs" / "rumus.md"
TEKS = RUMUS.read_text()
ATURAN = re.findall(r"^## (R\d+) ", TEKS, re.MULTILINE)


def test_every_worked_example_is_what_the_code_computes():
    hasil = doctest.testfile(str(RUMUS), module_relative=False, encoding="utf-8")
    assert hasil.failed == 0
    assert hasil.attempted > len(ATURAN)


def test_there_is_one_entry_for_each_rule():
    assert ATURAN == [f"R{nomor}" for nomor in range(1, 13)]


@pytest.mark.parametrize("aturan", ATURAN)
def test_each_entry_names_its_source_limits_rounding_and_an_example(aturan):
    isi = re.split(rf"^## {aturan} ", TEKS, flags=re.MULTILINE)[1].split("\n## ")[0]
    assert "Source" in isi
    assert "Limits" in isi
    assert "ounding" in isi or "rounded" in isi
    assert ">>> " in isi

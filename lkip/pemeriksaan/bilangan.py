"""Counts as texts write them: "4 (empat)", "empat", "4"."""

import re

from lkip.terbilang import terbilang

TERBESAR = 99
KATA = {terbilang(n): n for n in range(TERBESAR + 1)}
_DIEJA = "|".join(sorted(KATA, key=len, reverse=True))
# With the groups `angka` and `kata`; one of both is there.
POLA = (
    rf"(?:(?<![\d.,/])(?P<angka>\d{{1,3}})(?:\s*\(\s*(?P<ejaan>{_DIEJA})\s*\))?"
    rf"|\b(?P<kata>{_DIEJA})\b)"
)


def baca_bilangan(cocok: re.Match[str]) -> int:
    """The number that a match of POLA holds."""
    return int(cocok["angka"]) if cocok["angka"] else KATA[cocok["kata"].casefold()]

"""Codes of the nomenclature (Kepmendagri 900.1.15.5-1317/2023). Pure: standard library only."""

import re

# Python and PostgreSQL read these alike: \d and $ would not be the same in both.
POLA_PROGRAM = r"^[0-9X]\.[0-9X]{2}\.[0-9]{2}\Z"
POLA_KEGIATAN = r"^[0-9X]\.[0-9X]{2}\.[0-9]{2}\.[0-9]\.[0-9]{2}\Z"
POLA_SUB_KEGIATAN = r"^[0-9X]\.[0-9X]{2}\.[0-9]{2}\.[0-9]\.[0-9]{2}\.[0-9]{4}\Z"


def normalkan_kode(teks: str) -> str:
    """Return a code in its official spelling.

    Blanks go, a zero-padded fourth segment ("02") loses its zero, and the last segment of a
    sub kegiatan gets four digits: "7.01.01.02.02.01" → "7.01.01.2.02.0001". What does not look
    like a code is returned without its blanks, so that the constraint can refuse it by name.
    """
    ruas = re.sub(r"\s+", "", teks).upper().strip(".").split(".")
    if len(ruas) > 3 and re.fullmatch(r"0\d", ruas[3]):
        ruas[3] = ruas[3][1]
    if len(ruas) == 6 and re.fullmatch(r"\d{1,4}", ruas[5]):
        ruas[5] = ruas[5].zfill(4)
    return ".".join(ruas)

"""How numbers, money, dates and NIP are printed (R12 of docs/rumus.md): the only rounding there is.

Reading them back lives in lkip.baca and is offered here too, so that one import knows both ways.
"""

from datetime import date, datetime, timedelta, timezone
from decimal import ROUND_HALF_UP, Context, Decimal

from lkip.baca import (
    BULAN,
    AngkaRagu,
    AngkaSalah,
    parse_angka,
    parse_nip,
    parse_persen,
    parse_rupiah,
    parse_tanggal,
    satuan_persen,
    satuan_tak_disebut,
)
from lkip.terbilang import terbilang

__all__ = [
    "AngkaRagu",
    "AngkaSalah",
    "bulatkan",
    "format_angka",
    "format_jumlah",
    "format_lengkap",
    "format_nilai",
    "format_nip",
    "format_persen",
    "format_rupiah",
    "format_rupiah_ringkas",
    "format_tanggal",
    "format_uang",
    "format_waktu",
    "parse_angka",
    "parse_nip",
    "parse_persen",
    "parse_rupiah",
    "parse_tanggal",
    "terbilang",
]

TIDAK_ADA = "–"
ROMAWI = ("", "I", "II", "III", "IV", "V", "VI")  # chapters and triwulan, by their number
ZONA = {"WIB": 7, "WITA": 8, "WIT": 9}
# Each from where it is used: just under the round number, two decimals would print a thousand of the unit below.
RINGKAS = (
    (Decimal("999995e6"), Decimal("1e12"), "triliun"),
    (Decimal("999995e3"), Decimal("1e9"), "miliar"),
    (Decimal("1e6"), Decimal("1e6"), "juta"),
)
_LUAS = Context(prec=60)
_TANDA = str.maketrans(",.", ".,")


def bulatkan(nilai: Decimal, desimal: int) -> Decimal:
    """Round half up (away from zero) to so many decimals; never gives −0."""
    hasil = nilai.quantize(Decimal(1).scaleb(-desimal), ROUND_HALF_UP, _LUAS)
    return hasil if hasil else abs(hasil)


def _cetak(nilai: Decimal, *, ringkas: bool) -> str:
    teks = f"{nilai:,f}"
    if ringkas and "." in teks:
        teks = teks.rstrip("0").rstrip(".")
    return teks.translate(_TANDA)


def format_lengkap(nilai: Decimal | int | None) -> str:
    """Print every digit a person gave, e.g. a bound or a value in its field: 88.310 is "88,31"."""
    return TIDAK_ADA if nilai is None else _cetak(Decimal(nilai), ringkas=True)


def format_angka(nilai: Decimal | int | None, desimal: int | None = None) -> str:
    """Print 1.234.567,89; without `desimal` two decimals at most and no trailing zero; None is "–"."""
    if nilai is None:
        return TIDAK_ADA
    bulat = bulatkan(Decimal(nilai), 2 if desimal is None else desimal)
    return _cetak(bulat, ringkas=desimal is None)


def format_persen(nilai: Decimal | int | None, desimal: int = 2, tetap: bool = False) -> str:
    """Print "96,95%", without trailing zeros unless `tetap`.

    What is not 100 never prints as 100: 99,996 is "99,99%" and 100,001 is "100,01%".
    """
    if nilai is None:
        return TIDAK_ADA
    tepat = Decimal(nilai)
    bulat = bulatkan(tepat, desimal)
    if bulat == 100 and tepat != 100:
        langkah = Decimal(1).scaleb(-desimal)
        bulat += langkah if tepat > 100 else -langkah
    return f"{_cetak(bulat, ringkas=not tetap)}%"


def format_uang(nilai: Decimal | int | None) -> str:
    """Print rupiah without the sign, for tables whose head says (Rp); sen only when there are any."""
    if nilai is None:
        return TIDAK_ADA
    bulat = bulatkan(Decimal(nilai), 2)
    return _cetak(bulat, ringkas=bulat == bulat.to_integral_value())


def format_rupiah(nilai: Decimal | int | None) -> str:
    """Print "Rp4.298.119.422", for negative money "-Rp1.500"."""
    if nilai is None:
        return TIDAK_ADA
    teks = format_uang(nilai)
    return f"-Rp{teks[1:]}" if teks.startswith("-") else f"Rp{teks}"


def format_rupiah_ringkas(nilai: Decimal | int | None) -> str:
    """Print "Rp4,30 miliar" with two decimals; money under one juta in full."""
    if nilai is None:
        return TIDAK_ADA
    besar = abs(Decimal(nilai))
    for ambang, satuan, nama in RINGKAS:
        if besar >= ambang:
            tanda = "-" if nilai < 0 else ""
            return f"{tanda}Rp{format_angka(besar / satuan, 2)} {nama}"
    return format_rupiah(nilai)


def format_nilai(nilai: Decimal | int | None, satuan: str) -> str:
    """Print a value with its satuan: "96%", "4 Dokumen".

    The number stands alone ("84,02") for an index, a score or no satuan at all, which is told by
    the first word of the satuan (lkip.baca.satuan_tak_disebut).
    """
    if nilai is None:
        return TIDAK_ADA
    if satuan_persen(satuan):
        return format_persen(nilai)
    angka = format_angka(nilai)
    return angka if satuan_tak_disebut(satuan) else f"{angka} {satuan.strip()}"


def format_jumlah(n: int, kata: str = "") -> str:
    """Print a count as reports write it: "6 (enam) indikator"."""
    return f"{format_angka(n)} ({terbilang(n)}) {kata}".rstrip()


def format_tanggal(d: date) -> str:
    """Print "10 Februari 2025"."""
    return f"{d.day} {BULAN[d.month - 1]} {d.year}"


def format_waktu(dt: datetime, zona: str) -> str:
    """Print "14.32 WIB" in the zone WIB, WITA or WIT; a time without zone is taken as already local.

    Raises ValueError for another zone.
    """
    if zona not in ZONA:
        raise ValueError(f'Zona waktu "{zona}" tidak dikenal. Pilihannya {", ".join(ZONA)}.')
    setempat = dt if dt.tzinfo is None else dt.astimezone(timezone(timedelta(hours=ZONA[zona])))
    return f"{setempat:%H.%M} {zona}"


def format_saat(dt: datetime, zona: str) -> str:
    """Print "10 Februari 2025 14.32 WIB" in the zone WIB, WITA or WIT."""
    jam = format_waktu(dt, zona)
    setempat = dt if dt.tzinfo is None else dt.astimezone(timezone(timedelta(hours=ZONA[zona])))
    return f"{format_tanggal(setempat)} {jam}"


def format_nip(nip: str) -> str:
    """Print a NIP in its groups, "19670624 198803 1 002"; what is no 18 digits is printed as it is."""
    angka = "".join(nip.split())
    if len(angka) != 18:
        return nip
    return f"{angka[:8]} {angka[8:14]} {angka[14]} {angka[15:]}"

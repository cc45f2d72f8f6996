"""Print numbers, money, dates and missing values in templates, by the rules of lkip.angka (R12)."""

import re
from collections.abc import Iterable
from decimal import Decimal

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString

from lkip import angka as cetak
from lkip.isi.nilai import Nilai
from lkip.terbilang import terbilang

register = template.Library()

register.filter("angka", cetak.format_angka)
register.filter("uang", cetak.format_uang)
register.filter("rupiah", cetak.format_rupiah)
register.filter("rupiah_ringkas", cetak.format_rupiah_ringkas)
register.filter("tanggal", cetak.format_tanggal)
register.filter("saat", cetak.format_saat)
register.filter("nip", cetak.format_nip)
register.filter("saat", cetak.format_saat)
register.filter("terbilang", terbilang)

_BILANGAN = re.compile(r"-?[\d.]+(?:,(?P<desimal>\d+))?")
_SPASI_KOMA = "\u2008"  # as wide as a comma
_SPASI_ANGKA = "\u2007"  # as wide as a digit


@register.filter
def persen(nilai: Decimal | int | None) -> str:
    """Print "96,95%", with two decimals at most."""
    return cetak.format_persen(nilai)


@register.filter
def persen_kolom(nilai: Decimal | int | None) -> str:
    """Print "96,00" for a column whose head says (%)."""
    return cetak.format_persen(nilai, tetap=True).removesuffix("%")


@register.filter
def selisih_kolom(nilai: Decimal | int | None) -> str:
    """Print a difference with its sign and two decimals: "+8,47"."""
    teks = cetak.format_angka(nilai, 2)
    return f"+{teks}" if nilai is not None and nilai > 0 else teks


@register.filter
def selisih_uang(nilai: Decimal | int) -> str:
    """Print a difference of money with its sign: "+12.652.215"."""
    return f"{'+' if nilai > 0 else ''}{cetak.format_uang(nilai)}"


@register.filter
def jumlah(banyak: int, kata: str = "") -> str:
    """Print a count with its words: "6 (enam) indikator"."""
    return cetak.format_jumlah(banyak, kata)


@register.filter
def sejajar(teks: str, desimal: int = 2) -> str:
    """Pad a right-aligned number with blanks as wide as digits, so that a column aligns on its comma.

    What is not a plain number ("BB (75)") stays as it is.
    """
    cocok = _BILANGAN.fullmatch(teks)
    if cocok is None:
        return teks
    ada = cocok["desimal"] or ""
    return teks + _SPASI_KOMA * (not ada) + _SPASI_ANGKA * (desimal - len(ada))


@register.filter
def sel(nilai: Nilai) -> str | SafeString:
    """Print a target or realisasi in a column that has the satuan apart, or why there is none."""
    if nilai.ada:
        return nilai.teks_angka
    return format_html('<span class="tanpa">{}</span>', nilai.keterangan)


@register.filter
def sel_sejajar(nilai: Nilai) -> str | SafeString:
    """The same for a column in which some values have decimals and some have none."""
    return sejajar(nilai.teks_angka) if nilai.ada else sel(nilai)


@register.filter
def sel_tahun(nilai: Nilai) -> str | SafeString:
    """Print a value in a narrow column of years: a dash with the reason as hidden text."""
    if nilai.ada:
        return nilai.teks_angka
    return format_html('–<span class="sr"> {}</span>', nilai.keterangan)


@register.filter
def sel_tetap(nilai: Nilai, desimal: int) -> str | SafeString:
    """The same with a fixed number of decimals, and aligned with rows that have two."""
    if nilai.ada and nilai.skala is None and nilai.angka is not None:
        return sejajar(cetak.format_angka(nilai.angka, desimal))
    return sel_tahun(nilai)


@register.filter
def isi(pasangan: Iterable[tuple[str, int]] | None, kunci: str) -> int:
    """Return the count of one key in pairs such as (pendidikan, orang); 0 when it does not occur."""
    return dict(pasangan or ()).get(kunci, 0)

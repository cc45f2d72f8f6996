"""Small parts of pages: icons, bars, tags for predikat and status, missing values, links of a year."""

from decimal import Decimal

from django import template
from django.template.context import Context
from django.templatetags.static import static
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from lkip import grafik
from lkip.angka import TIDAK_ADA
from lkip.capaian import Kelas, SkalaPredikat, StatusTarget
from lkip.isi.nilai import Nilai
from lkip.serapan import KategoriEfisiensi

register = template.Library()

IKON_STATUS = {
    StatusTarget.MELAMPAUI: "arrow-up",
    StatusTarget.MENCAPAI: "check-circle",
    StatusTarget.BELUM: "exclamation-triangle",
}
WARNA_STATUS = {StatusTarget.MELAMPAUI: 1, StatusTarget.MENCAPAI: 1, StatusTarget.BELUM: 3}
WARNA_EFISIENSI = {
    KategoriEfisiensi.EFISIEN: 1,
    KategoriEfisiensi.SEIMBANG: 2,
    KategoriEfisiensi.KURANG: 4,
}


@register.simple_tag
def ikon(nama: str) -> SafeString:
    """An icon of the sprite; it only accompanies text."""
    return format_html(
        '<svg class="ikon" aria-hidden="true"><use href="{}#{}"/></svg>', static("ikon.svg"), nama
    )


@register.simple_tag(takes_context=True)
def tautan(context: Context, nama: str, *args: str) -> str:
    """The address of a page of the instansi and year that is open."""
    berkas = context["berkas"]
    return reverse(nama, args=(berkas.instansi.kode, berkas.tahun, *args))


@register.simple_tag
def batang(persen: Decimal | None, status: StatusTarget | None = None) -> SafeString:
    """A bar of 0 to 100 percent beside a number that says the same."""
    lebar = 0 if persen is None else min(max(persen, Decimal(0)), Decimal(100))
    return format_html(
        '<svg class="batang{}" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">'
        '<rect width="{}" height="8"/></svg>',
        " rendah" if status is StatusTarget.BELUM else "",
        f"{lebar:.2f}",
    )


@register.filter
def tanda(teks: str) -> str | SafeString:
    """Explain the en dash of a missing number to who hears the page."""
    if teks != TIDAK_ADA:
        return teks
    return format_html('{}<span class="visually-hidden"> belum ada</span>', TIDAK_ADA)


@register.filter
def nilai(satu: Nilai) -> str | SafeString:
    """A target or realisasi with its satuan; the reason for a missing one as hidden text."""
    return _dengan_alasan(satu, satu.teks)


@register.filter
def nilai_angka(satu: Nilai) -> str | SafeString:
    """A target or realisasi for a column that gives the satuan apart."""
    return _dengan_alasan(satu, satu.teks_angka)


def _dengan_alasan(satu: Nilai, teks: str) -> str | SafeString:
    if satu.ada:
        return teks
    return format_html(
        '{}<span class="visually-hidden"> {}</span>', TIDAK_ADA, satu.keterangan or "belum ada"
    )


@register.filter
def predikat(kelas: Kelas | None, skala: SkalaPredikat) -> SafeString:
    """The predikat as a tag: its word always, its colour by its place in the scale."""
    if kelas is None:
        return tanda(TIDAK_ADA)
    langkah = max(len(skala.kelas) - 1, 1)
    warna = 1 + round(skala.kelas.index(kelas) * 4 / langkah)
    return format_html('<span class="tanda predikat-{}">{}</span>', warna, kelas.nama)


@register.filter
def status(satu: StatusTarget | None) -> SafeString:
    """Whether the target was passed, met or missed, as a tag with icon and word."""
    if satu is None:
        return tanda(TIDAK_ADA)
    return format_html(
        '<span class="tanda predikat-{}">{} {}</span>',
        WARNA_STATUS[satu],
        ikon(IKON_STATUS[satu]),
        str(satu).capitalize(),
    )


@register.filter
def kategori(satu: KategoriEfisiensi) -> SafeString:
    """The category of efficiency as a tag."""
    return format_html(
        '<span class="tanda predikat-{}">{}</span>', WARNA_EFISIENSI[satu], str(satu)
    )


@register.simple_tag
def gambar(nama: str, data: object) -> SafeString:
    """A chart of lkip.grafik in two widths, for half a page and for a phone of 360 pixels.

    The stylesheet shows one of them, so that text never shrinks below its size.
    """
    gambar_svg = {
        "indikator": grafik.grafik_indikator,
        "serapan": grafik.grafik_serapan,
        "capaian": grafik.grafik_capaian,
    }[nama]
    return format_html(
        '<div class="gambar-lebar">{}</div><div class="gambar-sempit">{}</div>',
        mark_safe(gambar_svg(data, lebar=512)),
        mark_safe(gambar_svg(data, lebar=296)),
    )


@register.filter
def lower_awal(teks: str) -> str:
    """The sentence with a small first letter, to go on after a colon."""
    return teks[:1].lower() + teks[1:]

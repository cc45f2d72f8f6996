"""The control of one cell of a grid."""

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from lkip.isian.tampilan import SelTampil

register = template.Library()


@register.simple_tag
def isian(sel: SelTampil) -> SafeString:
    """An input, select or text area with its error; text only where nothing may be entered."""
    if sel.masukan == "keluaran":
        return format_html('<output data-kolom="{}">{}</output>', sel.kolom.nama, sel.teks or "–")
    kendali = {"pilihan": _pilihan, "tanda": _pilihan, "paragraf": _paragraf}
    return format_html("{}{}", kendali.get(sel.masukan, _baris)(sel), _galat(sel))


def _atribut(sel: SelTampil) -> SafeString:
    atribut = [
        ("id", sel.nama),
        ("name", sel.nama),
        ("data-kolom", sel.kolom.nama),
        ("aria-label", sel.label),
    ]
    if sel.galat:
        atribut += [("aria-invalid", "true"), ("aria-describedby", f"g-{sel.nama}")]
    if sel.tebakan:
        atribut.append(("data-tebakan", sel.tebakan))
    return format_html_join(" ", '{}="{}"', atribut)


def _baris(sel: SelTampil) -> SafeString:
    modus = (
        "" if sel.masukan in ("text", "tanggal") else format_html(' inputmode="{}"', sel.masukan)
    )
    return format_html(
        '<input class="form-control" autocomplete="off"{} {} value="{}">',
        modus,
        _atribut(sel),
        sel.teks,
    )


def _paragraf(sel: SelTampil) -> SafeString:
    return format_html(
        '<textarea class="form-control" rows="2" {}>{}</textarea>', _atribut(sel), sel.teks
    )


def _pilihan(sel: SelTampil) -> SafeString:
    butir = format_html_join(
        "",
        "<option{}>{}</option>",
        (
            (SafeString(" selected") if label == sel.teks else "", label)
            for label in sel.jenis.label
        ),
    )
    return format_html('<select class="form-select" {}>{}</select>', _atribut(sel), butir)


def _galat(sel: SelTampil) -> SafeString:
    if not sel.galat:
        return SafeString("")
    return format_html('<p class="galat" id="g-{}">{}</p>', sel.nama, sel.galat)

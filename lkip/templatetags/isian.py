"""The control of one cell of a grid, and what kisi.js is told of it."""

import json
from collections.abc import Iterable

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from lkip.capaian import FormulaNegatif, Polaritas
from lkip.isian.jenis import Jenis, Tanggal
from lkip.isian.kisi import BarisKisi, Kolom
from lkip.isian.tampilan import SelTampil

register = template.Library()

PANJANG = 200  # letters that need a wide cell
KOSONG = SafeString(' value="" label="–"')  # an option must not be without any text


@register.filter
def dengan(kolom: Iterable[Kolom], teks: Iterable[str]) -> list[tuple[Kolom, str]]:
    """Columns side by side with the texts of one row."""
    return list(zip(kolom, teks, strict=True))


@register.filter
def judul_lengkap(kolom: Kolom) -> str:
    """The head of a column with that of its group, which tells columns of one name apart."""
    return f"{kolom.kelompok} {kolom.judul}".strip()


@register.simple_tag
def jenis(milik: Jenis | None) -> SafeString:
    """How the browser reads cells of this kind: data-jenis, and what is read along."""
    if milik is None:
        return SafeString("")
    aturan = {"jenis": type(milik).__name__.lower()} | {
        nama: getattr(milik, nama) for nama in ("satuan", "desimal") if hasattr(milik, nama)
    }
    if getattr(milik, "skala", None) is not None:
        aturan["huruf"] = "ya"
    if getattr(milik, "maksimum", 0) >= PANJANG:
        aturan["panjang"] = "ya"
    return format_html_join("", ' data-{}="{}"', aturan.items())


@register.simple_tag
def rumus(kolom: Kolom) -> SafeString:
    """How the browser computes a column while somebody types."""
    isi = {"hitung": kolom.hitung, "jumlahkan": kolom.jumlahkan}
    return format_html_join("", ' data-{}="{}"', ((k, nilai) for k, nilai in isi.items() if nilai))


@register.simple_tag
def data_baris(baris: BarisKisi) -> SafeString:
    """What kisi.js knows of a row beside its cells."""
    isi = {
        "baris": baris.kunci,
        "kode": baris.kode,
        "induk": baris.induk,
        "arah": "" if baris.arah == Polaritas.POSITIF else baris.arah,
        "formula": "" if baris.formula == FormulaNegatif.SELISIH else baris.formula,
        "bahan": json.dumps(baris.bahan, separators=(",", ":")) if baris.bahan else "",
    }
    return format_html_join("", ' data-{}="{}"', ((k, nilai) for k, nilai in isi.items() if nilai))


@register.simple_tag
def isian(sel: SelTampil) -> SafeString:
    """An input, select or text area with its error; text only where nothing may be entered."""
    if sel.masukan == "keluaran":
        teks = sel.jenis.terbaca(sel.teks) if isinstance(sel.jenis, Tanggal) else sel.teks
        return format_html('<output data-kolom="{}">{}</output>', sel.kolom.nama, teks or "–")
    kendali = {"pilihan": _pilihan, "tanda": _pilihan, "paragraf": _paragraf}
    return format_html("{}{}", kendali.get(sel.masukan, _baris)(sel), _galat(sel))


def _atribut(sel: SelTampil) -> SafeString:
    atribut = [
        ("id", sel.nama),
        ("name", sel.nama),
        ("data-kolom", sel.kolom.nama),
        ("aria-label", f"{sel.kolom.kelompok} {sel.label}".strip()),
    ]
    if sel.galat:
        atribut += [("aria-invalid", "true"), ("aria-describedby", f"g-{sel.nama}")]
    if sel.tebakan:
        atribut.append(("data-tebakan", sel.tebakan))
    return format_html("{}{}", format_html_join(" ", '{}="{}"', atribut), jenis(sel.jenis))


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
        '<textarea class="form-control" autocomplete="off" rows="2" {}>{}</textarea>',
        _atribut(sel),
        sel.teks,
    )


def _pilihan(sel: SelTampil) -> SafeString:
    butir = format_html_join(
        "",
        "<option{}{}>{}</option>",
        (
            (
                SafeString(" selected") if label == sel.teks else "",
                "" if label else KOSONG,
                label,
            )
            for label in sel.jenis.label
        ),
    )
    return format_html(
        '<select class="form-select" autocomplete="off" {}>{}</select>', _atribut(sel), butir
    )


def _galat(sel: SelTampil) -> SafeString:
    if not sel.galat:
        return SafeString("")
    return format_html('<p class="galat" id="g-{}">{}</p>', sel.nama, sel.galat)

"""Tags of the printed document: numbered headings, captions, references and paragraphs."""

from collections.abc import Iterable

from django import template
from django.template.context import Context
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe

from lkip import grafik
from lkip.dokumen.daftar import Macam
from lkip.isi.laporan import TandaTerbit
from lkip.isi.organisasi import Pejabat
from lkip.qr import gambar_qr

register = template.Library()
register.simple_tag(
    lambda indikator: mark_safe(grafik.grafik_indikator(indikator)), name="grafik_indikator"
)
register.simple_tag(
    lambda program: mark_safe(grafik.grafik_serapan(program)), name="grafik_serapan"
)
register.simple_tag(
    lambda indikator: mark_safe(grafik.grafik_capaian(indikator)), name="grafik_capaian"
)


def _judul(context: Context, macam: Macam, elemen: str, id: str, judul: str) -> SafeString:
    entri = context["daftar"].catat(macam, id, judul)
    nomor = format_html('<span class="nomor">{}</span> ', entri.label) if entri.label else ""
    return format_html(
        '<{} id="{}">{}{}</{}>', mark_safe(elemen), id, nomor, judul, mark_safe(elemen)
    )


@register.simple_tag(takes_context=True)
def depan(context: Context, id: str, judul: str) -> SafeString:
    """The title of a part without number, such as Kata Pengantar."""
    return _judul(context, Macam.DEPAN, "h2", id, judul)


@register.simple_tag(takes_context=True)
def bab(context: Context, id: str, judul: str) -> SafeString:
    """The title of a chapter: "Bab I Pendahuluan"."""
    return _judul(context, Macam.BAB, "h2", id, judul)


@register.simple_tag(takes_context=True)
def pasal(context: Context, id: str, judul: str) -> SafeString:
    """A heading of the second level: "A. Latar Belakang"."""
    return _judul(context, Macam.PASAL, "h3", id, judul)


@register.simple_tag(takes_context=True)
def anak(context: Context, id: str, judul: str) -> SafeString:
    """A heading of the third and last level: "1. Metode Pengukuran"."""
    return _judul(context, Macam.ANAK, "h4", id, judul)


@register.simple_tag(takes_context=True)
def lampiran(context: Context, id: str, judul: str) -> SafeString:
    """The title of an attachment: "Lampiran 1 Matriks Renstra"."""
    return _judul(context, Macam.LAMPIRAN, "h3", id, judul)


@register.simple_tag(takes_context=True)
def tabel(context: Context, id: str, judul: str) -> SafeString:
    """The caption of a table: "Tabel 3.2 …"."""
    return _judul(context, Macam.TABEL, "caption", id, judul)


@register.simple_tag(takes_context=True)
def gambar(context: Context, id: str, judul: str) -> SafeString:
    """The caption of a figure: "Gambar 3.1 …"."""
    return _judul(context, Macam.GAMBAR, "figcaption", id, judul)


@register.simple_tag
def rujuk(id: str) -> SafeString:
    """A reference to a table or figure; its label is written when the whole document is known."""
    return format_html('<a href="#{}">{{rujuk}}</a>', id)


@register.filter
def paragraf(teks: Iterable[str]) -> SafeString:
    """Generated sentences as paragraphs."""
    return format_html_join("", "<p>{}</p>", ((satu,) for satu in teks))


@register.filter
def butir(teks: Iterable[str]) -> SafeString:
    """List items of an ordered or unordered list."""
    return format_html_join("", "<li>{}</li>", ((satu,) for satu in teks))


@register.simple_tag(takes_context=True)
def naskah(context: Context, bagian: str) -> SafeString:
    """What staff wrote for a section; build_laporan() has sanitised it."""
    return mark_safe(context["laporan"].narasi.get(bagian, ""))


@register.simple_tag(takes_context=True)
def alamat_berkas(context: Context, berkas: str) -> str:
    """The address of an upload, for the printer or for the browser."""
    return str(context["alamat_berkas"](berkas))


@register.simple_tag
def jabatan(pejabat: Pejabat, tempat: str) -> str:
    """The jabatan with the place it is of: "Camat Bangsalsari", never twice."""
    return pejabat.jabatan if tempat in pejabat.jabatan else f"{pejabat.jabatan} {tempat}"


@register.simple_tag
def qr_tanda(tanda: TandaTerbit) -> SafeString:
    """The QR code that leads to the page where an issued document is checked."""
    return mark_safe(gambar_qr(tanda.alamat, f"Kode QR menuju {tanda.alamat}"))

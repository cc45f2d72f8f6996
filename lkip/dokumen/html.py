"""Laporan → HTML, whole or part by part."""

from collections.abc import Callable
from dataclasses import dataclass

from django.conf import settings
from django.template.loader import render_to_string
from django.utils.safestring import SafeString, mark_safe

from lkip.dokumen.daftar import Daftar, Macam
from lkip.isi.laporan import Laporan
from lkip.narasi import susun_narasi


@dataclass(frozen=True)
class Bab:
    """One part of the document; `slug` names its template and its address in the preview."""

    slug: str
    judul: str
    html: SafeString


# In reading order. The contents pages come third, and are rendered last.
BAGIAN = (
    ("sampul", "Sampul"),
    ("kata-pengantar", "Kata Pengantar"),
    ("daftar", "Daftar Isi"),
    ("ikhtisar", "Ikhtisar Eksekutif"),
    ("bab-1", "Bab I Pendahuluan"),
    ("bab-2", "Bab II Perencanaan Kinerja"),
    ("bab-3", "Bab III Akuntabilitas Kinerja"),
    ("bab-4", "Bab IV Penutup"),
    ("lampiran", "Lampiran"),
)
DAFTAR = (
    ("daftar-isi", "Daftar Isi"),
    ("daftar-tabel", "Daftar Tabel"),
    ("daftar-gambar", "Daftar Gambar"),
    ("daftar-lampiran", "Daftar Lampiran"),
)
# Their pages are numbered i, ii, iii.
HALAMAN_ROMAWI = frozenset({"kata-pengantar", "daftar", "ikhtisar"})


def alamat_cetak(berkas: str) -> str:
    """The address of an upload for the printer."""
    return (settings.MEDIA_ROOT / berkas).as_uri()


def susun_bab(
    laporan: Laporan,
    alamat: Callable[[str], str] | None = None,
    alamat_berkas: Callable[[str], str] = alamat_cetak,
) -> list[Bab]:
    """Render the parts of the document in reading order.

    With `alamat`, which gives the address of a slug, links between parts lead to that page; without
    it all parts are taken to stand on one page. `alamat_berkas` gives the address of an upload.
    """
    daftar = Daftar()
    konteks = {
        "laporan": laporan,
        "narasi": susun_narasi(laporan),
        "daftar": daftar,
        "halaman_romawi": HALAMAN_ROMAWI,
        "alamat_berkas": alamat_berkas,
    }
    html = {}
    for slug, _ in BAGIAN:
        daftar.slug = slug
        if slug == "daftar":
            for id, judul in DAFTAR:
                daftar.catat(Macam.DEPAN, id, judul)
        else:
            html[slug] = render_to_string(f"lkip/dokumen/{slug}.html", konteks)
    html["daftar"] = render_to_string("lkip/dokumen/daftar.html", konteks)
    return [Bab(slug, judul, _tautkan(daftar, slug, html[slug], alamat)) for slug, judul in BAGIAN]


def _tautkan(
    daftar: Daftar, slug: str, html: str, alamat: Callable[[str], str] | None
) -> SafeString:
    lengkap = daftar.isi_rujukan(html)
    return mark_safe(lengkap if alamat is None else daftar.arahkan(lengkap, slug, alamat))


def render_html(laporan: Laporan) -> str:
    """Render the whole document; the same data always gives the same HTML."""
    return render_to_string(
        "lkip/dokumen/lkip.html", {"laporan": laporan, "bab": susun_bab(laporan)}
    )

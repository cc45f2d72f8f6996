"""Laporan → HTML, whole or part by part."""

from collections.abc import Callable
from dataclasses import dataclass

from django.conf import settings
from django.template.loader import render_to_string
from django.utils.safestring import SafeString, mark_safe

from lkip.dokumen.daftar import Daftar, Macam
from lkip.isi.laporan import Laporan, Perjanjian
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

    With `alamat`, which gives the address of the page of a slug, links between parts lead to those
    pages; without it all parts are taken to stand in one document. `alamat_berkas` gives the
    address of an upload.
    """
    daftar, html = _render_semua(laporan, alamat_berkas)
    return [Bab(slug, judul, _tautkan(daftar, slug, html[slug], alamat)) for slug, judul in BAGIAN]


def susun_satu_bab(
    laporan: Laporan,
    slug: str,
    alamat: Callable[[str], str],
    alamat_berkas: Callable[[str], str],
) -> Bab:
    """Render one part for a page of its own, with the numbers that it has in the whole document.

    `alamat` gives the address of the page of a slug, `alamat_berkas` that of an upload. KeyError
    for an unknown slug.
    """
    judul = dict(BAGIAN)[slug]
    if slug == "daftar":  # knows its entries only when everything else is rendered
        daftar, semua = _render_semua(laporan, alamat_berkas)
        html = semua[slug]
    else:
        bab = [satu for satu, _ in BAGIAN if satu.startswith("bab-")]
        sebelumnya = bab.index(slug) if slug in bab else 0
        daftar = Daftar(slug=slug, hitungan={Macam.BAB: sebelumnya})
        html = _render(slug, _konteks(laporan, daftar, alamat_berkas))
    return Bab(slug, judul, _tautkan(daftar, slug, html, alamat))


def _tautkan(
    daftar: Daftar, slug: str, html: str, alamat: Callable[[str], str] | None
) -> SafeString:
    lengkap = daftar.isi_rujukan(html)
    return mark_safe(lengkap if alamat is None else daftar.arahkan(lengkap, slug, alamat))


def _render_semua(
    laporan: Laporan, alamat_berkas: Callable[[str], str]
) -> tuple[Daftar, dict[str, str]]:
    """Render every part, the contents last, and return them by slug with their numbers."""
    daftar = Daftar()
    konteks = _konteks(laporan, daftar, alamat_berkas)
    html = {}
    for slug, _ in BAGIAN:
        daftar.slug = slug
        if slug == "daftar":
            for id, judul in DAFTAR:
                daftar.catat(Macam.DEPAN, id, judul)
        else:
            html[slug] = _render(slug, konteks)
    html["daftar"] = _render("daftar", konteks)
    return daftar, html


def _konteks(
    laporan: Laporan, daftar: Daftar, alamat_berkas: Callable[[str], str]
) -> dict[str, object]:
    return {
        "laporan": laporan,
        "narasi": susun_narasi(laporan),
        "daftar": daftar,
        "halaman_romawi": HALAMAN_ROMAWI,
        "alamat_berkas": alamat_berkas,
    }


def _render(slug: str, konteks: dict[str, object]) -> str:
    return render_to_string(f"lkip/dokumen/{slug}.html", konteks)


def render_html(laporan: Laporan) -> str:
    """Render the whole document; the same data always gives the same HTML."""
    return render_to_string(
        "lkip/dokumen/lkip.html", {"laporan": laporan, "bab": susun_bab(laporan)}
    )


def render_perjanjian(laporan: Laporan, perjanjian: Perjanjian) -> str:
    """Render one PK alone: lembar pernyataan and its lampiran."""
    konteks = {"laporan": laporan, "pk": perjanjian, "alamat_berkas": alamat_cetak}
    return render_to_string("lkip/dokumen/perjanjian.html", konteks)

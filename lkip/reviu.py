"""Review of a document: its sections as they will print, what changed in them, and remarks."""

import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from html import unescape

from django.template.loader import render_to_string
from django.utils.html import strip_tags

from instansi.alur import TERBUKA
from lkip.meja import Meja
from lkip.models import Komentar, Langkah
from lkip.perubahan import Perubahan, baca_perubahan

_JUDUL = re.compile(r'<(h3|h4|caption|figcaption)\b[^>]*\bid="([^"]+)"[^>]*>(.*?)</\1>', re.DOTALL)
# Where a chapter is filled in: label, name of the address, and its arguments after the year.
ISIAN = {
    "kata-pengantar": (
        ("Kata pengantar", "ubah_naskah", ("kata_pengantar",)),
        ("Tanggal laporan", "ubah_tanggal_laporan", ()),
    ),
    "ikhtisar": (("Ikhtisar eksekutif", "ubah_naskah", ("ikhtisar",)),),
    "bab-1": (
        ("Profil kecamatan", "ubah_profil", ()),
        ("Sumber daya manusia", "isi_kisi", ("sdm",)),
        ("Sarana dan prasarana", "isi_kisi", ("sarana",)),
        ("Profil wilayah", "ubah_wilayah", ()),
        ("Naskah", "naskah", ()),
    ),
    "bab-2": (
        ("Renstra", "pohon_renstra", ()),
        ("RKT", "ubah_rkt", ()),
        ("Naskah", "naskah", ()),
    ),
    "bab-3": (
        ("Analisis", "analisis", ()),
        ("Realisasi tahun", "isi_kisi", ("realisasi-tahun",)),
        ("Realisasi anggaran", "isi_kisi", ("realisasi-anggaran",)),
        ("Naskah", "naskah", ()),
    ),
    "bab-4": (("Penutup", "ubah_naskah", ("penutup",)),),
    "lampiran": (
        ("Foto dan lampiran", "foto", ()),
        ("Rencana aksi", "isi_kisi", ("rencana-aksi",)),
    ),
}


@dataclass(frozen=True)
class BagianReviu:
    """A section in the list of those to review, with what a reviewer wants to know of it."""

    slug: str
    judul: str
    tanda: str
    komentar: int


def susun_daftar(meja: Meja) -> tuple[BagianReviu, ...]:
    """All sections; `tanda` says whether one is new or changed since the submission before."""
    terbuka = Counter(satu.bagian for satu in meja.komentar_terbuka)
    berubah = bab_berubah(meja.pengajuan)
    return tuple(
        BagianReviu(slug, judul, berubah.get(slug, ""), terbuka[slug])
        for slug, judul in meja.bagian
    )


def bab_berubah(pengajuan: tuple[Langkah, ...]) -> dict[str, str]:
    """Sections of the last submission that are "baru" or "berubah" against the one before it."""
    if len(pengajuan) < 2:
        return {}
    kini, lalu = (satu.temuan.get("bab", {}) for satu in pengajuan[:2])
    return {
        slug: "berubah" if slug in lalu else "baru"
        for slug, sidik in kini.items()
        if lalu.get(slug) != sidik
    }


def pengajuan_pembanding(meja: Meja) -> Langkah | None:
    """The submission against which changes are shown: the last one, or while it is reviewed the one before."""
    urutan = 0 if meja.dokumen.status in TERBUKA else 1
    return meja.pengajuan[urutan] if len(meja.pengajuan) > urutan else None


def perubahan_dokumen(meja: Meja, sejak: Langkah) -> list[Perubahan]:
    """What changed since a submission: in the year, or in the PK alone."""
    semua = baca_perubahan(meja.berkas.instansi, meja.berkas.tahun, sejak.pada)
    if meja.perjanjian is None:
        return semua
    return [satu for satu in semua if satu.baris.startswith(str(meja.dokumen))]


def susun_naskah_pk(meja: Meja, alamat_berkas: Callable[[str], str]) -> str:
    """The PK as it will print."""
    konteks = {
        "laporan": meja.berkas.laporan,
        "pk": meja.perjanjian,
        "alamat_berkas": alamat_berkas,
    }
    return render_to_string("lkip/dokumen/lampiran/naskah-pk.html", konteks)


def daftar_jangkar(html: str) -> tuple[tuple[str, str], ...]:
    """The headings and tables of a section on which a comment may stand, as (id, title)."""
    return tuple(
        (id, " ".join(unescape(strip_tags(judul)).split())) for _, id, judul in _JUDUL.findall(html)
    )


def dapat_menyelesaikan(meja: Meja, komentar: Komentar) -> bool:
    """A comment is resolved by who wrote it or by another reviewer, never by who entered the data."""
    if komentar.selesai_pada is not None or meja.dokumen.status == meja.dokumen.Status.DISAHKAN:
        return False
    return meja.peninjau or komentar.oleh_id == meja.pengguna.pk

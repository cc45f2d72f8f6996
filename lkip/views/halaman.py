"""The frame that every page after login shares."""

from django.conf import settings
from django.shortcuts import render
from django.utils import timezone

from lkip.akses import Berkas, buka_berkas
from lkip.kalender import hitung_tenggat, tenggat_terdekat
from lkip.navigasi import LAINNYA, NAVIGASI, cari_halaman
from lkip.pemberitahuan import belum_dibaca
from lkip.pengembalian import baca_pengembalian
from lkip.pengingat import sudah_selesai
from lkip.ringkasan import PEMEGANG


def tampilkan(request, templat, berkas: Berkas | None, *, judul="", remah=(), status=200, **isi):
    """Render a page in its frame: navigation, tabs, breadcrumbs and one title.

    Without `judul` the title is that of the navigation. `remah` are (judul, name of the address)
    pairs of the pages between the navigation and this page.
    """
    tempat = cari_halaman(remah[0][1] if remah else request.resolver_match.url_name)
    kelompok, butir = tempat or (None, None)
    kerangka = {
        "berkas": berkas,
        "laporan": berkas and berkas.laporan,
        "navigasi": NAVIGASI,
        "lainnya": LAINNYA,
        "kelompok": kelompok,
        "butir": butir,
        "judul": judul or butir.judul,
        "remah": remah,
        "belum_dibaca": belum_dibaca(request.user),
        "pengembalian": baca_pengembalian(berkas) if berkas else (),
    }
    return render(request, templat, kerangka | isi, status=status)


def tampilkan_laporan(request, templat, kode, tahun):
    """Render a page that needs nothing but the report."""
    return tampilkan(request, templat, buka_berkas(request.user, kode, tahun))


def alamat_penuh(request, jalur: str) -> str:
    """A path with the name of the site before it, as it is written into documents and letters."""
    if settings.ALAMAT_SITUS:
        return settings.ALAMAT_SITUS + jalur
    return request.build_absolute_uri(jalur)


def keadaan(berkas: Berkas) -> dict[str, object]:
    """State, holder and deadline of the LKIP, for lkip/_keadaan.html."""
    giliran, langkah = PEMEGANG[berkas.laporan.keadaan.status]
    hari_ini = timezone.localdate()
    dekat = tenggat_terdekat(
        berkas.laporan.keadaan.kalender, sudah_selesai(berkas.laporan) | {"lkip"}
    )
    return {
        "giliran": giliran,
        "langkah": langkah,
        "giliran_saya": giliran in berkas.peran,
        "tenggat": hitung_tenggat(berkas.laporan.keadaan.tenggat, hari_ini),
        "tenggat_lain": dekat and (dekat.nama, hitung_tenggat(dekat.tanggal, hari_ini)),
    }

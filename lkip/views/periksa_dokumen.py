"""A finished report, made with any program: upload it or paste it, and read what it contradicts."""

from itertools import groupby

from django.core.exceptions import PermissionDenied
from django.views.decorators.http import require_http_methods

from lkip.akses import PEMERIKSA_DOKUMEN, buka_berkas
from lkip.periksa_dokumen.baca import (
    MAKS_UNGGAH,
    Halaman,
    baca_dokumen,
    baca_tempelan,
)
from lkip.periksa_dokumen.galat import DokumenSalah
from lkip.periksa_dokumen.periksa import periksa_halaman
from lkip.periksa_dokumen.temuan import TemuanDokumen
from lkip.views.halaman import tampilkan

# Titles by the first letters of a rule, in the order in which they are shown.
KELOMPOK = {
    "ANG": "Anggaran",
    "KIN": "Kinerja",
    "EFI": "Efisiensi",
    "NAR": "Narasi",
    "TAB": "Tabel lain",
    "SDM": "Pegawai",
    "DEM": "Wilayah dan penduduk",
    "HIR": "Tujuan dan sasaran",
    "DOK": "Susunan dokumen",
    "TGL": "Tanggal",
    "REG": "Peraturan, kop, dan pejabat",
}


@require_http_methods(["GET", "HEAD", "POST"])
def periksa_dokumen(request, kode, tahun):
    """The upload, and below it what was found; nothing of the document is kept."""
    berkas = buka_berkas(request.user, kode, tahun)
    if not berkas.peran & PEMERIKSA_DOKUMEN:
        raise PermissionDenied("Dokumen diperiksa operator, verifikator, camat, dan admin.")
    if request.method != "POST":
        return _halaman(request, berkas)
    try:
        halaman = _baca(request)
    except DokumenSalah as salah:
        return _halaman(request, berkas, salah=salah.pesan, status=422)
    semua = periksa_halaman(halaman)
    return _halaman(
        request,
        berkas,
        selesai=True,
        temuan=semua,
        kelompok_temuan=_kelompokkan(semua),
        banyak_halaman=len(halaman),
    )


def _baca(request) -> tuple[Halaman, ...]:
    """The pages of the file, or else of the pasted text. Raises DokumenSalah."""
    unggahan = request.FILES.get("berkas")
    if unggahan is None:
        tempelan = request.POST.get("teks", "")
        if not tempelan.strip():
            raise DokumenSalah("Pilih berkas yang diunggah, atau tempelkan teks laporannya.")
        return baca_tempelan(tempelan)
    if unggahan.size > MAKS_UNGGAH:
        raise DokumenSalah(f"Berkas terlalu besar; paling besar {MAKS_UNGGAH // 1_000_000} MB.")
    return baca_dokumen(unggahan.read())


def _kelompokkan(semua: tuple[TemuanDokumen, ...]) -> list[tuple[str, list[TemuanDokumen]]]:
    urutan = list(KELOMPOK)

    def awalan(satu: TemuanDokumen) -> str:
        return satu.aturan[:3]

    urut = sorted(semua, key=lambda satu: urutan.index(awalan(satu)))
    return [(KELOMPOK[kunci], list(isi)) for kunci, isi in groupby(urut, key=awalan)]


def _halaman(request, berkas, *, salah="", selesai=False, status=200, **isi):
    dasar = {"temuan": (), "kelompok_temuan": (), "banyak_halaman": 0}
    return tampilkan(
        request,
        "lkip/periksa_dokumen.html",
        berkas,
        judul="Periksa dokumen",
        remah=[("Pemeriksaan", "pemeriksaan")],
        salah=salah,
        selesai=selesai,
        status=status,
        **(dasar | isi),
    )

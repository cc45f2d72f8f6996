"""A finished report, made with any program: upload it or paste it, and read what it contradicts."""

from collections.abc import Callable, Iterable
from itertools import groupby
from typing import TypeVar

from django.http import Http404
from django.views.decorators.http import require_http_methods, require_safe

from lkip.akses import PEMERIKSA_DOKUMEN, buka_berkas, buka_berkas_untuk
from lkip.bukukerja.titipan import titipkan
from lkip.models import Pekerjaan
from lkip.periksa_dokumen.baca import MAKS_UNGGAH
from lkip.periksa_dokumen.galat import DokumenSalah
from lkip.periksa_dokumen.hasil import baca_hasil
from lkip.periksa_dokumen.periksa import ATURAN
from lkip.views.bukukerja import pemilik_titipan
from lkip.views.halaman import tampilkan
from lkip.views.proses import antrekan_kerja, pekerjaan_terbaca

T = TypeVar("T")
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
    """The upload; what comes in is checked by a job, and then deleted."""
    berkas = _buka(request, kode, tahun)
    if request.method != "POST":
        return _halaman(request, berkas)
    try:
        isi = _baca(request)
    except DokumenSalah as salah:
        return _halaman(request, berkas, salah=salah.pesan, status=422)
    kunci = titipkan(pemilik_titipan(request, berkas, "dokumen"), isi)
    return antrekan_kerja(
        request, berkas.instansi, tahun, Pekerjaan.Jenis.DOKUMEN, kunci, {"kunci": kunci}
    )


@require_safe
def aturan_dokumen(request, kode, tahun):
    """What each rule looks for in a document, and what to do about it; findings lead here."""
    return tampilkan(
        request,
        "lkip/aturan_pemeriksaan.html",
        _buka(request, kode, tahun),
        judul="Aturan pemeriksaan dokumen",
        remah=[("Pemeriksaan", "pemeriksaan"), ("Periksa dokumen", "periksa_dokumen")],
        pengantar="Temuan adalah petunjuk, bukan keputusan: bandingkan dengan dokumennya. Galat "
        "perlu dibetulkan. Peringatan dibetulkan atau dijelaskan. Informasi hanya untuk diketahui.",
        kelompok_aturan=_kelompokkan(ATURAN, lambda satu: satu.kode),
    )


def _buka(request, kode, tahun):
    return buka_berkas_untuk(
        PEMERIKSA_DOKUMEN,
        request.user,
        kode,
        tahun,
        selain="Dokumen diperiksa operator, verifikator, camat, dan admin.",
    )


def _baca(request) -> bytes:
    """The file, or else the pasted text. Raises DokumenSalah."""
    unggahan = request.FILES.get("berkas")
    if unggahan is None:
        tempelan = request.POST.get("teks", "")
        if not tempelan.strip():
            raise DokumenSalah("Pilih berkas yang diunggah, atau tempelkan teks laporannya.")
        return tempelan.encode()
    if unggahan.size > MAKS_UNGGAH:
        raise DokumenSalah(f"Berkas terlalu besar; paling besar {MAKS_UNGGAH // 1_000_000} MB.")
    return unggahan.read()


@require_safe
def temuan_dokumen(request, kode, tahun, pekerjaan_pk):
    """What was found in a document, for who had it checked; 404 once the file of it is gone."""
    satu = pekerjaan_terbaca(request.user, kode, tahun, pekerjaan_pk)
    if satu.jenis != Pekerjaan.Jenis.DOKUMEN or satu.jalur is None:
        raise Http404(f"job {pekerjaan_pk} has no findings")
    hasil = baca_hasil(satu.jalur.read_text())
    return _halaman(
        request,
        buka_berkas(request.user, kode, tahun),
        selesai=True,
        temuan=hasil.temuan,
        kelompok_temuan=_kelompokkan(hasil.temuan, lambda satu: satu.aturan),
        banyak_halaman=hasil.banyak_halaman,
    )


def _kelompokkan(semua: Iterable[T], kode: Callable[[T], str]) -> list[tuple[str, list[T]]]:
    """(title, findings or rules), in the order of KELOMPOK."""
    urutan = list(KELOMPOK)

    def awalan(satu: T) -> str:
        return kode(satu)[:3]

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

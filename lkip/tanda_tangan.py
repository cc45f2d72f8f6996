"""PDF of issued documents that were signed elsewhere: which are taken, and keeping them."""

import io
import re
from itertools import islice
from typing import Any

from django.db import transaction
from pypdf import PdfReader

from instansi.models import Instansi, Keanggotaan, Pengguna
from lkip import bsre
from lkip.akses import peran_pada
from lkip.berkas_beku import hitung_hash, simpan_beku
from lkip.models import BerkasBertandaTangan, Pengesahan
from lkip.versi_terbit import VersiTerbit

Asal = BerkasBertandaTangan.Asal
Peran = Keanggotaan.Peran
PENANDA_TANGAN = frozenset({Peran.CAMAT, Peran.OPERATOR})
BITA_MAKSIMUM = 25_000_000
HALAMAN_MAKSIMUM = 1000

TERLALU_BESAR = "Berkas ini lebih besar dari 25 MB."
BUKAN_PDF = "Berkas ini bukan PDF yang dapat dibaca."
TERKUNCI = "PDF ini terkunci dengan kata sandi. Simpan tanpa kata sandi, lalu unggah kembali."
TANPA_TEKS = (
    "PDF ini hasil pindai tanpa teks, sehingga kode verifikasi {kode} tidak dapat dibaca di dalamnya. "
    "Pindai kembali dengan pengenalan teks (OCR), atau tanda tangani berkas PDF-nya secara elektronik."
)
TANPA_KODE = (
    "Kode verifikasi {kode} tidak ada di dalam PDF ini. Pastikan yang diunggah adalah {judul}, "
    "bukan draf atau versi lain."
)
SUDAH_ADA = "Berkas ini sudah ada pada daftar."
BELUM_DITANDATANGANI = "PDF ini belum ditandatangani: isinya sama dengan berkas yang diunduh."
TANDA_RUSAK = (
    "Tanda tangan elektronik di dalam PDF ini tidak utuh. Tanda tangani berkas dari tautan "
    "“Unduh PDF untuk ditandatangani”, karena berkas bersegel tidak dapat ditandatangani lagi."
)
SATU_BSRE = "Dokumen ini sudah ditandatangani dengan BSrE."


class BerkasDitolak(ValueError):
    """The file is not taken; `pesan` says why and what to do, in Indonesian."""

    def __init__(self, pesan: str):
        super().__init__(pesan)
        self.pesan = pesan


def cara_tanda_tangan(pengguna: Pengguna, instansi: Instansi) -> frozenset[str]:
    """The ways by which this user may bring a signature: "unggah", "bsre". 1 query."""
    peran = peran_pada(pengguna, instansi)
    cara = {"unggah"} if peran & PENANDA_TANGAN else set()
    return frozenset(cara | ({"bsre"} if Peran.CAMAT in peran and bsre.aktif() else set()))


def pdf_untuk_ditandatangani(pengesahan: Pengesahan) -> bytes:
    """The issued PDF without its seal, which forbids every other signature."""
    from lkip.tanda_pdf import tanpa_segel  # pyHanko takes half a second to import

    with pengesahan.pdf.open("rb") as berkas:
        return tanpa_segel(berkas.read())


def periksa_berkas(isi: bytes, versi: VersiTerbit) -> None:
    """Refuse (BerkasDitolak) what is not this document with a signature. 1 query."""
    from lkip.tanda_pdf import baca_tanda_tangan

    if len(isi) > BITA_MAKSIMUM:
        raise BerkasDitolak(TERLALU_BESAR)
    _periksa_kode(_buka(isi), versi)
    _periksa_baru(hitung_hash(isi), versi.pengesahan)
    if isi.strip() == pdf_untuk_ditandatangani(versi.pengesahan).strip():
        raise BerkasDitolak(BELUM_DITANDATANGANI)
    if not all(satu.utuh for satu in baca_tanda_tangan(isi)):
        raise BerkasDitolak(TANDA_RUSAK)


def simpan_bertanda_tangan(
    versi: VersiTerbit, isi: bytes, *, asal: str, oleh: Pengguna
) -> BerkasBertandaTangan:
    """Keep a file beside those that are there; from now on it is the issued one.

    Raises BerkasDitolak when it came in twice.
    """
    pengesahan, sidik = versi.pengesahan, hitung_hash(isi)
    nama = f"{pengesahan.kode}-{asal}.pdf"
    with simpan_beku({"berkas": (nama, isi)}) as berkas, transaction.atomic():
        Pengesahan.objects.select_for_update().get(pk=pengesahan.pk)
        _periksa_baru(sidik, pengesahan)
        if asal == Asal.BSRE and pengesahan.berkas_bertanda_tangan.filter(asal=asal).exists():
            raise BerkasDitolak(SATU_BSRE)
        return BerkasBertandaTangan.objects.create(
            pengesahan=pengesahan, asal=asal, sha256=sidik, oleh=oleh, **berkas
        )


def _buka(isi: bytes) -> list[Any]:
    """The pages of a PDF that anybody can read."""
    if not isi.startswith(b"%PDF-"):
        raise BerkasDitolak(BUKAN_PDF)
    try:
        pdf = PdfReader(io.BytesIO(isi))
        if pdf.is_encrypted:
            raise BerkasDitolak(TERKUNCI)
        return list(islice(pdf.pages, HALAMAN_MAKSIMUM))
    except BerkasDitolak:
        raise
    except Exception as salah:  # a broken or hostile file may fail in any way
        raise BerkasDitolak(BUKAN_PDF) from salah


def _periksa_kode(halaman: list[Any], versi: VersiTerbit) -> None:
    """Look for the code on each page; OCR may have put spaces into it."""
    kode = versi.pengesahan.kode
    bertulisan = False
    for satu in halaman:
        teks = _teks(satu)
        if _padat(kode) in teks:
            return
        bertulisan = bertulisan or bool(teks)
    pesan = TANPA_KODE if bertulisan else TANPA_TEKS
    raise BerkasDitolak(pesan.format(kode=kode, judul=versi.judul))


def _teks(halaman: Any) -> str:
    try:
        return _padat(halaman.extract_text())
    except Exception as salah:  # as above
        raise BerkasDitolak(BUKAN_PDF) from salah


def _padat(teks: str) -> str:
    return re.sub(r"[\W_]+", "", teks).upper()


def _periksa_baru(sidik: str, pengesahan: Pengesahan) -> None:
    ada = {satu.sha256 for satu in pengesahan.berkas_bertanda_tangan.all()}
    if sidik in ada | {pengesahan.sha256_pdf}:
        raise BerkasDitolak(SUDAH_ADA)

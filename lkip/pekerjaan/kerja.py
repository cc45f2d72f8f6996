"""What each kind of job does, step by step."""

import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from types import SimpleNamespace

from django.utils import timezone
from simple_history.models import HistoricalRecords

from instansi.models import Keanggotaan
from lkip.akses import peran_pada
from lkip.bukukerja.galat import BukuSalah
from lkip.bukukerja.impor import HasilImpor, impor_buku
from lkip.bukukerja.titipan import baca_titipan, hapus_titipan
from lkip.daftar_tugas import susun_tugas
from lkip.dokumen.cetakan import pdf_perjanjian, pdf_untuk
from lkip.dokumen.pencetak import GagalMencetak
from lkip.isi.laporan import Laporan
from lkip.laporan import TidakAdaLaporan, build_laporan
from lkip.models import Pekerjaan
from lkip.pekerjaan.berkas import nama_tersimpan
from lkip.pekerjaan.dokumen import periksa_titipan
from lkip.pekerjaan.giliran import Direbut, Giliran, TakDapat
from lkip.pekerjaan.paket import simpan_paket
from lkip.pekerjaan.pengesahan import sahkan_dokumen
from lkip.pembaca.konfirmasi import baca_konfirmasi
from lkip.terbitan import terbitan
from lkip.unduhan import hitung_halaman

logger = logging.getLogger(__name__)
Jenis = Pekerjaan.Jenis

_PDF = ("Menyiapkan data", "Menyusun bab", "Membuat PDF", "Memeriksa PDF")
LANGKAH = {
    Jenis.LKIP: _PDF,
    Jenis.PK_MURNI: ("Menyiapkan data", "Menyusun lembar", "Membuat PDF", "Memeriksa PDF"),
    Jenis.PK_PERUBAHAN: ("Menyiapkan data", "Menyusun lembar", "Membuat PDF", "Memeriksa PDF"),
    Jenis.PAKET: ("Menyiapkan data", "Mengumpulkan berkas", "Memeriksa paket"),
    Jenis.IMPOR: ("Membuka buku kerja", "Memeriksa dan menyimpan isian"),
    Jenis.DOKUMEN: ("Membaca dokumen", "Memeriksa isinya", "Menyimpan temuan"),
    Jenis.PENGESAHAN: ("Memeriksa dokumen", "Membuat PDF", "Menyegel dan membekukan"),
}
TAK_TERDUGA = "Pekerjaan ini gagal. Data tidak berubah."
GAGAL_CETAK = "Dokumen gagal dibuat. Data laporan tidak berubah."
TAK_ADA_PK = "Perjanjian kinerja ini tidak ada lagi."
TAK_TERBIT = "Laporan tahun ini belum diterbitkan."
HILANG = "Buku kerja ini sudah dibatalkan atau lewat 24 jam. Unggah sekali lagi."
BERUBAH = "Isian berubah sejak pratinjau dibuat, jadi tidak ada yang disimpan. Unggah sekali lagi."


def jalankan(giliran: Giliran) -> bool:
    """Do the job of this turn; False if another worker has it by now. Never raises."""
    pekerjaan = giliran.pekerjaan
    try:
        PEKERJA[Jenis(pekerjaan.jenis)](giliran)
    except Direbut:
        logger.warning("%s was taken over", pekerjaan)
        return False
    except (TakDapat, TidakAdaLaporan, BukuSalah) as galat:
        _gagal(giliran, galat.pesan)
    except Exception as galat:
        logger.exception("job %s (%s) failed", pekerjaan.pk, pekerjaan)
        _gagal(giliran, GAGAL_CETAK if isinstance(galat, GagalMencetak) else TAK_TERDUGA)
    return True


def _gagal(giliran: Giliran, pesan: str) -> None:
    with suppress(Direbut):
        giliran.gagal(pesan)


def _cetak_lkip(giliran: Giliran) -> None:
    satu = giliran.pekerjaan
    laporan = build_laporan(satu.instansi, satu.tahun)
    berkas = pdf_untuk(laporan, giliran.lapor)
    giliran.lapor(4)
    _selesai_pdf(giliran, berkas, _kekurangan(satu, laporan))


def _cetak_pk(giliran: Giliran) -> None:
    satu = giliran.pekerjaan
    jenis = satu.jenis.removeprefix("pk-")
    for draf in (False, True):  # a PK Perubahan without a date is only in the draft
        laporan = build_laporan(satu.instansi, satu.tahun, draf=draf)
        for perjanjian in laporan.perjanjian:
            if perjanjian.jenis == jenis:
                berkas = pdf_perjanjian(laporan, perjanjian, giliran.lapor)
                giliran.lapor(4)
                _selesai_pdf(giliran, berkas, "")
                return
    raise TakDapat(TAK_ADA_PK)


def _selesai_pdf(giliran: Giliran, berkas: Path, pesan: str) -> None:
    """End with the file, unless it is none that can be read: then the next try prints anew."""
    halaman = hitung_halaman(berkas)
    if not halaman:
        berkas.unlink()
        raise GagalMencetak("the PDF has no pages")
    _selesai_berkas(giliran, berkas, pesan=pesan, halaman=halaman)


def _selesai_berkas(giliran: Giliran, berkas: Path, **hasil) -> None:
    ukuran = berkas.stat().st_size
    giliran.selesai(berkas=nama_tersimpan(berkas), ukuran=ukuran, **hasil)


def _kekurangan(satu: Pekerjaan, laporan: Laporan) -> str:
    """What the printed report still lacks, in one sentence."""
    konfirmasi = baca_konfirmasi(satu.instansi, satu.tahun)
    kelompok = susun_tugas(laporan, konfirmasi, timezone.localdate())
    kurang = [tugas for bagian in kelompok for tugas in bagian.tugas if not tugas.selesai]
    if not kurang:
        return "Semua bagian sudah terisi."
    contoh = "; ".join(f"{satu.nama} ({satu.kurang})" for satu in kurang[:3])
    return f"{len(kurang)} hal belum lengkap{', antara lain' if kurang[3:] else ''}: {contoh}."


def _susun_paket(giliran: Giliran) -> None:
    satu = giliran.pekerjaan
    pengesahan = terbitan(satu.instansi, satu.tahun)
    if pengesahan is None:
        raise TakDapat(TAK_TERBIT)
    giliran.lapor(2)
    berkas = simpan_paket(pengesahan, lambda: giliran.lapor(2))
    giliran.lapor(3)
    _selesai_berkas(giliran, berkas)


def _terapkan_buku(giliran: Giliran) -> None:
    """Store the workbook and end the job in one transaction, so that neither happens twice."""
    satu = giliran.pekerjaan
    isi = baca_titipan(satu.masukan["kunci"])
    if isi is None:
        raise TakDapat(HILANG)
    giliran.lapor(2)

    def tersimpan(hasil: HasilImpor) -> None:
        giliran.selesai(pesan=f"{len(hasil.perubahan)} isian tersimpan dari buku kerja.")

    with _sebagai(satu.oleh):
        hasil = impor_buku(
            isi,
            tempat=(satu.instansi, satu.tahun),
            boleh_pemda=Keanggotaan.Peran.ADMIN in peran_pada(satu.oleh, satu.instansi),
            simpan=True,
            sidik=satu.masukan["sidik"],
            tersimpan=tersimpan,
        )
    if not hasil.tersimpan:
        raise TakDapat(BERUBAH)
    hapus_titipan(satu.masukan["kunci"])


def _sahkan(giliran: Giliran) -> None:
    with _sebagai(giliran.pekerjaan.oleh):
        sahkan_dokumen(giliran)


@contextmanager
def _sebagai(pengguna) -> Iterator[None]:
    """Record changes under this user, as the middleware does in a request."""
    HistoricalRecords.context.request = SimpleNamespace(user=pengguna)
    try:
        yield
    finally:
        del HistoricalRecords.context.request


PEKERJA: dict[str, Callable[[Giliran], None]] = {
    Jenis.LKIP: _cetak_lkip,
    Jenis.PK_MURNI: _cetak_pk,
    Jenis.PK_PERUBAHAN: _cetak_pk,
    Jenis.PAKET: _susun_paket,
    Jenis.IMPOR: _terapkan_buku,
    Jenis.PENGESAHAN: _sahkan,
    Jenis.DOKUMEN: periksa_titipan,
}

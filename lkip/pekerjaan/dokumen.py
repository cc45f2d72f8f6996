"""Checking an uploaded document as a job. Of the document nothing is kept, of the findings a file."""

from pathlib import Path

from django.conf import settings

from lkip.bukukerja.titipan import baca_titipan, hapus_titipan
from lkip.pekerjaan.berkas import nama_tersimpan
from lkip.pekerjaan.giliran import Giliran, TakDapat
from lkip.periksa_dokumen.baca import baca_dokumen
from lkip.periksa_dokumen.galat import DokumenSalah
from lkip.periksa_dokumen.hasil import Hasil, tulis_hasil
from lkip.periksa_dokumen.periksa import periksa_halaman

HILANG = "Dokumen ini sudah dihapus. Unggah sekali lagi."


def periksa_titipan(giliran: Giliran) -> None:
    """Check the document that was left under the key of the job."""
    kunci = giliran.pekerjaan.masukan["kunci"]
    isi = baca_titipan(kunci)
    if isi is None:
        raise TakDapat(HILANG)
    try:
        halaman = baca_dokumen(isi)
    except DokumenSalah as salah:
        hapus_titipan(kunci)
        raise TakDapat(salah.pesan) from salah
    giliran.lapor(2)
    hasil = Hasil(periksa_halaman(halaman), len(halaman))
    giliran.lapor(3)
    berkas = _simpan(giliran.pekerjaan.sidik, tulis_hasil(hasil))
    banyak = f"{len(hasil.temuan)} temuan" if hasil.temuan else "Tidak ada temuan"
    giliran.selesai(
        berkas=nama_tersimpan(berkas),
        ukuran=berkas.stat().st_size,
        halaman=hasil.banyak_halaman,
        pesan=f"{banyak}.",
    )
    hapus_titipan(kunci)


def _simpan(nama: str, isi: str) -> Path:
    folder = Path(settings.DATA_DIR) / "temuan"
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    berkas = folder / f"{nama}.json"
    berkas.write_text(isi)
    return berkas

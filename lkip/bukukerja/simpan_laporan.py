"""Stores what is written and attached for the report of the year."""

from anggaran.models import SubKegiatan
from lkip.bukukerja.ambil_laporan import bukti_bertautan
from lkip.bukukerja.galat import BarisSalah
from lkip.bukukerja.kantor import Kantor, bidang_isi, ke, simpan, urutan_berikut
from lkip.bukukerja.kolom import Kunci
from lkip.bukukerja.lembar import MENURUT_NAMA
from lkip.bukukerja.simpan_anggaran import cari_sub_kegiatan
from lkip.bukukerja.simpan_rencana import cari_induk
from lkip.bukukerja.ubah import Ubah
from lkip.models import ButirAnalisis, Lampiran, Narasi, Pembanding
from perjanjian.models import Bukti, Realisasi

TANDA_SALINAN = "Perlu Dikonfirmasi"


def simpan_pembanding(kantor: Kantor, ubah: Ubah) -> None:
    kunci = {
        "lkip": kantor.lkip,
        "indikator": kantor.cari_indikator(ubah.nilai["Kode Indikator"]),
        "lingkup": ubah.kunci[1],
    }
    objek = Pembanding.objects.filter(**kunci).first() or Pembanding(**kunci)
    simpan(objek, *bidang_isi(MENURUT_NAMA["Pembanding"].kolom, ubah.isi))


def simpan_narasi(kantor: Kantor, ubah: Ubah) -> None:
    kunci = {"lkip": kantor.lkip, "bagian": ubah.kunci[0]}
    objek = Narasi.objects.filter(**kunci).first() or Narasi(**kunci)
    isi = {"isi": ubah.isi["Isi"]} if "Isi" in ubah.isi else {}
    simpan(objek, isi | _tanda(ubah), "Isi")


def _tanda(ubah: Ubah) -> dict[str, bool]:
    """Whether the text is a copy of last year that nobody has confirmed."""
    if TANDA_SALINAN not in ubah.isi:
        return {}
    return {"perlu_dikonfirmasi": bool(ubah.isi[TANDA_SALINAN])}


def simpan_analisis(kantor: Kantor, ubah: Ubah) -> None:
    """A row of the analysis; the n-th of its kind below this tujuan or sasaran."""
    kode, jenis, urutan = ubah.kunci
    milik = {"lkip": kantor.lkip, **cari_induk(kantor, str(kode))}
    daftar = ButirAnalisis.objects.filter(**milik)
    objek = ke(urutan, daftar.filter(jenis=jenis).order_by("urutan", "id")) or ButirAnalisis(
        **milik, urutan=urutan_berikut(daftar)
    )
    isi, nama = bidang_isi(MENURUT_NAMA["Analisis"].kolom, ubah.isi)
    simpan(objek, isi | _tanda(ubah), nama)


def simpan_bukti(kantor: Kantor, ubah: Ubah) -> None:
    """Evidence by a link: of a realisasi, or of a sub kegiatan."""
    *tempat, nama, urutan = ubah.kunci
    milik = _tempat_bukti(kantor, tuple(tempat))
    daftar = bukti_bertautan(kantor.instansi, kantor.tahun).filter(**milik, nama=nama)
    objek = ke(urutan, daftar) or Bukti(**milik)
    simpan(objek, *bidang_isi(MENURUT_NAMA["Bukti"].kolom, ubah.isi))


def _tempat_bukti(kantor: Kantor, kunci: Kunci) -> dict[str, Realisasi | SubKegiatan]:
    kode, tahun, triwulan, kode_sub = kunci
    if bool(kode) == bool(kode_sub):
        raise BarisSalah("Isi Kode Indikator atau Kode Sub Kegiatan, salah satu.", "Kode Indikator")
    if kode_sub:
        return {"sub_kegiatan": cari_sub_kegiatan(kantor, str(kode_sub), "Kode Sub Kegiatan")}
    if tahun is None or triwulan is None:
        raise BarisSalah("Isi Tahun dan Triwulan; setahun penuh ditulis 0.", "Triwulan")
    kantor.periksa_tahun(int(str(tahun)), "Tahun", kantor.tahun)
    tempat = {
        "indikator": kantor.cari_indikator(kode),
        "tahun": tahun,
        "triwulan": triwulan,
    }
    ada = Realisasi.objects.filter(**tempat).first()
    return {"realisasi": ada or simpan(Realisasi(**tempat), {}, "Triwulan")}


def simpan_lampiran(kantor: Kantor, ubah: Ubah) -> None:
    """An attachment without its file, which is uploaded on its page."""
    jenis, judul, urutan = ubah.kunci
    daftar = Lampiran.objects.filter(lkip=kantor.lkip)
    sama = daftar.filter(jenis=jenis, judul=judul).order_by("urutan", "id")
    objek = ke(urutan, sama) or Lampiran(lkip=kantor.lkip, urutan=urutan_berikut(daftar))
    simpan(objek, *bidang_isi(MENURUT_NAMA["Lampiran"].kolom, ubah.isi))

"""Stores how the pemda assesses from this year on, as the sheet Instansi says it."""

from django.core.exceptions import NON_FIELD_ERRORS

from instansi.models import Pemda
from lkip.bukukerja.ambil_instansi import kelas_dari, profil_berlaku
from lkip.bukukerja.galat import BarisSalah
from lkip.bukukerja.isian import BIDANG_PROFIL
from lkip.bukukerja.jenis import Nilai
from lkip.bukukerja.kantor import simpan
from lkip.bukukerja.kolom import NilaiBaris
from lkip.bukukerja.skala import baca_kode, baca_skala, tulis_skala
from lkip.bukukerja.ubah import Ubah
from lkip.models import KelasPredikat, ProfilPenilaian
from lkip.pembaca.penilaian import PROFIL_BAKU


def simpan_profil(pemda: Pemda, tahun: int, ubah: Ubah) -> None:
    """Change the profile of the year; one of an earlier year stays, and this year gets its own."""
    berlaku = profil_berlaku(pemda.pk, tahun)
    kelas_lama = list(berlaku.kelas.all()) if berlaku else []
    if berlaku is not None and berlaku.tahun == tahun:
        profil = berlaku
    else:
        profil = berlaku or ProfilPenilaian(pemda=pemda, dasar_hukum=PROFIL_BAKU.dasar_hukum)
        profil.pk, profil.tahun, profil.versi = None, tahun, 1
        profil._state.adding = True
    baru = profil.pk is None
    kolom = {bidang: nama for nama, bidang in BIDANG_PROFIL.items()}
    kolom |= {"batas_rata_rata": "Batas Capaian", NON_FIELD_ERRORS: "Batas Capaian"}
    simpan(profil, _isi_profil(ubah.isi), kolom)
    if {"Skala", "Kode Predikat"} & ubah.isi.keys():
        profil.kelas.all().delete()
        _simpan_kelas(profil, kelas_lama, ubah.nilai)
    elif baru:
        for satu in kelas_lama:
            satu.pk, satu.profil, satu.versi = None, profil, 1
            satu._state.adding = True
            simpan(satu, {}, "Skala")


def _isi_profil(isi: NilaiBaris) -> dict[str, Nilai]:
    bidang = {satu: isi[nama] for nama, satu in BIDANG_PROFIL.items() if nama in isi}
    if not 0 <= bidang.get("ambang_serapan", 0) <= 100:
        raise BarisSalah("Isi dengan 0 sampai 100 persen.", "Ambang Serapan")
    batas = isi.get("Batas Capaian")
    if batas is None:
        return bidang
    if batas.huruf:
        raise BarisSalah("Isi dengan persen, atau tulis tanpa batas.", "Batas Capaian")
    return bidang | {"batas_rata_rata": batas.nilai}


def _simpan_kelas(profil: ProfilPenilaian, lama: list[KelasPredikat], nilai: NilaiBaris) -> None:
    """The classes of the scale of the sheet, or of the one stored, with their codes."""
    kelas = baca_skala(str(nilai.get("Skala") or tulis_skala(map(kelas_dari, lama))))
    kode = baca_kode(str(nilai.get("Kode Predikat") or ""), kelas)
    for satu, singkat in zip(kelas, kode, strict=True):
        isi = {
            "nama": satu.nama,
            "batas_bawah": satu.batas,
            "terbuka": satu.terbuka,
            "kode": singkat,
        }
        simpan(KelasPredikat(profil=profil), isi, "Skala")

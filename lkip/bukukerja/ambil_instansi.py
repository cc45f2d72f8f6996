"""Reads the sheet Instansi: the office, its pemda, its plan and the profile that holds."""

from collections.abc import Mapping
from datetime import date

from django.db.models import Model

from instansi.models import Instansi, Pejabat
from lkip.bukukerja.isian import BIDANG_PROFIL, BIDANG_RENSTRA, BIDANG_RKT, ISIAN
from lkip.bukukerja.jenis import Nilai
from lkip.bukukerja.kinerja import KOSONG, NilaiKinerja
from lkip.bukukerja.kolom import NilaiBaris
from lkip.bukukerja.skala import Kelas, tulis_kode, tulis_skala
from lkip.models import LKIP, KelasPredikat, ProfilPenilaian
from perjanjian.models import RencanaKinerja
from renstra.models import Renstra


def hari_laporan(tahun: int, instansi: Instansi | None) -> date:
    """The day of the report of this year; until it has one, the last day of the year."""
    lkip = LKIP.objects.filter(instansi=instansi, tahun=tahun).first() if instansi else None
    return (lkip and lkip.tanggal) or date(tahun, 12, 31)


def pejabat_pada(tahun: int, instansi: Instansi, peran: str) -> Pejabat | None:
    """The head of the office or of the pemda on the day of the report of this year."""
    hari = hari_laporan(tahun, instansi)
    milik = {"instansi": instansi} if peran == Pejabat.Peran.PIMPINAN else {}
    daftar = Pejabat.objects.filter(pemda=instansi.pemda_id, peran=peran, **milik)
    return daftar.menjabat(hari).order_by("-mulai", "-id").first()


def profil_berlaku(pemda: int, tahun: int) -> ProfilPenilaian | None:
    """The latest profile of the pemda up to this year."""
    daftar = ProfilPenilaian.objects.filter(pemda=pemda, tahun__lte=tahun)
    return daftar.order_by("-tahun").first()


def kelas_dari(satu: KelasPredikat) -> Kelas:
    """A stored class as the scale writes it."""
    return Kelas(satu.nama, satu.batas_bawah, satu.terbuka)


def ambil_instansi(instansi: Instansi, tahun: int, renstra: Renstra | None) -> NilaiBaris:
    """The sheet Instansi as one row."""
    pimpinan = pejabat_pada(tahun, instansi, Pejabat.Peran.PIMPINAN)
    atasan = pejabat_pada(tahun, instansi, Pejabat.Peran.KEPALA_DAERAH)
    profil = profil_berlaku(instansi.pemda_id, tahun)
    return {
        "Kode": instansi.kode,
        "Nama": instansi.nama,
        "Pemda": instansi.pemda.nama,
        "Provinsi": instansi.pemda.provinsi,
        "Alamat": instansi.alamat,
        "Telepon": instansi.telepon,
        "Email": instansi.email,
        "Jabatan Pimpinan": instansi.jabatan_pimpinan,
        "Nama Pimpinan": pimpinan.nama_lengkap if pimpinan else "",
        "NIP Pimpinan": pimpinan.nip if pimpinan else "",
        "Pangkat Pimpinan": pimpinan.pangkat if pimpinan else "",
        "Jabatan Atasan": instansi.pemda.jabatan_kepala,
        "Nama Atasan": atasan.nama_lengkap if atasan else "",
        "Periode Awal": renstra and renstra.tahun_awal,
        "Periode Akhir": renstra and renstra.tahun_akhir,
        "Tahun": tahun,
        **_profil(profil),
        **_tambahan(instansi, tahun),
        "Kode Pemda": instansi.pemda.kode,
        **_bidang(BIDANG_RENSTRA, renstra),
    }


def _tambahan(instansi: Instansi, tahun: int) -> NilaiBaris:
    """The lines beyond those that every workbook has."""
    milik = {"instansi": instansi, "tahun": tahun}
    lkip = LKIP.objects.filter(**milik).first()
    rkt = RencanaKinerja.objects.filter(**milik).first()
    return {
        satu.nama: getattr(instansi, satu.bidang) for satu in ISIAN if satu.tambahan and satu.bidang
    } | {
        "Tanggal LKIP": lkip and lkip.tanggal,
        **_bidang(BIDANG_RKT, rkt),
    }


def _bidang(nama: Mapping[str, str], objek: Model | None) -> dict[str, Nilai]:
    return {kolom: getattr(objek, bidang) if objek else None for kolom, bidang in nama.items()}


def _profil(profil: ProfilPenilaian | None) -> NilaiBaris:
    kelas = list(profil.kelas.all()) if profil else []
    return {
        "Skala": tulis_skala(map(kelas_dari, kelas)) if profil else "",
        "Kode Predikat": tulis_kode([s.nama for s in kelas], [s.kode for s in kelas]),
        "Batas Capaian": _batas(profil),
        **_bidang(BIDANG_PROFIL, profil),
    }


def _batas(profil: ProfilPenilaian | None) -> NilaiKinerja:
    if profil is None:
        return KOSONG
    return NilaiKinerja(nilai=profil.batas_rata_rata, tanpa=profil.batas_rata_rata is None)

"""Stores units, officials, tugas and the area."""

from django.db.models import QuerySet

from instansi.models import (
    Desa,
    IsuStrategis,
    Pejabat,
    ProfilWilayah,
    Seksi,
    UraianTugas,
)
from lkip.bukukerja.galat import BarisSalah
from lkip.bukukerja.jenis import Nilai, rapikan
from lkip.bukukerja.kantor import Kantor, M, bidang_isi, ke, simpan, urutan_berikut
from lkip.bukukerja.lembar import MENURUT_NAMA
from lkip.bukukerja.simpan_instansi import PESAN_PEMDA
from lkip.bukukerja.simpan_rencana import cari_seksi
from lkip.bukukerja.ubah import Ubah


def simpan_unit(kantor: Kantor, ubah: Ubah) -> None:
    """The unit itself; what is above it follows once all are there."""
    nama = str(ubah.nilai["Nama"])
    unit = cari_seksi(kantor, nama, "Nama")
    simpan(unit, {"nama": nama}, "Nama")


def simpan_unit_atasan(kantor: Kantor, ubah: Ubah) -> None:
    if "Unit Atasan" not in ubah.isi:
        return
    unit = cari_seksi(kantor, str(ubah.nilai["Nama"]), "Nama")
    nama = str(ubah.isi["Unit Atasan"])
    atasan = cari_seksi(kantor, nama, "Unit Atasan") if nama else None
    _tolak_melingkar(kantor, unit, atasan)
    simpan(unit, {"induk": atasan}, "Unit Atasan")


def _tolak_melingkar(kantor: Kantor, unit: Seksi, atasan: Seksi | None) -> None:
    menurut_pk = {satu.pk: satu for satu in kantor.seksi.values()}
    while atasan is not None:
        if atasan.pk == unit.pk:
            raise BarisSalah("Unit ini berada di bawah dirinya sendiri.", "Unit Atasan")
        atasan = menurut_pk.get(atasan.induk_id)


def simpan_pejabat(kantor: Kantor, ubah: Ubah) -> None:
    """An official in one period, known by role, unit and first day."""
    peran, unit, mulai, urutan = ubah.kunci
    if peran == Pejabat.Peran.KEPALA_DAERAH and not kantor.boleh_pemda:
        raise BarisSalah(PESAN_PEMDA, "Peran")
    if bool(unit) != (peran == Pejabat.Peran.UNIT):
        raise BarisSalah("Unit diisi untuk pimpinan unit organisasi, dan hanya untuknya.", "Unit")
    tempat = {
        "pemda": kantor.instansi.pemda,
        "instansi": None if peran == Pejabat.Peran.KEPALA_DAERAH else kantor.instansi,
        "seksi": _unit(kantor, str(unit)) if unit else None,
        "peran": peran,
        "mulai": mulai,
    }
    objek = ke(urutan, Pejabat.objects.filter(**tempat).order_by("id")) or Pejabat(**tempat)
    simpan(objek, *bidang_isi(MENURUT_NAMA["Pejabat"].kolom, ubah.isi))


def _unit(kantor: Kantor, nama: str) -> Seksi:
    """A unit by its exact name, for the name is part of the key of the row."""
    unit = {rapikan(satu.nama): satu for satu in kantor.seksi.values()}
    return kantor.cari(unit, "Unit Organisasi", nama, "Unit")


def simpan_uraian_tugas(kantor: Kantor, ubah: Ubah) -> None:
    jenis, nomor = ubah.kunci
    kunci = {"instansi": kantor.instansi, "jenis": jenis, "urutan": nomor}
    _simpan_baris("Uraian Tugas", UraianTugas.objects.all(), kunci, ubah)


def simpan_isu_strategis(kantor: Kantor, ubah: Ubah) -> None:
    kunci = {"instansi": kantor.instansi, "tahun": kantor.tahun, "urutan": ubah.kunci[0]}
    _simpan_baris("Isu Strategis", IsuStrategis.objects.all(), kunci, ubah)


def simpan_profil_wilayah(kantor: Kantor, ubah: Ubah) -> None:
    tahun = _tahun(kantor, ubah.kunci[0])
    kunci = {"instansi": kantor.instansi, "tahun": tahun}
    profil = _simpan_baris("Profil Wilayah", ProfilWilayah.objects.all(), kunci, ubah)
    kantor.profil_wilayah[tahun] = profil


def simpan_mata_pencaharian(kantor: Kantor, ubah: Ubah) -> None:
    tahun = _tahun(kantor, ubah.kunci[0])
    profil = kantor.cari(kantor.profil_wilayah, "Profil Wilayah", tahun, "Tahun")
    kunci = {"profil": profil, "nama": ubah.kunci[1]}
    _simpan_baris("Mata Pencaharian", profil.mata_pencaharian.all(), kunci, ubah, berurut=True)


def _tahun(kantor: Kantor, nilai: Nilai) -> int:
    """The year of a profile: of this workbook or before, and not submitted yet."""
    tahun = int(str(nilai))
    if tahun > kantor.tahun:
        raise BarisSalah(f"Tahun {tahun} sesudah tahun buku kerja ini, {kantor.tahun}.", "Tahun")
    kantor.tolak_terkunci(tahun, "Tahun")
    return tahun


def simpan_desa(kantor: Kantor, ubah: Ubah) -> None:
    nama, kelurahan = ubah.kunci
    kunci = {"instansi": kantor.instansi, "nama": nama, "kelurahan": kelurahan}
    _simpan_baris("Desa", kantor.instansi.desa.all(), kunci, ubah, berurut=True)


def simpan_potensi(kantor: Kantor, ubah: Ubah) -> None:
    jenis, nama = ubah.kunci
    kunci = {"instansi": kantor.instansi, "jenis": jenis, "nama": nama}
    lain = {}
    if "Desa" in ubah.isi:
        lain["desa"] = _cari_desa(kantor, str(ubah.isi["Desa"]))
    daftar = kantor.instansi.potensi.all()
    _simpan_baris("Potensi", daftar, kunci, ubah, lain, berurut=True)


def _cari_desa(kantor: Kantor, teks: str) -> Desa | None:
    """The desa or kelurahan by its kind and name, since both may bear one name."""
    if not teks:
        return None
    for satu in kantor.instansi.desa.all():
        if rapikan(str(satu)).casefold() == teks.casefold():
            return satu
    raise BarisSalah(
        f"{teks} tidak ada pada lembar Desa. Tulis seperti Desa Ajung atau Kelurahan Kebonsari.",
        "Desa",
    )


def _simpan_baris(
    lembar: str,
    daftar: QuerySet[M],
    kunci: dict[str, Nilai],
    ubah: Ubah,
    lain: dict[str, Nilai] | None = None,
    *,
    berurut: bool = False,
) -> M:
    """The object of this key, made at the end of its list where there is none."""
    objek = daftar.filter(**kunci).first() or daftar.model(
        **kunci, **({"urutan": urutan_berikut(daftar)} if berurut else {})
    )
    isi, nama = bidang_isi(MENURUT_NAMA[lembar].kolom, ubah.isi)
    return simpan(objek, isi | (lain or {}), nama)

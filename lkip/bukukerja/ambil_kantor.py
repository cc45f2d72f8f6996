"""Reads units, officials, tugas and the area as rows of the workbook."""

from collections.abc import Iterable, Iterator

from django.db.models import Q

from instansi.models import (
    Desa,
    Instansi,
    IsuStrategis,
    MataPencaharian,
    Pejabat,
    Potensi,
    ProfilWilayah,
    UraianTugas,
)
from lkip.bukukerja.kolom import NilaiBaris, menurut_bidang, pasangkan_bidang
from lkip.bukukerja.lembar import MENURUT_NAMA


def ambil_kantor(instansi: Instansi, tahun: int) -> dict[str, Iterable[NilaiBaris]]:
    """These sheets; what belongs to a year is of this one, or up to it."""
    milik = {"instansi": instansi}
    isu = IsuStrategis.objects.filter(**milik, tahun=tahun).order_by("urutan")
    profil = ProfilWilayah.objects.filter(**milik, tahun__lte=tahun).order_by("tahun")
    daftar = {
        "Uraian Tugas": UraianTugas.objects.filter(**milik).order_by("-jenis", "urutan"),
        "Profil Wilayah": profil,
        "Desa": Desa.objects.filter(**milik).order_by("urutan", "nama"),
        "Isu Strategis": isu,
    }
    return {
        "Unit Organisasi": _unit(instansi),
        "Pejabat": _pejabat(instansi),
        **{nama: menurut_bidang(MENURUT_NAMA[nama], satu) for nama, satu in daftar.items()},
        "Mata Pencaharian": _mata_pencaharian(instansi, tahun),
        "Potensi": _potensi(instansi),
    }


def _unit(instansi: Instansi) -> Iterator[NilaiBaris]:
    for satu in instansi.seksi.select_related("induk").order_by("urutan", "id"):
        yield {"Nama": satu.nama, "Unit Atasan": satu.induk.nama if satu.induk else ""}


def _pejabat(instansi: Instansi) -> Iterator[NilaiBaris]:
    """All who are or were in office, the head of the pemda included."""
    milik = Q(instansi=instansi) | Q(pemda=instansi.pemda_id, instansi=None)
    daftar = Pejabat.objects.filter(milik).select_related("seksi").order_by("peran", "mulai", "id")
    for satu, baris in pasangkan_bidang(MENURUT_NAMA["Pejabat"], daftar):
        yield baris | {"Unit": satu.seksi.nama if satu.seksi else ""}


def _mata_pencaharian(instansi: Instansi, tahun: int) -> Iterator[NilaiBaris]:
    daftar = MataPencaharian.objects.filter(profil__instansi=instansi, profil__tahun__lte=tahun)
    urut = daftar.select_related("profil").order_by("profil__tahun", "urutan", "id")
    for satu, baris in pasangkan_bidang(MENURUT_NAMA["Mata Pencaharian"], urut):
        yield baris | {"Tahun": satu.profil.tahun}


def _potensi(instansi: Instansi) -> Iterator[NilaiBaris]:
    daftar = Potensi.objects.filter(instansi=instansi).select_related("desa")
    for satu, baris in pasangkan_bidang(
        MENURUT_NAMA["Potensi"], daftar.order_by("jenis", "urutan", "id")
    ):
        yield baris | {"Desa": str(satu.desa) if satu.desa else ""}

"""Reads targets and realisasi as rows of the workbook."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from instansi.models import Instansi
from lkip.bukukerja.kinerja import KOSONG, NilaiKinerja
from lkip.bukukerja.kolom import NilaiBaris
from perjanjian.models import PerjanjianKinerja, Realisasi, RencanaAksi, TargetPK, TargetRKT
from renstra.models import Renstra, TargetRenstra

URUT_INDIKATOR = ("indikator__urutan", "indikator__kode")
TARGET = ("nilai", "huruf", "tidak_ditargetkan")
CATATAN = {
    "Pendukung": "pendukung",
    "Penghambat": "penghambat",
    "Tindak Lanjut": "tindak_lanjut",
}
TANDA_LALU = "Data Tahun Sebelumnya"


def nilai_target(objek: Any) -> NilaiKinerja:
    """The cell of a target."""
    return NilaiKinerja(nilai=objek.nilai, huruf=objek.huruf, tanpa=objek.tidak_ditargetkan)


def nilai_realisasi(objek: Realisasi, *, rasio: bool) -> NilaiKinerja:
    """The cell of a realisasi; numerator and denominator have columns of their own in a triwulan."""
    isi = NilaiKinerja(nilai=objek.nilai, huruf=objek.huruf, tanpa=objek.tidak_ada_kejadian)
    if rasio and objek.penyebut is not None:
        return NilaiKinerja(pembilang=objek.pembilang, penyebut=objek.penyebut)
    return isi


def ambil_target_renstra(renstra: Renstra) -> list[NilaiBaris]:
    """One row per indikator, one column per year of the plan."""
    target = {
        (satu.indikator_id, satu.tahun): nilai_target(satu)
        for satu in TargetRenstra.objects.filter(indikator__renstra=renstra)
    }
    return _per_tahun(renstra, range(renstra.tahun_awal, renstra.tahun_akhir + 1), target)


def ambil_realisasi(renstra: Renstra, tahun: int) -> list[NilaiBaris]:
    """One row per indikator, one column per year up to this one."""
    daftar = Realisasi.objects.filter(indikator__renstra=renstra, triwulan=0, tahun__lte=tahun)
    nilai = {(satu.indikator_id, satu.tahun): nilai_realisasi(satu, rasio=True) for satu in daftar}
    return _per_tahun(renstra, range(renstra.tahun_awal, tahun + 1), nilai)


def _per_tahun(
    renstra: Renstra, tahun: Iterable[int], nilai: Mapping[tuple[int, int], NilaiKinerja]
) -> list[NilaiBaris]:
    return [
        {"Kode Indikator": satu.kode}
        | {str(pada): nilai.get((satu.pk, pada), KOSONG) for pada in tahun}
        for satu in renstra.indikator.order_by("urutan", "kode")
    ]


def ambil_triwulan(renstra: Renstra, tahun: int) -> list[NilaiBaris]:
    """One row for each triwulan that has a target or a report, up to this year."""
    milik = {"indikator__renstra": renstra, "tahun__lte": tahun}
    urut = (*URUT_INDIKATOR, "tahun", "triwulan")
    ikut = ("indikator", "seksi")
    baris: dict[tuple, NilaiBaris] = {}
    for aksi in RencanaAksi.objects.filter(**milik).select_related(*ikut).order_by(*urut):
        baris[_periode(aksi)] = _baris_triwulan(aksi) | {
            "Target": nilai_target(aksi),
            "Rencana Aksi": aksi.aksi,
            "Unit Rencana Aksi": aksi.seksi.nama if aksi.seksi else "",
        }
    lapor = Realisasi.objects.filter(**milik, triwulan__gt=0).select_related("indikator")
    for satu in lapor.order_by(*urut):
        isi = baris.setdefault(_periode(satu), _baris_triwulan(satu))
        isi |= {"Pembilang": satu.pembilang, "Penyebut": satu.penyebut}
        isi |= _catatan(satu)
        isi["Nilai"] = nilai_realisasi(satu, rasio=False)
    return [baris[kunci] for kunci in sorted(baris) if _berisi(baris[kunci])]


def _berisi(baris: NilaiBaris) -> bool:
    """Whether a row says more than which triwulan it is."""
    kunci = ("Kode Indikator", "Tahun", "Triwulan")
    return any(nilai or nilai == 0 for nama, nilai in baris.items() if nama not in kunci)


def ambil_catatan_tahunan(renstra: Renstra, tahun: int) -> Iterator[NilaiBaris]:
    """What is noted on the value of a whole year, which itself stands on the sheet Realisasi."""
    daftar = Realisasi.objects.filter(indikator__renstra=renstra, triwulan=0, tahun__lte=tahun)
    for satu in daftar.select_related("indikator").order_by(*URUT_INDIKATOR, "tahun"):
        isi = _catatan(satu)
        if any(isi.values()):
            yield {"Kode Indikator": satu.indikator.kode, "Tahun": satu.tahun, **isi}


def _catatan(satu: Realisasi) -> NilaiBaris:
    catatan = {nama: getattr(satu, bidang) for nama, bidang in CATATAN.items()}
    return catatan | {TANDA_LALU: satu.data_tahun_sebelumnya or None}


def _periode(satu: RencanaAksi | Realisasi) -> tuple:
    return satu.indikator.urutan, satu.indikator.kode, satu.tahun, satu.triwulan


def _baris_triwulan(satu: RencanaAksi | Realisasi) -> NilaiBaris:
    return {
        "Kode Indikator": satu.indikator.kode,
        "Tahun": satu.tahun,
        "Triwulan": satu.triwulan,
        "Target": KOSONG,
        "Pembilang": None,
        "Penyebut": None,
        "Nilai": KOSONG,
        **dict.fromkeys((*CATATAN, "Rencana Aksi", "Unit Rencana Aksi"), ""),
        TANDA_LALU: None,
    }


def ambil_pk(instansi: Instansi, tahun: int) -> list[NilaiBaris]:
    """The perjanjian of the year, murni first."""
    return [
        {
            "Jenis": satu.jenis,
            "Nomor": satu.nomor,
            "Tanggal": satu.tanggal,
            "Alasan": satu.alasan,
            "Tahap Anggaran": satu.tahap_anggaran,
        }
        for satu in PerjanjianKinerja.objects.filter(instansi=instansi, tahun=tahun).order_by(
            "jenis"
        )
    ]


def ambil_target_rkt(instansi: Instansi, tahun: int) -> list[NilaiBaris]:
    """The targets of the RKT of the year."""
    daftar = TargetRKT.objects.filter(rencana__instansi=instansi, rencana__tahun=tahun)
    return [
        {"Kode Indikator": satu.indikator.kode, "Target": nilai_target(satu)}
        for satu in daftar.select_related("indikator").order_by(*URUT_INDIKATOR)
    ]


def ambil_target_pk(instansi: Instansi, tahun: int) -> list[NilaiBaris]:
    """The targets of both perjanjian in the order of their lampiran."""
    daftar = TargetPK.objects.filter(perjanjian__instansi=instansi, perjanjian__tahun=tahun)
    return [
        {
            "Jenis": satu.perjanjian.jenis,
            "Kode Indikator": satu.indikator.kode,
            "Target": nilai_target(satu),
        }
        for satu in daftar.select_related("perjanjian", "indikator").order_by(
            "perjanjian__jenis", "urutan", *URUT_INDIKATOR
        )
    ]

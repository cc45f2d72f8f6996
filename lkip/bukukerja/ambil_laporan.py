"""Reads what is written and attached for the report of a year as rows of the workbook."""

from collections.abc import Iterator

from django.db.models import Q, QuerySet

from instansi.models import Instansi
from lkip.bukukerja.jenis import rapikan
from lkip.bukukerja.kolom import NilaiBaris, menurut_bidang, pasangkan_bidang
from lkip.bukukerja.lembar import MENURUT_NAMA
from lkip.models import ButirAnalisis, Lampiran, Narasi, Pembanding
from lkip.naskah import bersihkan
from perjanjian.models import Bukti

JENIS_BUTIR = list(ButirAnalisis.Jenis)


def ambil_pembanding(instansi: Instansi, tahun: int) -> Iterator[NilaiBaris]:
    daftar = (
        Pembanding.objects.filter(lkip__instansi=instansi, lkip__tahun=tahun)
        .select_related("indikator")
        .order_by("indikator__urutan", "indikator__kode", "lingkup")
    )
    for satu, baris in pasangkan_bidang(MENURUT_NAMA["Pembanding"], daftar):
        yield {"Kode Indikator": satu.indikator.kode, **baris}


def ambil_narasi(instansi: Instansi, tahun: int) -> Iterator[NilaiBaris]:
    daftar = Narasi.objects.filter(lkip__instansi=instansi, lkip__tahun=tahun).order_by("bagian")
    for satu in daftar:
        if isi := rapikan(bersihkan(satu.isi)):
            yield {
                "Bagian": satu.bagian,
                "Isi": isi,
                "Perlu Dikonfirmasi": satu.perlu_dikonfirmasi or None,
            }


def ambil_analisis(instansi: Instansi, tahun: int) -> list[NilaiBaris]:
    """The rows of each tujuan and sasaran as its page shows them: by kind, then in order."""
    daftar = ButirAnalisis.objects.filter(lkip__instansi=instansi, lkip__tahun=tahun)
    butir = sorted(
        daftar.select_related("tujuan", "sasaran").order_by("urutan", "id"), key=_urutan_butir
    )
    return [
        baris
        | {
            "Induk": (satu.tujuan or satu.sasaran).kode,
            "Perlu Dikonfirmasi": satu.perlu_dikonfirmasi or None,
        }
        for satu, baris in pasangkan_bidang(MENURUT_NAMA["Analisis"], butir)
    ]


def _urutan_butir(satu: ButirAnalisis) -> tuple:
    simpul = satu.tujuan or satu.sasaran
    return satu.tujuan is None, simpul.urutan, simpul.kode, JENIS_BUTIR.index(satu.jenis)


def bukti_bertautan(instansi: Instansi, tahun: int) -> QuerySet[Bukti]:
    """Evidence that a workbook can name: by a link. Files are uploaded page by page."""
    milik = Q(realisasi__indikator__renstra__instansi=instansi, realisasi__tahun__lte=tahun) | Q(
        sub_kegiatan__kegiatan__program__instansi=instansi,
        sub_kegiatan__kegiatan__program__tahun=tahun,
    )
    return Bukti.objects.filter(milik).exclude(tautan="").order_by("id")


def ambil_bukti(instansi: Instansi, tahun: int) -> Iterator[NilaiBaris]:
    daftar = bukti_bertautan(instansi, tahun).select_related("realisasi__indikator", "sub_kegiatan")
    for satu, baris in pasangkan_bidang(MENURUT_NAMA["Bukti"], daftar):
        lapor, sub = satu.realisasi, satu.sub_kegiatan
        yield baris | {
            "Kode Indikator": lapor.indikator.kode if lapor else "",
            "Tahun": lapor and lapor.tahun,
            "Triwulan": lapor and lapor.triwulan,
            "Kode Sub Kegiatan": sub.kode if sub else "",
        }


def ambil_lampiran(instansi: Instansi, tahun: int) -> Iterator[NilaiBaris]:
    daftar = Lampiran.objects.filter(lkip__instansi=instansi, lkip__tahun=tahun)
    return menurut_bidang(MENURUT_NAMA["Lampiran"], daftar.order_by("urutan", "id"))

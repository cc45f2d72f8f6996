"""Reads the budget as rows of the workbook."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal

from django.db.models import Q

from anggaran.models import (
    Kegiatan,
    Keluaran,
    Pagu,
    Program,
    ProgramSasaran,
    RealisasiAnggaran,
    SubKegiatan,
)
from instansi.models import Instansi
from lkip.bukukerja.kolom import Kunci, NilaiBaris
from lkip.bukukerja.lembar import KOLOM_UANG, UANG
from lkip.bukukerja.lembar_tambahan import KOLOM_JENIS
from lkip.isi.anggaran import JenisBelanja

BIDANG_KELUARAN = {
    "Indikator": "indikator",
    "Satuan": "satuan",
    "Target": "target",
    "Realisasi Keluaran": "realisasi",
}
TANPA_KELUARAN = {"Indikator": "", "Satuan": "", "Target": None, "Realisasi Keluaran": None}
SETAHUN = 4  # the last triwulan
TANPA_UANG = dict.fromkeys(UANG)


def ambil_anggaran(instansi: Instansi, tahun: int) -> list[NilaiBaris]:
    """The tree in the order of its codes; a second output has a row of its own."""
    milik = {"program__instansi": instansi, "program__tahun": tahun}
    simpul = [
        *Program.objects.filter(instansi=instansi, tahun=tahun),
        *Kegiatan.objects.filter(**milik),
        *SubKegiatan.objects.filter(
            **{f"kegiatan__{k}": nilai for k, nilai in milik.items()}
        ).select_related("seksi"),
    ]
    keluaran = _keluaran(instansi, tahun)
    uang = _uang(instansi, tahun)
    hasil: list[NilaiBaris] = []
    for satu in sorted(simpul, key=lambda satu: satu.kode):
        kunci = (type(satu), satu.pk)
        hasil += _baris(satu, keluaran.get(kunci, []), uang.get(satu.pk, {}))
    return hasil


def _baris(simpul, keluaran: list[Keluaran], uang: dict[str, Decimal]) -> Iterator[NilaiBaris]:
    isi_uang = uang if isinstance(simpul, SubKegiatan) else {}
    seksi = simpul.seksi if isinstance(simpul, SubKegiatan) else None
    yield {
        "Kode": simpul.kode,
        "Uraian": simpul.nama,
        **(_isi_keluaran(keluaran[0]) if keluaran else TANPA_KELUARAN),
        **TANPA_UANG,
        **isi_uang,
        "Catatan": simpul.catatan,
        "Unit": seksi.nama if seksi else "",
    }
    for satu in keluaran[1:]:
        yield {
            "Kode": simpul.kode,
            "Uraian": "",
            **_isi_keluaran(satu),
            **TANPA_UANG,
            "Catatan": "",
            "Unit": "",
        }


def _isi_keluaran(satu: Keluaran) -> NilaiBaris:
    return {kolom: getattr(satu, bidang) for kolom, bidang in BIDANG_KELUARAN.items()}


def milik_tahun(instansi: Instansi, tahun: int) -> Q:
    """Outputs of all three levels of one office and year."""
    kondisi = Q()
    for awalan in ("program", "kegiatan__program", "sub_kegiatan__kegiatan__program"):
        kondisi |= Q(**{f"{awalan}__instansi": instansi, f"{awalan}__tahun": tahun})
    return kondisi


def _keluaran(instansi: Instansi, tahun: int) -> dict[tuple[type, int], list[Keluaran]]:
    hasil: dict[tuple[type, int], list[Keluaran]] = defaultdict(list)
    for satu in Keluaran.objects.filter(milik_tahun(instansi, tahun)).order_by("urutan", "id"):
        if satu.program_id:
            hasil[Program, satu.program_id].append(satu)
        elif satu.kegiatan_id:
            hasil[Kegiatan, satu.kegiatan_id].append(satu)
        else:
            hasil[SubKegiatan, satu.sub_kegiatan_id].append(satu)
    return hasil


def _uang(instansi: Instansi, tahun: int) -> dict[int, dict[str, Decimal]]:
    """Amounts of each sub kegiatan by column; the last triwulan reported is the year."""
    milik = _uang_tahun(instansi, tahun)
    nama = {tempat: kolom for kolom, tempat in KOLOM_UANG.items()}
    hasil: dict[int, dict[str, Decimal]] = defaultdict(dict)
    pagu: Iterable[Pagu] = Pagu.objects.filter(milik)
    for satu in pagu:
        hasil[satu.sub_kegiatan_id][nama[satu.tahap, satu.jenis]] = satu.jumlah
    for lapor in RealisasiAnggaran.objects.filter(milik).order_by("triwulan"):
        hasil[lapor.sub_kegiatan_id][nama[None, lapor.jenis]] = lapor.jumlah
    return hasil


def _uang_tahun(instansi: Instansi, tahun: int) -> Q:
    return Q(
        sub_kegiatan__kegiatan__program__instansi=instansi,
        sub_kegiatan__kegiatan__program__tahun=tahun,
    )


def ambil_realisasi_anggaran(instansi: Instansi, tahun: int) -> Iterable[NilaiBaris]:
    """What was spent up to the end of each triwulan, by kind of belanja."""
    nama = {jenis: kolom for kolom, jenis in KOLOM_JENIS.items()}
    baris: dict[tuple[str, int], NilaiBaris] = {}
    daftar = RealisasiAnggaran.objects.filter(_uang_tahun(instansi, tahun))
    for satu in daftar.select_related("sub_kegiatan").order_by("sub_kegiatan__kode", "triwulan"):
        kode, triwulan = kunci = (satu.sub_kegiatan.kode, satu.triwulan)
        kosong = {"Kode": kode, "Triwulan": triwulan, **dict.fromkeys(KOLOM_JENIS)}
        baris.setdefault(kunci, kosong)[nama[JenisBelanja(satu.jenis)]] = satu.jumlah
    return baris.values()


def tanpa_setahun(baris: Mapping[Kunci, NilaiBaris]) -> dict[Kunci, NilaiBaris]:
    """Without the sub kegiatan that report the whole year only: the sheet Anggaran says that."""
    bertriwulan = {kode for kode, triwulan in baris if triwulan != SETAHUN}
    return {kunci: satu for kunci, satu in baris.items() if kunci[0] in bertriwulan}


def ambil_program_sasaran(instansi: Instansi, tahun: int) -> list[NilaiBaris]:
    """Which sasaran a program supports, with its share in percent."""
    daftar = ProgramSasaran.objects.filter(program__instansi=instansi, program__tahun=tahun)
    return [
        {"Kode Program": program, "Kode Sasaran": sasaran, "Porsi": porsi}
        for program, sasaran, porsi in daftar.order_by(
            "program__kode", "sasaran__kode"
        ).values_list("program__kode", "sasaran__kode", "porsi")
    ]

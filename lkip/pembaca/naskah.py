"""Read what staff wrote for the LKIP of a year, and where that LKIP stands."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from lkip.isi.kinerja import Analisis
from lkip.isi.kinerja import ButirAnalisis as IsiButir
from lkip.isi.organisasi import Foto as IsiFoto
from lkip.isi.organisasi import Lampiran as IsiLampiran
from lkip.models import LKIP, ButirAnalisis, Foto, Lampiran, Pembanding
from lkip.naskah import bersihkan


@dataclass(frozen=True, kw_only=True)
class BarisPembanding:
    """A benchmark row of one indikator."""

    lingkup: str
    nilai: Decimal | None
    alasan: str
    sumber: str
    tahun: int | None


@dataclass(frozen=True, kw_only=True)
class Naskah:
    """The state of the LKIP and its texts; keys are bagian, kode of the node, kode of indikator."""

    status: str = LKIP.Status.DRAF
    perbaikan_ke: int = 0
    tanggal: date | None = None
    narasi: Mapping[str, str] = field(default_factory=dict)
    angka: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    analisis: Mapping[str, Analisis] = field(default_factory=dict)
    pembanding: Mapping[str, tuple[BarisPembanding, ...]] = field(default_factory=dict)
    foto: tuple[IsiFoto, ...] = ()
    lampiran: tuple[IsiLampiran, ...] = ()


def baca_naskah(instansi, tahun: int) -> Naskah:
    """The LKIP of the year; an empty draft if none was started. 5 queries."""
    baris = list(
        LKIP.objects.filter(instansi=instansi, tahun=tahun)
        .order_by("narasi__bagian")
        .values(
            "id",
            "status",
            "perbaikan_ke",
            "tanggal",
            "narasi__bagian",
            "narasi__isi",
            "narasi__angka",
        )
    )
    if not baris:
        return Naskah()
    lkip = baris[0]["id"]
    return Naskah(
        status=baris[0]["status"],
        perbaikan_ke=baris[0]["perbaikan_ke"],
        tanggal=baris[0]["tanggal"],
        narasi={
            satu["narasi__bagian"]: bersihkan(satu["narasi__isi"])
            for satu in baris
            if satu["narasi__isi"]
        },
        angka={
            satu["narasi__bagian"]: satu["narasi__angka"] for satu in baris if satu["narasi__angka"]
        },
        analisis=_baca_analisis(lkip),
        pembanding=_baca_pembanding(lkip),
        foto=_baca_foto(lkip),
        lampiran=_baca_lampiran(lkip),
    )


def _baca_analisis(lkip: int) -> dict[str, Analisis]:
    butir: dict[str, dict[str, list[IsiButir]]] = defaultdict(lambda: defaultdict(list))
    for satu in (
        ButirAnalisis.objects.filter(lkip=lkip)
        .order_by("urutan", "id")
        .values("tujuan__kode", "sasaran__kode", "jenis", "uraian", "penanggung_jawab", "tenggat")
    ):
        butir[satu["tujuan__kode"] or satu["sasaran__kode"]][satu["jenis"]].append(
            IsiButir(
                uraian=satu["uraian"],
                penanggung_jawab=satu["penanggung_jawab"],
                tenggat=satu["tenggat"],
            )
        )
    return {
        kode: Analisis(**{jenis: tuple(baris) for jenis, baris in per_jenis.items()})
        for kode, per_jenis in butir.items()
    }


def _baca_pembanding(lkip: int) -> dict[str, tuple[BarisPembanding, ...]]:
    hasil: dict[str, list[BarisPembanding]] = defaultdict(list)
    for satu in (
        Pembanding.objects.filter(lkip=lkip).select_related("indikator").order_by("lingkup")
    ):
        hasil[satu.indikator.kode].append(
            BarisPembanding(
                lingkup=satu.get_lingkup_display(),
                nilai=satu.nilai,
                alasan=satu.alasan,
                sumber=satu.sumber,
                tahun=satu.tahun_data,
            )
        )
    return {kode: tuple(baris) for kode, baris in hasil.items()}


def _baca_foto(lkip: int) -> tuple[IsiFoto, ...]:
    return tuple(
        IsiFoto(
            berkas=satu.berkas.name,
            keterangan=satu.keterangan,
            tanggal=satu.tanggal,
            lokasi=satu.lokasi,
            kode_sub_kegiatan=satu.sub_kegiatan.kode if satu.sub_kegiatan else "",
        )
        for satu in Foto.objects.filter(lkip=lkip)
        .select_related("sub_kegiatan")
        .order_by("urutan", "id")
    )


def _baca_lampiran(lkip: int) -> tuple[IsiLampiran, ...]:
    return tuple(
        IsiLampiran(judul=satu.judul, jenis=satu.get_jenis_display(), keterangan=satu.keterangan)
        for satu in Lampiran.objects.filter(lkip=lkip).order_by("urutan", "id")
    )

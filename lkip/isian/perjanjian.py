"""Grids of one year: targets of the RKT and of both PK, and the rencana aksi per triwulan."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.db import models

from instansi.models import Seksi
from lkip.isi.anggaran import Tahap
from lkip.isi.laporan import Laporan
from lkip.isian.jenis import IsianSalah, Teks
from lkip.isian.kisi import BarisKisi, Kisi, Kolom, Simpanan
from lkip.isian.perencanaan import TARGET_RENSTRA
from lkip.isian.ruang import Ruang
from lkip.isian.target import (
    ISI_TARGET,
    PETUNJUK_TARGET,
    KolomTarget,
    NilaiTarget,
    jenis_target,
)
from perjanjian.models import PerjanjianKinerja, RencanaAksi, RencanaKinerja, TargetPK, TargetRKT
from renstra.models import Indikator, Renstra

TRIWULAN = {1: "I", 2: "II", 3: "III", 4: "IV"}
TARGET_RKT = Simpanan(model=TargetRKT, induk="indikator", isi=ISI_TARGET)
TARGET_PK = Simpanan(model=TargetPK, induk="indikator", isi=ISI_TARGET)
RENCANA_AKSI = Simpanan(model=RencanaAksi, induk="indikator", isi=(*ISI_TARGET, "aksi", "seksi_id"))
PK = {
    Tahap.MURNI: ("target-pk", "Target Perjanjian Kinerja", ("Perjanjian Kinerja", "pk")),
    Tahap.PERUBAHAN: (
        "target-pk-perubahan",
        "Target Perjanjian Kinerja Perubahan",
        ("Perjanjian Kinerja Perubahan", "pk_perubahan"),
    ),
}


def kisi_target_rkt(ruang: Ruang) -> Kisi:
    """Targets of the RKT beside those of the Renstra."""
    rencana = RencanaKinerja.objects.filter(instansi=ruang.instansi, tahun=ruang.tahun).first()
    kolom = (
        _acuan_renstra(ruang),
        KolomTarget(
            nama="target",
            judul="Target RKT",
            simpanan=TARGET_RKT,
            kunci=(("rencana_id", rencana and rencana.pk),),
        ),
    )
    return Kisi(
        nama="target-rkt",
        judul="Target RKT",
        jenis_baris="Indikator",
        remah=(("Rencana Kinerja Tahunan", "rkt"),),
        petunjuk=PETUNJUK_TARGET,
        alasan_terkunci="" if rencana else f"RKT tahun {ruang.tahun} belum dibuat.",
        kolom=kolom,
        baris=_baris_indikator(ruang, rencana and rencana.renstra_id, kolom),
    )


def kisi_target_pk(ruang: Ruang) -> Kisi:
    """Targets of the PK as first agreed, beside those of the Renstra and the RKT."""
    return _kisi_target_pk(ruang, Tahap.MURNI)


def kisi_target_pk_perubahan(ruang: Ruang) -> Kisi:
    """Targets of the PK Perubahan beside those of the PK murni."""
    return _kisi_target_pk(ruang, Tahap.PERUBAHAN)


@dataclass(frozen=True, kw_only=True, eq=False)
class KolomTargetPK(KolomTarget):
    """A target of a PK; a new one stands where its indikator stands in the plan."""

    def pasang(self, rekam: models.Model, nilai: NilaiTarget) -> None:
        super().pasang(rekam, nilai)
        if rekam.pk is None:
            rekam.urutan = rekam.indikator.urutan


def _kisi_target_pk(ruang: Ruang, jenis: Tahap) -> Kisi:
    nama, judul, remah = PK[jenis]
    semua = PerjanjianKinerja.objects.filter(instansi=ruang.instansi, tahun=ruang.tahun)
    perjanjian = {satu.jenis: satu for satu in semua}
    ini = perjanjian.get(jenis)
    kolom = (
        *_acuan_pk(ruang, jenis, perjanjian),
        KolomTargetPK(nama="target", judul="Target PK", **_tempat_pk(ini)),
    )
    return Kisi(
        nama=nama,
        judul=judul,
        jenis_baris="Indikator",
        remah=(remah,),
        petunjuk=f"{PETUNJUK_TARGET} Indikator tanpa target tidak masuk perjanjian.",
        alasan_terkunci=_alasan_pk(judul, ini),
        kolom=kolom,
        baris=_baris_indikator(
            ruang, ini and ini.renstra_id, kolom, terkunci=ini is not None and ini.is_locked
        ),
    )


def _alasan_pk(judul: str, perjanjian: PerjanjianKinerja | None) -> str:
    naskah = judul.removeprefix("Target ")
    if perjanjian is None:
        return f"{naskah} belum dibuat."
    status = perjanjian.get_status_display()
    return f"{naskah} berstatus {status}, sehingga targetnya tetap." if perjanjian.is_locked else ""


def _tempat_pk(perjanjian: PerjanjianKinerja | None) -> dict[str, object]:
    return {
        "simpanan": TARGET_PK,
        "kunci": (("perjanjian_id", perjanjian and perjanjian.pk),),
    }


def _acuan_pk(
    ruang: Ruang, jenis: Tahap, perjanjian: Mapping[str, PerjanjianKinerja]
) -> tuple[Kolom, ...]:
    """What the targets of this PK are set beside."""
    if jenis is Tahap.PERUBAHAN:
        murni = _tempat_pk(perjanjian.get(Tahap.MURNI))
        return (KolomTarget(nama="murni", judul="PK murni", terkunci=True, **murni),)
    rencana = RencanaKinerja.objects.filter(instansi=ruang.instansi, tahun=ruang.tahun).first()
    rkt = KolomTarget(
        nama="rkt",
        judul="RKT",
        terkunci=True,
        simpanan=TARGET_RKT,
        kunci=(("rencana_id", rencana and rencana.pk),),
    )
    return _acuan_renstra(ruang), rkt


def _acuan_renstra(ruang: Ruang) -> KolomTarget:
    return KolomTarget(
        nama="renstra",
        judul="Renstra",
        terkunci=True,
        simpanan=TARGET_RENSTRA,
        kunci=(("tahun", ruang.tahun),),
    )


def _baris_indikator(
    ruang: Ruang, renstra: int | None, kolom: tuple[Kolom, ...], *, terkunci: bool = False
) -> tuple[BarisKisi, ...]:
    return tuple(
        BarisKisi(
            objek=satu,
            judul=satu.nama,
            satuan=satu.satuan,
            terkunci=terkunci or not ruang.mengisi_semua,
            jenis=jenis_target(satu, kolom),
        )
        for satu in Indikator.objects.filter(renstra=renstra)
    )


@dataclass(frozen=True)
class PilihanUnit:
    """A unit of the office by its name, or none."""

    unit: Mapping[int, str]
    masukan: str = "pilihan"

    @property
    def label(self) -> tuple[str, ...]:
        return "", *self.unit.values()

    def baca(self, teks: str) -> int | None:
        dicari = " ".join(teks.split()).casefold()
        if not dicari:
            return None
        for pk, nama in self.unit.items():
            if nama.casefold() == dicari:
                return pk
        raise IsianSalah(f"Unit “{teks.strip()}” tidak ada pada susunan organisasi.")

    def cetak(self, nilai: int | None) -> str:
        return self.unit.get(nilai, "")


def kisi_rencana_aksi(ruang: Ruang) -> Kisi:
    """Target, action and unit of each triwulan; a seksi enters those of its own indikator."""
    renstra = Renstra.objects.berlaku(ruang.instansi, ruang.tahun)
    unit = PilihanUnit(
        dict(Seksi.objects.filter(instansi=ruang.instansi).values_list("pk", "nama"))
    )
    kolom = (
        Kolom(nama="target", judul="Target tahun", kelompok="Perjanjian Kinerja"),
        *(satu for triwulan in TRIWULAN for satu in _kolom_triwulan(ruang.tahun, triwulan, unit)),
    )
    indikator = Indikator.objects.filter(renstra=renstra).prefetch_related("penanggung_jawab")
    kunci = {satu.kode: str(satu.pk) for satu in indikator}
    return Kisi(
        nama="rencana-aksi",
        judul="Rencana aksi per triwulan",
        jenis_baris="Indikator",
        remah=(("Kinerja per triwulan", "triwulan"),),
        petunjuk=f"{PETUNJUK_TARGET} Rencana aksi satu triwulan memerlukan targetnya.",
        kolom=kolom,
        baris=tuple(
            BarisKisi(
                objek=satu,
                judul=satu.nama,
                satuan=satu.satuan,
                terkunci=not ruang.mengisi_seksi({u.pk for u in satu.penanggung_jawab.all()}),
                jenis=jenis_target(satu, kolom),
            )
            for satu in indikator
        ),
        hasil=lambda laporan: _target_tahun(laporan, kunci),
    )


def _target_tahun(laporan: Laporan, kunci: Mapping[str, str]) -> dict[tuple[str, str], str]:
    return {
        (kunci[satu.kode], "target"): satu.target.teks_angka
        for satu in laporan.indikator
        if satu.kode in kunci
    }


def _kolom_triwulan(tahun: int, triwulan: int, unit: PilihanUnit) -> tuple[Kolom, ...]:
    tempat = {
        "simpanan": RENCANA_AKSI,
        "kunci": (("tahun", tahun), ("triwulan", triwulan)),
        "kelompok": f"Triwulan {TRIWULAN[triwulan]}",
    }
    return (
        KolomTarget(nama=f"tw{triwulan}-target", judul="Target", **tempat),
        Kolom(
            nama=f"tw{triwulan}-aksi",
            judul="Rencana aksi",
            jenis=Teks(500, berbaris=True),
            bidang="aksi",
            **tempat,
        ),
        Kolom(
            nama=f"tw{triwulan}-unit",
            judul="Penanggung jawab",
            jenis=unit,
            bidang="seksi_id",
            **tempat,
        ),
    )

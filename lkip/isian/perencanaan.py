"""Grids of the Renstra: sasaran RPJMD, targets by year, and which program supports which sasaran."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from django.db import models
from django.db.models import Max

from anggaran.models import Program, ProgramSasaran
from lkip.angka import format_lengkap
from lkip.capaian import SERATUS
from lkip.isian.jenis import Angka, Teks
from lkip.isian.kisi import BarisKisi, Kisi, Kolom, Simpanan
from lkip.isian.ruang import Ruang
from lkip.isian.target import ISI_TARGET, PETUNJUK_TARGET, KolomTarget, jenis_target
from renstra.models import Indikator, Renstra, Sasaran, SasaranRPJMD, TargetRenstra

TARGET_RENSTRA = Simpanan(model=TargetRenstra, induk="indikator", isi=ISI_TARGET)
PORSI = Simpanan(model=ProgramSasaran, induk="program", isi=("porsi",))
RENSTRA = ("Rencana Strategis", "renstra")


def kisi_target_renstra(ruang: Ruang) -> Kisi:
    """Indikator by year of the plan. Only the office as a whole sets them, not a seksi."""
    renstra = Renstra.objects.berlaku(ruang.instansi, ruang.tahun)
    tahun = range(renstra.tahun_awal, renstra.tahun_akhir + 1) if renstra else ()
    kolom = tuple(
        KolomTarget(
            nama=str(satu),
            judul=str(satu),
            simpanan=TARGET_RENSTRA,
            kunci=(("tahun", satu),),
        )
        for satu in tahun
    )
    return Kisi(
        nama="target-renstra",
        judul="Target Renstra",
        jenis_baris="Indikator",
        remah=(RENSTRA,),
        petunjuk=PETUNJUK_TARGET,
        kolom=kolom,
        baris=tuple(
            BarisKisi(
                objek=indikator,
                judul=indikator.nama,
                satuan=indikator.satuan,
                terkunci=not ruang.mengisi_semua,
                jenis=jenis_target(indikator, kolom),
            )
            for indikator in Indikator.objects.filter(renstra=renstra)
        ),
    )


def kisi_sasaran_rpjmd(ruang: Ruang) -> Kisi:
    """The sasaran of the RPJMD that the plan supports, in the order in which they were entered."""
    renstra = Renstra.objects.berlaku(ruang.instansi, ruang.tahun)
    semua = SasaranRPJMD.objects.filter(renstra=renstra)
    dapat = renstra is not None and ruang.mengisi_semua
    return Kisi(
        nama="sasaran-rpjmd",
        judul="Sasaran RPJMD",
        jenis_baris="Nomor",
        remah=(RENSTRA,),
        petunjuk="Sasaran RPJMD yang didukung Renstra. Tujuan dihubungkan dengannya pada pohon "
        "Renstra.",
        kolom=(
            Kolom(nama="uraian", judul="Sasaran", jenis=Teks(500, wajib=True), bidang="uraian"),
            Kolom(nama="indikator", judul="Indikator", jenis=Teks(300), bidang="indikator"),
        ),
        baris=tuple(
            BarisKisi(objek=satu, judul=f"Sasaran RPJMD {nomor}", terkunci=not ruang.mengisi_semua)
            for nomor, satu in enumerate(semua, 1)
        ),
        buat=(lambda: _sasaran_rpjmd_baru(renstra)) if dapat else None,
        dapat_dihapus=dapat,
    )


def _sasaran_rpjmd_baru(renstra: Renstra) -> SasaranRPJMD:
    terakhir = renstra.sasaran_rpjmd.aggregate(Max("urutan"))["urutan__max"] or 0
    return SasaranRPJMD(renstra=renstra, urutan=terakhir + 1)


@dataclass(frozen=True, kw_only=True, eq=False)
class KolomPorsi(Kolom):
    """A share in percent. A program that does not support the sasaran has an empty cell."""

    def ambil(self, rekam: models.Model) -> Decimal | None:
        return None if rekam.pk is None else rekam.porsi


def kisi_program_sasaran(ruang: Ruang) -> Kisi:
    """Program by sasaran: the share of the program's money that supports the sasaran."""
    renstra = Renstra.objects.berlaku(ruang.instansi, ruang.tahun)
    program = tuple(Program.objects.filter(instansi=ruang.instansi, tahun=ruang.tahun))
    porsi = tuple(
        KolomPorsi(
            nama=f"s{satu.pk}",
            judul=f"{satu.kode} {satu.uraian}",
            jenis=Angka("%"),
            bidang="porsi",
            simpanan=PORSI,
            kunci=(("sasaran_id", satu.pk),),
        )
        for satu in Sasaran.objects.filter(renstra=renstra)
    )
    jumlah = f"porsi:{','.join(satu.nama for satu in porsi)}" if porsi else ""
    return Kisi(
        nama="program-sasaran",
        judul="Program pendukung sasaran",
        jenis_baris="Program",
        remah=(RENSTRA,),
        petunjuk="Isi porsi anggaran program dalam persen; jumlah satu program harus 100. Sel "
        "kosong berarti program tidak mendukung sasaran itu.",
        kolom=(*porsi, Kolom(nama="jumlah", judul="Jumlah (%)", hitung=jumlah)),
        baris=tuple(
            BarisKisi(objek=satu, judul=satu.nama, kode=satu.kode, terkunci=not ruang.mengisi_semua)
            for satu in program
        ),
        turunan=lambda: dict(_jumlah_porsi(program, renstra)),
    )


def _jumlah_porsi(
    program: tuple[Program, ...], renstra: Renstra | None
) -> Iterator[tuple[tuple[str, str], str]]:
    """The sum of each program's shares, and that it must be 100 where it is not."""
    jumlah: dict[int, Decimal] = defaultdict(Decimal)
    for satu in ProgramSasaran.objects.filter(program__in=program, sasaran__renstra=renstra):
        jumlah[satu.program_id] += satu.porsi
    for pk, porsi in jumlah.items():
        angka = format_lengkap(porsi)
        yield (str(pk), "jumlah"), angka if porsi == SERATUS else f"{angka} (harus 100)"

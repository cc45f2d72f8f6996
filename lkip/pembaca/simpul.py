"""Assemble tujuan and sasaran with their indikator, their money and their analysis."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from lkip.capaian import rata_rata
from lkip.isi.anggaran import Anggaran, BarisAnggaran, Uang
from lkip.isi.kinerja import Analisis, Indikator, JenisSimpul, ProgramPendukung, Sasaran
from lkip.isi.laporan import RencanaStrategis, SasaranRenstra, TujuanRenstra
from lkip.isi.profil import Profil
from lkip.pembaca.renstra import BarisRenstra
from lkip.serapan import hitung_efisiensi, hitung_serapan, nilai_efisiensi_pmk

Baris = Mapping[str, Any]
SERATUS = Decimal(100)


@dataclass(frozen=True, kw_only=True)
class BahanSimpul:
    """What the nodes are made of; `porsi` lists (program, sasaran, percent) by code."""

    renstra: BarisRenstra
    profil: Profil
    anggaran: Anggaran
    porsi: Sequence[tuple[str, str, Decimal]]
    analisis: Mapping[str, Analisis]

    @property
    def simpul(self) -> Iterable[tuple[JenisSimpul, Baris, int]]:
        """Tujuan and sasaran in the order of the plan, numbered within their kind."""
        nomor = 0
        for urutan, tujuan in enumerate(self.renstra.tujuan, start=1):
            yield JenisSimpul.TUJUAN, tujuan, urutan
            for sasaran in tujuan["sasaran"]:
                nomor += 1
                yield JenisSimpul.SASARAN, sasaran, nomor

    def program_pendukung(self, jenis: JenisSimpul, simpul: Baris) -> tuple[ProgramPendukung, ...]:
        """The programs of a sasaran, or of all sasaran of a tujuan, each once (R6)."""
        sasaran = [simpul] if jenis is JenisSimpul.SASARAN else simpul["sasaran"]
        kode = {satu["kode"] for satu in sasaran}
        bagian: dict[str, Decimal] = defaultdict(Decimal)
        for program, tujuan, porsi in self.porsi:
            if tujuan in kode:
                bagian[program] += porsi
        return tuple(
            ProgramPendukung(
                program=program,
                porsi=bagian[program.kode],
                uang=program.uang.bagian(bagian[program.kode]),
                bersama=bagian[program.kode] < SERATUS,
            )
            for program in self.anggaran.program
            if program.kode in bagian
        )


def susun_sasaran(
    bahan: BahanSimpul, indikator: Mapping[tuple[JenisSimpul, int], Sequence[Indikator]]
) -> tuple[Sasaran, ...]:
    """The nodes that have an indikator in the PK, in the order of `indikator`."""
    simpul = {(jenis, satu["id"]): (satu, nomor) for jenis, satu, nomor in bahan.simpul}
    return tuple(
        _sasaran(bahan, kunci[0], *simpul[kunci], anggota) for kunci, anggota in indikator.items()
    )


def _sasaran(
    bahan: BahanSimpul,
    jenis: JenisSimpul,
    simpul: Baris,
    nomor: int,
    indikator: Sequence[Indikator],
) -> Sasaran:
    program = bahan.program_pendukung(jenis, simpul)
    uang = sum((satu.uang for satu in program), Uang())
    capaian = [satu.capaian for satu in indikator]
    rerata = rata_rata(capaian, bahan.profil.batas_rata_rata)
    return Sasaran(
        jenis=jenis,
        kode=simpul["kode"],
        nomor=nomor,
        uraian=simpul["uraian"],
        strategi=simpul.get("strategi", ""),
        kebijakan=simpul.get("kebijakan", ""),
        indikator=tuple(indikator),
        rata_rata=rerata,
        capaian_tanpa_batas=rata_rata(capaian, None).nilai,
        predikat=None if rerata.nilai is None else bahan.profil.skala.predikat(rerata.nilai),
        program=program,
        uang=uang,
        porsi_anggaran=hitung_serapan(bahan.anggaran.uang.pagu, uang.pagu),
        efisiensi=hitung_efisiensi(rerata.nilai, uang.serapan, bahan.profil.batas_rata_rata),
        nilai_pmk=_nilai_pmk(program) if bahan.profil.kolom_pmk else None,
        analisis=bahan.analisis.get(simpul["kode"], Analisis()),
    )


def _nilai_pmk(program: Sequence[ProgramPendukung]) -> tuple[Decimal, Decimal] | None:
    """PMK 22/2021 over the sub kegiatan whose output was reported (R7)."""
    keluaran = []
    for pendukung in program:
        for sub in pendukung.program.daun:
            capaian = _capaian_keluaran(sub)
            if capaian is not None:
                uang = sub.uang.bagian(pendukung.porsi)
                keluaran.append((uang.pagu, capaian / 100, uang.realisasi))
    return nilai_efisiensi_pmk(keluaran)


def _capaian_keluaran(sub: BarisAnggaran) -> Decimal | None:
    return rata_rata([satu.capaian for satu in sub.keluaran], None).nilai


def susun_renstra(
    bahan: BahanSimpul, indikator: Mapping[tuple[JenisSimpul, int], Sequence[Indikator]]
) -> RencanaStrategis:
    """The plan with all its indikator, whether the PK of the year has them or not."""
    kepala = bahan.renstra.kepala
    nomor = {(jenis, simpul["id"]): angka for jenis, simpul, angka in bahan.simpul}

    def sasaran(satu: Baris) -> SasaranRenstra:
        pendukung = bahan.program_pendukung(JenisSimpul.SASARAN, satu)
        return SasaranRenstra(
            kode=satu["kode"],
            nomor=nomor[JenisSimpul.SASARAN, satu["id"]],
            uraian=satu["uraian"],
            strategi=satu["strategi"],
            kebijakan=satu["kebijakan"],
            indikator=tuple(indikator.get((JenisSimpul.SASARAN, satu["id"]), ())),
            program=tuple(program.program for program in pendukung),
        )

    return RencanaStrategis(
        tahun_awal=kepala["tahun_awal"],
        tahun_akhir=kepala["tahun_akhir"],
        dasar_hukum=kepala["dasar_hukum"],
        perubahan_ke=kepala["perubahan_ke"],
        visi=kepala["visi"],
        misi=kepala["misi"],
        tujuan_rpjmd=kepala["tujuan_rpjmd"],
        sasaran_rpjmd=bahan.renstra.sasaran_rpjmd,
        tujuan=tuple(
            TujuanRenstra(
                kode=tujuan["kode"],
                nomor=nomor[JenisSimpul.TUJUAN, tujuan["id"]],
                uraian=tujuan["uraian"],
                sasaran_rpjmd=tujuan["sasaran_rpjmd"],
                indikator=tuple(indikator.get((JenisSimpul.TUJUAN, tujuan["id"]), ())),
                sasaran=tuple(sasaran(satu) for satu in tujuan["sasaran"]),
            )
            for tujuan in bahan.renstra.tujuan
        ),
    )

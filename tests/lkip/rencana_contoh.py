"""The plans of the hand-made report: its Renstra and its PK."""

from datetime import date

from lkip.isi.anggaran import BarisAnggaran, Tahap
from lkip.isi.kinerja import JenisSimpul, Sasaran
from lkip.isi.laporan import (
    Perjanjian,
    RencanaStrategis,
    SasaranRenstra,
    TargetPerjanjian,
    TujuanRenstra,
)
from tests.lkip.instansi_contoh import BUPATI, CAMAT


def buat_renstra(
    sasaran: tuple[Sasaran, ...], pohon: tuple[BarisAnggaran, ...]
) -> RencanaStrategis:
    """The Renstra 2021–2026 with one tujuan over all sasaran."""
    anak = tuple(
        SasaranRenstra(
            kode=satu.kode,
            nomor=satu.nomor,
            uraian=satu.uraian,
            strategi=satu.strategi,
            kebijakan=satu.kebijakan,
            indikator=satu.indikator,
            program=tuple(dukungan.program for dukungan in satu.program),
        )
        for satu in sasaran
        if satu.jenis is JenisSimpul.SASARAN
    )
    tujuan = TujuanRenstra(
        kode="T1",
        nomor=1,
        uraian="Meningkatnya akuntabilitas kinerja",
        sasaran_rpjmd="Meningkatnya tata kelola pemerintahan",
        indikator=tuple(
            indikator
            for satu in sasaran
            if satu.jenis is JenisSimpul.TUJUAN
            for indikator in satu.indikator
        ),
        sasaran=anak,
    )
    return RencanaStrategis(
        tahun_awal=2021,
        tahun_akhir=2026,
        dasar_hukum="Peraturan Bupati Contoh Nomor 2 Tahun 2021",
        perubahan_ke=0,
        visi="Contoh yang maju",
        misi="Membangun tata kelola pemerintahan yang baik",
        tujuan_rpjmd="Terwujudnya pemerintahan yang akuntabel",
        sasaran_rpjmd=("Meningkatnya tata kelola pemerintahan",),
        tujuan=(tujuan,),
    )


def buat_perjanjian(
    tahap: Tahap, sasaran: tuple[Sasaran, ...], pohon: tuple[BarisAnggaran, ...]
) -> Perjanjian:
    """The PK of one version, with all indikator and programs."""
    murni = tahap is Tahap.MURNI
    return Perjanjian(
        jenis=tahap,
        nomor="100.3/1" if murni else "100.3/2",
        tanggal=date(2024, 1, 26) if murni else date(2024, 11, 26),
        tempat="Sukamaju",
        alasan="" if murni else "perubahan anggaran program penunjang",
        disahkan=True,
        pihak_pertama=CAMAT,
        pihak_kedua=BUPATI,
        target=tuple(
            TargetPerjanjian(
                nomor=nomor,
                label=satu.label,
                uraian=satu.uraian,
                indikator=indikator,
                target=indikator.target_murni if murni else indikator.target,
            )
            for nomor, satu in enumerate(sasaran, 1)
            for indikator in satu.indikator
        ),
        pagu_program=tuple(
            (program, program.uang.pagu_murni if murni else program.uang.pagu) for program in pohon
        ),
    )

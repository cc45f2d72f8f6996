"""Grids of Perencanaan: targets of the Renstra."""

from lkip.isian.jenis import Angka
from lkip.isian.kisi import BarisKisi, Kisi, Kolom, Simpanan
from lkip.isian.ruang import Ruang
from renstra.models import Indikator, Renstra, TargetRenstra

TARGET_RENSTRA = Simpanan(
    model=TargetRenstra, induk="indikator", isi=("nilai", "huruf", "tidak_ditargetkan")
)


def kisi_target_renstra(ruang: Ruang) -> Kisi:
    """Indikator by year of the plan. Only the office as a whole sets them, not a seksi."""
    renstra = Renstra.objects.berlaku(ruang.instansi, ruang.tahun)
    tahun = range(renstra.tahun_awal, renstra.tahun_akhir + 1) if renstra else ()
    return Kisi(
        nama="target-renstra",
        judul="Target Renstra",
        jenis_baris="Indikator",
        remah=(("Rencana Strategis", "renstra"),),
        kolom=tuple(
            Kolom(
                nama=str(satu),
                judul=str(satu),
                jenis=Angka(),
                bidang="nilai",
                simpanan=TARGET_RENSTRA,
                kunci=(("tahun", satu),),
            )
            for satu in tahun
        ),
        baris=tuple(
            BarisKisi(
                objek=indikator,
                judul=indikator.nama,
                satuan=indikator.satuan,
                terkunci=not ruang.mengisi_semua,
            )
            for indikator in Indikator.objects.filter(renstra=renstra)
        ),
    )

"""One field of NarasiLaporan, one function: the list of all generated sections."""

from lkip.isi.laporan import Laporan
from lkip.narasi import (
    belanja,
    capaian_umum,
    ikhtisar,
    metode,
    organisasi,
    pengantar,
    rencana,
    sumber_daya,
)
from lkip.narasi.bentuk import NarasiLaporan
from lkip.narasi.sasaran import susun_sasaran


def susun_narasi(laporan: Laporan) -> NarasiLaporan:
    """Return all generated sentences of a report; the same report always gives the same words."""
    return NarasiLaporan(
        kata_pengantar=pengantar.susun_kata_pengantar(laporan),
        ikhtisar=ikhtisar.susun_ikhtisar(laporan),
        ikhtisar_sasaran=ikhtisar.susun_ikhtisar_sasaran(laporan),
        latar_belakang=pengantar.susun_latar_belakang(laporan),
        maksud=pengantar.susun_maksud(laporan),
        tujuan_laporan=pengantar.susun_tujuan_laporan(laporan),
        dasar_hukum=pengantar.susun_dasar_hukum(laporan),
        sistematika=pengantar.susun_sistematika(laporan),
        kedudukan=organisasi.susun_kedudukan(laporan),
        sdm=organisasi.susun_sdm(laporan),
        sarana=organisasi.susun_sarana(laporan),
        anggaran=organisasi.susun_anggaran(laporan),
        wilayah=organisasi.susun_wilayah(laporan),
        potensi=organisasi.susun_potensi(laporan),
        renstra=rencana.susun_renstra(laporan),
        iku=rencana.susun_iku(laporan),
        rkt=rencana.susun_rkt(laporan),
        pk=rencana.susun_pk(laporan),
        pk_perubahan=rencana.susun_pk_perubahan(laporan),
        alokasi=rencana.susun_alokasi(laporan),
        metode=metode.susun_metode(laporan),
        capaian_umum=capaian_umum.susun_capaian_umum(laporan),
        antar_tahun_umum=capaian_umum.susun_antar_tahun_umum(laporan),
        akhir_renstra_umum=capaian_umum.susun_akhir_renstra_umum(laporan),
        pembanding_umum=capaian_umum.susun_pembanding_umum(laporan),
        program_umum=sumber_daya.susun_program_umum(laporan),
        efisiensi_umum=sumber_daya.susun_efisiensi_umum(laporan),
        rekap_predikat=capaian_umum.susun_rekap_predikat(laporan),
        realisasi_anggaran=belanja.susun_realisasi_anggaran(laporan),
        realisasi_belanja=belanja.susun_realisasi_belanja(laporan),
        serapan_rendah=belanja.susun_serapan_rendah(laporan),
        triwulan=sumber_daya.susun_triwulan(laporan),
        simpulan=ikhtisar.susun_simpulan(laporan),
        rekomendasi_pengantar=ikhtisar.susun_rekomendasi_pengantar(laporan),
        sasaran={satu.kode: susun_sasaran(satu, laporan) for satu in laporan.sasaran},
    )

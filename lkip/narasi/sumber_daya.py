"""Sentences over all programs, outputs, efisiensi and triwulan of the year."""

from collections.abc import Sequence

from lkip.angka import ROMAWI, format_jumlah, format_rupiah
from lkip.isi.kinerja import Indikator
from lkip.isi.laporan import Laporan
from lkip.narasi.bentuk import Paragraf
from lkip.narasi.istilah import jumlah_baris, persen, versi_anggaran
from lkip.narasi.kalimat import bagi, bersih, daftar, hitung
from lkip.narasi.keluaran import kalimat_keluaran
from lkip.serapan import KategoriEfisiensi, hitung_serapan

_FRASA_EFISIENSI = {
    KategoriEfisiensi.EFISIEN: "dinilai Efisien",
    KategoriEfisiensi.SEIMBANG: "dinilai Seimbang",
    KategoriEfisiensi.KURANG: "dinilai Kurang Efisien",
}


def susun_program_umum(laporan: Laporan) -> Paragraf:
    """Which programs support the sasaran, with what money, and how many outputs were reached."""
    anggaran = laporan.anggaran
    if not anggaran.program:
        return ()
    return (
        f"Pencapaian tujuan dan sasaran tahun {laporan.tahun} didukung oleh {jumlah_baris(anggaran.program)}. "
        f"Pagu dan serapannya dihitung menurut {versi_anggaran(anggaran)}.",
        *((keluaran,) if (keluaran := kalimat_keluaran(anggaran.program)) else ()),
    )


def susun_efisiensi_umum(laporan: Laporan) -> Paragraf:
    """How many tujuan and sasaran are efficient, and how many of those missed their target."""
    if not laporan.sasaran:
        return ()
    rekap = laporan.rekap.efisiensi
    tanpa = sum(satu.efisiensi is None for satu in laporan.sasaran)
    if tanpa == len(laporan.sasaran):
        return ("Efisiensi belum dapat dihitung karena capaian atau serapan belum tersedia.",)
    bagian = [
        *((rekap[satu], _FRASA_EFISIENSI[satu]) for satu in KategoriEfisiensi),
        (tanpa, "tidak dapat dihitung"),
    ]
    kalimat = f"Perbandingan capaian dengan serapan menunjukkan {bagi(_sebutan(laporan), bagian)}."
    belum = [
        satu.label
        for satu in laporan.sasaran
        if satu.efisiensi is not None
        and satu.efisiensi.kategori is KategoriEfisiensi.EFISIEN
        and not satu.efisiensi.target_tercapai
    ]
    if belum:
        kalimat += (
            f" Pada {daftar(belum)} target belum tercapai, sehingga selisih yang positif tidak dapat langsung "
            "diartikan sebagai penghematan."
        )
    return (kalimat, *_bersama(laporan))


def _sebutan(laporan: Laporan) -> str:
    """What the nodes of this report are called together."""
    return " dan ".join(dict.fromkeys(satu.jenis.value for satu in laporan.sasaran))


def _bersama(laporan: Laporan) -> Paragraf:
    bersama = {
        dukungan.program.kode: bersih(dukungan.program.nama)
        for satu in laporan.sasaran
        for dukungan in satu.program
        if dukungan.bersama
    }
    if not bersama:
        return ()
    return (
        f"Program yang mendukung lebih dari satu tujuan atau sasaran, yaitu {daftar(bersama.values())}, hanya "
        "dihitung satu kali dalam jumlah seluruh anggaran.",
    )


def susun_triwulan(laporan: Laporan) -> Paragraf:
    """Cumulative realisasi of money per triwulan, and how many indikator had a target in each."""
    uang = [
        f"Triwulan {ROMAWI[nomor + 1]} {format_rupiah(jumlah)}{_serapan(laporan, nomor)}"
        for nomor, jumlah in enumerate(laporan.anggaran.triwulan)
        if jumlah is not None
    ]
    kalimat = (
        f"Realisasi anggaran kumulatif menurut triwulan adalah {daftar(uang)}."
        if uang
        else "Realisasi anggaran per triwulan belum diisi."
    )
    return (kalimat, *_indikator_triwulan(laporan.indikator))


def _serapan(laporan: Laporan, nomor: int) -> str:
    jumlah, pagu = laporan.anggaran.triwulan[nomor], laporan.anggaran.uang.pagu
    serapan = None if jumlah is None else hitung_serapan(pagu, jumlah)
    return "" if serapan is None else f" ({persen(serapan, laporan)})"


def _indikator_triwulan(indikator: Sequence[Indikator]) -> Paragraf:
    bertarget = [satu for satu in indikator if any(baris.target.ada for baris in satu.triwulan)]
    terisi = [satu for satu in bertarget if any(baris.realisasi.ada for baris in satu.triwulan)]
    if not bertarget:
        return ("Target triwulanan indikator belum diisi.",) if indikator else ()
    return (
        f"Rencana aksi menetapkan target triwulanan bagi {format_jumlah(len(bertarget), 'indikator')}; realisasi "
        f"triwulanan tersedia untuk {hitung(len(terisi), 'indikator')}.",
    )

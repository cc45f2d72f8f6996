"""The analyses of one tujuan or sasaran, as PermenPANRB 53/2014 asks for them."""

from collections.abc import Callable

from lkip.angka import format_persen
from lkip.capaian import StatusTarget
from lkip.isi.anggaran import Tingkat
from lkip.isi.kinerja import Indikator, ProgramPendukung, Sasaran
from lkip.isi.laporan import Laporan
from lkip.narasi.belanja import frasa_uang
from lkip.narasi.bentuk import NarasiSasaran, Paragraf
from lkip.narasi.istilah import alasan_tanpa_capaian, jumlah_baris, persen, versi_anggaran
from lkip.narasi.kalimat import bedakan_persen, bersih, daftar, kutip, selisih_nilai
from lkip.narasi.perkembangan import (
    kalimat_akhir_renstra,
    kalimat_antar_tahun,
    kalimat_pembanding,
    kalimat_target,
)
from lkip.narasi.sumber_daya import kalimat_keluaran
from lkip.serapan import Efisiensi, KategoriEfisiensi


def susun_sasaran(sasaran: Sasaran, laporan: Laporan) -> NarasiSasaran:
    """All analyses of one node."""

    def tiap_indikator(kalimat: Callable[[Indikator, Laporan], str]) -> Paragraf:
        return tuple(kalimat(indikator, laporan) for indikator in sasaran.indikator)

    return NarasiSasaran(
        target_realisasi=(*tiap_indikator(kalimat_target), *_rata_rata(sasaran, laporan)),
        antar_tahun=tiap_indikator(kalimat_antar_tahun),
        akhir_renstra=tiap_indikator(kalimat_akhir_renstra),
        pembanding=tiap_indikator(kalimat_pembanding),
        penyebab=_penyebab(sasaran, laporan),
        efisiensi=_efisiensi(sasaran, laporan),
        program=_program(sasaran, laporan),
    )


def _rata_rata(sasaran: Sasaran, laporan: Laporan) -> Paragraf:
    """The mean of the node, where it has more than one indikator with a capaian."""
    nilai, polos = sasaran.capaian, sasaran.capaian_tanpa_batas
    if nilai is None or sasaran.rata_rata.dihitung < 2:
        return ()
    kalimat = f"Rata-rata capaian {sasaran.label} sebesar {persen(nilai, laporan)}"
    if sasaran.predikat is not None:
        kalimat += f" dengan predikat {sasaran.predikat.nama}"
    if polos is not None and polos != nilai:
        kalimat += f"; tanpa pembatasan, nilainya {persen(polos, laporan)}"
    return (f"{kalimat}.",)


def _penyebab(sasaran: Sasaran, laporan: Laporan) -> Paragraf:
    """Open the causes that staff wrote: what was reached or missed, and what follows."""
    analisis = sasaran.analisis
    bagian = (
        (analisis.pendorong, "faktor pendorong"),
        (analisis.penghambat, "faktor penghambat"),
        (analisis.kendala, "kendala"),
        (analisis.upaya, "upaya yang telah dilakukan"),
    )
    ada = [nama for isi, nama in bagian if isi]
    uraian = f"Berikut diuraikan {daftar(ada)}." if ada else "Penyebabnya belum diuraikan."
    return (f"{_hasil(sasaran)} {uraian}",)


def _hasil(sasaran: Sasaran) -> str:
    tercapai = [
        satu
        for satu in sasaran.indikator
        if satu.status in (StatusTarget.MENCAPAI, StatusTarget.MELAMPAUI)
    ]
    belum = [satu for satu in sasaran.indikator if satu.status is StatusTarget.BELUM]
    node = f"{sasaran.label}, {kutip(sasaran.uraian)},"
    if belum and tercapai:
        return f"{node} belum sepenuhnya berhasil: target {_nama(tercapai)} tercapai, tetapi target {_nama(belum)} belum tercapai."
    if belum:
        return f"{node} belum berhasil dicapai karena target {_nama(belum)} belum terpenuhi."
    if tercapai:
        return f"{node} berhasil dicapai karena target {_nama(tercapai)} terpenuhi."
    return f"Keberhasilan {node} belum dapat dinilai karena {_tanpa_hasil(sasaran)}."


def _nama(indikator: list[Indikator]) -> str:
    return daftar(bersih(satu.nama) for satu in indikator)


def _tanpa_hasil(sasaran: Sasaran) -> str:
    alasan = dict.fromkeys(alasan_tanpa_capaian(satu) for satu in sasaran.indikator)
    return daftar(alasan) or "tidak memiliki indikator"


def _efisiensi(sasaran: Sasaran, laporan: Laporan) -> Paragraf:
    """Capaian against serapan with the difference, and what softens the verdict."""
    efisiensi, capaian, serapan = sasaran.efisiensi, sasaran.capaian, sasaran.serapan
    if efisiensi is None or capaian is None or serapan is None:
        return (
            f"Efisiensi {sasaran.label} tidak dapat dihitung karena {_tanpa_efisiensi(sasaran)}.",
        )
    teks_capaian, teks_serapan = bedakan_persen(capaian, serapan, laporan.profil.desimal)
    kalimat = (
        f"Capaian {sasaran.label} sebesar {teks_capaian} diperoleh dengan serapan anggaran {teks_serapan} menurut "
        f"{versi_anggaran(laporan.anggaran)}. {_frasa_kategori(efisiensi)}"
    )
    return (" ".join((kalimat, *_catatan_efisiensi(sasaran, laporan))), *_pmk(sasaran))


def _frasa_kategori(efisiensi: Efisiensi) -> str:
    kategori = efisiensi.kategori
    if kategori is KategoriEfisiensi.SEIMBANG:
        return "Keduanya sama besar, sehingga penggunaan anggaran dinilai Seimbang."
    banding = "lebih tinggi" if kategori is KategoriEfisiensi.EFISIEN else "lebih rendah"
    return (
        f"Capaian {selisih_nilai(efisiensi.selisih, '%')} {banding} daripada serapan, sehingga penggunaan "
        f"anggaran dinilai {kategori}."
    )


def _catatan_efisiensi(sasaran: Sasaran, laporan: Laporan) -> Paragraf:
    batas, catatan = laporan.profil.batas_rata_rata, []
    if batas is not None and sasaran.capaian_tanpa_batas != sasaran.capaian:
        catatan.append(f"Capaian yang dibandingkan dibatasi paling tinggi {format_persen(batas)}.")
    belum = any(satu.status is StatusTarget.BELUM for satu in sasaran.indikator)
    if belum or (sasaran.efisiensi is not None and not sasaran.efisiensi.target_tercapai):
        catatan.append(
            "Target belum sepenuhnya tercapai, sehingga penilaian ini perlu dibaca bersama penyebabnya."
        )
    bersama = [bersih(satu.program.nama) for satu in sasaran.program if satu.bersama]
    if bersama:
        catatan.append(f"{daftar(bersama)} juga mendukung tujuan atau sasaran lain.")
    return tuple(catatan)


def _tanpa_efisiensi(sasaran: Sasaran) -> str:
    alasan = []
    if sasaran.capaian is None:
        alasan.append("capaian tidak tersedia")
    if not sasaran.program:
        alasan.append("belum ada program pendukung yang dikaitkan")
    elif sasaran.serapan is None:
        alasan.append("program pendukungnya tidak memiliki pagu")
    return daftar(alasan)


def _pmk(sasaran: Sasaran) -> Paragraf:
    if sasaran.nilai_pmk is None:
        return ()
    efisiensi, nilai = sasaran.nilai_pmk
    return (
        "Menurut rumus Peraturan Menteri Keuangan Nomor 22 Tahun 2021, efisiensinya "
        f"{format_persen(efisiensi)} dengan nilai efisiensi {format_persen(nilai)}.",
    )


def _program(sasaran: Sasaran, laporan: Laporan) -> Paragraf:
    """The money of the node, then each program with its kegiatan, then the outputs."""
    if not sasaran.program:
        return (f"Belum ada program pendukung yang dikaitkan dengan {sasaran.label}.",)
    program = tuple(satu.program for satu in sasaran.program)
    sub = [daun for satu in program for daun in satu.daun]
    uang = frasa_uang(sasaran.uang, laporan)
    return (
        f"{sasaran.label} didukung oleh {jumlah_baris(program)} {uang} menurut {versi_anggaran(laporan.anggaran)}.",
        *(_rincian(satu, laporan) for satu in sasaran.program),
        *kalimat_keluaran(sub),
    )


def _rincian(dukungan: ProgramPendukung, laporan: Laporan) -> str:
    """One program with its porsi, and its kegiatan with their serapan."""
    program = dukungan.program
    porsi = "" if dukungan.porsi == 100 else f", dengan porsi {persen(dukungan.porsi, laporan)},"
    kegiatan = daftar(
        f"{bersih(satu.nama)} {frasa_uang(satu.uang, laporan)}"
        for satu in program.anak
        if satu.tingkat is Tingkat.KEGIATAN
    )
    isi = f", melalui kegiatan {kegiatan}" if kegiatan else ""
    return f"{bersih(program.nama)}{porsi} dilaksanakan {frasa_uang(dukungan.uang, laporan)}{isi}."

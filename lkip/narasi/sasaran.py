"""The analyses of one tujuan or sasaran, as PermenPANRB 53/2014 asks for them."""

from collections.abc import Callable

from lkip.angka import format_angka, format_persen
from lkip.capaian import StatusTarget
from lkip.isi.kinerja import Indikator, Sasaran
from lkip.isi.laporan import Laporan
from lkip.narasi.belanja import frasa_uang
from lkip.narasi.bentuk import NarasiSasaran, Paragraf
from lkip.narasi.istilah import alasan_tanpa_capaian, jumlah_baris, persen, versi_anggaran
from lkip.narasi.kalimat import bedakan_persen, bersih, daftar, kapital, kutip, selisih_nilai
from lkip.narasi.keluaran import kalimat_keluaran
from lkip.narasi.perkembangan import (
    kalimat_akhir_renstra,
    kalimat_antar_tahun,
    kalimat_pembanding,
    kalimat_target,
)
from lkip.narasi.rekap import frasa_tanpa_batas
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
    return (f"{kalimat}{frasa_tanpa_batas(nilai, polos, laporan)}.",)


def _penyebab(sasaran: Sasaran, laporan: Laporan) -> Paragraf:
    """Open the causes that staff wrote: what was reached or missed, and what follows."""
    analisis = sasaran.analisis
    bagian = (
        (analisis.pendorong, "faktor pendorong"),
        (analisis.penghambat, "faktor penghambat"),
        (analisis.kendala, "kendala"),
        (analisis.upaya, "upaya yang telah dilakukan"),
    )
    ada = daftar(nama for isi, nama in bagian if isi)
    uraian = f"{kapital(ada)} diuraikan berikut ini." if ada else "Penyebabnya belum diuraikan."
    return (f"{_hasil(sasaran, laporan)} {uraian}",)


def _hasil(sasaran: Sasaran, laporan: Laporan) -> str:
    tercapai, belum, lain = _kelompokkan(sasaran)
    node = f"{sasaran.label}, {kutip(sasaran.uraian)},"
    bagian = [
        f"{hasil} mencapai target {_nama(isi, laporan)}"
        for isi, hasil in ((tercapai, "keberhasilan"), (belum, "kegagalan"))
        if isi
    ]
    if not bagian:
        alasan = daftar(dict.fromkeys(alasan_tanpa_capaian(satu) for satu in lain))
        sebab = alasan or "tidak ada indikator yang diperjanjikan"
        return f"Keberhasilan atau kegagalan {node} belum dapat dinilai karena {sebab}."
    sisa = f"; {_nama(lain, laporan)} belum dapat dinilai" if lain else ""
    return f"Analisis {node} menjelaskan {' serta '.join(bagian)}{sisa}."


def _kelompokkan(sasaran: Sasaran) -> tuple[list[Indikator], list[Indikator], list[Indikator]]:
    """Split the indikator into those that reached their target, missed it, and cannot be judged."""
    tercapai: list[Indikator] = []
    belum: list[Indikator] = []
    lain: list[Indikator] = []
    for satu in sasaran.indikator:
        if satu.status is None:
            lain.append(satu)
        else:
            (belum if satu.status is StatusTarget.BELUM else tercapai).append(satu)
    return tercapai, belum, lain


def _nama(indikator: list[Indikator], laporan: Laporan) -> str:
    """Names with their capaian, where there is one."""
    return daftar(
        bersih(satu.nama)
        + ("" if satu.capaian is None else f" (capaian {persen(satu.capaian, laporan)})")
        for satu in indikator
    )


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
    catatan, polos = [], sasaran.capaian_tanpa_batas
    if polos is not None and polos != sasaran.capaian:
        catatan.append(
            f"Capaian yang dibandingkan telah dibatasi; tanpa pembatasan, nilainya {persen(polos, laporan)}."
        )
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
        f"{format_persen(efisiensi)} dengan nilai efisiensi {format_angka(nilai)}.",
    )


def _program(sasaran: Sasaran, laporan: Laporan) -> Paragraf:
    """The money of the node and its outputs; a table below lists program and kegiatan."""
    if not sasaran.program:
        return (f"Belum ada program pendukung yang dikaitkan dengan {sasaran.label}.",)
    program = tuple(satu.program for satu in sasaran.program)
    keluaran = kalimat_keluaran(program)
    return (
        f"Menurut {versi_anggaran(laporan.anggaran)}, {sasaran.label} didukung oleh {jumlah_baris(program)} "
        f"{frasa_uang(sasaran.uang, laporan)}.",
        *((keluaran,) if keluaran else ()),
    )

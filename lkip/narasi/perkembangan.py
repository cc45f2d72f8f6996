"""Sentences about one indikator: against its target, over the years, to the end, against others."""

from collections.abc import Sequence
from decimal import Decimal

from lkip.angka import format_jumlah
from lkip.capaian import Polaritas, StatusTarget, status_target
from lkip.isi.kinerja import Indikator, Pembanding, TahunIndikator
from lkip.isi.laporan import Laporan
from lkip.narasi.istilah import alasan_tanpa_capaian, di_batas, persen, tanpa_nilai
from lkip.narasi.kalimat import (
    bedakan_nilai,
    bersih,
    daftar,
    kapital,
    kecil,
    naik_turun,
    selisih_nilai,
)
from lkip.tren import ArahTren


def kalimat_target(indikator: Indikator, laporan: Laporan) -> str:
    """Target, realisasi, capaian and predikat of the year, or why there is none."""
    nama, target, realisasi = bersih(indikator.nama), indikator.target, indikator.realisasi
    if not target.ada or not realisasi.ada:
        isi = [
            f"{apa} {nilai.teks}" if nilai.ada else tanpa_nilai(apa, nilai)
            for apa, nilai in (("target", target), ("realisasi", realisasi))
        ]
        return f"{kapital(nama)}: {daftar(isi)} pada tahun {laporan.tahun}, sehingga capaian tidak dapat dihitung."
    teks_target, teks_realisasi = bedakan_nilai(target, realisasi)
    rasio = f" ({realisasi.teks_rasio})" if realisasi.teks_rasio else ""
    return (
        f"{kapital(nama)} pada tahun {laporan.tahun} ditargetkan {teks_target} dan terealisasi "
        f"{teks_realisasi}{rasio}. {_frasa_status(indikator)} {_frasa_capaian(indikator, laporan)}"
    )


def _frasa_status(indikator: Indikator) -> str:
    if indikator.status is StatusTarget.BELUM:
        return "Target belum tercapai."
    if indikator.status is StatusTarget.MENCAPAI:
        return "Target tercapai tepat sebesar yang diperjanjikan."
    if indikator.status is None:
        return "Realisasi tidak dapat dibandingkan dengan target."
    if di_batas(indikator):
        return "Realisasi lebih tinggi daripada target dan telah mencapai nilai tertinggi yang mungkin."
    if indikator.polaritas is Polaritas.NEGATIF:
        return "Target terlampaui karena pada indikator ini nilai yang lebih rendah berarti lebih baik."
    return "Target terlampaui."


def _frasa_capaian(indikator: Indikator, laporan: Laporan) -> str:
    if indikator.capaian is None:
        return f"Capaian tidak dapat dihitung karena {alasan_tanpa_capaian(indikator)}."
    predikat = (
        f" dengan predikat {indikator.predikat.nama}" if indikator.predikat is not None else ""
    )
    return f"Capaiannya {persen(indikator.capaian, laporan)}{predikat}."


def kalimat_antar_tahun(indikator: Indikator, laporan: Laporan) -> str:
    """The values since the first year with data, their direction, and the capaian of each year."""
    nama = kapital(bersih(indikator.nama))
    ada = [baris for baris in indikator.riwayat if baris.realisasi.ada]
    if not ada:
        return f"{nama}: belum ada realisasi yang tersedia, sehingga tren belum dapat dinilai."
    if len(ada) == 1:
        baris = ada[0]
        return (
            f"{nama}: realisasi baru tersedia untuk tahun {baris.tahun}, yaitu {baris.realisasi.teks}, sehingga "
            "tren belum dapat dinilai."
        )
    deret = daftar(f"{baris.realisasi.teks} pada {baris.tahun}" for baris in ada)
    kalimat = [
        f"{nama}: realisasi tersedia sejak tahun {ada[0].tahun}, yaitu {deret}.",
        _frasa_tren(indikator, ada),
        _frasa_capaian_tahunan(ada, laporan),
        _frasa_tahun_kosong(indikator, laporan),
    ]
    return " ".join(satu for satu in kalimat if satu)


def _frasa_tren(indikator: Indikator, ada: Sequence[TahunIndikator]) -> str:
    tren, satuan = indikator.tren, indikator.satuan
    if tren.bersih is None or tren.terakhir is None or tren.arah is ArahTren.BELUM:
        return "Trennya belum dapat dinilai karena nilainya tidak seluruhnya berupa angka."
    bernilai = [baris.tahun for baris in ada if baris.realisasi.angka is not None]
    awal, sebelum, akhir = bernilai[0], bernilai[-2], bernilai[-1]
    if tren.arah is ArahTren.STABIL:
        return f"Trennya stabil: nilainya tidak berubah dari tahun {awal} sampai dengan {akhir}."
    kalimat = f"Trennya {tren.arah}: dari tahun {awal} ke {akhir} {_perubahan(tren.bersih, satuan)}"
    if len(bernilai) > 2:
        kalimat += f", dan dari tahun {sebelum} ke {akhir} {_perubahan(tren.terakhir, satuan)}"
    if tren.makna:
        kalimat += (
            f"; karena nilai yang lebih rendah berarti lebih baik, perkembangan itu {tren.makna}"
        )
    return f"{kalimat}."


def _perubahan(selisih: Decimal, satuan: str) -> str:
    return naik_turun(selisih, satuan) if selisih else "tidak berubah"


def _frasa_capaian_tahunan(ada: Sequence[TahunIndikator], laporan: Laporan) -> str:
    capaian = [
        f"{persen(baris.capaian, laporan)} pada {baris.tahun}"
        for baris in ada
        if baris.capaian is not None
    ]
    if len(capaian) < 2:
        return ""
    return f"Terhadap target setiap tahun, capaiannya {daftar(capaian)}."


def _frasa_tahun_kosong(indikator: Indikator, laporan: Laporan) -> str:
    """Say what is missing between the first year with data and the report year."""
    awal = next(baris.tahun for baris in indikator.riwayat if baris.realisasi.ada)
    kosong = [
        baris for baris in indikator.riwayat if baris.tahun > awal and not baris.realisasi.ada
    ]
    return " ".join(
        f"{kapital(tanpa_nilai(f'realisasi tahun {baris.tahun}', baris.realisasi))}."
        for baris in kosong
    )


def kalimat_akhir_renstra(indikator: Indikator, laporan: Laporan) -> str:
    """How far the realisasi is from the target of the last year of the Renstra."""
    nama, tahun, target = (
        kapital(bersih(indikator.nama)),
        indikator.tahun_akhir,
        indikator.target_akhir,
    )
    if not target.ada:
        return f"{nama}: {tanpa_nilai(f'target akhir Renstra tahun {tahun}', target)}, sehingga kemajuannya tidak dapat dihitung."
    if not indikator.realisasi.ada:
        alasan = tanpa_nilai(f"realisasi tahun {laporan.tahun}", indikator.realisasi)
        return f"{nama}: target akhir Renstra tahun {tahun} adalah {target.teks}, tetapi {alasan}."
    teks_target, teks_realisasi = bedakan_nilai(target, indikator.realisasi)
    kalimat = f"{nama}: realisasi {teks_realisasi} dibandingkan dengan target akhir Renstra tahun {tahun} sebesar {teks_target}"
    if indikator.capaian_akhir is not None:
        sebutan = (
            ""
            if indikator.predikat_akhir is None
            else f" dengan predikat {indikator.predikat_akhir.nama}"
        )
        kalimat += f" memberi capaian {persen(indikator.capaian_akhir, laporan)}{sebutan}"
    return f"{kalimat}. {_frasa_sisa(indikator, laporan)}".rstrip()


def _frasa_sisa(indikator: Indikator, laporan: Laporan) -> str:
    target, realisasi = indikator.target_akhir.angka, indikator.realisasi.angka
    if target is None or realisasi is None:
        return ""
    sisa_tahun = indikator.tahun_akhir - laporan.tahun
    status = status_target(target, realisasi, indikator.polaritas)
    if status is StatusTarget.BELUM:
        arah = "kenaikan" if realisasi < target else "penurunan"
        kurang = f"{arah} {selisih_nilai(target - realisasi, indikator.satuan)}"
        if sisa_tahun <= 0:
            return f"Target akhir Renstra belum tercapai; kekurangannya setara dengan {kurang}."
        return f"Masih diperlukan {kurang} dalam {format_jumlah(sisa_tahun, 'tahun')} yang tersisa."
    waktu = f" sebelum tahun {indikator.tahun_akhir}" if sisa_tahun > 0 else ""
    lanjutan = (
        f"; hasil ini perlu dipertahankan sampai dengan tahun {indikator.tahun_akhir}"
        if sisa_tahun > 0
        else ""
    )
    if di_batas(indikator) or status is StatusTarget.MENCAPAI:
        return f"Target akhir Renstra telah tercapai{waktu}{lanjutan}."
    return f"Target akhir Renstra telah terlampaui{waktu}{lanjutan}."


def kalimat_pembanding(indikator: Indikator, laporan: Laporan) -> str:
    """The realisasi against each benchmark, or the reason why there is none."""
    nama = kapital(bersih(indikator.nama))
    isi = [_pembanding(satu, indikator, laporan) for satu in indikator.pembanding]
    if not isi:
        return f"{nama}: nilai pembanding belum diisi."
    return f"{nama}: {'; '.join(isi)}."


def _pembanding(satu: Pembanding, indikator: Indikator, laporan: Laporan) -> str:
    lingkup = kecil(satu.lingkup)
    if not satu.nilai.ada:
        alasan = f" karena {kecil(satu.alasan)}" if satu.alasan else ", alasannya belum diisi"
        return f"pembanding {lingkup} tidak tersedia{alasan}"
    tahun = f" tahun {satu.tahun}" if satu.tahun is not None else ""
    sumber = f" (sumber: {bersih(satu.sumber)})" if satu.sumber else ""
    teks_banding, teks_realisasi = bedakan_nilai(satu.nilai, indikator.realisasi)
    awal = f"nilai pembanding {lingkup}{tahun} sebesar {teks_banding}{sumber}"
    if not indikator.realisasi.ada:
        return (
            f"{awal}, tetapi {tanpa_nilai(f'realisasi tahun {laporan.tahun}', indikator.realisasi)}"
        )
    if satu.selisih is None:
        return f"{awal}; realisasi {teks_realisasi} tidak dapat dibandingkan secara angka"
    return f"{awal}; realisasi {teks_realisasi} {_frasa_selisih(satu.selisih, indikator)}"


def _frasa_selisih(selisih: Decimal, indikator: Indikator) -> str:
    if not selisih:
        return "sama dengan nilai tersebut"
    besar = f"{selisih_nilai(selisih, indikator.satuan)} {'lebih tinggi' if selisih > 0 else 'lebih rendah'}"
    if indikator.polaritas is Polaritas.POSITIF:
        return besar
    return f"{besar}, yang pada indikator ini berarti {'lebih baik' if selisih < 0 else 'belum sebaik pembandingnya'}"

"""Sentences over all tujuan and sasaran that open the parts of Bab III A."""

from collections import Counter

from lkip.angka import format_jumlah
from lkip.capaian import Polaritas, StatusTarget, status_target
from lkip.isi.kinerja import Indikator
from lkip.isi.laporan import Laporan
from lkip.narasi.bentuk import Paragraf
from lkip.narasi.istilah import alasan_tanpa_capaian, persen
from lkip.narasi.kalimat import (
    bagi,
    bedakan_persen,
    bersih,
    daftar,
    kapital,
)
from lkip.narasi.rekap import kalimat_predikat, kalimat_rata_rata, kalimat_status
from lkip.tren import ArahTren


def susun_capaian_umum(laporan: Laporan) -> Paragraf:
    """Counts against target, the mean, the extremes, and who could not be measured."""
    if not laporan.indikator:
        return (f"Tidak ada indikator yang diperjanjikan untuk tahun {laporan.tahun}.",)
    pembuka = f"{laporan.pk.judul} Tahun {laporan.tahun} memuat {format_jumlah(len(laporan.indikator), 'indikator')}."
    utama = [pembuka, kalimat_status(laporan), kalimat_rata_rata(laporan)]
    return (" ".join(utama), *_ekstrem(laporan), *_tanpa_capaian(laporan))


def _ekstrem(laporan: Laporan) -> Paragraf:
    ada = [(satu.capaian, satu) for satu in laporan.indikator if satu.capaian is not None]
    if len(ada) < 2:
        return ()
    atas, tertinggi = max(ada, key=lambda pasangan: pasangan[0])
    bawah, terendah = min(ada, key=lambda pasangan: pasangan[0])
    teks = bedakan_persen(atas, bawah, laporan.profil.desimal)
    if atas == bawah:
        return (
            f"Seluruh indikator yang dapat dihitung memiliki capaian yang sama, yaitu {teks[0]}.",
        )
    return (
        f"Capaian tertinggi diperoleh {bersih(tertinggi.nama)} ({teks[0]}), sedangkan capaian terendah "
        f"diperoleh {bersih(terendah.nama)} ({teks[1]}).",
    )


def _tanpa_capaian(laporan: Laporan) -> Paragraf:
    tanpa = [satu for satu in laporan.indikator if satu.capaian is None]
    if not tanpa:
        return ()
    rinci = daftar(f"{bersih(satu.nama)} ({alasan_tanpa_capaian(satu)})" for satu in tanpa)
    return (f"Capaian belum dapat dihitung untuk {rinci}.",)


def susun_antar_tahun_umum(laporan: Laporan) -> Paragraf:
    """How many indikator rise, fall or stand still, and how many improved on the year before."""
    if not laporan.indikator:
        return ()
    arah = Counter(satu.tren.arah for satu in laporan.indikator)
    frasa = [(arah[satu], _FRASA_TREN[satu]) for satu in ArahTren]
    kalimat = [
        f"Perkembangan realisasi dilihat sejak tahun pertama yang memiliki data sampai dengan tahun "
        f"{laporan.tahun}. Hasilnya, {bagi('indikator', frasa)}."
    ]
    makna = Counter(satu.tren.makna for satu in laporan.indikator)
    negatif = [(makna[kata], kata) for kata in ("membaik", "memburuk")]
    if any(banyak for banyak, _ in negatif):
        terbagi = daftar(format_jumlah(n, f"indikator {kata}") for n, kata in negatif if n)
        kalimat.append(
            f"Di antara indikator berpolaritas negatif, {terbagi} jika dilihat dari arah yang diharapkan."
        )
    return (" ".join(kalimat), *_terhadap_tahun_lalu(laporan))


_FRASA_TREN = {
    ArahTren.STABIL: "stabil",
    ArahTren.MENINGKAT: "meningkat",
    ArahTren.MENURUN: "menurun",
    ArahTren.FLUKTUATIF: "berfluktuasi",
    ArahTren.BELUM: "belum dapat dinilai trennya",
}


def _terhadap_tahun_lalu(laporan: Laporan) -> Paragraf:
    hasil = Counter(_banding_tahun_lalu(satu) for satu in laporan.indikator)
    dinilai = [(hasil[kata], kata) for kata in ("membaik", "tetap", "menurun kinerjanya")]
    if not any(banyak for banyak, _ in dinilai):
        return ()
    terbagi = bagi("indikator", [*dinilai, (hasil[""], "tidak dapat diperbandingkan")])
    return (f"Dibandingkan dengan realisasi tahun {laporan.tahun - 1}, {terbagi}.",)


def _banding_tahun_lalu(indikator: Indikator) -> str:
    lalu = indikator.tahun_lalu
    if lalu is None or lalu.realisasi.angka is None or indikator.realisasi.angka is None:
        return ""
    status = status_target(lalu.realisasi.angka, indikator.realisasi.angka, indikator.polaritas)
    if status is StatusTarget.MENCAPAI:
        return "tetap"
    return "membaik" if status is StatusTarget.MELAMPAUI else "menurun kinerjanya"


def susun_akhir_renstra_umum(laporan: Laporan) -> Paragraf:
    """The mean against the targets of the last year, and how many are there already."""
    rata, akhir = laporan.rata_rata.akhir_renstra.nilai, laporan.renstra.tahun_akhir
    if rata is None:
        return (f"Realisasi belum dapat dibandingkan dengan target akhir Renstra tahun {akhir}.",)
    predikat = laporan.rata_rata.predikat_akhir
    sebutan = f" dengan predikat {predikat.nama}" if predikat is not None else ""
    satu = sum(indikator.capaian_akhir is not None for indikator in laporan.indikator) == 1
    apa = "capaian indikator yang dapat dihitung" if satu else "rata-rata capaian"
    hasil = Counter(_banding_akhir(indikator) for indikator in laporan.indikator)
    terbagi = bagi(
        "indikator",
        [(n, kata) for kata, n in sorted(hasil.items(), key=lambda x: _URUT.index(x[0]))],
    )
    return (
        f"Terhadap target akhir Renstra tahun {akhir}, {apa} sampai dengan tahun {laporan.tahun} sebesar "
        f"{persen(rata, laporan)}{sebutan}. {kapital(terbagi) if len(hasil) == 1 else f'Hasilnya, {terbagi}'}.",
    )


_URUT = (
    "telah memenuhi target akhir Renstra",
    "belum memenuhi target akhir Renstra",
    "belum dapat dibandingkan dengan target akhir Renstra",
)


def _banding_akhir(indikator: Indikator) -> str:
    target, realisasi = indikator.target_akhir.angka, indikator.realisasi.angka
    if target is None or realisasi is None:
        return _URUT[2]
    belum = status_target(target, realisasi, indikator.polaritas) is StatusTarget.BELUM
    return _URUT[1] if belum else _URUT[0]


def susun_pembanding_umum(laporan: Laporan) -> Paragraf:
    """How many indikator have a benchmark, and how they compare with it."""
    if not laporan.indikator:
        return ()
    hasil = Counter(_banding_pembanding(satu) for satu in laporan.indikator)
    if not hasil["lebih baik"] + hasil["sama"] + hasil["lebih rendah"] + hasil["beragam"]:
        return (
            "Belum ada indikator yang dapat dibandingkan dengan nilai di luar instansi. Alasannya diuraikan "
            "pada setiap tujuan dan sasaran.",
        )
    bagian = (
        (hasil["lebih baik"], "lebih baik daripada pembandingnya"),
        (hasil["sama"], "sama dengan pembandingnya"),
        (hasil["lebih rendah"], "belum sebaik pembandingnya"),
        (hasil["beragam"], "memberi hasil yang berbeda antarpembanding"),
        (hasil[""], "belum memiliki pembanding"),
    )
    return (f"Dibandingkan dengan nilai di luar instansi, {bagi('indikator', bagian)}.",)


def _banding_pembanding(indikator: Indikator) -> str:
    arah = 1 if indikator.polaritas is Polaritas.POSITIF else -1
    selisih = [satu.selisih * arah for satu in indikator.pembanding if satu.selisih is not None]
    kata = {
        "lebih baik" if beda > 0 else "lebih rendah" if beda < 0 else "sama" for beda in selisih
    }
    return "beragam" if len(kata) > 1 else next(iter(kata), "")


def susun_rekap_predikat(laporan: Laporan) -> Paragraf:
    """How many indikator fall in each class; empty when the profile has no scale."""
    kalimat = kalimat_predikat(laporan)
    return (kalimat,) if kalimat else ()

"""Counts over all indikator, said once and used wherever a summary needs them."""

from decimal import Decimal

from lkip.capaian import StatusTarget
from lkip.isi.laporan import Laporan
from lkip.narasi.istilah import persen
from lkip.narasi.kalimat import bagi, bedakan_persen, hitung, kapital

_FRASA = {
    StatusTarget.MELAMPAUI: "memperoleh realisasi yang lebih baik daripada target",
    StatusTarget.MENCAPAI: "tepat mencapai target",
    StatusTarget.BELUM: "belum mencapai target",
}


def kalimat_status(laporan: Laporan, pembuka: str = "Hasilnya,") -> str:
    """How many indikator passed, met or missed their target, and how many cannot be judged."""
    rekap = laporan.rekap
    tanpa_status = rekap.indikator - sum(rekap.status.values())
    bagian = [(rekap.status[status], _FRASA[status]) for status in StatusTarget]
    if not any(rekap.status.values()):
        return "Belum ada indikator yang realisasinya dapat dibandingkan dengan target."
    terbagi = bagi("indikator", [*bagian, (tanpa_status, "belum dapat dinilai")])
    return f"{pembuka} {terbagi}."


def kalimat_rata_rata(laporan: Laporan) -> str:
    """The mean capaian of the office with its predikat; empty when there is nothing to average."""
    rata = laporan.rata_rata
    nilai, polos = rata.capaian.nilai, rata.capaian_tanpa_batas.nilai
    if nilai is None:
        return "Rata-rata capaian tidak dapat dihitung karena belum ada indikator yang memiliki capaian."
    satu = laporan.rekap.indikator - laporan.rekap.tanpa_capaian == 1
    apa = "Capaian indikator yang dapat dihitung" if satu else "Rata-rata capaian"
    kalimat = f"{apa} sebesar {persen(nilai, laporan)}"
    if rata.predikat is not None:
        kalimat += f" dengan predikat {rata.predikat.nama}"
    return f"{kalimat}{frasa_tanpa_batas(nilai, polos, laporan)}."


def frasa_tanpa_batas(nilai: Decimal, polos: Decimal | None, laporan: Laporan) -> str:
    """What a mean would be without floor and cap; empty where that makes no difference."""
    if polos is None or polos == nilai:
        return ""
    return f"; tanpa pembatasan, nilainya {bedakan_persen(nilai, polos, laporan.profil.desimal)[1]}"


def kalimat_predikat(laporan: Laporan) -> str:
    """How many indikator fall in each class; empty without a scale or without capaian."""
    bagian = [(banyak, f"berpredikat {kelas.nama}") for kelas, banyak in laporan.rekap.predikat]
    terbagi = bagi("indikator", bagian)
    if not terbagi:
        return ""
    if laporan.rekap.tanpa_capaian:
        tanpa = hitung(laporan.rekap.tanpa_capaian, "indikator")
        dasar = "Dari indikator yang memiliki capaian, "
        return f"{dasar}{terbagi}; {tanpa} tidak berpredikat karena capaiannya tidak ada."
    return f"{kapital(terbagi)}."

"""Reminders of the deadlines of a SAKIP year: who is told what on which day."""

from collections.abc import Iterable
from datetime import date

from django.urls import reverse

from instansi.alur import Status
from instansi.models import Instansi, Keanggotaan, Pengguna
from lkip.angka import format_tanggal
from lkip.isi.anggaran import Tahap
from lkip.isi.laporan import Laporan
from lkip.kalender import TRIWULAN, TenggatTahun, hitung_tenggat
from lkip.laporan import TidakAdaLaporan, build_laporan
from lkip.models import LKIP
from lkip.pemberitahuan import kabari, pengguna_berperan
from lkip.pemegang import peran_pemegang
from lkip.tugas_pengukuran import triwulan_terisi

Peran = Keanggotaan.Peran
SISA_HARI = (14, 7, 3, 1, 0)  # days before a deadline on which people are told
TERLEWAT_TIAP = 7  # and how often afterwards
PALING_LAMA = 56  # days after which nobody is told any more


def sudah_selesai(laporan: Laporan) -> frozenset[str]:
    """The keys of those deadlines whose work is done."""
    selesai = {
        f"tw-{nomor}"
        for nomor in TRIWULAN
        if all(map(triwulan_terisi(nomor), laporan.indikator)) and laporan.indikator
    }
    if any(pk.jenis is Tahap.MURNI and pk.disahkan for pk in laporan.perjanjian):
        selesai.add("pk")
    if laporan.keadaan.status == Status.DISAHKAN:
        selesai.add("lkip")
    return frozenset(selesai)


def waktunya(tenggat: date, hari_ini: date) -> bool:
    """Whether this is a day on which people are told."""
    sisa = (tenggat - hari_ini).days
    if sisa >= 0:
        return sisa in SISA_HARI
    return -sisa <= PALING_LAMA and -sisa % TERLEWAT_TIAP == 0


def ingatkan(hari_ini: date) -> int:
    """Remind everybody whose work is due; a second call on the same day tells nobody twice.

    Returns how many notices are new.
    """
    tempat = LKIP.objects.filter(tahun__in=(hari_ini.year, hari_ini.year - 1))
    return sum(
        _ingatkan_tahun(lkip.instansi, lkip.tahun, hari_ini)
        for lkip in tempat.select_related("instansi__pemda").order_by("instansi", "tahun")
    )


def _ingatkan_tahun(instansi: Instansi, tahun: int, hari_ini: date) -> int:
    try:
        laporan = build_laporan(instansi, tahun, draf=True)
    except TidakAdaLaporan:
        return 0
    selesai = sudah_selesai(laporan)
    baru = 0
    for satu in laporan.keadaan.kalender:
        if satu.kunci in selesai or not waktunya(satu.tanggal, hari_ini):
            continue
        baru += len(_kabari(instansi, tahun, laporan, satu, hari_ini))
    return baru


def _kabari(
    instansi: Instansi, tahun: int, laporan: Laporan, satu: TenggatTahun, hari_ini: date
) -> list:
    hitungan = hitung_tenggat(satu.tanggal, hari_ini)
    return kabari(
        _penerima(instansi, laporan, satu),
        instansi,
        judul=f"Tenggat {satu.nama}: {hitungan.teks}",
        isi=f"Batas waktunya {format_tanggal(satu.tanggal)}.",
        alamat=_alamat(instansi, tahun, satu),
        kunci=f"tenggat-{instansi.pk}-{tahun}-{satu.kunci}-{hari_ini}",
    )


def _penerima(instansi: Instansi, laporan: Laporan, satu: TenggatTahun) -> Iterable[Pengguna]:
    """Who has the work: for the LKIP who holds it, for a triwulan also the units that lack it."""
    if satu.kunci == "lkip":
        ada = pengguna_berperan(instansi, Peran.VERIFIKATOR).exists()
        return pengguna_berperan(
            instansi, peran_pemegang(laporan.keadaan.status, ada_verifikator=ada)
        )
    operator = pengguna_berperan(instansi, Peran.OPERATOR)
    if satu.triwulan is None:
        return operator
    terisi = triwulan_terisi(satu.triwulan)
    unit = {
        nama for lain in laporan.indikator if not terisi(lain) for nama in lain.penanggung_jawab
    }
    seksi = Pengguna.objects.filter(
        keanggotaan__instansi=instansi, keanggotaan__seksi__nama__in=unit, is_active=True
    )
    return (operator | seksi.distinct()).order_by("pk")


def _alamat(instansi: Instansi, tahun: int, satu: TenggatTahun) -> str:
    tempat = (instansi.kode, tahun)
    if satu.triwulan:
        return reverse("isi_kisi", args=(*tempat, f"realisasi-tw-{satu.triwulan}"))
    return reverse("alur", args=(*tempat, "lkip" if satu.kunci == "lkip" else "pk-murni"))

"""Rules over plans, values, money, dates and staff: each finds its bad case and is quiet on the good one."""

from datetime import date
from typing import NamedTuple

import pytest

from lkip.isi.kinerja import Analisis, ButirAnalisis, Pembanding
from lkip.isi.laporan import Laporan
from lkip.pemeriksaan.daftar import ATURAN
from lkip.tugas import KelompokTugas, Tugas
from tests.lkip.bahan_contoh import buat_nilai
from tests.lkip.laporan_contoh import laporan_contoh
from tests.lkip.pemeriksaan_contoh import BUKAN_TEKS, periksa
from tests.lkip.pemeriksaan_ubah import (
    baru,
    bekerja,
    berasio,
    berbukti,
    berkeluaran,
    bersatuan,
    bertanggal,
    dengan_indikator,
    dengan_sasaran,
    dengan_sub,
    dikerjakan,
    pegawai,
    rkt,
    uang,
)

GAJI, BINA, LAYANAN = "7.01.01.2.01.0001", "7.01.03.2.01.0001", "7.01.02.2.01.0001"
ALASAN = "Dua lembaga menunda pembinaan karena kepengurusannya berganti pada bulan Oktober."
LENGKAP = laporan_contoh().sasaran[1].analisis


class Kasus(NamedTuple):
    """A rule, the place that it names, and reports in which it finds something there and does not."""

    kode: str
    tempat: str
    buruk: Laporan
    baik: Laporan


def _pendorong(uraian):
    return dengan_sasaran("T1", analisis=Analisis(pendorong=(ButirAnalisis(uraian=uraian),)))


def _sakip(target, realisasi, lalu):
    return baru(
        "I1",
        "Nilai SAKIP",
        satuan="Nilai",
        target=target,
        realisasi=realisasi,
        lalu={2023: ("65", lalu)},
    )


KASUS = [
    Kasus("KIN-23", "Terlaksananya patroli", dengan_indikator("I5", nama="Terlaksananya patroli"), laporan_contoh()),
    Kasus("KIN-12", "Jumlah patroli", dengan_indikator("I5", satuan="%"), laporan_contoh()),
    Kasus("KIN-12", "Persentase program yang tercapai", dengan_indikator("I2", satuan="Nilai"), laporan_contoh()),
    Kasus("KIN-10", "Persentase program yang tercapai", laporan_contoh(), berasio("100", 24, 25)),
    Kasus("KIN-09", "Persentase program yang tercapai", berasio("96", 4, 4), berasio("75", 4, 4)),
    Kasus("KIN-10b", "Persentase program yang tercapai", berasio("100", 0, 0), berasio("100", 0, 4)),
    Kasus("KIN-11", "Nilai SAKIP", berbukti("I1"), berbukti("I1", "LHE SAKIP")),
    Kasus(
        "KIN-18",
        "Jumlah patroli",
        laporan_contoh(),
        dengan_indikator(
            "I5", pembanding=(Pembanding(lingkup="Nasional", nilai=buat_nilai(None), alasan="tidak ada"),)
        ),
    ),
    Kasus("KIN-14", "Nilai SAKIP", _sakip("68", "75.5", "68.25"), _sakip("70", "75.5", "68.25")),
    Kasus("KIN-15", "Nilai SAKIP", _sakip("80", "85", "60"), _sakip("80", "75", "60")),
    Kasus("KIN-03b", "Nilai SAKIP", _sakip("50", "75.5", "45"), _sakip("51", "76", "45")),
    Kasus(
        "KIN-09b",
        "Persentase program yang tercapai",
        dengan_indikator("I2", realisasi=buat_nilai("100.5", "%")),
        dengan_indikator("I2", realisasi=buat_nilai("100", "%")),
    ),
    Kasus("ANG-18", f"{BINA} Pembinaan Lembaga", dengan_sub(BINA, catatan="Kegiatan terlaksana sesuai target dengan hasil yang memuaskan."), dengan_sub(BINA, catatan=ALASAN)),
    Kasus("ANG-08", f"{BINA} Pembinaan Lembaga", uang(BINA, realisasi=150_000_001), uang(BINA, realisasi=150_000_000)),
    Kasus("ANG-17", f"{LAYANAN} Pelayanan Administrasi", berkeluaran(LAYANAN, 0), berkeluaran(LAYANAN, 1)),
    Kasus("ANG-17", f"{LAYANAN} Pelayanan Administrasi", uang(LAYANAN, realisasi=0), laporan_contoh()),
    Kasus(
        "KIN-16",
        f"{LAYANAN} Pelayanan Administrasi",
        bersatuan(LAYANAN, "Orang"),
        bersatuan(LAYANAN, "Laporan"),
    ),
    Kasus("KIN-17", f"{GAJI} Penyediaan Gaji", dikerjakan(GAJI, "Orang/Bulan", 16), dikerjakan(GAJI, "Orang/Bulan", 60)),
    Kasus(
        "NAR-14",
        "Analisis Tujuan 1",
        _pendorong("Jaringan internet kantor yang memadai"),
        _pendorong("Rapat dinas berjalan setiap bulan"),
    ),
    Kasus(
        "HIR-06b",
        "Terwujudnya efektifitas layanan",
        dengan_sasaran("T1", uraian="Terwujudnya efektifitas layanan"),
        dengan_sasaran("T1", uraian="Terwujudnya efektivitas layanan"),
    ),
    Kasus("EFI-06", "Analisis Sasaran 1", laporan_contoh(), dengan_sasaran("S1", efisiensi=None)),
    Kasus("NAR-12", "Analisis Tujuan 1", laporan_contoh(), dengan_sasaran("T1", analisis=LENGKAP)),
    Kasus("TGL-01", "RKT", rkt(date(2024, 1, 3)), rkt(date(2024, 1, 4))),
    Kasus("TGL-01", "Perjanjian Kinerja", rkt(date(2024, 1, 29)), rkt(date(2024, 1, 26))),
    Kasus("TGL-01b", "RKT", rkt(date(2025, 1, 2)), rkt(date(2024, 12, 31))),
    Kasus("TGL-01b", "Tanggal laporan", bertanggal(date(2024, 12, 31)), bertanggal(date(2025, 1, 1))),
    Kasus("TGL-02", "RKT", rkt(None), laporan_contoh()),
    Kasus("TGL-03", "Tanggal laporan", bertanggal(date(2025, 3, 1)), bertanggal(date(2025, 2, 28))),
    Kasus("KEL-02", "Tanggal laporan", bertanggal(None), laporan_contoh()),
    Kasus("DEM-01", "Profil wilayah", bekerja(("Petani", 20_651)), bekerja(("Petani", 20_000), ("Belum bekerja", 650))),
    Kasus("DEM-01", "Profil wilayah", bekerja(("Petani", 20_000)), bekerja()),
    Kasus("SDM-04", "Sumber daya manusia", pegawai(SMA=5, S1=5), pegawai(SMA=4, S1=5)),
]  # fmt: skip


def tempat(kode, laporan):
    """The places that a rule names in a report."""
    return [satu.tempat for satu in periksa(laporan) if satu.aturan == kode]


@pytest.mark.parametrize("kasus", KASUS, ids=lambda satu: f"{satu.kode}-{satu.tempat}")
def test_rule_finds_its_bad_case_and_is_quiet_on_the_good_one(kasus):
    assert kasus.tempat in tempat(kasus.kode, kasus.buruk)
    assert kasus.tempat not in tempat(kasus.kode, kasus.baik)


def _tugas(kurang):
    tugas = Tugas(nama="Foto kegiatan", alamat=("foto",), kurang=kurang)
    return (KelompokTugas("Laporan", (tugas,)),)


def test_unfinished_task_is_found_until_it_is_done():
    def ditemukan(kurang):
        return [satu.tempat for satu in periksa(tugas=_tugas(kurang)) if satu.aturan == "KEL-01"]

    assert ditemukan("belum ada foto") == ["Foto kegiatan"]
    assert ditemukan("") == []


def test_target_at_the_top_cannot_be_more_challenging():
    di_puncak = baru(
        "I2",
        "Persentase program yang tercapai",
        target="100",
        realisasi="96",
        batas="100",
        lalu={2023: ("100", "100")},
    )

    assert "Persentase program yang tercapai" not in tempat("KIN-14", di_puncak)


def test_less_is_more_challenging_for_negative_polarity():
    assert "Rata-rata waktu layanan" in tempat("KIN-14", laporan_contoh())
    lebih_cepat = dengan_indikator("I3", target=buat_nilai("4", "Hari"))
    assert "Rata-rata waktu layanan" not in tempat("KIN-14", lebih_cepat)


def test_the_same_finding_is_told_once():
    butir = ButirAnalisis(uraian="Jaringan internet kantor yang memadai")
    laporan = dengan_sasaran("T1", analisis=Analisis(pendorong=(butir, butir)))

    assert tempat("NAR-14", laporan) == ["Analisis Tujuan 1"]


def test_every_rule_over_data_has_a_case():
    data = {satu.kode for satu in ATURAN if satu.kode.startswith(BUKAN_TEKS)}

    assert data - {satu.kode for satu in KASUS} == {"KEL-01"}  # above

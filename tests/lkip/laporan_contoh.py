"""A small hand-made report: one case of everything that sentences and documents must survive.

Negative polarity, a missing realisasi, "tidak ada kejadian", a program without pagu, a low serapan.
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import Decimal

from lkip.capaian import SKALA_PERMENDAGRI_86, Polaritas, SkalaPredikat
from lkip.huruf import SKALA_HURUF
from lkip.isi.anggaran import Anggaran, BarisAnggaran, JenisBelanja, Keluaran, Tahap
from lkip.isi.kinerja import (
    Analisis,
    ButirAnalisis,
    Indikator,
    JenisSimpul,
    Pembanding,
    Sasaran,
)
from lkip.isi.laporan import (
    Dokumen,
    Laporan,
    PerbedaanPK,
)
from lkip.isi.laporan import Keadaan as KeadaanLaporan
from lkip.isi.nilai import Keadaan
from lkip.isi.organisasi import BarisSarana, Organisasi, UnitOrganisasi
from lkip.isi.profil import Profil
from tests.lkip.bahan_contoh import (
    buat_indikator,
    buat_nilai,
    buat_profil,
    buat_program,
    buat_sasaran,
    buat_sub,
)
from tests.lkip.instansi_contoh import BUPATI, CAMAT, INSTANSI, SDM_CONTOH, WILAYAH
from tests.lkip.rencana_contoh import buat_perjanjian, buat_renstra

TANPA_SKALA = SkalaPredikat(())


def buat_pohon(*, perubahan: bool = True) -> tuple[BarisAnggaran, ...]:
    """Four programs: shared, fully spent, poorly spent, and one without pagu."""
    laporan = Keluaran(
        indikator="Jumlah laporan", satuan="Laporan", target=Decimal(12), realisasi=Decimal(12)
    )
    orang = replace(laporan, indikator="Jumlah orang", satuan="Orang", realisasi=Decimal(11))
    gaji = buat_sub(
        "7.01.01.2.01.0001",
        "Penyediaan Gaji",
        900_000_000 if perubahan else 880_000_000,
        845_500_500,
        murni=880_000_000,
        keluaran=orang,
        triwulan=(200_000_000, 420_000_000, 640_000_000, 845_500_500),
    )
    mesin = buat_sub(
        "7.01.01.2.01.0002",
        "Pengadaan Mesin",
        100_000_000,
        99_989_500,
        jenis=JenisBelanja.MODAL,
        triwulan=(None, None, 50_000_000, 99_989_500),
    )
    layanan = buat_sub(
        "7.01.02.2.01.0001",
        "Pelayanan Administrasi",
        300_000_000,
        300_000_000,
        keluaran=laporan,
        triwulan=(75_000_000, 150_000_000, 225_000_000, 300_000_000),
    )
    bina = buat_sub(
        "7.01.03.2.01.0001",
        "Pembinaan Lembaga",
        150_000_000,
        108_000_000,
        triwulan=(None, 54_000_000, None, 108_000_000),
    )
    return (
        buat_program("7.01.01", "Program Penunjang Urusan", gaji, mesin),
        buat_program("7.01.02", "Program Pelayanan Publik", layanan),
        buat_program("7.01.03", "Program Pemberdayaan Masyarakat", bina),
        buat_program(
            "7.01.04", "Program Ketertiban", buat_sub("7.01.04.2.01.0001", "Patroli", 0, 0)
        ),
    )


def buat_indikator_contoh(profil: Profil) -> dict[str, Indikator]:
    """Five indikator by kode: passed, missed, negative, no event, not filled in."""
    kabupaten = Pembanding(
        lingkup="Kabupaten",
        nilai=buat_nilai("68.5", "Nilai", SKALA_HURUF["SAKIP"]),
        sumber="Inspektorat",
        tahun=2024,
        selisih=Decimal("7"),
    )
    nihil = Pembanding(
        lingkup="Nasional", nilai=buat_nilai(None), alasan="standar nasional belum ditetapkan"
    )
    semua = (
        buat_indikator(
            "I1",
            "Nilai SAKIP",
            profil=profil,
            target="70",
            realisasi="75.5",
            satuan="Nilai",
            skala=SKALA_HURUF["SAKIP"],
            lalu={2022: ("60", "60.25"), 2023: ("65", "68.25")},
            rencana={2025: "76", 2026: "80"},
            triwulan=((None, None), (None, None), (None, None), ("70", "75.5")),
            pembanding=(kabupaten,),
        ),
        buat_indikator(
            "I2",
            "Persentase program yang tercapai",
            profil=profil,
            target="100",
            realisasi="96",
            batas="100",
            lalu={2021: ("100", None), 2022: ("100", "94.8"), 2023: ("100", "93.67")},
            rencana={2026: "100"},
            pembanding=(nihil,),
        ),
        buat_indikator(
            "I3",
            "Rata-rata waktu layanan",
            profil=profil,
            target="5",
            realisasi="4",
            satuan="Hari",
            polaritas=Polaritas.NEGATIF,
            lalu={2022: ("6", "7"), 2023: ("6", "5")},
            rencana={2026: "3"},
        ),
        buat_indikator(
            "I4",
            "Persentase aduan yang diselesaikan",
            profil=profil,
            target="90",
            realisasi=Keadaan.TIDAK_ADA_KEJADIAN,
            batas="100",
            lalu={2023: ("90", "100")},
            rencana={2026: "95"},
        ),
        buat_indikator(
            "I5",
            "Jumlah patroli",
            profil=profil,
            target="12",
            realisasi=None,
            satuan="Kali",
            rencana={2026: "24"},
        ),
    )
    return {satu.kode: satu for satu in semua}


def buat_sasaran_contoh(profil: Profil, pohon: tuple[BarisAnggaran, ...]) -> tuple[Sasaran, ...]:
    """A tujuan that shares a program with a sasaran, and three sasaran of its own kind each."""
    indikator = buat_indikator_contoh(profil)
    seluruh = sum((program.pagu for program in pohon), Decimal(0))
    butir = Analisis(
        pendorong=(ButirAnalisis(uraian="Layanan satu pintu berjalan setiap hari kerja"),),
        penghambat=(ButirAnalisis(uraian="Jaringan internet kantor sering terputus"),),
        kendala=(ButirAnalisis(uraian="Petugas loket terbatas"),),
        upaya=(ButirAnalisis(uraian="Jadwal piket loket disusun"),),
        rencana=(
            ButirAnalisis(
                uraian="Menambah jalur internet cadangan",
                penanggung_jawab="Sekretaris Kecamatan",
                tenggat=date(2025, 6, 30),
            ),
        ),
    )

    def sasaran(kode: str, uraian: str, kunci: tuple[str, ...], program: slice, **lain: object):
        isi = [indikator[satu] for satu in kunci]
        return buat_sasaran(
            kode, uraian, isi, pohon[program], profil=profil, seluruh_pagu=seluruh, **lain
        )

    return (
        sasaran(
            "T1", "Meningkatnya akuntabilitas kinerja", ("I1",), slice(0, 1), jenis=JenisSimpul.TUJUAN,
            bersama=True,
        ),
        sasaran("S1", "Meningkatnya efektivitas program", ("I2",), slice(0, 1), bersama=True, analisis=butir),
        sasaran("S2", "Meningkatnya mutu pelayanan", ("I3", "I4"), slice(1, 3), analisis=butir),
        sasaran("S3", "Terjaganya ketertiban umum", ("I5",), slice(3, 4)),
    )  # fmt: skip


PERBEDAAN = (
    PerbedaanPK(
        jenis="Pagu",
        nama="Program Penunjang Urusan",
        semula="Rp980.000.000",
        menjadi="Rp1.000.000.000",
        selisih="Rp20.000.000",
    ),
)


def laporan_contoh(
    *,
    perubahan: bool = True,
    skala: SkalaPredikat = SKALA_PERMENDAGRI_86,
    ubah_sasaran: Callable[[tuple[Sasaran, ...]], tuple[Sasaran, ...]] = tuple,
    ubah_pohon: Callable[[tuple[BarisAnggaran, ...]], tuple[BarisAnggaran, ...]] = tuple,
    **profil: object,
) -> Laporan:
    """The LKIP 2024 of Kecamatan Sukamaju; `profil` overrides fields of the profile."""
    aturan = buat_profil(skala, **profil)
    pohon = ubah_pohon(buat_pohon(perubahan=perubahan))
    sasaran = ubah_sasaran(buat_sasaran_contoh(aturan, pohon))
    tahap = (Tahap.MURNI, Tahap.PERUBAHAN) if perubahan else (Tahap.MURNI,)
    return Laporan(
        instansi=INSTANSI,
        tahun=2024,
        keadaan=KeadaanLaporan(
            status="draf",
            label="Draf",
            perbaikan_ke=0,
            tanggal=date(2025, 2, 10),
            tenggat=date(2025, 2, 28),
        ),
        pimpinan=CAMAT,
        atasan=BUPATI,
        profil=aturan,
        organisasi=Organisasi(
            tugas=("mengoordinasikan pemerintahan umum",),
            fungsi=("penyusunan program", "pelayanan publik"),
            susunan=(
                UnitOrganisasi(nama="Camat", tingkat=0),
                UnitOrganisasi(nama="Sekretariat", tingkat=1),
            ),
        ),
        sdm=SDM_CONTOH,
        sarana=(
            BarisSarana(nama="Komputer", satuan="Unit", jumlah=4, kondisi="Baik", jumlah_ideal=6),
            BarisSarana(nama="Mobil", satuan="Unit", jumlah=1, kondisi="Baik", jumlah_ideal=1),
        ),
        wilayah=WILAYAH,
        isu_strategis=("Jumlah petugas layanan terbatas",),
        renstra=buat_renstra(sasaran, pohon),
        penetapan_iku=Dokumen(nomor="065/1/2024", tanggal=date(2024, 1, 4)),
        rkt=Dokumen(tanggal=date(2024, 1, 19)),
        perjanjian=tuple(buat_perjanjian(satu, sasaran, pohon) for satu in tahap),
        perbedaan_pk=PERBEDAAN if perubahan else (),
        sasaran=sasaran,
        anggaran=Anggaran(tahap=tahap[-1], program=pohon),
    )

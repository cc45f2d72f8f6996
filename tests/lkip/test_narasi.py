"""What the generated sentences say, and what they must never say, on the hand-made report."""

from dataclasses import fields, replace
from decimal import Decimal

import pytest

from lkip.capaian import CaraRataRata, Polaritas
from lkip.isi.anggaran import BarisAnggaran
from lkip.isi.kinerja import Analisis, Indikator, Sasaran
from lkip.isi.laporan import Laporan
from lkip.isi.nilai import Keadaan
from lkip.isi.organisasi import SDM, Wilayah
from lkip.narasi import NarasiLaporan, susun_narasi
from tests.lkip.bahan_contoh import buat_indikator, buat_profil, buat_program, buat_sub
from tests.lkip.laporan_contoh import SKALA_PERMENDAGRI_86, TANPA_SKALA, laporan_contoh

PROFIL = buat_profil(SKALA_PERMENDAGRI_86)


def semua_teks(narasi: NarasiLaporan) -> str:
    bagian = [getattr(narasi, isian.name) for isian in fields(narasi) if isian.name != "sasaran"]
    bagian += [
        getattr(satu, isian.name) for satu in narasi.sasaran.values() for isian in fields(satu)
    ]
    return "\n".join(
        satu if isinstance(satu, str) else " ".join(satu) for isi in bagian for satu in isi
    )


def dengan_indikator(indikator: Indikator, **lain: object) -> Laporan:
    """The report with this one indikator in its first node only."""

    def ubah(sasaran: tuple[Sasaran, ...]) -> tuple[Sasaran, ...]:
        return (replace(sasaran[0], indikator=(indikator,)), *sasaran[1:])

    return laporan_contoh(ubah_sasaran=ubah, **lain)


def narasi_indikator(indikator: Indikator):
    return susun_narasi(dengan_indikator(indikator)).sasaran["T1"]


def indikator_persen(target, realisasi, **lain: object) -> Indikator:
    return buat_indikator(
        "I1", "Persentase uji", profil=PROFIL, target=target, realisasi=realisasi, **lain
    )


@pytest.fixture(scope="module")
def narasi() -> NarasiLaporan:
    return susun_narasi(laporan_contoh())


def test_same_report_gives_same_words(narasi):
    assert susun_narasi(laporan_contoh()) == narasi


def test_every_node_has_the_analyses_of_the_regulation(narasi):
    assert list(narasi.sasaran) == ["T1", "S1", "S2", "S3"]
    for satu in narasi.sasaran.values():
        assert all(getattr(satu, isian.name) for isian in fields(satu))


def test_counts_against_target_are_those_of_the_data(narasi):
    assert (
        "2 (dua) indikator memperoleh realisasi yang lebih baik daripada target, 1 (satu) indikator belum "
        "mencapai target, dan 2 (dua) indikator belum dapat dinilai"
    ) in narasi.capaian_umum[0]


def test_money_is_written_in_words_where_officials_expect_it(narasi):
    uang = "Rp1.450.000.000 (satu miliar empat ratus lima puluh juta rupiah)"
    for bagian in (
        narasi.kata_pengantar,
        narasi.ikhtisar,
        narasi.anggaran,
        narasi.realisasi_anggaran,
    ):
        assert uang in " ".join(bagian)


def test_trend_starts_in_the_first_year_that_has_data(narasi):
    (kalimat,) = narasi.sasaran["S1"].antar_tahun
    assert "sejak tahun 2022, yaitu 94,8% pada 2022, 93,67% pada 2023, dan 96% pada 2024" in kalimat
    assert (
        "Trennya fluktuatif: dari tahun 2022 ke 2024 naik 1,2 poin persen, dan dari tahun 2023 ke 2024 naik "
        "2,33 poin persen."
    ) in kalimat
    assert "2021" not in kalimat


def test_falling_negative_indikator_is_called_better(narasi):
    kalimat = narasi.sasaran["S2"].antar_tahun[0]
    assert "Trennya menurun" in kalimat
    assert "perkembangan itu membaik" in kalimat


def test_rising_negative_indikator_is_called_worse():
    naik = indikator_persen(
        "5", "8", satuan="Hari", polaritas=Polaritas.NEGATIF, lalu={2023: ("5", "6")}
    )
    (kalimat,) = narasi_indikator(naik).antar_tahun
    assert "Trennya meningkat: dari tahun 2023 ke 2024 naik 2 Hari" in kalimat
    assert "memburuk" in kalimat


def test_one_year_of_data_is_no_trend():
    (kalimat,) = narasi_indikator(indikator_persen("90", "80")).antar_tahun
    assert "tren belum dapat dinilai" in kalimat


def test_constant_values_are_stable():
    tetap = indikator_persen("80", "100", lalu={2022: ("80", "100"), 2023: ("80", "100")})
    (kalimat,) = narasi_indikator(tetap).antar_tahun
    assert "Trennya stabil: nilainya tidak berubah dari tahun 2022 sampai dengan 2024." in kalimat


@pytest.mark.parametrize("target", ["85", "100"])
def test_indikator_at_its_maximum_is_never_surpassed(target):
    penuh = indikator_persen(target, "100", batas="100", rencana={2026: "90"})
    narasi = susun_narasi(dengan_indikator(penuh))
    teks = " ".join((*narasi.sasaran["T1"].target_realisasi, *narasi.sasaran["T1"].akhir_renstra))
    assert "lampaui" not in teks
    assert (
        "lampaui"
        not in dict(narasi.ikhtisar_sasaran)["Tujuan 1: Meningkatnya akuntabilitas kinerja"]
    )
    assert "Target akhir Renstra telah tercapai" in teks


def test_values_that_print_alike_are_printed_so_that_they_differ():
    hampir = indikator_persen("85", "84.9996")
    (kalimat,) = narasi_indikator(hampir).target_realisasi
    assert "ditargetkan 85% dan terealisasi 84,9996%" in kalimat
    assert "Target belum tercapai" in kalimat


def test_close_capaian_and_serapan_show_their_difference():
    def ubah(sasaran):
        uang = replace(sasaran[1].uang, pagu=Decimal(100_000), realisasi=Decimal("95_999"))
        return (sasaran[0], replace(sasaran[1], uang=uang), *sasaran[2:])

    laporan = laporan_contoh(ubah_sasaran=ubah, desimal=0)
    (kalimat, *_) = susun_narasi(laporan).sasaran["S1"].efisiensi
    assert "sebesar 96% diperoleh dengan serapan anggaran 95,999%" in kalimat


@pytest.mark.parametrize(
    ("realisasi", "kata"),
    [
        pytest.param(None, "realisasi belum diisi", id="blank"),
        pytest.param(Keadaan.TIDAK_ADA_KEJADIAN, "tidak ada kejadian", id="no-event"),
    ],
)
def test_missing_realisasi_is_said_and_is_not_zero(realisasi, kata):
    narasi = narasi_indikator(indikator_persen("90", realisasi))
    for bagian in (narasi.target_realisasi, narasi.penyebab):
        assert kata in bagian[0]
    assert "0%" not in narasi.target_realisasi[0].replace("90%", "")


def test_real_zero_is_a_value():
    (kalimat,) = narasi_indikator(indikator_persen("90", "0")).target_realisasi
    assert "terealisasi 0%" in kalimat
    assert "Capaiannya 0%" in kalimat


def test_target_not_set_for_the_year_is_said():
    (kalimat,) = narasi_indikator(indikator_persen(Keadaan.TIDAK_DITARGETKAN, "5")).target_realisasi
    assert "target tidak ditetapkan dan realisasi 5% pada tahun 2024" in kalimat


def test_zero_target_explains_why_there_is_no_capaian():
    (kalimat,) = narasi_indikator(indikator_persen("0", "5")).target_realisasi
    assert "tidak dapat dihitung karena target bernilai nol" in kalimat


def test_without_scale_no_predikat_is_named():
    narasi = susun_narasi(laporan_contoh(skala=TANPA_SKALA))
    assert narasi.rekap_predikat == ()
    assert "predikat" not in semua_teks(narasi).lower()
    assert "Permendagri" not in semua_teks(narasi)
    assert not any("Menteri Dalam Negeri" in satu for satu in narasi.dasar_hukum)


def test_without_perubahan_nobody_reads_of_one():
    narasi = susun_narasi(laporan_contoh(perubahan=False))
    assert narasi.pk_perubahan == ()
    teks = semua_teks(narasi)
    assert "perubahan" not in teks.lower()
    assert "DPPA" not in teks
    assert "APBD murni (DPA)" in teks


def test_with_perubahan_its_version_and_difference_are_named(narasi):
    assert "Jumlah anggaran bertambah Rp20.000.000" in narasi.pk_perubahan[1]
    assert "Perubahan APBD (DPPA)" in narasi.realisasi_anggaran[0]


def test_zero_pagu_has_no_serapan(narasi):
    assert (
        "Serapan Program Ketertiban tidak dapat dihitung karena tidak memiliki pagu."
        in narasi.realisasi_anggaran[1]
    )
    assert "tanpa pagu" in narasi.sasaran["S3"].program[0]
    assert "program pendukungnya tidak memiliki pagu" in narasi.sasaran["S3"].efisiensi[0]


def test_low_serapan_and_the_largest_rest_are_named(narasi):
    assert narasi.serapan_rendah[0] == (
        "Terdapat 1 (satu) sub kegiatan dengan serapan di bawah 80%: Pembinaan Lembaga (72%)."
    )
    assert "Penyediaan Gaji Rp54.499.500" in narasi.serapan_rendah[1]


def test_many_rests_are_summed_with_their_share():
    def pohon(_: tuple[BarisAnggaran, ...]) -> tuple[BarisAnggaran, ...]:
        sub = [buat_sub(f"1.{n}", f"Sub {n}", 1000, 1000 - n * 10) for n in range(1, 5)]
        return (buat_program("1", "Program Uji", *sub),)

    kalimat = susun_narasi(laporan_contoh(ubah_pohon=pohon)).serapan_rendah[1]
    assert "bersama-sama Rp90 atau 90% dari seluruh sisa" in kalimat


def test_shared_program_is_said_to_count_once(narasi):
    assert "Program Penunjang Urusan, hanya dihitung satu kali" in narasi.efisiensi_umum[1]
    assert "juga mendukung tujuan atau sasaran lain" in narasi.sasaran["T1"].efisiensi[0]


def test_efficient_sasaran_that_missed_its_target_is_marked(narasi):
    assert "Target belum sepenuhnya tercapai" in narasi.sasaran["S1"].efisiensi[0]
    assert "Pada Sasaran 1 target belum tercapai" in narasi.efisiensi_umum[0]
    assert "Target belum sepenuhnya tercapai" not in narasi.sasaran["T1"].efisiensi[0]


def test_one_indikator_per_node_has_no_average(narasi):
    assert not any(
        "rata-rata capaian" in satu.lower() for satu in narasi.sasaran["T1"].target_realisasi
    )


def test_causes_name_success_and_failure(narasi):
    assert "keberhasilan mencapai target Nilai SAKIP" in narasi.sasaran["T1"].penyebab[0]
    assert "kegagalan mencapai target Persentase program" in narasi.sasaran["S1"].penyebab[0]
    assert "Penyebabnya belum diuraikan." in narasi.sasaran["S3"].penyebab[0]


def test_obstacles_of_the_summary_come_from_the_rows_of_staff(narasi):
    assert "jaringan internet kantor sering terputus; petugas loket terbatas" in narasi.ikhtisar[-1]


def test_without_plans_the_recommendations_say_so():
    def tanpa(sasaran):
        return tuple(replace(satu, analisis=Analisis()) for satu in sasaran)

    narasi = susun_narasi(laporan_contoh(ubah_sasaran=tanpa))
    assert narasi.rekomendasi_pengantar == ("Rencana tindak lanjut belum diisi.",)
    assert "ambatan" not in " ".join(narasi.ikhtisar)


def test_benchmark_is_compared_or_its_absence_explained(narasi):
    assert "realisasi BB (75,5) 7 poin lebih tinggi" in narasi.sasaran["T1"].pembanding[0]
    assert (
        "tidak tersedia karena standar nasional belum ditetapkan"
        in narasi.sasaran["S1"].pembanding[0]
    )
    assert "nilai pembanding belum diisi" in narasi.sasaran["S3"].pembanding[0]


def test_method_follows_the_profile():
    per_sasaran = susun_narasi(
        laporan_contoh(cara_rata_rata=CaraRataRata.SASARAN, batas_rata_rata=None)
    ).metode
    assert "rata-rata capaian setiap tujuan dan sasaran" in per_sasaran[1]
    assert "batas atas tidak digunakan" in per_sasaran[1]
    assert "paling tinggi 120%" in " ".join(
        susun_narasi(laporan_contoh(batas_rata_rata=Decimal(120))).metode
    )


def test_staff_gap_is_a_share_of_the_need(narasi):
    assert "masih kurang 4 (empat) orang; keterisiannya 55,56%" in narasi.sdm[1]


def test_occupations_are_measured_against_the_population(narasi):
    assert narasi.wilayah[-1] == (
        "Data mata pencaharian memuat 2 (dua) kelompok dengan jumlah 7.435 jiwa atau 36% dari jumlah penduduk."
    )


def test_outputs_that_missed_their_target_are_named_with_numbers(narasi):
    assert narasi.program_umum[1] == (
        "Pada tingkat sub kegiatan, 1 (satu) indikator kinerja mencapai target dan 1 (satu) indikator kinerja "
        "belum mencapai target. Target yang belum tercapai terdapat pada Penyediaan Gaji (11 dari 12 Orang)."
    )
    assert narasi.sasaran["S2"].program[-1] == (
        "Pada tingkat sub kegiatan, seluruh indikator kinerja mencapai target."
    )


def test_empty_office_data_is_said():
    kosong = replace(laporan_contoh(), sdm=SDM(), sarana=(), wilayah=Wilayah())
    narasi = susun_narasi(kosong)
    assert narasi.sdm == ("Data pegawai tahun 2024 belum diisi.",)
    assert narasi.sarana == ("Data sarana dan prasarana belum diisi.",)
    assert narasi.wilayah == ("Jumlah penduduk belum diisi.",)
    assert narasi.potensi == ()


def test_report_without_programs_and_sasaran_still_reads():
    kosong = laporan_contoh(ubah_sasaran=lambda _: (), ubah_pohon=lambda _: ())
    narasi = susun_narasi(kosong)
    assert narasi.capaian_umum == ("Tidak ada indikator yang diperjanjikan untuk tahun 2024.",)
    assert narasi.realisasi_anggaran == ("Data anggaran tahun 2024 belum diisi.",)
    assert narasi.sasaran == {}


def test_all_reached_says_so_without_a_list():
    def ubah(sasaran):
        baik = indikator_persen("90", "95")
        return tuple(replace(satu, indikator=(baik,)) for satu in sasaran)

    narasi = susun_narasi(laporan_contoh(ubah_sasaran=ubah))
    assert (
        "seluruh indikator memperoleh realisasi yang lebih baik daripada target"
        in narasi.simpulan[0]
    )
    assert "Tidak ada indikator yang belum mencapai target" in narasi.simpulan[1]

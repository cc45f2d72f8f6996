"""What the generated sentences say, and what they must never say, on the hand-made report."""

from dataclasses import fields, replace
from decimal import Decimal

from lkip.capaian import CaraRataRata
from lkip.isi.anggaran import BarisAnggaran
from lkip.isi.kinerja import Analisis
from lkip.isi.organisasi import SDM, Wilayah
from lkip.narasi import NarasiLaporan, susun_narasi
from tests.lkip.bahan_contoh import buat_program, buat_sub
from tests.lkip.laporan_contoh import TANPA_SKALA, laporan_contoh
from tests.lkip.narasi_uji import indikator_persen, narasi

__all__ = ["narasi"]


def semua_teks(narasi: NarasiLaporan) -> str:
    bagian = [getattr(narasi, isian.name) for isian in fields(narasi) if isian.name != "sasaran"]
    bagian += [
        getattr(satu, isian.name) for satu in narasi.sasaran.values() for isian in fields(satu)
    ]
    return "\n".join(
        satu if isinstance(satu, str) else " ".join(satu) for isi in bagian for satu in isi
    )


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

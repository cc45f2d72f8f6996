"""Rules over what staff write: each finds its bad sentences and is quiet on the good ones."""

from dataclasses import replace

import pytest

from lkip.pemeriksaan.daftar import ATURAN
from lkip.pemeriksaan.temuan import Tingkat
from tests.lkip.laporan_contoh import laporan_contoh
from tests.lkip.pemeriksaan_contoh import BUKAN_TEKS, kode_naskah, periksa

KELIRU = {
    "NAR-21": [
        "Anggaran tahun 2024 sebesar Rp.. untuk empat program.",
        "Dari sejumlah target terdapat sebanyak  indikator yang tercapai.",
        "Jumlah pegawai berjumlah orang.",
        "Realisasi sebesar ... dari pagu.",
        "Camat [nama camat] menetapkan target.",
        "Capaian (jumlah) indikator sesuai rencana.",
        "Anggaran sebesar Rp. dan realisasinya baik.",
        "Pada tahun 2024 PBB  % mengalami penurunan.",
        "Kepala desa (diisi sesuai SK) hadir.",
    ],
    "DOK-03": ["Rekomendasi untuk tahun 2016 belum ditindaklanjuti."],
    "DOK-03b": ["Laporan Kinerja tahun 2023 ini disusun oleh kecamatan."],
    "DOK-06": [
        "Luas wilayah Luas wilayah kecamatan ini terbentang.",
        "Capaian capaian kinerja naik.",
    ],
    "ANG-19": ["Pagu belanja langsung terserap.", "Kepala Kecamatan memimpin rapat."],
    "REG-01": [
        "Sesuai PermenPANRB Nomor 53 Tahun 2015 tentang petunjuk teknis.",
        "Menurut Permendagri Nomor 13 Tahun 2006 belanja dibagi.",
        "Berdasarkan Peraturan Pemerintah Nomor 19 Tahun 2008.",
    ],
    "ANG-15": [
        "Hal ini karena tidak adanya perubahan APBD pada tahun berjalan.",
        "Kegiatan berjalan tanpa perubahan anggaran.",
    ],
    "NAR-01": [
        "Nilai SAKIP menunjukkan tren penurunan.",
        "Persentase program yang tercapai memperlihatkan tren peningkatan.",
        "Rata-rata waktu layanan terus meningkat.",
    ],
    "NAR-04": ["Persentase program yang tercapai naik turun sejak 2021."],
    "EFI-04": [
        "Pada tahun ini tidak ada efisiensi dalam penggunaan anggaran.",
    ],
    "ANG-07": ["Serapan anggaran mencapai 91,27%.", "Realisasi atau 87.75 % dari pagu."],
    "ANG-09b": ["Realisasi Rp1.353.490.001 dari pagu.", "Pagu sebesar Rp1,47 miliar."],
    "NAR-09": ["Persentase program yang tercapai dapat melampaui target."],
    "DOK-06b": ["Kecamatan Balung melaksanakan empat program."],
    "NAR-06": [
        "Terdapat 4 (empat) indikator di atas target.",
        "Sebanyak dua indikator belum mencapai target.",
        "Sebanyak 5 indikator telah mencapai target.",
        "Ada 4 indikator berpredikat Sangat Tinggi.",
        "Anggaran untuk 5 program 9 kegiatan 13 sub kegiatan.",
    ],
    "NAR-06b": ["Kecamatan melaksanakan 4 (lima) kegiatan lapangan."],
    "NAR-08": [
        "Belum tercapainya target 90% pada persentase program yang tercapai.",
        "Nilai SAKIP memenuhi target sebesar 71,5.",
    ],
    "NAR-10": ["Pada tahun 2022 PBB terkumpul 38,38%. Pada tahun 2024 PBB terkumpul 38,38%."],
    "NAR-19": ["Terdapat 20.650 jiwa penduduk laki laki di kecamatan ini."],
    "SDM-03": ["Kecamatan didukung 28 orang pegawai.", "Tersedia 13 orang ASN."],
    "HIR-06": ["Efektifitas program dan ketentraman umum terjaga."],
    "NAR-15": [
        "<p>Pelayanan administrasi terpadu kecamatan dilaksanakan setiap hari kerja dengan baik.</p>"
        "<p>Pelayanan administrasi terpadu kecamatan dilaksanakan setiap hari kerja, dengan baik.</p>",
    ],
}
BAIK = [
    "Anggaran tahun 2024 sebesar Rp1.450.000.000 dengan realisasi Rp1.353.490.000 atau 93,34%.",
    "Belanja Rp99.989.500 dan Rp108.000.000, bersama-sama Rp207.989.500, dinilai wajar.",
    "Pagu Rp1,45 miliar terserap 93,3 persen.",
    "Renstra tahun 2022–2026 menetapkan tiga tujuan; laporan disusun pada Februari 2025.",
    "Undang-Undang Nomor 23 Tahun 2014 tentang Pemerintahan Daerah menjadi dasarnya.",
    "PermenPANRB Nomor 53 Tahun 2014 dan Permendagri Nomor 86 Tahun 2017 menjadi pedoman.",
    "Perubahan APBD dilaksanakan pada triwulan III.",
    "Nilai SAKIP menunjukkan tren peningkatan sejak 2022.",
    "Rata-rata waktu layanan memperlihatkan tren menurun, yang berarti membaik.",
    "Penggunaan anggaran efisien karena capaian melebihi serapan.",
    "Dari 11 desa, 8 desa (72,73%) menyampaikan laporan tepat waktu.",
    "Kecamatan Sukamaju berbatasan dengan Kecamatan Utama di sebelah utara.",
    "Masing-masing seksi menyusun rencana, dan tiap-tiap desa mendukungnya.",
    "Anak anak mengikuti kegiatan; lain lain tidak dihitung.",
    "Kegiatan dilaksanakan pada pukul 08.00 s.d. 14.00, dan seterusnya ...",
    "Target 100% ditetapkan dalam perjanjian kinerja.",
    "Biaya fotokopi Rp500 per lembar ditanggung kantor.",
    "Terdapat 2 (dua) indikator yang melampaui target dan 1 (satu) indikator belum mencapai target.",
    "Anggaran membiayai 4 program, 4 kegiatan, dan 5 sub kegiatan.",
    "Sasaran ini didukung 2 program dan satu kegiatan unggulan.",
    "Sebanyak tiga indikator berpredikat Sangat Tinggi.",
    "Nilai SAKIP melampaui target tahun 2024 sebesar 70 dan target akhir Renstra sebesar 80.",
    "Kecamatan mempunyai 5 orang ASN dan 2 (dua) orang tenaga pendukung.",
    "Penduduk terdiri atas 10.250 jiwa laki-laki dan 10.400 jiwa perempuan.",
    "Pelatihan diikuti 25 orang perempuan dari setiap desa.",
    "Realisasi belum diisi dan formulir diisi oleh warga di loket.",
    "Belanja triwulan pertama Rp275.000.000 (18,97%) lebih besar.",
    "Dibandingkan dengan capaian kinerja tahun 2023, nilai ini naik.",
]


@pytest.mark.parametrize(
    ("kode", "kalimat"), [(kode, satu) for kode, semua in KELIRU.items() for satu in semua]
)
def test_rule_finds_what_is_wrong(kode, kalimat):
    assert kode in kode_naskah(kalimat)


@pytest.mark.parametrize("kalimat", BAIK)
def test_good_text_has_no_finding(kalimat):
    assert kode_naskah(kalimat) == []


def test_every_rule_over_texts_has_a_bad_case():
    """The others are those of plans, values and evidence."""
    teks = {satu.kode for satu in ATURAN if not satu.kode.startswith(BUKAN_TEKS)}

    assert teks - KELIRU.keys() == {"NAR-18", "NAR-20", "DOK-06c"}  # below


def test_section_that_is_last_years_word_for_word_is_found():
    isi = "<p>Pelayanan administrasi terpadu kecamatan dilaksanakan setiap hari kerja oleh petugas loket.</p>"

    assert kode_naskah(isi, lalu=isi) == ["NAR-20"]
    assert kode_naskah(isi, lalu=isi.replace("loket", "pelayanan")) == []


def test_equipment_is_called_wanting_only_where_the_table_says_so():
    isi = "Gedung dan peralatan kantor masih kurang memadai."
    dasar = laporan_contoh()
    cukup = replace(dasar, sarana=dasar.sarana[1:])
    rusak = replace(cukup, sarana=(replace(cukup.sarana[0], kondisi="Rusak berat"),))

    assert kode_naskah(isi, laporan=cukup) == ["NAR-18"]
    assert kode_naskah(isi, laporan=dasar) == kode_naskah(isi, laporan=rusak) == []


def test_desa_of_another_office_is_found():
    isi = "<p>Kegiatan di Desa Karangsono dan Desa Sukamaju diikuti warga.</p>"

    assert kode_naskah(isi, desa_lain=frozenset({"Karangsono", "Sukamaju"})) == ["DOK-06c"]


def test_denied_change_is_right_where_nothing_changed():
    isi = "Hal ini karena tidak adanya perubahan APBD."

    assert kode_naskah(isi, laporan=laporan_contoh(perubahan=False)) == []


def test_finding_names_place_page_and_words():
    [satu] = [
        temuan
        for temuan in periksa(naskah="<p>Pagu sebesar Rp.. pada tahun ini.</p>")
        if temuan.aturan == "NAR-21"
    ]

    assert satu.tempat == "Ikhtisar Eksekutif"
    assert satu.alamat == ("ubah_naskah", "ikhtisar")
    assert satu.tingkat is Tingkat.GALAT
    assert "Rp.." in satu.kutipan


def test_fingerprint_stays_until_the_words_change():
    def sidik(naskah):
        return {satu.sidik for satu in periksa(naskah=naskah)}

    assert sidik("Serapan 91,27%.") == sidik("Serapan 91,27%.")
    assert sidik("Serapan 91,27%.") != sidik("Serapan 91,28%.")

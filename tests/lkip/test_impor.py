"""Import: what changes, what is refused and where, and that nothing is half stored."""

from datetime import date
from decimal import Decimal
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from anggaran.models import Pagu, Program, RealisasiAnggaran, SubKegiatan
from instansi.models import Instansi, Pejabat, Pemda
from lkip.bukukerja.galat import BukuSalah
from lkip.bukukerja.impor import impor_buku
from lkip.laporan import build_laporan
from lkip.models import LKIP, Narasi, ProfilPenilaian
from perjanjian.models import PerjanjianKinerja, Realisasi, RencanaAksi
from renstra.models import Indikator, TargetRenstra, Tujuan
from tests.factories import make_kelas, make_lkip, make_profil, sign
from tests.lkip.buku_uji import KECIL, buat_buku, buku_kantor, buku_kecil, ekspor, ubah_sel


@pytest.fixture
def instansi(db):
    """A small office, made from a workbook alone."""
    return impor_buku(buku_kecil(), simpan=True).instansi


def faults(isi, **pilihan):
    """The faults of a workbook as (place, value, message)."""
    return [(g.tempat, g.nilai, g.pesan) for g in impor_buku(isi, **pilihan).galat]


def changes(hasil):
    return [(satu.lembar, satu.kunci, satu.kolom, satu.lama, satu.baru) for satu in hasil.perubahan]


def anggaran(*baris, kolom=("Kode", "Uraian", "Pagu Murni Operasi")):
    return [list(kolom), *[list(satu) for satu in baris]]


def test_a_second_office_is_set_up_from_a_workbook_alone(instansi):
    assert instansi.nama == "Kecamatan Uji"
    assert instansi.pemda == Pemda.objects.get(kode="35.10", nama="Kabupaten Uji")
    laporan = build_laporan(instansi, 2024)
    assert laporan.pimpinan.nama == "Drs. Ani Contoh, M.Si."
    assert laporan.pimpinan.nama_tanpa_gelar == "Ani Contoh"
    assert laporan.atasan.nama == "Budi Contoh"
    assert [satu.realisasi.angka for satu in laporan.indikator] == [Decimal("84.02"), 75]
    assert laporan.anggaran.uang.serapan == 95
    assert laporan.perjanjian[0].nomor == "1/2024"
    assert laporan.perjanjian[0].tanggal == date(2024, 1, 26)


def test_periksa_stores_nothing(db):
    hasil = impor_buku(buku_kecil())

    assert hasil.galat == ()
    assert len(hasil.perubahan) > 40
    assert not Instansi.objects.exists()
    assert not Pemda.objects.exists()


def test_three_changed_cells_are_three_changes(instansi):
    buku = ubah_sel(
        ekspor(instansi),
        ("Realisasi", "I1", "2024", 84.5),
        ("Anggaran", "7.01.01.2.02.0001", "Realisasi Operasi", 960000),
        ("Tujuan", "T1", "Uraian", "Meningkatnya layanan"),
    )

    hasil = impor_buku(buku, simpan=True)

    assert changes(hasil) == [
        ("Tujuan", "T1", "Uraian", "Meningkatnya pelayanan", "Meningkatnya layanan"),
        ("Realisasi", "I1", "2024", "84,02", "84,5"),
        ("Anggaran", "7.01.01.2.02.0001", "Realisasi Operasi", "950.000", "960.000"),
    ]
    assert Realisasi.objects.get(tahun=2024, indikator__kode="I1").nilai == Decimal("84.5")
    assert RealisasiAnggaran.objects.get().jumlah == 960000
    assert Tujuan.objects.get().versi == 2
    assert Tujuan.objects.get().history.count() == 2
    assert impor_buku(buku, simpan=True).perubahan == ()


def test_an_empty_cell_removes_a_value_and_zero_is_a_value(instansi):
    buku = ubah_sel(
        ekspor(instansi),
        ("Realisasi", "I1", "2023", None),
        ("Realisasi", "I1", "2024", 0),
        ("Anggaran", "7.01.01.2.02.0001", "Pagu Murni Operasi", None),
    )

    impor_buku(buku, simpan=True)

    assert Realisasi.objects.get(tahun=2023).nilai is None
    assert Realisasi.objects.get(tahun=2024, indikator__kode="I1").nilai == 0
    assert not Pagu.objects.exists()


def test_missing_columns_sheets_and_rows_leave_what_is_stored(instansi):
    impor_buku(buku_kantor({"Tujuan": [["Kode", "Uraian"], ["T2", "Baru"]]}), simpan=True)

    assert list(Tujuan.objects.values_list("kode", flat=True)) == ["T1", "T2"]
    assert Indikator.objects.count() == 2


def test_every_fault_is_reported_at_once_and_nothing_is_stored(db):
    buku = buku_kecil(
        Indikator=[
            ["Kode", "Induk", "Nama", "Satuan", "Polaritas", "Batas Maksimum"],
            ["I1", "S1", "Indeks kepuasan", "Indeks", "naik", None],
            ["I2", "S9", "Persentase usulan", "%", None, None],
            ["I3", "S1", None, "%", None, "96..000"],
        ],
        Realisasi=[["Kode Indikator", "2024", "2030"], ["I9", 1, None], ["I1", "84.02", 3]],
        Anggaran=anggaran(
            ["7.01.01", "Program", 5],
            ["7.01.01.2.02.0001", "Tanpa kegiatan", 5],
            ["7.1", "Bukan kode", None],
            ["7.01.02", "Program lain", "Rp 1.500,-"],
            ["7.01.02", None, 7],
        ),
        Target_PK=[["Jenis", "Kode Indikator", "Target"], ["murni", "I1", 85], ["murni", "I1", 86]],
        Program_Sasaran=[["Kode Program", "Kode Sasaran", "Porsi"], ["7.01.01", "S1", 60]],
    )

    temuan = faults(buku, simpan=True)

    satu_satu = {(tempat, nilai) for tempat, nilai, _ in temuan}
    assert {
        ("Lembar Indikator, baris 2, kolom Polaritas", "naik"),
        ("Lembar Indikator, baris 3, kolom Induk", "S9"),
        ("Lembar Indikator, baris 4, kolom Nama", ""),
        ("Lembar Indikator, baris 4, kolom Batas Maksimum", "96..000"),
        ("Lembar Realisasi, baris 2, kolom Kode Indikator", "I9"),
        ("Lembar Realisasi, baris 3, kolom 2024", "84.02"),
        ("Lembar Target PK, baris 3, kolom Kode Indikator", "I1"),
        ("Lembar Anggaran, baris 2, kolom Pagu Murni Operasi", "5"),
        ("Lembar Anggaran, baris 3, kolom Kode", "7.01.01.2.02.0001"),
        ("Lembar Anggaran, baris 4, kolom Kode", "7.1"),
        ("Lembar Anggaran, baris 5, kolom Pagu Murni Operasi", "1.500"),
        ("Lembar Program Sasaran, baris 2, kolom Porsi", "60"),
    } <= satu_satu
    pesan = {tempat: satu for tempat, _, satu in temuan}
    assert "Tulis 84,02 bila itu maksudnya" in pesan["Lembar Realisasi, baris 3, kolom 2024"]
    assert not Instansi.objects.exists()


def test_rows_that_hang_on_a_faulty_row_are_not_reported_too(db):
    buku = buku_kecil(Tujuan=[["Kode", "Uraian"], ["T1", None]])

    assert faults(buku) == [("Lembar Tujuan, baris 2, kolom Uraian", "", "Harus diisi.")]


@pytest.mark.parametrize(
    ("lembar", "baris", "pesan"),
    [
        ("Tujuan", [["Kode", "Uraian", "Warna"], ["T1", "x", "y"]], "Kolom “Warna” tidak dikenal."),
        ("Tujuan", [["Kode", "kode", "Uraian"], ["T1", "T1", "x"]], "Kolom “kode” tertulis dua kali."),
        ("Tujuan", [["Kode"], ["T1"]], "Kolom “Uraian” tidak ada pada baris 1."),
        ("Tujuan", [[None, None], ["Kode", "Uraian"]], "Kolom “Kode” tidak ada pada baris 1."),
        ("Tujuan", [["Kode", "Uraian", None], ["T1", "x", 5]], "Kolom ke-3 berisi tetapi tidak berjudul."),
        ("Realisasi", [["Kode Indikator", "20244"]], "Kolom “20244” tidak dikenal."),
    ],
)  # fmt: skip
def test_columns_are_refused_by_name(db, lembar, baris, pesan):
    assert pesan in {satu for _, _, satu in faults(buku_kantor({lembar: baris}))}


def test_unknown_sheets_are_refused_by_name(db):
    with pytest.raises(BukuSalah, match="Lembar “Rahasia”, “Sheet1” tidak dikenal"):
        impor_buku(buku_kantor({"Rahasia": [], "Sheet1": []}))


def test_a_workbook_without_office_is_refused(db):
    with pytest.raises(BukuSalah, match="Lembar Instansi tidak ada"):
        impor_buku(buat_buku({"Tujuan": KECIL["Tujuan"]}))


@pytest.mark.parametrize(
    ("isian", "pesan"),
    [
        ({"NIP Pimpinan": "123"}, "NIP Pimpinan: NIP terdiri atas 18 angka"),
        ({"Tahun": 2030}, "Tahun: Tahun 2030 di luar periode 2021–2026."),
        ({"Skala": "51/66/76/91"}, "Skala: Batas skala harus menurun"),
        ({"Skala": "91/76"}, "Skala: Skala tanpa nama memuat empat batas"),
        ({"Batas Capaian": 90}, "Batas Capaian: Batas capaian dalam rata-rata paling kecil"),
        ({"Kode": "Sukorambi"}, "Kode: Kode diawali kode pemda"),
        ({"Alamat": None}, "Alamat: "),
        ({"Periode Awal": "dua ribu"}, "Periode Awal: Isi dengan angka"),
        ({"Warna": "biru"}, "Isian “Warna” tidak dikenal."),
    ],
)
def test_lines_of_the_office_are_checked(db, isian, pesan):
    assert any(satu.startswith(pesan) for _, _, satu in faults(buku_kantor(**isian)))


def test_a_scale_may_have_names_and_any_number_of_classes(db):
    isian = {"Skala": ">90,5 Sangat Baik; 75 Baik; Kurang", "Batas Capaian": "tanpa batas"}
    hasil = impor_buku(buku_kantor(**isian), simpan=True)

    profil = ProfilPenilaian.objects.get()
    kelas = {(satu.nama, satu.batas_bawah, satu.terbuka) for satu in profil.kelas.all()}
    assert kelas == {("Sangat Baik", Decimal("90.5"), True), ("Baik", 75, False), ("Kurang", None, False)}  # fmt: skip
    assert profil.batas_rata_rata is None
    assert impor_buku(buku_kantor(**isian)).perubahan == ()
    assert hasil.instansi.pemda == profil.pemda


def test_a_scale_of_an_earlier_year_stays_as_it_is(instansi):
    lama = ProfilPenilaian.objects.get()
    ProfilPenilaian.objects.update(tahun=2023)

    impor_buku(buku_kantor(**{"Skala": "90/76/66/51"}), simpan=True)

    assert {satu.batas_bawah for satu in lama.kelas.all()} == {91, 76, 66, 51, None}
    baru = ProfilPenilaian.objects.get(tahun=2024)
    assert {satu.batas_bawah for satu in baru.kelas.all()} == {90, 76, 66, 51, None}


def test_a_successor_takes_office_on_the_first_day_of_the_year(instansi):
    Pejabat.objects.filter(peran="pimpinan").update(mulai=date(2022, 1, 1))
    isian = {"Nama Pimpinan": "Cici Contoh, S.Sos.", "NIP Pimpinan": None}

    impor_buku(buku_kantor(**isian), simpan=True)

    lama, baru = Pejabat.objects.filter(peran="pimpinan").order_by("mulai")
    assert (lama.nama, lama.selesai) == ("Ani Contoh", date(2023, 12, 31))
    assert (baru.nama, baru.gelar_belakang, baru.mulai) == (
        "Cici Contoh",
        "S.Sos.",
        date(2024, 1, 1),
    )


def test_a_corrected_name_is_the_same_person(instansi):
    impor_buku(buku_kantor(**{"Nama Pimpinan": "Dra. Ani Contoh, M.Si."}), simpan=True)

    assert Pejabat.objects.get(peran="pimpinan").gelar_depan == "Dra."


def test_a_signed_pk_does_not_change(instansi):
    pihak = Pejabat.objects.order_by("peran")
    perjanjian = PerjanjianKinerja.objects.get()
    sign(perjanjian, pihak=(pihak[1], pihak[0]))
    buku = buku_kecil(Target_PK=[["Jenis", "Kode Indikator", "Target"], ["murni", "I1", 90]])

    assert [pesan for _, _, pesan in faults(buku, simpan=True)] == [
        "Perjanjian kinerja murni sudah disahkan; isinya tidak berubah lagi."
    ]


def test_pk_perubahan_needs_a_reason(db):
    buku = buku_kecil(PK=[["Jenis", "Nomor"], ["murni", "1"], ["perubahan", "2"]])

    assert ("Lembar PK, baris 3, kolom Alasan", "") in {satu[:2] for satu in faults(buku)}


@pytest.mark.parametrize("status", ["diajukan", "diverifikasi", "disahkan"])
def test_a_submitted_year_is_not_changed(instansi, status):
    make_lkip(instansi=instansi, status=status)
    buku = ubah_sel(ekspor(instansi), ("Realisasi", "I1", "2024", 1))

    with pytest.raises(BukuSalah, match="tidak dapat diubah"):
        impor_buku(buku, simpan=True)
    assert impor_buku(ekspor(instansi), simpan=True).perubahan == ()
    assert Realisasi.objects.get(tahun=2024, indikator__kode="I1").nilai == Decimal("84.02")


def test_an_earlier_locked_year_is_refused_cell_by_cell(instansi):
    make_lkip(instansi=instansi, tahun=2023, status="disahkan")
    buku = ubah_sel(ekspor(instansi), ("Realisasi", "I1", "2023", 1))

    assert faults(buku) == [
        ("Lembar Realisasi, baris 2, kolom 2023", "1", "LKIP tahun 2023 sudah diajukan atau disahkan.")
    ]  # fmt: skip


def test_triwulan_rows_hold_target_ratio_and_notes(db):
    buku = buku_kecil(
        Realisasi=None,
        Realisasi_Triwulan=[
            ["Kode Indikator", "Tahun", "Triwulan", "Target", "Pembilang", "Penyebut", "Nilai", "Pendukung"],
            ["I2", 2024, 1, 75, 12, 15, None, "Kader aktif"],
            ["I2", 2024, 2, "tidak ditargetkan", None, None, "tidak ada kejadian", None],
        ],
    )  # fmt: skip
    hasil = impor_buku(buku, simpan=True)

    assert hasil.galat == ()
    satu, dua = Realisasi.objects.order_by("triwulan")
    assert (satu.pembilang, satu.penyebut, satu.pendukung) == (12, 15, "Kader aktif")
    assert dua.tidak_ada_kejadian
    assert [aksi.tidak_ditargetkan for aksi in RencanaAksi.objects.order_by("triwulan")] == [
        False,
        True,
    ]
    indikator = Indikator.objects.get(kode="I2")
    assert (indikator.rasio, indikator.faktor) == (True, 100)
    assert impor_buku(buku).perubahan == ()


@pytest.mark.parametrize(
    ("isi", "kolom", "pesan"),
    [
        ({"Pembilang": 3, "Penyebut": 0}, "Penyebut", "Penyebut harus lebih dari nol"),
        ({"Pembilang": 3}, "Penyebut", "Pembilang dan Penyebut diisi bersama."),
        ({"Pembilang": 3, "Penyebut": 4, "Nilai": 75}, "Nilai", "Isi Nilai, atau Pembilang"),
        ({"Nilai": "BB"}, "Nilai", "Isi dengan angka"),
        ({"Tahun": 2020, "Nilai": 1}, "Tahun", "Tahun 2020 di luar 2021–2024."),
        ({"Triwulan": 5}, "Triwulan", "Isi dengan bilangan bulat 1 sampai 4."),
    ],
)
def test_triwulan_rows_are_checked(instansi, isi, kolom, pesan):
    baris = {"Kode Indikator": "I1", "Tahun": 2024, "Triwulan": 1} | isi
    buku = buku_kantor({"Realisasi Triwulan": [list(baris), list(baris.values())]})

    (temuan,) = faults(buku)

    assert temuan[0].endswith(f"kolom {kolom}")
    assert temuan[2].startswith(pesan)


def test_letters_are_read_by_the_scale_of_the_indikator(db):
    buku = buku_kecil(
        Indikator=[["Kode", "Induk", "Nama", "Satuan", "Skala Huruf"],
                   ["I1", "S1", "Nilai SAKIP", "Nilai", "SAKIP"], ["I2", "T1", "Lain", "%", None]],
        Target_Renstra=[["Kode Indikator", 2024, 2025], ["I1", "BB (75)", "a"]],
    )  # fmt: skip
    hasil = impor_buku(buku, simpan=True)

    assert hasil.galat == ()
    target = TargetRenstra.objects.order_by("tahun").values_list("nilai", "huruf")
    assert list(target) == [(75, "BB"), (None, "A")]
    salah = ubah_sel(buku, ("Target Renstra", "I1", 2024, "Z"))
    assert "tidak dikenal pada skala" in faults(salah)[0][2]


def test_codes_in_other_spellings_are_the_same_code(instansi):
    buku = buku_kantor({"Anggaran": anggaran(["7.01.01.02.02.01", "Penyediaan gaji", 1000000])})

    assert impor_buku(buku).perubahan == ()


def test_a_second_output_has_a_row_of_its_own(instansi):
    kolom = ("Kode", "Uraian", "Indikator", "Satuan", "Target")
    buku = buku_kantor({
        "Anggaran": anggaran(
            ["7.01.01", "Program penunjang", "Nilai", "Poin", 80],
            ["7.01.01", None, "Laporan", "Dokumen", 12],
            kolom=kolom,
        )
    })  # fmt: skip
    impor_buku(buku, simpan=True)

    assert list(Program.objects.get().keluaran.values_list("indikator", "target")) == [
        ("Nilai", 80),
        ("Laporan", 12),
    ]
    assert impor_buku(buku).perubahan == ()
    assert impor_buku(ekspor(instansi)).perubahan == ()


def test_amounts_go_to_the_last_triwulan_reported(instansi):
    sub = SubKegiatan.objects.get()
    RealisasiAnggaran.objects.update(triwulan=2)
    buku = ubah_sel(ekspor(instansi), ("Anggaran", sub.kode, "Realisasi Operasi", 990000))

    impor_buku(buku, simpan=True)

    assert RealisasiAnggaran.objects.values_list("triwulan", "jumlah").get() == (2, 990000)


def test_program_sasaran_is_complete_for_the_programs_it_names(instansi):
    sasaran = {"Sasaran": [["Kode", "Kode Tujuan", "Uraian"], ["S2", "T1", "Lain"]]}
    porsi = [["Kode Program", "Kode Sasaran", "Porsi"], ["7.01.01", "S2", 100]]
    hasil = impor_buku(buku_kantor({**sasaran, "Program Sasaran": porsi}), simpan=True)

    assert hasil.galat == ()
    assert ("Program Sasaran", "7.01.01, S1", "Porsi", "100", "") in changes(hasil)
    assert [satu.sasaran.kode for satu in Program.objects.get().program_sasaran.all()] == ["S2"]


def test_plain_narrative_becomes_clean_html(instansi):
    narasi = [["Bagian", "Isi"], ["Bab IV – Penutup", "1. Satu\n2. Dua"], ["Ikhtisar Eksekutif", "<p>A</p><script>x</script>"]]  # fmt: skip
    buku = buku_kantor({"Narasi": narasi})
    impor_buku(buku, simpan=True)

    assert dict(Narasi.objects.values_list("bagian", "isi")) == {
        "penutup": "<ol><li>Satu</li><li>Dua</li></ol>",
        "ikhtisar": "<p>A</p>",
    }
    assert impor_buku(buku).perubahan == ()


def test_only_an_admin_changes_what_belongs_to_the_pemda(instansi):
    buku = buku_kantor(**{"Skala": "90/76/66/51", "Nama Atasan": "Orang Lain", "Telepon": "0331"})

    temuan = faults(buku, tempat=(instansi, 2024), boleh_pemda=False)

    assert {pesan.partition(":")[0] for _, _, pesan in temuan} == {"Skala", "Nama Atasan"}
    assert impor_buku(buku, tempat=(instansi, 2024), boleh_pemda=True).galat == ()


def test_a_workbook_of_another_office_or_year_is_refused(instansi):
    with pytest.raises(
        BukuSalah, match=r"milik instansi 35\.10\.01 tahun 2024, bukan 35\.10\.01 tahun 2025"
    ):
        impor_buku(ekspor(instansi), tempat=(instansi, 2025))


def test_what_somebody_looked_at_must_still_be_what_happens(instansi):
    buku = ubah_sel(ekspor(instansi), ("Realisasi", "I1", "2024", 90))
    sidik = impor_buku(buku).sidik
    Realisasi.objects.filter(tahun=2024, indikator__kode="I1").update(nilai=88)

    assert not impor_buku(buku, simpan=True, sidik=sidik).tersimpan
    assert Realisasi.objects.get(tahun=2024, indikator__kode="I1").nilai == 88
    assert impor_buku(buku, simpan=True, sidik=impor_buku(buku).sidik).tersimpan


def test_profiles_of_other_pemda_are_not_touched(instansi):
    lain = make_kelas(profil=make_profil())

    impor_buku(buku_kantor(**{"Skala": "90/76/66/51"}), simpan=True)

    lain.refresh_from_db()
    assert lain.versi == 1


# commands


def run(*args):
    keluaran = StringIO()
    call_command(*args, stdout=keluaran)
    return keluaran.getvalue()


@pytest.fixture
def buku(tmp_path):
    berkas = tmp_path / "buku.xlsx"
    berkas.write_bytes(buku_kecil())
    return berkas


def test_the_commands_go_from_workbook_to_workbook(db, buku, tmp_path):
    keluar = tmp_path / "keluar.xlsx"

    assert "akan diubah" in run("impor", str(buku), "--periksa")
    assert not LKIP.objects.exists()
    assert "disimpan" in run("impor", str(buku))
    run(
        "ekspor", "--instansi", "35.10.01", "--tahun", "2024", "--format", "xlsx", "-o", str(keluar)
    )
    assert run("impor", str(keluar)) == "Tidak ada yang berubah.\n"


def test_periksa_lists_old_and_new(instansi, tmp_path):
    berkas = tmp_path / "buku.xlsx"
    berkas.write_bytes(ubah_sel(ekspor(instansi), ("Realisasi", "I1", "2024", 90)))

    assert run("impor", str(berkas), "--periksa") == (
        "Realisasi I1, 2024: 84,02 → 90\nKecamatan Uji 2024: 1 isian akan diubah.\n"
    )


@pytest.mark.parametrize(
    ("isi", "pesan"),
    [
        (b"bukan", "Berkas ini bukan buku kerja Excel"),
        (
            buku_kantor(Tahun="x", Nama=None),
            "Lembar Instansi, baris 3, kolom Nilai: Nama: Harus diisi.\nLembar Instansi, baris 14, ",
        ),
        (None, "tidak dapat dibaca."),
    ],
)
def test_a_wrong_file_ends_with_exit_2_and_a_line_per_fault(db, tmp_path, isi, pesan):
    berkas = tmp_path / "buku.xlsx"
    if isi:
        berkas.write_bytes(isi)

    with pytest.raises(CommandError) as caught:
        run("impor", str(berkas))

    assert caught.value.returncode == 2
    assert pesan in str(caught.value)


@pytest.mark.parametrize("periode", ["2025", "2029-2025", "2000-2100"])
def test_a_template_needs_a_sensible_period(tmp_path, periode):
    with pytest.raises(CommandError, match="Tulis seperti 2025-2029"):
        run("templat", "-o", str(tmp_path / "t.xlsx"), "--periode", periode)

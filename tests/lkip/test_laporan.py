"""What build_laporan() makes of the rows: which one counts, and in how many queries."""

from datetime import date
from decimal import Decimal

import pytest

from lkip.capaian import StatusTarget
from lkip.isi.anggaran import JenisBelanja, Tahap
from lkip.isi.kinerja import JenisSimpul
from lkip.isi.nilai import Keadaan
from lkip.laporan import TidakAdaLaporan, build_laporan
from tests import factories as buat

pytestmark = pytest.mark.django_db
TAHUN = buat.TAHUN


@pytest.fixture
def instansi():
    return buat.make_instansi()


@pytest.fixture
def perjanjian(instansi):
    return buat.make_perjanjian(renstra=buat.make_renstra(instansi=instansi))


@pytest.fixture
def indikator(perjanjian):
    """An indikator with a PK target of 80 and no realisasi yet."""
    indikator = buat.make_indikator(renstra=perjanjian.renstra)
    buat.make_target_pk(perjanjian=perjanjian, indikator=indikator, nilai=Decimal(80))
    return indikator


def baca(instansi):
    return build_laporan(instansi, TAHUN)


def baca_indikator(indikator):
    return baca(indikator.renstra.instansi).indikator[0]


@pytest.mark.parametrize("jumlah", [1, 4])
def test_queries_do_not_grow_with_rows(jumlah, django_assert_num_queries):
    instansi = buat.make_laporan_lengkap(jumlah)

    with django_assert_num_queries(29):
        laporan = baca(instansi)

    assert len(laporan.indikator) == 3 * jumlah
    assert len(laporan.anggaran.sub_kegiatan) == 2 * jumlah


def test_year_without_pk_has_no_report(instansi):
    with pytest.raises(TidakAdaLaporan, match=f"belum mempunyai perjanjian kinerja tahun {TAHUN}"):
        baca(instansi)


def test_other_instansi_leave_no_trace(indikator):
    buat.make_laporan_lengkap()

    laporan = baca(indikator.renstra.instansi)

    assert [satu.kode for satu in laporan.indikator] == [indikator.kode]
    assert laporan.anggaran.program == ()
    assert laporan.sdm.baris == ()


# which PK is in force


def test_perubahan_replaces_murni_and_its_pagu(indikator):
    renstra = indikator.renstra
    perubahan = buat.make_perjanjian(renstra=renstra, jenis="perubahan")
    buat.make_target_pk(perjanjian=perubahan, indikator=indikator, nilai=Decimal(90))
    sub = buat.make_sub_kegiatan(
        kegiatan=buat.make_kegiatan(program=buat.make_program(instansi=renstra.instansi))
    )
    buat.make_pagu(sub_kegiatan=sub, jumlah=Decimal(100))
    buat.make_pagu(sub_kegiatan=sub, tahap="perubahan", jumlah=Decimal(120))

    laporan = baca(renstra.instansi)

    satu = laporan.indikator[0]
    assert (satu.target_murni.angka, satu.target.angka) == (80, 90)
    assert (laporan.anggaran.tahap, laporan.anggaran.uang.pagu) == (Tahap.PERUBAHAN, 120)
    assert [pk.pagu for pk in laporan.perjanjian] == [100, 120]
    assert [(beda.jenis, beda.semula, beda.menjadi) for beda in laporan.perbedaan_pk] == [
        ("Target", "80%", "90%"),
        ("Pagu", "Rp100", "Rp120"),
    ]


def test_perubahan_without_date_is_not_in_force(indikator):
    perubahan = buat.make_perjanjian(renstra=indikator.renstra, jenis="perubahan", tanggal=None)
    buat.make_target_pk(perjanjian=perubahan, indikator=indikator, nilai=Decimal(90))

    laporan = baca(indikator.renstra.instansi)

    assert [pk.jenis for pk in laporan.perjanjian] == [Tahap.MURNI]
    assert laporan.indikator[0].target.angka == 80
    assert laporan.anggaran.tahap is Tahap.MURNI
    assert laporan.perbedaan_pk == ()


def test_pagu_without_perubahan_row_stands_and_zero_removes_it(instansi, indikator):
    buat.make_perjanjian(renstra=indikator.renstra, jenis="perubahan")
    sub = buat.make_sub_kegiatan(
        kegiatan=buat.make_kegiatan(program=buat.make_program(instansi=instansi))
    )
    buat.make_pagu(sub_kegiatan=sub, jenis="operasi", jumlah=Decimal(100))
    buat.make_pagu(sub_kegiatan=sub, jenis="modal", jumlah=Decimal(50))
    buat.make_pagu(sub_kegiatan=sub, jenis="modal", tahap="perubahan", jumlah=Decimal(0))

    anggaran = baca(instansi).anggaran

    assert anggaran.uang.pagu == 100
    assert anggaran.program[0].uang_jenis(JenisBelanja.MODAL).pagu_murni == 50
    assert anggaran.program[0].uang_jenis(JenisBelanja.MODAL).pagu == 0


def test_rows_follow_the_order_of_the_pk(perjanjian):
    kedua = buat.make_indikator(renstra=perjanjian.renstra)
    pertama = buat.make_indikator(tujuan=buat.make_tujuan(renstra=perjanjian.renstra), urutan=9)
    buat.make_target_pk(perjanjian=perjanjian, indikator=pertama, urutan=1)
    buat.make_target_pk(perjanjian=perjanjian, indikator=kedua, urutan=2)

    laporan = baca(perjanjian.instansi)

    assert [satu.jenis for satu in laporan.sasaran] == [JenisSimpul.TUJUAN, JenisSimpul.SASARAN]
    assert [(satu.nomor, satu.kode) for satu in laporan.indikator] == [
        ("1.1", pertama.kode),
        ("2.1", kedua.kode),
    ]


def test_plan_shows_indikator_outside_the_pk(indikator):
    di_luar = buat.make_indikator(sasaran=indikator.sasaran)

    laporan = baca(indikator.renstra.instansi)

    assert [satu.kode for satu in laporan.indikator] == [indikator.kode]
    di_renstra = laporan.renstra.sasaran[0].indikator
    assert [satu.kode for satu in di_renstra] == [indikator.kode, di_luar.kode]
    assert di_renstra[1].target.keadaan is Keadaan.BELUM_DIISI


# which realisasi counts


@pytest.mark.parametrize(
    ("akumulasi", "diharapkan"),
    [("jumlah", 10), ("terakhir", 4), ("rata-rata", Decimal("2.5")), ("maksimum", 4)],
)
def test_year_value_accumulates_the_triwulan(indikator, akumulasi, diharapkan):
    indikator.akumulasi = akumulasi
    indikator.save()
    for triwulan in (1, 2, 3, 4):
        buat.make_realisasi(indikator=indikator, triwulan=triwulan, nilai=Decimal(triwulan))

    satu = baca_indikator(indikator)

    assert satu.realisasi.angka == diharapkan
    assert satu.triwulan[3].kumulatif == satu.realisasi


def test_triwulan_go_before_a_value_of_the_year(indikator):
    buat.make_realisasi(indikator=indikator, triwulan=0, nilai=Decimal(99))
    buat.make_realisasi(indikator=indikator, triwulan=1, nilai=Decimal(40))

    assert baca_indikator(indikator).realisasi.angka == 40


def test_ratio_accumulates_its_counts(indikator):
    indikator.rasio, indikator.akumulasi = True, "jumlah"
    indikator.save()
    buat.make_realisasi(indikator=indikator, triwulan=1, pembilang=Decimal(1), penyebut=Decimal(3))
    buat.make_realisasi(indikator=indikator, triwulan=2, pembilang=Decimal(2), penyebut=Decimal(3))

    satu = baca_indikator(indikator)

    assert (satu.realisasi.angka, satu.realisasi.teks_rasio) == (50, "3 dari 6")


def test_zero_blank_and_no_event_are_three_things(perjanjian):
    nol, kosong, tanpa_kejadian = (
        buat.make_indikator(renstra=perjanjian.renstra) for _ in range(3)
    )
    for satu in (nol, kosong, tanpa_kejadian):
        buat.make_target_pk(perjanjian=perjanjian, indikator=satu)
    buat.make_realisasi(indikator=nol, triwulan=4, nilai=Decimal(0))
    buat.make_realisasi(indikator=tanpa_kejadian, triwulan=4, nilai=None, tidak_ada_kejadian=True)

    laporan = baca(perjanjian.instansi)

    per_kode = {satu.kode: satu for satu in laporan.indikator}
    assert per_kode[nol.kode].capaian == 0
    assert per_kode[kosong.kode].alasan_tanpa_capaian == "realisasi belum diisi"
    assert per_kode[tanpa_kejadian.kode].alasan_tanpa_capaian == "realisasi tidak ada kejadian"
    assert (laporan.rata_rata.capaian.nilai, laporan.rata_rata.capaian.dilewati) == (0, 2)


def test_target_not_set_this_year_is_not_a_target_of_zero(perjanjian):
    indikator = buat.make_indikator(renstra=perjanjian.renstra)
    buat.make_target_pk(
        perjanjian=perjanjian, indikator=indikator, nilai=None, tidak_ditargetkan=True
    )
    buat.make_realisasi(indikator=indikator, triwulan=4, nilai=Decimal(5))

    satu = baca_indikator(indikator)

    assert satu.target.keadaan is Keadaan.TIDAK_DITARGETKAN
    assert (satu.capaian, satu.status) == (None, None)


def test_history_takes_the_target_of_each_years_pk_else_of_the_renstra(indikator):
    lalu = buat.make_perjanjian(renstra=indikator.renstra, tahun=TAHUN - 1)
    buat.make_target_pk(perjanjian=lalu, indikator=indikator, nilai=Decimal(50))
    for tahun in (TAHUN - 2, TAHUN - 1):
        buat.make_target_renstra(indikator=indikator, tahun=tahun, nilai=Decimal(40))
        buat.make_realisasi(indikator=indikator, tahun=tahun, triwulan=0, nilai=Decimal(20))

    riwayat = {satu.tahun: satu.capaian for satu in baca_indikator(indikator).riwayat}

    assert (riwayat[TAHUN - 2], riwayat[TAHUN - 1], riwayat[TAHUN]) == (50, 40, None)


def test_history_survives_a_new_version_of_the_renstra(indikator):
    buat.make_realisasi(indikator=indikator, tahun=TAHUN - 1, triwulan=0, nilai=Decimal(60))
    baru = buat.make_renstra(instansi=indikator.renstra.instansi, perubahan_ke=1)
    penerus = buat.make_indikator(renstra=baru, kode=indikator.kode)
    perubahan = buat.make_perjanjian(renstra=baru, jenis="perubahan")
    buat.make_target_pk(perjanjian=perubahan, indikator=penerus, nilai=Decimal(80))

    satu = baca_indikator(penerus)

    assert satu.tahun_lalu.realisasi.angka == 60


def test_grade_without_number_is_compared_by_its_scale(perjanjian):
    indikator = buat.make_indikator(renstra=perjanjian.renstra, skala_huruf="SAKIP")
    buat.make_target_pk(perjanjian=perjanjian, indikator=indikator, nilai=None, huruf="BB")
    buat.make_realisasi(indikator=indikator, triwulan=4, nilai=None, huruf="BB")

    satu = baca_indikator(indikator)

    assert (satu.capaian, satu.status) == (100, StatusTarget.MENCAPAI)
    assert satu.realisasi.teks == "BB"


def test_grade_with_number_is_derived_never_typed(perjanjian):
    indikator = buat.make_indikator(renstra=perjanjian.renstra, skala_huruf="SAKIP")
    buat.make_target_pk(perjanjian=perjanjian, indikator=indikator, nilai=Decimal(75), huruf="A")

    assert baca_indikator(indikator).target.teks == "BB (75)"


def test_own_negative_formula_goes_before_the_profile(perjanjian):
    indikator = buat.make_indikator(
        renstra=perjanjian.renstra, polaritas="negatif", formula_negatif="rasio"
    )
    buat.make_target_pk(perjanjian=perjanjian, indikator=indikator, nilai=Decimal(10))
    buat.make_realisasi(indikator=indikator, triwulan=4, nilai=Decimal(20))

    assert baca_indikator(indikator).capaian == 50


# money of sasaran


def test_shared_program_is_split_by_porsi_and_counted_once(perjanjian):
    instansi, tujuan = perjanjian.instansi, buat.make_tujuan(renstra=perjanjian.renstra)
    program = buat.make_program(instansi=instansi)
    sub = buat.make_sub_kegiatan(kegiatan=buat.make_kegiatan(program=program))
    buat.make_pagu(sub_kegiatan=sub, jumlah=Decimal(1000))
    for porsi in (30, 70):
        sasaran = buat.make_sasaran(tujuan=tujuan)
        buat.make_program_sasaran(program=program, sasaran=sasaran, porsi=porsi)
        buat.make_target_pk(perjanjian=perjanjian, indikator=buat.make_indikator(sasaran=sasaran))
    buat.make_target_pk(perjanjian=perjanjian, indikator=buat.make_indikator(tujuan=tujuan))

    laporan = baca(instansi)

    uang = {satu.label: satu.uang.pagu for satu in laporan.sasaran}
    assert uang == {"Sasaran 1": 300, "Sasaran 2": 700, "Tujuan 1": 1000}
    assert [satu.program[0].bersama for satu in laporan.sasaran] == [True, True, False]
    assert laporan.anggaran.uang.pagu == 1000


def test_realisasi_of_money_is_the_last_triwulan_reported_of_each_kind(instansi, indikator):
    sub = buat.make_sub_kegiatan(
        kegiatan=buat.make_kegiatan(program=buat.make_program(instansi=instansi))
    )
    buat.make_pagu(sub_kegiatan=sub, jumlah=Decimal(100))
    for triwulan, jenis, jumlah in ((1, "operasi", 10), (3, "operasi", 40), (2, "modal", 5)):
        buat.make_realisasi_anggaran(
            sub_kegiatan=sub, triwulan=triwulan, jenis=jenis, jumlah=Decimal(jumlah)
        )

    anggaran = baca(instansi).anggaran

    assert anggaran.uang.realisasi == 45
    assert anggaran.triwulan == (10, 15, 45, None)


# people, profile, texts


def test_documents_name_the_official_of_their_date(indikator):
    instansi = indikator.renstra.instansi
    buat.make_pejabat(
        instansi=instansi, nama="Lama", mulai=date(2020, 1, 1), selesai=date(TAHUN, 6, 30)
    )
    buat.make_pejabat(instansi=instansi, nama="Baru", mulai=date(TAHUN, 7, 1), sifat="plt")
    buat.make_penetapan_iku(renstra=indikator.renstra, tanggal=date(TAHUN, 1, 4))
    buat.make_lkip(instansi=instansi, tanggal=date(TAHUN + 1, 2, 10))

    laporan = baca(instansi)

    assert laporan.penetapan_iku.pejabat.nama.startswith("Lama")
    assert laporan.pimpinan.nama.startswith("Baru")
    assert laporan.pimpinan.jabatan == "Plt. Camat"


def test_signed_pk_keeps_the_parties_of_its_day(indikator):
    instansi = indikator.renstra.instansi
    camat = buat.make_pejabat(instansi=instansi, nama="Penanda Tangan")
    perjanjian = indikator.target_pk.get().perjanjian
    buat.sign(perjanjian, pihak=(camat, buat.make_kepala_daerah(pemda=instansi.pemda)))
    camat.nama = "Nama Baru"
    camat.save()

    assert "Penanda Tangan" in baca(instansi).pk.pihak_pertama.nama


def test_without_profile_the_scale_of_permendagri_86_holds(indikator):
    laporan = baca(indikator.renstra.instansi)

    assert [kelas.batas_bawah for kelas in laporan.profil.skala.kelas] == [91, 76, 66, 51, None]
    assert laporan.keadaan.tenggat == date(TAHUN + 1, 2, 28)


def test_profile_without_classes_gives_no_predikat(indikator):
    buat.make_profil(pemda=indikator.renstra.instansi.pemda)
    buat.make_realisasi(indikator=indikator, triwulan=4)

    laporan = baca(indikator.renstra.instansi)

    assert laporan.indikator[0].capaian is not None
    assert laporan.indikator[0].predikat is None
    assert laporan.rata_rata.predikat is None


def test_hostile_narrative_is_cleaned_when_read(indikator):
    lkip = buat.make_lkip(instansi=indikator.renstra.instansi)
    buat.make_narasi(
        lkip=lkip, bagian="penutup", isi="<p onclick=x>Aman</p><script>jahat()</script>"
    )

    assert baca(lkip.instansi).narasi["penutup"] == "<p>Aman</p>"

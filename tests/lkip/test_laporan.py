"""What build_laporan() makes of the rows: the PK in force, its money and parties, in how many queries."""

from datetime import date
from decimal import Decimal

import pytest

from lkip.isi.anggaran import JenisBelanja, Tahap
from lkip.isi.kinerja import JenisSimpul
from lkip.isi.nilai import Keadaan
from lkip.laporan import TidakAdaLaporan
from tests import factories as buat
from tests.lkip.laporan_uji import TAHUN, baca, indikator, instansi, perjanjian

__all__ = ["indikator", "instansi", "perjanjian"]

pytestmark = pytest.mark.django_db


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

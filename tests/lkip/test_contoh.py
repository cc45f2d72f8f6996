"""How muat_contoh brings the example office into the database."""

from dataclasses import replace
from decimal import Decimal
from io import StringIO

import pytest
from django.apps import apps
from django.contrib.auth.password_validation import validate_password
from django.core.management import CommandError, call_command
from django.db.models import Sum

from anggaran.models import Keluaran, Pagu, RealisasiAnggaran, SubKegiatan
from instansi.models import Instansi, JabatanSDM, Keanggotaan, Pejabat, Pemda, Pengguna, RincianSDM
from lkip.contoh.data import ContohSalah
from lkip.contoh.muat import load_contoh
from lkip.models import LKIP, ButirAnalisis, Narasi, Pembanding, Pengesahan, ProfilPenilaian
from perjanjian.models import Bukti, PerjanjianKinerja, Realisasi, TargetPK
from renstra.models import Indikator, TargetRenstra
from tests.kantor_contoh import loaded_contoh

APPS = ("instansi", "renstra", "anggaran", "perjanjian", "lkip")


@pytest.fixture(scope="module")
def contoh(django_db_setup, django_db_blocker):
    with loaded_contoh(django_db_blocker) as data:
        yield data


@pytest.fixture
def kantor(contoh, db):
    return Instansi.objects.get(kode="35.09.09")


def count_rows():
    """Rows of every table of the project, history included."""
    return {
        model._meta.label: model.objects.count()
        for label in APPS
        for model in apps.get_app_config(label).get_models(include_auto_created=True)
    }


def run_command(**options):
    out = StringIO()
    call_command("muat_contoh", stdout=out, **options)
    return out.getvalue()


# What the loader makes of them


@pytest.mark.parametrize(
    ("model", "jumlah"),
    [
        (Pejabat, lambda data: len(data.instansi["pejabat"])),
        (Keanggotaan, lambda data: len(data.instansi["pengguna"])),
        (Indikator, lambda data: len(data.renstra["indikator"])),
        (TargetRenstra, lambda data: 6 * len(data.renstra["indikator"])),
        (SubKegiatan, lambda data: len(data.anggaran["sub_kegiatan"])),
        (Keluaran, lambda data: 4 + 9 + 13),
        (TargetPK, lambda data: 2 * len(data.kinerja["target_pk"])),
        (Realisasi, lambda data: len(data.kinerja["triwulan"]) + 2 * len(data.kinerja["riwayat"])),
        (Bukti, lambda data: len(data.kinerja["bukti"])),
        (Pembanding, lambda data: len(data.kinerja["pembanding"])),
        (Narasi, lambda data: len(data.naskah["naskah"])),
    ],
)
def test_every_row_is_loaded(contoh, kantor, model, jumlah):
    assert model.objects.count() == jumlah(contoh)


def test_money_arrives_in_full(kantor):
    def total(objek):
        return objek.aggregate(jumlah=Sum("jumlah"))["jumlah"]

    assert total(Pagu.objects.filter(tahap="murni")) == 4_285_467_207
    assert total(Pagu.objects.filter(tahap="perubahan")) == 4_298_119_422
    assert total(RealisasiAnggaran.objects.filter(triwulan=4)) == 3_902_019_559


def test_staff_by_sex_and_by_education_agree(kantor):
    for jabatan in JabatanSDM.objects.filter(instansi=kantor):
        menurut_pendidikan = RincianSDM.objects.filter(jabatan=jabatan).aggregate(ada=Sum("ada"))
        assert jabatan.laki_laki + jabatan.perempuan == menurut_pendidikan["ada"], jabatan


def test_a_jabatan_without_need_differs_from_a_need_of_zero(kantor):
    rincian = RincianSDM.objects.filter(jabatan__instansi=kantor)

    assert set(rincian.filter(jabatan__nama="Non ASN").values_list("kebutuhan", flat=True)) == {
        None
    }
    assert rincian.get(jabatan__nama="Pengawas", pendidikan="SMA").kebutuhan == 0


def test_perjanjian_are_signed_by_the_officials_of_their_date(kantor):
    for perjanjian in PerjanjianKinerja.objects.filter(instansi=kantor):
        assert perjanjian.is_locked
        assert perjanjian.pihak_pertama_nama == "Budi Contoh, S.Sos."
        assert perjanjian.pihak_kedua_nama == "Wahyu Contoh, S.H., M.H."


def test_the_yearly_evaluation_has_no_event_before_its_triwulan(kantor):
    realisasi = Realisasi.objects.filter(indikator__kode="I6", tahun=2024)

    assert [(satu.tidak_ada_kejadian, satu.nilai) for satu in realisasi.order_by("triwulan")] == [
        (True, None),
        (True, None),
        (True, None),
        (False, Decimal("85.44")),
    ]


def test_free_text_becomes_one_row_per_paragraph(contoh, kantor):
    umum = ButirAnalisis.objects.filter(jenis="umum", tujuan__kode="T1")

    assert [satu.uraian for satu in umum] == contoh.naskah["simpul"]["T1"].strip().split("\n\n")


def test_narrative_becomes_html(kantor):
    assert Narasi.objects.get(bagian="maksud_tujuan").isi.startswith("<p>Bagi kecamatan sendiri,")


@pytest.mark.parametrize(
    "peran", ["operator", "seksi", "verifikator", "camat", "evaluator", "admin"]
)
def test_a_sample_login_per_role(kantor, peran):
    pengguna = Pengguna.objects.get(username=peran)

    validate_password("contoh-lkip-2024", pengguna)
    assert pengguna.check_password("contoh-lkip-2024")
    assert [satu.peran for satu in pengguna.keanggotaan.all()] == [peran]


def test_every_change_is_recorded_with_its_reason(kantor):
    assert kantor.history.get().history_change_reason == "Data contoh"
    assert LKIP.objects.get(instansi=kantor).history.count() == 1


# A second run


def test_a_second_run_changes_nothing(kantor):
    Realisasi.objects.filter(indikator__kode="I2", tahun=2024, triwulan=4).update(nilai=90)
    sebelum = count_rows()

    assert run_command() == "Kecamatan Bangsalsari sudah ada; tidak ada yang diubah.\n"
    assert count_rows() == sebelum
    assert Realisasi.objects.get(indikator__kode="I2", tahun=2024, triwulan=4).nilai == 90


def test_ulang_starts_over(kantor):
    LKIP.objects.filter(instansi=kantor).update(perbaikan_ke=7)
    kantor.seksi.create(nama="Seksi Baru")
    sebelum = Pengguna.objects.count()

    keluaran = run_command(ulang=True)

    assert keluaran == (
        "Kecamatan Bangsalsari dimuat.\nKode 7.01.03.2.06.0001 sementara; pastikan pada SIPD.\n"
    )
    baru = Instansi.objects.get(kode="35.09.09")
    assert baru.pk != kantor.pk
    assert LKIP.objects.get(instansi=baru).perbaikan_ke == 0
    assert not baru.seksi.filter(nama="Seksi Baru").exists()
    assert Pengguna.objects.count() == sebelum


def test_ulang_keeps_the_pemda_its_head_and_its_profile(kantor):
    ProfilPenilaian.objects.filter(pemda=kantor.pemda).update(desimal=1)

    run_command(ulang=True)

    assert Pemda.objects.get(kode="35.09") == kantor.pemda
    assert ProfilPenilaian.objects.get(pemda=kantor.pemda).desimal == 1
    assert Pejabat.objects.filter(peran="kepala_daerah").count() == 1


def assert_refused(message, **options):
    """The command stops with exit code 2 and one line, and nothing has changed."""
    sebelum = count_rows()
    with pytest.raises(CommandError) as caught:
        run_command(**options)
    assert caught.value.returncode == 2
    assert str(caught.value) == message
    assert count_rows() == sebelum


def test_ulang_refuses_when_a_report_was_issued(kantor):
    Pengesahan.objects.create(
        lkip=LKIP.objects.get(instansi=kantor),
        kode="CONTOH",
        pada="2025-02-10T08:00:00+07:00",
        oleh=Pengguna.objects.get(username="camat"),
        nama_pejabat="Budi Contoh",
        jabatan_pejabat="Camat",
        data={},
        pdf="pengesahan/contoh.pdf",
        sha256_data="0" * 64,
        sha256_pdf="0" * 64,
    )

    assert_refused(
        "Kecamatan Bangsalsari sudah mempunyai dokumen yang disahkan, sehingga tidak dapat dimuat "
        "ulang.",
        ulang=True,
    )


def test_a_user_of_somebody_else_is_never_touched(kantor):
    Pengguna.objects.filter(username="admin").update(email="pengelola@example.com")

    assert_refused(
        "Nama pengguna “admin” sudah dipakai orang lain; muat data contoh pada basis data "
        "tersendiri.",
        ulang=True,
    )


def test_a_refused_row_is_named_and_leaves_the_old_office(contoh, kantor):
    program = {**contoh.anggaran["program"][0], "kode": "7.01"}
    anggaran = {**contoh.anggaran, "program": [program, *contoh.anggaran["program"][1:]]}

    with pytest.raises(ContohSalah) as caught:
        load_contoh(replace(contoh, anggaran=anggaran), ulang=True)

    assert str(caught.value) == (
        "program “Program Penunjang Urusan Pemerintahan Daerah Kabupaten/Kota”: Kode program "
        "ditulis seperti 7.01.01."
    )
    assert Instansi.objects.get(kode="35.09.09") == kantor


def test_a_missing_key_is_named(contoh, kantor):
    instansi = {kunci: contoh.instansi[kunci] for kunci in contoh.instansi if kunci != "sdm"}

    with pytest.raises(ContohSalah, match="'sdm' tidak ditemukan dalam data contoh"):
        load_contoh(replace(contoh, instansi=instansi), ulang=True)

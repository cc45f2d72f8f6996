"""What the head of an office and the verifikator see first, and what a return leaves on every page."""

from datetime import date

import pytest
from pytest_django.asserts import assertContains, assertNotContains

from lkip.alur import ambil_langkah
from lkip.models import LKIP, Pemberitahuan
from lkip.sorotan import triwulan_terakhir
from tests import factories as buat
from tests.halaman import Halaman

ALASAN = "Lengkapi analisis sasaran pertama"


@pytest.fixture
def kantor(db):
    kantor = buat.make_laporan_lengkap()
    kantor.lkip.update(tanggal=date(buat.TAHUN + 1, 2, 1))
    return kantor


@pytest.fixture
def orang(kantor):
    return {
        peran: buat.make_pengguna(peran=peran, instansi=kantor)
        for peran in ("operator", "verifikator", "camat", "evaluator")
    }


@pytest.fixture
def langkah(kantor, orang):
    def langkah(jenis, peran, **isi):
        ambil_langkah(LKIP.objects.get(), jenis, oleh=orang[peran], jabatan=peran.title(), **isi)

    return langkah


@pytest.fixture
def buka(client, kantor, orang):
    def buka(peran, alamat="", **isi):
        client.force_login(orang[peran])
        return client.get(f"/{kantor.kode}/{buat.TAHUN}/{alamat}", **isi)

    return buka


def antrean(jawaban):
    return [satu.sebutan for satu in jawaban.context.get("antrean", ())]


def test_a_document_waits_for_one_role_after_the_other(buka, langkah):
    assert antrean(buka("verifikator")) == antrean(buka("camat")) == []

    langkah("ajukan", "operator")
    assert antrean(buka("verifikator")) == [f"LKIP {buat.TAHUN}"]
    assert antrean(buka("camat")) == []

    langkah("verifikasi", "verifikator")
    assert antrean(buka("verifikator")) == []
    assert antrean(buka("camat")) == [f"LKIP {buat.TAHUN}"]
    assertContains(buka("camat"), f'href="/{buka("camat").context["berkas"].instansi.kode}')
    assert "antrean" not in buka("operator").context


def test_submitter_is_not_asked_for_a_decision(buka, langkah, orang, kantor):
    buat.make_keanggotaan(pengguna=orang["operator"], peran="verifikator", instansi=kantor)
    langkah("ajukan", "operator")

    assert antrean(buka("operator")) == []
    assert antrean(buka("verifikator")) == [f"LKIP {buat.TAHUN}"]


def test_a_return_stands_on_every_page_until_the_document_is_submitted_again(buka, langkah):
    langkah("ajukan", "operator")
    langkah("kembalikan", "verifikator", alasan=ALASAN, bagian=["bab-3", "kata-pengantar"])

    for alamat in ("", "capaian/", "isi/sdm/", "anggaran/", "impor/"):
        halaman = buka("operator", alamat)
        assertContains(halaman, ALASAN)
        tautan = {satu.atribut.get("href") for satu in Halaman(halaman.content.decode()).semua("a")}
        assert any("/isi/realisasi-tahun/" in satu for satu in tautan if satu), alamat
        assert any(satu.endswith("/naskah/kata_pengantar/") for satu in tautan if satu), alamat

    langkah("ajukan", "operator")
    assertNotContains(buka("operator", "capaian/"), ALASAN)


def test_evaluator_reads_nothing_of_a_return(buka, langkah, kantor):
    langkah("ajukan", "operator")
    langkah("verifikasi", "verifikator")
    langkah("sahkan", "camat")
    pk = kantor.perjanjian.get(jenis="perubahan")
    buat.unsign(kantor.perjanjian.filter(pk=pk.pk))
    pk.refresh_from_db()
    operator, camat = buat.make_pengguna(), buat.make_pengguna()
    ambil_langkah(pk, "ajukan", oleh=operator, jabatan="Operator")
    ambil_langkah(pk, "kembalikan", oleh=camat, jabatan="Camat", alasan=ALASAN)

    assertContains(buka("camat", "capaian/"), ALASAN)
    assertNotContains(buka("evaluator", "capaian/"), ALASAN)


@pytest.mark.parametrize("alamat", ["isi/sdm/", "profil/ubah/", "naskah/penutup/", "impor/"])
def test_locked_page_says_who_holds_the_report(buka, langkah, orang, alamat):
    langkah("ajukan", "operator")

    assertContains(buka("operator", alamat), f"pada Verifikator ({orang['verifikator']}) sejak")


def test_refused_post_says_who_holds_the_report(client, buka, langkah, orang, kantor):
    langkah("ajukan", "operator")
    client.force_login(orang["operator"])

    jawaban = client.post(f"/{kantor.kode}/{buat.TAHUN}/profil/ubah/", {"nama": "Lain"})

    assertContains(jawaban, f"Verifikator ({orang['verifikator']})", status_code=403)


def test_submitter_is_told_of_a_remark(client, buka, langkah, orang, kantor):
    langkah("ajukan", "operator")
    client.force_login(orang["verifikator"])
    alamat = f"/{kantor.kode}/{buat.TAHUN}/alur/lkip/reviu/bab-3/komentar/"

    client.post(alamat, {"jangkar": "", "isi": "Angka ini dari mana?"})

    satu = Pemberitahuan.objects.filter(pengguna=orang["operator"]).latest("pk")
    assert "Angka ini dari mana?" in satu.isi


def test_home_names_the_units_that_have_not_reported(buka, kantor):
    indikator = kantor.renstra.get().indikator.first()
    unit = buat.make_seksi(instansi=kantor, nama="Seksi Kesejahteraan Sosial")
    indikator.penanggung_jawab.set([unit])
    for satu in kantor.renstra.get().indikator.all():
        satu.realisasi.filter(tahun=buat.TAHUN).delete()
        if satu != indikator:
            buat.make_realisasi(indikator=satu, tahun=buat.TAHUN, triwulan=4)

    halaman = buka("camat")

    triwulan = halaman.context["triwulan_terakhir"]
    assert triwulan.nomor == 4
    assert [(satu.unit, satu.jumlah) for satu in triwulan.belum] == [(unit.nama, 1)]
    assertContains(halaman, unit.nama)


def test_home_names_where_money_lies_unspent(buka):
    laporan = buka("camat").context["laporan"]
    serapan = sorted(satu.serapan for satu in laporan.anggaran.sub_kegiatan if satu.pagu)

    assert [satu.serapan for satu in buka("camat").context["terendah"]] == serapan[:3]


@pytest.mark.parametrize(
    ("hari", "nomor"),
    [
        (date(2024, 3, 31), None),
        (date(2024, 4, 1), 1),
        (date(2024, 12, 31), 3),
        (date(2025, 1, 1), 4),
        (date(2026, 5, 5), 4),
    ],
)
def test_last_triwulan_that_is_over(hari, nomor):
    hasil = triwulan_terakhir(2024, hari)
    assert (hasil and hasil[0]) == nomor

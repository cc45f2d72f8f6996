"""Pages that say why a number is what it is: every trace leads down to what somebody entered."""

import pytest
from pytest_django.asserts import assertContains, assertNotContains

from anggaran.models import Pagu
from lkip.angka import format_persen
from perjanjian.models import Realisasi
from tests import factories as buat
from tests.factories import TAHUN
from tests.halaman import Halaman


@pytest.fixture
def kantor(db):
    return buat.make_laporan_lengkap()


@pytest.fixture
def buka(client, kantor):
    def buka(alamat, peran="camat"):
        client.force_login(buat.make_pengguna(peran=peran, instansi=kantor, nama="Wati Contoh"))
        return client.get(alamat if alamat[0] == "/" else f"/{kantor.kode}/{TAHUN}/{alamat}")

    return buka


def tautan(jawaban, bagian):
    semua = Halaman(jawaban.content.decode()).semua("a")
    alamat = [satu.atribut.get("href", "") for satu in semua]
    return list(dict.fromkeys(satu for satu in alamat if bagian in satu))


@pytest.mark.parametrize("halaman", ["capaian/", "anggaran/", "efisiensi/"])
def test_every_figure_of_a_page_leads_to_its_trace(buka, halaman):
    jejak = tautan(buka(halaman), "/jejak/")

    assert jejak
    for alamat in jejak:
        assertContains(buka(alamat), "Jejak hitung")


def test_traces_lead_down_to_the_leaves(buka, kantor):
    dibuka, antrean = (
        set(),
        [f"/{kantor.kode}/{TAHUN}/jejak/{kunci}/" for kunci in ("serapan", "rata-rata")],
    )
    while antrean:
        alamat = antrean.pop()
        if alamat in dibuka:
            continue
        dibuka.add(alamat)
        jawaban = buka(alamat)
        assert jawaban.status_code == 200, alamat
        antrean += tautan(jawaban, "/jejak/")

    laporan = buka("capaian/").context["laporan"]
    for baris in laporan.anggaran.sub_kegiatan:
        assert f"/{kantor.kode}/{TAHUN}/jejak/serapan:{baris.kode}/" in dibuka


def test_trace_has_the_figure_of_the_report_and_its_rule(buka):
    halaman = buka("jejak/rata-rata/")

    laporan = halaman.context["laporan"]
    assertContains(halaman, format_persen(laporan.rata_rata.capaian.nilai))
    assert tautan(halaman, "/bantuan/rumus/")[0].endswith("#r4")


def test_leaf_says_who_entered_it_and_when(buka, kantor):
    operator = buat.make_pengguna(peran="operator", instansi=kantor, nama="Rahmat Contoh")
    realisasi = Realisasi.objects.filter(tahun=TAHUN).first()
    realisasi._history_user = operator
    realisasi.save()
    pagu = Pagu.objects.first()
    pagu._history_user = operator
    pagu.save()

    for alamat in (
        f"capaian/{realisasi.indikator.kode}/",
        f"jejak/serapan:{pagu.sub_kegiatan.kode}/",
    ):
        assertContains(buka(alamat), "Rahmat Contoh")
        assertNotContains(buka(alamat, peran="evaluator"), "Rahmat Contoh", status_code=404)


@pytest.mark.parametrize("kunci", ["lain", "serapan:9.99", "efisiensi:", "..%2f"])
def test_figure_that_is_not_there_is_not_found(buka, kunci):
    assert buka(f"jejak/{kunci}/").status_code == 404

"""A new version of the Renstra: what it carries, from when it holds, what stays as it was."""

from datetime import date

import pytest

from lkip.laporan import build_laporan
from lkip.models import ButirAnalisis
from lkip.renstra_perubahan import buat_perubahan
from perjanjian.models import PerjanjianKinerja, Realisasi
from renstra.models import Indikator, Renstra, TargetRenstra
from tests import factories as buat

pytestmark = pytest.mark.django_db
TAHUN = buat.TAHUN
ISIAN = {"dasar_hukum": "Keputusan Camat Nomor 9", "ditetapkan": "1 Maret 2024"}


@pytest.fixture
def instansi():
    kantor = buat.make_laporan_lengkap()
    buat.unsign(kantor.perjanjian)
    return kantor


def ubah(instansi, tahun=TAHUN):
    lama = Renstra.objects.berlaku(instansi, tahun)
    return lama, buat_perubahan(lama, tahun, "Keputusan 9", date(tahun, 3, 1))


def isi_pohon(renstra):
    return [
        (
            satu.kode,
            satu.nama,
            satu.tujuan and satu.tujuan.kode,
            satu.sasaran and satu.sasaran.kode,
            [str(seksi) for seksi in satu.penanggung_jawab.all()],
            [(target.tahun, target.nilai, target.huruf) for target in satu.target_renstra.all()],
        )
        for satu in renstra.indikator.all()
    ]


def test_new_version_carries_the_whole_tree(instansi):
    lama, baru = ubah(instansi)

    assert (baru.perubahan_ke, baru.berlaku_mulai) == (lama.perubahan_ke + 1, TAHUN)
    assert isi_pohon(baru) == isi_pohon(lama)
    for simpul in (*baru.tujuan.all(), *baru.sasaran.all()):
        simpul.full_clean()
    assert baru.sasaran_rpjmd.count() == lama.sasaran_rpjmd.count()


def test_new_version_holds_from_its_year_on(instansi):
    lama, baru = ubah(instansi)

    assert Renstra.objects.berlaku(instansi, TAHUN - 1) == lama
    assert Renstra.objects.berlaku(instansi, TAHUN) == baru
    assert Renstra.objects.berlaku(instansi, TAHUN + 1) == baru


def test_facts_of_the_year_move_and_the_report_says_the_same(instansi):
    sebelum = build_laporan(instansi, TAHUN)

    lama, baru = ubah(instansi)

    sesudah = build_laporan(instansi, TAHUN)
    assert sesudah.renstra.perubahan_ke == baru.perubahan_ke
    assert sesudah.sasaran == sebelum.sasaran
    milik = Realisasi.objects.filter(tahun__gte=TAHUN).values_list("indikator__renstra")
    assert set(milik) == {(baru.pk,)}
    assert not ButirAnalisis.objects.filter(lkip__tahun=TAHUN, sasaran__renstra=lama).exists()


def test_later_targets_do_not_reach_earlier_reports(instansi):
    _, baru = ubah(instansi, TAHUN + 1)
    sebelum = build_laporan(instansi, TAHUN).sasaran

    TargetRenstra.objects.filter(indikator__renstra=baru).update(
        nilai=1, huruf="", tidak_ditargetkan=False
    )

    assert build_laporan(instansi, TAHUN).sasaran == sebelum


def test_operator_makes_a_version_and_sees_its_tree(operator, instansi):
    jawaban = operator.post(f"/{instansi.kode}/{TAHUN}/renstra/perubahan/", ISIAN, follow=True)

    assert jawaban.redirect_chain == [(f"/{instansi.kode}/{TAHUN}/renstra/susunan/", 302)]
    assert "perubahan ke-1, berlaku mulai 2024" in jawaban.content.decode()
    assert Renstra.objects.berlaku(instansi, TAHUN).ditetapkan == date(2024, 3, 1)


def test_version_without_decree_is_refused(operator, instansi):
    jawaban = operator.post(f"/{instansi.kode}/{TAHUN}/renstra/perubahan/", {"dasar_hukum": ""})

    galat = jawaban.context["formulir"].errors
    assert galat["dasar_hukum"] == ["Dasar hukum belum diisi."]
    assert galat["ditetapkan"] == ["Tanggal penetapan belum diisi."]
    assert Renstra.objects.filter(instansi=instansi).count() == 1


def test_signed_year_keeps_its_version(operator, instansi):
    camat = instansi.pejabat.filter(peran="pimpinan").first()
    perjanjian = PerjanjianKinerja.objects.get(instansi=instansi, tahun=TAHUN, jenis="murni")
    buat.sign(perjanjian, pihak=(camat, camat))

    jawaban = operator.post(f"/{instansi.kode}/{TAHUN}/renstra/perubahan/", ISIAN, follow=True)

    assert "sudah disahkan atau diajukan" in jawaban.content.decode()
    assert Renstra.objects.filter(instansi=instansi).count() == 1


def test_version_of_a_later_year_is_not_undercut(operator, instansi):
    ubah(instansi, TAHUN + 1)

    jawaban = operator.post(f"/{instansi.kode}/{TAHUN}/renstra/perubahan/", ISIAN, follow=True)

    assert "sudah diubah mulai tahun berikutnya" in jawaban.content.decode()
    assert Indikator.objects.filter(renstra__instansi=instansi).count() == 2 * len(
        isi_pohon(Renstra.objects.berlaku(instansi, TAHUN))
    )

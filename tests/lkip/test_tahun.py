"""Opening a year: what goes on from the year before, what does not, and who may."""

from datetime import date

import pytest

from anggaran.models import Keluaran, Pagu, Program, RealisasiAnggaran, SubKegiatan
from instansi.models import JabatanSDM, RincianSDM, Sarana
from lkip.models import LKIP, ButirAnalisis, Foto, Narasi
from lkip.renstra_perubahan import buat_perubahan
from lkip.tahun_baru import TahunSudahDibuka, buka_tahun
from perjanjian.models import PerjanjianKinerja, Realisasi
from tests import factories as buat

pytestmark = pytest.mark.django_db
BARU = buat.TAHUN + 1


def buka(client, instansi, tahun=BARU, dari=buat.TAHUN):
    kiriman = {"tahun": str(tahun), "dari": str(dari)}
    return client.post(f"/{instansi.kode}/tahun/", kiriman, follow=True)


def test_new_year_is_opened_and_says_what_was_copied(operator, instansi):
    halaman = buka(operator, instansi)

    assert halaman.redirect_chain == [(f"/{instansi.kode}/{BARU}/", 302)]
    isi = halaman.content.decode()
    assert f"Tahun {BARU} dibuka." in isi
    assert "1 jabatan SDM, 1 sarana, 1 isu strategis" in isi


def test_what_goes_on_is_copied_without_money_and_results(instansi):
    buka_tahun(instansi, BARU, buat.TAHUN)

    assert JabatanSDM.objects.filter(tahun=BARU).count() == 1
    assert RincianSDM.objects.filter(jabatan__tahun=BARU).count() == 2
    assert Sarana.objects.get(tahun=BARU).jumlah == Sarana.objects.get(tahun=buat.TAHUN).jumlah
    program = Program.objects.get(tahun=BARU)
    baru = SubKegiatan.objects.filter(kegiatan__program=program)
    assert [satu.catatan for satu in baru] == ["", ""]
    keluaran = Keluaran.objects.filter(sub_kegiatan__in=baru)
    assert {(satu.target, satu.realisasi) for satu in keluaran} == {(None, None)}
    assert program.program_sasaran.count() == 1
    assert not Pagu.objects.filter(sub_kegiatan__in=baru).exists()
    assert not RealisasiAnggaran.objects.filter(sub_kegiatan__in=baru).exists()
    assert not Realisasi.objects.filter(tahun=BARU).exists()
    assert not Foto.objects.filter(lkip__tahun=BARU).exists()


def test_pk_starts_with_the_targets_of_the_renstra(instansi):
    buka_tahun(instansi, BARU, buat.TAHUN)

    pk = PerjanjianKinerja.objects.get(tahun=BARU)
    assert (pk.jenis, pk.status, pk.nomor) == ("murni", "draf", "")
    assert pk.target.count() == instansi.renstra.get().indikator.count()


def test_texts_wait_to_be_confirmed(instansi):
    buka_tahun(instansi, BARU, buat.TAHUN)

    for model in (Narasi, ButirAnalisis):
        lama, baru = (model.objects.filter(lkip__tahun=tahun) for tahun in (buat.TAHUN, BARU))
        assert lama.count() == baru.count() > 0
        assert all(satu.perlu_dikonfirmasi for satu in baru)
        assert not any(satu.perlu_dikonfirmasi for satu in lama)


def test_texts_and_shares_follow_the_plan_into_its_new_version(instansi):
    baru = buat_perubahan(instansi.renstra.get(), BARU, "Keputusan 9", date(BARU, 1, 2))

    buka_tahun(instansi, BARU, buat.TAHUN)

    lama = ButirAnalisis.objects.filter(lkip__tahun=buat.TAHUN)
    kini = ButirAnalisis.objects.filter(lkip__tahun=BARU)
    assert kini.count() == lama.count() > 0
    assert {(satu.tujuan or satu.sasaran).renstra for satu in kini} == {baru}
    assert Program.objects.get(tahun=BARU).program_sasaran.get().sasaran.renstra == baru


def test_what_the_year_has_already_stays(instansi):
    sendiri = buat.make_sarana(instansi=instansi, tahun=BARU)

    buka_tahun(instansi, BARU, buat.TAHUN)

    assert list(Sarana.objects.filter(tahun=BARU)) == [sendiri]


def test_year_beyond_the_renstra_gets_neither_pk_nor_analysis(instansi):
    buka_tahun(instansi, 2027, buat.TAHUN)

    assert not PerjanjianKinerja.objects.filter(tahun=2027).exists()
    assert not ButirAnalisis.objects.filter(lkip__tahun=2027).exists()


def test_year_is_opened_once(instansi):
    buka_tahun(instansi, BARU, buat.TAHUN)

    with pytest.raises(TahunSudahDibuka):
        buka_tahun(instansi, BARU, buat.TAHUN)
    assert Sarana.objects.filter(tahun=BARU).count() == 1


@pytest.mark.parametrize("tahun", [buat.TAHUN, 1999, 2100, "dua ribu"])
def test_wrong_year_is_refused_with_a_reason(operator, instansi, tahun):
    sebelum = LKIP.objects.count()

    halaman = buka(operator, instansi, tahun=tahun)

    assert halaman.context["formulir"].errors["tahun"]
    assert LKIP.objects.count() == sebelum


def test_empty_year_can_be_entered_before_its_pk(operator, instansi):
    isi = buka(operator, instansi, dari="").content.decode()

    assert "belum dapat dihitung" in isi
    assert not PerjanjianKinerja.objects.filter(tahun=BARU).exists()
    for bagian in (
        "profil/ubah",
        "isi/sdm",
        "isi/target-renstra",
        "naskah",
        "foto/baru",
        "pejabat",
    ):
        assert operator.get(f"/{instansi.kode}/{BARU}/{bagian}/").status_code == 200


def test_saving_in_a_year_without_pk_leads_back_to_its_beranda(operator, instansi):
    buka(operator, instansi, dari="")
    wilayah = {"laki_laki": "10", "perempuan": "12", "versi": "1"}

    jawaban = operator.post(f"/{instansi.kode}/{BARU}/wilayah/ubah/", wilayah, follow=True)

    assert jawaban.redirect_chain == [(f"/{instansi.kode}/{BARU}/", 302)]
    assert "Tersimpan" in jawaban.content.decode()


@pytest.mark.parametrize(
    ("peran", "status"),
    [("seksi", 403), ("verifikator", 403), ("camat", 403), ("evaluator", 403), ("admin", 200)],
)
def test_only_who_enters_for_the_office_opens_a_year(client, instansi, peran, status):
    client.force_login(buat.make_pengguna(peran=peran, instansi=instansi))

    assert buka(client, instansi).status_code == status
    assert LKIP.objects.filter(tahun=BARU).exists() == (status == 200)


def test_stranger_finds_nothing(client, instansi):
    client.force_login(buat.make_pengguna(peran="operator", instansi=buat.make_instansi()))

    assert buka(client, instansi).status_code == 404


def test_first_year_of_an_office(client):
    instansi = buat.make_instansi()
    client.force_login(buat.make_pengguna(peran="operator", instansi=instansi))

    assert f"/{instansi.kode}/tahun/" in client.get("/", follow=True).content.decode()
    assert buka(client, instansi, tahun=2025, dari="").status_code == 200
    assert LKIP.objects.get().tahun == 2025

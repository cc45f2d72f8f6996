"""The checklist: what is done, what is missing and where, what cannot start yet."""

from datetime import date

import pytest

from instansi.models import JabatanSDM
from lkip.daftar_tugas import susun_tugas, tugas_berikut
from lkip.laporan import build_laporan
from perjanjian.models import Realisasi
from tests import factories as buat

pytestmark = pytest.mark.django_db
HARI_INI = date(2025, 1, 15)


@pytest.fixture
def instansi():
    return buat.make_laporan_lengkap()


def tugas(instansi, hari_ini=HARI_INI):
    kelompok = susun_tugas(build_laporan(instansi, buat.TAHUN), hari_ini)
    return {satu.nama: satu for isi in kelompok for satu in isi.tugas}


def test_full_year_lacks_only_its_texts(instansi):
    belum = {nama for nama, satu in tugas(instansi).items() if not satu.selesai}

    assert belum == {"Ikhtisar eksekutif", "Penutup"}


def test_missing_numbers_are_counted_and_lead_to_their_grid(instansi):
    satu = Realisasi.objects.filter(tahun=buat.TAHUN, triwulan=4).first()
    satu.delete()

    kurang = tugas(instansi)["Realisasi triwulan 4"]

    assert (kurang.keadaan, kurang.kurang) == ("Belum", "1 dari 3 indikator belum lengkap")
    assert kurang.alamat == ("isi_kisi", "realisasi-tw-4")


def test_what_lies_ahead_cannot_start_and_says_when(instansi):
    Realisasi.objects.filter(tahun=buat.TAHUN).delete()

    semua = tugas(instansi, date(buat.TAHUN, 4, 1))

    assert semua["Realisasi triwulan 2"].keadaan == "Belum"
    assert semua["Realisasi triwulan 3"].keadaan == "Belum bisa dimulai"
    assert semua["Realisasi triwulan 3"].menunggu == f"mulai 1 Juli {buat.TAHUN}"
    assert semua["Analisis Sasaran 1"].menunggu == "menunggu realisasi tahun"


def test_next_task_is_the_first_that_can_be_done(instansi):
    JabatanSDM.objects.all().delete()
    kelompok = susun_tugas(build_laporan(instansi, buat.TAHUN), HARI_INI)

    assert tugas_berikut(kelompok).nama == "SDM"


def test_operator_finds_working_links_on_beranda(client, instansi):
    client.force_login(buat.make_pengguna(peran="operator", instansi=instansi))

    halaman = client.get(f"/{instansi.kode}/{buat.TAHUN}/")

    tujuan = {alamat for _, isi in halaman.context["kelompok_tugas"] for _, alamat in isi}
    assert {client.get(alamat).status_code for alamat in tujuan} == {200}
    assert "Daftar tugas" in halaman.content.decode()


@pytest.mark.parametrize("peran", ["camat", "verifikator", "seksi"])
def test_others_see_no_checklist(client, instansi, peran):
    client.force_login(buat.make_pengguna(peran=peran, instansi=instansi))

    assert "Daftar tugas" not in client.get(f"/{instansi.kode}/{buat.TAHUN}/").content.decode()

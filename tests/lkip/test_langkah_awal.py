"""A year without Perjanjian Kinerja: every page says what must be done first, and where."""

import pytest

from instansi.models import Pejabat
from lkip.langkah_awal import susun_langkah
from renstra.models import TargetRenstra
from tests import factories as buat

pytestmark = pytest.mark.django_db
TAHUN = buat.TAHUN


def langkah(instansi):
    semua = susun_langkah(instansi, TAHUN)
    return {satu.nama: satu for kelompok in semua for satu in kelompok.tugas}


def test_steps_wait_for_each_other():
    instansi = buat.make_instansi(dasar_organisasi="")

    keadaan = {nama: satu.keadaan for nama, satu in langkah(instansi).items()}

    assert keadaan == {
        "Profil kecamatan": "Belum",
        "Susunan organisasi": "Belum",
        "Pejabat": "Belum",
        "Renstra": "Belum",
        "Tujuan, sasaran, dan indikator": "Belum bisa dimulai",
        "Target Renstra": "Belum bisa dimulai",
        "Rencana Kinerja Tahunan": "Belum bisa dimulai",
        f"Perjanjian Kinerja {TAHUN}": "Belum bisa dimulai",
    }


def test_steps_are_done_with_what_they_ask_for():
    instansi = buat.make_laporan_lengkap()

    belum = {nama for nama, satu in langkah(instansi).items() if not satu.selesai}

    assert belum == {f"Perjanjian Kinerja {TAHUN}"}


def test_what_is_missing_again_is_asked_for_again():
    instansi = buat.make_laporan_lengkap()
    Pejabat.objects.filter(peran="kepala_daerah").delete()
    TargetRenstra.objects.filter(tahun=TAHUN).delete()

    semua = langkah(instansi)

    assert semua["Pejabat"].kurang == "pimpinan atau kepala daerah belum ada"
    assert semua["Target Renstra"].kurang == f"target {TAHUN} belum diisi"


@pytest.fixture
def kantor(client):
    instansi = buat.make_instansi()
    buat.make_lkip(instansi=instansi, tahun=TAHUN)
    return instansi


def test_a_page_of_the_report_leads_to_the_first_step(client, kantor):
    client.force_login(buat.make_pengguna(peran="operator", instansi=kantor))

    halaman = client.get(f"/{kantor.kode}/{TAHUN}/capaian/")

    assert halaman.status_code == 404
    isi = halaman.content.decode()
    assert f"belum mempunyai perjanjian kinerja tahun {TAHUN}" in isi
    tujuan = {alamat for _, tugas in halaman.context["kelompok_tugas"] for _, alamat in tugas}
    assert {client.get(satu, follow=True).status_code for satu in tujuan} == {200}


def test_who_enters_nothing_reads_why_without_steps(client, kantor):
    client.force_login(buat.make_pengguna(peran="camat", instansi=kantor))

    isi = client.get(f"/{kantor.kode}/{TAHUN}/").content.decode()

    assert "belum dapat dihitung" in isi
    assert "oleh operator" in isi
    assert "Langkah awal" not in isi

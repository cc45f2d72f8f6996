"""The checklist: what is done, what is missing and where, what cannot start yet."""

from datetime import date
from decimal import Decimal

import pytest

from anggaran.models import Keluaran, Pagu, RealisasiAnggaran
from instansi.models import JabatanSDM
from lkip.daftar_tugas import susun_tugas
from lkip.laporan import build_laporan
from lkip.models import ButirAnalisis, Narasi, Pembanding
from lkip.pembaca.konfirmasi import baca_konfirmasi
from lkip.tugas import tugas_berikut
from perjanjian.models import Bukti, Realisasi, RencanaAksi
from renstra.models import TargetRenstra
from tests import factories as buat

pytestmark = pytest.mark.django_db
HARI_INI = date(2025, 1, 15)


def susun(instansi, hari_ini):
    laporan = build_laporan(instansi, buat.TAHUN)
    return susun_tugas(laporan, baca_konfirmasi(instansi, buat.TAHUN), hari_ini)


def tugas(instansi, hari_ini=HARI_INI):
    kelompok = susun(instansi, hari_ini)
    return {satu.nama: satu for isi in kelompok for satu in isi.tugas}


def test_full_year_lacks_only_its_texts(instansi):
    belum = {nama for nama, satu in tugas(instansi).items() if not satu.selesai}

    assert belum == {"Ikhtisar Eksekutif", "Bab IV – Penutup"}


def test_missing_numbers_are_counted_and_lead_to_their_grid(instansi):
    satu = Realisasi.objects.filter(tahun=buat.TAHUN, triwulan=4).first()
    satu.delete()

    kurang = tugas(instansi)["Realisasi triwulan 4"]

    assert (kurang.keadaan, kurang.kurang) == ("Belum", "1 dari 3 indikator belum lengkap")
    assert kurang.alamat == ("isi_kisi", "realisasi-tw-4")
    assert kurang.jangkar == f"baris-{satu.indikator.kode}"


def test_indikator_measured_once_a_year_lacks_no_triwulan(instansi):
    Realisasi.objects.filter(tahun=buat.TAHUN).delete()
    for indikator in instansi.renstra.get().indikator.all():
        buat.make_realisasi(indikator=indikator, triwulan=0, nilai=Decimal(80))

    assert tugas(instansi)["Realisasi triwulan 2"].selesai


def test_copied_texts_are_done_only_when_confirmed(instansi):
    Narasi.objects.update(perlu_dikonfirmasi=True)
    ButirAnalisis.objects.update(perlu_dikonfirmasi=True)

    semua = tugas(instansi)

    bagian = Narasi.objects.first().get_bagian_display()
    assert semua[bagian].kurang == "disalin dari tahun lalu, perlu dikonfirmasi"
    assert "perlu dikonfirmasi" in semua["Analisis Sasaran 1"].kurang


def test_what_lies_ahead_cannot_start_and_says_when(instansi):
    Realisasi.objects.filter(tahun=buat.TAHUN).delete()

    semua = tugas(instansi, date(buat.TAHUN, 4, 1))

    assert semua["Realisasi triwulan 2"].keadaan == "Belum"
    assert semua["Realisasi triwulan 3"].keadaan == "Belum bisa dimulai"
    assert semua["Realisasi triwulan 3"].menunggu == f"mulai 1 Juli {buat.TAHUN}"
    assert semua["Analisis Sasaran 1"].menunggu == "menunggu realisasi tahun"


def test_next_task_is_the_first_that_can_be_done(instansi):
    JabatanSDM.objects.all().delete()

    assert tugas_berikut(susun(instansi, HARI_INI)).nama == "SDM"


def test_operator_finds_working_links_on_beranda(client, instansi):
    client.force_login(buat.make_pengguna(peran="operator", instansi=instansi))

    halaman = client.get(f"/{instansi.kode}/{buat.TAHUN}/")

    tujuan = {alamat for _, isi in halaman.context["kelompok_tugas"] for _, alamat in isi}
    assert {client.get(alamat).status_code for alamat in tujuan} == {200}
    assert "Daftar tugas" in halaman.content.decode()


def test_rows_that_tasks_name_are_on_their_pages(client, instansi):
    Realisasi.objects.filter(tahun=buat.TAHUN, triwulan=4).delete()
    for model in (Bukti, Pembanding, Keluaran, Pagu, RealisasiAnggaran, RencanaAksi, TargetRenstra):
        model.objects.all().delete()
    client.force_login(buat.make_pengguna(peran="operator", instansi=instansi))

    halaman = client.get(f"/{instansi.kode}/{buat.TAHUN}/")

    tujuan = [alamat for _, isi in halaman.context["kelompok_tugas"] for _, alamat in isi]
    berjangkar = [satu.split("#") for satu in tujuan if "#" in satu]
    assert len(berjangkar) > 8
    hilang = [
        satu for satu in berjangkar if f'id="{satu[1]}"' not in client.get(satu[0]).content.decode()
    ]
    assert hilang == []


def test_seksi_finds_what_its_own_unit_lacks(client, instansi):
    milik = instansi.renstra.get().indikator.first()
    unit = milik.penanggung_jawab.first() or buat.make_seksi(instansi=instansi)
    milik.penanggung_jawab.set([unit])
    Realisasi.objects.filter(tahun=buat.TAHUN, triwulan=4).delete()
    client.force_login(buat.make_pengguna(peran="seksi", instansi=instansi, seksi=unit))

    halaman = client.get(f"/{instansi.kode}/{buat.TAHUN}/")

    kelompok = dict(halaman.context["kelompok_tugas"])
    tw4 = next(satu for satu, _ in kelompok["Indikator Anda"] if satu.nama.endswith("triwulan 4"))
    jumlah = instansi.renstra.get().indikator.filter(penanggung_jawab=unit).count()
    assert tw4.kurang == f"{jumlah} dari {jumlah} indikator belum lengkap"
    tujuan = {alamat for isi in kelompok.values() for _, alamat in isi}
    assert {client.get(satu).status_code for satu in tujuan} == {200}


@pytest.mark.parametrize("peran", ["camat", "verifikator", "seksi"])
def test_others_see_no_checklist(client, instansi, peran):
    client.force_login(buat.make_pengguna(peran=peran, instansi=instansi))

    assert "Daftar tugas" not in client.get(f"/{instansi.kode}/{buat.TAHUN}/").content.decode()

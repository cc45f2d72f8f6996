"""The analysis of each node: its rows, who may write them, and the matrix of what is missing."""

import html
from datetime import date

import pytest

from lkip.laporan import build_laporan
from lkip.models import LKIP, ButirAnalisis
from lkip.narasi import susun_narasi
from perjanjian.models import Realisasi
from tests import factories as buat

pytestmark = pytest.mark.django_db


@pytest.fixture
def sasaran(instansi):
    return instansi.renstra.get().sasaran.get()


@pytest.fixture
def alamat(instansi, sasaran):
    return f"/{instansi.kode}/{buat.TAHUN}/isi/analisis-sasaran-{sasaran.pk}/"


@pytest.fixture
def matriks(instansi):
    return f"/{instansi.kode}/{buat.TAHUN}/analisis/"


def masuk(client, instansi, peran="operator", **isian):
    client.force_login(buat.make_pengguna(peran=peran, instansi=instansi, **isian))


def baris_baru(**kolom):
    return {f"s-baru1-{nama}": teks for nama, teks in kolom.items()}


RENCANA = baris_baru(
    jenis="Rencana tindak lanjut",
    uraian="Menambah petugas",
    penanggung_jawab="Kasi Pelayanan",
    tenggat="30/6/2025",
)


def test_new_row_is_stored_and_printed(client, instansi, sasaran, alamat):
    masuk(client, instansi)

    client.post(alamat, RENCANA)

    butir = ButirAnalisis.objects.get(uraian="Menambah petugas")
    assert (butir.sasaran, butir.jenis, butir.tenggat) == (sasaran, "rencana", date(2025, 6, 30))
    pratinjau = client.get(f"/{instansi.kode}/{buat.TAHUN}/pratinjau/bab-4/").content.decode()
    assert "Menambah petugas" in pratinjau


def test_rencana_without_tenggat_is_refused_with_a_reason(client, instansi, alamat):
    masuk(client, instansi)

    isi = client.post(alamat, RENCANA | baris_baru(tenggat="")).content.decode()

    assert "harus menyebut penanggung jawab dan tenggat" in isi
    assert not ButirAnalisis.objects.filter(uraian="Menambah petugas").exists()


def test_year_without_lkip_gets_one_with_the_first_row(client, instansi, alamat):
    masuk(client, instansi)
    LKIP.objects.filter(instansi=instansi).delete()

    assert client.get(alamat).status_code == 200
    assert not LKIP.objects.exists()
    client.post(alamat, RENCANA)
    assert LKIP.objects.get().analisis.get().uraian == "Menambah petugas"


def test_seksi_writes_on_its_own_nodes_only(client, instansi, sasaran, alamat):
    lain = buat.make_seksi(instansi=instansi)
    masuk(client, instansi, "seksi", seksi=lain)
    assert client.post(alamat, RENCANA).status_code == 403

    sasaran.indikator.first().penanggung_jawab.add(lain)
    assert client.post(alamat, RENCANA).status_code == 302
    assert ButirAnalisis.objects.filter(uraian="Menambah petugas").count() == 1


@pytest.mark.parametrize(("peran", "status"), [("verifikator", 403), ("camat", 403)])
def test_readers_write_nothing(client, instansi, alamat, peran, status):
    masuk(client, instansi, peran)

    assert client.post(alamat, RENCANA).status_code == status


def test_node_of_another_office_is_not_found(client, instansi):
    asing = buat.make_sasaran()
    masuk(client, instansi)

    tujuan = f"/{instansi.kode}/{buat.TAHUN}/isi/analisis-sasaran-{asing.pk}/"
    assert client.get(tujuan).status_code == 404
    assert client.post(tujuan, RENCANA).status_code == 404


def test_submitted_year_keeps_its_analysis(client, instansi, alamat):
    LKIP.objects.filter(instansi=instansi).delete()
    buat.make_lkip(instansi=instansi, status="diajukan")
    masuk(client, instansi)

    assert client.post(alamat, RENCANA).status_code == 403


def test_row_is_deleted(client, instansi, sasaran, alamat):
    masuk(client, instansi)
    butir = sasaran.analisis.first()

    client.post(f"{alamat}hapus/", {"baris": butir.pk})

    assert not ButirAnalisis.objects.filter(pk=butir.pk).exists()


def test_matrix_is_full_for_a_full_year(client, instansi, matriks):
    masuk(client, instansi, "camat")

    halaman = client.get(matriks)

    assert all(baris.lengkap for baris, _, _ in halaman.context["matriks"])
    assert "Belum" not in halaman.content.decode().split("Kelengkapan tujuh analisis")[1]


def test_matrix_leads_to_what_is_missing(client, instansi, sasaran, alamat, matriks):
    masuk(client, instansi)
    sasaran.analisis.filter(jenis="upaya").delete()
    Realisasi.objects.filter(indikator__sasaran=sasaran, tahun=buat.TAHUN).delete()

    baris = client.get(matriks).context["matriks"]

    kurang = {judul: tujuan for _, _, sel in baris for judul, ada, tujuan in sel if not ada}
    assert set(kurang) == {"Target dan realisasi", "Sebab, solusi, dan rencana", "Efisiensi"}
    assert kurang["Sebab, solusi, dan rencana"] == alamat
    assert all(client.get(tujuan).status_code == 200 for tujuan in kurang.values())


def test_generated_sentences_stand_above_the_rows(client, instansi, sasaran, alamat):
    masuk(client, instansi)
    laporan = build_laporan(instansi, buat.TAHUN)
    kalimat = susun_narasi(laporan).sasaran[sasaran.kode]

    isi = html.unescape(client.get(alamat).content.decode())

    for satu in (*kalimat.target_realisasi, *kalimat.penyebab):
        assert f"<p>{satu}</p>" in isi
    assert isi.index(kalimat.penyebab[0]) < isi.index("<table")


def test_node_that_was_not_promised_has_rows_without_sentences(client, instansi):
    masuk(client, instansi)
    lain = buat.make_sasaran(tujuan=instansi.renstra.get().tujuan.get())

    isi = client.get(f"/{instansi.kode}/{buat.TAHUN}/isi/analisis-sasaran-{lain.pk}/")

    assert isi.status_code == 200
    assert "Kalimat pembuka" not in isi.content.decode()


def test_row_moves_up_among_those_of_its_kind_without_javascript(client, instansi, sasaran, alamat):
    masuk(client, instansi)
    lama = sasaran.analisis.get(jenis="kendala")
    client.post(alamat, baris_baru(jenis="Kendala", uraian="Jaringan lambat"))
    baru = ButirAnalisis.objects.get(uraian="Jaringan lambat")
    assert baris_kendala(client, alamat) == [lama.pk, baru.pk]

    client.post(alamat, {"geser": f"{baru.pk}:-1"})

    assert baris_kendala(client, alamat) == [baru.pk, lama.pk]
    laporan = build_laporan(instansi, buat.TAHUN)
    simpul = next(satu for satu in laporan.sasaran if satu.kode == sasaran.kode)
    assert [satu.uraian for satu in simpul.analisis.kendala] == [baru.uraian, lama.uraian]


def baris_kendala(client, alamat):
    baris = client.get(alamat).context["kisi"].baris
    return [satu.objek.pk for satu in baris if satu.objek.jenis == "kendala"]


def test_copied_rows_are_counted_and_confirmed(client, instansi, sasaran, alamat, matriks):
    masuk(client, instansi)
    butir = sasaran.analisis.first()
    assert "perlu_dikonfirmasi" not in client.get(alamat).content.decode()
    ButirAnalisis.objects.filter(pk=butir.pk).update(perlu_dikonfirmasi=True)
    assert "1 butir disalin dari tahun lalu" in client.get(matriks).content.decode()

    nama = f"s-{butir.pk}-perlu_dikonfirmasi"
    client.post(alamat, {nama: "Tidak", f"dasar-{butir.pk}": '{"perlu_dikonfirmasi":"Ya"}'})

    butir.refresh_from_db()
    assert not butir.perlu_dikonfirmasi


def test_queries_do_not_grow_with_rows(client, django_assert_max_num_queries):
    jumlah = []
    for banyak in (1, 3):
        instansi = buat.make_laporan_lengkap(banyak)
        masuk(client, instansi)
        with django_assert_max_num_queries(200) as tangkapan:
            client.get(f"/{instansi.kode}/{buat.TAHUN}/analisis/")
        jumlah.append(len(tangkapan))
    assert jumlah[0] == jumlah[1]

"""Grids of the office: units, staff, equipment, area; who may, and what is refused."""

import json

import pytest

from instansi.models import (
    Desa,
    IsuStrategis,
    JabatanSDM,
    ProfilWilayah,
    Sarana,
    Seksi,
)
from tests import factories as buat
from tests.lkip.alamat import alamat
from tests.lkip.pengajuan_uji import ajukan
from tests.semua_model import FACTORIES

pytestmark = pytest.mark.django_db


KISI = {
    "seksi": "seksi",
    "uraian-tugas": "uraian_tugas",
    "sdm": "jabatan_sdm",
    "sarana": "sarana",
    "desa": "desa",
    "potensi": "potensi",
    "isu-strategis": "isu_strategis",
}


NAMA_KISI = [*KISI, "mata-pencaharian"]


def sel_baru(**kolom):
    return {f"s-baru1-{nama}": teks for nama, teks in kolom.items()}


def hitung_riwayat():
    return {model: model.history.count() for model in FACTORIES if hasattr(model, "history")}


# grids


@pytest.mark.parametrize("nama", NAMA_KISI)
def test_grid_posted_as_it_came_changes_nothing(operator, instansi, nama):
    halaman = operator.get(alamat(instansi, f"isi/{nama}/"))
    tampil = [*halaman.context["baris"], *halaman.context["baru"]]
    isian = {
        sel.nama: sel.teks for baris in tampil for sel in baris.sel if sel.masukan != "keluaran"
    }
    isian |= {f"dasar-{baris.baris.kunci}": baris.dasar for baris in tampil}
    sebelum = hitung_riwayat()

    assert operator.post(alamat(instansi, f"isi/{nama}/"), isian).status_code == 302
    assert hitung_riwayat() == sebelum


@pytest.mark.parametrize("nama", NAMA_KISI)
def test_grid_is_not_for_seksi_strangers_or_readers(client, instansi, nama):
    tujuan = alamat(instansi, f"isi/{nama}/")
    asing = buat.make_pengguna(peran="operator", instansi=buat.make_instansi())
    for pengguna, status in (
        (buat.make_pengguna(peran="seksi", instansi=instansi), 403),
        (buat.make_pengguna(peran="camat", instansi=instansi), 403),
        (asing, 404),
    ):
        client.force_login(pengguna)
        baru = {"baris": {"baru1": {"nama": {"dasar": "", "teks": "Palsu"}}}}
        jawaban = client.post(tujuan, json.dumps(baru), content_type="application/json")
        assert jawaban.status_code == status


@pytest.mark.parametrize("nama", NAMA_KISI)
def test_submitted_year_keeps_its_rows(operator, instansi, nama):
    ajukan(instansi)
    tujuan = alamat(instansi, f"isi/{nama}/")
    baris = operator.get(tujuan).context["baris"]

    assert "hanya dapat dibaca" in operator.get(tujuan).content.decode()
    assert operator.post(f"{tujuan}hapus/", {"baris": baris[0].baris.kunci}).status_code == 403
    assert len(operator.get(tujuan).context["baris"]) == len(baris)


@pytest.mark.parametrize("nama", NAMA_KISI)
def test_queries_do_not_grow_with_rows(client, django_assert_max_num_queries, nama):
    jumlah = []
    for banyak in (1, 3):
        instansi = buat.make_laporan_lengkap(banyak)
        client.force_login(buat.make_pengguna(peran="operator", instansi=instansi))
        with django_assert_max_num_queries(200) as tangkapan:
            client.get(alamat(instansi, f"isi/{nama}/"))
        jumlah.append(len(tangkapan))
    assert jumlah[0] == jumlah[1]


def test_new_jabatan_with_its_numbers_in_one_go(operator, instansi):
    isian = sel_baru(nama="Pelaksana", asn="ASN", kebutuhan_S1="2", ada_S1="1", laki_laki="1")

    assert operator.post(alamat(instansi, "isi/sdm/"), isian).status_code == 302

    jabatan = JabatanSDM.objects.get(nama="Pelaksana")
    assert jabatan.asn
    assert jabatan.urutan == 2
    assert list(jabatan.rincian.values_list("pendidikan", "kebutuhan", "ada")) == [("S1", 2, 1)]
    assert "Pelaksana" in operator.get(alamat(instansi, "sdm/")).content.decode()


def test_no_need_and_need_of_zero_differ(operator, instansi):
    baris = instansi.jabatan_sdm.get()
    dasar = {f"dasar-{baris.pk}": json.dumps({"kebutuhan_SMA": "2", "kebutuhan_S1": "3"})}
    isian = {f"s-{baris.pk}-kebutuhan_SMA": "", f"s-{baris.pk}-kebutuhan_S1": "0"}

    operator.post(alamat(instansi, "isi/sdm/"), isian | dasar)

    assert dict(baris.rincian.values_list("pendidikan", "kebutuhan")) == {"SMA": None, "S1": 0}


def test_sums_of_staff_are_those_of_the_report(operator, instansi):
    halaman = operator.get(alamat(instansi, "isi/sdm/"))
    baris = instansi.jabatan_sdm.get()

    teks = {sel.kolom.nama: sel.teks for sel in halaman.context["baris"][0].sel}
    assert (teks["jumlah_perlu"], teks["jumlah_ada"], teks["selisih"]) == ("5", "3", "-2")
    assert halaman.context["baris"][0].baris.kunci == str(baris.pk)


def test_new_sarana_without_satuan_counts_in_unit(operator, instansi):
    operator.post(
        alamat(instansi, "isi/sarana/"),
        sel_baru(nama="Meja", jumlah="4", kondisi="Baik", satuan=""),
    )

    assert Sarana.objects.get(nama="Meja").satuan == "Unit"


def test_sarana_without_jumlah_is_refused_with_a_reason(operator, instansi):
    jawaban = operator.post(alamat(instansi, "isi/sarana/"), sel_baru(nama="Meja", kondisi="Baik"))

    assert jawaban.context["galat"]
    assert not Sarana.objects.filter(nama="Meja").exists()


def test_rows_are_deleted_and_used_ones_stay(operator, instansi):
    tujuan = alamat(instansi, "isi/desa/hapus/")
    dipakai, bebas = instansi.desa.get(), buat.make_desa(instansi=instansi)

    operator.post(tujuan, {"baris": bebas.pk})
    jawaban = operator.post(tujuan, {"baris": dipakai.pk}, follow=True)

    assert list(Desa.objects.all()) == [dipakai]
    assert "masih dipakai data lain" in jawaban.content.decode()


def test_unit_above_must_be_of_the_same_office(operator, instansi):
    buat.make_seksi(instansi=buat.make_instansi(), nama="Unit asing")

    jawaban = operator.post(
        alamat(instansi, "isi/seksi/"), sel_baru(nama="Baru", induk="Unit asing")
    )

    assert "tidak ada dalam daftar" in jawaban.content.decode()
    assert not Seksi.objects.filter(nama="Baru").exists()


def test_three_new_isu_follow_the_last(operator, instansi):
    isian = {f"s-baru{nomor}-uraian": f"Isu baru {nomor}" for nomor in (1, 2, 3)}

    operator.post(alamat(instansi, "isi/isu-strategis/"), isian)

    assert list(instansi.isu_strategis.order_by("urutan").values_list("urutan", flat=True)) == [
        1,
        2,
        3,
        4,
    ]


def test_mata_pencaharian_waits_for_the_profil_of_its_year(operator, instansi):
    ProfilWilayah.objects.update(tahun=buat.TAHUN - 1)
    tujuan = alamat(instansi, "isi/mata-pencaharian/")

    assert "simpan dahulu luas" in operator.get(tujuan).content.decode()
    assert operator.post(tujuan, sel_baru(nama="Nelayan", jumlah="3")).status_code == 403


def test_isu_of_this_year_only(operator, instansi):
    buat.make_isu_strategis(instansi=instansi, tahun=buat.TAHUN - 1, urutan=1, uraian="Isu lama")

    assert "Isu lama" not in operator.get(alamat(instansi, "isi/isu-strategis/")).content.decode()
    assert IsuStrategis.objects.count() == 2

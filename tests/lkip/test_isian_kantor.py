"""Entry of the office: profile, officials, staff, equipment, area; who may, and what is refused."""

import json
from datetime import date
from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from instansi.models import (
    Desa,
    IsuStrategis,
    JabatanSDM,
    MataPencaharian,
    Pejabat,
    ProfilWilayah,
    Sarana,
    Seksi,
)
from lkip.models import LKIP
from tests import factories as buat
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


@pytest.fixture
def instansi():
    return buat.make_laporan_lengkap()


@pytest.fixture
def operator(client, instansi):
    client.force_login(buat.make_pengguna(peran="operator", instansi=instansi))
    return client


def alamat(instansi, *bagian):
    return "/" + "/".join([instansi.kode, str(buat.TAHUN), *map(str, bagian)]) + "/"


def terkirim(halaman, **ubah):
    """What a browser posts when only `ubah` was typed into the form of this page."""
    formulir = halaman.context["formulir"]
    isi = {bidang.html_name: bidang.value() for bidang in formulir}
    return {nama: nilai for nama, nilai in isi.items() if nilai is not None} | ubah


def sel_baru(**kolom):
    return {f"s-baru1-{nama}": teks for nama, teks in kolom.items()}


def hitung_riwayat():
    return {model: model.history.count() for model in FACTORIES if hasattr(model, "history")}


def ajukan(instansi):
    LKIP.objects.filter(instansi=instansi).delete()
    buat.make_lkip(instansi=instansi, status="diajukan")


# grids


@pytest.mark.parametrize("nama", NAMA_KISI)
def test_grid_posted_as_it_came_changes_nothing(operator, instansi, nama):
    halaman = operator.get(alamat(instansi, "isi", nama))
    tampil = [*halaman.context["baris"], *halaman.context["baru"]]
    isian = {
        sel.nama: sel.teks for baris in tampil for sel in baris.sel if sel.masukan != "keluaran"
    }
    isian |= {f"dasar-{baris.baris.kunci}": baris.dasar for baris in tampil}
    sebelum = hitung_riwayat()

    assert operator.post(alamat(instansi, "isi", nama), isian).status_code == 302
    assert hitung_riwayat() == sebelum


@pytest.mark.parametrize("nama", NAMA_KISI)
def test_grid_is_not_for_seksi_strangers_or_readers(client, instansi, nama):
    tujuan = alamat(instansi, "isi", nama)
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
    tujuan = alamat(instansi, "isi", nama)
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
            client.get(alamat(instansi, "isi", nama))
        jumlah.append(len(tangkapan))
    assert jumlah[0] == jumlah[1]


def test_new_jabatan_with_its_numbers_in_one_go(operator, instansi):
    isian = sel_baru(nama="Pelaksana", asn="ASN", kebutuhan_S1="2", ada_S1="1", laki_laki="1")

    assert operator.post(alamat(instansi, "isi", "sdm"), isian).status_code == 302

    jabatan = JabatanSDM.objects.get(nama="Pelaksana")
    assert jabatan.asn
    assert jabatan.urutan == 2
    assert list(jabatan.rincian.values_list("pendidikan", "kebutuhan", "ada")) == [("S1", 2, 1)]
    assert "Pelaksana" in operator.get(alamat(instansi, "sdm")).content.decode()


def test_no_need_and_need_of_zero_differ(operator, instansi):
    baris = instansi.jabatan_sdm.get()
    dasar = {f"dasar-{baris.pk}": json.dumps({"kebutuhan_SMA": "2", "kebutuhan_S1": "3"})}
    isian = {f"s-{baris.pk}-kebutuhan_SMA": "", f"s-{baris.pk}-kebutuhan_S1": "0"}

    operator.post(alamat(instansi, "isi", "sdm"), isian | dasar)

    assert dict(baris.rincian.values_list("pendidikan", "kebutuhan")) == {"SMA": None, "S1": 0}


def test_sums_of_staff_are_those_of_the_report(operator, instansi):
    halaman = operator.get(alamat(instansi, "isi", "sdm"))
    baris = instansi.jabatan_sdm.get()

    teks = {sel.kolom.nama: sel.teks for sel in halaman.context["baris"][0].sel}
    assert (teks["jumlah_perlu"], teks["jumlah_ada"], teks["selisih"]) == ("5", "3", "-2")
    assert halaman.context["baris"][0].baris.kunci == str(baris.pk)


def test_new_sarana_without_satuan_counts_in_unit(operator, instansi):
    operator.post(
        alamat(instansi, "isi", "sarana"),
        sel_baru(nama="Meja", jumlah="4", kondisi="Baik", satuan=""),
    )

    assert Sarana.objects.get(nama="Meja").satuan == "Unit"


def test_sarana_without_jumlah_is_refused_with_a_reason(operator, instansi):
    jawaban = operator.post(
        alamat(instansi, "isi", "sarana"), sel_baru(nama="Meja", kondisi="Baik")
    )

    assert jawaban.context["galat"]
    assert not Sarana.objects.filter(nama="Meja").exists()


def test_rows_are_deleted_and_used_ones_stay(operator, instansi):
    tujuan = alamat(instansi, "isi", "desa", "hapus")
    dipakai, bebas = instansi.desa.get(), buat.make_desa(instansi=instansi)

    operator.post(tujuan, {"baris": bebas.pk})
    jawaban = operator.post(tujuan, {"baris": dipakai.pk}, follow=True)

    assert list(Desa.objects.all()) == [dipakai]
    assert "masih dipakai data lain" in jawaban.content.decode()


def test_unit_above_must_be_of_the_same_office(operator, instansi):
    buat.make_seksi(instansi=buat.make_instansi(), nama="Unit asing")

    jawaban = operator.post(
        alamat(instansi, "isi", "seksi"), sel_baru(nama="Baru", induk="Unit asing")
    )

    assert "tidak ada dalam daftar" in jawaban.content.decode()
    assert not Seksi.objects.filter(nama="Baru").exists()


def test_three_new_isu_follow_the_last(operator, instansi):
    isian = {f"s-baru{nomor}-uraian": f"Isu baru {nomor}" for nomor in (1, 2, 3)}

    operator.post(alamat(instansi, "isi", "isu-strategis"), isian)

    assert list(instansi.isu_strategis.order_by("urutan").values_list("urutan", flat=True)) == [
        1,
        2,
        3,
        4,
    ]


def test_mata_pencaharian_waits_for_the_profil_of_its_year(operator, instansi):
    ProfilWilayah.objects.update(tahun=buat.TAHUN - 1)
    tujuan = alamat(instansi, "isi", "mata-pencaharian")

    assert "simpan dahulu luas" in operator.get(tujuan).content.decode()
    assert operator.post(tujuan, sel_baru(nama="Nelayan", jumlah="3")).status_code == 403


# forms


def test_profil_is_saved(operator, instansi):
    tujuan = alamat(instansi, "profil", "ubah")

    jawaban = operator.post(tujuan, terkirim(operator.get(tujuan), telepon="(0331) 123"))

    assert jawaban.url == alamat(instansi, "profil")
    instansi.refresh_from_db()
    assert (instansi.telepon, instansi.versi) == ("(0331) 123", 2)


def test_profil_shows_the_conflict_and_keeps_both(operator, instansi):
    tujuan = alamat(instansi, "profil", "ubah")
    kiriman = terkirim(operator.get(tujuan), telepon="111")
    operator.post(tujuan, kiriman)

    isi = operator.post(tujuan, kiriman | {"telepon": "222"}).content.decode()

    assert "diubah orang lain" in isi
    assert 'value="222"' in isi
    instansi.refresh_from_db()
    assert instansi.telepon == "111"


def test_new_pejabat_of_a_unit_or_of_the_office(operator, instansi):
    tujuan = alamat(instansi, "pejabat", "baru")
    kiriman = terkirim(
        operator.get(tujuan), nama="Siti", jabatan="Kasi", mulai="2 Januari 2024", sifat="plt"
    )

    operator.post(tujuan, kiriman | {"nip": "19700101 199001 2 001"})
    operator.post(tujuan, kiriman | {"nama": "Ani", "seksi": instansi.seksi.get().pk})

    siti, ani = (Pejabat.objects.get(nama=nama) for nama in ("Siti", "Ani"))
    assert (siti.peran, siti.nip, siti.mulai) == (
        "pimpinan",
        "197001011990012001",
        date(2024, 1, 2),
    )
    assert (ani.peran, ani.seksi) == ("unit", instansi.seksi.get())


@pytest.mark.parametrize(
    ("kolom", "teks", "pesan"),
    [
        ("nip", "19701301199001200", "18 angka"),
        ("nip", "197013011990012001", "bukan tanggal lahir"),
        ("mulai", "31/02/2024", "tidak ada dalam kalender"),
        ("selesai", "1/1/1999", "tidak boleh sebelum"),
        ("nama", "", "belum diisi"),
    ],
)
def test_wrong_pejabat_is_refused_with_a_reason(operator, instansi, kolom, teks, pesan):
    tujuan = alamat(instansi, "pejabat", "baru")
    benar = terkirim(operator.get(tujuan), nama="Siti", jabatan="Kasi", mulai="2/1/2024")

    assert pesan in operator.post(tujuan, benar | {kolom: teks}).content.decode()
    assert not Pejabat.objects.filter(jabatan="Kasi").exists()


@pytest.mark.parametrize("teks", ["196706241988031002", "19670624 198803 1 002"])
def test_nip_is_read_with_or_without_spaces_and_shown_with_them(operator, instansi, teks):
    tujuan = alamat(instansi, "pejabat", "baru")
    isian = terkirim(operator.get(tujuan), nama="Siti", jabatan="Kasi", mulai="2/1/2024", nip=teks)

    operator.post(tujuan, isian)

    siti = Pejabat.objects.get(nama="Siti")
    assert siti.nip == "196706241988031002"
    for halaman in (alamat(instansi, "pejabat"), alamat(instansi, "pejabat", siti.pk)):
        assert "19670624 198803 1 002" in operator.get(halaman).content.decode()


def test_first_head_of_an_office_starts_with_the_jabatan_of_the_office(operator, instansi):
    tujuan = alamat(instansi, "pejabat", "baru")
    instansi.jabatan_pimpinan = "Camat Contoh"
    instansi.save()
    assert 'value="Camat Contoh"' not in operator.get(tujuan).content.decode()

    instansi.pejabat.filter(peran="pimpinan").delete()

    isi = operator.get(tujuan).content.decode()
    assert 'value="Camat Contoh"' in isi
    assert "Pimpinan instansi" in isi
    assert "-----" not in isi


def test_pejabat_is_deleted(operator, instansi):
    bebas = buat.make_pejabat(instansi=instansi, nama="Bebas")

    jawaban = operator.post(alamat(instansi, "pejabat", bebas.pk, "hapus"))

    assert jawaban.url == alamat(instansi, "pejabat")
    assert not Pejabat.objects.filter(nama="Bebas").exists()


def test_head_of_the_pemda_is_for_the_admin(client, instansi):
    kepala = Pejabat.objects.get(peran="kepala_daerah")
    for peran, status in (("operator", 403), ("admin", 200)):
        client.force_login(buat.make_pengguna(peran=peran, instansi=instansi))
        assert client.get(alamat(instansi, "pejabat", kepala.pk)).status_code == status
        assert (
            client.get(alamat(instansi, "pejabat", "kepala-daerah", "baru")).status_code == status
        )
        assert client.get(alamat(instansi, "profil", "lambang")).status_code == status


def test_pejabat_of_another_office_is_not_found(operator, instansi):
    asing = buat.make_pejabat()

    assert operator.get(alamat(instansi, "pejabat", asing.pk)).status_code == 404
    assert operator.post(alamat(instansi, "pejabat", asing.pk, "hapus")).status_code == 404


def test_new_year_of_the_area_starts_from_the_one_before(operator, instansi):
    ProfilWilayah.objects.update(tahun=buat.TAHUN - 1)
    tujuan = alamat(instansi, "wilayah", "ubah")
    halaman = operator.get(tujuan)

    operator.post(tujuan, terkirim(halaman, laki_laki="10.300"))

    baru = ProfilWilayah.objects.get(tahun=buat.TAHUN)
    assert (baru.laki_laki, baru.perempuan, baru.luas_km2) == (10300, 10400, 42.5)
    assert MataPencaharian.objects.filter(profil=baru).count() == 1


FORMULIR = [("profil", "ubah"), ("pejabat", "baru"), ("wilayah", "ubah")]


@pytest.mark.parametrize("bagian", FORMULIR)
def test_forms_of_a_submitted_year_are_read_only(operator, instansi, bagian):
    kiriman = terkirim(operator.get(alamat(instansi, *bagian)))
    ajukan(instansi)

    assert "hanya dapat dibaca" in operator.get(alamat(instansi, *bagian)).content.decode()
    assert operator.post(alamat(instansi, *bagian), kiriman).status_code == 403


@pytest.mark.parametrize("bagian", FORMULIR)
@pytest.mark.parametrize("peran", ["seksi", "verifikator", "camat"])
def test_forms_are_for_operator_and_admin(client, instansi, bagian, peran):
    client.force_login(buat.make_pengguna(peran=peran, instansi=instansi))

    assert client.get(alamat(instansi, *bagian)).status_code == 403
    assert client.post(alamat(instansi, *bagian), {"nama": "x"}).status_code == 403


def gambar(format="JPEG", ukuran=(2000, 1000)):
    isi = BytesIO()
    Image.new("RGB", ukuran, "red").save(isi, format)
    return isi.getvalue()


def test_emblem_is_drawn_anew(client, instansi):
    client.force_login(buat.make_pengguna(peran="admin", instansi=instansi))
    tujuan = alamat(instansi, "profil", "lambang")
    unggahan = SimpleUploadedFile("lambang.jpg", gambar())

    client.post(tujuan, {"lambang": unggahan, "versi": instansi.pemda.versi})

    instansi.pemda.refresh_from_db()
    with instansi.pemda.lambang.open() as berkas, Image.open(berkas) as hasil:
        assert (hasil.format, hasil.size) == ("PNG", (800, 400))


def test_emblem_that_is_no_picture_is_refused(client, instansi):
    client.force_login(buat.make_pengguna(peran="admin", instansi=instansi))
    berkas = SimpleUploadedFile("lambang.png", b"MZ\x00\x00bukan gambar")

    jawaban = client.post(alamat(instansi, "profil", "lambang"), {"lambang": berkas, "versi": 1})

    assert jawaban.context["formulir"].errors["lambang"]
    instansi.pemda.refresh_from_db()
    assert not instansi.pemda.lambang


def test_isu_of_this_year_only(operator, instansi):
    buat.make_isu_strategis(instansi=instansi, tahun=buat.TAHUN - 1, urutan=1, uraian="Isu lama")

    assert "Isu lama" not in operator.get(alamat(instansi, "isi", "isu-strategis")).content.decode()
    assert IsuStrategis.objects.count() == 2

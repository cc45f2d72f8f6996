"""Program, kegiatan and sub kegiatan: added, changed, deleted, and by whom."""

import pytest

from anggaran.models import Kegiatan, Pagu, Program, SubKegiatan
from tests import factories as buat
from tests.lkip.alamat import alamat_bernama

pytestmark = pytest.mark.django_db
TAHUN = buat.TAHUN


@pytest.fixture
def program(instansi):
    return Program.objects.get(instansi=instansi)


@pytest.fixture
def kegiatan(program):
    return program.kegiatan.get()


@pytest.fixture
def sub(kegiatan):
    return kegiatan.sub_kegiatan.first()


def test_each_level_is_added_with_its_official_code(operator, instansi, program, kegiatan):
    seksi = instansi.seksi.first()
    operator.post(
        alamat_bernama(instansi, "tambah_program"), {"kode": " 7.01.09 ", "nama": "Program Baru"}
    )
    operator.post(
        alamat_bernama(instansi, "tambah_kegiatan", program.pk),
        {"kode": "7.01.01.02.07", "nama": "Kegiatan Baru"},
    )
    operator.post(
        alamat_bernama(instansi, "tambah_sub_kegiatan", kegiatan.pk),
        {"kode": "7.01.01.02.01.09", "nama": "Sub Baru", "seksi": seksi.pk},
    )

    assert Program.objects.get(nama="Program Baru").kode == "7.01.09"
    assert Kegiatan.objects.get(nama="Kegiatan Baru").kode == "7.01.01.2.07"
    baru = SubKegiatan.objects.get(nama="Sub Baru")
    assert (baru.kode, baru.seksi, baru.kegiatan) == ("7.01.01.2.01.0009", seksi, kegiatan)


@pytest.mark.parametrize(
    ("kode", "pesan"),
    [
        ("7.01.01.2.01", "sudah ada"),
        ("7.01.02.2.05", "harus diawali 7.01.01"),
        ("7.01.01", "Kode"),
        ("", "belum diisi"),
    ],
)
def test_wrong_code_is_named_and_kept(operator, instansi, program, kode, pesan):
    jawaban = operator.post(
        alamat_bernama(instansi, "tambah_kegiatan", program.pk),
        {"kode": kode, "nama": "Kegiatan Baru"},
    )

    halaman = jawaban.content.decode()
    assert pesan in halaman
    assert f'value="{kode}"' in halaman or not kode
    assert not Kegiatan.objects.filter(nama="Kegiatan Baru").exists()


def test_changed_code_goes_on_to_what_is_below(operator, instansi, program, kegiatan, sub):
    isian = {"kode": "7.01.08", "nama": "Nama Lain", "versi": program.versi}

    assert (
        operator.post(alamat_bernama(instansi, "ubah_program", program.pk), isian).status_code
        == 302
    )
    for objek in (program, kegiatan, sub):
        objek.refresh_from_db()
    assert (program.kode, program.nama) == ("7.01.08", "Nama Lain")
    assert (kegiatan.kode, sub.kode) == ("7.01.08.2.01", "7.01.08.2.01.0001")
    assert sub.versi == 2


def test_conflict_shows_both_names_and_saves_none(operator, instansi, program):
    isian = {"kode": program.kode, "versi": 1}
    ubah = alamat_bernama(instansi, "ubah_program", program.pk)
    operator.post(ubah, isian | {"nama": "Dari orang lain"})

    jawaban = operator.post(ubah, isian | {"nama": "Dari saya"})

    halaman = jawaban.content.decode()
    assert "Dari orang lain" in halaman
    assert "Dari saya" in halaman
    program.refresh_from_db()
    assert program.nama == "Dari orang lain"


def test_unit_of_another_office_is_no_choice(operator, instansi, sub):
    lain = buat.make_seksi()
    isian = {"kode": sub.kode, "nama": sub.nama, "seksi": lain.pk, "versi": sub.versi}

    jawaban = operator.post(alamat_bernama(instansi, "ubah_sub_kegiatan", sub.pk), isian)

    assert jawaban.status_code == 200
    sub.refresh_from_db()
    assert sub.seksi != lain


def test_program_with_kegiatan_stays(operator, instansi, program):
    jawaban = operator.post(alamat_bernama(instansi, "hapus_program", program.pk), follow=True)

    assert "masih dipakai data lain" in jawaban.content.decode()
    assert Program.objects.filter(pk=program.pk).exists()


def test_deleting_a_sub_kegiatan_is_asked_first_and_says_what_goes(operator, instansi, sub):
    hapus = alamat_bernama(instansi, "hapus_sub_kegiatan", sub.pk)

    tanya = operator.get(hapus).content.decode()
    assert "4 pagu" in tanya
    assert "8 realisasi anggaran" in tanya
    assert SubKegiatan.objects.filter(pk=sub.pk).exists()
    assert operator.post(hapus).status_code == 302
    assert not Pagu.objects.filter(sub_kegiatan=sub.pk).exists()


def test_tree_names_every_node_with_its_unit(operator, instansi, program, kegiatan, sub):
    halaman = operator.get(alamat_bernama(instansi, "susunan_anggaran")).content.decode()

    for objek in (program, kegiatan, sub):
        assert objek.kode in halaman
    assert str(sub.seksi) in halaman


def test_queries_of_the_tree_do_not_grow_with_rows(client, django_assert_max_num_queries):
    banyak = []
    for jumlah in (1, 3):
        instansi = buat.make_laporan_lengkap(jumlah)
        client.force_login(buat.make_pengguna(peran="operator", instansi=instansi))
        with django_assert_max_num_queries(60) as catatan:
            client.get(alamat_bernama(instansi, "susunan_anggaran"))
        banyak.append(len(catatan))

    assert banyak[0] == banyak[1]


def tujuan(instansi, program, kegiatan, sub):
    """Every address with what it would change."""
    isian = {"kode": "7.01.07", "nama": "Diam-diam", "versi": 1}
    return [
        (alamat_bernama(instansi, "tambah_program"), isian),
        (alamat_bernama(instansi, "ubah_program", program.pk), isian),
        (alamat_bernama(instansi, "hapus_program", program.pk), {}),
        (alamat_bernama(instansi, "tambah_kegiatan", program.pk), isian),
        (alamat_bernama(instansi, "ubah_kegiatan", kegiatan.pk), isian),
        (alamat_bernama(instansi, "hapus_kegiatan", kegiatan.pk), {}),
        (alamat_bernama(instansi, "tambah_sub_kegiatan", kegiatan.pk), isian),
        (alamat_bernama(instansi, "ubah_sub_kegiatan", sub.pk), isian),
        (alamat_bernama(instansi, "hapus_sub_kegiatan", sub.pk), {}),
    ]


def keadaan():
    return [model.history.count() for model in (Program, Kegiatan, SubKegiatan)]


@pytest.mark.parametrize("peran", ["seksi", "verifikator", "camat"])
def test_only_the_office_changes_its_tree(client, instansi, program, kegiatan, sub, peran):
    client.force_login(buat.make_pengguna(peran=peran, instansi=instansi))
    sebelum = keadaan()

    for tempat, isian in tujuan(instansi, program, kegiatan, sub):
        assert client.get(tempat).status_code == 403
        assert client.post(tempat, isian).status_code == 403
    assert keadaan() == sebelum


def test_stranger_finds_nothing(client, instansi, program, kegiatan, sub):
    client.force_login(buat.make_pengguna(peran="operator", instansi=buat.make_instansi()))

    for tempat, isian in tujuan(instansi, program, kegiatan, sub):
        assert client.get(tempat).status_code == 404
        assert client.post(tempat, isian).status_code == 404


def test_tree_of_another_office_or_year_is_not_reached(client, instansi, program, kegiatan, sub):
    lain = buat.make_laporan_lengkap()
    client.force_login(buat.make_pengguna(peran="operator", instansi=lain))
    sebelum = keadaan()

    for tempat, isian in tujuan(lain, program, kegiatan, sub)[1:]:
        assert client.post(tempat, isian).status_code == 404
    Program.objects.filter(pk=program.pk).update(tahun=TAHUN - 1)
    client.force_login(buat.make_pengguna(peran="operator", instansi=instansi))
    for tempat, isian in tujuan(instansi, program, kegiatan, sub)[1:]:
        assert client.post(tempat, isian).status_code == 404
    assert keadaan() == sebelum


def test_submitted_year_is_read_only(client, instansi, program, kegiatan, sub):
    instansi.lkip.update(tahun=TAHUN - 1)
    buat.make_lkip(instansi=instansi, status="diajukan")
    client.force_login(buat.make_pengguna(peran="admin", instansi=instansi))
    sebelum = keadaan()

    for tempat, isian in tujuan(instansi, program, kegiatan, sub):
        assert b"hanya dapat dibaca" in client.get(tempat).content
        assert client.post(tempat, isian).status_code == 403
    assert keadaan() == sebelum


@pytest.mark.parametrize(("peran", "ada"), [("operator", True), ("camat", False)])
def test_budget_page_leads_to_entry_for_who_may(client, instansi, peran, ada):
    client.force_login(buat.make_pengguna(peran=peran, instansi=instansi))

    halaman = client.get(alamat_bernama(instansi, "anggaran")).content.decode()

    assert (alamat_bernama(instansi, "susunan_anggaran") in halaman) is ada
    assert (alamat_bernama(instansi, "isi_kisi", "pagu") in halaman) is ada

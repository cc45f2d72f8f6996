"""Who is told of what, in the application."""

import pytest

from lkip.alur import ambil_langkah
from lkip.models import Pemberitahuan
from lkip.pemberitahuan import alamat_alur, belum_dibaca, beri_tahu_komentar, kabari
from tests.factories import (
    TAHUN,
    make_instansi,
    make_komentar,
    make_lkip,
    make_pemberitahuan,
    make_pengguna,
    make_perjanjian,
)

pytestmark = pytest.mark.django_db
ALASAN = "Lengkapi analisis sasaran 5"


@pytest.fixture
def kantor():
    return make_instansi()


@pytest.fixture
def orang(kantor):
    """One user of each role in the office."""
    peran = ("operator", "seksi", "verifikator", "camat", "evaluator", "admin")
    return {satu: make_pengguna(peran=satu, instansi=kantor) for satu in peran}


def step(dokumen, jenis, oleh, alasan=""):
    Pemberitahuan.objects.all().delete()
    ambil_langkah(dokumen, jenis, oleh=oleh, jabatan="Contoh", alasan=alasan)
    return told()


def told():
    return {
        (satu.pengguna.username.split("-")[0], satu.judul) for satu in Pemberitahuan.objects.all()
    }


def test_each_step_is_told_to_who_acts_next_and_to_who_submitted(kantor, orang):
    lkip = make_lkip(instansi=kantor)

    assert step(lkip, "ajukan", orang["operator"]) == {
        ("verifikator", "LKIP 2024 menunggu verifikasi Anda")
    }
    assert step(lkip, "verifikasi", orang["verifikator"]) == {
        ("camat", "LKIP 2024 menunggu pengesahan Anda"),
        ("operator", "LKIP 2024 diverifikasi"),
    }
    assert step(lkip, "kembalikan", orang["camat"], ALASAN) == {
        ("operator", "LKIP 2024 dikembalikan dan menunggu perbaikan Anda"),
        ("verifikator", "LKIP 2024 dikembalikan"),
    }
    step(lkip, "ajukan", orang["operator"])
    step(lkip, "verifikasi", orang["verifikator"])
    assert step(lkip, "sahkan", orang["camat"]) == {
        ("operator", "LKIP 2024 disahkan"),
        ("verifikator", "LKIP 2024 disahkan"),
    }
    assert step(lkip, "buka_kembali", orang["admin"], ALASAN) == {
        ("operator", "LKIP 2024 dibuka kembali dan menunggu perbaikan Anda")
    }


def test_without_verifikator_the_camat_is_told_of_the_submission(kantor):
    operator = make_pengguna(peran="operator", instansi=kantor)
    make_pengguna(peran="camat", instansi=kantor)
    make_pengguna(peran="camat", instansi=kantor, is_active=False)
    perjanjian = make_perjanjian(instansi=kantor)

    ambil_langkah(perjanjian, "ajukan", oleh=operator, jabatan="Operator")

    satu = Pemberitahuan.objects.get()
    assert told() == {("camat", "PK 2024 menunggu pengesahan Anda")}
    assert satu.alamat == f"/{kantor.kode}/{TAHUN}/alur/pk-murni/"


def test_notice_says_who_why_and_where(kantor, orang, client):
    lkip = make_lkip(instansi=kantor, status="diajukan", diajukan_oleh=orang["operator"])

    step(lkip, "kembalikan", orang["verifikator"], ALASAN)

    satu = Pemberitahuan.objects.get(pengguna=orang["operator"])
    assert satu.isi == f"Dikembalikan oleh {orang['verifikator']}, Contoh. Alasan: “{ALASAN}”"
    assert satu.alamat == alamat_alur(lkip)


def test_a_step_that_fails_tells_nobody(kantor, orang):
    lkip = make_lkip(instansi=kantor, status="diverifikasi")

    with pytest.raises(ValueError, match="reason"):
        ambil_langkah(lkip, "kembalikan", oleh=orang["camat"], jabatan="Camat")

    assert told() == set()


def test_remark_is_told_to_the_submitter_and_who_reviews_but_not_to_its_writer(kantor, orang):
    lkip = make_lkip(instansi=kantor, status="diajukan", diajukan_oleh=orang["operator"])

    beri_tahu_komentar(make_komentar(lkip=lkip, oleh=orang["verifikator"]))
    beri_tahu_komentar(make_komentar(lkip=lkip, oleh=orang["operator"]))

    assert told() == {
        ("operator", "Komentar pada LKIP 2024"),
        ("verifikator", "Komentar pada LKIP 2024"),
    }
    assert Pemberitahuan.objects.count() == 2


def test_with_a_key_nobody_is_told_twice(kantor, orang):
    isian = {"judul": "Tenggat", "isi": "", "alamat": "/", "kunci": "tenggat-1"}

    baru = [kabari([orang["camat"]], kantor, **isian) for _ in range(2)]

    assert [len(satu) for satu in baru] == [1, 0]


def test_page_counts_what_is_unread_and_opening_marks_it(client, kantor, orang):
    camat = orang["camat"]
    satu = make_pemberitahuan(pengguna=camat, instansi=kantor, alamat="/akun/")
    make_pemberitahuan(pengguna=camat, instansi=kantor)
    client.force_login(camat)

    halaman = client.get("/pemberitahuan/").content.decode()
    assert '<b class="hitungan">2<' in halaman
    assert satu.judul in halaman
    assert satu.isi in halaman

    assert client.post(f"/pemberitahuan/{satu.pk}/").url == "/akun/"
    assert belum_dibaca(camat) == 1
    assert "Semua pemberitahuan ditandai" in client.post(
        "/pemberitahuan/dibaca/", follow=True
    ).content.decode("utf-8")
    assert belum_dibaca(camat) == 0


def test_notices_of_others_and_of_an_office_one_has_left_are_not_found(client, kantor, orang):
    camat = orang["camat"]
    asing = make_pemberitahuan(instansi=kantor)
    lama = make_pemberitahuan(pengguna=camat, judul="Rahasia kantor lama")
    client.force_login(camat)

    for satu in (asing, lama):
        assert client.post(f"/pemberitahuan/{satu.pk}/").status_code == 404
        satu.refresh_from_db()
        assert satu.dibaca_pada is None
    assert "Rahasia kantor lama" not in client.get("/pemberitahuan/").content.decode()

"""From an installation without data to its first office: who may, and where it leads."""

import pytest

from instansi.models import Keanggotaan, Pemda, Pengguna
from tests import factories as buat

pytestmark = pytest.mark.django_db
ISIAN = {
    "kode": "35.09",
    "nama": "Kabupaten Contoh",
    "provinsi": "Jawa Timur",
    "jabatan_kepala": "Bupati Contoh",
}


@pytest.fixture
def pertama(client):
    client.force_login(Pengguna.objects.create_superuser("pertama", password=buat.KATA_SANDI))
    return client


def test_first_user_is_led_from_nothing_to_the_first_office(pertama):
    assert pertama.get("/").url == "/pemda/baru/"

    jawaban = pertama.post("/pemda/baru/", ISIAN, follow=True)

    pemda = Pemda.objects.get()
    assert jawaban.redirect_chain == [(f"/instansi/baru/{pemda.pk}/", 302)]
    keanggotaan = Keanggotaan.objects.get()
    assert (keanggotaan.pengguna.username, keanggotaan.peran) == ("pertama", "admin")
    assert pertama.get("/").url == "/instansi/"


def test_faulty_pemda_is_refused_with_a_reason(pertama):
    jawaban = pertama.post("/pemda/baru/", ISIAN | {"kode": "3509", "provinsi": ""})

    galat = jawaban.context["formulir"].errors
    assert galat["provinsi"] == ["Provinsi belum diisi."]
    assert not Pemda.objects.exists()
    assert not Keanggotaan.objects.exists()


def test_pemda_is_corrected_by_its_admin(client):
    instansi = buat.make_instansi()
    client.force_login(buat.make_pengguna(peran="admin", instansi=instansi))
    tujuan = f"/pemda/{instansi.pemda_id}/"

    client.post(tujuan, ISIAN | {"kode": instansi.pemda.kode, "versi": "1"})

    assert Pemda.objects.get(pk=instansi.pemda_id).jabatan_kepala == "Bupati Contoh"
    assert client.get("/pemda/baru/").status_code == 403


@pytest.mark.parametrize("peran", ["operator", "camat", "evaluator"])
def test_pemda_is_not_for_others(client, peran):
    instansi = buat.make_instansi()
    client.force_login(buat.make_pengguna(peran=peran, instansi=instansi))

    assert client.post("/pemda/baru/", ISIAN).status_code == 403
    assert client.post(f"/pemda/{instansi.pemda_id}/", ISIAN).status_code == 403
    assert not Pemda.objects.filter(nama=ISIAN["nama"]).exists()


def test_an_office_may_go_by_its_code_of_sipd(client):
    pemda = buat.make_pemda()
    admin = buat.make_pengguna()
    Keanggotaan.objects.create(pengguna=admin, peran="admin", pemda=pemda)
    client.force_login(admin)

    jawaban = client.post(
        f"/instansi/baru/{pemda.pk}/",
        {
            "kode": "7.01.0.00.0.00.09.0000",
            "nama": "Kecamatan Contoh",
            "jabatan_pimpinan": "Camat",
            "alamat": "Jl. Contoh Nomor 1",
            "tempat": "Contoh",
            "zona_waktu": "WIB",
        },
    )

    assert jawaban.status_code == 302
    pemda.instansi.get().full_clean()
    assert client.get("/7.01.0.00.0.00.09.0000/tahun/").status_code == 200

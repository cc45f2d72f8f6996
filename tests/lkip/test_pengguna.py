"""Users, roles and offices: what the admin of a pemda can do, and nobody else."""

import re

import pytest

from instansi.models import Instansi, Keanggotaan, Pengguna
from tests import factories as buat

pytestmark = pytest.mark.django_db


@pytest.fixture
def admin(client, instansi):
    client.force_login(buat.make_pengguna(peran="admin", instansi=instansi, username="si-admin"))
    return client


def tambah(client, kantor, **isian):
    kiriman = {"nama": "Siti", "username": "siti", "peran": "operator", "instansi": kantor.pk}
    return client.post(f"/pengguna/baru/{kantor.pemda_id}/", kiriman | isian)


def baca_sandi(jawaban):
    return re.search(r'id="sandi">([^<]+)<', jawaban.content.decode())[1]


def test_new_user_signs_in_with_the_password_shown_once(admin, client, instansi):
    jawaban = tambah(admin, instansi)
    sandi = baca_sandi(jawaban)

    assert re.fullmatch(r"[a-z2-9]{4}(-[a-z2-9]{4}){2}", sandi)
    assert "no-store" in jawaban.headers["Cache-Control"]
    assert sandi not in client.get("/pengguna/").content.decode()
    client.logout()
    assert client.login(username="siti", password=sandi)


def test_given_password_must_be_replaced_before_anything_else(admin, client, instansi):
    sandi = baca_sandi(tambah(admin, instansi))
    client.logout()
    client.login(username="siti", password=sandi)
    kantor = f"/{instansi.kode}/{buat.TAHUN}/isi/sdm/"

    assert client.get(kantor).url == "/akun/sandi/"
    assert client.post(kantor).url == "/akun/sandi/"
    assert "Ganti dahulu" in client.get("/akun/sandi/").content.decode()
    sama = ganti_sandi(client, sandi, sandi).context["formulir"].errors["new_password1"]
    assert sama == ["Kata sandi baru harus berbeda dari yang lama."]

    assert ganti_sandi(client, sandi, "pilihan-saya-sendiri").url == "/"
    assert client.get(kantor).status_code == 200


def test_password_given_anew_must_be_replaced_too(admin, instansi):
    tambah(admin, instansi)
    siti = Pengguna.objects.get(username="siti")
    Pengguna.objects.update(harus_ganti_sandi=False)

    admin.post(f"/pengguna/{siti.pk}/sandi/")

    siti.refresh_from_db()
    assert siti.harus_ganti_sandi


@pytest.mark.parametrize(
    ("baru", "pesan"),
    [
        ("pendek1", "terlalu pendek"),
        ("83649201748", "seluruhnya"),
        ("password123", "terlalu umum"),
        ("", "belum diisi"),
    ],
)
def test_weak_password_is_refused_in_indonesian(client, instansi, baru, pesan):
    client.force_login(buat.make_pengguna(peran="camat", instansi=instansi))

    galat = ganti_sandi(client, buat.KATA_SANDI, baru).context["formulir"].errors

    assert pesan in str(galat)


def ganti_sandi(client, lama, baru):
    kiriman = {"old_password": lama, "new_password1": baru, "new_password2": baru}
    return client.post("/akun/sandi/", kiriman)


@pytest.mark.parametrize(
    ("isian", "bidang"),
    [
        ({"instansi": ""}, "instansi"),
        ({"peran": "seksi"}, "seksi"),
        ({"peran": "raja"}, "peran"),
        ({"username": ""}, "username"),
        ({"username": "SI-ADMIN"}, "username"),
        ({"username": "dua kata"}, "username"),
        ({"nama": ""}, "nama"),
    ],
)
def test_wrong_user_is_refused_with_a_reason(admin, instansi, isian, bidang):
    sebelum = Pengguna.objects.count()

    jawaban = tambah(admin, instansi, **isian)

    assert jawaban.context["formulir"].errors[bidang]
    assert Pengguna.objects.count() == sebelum


def test_scope_follows_the_role(admin, instansi):
    tambah(admin, instansi, username="eva", peran="evaluator")
    tambah(admin, instansi, username="sek", peran="seksi", seksi=instansi.seksi.get().pk)

    eva, sek = (Keanggotaan.objects.get(pengguna__username=nama) for nama in ("eva", "sek"))
    assert (eva.pemda, eva.instansi) == (instansi.pemda, None)
    assert (sek.instansi, sek.seksi) == (instansi, instansi.seksi.get())


def test_unit_or_office_of_another_pemda_is_refused(admin, instansi):
    asing = buat.make_seksi()

    jawaban = tambah(admin, instansi, peran="seksi", instansi=asing.instansi_id, seksi=asing.pk)

    assert {"instansi", "seksi"} <= set(jawaban.context["formulir"].errors)


def test_deactivated_user_cannot_sign_in_and_keeps_the_name(admin, client, instansi):
    tambah(admin, instansi)
    siti = Pengguna.objects.get(username="siti")

    admin.post(f"/pengguna/{siti.pk}/alihkan/")

    siti.refresh_from_db()
    assert not siti.is_active
    assert siti.history.count() == 2
    admin.post(f"/pengguna/{siti.pk}/alihkan/")
    siti.refresh_from_db()
    assert siti.is_active


def test_new_password_replaces_the_old(admin, client, instansi):
    lama = baca_sandi(tambah(admin, instansi))
    siti = Pengguna.objects.get(username="siti")

    baru = baca_sandi(admin.post(f"/pengguna/{siti.pk}/sandi/"))

    client.logout()
    assert not client.login(username="siti", password=lama)
    assert client.login(username="siti", password=baru)


def test_name_of_a_user_is_corrected(admin, instansi):
    tambah(admin, instansi)
    siti = Pengguna.objects.get(username="siti")

    jawaban = admin.post(f"/pengguna/{siti.pk}/", {"nama": "Siti Aminah", "username": "siti.a"})

    assert jawaban.url == "/pengguna/"
    siti.refresh_from_db()
    assert (siti.nama, siti.username) == ("Siti Aminah", "siti.a")
    kembar = admin.post(f"/pengguna/{siti.pk}/", {"nama": "Siti", "username": "SI-ADMIN"})
    assert kembar.context["formulir"].errors["username"] == ["Nama pengguna ini sudah dipakai."]


def test_roles_are_added_once_and_taken_away(admin, instansi):
    tambah(admin, instansi)
    siti = Pengguna.objects.get(username="siti")
    tujuan = f"/pengguna/{siti.pk}/peran/{instansi.pemda_id}/"

    admin.post(tujuan, {"peran": "verifikator", "instansi": instansi.pk})
    ganda = admin.post(tujuan, {"peran": "operator", "instansi": instansi.pk})

    assert "sudah mempunyai peran tersebut" in ganda.content.decode()
    assert {satu.peran for satu in siti.keanggotaan.all()} == {"operator", "verifikator"}
    admin.post(f"/pengguna/peran/{siti.keanggotaan.get(peran='operator').pk}/hapus/")
    assert siti.keanggotaan.get().peran == "verifikator"


def test_admin_does_not_lock_themselves_out(admin):
    sendiri = Pengguna.objects.get(username="si-admin")

    admin.post(f"/pengguna/{sendiri.pk}/alihkan/")
    admin.post(f"/pengguna/peran/{sendiri.keanggotaan.get().pk}/hapus/")

    sendiri.refresh_from_db()
    assert sendiri.is_active
    assert sendiri.keanggotaan.count() == 1


def test_users_of_another_pemda_are_not_found(admin):
    asing = buat.make_pengguna(peran="operator", instansi=buat.make_instansi())

    assert admin.post(f"/pengguna/{asing.pk}/alihkan/").status_code == 404
    assert admin.post(f"/pengguna/{asing.pk}/sandi/").status_code == 404
    hapus = f"/pengguna/peran/{asing.keanggotaan.get().pk}/hapus/"
    assert admin.post(hapus).status_code == 404
    assert asing.username not in admin.get("/pengguna/").content.decode()


@pytest.mark.parametrize("peran", ["operator", "seksi", "verifikator", "camat", "evaluator"])
def test_users_and_offices_are_for_the_admin(client, instansi, peran):
    satu = buat.make_pengguna(peran=peran, instansi=instansi)
    client.force_login(satu)

    assert client.get("/pengguna/").status_code == 403
    assert tambah(client, instansi).status_code == 403
    assert client.post(f"/pengguna/{satu.pk}/sandi/").status_code == 403
    assert client.get(f"/instansi/baru/{instansi.pemda_id}/").status_code == 403
    assert not Pengguna.objects.filter(username="siti").exists()


def test_second_office_is_added_and_its_year_opened(admin, instansi):
    kiriman = {
        "kode": "00.01.77",
        "nama": "Kecamatan Kedua",
        "jabatan_pimpinan": "Camat",
        "alamat": "Jl. Kedua",
        "tempat": "Kedua",
        "zona_waktu": "WIB",
    }

    jawaban = admin.post(f"/instansi/baru/{instansi.pemda_id}/", kiriman)

    assert jawaban.url == "/00.01.77/tahun/"
    assert "Kecamatan Kedua" in admin.get("/instansi/").content.decode()
    admin.post("/00.01.77/tahun/", {"tahun": "2025", "dari": ""})
    assert admin.get("/00.01.77/", follow=True).redirect_chain == [("/00.01.77/2025/", 302)]
    assert Instansi.objects.get(kode="00.01.77").pemda == instansi.pemda


@pytest.mark.parametrize("kode", ["akun", "", "35 09", "../x"])
def test_code_that_could_hide_a_page_is_refused(admin, instansi, kode):
    jawaban = admin.post(f"/instansi/baru/{instansi.pemda_id}/", {"kode": kode, "nama": "x"})

    assert jawaban.context["formulir"].errors["kode"]


def test_own_password_is_changed_with_the_old_one(client, instansi):
    client.force_login(buat.make_pengguna(peran="camat", instansi=instansi, username="camat-uji"))
    baru = "sandi-baru-yang-panjang"
    kiriman = {"old_password": "salah", "new_password1": baru, "new_password2": baru}

    assert client.post("/akun/sandi/", kiriman).context["formulir"].errors["old_password"]
    jawaban = client.post("/akun/sandi/", kiriman | {"old_password": buat.KATA_SANDI}, follow=True)

    assert "Kata sandi diganti." in jawaban.content.decode()
    client.logout()
    assert client.login(username="camat-uji", password=baru)

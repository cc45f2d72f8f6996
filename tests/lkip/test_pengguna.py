"""Users, roles and offices: what the admin of a pemda can do, and nobody else."""

import pytest
from django.test import Client

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


@pytest.mark.parametrize(
    ("baru", "pesan"),
    [
        ("pendek1", "terlalu pendek"),
        ("83649201748", "seluruhnya"),
        ("password123", "terlalu umum"),
        ("", "belum diisi"),
        ("contoh-pengguna", "terlalu mirip dengan nama"),
    ],
)
def test_weak_password_is_refused_in_indonesian(client, instansi, baru, pesan):
    camat = buat.make_pengguna(peran="camat", instansi=instansi, nama="Pengguna Contoh")
    client.force_login(camat)

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
        ({"email": "bukan-surel"}, "email"),
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


def test_deactivated_user_is_signed_out_and_keeps_the_name(admin, instansi):
    tambah(admin, instansi)
    siti = Pengguna.objects.get(username="siti")
    milik_siti = Client()
    milik_siti.force_login(siti)

    admin.post(f"/pengguna/{siti.pk}/keaktifan/", {"aktif": "0"})

    siti.refresh_from_db()
    assert not siti.is_active
    assert not siti.sesi.exists()
    assert milik_siti.get("/akun/").status_code == 302
    assert siti.history.first().history_user.username == "si-admin"
    admin.post(f"/pengguna/{siti.pk}/keaktifan/", {"aktif": "1"})
    siti.refresh_from_db()
    assert siti.is_active


def test_name_of_a_user_is_corrected(admin, instansi):
    tambah(admin, instansi)
    siti = Pengguna.objects.get(username="siti")

    kiriman = {"nama": "Siti Aminah", "username": "siti.a", "email": "siti@example.go.id"}
    jawaban = admin.post(f"/pengguna/{siti.pk}/", kiriman)

    assert jawaban.url == "/pengguna/"
    siti.refresh_from_db()
    assert {nama: getattr(siti, nama) for nama in kiriman} == kiriman
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

    admin.post(f"/pengguna/{sendiri.pk}/keaktifan/", {"aktif": "0"})
    admin.post(f"/pengguna/{sendiri.pk}/tautan/")
    admin.post(f"/pengguna/{sendiri.pk}/alihkan/", {"penerus": sendiri.pk})
    admin.post(f"/pengguna/peran/{sendiri.keanggotaan.get().pk}/hapus/")

    sendiri.refresh_from_db()
    assert sendiri.is_active
    assert sendiri.has_usable_password()
    assert sendiri.keanggotaan.count() == 1


def test_accounts_that_reach_further_than_the_admin_are_not_theirs(admin, instansi):
    di_sini = buat.make_pengguna(peran="camat", instansi=instansi)
    buat.make_keanggotaan(pengguna=di_sini, peran="camat", instansi=buat.make_instansi())
    super_admin = buat.make_pengguna(peran="camat", instansi=instansi, is_superuser=True)

    for satu in (di_sini, super_admin):
        for tindakan in ("", "keaktifan/", "tautan/"):
            assert admin.post(f"/pengguna/{satu.pk}/{tindakan}").status_code == 404
        halaman = admin.get(f"/pengguna/{satu.pk}/alihkan/")
        assert "tutup" not in halaman.context["formulir"].fields
    assert f'Tautan baru<span class="visually-hidden"> untuk {di_sini}' not in (
        admin.get("/pengguna/").content.decode()
    )


def test_user_without_any_role_left_stays_in_the_list(admin, instansi):
    tambah(admin, instansi)
    siti = Pengguna.objects.get(username="siti")
    admin.post(f"/pengguna/peran/{siti.keanggotaan.get().pk}/hapus/")

    assert "Belum mempunyai peran" in admin.get("/pengguna/").content.decode()
    buat.make_keanggotaan(pengguna=siti, instansi=buat.make_instansi())
    assert "siti" not in admin.get("/pengguna/").content.decode()


def test_users_of_another_pemda_are_not_found(admin):
    asing = buat.make_pengguna(peran="operator", instansi=buat.make_instansi())

    for tindakan in ("", "alihkan/", "keaktifan/", "tautan/"):
        assert admin.post(f"/pengguna/{asing.pk}/{tindakan}").status_code == 404
    hapus = f"/pengguna/peran/{asing.keanggotaan.get().pk}/hapus/"
    assert admin.post(hapus).status_code == 404
    assert asing.username not in admin.get("/pengguna/").content.decode()


@pytest.mark.parametrize("peran", ["operator", "seksi", "verifikator", "camat", "evaluator"])
def test_users_and_offices_are_for_the_admin(client, instansi, peran):
    satu = buat.make_pengguna(peran=peran, instansi=instansi)
    client.force_login(satu)

    assert client.get("/pengguna/").status_code == 403
    assert tambah(client, instansi).status_code == 403
    assert client.post(f"/pengguna/{satu.pk}/tautan/").status_code == 403
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
    assert Pengguna.objects.get(username="camat-uji").check_password(baru)

"""Hand-over: who comes has the roles and the open work, who goes has lost them."""

import pytest
from django.test import Client

from instansi.models import Keanggotaan
from tests import factories as buat

pytestmark = pytest.mark.django_db


@pytest.fixture
def instansi():
    return buat.make_laporan_lengkap()


@pytest.fixture
def admin(client, instansi):
    client.force_login(buat.make_pengguna(peran="admin", instansi=instansi, nama="Si Admin"))
    return client


@pytest.fixture
def lama(instansi):
    return buat.make_pengguna(peran="camat", instansi=instansi, nama="Camat Lama")


@pytest.fixture
def baru(instansi):
    return buat.make_pengguna(peran="operator", instansi=instansi, nama="Camat Baru")


def alihkan(admin, lama, baru, peran=None, **isian):
    peran = [satu.pk for satu in peran or lama.keanggotaan.all()]
    kiriman = {"peran": peran, "penerus": baru.pk, "tutup": "on"} | isian
    kiriman = {nama: nilai for nama, nilai in kiriman.items() if nilai != ""}
    return admin.post(f"/pengguna/{lama.pk}/alihkan/", kiriman)


def peran_dari(pengguna):
    return set(pengguna.keanggotaan.values_list("peran", flat=True))


def test_roles_go_to_the_successor_and_the_old_account_is_closed(admin, lama, baru):
    milik_lama = Client()
    milik_lama.force_login(lama)

    assert alihkan(admin, lama, baru).url == "/pengguna/"

    lama.refresh_from_db()
    assert (peran_dari(lama), lama.is_active) == (set(), False)
    assert peran_dari(baru) == {"operator", "camat"}
    assert milik_lama.get("/akun/").status_code == 302


def test_role_is_lost_at_once_where_the_account_stays_open(admin, lama, baru, instansi):
    milik_lama = Client()
    milik_lama.force_login(lama)
    beranda = f"/{instansi.kode}/{buat.TAHUN}/"
    assert milik_lama.get(beranda).status_code == 200

    alihkan(admin, lama, baru, tutup="")

    lama.refresh_from_db()
    assert lama.is_active
    assert milik_lama.get(beranda).status_code == 404


def test_history_tells_who_handed_over_what_and_when(admin, lama, baru):
    keanggotaan = lama.keanggotaan.get()

    alihkan(admin, lama, baru)

    catatan = keanggotaan.history.first()
    assert catatan.pengguna == baru
    assert catatan.prev_record.pengguna == lama
    assert str(catatan.history_user) == "Si Admin"
    assert catatan.history_change_reason == "Dialihkan dari Camat Lama kepada Camat Baru"
    assert catatan.history_date is not None


def test_page_of_both_users_shows_the_history(admin, lama, baru, instansi):
    alihkan(admin, lama, baru)

    for satu in (lama, baru):
        halaman = admin.get(f"/pengguna/{satu.pk}/").content.decode()
        assert "Dialihkan dari Camat Lama kepada Camat Baru" in halaman
        assert "Si Admin" in halaman


def test_history_of_roles_elsewhere_is_not_shown(admin, lama, instansi):
    luar = buat.make_keanggotaan(pengguna=lama, peran="camat", instansi=buat.make_instansi())
    luar.delete()

    riwayat = admin.get(f"/pengguna/{lama.pk}/").context["riwayat"]

    assert {satu["lingkup"] for satu in riwayat} == {instansi}


def test_notices_that_wait_go_along_and_those_read_stay(admin, lama, baru, instansi):
    menunggu = buat.make_pemberitahuan(pengguna=lama, instansi=instansi, judul="Menunggu")
    dibaca = buat.make_pemberitahuan(pengguna=lama, instansi=instansi, dibaca_pada=buat.SAAT)
    tempat_lain = buat.make_pemberitahuan(pengguna=lama)

    alihkan(admin, lama, baru)

    for satu in (menunggu, dibaca, tempat_lain):
        satu.refresh_from_db()
    assert (menunggu.pengguna, dibaca.pengguna, tempat_lain.pengguna) == (baru, lama, lama)
    assert "Peran Camat dialihkan kepada Anda" in baru.pemberitahuan.values_list("judul", flat=True)


def test_reminder_that_both_had_is_not_doubled(admin, lama, baru, instansi):
    for pengguna in (lama, baru):
        buat.make_pemberitahuan(pengguna=pengguna, instansi=instansi, kunci="tenggat-7")

    alihkan(admin, lama, baru)

    assert baru.pemberitahuan.filter(kunci="tenggat-7").count() == 1


def test_role_that_the_successor_has_already_is_only_taken_away(admin, lama, baru, instansi):
    buat.make_keanggotaan(pengguna=baru, peran="camat", instansi=instansi)

    alihkan(admin, lama, baru)

    assert not lama.keanggotaan.exists()
    assert baru.keanggotaan.filter(peran="camat").count() == 1


def test_only_the_chosen_roles_are_handed_over(admin, lama, baru, instansi):
    verifikator = buat.make_keanggotaan(pengguna=lama, peran="verifikator", instansi=instansi)

    alihkan(admin, lama, baru, peran=[verifikator], tutup="")

    assert (peran_dari(lama), peran_dari(baru)) == ({"camat"}, {"operator", "verifikator"})


def test_admin_is_handed_over_by_another_admin(admin, baru, instansi):
    lama = buat.make_pengguna(peran="admin", instansi=instansi)

    alihkan(admin, lama, baru)

    assert "admin" in peran_dari(baru)
    assert Keanggotaan.objects.get(pengguna=baru, peran="admin").pemda == instansi.pemda


def test_one_unit_per_person_in_an_office(admin, instansi):
    lama = buat.make_pengguna(peran="seksi", instansi=instansi, seksi=instansi.seksi.first())
    lain = buat.make_seksi(instansi=instansi)
    baru = buat.make_pengguna(peran="seksi", instansi=instansi, seksi=lain)

    jawaban = alihkan(admin, lama, baru)

    assert "sudah menjadi Seksi pada unit lain" in jawaban.content.decode()
    assert lama.keanggotaan.exists()


@pytest.mark.parametrize("siapa", ["asing", "nonaktif", "sendiri"])
def test_successor_is_an_active_user_of_the_same_pemda(admin, lama, instansi, siapa):
    penerus = {
        "asing": lambda: buat.make_pengguna(peran="camat", instansi=buat.make_instansi()),
        "nonaktif": lambda: buat.make_pengguna(peran="camat", instansi=instansi, is_active=False),
        "sendiri": lambda: lama,
    }[siapa]()

    jawaban = alihkan(admin, lama, penerus)

    assert jawaban.context["formulir"].errors["penerus"]
    assert peran_dari(lama) == {"camat"}


def test_roles_of_another_pemda_are_not_handed_over(admin, lama, baru):
    luar = buat.make_keanggotaan(pengguna=lama, peran="camat", instansi=buat.make_instansi())

    jawaban = alihkan(admin, lama, baru, peran=[luar], tutup="")

    assert jawaban.context["formulir"].errors["peran"]
    luar.refresh_from_db()
    assert luar.pengguna == lama

"""Profil penilaian: rules and scale are saved as a whole, by the admin of the pemda only."""

from decimal import Decimal

import pytest

from lkip.models import KelasPredikat, ProfilPenilaian
from tests import factories as buat

pytestmark = pytest.mark.django_db


@pytest.fixture
def profil(instansi):
    return instansi.pemda.profil_penilaian.get()


@pytest.fixture
def alamat(profil):
    return f"/penilaian/{profil.pk}/"


@pytest.fixture
def admin(client, instansi):
    client.force_login(buat.make_pengguna(peran="admin", instansi=instansi))
    return client


def terkirim(halaman, **ubah):
    """What a browser posts when only `ubah` was typed into the page."""
    isi = {satu.html_name: satu.value() for satu in halaman.context["formulir"]}
    skala = halaman.context["skala"]
    for form in (skala.management_form, *skala.forms):
        isi |= {satu.html_name: satu.value() for satu in form}
    return {nama: nilai for nama, nilai in isi.items() if nilai not in (None, False)} | ubah


def skala(profil):
    return list(profil.kelas.values_list("nama", "batas_bawah"))


def test_posted_as_it_came_changes_nothing(admin, profil, alamat):
    jawaban = admin.post(alamat, terkirim(admin.get(alamat)))

    assert jawaban.url == "/penilaian/"
    assert profil.history.count() == 1
    assert KelasPredikat.history.count() == 5


def test_rules_and_scale_are_saved_together(admin, profil, alamat):
    kiriman = terkirim(admin.get(alamat), batas_rata_rata="120", **{"kelas-0-batas_bawah": "90,5"})

    admin.post(alamat, kiriman)

    profil.refresh_from_db()
    assert profil.batas_rata_rata == 120
    assert skala(profil)[0] == ("Sangat Tinggi", Decimal("90.5"))


def test_new_scale_is_used_at_once(admin, instansi, alamat):
    admin.post(alamat, terkirim(admin.get(alamat), **{"kelas-0-nama": "Istimewa"}))

    assert (
        "Istimewa" in admin.get(f"/{instansi.kode}/{buat.TAHUN}/pratinjau/bab-3/").content.decode()
    )


@pytest.mark.parametrize(
    ("ubah", "pesan"),
    [
        ({"kelas-1-batas_bawah": "91"}, "harus menurun"),
        ({"kelas-4-DELETE": "on"}, "tidak boleh berbatas bawah"),
        ({"kelas-3-batas_bawah": ""}, "Hanya kelas terakhir"),
        ({"kelas-1-nama": "Rendah"}, "tidak boleh sama"),
        ({"kelas-4-terbuka": "on"}, "tanpa batas bawah tidak dapat"),
        ({"kelas-1-nama": ""}, "belum diisi"),
        ({"kelas-1-batas_bawah": "tujuh"}, "Isi dengan angka"),
        ({"batas_rata_rata": "90"}, "paling kecil 100"),
        ({"tenggat_bulan": "13"}, "1–12"),
    ],
)
def test_what_makes_no_sense_is_refused_with_a_reason(admin, profil, alamat, ubah, pesan):
    sebelum = skala(profil)

    isi = admin.post(alamat, terkirim(admin.get(alamat), **ubah)).content.decode()

    assert pesan in isi
    assert skala(profil) == sebelum
    profil.refresh_from_db()
    assert profil.versi == 1


def test_classes_are_added_removed_and_may_be_none(admin, profil, alamat):
    hapus = {f"kelas-{nomor}-DELETE": "on" for nomor in range(5)}
    baru = {"kelas-5-nama": "Baik", "kelas-5-batas_bawah": "70", "kelas-6-nama": "Kurang"}

    admin.post(alamat, terkirim(admin.get(alamat), **hapus, **baru))
    assert skala(profil) == [("Baik", 70), ("Kurang", None)]

    dua = {f"kelas-{nomor}-DELETE": "on" for nomor in range(2)}
    admin.post(alamat, terkirim(admin.get(alamat), **dua))
    assert skala(profil) == []


def test_bounds_may_change_places(admin, profil, alamat):
    tukar = {"kelas-0-batas_bawah": "76", "kelas-1-batas_bawah": "91"}

    admin.post(alamat, terkirim(admin.get(alamat), **tukar))

    assert skala(profil)[:2] == [("Tinggi", 91), ("Sangat Tinggi", 76)]


def test_scale_changed_by_somebody_else_is_shown_before_it_is_replaced(admin, profil, alamat):
    kiriman = terkirim(admin.get(alamat))
    admin.post(alamat, kiriman | {"kelas-0-batas_bawah": "95"})

    kedua = admin.post(alamat, kiriman | {"kelas-0-batas_bawah": "92"})

    assert "diubah orang lain" in kedua.content.decode()
    assert "≥ 95" in kedua.content.decode()
    assert skala(profil)[0] == ("Sangat Tinggi", 95)
    admin.post(alamat, terkirim(kedua))
    assert skala(profil)[0] == ("Sangat Tinggi", 92)


def test_new_profile_starts_from_the_latest(admin, instansi):
    tujuan = f"/penilaian/baru/{instansi.pemda_id}/"

    admin.post(tujuan, terkirim(admin.get(tujuan)))

    baru = ProfilPenilaian.objects.get(tahun=buat.TAHUN + 1)
    assert [nama for nama, _ in skala(baru)] == [nama for nama, _ in buat.KELAS]


def test_second_profile_of_a_year_is_refused(admin, instansi):
    tujuan = f"/penilaian/baru/{instansi.pemda_id}/"

    jawaban = admin.post(tujuan, terkirim(admin.get(tujuan), tahun=str(buat.TAHUN)))

    assert "tahun tersebut sudah ada" in jawaban.content.decode()
    assert ProfilPenilaian.objects.count() == 1


def test_profile_of_a_signed_report_is_read_only(admin, instansi, profil, alamat):
    kiriman = terkirim(admin.get(alamat), batas_rata_rata="120")
    instansi.lkip.update(tahun=buat.TAHUN - 1)
    buat.make_lkip(instansi=instansi, status="disahkan")

    assert "hanya dapat dibaca" in admin.get(alamat).content.decode()
    assert admin.post(alamat, kiriman).status_code == 403


@pytest.mark.parametrize("peran", ["operator", "seksi", "verifikator", "camat", "evaluator"])
def test_profiles_are_for_the_admin(client, instansi, alamat, peran):
    client.force_login(buat.make_pengguna(peran=peran, instansi=instansi))

    for tujuan in ("/penilaian/", f"/penilaian/baru/{instansi.pemda_id}/", alamat):
        assert client.get(tujuan).status_code == 403


def test_profile_of_another_pemda_is_not_found(client, instansi, alamat):
    client.force_login(buat.make_pengguna(peran="admin", instansi=buat.make_instansi()))

    assert client.get(alamat).status_code == 404
    assert client.get(f"/penilaian/baru/{instansi.pemda_id}/").status_code == 404
    assert "2024" not in client.get("/penilaian/").content.decode()

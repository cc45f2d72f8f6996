"""Forms of the office: profile, officials, area, emblem; who may, and what is refused."""

from datetime import date
from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from instansi.models import (
    MataPencaharian,
    Pejabat,
    ProfilWilayah,
)
from tests import factories as buat
from tests.lkip.alamat import alamat
from tests.lkip.pengajuan_uji import ajukan

pytestmark = pytest.mark.django_db


def terkirim(halaman, **ubah):
    """What a browser posts when only `ubah` was typed into the form of this page."""
    formulir = halaman.context["formulir"]
    isi = {bidang.html_name: bidang.value() for bidang in formulir}
    return {nama: nilai for nama, nilai in isi.items() if nilai is not None} | ubah


# forms


def test_profil_is_saved(operator, instansi):
    tujuan = alamat(instansi, "profil/ubah/")

    jawaban = operator.post(tujuan, terkirim(operator.get(tujuan), telepon="(0331) 123"))

    assert jawaban.url == alamat(instansi, "profil/")
    instansi.refresh_from_db()
    assert (instansi.telepon, instansi.versi) == ("(0331) 123", 2)


def test_profil_shows_the_conflict_and_keeps_both(operator, instansi):
    tujuan = alamat(instansi, "profil/ubah/")
    kiriman = terkirim(operator.get(tujuan), telepon="111")
    operator.post(tujuan, kiriman)

    isi = operator.post(tujuan, kiriman | {"telepon": "222"}).content.decode()

    assert "diubah orang lain" in isi
    assert 'value="222"' in isi
    instansi.refresh_from_db()
    assert instansi.telepon == "111"


def test_new_pejabat_of_a_unit_or_of_the_office(operator, instansi):
    tujuan = alamat(instansi, "pejabat/baru/")
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
    tujuan = alamat(instansi, "pejabat/baru/")
    benar = terkirim(operator.get(tujuan), nama="Siti", jabatan="Kasi", mulai="2/1/2024")

    assert pesan in operator.post(tujuan, benar | {kolom: teks}).content.decode()
    assert not Pejabat.objects.filter(jabatan="Kasi").exists()


@pytest.mark.parametrize("teks", ["196706241988031002", "19670624 198803 1 002"])
def test_nip_is_read_with_or_without_spaces_and_shown_with_them(operator, instansi, teks):
    tujuan = alamat(instansi, "pejabat/baru/")
    isian = terkirim(operator.get(tujuan), nama="Siti", jabatan="Kasi", mulai="2/1/2024", nip=teks)

    operator.post(tujuan, isian)

    siti = Pejabat.objects.get(nama="Siti")
    assert siti.nip == "196706241988031002"
    for halaman in (alamat(instansi, "pejabat/"), alamat(instansi, f"pejabat/{siti.pk}/")):
        assert "19670624 198803 1 002" in operator.get(halaman).content.decode()


def test_first_head_of_an_office_starts_with_the_jabatan_of_the_office(operator, instansi):
    tujuan = alamat(instansi, "pejabat/baru/")
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

    jawaban = operator.post(alamat(instansi, f"pejabat/{bebas.pk}/hapus/"))

    assert jawaban.url == alamat(instansi, "pejabat/")
    assert not Pejabat.objects.filter(nama="Bebas").exists()


def test_head_of_the_pemda_is_for_the_admin(client, instansi):
    kepala = Pejabat.objects.get(peran="kepala_daerah")
    for peran, status in (("operator", 403), ("admin", 200)):
        client.force_login(buat.make_pengguna(peran=peran, instansi=instansi))
        assert client.get(alamat(instansi, f"pejabat/{kepala.pk}/")).status_code == status
        assert client.get(alamat(instansi, "pejabat/kepala-daerah/baru/")).status_code == status
        assert client.get(alamat(instansi, "profil/lambang/")).status_code == status


def test_pejabat_of_another_office_is_not_found(operator, instansi):
    asing = buat.make_pejabat()

    assert operator.get(alamat(instansi, f"pejabat/{asing.pk}/")).status_code == 404
    assert operator.post(alamat(instansi, f"pejabat/{asing.pk}/hapus/")).status_code == 404


def test_new_year_of_the_area_starts_from_the_one_before(operator, instansi):
    ProfilWilayah.objects.update(tahun=buat.TAHUN - 1)
    tujuan = alamat(instansi, "wilayah/ubah/")
    halaman = operator.get(tujuan)

    operator.post(tujuan, terkirim(halaman, laki_laki="10.300"))

    baru = ProfilWilayah.objects.get(tahun=buat.TAHUN)
    assert (baru.laki_laki, baru.perempuan, baru.luas_km2) == (10300, 10400, 42.5)
    assert MataPencaharian.objects.filter(profil=baru).count() == 1


FORMULIR = ["profil/ubah/", "pejabat/baru/", "wilayah/ubah/"]


@pytest.mark.parametrize("formulir", FORMULIR)
def test_forms_of_a_submitted_year_are_read_only(operator, instansi, formulir):
    kiriman = terkirim(operator.get(alamat(instansi, formulir)))
    ajukan(instansi)

    assert "hanya dapat dibaca" in operator.get(alamat(instansi, formulir)).content.decode()
    assert operator.post(alamat(instansi, formulir), kiriman).status_code == 403


@pytest.mark.parametrize("formulir", FORMULIR)
@pytest.mark.parametrize("peran", ["seksi", "verifikator", "camat"])
def test_forms_are_for_operator_and_admin(client, instansi, formulir, peran):
    client.force_login(buat.make_pengguna(peran=peran, instansi=instansi))

    assert client.get(alamat(instansi, formulir)).status_code == 403
    assert client.post(alamat(instansi, formulir), {"nama": "x"}).status_code == 403


def gambar(format="JPEG", ukuran=(2000, 1000)):
    isi = BytesIO()
    Image.new("RGB", ukuran, "red").save(isi, format)
    return isi.getvalue()


def test_emblem_is_drawn_anew(client, instansi):
    client.force_login(buat.make_pengguna(peran="admin", instansi=instansi))
    tujuan = alamat(instansi, "profil/lambang/")
    unggahan = SimpleUploadedFile("lambang.jpg", gambar())

    client.post(tujuan, {"lambang": unggahan, "versi": instansi.pemda.versi})

    instansi.pemda.refresh_from_db()
    with instansi.pemda.lambang.open() as berkas, Image.open(berkas) as hasil:
        assert (hasil.format, hasil.size) == ("PNG", (800, 400))


def test_emblem_that_is_no_picture_is_refused(client, instansi):
    client.force_login(buat.make_pengguna(peran="admin", instansi=instansi))
    berkas = SimpleUploadedFile("lambang.png", b"MZ\x00\x00bukan gambar")

    jawaban = client.post(alamat(instansi, "profil/lambang/"), {"lambang": berkas, "versi": 1})

    assert jawaban.context["formulir"].errors["lambang"]
    instansi.pemda.refresh_from_db()
    assert not instansi.pemda.lambang

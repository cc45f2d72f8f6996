"""Forms of one record: what is saved, merged, refused, and shown as a conflict."""

from datetime import date
from decimal import Decimal

import pytest

from instansi.models import Pejabat, ProfilWilayah, Seksi
from lkip.forms.dasar import FormulirBerversi
from tests import factories as buat

pytestmark = pytest.mark.django_db


class SeksiForm(FormulirBerversi):
    class Meta(FormulirBerversi.Meta):
        model = Seksi
        fields = ("nama", "induk", "urutan")


class WilayahForm(FormulirBerversi):
    class Meta(FormulirBerversi.Meta):
        model = ProfilWilayah
        fields = ("luas_km2", "laki_laki", "perempuan", "sumber", "tahun")


class PejabatForm(FormulirBerversi):
    class Meta(FormulirBerversi.Meta):
        model = Pejabat
        fields = ("nama", "mulai", "selesai")


@pytest.fixture
def seksi():
    return buat.make_seksi(nama="Pelayanan", urutan=1)


def isi(objek, **ubah):
    """What a browser posts when `ubah` was typed into the form of this record."""
    terbuka = {"nama": objek.nama, "induk": objek.induk_id or "", "urutan": str(objek.urutan)}
    return terbuka | {"versi": objek.versi} | ubah


def formulir(objek, **ubah):
    return SeksiForm(isi(objek, **ubah), instance=Seksi.objects.get(pk=objek.pk))


def test_saves_and_counts_the_version(seksi):
    assert formulir(seksi, nama="Pelayanan Umum").simpan()

    seksi.refresh_from_db()
    assert (seksi.nama, seksi.versi) == ("Pelayanan Umum", 2)


def test_the_same_again_leaves_no_trace(seksi):
    assert formulir(seksi).simpan()

    assert seksi.history.count() == 1


def test_different_fields_are_merged(seksi):
    assert formulir(seksi, nama="Pelayanan Umum").simpan()
    assert formulir(seksi, urutan="7").simpan()

    seksi.refresh_from_db()
    assert (seksi.nama, seksi.urutan, seksi.versi) == ("Pelayanan Umum", 7, 3)


def test_same_field_is_a_conflict_and_the_next_save_decides(seksi):
    formulir(seksi, nama="Punya Siti", urutan="5").simpan()

    kedua = formulir(seksi, nama="Punya Andi")

    assert not kedua.simpan()
    assert [(satu.isian, satu.tersimpan) for satu in kedua.bentrok] == [
        ("Punya Andi", "Punya Siti")
    ]
    assert kedua["nama"].value() == "Punya Andi"
    assert kedua["urutan"].value() == "5"
    assert Seksi.objects.get().nama == "Punya Siti"

    assert SeksiForm(kedua.data, instance=Seksi.objects.get()).simpan()
    tersimpan = Seksi.objects.get()
    assert (tersimpan.nama, tersimpan.urutan) == ("Punya Andi", 5)


def test_conflict_names_choices_by_their_label(seksi):
    atas, lain = (buat.make_seksi(instansi=seksi.instansi, nama=nama) for nama in ("Atas", "Lain"))
    formulir(seksi, induk=str(atas.pk)).simpan()

    kedua = formulir(seksi, induk=str(lain.pk))

    assert not kedua.simpan()
    assert [(satu.isian, satu.tersimpan) for satu in kedua.bentrok] == [("Lain", "Atas")]


def test_constraints_with_fields_outside_the_form_are_told(seksi):
    lain = buat.make_seksi(instansi=seksi.instansi, nama="Lain")

    salah = formulir(lain, nama="Pelayanan")

    assert not salah.simpan()
    assert salah.non_field_errors() == ["Unit organisasi dengan nama ini sudah ada."]
    assert Seksi.objects.get(pk=lain.pk).nama == "Lain"


def test_new_record_is_checked_and_made():
    instansi = buat.make_instansi()
    baru = SeksiForm({"nama": "Baru", "urutan": "1"}, instance=Seksi(instansi=instansi))

    assert baru.simpan()
    assert instansi.seksi.get().versi == 1


def test_numbers_are_read_as_in_grids():
    profil = buat.make_profil_wilayah()
    kiriman = {"luas_km2": "1.042,50", "laki_laki": "10.250", "perempuan": "-", "versi": "1"}

    salah = WilayahForm(kiriman | {"luas_km2": "42.50", "tahun": "2024"}, instance=profil)
    assert not salah.simpan()
    assert "dapat dibaca lebih dari satu cara" in salah.errors["luas_km2"][0]

    kosong = WilayahForm(kiriman | {"tahun": "2024"}, instance=profil)
    assert not kosong.simpan()
    assert "laki-laki dan perempuan" in kosong.non_field_errors()[0]

    benar = WilayahForm(kiriman | {"perempuan": "0", "tahun": "2024"}, instance=profil)
    assert benar.simpan()
    profil.refresh_from_db()
    assert (profil.luas_km2, profil.laki_laki, profil.perempuan) == (Decimal("1042.50"), 10250, 0)


def test_what_is_shown_reads_back_as_the_same(seksi):
    profil = buat.make_profil_wilayah()
    lihat = WilayahForm(instance=profil)

    assert [lihat[nama].value() for nama in ("luas_km2", "laki_laki", "tahun")] == [
        "42,5",
        "10.250",
        "2024",
    ]
    kiriman = {nama: lihat[nama].value() for nama in lihat.fields}
    assert WilayahForm(kiriman, instance=profil).simpan()
    assert profil.history.count() == 1


@pytest.mark.parametrize("tulisan", ["10/02/2025", "10 Februari 2025", "2025-02-10"])
def test_days_are_read_in_every_usual_form(tulisan):
    pejabat = buat.make_pejabat()
    kiriman = {"nama": pejabat.nama, "mulai": tulisan, "selesai": "", "versi": "1"}

    assert PejabatForm(kiriman, instance=pejabat).simpan()
    pejabat.refresh_from_db()
    assert pejabat.mulai == date(2025, 2, 10)


def test_missing_field_is_named():
    salah = SeksiForm({}, instance=Seksi(instansi=buat.make_instansi()))

    assert not salah.simpan()
    assert salah.errors["nama"] == ["Nama belum diisi."]
    assert not Seksi.objects.exists()

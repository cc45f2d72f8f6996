"""New photos, several in one form or one by one: all that were meant, in their order, each once."""

import pytest
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import RequestFactory

from lkip.forms.foto import FotoBaruForm
from lkip.models import LKIP, Foto
from tests import factories as buat
from tests.lkip.serentak import utas
from tests.lkip.test_isian_foto import ajukan, alamat, instansi, operator, potret

__all__ = ["instansi", "operator", "utas"]

pytestmark = pytest.mark.django_db

KIRIMAN = "0123456789abcdef" * 2
BUKAN_FOTO = b"MZ\x90\x00 program"


def berkas(nomor, isi=None):
    return SimpleUploadedFile(f"IMG_{nomor}.jpg", isi or potret((40 + nomor, 30)))


def kirim(client, instansi, *semua, json=False, **kolom):
    """Post photos as the form does, or as its script does with one of them."""
    isian = {"berkas": semua, "keterangan": "Rapat", "urutan": "5", "kiriman": KIRIMAN}
    kepala = {"accept": "application/json"} if json else {}
    return client.post(alamat(instansi, "foto", "baru"), isian | kolom, headers=kepala)


def rapat():
    return Foto.objects.filter(keterangan__startswith="Rapat")


# several in one form


def test_photos_of_one_form_share_what_is_said_and_keep_their_order(operator, instansi):
    jawaban = kirim(operator, instansi, *map(berkas, (3, 1, 2)), lokasi="Aula")

    assert jawaban.status_code == 302
    assert list(rapat().values_list("lokasi", "urutan")) == [("Aula", 5), ("Aula", 6), ("Aula", 7)]
    assert [satu.berkas.width for satu in rapat()] == [43, 41, 42]
    halaman = operator.get(jawaban.url).content.decode()
    assert "3 foto berketerangan sama" in halaman


def test_one_that_is_no_photo_keeps_the_whole_form_from_being_saved(operator, instansi):
    jawaban = kirim(operator, instansi, berkas(1), berkas(2, BUKAN_FOTO), berkas(3))

    [galat] = jawaban.context["formulir"].errors["berkas"]
    assert galat.startswith("IMG_2.jpg: Unggah gambar yang valid.")
    assert not rapat().exists()


def test_what_is_found_wrong_late_undoes_the_photos_before_it(operator, instansi, monkeypatch):
    def clean(foto):
        if foto.urutan == 7:
            raise ValidationError({"urutan": "Terlalu besar."})

    monkeypatch.setattr(Foto, "clean", clean)
    jawaban = kirim(operator, instansi, *map(berkas, (1, 2, 3)))

    assert jawaban.context["formulir"].errors["urutan"] == ["Terlalu besar."]
    assert "berketerangan sama" not in jawaban.content.decode()
    assert not rapat().exists()


def test_too_many_in_one_form_are_refused(operator, instansi):
    jawaban = kirim(operator, instansi, *map(berkas, range(21)))

    assert jawaban.context["formulir"].errors["berkas"] == [
        "Kirim paling banyak 20 foto sekaligus."
    ]
    assert not rapat().exists()


def test_form_without_photo_is_refused(operator, instansi):
    jawaban = kirim(operator, instansi)

    assert jawaban.context["formulir"].errors["berkas"] == ["Foto belum diisi."]


def test_form_posted_twice_stores_its_photos_once(operator, instansi):
    halaman = operator.get(alamat(instansi, "foto", "baru")).context["formulir"]["kiriman"].value()

    for _ in range(2):
        kirim(operator, instansi, berkas(1), berkas(2), berkas(1), kiriman=halaman)

    assert [satu.berkas.width for satu in rapat()] == [41, 42, 41]


# one by one


def test_script_is_told_what_was_stored_and_where_to_change_it(operator, instansi):
    jawaban = kirim(operator, instansi, berkas(1), json=True)

    foto = rapat().get()
    assert jawaban.json() == {"keterangan": "Rapat", "ubah": alamat(instansi, "foto", foto.pk)}


@pytest.mark.parametrize(
    ("satu", "kolom", "galat"),
    [
        pytest.param(BUKAN_FOTO, {}, ["berkas"], id="program"),
        pytest.param(None, {"keterangan": ""}, ["keterangan"], id="tanpa-keterangan"),
        pytest.param(None, {"keterangan": "a" * 161}, ["keterangan"], id="terlalu-panjang"),
        pytest.param(None, {"tanggal": "kemarin"}, ["tanggal"], id="tanggal"),
    ],
)
def test_script_is_told_by_field_why_a_photo_is_refused(operator, instansi, satu, kolom, galat):
    jawaban = kirim(operator, instansi, berkas(1, satu), json=True, **kolom)

    assert (jawaban.status_code, list(jawaban.json()["galat"])) == (422, galat)
    assert not Foto.objects.filter(lkip__instansi=instansi, urutan=5).exists()


def test_script_too_is_refused_once_the_year_was_submitted(operator, instansi):
    ajukan(instansi)

    assert kirim(operator, instansi, berkas(1), json=True).status_code == 403


# sent again


def test_photo_sent_again_after_a_lost_answer_is_stored_once(operator, instansi):
    pertama = kirim(operator, instansi, berkas(1), json=True)
    kedua = kirim(operator, instansi, berkas(1), json=True)

    assert pertama.json() == kedua.json()
    assert rapat().get().versi == 1


def test_caption_typed_since_goes_to_the_photo_that_was_stored(operator, instansi):
    kirim(operator, instansi, berkas(1), json=True)

    jawaban = kirim(operator, instansi, berkas(1), json=True, keterangan="Rapat kerja")

    assert jawaban.json()["keterangan"] == "Rapat kerja"
    assert rapat().values_list("keterangan", "versi").get() == ("Rapat kerja", 2)


def test_what_somebody_has_changed_since_stays(operator, instansi):
    kirim(operator, instansi, berkas(1), json=True)
    rapat().update(keterangan="Rapat koordinasi", versi=2)

    jawaban = kirim(operator, instansi, berkas(1), json=True)

    assert jawaban.json()["keterangan"] == rapat().get().keterangan == "Rapat koordinasi"


def test_other_photo_of_the_same_page_is_a_new_one(operator, instansi):
    kirim(operator, instansi, berkas(1))
    kirim(operator, instansi, berkas(2))

    assert rapat().count() == 2


def test_same_photo_of_another_page_or_person_is_a_new_one(operator, instansi):
    kirim(operator, instansi, berkas(1))
    kirim(operator, instansi, berkas(1), kiriman="f" * 32)
    kirim(operator, instansi, berkas(1), kiriman="")
    kirim(operator, instansi, berkas(1), kiriman="")
    operator.force_login(buat.make_pengguna(peran="operator", instansi=instansi))
    kirim(operator, instansi, berkas(1))

    assert rapat().count() == 5


def test_photo_sent_four_times_at_once_is_stored_once(utas):
    instansi = buat.make_laporan_lengkap()
    pengguna = buat.make_pengguna(peran="operator", instansi=instansi)
    lkip = LKIP.objects.get(instansi=instansi)
    isi = potret((41, 30))

    def unggah():
        isian = {"keterangan": "Rapat", "urutan": "5", "kiriman": KIRIMAN, "berkas": berkas(1, isi)}
        minta = RequestFactory().post("/", isian)
        formulir = FotoBaruForm(
            minta.POST, minta.FILES, instance=Foto(lkip=lkip), pengguna=pengguna
        )
        return formulir.simpan(), formulir.tersimpan[0].pk

    hasil = utas(*[unggah] * 4)

    assert len(set(hasil)) == 1
    assert utas(lambda: list(rapat().values_list("pk", flat=True))) == [[hasil[0][1]]]

"""Entry of photos and attachments: what is kept, what is refused, who may."""

from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from lkip.models import LKIP, Foto, Lampiran
from tests import factories as buat

pytestmark = pytest.mark.django_db


@pytest.fixture
def instansi():
    return buat.make_laporan_lengkap()


@pytest.fixture
def operator(client, instansi):
    client.force_login(buat.make_pengguna(peran="operator", instansi=instansi))
    return client


def alamat(instansi, *bagian):
    return "/" + "/".join([instansi.kode, str(buat.TAHUN), *map(str, bagian)]) + "/"


def ajukan(instansi):
    LKIP.objects.filter(instansi=instansi).update(tahun=buat.TAHUN - 5)
    return buat.make_lkip(instansi=instansi, status="diajukan")


# photos


def potret(ukuran=(2400, 1200), **simpan):
    isi = BytesIO()
    Image.new("RGB", ukuran, "red").save(isi, "JPEG", **simpan)
    return isi.getvalue()


def unggah(client, instansi, isi, nama="foto.jpg", **kolom):
    kiriman = {"berkas": SimpleUploadedFile(nama, isi), "keterangan": "Rapat", "urutan": "1"}
    return client.post(alamat(instansi, "foto", "baru"), kiriman | kolom)


def test_photo_is_shrunk_and_forgets_where_it_was_taken(operator, instansi):
    exif = Image.Exif()
    exif[0x0112] = 6
    exif.get_ifd(0x8825)[1] = "S"

    unggah(operator, instansi, potret(exif=exif), tanggal="7 Februari 2024")

    foto = Foto.objects.get(keterangan="Rapat")
    with foto.berkas.open() as berkas, Image.open(berkas) as hasil:
        assert (hasil.format, hasil.size) == ("JPEG", (800, 1600))
        assert not hasil.getexif()
    halaman = operator.get(alamat(instansi, "foto")).content.decode()
    assert "Rapat" in halaman
    jawaban = operator.get(f"{alamat(instansi, 'berkas')}{foto.berkas.name}")
    assert b"".join(jawaban.streaming_content).startswith(b"\xff\xd8")


def test_png_without_background_is_white_where_it_is_empty(operator, instansi):
    isi = BytesIO()
    Image.new("RGBA", (40, 30)).save(isi, "PNG")

    unggah(operator, instansi, isi.getvalue(), "bagan.png")

    with Foto.objects.get(keterangan="Rapat").berkas.open() as berkas, Image.open(berkas) as hasil:
        assert hasil.getpixel((20, 15)) == (255, 255, 255)


@pytest.mark.parametrize(
    ("isi", "nama"),
    [
        pytest.param(b"MZ\x90\x00 program", "foto.jpg", id="program"),
        pytest.param(b"\xff\xd8\xff" + b"0" * (10 * 1024 * 1024), "foto.jpg", id="besar"),
        pytest.param(potret((8000, 5001)), "foto.jpg", id="terlalu-banyak-piksel"),
        pytest.param(potret(), "foto.exe", id="nama-program"),
    ],
)
def test_what_is_no_usable_photo_is_refused(operator, instansi, isi, nama):
    jawaban = unggah(operator, instansi, isi, nama)

    assert jawaban.context["formulir"].errors["berkas"]
    assert not Foto.objects.filter(keterangan="Rapat").exists()


def test_photo_without_caption_is_refused(operator, instansi):
    jawaban = unggah(operator, instansi, potret(), keterangan="")

    assert jawaban.context["formulir"].errors["keterangan"] == ["Keterangan belum diisi."]


def test_caption_is_changed_without_sending_the_photo_again(operator, instansi):
    foto = Foto.objects.get()
    tujuan = alamat(instansi, "foto", foto.pk)

    operator.post(tujuan, {"keterangan": "Musrenbang", "urutan": "1", "versi": "1"})

    foto.refresh_from_db()
    assert (foto.keterangan, foto.berkas.name) == ("Musrenbang", buat.BERKAS_FOTO)


def test_photo_is_deleted(operator, instansi):
    operator.post(alamat(instansi, "foto", Foto.objects.get().pk, "hapus"))

    assert not Foto.objects.exists()


def test_seksi_shows_its_own_sub_kegiatan_only(client, instansi):
    seksi = buat.make_seksi(instansi=instansi)
    client.force_login(buat.make_pengguna(peran="seksi", instansi=instansi, seksi=seksi))
    sub = instansi.program.get().kegiatan.get().sub_kegiatan.first()

    assert "sub_kegiatan" in unggah(client, instansi, potret()).context["formulir"].errors
    jawaban = unggah(client, instansi, potret(), sub_kegiatan=sub.pk)
    assert "sub_kegiatan" in jawaban.context["formulir"].errors
    asing = Foto.objects.get()
    assert client.post(alamat(instansi, "foto", asing.pk, "hapus")).status_code == 403

    type(sub).objects.filter(pk=sub.pk).update(seksi=seksi)
    assert unggah(client, instansi, potret(), sub_kegiatan=sub.pk).status_code == 302
    sendiri = Foto.objects.get(keterangan="Rapat")
    assert client.post(alamat(instansi, "foto", sendiri.pk, "hapus")).status_code == 302


def test_photos_of_a_submitted_year_stay(operator, instansi):
    foto = buat.make_foto(lkip=ajukan(instansi))

    assert unggah(operator, instansi, potret()).status_code == 403
    assert operator.post(alamat(instansi, "foto", foto.pk, "hapus")).status_code == 403
    assert operator.get(alamat(instansi, "foto")).status_code == 200


# attachments


def lampirkan(client, instansi, isi, nama):
    kiriman = {"judul": "Piagam", "jenis": "penghargaan", "urutan": "1"}
    berkas = {"berkas": SimpleUploadedFile(nama, isi)}
    return client.post(alamat(instansi, "lampiran", "baru"), kiriman | berkas)


def test_attachment_is_kept_as_it_came(operator, instansi):
    lampirkan(operator, instansi, b"%PDF-1.7 isi", "piagam.pdf")

    lampiran = Lampiran.objects.get(judul="Piagam")
    jawaban = operator.get(alamat(instansi, "lampiran", lampiran.pk, "berkas"))
    assert b"".join(jawaban.streaming_content) == b"%PDF-1.7 isi"
    assert "attachment" in jawaban.headers["Content-Disposition"]


@pytest.mark.parametrize(
    ("isi", "nama"), [(b"MZ program", "a.pdf"), (b"%PDF-1.7", "a.png"), (b"x", "a.exe")]
)
def test_attachment_that_is_not_what_it_says_is_refused(operator, instansi, isi, nama):
    jawaban = lampirkan(operator, instansi, isi, nama)

    assert jawaban.context["formulir"].errors["berkas"]
    assert not Lampiran.objects.filter(judul="Piagam").exists()


def test_attachment_without_file_has_nothing_to_download(operator, instansi):
    lampiran = Lampiran.objects.get()

    assert operator.get(alamat(instansi, "lampiran", lampiran.pk, "berkas")).status_code == 404


def test_attachment_of_another_office_is_not_found(operator, instansi):
    asing = buat.make_lampiran()

    assert operator.get(alamat(instansi, "lampiran", asing.pk)).status_code == 404
    assert operator.post(alamat(instansi, "lampiran", asing.pk, "hapus")).status_code == 404

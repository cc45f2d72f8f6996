"""Entry of narrative, photos and attachments: what is kept, what is refused, who may."""

from datetime import timedelta
from io import BytesIO
from types import SimpleNamespace
from xml.etree import ElementTree

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from lkip.dokumen.html import render_html
from lkip.dokumen.pdf import TAG_KOSONG
from lkip.laporan import build_laporan
from lkip.models import LKIP, Foto, Lampiran, Narasi
from lkip.naskah import bersihkan, html_dari_teks
from lkip.naskah_teks import html_dari_isian, teks_dari_html
from lkip.naskah_versi import pilih_versi
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


# text and HTML


@pytest.mark.parametrize(
    ("teks", "kode"),
    [
        ("Satu.\n\nDua.", "<p>Satu.</p><p>Dua.</p>"),
        ("1. satu\n2. dua", "<ol><li>satu</li><li>dua</li></ol>"),
        ("- satu\n- dua", "<ul><li>satu</li><li>dua</li></ul>"),
        ("a < b & c", "<p>a &lt; b &amp; c</p>"),
        ("", ""),
    ],
)
def test_lines_become_html_and_back(teks, kode):
    assert html_dari_isian(teks) == kode
    assert teks_dari_html(kode) == teks


@pytest.mark.parametrize(
    "kode",
    [
        "<p>Yang <strong>penting</strong></p>",
        "<table><tbody><tr><td>1</td></tr></tbody></table>",
        "<p>satu<br>dua</p>",
        "<ul><li>a<ul><li>b</li></ul></li></ul>",
    ],
)
def test_what_lines_cannot_say_keeps_its_tags(kode):
    assert teks_dari_html(kode) == kode
    assert html_dari_isian(kode) == kode


@given(st.text(alphabet="ab <>&.-1\n", max_size=40))
def test_saving_what_is_shown_changes_nothing(teks):
    kode = html_dari_teks(teks)

    assert html_dari_isian(teks_dari_html(kode)) == kode


def test_typed_html_is_cleaned():
    kotor = '<p onclick="x()">Halo<script>alert(1)</script></p>'

    assert html_dari_isian(kotor) == bersihkan(kotor) == "<p>Halo</p>"


# narrative


def test_section_is_written_and_printed(operator, instansi):
    tujuan = alamat(instansi, "naskah", "penutup")

    jawaban = operator.post(tujuan, {"isi": "Terima kasih.\n\n1. satu\n2. dua", "versi": ""})

    assert jawaban.url == alamat(instansi, "naskah")
    assert Narasi.objects.get(bagian="penutup").isi == (
        "<p>Terima kasih.</p><ol><li>satu</li><li>dua</li></ol>"
    )
    assert "Terima kasih." in operator.get(alamat(instansi, "pratinjau", "bab-4")).content.decode()


@pytest.mark.parametrize(
    ("isi", "pesan"),
    [
        ("a" * 30_000, "paling panjang 30.000 karakter; sekarang 30.007"),
        ("<p>a</p>" + "<span>" * 170_000, "terlalu panjang untuk disimpan"),
    ],
)
def test_endless_narrative_is_refused_and_kept_on_the_page(operator, instansi, isi, pesan):
    jawaban = operator.post(alamat(instansi, "naskah", "penutup"), {"isi": isi, "versi": ""})

    assert pesan in jawaban.context["formulir"].errors["isi"][0]
    assert jawaban.context["formulir"]["isi"].value() == isi
    assert not Narasi.objects.filter(bagian="penutup").exists()


def test_nr_02_posted_html_is_cleaned_and_printed(operator, instansi):
    kotor = (
        '<p onclick="x()">Target<script>x()</script> &amp; hasil&nbsp;&#11;</p>'
        '<img src="file:///etc/passwd"><img src="http://x/"><a href="javascript:x()">a</a>'
        + "<table><tr><td>" * 50
        + "dalam"
    )

    operator.post(alamat(instansi, "naskah", "penutup"), {"isi": kotor, "versi": ""})

    assert Narasi.objects.get(bagian="penutup").isi == (
        "<p>Target &amp; hasil</p><p>a</p><table><tbody><tr><td>dalam</td></tr></tbody></table>"
    )
    html = render_html(build_laporan(instansi, buat.TAHUN))
    assert "Target &amp; hasil" in html
    ElementTree.fromstring(TAG_KOSONG.sub(r"<\1\2/>", html))


def test_earlier_versions_are_listed_and_restored(operator, instansi):
    tujuan = alamat(instansi, "naskah", "penutup")
    operator.post(tujuan, {"isi": "Pertama", "versi": ""})
    operator.post(tujuan, {"isi": "Kedua", "versi": "1"})

    versi = operator.get(tujuan).context["versi"]
    assert [satu.isi for satu in versi] == ["<p>Pertama</p>"]
    operator.post(f"{tujuan}pulihkan/", {"versi": versi[0].history_id})

    narasi = Narasi.objects.get(bagian="penutup")
    assert (narasi.isi, narasi.versi) == ("<p>Pertama</p>", 3)
    versi = operator.get(tujuan).context["versi"]
    assert [satu.isi for satu in versi] == ["<p>Kedua</p>", "<p>Pertama</p>"]


def test_version_is_shown_against_the_text_of_today(operator, instansi):
    tujuan = alamat(instansi, "naskah", "penutup")
    operator.post(tujuan, {"isi": "IKM sebesar 84,02 naik.", "versi": ""})
    operator.post(tujuan, {"isi": "IKM sebesar 85,10 naik.", "versi": "1"})
    lama = Narasi.objects.get(bagian="penutup").history.earliest()

    isi = operator.get(tujuan, {"versi": lama.history_id}).content.decode()

    assert '<del><span class="visually-hidden">dihapus: </span>84,02 </del>' in isi
    assert '<ins><span class="visually-hidden">ditambah: </span>85,10 </ins>' in isi
    assert f'name="versi" value="{lama.history_id}"' in isi
    for nomor in ("x", "0", "999999"):
        assert "dibandingkan" not in operator.get(tujuan, {"versi": nomor}).content.decode()


def test_saving_while_typing_makes_one_line_in_the_list(operator, instansi):
    tujuan = alamat(instansi, "naskah", "penutup")
    for nomor, isi in enumerate(["a", "ab", "abc"]):
        ketik(operator, tujuan, isi, nomor or "")
    operator.post(tujuan, {"isi": "abcd", "versi": "3"})
    ketik(operator, tujuan, "abcde", 4)

    assert [satu.versi for satu in operator.get(tujuan).context["versi"]] == [4]
    assert Narasi.objects.get(bagian="penutup").history.count() == 5


def test_old_or_foreign_automatic_versions_stay_in_the_list():
    andi, siti = 1, 2
    riwayat = [
        versi(0, andi),
        versi(1, andi),
        versi(1, siti),
        versi(2, siti),
        versi(6, siti),
        versi(7, siti, alasan=None),
    ]

    assert pilih_versi(riwayat) == [riwayat[2], riwayat[4], riwayat[5]]
    assert pilih_versi([]) == []


def versi(menit, oleh, alasan="otomatis"):
    """A history record of so many minutes ago."""
    pada = buat.SAAT - timedelta(minutes=menit)
    return SimpleNamespace(history_date=pada, history_user_id=oleh, history_change_reason=alasan)


# autosave


def ketik(client, tujuan, isi, versi):
    """Save as naskah.js does while somebody types."""
    kiriman = {"isi": isi, "versi": versi, "otomatis": "1"}
    return client.post(tujuan, kiriman, headers={"Accept": "application/json"})


def test_script_that_saves_is_told_the_new_version(operator, instansi):
    tujuan = alamat(instansi, "naskah", "penutup")

    jawaban = ketik(operator, tujuan, "<p>Satu</p>", "")

    assert (jawaban.status_code, jawaban.json()["versi"]) == (200, 1)
    assert jawaban.json()["pada"].endswith(" WIB")
    assert ketik(operator, tujuan, "<p>Dua</p>", 1).json()["versi"] == 2
    assert Narasi.objects.get(bagian="penutup").isi == "<p>Dua</p>"


def test_text_whose_answer_was_lost_may_be_sent_again(operator, instansi):
    tujuan = alamat(instansi, "naskah", "penutup")

    for _ in range(2):
        assert ketik(operator, tujuan, "<p>Satu</p>", "").json()["versi"] == 1

    assert Narasi.objects.get(bagian="penutup").history.count() == 1


def test_script_in_conflict_is_told_both_texts_and_who(operator, instansi):
    tujuan = alamat(instansi, "naskah", "penutup")
    ketik(operator, tujuan, "<p>Naskah awal</p>", "")
    ketik(operator, tujuan, "<p>Naskah Siti</p>", 1)

    jawaban = ketik(operator, tujuan, "<p>Naskah Andi</p>", 1)

    isi = jawaban.json()
    assert (jawaban.status_code, isi["versi"], isi["isi"]) == (409, 2, "<p>Naskah Siti</p>")
    assert isi["baris"] == "Naskah Siti"
    assert "Siti</del>" in isi["panel"]
    assert "Andi</ins>" in isi["panel"]
    assert (
        f"oleh {Narasi.objects.get(bagian='penutup').history.latest().history_user}" in isi["panel"]
    )
    assert ketik(operator, tujuan, "<p>Naskah Andi</p>", 2).status_code == 200


def test_two_first_texts_are_a_conflict(operator, instansi):
    tujuan = alamat(instansi, "naskah", "penutup")
    ketik(operator, tujuan, "<p>Siti</p>", "")

    assert ketik(operator, tujuan, "<p>Andi</p>", "").status_code == 409
    assert Narasi.objects.get(bagian="penutup").isi == "<p>Siti</p>"


def test_script_is_told_what_is_wrong(operator, instansi):
    jawaban = ketik(operator, alamat(instansi, "naskah", "penutup"), "a" * 30_001, "")

    assert jawaban.status_code == 422
    assert "paling panjang 30.000" in jawaban.json()["galat"]


def test_only_saving_on_purpose_confirms_a_copied_text(operator, instansi):
    narasi = instansi.lkip.get().narasi.get()
    Narasi.objects.filter(pk=narasi.pk).update(perlu_dikonfirmasi=True)
    tujuan = alamat(instansi, "naskah", narasi.bagian)

    assert ketik(operator, tujuan, "<p>Baru</p>", 1).json()["keadaan"] == ["konfirmasi"]
    jawaban = operator.post(
        tujuan, {"isi": "<p>Baru</p>", "versi": "2"}, headers={"Accept": "application/json"}
    )

    assert jawaban.json()["keadaan"] == []
    narasi.refresh_from_db()
    assert not narasi.perlu_dikonfirmasi


@pytest.mark.parametrize("nomor", ["", "0", "x", "999999"])
def test_unknown_version_is_not_found(operator, instansi, nomor):
    tujuan = alamat(instansi, "naskah", "kata_pengantar", "pulihkan")

    assert operator.post(tujuan, {"versi": nomor}).status_code == 404


def test_version_of_another_section_is_not_restored(operator, instansi):
    asing = buat.make_narasi(bagian="penutup", isi="<p>Rahasia</p>").history.get()

    tujuan = alamat(instansi, "naskah", "kata_pengantar", "pulihkan")
    assert operator.post(tujuan, {"versi": asing.history_id}).status_code == 404


def test_conflict_keeps_both_texts(operator, instansi):
    tujuan = alamat(instansi, "naskah", "penutup")
    operator.post(tujuan, {"isi": "Awal", "versi": ""})
    operator.post(tujuan, {"isi": "Punya Siti", "versi": "1"})

    isi = operator.post(tujuan, {"isi": "Punya Andi", "versi": "1"}).content.decode()

    assert "setelah Anda membukanya" in isi
    assert "Siti</del>" in isi
    assert "Punya Andi" in isi
    assert Narasi.objects.get(bagian="penutup").isi == "<p>Punya Siti</p>"


def test_saving_a_copied_text_confirms_it(operator, instansi):
    narasi = instansi.lkip.get().narasi.get()
    Narasi.objects.filter(pk=narasi.pk).update(perlu_dikonfirmasi=True)
    assert "Perlu dikonfirmasi" in operator.get(alamat(instansi, "naskah")).content.decode()
    tujuan = alamat(instansi, "naskah", narasi.bagian)
    isi = operator.get(tujuan).context["formulir"]["isi"].value()

    operator.post(tujuan, {"isi": isi, "versi": "1"})

    narasi.refresh_from_db()
    assert not narasi.perlu_dikonfirmasi


@pytest.mark.parametrize("peran", ["seksi", "verifikator", "camat"])
def test_narrative_is_for_operator_and_admin(client, instansi, peran):
    client.force_login(buat.make_pengguna(peran=peran, instansi=instansi))

    assert client.get(alamat(instansi, "naskah")).status_code == 200
    tujuan = alamat(instansi, "naskah", "penutup")
    assert client.post(tujuan, {"isi": "x", "versi": ""}).status_code == 403
    assert not Narasi.objects.filter(bagian="penutup").exists()


def test_submitted_year_keeps_its_narrative(operator, instansi):
    lkip = ajukan(instansi)
    narasi = buat.make_narasi(lkip=lkip, bagian="penutup")
    tujuan = alamat(instansi, "naskah", "penutup")

    assert "hanya dapat dibaca" in operator.get(tujuan).content.decode()
    assert operator.post(tujuan, {"isi": "x", "versi": "1"}).status_code == 403
    versi = {"versi": narasi.history.get().history_id}
    assert operator.post(f"{tujuan}pulihkan/", versi).status_code == 403


def test_unknown_section_and_stranger_find_nothing(client, operator, instansi):
    assert operator.get(alamat(instansi, "naskah", "rahasia")).status_code == 404
    client.force_login(buat.make_pengguna(peran="operator", instansi=buat.make_instansi()))
    for bagian in (("naskah",), ("naskah", "penutup"), ("foto",), ("foto", "baru")):
        assert client.get(alamat(instansi, *bagian)).status_code == 404


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


@pytest.mark.parametrize("halaman", ["naskah", "foto"])
def test_queries_do_not_grow_with_rows(client, django_assert_max_num_queries, halaman):
    jumlah = []
    for banyak in (1, 3):
        instansi = buat.make_laporan_lengkap(banyak)
        client.force_login(buat.make_pengguna(peran="operator", instansi=instansi))
        with django_assert_max_num_queries(200) as tangkapan:
            client.get(alamat(instansi, halaman))
        jumlah.append(len(tangkapan))
    assert jumlah[0] == jumlah[1]

"""Evidence: files and links of realisasi and sub kegiatan, and who may add, change and read them."""

import io
import zipfile
from hashlib import sha256
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from anggaran.models import SubKegiatan
from perjanjian.models import Bukti, Realisasi
from tests import factories as buat
from tests.lkip.alamat import alamat_bernama

pytestmark = pytest.mark.django_db
TAHUN = buat.TAHUN
PDF = b"%PDF-1.7\n%uji\n"


@pytest.fixture(autouse=True)
def media(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


@pytest.fixture
def realisasi(instansi):
    return Realisasi.objects.filter(
        indikator__renstra__instansi=instansi, tahun=TAHUN, triwulan=4
    ).first()


@pytest.fixture
def sub(instansi):
    return SubKegiatan.objects.filter(kegiatan__program__instansi=instansi).first()


def berkas(nama="laporan.pdf", isi=PDF):
    return SimpleUploadedFile(nama, isi)


def arsip(*bagian):
    hasil = io.BytesIO()
    with zipfile.ZipFile(hasil, "w") as zip_:
        for nama in bagian:
            zip_.writestr(nama, "<x/>")
    return hasil.getvalue()


def gambar(jenis):
    hasil = io.BytesIO()
    Image.new("RGB", (8, 8)).save(hasil, jenis)
    return hasil.getvalue()


def unggah(client, instansi, realisasi, **isian):
    tujuan = alamat_bernama(instansi, "tambah_bukti_realisasi", realisasi.pk)
    return client.post(tujuan, {"nama": "Rekap layanan"} | isian)


def test_file_is_kept_with_its_hash_and_page(operator, instansi, realisasi):
    jawaban = unggah(operator, instansi, realisasi, berkas=berkas(), halaman="hlm. 12")

    assert jawaban.status_code == 302
    satu = Bukti.objects.get(nama="Rekap layanan")
    assert (satu.realisasi, satu.halaman) == (realisasi, "hlm. 12")
    assert satu.sha256 == sha256(PDF).hexdigest()
    assert satu.sha256 in satu.berkas.name
    assert Path(satu.berkas.path).read_bytes() == PDF


def test_sub_kegiatan_has_evidence_too(operator, instansi, sub):
    tujuan = alamat_bernama(instansi, "tambah_bukti_sub_kegiatan", sub.pk)

    operator.post(tujuan, {"nama": "Kontrak", "tautan": "https://example.org/kontrak"})

    assert sub.bukti.get().tautan == "https://example.org/kontrak"


def test_neither_file_nor_link_is_refused(operator, instansi, realisasi):
    jawaban = unggah(operator, instansi, realisasi)

    assert "Unggah berkasnya, atau isi tautannya." in jawaban.content.decode()
    assert not Bukti.objects.filter(nama="Rekap layanan").exists()


@pytest.mark.parametrize(
    ("nama", "isi"),
    [
        ("a.pdf", PDF),
        ("A.PDF", PDF),
        ("a.jpg", gambar("JPEG")),
        ("a.png", gambar("PNG")),
        ("a.xlsx", arsip("xl/workbook.xml")),
        ("a.docx", arsip("word/document.xml")),
    ],
)
def test_kinds_that_are_accepted(operator, instansi, realisasi, nama, isi):
    assert unggah(operator, instansi, realisasi, berkas=berkas(nama, isi)).status_code == 302


@pytest.mark.parametrize(
    ("nama", "isi", "pesan"),
    [
        ("a.pdf", b"<script>alert(1)</script>", "tidak sesuai dengan namanya"),
        ("a.png", PDF, "tidak sesuai dengan namanya"),
        ("a.jpg", b"\xff\xd8\xff\xe0 rusak", "bukan gambar"),
        ("a.xlsx", arsip("word/document.xml"), "tidak sesuai dengan namanya"),
        ("a.docx", b"PK rusak", "tidak sesuai dengan namanya"),
        ("a.xlsx", arsip("xl/workbook.xml", "xl/vbaProject.bin"), "memuat makro"),
        ("a.pdf", PDF + b"0" * 10 * 1024 * 1024, "lebih besar dari 10 MB"),
        ("a.xlsx", arsip("xl/workbook.xml") + b"0" * 10 * 1024 * 1024, "lebih besar dari 10 MB"),
        ("a.html", b"<p>", "tidak diterima"),
        ("a.exe", b"MZ", "tidak diterima"),
    ],
)
def test_files_that_are_refused(operator, instansi, realisasi, nama, isi, pesan):
    jawaban = unggah(operator, instansi, realisasi, berkas=berkas(nama, isi))

    assert pesan in jawaban.content.decode()
    assert not Bukti.objects.filter(nama="Rekap layanan").exists()


def test_new_file_replaces_file_and_hash(operator, instansi, realisasi):
    unggah(operator, instansi, realisasi, berkas=berkas())
    satu = Bukti.objects.get(nama="Rekap layanan")
    ubah = alamat_bernama(instansi, "ubah_bukti", satu.pk)

    operator.post(ubah, {"nama": "Rekap baru", "versi": 1})
    satu.refresh_from_db()
    assert (satu.nama, satu.sha256) == ("Rekap baru", sha256(PDF).hexdigest())

    lain = gambar("PNG")
    operator.post(ubah, {"nama": "Rekap baru", "versi": 2, "berkas": berkas("b.png", lain)})
    satu.refresh_from_db()
    assert satu.sha256 == sha256(lain).hexdigest()
    assert Path(satu.berkas.path).read_bytes() == lain


def test_file_given_up_for_a_link_loses_its_hash(operator, instansi, realisasi):
    unggah(operator, instansi, realisasi, berkas=berkas())
    satu = Bukti.objects.get(nama="Rekap layanan")
    isian = {"nama": satu.nama, "tautan": "https://example.org/a", "berkas-clear": "on", "versi": 1}

    assert operator.post(alamat_bernama(instansi, "ubah_bukti", satu.pk), isian).status_code == 302
    satu.refresh_from_db()
    assert (satu.berkas.name, satu.sha256) == ("", "")


def test_evidence_is_deleted_by_post_only(operator, instansi, realisasi):
    satu = realisasi.bukti.get()
    hapus = alamat_bernama(instansi, "hapus_bukti", satu.pk)

    assert operator.get(hapus).status_code == 405
    assert operator.post(hapus).status_code == 302
    assert not realisasi.bukti.exists()


@pytest.mark.parametrize("peran", ["operator", "seksi", "verifikator", "camat"])
def test_file_is_read_by_the_office_and_never_shown_in_the_page(
    operator, instansi, realisasi, peran
):
    unggah(operator, instansi, realisasi, berkas=berkas())
    satu = Bukti.objects.get(nama="Rekap layanan")
    operator.force_login(buat.make_pengguna(peran=peran, instansi=instansi))

    jawaban = operator.get(alamat_bernama(instansi, "unduh_bukti", satu.pk))

    assert b"".join(jawaban.streaming_content) == PDF
    assert jawaban["Content-Disposition"] == 'attachment; filename="rekap-layanan.pdf"'
    assert jawaban["X-Content-Type-Options"] == "nosniff"


def test_file_is_not_read_by_others(operator, instansi, realisasi):
    unggah(operator, instansi, realisasi, berkas=berkas())
    satu = Bukti.objects.get(nama="Rekap layanan")
    lain = buat.make_laporan_lengkap()
    operator.force_login(buat.make_pengguna(peran="operator", instansi=lain))

    assert operator.get(alamat_bernama(instansi, "unduh_bukti", satu.pk)).status_code == 404
    assert operator.get(alamat_bernama(lain, "unduh_bukti", satu.pk)).status_code == 404
    operator.force_login(buat.make_pengguna(peran="evaluator", instansi=instansi))
    assert operator.get(alamat_bernama(instansi, "unduh_bukti", satu.pk)).status_code == 404


def test_evidence_without_file_has_nothing_to_download(operator, instansi, realisasi):
    satu = realisasi.bukti.get()

    assert operator.get(alamat_bernama(instansi, "unduh_bukti", satu.pk)).status_code == 404


def tujuan(instansi, realisasi, sub):
    """Every address that changes something, with what it would change."""
    isian = {"nama": "Diam-diam", "tautan": "https://example.org/a", "versi": 1}
    satu = realisasi.bukti.get()
    return [
        (alamat_bernama(instansi, "tambah_bukti_realisasi", realisasi.pk), isian),
        (alamat_bernama(instansi, "tambah_bukti_sub_kegiatan", sub.pk), isian),
        (alamat_bernama(instansi, "ubah_bukti", satu.pk), isian),
        (alamat_bernama(instansi, "hapus_bukti", satu.pk), {}),
    ]


def test_seksi_changes_evidence_of_its_own_only(client, instansi, realisasi, sub):
    seksi = buat.make_seksi(instansi=instansi)
    client.force_login(buat.make_pengguna(peran="seksi", instansi=instansi, seksi=seksi))
    semua = tujuan(instansi, realisasi, sub)

    assert {client.post(tempat, isian).status_code for tempat, isian in semua} == {403}
    assert realisasi.bukti.count() == 1
    realisasi.indikator.penanggung_jawab.add(seksi)
    SubKegiatan.objects.filter(pk=sub.pk).update(seksi=seksi)
    assert {client.post(tempat, isian).status_code for tempat, isian in semua} == {302}


@pytest.mark.parametrize("peran", ["verifikator", "camat"])
def test_who_enters_nothing_is_refused(client, instansi, realisasi, sub, peran):
    client.force_login(buat.make_pengguna(peran=peran, instansi=instansi))
    sebelum = Bukti.history.count()

    for tempat, isian in tujuan(instansi, realisasi, sub):
        assert client.post(tempat, isian).status_code == 403
    assert Bukti.history.count() == sebelum


def test_evidence_of_another_office_or_year_is_not_reached(client, instansi, realisasi, sub):
    lain = buat.make_laporan_lengkap()
    client.force_login(buat.make_pengguna(peran="operator", instansi=lain))
    sebelum = Bukti.history.count()

    for kantor in (instansi, lain):
        for tempat, isian in tujuan(kantor, realisasi, sub):
            assert client.post(tempat, isian).status_code == 404
    Realisasi.objects.filter(pk=realisasi.pk).update(tahun=TAHUN - 1, triwulan=3)
    client.force_login(buat.make_pengguna(peran="operator", instansi=instansi))
    for nomor in (0, 2, 3):
        tempat, isian = tujuan(instansi, realisasi, sub)[nomor]
        assert client.post(tempat, isian).status_code == 404
    assert Bukti.history.count() == sebelum


def test_submitted_year_is_read_only(client, instansi, realisasi, sub):
    instansi.lkip.update(tahun=TAHUN - 2)
    buat.make_lkip(instansi=instansi, status="diajukan")
    client.force_login(buat.make_pengguna(peran="admin", instansi=instansi))
    sebelum = Bukti.history.count()

    for tempat, isian in tujuan(instansi, realisasi, sub):
        assert client.post(tempat, isian).status_code == 403
    assert "Tambah bukti" not in client.get(alamat_bernama(instansi, "bukti")).content.decode()
    assert Bukti.history.count() == sebelum


def test_list_names_evidence_and_what_is_missing(operator, instansi, realisasi, sub):
    Realisasi.objects.filter(indikator__renstra__instansi=instansi, tahun=TAHUN).exclude(
        indikator=realisasi.indikator
    ).delete()

    halaman = operator.get(alamat_bernama(instansi, "bukti")).content.decode()

    assert halaman.count("Laporan triwulan") >= 4
    assert "Realisasi belum diisi" in halaman
    assert alamat_bernama(instansi, "tambah_bukti_sub_kegiatan", sub.pk) in halaman


def test_list_is_there_before_the_perjanjian(operator, instansi):
    instansi.perjanjian.all().delete()

    assert "Laporan triwulan" in operator.get(alamat_bernama(instansi, "bukti")).content.decode()


def test_queries_of_the_list_do_not_grow_with_rows(client, django_assert_max_num_queries):
    banyak = []
    for jumlah in (1, 3):
        instansi = buat.make_laporan_lengkap(jumlah)
        client.force_login(buat.make_pengguna(peran="operator", instansi=instansi))
        with django_assert_max_num_queries(60) as catatan:
            client.get(alamat_bernama(instansi, "bukti"))
        banyak.append(len(catatan))

    assert banyak[0] == banyak[1]

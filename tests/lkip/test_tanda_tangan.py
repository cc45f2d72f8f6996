"""A PDF that was signed elsewhere: which files are taken, what becomes of them, and who may bring one."""

from hashlib import sha256
from io import BytesIO
from zipfile import ZipFile

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from pyhanko.sign.signers import PdfSigner
from pytest_django.asserts import assertContains, assertNotContains

from lkip import tanda_tangan
from lkip.models import LKIP, BerkasBertandaTangan
from lkip.tanda_tangan import pdf_untuk_ditandatangani
from lkip.versi_terbit import cari_versi
from tests import factories as buat
from tests.factories import TAHUN
from tests.lkip.terbit_uji import KODE, baca, buat_terbitan, siapkan_penyimpanan
from tests.pdf_uji import buat_pdf, kunci_pdf, tandatangani_pdf

pytestmark = pytest.mark.django_db
SIGNERS = ("camat", "operator")
OTHERS = ("seksi", "verifikator", "admin", "evaluator")


@pytest.fixture
def kantor(settings, tmp_path):
    siapkan_penyimpanan(settings, tmp_path)
    return buat.make_laporan_lengkap()


@pytest.fixture
def terbit(kantor):
    return buat_terbitan(kantor)


@pytest.fixture
def sebagai(client, kantor):
    """Sign in as a new user of the office."""

    def masuk(peran):
        seksi = kantor.seksi.first() if peran == "seksi" else None
        client.force_login(buat.make_pengguna(peran=peran, instansi=kantor, seksi=seksi))
        return client

    return masuk


@pytest.fixture
def unggah(sebagai, kantor, terbit):
    """Post a file as the operator."""

    def unggah(isi, peran="operator", kode=KODE):
        berkas = SimpleUploadedFile("ttd.pdf", isi, "application/pdf")
        return sebagai(peran).post(alamat(kantor, "unggah", kode), {"berkas": berkas}, follow=True)

    return unggah


def alamat(kantor, bagian="unggah", kode=KODE):
    return f"/{kantor.kode}/{TAHUN}/dokumen/{kode}/{bagian}/"


def bertanda(terbit, nama="Budi Contoh"):
    return tandatangani_pdf(pdf_untuk_ditandatangani(terbit), nama)


@pytest.mark.parametrize("peran", SIGNERS)
def test_signed_file_becomes_the_issued_one_and_the_sealed_one_stays(unggah, kantor, terbit, peran):
    isi = bertanda(terbit)

    jawaban = unggah(isi, peran)

    assertContains(jawaban, "Berkas bersegelnya tetap disimpan")
    satu = BerkasBertandaTangan.objects.get()
    assert (satu.asal, satu.sha256) == ("unggahan", sha256(isi).hexdigest())
    assert baca(satu.berkas) == isi
    versi = cari_versi(KODE)
    assert [berkas.sha256 for berkas in versi.pdf] == [satu.sha256, terbit.sha256_pdf]
    assertContains(jawaban, str(satu.oleh))
    assertContains(jawaban, satu.sha256)
    assertContains(jawaban, terbit.sha256_pdf)


def test_latest_file_counts(unggah, kantor, terbit, client):
    unggah(bertanda(terbit))
    kedua = bertanda(terbit, "Kedua")
    unggah(kedua)

    assert client.get(f"/{kantor.kode}/{TAHUN}/unduh/terbitan/").getvalue() == kedua
    assert BerkasBertandaTangan.objects.count() == 2


def test_package_holds_both_files(unggah, kantor, terbit, client):
    isi = bertanda(terbit)
    unggah(isi)

    with ZipFile(BytesIO(client.get(f"/{kantor.kode}/{TAHUN}/unduh/paket/").getvalue())) as arsip:
        pdf = [arsip.read(nama) for nama in arsip.namelist() if nama.startswith("LKIP")]

    assert pdf == [isi, baca(terbit.pdf)]


def test_who_brought_it_stands_on_the_timeline(unggah, kantor, terbit, client):
    unggah(bertanda(terbit))

    oleh = BerkasBertandaTangan.objects.get().oleh
    jawaban = client.get(f"/{kantor.kode}/{TAHUN}/alur/lkip/")

    assertContains(jawaban, f"PDF yang ditandatangani diunggah oleh {oleh} ({KODE})")
    assertContains(jawaban, f'href="/{kantor.kode}/{TAHUN}/dokumen/"')


def test_print_that_was_scanned_with_its_text_is_taken(unggah):
    unggah(buat_pdf("", "Kode verifikasi ABCD - EFGH -JKMN"))

    assert BerkasBertandaTangan.objects.exists()


@pytest.mark.parametrize(
    ("buat_isi", "pesan"),
    [
        (lambda terbit: b"bukan PDF", "bukan PDF yang dapat dibaca"),
        (lambda terbit: b"%PDF-1.7\nrusak", "bukan PDF yang dapat dibaca"),
        (lambda terbit: buat_pdf("", ""), "hasil pindai tanpa teks"),
        (lambda terbit: buat_pdf("Kode verifikasi ABCD-EFGH-JKMP"), "tidak ada di dalam PDF ini"),
        (lambda terbit: kunci_pdf(buat_pdf(KODE)), "terkunci dengan kata sandi"),
        (pdf_untuk_ditandatangani, "belum ditandatangani"),
        (lambda terbit: baca(terbit.pdf), "sudah ada pada daftar"),
        (lambda terbit: b"", "kosong"),
    ],
    ids="text broken scan code locked unsigned sealed empty".split(),
)
def test_other_files_are_refused_with_the_reason(unggah, terbit, buat_isi, pesan):
    jawaban = unggah(buat_isi(terbit))

    assertContains(jawaban, pesan)
    assert not BerkasBertandaTangan.objects.exists()


def test_scan_without_text_is_told_what_to_do(unggah):
    jawaban = unggah(buat_pdf(""))

    assertContains(jawaban, KODE)
    assertContains(jawaban, "Pindai kembali dengan pengenalan teks (OCR)")


def test_file_that_was_changed_after_its_signature_is_refused(unggah, terbit):
    rusak = bytearray(bertanda(terbit))
    rusak[rusak.index(b"MediaBox") + 12] ^= 1

    assertContains(unggah(bytes(rusak)), "tidak utuh")
    assert not BerkasBertandaTangan.objects.exists()


def test_signature_on_the_sealed_file_is_refused(unggah, terbit, monkeypatch):
    monkeypatch.setattr(PdfSigner, "_enforce_certification_constraints", lambda *_: None)

    jawaban = unggah(tandatangani_pdf(baca(terbit.pdf)))

    assertContains(jawaban, "berkas bersegel tidak dapat ditandatangani lagi")


def test_same_file_is_not_kept_twice(unggah, terbit):
    isi = bertanda(terbit)
    unggah(isi)

    assertContains(unggah(isi), "sudah ada pada daftar")
    assert BerkasBertandaTangan.objects.count() == 1


def test_big_file_is_refused_unread(unggah, monkeypatch):
    monkeypatch.setattr("lkip.forms.tanda_tangan.BITA_MAKSIMUM", 100)
    monkeypatch.setattr(tanda_tangan, "_buka", lambda isi: pytest.fail("was read"))

    assertContains(unggah(buat_pdf(KODE)), "lebih besar dari 25 MB")


def test_nothing_is_left_in_storage_when_the_row_is_not_written(kantor, terbit, settings):
    isi = bertanda(terbit)
    versi = cari_versi(KODE)
    oleh = buat.make_pengguna()
    tanda_tangan.simpan_bertanda_tangan(versi, isi, asal="unggahan", oleh=oleh)
    sebelum = sorted((settings.MEDIA_ROOT / "pengesahan").iterdir())

    with pytest.raises(tanda_tangan.BerkasDitolak):
        tanda_tangan.simpan_bertanda_tangan(versi, isi, asal="unggahan", oleh=oleh)

    assert sorted((settings.MEDIA_ROOT / "pengesahan").iterdir()) == sebelum


@pytest.mark.parametrize("bagian", ["unggah", "tanpa-segel"])
def test_superseded_version_takes_no_signature(unggah, sebagai, kantor, terbit, bagian):
    baru = buat.make_pengesahan(
        lkip=terbit.lkip, perbaikan_ke=1, kode="PQRS-TUVW-XYZ2", pada=buat.SAAT.replace(year=2030)
    )

    jawaban = sebagai("camat").get(alamat(kantor, bagian), follow=True)
    assertContains(jawaban, f"Dokumen berkode {KODE} sudah digantikan")
    assertContains(jawaban, f"oleh dokumen berkode {baru.kode}")
    assertNotContains(jawaban, alamat(kantor))
    unggah(bertanda(terbit))
    assert not BerkasBertandaTangan.objects.exists()


@pytest.mark.parametrize("peran", OTHERS)
@pytest.mark.parametrize("bagian", ["unggah", "tanpa-segel", "bsre"])
def test_other_roles_bring_no_signature(sebagai, kantor, terbit, peran, bagian):
    client = sebagai(peran)

    assert client.get(alamat(kantor, bagian)).status_code == 403
    assertNotContains(client.get(f"/{kantor.kode}/{TAHUN}/dokumen/"), "Unggah PDF yang")


def test_code_of_another_office_does_not_exist(sebagai, kantor, terbit):
    lain = buat.make_laporan_lengkap()
    buat_terbitan(lain, kode="AAAA-BBBB-CCCC")

    assert sebagai("camat").get(alamat(kantor, kode="AAAA-BBBB-CCCC")).status_code == 404


def test_reopened_report_still_takes_the_signature_of_what_is_issued(unggah, terbit):
    LKIP.objects.filter(pk=terbit.lkip_id).update(
        status="draf",
        perbaikan_ke=1,
        **dict.fromkeys(buat.langkah("disahkan")),
    )

    unggah(bertanda(terbit))

    assert BerkasBertandaTangan.objects.exists()


def test_file_to_sign_is_the_issued_one_without_its_seal(sebagai, kantor, terbit):
    jawaban = sebagai("operator").get(alamat(kantor, "tanpa-segel"))

    assert baca(terbit.pdf).startswith(jawaban.content)
    assert KODE in jawaban["Content-Disposition"]
    assert b"SegelLKIP" not in jawaban.content

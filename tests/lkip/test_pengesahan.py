"""Signing: what is frozen, what stops it, and that nothing is left where it was stopped."""

import json
from hashlib import sha256
from pathlib import Path

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from pytest_django.asserts import assertContains

from lkip import pengesahan
from lkip.dokumen.pencetak import GagalMencetak
from lkip.ekspor import tulis_beku
from lkip.models import LKIP, Langkah, Pengesahan
from lkip.models.pengesahan import SudahTerbit
from lkip.segel import periksa_segel
from tests import factories as buat
from tests.factories import KATA_SANDI, TAHUN
from tests.lkip.sahkan_uji import cetak_kecil, sahkan_sebagai, siapkan_kantor
from tests.lkip.terbit_uji import baca

pytestmark = pytest.mark.django_db


@pytest.fixture
def kantor(settings, tmp_path):
    return siapkan_kantor(settings, tmp_path)


@pytest.fixture(autouse=True)
def cetakan_kecil(monkeypatch):
    monkeypatch.setattr(pengesahan, "cetak", cetak_kecil)


@pytest.fixture
def terbit(client, kantor):
    sahkan_sebagai(client, kantor)
    return Pengesahan.objects.get()


def assert_nothing_happened(settings):
    """No row, no step, no file; the document waits as before."""
    assert not Pengesahan.objects.exists()
    assert not Langkah.objects.exists()
    assert LKIP.objects.get().status == "diverifikasi"
    folder = settings.MEDIA_ROOT / "pengesahan"
    assert not folder.exists() or list(folder.iterdir()) == []


def test_page_shows_what_will_stand_on_the_document(client, kantor):
    client.force_login(buat.make_pengguna(peran="camat", instansi=kantor))

    jawaban = client.get(f"/{kantor.kode}/{TAHUN}/alur/lkip/sahkan/")

    camat = kantor.pejabat.get(peran="pimpinan")
    for teks in (camat.nama, camat.jabatan_lengkap, camat.pangkat, "10 Februari 2025"):
        assertContains(jawaban, teks)
    assertContains(jawaban, "bukan tanda tangan elektronik tersertifikasi (BSrE)")


def test_document_is_signed_and_its_code_is_told(client, kantor):
    jawaban = sahkan_sebagai(client, kantor)

    terbit = Pengesahan.objects.get()
    assertContains(jawaban, f"disahkan dengan kode verifikasi {terbit.kode}")
    assert LKIP.objects.get().status == "disahkan"
    assert Langkah.objects.get().jenis == "sahkan"
    camat = kantor.pejabat.get(peran="pimpinan")
    assert (terbit.nama_pejabat, terbit.nip_pejabat) == (camat.nama_lengkap, camat.nip)
    assert terbit.pada == LKIP.objects.get().disahkan_pada


def test_hashes_are_those_of_the_frozen_files(terbit):
    assert terbit.sha256_pdf == sha256(baca(terbit.pdf)).hexdigest()
    assert terbit.sha256_buku_kerja == sha256(baca(terbit.buku_kerja)).hexdigest()
    assert terbit.sha256_data == sha256(tulis_beku(terbit.data).encode()).hexdigest()
    assert terbit.data["status"] == "disahkan"
    hasil = periksa_segel(baca(terbit.pdf))
    assert hasil.utuh
    assert hasil.milik_kita


def test_downloads_are_the_frozen_files(client, kantor, terbit):
    alamat = f"/{kantor.kode}/{TAHUN}/dokumen/"
    for sidik in (terbit.sha256_pdf, terbit.sha256_buku_kerja, terbit.sha256_data):
        jawaban = client.get(f"{alamat}{sidik}/")
        assert sha256(jawaban.getvalue()).hexdigest() == sidik
        assert "immutable" in jawaban["Cache-Control"]
        lagi = client.get(f"{alamat}{sidik}/", headers={"If-None-Match": jawaban["ETag"]})
        assert lagi.status_code == 304
    assert client.get(f"{alamat}{'0' * 64}/").status_code == 404


def test_what_changes_later_does_not_change_what_was_issued(client, kantor, terbit):
    data, pdf = terbit.data, baca(terbit.pdf)
    kantor.nama = "Kecamatan Berganti Nama"
    kantor.save()
    kantor.pejabat.filter(peran="pimpinan").update(nama="Camat Lain")

    terbit.refresh_from_db()
    assert (terbit.data, baca(terbit.pdf)) == (data, pdf)
    alamat = f"/{kantor.kode}/{TAHUN}/dokumen/{terbit.sha256_data}/"
    assert json.loads(client.get(alamat).getvalue()) == data


def test_rows_of_an_issue_are_never_changed_nor_deleted(terbit):
    terbit.nama_pejabat = "Orang Lain"
    for ubah in (
        terbit.save,
        terbit.delete,
        Pengesahan.objects.all().delete,
        lambda: Pengesahan.objects.update(sha256_pdf="0" * 64),
    ):
        with pytest.raises(SudahTerbit):
            ubah()
    terbit.refresh_from_db()
    assert terbit.nama_pejabat != "Orang Lain"


def test_stored_files_are_read_only_and_never_written_over(terbit):
    berkas = Path(terbit.pdf.path)
    assert berkas.stat().st_mode & 0o777 == 0o440

    lain = default_storage.save(terbit.pdf.name, ContentFile(b"palsu"))

    assert lain != terbit.pdf.name
    assert sha256(baca(terbit.pdf)).hexdigest() == terbit.sha256_pdf


@pytest.mark.parametrize(
    ("ubah", "pesan"),
    [
        ({"sandi": "keliru"}, "Kata sandi tidak cocok. Tidak ada yang disahkan."),
        ({"sandi": ""}, "belum diisi"),
        ({"setuju": ""}, "Centang pernyataan untuk mengesahkan"),
        ({"versi": "0"}, "sudah tidak sesuai keadaan sekarang"),
        ({"versi": "x"}, "sudah tidak sesuai keadaan sekarang"),
    ],
    ids="password empty statement stale garbled".split(),
)
def test_wrong_post_signs_nothing(client, kantor, settings, ubah, pesan):
    jawaban = sahkan_sebagai(client, kantor, **ubah)

    assertContains(jawaban, pesan)
    assert KATA_SANDI not in jawaban.content.decode()
    assert_nothing_happened(settings)


def comment(kantor, settings):
    buat.make_komentar(lkip=kantor.lkip.get(), wajib=True)


def no_official(kantor, settings):
    kantor.pejabat.filter(peran="pimpinan").delete()


def no_seal(kantor, settings):
    settings.SEGEL_BERKAS = settings.DATA_DIR / "tidak-ada.p12"


def wrong_password_of_the_seal(kantor, settings):
    settings.SEGEL_SANDI = "keliru"


@pytest.mark.parametrize(
    ("halangi", "pesan"),
    [
        (comment, "1 komentar wajib yang belum selesai"),
        (no_official, "Pejabat yang menjabat pada tanggal dokumen belum diisi"),
        (no_seal, "Segel belum dibuat"),
        (wrong_password_of_the_seal, "Sandi segel tidak cocok"),
    ],
)
def test_what_the_document_lacks_is_said(client, kantor, settings, halangi, pesan):
    halangi(kantor, settings)

    assertContains(sahkan_sebagai(client, kantor), pesan)
    assert_nothing_happened(settings)


def test_failure_of_the_printer_leaves_nothing(client, kantor, settings, monkeypatch):
    def gagal(*args, **isian):
        raise GagalMencetak("no memory")

    monkeypatch.setattr(pengesahan, "cetak", gagal)

    assertContains(sahkan_sebagai(client, kantor), "belum disahkan. Coba lagi")
    assert_nothing_happened(settings)


def test_return_during_the_printing_wins_and_leaves_no_file(client, kantor, settings, monkeypatch):
    def sementara_dikembalikan(*args, **isian):
        pdf = cetak_kecil(*args, **isian)
        LKIP.objects.update(status="dikembalikan", **buat.langkah("dikembalikan"))
        return pdf

    monkeypatch.setattr(pengesahan, "cetak", sementara_dikembalikan)

    assertContains(sahkan_sebagai(client, kantor), "Sementara itu keadaannya berubah")
    assert not Pengesahan.objects.exists()
    assert list((settings.MEDIA_ROOT / "pengesahan").iterdir()) == []


def test_failure_of_the_database_leaves_no_file(client, kantor, settings, monkeypatch):
    def gagal(**isian):
        raise RuntimeError("disk full")

    monkeypatch.setattr(Pengesahan.objects, "create", gagal)

    assertContains(sahkan_sebagai(client, kantor), "Pekerjaan ini gagal. Data tidak berubah.")
    assert_nothing_happened(settings)


@pytest.mark.parametrize("peran", ["operator", "verifikator", "seksi", "admin"])
def test_only_the_camat_signs(client, kantor, settings, peran):
    seksi = kantor.seksi.first() if peran == "seksi" else None
    client.force_login(buat.make_pengguna(peran=peran, instansi=kantor, seksi=seksi))

    assert client.post(f"/{kantor.kode}/{TAHUN}/alur/lkip/sahkan/").status_code == 403
    assert_nothing_happened(settings)


def test_who_submitted_does_not_sign(client, kantor, settings):
    camat = buat.make_pengguna(peran="camat", instansi=kantor)
    LKIP.objects.update(diajukan_oleh=camat)
    client.force_login(camat)

    jawaban = client.get(f"/{kantor.kode}/{TAHUN}/alur/lkip/sahkan/")

    assertContains(jawaban, "Anda sendiri yang mengajukan", status_code=403)


def test_codes_are_easy_to_read_out_and_never_the_same():
    semua = {pengesahan.buat_kode() for _ in range(500)}

    assert len(semua) == 500
    assert not set("".join(semua)) & set("01ILO")


def test_next_version_supersedes_the_one_before(client, kantor, terbit):
    lkip = kantor.lkip.get()
    kosong = dict.fromkeys(buat.langkah("disahkan"))
    LKIP.objects.filter(pk=lkip.pk).update(
        **kosong | buat.langkah("diverifikasi") | {"status": "diverifikasi", "perbaikan_ke": 1}
    )

    sahkan_sebagai(client, kantor)

    jawaban = client.get(f"/{kantor.kode}/{TAHUN}/dokumen/")
    baru = Pengesahan.objects.exclude(pk=terbit.pk).get()
    assert baru.perbaikan_ke == 1
    assertContains(jawaban, f"LKIP {TAHUN}, perbaikan ke-1")
    assertContains(jawaban, f"oleh dokumen berkode {baru.kode}")
    assert client.get(f"/{kantor.kode}/{TAHUN}/dokumen/{terbit.sha256_pdf}/").getvalue() == baca(
        terbit.pdf
    )

"""Signing a perjanjian, murni and perubahan: both parties are frozen, and the later one replaces the earlier."""

import io
import shutil
import subprocess
from hashlib import sha256

import pytest
from pypdf import PdfReader
from pytest_django.asserts import assertContains

from lkip import pengesahan
from lkip.ekspor import tulis_beku
from lkip.models import Pengesahan
from lkip.segel import periksa_segel
from perjanjian.models import PerjanjianKinerja
from tests.factories import TAHUN
from tests.lkip.sahkan_uji import cetak_kecil, sahkan_sebagai, siapkan_kantor
from tests.lkip.terbit_uji import baca

pytestmark = pytest.mark.django_db
PDFSIG = shutil.which("pdfsig")


@pytest.fixture
def kantor(settings, tmp_path):
    return siapkan_kantor(settings, tmp_path)


@pytest.fixture
def cetakan_kecil(monkeypatch):
    monkeypatch.setattr(pengesahan, "cetak", cetak_kecil)


@pytest.mark.parametrize("jenis", ["murni", "perubahan"])
def test_both_parties_are_frozen(client, kantor, cetakan_kecil, jenis):
    jawaban = sahkan_sebagai(client, kantor, f"pk-{jenis}")

    pk = kantor.perjanjian.get(jenis=jenis)
    camat = kantor.pejabat.get(peran="pimpinan")
    bupati = kantor.pemda.pejabat.get(peran="kepala_daerah")
    assert pk.status == "disahkan"
    assert (pk.pihak_pertama_nama, pk.pihak_pertama_nip) == (camat.nama_lengkap, camat.nip)
    assert (pk.pihak_kedua_nama, pk.pihak_kedua_jabatan) == (
        bupati.nama_lengkap,
        bupati.jabatan_lengkap,
    )
    terbit = Pengesahan.objects.get()
    assert terbit.perjanjian == pk
    assert (terbit.buku_kerja.name, terbit.sha256_buku_kerja) == ("", "")
    assert terbit.sha256_data == sha256(tulis_beku(terbit.data).encode()).hexdigest()
    assertContains(jawaban, terbit.kode)


def test_official_who_changes_later_does_not_change_the_parties(client, kantor, cetakan_kecil):
    sahkan_sebagai(client, kantor, "pk-murni")
    sebelum = PerjanjianKinerja.objects.get(jenis="murni").pihak_pertama_nama
    kantor.pejabat.filter(peran="pimpinan").update(nama="Camat Lain")

    assert sebelum in client.get(f"/{kantor.kode}/{TAHUN}/pk/").content.decode()
    data = Pengesahan.objects.get().data
    assert sebelum in tulis_beku(data)


def test_without_the_head_of_the_pemda_it_is_not_signed(client, kantor, cetakan_kecil):
    kantor.pemda.pejabat.filter(peran="kepala_daerah").delete()

    assertContains(sahkan_sebagai(client, kantor, "pk-murni"), "Kepala daerah yang menjabat")
    assert not Pengesahan.objects.exists()


def test_perubahan_replaces_murni_and_both_stay(client, kantor, cetakan_kecil):
    sahkan_sebagai(client, kantor, "pk-murni")
    sahkan_sebagai(client, kantor, "pk-perubahan")

    jawaban = client.get(f"/{kantor.kode}/{TAHUN}/dokumen/")
    murni = Pengesahan.objects.get(perjanjian__jenis="murni")
    perubahan = Pengesahan.objects.get(perjanjian__jenis="perubahan")
    assertContains(jawaban, f"oleh dokumen berkode {perubahan.kode}", count=1)
    assertContains(
        client.get(f"/verifikasi/{murni.kode}/"), f"oleh dokumen berkode {perubahan.kode}"
    )
    for satu in (murni, perubahan):
        alamat = f"/{kantor.kode}/{TAHUN}/dokumen/{satu.sha256_pdf}/"
        assert client.get(alamat).getvalue() == baca(satu.pdf)


@pytest.mark.parametrize("dokumen", ["lkip", "pk-murni"])
def test_printed_document_bears_its_code_and_two_readers_accept_its_seal(
    client, kantor, tmp_path, dokumen
):
    """The whole way once, with the real printer."""
    sahkan_sebagai(client, kantor, dokumen)

    terbit = Pengesahan.objects.get()
    isi = baca(terbit.pdf)
    assert terbit.sha256_pdf == sha256(isi).hexdigest()
    teks = " ".join(halaman.extract_text() for halaman in PdfReader(io.BytesIO(isi)).pages)
    assert terbit.kode in teks
    assert "draf" not in teks.casefold()
    assert periksa_segel(isi).utuh
    assert "Signature is Valid" in pdfsig(isi, tmp_path)
    for tempat in (len(isi) // 7, len(isi) // 3, len(isi) // 2):
        berubah = bytearray(isi)
        berubah[tempat] ^= 1
        hasil = periksa_segel(bytes(berubah))
        assert hasil is None or not hasil.utuh
        assert "Signature is Valid" not in pdfsig(bytes(berubah), tmp_path)


def pdfsig(isi, folder):
    """What poppler says of the signatures of a PDF."""
    (folder / "periksa.pdf").write_bytes(isi)
    return subprocess.run(
        [PDFSIG, folder / "periksa.pdf"], capture_output=True, text=True, check=False
    ).stdout

"""The seal of an issued PDF: the whole file passes, any other does not, for two readers."""

import io
import shutil
import stat
import subprocess

import pydyf
import pytest
from django.core.management import call_command

from lkip import segel


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return tmp_path_factory.mktemp("segel")


@pytest.fixture(autouse=True)
def sealed_installation(settings, folder):
    settings.SEGEL_BERKAS = folder / "segel.p12"
    settings.SEGEL_SANDI = ""
    segel.buat_segel("Kabupaten Contoh")


@pytest.fixture(scope="module")
def polos():
    """A PDF of one empty page."""
    dokumen, keluar = pydyf.PDF(), io.BytesIO()
    kotak = pydyf.Array([0, 0, 200, 200])
    dokumen.add_page(
        pydyf.Dictionary({"Type": "/Page", "Parent": dokumen.pages.reference, "MediaBox": kotak})
    )
    dokumen.write(keluar, version=b"1.7", identifier=b"contoh")
    return keluar.getvalue()


@pytest.fixture
def bersegel(polos):
    return segel.segel_pdf(polos, alasan="Pengesahan LKIP 2024", tempat="Contoh")


def test_seal_leaves_the_bytes_as_they_were(polos, bersegel):
    assert bersegel.startswith(polos)


def test_whole_file_passes(bersegel):
    hasil = segel.periksa_segel(bersegel)

    assert hasil.utuh
    assert hasil.milik_kita
    assert hasil.penyegel == "Segel LKIP Kabupaten Contoh"


def test_pdfsig_accepts_the_file(bersegel, tmp_path):
    berkas = tmp_path / "bersegel.pdf"
    berkas.write_bytes(bersegel)

    teks = subprocess.run(
        [shutil.which("pdfsig"), berkas], capture_output=True, text=True, check=False
    ).stdout

    assert "Signature is Valid" in teks
    assert "Total document signed" in teks
    assert "ETSI.CAdES.detached" in teks


@pytest.mark.parametrize("tempat", [0.1, 0.3, 0.5])
def test_one_changed_byte_fails(bersegel, polos, tempat):
    berubah = bytearray(bersegel)
    berubah[int(len(polos) * tempat)] ^= 1

    hasil = segel.periksa_segel(bytes(berubah))

    assert hasil is None or not hasil.utuh


def test_what_was_added_at_the_end_fails(bersegel):
    assert not segel.periksa_segel(bersegel + b"\n% tambahan").utuh


@pytest.mark.parametrize("isi", [b"", b"bukan PDF", b"%PDF-1.7\n"])
def test_file_that_is_no_pdf_has_no_seal(isi):
    assert segel.periksa_segel(isi) is None


def test_pdf_without_a_seal_has_none(polos):
    assert segel.periksa_segel(polos) is None


def test_seal_of_another_installation_is_not_ours(bersegel, settings, tmp_path):
    settings.SEGEL_BERKAS = tmp_path / "lain.p12"
    segel.buat_segel("Kabupaten Lain")

    hasil = segel.periksa_segel(bersegel)

    assert not hasil.milik_kita
    assert not hasil.utuh


def test_key_and_password_are_for_the_owner_only(folder):
    for nama in ("segel.p12", "segel.sandi"):
        assert stat.S_IMODE((folder / nama).stat().st_mode) == 0o600


def test_password_of_the_settings_opens_the_seal_and_is_not_written_down(settings, polos, tmp_path):
    settings.SEGEL_BERKAS, settings.SEGEL_SANDI = tmp_path / "segel.p12", "sandi-pengelola"
    segel.buat_segel("Kabupaten Contoh")

    assert segel.periksa_segel(segel.segel_pdf(polos, alasan="Pengesahan", tempat="Contoh")).utuh
    assert [satu.name for satu in tmp_path.iterdir()] == ["segel.p12"]


def test_a_second_seal_is_not_made(folder):
    sebelum = (folder / "segel.p12").read_bytes()

    call_command("buat_segel", "Kabupaten Contoh", verbosity=0)

    assert (folder / "segel.p12").read_bytes() == sebelum


@pytest.mark.parametrize(
    ("sandi", "berkas", "pesan"),
    [("salah", "segel.p12", "tidak cocok"), ("", "tidak-ada.p12", "belum dibuat")],
)
def test_what_is_wrong_with_the_seal_is_said(settings, folder, polos, sandi, berkas, pesan):
    settings.SEGEL_SANDI, settings.SEGEL_BERKAS = sandi, folder / berkas

    with pytest.raises(segel.SegelTidakAda, match=pesan):
        segel.segel_pdf(polos, alasan="Pengesahan", tempat="Contoh")

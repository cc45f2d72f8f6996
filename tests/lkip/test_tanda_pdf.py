"""Signatures in a PDF: those that hold, those that do not, and the file before the seal."""

import shutil
import subprocess

import pytest
from pyhanko.sign.general import SigningError
from pyhanko.sign.signers import PdfSigner

from lkip import segel
from lkip.tanda_pdf import baca_tanda_tangan, tanpa_segel
from tests.lkip.terbit_uji import siapkan_penyimpanan
from tests.pdf_uji import buat_pdf, tandatangani_pdf


@pytest.fixture
def bersegel(settings, tmp_path):
    siapkan_penyimpanan(settings, tmp_path)
    return segel.segel_pdf(buat_pdf("Satu", "Dua"), alasan="Pengesahan", tempat="Contoh")


def test_file_before_the_seal_is_the_printed_one(bersegel):
    assert tanpa_segel(bersegel) == buat_pdf("Satu", "Dua").strip()


def test_signature_on_the_file_without_seal_holds(bersegel):
    [tanda] = baca_tanda_tangan(tandatangani_pdf(tanpa_segel(bersegel), "Budi Contoh"))

    assert tanda.utuh
    assert tanda.penanda_tangan == "Budi Contoh"


def test_seal_forbids_every_other_signature(bersegel, monkeypatch):
    with pytest.raises(SigningError):
        tandatangani_pdf(bersegel)

    # Other programs sign all the same.
    monkeypatch.setattr(PdfSigner, "_enforce_certification_constraints", lambda *_: None)
    semua = baca_tanda_tangan(tandatangani_pdf(bersegel))

    assert [satu.utuh for satu in semua] == [False, True]


def test_several_people_may_sign(bersegel):
    dua = tandatangani_pdf(tandatangani_pdf(tanpa_segel(bersegel)), "Bupati", bidang="Kedua")

    assert [satu.utuh for satu in baca_tanda_tangan(dua)] == [True, True]


@pytest.mark.parametrize("tempat", [20, 300, 600])
def test_one_changed_byte_breaks_a_signature(tempat):
    berubah = bytearray(tandatangani_pdf(buat_pdf("Satu", "Dua")))
    berubah[tempat] ^= 1

    assert not any(satu.utuh for satu in baca_tanda_tangan(bytes(berubah)))


@pytest.mark.parametrize("isi", [b"", b"bukan PDF", b"%PDF-1.7\n", buat_pdf("Tanpa tanda")])
def test_what_is_not_signed_has_no_signatures(isi):
    assert baca_tanda_tangan(isi) == ()


def test_pdfsig_finds_a_changed_byte_in_the_sealed_file(bersegel, tmp_path):
    berubah = bytearray(bersegel)
    berubah[300] ^= 1
    (tmp_path / "berubah.pdf").write_bytes(berubah)

    teks = subprocess.run(
        [shutil.which("pdfsig"), tmp_path / "berubah.pdf"],
        capture_output=True,
        text=True,
        check=False,
    ).stdout

    assert "Signature is Valid" not in teks
    assert "Digest Mismatch" in teks

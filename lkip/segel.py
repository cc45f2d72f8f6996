"""The seal of an issued PDF: a PAdES signature with the certificate of this installation.

The seal proves that the file is the issued one, byte for byte. It is not a certified electronic
signature of BSrE and never says so.
"""

import io
import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.serialization import pkcs12
from cryptography.x509.oid import NameOID
from django.conf import settings
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.misc import PdfError
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign import signers
from pyhanko.sign.fields import MDPPerm, SigSeedSubFilter
from pyhanko.sign.validation import validate_pdf_signature
from pyhanko.sign.validation.status import SignatureCoverageLevel
from pyhanko_certvalidator import ValidationContext

BIDANG = "SegelLKIP"
MASA_BERLAKU = timedelta(days=10 * 365)


class SegelTidakAda(Exception):
    """The installation has no seal, or its password does not open it."""


@dataclass(frozen=True)
class HasilSegel:
    """What a PDF says of its seal. `utuh`: nothing was changed since; `milik_kita`: our certificate."""

    utuh: bool
    milik_kita: bool
    penyegel: str
    pada: datetime | None


def berkas_segel() -> Path:
    """The PKCS#12 file: SEGEL_BERKAS, or one in the data folder."""
    return Path(settings.SEGEL_BERKAS)


def sandi_segel() -> bytes:
    """The password of the PKCS#12 file: SEGEL_SANDI, or the file beside it."""
    if settings.SEGEL_SANDI:
        return settings.SEGEL_SANDI.encode()
    berkas = berkas_segel().with_suffix(".sandi")
    if not berkas.exists():
        raise SegelTidakAda("Sandi segel tidak ada. Isi SEGEL_SANDI atau jalankan buat_segel.")
    return berkas.read_bytes().strip()


def buat_segel(nama: str) -> Path:
    """Make a certificate of this name with its key, unless there is one. Returns the PKCS#12 file.

    Both files are for this user only. Without SEGEL_SANDI the password is made up here, and never
    shown.
    """
    berkas = berkas_segel()
    if berkas.exists():
        return berkas
    berkas.parent.mkdir(parents=True, exist_ok=True)
    sandi = (settings.SEGEL_SANDI or secrets.token_urlsafe(32)).encode()
    kunci = rsa.generate_private_key(public_exponent=65537, key_size=3072)
    algoritma = serialization.BestAvailableEncryption(sandi)
    isi = pkcs12.serialize_key_and_certificates(
        nama.encode(), kunci, _sertifikat(nama, kunci), None, algoritma
    )
    if not settings.SEGEL_SANDI:
        _tulis_rahasia(berkas.with_suffix(".sandi"), sandi)
    _tulis_rahasia(berkas, isi)
    return berkas


def _sertifikat(nama: str, kunci: rsa.RSAPrivateKey) -> x509.Certificate:
    subjek = x509.Name(
        [
            x509.NameAttribute(NameOID.COUNTRY_NAME, "ID"),
            x509.NameAttribute(NameOID.ORGANIZATION_NAME, nama),
            x509.NameAttribute(NameOID.COMMON_NAME, f"Segel LKIP {nama}"[:64]),
        ]
    )
    kini = datetime.now(UTC)
    kegunaan = x509.KeyUsage(
        digital_signature=True,
        content_commitment=True,
        key_encipherment=False,
        data_encipherment=False,
        key_agreement=False,
        key_cert_sign=False,
        crl_sign=False,
        encipher_only=False,
        decipher_only=False,
    )
    return (
        x509.CertificateBuilder()
        .subject_name(subjek)
        .issuer_name(subjek)
        .public_key(kunci.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(kini - timedelta(minutes=5))
        .not_valid_after(kini + MASA_BERLAKU)
        .add_extension(kegunaan, critical=True)
        .sign(kunci, hashes.SHA256())
    )


def _tulis_rahasia(berkas: Path, isi: bytes) -> None:
    with os.fdopen(os.open(berkas, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as tulis:
        tulis.write(isi)


def _penyegel() -> signers.SimpleSigner:
    berkas = berkas_segel()
    if not berkas.exists():
        raise SegelTidakAda(
            "Segel belum dibuat. Pengelola aplikasi menjalankan perintah buat_segel sekali."
        )
    penyegel = signers.SimpleSigner.load_pkcs12(str(berkas), passphrase=sandi_segel())
    if penyegel is None:
        raise SegelTidakAda("Sandi segel tidak cocok dengan berkas segel.")
    return penyegel


def segel_pdf(pdf: bytes, *, alasan: str, tempat: str) -> bytes:
    """Seal a PDF; the file grows at its end and its bytes so far stay. Raises SegelTidakAda."""
    penulis = IncrementalPdfFileWriter(io.BytesIO(pdf))
    keterangan = signers.PdfSignatureMetadata(
        field_name=BIDANG,
        md_algorithm="sha256",
        reason=alasan,
        location=tempat,
        subfilter=SigSeedSubFilter.PADES,
        certify=True,
        docmdp_permissions=MDPPerm.NO_CHANGES,
    )
    return signers.sign_pdf(penulis, keterangan, signer=_penyegel()).getvalue()


def periksa_segel(pdf: bytes) -> HasilSegel | None:
    """What the seal of a PDF says; None for a file without seal, or that is no PDF."""
    with _tanpa_galat():
        tanda = PdfFileReader(io.BytesIO(pdf)).embedded_signatures
        if not tanda:
            return None
        penyegel = _penyegel()
        percaya = ValidationContext(trust_roots=[penyegel.signing_cert])
        status = validate_pdf_signature(tanda[0], percaya)
        return HasilSegel(
            utuh=status.bottom_line and status.coverage is SignatureCoverageLevel.ENTIRE_FILE,
            milik_kita=status.signing_cert.sha256 == penyegel.signing_cert.sha256,
            penyegel=status.signing_cert.subject.native.get("common_name", ""),
            pada=status.signer_reported_dt,
        )
    return None


@contextmanager
def _tanpa_galat() -> Iterator[None]:
    """A file that cannot be read as PDF has no seal."""
    try:
        yield
    except (PdfError, ValueError, KeyError, OSError):
        return

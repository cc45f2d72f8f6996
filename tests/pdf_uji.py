"""PDF files as tests need them: with a text, signed by somebody, locked."""

import io
import ipaddress
from datetime import UTC, datetime, timedelta
from functools import cache

import pydyf
from asn1crypto import keys
from asn1crypto import x509 as asn1_x509
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.x509.oid import NameOID
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign import signers
from pyhanko.sign.fields import SigSeedSubFilter
from pyhanko_certvalidator.registry import SimpleCertificateStore
from pypdf import PdfReader, PdfWriter


def buat_pdf(*halaman):
    """A PDF with one page for each of these texts; an empty one stands for a scan."""
    dokumen, keluar = pydyf.PDF(), io.BytesIO()
    huruf = pydyf.Dictionary({"Type": "/Font", "Subtype": "/Type1", "BaseFont": "/Helvetica"})
    dokumen.add_object(huruf)
    for teks in halaman:
        isi = pydyf.Stream([f"BT /F1 12 Tf 20 100 Td ({teks}) Tj ET".encode()] if teks else [])
        dokumen.add_object(isi)
        dokumen.add_page(
            pydyf.Dictionary(
                {
                    "Type": "/Page",
                    "Parent": dokumen.pages.reference,
                    "MediaBox": pydyf.Array([0, 0, 300, 200]),
                    "Contents": isi.reference,
                    "Resources": pydyf.Dictionary(
                        {"Font": pydyf.Dictionary({"F1": huruf.reference})}
                    ),
                }
            )
        )
    dokumen.write(keluar, version=b"1.7", identifier=b"contoh")
    return keluar.getvalue()


def kunci_pdf(pdf):
    """The same PDF with a password."""
    tulis, keluar = PdfWriter(clone_from=PdfReader(io.BytesIO(pdf))), io.BytesIO()
    tulis.encrypt("rahasia")
    tulis.write(keluar)
    return keluar.getvalue()


@cache
def buat_sertifikat(nama, alamat=""):
    """A certificate of its own with its key; `alamat` is the IP address of a server. (pem, pem)."""
    kunci = rsa.generate_private_key(public_exponent=65537, key_size=2048)
    subjek = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, nama)])
    kini = datetime.now(UTC)
    pembuat = (
        x509.CertificateBuilder()
        .subject_name(subjek)
        .issuer_name(subjek)
        .public_key(kunci.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(kini - timedelta(minutes=5))
        .not_valid_after(kini + timedelta(days=1))
        .add_extension(_kegunaan(), critical=True)
    )
    if alamat:
        nama_lain = x509.SubjectAlternativeName([x509.IPAddress(ipaddress.ip_address(alamat))])
        pembuat = pembuat.add_extension(nama_lain, critical=False).add_extension(
            x509.BasicConstraints(ca=True, path_length=None), critical=True
        )
    return (
        pembuat.sign(kunci, hashes.SHA256()).public_bytes(serialization.Encoding.PEM),
        kunci.private_bytes(
            serialization.Encoding.PEM,
            serialization.PrivateFormat.PKCS8,
            serialization.NoEncryption(),
        ),
    )


def _kegunaan():
    tidak = dict.fromkeys(
        "key_encipherment data_encipherment key_agreement crl_sign encipher_only "
        "decipher_only".split(),
        False,
    )
    return x509.KeyUsage(
        digital_signature=True, content_commitment=True, key_cert_sign=True, **tidak
    )


@cache
def _penanda_tangan(nama):
    sertifikat, kunci = buat_sertifikat(nama)
    baca = x509.load_pem_x509_certificate(sertifikat)
    rahasia = serialization.load_pem_private_key(kunci, None)
    return signers.SimpleSigner(
        signing_cert=asn1_x509.Certificate.load(baca.public_bytes(serialization.Encoding.DER)),
        signing_key=keys.PrivateKeyInfo.load(
            rahasia.private_bytes(
                serialization.Encoding.DER,
                serialization.PrivateFormat.PKCS8,
                serialization.NoEncryption(),
            )
        ),
        cert_registry=SimpleCertificateStore(),
    )


def tandatangani_pdf(pdf, nama="Budi Contoh", bidang="TandaTangan"):
    """The PDF with a PAdES signature of this person."""
    keterangan = signers.PdfSignatureMetadata(
        field_name=bidang, md_algorithm="sha256", subfilter=SigSeedSubFilter.PADES
    )
    penulis = IncrementalPdfFileWriter(io.BytesIO(pdf))
    return signers.sign_pdf(penulis, keterangan, signer=_penanda_tangan(nama)).getvalue()

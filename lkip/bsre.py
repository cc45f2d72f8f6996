"""Certified signatures: the e-sign client of BSrE, version 2, which the pemda runs for its applications.

The passphrase goes out in one request and is kept nowhere. What is raised here never carries what
was sent or answered, and names no exception below it; what is logged are numbers.
"""

import base64
import json
import logging
import ssl
from collections.abc import Mapping
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPException, HTTPSConnection
from time import monotonic
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.views.decorators.debug import sensitive_variables

logger = logging.getLogger(__name__)
JALUR_STATUS = "/api/v2/user/check/status"
JALUR_TANDA = "/api/v2/sign/pdf"
DETIK_STATUS, DETIK_TANDA = 10, 60
BITA_JAWABAN = 40_000_000  # 25 MB in Base64, and some
POTONG = 256 * 1024
FRASA_SALAH, TIDAK_TERDAFTAR = 2031, frozenset({1110, 2011})
AKTIF = "ISSUE"

TIDAK_TERHUBUNG = "Layanan tanda tangan BSrE tidak dapat dihubungi. Coba lagi nanti, atau hubungi pengelola aplikasi."
LAMBAT = "Layanan tanda tangan BSrE tidak menjawab pada waktunya. Coba lagi nanti."
TIDAK_DIPERCAYA = "Sertifikat layanan tanda tangan BSrE tidak dapat dipercaya, sehingga tidak ada yang dikirim. Hubungi pengelola aplikasi."
DITOLAK = "Layanan tanda tangan BSrE menolak aplikasi ini. Hubungi pengelola aplikasi."
GANGGUAN = (
    "Layanan tanda tangan BSrE sedang terganggu. Dokumen belum ditandatangani; coba lagi nanti."
)
JAWABAN_KELIRU = "Jawaban layanan tanda tangan BSrE tidak dapat dipakai. Dokumen belum ditandatangani; hubungi pengelola aplikasi."
FRASA_KELIRU = "Passphrase tidak cocok. Dokumen belum ditandatangani. Terlalu sering keliru membuat sertifikat Anda diblokir BSrE."
STATUS = {
    "NOT_REGISTERED": "NIK ini belum terdaftar di BSrE. Periksa angkanya, atau hubungi verifikator BSrE di daerah Anda.",
    "EXPIRED": "Sertifikat elektronik Anda sudah kedaluwarsa. Perbarui lewat verifikator BSrE di daerah Anda.",
    "RENEW": "Sertifikat elektronik Anda sedang diperbarui. Selesaikan dahulu, lalu coba lagi.",
    "REVOKE": "Sertifikat elektronik Anda sudah dicabut. Hubungi verifikator BSrE di daerah Anda.",
    "SUSPEND": "Akun BSrE Anda sedang ditangguhkan. Hubungi verifikator BSrE di daerah Anda.",
    "WAITING_FOR_VERIFICATION": "Pendaftaran Anda di BSrE masih menunggu verifikasi.",
    "NEW": "Pendaftaran Anda di BSrE belum selesai. Buka surel aktivasi dari BSrE.",
    "NO_CERTIFICATE": "Anda belum mempunyai sertifikat elektronik. Hubungi verifikator BSrE di daerah Anda.",
}
STATUS_LAIN = (
    "Sertifikat elektronik Anda belum dapat dipakai. Hubungi verifikator BSrE di daerah Anda."
)


class GagalTandaTangan(Exception):
    """Nothing was signed; the message says why and what to do, in Indonesian."""


@dataclass(frozen=True)
class Jawaban:
    """What the service answered: the status of HTTP, and its JSON."""

    status: int
    isi: Mapping[str, Any]

    @property
    def berhasil(self) -> bool:
        return self.status == 200

    @property
    def kode(self) -> int:
        """The number that the service gives to what went wrong; 0 without one."""
        kode = self.isi.get("status_code")
        return kode if isinstance(kode, int) else 0


def aktif() -> bool:
    """Whether this installation has an e-sign client."""
    return bool(settings.BSRE_ALAMAT)


@sensitive_variables()
def tandatangani(pdf: bytes, *, nik: str, passphrase: str, alasan: str, tempat: str) -> bytes:
    """The PDF with the certified signature of this person. Raises GagalTandaTangan."""
    _pastikan_bersertifikat(nik)
    jawaban = _kirim(
        JALUR_TANDA,
        {
            "nik": nik,
            "passphrase": passphrase,
            "signatureProperties": [
                {"tampilan": "INVISIBLE", "location": tempat, "reason": alasan},
            ],
            "file": [base64.b64encode(pdf).decode()],
        },
        DETIK_TANDA,
    )
    if jawaban.berhasil:
        return _baca_pdf(jawaban)
    raise GagalTandaTangan(_pesan(jawaban))


@sensitive_variables()
def _pastikan_bersertifikat(nik: str) -> None:
    """Refuse who cannot sign before a passphrase goes out."""
    jawaban = _kirim(JALUR_STATUS, {"nik": nik}, DETIK_STATUS)
    status = jawaban.isi.get("status")
    if not isinstance(status, str):
        raise GagalTandaTangan(JAWABAN_KELIRU if jawaban.berhasil else _pesan(jawaban))
    if status != AKTIF:
        raise GagalTandaTangan(STATUS.get(status, STATUS_LAIN))


@sensitive_variables()
def _kirim(jalur: str, isi: Mapping[str, Any], detik: int) -> Jawaban:
    """Post JSON and read the answer, never more of it than fits and never longer than it may take."""
    alamat = urlsplit(settings.BSRE_ALAMAT)
    sambungan = _sambungan(alamat, detik)
    try:
        sambungan.request(
            "POST", alamat.path + jalur, body=json.dumps(isi).encode(), headers=_kepala()
        )
        with sambungan.getresponse() as jawaban:
            return _urai(jawaban.status, _baca(jawaban, monotonic() + detik))
    except TimeoutError:
        raise GagalTandaTangan(LAMBAT) from None
    except ssl.SSLCertVerificationError:
        logger.error("The certificate of the e-sign client is not trusted")
        raise GagalTandaTangan(TIDAK_DIPERCAYA) from None
    except (OSError, HTTPException):
        logger.error("The e-sign client cannot be reached")
        raise GagalTandaTangan(TIDAK_TERHUBUNG) from None
    finally:
        sambungan.close()


def _sambungan(alamat, detik: int) -> HTTPConnection:
    if alamat.scheme == "http":  # this machine only, as the settings say
        return HTTPConnection(alamat.hostname, alamat.port, timeout=detik)
    percaya = ssl.create_default_context(cafile=settings.BSRE_SERTIFIKAT or None)
    return HTTPSConnection(alamat.hostname, alamat.port, timeout=detik, context=percaya)


@sensitive_variables()
def _kepala() -> dict[str, str]:
    masuk = f"{settings.BSRE_PENGGUNA}:{settings.BSRE_SANDI}".encode()
    return {
        "Authorization": f"Basic {base64.b64encode(masuk).decode()}",
        "Content-Type": "application/json",
        "Accept": "application/json",
    }


def _baca(jawaban, sampai: float) -> bytes:
    isi = bytearray()
    while potong := jawaban.read1(POTONG):
        isi += potong
        if len(isi) > BITA_JAWABAN:
            raise GagalTandaTangan(JAWABAN_KELIRU)
        if monotonic() > sampai:
            raise TimeoutError
    return bytes(isi)


def _urai(status: int, mentah: bytes) -> Jawaban:
    """The answer; what is no JSON object counts as empty."""
    try:
        isi = json.loads(mentah)
    except (ValueError, RecursionError):
        isi = None
    jawaban = Jawaban(status, isi if isinstance(isi, dict) else {})
    if not jawaban.berhasil:
        logger.warning("The e-sign client answered %s, code %s", status, jawaban.kode)
    return jawaban


def _pesan(jawaban: Jawaban) -> str:
    """What to tell of a refusal. The words of the service are read, and never passed on."""
    kata = str(jawaban.isi.get("error") or jawaban.isi.get("message") or "").lower()
    if jawaban.kode == FRASA_SALAH or "passphrase anda salah" in kata:
        return FRASA_KELIRU
    if jawaban.kode in TIDAK_TERDAFTAR:
        return STATUS["NOT_REGISTERED"]
    if jawaban.status in (401, 403):
        return DITOLAK
    return GANGGUAN


def _baca_pdf(jawaban: Jawaban) -> bytes:
    """The one signed file of the answer, whose signature holds."""
    from lkip.tanda_pdf import baca_tanda_tangan  # pyHanko takes half a second to import

    berkas = jawaban.isi.get("file")
    try:
        [satu] = berkas if isinstance(berkas, list) else []
        pdf = base64.b64decode(satu, validate=True)
    except (ValueError, TypeError):
        raise GagalTandaTangan(JAWABAN_KELIRU) from None
    tanda = baca_tanda_tangan(pdf)
    if not tanda or not all(satu.utuh for satu in tanda):
        raise GagalTandaTangan(JAWABAN_KELIRU)
    return pdf

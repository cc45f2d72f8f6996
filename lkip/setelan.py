"""Settings that are read from addresses. Read by the settings, so without models."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured

PORT = {"smtp": 25, "smtp+tls": 587, "smtps": 465}
BSRE = ("BSRE_ALAMAT", "BSRE_PENGGUNA", "BSRE_SANDI", "BSRE_SERTIFIKAT")
MESIN_INI = ("localhost", "127.0.0.1", "::1")
TANPA_SUREL = {"SUREL_AKTIF": False}


def baca_surel(environ: Mapping[str, str]) -> dict[str, Any]:
    """Django's settings of the mail server that EMAIL_URL names; without it nothing is sent."""
    alamat = environ.get("EMAIL_URL", "")
    if not alamat:
        return TANPA_SUREL
    if not baca_situs(environ):
        raise ImproperlyConfigured("EMAIL_URL needs ALAMAT_SITUS, for the links in e-mails.")
    bagian = urlsplit(alamat)
    if bagian.scheme not in PORT or not bagian.hostname or bagian.path not in ("", "/"):
        raise ImproperlyConfigured(
            "EMAIL_URL: use smtp://, smtp+tls:// or smtps://, then user:password@host:port."
        )
    return {
        "SUREL_AKTIF": True,
        "EMAIL_HOST": bagian.hostname,
        "EMAIL_PORT": _port(bagian) or PORT[bagian.scheme],
        "EMAIL_HOST_USER": unquote(bagian.username or ""),
        "EMAIL_HOST_PASSWORD": unquote(bagian.password or ""),
        "EMAIL_USE_TLS": bagian.scheme == "smtp+tls",
        "EMAIL_USE_SSL": bagian.scheme == "smtps",
        "EMAIL_TIMEOUT": 5,
        "DEFAULT_FROM_EMAIL": environ.get("EMAIL_DARI") or f"LKIP <lkip@{bagian.hostname}>",
    }


def baca_situs(environ: Mapping[str, str]) -> str:
    """The address under which users know this installation, without a slash at its end."""
    alamat = environ.get("ALAMAT_SITUS", "")
    bagian = urlsplit(alamat)
    polos = bagian.scheme in ("http", "https") and bagian.hostname and bagian.path in ("", "/")
    if alamat and (not polos or bagian.query or bagian.fragment):
        raise ImproperlyConfigured(
            f"ALAMAT_SITUS={alamat!r}: use https:// and the name of the site, without a path."
        )
    return alamat.rstrip("/")


def baca_bsre(environ: Mapping[str, str]) -> dict[str, str]:
    """The e-sign client of BSrE that this installation may use; without it that way is closed."""
    isi = {nama: environ.get(nama, "") for nama in BSRE}
    wajib = [isi[nama] for nama in BSRE[:3]]
    if not any(isi.values()):
        return isi
    if not all(wajib):
        raise ImproperlyConfigured("BSrE needs BSRE_ALAMAT, BSRE_PENGGUNA and BSRE_SANDI.")
    bagian = urlsplit(isi["BSRE_ALAMAT"])
    aman = bagian.scheme == "https" or (bagian.scheme == "http" and bagian.hostname in MESIN_INI)
    if not aman or not bagian.hostname or bagian.username or bagian.query or bagian.fragment:
        raise ImproperlyConfigured(
            "BSRE_ALAMAT: use https:// and the name of the service; a passphrase goes there."
        )
    if isi["BSRE_SERTIFIKAT"] and not Path(isi["BSRE_SERTIFIKAT"]).is_file():
        raise ImproperlyConfigured("BSRE_SERTIFIKAT is not a file.")
    return isi | {"BSRE_ALAMAT": isi["BSRE_ALAMAT"].rstrip("/")}


def _port(bagian) -> int | None:
    try:
        return bagian.port
    except ValueError as galat:
        raise ImproperlyConfigured(f"EMAIL_URL: {galat}.") from galat

"""Keeps an uploaded file between its preview and the decision about it.

A file belongs to one session, user, office and year, and is deleted when it was applied or
refused, or after a day.
"""

import json
import re
import secrets
import time
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from django.conf import settings

MASA = 24 * 60 * 60  # seconds
_KUNCI = re.compile(r"[A-Za-z0-9_-]{43}")


@dataclass(frozen=True, kw_only=True)
class Pemilik:
    """Who may open it, and for what: `guna` is "buku", "sipd" or "dokumen"."""

    sesi: str
    pengguna: int
    instansi: str
    tahun: int
    guna: str


def titipkan(pemilik: Pemilik, isi: bytes, baris: int = 0) -> str:
    """Keep a file and return the key to it; files of yesterday go. `baris` is how many rows change."""
    folder = _folder()
    _bersihkan(folder)
    kunci = secrets.token_urlsafe(32)
    berkas = folder / kunci
    berkas.touch(mode=0o600)
    catatan = {"pemilik": asdict(pemilik), "baris": baris}
    berkas.write_bytes(json.dumps(catatan).encode() + b"\n" + isi)
    return kunci


def ambil_titipan(pemilik: Pemilik, kunci: str) -> bytes | None:
    """The file of this key, or None when it is gone or somebody else's."""
    catatan, isi = _baca(kunci)
    return isi if catatan.get("pemilik") == asdict(pemilik) else None


def baris_titipan(kunci: str) -> int:
    """How many rows the file of this key changes."""
    return _baca(kunci)[0].get("baris", 0)


def baca_titipan(kunci: str) -> bytes | None:
    """The file of this key, for work that its owner has asked for."""
    return _baca(kunci)[1]


def ada_titipan(kunci: str) -> bool:
    """Whether the file of this key is still there."""
    return _jalur(kunci) is not None


def _baca(kunci: str) -> tuple[dict[str, Any], bytes | None]:
    berkas = _jalur(kunci)
    if berkas is None:
        return {}, None
    catatan, _, isi = berkas.read_bytes().partition(b"\n")
    return json.loads(catatan), isi


def _jalur(kunci: str) -> Path | None:
    berkas = _folder() / kunci
    return berkas if _KUNCI.fullmatch(kunci) and berkas.is_file() and not _usang(berkas) else None


def buang_titipan(pemilik: Pemilik, kunci: str) -> None:
    """Delete the file of this key if it belongs to them."""
    if ambil_titipan(pemilik, kunci) is not None:
        hapus_titipan(kunci)


def hapus_titipan(kunci: str) -> None:
    (_folder() / kunci).unlink(missing_ok=True)


def _folder() -> Path:
    folder = Path(settings.DATA_DIR) / "impor"
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    return folder


def _usang(berkas: Path) -> bool:
    return time.time() - berkas.stat().st_mtime > MASA


def _bersihkan(folder: Path) -> None:
    for berkas in folder.iterdir():
        if _usang(berkas):
            berkas.unlink(missing_ok=True)

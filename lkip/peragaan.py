"""The environment of `manage.py demo`: production settings on plain HTTP; and the secret of a data folder."""

import os
import secrets
from collections.abc import MutableMapping
from pathlib import Path

SEMUA_ALAMAT = ("0.0.0.0", "::", "")


def siapkan_lingkungan(environ: MutableMapping[str, str] = os.environ) -> None:
    """Set what the settings need. DEBUG is off, because a demo shows the product as it is served."""
    environ["DEBUG"] = "False"
    environ.setdefault("HTTPS", "False")
    host = environ.get("HOST", "127.0.0.1")
    # A demo on all addresses cannot know by which name it will be called.
    terima = "*" if host in SEMUA_ALAMAT else f"localhost,127.0.0.1,[::1],{host}"
    environ.setdefault("ALLOWED_HOSTS", terima)


def baca_kunci(folder: Path) -> str:
    """The secret of an installation that sets no SECRET_KEY: made once, readable by its owner only."""
    berkas = folder / "kunci"
    folder.mkdir(parents=True, exist_ok=True)
    try:
        pegangan = os.open(berkas, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return berkas.read_text(encoding="ascii").strip()
    with os.fdopen(pegangan, "w", encoding="ascii") as tulis:
        tulis.write(secrets.token_urlsafe(50))
    return berkas.read_text(encoding="ascii")

"""The environment of `manage.py demo`: production settings on plain HTTP, with a secret of its own.

Read before the settings are, and only by that command: any other start without SECRET_KEY fails.
"""

import os
import secrets
from collections.abc import MutableMapping
from pathlib import Path

AKAR = Path(__file__).resolve().parent.parent
SEMUA_ALAMAT = ("0.0.0.0", "::", "")


def siapkan_lingkungan(environ: MutableMapping[str, str] = os.environ) -> None:
    """Set what the settings need. DEBUG is off, because a demo shows the product as it is served."""
    environ["DEBUG"] = "False"
    environ.setdefault("HTTPS", "False")
    host = environ.get("HOST", "127.0.0.1")
    # A demo on all addresses cannot know by which name it will be called.
    terima = "*" if host in SEMUA_ALAMAT else f"localhost,127.0.0.1,[::1],{host}"
    environ.setdefault("ALLOWED_HOSTS", terima)
    if not environ.get("SECRET_KEY"):
        environ["SECRET_KEY"] = baca_kunci(Path(environ.get("DATA_DIR", AKAR / "var")))


def baca_kunci(folder: Path) -> str:
    """The secret of this data folder, made at the first start and readable by its owner only."""
    berkas = folder / "kunci"
    folder.mkdir(parents=True, exist_ok=True)
    try:
        pegangan = os.open(berkas, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return berkas.read_text(encoding="ascii").strip()
    with os.fdopen(pegangan, "w", encoding="ascii") as tulis:
        tulis.write(secrets.token_urlsafe(50))
    return berkas.read_text(encoding="ascii")

"""The secret of an installation that sets no SECRET_KEY. Read by the settings, so without Django."""

import os
import secrets
from pathlib import Path


def baca_kunci(folder: Path) -> str:
    """The secret of this data folder: made once, readable by its owner only."""
    berkas = folder / "kunci"
    folder.mkdir(parents=True, exist_ok=True)
    try:
        pegangan = os.open(berkas, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return berkas.read_text(encoding="ascii").strip()
    with os.fdopen(pegangan, "w", encoding="ascii") as tulis:
        tulis.write(secrets.token_urlsafe(50))
    return berkas.read_text(encoding="ascii")

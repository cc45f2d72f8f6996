"""The environment of `manage.py demo`: production settings on plain HTTP, read before they are."""

import os
from collections.abc import MutableMapping

SEMUA_ALAMAT = ("0.0.0.0", "::", "")


def siapkan_lingkungan(environ: MutableMapping[str, str] = os.environ) -> None:
    """Set what the settings need. DEBUG is off, because a demo shows the product as it is served."""
    environ["DEBUG"] = "False"
    environ.setdefault("HTTPS", "False")
    host = environ.get("HOST", "127.0.0.1")
    # A demo on all addresses cannot know by which name it will be called.
    terima = "*" if host in SEMUA_ALAMAT else f"localhost,127.0.0.1,[::1],{host}"
    environ.setdefault("ALLOWED_HOSTS", terima)

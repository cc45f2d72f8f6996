"""Files that are kept as they are: written once, readable only, gone again when the row is not written."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage

HANYA_BACA = 0o440


@contextmanager
def simpan_beku(berkas: Mapping[str, tuple[str, bytes]]) -> Iterator[dict[str, str]]:
    """Store files, each under its column as (name, content); the block gets their stored names.

    A name that is taken is never overwritten. When the block fails, the files are gone again.
    """
    nama: dict[str, str] = {}
    try:
        for kolom, (tujuan, isi) in berkas.items():
            nama[kolom] = default_storage.save(f"pengesahan/{tujuan}", ContentFile(isi))
            Path(default_storage.path(nama[kolom])).chmod(HANYA_BACA)
        yield nama
    except BaseException:
        for satu in nama.values():
            default_storage.delete(satu)
        raise


def hitung_hash(isi: bytes) -> str:
    """64 hexadecimal digits."""
    return sha256(isi).hexdigest()

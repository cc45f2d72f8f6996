"""Reads the TOML files of the example office."""

import tomllib
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

from django.conf import settings

FOLDER = Path(settings.BASE_DIR) / "contoh" / "bangsalsari"

Isi = dict[str, Any]


class ContohSalah(Exception):
    """The example data cannot be loaded; the message is one Indonesian line."""


def read_toml(path: Path) -> Isi:
    """Read one file; numbers with decimals become Decimal. Raises ContohSalah."""
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"), parse_float=Decimal)
    except OSError as error:
        raise ContohSalah(f"Berkas {path.name} tidak dapat dibaca: {error.strerror}.") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ContohSalah(f"Berkas {path.name} bukan TOML yang sah: {error}.") from error


@dataclass(frozen=True, kw_only=True)
class Data:
    """The content of the five files that describe the office and its year."""

    instansi: Isi
    renstra: Isi
    anggaran: Isi
    kinerja: Isi
    naskah: Isi


def read_data(folder: Path = FOLDER) -> Data:
    """Read all files of the example office. Raises ContohSalah."""
    nama = Data.__dataclass_fields__
    return Data(**{satu: read_toml(folder / f"{satu}.toml") for satu in nama})

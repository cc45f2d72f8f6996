"""Creates objects from rows: every one validated, then written in bulk with its history."""

from collections.abc import Iterable
from typing import Any, TypeVar

from django.core.exceptions import ValidationError
from django.db.models import Model
from simple_history.utils import bulk_create_with_history

from lkip.contoh.data import ContohSalah

ALASAN_RIWAYAT = "Data contoh"

M = TypeVar("M", bound=Model)


def validate(objek: Model) -> None:
    """Run full_clean(); raises ContohSalah with the object and all messages in one line."""
    try:
        objek.full_clean()
    except ValidationError as error:
        pesan = " ".join(error.messages)
        raise ContohSalah(f"{objek._meta.verbose_name} “{objek}”: {pesan}") from error


def create_all(model: type[M], baris: Iterable[dict[str, Any]]) -> list[M]:
    """Create one object per row of field values, in order. Raises ContohSalah."""
    objek = [model(**satu) for satu in baris]
    for satu in objek:
        validate(satu)
    return bulk_create_with_history(objek, model, default_change_reason=ALASAN_RIWAYAT)


def create(model: type[M], **isian: Any) -> M:
    """Create one object. Raises ContohSalah."""
    return create_all(model, [isian])[0]


def numbered(baris: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    """Add `urutan` 1, 2, 3, … to rows that are kept in the order of their file."""
    return [{"urutan": urutan, **satu} for urutan, satu in enumerate(baris, 1)]

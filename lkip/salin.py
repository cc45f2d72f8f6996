"""Copies of records, for what goes on from one year to the next."""

from typing import Any, TypeVar

from django.db import models

Rekam = TypeVar("Rekam", bound=models.Model)


def salin(objek: Rekam, **ganti: Any) -> Rekam:
    """A saved copy of a record with some fields replaced; it starts at version 1."""
    isi = {
        bidang.attname: getattr(objek, bidang.attname)
        for bidang in objek._meta.concrete_fields
        if not bidang.primary_key
    }
    baru = type(objek)(**isi)
    for nama, nilai in {"versi": 1, **ganti}.items():
        setattr(baru, nama, nilai)
    baru.save()
    return baru

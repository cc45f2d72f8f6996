"""Whole offices that many tests start from: built once in a process, afterwards copied as rows.

To build one takes hundreds of inserts through the models, each with its history; to copy its rows
takes a statement for each table. What a test finds is the same, down to the keys and the codes.
"""

from functools import cache, wraps

from django.apps import apps
from django.contrib.sessions.base_session import AbstractBaseSession
from django.db import connection, transaction

from instansi.models import Instansi

OFFICE_APPS = {"anggaran", "instansi", "lkip", "perjanjian", "renstra"}


def sekali_jadi(buat):
    """Let a factory of an office run once for each state of the database that it is called in."""
    cetakan = {}

    @wraps(buat)
    def salin(*pilihan):
        banyak, terakhir = _ukur()
        # SQLite numbers from the rows that are there, PostgreSQL never gives a key again.
        kunci = (pilihan, banyak, terakhir if connection.vendor == "sqlite" else ())
        if kunci not in cetakan:
            pk = buat(*pilihan).pk
            cetakan[kunci] = (pk, list(_baca_sesudah(terakhir)))
        else:
            _tulis(cetakan[kunci][1])
        return Instansi.objects.select_related("pemda").get(pk=cetakan[kunci][0])

    return salin


@cache
def _tabel():
    """(table, column of its key) of everything that belongs to an office, with the histories; no sessions."""
    semua = apps.get_models(include_auto_created=True)
    return [
        (connection.ops.quote_name(satu._meta.db_table), satu._meta.pk.column)
        for satu in semua
        if satu._meta.app_label in OFFICE_APPS and not issubclass(satu, AbstractBaseSession)
    ]


def _ukur():
    """How many rows each table has, and their last keys."""
    bagian = [
        f"(SELECT {satu} FROM {tabel})"
        for tabel, kunci in _tabel()
        for satu in ("count(*)", f"coalesce(max({kunci}), 0)")
    ]
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {', '.join(bagian)}")
        hasil = cursor.fetchone()
    return hasil[::2], hasil[1::2]


def _baca_sesudah(terakhir):
    """(statement, rows) that put back what has come since these last keys."""
    with connection.cursor() as cursor:
        for (tabel, kunci), awal in zip(_tabel(), terakhir, strict=True):
            cursor.execute(f"SELECT * FROM {tabel} WHERE {kunci} > %s", [awal])
            if isi := cursor.fetchall():
                kolom = ", ".join(connection.ops.quote_name(satu[0]) for satu in cursor.description)
                tanda = ", ".join(["%s"] * len(cursor.description))
                yield f"INSERT INTO {tabel} ({kolom}) VALUES ({tanda})", isi


def _tulis(isi):
    with transaction.atomic(), connection.cursor() as cursor:
        for perintah, baris in isi:
            cursor.executemany(perintah, baris)

"""Threads with connections of their own, for what two people do at the same time.

SQLite's test database lives in memory, where a writer is refused instead of waiting, so there the
threads work on a copy in a file, as in an office.
"""

import sqlite3
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from threading import Barrier

import pytest
from django.db import connection, connections


@pytest.fixture
def utas(transactional_db, tmp_path, monkeypatch):
    """Run functions in threads; they start together, when the last of them is ready."""

    def jalankan(*fungsi):
        if connection.vendor == "sqlite":
            salin(tmp_path / "serentak.sqlite3", monkeypatch)
        mulai = Barrier(len(fungsi))
        with ThreadPoolExecutor(len(fungsi)) as kumpulan:
            kerja = [kumpulan.submit(satu_utas, mulai, satu) for satu in fungsi]
            return [satu.result() for satu in kerja]

    return jalankan


def salin(berkas, monkeypatch):
    """Put what the database holds now into a file, once, and let new connections open that."""
    if berkas.exists():
        return
    with closing(sqlite3.connect(berkas)) as salinan:
        connection.connection.backup(salinan)
        # Kept in the file: two connections that switch to it at once refuse each other.
        salinan.execute("PRAGMA journal_mode=WAL")
    monkeypatch.setitem(connections.settings["default"], "NAME", str(berkas))


def satu_utas(mulai, fungsi):
    try:
        mulai.wait(timeout=30)
        return fungsi()
    finally:
        connections.close_all()

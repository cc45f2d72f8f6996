"""Run functions at the same time, each with a connection of its own.

SQLite's test database lives in memory, where a writer is refused instead of waiting, so there the
threads work on a copy in a file, as in an office.
"""

import sqlite3
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing

from django.db import connection, connections


def run_together(functions, *, folder, monkeypatch):
    """Call these functions in threads, and return their results in order."""
    if connection.vendor == "sqlite":
        file = folder / "serentak.sqlite3"
        with closing(sqlite3.connect(file)) as copy:
            connection.connection.backup(copy)
        monkeypatch.setitem(connections.settings["default"], "NAME", str(file))
    with ThreadPoolExecutor(len(functions)) as pool:
        return [job.result() for job in [pool.submit(_close_after, f) for f in functions]]


def _close_after(function):
    try:
        return function()
    finally:
        connections.close_all()

"""The example office in the test database, loaded once for a whole module."""

from contextlib import contextmanager

from django.db import transaction

from lkip.contoh.data import read_data
from lkip.contoh.muat import load_contoh


@contextmanager
def loaded_contoh(django_db_blocker):
    """Load the example office, and forget it at the end. Yields its data."""
    data = read_data()
    with django_db_blocker.unblock(), transaction.atomic():
        load_contoh(data)
        yield data
        transaction.set_rollback(True)

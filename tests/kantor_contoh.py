"""The example office in the test database, loaded once for a whole module."""

from contextlib import contextmanager

from django.db import transaction

from instansi.models import Instansi
from lkip.contoh.data import read_data
from lkip.contoh.muat import load_contoh
from tests.cetakan import sekali_jadi


@sekali_jadi
def muat_contoh():
    """The example office, in a database without one."""
    load_contoh(read_data())
    return Instansi.objects.get()


@contextmanager
def loaded_contoh(django_db_blocker):
    """Load the example office, and forget it at the end. Yields its data."""
    with django_db_blocker.unblock(), transaction.atomic():
        muat_contoh()
        yield read_data()
        transaction.set_rollback(True)

"""The office that most tests are about, and who enters its report. A module may have its own."""

import pytest

from tests import factories as buat


@pytest.fixture
def instansi(db):
    """An office whose report of the year has every part."""
    return buat.make_laporan_lengkap()


@pytest.fixture
def operator(client, instansi):
    """A client of the operator of the office."""
    client.force_login(buat.make_pengguna(peran="operator", instansi=instansi))
    return client

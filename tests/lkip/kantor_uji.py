"""An office with everything, its camat, and its addresses."""

import pytest

from tests.factories import (
    TAHUN,
    make_laporan_lengkap,
    make_pengguna,
)


@pytest.fixture
def office(db):
    return make_laporan_lengkap()


@pytest.fixture
def camat(client, office):
    user = make_pengguna(peran="camat", instansi=office)
    client.force_login(user)
    return user


def url(instansi, sisa="", tahun=TAHUN):
    return f"/{instansi.kode}/{tahun}/{sisa}"

"""System checks by id."""

import pytest
from django.core.checks import run_checks

from lkip.checks import check_dokumen, check_instansi
from tests.factories import make_instansi


def test_nothing_is_missing_here():
    assert check_dokumen(None) == []


def test_missing_font_is_named(settings, tmp_path):
    settings.BASE_DIR = tmp_path

    galat = check_dokumen(None)

    assert {satu.id for satu in galat} == {"lkip.E001"}
    assert "fonts/Arimo-Bold.ttf" in " ".join(satu.msg for satu in galat)
    assert all(satu.hint for satu in galat)


@pytest.mark.django_db
def test_installation_without_instansi_is_warned():
    peringatan = [satu for satu in run_checks(databases=["default"]) if satu.id == "lkip.W001"]
    assert len(peringatan) == 1
    assert "muat_contoh" in peringatan[0].hint

    make_instansi()

    assert check_instansi(None, databases=["default"]) == []


def test_check_without_database_asks_no_database():
    assert check_instansi(None, databases=None) == []

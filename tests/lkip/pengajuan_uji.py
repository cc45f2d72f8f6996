"""A year that was submitted."""

from lkip.models import LKIP
from tests import factories as buat


def ajukan(instansi):
    LKIP.objects.filter(instansi=instansi).delete()
    buat.make_lkip(instansi=instansi, status="diajukan")

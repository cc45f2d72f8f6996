"""The office that the walks visit, its addresses, and a good post to each."""

import logging

import pytest

from lkip.laporan import build_laporan
from lkip.models import LKIP
from tests.akses.alamat import RULES
from tests.akses.kantor import Visitor, fill, keys_of, make_kantor
from tests.akses.kiriman import form_post, grid_post


@pytest.fixture
def kantor(db):
    return make_kantor()


@pytest.fixture
def addresses(kantor):
    keys = keys_of(kantor)
    return {(name, grid): fill(name, kantor, keys=keys, grid=grid) for name, grid in RULES}


@pytest.fixture
def posts(kantor):
    return Posts(kantor)


class Posts:
    """A good post to every address that takes one, made from its page when it is first asked for."""

    def __init__(self, kantor):
        self.kantor, self.keys = kantor, keys_of(kantor)
        self.client = Visitor("admin").enter(kantor)
        self._made = {}

    def __getitem__(self, key):
        if key not in self._made:
            name, grid = key
            make = grid_post(self.client, self.kantor, grid) if grid else self._form(name)
            self._made[key] = make
        return self._made[key]

    def _form(self, name):
        return form_post(self.client, name, self.kantor, self.keys)

    def make_all(self):
        """Make those of all addresses now, while their pages can still be changed."""
        for key, rule in RULES.items():
            if rule.post is not None:
                self[key]


@pytest.fixture(autouse=True)
def cheap_answers(monkeypatch, caplog):
    """Who gets an answer matters here, not what it says: print no PDF, read no report twice, log no refusal."""
    caplog.set_level(logging.ERROR, "django.request")
    monkeypatch.setattr("lkip.pekerjaan.permintaan.antrekan", lambda pekerjaan: None)
    read = {}

    def read_once(instansi, tahun):
        status = LKIP.objects.filter(instansi=instansi, tahun=tahun).values_list("status").first()
        kunci = (instansi.pk, tahun, status)
        if kunci not in read:
            read[kunci] = build_laporan(instansi, tahun)
        return read[kunci]

    for module in ("lkip.akses", "lkip.isian.ruang"):
        monkeypatch.setattr(f"{module}.build_laporan", read_once)

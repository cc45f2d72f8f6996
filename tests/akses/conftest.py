"""The office that the walks visit, its addresses, and a good post to each."""

import pytest

from lkip.laporan import build_laporan
from lkip.models import LKIP
from tests.akses.alamat import GRIDS, RULES
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
    """A good post to every address that takes one."""
    client = Visitor("admin").enter(kantor)
    keys = keys_of(kantor)
    grids = {grid: grid_post(client, kantor, grid) for grid in GRIDS}
    return {
        (name, grid): grids[grid] if grid else form_post(client, name, kantor, keys)
        for (name, grid), rule in RULES.items()
        if rule.post is not None
    }


@pytest.fixture(autouse=True)
def cheap_answers(monkeypatch, tmp_path):
    """Who gets an answer matters here, not what it says: print no PDF, read no report twice."""
    berkas = tmp_path / "sidik.pdf"
    berkas.write_bytes(b"%PDF-1.7")
    monkeypatch.setattr("lkip.views.laporan.pdf_untuk", lambda laporan: berkas)
    monkeypatch.setattr("lkip.views.perencanaan.pdf_perjanjian", lambda laporan, pk: berkas)
    read = {}

    def read_once(instansi, tahun):
        status = LKIP.objects.filter(instansi=instansi, tahun=tahun).values_list("status").first()
        kunci = (instansi.pk, tahun, status)
        if kunci not in read:
            read[kunci] = build_laporan(instansi, tahun)
        return read[kunci]

    for module in ("lkip.akses", "lkip.isian.ruang"):
        monkeypatch.setattr(f"{module}.build_laporan", read_once)

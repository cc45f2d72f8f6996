"""Static files as a release serves them: hashed names inside modules too."""

import re
from pathlib import Path

import pytest
from django.contrib.staticfiles import finders

from lkip.penyimpanan import PenyimpananStatis

IMPOR = re.compile(r"""\bfrom\s*["']([^"']+)["']""")
HASH = re.compile(r"\.[0-9a-f]{12}\.js$")


@pytest.fixture(scope="module")
def modul(tmp_path_factory):
    """Our modules by hashed name, as collectstatic leaves them beside those of others."""
    folder = tmp_path_factory.mktemp("statis")
    penyimpanan = PenyimpananStatis(location=folder, base_url="/static/")
    sumber = {
        nama: (asal, nama)
        for finder in finders.get_finders()
        for nama, asal in finder.list([])
        if nama.endswith(".js")
    }
    for nama, (asal, _) in sumber.items():
        with asal.open(nama) as berkas:
            penyimpanan.save(nama, berkas)
    diolah = [hasil for *_, hasil in penyimpanan.post_process(sumber)]
    assert [satu for satu in diolah if isinstance(satu, Exception)] == []
    return {
        satu: satu.read_text()
        for satu in Path(folder, "js").rglob("*.js")
        if HASH.search(satu.name)
    }


def test_modules_import_hashed_files_that_are_there(modul):
    impor = [
        (asal, asal.parent / tujuan) for asal, isi in modul.items() for tujuan in IMPOR.findall(isi)
    ]

    assert len(impor) > 10
    assert {tujuan.name for _, tujuan in impor if tujuan.resolve() not in modul} == set()

"""Static files as a release serves them: hashed names inside modules too."""

import re
from pathlib import Path

import pytest
from django.contrib.staticfiles import finders

from lkip.penyimpanan import PenyimpananStatis

IMPOR = re.compile(r"""\b(?:from|import)\s*\(?["']([^"']+)["']""")
HASH = re.compile(r"\.[0-9a-f]{12}\.js$")


class TanpaPemampatan(PenyimpananStatis):
    """Compressing takes seconds and changes no name."""

    def post_process_with_compression(self, files):
        return files


@pytest.fixture(scope="module")
def modul(tmp_path_factory):
    """Our modules by hashed name, as collectstatic leaves them beside those of others."""
    folder = tmp_path_factory.mktemp("statis")
    penyimpanan = TanpaPemampatan(location=folder, base_url="/static/")
    sumber = {
        nama: (asal, nama)
        for finder in finders.get_finders()
        for nama, asal in finder.list([])
        if nama.endswith((".js", ".js.map"))
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
    assert [
        tujuan for _, tujuan in impor if not (HASH.search(tujuan.name) and tujuan.exists())
    ] == []

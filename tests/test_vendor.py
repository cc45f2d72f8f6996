"""What other projects wrote is exactly what static/vendor.json says, and nothing else lies beside it."""

import hashlib
import json
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
ENTRIES = json.loads((ROOT / "static/vendor.json").read_text())
FOLDERS = ("static/vendor", "tests/browser/vendor", "templates/lkip/dokumen/fonts")


@pytest.mark.parametrize("entry", ENTRIES, ids=[entry["file"] for entry in ENTRIES])
def test_file_has_the_recorded_bytes(entry):
    content = (ROOT / entry["file"]).read_bytes()

    assert hashlib.sha256(content).hexdigest() == entry["sha256"]


def test_every_file_in_the_vendor_folders_is_recorded():
    found = {
        str(path.relative_to(ROOT))
        for folder in FOLDERS
        for path in (ROOT / folder).rglob("*")
        if path.is_file()
    }

    assert found == {entry["file"] for entry in ENTRIES} - {"static/ikon.svg"}


def test_every_package_brings_its_licence():
    packages = {entry["package"] for entry in ENTRIES}
    with_licence = {entry["package"] for entry in ENTRIES if entry["file"].endswith("/LICENSE")}

    assert with_licence == packages

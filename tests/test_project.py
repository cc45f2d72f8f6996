"""Rules about the project itself: migrations, imports, sizes, templates, names."""

import ast
import re
import sys
from functools import cache
from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import call_command

from lkip.dokumen.html import BAGIAN as BAGIAN_DOKUMEN
from tests.semua_model import APPS, MODELS, label

ROOT = Path(settings.BASE_DIR)
BINARY = {".docx", ".gz", ".jpg", ".pdf", ".png", ".ttf", ".woff2", ".xlsx", ".zip"}
FOREIGN = {"__pycache__", "node_modules", "var", "vendor"}


def walk(folder):
    """Yield the project's own text files, as paths from its root."""
    for path in sorted(folder.iterdir()):
        hidden = path.name.startswith(".") and path.name not in (".ci", ".gitignore")
        if hidden or path.name in FOREIGN:
            continue
        if path.is_dir():
            yield from walk(path)
        elif path.suffix not in BINARY:
            yield path.relative_to(ROOT)


FILES = list(walk(ROOT))
PYTHON = {
    ".".join(path.with_suffix("").parts).removesuffix(".__init__"): path
    for path in FILES
    if path.suffix == ".py"
}
TEMPLATES = {
    path.relative_to("templates").as_posix(): path
    for path in FILES
    if path.parts[0] == "templates" and path.suffix == ".html"
}

# Standard library only, so that every app may use them. A package counts with all its modules.
PURE_ROOTS = {
    "anggaran.kode",
    "lkip.angka",
    "lkip.baca",
    "lkip.banding",
    "lkip.banding_baris",
    "lkip.banding_naskah",
    "lkip.capaian",
    "lkip.grafik",
    "lkip.huruf",
    "lkip.isi",
    "lkip.kalender",
    "lkip.kelengkapan",
    "lkip.lke",
    "lkip.lke_kriteria",
    "lkip.narasi",
    "lkip.naskah_beda",
    "lkip.pemeriksaan",
    "lkip.serapan",
    "lkip.terbilang",
    "lkip.tren",
    "lkip.tugas",
}
PURE = sorted(name for name in PYTHON if ".".join(name.split(".")[:2]) in PURE_ROOTS)
IMPURE = sorted(name for name in PYTHON if name.split(".")[0] in APPS and name not in PURE)

MOST_LINES = 300
ERROR_PAGES = {"400.html", "403.html", "403_csrf.html", "404.html", "500.html"}  # found by name
PROPER_NAMES = {"Renstra"}
WORKPLACE = re.compile(r"/wor[k]/|/tm[p]/(bash|brief)")  # written so that it does not match itself
HOST = re.compile(r"https?://(?:[^@/\s]+@)?([\w.-]+)")
PUBLIC = re.compile(r"127\.0\.0\.1|localhost|testserver|[\w.-]+\.(com|dev|go\.id|io|net|org)")


@cache
def text(path):
    return (ROOT / path).read_text()


def imports_of(name):
    """Return the modules that a module imports, at its top or anywhere below."""
    imported = set()
    for node in ast.walk(ast.parse(text(PYTHON[name]))):
        if isinstance(node, ast.Import):
            imported |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            inner = {f"{node.module}.{alias.name}" for alias in node.names} & PYTHON.keys()
            imported |= inner or {node.module}
    return imported


def test_the_walk_finds_the_project():
    """The tests below would pass on an empty list."""
    assert {name.split(".")[0] for name in IMPURE} == set(APPS)
    assert {".".join(name.split(".")[:2]) for name in PURE} == PURE_ROOTS
    assert imports_of("lkip.capaian") >= {"decimal", "lkip.angka"}
    assert "base.html" in TEMPLATES
    assert Path("Makefile") in FILES


@pytest.mark.django_db
def test_no_migration_is_missing():
    call_command("makemigrations", check=True, dry_run=True, verbosity=0)


@pytest.mark.parametrize("name", PURE)
def test_pure_module_imports_the_standard_library_and_pure_modules_only(name):
    imported = imports_of(name) - set(PURE)

    assert {name for name in imported if name.split(".")[0] not in sys.stdlib_module_names} == set()


@pytest.mark.parametrize("name", IMPURE)
def test_imports_go_one_way(name):
    """instansi ← renstra ← anggaran ← perjanjian ← lkip, except for what is pure."""
    later = APPS[APPS.index(name.split(".")[0]) + 1 :]
    imported = imports_of(name) - set(PURE)

    assert {module for module in imported if module.split(".")[0] in later} == set()


def test_no_module_is_longer_than_a_person_reads_at_once():
    """Tests and migrations may be."""
    exempt = ("tests", "migrations")
    long = {
        str(path): len(text(path).splitlines())
        for path in PYTHON.values()
        if not any(part in exempt for part in path.parts)
        and len(text(path).splitlines()) > MOST_LINES
    }

    assert long == {}


def test_every_template_is_used():
    rendered = {f"lkip/dokumen/{slug}.html" for slug, _ in BAGIAN_DOKUMEN}
    sources = [*PYTHON.values(), *TEMPLATES.values()]
    named = {
        name for path in sources for name in re.findall(r"""["']([\w./-]+\.html)["']""", text(path))
    }

    assert TEMPLATES.keys() - named - rendered - ERROR_PAGES == set()


def test_no_file_names_a_workplace():
    assert [str(path) for path in FILES if WORKPLACE.search(text(path))] == []


def test_no_file_names_a_host_of_a_private_network():
    hosts = {(str(path), host) for path in FILES for host in HOST.findall(text(path))}

    assert {(path, host) for path, host in hosts if not PUBLIC.fullmatch(host)} == set()


@pytest.mark.parametrize("model", MODELS, ids=label)
def test_names_of_a_model_are_written_as_inside_a_sentence(model):
    """Lower case, but for abbreviations and proper names; who wants a capital adds it."""
    names = [model._meta.verbose_name, model._meta.verbose_name_plural]
    names += [field.verbose_name for field in model._meta.local_fields if not field.auto_created]
    words = {str(name).split()[0] for name in names}

    assert {word for word in words if word[0].isupper() and not word.isupper()} <= PROPER_NAMES


@pytest.mark.parametrize("model", MODELS, ids=label)
def test_relations_back_have_names(model):
    relations = [field for field in model._meta.local_fields if field.remote_field]
    names = [field.remote_field.related_name for field in relations]

    assert all(name == "+" or re.fullmatch(r"[a-z_]+", name or "") for name in names)

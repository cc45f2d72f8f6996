"""`manage.py demo` as a user starts it: from an empty data folder to pages served as in production."""

import gzip
import os
import re
import socket
import stat
import subprocess
import sys
import time
from pathlib import Path
from urllib.parse import urlencode
from urllib.request import HTTPCookieProcessor, Request, build_opener

import pytest
from django.conf import settings

from lkip.kunci import baca_kunci
from lkip.peragaan import siapkan_lingkungan

BERANDA = "/35.09.09/2024/"
MANAGE = Path(settings.BASE_DIR) / "manage.py"


def free_port():
    with socket.socket() as satu:
        satu.bind(("127.0.0.1", 0))
        return satu.getsockname()[1]


def demo_environment(folder, port):
    bersih = {
        nama: nilai
        for nama, nilai in os.environ.items()
        if nama not in ("DATABASE_URL", "SECRET_KEY", "DJANGO_SETTINGS_MODULE")
    }
    return bersih | {"DATA_DIR": str(folder), "PORT": str(port), "DEBUG": "True"}


def start_demo(folder, port):
    return subprocess.Popen(
        [sys.executable, str(MANAGE), "demo"],
        env=demo_environment(folder, port),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return tmp_path_factory.mktemp("demo")


@pytest.fixture(scope="module")
def demo(folder):
    """A running demo: its address and what it printed."""
    port = free_port()
    proses = start_demo(folder, port)
    try:
        tercetak = []
        for baris in proses.stdout:
            tercetak.append(baris.rstrip())
            if baris.startswith("Berhenti"):
                break
        else:
            pytest.fail(proses.stderr.read())
        yield f"http://127.0.0.1:{port}", "\n".join(tercetak), port
    finally:
        proses.terminate()
        proses.communicate(timeout=60)


@pytest.fixture(scope="module")
def browser(demo):
    """A client that keeps cookies and has signed in."""
    alamat = demo[0]
    pembuka = build_opener(HTTPCookieProcessor())
    with pembuka.open(f"{alamat}/masuk/") as jawaban:
        token = re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', jawaban.read().decode())[1]
    isian = {"csrfmiddlewaretoken": token, "username": "camat", "password": "contoh-lkip-2024"}
    pembuka.open(f"{alamat}/masuk/", urlencode(isian).encode()).close()
    return pembuka


def fetch(browser, alamat):
    """Headers and body as they came over the line."""
    permintaan = Request(alamat, headers={"Accept-Encoding": "gzip, br"})
    with browser.open(permintaan) as jawaban:
        return jawaban.headers, jawaban.read()


def test_demo_names_its_address_and_a_login_per_role(demo):
    alamat, tercetak, _ = demo

    assert f"LKIP siap di {alamat}/" in tercetak
    for peran in ("Operator", "Seksi", "Verifikator", "Camat", "Evaluator", "Admin"):
        assert re.search(rf"^{peran} +{peran.lower()} +contoh-lkip-2024$", tercetak, re.MULTILINE)


def test_demo_has_a_seal_so_that_documents_can_be_signed(demo, folder):
    assert stat.S_IMODE((folder / "segel.p12").stat().st_mode) == 0o600
    assert (folder / "segel.sandi").exists()


def test_demo_is_served_as_in_production(demo, browser):
    kepala, isi = fetch(browser, f"{demo[0]}{BERANDA}")

    assert b"django-htmx.js" not in gzip.decompress(
        isi
    )  # DEBUG is off, though the environment said on
    assert kepala["Cache-Control"] == "no-store, private"
    assert "default-src 'none'" in kepala["Content-Security-Policy"]


@pytest.mark.parametrize("halaman", ["", "anggaran/", "triwulan/", "pratinjau/bab-3/"])
def test_first_view_is_small_and_its_files_are_kept_for_ever(demo, browser, halaman):
    _, isi = fetch(browser, f"{demo[0]}{BERANDA}{halaman}")
    berkas = set(re.findall(r'(?:src|href)="(/static/[^"#]+)', gzip.decompress(isi).decode()))
    ukuran = [len(isi)]
    for satu in sorted(berkas):
        kepala, mampat = fetch(browser, demo[0] + satu)
        ukuran.append(len(mampat))
        assert re.search(r"\.[0-9a-f]{12}\.(min\.)?\w+$", satu)
        assert "immutable" in kepala["Cache-Control"]
        assert kepala["Content-Encoding"] == "br" or len(mampat) < 400

    assert len(ukuran) <= 12
    assert sum(ukuran) <= 60_000


def test_demo_has_a_worker_that_makes_the_pdf(demo, browser):
    def read(alamat, isian=None):
        with browser.open(alamat, isian) as jawaban:
            return jawaban.url, jawaban.read().decode()

    alamat = demo[0] + BERANDA
    _, isi = read(f"{alamat}laporan/")
    token = re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', isi)[1]
    proses, isi = read(f"{alamat}unduh/pdf/", urlencode({"csrfmiddlewaretoken": token}).encode())
    batas = time.monotonic() + 120
    while "http-equiv" in isi and time.monotonic() < batas:
        time.sleep(0.5)
        _, isi = read(proses)

    assert "halaman)" in isi
    with browser.open(f"{proses}berkas/") as berkas:
        assert berkas.read(5) == b"%PDF-"


def test_taken_port_is_one_line_and_exit_2(demo, folder):
    hasil = start_demo(folder, demo[2])
    keluar, galat = hasil.communicate(timeout=60)

    assert hasil.returncode == 2
    assert keluar == ""
    assert galat.count("\n") == 1
    assert f"Alamat 127.0.0.1:{demo[2]} tidak dapat dipakai" in galat
    assert "PORT=8001" in galat


@pytest.mark.parametrize("port", ["abc", "0", "70000", "-1"])
def test_impossible_port_is_one_line_and_exit_2(tmp_path, port):
    proses = start_demo(tmp_path, port)
    _, galat = proses.communicate(timeout=60)

    assert proses.returncode == 2
    assert galat == f"CommandError: PORT={port} bukan nomor port (1 sampai 65535).\n"


def test_secret_is_made_once_and_for_its_owner_only(tmp_path):
    folder = tmp_path / "baru"
    kunci = baca_kunci(folder)

    assert len(kunci) >= 50
    assert baca_kunci(folder) == kunci
    assert stat.S_IMODE((folder / "kunci").stat().st_mode) == 0o600


def test_environment_keeps_what_is_given():
    environ = {"SECRET_KEY": "rahasia", "HTTPS": "True", "ALLOWED_HOSTS": "lkip.example.org"}

    siapkan_lingkungan(environ)

    assert environ == {
        "SECRET_KEY": "rahasia",
        "HTTPS": "True",
        "ALLOWED_HOSTS": "lkip.example.org",
        "DEBUG": "False",
    }


@pytest.mark.parametrize(
    ("host", "terima"),
    [("127.0.0.1", "localhost,127.0.0.1,[::1],127.0.0.1"), ("0.0.0.0", "*")],
)
def test_environment_accepts_the_names_of_its_address(tmp_path, host, terima):
    environ = {"HOST": host, "DATA_DIR": str(tmp_path)}

    siapkan_lingkungan(environ)

    assert environ["ALLOWED_HOSTS"] == terima


def test_other_commands_share_the_secret_of_their_data_folder(tmp_path):
    lingkungan = demo_environment(tmp_path, 8000) | {"DEBUG": "False"}
    hasil = subprocess.run(
        [sys.executable, str(MANAGE), "check"], env=lingkungan, capture_output=True, text=True
    )

    assert hasil.returncode == 0, hasil.stderr
    assert len((tmp_path / "kunci").read_text()) >= 50

"""A slow line as in ux research: 400 kbit/s, 300 ms, a quarter of the CPU; files compressed as in production."""

import threading
from pathlib import Path

import brotli
import pytest
from django.contrib.staticfiles import finders
from django.db import connections
from django.test.testcases import LiveServerThread
from whitenoise import WhiteNoise

STATIS = ("css", "js", "vendor/bootstrap", "ikon.svg")


@pytest.fixture(scope="session")
def statis_mampat(tmp_path_factory):
    """A folder with our static files, each also compressed."""
    tujuan = tmp_path_factory.mktemp("statis")
    for alamat in daftar_statis():
        isi = Path(finders.find(alamat)).read_bytes()
        berkas = tujuan / alamat
        berkas.parent.mkdir(parents=True, exist_ok=True)
        berkas.write_bytes(isi)
        Path(f"{berkas}.br").write_bytes(brotli.compress(isi))
    return tujuan


def daftar_statis():
    for penemu in finders.get_finders():
        for alamat, _ in penemu.list([]):
            if alamat.startswith(STATIS):
                yield alamat


@pytest.fixture
def situs_mampat(kantor, statis_mampat):
    """The address of a server that sends its static files as WhiteNoise does.

    Ask for it before the page: connections of the browser must end first.
    """
    utas = LiveServerThread(
        "localhost",
        lambda aplikasi: WhiteNoise(aplikasi, root=statis_mampat, prefix="static/"),
        connections_override={satu.alias: satu for satu in connections.all()},
    )
    for satu in connections.all():
        satu.inc_thread_sharing()
    utas.daemon = True
    utas.start()
    utas.is_ready.wait()
    if utas.error:
        raise utas.error
    yield f"http://localhost:{utas.port}"
    utas.terminate()
    for satu in threading.enumerate():  # answers on their way still use the connection
        if "process_request_thread" in satu.name:
            satu.join(timeout=5)
    for satu in connections.all():
        satu.dec_thread_sharing()


def tercepat(ukur, batas, kali=3):
    """The shortest time that `ukur` returned; again only while over `batas`: the machine may have been busy."""
    lama = ukur()
    while lama >= batas and (kali := kali - 1):
        lama = min(lama, ukur())
    return lama


def perlambat(page):
    """Let this page have the slow line and a slow machine."""
    cdp = page.context.new_cdp_session(page)
    cdp.send("Network.enable")
    cdp.send("Network.clearBrowserCache")
    laju = {"downloadThroughput": 50_000, "uploadThroughput": 50_000, "latency": 300}
    cdp.send("Network.emulateNetworkConditions", {"offline": False, **laju})
    cdp.send("Emulation.setCPUThrottlingRate", {"rate": 4})
    return cdp

#!/usr/bin/env python
"""Take the pictures of the user guide anew, of the example office on a fixed day.

With names, only those: skrip/gambar.py beranda-operator pagu. Each picture has few colours, so that
it stays small; the same pages give the same bytes.
"""

import os
import shutil
import sys
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from io import BytesIO, StringIO
from pathlib import Path
from unittest import mock
from zoneinfo import ZoneInfo

from adegan import ADEGAN, Adegan, masuk
from PIL import Image
from playwright.sync_api import Browser, Page, sync_playwright

AKAR = Path(__file__).resolve().parent.parent
TUJUAN = AKAR / "docs" / "gambar" / "panduan"
HARI = datetime(2025, 2, 10, 9, 15, tzinfo=ZoneInfo("Asia/Jakarta"))
WARNA = 64
FLAG = ("--no-sandbox", "--disable-gpu", "--disable-background-networking", "--hide-scrollbars")


@contextmanager
def product() -> Iterator[str]:
    """The address of a server with the example office, in a data folder of its own, on HARI."""
    with tempfile.TemporaryDirectory(prefix="lkip-gambar-") as folder:
        os.environ |= {"DATA_DIR": folder, "DEBUG": "True", "SECRET_KEY": "gambar"}
        os.environ |= {"DJANGO_SETTINGS_MODULE": "lkip.settings"}
        os.environ.pop("DATABASE_URL", None)
        (Path(folder) / "static").mkdir()
        sys.path.insert(0, str(AKAR))
        with mock.patch("django.utils.timezone.now", return_value=HARI):
            server = _serve()
            yield f"http://127.0.0.1:{server.server_port}"
            server.shutdown()


def _serve():
    import django

    django.setup()
    from django.contrib.staticfiles.handlers import StaticFilesHandler
    from django.core.management import call_command
    from django.core.servers.basehttp import ThreadedWSGIServer
    from django.core.wsgi import get_wsgi_application
    from django.test.testcases import QuietWSGIRequestHandler

    call_command("migrate", verbosity=0)
    call_command("muat_contoh", stdout=StringIO())
    server = ThreadedWSGIServer(("127.0.0.1", 0), QuietWSGIRequestHandler)
    server.set_app(StaticFilesHandler(get_wsgi_application()))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return server


def take(browser: Browser, situs: str, adegan: Adegan) -> None:
    """Set one scene and write its picture."""
    ukuran = {"width": adegan.lebar, "height": adegan.tinggi}
    context = browser.new_context(viewport=ukuran, locale="id-ID", timezone_id="Asia/Jakarta")
    page = context.new_page()
    if adegan.pengguna:
        masuk(page, situs + adegan.alamat, adegan.pengguna)
    else:
        page.goto(situs + adegan.alamat)
    if adegan.siapkan:
        adegan.siapkan(page)
    save(_picture(page, adegan), TUJUAN / f"{adegan.nama}.png")
    context.close()


def _picture(page: Page, adegan: Adegan) -> bytes:
    page.mouse.move(0, 0)
    if adegan.mulai:
        page.locator(adegan.mulai).first.evaluate(
            "e => window.scrollTo(0, e.getBoundingClientRect().top + window.scrollY - 6)"
        )
    return page.screenshot(animations="disabled", caret="hide")


def save(isi: bytes, berkas: Path) -> None:
    """Write a picture with a palette and without what the browser wrote beside it."""
    gambar = Image.open(BytesIO(isi)).convert("RGB")
    gambar.quantize(WARNA, dither=Image.Dither.NONE).save(berkas, optimize=True)


def main() -> None:
    """Take the named pictures, or all of them."""
    dipilih = [satu for satu in ADEGAN if satu.nama in sys.argv[1:] or not sys.argv[1:]]
    TUJUAN.mkdir(parents=True, exist_ok=True)
    with product() as situs, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=FLAG)
        for satu in dipilih:
            take(browser, situs, satu)
            print(satu.nama)
        browser.close()


if __name__ == "__main__":
    main()

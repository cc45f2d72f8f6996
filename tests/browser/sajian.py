"""Shows captured pages in the browser as a server would have sent them, and notes what they ask for."""

import gzip
import mimetypes
from functools import cache
from pathlib import Path

import brotli
from django.conf import settings
from django.contrib.staticfiles import finders
from playwright.sync_api import ConsoleMessage, Page, Route

from tests.browser.kumpulan import Tangkapan

ASAL = "http://localhost"
KABAR = "Siti Aminah membuka halaman ini pukul 14.30 WIB."
GAMBAR_KOSONG = b'<svg xmlns="http://www.w3.org/2000/svg" width="4" height="3"/>'


class Sajian:
    """A browser page that shows captured pages, each under its own address and policy.

    `diminta` are the addresses asked for since the last page, `konsol` what the console said.
    """

    def __init__(self, page: Page):
        self.page = page
        self.diminta: list[str] = []
        self.konsol: list[str] = []
        page.on("console", self._catat)
        page.on("pageerror", lambda galat: self.konsol.append(str(galat)))
        page.route("**/*", self._jawab)

    def buka(self, satu: Tangkapan) -> None:
        self._kini = satu
        self.diminta, self.konsol = [], []
        self.page.goto(ASAL + satu.alamat)

    def _catat(self, pesan: ConsoleMessage) -> None:
        if pesan.type != "debug":  # advice that only the tools of a developer show
            self.konsol.append(pesan.text)

    def _jawab(self, route: Route) -> None:
        alamat = route.request.url
        self.diminta.append(alamat)
        lokal = alamat.removeprefix(ASAL)
        if lokal == self._kini.alamat:
            route.fulfill(
                body=self._kini.html,
                content_type="text/html; charset=utf-8",
                headers={"Content-Security-Policy": self._kini.csp},
            )
        elif berkas := cari_statis(lokal):
            jenis = mimetypes.guess_type(berkas.name)[0]
            route.fulfill(body=berkas.read_bytes(), content_type=jenis)
        elif route.request.resource_type == "image":
            route.fulfill(body=GAMBAR_KOSONG, content_type="image/svg+xml")
        elif lokal.endswith("/dibuka/"):
            route.fulfill(json={"kabar": KABAR})
        else:
            route.abort()

    def berat(self) -> int:
        """Bytes that the page and its files need on the line, compressed as they are sent."""
        statis = [cari_statis(satu.removeprefix(ASAL)) for satu in self.diminta[1:]]
        halaman = len(gzip.compress(self._kini.html.encode()))
        return halaman + sum(_berat_berkas(satu) for satu in statis if satu)


@cache
def _berat_berkas(berkas: Path) -> int:
    return len(brotli.compress(berkas.read_bytes()))


def cari_statis(alamat: str) -> Path | None:
    """The file behind an address of a static file; None for any other address."""
    if not alamat.startswith(settings.STATIC_URL):
        return None
    ada = finders.find(alamat.removeprefix(settings.STATIC_URL).split("?")[0])
    return Path(ada) if ada else None

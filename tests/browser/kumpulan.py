"""Every page as every role sees it, in every state that matters, and each only once.

Pages come from the test client, so that the browser, the HTML checker and the language checks
look at the same ones. What one role saw is not looked at again with another.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from html.parser import HTMLParser

import pytest
import tinyhtml5
from django.test import Client

import lkip.akses
import lkip.isian.ruang
from instansi.models import Instansi, Pengguna
from lkip.laporan import build_laporan
from lkip.models import LKIP
from tests.browser.kantor_penuh import TAHUN, TAHUN_BARU, iter_alamat, muat_kantor_penuh
from tests.browser.keadaan import iter_keadaan
from tests.browser.keadaan_akun import iter_akun
from tests.factories import make_lkip, make_pengguna

PERAN = ("admin", "operator", "seksi", "verifikator", "camat", "evaluator")
LANGKAH = (
    "status",
    "tanggal",
    "diajukan_pada",
    "diajukan_oleh",
    "disahkan_pada",
    "disahkan_oleh",
)
BERGANTI = re.compile(
    r'csrfmiddlewaretoken" value="\w+"|data-pengguna="\d+"|nonce-?="[^"]*"|-permintaan"[^>]*>'
    r'|"kiriman" value="\w+"'
)
KERANGKA = re.compile(
    r'<header class="kepala-situs">.*?</header>|<nav class="nav-utama".*?</nav>'
    r'|<details class="menu-hp">.*?</nav>\s*</details>',
    re.S,
)
POSISI = re.compile(r' aria-current="\w+"| class="aktif"|href="[^"]*"')


@dataclass(frozen=True)
class Tangkapan:
    """A page as it was sent. `siapa` is the role and the state; `apa` tells what was posted."""

    siapa: str
    alamat: str
    status: int
    csp: str
    html: str
    apa: str = ""

    @cached_property
    def pohon(self):
        """The page as a tree of elements."""
        return tinyhtml5.parse(self.html, namespace_html_elements=False)

    def __str__(self) -> str:
        return f"{self.siapa} {self.alamat}{self.apa and f' ({self.apa})'}"


def kumpulkan() -> list[Tangkapan]:
    """The pages of the full office, each distinct one once. Wants an empty database."""
    instansi = muat_kantor_penuh()
    with pytest.MonkeyPatch.context() as tukar:
        return list(_hanya_berbeda(_iter_semua(instansi, tukar)))


def pilih_bentuk_baru(semua: Iterable[Tangkapan]) -> Iterator[Tangkapan]:
    """Every address once, and with it each page that holds a kind of element no page before it held."""
    terlihat: set[str] = set()
    for satu in semua:
        bentuk = {satu.alamat} | _Bentuk(satu.html).bentuk
        if bentuk - terlihat:
            terlihat |= bentuk
            yield satu


class _Bentuk(HTMLParser):
    """Kinds of elements: name, names of attributes, classes, and the same of the one around it."""

    def __init__(self, html: str):
        super().__init__()
        self.bentuk: set[str] = set()
        self._terbuka: list[tuple[str, str]] = []
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        ciri = sorted(f"{a}={v}" if a in ("class", "role", "type") else a for a, v in attrs)
        satu = f"{tag}[{' '.join(ciri)}]"
        self.bentuk.add(f"{self._terbuka[-1][1] if self._terbuka else ''}>{satu}")
        self._terbuka.append((tag, satu))

    def handle_endtag(self, tag):
        if any(nama == tag for nama, _ in self._terbuka):
            while self._terbuka.pop()[0] != tag:
                pass


def _iter_semua(instansi: Instansi, tukar: pytest.MonkeyPatch) -> Iterator[Tangkapan]:
    _ingat_laporan(tukar)
    for nama in PERAN:
        yield from _buka_semua(_masuk(nama), nama, iter_alamat(instansi))
    for satu in iter_keadaan(_masuk("admin"), instansi):
        yield Tangkapan("admin", *_isi(satu.alamat, satu.jawaban), satu.apa)
    baru = iter_alamat(instansi, TAHUN_BARU)
    yield from _buka_semua(_masuk("operator"), f"operator {TAHUN_BARU}", baru)
    yield from _tamu()
    for status, siapa in (("diajukan", ("operator", "seksi")), ("disahkan", ("evaluator",))):
        _beri_status(instansi, status)
        _ingat_laporan(tukar)
        for nama in siapa:
            yield from _buka_semua(_masuk(nama), f"{nama} {status}", iter_alamat(instansi))
    for siapa, jawaban, apa in iter_akun():
        yield Tangkapan(siapa, *_isi(jawaban.request["PATH_INFO"], jawaban), apa)


def _ingat_laporan(tukar: pytest.MonkeyPatch) -> None:
    """Build the report of a year once for all pages: between two states nothing of it changes."""
    sekali = cache(build_laporan)
    tukar.setattr(lkip.akses, "build_laporan", sekali)
    tukar.setattr(lkip.isian.ruang, "build_laporan", sekali)


def _tamu() -> Iterator[Tangkapan]:
    """Who has not signed in, and who has signed in but belongs to no office."""
    yield from _buka_semua(Client(), "tamu", [("masuk", "/masuk/")])
    salah = Client().post("/masuk/", {"username": "camat", "password": "keliru"})
    yield Tangkapan("tamu", *_isi("/masuk/", salah), "kata sandi keliru")
    tanpa = Client()
    tanpa.force_login(make_pengguna())
    yield from _buka_semua(tanpa, "tanpa instansi", [("mulai", "/"), ("akun", "/akun/")])


def _beri_status(instansi: Instansi, status: str) -> None:
    """Put the year in a state, with who and when of the steps that lead there."""
    contoh = make_lkip(instansi=instansi, tahun=TAHUN - 10, status=status)
    langkah = {nama: getattr(contoh, nama) for nama in LANGKAH}
    contoh.delete()
    LKIP.objects.filter(instansi=instansi, tahun=TAHUN).update(**langkah)


def _masuk(nama: str) -> Client:
    client = Client()
    client.force_login(Pengguna.objects.get(username=nama))
    return client


def _buka_semua(client: Client, siapa: str, alamat) -> Iterator[Tangkapan]:
    for _, satu in alamat:
        jawaban = client.get(satu)
        if jawaban.status_code != 302 and jawaban.content:
            yield Tangkapan(siapa, *_isi(satu, jawaban))


def _isi(alamat, jawaban) -> tuple[str, int, str, str]:
    csp = jawaban.headers.get("Content-Security-Policy", "")
    return alamat, jawaban.status_code, csp, jawaban.content.decode()


def _hanya_berbeda(semua: Iterator[Tangkapan]) -> Iterator[Tangkapan]:
    """Leave out a page when its frame and its content have both been seen."""
    nama = set(Pengguna.objects.values_list("nama", flat=True))
    terlihat: set[str] = set()
    for satu in semua:
        bagian = set(_bagian(satu.html, nama))
        if bagian - terlihat:
            terlihat |= bagian
            yield satu


def _bagian(html: str, nama: set[str]) -> Iterator[str]:
    """Parts of a page without what differs from user to user and from answer to answer."""
    polos = BERGANTI.sub("", html)
    yield KERANGKA.sub("", polos)
    for kerangka in KERANGKA.findall(polos):
        for satu in nama:
            kerangka = kerangka.replace(satu, "")
        yield POSISI.sub("", kerangka)

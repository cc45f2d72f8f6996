"""Every grid as a page: few requests and little weight, on slow lines, on phones, by keyboard alone."""

from functools import cache

import brotli

from tests.browser.kisi_contoh import AKAR, halaman_kisi, kantor, masuk, situs

__all__ = ["halaman_kisi", "kantor", "situs"]

BERAT = [
    "target-renstra",
    "sarana",
    "rencana-aksi",
    "realisasi-tw-4",
    "realisasi-anggaran",
    "keluaran",
]


@cache
def dimampatkan(alamat, isi):
    """The size of a static file as WhiteNoise sends it."""
    return len(brotli.compress(isi))


def test_first_view_of_a_grid_is_12_requests_and_60_kb(page, situs):
    """PF-01, on the heaviest of each kind. Static files are weighed as compressed for production, pages as they come."""
    masuk(page.context, situs, "operator")
    berat, permintaan = {}, []
    page.on("requestfinished", lambda satu: permintaan.append(satu))
    for nama in BERAT:
        permintaan.clear()
        page.goto(f"{situs}{AKAR}isi/{nama}/")
        page.wait_for_load_state("networkidle")
        dikirim = [satu for satu in permintaan if not satu.url.startswith("data:")]
        berat[nama] = len(dikirim), sum(bobot(satu) for satu in dikirim)

    assert {nama: isi for nama, isi in berat.items() if isi[0] > 12 or isi[1] > 60_000} == {}
    assert min(banyak for banyak, _ in berat.values()) > 8


def bobot(permintaan):
    if "/static/" in permintaan.url:
        return dimampatkan(permintaan.url, permintaan.response().body())
    return permintaan.sizes()["responseBodySize"]

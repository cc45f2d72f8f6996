"""Values that the browser shows while somebody types, on a grid with every formula."""

import json

import pytest
from playwright.sync_api import expect

from tests.browser.kisi_contoh import lepaskan

KOLOM = (
    # nama, jenis, hitung
    ("target", "angka", ""),
    ("realisasi", "angka", ""),
    ("capaian", "", "capaian:target,realisasi"),
    ("operasi", "uang", ""),
    ("modal", "uang", ""),
    ("jumlah", "", "jumlah:operasi,modal"),
    ("rata", "", "jumlah:target,realisasi"),
)
BARIS = (
    ("1", "positif", ("85", "84", "98,82%", "1.000", "500", "1.500", "84,5")),
    ("2", "negatif", ("10", "12", "80%", "2.000", "", "2.000", "11")),
    ("3", "positif", ("", "", "–", "", "", "–", "–")),
)
JUMLAH = ("95", "96", "178,82%", "3.000", "500", "3.500", "0")


@pytest.fixture
def lembar(page, live_server):
    """A page with our module and a grid whose column `rata` is no sum, although it says so."""
    alamat = f"{live_server.url}/uji/"
    kiriman = []

    def jawab(route):
        if route.request.method == "GET":
            return route.fulfill(body=halaman(), content_type="text/html; charset=utf-8")
        kiriman.append(json.loads(route.request.post_data)["baris"])
        isi = {kunci: baris_tersimpan(sel) for kunci, sel in kiriman[-1].items()}
        hasil = [["1", "capaian", "dari server"]]
        return route.fulfill(json={"pada": "14.32 WIB", "baris": isi, "hasil": hasil})

    page.route(alamat, jawab)
    page.goto(alamat)
    expect(page.get_by_role("button", name="Salin tabel")).to_be_visible()
    yield page
    lepaskan(page.context)


def baris_tersimpan(sel):
    tersimpan = {kolom: isi["teks"] for kolom, isi in sel.items()}
    return {
        "kunci": "",
        "tersimpan": tersimpan,
        "galat": {},
        "ragu": {},
        "oleh": "",
        "bentrok": [],
    }


def halaman():
    kepala = "".join(
        f'<th data-kolom="{nama}" data-judul="{nama}" data-jenis="{jenis}" data-hitung="{hitung}">'
        for nama, jenis, hitung in KOLOM
    )
    baris = "".join(satu_baris(*satu) for satu in BARIS)
    kaki = "".join(
        f'<td><output data-kolom="{kolom[0]}">{teks}</output></td>'
        for kolom, teks in zip(KOLOM, JUMLAH, strict=True)
    )
    return f"""<!doctype html><title>Uji</title><p data-lencana></p><form method="post">
      <table class="kisi" data-pengguna="1"><thead><tr><th>{kepala}</tr></thead>
      <tbody>{baris}</tbody><tfoot><tr data-baris="jumlah"><th>{kaki}</tr></tfoot></table>
      <button>Simpan</button><button type="button" data-salin hidden>Salin tabel</button>
      <p data-status></p></form><script type="module" src="/static/js/kisi.js"></script>"""


def satu_baris(kunci, arah, isi):
    dasar = {k: t for (k, j, _), t in zip(KOLOM, isi, strict=True) if j}
    sel = "".join(
        f'<td><input id="s-{kunci}-{nama}" data-kolom="{nama}" data-jenis="{jenis}" value="{teks}">'
        if jenis
        else f'<td><output data-kolom="{nama}">{teks}</output>'
        for (nama, jenis, _), teks in zip(KOLOM, isi, strict=True)
    )
    rahasia = f"<input type=hidden name=dasar-{kunci} value='{json.dumps(dasar)}'>"
    return f'<tr data-baris="{kunci}" data-arah="{arah}" data-formula="selisih"><th>{kunci}{rahasia}</th>{sel}</tr>'


def hasil(page, kunci, kolom):
    return page.locator(f"tr[data-baris='{kunci}'] output[data-kolom='{kolom}']")


def test_capaian_and_sums_follow_the_typing(lembar):
    lembar.locator("#s-1-realisasi").fill("84,02")
    lembar.locator("#s-2-realisasi").fill("25")
    lembar.locator("#s-1-modal").fill("Rp 1.500,50")

    expect(hasil(lembar, "1", "capaian")).to_have_text("98,85%")
    expect(hasil(lembar, "2", "capaian")).to_have_text("-50%")
    expect(hasil(lembar, "1", "jumlah")).to_have_text("2.500,50")
    expect(hasil(lembar, "jumlah", "modal")).to_have_text("1.500,50")
    expect(hasil(lembar, "jumlah", "jumlah")).to_have_text("4.500,50")
    expect(hasil(lembar, "jumlah", "realisasi")).to_have_text("109,02")


def test_no_value_is_a_dash_and_zero_is_a_number(lembar):
    lembar.locator("#s-3-target").fill("0")
    lembar.locator("#s-3-realisasi").fill("0")
    lembar.locator("#s-3-operasi").fill("0")
    expect(hasil(lembar, "3", "capaian")).to_have_text("–")
    expect(hasil(lembar, "3", "jumlah")).to_have_text("0")

    lembar.locator("#s-3-operasi").fill("")

    expect(hasil(lembar, "3", "jumlah")).to_have_text("–")


def test_column_whose_formula_does_not_give_the_servers_values_is_left_alone(lembar):
    lembar.locator("#s-1-target").fill("50")

    expect(hasil(lembar, "1", "capaian")).to_have_text("168%")
    expect(hasil(lembar, "1", "rata")).to_have_text("84,5")
    expect(hasil(lembar, "jumlah", "rata")).to_have_text("0")


def test_values_of_the_server_replace_those_of_the_browser_after_saving(lembar):
    lembar.locator("#s-1-realisasi").fill("85")
    expect(hasil(lembar, "1", "capaian")).to_have_text("100%")

    lembar.locator("#s-1-realisasi").press("Enter")

    expect(hasil(lembar, "1", "capaian")).to_have_text("dari server")

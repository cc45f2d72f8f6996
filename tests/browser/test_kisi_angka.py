"""Numbers in the browser are read and computed as on the server."""

import json
from decimal import Decimal
from pathlib import Path

import pytest
from django.conf import settings

from lkip.angka import format_lengkap

# What is typed, the kind of its cell, what the user answered, and what comes of it.
SEL = [
    ("1.500", {"jenis": "angka", "satuan": "%"}, "", {"tebakan": "1,5"}),
    ("1.500", {"jenis": "angka", "satuan": "%"}, "indonesia", {"teks": "1500"}),
    ("1.500", {"jenis": "angka", "satuan": "%"}, "inggris", {"teks": "1,5"}),
    ("1,500", {"jenis": "uang"}, "", {"tebakan": "1.500"}),
    ("1,500", {"jenis": "uang"}, "indonesia", {"teks": "1,5"}),
    ("1,500", {"jenis": "uang"}, "inggris", {"teks": "1.500"}),
    ("1,234.56", {"jenis": "uang"}, "inggris", {"teks": "1.234,56"}),
    ("Rp 1.234.567", {"jenis": "uang"}, "", {"teks": "1.234.567"}),
    ("-5", {"jenis": "uang"}, "", {"salah": "Jumlah rupiah tidak boleh negatif."}),
    ("1,5", {"jenis": "bulat"}, "", {"salah": "Isi dengan bilangan bulat, nol atau lebih."}),
    ("-", {"jenis": "angka"}, "", {"teks": ""}),
    ("0", {"jenis": "angka"}, "", {"teks": "0"}),
    ("tidak ditargetkan", {"jenis": "target"}, "", {"teks": "tidak ditargetkan"}),
    ("BB (75)", {"jenis": "target", "huruf": "ya"}, "", {"teks": "BB (75)"}),
    ("84.02", {"jenis": "target"}, "", {"tebakan": "84,02"}),
    ("84.02", {"jenis": "teks"}, "", {"teks": "84.02"}),
]
VEKTOR = json.loads((Path(settings.BASE_DIR) / "tests/vektor_angka.json").read_text())


@pytest.fixture
def modul(page, live_server):
    """Call functions of our modules: modul("baca", "baca", args of each call)."""
    page.goto(f"{live_server.url}/masuk/")

    def panggil(nama, fungsi, daftar):
        return page.evaluate(
            """async ([modul, fungsi, daftar]) => {
              const milik = await import(`/static/js/kisi/${modul}.js`);
              return daftar.map((satu) => milik[fungsi](...satu));
            }""",
            [nama, fungsi, daftar],
        )

    return panggil


def ringkas(hasil):
    """What a vector says: hasil, ragu or salah."""
    if "salah" in hasil:
        return {"salah": True}
    nilai = hasil["nilai"]
    return {"ragu" if "ragu" in hasil else "hasil": nilai and Decimal(nilai)}


def test_reader_answers_the_same_vectors(modul):
    contoh = VEKTOR["baca"]
    hasil = modul("baca", "baca", [[satu["teks"], satu.get("satuan", "")] for satu in contoh])

    harapan = [
        {
            kunci: nilai if kunci == "salah" or nilai is None else Decimal(nilai)
            for kunci, nilai in satu.items()
            if kunci in ("hasil", "ragu", "salah")
        }
        for satu in contoh
    ]
    assert [ringkas(satu) for satu in hasil] == harapan


def test_printer_writes_what_the_server_writes(modul):
    nilai = ["0", "-0.5", "999", "1000", "-1234567.8905", "4298119422"]

    cetak = modul("baca", "cetak", [[satu] for satu in nilai])

    assert cetak == [format_lengkap(Decimal(satu)) for satu in nilai]


def test_cell_is_read_by_its_kind_and_by_the_answer_of_the_user(modul):
    baca = modul("baca", "bacaSel", [list(satu[:3]) for satu in SEL])

    assert baca == [hasil for *_, hasil in SEL]

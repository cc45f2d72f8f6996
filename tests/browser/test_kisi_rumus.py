"""KS-07, KS-09: the rules of docs/rumus.md give the same texts in the browser as on the server."""

import json
import random
from decimal import Decimal
from pathlib import Path

import pytest
from django.conf import settings

from lkip.angka import format_persen
from lkip.capaian import Akumulasi, FormulaNegatif, Polaritas
from lkip.huruf import SKALA_HURUF
from lkip.isi.kinerja import TahunIndikator
from lkip.isian.bahan import bahan_nilai, ukuran
from lkip.isian.realisasi import teks_capaian
from lkip.pembaca.nilai import Ukuran

VEKTOR = json.loads((Path(settings.BASE_DIR) / "tests/vektor_angka.json").read_text())["capaian"]
CAPAIAN = """async (daftar) => {
  const { capaian, cetakPersen, pecahan } = await import("/static/js/kisi/hitung.js");
  return daftar.map(([target, realisasi, ...cara]) => {
    const hasil = capaian(pecahan(target), pecahan(realisasi), ...cara);
    return hasil && cetakPersen(hasil);
  });
}"""
TAHUN = """async (daftar) => {
  const rumus = await import("/static/js/kisi/hitung.js");
  return daftar.map(({ target, triwulan, bahan }) => {
    const nilai = rumus.akumulasikan(triwulan.map(rumus.urai), bahan);
    return [
      rumus.cetakNilai(nilai, bahan),
      rumus.cetakPencapaian(rumus.pencapaian(rumus.urai(target), nilai, bahan)),
    ];
  });
}"""
KOSONG = {"nilai": None, "huruf": "", "pembilang": None, "penyebut": None}
SATUAN = ["%", "Dokumen", "Indeks", "", "Persen", "Nilai IKM"]


@pytest.fixture
def hitung(page, live_server):
    """Run a script on a page that may load our modules."""
    page.goto(f"{live_server.url}/masuk/")
    return page.evaluate


def test_capaian_answers_the_same_vectors(hitung):
    isi = [[c["target"], c["realisasi"], c["polaritas"], c["formula"]] for c in VEKTOR]

    assert hitung(CAPAIAN, isi) == [satu["teks"] for satu in VEKTOR]


def test_year_of_200_random_rows_equals_the_servers(hitung):
    """Realisasi of four triwulan: every way to accumulate, ratios, letters, no event, no value."""
    acak = random.Random(2024)
    baris = [BarisAcak(acak) for _ in range(200)]

    browser = hitung(TAHUN, [satu.kiriman for satu in baris])

    assert browser == [satu.teks for satu in baris]
    assert len({teks for _, teks in browser}) > 100
    for bagian in ("B (", "%", "Dokumen", "– (target", "tidak ada kejadian", "tidak dapat"):
        assert any(bagian in teks for satu in browser for teks in satu), bagian


class BarisAcak:
    """One indikator with a target and four triwulan, and what the server says of it."""

    def __init__(self, acak):
        self.acak = acak
        self.rasio = acak.random() < 0.3
        self.skala = None if self.rasio else acak.choice([None, None, *SKALA_HURUF.values()])
        self.ukuran = Ukuran(
            satuan=acak.choice(SATUAN),
            skala=self.skala,
            polaritas=acak.choice(list(Polaritas)),
            formula_negatif=acak.choice(list(FormulaNegatif)),
            akumulasi=acak.choice(list(Akumulasi)[: 2 if self.rasio else None]),
            rasio=self.rasio,
            faktor=Decimal(acak.choice([1, 100, 1000])),
        )
        self.target = self.ukuran.target(self._sel(tidak_ditargetkan=acak.random() < 0.1))
        self.triwulan = [self.ukuran.realisasi(self._realisasi()) for _ in range(4)]

    @property
    def teks(self):
        nilai = self.ukuran.akumulasikan(self.triwulan)
        capaian = self.ukuran.capaian(self.target, nilai)
        tahun = TahunIndikator(tahun=2024, target=self.target, realisasi=nilai, capaian=capaian)
        return [nilai.teks, teks_capaian(tahun)]

    @property
    def kiriman(self):
        bahan = ukuran(self.ukuran, self)
        bahan |= {"arah": self.ukuran.polaritas, "formula": self.ukuran.formula_negatif}
        triwulan = [bahan_nilai(satu) for satu in self.triwulan]
        return {"target": bahan_nilai(self.target), "triwulan": triwulan, "bahan": bahan}

    # What ukuran() asks of an indikator of the report.
    @property
    def akumulasi(self):
        return self.ukuran.akumulasi

    @property
    def satuan(self):
        return self.ukuran.satuan

    @property
    def skala_huruf(self):
        return self.skala

    def _realisasi(self):
        if self.acak.random() < 0.3:
            return None
        if self.rasio:
            pasangan = {"pembilang": self._angka(), "penyebut": self._angka() + 1}
            return KOSONG | pasangan | {"tidak_ada_kejadian": False}
        return self._sel(tidak_ada_kejadian=self.acak.random() < 0.3)

    def _sel(self, **keadaan):
        if self.skala and self.acak.random() < 0.5:
            return KOSONG | {"huruf": self.acak.choice(self.skala.huruf)[0]} | keadaan
        if self.skala:  # a number that has a letter
            angka = Decimal(self.acak.randrange(2500, 10000)) / 100
            return KOSONG | {"nilai": angka} | keadaan
        return KOSONG | {"nilai": self._angka()} | keadaan

    def _angka(self):
        besar = self.acak.choice([1, 10, 100, 10**6, 10**10])
        return Decimal(self.acak.randrange(besar)) + Decimal(self.acak.randrange(10000)) / 10000


def test_percent_that_is_not_100_never_prints_as_100(hitung):
    isi = [["100000", "99999.9999"], ["100000", "100000.0001"], ["85", "84.02"], ["85", "85"]]

    assert hitung(CAPAIAN, isi) == [
        "99,99%",
        "100,01%",
        format_persen(Decimal("8402") / 85),
        "100%",
    ]

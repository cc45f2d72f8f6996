"""Large and hostile files: refused or read within 512 MiB and 30 seconds, measured in a process of its own."""

import json
import os
import subprocess
import sys
import zipfile
from io import BytesIO

import pytest
from django.conf import settings
from openpyxl.utils import get_column_letter

from lkip.bukukerja.berkas import Buku
from lkip.bukukerja.galat import BukuSalah
from tests.lkip.buku_uji import buat_buku
from tests.lkip.sipd_uji import KOLOM_DOKUMEN, document
from tests.lkip.test_impor_berkas import ARSIP_KOSONG, open_all, rewrite

SEBANYAK = 50_000
UKUR = """
import json, resource, sys
from pathlib import Path
import django
django.setup()
{kerja}
pakai = resource.getrusage(resource.RUSAGE_SELF)
# ru_maxrss would count what the process that started this one holds.
puncak = Path("/proc/self/status").read_text().partition("VmHWM:")[2].split()[0]
print(json.dumps([hasil, int(puncak) / 1024, pakai.ru_utime + pakai.ru_stime]))
"""
IMPOR = """
from lkip.bukukerja.berkas import Buku
from lkip.bukukerja.baca import baca_buku
from lkip.bukukerja.galat import BukuSalah
try:
    with Buku(open(sys.argv[1], "rb").read()) as buku:
        hasil = len(baca_buku(buku).galat)
except BukuSalah as salah:
    hasil = salah.pesan
"""
SIPD = """
from lkip.bukukerja.berkas import Buku
from lkip.isi.anggaran import Tahap
from lkip.sipd.baca import baca_sipd
from lkip.sipd.kenali import kenali_buku
from lkip.sipd.tabel import Tabel
with Buku(open(sys.argv[1], "rb").read()) as buku:
    tabel, peta = kenali_buku(buku)
isi = tabel.ke_json()
terbaca = baca_sipd(Tabel.dari_json(isi), peta, tahap=Tahap.MURNI)
hasil = [len(tabel.baris), len(terbaca.sub_kegiatan), len(terbaca.galat)]
"""


def measure(kerja, berkas):
    """What the work gave, its peak memory in MiB, and its time on the processor in seconds."""
    jalan = subprocess.run(
        [sys.executable, "-c", UKUR.format(kerja=kerja), str(berkas)],
        cwd=settings.BASE_DIR,
        env=os.environ | {"DJANGO_SETTINGS_MODULE": "tests.settings"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert jalan.returncode == 0, jalan.stderr
    return json.loads(jalan.stdout)


def write_rows(berkas, lembar, kepala, baris):
    """A workbook of very many rows, written as a stream. `baris` gives the cells of each."""
    dasar = buat_buku({lembar: [kepala]})
    with zipfile.ZipFile(BytesIO(dasar)) as lama, zipfile.ZipFile(berkas, "w", zipfile.ZIP_DEFLATED) as baru:  # fmt: skip
        for nama in lama.namelist():
            awal, ekor, akhir = lama.read(nama).partition(b"</sheetData>")
            with baru.open(nama, "w") as bagian:
                bagian.write(awal)
                for satu in baris if ekor else ():
                    bagian.write(satu)
                bagian.write(ekor + akhir)


def row(*sel):
    isi = (f'<c t="inlineStr"><is><t>{satu}</t></is></c>' if satu else "<c/>" for satu in sel)
    return f"<row>{''.join(isi)}</row>".encode()


def assert_small(memori, detik):
    assert memori < 512
    assert detik < 30


def test_fifty_thousand_rows_are_refused_in_time_and_memory(tmp_path):
    berkas = tmp_path / "buku.xlsx"
    baris = (row(f"7.01.01.2.02.{nomor:04}", f"Sub kegiatan {nomor}", nomor) for nomor in range(SEBANYAK))  # fmt: skip
    write_rows(berkas, "Anggaran", ["Kode", "Uraian", "Pagu Murni Operasi"], baris)

    hasil, memori, detik = measure(IMPOR, berkas)

    assert hasil == "Lembar Anggaran memuat lebih dari 5000 baris."
    assert_small(memori, detik)


def test_fifty_thousand_rows_on_ten_sheets_are_read_in_time_and_memory(tmp_path):
    berkas = tmp_path / "buku.xlsx"
    isi = {
        "Desa": (["Nama"], lambda nomor: [f"Desa {nomor}"]),
        "Potensi": (["Jenis", "Nama"], lambda nomor: ["wisata", f"Bukit {nomor}"]),
        "Uraian Tugas": (["Jenis", "Nomor", "Uraian"], lambda nomor: ["tugas", nomor, "Tugas"]),
        "Isu Strategis": (["Nomor", "Uraian"], lambda nomor: [nomor, "Isu"]),
        "Unit Organisasi": (["Nama"], lambda nomor: [f"Unit {nomor}"]),
        "Sasaran RPJMD": (["Nomor", "Uraian"], lambda nomor: [nomor, "Sasaran"]),
        "Sarana": (["Nama", "Jumlah"], lambda nomor: [f"Sarana {nomor}", 1]),
        "Analisis": (["Induk", "Jenis", "Uraian"], lambda nomor: ["S1", "umum", "Uraian"]),
        "Lampiran": (["Jenis", "Judul"], lambda nomor: ["lain", "Piagam"]),
        "Anggaran": (["Kode", "Indikator"], lambda nomor: ["7.01.01", f"Keluaran {nomor}"]),
    }
    lembar = {
        nama: [kepala, *(baris(nomor) for nomor in range(1, SEBANYAK // len(isi) + 1))]
        for nama, (kepala, baris) in isi.items()
    }
    berkas.write_bytes(buat_buku(lembar))

    hasil, memori, detik = measure(IMPOR, berkas)

    assert hasil == 0
    assert_small(memori, detik)


def test_fifty_thousand_documents_of_sipd_are_read_in_time_and_memory(tmp_path):
    berkas = tmp_path / "sipd.xlsx"
    contoh = document()
    nomor, sub = (KOLOM_DOKUMEN.index(nama) for nama in ("Nomor Dokumen", "Kode Sub Kegiatan"))

    def rows():
        for urutan in range(SEBANYAK):
            contoh[nomor], contoh[sub] = urutan, f"7.01.01.2.02.{urutan % 300 + 1:04}"
            yield row(*contoh)

    write_rows(berkas, "Data Realisasi Dokumen", KOLOM_DOKUMEN, rows())

    hasil, memori, detik = measure(SIPD, berkas)

    assert hasil == [SEBANYAK + 1, 300, 0]
    assert_small(memori, detik)


def test_rows_of_formatted_cells_to_the_last_column_hold_nothing(tmp_path):
    berkas = tmp_path / "buku.xlsx"
    huruf = [get_column_letter(nomor) for nomor in range(1, 16_385)]
    baris = (
        b"<row>" + "".join(f'<c r="{satu}{nomor}" s="1"/>' for satu in huruf).encode() + b"</row>"
        for nomor in range(2, 52)
    )
    write_rows(berkas, "Tujuan", ["Kode", "Uraian"], baris)

    hasil, memori, detik = measure(IMPOR, berkas)

    assert hasil == 0
    assert_small(memori, detik)


@pytest.mark.parametrize(
    "awal",
    [
        pytest.param(b"<!-- " + b"x" * 3_000 + b" -->", id="behind-a-comment"),
        pytest.param(b"\n" * 40_000, id="behind-blank-lines"),
        pytest.param(b"<?a b?>", id="behind-an-instruction"),
    ],
)
@pytest.mark.parametrize("bagian", ["xl/workbook.xml", "xl/styles.xml", "xl/worksheets/sheet1.xml"])
def test_entities_are_refused_wherever_they_hide(bagian, awal):
    jahat = awal + b'<!DOCTYPE a [<!ENTITY b "cc"><!ENTITY d "&b;&b;">]>'
    isi = rewrite(ARSIP_KOSONG, [(bagian, lambda data: jahat + data)])

    with pytest.raises(BukuSalah, match="tidak diperbolehkan"):
        open_all(isi)


def test_other_encodings_hide_no_entities():
    jahat = '<?xml version="1.0" encoding="UTF-16"?><!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'
    isi = rewrite(ARSIP_KOSONG, [("xl/worksheets/sheet1.xml", lambda data: jahat.encode("utf-16"))])

    with pytest.raises(BukuSalah, match="tidak diperbolehkan"):
        open_all(isi)


@pytest.mark.parametrize(
    ("bagian", "isi"),
    [
        ("xl/styles.xml", b"<styleSheet>" + b"<font/>" * 3_000_000 + b"</styleSheet>"),
        ("xl/workbook.xml", b"<workbook>" + b"<definedName/>" * 500_000 + b"</workbook>"),
    ],
)
def test_parts_that_swell_the_memory_are_refused(bagian, isi):
    berkas = rewrite(ARSIP_KOSONG, [(bagian, lambda data: isi)])

    with pytest.raises(BukuSalah, match="terlalu besar"):
        open_all(berkas)


def test_more_elements_than_a_sheet_has_are_refused():
    isi = b"<cols>" + b'<col min="1" max="1"/>' * 300_000 + b"</cols><sheetData>"
    berkas = rewrite(
        ARSIP_KOSONG,
        [("xl/worksheets/sheet1.xml", lambda data: data.replace(b"<sheetData>", isi))],
    )

    with pytest.raises(BukuSalah, match="terlalu besar"), Buku(berkas) as buku:
        buku.baris("Tujuan")

"""Writes the workbook: the template, and the export of one office and year."""

from io import BytesIO

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation

from lkip.bukukerja.ambil_anggaran import tanpa_setahun
from lkip.bukukerja.baca import berisi
from lkip.bukukerja.galat import BukuSalah
from lkip.bukukerja.isian import INSTANSI, ISIAN
from lkip.bukukerja.jenis import MAKS_TEKS
from lkip.bukukerja.kolom import Isi, Kolom, Lembar, NilaiBaris
from lkip.bukukerja.lembar import LEMBAR, PANDUAN
from lkip.bukukerja.panduan import JUDUL, baris_panduan

TEBAL = Font(bold=True)
KEPALA = PatternFill("solid", fgColor="DCECFB")
LIPAT = Alignment(wrap_text=True, vertical="top")
LEBAR_PALING = 60
BARIS_PILIHAN = 2_000  # how far down a list of choices is offered


def tulis_templat(tahun: range) -> bytes:
    """An empty workbook with the columns of these years, and a sheet that explains it."""
    buku = _buku({}, tahun, tahun)
    halaman = buku.create_sheet(PANDUAN)
    for nomor, baris in enumerate(baris_panduan(), 1):
        for tempat, teks in enumerate(baris, 1):
            _tulis_sel(halaman.cell(nomor, tempat), teks or None, "@")
    _kepala(halaman, list(JUDUL))
    for huruf, lebar in zip("ABCD", (20, 26, 12, 90), strict=True):
        halaman.column_dimensions[huruf].width = lebar
    return _simpan(buku)


def tulis_ekspor(isi: Isi, tahun: int) -> bytes:
    """The workbook of what is stored; the years of its columns are those of the plan."""
    instansi = next(iter(isi[INSTANSI].values()))
    awal = instansi["Periode Awal"] or tahun
    akhir = instansi["Periode Akhir"] or tahun
    uang = "Realisasi Anggaran"
    isi = {**isi, uang: tanpa_setahun(isi[uang])}
    return _simpan(_buku(isi, range(awal, akhir + 1), range(awal, tahun + 1)))


def _simpan(buku: Workbook) -> bytes:
    aliran = BytesIO()
    buku.save(aliran)
    return aliran.getvalue()


def _buku(isi: Isi, tahun_target: range, tahun_realisasi: range) -> Workbook:
    """All sheets. Raises BukuSalah when a text is longer than a cell."""
    buku = Workbook()
    buku.remove(buku.active)
    for lembar in LEMBAR:
        baris = list(isi.get(lembar.nama, {}).values())
        if lembar.tambahan and not baris:
            continue
        if lembar.nama == INSTANSI:
            _tulis_instansi(buku, baris[0] if baris else {})
            continue
        tahun = tahun_realisasi if lembar.nama == "Realisasi" else tahun_target
        kolom = [satu for satu in lembar.kolom if _ditulis(satu, baris)]
        if lembar.tahunan:
            kolom += [Kolom(str(satu), lembar.tahunan) for satu in tahun]
        _tulis_lembar(buku, lembar, kolom, baris)
    return buku


def _ditulis(kolom: Kolom, baris: list[NilaiBaris]) -> bool:
    """Whether a column is always there or says something."""
    if not kolom.tambahan:
        return True
    isi = (satu[kolom.nama] for satu in baris)
    return any(nilai is not False and berisi(nilai) for nilai in isi)


def _tulis_instansi(buku: Workbook, baris: NilaiBaris) -> None:
    halaman = buku.create_sheet(INSTANSI)
    _kepala(halaman, ["Isian", "Nilai"])
    isian = [satu for satu in ISIAN if _ditulis(satu, [baris] if baris else [])]
    for nomor, kolom in enumerate(isian, 2):
        _tulis_sel(halaman.cell(nomor, 1), kolom.nama, "@")
        sel = halaman.cell(nomor, 2)
        _tulis_sel(sel, kolom.jenis.tulis(baris[kolom.nama]) if baris else None, kolom.jenis.format)
    halaman.column_dimensions["A"].width = 20
    halaman.column_dimensions["B"].width = LEBAR_PALING


def _tulis_lembar(
    buku: Workbook, lembar: Lembar, kolom: list[Kolom], baris: list[NilaiBaris]
) -> None:
    halaman = buku.create_sheet(lembar.nama)
    _kepala(halaman, [satu.nama for satu in kolom])
    for nomor, isi in enumerate(baris, 2):
        for tempat, satu in enumerate(kolom, 1):
            nilai = satu.jenis.tulis(isi[satu.nama])
            _tulis_sel(halaman.cell(nomor, tempat), nilai, satu.jenis.format)
    for tempat, satu in enumerate(kolom, 1):
        _rupa_kolom(halaman, tempat, satu)


def _kepala(halaman, judul: list[str]) -> None:
    for tempat, nama in enumerate(judul, 1):
        sel = halaman.cell(1, tempat, nama)
        sel.font, sel.fill, sel.alignment = TEBAL, KEPALA, LIPAT
    halaman.freeze_panes = "A2"


def _rupa_kolom(halaman, tempat: int, kolom: Kolom) -> None:
    """Width, and for empty cells the format and the choices that a person needs to fill them."""
    huruf = get_column_letter(tempat)
    ukuran = halaman.column_dimensions[huruf]
    panjang = getattr(kolom.jenis, "maksimum", 0) or 0
    teks = kolom.jenis.format == "@" and panjang > 100
    ukuran.width = LEBAR_PALING if teks else max(14, len(kolom.nama) + 2)
    ukuran.number_format = kolom.jenis.format
    daftar = getattr(kolom.jenis, "daftar", ())
    rumus = f'"{",".join(daftar)}"'
    if daftar and len(rumus) <= 255 and not any("," in satu for satu in daftar):
        pilihan = DataValidation(type="list", formula1=rumus, allow_blank=True)
        pilihan.add(f"{huruf}2:{huruf}{BARIS_PILIHAN}")
        halaman.add_data_validation(pilihan)


def _tulis_sel(sel, nilai, format: str) -> None:
    """A text stays a text, whatever it begins with."""
    sel.number_format = format
    sel.alignment = LIPAT
    if nilai is None:
        return
    if isinstance(nilai, str):
        if len(nilai) > MAKS_TEKS:
            raise BukuSalah(f"Teks “{nilai[:40]}…” terlalu panjang untuk sebuah sel Excel.")
        sel.value = nilai
        sel.data_type = "s"
        sel.quotePrefix = nilai[0] in "=+-@"
        return
    sel.value = nilai

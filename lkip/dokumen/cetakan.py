"""Printed reports on disk, by the fingerprint of what they say: nothing is printed twice."""

import fcntl
import hashlib
import json
import os
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import fields, is_dataclass
from datetime import date
from decimal import Decimal
from functools import cache
from importlib.metadata import version
from pathlib import Path

from django.conf import settings

from lkip.dokumen.html import render_html, render_perjanjian
from lkip.dokumen.pencetak import ambil_pencetak
from lkip.ekspor import tulis_json
from lkip.isi.laporan import Laporan, Perjanjian

# A report is printed about once per change; older ones are worth no more than their disk space.
SIMPAN = 200
_KODE = Path(__file__).resolve().parent.parent
_FOLDER = _KODE.parent / "templates" / "lkip" / "dokumen"
# The steps that whoever waits is told of.
LANGKAH_BAB, LANGKAH_PDF = 2, 3
_PUSTAKA = ("Django", "weasyprint", "pydyf", "fonttools", "pyphen")


def _diam(langkah: int) -> None:
    """Nobody waits for the steps."""


def pdf_untuk(laporan: Laporan, lapor: Callable[[int], None] = _diam) -> Path:
    """Return the file of the printed report, and print it if nobody has yet.

    Whoever asks for the same report meanwhile waits for the one printing. `lapor` is told the steps,
    the last of them again and again while it lasts. Raises GagalMencetak.
    """
    return _cetak_sekali(hitung_sidik(laporan), lambda: cetak(laporan, lapor=lapor))


def pdf_perjanjian(
    laporan: Laporan, perjanjian: Perjanjian, lapor: Callable[[int], None] = _diam
) -> Path:
    """Return the file of one PK printed alone, as pdf_untuk does."""
    return _cetak_sekali(
        sidik_perjanjian(laporan, perjanjian.jenis),
        lambda: cetak(laporan, lambda: render_perjanjian(laporan, perjanjian), lapor=lapor),
    )


def sidik_perjanjian(laporan: Laporan, jenis: str) -> str:
    """The fingerprint of one PK printed alone."""
    return f"{hitung_sidik(laporan)}-pk-{jenis}"


def berkas_cetakan(sidik: str) -> Path:
    """Where the printed document of this fingerprint is, or will be."""
    return folder_cetakan() / f"{sidik}.pdf"


def _cetak_sekali(sidik: str, buat: Callable[[], bytes]) -> Path:
    berkas = berkas_cetakan(sidik)
    if not berkas.exists():
        with _sendirian(berkas):
            if not berkas.exists():
                _simpan(berkas, buat())
                _buang_yang_lama()
    return berkas


def cetak(
    laporan: Laporan,
    render: Callable[[], str] | None = None,
    data: str | None = None,
    lapor: Callable[[int], None] = _diam,
) -> bytes:
    """Print the report, or the part of it that `render` gives as HTML, in a process of its own.

    `data` is attached in place of the report as JSON. Raises GagalMencetak.
    """
    with ambil_pencetak() as pencetak:  # loads while the HTML is rendered
        lapor(LANGKAH_BAB)
        pekerjaan = susun_pekerjaan(laporan, render, data)
        lapor(LANGKAH_PDF)
        return pencetak.cetak(pekerjaan, detak=lambda: lapor(LANGKAH_PDF))


def susun_pekerjaan(
    laporan: Laporan, render: Callable[[], str] | None = None, data: str | None = None
) -> bytes:
    """The job for lkip.dokumen.pdf, packed; WeasyPrint is not needed to write it."""
    tanggal = laporan.keadaan.tanggal or date(laporan.tahun, 12, 31)
    pekerjaan = {
        "html": render() if render else render_html(laporan),
        "data": tulis_json(laporan) if data is None else data,
        "nama_data": f"lkip-{laporan.instansi.kode}-{laporan.tahun}.json",
        "tanggal": tanggal.isoformat(),
        "unggahan": [str(berkas) for berkas in daftar_unggahan(laporan)],
    }
    return json.dumps(pekerjaan).encode()


def daftar_unggahan(laporan: Laporan) -> list[Path]:
    """The uploads that the document shows."""
    nama = [laporan.instansi.lambang, *(foto.berkas for foto in laporan.foto)]
    return [Path(settings.MEDIA_ROOT) / satu for satu in nama if satu]


def hitung_sidik(laporan: Laporan) -> str:
    """SHA-256 over all that the PDF depends on: the report, its uploads, and the program."""
    sidik = hashlib.sha256(sidik_program())
    sidik.update(json.dumps(laporan, default=_Pengurai(), sort_keys=True).encode())
    for berkas in daftar_unggahan(laporan):
        sidik.update(hashlib.sha256(berkas.read_bytes()).digest())
    return sidik.hexdigest()


class _Pengurai:
    """Turns dataclasses into their fields for JSON, which leaves out what cached_property added.

    An indikator or program that occurs again is told by its number only.
    """

    def __init__(self) -> None:
        self.nomor: dict[int, int] = {}

    def __call__(self, nilai: object) -> object:
        if is_dataclass(nilai):
            nomor = self.nomor.setdefault(id(nilai), len(self.nomor))
            if nomor < len(self.nomor) - 1:
                return nomor
            return {nama: getattr(nilai, nama) for nama in _nama_bidang(type(nilai))}
        if isinstance(nilai, Mapping):
            return dict(nilai)
        if isinstance(nilai, Decimal | date):
            return str(nilai)
        raise TypeError(f"no JSON for {type(nilai).__name__}")


@cache
def _nama_bidang(jenis: type) -> tuple[str, ...]:
    return tuple(satu.name for satu in fields(jenis))


@cache
def sidik_program() -> bytes:
    """Hash of the code, the document folder and the libraries, once per process."""
    sidik = hashlib.sha256(" ".join(version(nama) for nama in _PUSTAKA).encode())
    berkas = [*_KODE.rglob("*.py"), *(satu for satu in _FOLDER.rglob("*") if satu.is_file())]
    for satu in sorted(berkas):
        sidik.update(satu.read_bytes())
    return sidik.digest()


def folder_cetakan() -> Path:
    folder = Path(settings.DATA_DIR) / "cetakan"
    folder.mkdir(parents=True, exist_ok=True)
    return folder


@contextmanager
def _sendirian(berkas: Path) -> Iterator[None]:
    """Hold the lock of one printed report; the system frees it even when the process dies."""
    with berkas.with_suffix(".kunci").open("w") as kunci:
        fcntl.flock(kunci, fcntl.LOCK_EX)
        yield


def _simpan(berkas: Path, isi: bytes) -> None:
    """Write in one step: whoever sees the file sees all of it."""
    sementara = berkas.with_suffix(f".{os.getpid()}")
    sementara.write_bytes(isi)
    sementara.replace(berkas)


def _buang_yang_lama() -> None:
    menurut_umur = sorted(folder_cetakan().glob("*.pdf"), key=lambda satu: satu.stat().st_mtime)
    for berkas in menurut_umur[:-SIMPAN]:
        berkas.unlink(missing_ok=True)
        berkas.with_suffix(".kunci").unlink(missing_ok=True)

"""Whose file is it, and of which year? What its heads and dates say is compared with the report."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from instansi.models import Instansi
from lkip.bukukerja.baca import cetak_sel
from lkip.sipd.baca import daftar_skpd
from lkip.sipd.kenali import Peta, Tata
from lkip.sipd.tabel import Tabel, teks_sel

_TAHUN = re.compile(r"(?<![0-9])20[0-9]{2}(?![0-9])")
_KANTOR = re.compile(r"\b(skpd|organisasi|kecamatan)\b", re.IGNORECASE)


def periksa_asal(
    tabel: Tabel, peta: Peta, skpd: str, instansi: Instansi, tahun: int
) -> Iterator[str]:
    """Sentences about a file that seems to belong elsewhere; somebody decides."""
    if peta.tata is Tata.DOKUMEN:
        bertanggal = _tahun_dokumen(tabel, peta)
        del bertanggal[tahun]
        if bertanggal:
            yield f"{bertanggal.total()} dokumen bertanggal {_daftar(bertanggal)}, bukan {tahun}."
    else:
        disebut = set(_tahun_kepala(tabel, peta))
        if disebut and tahun not in disebut:
            yield f"Berkas ini menyebut tahun {_daftar(disebut)}, bukan {tahun}."
    pemilik = _pemilik(tabel, peta, skpd)
    if pemilik and not any(instansi.nama.casefold() in satu.casefold() for satu in pemilik):
        yield f"Berkas ini menyebut “{pemilik[0]}”, bukan {instansi.nama}."


def _daftar(tahun: Iterable[int]) -> str:
    return ", ".join(str(satu) for satu in sorted(tahun))


def _kepala(tabel: Tabel, peta: Peta) -> Iterator[str]:
    """The texts above the data."""
    for nomor, isi in tabel.baris:
        if nomor >= peta.mulai:
            return
        yield from (teks for sel in isi if (teks := teks_sel(sel)))


def _tahun_kepala(tabel: Tabel, peta: Peta) -> Iterator[int]:
    for teks in _kepala(tabel, peta):
        yield from (int(satu) for satu in _TAHUN.findall(teks))


def _tahun_dokumen(tabel: Tabel, peta: Peta) -> Counter[int]:
    """How many documents are dated in which year."""
    tempat = peta.kolom.get("tanggal")
    hasil: Counter[int] = Counter()
    for nomor, isi in tabel.baris:
        if tempat is not None and nomor >= peta.mulai and tempat < len(isi):
            hasil.update(int(satu) for satu in _TAHUN.findall(cetak_sel(isi[tempat])))
    return hasil


def _pemilik(tabel: Tabel, peta: Peta, skpd: str) -> list[str]:
    """The offices that the file names; with `skpd` the one that was chosen."""
    if peta.tata is Tata.DOKUMEN:
        daftar = daftar_skpd(tabel)
        return [daftar[skpd]] if skpd in daftar else list(daftar.values())
    return [teks for teks in _kepala(tabel, peta) if _KANTOR.search(teks)]

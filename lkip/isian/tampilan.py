"""The grid as a template prints it: one view of each cell, with what went wrong in it."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from lkip.isian.kisi import BarisKisi, Kisi, Kolom, teks_sel
from lkip.isian.simpan import Bentrok, HasilBaris


@dataclass(frozen=True, kw_only=True)
class SelTampil:
    """One cell: its text, and what stands in the way of saving it."""

    kolom: Kolom
    nama: str
    teks: str
    label: str
    galat: str = ""
    tebakan: str = ""
    terkunci: bool = False

    @property
    def masukan(self) -> str:
        """The kind of control, or "keluaran" for a computed or locked cell."""
        if self.terkunci or self.kolom.jenis is None:
            return "keluaran"
        return self.kolom.jenis.masukan


@dataclass(frozen=True, kw_only=True)
class BarisTampil:
    """One row with its cells; `dasar` is what the cells held when the page was made."""

    baris: BarisKisi
    sel: tuple[SelTampil | None, ...]
    dasar: str
    bentrok: tuple[Bentrok, ...] = ()


def susun_tampilan(
    kisi: Kisi, hasil_laporan: Mapping[tuple[str, str], str], proses: Mapping[str, HasilBaris]
) -> Iterator[BarisTampil]:
    """Rows of the grid; `proses` says what became of rows that were just posted."""
    rekam = kisi.muat_rekam(kisi.baris)
    for baris in kisi.baris:
        hasil = proses.get(baris.kunci)
        teks = {
            kolom.nama: teks_sel(kolom, rekam.get((kolom.simpanan, baris.objek.pk, kolom.kunci)))
            for kolom in kisi.kolom
            if kolom.dapat_diisi and baris.punya(kolom)
        }
        yield BarisTampil(
            baris=baris,
            sel=tuple(
                _sel(kolom, baris, teks, hasil_laporan, hasil) if baris.punya(kolom) else None
                for kolom in kisi.kolom
            ),
            dasar=json.dumps(teks, ensure_ascii=False, separators=(",", ":")),
            bentrok=tuple(hasil.bentrok) if hasil else (),
        )


def _sel(
    kolom: Kolom,
    baris: BarisKisi,
    teks: Mapping[str, str],
    hasil_laporan: Mapping[tuple[str, str], str],
    hasil: HasilBaris | None,
) -> SelTampil:
    tersimpan = teks.get(kolom.nama)
    if tersimpan is None:
        tersimpan = hasil_laporan.get((baris.kunci, kolom.nama), "–")
    return SelTampil(
        kolom=kolom,
        nama=f"s-{baris.kunci}-{kolom.nama}",
        teks=hasil.isian.get(kolom.nama, tersimpan) if hasil and not hasil.beres else tersimpan,
        label=f"{kolom.judul}, {baris.judul}",
        galat=hasil.galat.get(kolom.nama, "") if hasil else "",
        tebakan=hasil.ragu.get(kolom.nama, "") if hasil else "",
        terkunci=baris.terkunci or not kolom.dapat_diisi,
    )

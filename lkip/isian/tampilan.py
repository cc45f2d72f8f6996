"""The grid as a template prints it, and as kisi.js is told of it."""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from lkip.isian.jenis import Jenis
from lkip.isian.kisi import BarisKisi, Kisi, Kolom, RekamPerBaris, teks_sel
from lkip.isian.simpan import BARU, Bentrok, HasilBaris, baris_baru

BARIS_KOSONG = 3
Hasil = Mapping[tuple[str, str], str]


@dataclass(frozen=True, kw_only=True)
class SelTampil:
    """One cell: its text, and what stands in the way of saving it."""

    kolom: Kolom
    jenis: Jenis | None
    nama: str
    teks: str
    label: str
    galat: str = ""
    tebakan: str = ""
    terkunci: bool = False

    @property
    def masukan(self) -> str:
        """The kind of control, or "keluaran" for a computed or locked cell."""
        return "keluaran" if self.terkunci or self.jenis is None else self.jenis.masukan


@dataclass(frozen=True, kw_only=True)
class BarisTampil:
    """One row with its cells; `dasar` is what the cells held when the page was made."""

    baris: BarisKisi
    sel: tuple[SelTampil | None, ...]
    dasar: str
    bentrok: tuple[Bentrok, ...] = ()
    dapat_digeser: bool = False


def susun_tampilan(
    kisi: Kisi, terhitung: Hasil, proses: Mapping[str, HasilBaris]
) -> Iterator[BarisTampil]:
    """Rows of the grid; `proses` says what became of rows that were just posted."""
    return _susun(kisi, kisi.baris, kisi.muat_rekam(kisi.baris), terhitung, proses)


def susun_baris_baru(kisi: Kisi, proses: Mapping[str, HasilBaris]) -> Iterator[BarisTampil]:
    """Empty rows to write into, where the grid makes rows; with what was wrong in them."""
    if kisi.buat is None or kisi.terkunci:
        return iter(())
    baris = [baris_baru(kisi, f"{BARU}{nomor}") for nomor in range(1, BARIS_KOSONG + 1)]
    return _susun(kisi, baris, {}, {}, proses)


def _susun(
    kisi: Kisi,
    baris: Iterable[BarisKisi],
    rekam: RekamPerBaris,
    terhitung: Hasil,
    proses: Mapping[str, HasilBaris],
) -> Iterator[BarisTampil]:
    for satu in baris:
        hasil = proses.get(satu.kunci)
        teks = {
            kolom.nama: ""
            if satu.kunci_baru
            else teks_sel(satu, kolom, rekam.get((kolom.simpanan, satu.kunci, kolom.kunci)))
            for kolom in kisi.kolom
            if satu.menyimpan(kolom)
        }
        yield BarisTampil(
            baris=satu,
            sel=tuple(
                _sel(kolom, satu, teks, terhitung, hasil) if satu.punya(kolom) else None
                for kolom in kisi.kolom
            ),
            dapat_digeser=kisi.dapat_digeser(satu),
            dasar=json.dumps(teks, ensure_ascii=False, separators=(",", ":")),
            bentrok=tuple(hasil.bentrok) if hasil else (),
        )


def _sel(
    kolom: Kolom,
    baris: BarisKisi,
    teks: Mapping[str, str],
    terhitung: Hasil,
    hasil: HasilBaris | None,
) -> SelTampil:
    tersimpan = teks.get(kolom.nama)
    if tersimpan is None:
        tersimpan = terhitung.get((baris.kunci, kolom.nama), "–")
    return SelTampil(
        kolom=kolom,
        jenis=baris.jenis_sel(kolom),
        nama=f"s-{baris.kunci}-{kolom.nama}",
        teks=hasil.isian.get(kolom.nama, tersimpan) if hasil and not hasil.beres else tersimpan,
        label=f"{kolom.judul}, {baris.judul}",
        galat=hasil.galat.get(kolom.nama, "") if hasil else "",
        tebakan=hasil.ragu.get(kolom.nama, "") if hasil else "",
        terkunci=not baris.mengubah(kolom),
    )


def susun_jawaban(
    kisi: Kisi, hasil: Mapping[str, HasilBaris], terhitung: Hasil
) -> dict[str, object]:
    """What kisi.js is told: what became of each row, the order of all, and all computed cells."""
    return {
        "urutan": [satu.kunci for satu in kisi.baris],
        "baris": {kunci: _jawaban_baris(satu) for kunci, satu in hasil.items()},
        "hasil": [[baris, kolom, teks] for (baris, kolom), teks in terhitung.items()],
    }


def _jawaban_baris(hasil: HasilBaris) -> dict[str, object]:
    return {
        "kunci": hasil.kunci_baru,
        "tersimpan": hasil.tersimpan,
        "galat": hasil.galat,
        "ragu": hasil.ragu,
        "oleh": pengubah_terakhir(hasil),
        "bentrok": [
            {
                "kolom": satu.kolom.nama,
                "judul": satu.kolom.judul,
                "isian": satu.isian,
                "tersimpan": satu.tersimpan,
            }
            for satu in hasil.bentrok
        ],
    }


def pengubah_terakhir(hasil: HasilBaris) -> str:
    """Who changed the first conflicting record last; empty when there is no conflict."""
    if not hasil.bentrok:
        return ""
    kolom, objek = hasil.bentrok[0].kolom, hasil.baris.objek
    if kolom.simpanan.induk is None:
        riwayat = objek.history.all()
    else:
        tempat = {kolom.simpanan.induk: objek, **dict(kolom.kunci)}
        riwayat = kolom.simpanan.model.history.filter(**tempat)
    terakhir = riwayat.order_by("-history_date", "-history_id").first()
    return str(terakhir.history_user) if terakhir and terakhir.history_user else ""

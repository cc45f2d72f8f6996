"""Save cells of a grid: compare with what the user saw, merge, refuse, or report a conflict.

A cell is sent with the text it had when the user opened it. If the database still holds that, the
new value goes in; if somebody else changed the same cell meanwhile, it is a conflict and nothing
of it is stored. Different cells, even of one row, never conflict. The rows are locked while they
are compared, so two savers cannot pass each other.
"""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field

from django.core.exceptions import ValidationError
from django.db import models, transaction

from lkip.baca import AngkaRagu, AngkaSalah
from lkip.isian.jenis import IsianSalah, Nilai
from lkip.isian.kisi import BarisKisi, Kisi, Kolom, nilai_sel


@dataclass(frozen=True)
class Sel:
    """What came in for one cell: the text seen before and the text now."""

    dasar: str
    teks: str


@dataclass(frozen=True)
class Bentrok:
    """Somebody else changed the cell: what the user typed, what is stored now."""

    kolom: Kolom
    isian: str
    tersimpan: str


@dataclass
class HasilBaris:
    """What became of one row. `galat` and `ragu` are by name of column."""

    baris: BarisKisi
    isian: dict[str, str] = field(default_factory=dict)
    tersimpan: dict[str, str] = field(default_factory=dict)
    bentrok: list[Bentrok] = field(default_factory=list)
    galat: dict[str, str] = field(default_factory=dict)
    ragu: dict[str, str] = field(default_factory=dict)

    @property
    def beres(self) -> bool:
        return not (self.bentrok or self.galat)


class BarisTerkunci(Exception):
    """The row or column is not for this user to change."""


def simpan_baris(kisi: Kisi, kunci: str, isian: Mapping[str, Sel]) -> HasilBaris:
    """Save the cells of one row; all valid ones of it or, where one is not valid, none.

    Raises BarisTerkunci for a row or column that the grid does not offer for change.
    """
    baris = kisi.cari_baris(kunci)
    kolom = {nama: kisi.cari_kolom(nama) for nama in isian}
    if baris is None or baris.terkunci:
        raise BarisTerkunci(kunci)
    for nama, satu in kolom.items():
        if satu is None or not satu.dapat_diisi or not baris.punya(satu):
            raise BarisTerkunci(nama)
    hasil = HasilBaris(baris, isian={nama: sel.teks for nama, sel in isian.items()})
    baru = _baca(kolom, isian, hasil)
    if hasil.galat:
        return hasil
    with transaction.atomic():
        _terapkan(kisi, baris, kolom, isian, baru, hasil)
        if hasil.galat:
            transaction.set_rollback(True)
            hasil.tersimpan.clear()
    return hasil


def _baca(
    kolom: Mapping[str, Kolom], isian: Mapping[str, Sel], hasil: HasilBaris
) -> dict[str, Nilai]:
    """Read every cell; what cannot be read is an error of its column."""
    nilai: dict[str, Nilai] = {}
    for nama, sel in isian.items():
        try:
            nilai[nama] = kolom[nama].jenis.baca(sel.teks)
        except AngkaRagu as salah:
            hasil.galat[nama] = salah.pesan
            hasil.ragu[nama] = kolom[nama].jenis.cetak(salah.tebakan)
        except (AngkaSalah, IsianSalah) as salah:
            hasil.galat[nama] = salah.pesan
    return nilai


def _terapkan(
    kisi: Kisi,
    baris: BarisKisi,
    kolom: Mapping[str, Kolom],
    isian: Mapping[str, Sel],
    baru: Mapping[str, Nilai],
    hasil: HasilBaris,
) -> None:
    type(baris.objek).objects.select_for_update().get(pk=baris.objek.pk)
    segar = BarisKisi(objek=type(baris.objek).objects.get(pk=baris.objek.pk), judul=baris.judul)
    rekam = dict(kisi.muat_rekam([segar], kunci=True))
    ubah: dict[tuple, dict[str, Nilai]] = defaultdict(dict)
    for nama, nilai in baru.items():
        satu = kolom[nama]
        tempat = (satu.simpanan, segar.objek.pk, satu.kunci)
        kini = nilai_sel(satu, rekam.get(tempat))
        if kini == nilai:
            hasil.tersimpan[nama] = satu.jenis.cetak(kini)
        elif satu.jenis.cetak(kini) != isian[nama].dasar:
            hasil.bentrok.append(Bentrok(satu, isian[nama].teks, satu.jenis.cetak(kini)))
        else:
            ubah[tempat][nama] = nilai
    for tempat, isi in ubah.items():
        _tulis(
            rekam.get(tempat), tempat, {kolom[nama]: nilai for nama, nilai in isi.items()}, hasil
        )


def _tulis(
    rekam: models.Model | None, tempat: tuple, isi: Mapping[Kolom, Nilai], hasil: HasilBaris
) -> None:
    """Write changed fields of one record, counting its versi; delete it when nothing is left."""
    simpanan, induk, kunci = tempat
    if rekam is None:
        rekam = simpanan.model(**{f"{simpanan.induk}_id": induk}, **dict(kunci))
    for kolom, nilai in isi.items():
        setattr(rekam, kolom.bidang, nilai)
    if simpanan.kosong(rekam):
        if rekam.pk is not None:
            rekam.delete()
    else:
        try:
            rekam.full_clean()
        except ValidationError as salah:
            _catat(salah, isi, hasil)
            return
        rekam.versi += rekam.pk is not None
        rekam.save()
    for kolom in isi:
        hasil.tersimpan[kolom.nama] = kolom.jenis.cetak(isi[kolom])


def _catat(salah: ValidationError, isi: Mapping[Kolom, Nilai], hasil: HasilBaris) -> None:
    """Put each message on the column it speaks of; the rest on the first column that changed."""
    pertama = next(iter(isi)).nama
    per_bidang = {kolom.bidang: kolom.nama for kolom in isi}
    for bidang, pesan in salah.message_dict.items():
        hasil.galat.setdefault(per_bidang.get(bidang, pertama), " ".join(pesan))

"""Save cells of a grid: compare with what the user saw, merge, refuse, or report a conflict.

A cell is sent with the text it had when the user opened it. If the database still holds that, the
new value goes in; if somebody else changed the same cell meanwhile, it is a conflict and nothing
of it is stored. Different cells, even of one row, never conflict. The rows are locked while they
are compared, so two savers cannot pass each other.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from django.core.exceptions import ValidationError
from django.db import models, transaction

from lkip.angka import AngkaRagu, AngkaSalah, format_lengkap
from lkip.isian.jenis import HARUS_DIISI, IsianSalah, Nilai
from lkip.isian.kisi import BarisKisi, Kisi, Kolom, nilai_sel
from lkip.isian.permintaan import Permintaan
from lkip.models import KirimanBaris


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
    kunci_baru: str = ""
    bentrok: list[Bentrok] = field(default_factory=list)
    galat: dict[str, str] = field(default_factory=dict)
    ragu: dict[str, str] = field(default_factory=dict)

    @property
    def beres(self) -> bool:
        return not (self.bentrok or self.galat)


BARU = "baru"


class BarisTerkunci(Exception):
    """The row or column is not for this user to change."""


def simpan_baris(
    kisi: Kisi, kunci: str, isian: Mapping[str, Sel], permintaan: Permintaan | None = None
) -> HasilBaris:
    """Save the cells of one row; all valid ones of it or, where one is not valid, none.

    `permintaan` keeps a new row from being made twice. Raises BarisTerkunci as `cari_terbuka` does.
    """
    baris = cari_terbuka(kisi, kunci, isian)
    return _Penyimpan(kisi, baris, isian, permintaan if baris.kunci_baru else None).simpan()


def cari_terbuka(kisi: Kisi, kunci: str, isian: Iterable[str]) -> BarisKisi:
    """The row of this key. Raises BarisTerkunci if the grid does not offer these columns of it."""
    baris = _cari_baris(kisi, kunci)
    if baris is None or baris.terkunci:
        raise BarisTerkunci(kunci)
    for nama in isian:
        kolom = kisi.cari_kolom(nama)
        if kolom is None or not baris.mengubah(kolom):
            raise BarisTerkunci(nama)
    return baris


def hapus_baris(kisi: Kisi, kunci: str) -> None:
    """Delete a row; its history stays. Raises BarisTerkunci, or ProtectedError where it is used."""
    baris = kisi.cari_baris(kunci)
    if baris is None or baris.terkunci or baris.objek.pk is None or not kisi.dapat_dihapus:
        raise BarisTerkunci(kunci)
    baris.objek.delete()


def baris_baru(kisi: Kisi, kunci: str) -> BarisKisi:
    """A row that is made when its first cell is saved."""
    return BarisKisi(objek=kisi.buat(), judul="Baris baru", kunci_baru=kunci)


def _cari_baris(kisi: Kisi, kunci: str) -> BarisKisi | None:
    """The row of this key; one that starts with "baru" is made now."""
    if kunci.startswith(BARU) and kisi.buat is not None:
        return baris_baru(kisi, kunci)
    return kisi.cari_baris(kunci)


class _Penyimpan:
    """Saves one row; what became of it gathers in `hasil`."""

    def __init__(
        self,
        kisi: Kisi,
        baris: BarisKisi,
        isian: Mapping[str, Sel],
        permintaan: Permintaan | None,
    ):
        self.kisi = kisi
        self.baris = baris
        self.isian = isian
        self.permintaan = permintaan
        self.catatan: KirimanBaris | None = None
        self.ulangan = False
        self.hasil = HasilBaris(baris, {nama: sel.teks for nama, sel in isian.items()})

    def simpan(self) -> HasilBaris:
        nilai = self._baca()
        if self.hasil.galat:
            return self.hasil
        with transaction.atomic():
            if self.permintaan:
                self._temukan()
            self._terapkan(nilai)
            if self.hasil.galat:
                transaction.set_rollback(True)
                self.hasil.tersimpan.clear()
        return self.hasil

    def _temukan(self) -> None:
        """Go on with the row that the same wish has made before."""
        self.catatan = self.permintaan.catat()
        ada = type(self.baris.objek).objects.filter(pk=self.catatan.objek).first()
        if ada is not None:
            self.ulangan = True
            self.baris = replace(self.baris, objek=ada)
            self.hasil.kunci_baru = self.baris.kunci_dari(ada)

    def _baca(self) -> dict[str, Nilai]:
        """Read every cell; what cannot be read is an error of its column."""
        nilai: dict[str, Nilai] = {}
        for nama, sel in self.isian.items():
            jenis = self.baris.jenis_sel(self.kisi.cari_kolom(nama))
            try:
                nilai[nama] = jenis.baca(sel.teks)
            except AngkaRagu as salah:
                self.hasil.galat[nama] = salah.pesan
                self.hasil.ragu[nama] = format_lengkap(salah.tebakan)
            except (AngkaSalah, IsianSalah) as salah:
                self.hasil.galat[nama] = salah.pesan
        return nilai

    def _terapkan(self, nilai: Mapping[str, Nilai]) -> None:
        """Compare each cell with what is stored now, under lock, and write what may be written."""
        baris = self._kunci()
        rekam = self.kisi.muat_rekam([baris], kunci=True)
        ubah: dict[tuple, list[tuple[Kolom, Nilai]]] = defaultdict(list)
        for nama, baru in nilai.items():
            kolom = self.kisi.cari_kolom(nama)
            tempat = (kolom.simpanan, baris.kunci, kolom.kunci)
            kini = nilai_sel(kolom, rekam.get(tempat))
            teks_kini = baris.jenis_sel(kolom).cetak(kini)
            if kini == baru:
                self.hasil.tersimpan[nama] = teks_kini
            elif self._boleh(baris, rekam.get(tempat), teks_kini == self.isian[nama].dasar):
                ubah[tempat].append((kolom, baru))
            else:
                self.hasil.bentrok.append(Bentrok(kolom, self.isian[nama].teks, teks_kini))
        # The row itself first: what belongs to a new one needs its key.
        for tempat, isi in sorted(ubah.items(), key=lambda satu: satu[0][0].induk is not None):
            self._tulis(rekam.get(tempat), tempat, isi)

    def _boleh(self, baris: BarisKisi, rekam: models.Model | None, seperti_dilihat: bool) -> bool:
        """Whether nobody else has changed the cell; a wish sent again may say something new."""
        if baris.objek.pk is None or seperti_dilihat:
            return True
        return self.ulangan and (rekam is None or rekam.versi == 1)

    def _kunci(self) -> BarisKisi:
        """The row as it is now, locked until the end; a new one has nothing to lock."""
        if self.baris.objek.pk is None:
            return self.baris
        model = type(self.baris.objek)
        objek = model.objects.select_for_update().get(pk=self.baris.objek.pk)
        return replace(self.baris, objek=objek)

    def _tulis(
        self, rekam: models.Model | None, tempat: tuple, isi: list[tuple[Kolom, Nilai]]
    ) -> None:
        """Write fields of one record, counting its versi; delete it when nothing is left."""
        simpanan, _, kunci = tempat
        if rekam is None:
            induk = {f"{simpanan.induk}_id": self.baris.objek.pk}
            rekam = simpanan.model(**induk, **dict(kunci))
        for kolom, nilai in isi:
            kolom.pasang(rekam, nilai)
        if simpanan.kosong(rekam):
            if rekam.pk is not None:
                # Its history ends with what was stored, not with the emptied fields.
                type(rekam)._default_manager.get(pk=rekam.pk).delete()
        elif not self._sah(rekam, [kolom for kolom, _ in isi]):
            return
        else:
            rekam.versi += rekam.pk is not None
            rekam.save()
            if simpanan.induk is None:
                self._ingat(rekam)
        for kolom, nilai in isi:
            self.hasil.tersimpan[kolom.nama] = self.baris.jenis_sel(kolom).cetak(nilai)

    def _ingat(self, rekam: models.Model) -> None:
        self.hasil.kunci_baru = self.baris.kunci_dari(rekam)
        if self.catatan:
            self.catatan.objek = rekam.pk
            self.catatan.save()

    def _sah(self, rekam: models.Model, kolom: list[Kolom]) -> bool:
        """Check the record; a message goes to the column it speaks of, else to the first."""
        try:
            rekam.full_clean()
        except ValidationError as salah:
            nama = {satu.bidang: satu.nama for satu in kolom}
            for bidang, semua in salah.error_dict.items():
                pesan = [
                    HARUS_DIISI if satu.code == "blank" else satu.messages[0] for satu in semua
                ]
                self.hasil.galat.setdefault(nama.get(bidang, kolom[0].nama), " ".join(pesan))
            return False
        return True

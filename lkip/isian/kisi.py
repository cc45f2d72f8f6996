"""What a grid is: its columns, where each cell is kept, and the rows of one year."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import groupby
from typing import Any

from django.db import models

from lkip.isi.laporan import Laporan
from lkip.isian.jenis import Jenis, Nilai


@dataclass(frozen=True)
class Simpanan:
    """Where cells are kept: one record of `model` per row and `kunci`, found through `induk`.

    `induk` None means the row itself. A record whose `isi` fields are all empty is deleted, or
    never made; not while something else belongs to it (`milik`, names of its relations).
    """

    model: type[models.Model]
    induk: str | None = None
    isi: tuple[str, ...] = ()
    milik: tuple[str, ...] = ()

    def kosong(self, rekam: models.Model) -> bool:
        """Whether nothing is left that is worth a record. Zero is something."""
        if not self.isi or any(_terisi(getattr(rekam, nama)) for nama in self.isi):
            return False
        return rekam.pk is None or not any(getattr(rekam, nama).exists() for nama in self.milik)

    @property
    def model_induk(self) -> type[models.Model]:
        """The model of the rows that these records belong to."""
        return self.model._meta.get_field(self.induk).related_model


def _terisi(nilai: Nilai) -> bool:
    return not (nilai is None or nilai is False or nilai == "")


BARIS_SENDIRI = Simpanan(model=models.Model)


@dataclass(frozen=True, kw_only=True, eq=False)
class Kolom:
    """One column. `kunci` picks the record of a row among those of its `simpanan`.

    A column without `bidang` is computed and never entered; `hasil` of the grid fills it. One that
    is `terkunci` shows what is stored, for example of a year that was submitted. `hitung` lets the
    browser show a computed column while somebody types, as a formula of other columns such as
    "jumlah:operasi,modal" or "capaian:target,realisasi"; `jumlahkan` is what rows of sums add up of
    each row below them, where that is not the column itself (static/js/kisi/hitung.js has them all).
    """

    nama: str
    judul: str
    jenis: Jenis | None = None
    bidang: str = ""
    simpanan: Simpanan = BARIS_SENDIRI
    kunci: tuple[tuple[str, Any], ...] = ()
    kelompok: str = ""
    terkunci: bool = False
    hitung: str = ""
    jumlahkan: str = ""

    @property
    def dapat_diisi(self) -> bool:
        return bool(self.bidang)

    @property
    def angka(self) -> bool:
        """Whether the cells stand right: numbers, and what is computed from them."""
        return self.jenis is None or self.jenis.masukan in ("decimal", "numeric")

    def ambil(self, rekam: models.Model) -> Nilai:
        """The value of this column in its record."""
        return getattr(rekam, self.bidang)

    def pasang(self, rekam: models.Model, nilai: Nilai) -> None:
        """Put a value into the record, without saving it."""
        setattr(rekam, self.bidang, nilai)


@dataclass(frozen=True, kw_only=True)
class BarisKisi:
    """One row: the object it stands for, its head, and whether this user may change it.

    `kolom` limits which columns this row has; empty means all. `jenis` replaces the kind of cell of
    a column, for example by one that knows the satuan of this row. Columns that are `dihitung` are
    computed here though other rows enter them, as in a row of sums. `tingkat` indents it. `awalan`
    tells rows of one model from those of another. A row that is not made yet goes by `kunci_baru`.
    `arah` and `formula` are polaritas and formula of a capaian that the browser shows (R1, R2);
    `bahan` is what its formulas need beside the cells, and `induk` the key of the row of sums above.
    """

    objek: models.Model
    judul: str
    kode: str = ""
    tingkat: int = 0
    terkunci: bool = False
    kolom: frozenset[str] = frozenset()
    jenis: Mapping[str, Jenis] = field(default_factory=dict)
    satuan: str = ""
    dihitung: frozenset[str] = frozenset()
    awalan: str = ""
    kunci_baru: str = ""
    arah: str = "positif"
    formula: str = "selisih"
    bahan: Mapping[str, Any] = field(default_factory=dict)
    induk: str = ""

    @property
    def kunci(self) -> str:
        return self.kunci_baru or self.kunci_dari(self.objek)

    @property
    def jangkar(self) -> str:
        """The code by which links of the checklist name this row; empty for one without code."""
        return self.kode or getattr(self.objek, "kode", "")

    def kunci_dari(self, objek: models.Model) -> str:
        """The key by which this row goes once it stands for a saved object."""
        return f"{self.awalan}{objek.pk}"

    def punya(self, kolom: Kolom) -> bool:
        return not self.kolom or kolom.nama in self.kolom

    def menyimpan(self, kolom: Kolom) -> bool:
        """Whether the cell of this column holds a stored value, and not a computed one."""
        return kolom.dapat_diisi and self.punya(kolom) and kolom.nama not in self.dihitung

    def mengubah(self, kolom: Kolom) -> bool:
        """Whether this user may change the cell of this column."""
        return self.menyimpan(kolom) and not (self.terkunci or kolom.terkunci)

    def jenis_sel(self, kolom: Kolom) -> Jenis:
        """The kind of this row's cell in a column that may be entered."""
        return self.jenis.get(kolom.nama, kolom.jenis)


RekamPerBaris = Mapping[tuple[Simpanan, str, tuple], models.Model]


@dataclass(frozen=True, kw_only=True)
class Kisi:
    """A grid of one page.

    `hasil` computes the text of computed cells, by key of row and name of column, from the report;
    a row "jumlah" holds totals. `turunan` does so from what is stored, for cells that need no
    report. `alasan_terkunci` says why nothing may be changed where it is not the year's state. `buat`
    makes an unsaved object for a new row; without it rows are those of another page.
    `pembuka` are generated sentences that the rows go on from. `dapat_dihapus` lets rows be
    deleted. `urut` lets them be moved among those for which it gives the same, by their field
    `urutan`. `perlu_lkip` says that cells belong to the LKIP of the year, which is started with the
    first of them.
    """

    nama: str
    judul: str
    kolom: Sequence[Kolom]
    baris: Sequence[BarisKisi]
    jenis_baris: str = "Uraian"
    remah: tuple[tuple[str, str], ...] = ()
    petunjuk: str = ""
    pembuka: tuple[str, ...] = ()
    alasan_terkunci: str = ""
    hasil: Callable[[Laporan], Mapping[tuple[str, str], str]] | None = None
    turunan: Callable[[], Mapping[tuple[str, str], str]] | None = None
    buat: Callable[[], models.Model] | None = None
    dapat_dihapus: bool = False
    urut: Callable[[models.Model], object] | None = None
    perlu_lkip: bool = False

    def cari_baris(self, kunci: str) -> BarisKisi | None:
        return next((baris for baris in self.baris if baris.kunci == kunci), None)

    def cari_kolom(self, nama: str) -> Kolom | None:
        return next((kolom for kolom in self.kolom if kolom.nama == nama), None)

    def hitung(self, laporan: Laporan | None) -> dict[tuple[str, str], str]:
        """The computed cells; those of the report only where there is one."""
        sel = dict(self.turunan()) if self.turunan else {}
        return sel | dict(self.hasil(laporan)) if self.hasil and laporan else sel

    @property
    def terkunci(self) -> bool:
        """Whether there is nothing here that this user may change."""
        return self.buat is None and all(baris.terkunci for baris in self.baris)

    @property
    def lebar(self) -> int:
        """How many columns the table has, with the head of the row and its place."""
        return len(self.kolom) + 1 + self.dapat_diurutkan

    @property
    def dapat_diurutkan(self) -> bool:
        """Whether rows can be moved. Templates cannot ask `urut`: they would call it."""
        if self.urut is None:
            return False
        return self.buat is not None or max(self._banyak_saudara.values(), default=0) > 1

    def dapat_digeser(self, baris: BarisKisi) -> bool:
        """Whether a row has siblings among which this user may move it."""
        if self.urut is None or baris.terkunci or baris.objek.pk is None:
            return False
        return self._banyak_saudara[self.urut(baris.objek)] > 1

    @cached_property
    def _banyak_saudara(self) -> Counter[object]:
        ada = (satu.objek for satu in self.baris if satu.objek.pk is not None)
        return Counter(self.urut(objek) for objek in ada)

    @property
    def kelompok(self) -> list[tuple[str, int]]:
        """Heads over several columns with how many they span; empty when no column has one."""
        if not any(kolom.kelompok for kolom in self.kolom):
            return []
        return [
            (judul, len(list(anggota)))
            for judul, anggota in groupby(self.kolom, key=lambda kolom: kolom.kelompok)
        ]

    @property
    def simpanan(self) -> tuple[Simpanan, ...]:
        """The kinds of records behind the columns, each once."""
        return tuple(dict.fromkeys(kolom.simpanan for kolom in self.kolom if kolom.dapat_diisi))

    def muat_rekam(self, baris: Iterable[BarisKisi], *, kunci: bool = False) -> RekamPerBaris:
        """Records behind these rows; one query for each kind. `kunci` locks them."""
        semua = list(baris)
        rekam: dict[tuple[Simpanan, str, tuple], models.Model] = {}
        for simpanan in self.simpanan:
            if simpanan.induk is None:
                rekam |= {(simpanan, satu.kunci, ()): satu.objek for satu in semua}
                continue
            nomor = {
                satu.objek.pk: satu.kunci
                for satu in semua
                if isinstance(satu.objek, simpanan.model_induk)
            }
            bidang = self._bidang_kunci(simpanan)
            isi = self._rekam_anak(simpanan, list(nomor), bidang)
            for satu in isi.select_for_update() if kunci else isi:
                induk = nomor[getattr(satu, f"{simpanan.induk}_id")]
                rekam[simpanan, induk, tuple((nama, getattr(satu, nama)) for nama in bidang)] = satu
        return rekam

    def _rekam_anak(
        self, simpanan: Simpanan, induk: list[Any], bidang: tuple[str, ...]
    ) -> models.QuerySet:
        """Records of these rows that some column shows."""
        dipakai = [dict(kolom.kunci) for kolom in self.kolom if kolom.simpanan == simpanan]
        syarat = {f"{nama}__in": {satu[nama] for satu in dipakai} for nama in bidang}
        return simpanan.model.objects.filter(**{f"{simpanan.induk}__in": induk}, **syarat)

    def _bidang_kunci(self, simpanan: Simpanan) -> tuple[str, ...]:
        contoh = next(kolom for kolom in self.kolom if kolom.simpanan == simpanan)
        return tuple(nama for nama, _ in contoh.kunci)


def nilai_sel(kolom: Kolom, rekam: models.Model | None) -> Nilai:
    """The value behind a cell; a record that was not made yet has that of an empty one."""
    return kolom.ambil(kolom.simpanan.model() if rekam is None else rekam)


def teks_sel(baris: BarisKisi, kolom: Kolom, rekam: models.Model | None) -> str:
    """The text of a cell as it stands in the database."""
    return baris.jenis_sel(kolom).cetak(nilai_sel(kolom, rekam))

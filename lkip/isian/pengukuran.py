"""What the grids of Pengukuran share: the indikator of a year, their rows, what is stored of them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from instansi.alur import TERBUKA
from lkip.huruf import SKALA_HURUF
from lkip.isian.jenis import Angka, Jenis, Pilihan
from lkip.isian.kisi import BarisKisi
from lkip.isian.ruang import Ruang
from perjanjian.models import PerjanjianKinerja, Realisasi
from renstra.models import Indikator, Renstra

BENTUK = ("pembilang", "penyebut", "nilai", "huruf")
TANPA_HURUF = "–"


def indikator_tahun(ruang: Ruang) -> list[Indikator]:
    """Indikator of the plan behind the PK of the year, else of the plan in force; with their PIC."""
    pk = PerjanjianKinerja.objects.filter(instansi=ruang.instansi, tahun=ruang.tahun)
    renstra = pk.order_by("jenis").values_list("renstra", flat=True).last()
    semua = Indikator.objects.select_related("renstra").prefetch_related("penanggung_jawab")
    return list(
        semua.filter(renstra=renstra or Renstra.objects.berlaku(ruang.instansi, ruang.tahun))
    )


def tahun_terkunci(ruang: Ruang) -> set[int]:
    """Earlier years that were submitted, whose facts no longer change. 1 query."""
    lain = ruang.instansi.lkip.filter(tahun__lt=ruang.tahun).exclude(status__in=TERBUKA)
    return set(lain.values_list("tahun", flat=True))


def baris_indikator(ruang: Ruang, indikator: Indikator, **isian) -> BarisKisi:
    """The row of an indikator; a seksi may change those it answers for."""
    milik = {seksi.pk for seksi in indikator.penanggung_jawab.all()}
    bawaan = {
        "objek": indikator,
        "judul": indikator.nama,
        "kode": indikator.kode,
        "satuan": uraian_satuan(indikator),
        "terkunci": not ruang.mengisi_seksi(milik),
    }
    return BarisKisi(**bawaan | isian)


def jenis_sel(indikator: Indikator, huruf: Iterable[str] = ()) -> dict[str, Jenis]:
    """Kinds of cells of one indikator: numbers with its satuan, letters of its scale.

    `huruf` are letters that are stored, so that one that the scale lacks stays until it is changed.
    """
    skala = SKALA_HURUF.get(indikator.skala_huruf)
    dikenal = [satu[0] for satu in skala.huruf] if skala else []
    pilihan = dict.fromkeys([*dikenal, *filter(None, huruf)])
    return {
        "nilai": Angka(satuan=indikator.satuan),
        "huruf": Pilihan({"": TANPA_HURUF} | {satu: satu for satu in pilihan}),
    }


def uraian_satuan(indikator: Indikator) -> str:
    """The satuan, and what is divided by what."""
    bagian = (indikator.label_pembilang, indikator.label_penyebut)
    if not indikator.rasio or not all(bagian):
        return indikator.satuan
    return f"{indikator.satuan}: {' ÷ '.join(bagian)}"


@dataclass(frozen=True)
class Tersimpan:
    """The forms of the realisasi that are stored, by indikator, year and triwulan (0 the year)."""

    rekam: Mapping[tuple[int, int, int], Mapping[str, object]] = field(default_factory=dict)

    @classmethod
    def baca(cls, indikator: Iterable[Indikator], tahun: Iterable[int]) -> "Tersimpan":
        """1 query."""
        baris = Realisasi.objects.filter(indikator__in=indikator, tahun__in=tahun)
        kunci = ("indikator", "tahun", "triwulan")
        return cls(
            {
                tuple(satu[nama] for nama in kunci): satu
                for satu in baris.order_by().values(*kunci, *BENTUK)
            }
        )

    def per_triwulan(self, indikator: Indikator, tahun: int) -> bool:
        """Whether a triwulan was reported, so that the row of the year does not count."""
        return any((indikator.pk, tahun, triwulan) in self.rekam for triwulan in (1, 2, 3, 4))

    def bentuk(self, indikator: Indikator, tahun: int, triwulan: int) -> set[str]:
        """How the value is entered: as the indikator says, and as it is stored where that differs."""
        rekam = self.rekam.get((indikator.pk, tahun, triwulan), {})
        terisi = {nama for nama in BENTUK if rekam.get(nama) not in (None, "")}
        if indikator.rasio:
            return terisi | {"pembilang", "penyebut"}
        return terisi | {"nilai"} | ({"huruf"} if indikator.skala_huruf else set())

    def bentuk_riwayat(self, indikator: Indikator, tahun: int) -> set[str]:
        """As `bentuk` for a whole year, but a ratio is entered as its value."""
        if not indikator.rasio or self.rekam.get((indikator.pk, tahun, 0), {}).get("penyebut"):
            return self.bentuk(indikator, tahun, 0)
        return {"nilai"}

    def huruf(self, indikator: Indikator, tahun: int, triwulan: int) -> str:
        """The letter that is stored; empty when there is none."""
        return str(self.rekam.get((indikator.pk, tahun, triwulan), {}).get("huruf", ""))

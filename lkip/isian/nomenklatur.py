"""Rows of the tree program, kegiatan, sub kegiatan, as grids of Anggaran show it."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from anggaran.models import Kegiatan, Program, SubKegiatan
from lkip.isi.anggaran import Anggaran, BarisAnggaran, Tahap, Tingkat
from lkip.isi.laporan import Laporan
from lkip.isian.kisi import BarisKisi
from lkip.isian.ruang import Ruang
from lkip.pembaca.anggaran import baca_anggaran

REMAH = (("Anggaran dan realisasi", "anggaran"),)
Objek = Program | Kegiatan | SubKegiatan
Sel = dict[tuple[str, str], str]


@dataclass(frozen=True)
class Simpul:
    """A program, kegiatan or sub kegiatan, and whether this user may change what belongs to it."""

    tingkat: Tingkat
    objek: Objek
    terkunci: bool
    induk: str = ""

    @property
    def judul(self) -> str:
        return f"{self.objek.kode} {self.objek.nama}"

    @property
    def awalan(self) -> str:
        return self.tingkat.value.replace("_", "")

    @property
    def kunci(self) -> str:
        """The key of its row."""
        return f"{self.awalan}{self.objek.pk}"

    def baris(self, **isian) -> BarisKisi:
        """Its row in a grid."""
        bawaan = {
            "objek": self.objek,
            "judul": self.judul,
            "kode": self.objek.kode,
            "tingkat": list(Tingkat).index(self.tingkat),
            "awalan": self.awalan,
            "induk": self.induk,
            "terkunci": self.terkunci,
        }
        return BarisKisi(**bawaan | isian)


def baca_simpul(ruang: Ruang) -> Iterator[Simpul]:
    """The tree of the year from top to bottom; a seksi may change its own sub kegiatan. 4 queries."""
    program = Program.objects.filter(instansi=ruang.instansi, tahun=ruang.tahun).order_by("kode")
    kantor = not ruang.mengisi_semua
    for satu in program.prefetch_related("kegiatan__sub_kegiatan__seksi"):
        program_ini = Simpul(Tingkat.PROGRAM, satu, kantor)
        yield program_ini
        for kegiatan in satu.kegiatan.all():
            kegiatan_ini = Simpul(Tingkat.KEGIATAN, kegiatan, kantor, program_ini.kunci)
            yield kegiatan_ini
            for sub in kegiatan.sub_kegiatan.all():
                terkunci = not ruang.mengisi_seksi({sub.seksi_id})
                yield Simpul(Tingkat.SUB_KEGIATAN, sub, terkunci, kegiatan_ini.kunci)


def anggaran_tahun(ruang: Ruang) -> Anggaran:
    """The budget of a year that has no report yet, by its latest version. 4 queries."""
    return baca_anggaran(ruang.instansi, ruang.tahun, Tahap.PERUBAHAN)


def per_baris(
    anggaran: Anggaran, baris: Iterable[BarisKisi]
) -> Iterator[tuple[BarisKisi, BarisAnggaran]]:
    """Rows with what is computed of their node; a node has its code to itself."""
    isi: Mapping[str, BarisAnggaran] = {satu.kode: satu for satu in anggaran.baris}
    return ((satu, isi[satu.objek.kode]) for satu in baris if satu.objek.kode in isi)


def hitungan(ruang: Ruang, hitung) -> dict[str, object]:
    """`hasil` and `turunan` of a grid whose cells are `hitung` of the budget."""

    def dari_laporan(laporan: Laporan) -> Sel:
        return hitung(laporan.anggaran)

    if ruang.laporan is not None:
        return {"hasil": dari_laporan}
    return {"turunan": lambda: hitung(anggaran_tahun(ruang))}

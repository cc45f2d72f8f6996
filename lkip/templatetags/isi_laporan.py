"""Ask the dataclasses of a report for what needs an argument; nothing is computed here."""

from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import TypeVar

from django import template

from lkip.angka import ROMAWI, format_angka
from lkip.capaian import Kelas
from lkip.isi.anggaran import BarisAnggaran, JenisBelanja, Uang
from lkip.isi.kinerja import Indikator, TahunIndikator
from lkip.isi.laporan import Laporan
from lkip.isi.nilai import Nilai
from lkip.isi.organisasi import SDM, Wilayah

register = template.Library()
T = TypeVar("T")


@register.filter
def ambil(kamus: Mapping[str, T], kunci: str) -> T:
    return kamus[kunci]


@register.filter
def nama_kelas(kelas: Kelas | None) -> str:
    return "–" if kelas is None else kelas.nama


@register.filter
def romawi(nomor: int) -> str:
    return ROMAWI[nomor]


@register.filter
def kebutuhan_pendidikan(sdm: SDM, pendidikan: str) -> int:
    return sdm.kebutuhan_pendidikan(pendidikan)


@register.filter
def ada_pendidikan(sdm: SDM, pendidikan: str) -> int:
    return sdm.ada_pendidikan(pendidikan)


@register.filter
def ada_pendidikan_asn(sdm: SDM, pendidikan: str) -> int:
    return sdm.ada_pendidikan(pendidikan, asn_saja=True)


@register.filter
def selisih_pendidikan(sdm: SDM, pendidikan: str) -> int:
    """ASN that are there minus ASN that are needed."""
    return sdm.ada_pendidikan(pendidikan, asn_saja=True) - sdm.kebutuhan_pendidikan(pendidikan)


@register.filter
def selisih_asn(sdm: SDM) -> int:
    return -sdm.kekurangan_asn


@register.filter
def persen_penduduk(wilayah: Wilayah, orang: int) -> Decimal | None:
    return wilayah.persen_penduduk(orang)


@register.filter
def jumlah_mata_pencaharian(wilayah: Wilayah) -> int:
    return sum(orang for _, orang in wilayah.mata_pencaharian)


@register.filter
def uang_jenis(baris: BarisAnggaran, jenis: JenisBelanja) -> Uang:
    return baris.uang_jenis(jenis)


@register.filter
def nama_belanja(jenis: JenisBelanja) -> str:
    """The kind of belanja where the head says that it is belanja: "Operasi"."""
    return jenis.label.removeprefix("Belanja ")


@register.filter
def tahun_riwayat(laporan: Laporan) -> tuple[int, ...]:
    """The years of the Renstra up to the report year, as the history of each indikator has them."""
    return tuple(tahun for tahun in laporan.renstra.tahun if tahun <= laporan.tahun)


@register.filter
def desimal_riwayat(indikator: Indikator) -> int:
    """How many decimals, two at most, the targets and realisasi of the years need."""
    return _desimal(nilai for satu in indikator.riwayat for nilai in (satu.target, satu.realisasi))


@register.filter
def desimal_triwulan(indikator: Indikator) -> int:
    """How many decimals, two at most, the values of the triwulan need."""
    return _desimal(
        nilai
        for satu in indikator.triwulan
        for nilai in (satu.target, satu.realisasi, satu.kumulatif)
    )


def _desimal(nilai: Iterable[Nilai]) -> int:
    angka = [satu.angka for satu in nilai if satu.angka is not None]
    return max((len(format_angka(satu).partition(",")[2]) for satu in angka), default=0)


@register.filter
def riwayat_tahun(indikator: Indikator, tahun: Iterable[int]) -> list[TahunIndikator]:
    """The history in the columns of a table of years; a year without an entry is empty."""
    ada = {satu.tahun: satu for satu in indikator.riwayat}
    return [ada.get(n) or TahunIndikator(tahun=n, target=Nilai(), realisasi=Nilai()) for n in tahun]


@register.filter
def target_tahun(indikator: Indikator, tahun: Iterable[int]) -> list[Nilai]:
    """The targets of the Renstra in the columns of a table of years."""
    ada = dict(indikator.target_renstra)
    return [ada.get(n) or Nilai() for n in tahun]


@register.filter
def ada_catatan_triwulan(laporan: Laporan) -> bool:
    """Whether any triwulan has a rencana aksi, a factor, a follow-up or evidence."""
    return any(
        satu.aksi or satu.pendukung or satu.penghambat or satu.tindak_lanjut or satu.bukti
        for indikator in laporan.indikator
        for satu in indikator.triwulan
    )


@register.filter
def ada_rencana(laporan: Laporan) -> bool:
    return any(simpul.analisis.rencana for simpul in laporan.sasaran)


@register.filter
def nama_baris(baris: BarisAnggaran) -> str:
    """The name of a row without the word of its level, which stands before it."""
    return baris.nama.removeprefix(baris.tingkat.label).strip()


@register.filter
def kecuali(butir: tuple[str, ...], nomor: str) -> tuple[str, ...]:
    """The legal base without the decree of that number: a decree does not cite itself."""
    return tuple(satu for satu in butir if not nomor or nomor not in satu)

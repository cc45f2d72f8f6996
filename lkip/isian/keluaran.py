"""Grids of outputs and notes on every level of the budget tree."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from django.db.models import Q

from anggaran.models import Keluaran
from lkip.angka import format_persen
from lkip.isi.anggaran import Anggaran, Tingkat
from lkip.isian.jenis import Angka, Teks
from lkip.isian.kisi import BarisKisi, Kisi, Kolom
from lkip.isian.nomenklatur import REMAH, Sel, Simpul, baca_simpul, hitungan, per_baris
from lkip.isian.ruang import Ruang
from lkip.isian.simpan import BARU

PerSimpul = Mapping[tuple[Tingkat, int], Sequence[Keluaran]]
KOLOM_KELUARAN = (
    Kolom(nama="indikator", judul="Indikator keluaran", jenis=Teks(300, wajib=True), bidang="indikator"),
    Kolom(nama="satuan", judul="Satuan", jenis=Teks(40, wajib=True), bidang="satuan"),
    Kolom(nama="target", judul="Target", jenis=Angka(), bidang="target"),
    Kolom(nama="realisasi", judul="Realisasi", jenis=Angka(), bidang="realisasi"),
    Kolom(nama="capaian", judul="Capaian", hitung="capaian:target,realisasi"),
)  # fmt: skip


def kisi_keluaran(ruang: Ruang) -> Kisi:
    """Outputs of every program, kegiatan and sub kegiatan, and an empty row for one more."""
    simpul = list(baca_simpul(ruang))
    keluaran = _baca_keluaran(ruang)
    baris = [baris for satu in simpul for baris in _baris_keluaran(satu, keluaran)]
    return Kisi(
        nama="keluaran",
        judul="Keluaran program dan kegiatan",
        jenis_baris="Program, kegiatan, dan sub kegiatan",
        remah=REMAH,
        petunjuk="Satu baris untuk satu indikator keluaran; baris kosong di bawah setiap program, "
        "kegiatan, dan sub kegiatan menambah satu indikator.",
        kolom=KOLOM_KELUARAN,
        baris=baris,
        urut=lambda satu: (satu.program_id, satu.kegiatan_id, satu.sub_kegiatan_id),
        dapat_dihapus=True,
        **hitungan(ruang, lambda anggaran: _hasil_keluaran(anggaran, simpul, keluaran)),
    )


def kisi_catatan(ruang: Ruang) -> Kisi:
    """Notes on every level: outputs that were missed, money that was not spent."""
    baris = [simpul.baris() for simpul in baca_simpul(ruang)]
    return Kisi(
        nama="catatan-anggaran",
        judul="Catatan anggaran",
        jenis_baris="Program, kegiatan, dan sub kegiatan",
        remah=REMAH,
        petunjuk="Jelaskan keluaran yang tidak tercapai dan anggaran yang tidak terserap.",
        kolom=(
            Kolom(nama="serapan", judul="Serapan"),
            Kolom(
                nama="catatan",
                judul="Catatan",
                jenis=Teks(3000, berbaris=True),
                bidang="catatan",
            ),
        ),
        baris=baris,
        **hitungan(ruang, lambda anggaran: _hasil_catatan(anggaran, baris)),
    )


def _baca_keluaran(ruang: Ruang) -> PerSimpul:
    """Outputs of the year by level and key of their node, in the order of the report. 1 query."""
    tempat = ("", "kegiatan__", "sub_kegiatan__kegiatan__")
    tahun_ini = Q()
    for awalan in tempat:
        program = f"{awalan}program"
        tahun_ini |= Q(**{f"{program}__instansi": ruang.instansi, f"{program}__tahun": ruang.tahun})
    hasil: dict[tuple[Tingkat, int], list[Keluaran]] = defaultdict(list)
    for satu in Keluaran.objects.filter(tahun_ini).order_by("urutan", "id"):
        tingkat = next(tingkat for tingkat in Tingkat if getattr(satu, f"{tingkat}_id"))
        hasil[tingkat, getattr(satu, f"{tingkat}_id")].append(satu)
    return hasil


def _baris_keluaran(simpul: Simpul, keluaran: PerSimpul) -> Iterator[BarisKisi]:
    """The outputs of one node, and an empty row where this user may add one."""
    ada = keluaran.get((simpul.tingkat, simpul.objek.pk), ())
    for satu in ada:
        jenis = Angka(satuan=satu.satuan)
        yield simpul.baris(
            objek=satu, awalan="", induk="", jenis={"target": jenis, "realisasi": jenis}
        )
    if simpul.terkunci:
        return
    baru = Keluaran(**{f"{simpul.tingkat}_id": simpul.objek.pk}, urutan=_urutan(ada))
    yield simpul.baris(
        objek=baru,
        awalan="",
        induk="",
        judul=f"Tambah keluaran {simpul.objek.kode}" if ada else simpul.judul,
        kunci_baru=f"{BARU}{simpul.kunci}",
    )


def _urutan(keluaran: Sequence[Keluaran]) -> int:
    return max((satu.urutan for satu in keluaran), default=0) + 1


def _hasil_keluaran(anggaran: Anggaran, simpul: Sequence[Simpul], keluaran: PerSimpul) -> Sel:
    isi = {satu.kode: satu for satu in anggaran.baris}
    hasil = {}
    for satu in simpul:
        tersimpan = keluaran.get((satu.tingkat, satu.objek.pk), ())
        dihitung = isi[satu.objek.kode].keluaran if satu.objek.kode in isi else ()
        for rekam, baris in zip(tersimpan, dihitung, strict=False):
            hasil[str(rekam.pk), "capaian"] = format_persen(baris.capaian)
    return hasil


def _hasil_catatan(anggaran: Anggaran, baris: Sequence[BarisKisi]) -> Sel:
    return {
        (satu.kunci, "serapan"): format_persen(isi.serapan)
        for satu, isi in per_baris(anggaran, baris)
    }

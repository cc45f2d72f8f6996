"""Grids of benchmarks: one for each lingkup."""

from collections.abc import Iterator, Sequence

from lkip.angka import format_angka
from lkip.isi.kinerja import Indikator as IsiIndikator
from lkip.isi.laporan import Laporan
from lkip.isian.bahan import per_kode, rumus_baris, tulis
from lkip.isian.jenis import Angka, Jenis, Tahun, Teks
from lkip.isian.kisi import BarisKisi, Kisi, Kolom, Simpanan
from lkip.isian.pengukuran import baris_indikator, indikator_tahun, jenis_sel
from lkip.isian.ruang import Ruang
from lkip.models import Pembanding

PEMBANDING = Simpanan(
    model=Pembanding, induk="indikator", isi=("nilai", "tahun_data", "sumber", "alasan")
)
KOLOM: tuple[tuple[str, str, Jenis], ...] = (
    ("nilai", "Nilai pembanding", Angka()),
    ("tahun_data", "Tahun data", Tahun()),
    ("sumber", "Sumber", Teks(200)),
    ("alasan", "Alasan tidak ada pembanding", Teks(500)),
)


def kisi_pembanding(lingkup: str, ruang: Ruang) -> Kisi:
    """A benchmark of each indikator in one lingkup, or the reason why there is none."""
    label = Pembanding.Lingkup(lingkup).label
    isi = per_kode(ruang.laporan.indikator if ruang.laporan else ())
    baris = [
        baris_indikator(ruang, satu, jenis=jenis_sel(satu), **_rumus(isi.get(satu.kode)))
        for satu in indikator_tahun(ruang)
    ]
    return Kisi(
        nama=f"pembanding-{lingkup}",
        judul=f"Pembanding {label[0].lower()}{label[1:]}",
        jenis_baris="Indikator",
        remah=(("Capaian kinerja", "capaian"),),
        petunjuk="Isi nilai beserta sumbernya, atau alasan mengapa tidak ada pembanding.",
        kolom=tuple(_kolom(ruang.lkip.pk, lingkup)),
        baris=baris,
        hasil=lambda laporan: _hasil(laporan, baris, label),
        perlu_lkip=True,
    )


def _kolom(lkip: int | None, lingkup: str) -> Iterator[Kolom]:
    yield Kolom(nama="realisasi", judul="Realisasi")
    for nama, judul, jenis in KOLOM:
        yield Kolom(
            nama=nama,
            judul=judul,
            jenis=jenis,
            bidang=nama,
            simpanan=PEMBANDING,
            kunci=(("lkip_id", lkip), ("lingkup", lingkup)),
        )
    yield Kolom(nama="selisih", judul="Selisih", hitung="selisih:realisasi,nilai")


def _rumus(isi: IsiIndikator | None) -> dict[str, object]:
    """The realisasi with every digit, which its column shows rounded."""
    if isi is None or isi.realisasi.angka is None:
        return {}
    return rumus_baris(isi, kolom={"realisasi": tulis(isi.realisasi.angka)})


def _hasil(laporan: Laporan, baris: Sequence[BarisKisi], label: str) -> dict[tuple[str, str], str]:
    isi = per_kode(laporan.indikator)
    hasil = {}
    for satu in baris:
        indikator = isi.get(satu.objek.kode)
        if indikator is None:
            continue
        hasil[satu.kunci, "realisasi"] = indikator.realisasi.teks
        selisih = [banding.selisih for banding in indikator.pembanding if banding.lingkup == label]
        hasil[satu.kunci, "selisih"] = format_angka(selisih[0] if selisih else None)
    return hasil

"""Tasks of measuring, for the office as a whole and for one of its units."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date

from lkip.angka import format_tanggal
from lkip.isi.anggaran import BarisAnggaran
from lkip.isi.kinerja import Indikator
from lkip.isi.laporan import Laporan
from lkip.kelengkapan import berpembanding
from lkip.tugas import KelompokTugas, Tugas, bila, hitung_kurang, terjawab


def susun_tugas_seksi(
    laporan: Laporan, unit: frozenset[str], hari_ini: date
) -> tuple[KelompokTugas, ...]:
    """What these units still have to enter: their own indikator and sub kegiatan."""
    indikator = [satu for satu in laporan.indikator if unit & set(satu.penanggung_jawab)]
    sub = [satu for satu in laporan.anggaran.sub_kegiatan if satu.seksi in unit]
    kelompok = []
    if indikator:
        kelompok.append(
            KelompokTugas(
                "Indikator Anda", tuple(tugas_realisasi(laporan.tahun, indikator, hari_ini))
            )
        )
    if sub:
        kelompok.append(KelompokTugas("Sub kegiatan Anda", tuple(tugas_sub_kegiatan(sub))))
    return tuple(kelompok)


def tugas_realisasi(tahun: int, indikator: Sequence[Indikator], hari_ini: date) -> Iterable[Tugas]:
    """Realisasi of each triwulan and of the year, evidence and benchmark."""
    for nomor in (1, 2, 3, 4):
        awal = date(tahun, 3 * nomor - 2, 1)
        yield Tugas(
            nama=f"Realisasi triwulan {nomor}",
            alamat=("isi_kisi", f"realisasi-tw-{nomor}"),
            menunggu=bila(hari_ini < awal, f"mulai {format_tanggal(awal)}"),
            **hitung_kurang(indikator, triwulan_terisi(nomor), "indikator"),
        )
    yield Tugas(
        nama="Realisasi tahun",
        alamat=("isi_kisi", "realisasi-tahun"),
        **hitung_kurang(indikator, lambda satu: terjawab(satu.realisasi), "indikator"),
    )
    yield Tugas(
        nama="Bukti dukung",
        alamat=("bukti",),
        **hitung_kurang(
            indikator, lambda satu: any(tw.bukti for tw in satu.triwulan), "indikator", "indikator"
        ),
    )
    yield Tugas(
        nama="Pembanding",
        alamat=("isi_kisi", "pembanding-nasional"),
        **hitung_kurang(indikator, berpembanding, "indikator"),
    )


def triwulan_terisi(nomor: int) -> Callable[[Indikator], bool]:
    """Reported for this triwulan; or measured once a year, so that no triwulan is reported."""

    def terisi(satu: Indikator) -> bool:
        dilaporkan = {tw.triwulan for tw in satu.triwulan if terjawab(tw.realisasi)}
        return nomor in dilaporkan if dilaporkan else terjawab(satu.realisasi)

    return terisi


def tugas_sub_kegiatan(sub: Sequence[BarisAnggaran]) -> Iterable[Tugas]:
    """Pagu, money spent, and outputs."""
    menunggu = bila(not sub, "program dan sub kegiatan belum ada")
    yield Tugas(
        nama="Pagu",
        alamat=("isi_kisi", "pagu"),
        menunggu=menunggu,
        **hitung_kurang(sub, lambda satu: satu.pagu > 0, "sub kegiatan"),
    )
    yield Tugas(
        nama="Realisasi anggaran",
        alamat=("isi_kisi", "realisasi-anggaran"),
        menunggu=menunggu,
        **hitung_kurang(
            sub, lambda satu: any(tw is not None for tw in satu.triwulan_sub), "sub kegiatan"
        ),
    )
    yield Tugas(
        nama="Keluaran sub kegiatan",
        alamat=("isi_kisi", "keluaran"),
        menunggu=menunggu,
        **hitung_kurang(sub, _berkeluaran, "sub kegiatan"),
    )


def _berkeluaran(satu: BarisAnggaran) -> bool:
    return bool(satu.keluaran) and all(lain.realisasi is not None for lain in satu.keluaran)

"""Target and realisasi of one indikator over the years of the Renstra."""

from dataclasses import dataclass
from decimal import Decimal

from lkip.angka import format_lengkap
from lkip.grafik.sumbu import Sumbu, buat_sumbu
from lkip.grafik.svg import (
    GARIS,
    GARIS_TEGAS,
    LEBAR_TEBAL,
    TINTA,
    TINTA_REDUP,
    UKURAN,
    UKURAN_KECIL,
    aman,
    batang,
    bungkus,
    gambar,
    garis,
    lebar_teks,
    teks,
)
from lkip.isi.kinerja import Indikator
from lkip.isi.nilai import Nilai

ATAS = 28  # legend and unit
TINGGI = 150  # of the plot
BARIS = 14  # height of a line of text
KOLOM_TERBANYAK = 6
# Room above the highest bar for its value in two lines.
RUANG_NILAI = 30
JARAK = 8


@dataclass(frozen=True)
class _Kolom:
    """One year: its target and, up to the report year, its realisasi."""

    tahun: int
    target: Nilai
    realisasi: Nilai | None


def grafik_indikator(indikator: Indikator, lebar: int = 640) -> str:
    """Draw a bar per realisasi and a thick line per target, values printed, axis from 0.

    Years of the Renstra after the report year show their target only; a year without realisasi
    says "belum ada". Where labels would not fit side by side, the earliest years are left to the
    title, which always carries all of them.
    """
    kolom = _pilih_kolom(indikator, lebar)
    sumbu = buat_sumbu(
        [nilai.angka for satu in kolom for nilai in _nilai(satu) if nilai.angka is not None]
    )
    kiri = _lebar_tanda(sumbu) + JARAK
    lebar_kolom = (lebar - kiri) / max(len(kolom), 1)
    dasar = ATAS + RUANG_NILAI + TINGGI
    isi = [*_bingkai(indikator, sumbu, kiri, lebar)]
    bawah = 0
    for nomor, satu in enumerate(kolom):
        tengah = kiri + lebar_kolom * nomor + lebar_kolom / 2
        isi += _gambar_kolom(satu, sumbu, tengah, lebar_kolom)
        keterangan = _keterangan(satu, tengah, lebar_kolom, dasar)
        bawah = max(bawah, len(keterangan))
        isi += keterangan
    return gambar(lebar, dasar + BARIS * bawah + JARAK, teks_alternatif_indikator(indikator), isi)


def teks_alternatif_indikator(indikator: Indikator) -> str:
    """Say in words all that the chart shows."""
    kolom = _semua_kolom(indikator)
    hasil = [satu for satu in kolom if satu.realisasi is not None]
    nanti = [satu for satu in kolom if satu.realisasi is None and satu.target.ada]
    rentang = (
        f"{kolom[0].tahun}–{kolom[-1].tahun}"
        if len(kolom) > 1
        else "".join(str(k.tahun) for k in kolom)
    )
    kalimat = [f"{aman(indikator.nama)} {rentang}."]
    if hasil:
        kalimat.append(f"Realisasi {'; '.join(_uraikan(satu) for satu in hasil)}.")
    if nanti:
        kalimat.append(f"Target {'; '.join(f'{satu.tahun} {satu.target.teks}' for satu in nanti)}.")
    return " ".join(kalimat)


def _uraikan(kolom: _Kolom) -> str:
    realisasi = (
        kolom.realisasi.teks if kolom.realisasi is not None and kolom.realisasi.ada else "belum ada"
    )
    target = f"target {kolom.target.teks}" if kolom.target.ada else "tanpa target"
    return f"{kolom.tahun} {realisasi} ({target})"


def _semua_kolom(indikator: Indikator) -> list[_Kolom]:
    hasil = [_Kolom(satu.tahun, satu.target, satu.realisasi) for satu in indikator.riwayat]
    terakhir = hasil[-1].tahun if hasil else 0
    return hasil + [
        _Kolom(tahun, target, None)
        for tahun, target in indikator.target_renstra
        if tahun > terakhir
    ]


def _pilih_kolom(indikator: Indikator, lebar: int) -> list[_Kolom]:
    """The latest columns whose labels fit side by side."""
    kolom = _semua_kolom(indikator)[-KOLOM_TERBANYAK:]
    while len(kolom) > 1:
        tersedia = (lebar - _lebar_tanda(buat_sumbu([]))) / Decimal(len(kolom)) - JARAK
        if max(lebar_teks(kata, tebal=True) for satu in kolom for kata in _kata(satu)) <= tersedia:
            break
        kolom = kolom[1:]
    return kolom


def _kata(kolom: _Kolom) -> list[str]:
    """The words that must fit into a column unbroken."""
    nilai = [satu.teks_angka for satu in _nilai(kolom) if satu.ada]
    return ["target", *(kata for satu in nilai for kata in satu.split())]


def _nilai(kolom: _Kolom) -> list[Nilai]:
    return [kolom.target, *([] if kolom.realisasi is None else [kolom.realisasi])]


def _lebar_tanda(sumbu: Sumbu) -> Decimal:
    return max(lebar_teks(_tanda(sumbu, satu), UKURAN_KECIL) for satu in sumbu.tanda)


def _tanda(sumbu: Sumbu, nilai: Decimal) -> str:
    return format_lengkap(nilai / sumbu.besaran[0])


def _y(sumbu: Sumbu, nilai: Decimal) -> Decimal:
    return ATAS + RUANG_NILAI + TINGGI * (1 - sumbu.bagian(nilai))


def _bingkai(indikator: Indikator, sumbu: Sumbu, kiri: Decimal, lebar: int) -> list[str]:
    """Grid, axis labels, unit and legend."""
    isi = []
    for tanda in sumbu.tanda:
        y = _y(sumbu, tanda)
        isi.append(garis(kiri, y, lebar, y, stroke=GARIS_TEGAS if not tanda else GARIS))
        isi.append(
            teks(
                _tanda(sumbu, tanda),
                kiri - JARAK // 2,
                y + 4,
                anchor="end",
                ukuran=UKURAN_KECIL,
                fill=TINTA_REDUP,
            )
        )
    return isi + _legenda(indikator, sumbu, lebar)


def _legenda(indikator: Indikator, sumbu: Sumbu, lebar: int) -> list[str]:
    x_target = lebar - lebar_teks("Target") - 4
    x_realisasi = x_target - 34 - lebar_teks("Realisasi") - 16
    ruang = x_realisasi - 24
    besaran = f" (sumbu dalam {sumbu.besaran[1]})" if sumbu.besaran[1] else ""
    satuan = bungkus(f"{aman(indikator.satuan)}{besaran}", ruang, UKURAN_KECIL)[:2]
    return [
        *(
            teks(baris, 0, 12 + nomor * 12, ukuran=UKURAN_KECIL, fill=TINTA_REDUP)
            for nomor, baris in enumerate(satuan)
        ),
        batang(x_realisasi - 18, 3, 12, 11),
        teks("Realisasi", x_realisasi, 13),
        garis(x_target - 28, 9, x_target - 6, 9, stroke=GARIS_TEGAS, tebal=3),
        teks("Target", x_target, 13),
    ]


def _gambar_kolom(kolom: _Kolom, sumbu: Sumbu, tengah: Decimal, lebar_kolom: Decimal) -> list[str]:
    separuh = min(lebar_kolom * Decimal("0.28"), Decimal(30))
    nol, isi, puncak = _y(sumbu, Decimal(0)), [], _y(sumbu, Decimal(0))
    realisasi = kolom.realisasi
    if realisasi is not None and realisasi.angka is not None:
        y = _y(sumbu, realisasi.angka)
        puncak = min(y, nol)
        isi.append(batang(tengah - separuh, puncak, separuh * 2, abs(nol - y)))
    if kolom.target.angka is not None:
        y_target = _y(sumbu, kolom.target.angka)
        isi.append(
            garis(
                tengah - separuh - 7,
                y_target,
                tengah + separuh + 7,
                y_target,
                stroke=GARIS_TEGAS,
                tebal=3,
            )
        )
    if realisasi is not None:
        isi += _label_nilai(kolom, realisasi, sumbu, puncak, tengah, lebar_kolom)
    return isi


def _label_nilai(
    kolom: _Kolom,
    realisasi: Nilai,
    sumbu: Sumbu,
    puncak: Decimal,
    tengah: Decimal,
    lebar_kolom: Decimal,
) -> list[str]:
    """The value above its bar, lifted over the target line where the two would touch."""
    tulisan = realisasi.teks_angka if realisasi.ada else "belum ada"
    baris = bungkus(tulisan, (lebar_kolom - JARAK) / LEBAR_TEBAL)
    alas = puncak
    if kolom.target.angka is not None:
        y_target = _y(sumbu, kolom.target.angka)
        if puncak - len(baris) * BARIS - 6 <= y_target <= puncak + 3:
            alas = y_target
    return [
        teks(
            satu, tengah, alas - 6 - BARIS * (len(baris) - 1 - nomor), anchor="middle", tebal=realisasi.ada,
            fill=TINTA if realisasi.ada else TINTA_REDUP,
        )
        for nomor, satu in enumerate(baris)
    ]  # fmt: skip


def _keterangan(kolom: _Kolom, tengah: Decimal, lebar_kolom: Decimal, dasar: int) -> list[str]:
    """Year and target under the axis."""
    target = f"target {kolom.target.teks_angka}" if kolom.target.ada else "tanpa target"
    baris = [
        (str(kolom.tahun), UKURAN),
        *((satu, UKURAN_KECIL) for satu in bungkus(target, lebar_kolom - JARAK, UKURAN_KECIL)),
    ]
    return [
        teks(
            satu,
            tengah,
            dasar + 15 + BARIS * nomor,
            anchor="middle",
            ukuran=ukuran,
            tebal=not nomor,
        )
        for nomor, (satu, ukuran) in enumerate(baris)
    ]

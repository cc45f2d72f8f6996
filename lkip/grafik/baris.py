"""Horizontal bars, one row per thing: the name beside or above the bar, the value at the edge."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from lkip.angka import format_persen
from lkip.grafik.sumbu import Sumbu, buat_sumbu
from lkip.grafik.svg import (
    GARIS_TEGAS,
    TINTA_REDUP,
    UKURAN_KECIL,
    aman,
    batang,
    bungkus,
    gambar,
    garis,
    lebar_teks,
    teks,
)

# From this width on the names stand beside the bars.
LEBAR_BERDAMPINGAN = 520
ATAS = 22
BARIS = 14
TEBAL = 16
JARAK = 10


@dataclass(frozen=True)
class Baris:
    """One bar: `nilai` in percent or None, `tulisan` at the edge, `keterangan` in small type."""

    nama: str
    nilai: Decimal | None
    tulisan: str
    keterangan: str = ""


@dataclass(frozen=True)
class _Bidang:
    """Where bars may be: from `kiri` to `kanan`; values end at `tepi`, names are `lebar_nama` wide."""

    kiri: Decimal
    kanan: Decimal
    tepi: Decimal
    lebar_nama: Decimal
    berdampingan: bool
    sumbu: Sumbu

    def x(self, nilai: Decimal) -> Decimal:
        return self.kiri + (self.kanan - self.kiri) * self.sumbu.bagian(nilai)


def gambar_baris(semua: Sequence[Baris], lebar: int, judul: str) -> str:
    """Draw the rows under a common axis from 0 with its line at 100 %."""
    bidang = _susun_bidang(semua, lebar)
    isi = _label_sumbu(bidang)
    y = Decimal(ATAS)
    for satu in semua:
        potongan, tinggi = _gambar_satu(satu, bidang, y)
        isi += potongan
        y += tinggi + JARAK
    return gambar(lebar, y, judul, isi)


def _susun_bidang(semua: Sequence[Baris], lebar: int) -> _Bidang:
    berdampingan = lebar >= LEBAR_BERDAMPINGAN
    kiri = Decimal(lebar) * Decimal("0.43") if berdampingan else Decimal(1)
    ekor = max(
        [lebar_teks(satu.tulisan, tebal=True) for satu in semua if satu.nilai is not None],
        default=Decimal(0),
    )
    return _Bidang(
        kiri=kiri,
        kanan=lebar - max(ekor + JARAK, Decimal(20)),
        tepi=Decimal(lebar),
        lebar_nama=kiri - JARAK if berdampingan else Decimal(lebar),
        berdampingan=berdampingan,
        sumbu=buat_sumbu(
            [
                Decimal(100),
                *(satu.nilai for satu in semua if satu.nilai is not None and satu.nilai > 0),
            ]
        ),
    )


def _label_sumbu(bidang: _Bidang) -> list[str]:
    return [
        teks(
            format_persen(tanda),
            bidang.x(tanda),
            11,
            anchor="middle" if tanda else "start",
            ukuran=UKURAN_KECIL,
            fill=TINTA_REDUP,
        )
        for tanda in bidang.sumbu.tanda
    ]


def _gambar_satu(satu: Baris, bidang: _Bidang, y: Decimal) -> tuple[list[str], Decimal]:
    """One row and the height it takes; axis lines stay clear of names above the bar."""
    nama = bungkus(aman(satu.nama), bidang.lebar_nama) or [""]
    keterangan = bungkus(aman(satu.keterangan), bidang.lebar_nama, UKURAN_KECIL)
    tulisan = [teks(baris, 0, y + 12 + BARIS * nomor) for nomor, baris in enumerate(nama)]
    bawah = y + BARIS * len(nama)
    tulisan += [
        teks(baris, 0, bawah + 12 + BARIS * nomor, ukuran=UKURAN_KECIL, fill=TINTA_REDUP)
        for nomor, baris in enumerate(keterangan)
    ]
    tinggi_teks = BARIS * Decimal(len(nama) + len(keterangan)) + 5
    if bidang.berdampingan:
        tinggi, y_batang = max(tinggi_teks, Decimal(TEBAL)), y
        alas = y + tinggi
    else:
        tinggi, y_batang = tinggi_teks + TEBAL, y + tinggi_teks
        alas = y_batang + TEBAL
    return [*tulisan, *_batang_nilai(satu, bidang, y_batang, alas)], tinggi


def _batang_nilai(satu: Baris, bidang: _Bidang, y: Decimal, alas: Decimal) -> list[str]:
    """Axis lines, the bar, the line at 100 %, and the value; `alas` is where the lines end."""
    sela = JARAK // 2 if bidang.berdampingan else 2
    atas, bawah, penuh = y - sela, alas + sela, bidang.x(Decimal(100))
    bantu = [garis(bidang.x(tanda), atas, bidang.x(tanda), bawah) for tanda in bidang.sumbu.tanda]
    tanda_penuh = garis(penuh, atas, penuh, bawah, stroke=GARIS_TEGAS, tebal=2)
    if satu.nilai is None:
        kosong = teks(satu.tulisan, bidang.kiri + 4, y + 12, fill=TINTA_REDUP)
        return [*bantu, tanda_penuh, kosong]
    ujung = bidang.x(max(satu.nilai, Decimal(0)))
    return [
        *bantu,
        batang(bidang.kiri, y, ujung - bidang.kiri, TEBAL),
        tanda_penuh,
        teks(satu.tulisan, bidang.tepi, y + 12, anchor="end", tebal=True),
    ]

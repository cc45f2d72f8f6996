"""How the averages, serapan and efficiency of a report came about, down to what was entered.

Every figure has a key: `rata-rata`, `serapan:7.01.01`, `efisiensi:S1`. Its trace names the rule, the
calculation with numbers, and its parts with their own traces.
"""

from collections.abc import Callable, Iterable, Iterator
from decimal import Decimal

from lkip.angka import format_angka, format_persen
from lkip.capaian import CaraRataRata, Kelas, RataRata, batasi, rata_rata
from lkip.isi.kinerja import Indikator, Sasaran
from lkip.isi.laporan import Laporan
from lkip.isi.profil import Profil
from lkip.jejak import Langkah, langkah_predikat
from lkip.jejak_bagian import TIDAK_DIHITUNG, Bagian, Jejak
from lkip.jejak_uang import efisiensi, serapan_baris, serapan_seluruh, serapan_simpul


def susun_semua_jejak(laporan: Laporan) -> Iterator[Jejak]:
    """The traces of all figures, from the whole report to its parts."""
    rata = laporan.rata_rata
    batas = laporan.profil.batas_rata_rata
    yield _rata_laporan(laporan, "rata-rata", "Rata-rata capaian", rata.capaian, batas)
    yield _rata_laporan(
        laporan, "rata-rata-polos", "Rata-rata capaian tanpa batas", rata.capaian_tanpa_batas, None
    )
    yield _rata_laporan(
        laporan,
        "akhir-renstra",
        f"Rata-rata capaian terhadap akhir Renstra {laporan.renstra.tahun_akhir}",
        rata.akhir_renstra,
        batas,
    )
    for simpul in laporan.sasaran:
        yield _rata_simpul(simpul, laporan.profil)
        yield serapan_simpul(simpul)
        yield efisiensi(simpul, laporan.profil)
    yield serapan_seluruh(laporan)
    for baris in laporan.anggaran.baris:
        yield serapan_baris(baris)


def _rata_laporan(
    laporan: Laporan, kunci: str, judul: str, hasil: RataRata, batas: Decimal | None
) -> Jejak:
    akhir = kunci == "akhir-renstra"
    predikat = laporan.rata_rata.predikat_akhir if akhir else laporan.rata_rata.predikat
    ambil = _ambil_akhir if akhir else _ambil_capaian
    if laporan.profil.cara_rata_rata is CaraRataRata.SASARAN:
        rerata = [rata_rata(map(ambil, satu.indikator), batas).nilai for satu in laporan.sasaran]
        kunci_bagian = "capaian" if kunci == "rata-rata" else ""
        nilai = [
            (_bagian_simpul(simpul, satu, kunci_bagian), satu)
            for simpul, satu in zip(laporan.sasaran, rerata, strict=True)
        ]
        batas = None  # the means are made of capped values
    else:
        nilai = [(_bagian_indikator(satu, ambil, batas), ambil(satu)) for satu in laporan.indikator]
    return Jejak(
        kunci=kunci,
        judul=judul,
        hasil=format_persen(hasil.nilai),
        langkah=_langkah_rata(
            laporan.profil,
            [satu for _, satu in nilai],
            batas,
            hasil,
            None if kunci == "rata-rata-polos" else predikat,
        ),
        bagian=tuple(satu for satu, _ in nilai),
    )


def _rata_simpul(simpul: Sasaran, profil: Profil) -> Jejak:
    batas = profil.batas_rata_rata
    return Jejak(
        kunci=f"capaian:{simpul.kode}",
        judul=f"Capaian {simpul.label}: {simpul.uraian}",
        hasil=format_persen(simpul.capaian),
        langkah=_langkah_rata(
            profil,
            [satu.capaian for satu in simpul.indikator],
            batas,
            simpul.rata_rata,
            simpul.predikat,
        ),
        bagian=tuple(_bagian_indikator(satu, _ambil_capaian, batas) for satu in simpul.indikator),
    )


def _ambil_capaian(indikator: Indikator) -> Decimal | None:
    return indikator.capaian


def _ambil_akhir(indikator: Indikator) -> Decimal | None:
    return indikator.capaian_akhir


def _bagian_indikator(
    indikator: Indikator,
    ambil: Callable[[Indikator], Decimal | None],
    batas: Decimal | None,
) -> Bagian:
    nilai = ambil(indikator)
    catatan = ""
    if nilai is None:
        catatan = "tidak ikut dihitung"
    elif batasi(nilai, batas) != nilai:
        catatan = f"dihitung sebagai {format_persen(batasi(nilai, batas))}"
    return Bagian(
        nama=indikator.nama,
        nilai=format_persen(nilai),
        catatan=catatan,
        kunci=f"indikator:{indikator.kode}",
    )


def _bagian_simpul(simpul: Sasaran, rerata: Decimal | None, kunci: str) -> Bagian:
    return Bagian(
        nama=f"{simpul.label}. {simpul.uraian}",
        nilai=format_persen(rerata),
        catatan="tidak ikut dihitung" if rerata is None else "",
        kunci=kunci and f"{kunci}:{simpul.kode}",
    )


def _langkah_rata(
    profil: Profil,
    nilai: Iterable[Decimal | None],
    batas: Decimal | None,
    hasil: RataRata,
    predikat: Kelas | None,
) -> tuple[Langkah, ...]:
    """The mean with its numbers, and its predikat where it has one."""
    dihitung = [batasi(satu, batas) for satu in nilai if satu is not None]
    paling = "" if batas is None else f" dan paling tinggi {format_persen(batas)}"
    rata = Langkah(
        "Rata-rata",
        f"Jumlah capaian, masing-masing paling rendah 0%{paling}, dibagi banyaknya yang bernilai. "
        f"Tanpa nilai dan tidak ikut dihitung: {hasil.dilewati}.",
        f"({' + '.join(format_angka(satu) for satu in dihitung)}) ÷ {len(dihitung)}"
        if dihitung
        else "",
        TIDAK_DIHITUNG if hasil.nilai is None else format_persen(hasil.nilai),
        "R4",
    )
    kelas = langkah_predikat(predikat, profil) if predikat else None
    return (rata, kelas) if kelas else (rata,)

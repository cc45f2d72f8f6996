"""How the averages, serapan and efficiency of a report came about, down to what was entered.

Every figure has a key: `rata-rata`, `serapan:7.01.01`, `efisiensi:S1`. Its trace names the rule, the
calculation with numbers, its parts with their own traces, and the facts below it.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from lkip.angka import format_angka, format_persen, format_rupiah
from lkip.capaian import CaraRataRata, Kelas, RataRata, batasi
from lkip.isi.anggaran import BarisAnggaran, Tingkat, Uang
from lkip.isi.kinerja import Indikator, Sasaran
from lkip.isi.laporan import Laporan
from lkip.isi.profil import Profil
from lkip.jejak import Langkah, langkah_predikat

TIDAK_DIHITUNG = "tidak dihitung"


@dataclass(frozen=True, kw_only=True)
class Fakta:
    """What somebody entered: an indikator or a sub kegiatan with its values."""

    jenis: str
    kode: str
    nama: str


@dataclass(frozen=True, kw_only=True)
class Bagian:
    """One part of a figure. `kunci` is its own trace, `indikator` the code of one with a page."""

    nama: str
    nilai: str
    catatan: str = ""
    kunci: str = ""
    indikator: str = ""


@dataclass(frozen=True, kw_only=True)
class Jejak:
    """The whole trace of one figure."""

    kunci: str
    judul: str
    hasil: str
    langkah: tuple[Langkah, ...]
    bagian: tuple[Bagian, ...]
    fakta: tuple[Fakta, ...]


def cari_jejak(laporan: Laporan, kunci: str) -> Jejak | None:
    """The trace of this key; None for a figure that the report does not have."""
    return next((satu for satu in susun_semua_jejak(laporan) if satu.kunci == kunci), None)


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
        yield _serapan_simpul(simpul)
        yield _efisiensi(simpul, laporan.profil)
    yield _serapan_seluruh(laporan)
    for baris in laporan.anggaran.baris:
        yield _serapan_baris(baris)


def fakta_indikator(indikator: Iterable[Indikator]) -> tuple[Fakta, ...]:
    """What was entered for these indikator."""
    return tuple(Fakta(jenis="indikator", kode=satu.kode, nama=satu.nama) for satu in indikator)


def fakta_sub(baris: Iterable[BarisAnggaran]) -> tuple[Fakta, ...]:
    """What was entered for the sub kegiatan below these rows, each once."""
    daun = {sub.kode: sub for satu in baris for sub in satu.daun}
    return tuple(Fakta(jenis="sub", kode=kode, nama=sub.nama) for kode, sub in daun.items())


def _rata_laporan(
    laporan: Laporan, kunci: str, judul: str, hasil: RataRata, batas: Decimal | None
) -> Jejak:
    akhir = kunci == "akhir-renstra"
    predikat = laporan.rata_rata.predikat_akhir if akhir else laporan.rata_rata.predikat
    if laporan.profil.cara_rata_rata is CaraRataRata.SASARAN and kunci == "rata-rata":
        nilai = [(_bagian_simpul(satu), satu.capaian) for satu in laporan.sasaran]
        batas_bagian = None
    else:
        ambil = _ambil_akhir if akhir else _ambil_capaian
        nilai = [(_bagian_indikator(satu, ambil, batas), ambil(satu)) for satu in laporan.indikator]
        batas_bagian = batas
    return Jejak(
        kunci=kunci,
        judul=judul,
        hasil=format_persen(hasil.nilai),
        langkah=_langkah_rata(
            laporan.profil,
            [satu for _, satu in nilai],
            batas_bagian,
            hasil,
            None if kunci == "rata-rata-polos" else predikat,
        ),
        bagian=tuple(satu for satu, _ in nilai),
        fakta=fakta_indikator(laporan.indikator),
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
        fakta=fakta_indikator(simpul.indikator),
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
        indikator=indikator.kode,
    )


def _bagian_simpul(simpul: Sasaran) -> Bagian:
    return Bagian(
        nama=f"{simpul.label}. {simpul.uraian}",
        nilai=format_persen(simpul.capaian),
        catatan="tidak ikut dihitung" if simpul.capaian is None else "",
        kunci=f"capaian:{simpul.kode}",
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


def _langkah_serapan(uang: Uang) -> Langkah:
    return Langkah(
        "Serapan",
        "realisasi ÷ pagu × 100",
        f"{format_rupiah(uang.realisasi)} ÷ {format_rupiah(uang.pagu)} × 100",
        f"{TIDAK_DIHITUNG}: tidak ada pagu"
        if uang.serapan is None
        else format_persen(uang.serapan),
        "R6",
    )


def _langkah_jumlah(judul: str, aturan: str, angka: list[Decimal]) -> Langkah:
    return Langkah(
        judul,
        aturan,
        " + ".join(format_rupiah(satu) for satu in angka) if len(angka) > 1 else "",
        format_rupiah(sum(angka, Decimal(0))),
        "R6",
    )


def _teks_uang(uang: Uang) -> str:
    return f"{format_rupiah(uang.realisasi)} dari {format_rupiah(uang.pagu)}"


def _serapan_seluruh(laporan: Laporan) -> Jejak:
    program = laporan.anggaran.program
    return Jejak(
        kunci="serapan",
        judul="Serapan anggaran",
        hasil=format_persen(laporan.anggaran.uang.serapan),
        langkah=_langkah_uang("program", [satu.uang for satu in program], laporan.anggaran.uang),
        bagian=tuple(_bagian_baris(satu) for satu in program),
        fakta=fakta_sub(program),
    )


def _langkah_uang(di_bawah: str, bagian: list[Uang], uang: Uang) -> tuple[Langkah, ...]:
    return (
        _langkah_jumlah("Pagu", f"Jumlah pagu {di_bawah}.", [satu.pagu for satu in bagian]),
        _langkah_jumlah(
            "Realisasi", f"Jumlah realisasi {di_bawah}.", [satu.realisasi for satu in bagian]
        ),
        _langkah_serapan(uang),
    )


def _serapan_baris(baris: BarisAnggaran) -> Jejak:
    if baris.tingkat is Tingkat.SUB_KEGIATAN:
        di_bawah, uang = "menurut jenis belanja", [satu for _, satu in baris.belanja]
        bagian = [Bagian(nama=jenis.label, nilai=_teks_uang(satu)) for jenis, satu in baris.belanja]
    else:
        di_bawah = "kegiatan" if baris.tingkat is Tingkat.PROGRAM else "sub kegiatan"
        uang = [anak.uang for anak in baris.anak]
        bagian = [_bagian_baris(anak) for anak in baris.anak]
    return Jejak(
        kunci=f"serapan:{baris.kode}",
        judul=f"Serapan {baris.tingkat.label.lower()} {baris.kode} {baris.nama}",
        hasil=format_persen(baris.serapan),
        langkah=_langkah_uang(di_bawah, uang, baris.uang),
        bagian=tuple(bagian),
        fakta=fakta_sub([baris]),
    )


def _bagian_baris(baris: BarisAnggaran) -> Bagian:
    return Bagian(
        nama=f"{baris.kode} {baris.nama}",
        nilai=_teks_uang(baris.uang),
        catatan=format_persen(baris.serapan),
        kunci=f"serapan:{baris.kode}",
    )


def _serapan_simpul(simpul: Sasaran) -> Jejak:
    return Jejak(
        kunci=f"serapan-sasaran:{simpul.kode}",
        judul=f"Serapan {simpul.label}: {simpul.uraian}",
        hasil=format_persen(simpul.serapan),
        langkah=_langkah_uang(
            "program pendukung menurut porsinya",
            [satu.uang for satu in simpul.program],
            simpul.uang,
        ),
        bagian=tuple(
            Bagian(
                nama=f"{satu.program.kode} {satu.program.nama}",
                nilai=_teks_uang(satu.uang),
                catatan=f"porsi {format_persen(satu.porsi)}",
                kunci=f"serapan:{satu.program.kode}",
            )
            for satu in simpul.program
        ),
        fakta=fakta_sub(satu.program for satu in simpul.program),
    )


def _efisiensi(simpul: Sasaran, profil: Profil) -> Jejak:
    return Jejak(
        kunci=f"efisiensi:{simpul.kode}",
        judul=f"Efisiensi {simpul.label}: {simpul.uraian}",
        hasil=str(simpul.efisiensi.kategori) if simpul.efisiensi else TIDAK_DIHITUNG,
        langkah=_langkah_efisiensi(simpul, profil.batas_rata_rata),
        bagian=(
            Bagian(
                nama="Capaian", nilai=format_persen(simpul.capaian), kunci=f"capaian:{simpul.kode}"
            ),
            Bagian(
                nama="Serapan",
                nilai=format_persen(simpul.serapan),
                kunci=f"serapan-sasaran:{simpul.kode}",
            ),
        ),
        fakta=fakta_indikator(simpul.indikator)
        + fakta_sub(satu.program for satu in simpul.program),
    )


def _langkah_efisiensi(simpul: Sasaran, batas: Decimal | None) -> tuple[Langkah, ...]:
    paling = "" if batas is None else f", paling tinggi {format_persen(batas)}"
    selisih = Langkah(
        "Selisih",
        f"capaian (paling rendah 0%{paling}) − serapan, dalam poin persen",
        "",
        f"{TIDAK_DIHITUNG}: capaian atau serapan belum ada",
        "R7",
    )
    if simpul.efisiensi is None or simpul.capaian is None:
        return (selisih,)
    catatan = "" if simpul.efisiensi.target_tercapai else "; target belum tercapai"
    return (
        Langkah(
            selisih.judul,
            selisih.aturan,
            f"{format_angka(batasi(simpul.capaian, batas))} − {format_angka(simpul.serapan)}",
            f"{format_angka(simpul.efisiensi.selisih)} poin",
            "R7",
        ),
        Langkah(
            "Kategori",
            "Di atas nol efisien, tepat nol seimbang, di bawah nol kurang efisien.",
            "",
            f"{simpul.efisiensi.kategori}{catatan}",
            "R7",
        ),
    )

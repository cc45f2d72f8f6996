"""How serapan and efficiency came about, down to the kinds of belanja of a sub kegiatan."""

from decimal import Decimal

from lkip.angka import format_angka, format_persen, format_rupiah
from lkip.capaian import batasi
from lkip.isi.anggaran import BarisAnggaran, Tingkat, Uang
from lkip.isi.kinerja import Sasaran
from lkip.isi.laporan import Laporan
from lkip.isi.profil import Profil
from lkip.jejak import Langkah
from lkip.jejak_bagian import TIDAK_DIHITUNG, Bagian, Jejak


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


def serapan_seluruh(laporan: Laporan) -> Jejak:
    program = laporan.anggaran.program
    return Jejak(
        kunci="serapan",
        judul="Serapan anggaran",
        hasil=format_persen(laporan.anggaran.uang.serapan),
        langkah=_langkah_uang("program", [satu.uang for satu in program], laporan.anggaran.uang),
        bagian=tuple(_bagian_baris(satu) for satu in program),
    )


def _langkah_uang(di_bawah: str, bagian: list[Uang], uang: Uang) -> tuple[Langkah, ...]:
    return (
        _langkah_jumlah("Pagu", f"Jumlah pagu {di_bawah}.", [satu.pagu for satu in bagian]),
        _langkah_jumlah(
            "Realisasi", f"Jumlah realisasi {di_bawah}.", [satu.realisasi for satu in bagian]
        ),
        _langkah_serapan(uang),
    )


def serapan_baris(baris: BarisAnggaran) -> Jejak:
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
    )


def _bagian_baris(baris: BarisAnggaran) -> Bagian:
    return Bagian(
        nama=f"{baris.kode} {baris.nama}",
        nilai=_teks_uang(baris.uang),
        catatan=format_persen(baris.serapan),
        kunci=f"serapan:{baris.kode}",
    )


def serapan_simpul(simpul: Sasaran) -> Jejak:
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
    )


def efisiensi(simpul: Sasaran, profil: Profil) -> Jejak:
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

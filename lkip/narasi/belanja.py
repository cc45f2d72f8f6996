"""Sentences about pagu and realisasi of the whole office, by kind of belanja and by row."""

from collections.abc import Sequence
from decimal import Decimal

from lkip.angka import format_rupiah
from lkip.isi.anggaran import BarisAnggaran, Uang
from lkip.isi.laporan import Laporan
from lkip.narasi.bentuk import Paragraf
from lkip.narasi.istilah import jumlah_baris, persen, versi_anggaran
from lkip.narasi.kalimat import bedakan_persen, bersih, daftar, hitung, rupiah_terbilang
from lkip.serapan import hitung_serapan

# How many sub kegiatan with the largest unspent money are named.
SISA_TERBESAR = 3


def kalimat_pagu_belanja(laporan: Laporan) -> str:
    """The pagu by kind of belanja with its share of the whole; empty without any pagu."""
    anggaran = laporan.anggaran
    bagian = [
        f"{jenis.label} sebesar {format_rupiah(uang.pagu)} "
        f"({persen(hitung_serapan(anggaran.uang.pagu, uang.pagu), laporan)})"
        for jenis, uang in anggaran.belanja
        if uang.pagu
    ]
    if not bagian or anggaran.uang.pagu <= 0:
        return ""
    if len(bagian) == 1:
        return f"Seluruhnya merupakan {next(j.label for j, u in anggaran.belanja if u.pagu)}."
    return f"Pagu itu terdiri atas {daftar(bagian)}."


def kalimat_perubahan_pagu(laporan: Laporan) -> str:
    """What the perubahan did to the pagu; empty when there is no perubahan."""
    if not laporan.anggaran.ada_perubahan:
        return ""
    uang = laporan.anggaran.uang
    beda = uang.pagu - uang.pagu_murni
    if not beda:
        return f"Perubahan APBD tidak mengubah jumlah pagu APBD murni sebesar {format_rupiah(uang.pagu_murni)}."
    arah = "bertambah" if beda > 0 else "berkurang"
    return (
        f"Dibandingkan APBD murni sebesar {format_rupiah(uang.pagu_murni)}, pagu {arah} "
        f"{format_rupiah(abs(beda))}."
    )


def frasa_uang(uang: Uang, laporan: Laporan) -> str:
    """Pagu, realisasi and serapan in one phrase; says so when there is no pagu."""
    if uang.pagu <= 0:
        tanpa = "tanpa pagu, sehingga serapannya tidak dapat dihitung"
        return f"{tanpa} (realisasi {format_rupiah(uang.realisasi)})" if uang.realisasi else tanpa
    return (
        f"dengan pagu {format_rupiah(uang.pagu)} dan realisasi {format_rupiah(uang.realisasi)} "
        f"(serapan {persen(uang.serapan, laporan)})"
    )


def susun_realisasi_anggaran(laporan: Laporan) -> Paragraf:
    """Pagu, realisasi, serapan and sisa of all programs, the best and the least spent program."""
    anggaran, uang = laporan.anggaran, laporan.anggaran.uang
    if not anggaran.program:
        return (f"Data anggaran tahun {laporan.tahun} belum diisi.",)
    if uang.pagu <= 0:
        return (
            f"Tidak ada pagu pada tahun {laporan.tahun}, sehingga serapan tidak dapat dihitung.",
        )
    return (
        f"Anggaran {laporan.instansi.nama} Tahun {laporan.tahun} menurut {versi_anggaran(anggaran)} sebesar "
        f"{rupiah_terbilang(uang.pagu)} digunakan untuk {jumlah_baris(anggaran.program)}. Realisasinya "
        f"sebesar {rupiah_terbilang(uang.realisasi)} atau {persen(uang.serapan, laporan)} dari pagu, sehingga "
        f"{_frasa_sisa(uang)}.",
        *_program_ekstrem(laporan),
    )


def _frasa_sisa(uang: Uang) -> str:
    if uang.sisa > 0:
        return f"tersisa {format_rupiah(uang.sisa)}"
    return (
        f"melebihi pagu {format_rupiah(-uang.sisa)}" if uang.sisa < 0 else "tidak ada sisa anggaran"
    )


def _program_ekstrem(laporan: Laporan) -> Paragraf:
    """Name the most and least spent program, and the programs that have no pagu at all."""
    urut = sorted(
        (
            (program.serapan, program)
            for program in laporan.anggaran.program
            if program.serapan is not None
        ),
        key=lambda pasangan: pasangan[0],
        reverse=True,
    )
    kalimat = []
    if len(urut) > 1:
        (atas, satu), (bawah, dua) = urut[0], urut[-1]
        teks = bedakan_persen(atas, bawah, laporan.profil.desimal)
        kalimat.append(
            f"Seluruh program memiliki serapan yang sama, yaitu {teks[0]}."
            if atas == bawah
            else f"Serapan tertinggi terdapat pada {bersih(satu.nama)} ({teks[0]}) dan terendah pada {bersih(dua.nama)} ({teks[1]})."
        )
    tanpa = [
        bersih(program.nama) for program in laporan.anggaran.program if program.serapan is None
    ]
    if tanpa:
        kalimat.append(f"Serapan {daftar(tanpa)} tidak dapat dihitung karena tidak memiliki pagu.")
    return (" ".join(kalimat),) if kalimat else ()


def susun_realisasi_belanja(laporan: Laporan) -> Paragraf:
    """Pagu, realisasi and serapan of each kind of belanja."""
    belanja = laporan.anggaran.belanja
    if not belanja:
        return ()
    rinci = [f"{jenis.label} {frasa_uang(uang, laporan)}" for jenis, uang in belanja]
    if len(rinci) == 1:
        return (f"Seluruh anggaran merupakan {rinci[0]}.",)
    return (f"Menurut jenis belanja, anggaran terdiri atas {daftar(rinci)}.",)


def susun_serapan_rendah(laporan: Laporan) -> Paragraf:
    """Sub kegiatan under the threshold of the profile, and where most of the money was left."""
    sub = [baris for baris in laporan.anggaran.sub_kegiatan if baris.pagu > 0]
    if not sub:
        return ()
    ambang = laporan.profil.ambang_serapan
    rendah = [baris for baris in sub if baris.serapan is not None and baris.serapan < ambang]
    if rendah:
        nama = daftar(
            f"{bersih(baris.nama)} ({_di_bawah(baris, ambang, laporan)})" for baris in rendah
        )
        batas = f"{hitung(len(rendah), 'sub kegiatan')} dengan serapan di bawah {persen(ambang, laporan)}: {nama}."
        kalimat = f"Terdapat {batas}"
    else:
        kalimat = f"Tidak ada sub kegiatan dengan serapan di bawah {persen(ambang, laporan)}."
    return (kalimat, *_sisa_terbesar(laporan, sub))


def _di_bawah(baris: BarisAnggaran, ambang: Decimal, laporan: Laporan) -> str:
    serapan = baris.serapan or Decimal(0)
    return bedakan_persen(serapan, ambang, laporan.profil.desimal)[0]


def _sisa_terbesar(laporan: Laporan, sub: Sequence[BarisAnggaran]) -> Paragraf:
    """Name the largest unspent amounts with their share of all that was left, once that is fair to say."""
    bersisa = sorted(
        (baris for baris in sub if baris.sisa > 0), key=lambda baris: baris.sisa, reverse=True
    )
    seluruh = laporan.anggaran.uang.sisa
    lebih = any(baris.sisa < 0 for baris in laporan.anggaran.sub_kegiatan)
    if not bersisa or lebih or seluruh <= 0:
        return ()
    terbesar = bersisa[:SISA_TERBESAR]
    rinci = daftar(f"{bersih(baris.nama)} {format_rupiah(baris.sisa)}" for baris in terbesar)
    if len(terbesar) == len(bersisa):
        return (f"Seluruh sisa anggaran sebesar {format_rupiah(seluruh)} berasal dari {rinci}.",)
    jumlah = sum((baris.sisa for baris in terbesar), Decimal(0))
    bagian = persen(jumlah * 100 / seluruh, laporan)
    return (
        f"Dari sisa anggaran sebesar {format_rupiah(seluruh)}, bagian terbesar berasal dari {rinci}, yaitu "
        f"bersama-sama {format_rupiah(jumlah)} atau {bagian} dari seluruh sisa.",
    )

"""One program or sub kegiatan, one amount, one percentage and one name in the whole report."""

import re
from collections import defaultdict
from collections.abc import Iterable
from decimal import Decimal
from difflib import SequenceMatcher

from lkip.pemeriksaan.temuan import Tingkat
from lkip.periksa_dokumen.anggaran import angka_sel, kolom_uang, nama_objek, tabel_uang
from lkip.periksa_dokumen.naskah import Naskah, Tabel
from lkip.periksa_dokumen.nilai import Nilai, cetak, sama_dibulatkan
from lkip.periksa_dokumen.objek import Sebutan, iter_sebutan, per_objek
from lkip.periksa_dokumen.temuan import AturanDokumen, TemuanDokumen, temukan

LABEL = re.compile(r"((?:Sub )?Kegiatan [A-Z]\.\d+) ?: ?(.+)")
MIRIP = 0.7
PANJANG = 0.65  # of the longer name
UANG_TERKECIL = 100_000
PALING_SEDIKIT = 4  # objects that two tables share, before their order is compared


def uang_berbeda(naskah: Naskah) -> Iterable[TemuanDokumen]:
    for semua in per_objek(naskah).values():
        for nama in ("pagu", "realisasi"):
            sebutan = [
                (satu, nilai) for satu in semua if (nilai := getattr(satu, nama)) and satu.realisasi
            ]
            if len({nilai.angka for _, nilai in sebutan}) > 1:
                akhir = sebutan[-1][0]
                yield temukan(
                    akhir.baris.tempat,
                    f"{akhir.nama}: {_daftar(sebutan)}",
                    f"{'Anggaran' if nama == 'pagu' else 'Realisasi'} berbeda antartabel dalam satu bab.",
                )


def _daftar(sebutan: list[tuple[Sebutan, Nilai]]) -> str:
    berbeda = {nilai.angka: satu.tabel.nama for satu, nilai in reversed(sebutan)}
    return "; ".join(f"{cetak(angka)} ({tempat})" for angka, tempat in berbeda.items())


def serapan_berbeda(naskah: Naskah) -> Iterable[TemuanDokumen]:
    for semua in per_objek(naskah).values():
        sebutan = [(satu, satu.serapan) for satu in semua if satu.serapan]
        if not sebutan:
            continue
        halus = max((nilai for _, nilai in sebutan), key=lambda nilai: nilai.desimal)
        if not all(sama_dibulatkan(nilai, halus.angka) for _, nilai in sebutan):
            akhir = sebutan[-1][0]
            yield temukan(
                akhir.baris.tempat,
                f"{akhir.nama}: {_daftar(sebutan)}",
                "Persentase serapannya berbeda antartabel.",
            )


def _jumlah_rencana(naskah: Naskah) -> dict[Decimal, Tabel]:
    """Every amount in the last row of a table that has a total and no realisasi."""
    return {
        nilai.angka: tabel
        for tabel in naskah.tabel
        if tabel.baris and tabel.baris[-1].total and kolom_uang(tabel).realisasi is None
        for nilai in tabel.baris[-1].nilai
        if nilai and nilai.angka >= UANG_TERKECIL
    }


def total_berbeda(naskah: Naskah) -> Iterable[TemuanDokumen]:
    """The total of the realisation table is that of some table of the budget."""
    rencana = _jumlah_rencana(naskah)
    for tabel, kolom in tabel_uang(naskah) if rencana else ():
        total = [baris for baris in tabel.baris if baris.total]
        if kolom.realisasi is None or len(total) != 1 or total[0] is not tabel.baris[-1]:
            continue
        angka = angka_sel(total[0], kolom.pagu)
        if angka and angka not in rencana and "untuk" not in total[0].nama:
            yield temukan(
                total[0].tempat,
                f"{total[0].nama}: {cetak(angka)}",
                f"Jumlah anggaran {tabel.nama} tidak sama dengan "
                + ", ".join(f"{cetak(nilai)} ({lain.nama})" for nilai, lain in rencana.items())
                + ".",
            )


def nama_berbeda(naskah: Naskah) -> Iterable[TemuanDokumen]:
    """Two names for one amount, in two tables of which neither has the other name."""
    semua = list(iter_sebutan(naskah))
    milik = defaultdict(set)
    for satu in semua:
        milik[satu.tabel.tempat].add(satu.kunci)
    sudah = set()
    for urutan, satu in enumerate(semua):
        for lain in semua[urutan + 1 :]:
            if (
                _rapat(satu.kunci) == _rapat(lain.kunci)
                or not satu.pagu
                or not lain.pagu
                or satu.pagu.angka != lain.pagu.angka
                or satu.kunci in milik[lain.tabel.tempat]
                or lain.kunci in milik[satu.tabel.tempat]
                or {satu.kunci, lain.kunci} in sudah
                or _terpotong(satu.kunci, lain.kunci)
                or SequenceMatcher(None, satu.kunci, lain.kunci).ratio() < MIRIP
            ):
                continue
            sudah.add(frozenset((satu.kunci, lain.kunci)))
            yield temukan(
                satu.baris.tempat,
                f"{satu.nama} – {lain.nama} ({lain.tabel.nama})",
                "Nama yang berbeda untuk anggaran yang sama.",
            )


def _terpotong(satu: str, lain: str) -> bool:
    """Whether one name is much longer: a cell that holds more than the name."""
    pendek, panjang = sorted((satu, lain), key=len)
    return panjang.startswith(pendek) or len(pendek) < PANJANG * len(panjang)


def _rapat(kunci: str) -> str:
    """Without the spaces that a narrow column put into words."""
    return kunci.replace(" ", "")


def urutan_berbeda(naskah: Naskah) -> Iterable[TemuanDokumen]:
    """Tables that list the same objects in another order than one with codes, or an earlier one."""
    urutan = []
    for tabel, _ in tabel_uang(naskah):
        nama = list(
            dict.fromkeys(nama_objek(b.nama) for b in tabel.baris if not b.total and b.nama)
        )
        urutan.append((tabel, nama, any("." in baris.kode for baris in tabel.baris)))
    urutan.sort(key=lambda satu: not satu[2])
    for kini, (tabel, nama, _) in enumerate(urutan):
        for dasar, nama_dasar, _ in urutan[:kini]:
            bersama = [satu for satu in nama if satu in nama_dasar]
            tempat = [nama_dasar.index(satu) for satu in bersama]
            if len(bersama) < PALING_SEDIKIT or tempat == sorted(tempat):
                continue
            beda = next(i for i in range(1, len(tempat)) if tempat[i] < tempat[i - 1])
            yield temukan(
                tabel.tempat,
                f"{tabel.nama}: {bersama[beda - 1]}, {bersama[beda]}",
                f"Urutannya berbeda dengan {dasar.nama}; urutkan menurut kode.",
            )
            break


def label_ganda(naskah: Naskah) -> Iterable[TemuanDokumen]:
    for tabel in naskah.tabel:
        pakai = defaultdict(list)
        for baris in tabel.baris:
            for sel in baris.sel:
                if cocok := LABEL.match(sel):
                    pakai[cocok[1]].append((baris, cocok[2]))
        for label, isi in pakai.items():
            if len({nama for _, nama in isi}) > 1:
                yield temukan(
                    isi[1][0].tempat,
                    f"{label}: {'; '.join(nama for _, nama in isi)}",
                    f"Nomor {label} dipakai untuk {len(isi)} kegiatan.",
                )


ATURAN = (
    AturanDokumen(
        kode="ANG-05",
        judul="Jumlah anggaran",
        tingkat=Tingkat.GALAT,
        periksa=total_berbeda,
        penjelasan=(
            "Jumlah anggaran pada baris terakhir tabel realisasi harus sama persis dengan jumlah "
            "akhir salah satu tabel anggaran tanpa realisasi, misalnya dalam perjanjian kinerja. "
            "Bila berbeda, periksa apakah keduanya memakai anggaran sebelum atau sesudah "
            "perubahan."
        ),
    ),
    AturanDokumen(
        kode="ANG-11",
        judul="Anggaran berbeda antartabel",
        tingkat=Tingkat.GALAT,
        periksa=uang_berbeda,
        penjelasan=(
            "Anggaran dan realisasi program, kegiatan, atau sub kegiatan yang bernama sama harus "
            "sama persis dalam semua tabel realisasi di satu bab. Antarbab tidak dibandingkan "
            "karena dapat memakai anggaran sebelum dan sesudah perubahan."
        ),
    ),
    AturanDokumen(
        kode="ANG-12",
        judul="Serapan berbeda antartabel",
        tingkat=Tingkat.GALAT,
        periksa=serapan_berbeda,
        penjelasan=(
            "Persentase serapan program, kegiatan, atau sub kegiatan yang bernama sama harus "
            "sama dalam semua tabel di satu bab; perbedaan karena pembulatan diabaikan. Hitung "
            "ulang dari anggaran dan realisasinya."
        ),
    ),
    AturanDokumen(
        kode="ANG-20",
        judul="Nama berbeda",
        periksa=nama_berbeda,
        penjelasan=(
            "Dua nama yang mirip tetapi tidak sama tertulis untuk anggaran yang sama besar di "
            "dua tabel. Pakai satu nama menurut nomenklatur."
        ),
    ),
    AturanDokumen(
        kode="ANG-21",
        judul="Urutan berbeda",
        tingkat=Tingkat.INFO,
        periksa=urutan_berbeda,
        penjelasan=(
            "Bila dua tabel anggaran memuat sedikitnya empat program, kegiatan, atau sub "
            "kegiatan yang sama, urutannya dibandingkan dengan tabel yang berkode atau yang "
            "lebih dahulu. Urutkan menurut kode agar tabelnya mudah dibandingkan."
        ),
    ),
    AturanDokumen(
        kode="ANG-22",
        judul="Nomor kegiatan ganda",
        periksa=label_ganda,
        penjelasan=(
            "Satu nomor kegiatan, seperti “Kegiatan A.1”, dipakai untuk nama yang berlainan "
            "dalam tabel yang sama. Beri setiap kegiatan nomor sendiri."
        ),
    ),
)

"""Indikator: evidence, targets against the past, and columns that were left empty."""

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise

from lkip.pemeriksaan.temuan import Tingkat
from lkip.periksa_dokumen.kinerja import RATA, Deret, iter_deret, iter_ukuran, mirip
from lkip.periksa_dokumen.naskah import Naskah, Tabel, inti
from lkip.periksa_dokumen.nilai import cetak
from lkip.periksa_dokumen.temuan import AturanDokumen, TemuanDokumen, temukan

N_DARI_M = re.compile(r"\d[\d.]* (?:\([a-z ]+\) )?(?:\w+ ){0,2}dari (?:\w+ ){0,2}\d", re.IGNORECASE)
# What must be named for an indikator of this kind, and how a text names it.
BUKTI = (
    (re.compile(r"kepuasan masyarakat"), re.compile(r"\d[\d.]* responden"), "jumlah responden"),
    (
        re.compile(r"\ba?sakip\b|\bakip\b"),
        re.compile(
            r"(?:LHE|Hasil Evaluasi)(?:(?!Permen|Peraturan)[^.]){0,80}(?:Nomor|No\.?) ?:? ?\w*\d",
            re.IGNORECASE,
        ),
        "nomor dan tanggal Laporan Hasil Evaluasi",
    ),
)
UMUM = frozenset(
    "persentase jumlah yang dan di pada dari untuk dalam dengan serta kecamatan".split()
)
DUA_ANGKA = re.compile(r"\d\)? (?:[A-Z]{1,2} \()?\d")
KOLOM_KOSONG = 2  # more empty columns in one table are rather a table that was not understood
PENDEK = 4
LONCATAN = 25  # percent


def tanpa_pembilang(naskah: Naskah) -> Iterable[TemuanDokumen]:
    for ukuran in iter_ukuran(naskah):
        if not ukuran.indikator.startswith("persentase"):
            continue
        khas = set(ukuran.indikator.split()) - UMUM
        disebut = any(
            len(khas & set(inti(satu.teks).split())) >= 2 and N_DARI_M.search(satu.teks)
            for satu in naskah.alinea
        )
        if not disebut:
            yield temukan(
                ukuran.baris.tempat,
                f"{ukuran.indikator}: {ukuran.realisasi.teks if ukuran.realisasi else ''}",
                "Pembilang dan penyebut persentase ini tidak disebut di mana pun.",
            )


def tanpa_bukti(naskah: Naskah) -> Iterable[TemuanDokumen]:
    for ukuran in iter_ukuran(naskah):
        for jenis, bukti, sebutan in BUKTI:
            if jenis.search(ukuran.indikator) and not bukti.search(naskah.utuh):
                yield temukan(
                    ukuran.baris.tempat,
                    f"{ukuran.indikator}: {ukuran.realisasi.teks if ukuran.realisasi else ''}",
                    f"Laporan tidak menyebut {sebutan}.",
                )


def target_mudah(naskah: Naskah) -> Iterable[TemuanDokumen]:
    """A target below what the year before already reached."""
    if naskah.tahun is None:
        return
    lalu = [satu for satu in iter_deret(naskah) if not satu.target]
    for ukuran in iter_ukuran(naskah):
        for deret in lalu:
            nilai = deret.tahun.get(naskah.tahun - 1)
            if not nilai or not any(mirip(ukuran.indikator, nama) for nama in deret.nama):
                continue
            if ukuran.target and nilai.angka > ukuran.target.angka:
                yield temukan(
                    ukuran.baris.tempat,
                    f"{ukuran.indikator}: target {ukuran.target.teks}",
                    f"Target di bawah realisasi tahun {naskah.tahun - 1} ({nilai.teks}).",
                )


def loncatan(naskah: Naskah) -> Iterable[TemuanDokumen]:
    for deret in iter_deret(naskah):
        if deret.target or deret.nama[-1] == "capaian":
            continue
        for (tahun, lama), (kini, baru) in pairwise(deret.ada):
            if lama.angka and abs(baru.angka - lama.angka) / lama.angka * 100 > LONCATAN:
                yield temukan(
                    deret.baris.tempat,
                    f"{deret.nama[-1]}: {lama.teks} ({tahun}), {baru.teks} ({kini})",
                    "Perubahan sebesar ini memerlukan penjelasan.",
                    f"{cetak((baru.angka - lama.angka) / lama.angka * 100)}%",
                )


def kolom_kosong(naskah: Naskah) -> Iterable[TemuanDokumen]:
    for tabel in naskah.tabel:
        if (
            len(tabel.baris) < 3
            or tabel.baris[-1].total
            or any("✓" in sel or "√" in sel for b in tabel.baris for sel in b.sel)
        ):
            continue
        if any(DUA_ANGKA.search(sel) for baris in tabel.baris for sel in baris.sel):
            continue  # columns that could not be told apart
        kosong = [
            judul
            for kolom, judul in enumerate(tabel.kepala)
            if not any(baris.sel[kolom].strip("-– .") for baris in tabel.baris)
        ]
        for judul in kosong if tabel.nomor and len(kosong) <= KOLOM_KOSONG else ():
            if len(judul) >= PENDEK:
                yield temukan(
                    tabel.tempat,
                    f"{tabel.nama}, kolom {judul}",
                    "Kolom ini kosong; isi, atau sebutkan alasannya.",
                )


def rata_rata_tunggal(naskah: Naskah) -> Iterable[TemuanDokumen]:
    for tabel in naskah.tabel:
        tunggal = [baris for baris in _rata_tunggal(tabel)]
        if tunggal:
            yield temukan(
                tunggal[0].tempat,
                f"{tabel.nama}: {tunggal[0].nama}",
                f"Rata-rata dari satu indikator ({len(tunggal)} kali).",
            )


def _rata_tunggal(tabel: Tabel) -> Iterable:
    banyak = 0
    for baris in tabel.baris:
        if RATA.match(baris.nama):
            if banyak == 1:
                yield baris
            banyak = 0
        elif baris.nama.casefold().startswith("indikator"):
            banyak += 1


def target_renstra(naskah: Naskah) -> Iterable[TemuanDokumen]:
    """Two tables of targets over years that differ, or of which one leaves a year out."""
    semua = [satu for satu in iter_deret(naskah) if satu.target]
    for urutan, satu in enumerate(semua):
        for lain in semua[urutan + 1 :]:
            if lain.tabel is satu.tabel or not _sama_nama(satu, lain):
                continue
            for tahun in sorted(satu.tahun.keys() & lain.tahun.keys()):
                kiri, kanan = satu.tahun[tahun], lain.tahun[tahun]
                if (kiri and kiri.angka) != (kanan and kanan.angka):
                    yield temukan(
                        lain.baris.tempat,
                        f"{lain.nama[-1]}, {tahun}: {kanan.teks if kanan else 'kosong'}",
                        f"{satu.tabel.nama} menulis {kiri.teks if kiri else 'kosong'}.",
                    )


def _sama_nama(satu: Deret, lain: Deret) -> bool:
    return any(mirip(a, b) for a in satu.nama[-1:] for b in lain.nama)


def _aturan(
    kode: str, judul: str, periksa, tingkat=Tingkat.PERINGATAN, *, penjelasan: str
) -> AturanDokumen:
    return AturanDokumen(
        kode=kode, judul=judul, tingkat=tingkat, penjelasan=penjelasan, periksa=periksa
    )


ATURAN: Sequence[AturanDokumen] = (
    _aturan(
        "KIN-10",
        "Pembilang dan penyebut",
        tanpa_pembilang,
        Tingkat.INFO,
        penjelasan=(
            "Untuk setiap indikator yang namanya dimulai dengan “Persentase” dicari kalimat yang "
            "menyebut hitungannya, seperti “3 dari 4 desa”. Tanpa pembilang dan penyebut, "
            "persentase tidak dapat ditelusuri."
        ),
    ),
    _aturan(
        "KIN-11",
        "Sumber realisasi",
        tanpa_bukti,
        penjelasan=(
            "Indikator kepuasan masyarakat memerlukan jumlah responden, dan nilai AKIP "
            "memerlukan nomor Laporan Hasil Evaluasi. Sebutkan sumber itu dalam laporan agar "
            "realisasinya dapat dibuktikan."
        ),
    ),
    _aturan(
        "KIN-14",
        "Target kurang menantang",
        target_mudah,
        penjelasan=(
            "Target tahun laporan lebih rendah daripada realisasi tahun sebelumnya dalam tabel "
            "beberapa tahun. Jelaskan sebabnya; untuk indikator yang makin kecil makin baik, "
            "temuan ini dapat diabaikan."
        ),
    ),
    _aturan(
        "KIN-15",
        "Perubahan besar",
        loncatan,
        penjelasan=(
            "Realisasi naik atau turun lebih dari 25% dari satu tahun ke tahun berikutnya yang "
            "berisi nilai dalam tabel. Jelaskan sebabnya, atau betulkan angka yang keliru."
        ),
    ),
    _aturan(
        "KIN-18",
        "Kolom kosong",
        kolom_kosong,
        penjelasan=(
            "Sebuah kolom kosong, atau hanya berisi tanda hubung dan titik, pada semua baris "
            "sebuah tabel bernomor dengan sedikitnya tiga baris dan tanpa baris jumlah di akhir. "
            "Isi kolomnya, hapus, atau sebutkan alasannya."
        ),
    ),
    _aturan(
        "KIN-20",
        "Target antartabel",
        target_renstra,
        penjelasan=(
            "Target tahunan satu indikator harus sama persis dalam semua tabel target, dan tahun "
            "yang terisi di satu tabel tidak boleh kosong di tabel lain. Pakai target menurut "
            "Renstra yang berlaku."
        ),
    ),
    _aturan(
        "KIN-21",
        "Rata-rata satu indikator",
        rata_rata_tunggal,
        Tingkat.INFO,
        penjelasan=(
            "Baris rata-rata yang dihitung dari satu indikator saja hanya mengulang capaian "
            "indikator itu. Hapus barisnya, atau lengkapi indikatornya."
        ),
    ),
)

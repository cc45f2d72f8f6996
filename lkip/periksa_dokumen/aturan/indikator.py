"""Indikator: evidence, units, targets against the past, and columns that were left empty."""

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
SATUAN = re.compile(r"Jumlah (dokumen|laporan|unit|orang|keluarga|lembaga)\b", re.IGNORECASE)
TITIK_DESIMAL = re.compile(r"(?<![\d.,])\d{1,3}\.\d{1,2}(?![\d.])")
BERKODE = re.compile(r"\d{1,2}(?:\.\d{1,2})+\.?(?: [A-Z]|$)")
KOMA_DESIMAL = re.compile(r"\d,\d")
TAK_TERUKUR = re.compile(r"(?:Ter\w+nya|Meningkat(?:nya|kan)|Tercapainya)\b")
DUA_ANGKA = re.compile(r"\d\)? (?:[A-Z]{1,2} \()?\d")
KOLOM_KOSONG = 2  # more empty columns in one table are rather a table that was not understood
PENDEK = 4
KOLOM_INDIKATOR = re.compile(r"(?:^|[a-z] )indikator\b", re.IGNORECASE)
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


def desimal_campuran(naskah: Naskah) -> Iterable[TemuanDokumen]:
    for tabel in naskah.tabel:
        sel = [(baris, isi) for baris in tabel.baris for isi in baris.sel if len(isi) < 30]
        titik = [
            (baris, isi)
            for baris, isi in sel
            if TITIK_DESIMAL.search(isi) and not BERKODE.match(isi)
        ]
        koma = next((isi for _, isi in sel if KOMA_DESIMAL.search(isi)), None)
        if titik and koma and not re.fullmatch(r"[\d.]+", titik[0][1]):
            yield temukan(
                titik[0][0].tempat,
                f"{titik[0][1]} dan {koma}",
                "Titik dan koma dipakai bergantian sebagai tanda desimal.",
            )


def indeks_berpersen(naskah: Naskah) -> Iterable[TemuanDokumen]:
    """An index printed with % here and without there."""
    ukuran = [satu for satu in iter_ukuran(naskah) if satu.indikator]
    for deret in iter_deret(naskah):
        satuan = next((u for u in ukuran if any(mirip(u.indikator, n) for n in deret.nama)), None)
        if satuan is None or satuan.realisasi is None or satuan.realisasi.persen:
            continue
        berpersen = [nilai.teks for _, nilai in deret.ada if nilai.persen]
        if berpersen:
            yield temukan(
                deret.baris.tempat,
                f"{satuan.indikator}: {', '.join(berpersen)}",
                f"Bukan persentase: {satuan.tabel.nama} menulis {satuan.realisasi.teks}.",
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


def satuan_keluaran(naskah: Naskah) -> Iterable[TemuanDokumen]:
    for tabel in naskah.tabel:
        kolom = tabel.kolom(r"^satuan")
        if kolom is None:
            continue
        for baris in tabel.baris:
            sebutan = next((c for sel in baris.sel if (c := SATUAN.match(sel))), None)
            satuan = inti(baris.sel[kolom])
            if sebutan and satuan and inti(sebutan[1])[:3] not in satuan:
                yield temukan(
                    baris.tempat,
                    f"{sebutan.string} – {baris.sel[kolom]}",
                    f"Yang dihitung {sebutan[1].lower()}, satuannya {baris.sel[kolom]}.",
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


def nama_tak_terukur(naskah: Naskah) -> Iterable[TemuanDokumen]:
    for tabel in naskah.tabel:
        kolom = [i for i, judul in enumerate(tabel.kepala) if KOLOM_INDIKATOR.search(judul)]
        for baris in tabel.baris:
            for satu in kolom:
                if TAK_TERUKUR.match(baris.sel[satu]):
                    yield temukan(
                        baris.tempat,
                        baris.sel[satu],
                        "Nama indikator dimulai dengan ukurannya: Jumlah, Persentase, Indeks, atau Nilai.",
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


def _aturan(kode: str, judul: str, periksa, tingkat=Tingkat.PERINGATAN) -> AturanDokumen:
    return AturanDokumen(kode=kode, judul=judul, periksa=periksa, tingkat=tingkat)


ATURAN: Sequence[AturanDokumen] = (
    _aturan("KIN-10", "Pembilang dan penyebut", tanpa_pembilang, Tingkat.INFO),
    _aturan("KIN-11", "Sumber realisasi", tanpa_bukti),
    _aturan("KIN-12", "Tanda desimal", desimal_campuran),
    _aturan("KIN-12b", "Satuan indeks", indeks_berpersen),
    _aturan("KIN-14", "Target kurang menantang", target_mudah),
    _aturan("KIN-15", "Perubahan besar", loncatan),
    _aturan("KIN-16", "Satuan keluaran", satuan_keluaran),
    _aturan("KIN-18", "Kolom kosong", kolom_kosong),
    _aturan("KIN-20", "Target antartabel", target_renstra),
    _aturan("KIN-21", "Rata-rata satu indikator", rata_rata_tunggal, Tingkat.INFO),
    _aturan("KIN-23", "Nama indikator", nama_tak_terukur),
)

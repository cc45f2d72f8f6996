"""Capaian: realisasi by target, averages, and one value for one sasaran in the whole report."""

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal

from lkip.pemeriksaan.temuan import Tingkat
from lkip.periksa_dokumen.kinerja import (
    SERATUS,
    Ukuran,
    capaian_persen,
    capaian_tercetak,
    hitung_capaian,
    iter_ukuran,
    mirip,
)
from lkip.periksa_dokumen.naskah import Naskah
from lkip.periksa_dokumen.nilai import Nilai, cetak, iter_persen, sama_dibulatkan
from lkip.periksa_dokumen.temuan import AturanDokumen, TemuanDokumen, temukan

RATA_RATA = re.compile(r"rata ?[-–]? ?rata", re.IGNORECASE)
DIBATASI = re.compile(r"\bdibatasi\b|(?:maksimal|paling tinggi) 100", re.IGNORECASE)
AKHIR = re.compile(r"akhir (?:periode )?renstra|akhir renstra", re.IGNORECASE)


def _pasangan(ukuran: Ukuran) -> Iterator[tuple[str, str, Nilai | None]]:
    yield "Capaian", ukuran.capaian, ukuran.target
    yield "Capaian terhadap target akhir", ukuran.capaian_akhir, ukuran.akhir


def rumus_capaian(naskah: Naskah) -> Iterable[TemuanDokumen]:
    for ukuran in iter_ukuran(naskah):
        for nama, sel, target in _pasangan(ukuran):
            nilai = capaian_persen(sel)
            if nilai is None or target is None or ukuran.realisasi is None:
                continue
            mungkin = hitung_capaian(ukuran.realisasi.angka, target.angka)
            if mungkin and not any(sama_dibulatkan(nilai, satu) for satu in mungkin):
                yield temukan(
                    ukuran.baris.tempat,
                    f"{ukuran.baris.nama}: {sel}",
                    f"{nama}: realisasi {cetak(ukuran.realisasi.angka)} dari target "
                    f"{cetak(target.angka)} bukan {sel}.",
                    f"{cetak(mungkin[0])}%",
                )


def capaian_bersatuan(naskah: Naskah) -> Iterable[TemuanDokumen]:
    for ukuran in iter_ukuran(naskah):
        for nama, sel, target in _pasangan(ukuran):
            if not sel.strip("-– ") or capaian_persen(sel) or target is None:
                continue
            mungkin = (
                hitung_capaian(ukuran.realisasi.angka, target.angka) if ukuran.realisasi else ()
            )
            if mungkin and re.search(r"\d", sel):
                yield temukan(
                    ukuran.baris.tempat,
                    f"{ukuran.baris.nama}: {sel}",
                    f"{nama} ditulis dalam persen, bukan “{sel}”.",
                    f"{cetak(mungkin[0])}%",
                )


def _rata_rata(semua: list[Ukuran], akhir: bool) -> list[Decimal]:
    """Averages that a report may have meant: exact or as printed, each capped at 100 or not."""
    tepat, tercetak = [], []
    for satu in semua:
        sel, target = (satu.capaian_akhir, satu.akhir) if akhir else (satu.capaian, satu.target)
        if target is None or not target.angka or satu.realisasi is None:
            continue
        hasil = satu.realisasi.angka / target.angka * SERATUS
        nilai = capaian_persen(sel)
        tepat.append(hasil)
        tercetak.append(nilai.angka if nilai else hasil)
    return [
        sum(deret, Decimal(0)) / len(deret)
        for nilai in (tepat, tercetak)
        if nilai
        for deret in (nilai, [min(satu, SERATUS) for satu in nilai])
    ]


def rata_rata_kalimat(naskah: Naskah) -> Iterable[TemuanDokumen]:
    semua = list(iter_ukuran(naskah))
    if len(semua) < 2:
        return
    satuan = {nilai.angka for _, _, _, nilai in capaian_tercetak(naskah)}
    for alinea in naskah.alinea:
        rata = RATA_RATA.search(alinea.teks)
        if not rata or alinea.judul:
            continue
        mulai = rata.start()
        for cocok, nilai in iter_persen(alinea.teks):
            if cocok.start() < rata.end() or nilai.angka in satuan:
                continue
            akhir = bool(AKHIR.search(alinea.teks, mulai, cocok.start()))
            mulai = cocok.end()
            mungkin = _rata_rata(semua, akhir)
            if mungkin and not any(sama_dibulatkan(nilai, satu) for satu in mungkin):
                yield temukan(
                    alinea.tempat,
                    alinea.teks[max(cocok.start() - 90, 0) : cocok.end() + 20],
                    f"Rata-rata {len(semua)} indikator {semua[0].tabel.nama} bukan {nilai.teks} "
                    f"(dibatasi 100%: {cetak(mungkin[1])}%).",
                    f"{cetak(mungkin[0])}%",
                )


def capaian_berbeda(naskah: Naskah) -> Iterable[TemuanDokumen]:
    """One sasaran with one capaian here and another one there."""
    dibatasi = DIBATASI.search(naskah.utuh)
    semua = list(capaian_tercetak(naskah))
    for urutan, (tabel, _, nama, nilai) in enumerate(semua):
        for lain, baris, nama_lain, nilai_lain in semua[urutan + 1 :]:
            if dibatasi and SERATUS in (nilai.angka, nilai_lain.angka):
                continue
            if lain is tabel or not mirip(nama, nama_lain) or _sama(nilai, nilai_lain):
                continue
            yield temukan(
                baris.tempat,
                f"{nama_lain}: {nilai_lain.teks}",
                f"Capaian sasaran ini {nilai.teks} di {tabel.nama}.",
                nilai.teks,
            )


def _sama(satu: Nilai, lain: Nilai) -> bool:
    kasar, halus = sorted((satu, lain), key=lambda nilai: nilai.desimal)
    return sama_dibulatkan(kasar, halus.angka)


def sebagian_dibatasi(naskah: Naskah) -> Iterable[TemuanDokumen]:
    """A table that caps one capaian at 100 and prints another one above it."""
    semua = list(capaian_tercetak(naskah))
    for tabel in {satu[0].tempat: satu[0] for satu in semua}.values():
        milik = [satu for satu in semua if satu[0] is tabel]
        lebih = [satu for satu in milik if satu[3].angka > SERATUS]
        dibatasi = [
            satu
            for satu in milik
            if satu[3].angka == SERATUS
            and any(mirip(satu[2], lain[2]) and lain[3].angka > SERATUS for lain in semua)
        ]
        if lebih and dibatasi:
            yield temukan(
                dibatasi[0][1].tempat,
                f"{dibatasi[0][2]}: {dibatasi[0][3].teks}; {lebih[0][2]}: {lebih[0][3].teks}",
                "Capaian di atas 100% dibatasi pada sebagian baris saja.",
            )


ATURAN = (
    AturanDokumen(
        kode="KIN-01",
        judul="Rumus capaian",
        tingkat=Tingkat.GALAT,
        periksa=rumus_capaian,
        penjelasan=(
            "Capaian, juga capaian terhadap target akhir, dihitung ulang dari realisasi dan "
            "target di baris yang sama, baik untuk indikator yang makin besar maupun yang makin "
            "kecil makin baik; capaian yang dibatasi 100% diterima. Selisih karena pembulatan "
            "diabaikan."
        ),
    ),
    AturanDokumen(
        kode="KIN-04",
        judul="Satuan capaian",
        tingkat=Tingkat.GALAT,
        periksa=capaian_bersatuan,
        penjelasan=(
            "Capaian adalah perbandingan realisasi dengan target, sehingga ditulis dalam persen. "
            "Isian seperti “3 Laporan” atau “71 Nilai” adalah realisasinya."
        ),
    ),
    AturanDokumen(
        kode="KIN-05",
        judul="Rata-rata capaian",
        tingkat=Tingkat.GALAT,
        periksa=rata_rata_kalimat,
        penjelasan=(
            "Persentase rata-rata dalam kalimat dihitung ulang dari capaian semua indikator "
            "dalam tabel, baik yang tepat maupun yang tertulis, dengan atau tanpa batas 100%. "
            "Selisih karena pembulatan diabaikan."
        ),
    ),
    AturanDokumen(
        kode="KIN-07",
        judul="Capaian berbeda",
        tingkat=Tingkat.GALAT,
        periksa=capaian_berbeda,
        penjelasan=(
            "Satu sasaran harus memiliki capaian yang sama dalam semua tabel; perbedaan karena "
            "pembulatan diabaikan. Capaian 100% tidak dipersoalkan bila laporan menyatakan bahwa "
            "capaian dibatasi."
        ),
    ),
    AturanDokumen(
        kode="EFI-07",
        judul="Batas capaian tidak seragam",
        tingkat=Tingkat.GALAT,
        periksa=sebagian_dibatasi,
        penjelasan=(
            "Dalam satu tabel, capaian sebuah sasaran ditulis 100% padahal di tempat lain lebih "
            "besar, sedangkan capaian sasaran lain dibiarkan di atas 100%. Batasi semuanya atau "
            "tidak sama sekali, sebab rata-ratanya ikut berubah."
        ),
    ),
)

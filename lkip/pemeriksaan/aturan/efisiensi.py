"""What a text says of efficiency against R7."""

import re
from collections.abc import Iterable, Iterator

from lkip.angka import format_angka, format_persen
from lkip.pemeriksaan.bahan import Bahan, Teks
from lkip.pemeriksaan.kutip import temuan_analisis, temuan_teks
from lkip.pemeriksaan.temuan import Aturan, Temuan, Tingkat
from lkip.serapan import KategoriEfisiensi

TIDAK_ADA = re.compile(
    r"\b(?:tidak\s+(?:ada|terdapat|terjadi)|tanpa)\s+efisiensi\b|\btidak\s+efisien\b", re.IGNORECASE
)
SEMUA = re.compile(
    r"\b(?:seluruh|semua|setiap)\s+(?:sasaran|tujuan)\b[^.;]{0,60}\befisien\b", re.IGNORECASE
)


def sebutan_efisiensi(bahan: Bahan) -> Iterable[Temuan]:
    dinilai = [satu.efisiensi for satu in bahan.laporan.sasaran if satu.efisiensi]
    efisien = sum(satu.kategori is KategoriEfisiensi.EFISIEN for satu in dinilai)
    for teks in bahan.teks:
        if teks.alamat[0] != "ubah_naskah":
            continue
        for kalimat in teks.kalimat:
            yield from _periksa(teks, kalimat, efisien, len(dinilai))


def _periksa(teks: Teks, kalimat: str, efisien: int, dinilai: int) -> Iterator[Temuan]:
    tidak, semua = TIDAK_ADA.search(kalimat), SEMUA.search(kalimat)
    kenyataan = f"menurut data, {efisien} dari {dinilai} tujuan dan sasaran efisien"
    if tidak and efisien:
        yield temuan_teks(teks, kalimat, tidak.span(), f"Tertulis “{{kata}}”; {kenyataan}.")
    elif semua and not tidak and efisien < dinilai:
        yield temuan_teks(teks, kalimat, semua.span(), f"Tertulis “{{kata}}”; {kenyataan}.")


def efisien_tanpa_target(bahan: Bahan) -> Iterable[Temuan]:
    """Efficient by the numbers, though the target was not reached: spending little is no merit."""
    for satu in bahan.laporan.sasaran:
        hasil = satu.efisiensi
        if hasil and hasil.kategori is KategoriEfisiensi.EFISIEN and not hasil.target_tercapai:
            yield temuan_analisis(
                satu,
                f"{satu.label} disebut efisien ({format_angka(hasil.selisih)} poin), tetapi "
                f"capaiannya {format_persen(satu.capaian)}; jelaskan sebabnya dalam analisis.",
            )


ATURAN = (
    Aturan(
        kode="EFI-04",
        judul="Sebutan efisiensi",
        tingkat=Tingkat.GALAT,
        periksa=sebutan_efisiensi,
        penjelasan=(
            "Naskah menyebut ada atau tidaknya efisiensi berlawanan dengan tabel efisiensi. "
            "Efisien berarti capaian lebih besar daripada serapan, keduanya tanpa pembulatan."
        ),
    ),
    Aturan(
        kode="EFI-06",
        judul="Efisien tanpa target tercapai",
        tingkat=Tingkat.INFO,
        periksa=efisien_tanpa_target,
        penjelasan=(
            "Capaian lebih besar daripada serapan, tetapi targetnya tidak tercapai: sisa anggaran"
            " saja bukan keberhasilan, sehingga sebabnya perlu dijelaskan."
        ),
    ),
)

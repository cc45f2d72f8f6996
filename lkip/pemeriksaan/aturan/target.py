"""Targets that do not challenge, values that jump, and promises beyond what can be."""

import re
from collections.abc import Iterable
from decimal import Decimal
from itertools import pairwise

from lkip.angka import format_angka, format_persen
from lkip.capaian import Polaritas
from lkip.isi.kinerja import Indikator
from lkip.pemeriksaan.bahan import Bahan
from lkip.pemeriksaan.kutip import temuan_teks
from lkip.pemeriksaan.sebutan import indikator_kalimat
from lkip.pemeriksaan.temuan import Aturan, Temuan, Tingkat

LONJAKAN = Decimal(25)  # percent of the year before
CAPAIAN_TINGGI = Decimal(150)
MELAMPAUI = re.compile(r"\bmelampaui\s+target\b", re.IGNORECASE)


def _temuan(satu: Indikator, pesan: str, nama: str, *bagian: str) -> Temuan:
    return Temuan(
        pesan=pesan, tempat=satu.nama, alamat=(nama, *bagian), jangkar=f"baris-{satu.kode}"
    )


def kurang_menantang(bahan: Bahan) -> Iterable[Temuan]:
    """A target that is no better than what was reached last year (LKE 1.b.7)."""
    for satu in bahan.laporan.indikator:
        lalu = satu.tahun_lalu
        if lalu is None or lalu.realisasi.angka is None or satu.target.angka is None:
            continue
        target, capai = satu.target.angka, lalu.realisasi.angka
        di_puncak = satu.batas_maksimum is not None and target == capai == satu.batas_maksimum
        lebih_baik = target > capai if satu.polaritas is Polaritas.POSITIF else target < capai
        if lebih_baik or di_puncak:
            continue
        yield _temuan(
            satu,
            f"Target {satu.target.teks} tidak lebih baik daripada realisasi {lalu.tahun} "
            f"({lalu.realisasi.teks}): kurang menantang.",
            "isi_kisi",
            "target-pk",
        )


def lonjakan(bahan: Bahan) -> Iterable[Temuan]:
    for satu in bahan.laporan.indikator:
        for lalu, kini in pairwise(satu.riwayat):
            awal, akhir = lalu.realisasi.angka, kini.realisasi.angka
            if not awal or akhir is None or kini.tahun != bahan.laporan.tahun:
                continue
            ubah = (akhir - awal) / abs(awal) * 100
            if abs(ubah) > LONJAKAN:
                yield _temuan(
                    satu,
                    f"Realisasi berubah {format_persen(ubah)} dari {format_angka(awal)} ({lalu.tahun}) "
                    f"menjadi {format_angka(akhir)} ({kini.tahun}); jelaskan dalam analisis.",
                    "isi_kisi",
                    "realisasi-tahun",
                )


def capaian_tidak_wajar(bahan: Bahan) -> Iterable[Temuan]:
    for satu in bahan.laporan.indikator:
        if satu.capaian is not None and satu.capaian > CAPAIAN_TINGGI:
            yield _temuan(
                satu,
                f"Capaian {format_persen(satu.capaian)} jauh di atas target {satu.target.teks}; "
                "periksa realisasi atau target.",
                "isi_kisi",
                "realisasi-tahun",
            )


def lewat_batas(bahan: Bahan) -> Iterable[Temuan]:
    """A realisasi above what the indikator can reach."""
    for satu in bahan.laporan.indikator:
        batas, nilai = satu.batas_maksimum, satu.realisasi.angka
        if batas is not None and nilai is not None and nilai > batas:
            yield _temuan(
                satu,
                f"Realisasi {satu.realisasi.teks} melebihi nilai paling tinggi {format_angka(batas)}.",
                "isi_kisi",
                "realisasi-tahun",
            )


def melampaui_batas(bahan: Bahan) -> Iterable[Temuan]:
    """A text that says an indikator goes beyond a target which is the most there can be."""
    for teks in bahan.teks:
        for kalimat in teks.kalimat:
            cocok = MELAMPAUI.search(kalimat)
            satu = cocok and indikator_kalimat(bahan, teks, kalimat)
            if not (cocok and satu) or satu.batas_maksimum is None or satu.target.angka is None:
                continue
            if satu.target.angka >= satu.batas_maksimum:
                yield temuan_teks(
                    teks,
                    kalimat,
                    cocok.span(),
                    f"Target {satu.nama} ({satu.target.teks}) adalah nilai paling tinggi, sehingga tidak "
                    "dapat dilampaui: “{kutipan}”.",
                )


ATURAN = (
    Aturan(
        kode="KIN-14",
        judul="Target kurang menantang",
        tingkat=Tingkat.PERINGATAN,
        periksa=kurang_menantang,
        penjelasan=(
            "Target yang tidak lebih baik daripada realisasi tahun lalu dinilai kurang menantang "
            "(LKE 1.b.7), kecuali sudah di nilai paling tinggi."
        ),
    ),
    Aturan(
        kode="KIN-15",
        judul="Lonjakan nilai",
        tingkat=Tingkat.PERINGATAN,
        periksa=lonjakan,
        penjelasan=(
            "Realisasi berubah lebih dari 25% dari tahun lalu. Periksa angkanya, lalu jelaskan "
            "sebabnya dalam analisis."
        ),
    ),
    Aturan(
        kode="KIN-03b",
        judul="Capaian tidak wajar",
        tingkat=Tingkat.PERINGATAN,
        periksa=capaian_tidak_wajar,
        penjelasan="Capaian di atas 150% biasanya berarti salah isi atau target yang terlalu rendah.",
    ),
    Aturan(
        kode="KIN-09b",
        judul="Nilai melebihi batas",
        tingkat=Tingkat.GALAT,
        periksa=lewat_batas,
        penjelasan=(
            "Realisasi melebihi nilai paling tinggi yang dicatat pada lembar indikator, misalnya "
            "di atas 100%."
        ),
    ),
    Aturan(
        kode="NAR-09",
        judul="Melampaui nilai paling tinggi",
        tingkat=Tingkat.PERINGATAN,
        periksa=melampaui_batas,
        penjelasan=(
            "Target yang sudah di nilai paling tinggi dapat dicapai, tetapi tidak dapat dilampaui."
        ),
    ),
)

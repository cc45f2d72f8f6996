"""How indikator are worded, and whether their values can be what they say."""

import re
from collections.abc import Iterable
from decimal import Decimal

from lkip.angka import format_angka
from lkip.isi.kinerja import Indikator
from lkip.pemeriksaan.bahan import Bahan
from lkip.pemeriksaan.temuan import Aturan, Temuan, Tingkat

UKURAN = re.compile(
    r"^(?:Jumlah|Persentase|Prosentase|Indeks|Nilai|Cakupan|Rasio|Tingkat|Rata-rata|Skor|Opini|Predikat|"
    r"Angka|Proporsi|Lama|Waktu|Kecepatan|Level|Peringkat|Luas|Panjang|Volume|Frekuensi)\b",
    re.IGNORECASE,
)
PENYEBUT_TERBESAR = 20
PERSEN = frozenset({"%", "persen"})


def _temuan(satu: Indikator, pesan: str, alamat: tuple[str, ...], bidang: str = "") -> Temuan:
    """`bidang` is the field of the form of the indikator; in a grid it is the row of the indikator."""
    jangkar = f"baris-{satu.kode}" if alamat[0] == "isi_kisi" else bidang
    return Temuan(pesan=pesan, tempat=satu.nama, alamat=alamat, jangkar=jangkar)


def nama_terukur(bahan: Bahan) -> Iterable[Temuan]:
    """The name of an indikator says what is counted (the M of SMART)."""
    for satu in bahan.laporan.indikator:
        if not UKURAN.match(satu.nama):
            yield _temuan(
                satu,
                f"Nama “{satu.nama}” tidak dimulai dengan ukurannya, misalnya Jumlah, Persentase, atau "
                "Indeks.",
                ("lembar_iku", satu.kode),
                "id_nama",
            )


def persentase_bersatuan(bahan: Bahan) -> Iterable[Temuan]:
    """A percentage is told in percent, a number of things is not."""
    for satu in bahan.laporan.indikator:
        persen = satu.satuan.casefold() in PERSEN
        if satu.nama.casefold().startswith(("persentase", "prosentase")) and not persen:
            pesan = f"Indikator persentase bersatuan “{satu.satuan}”."
        elif satu.nama.casefold().startswith("jumlah") and persen:
            pesan = "Indikator jumlah bersatuan persen."
        else:
            continue
        yield _temuan(satu, pesan, ("lembar_iku", satu.kode), "id_satuan")


def tanpa_pembilang(bahan: Bahan) -> Iterable[Temuan]:
    """A percentage without its two counts cannot be checked."""
    for satu in bahan.laporan.indikator:
        if satu.rasio or satu.satuan.casefold() not in PERSEN or not satu.realisasi.ada:
            continue
        yield _temuan(
            satu,
            f"Realisasi {satu.realisasi.teks} tanpa pembilang dan penyebut, sehingga tidak dapat ditelusuri.",
            ("lembar_iku", satu.kode),
            "id_rasio",
        )


def rasio_tercapai(bahan: Bahan) -> Iterable[Temuan]:
    """A target that no count over this denominator gives, such as 96% of 4."""
    for satu in bahan.laporan.indikator:
        penyebut, target = satu.realisasi.penyebut, satu.target.angka
        if not penyebut or target is None or penyebut > PENYEBUT_TERBESAR:
            continue
        if satu.satuan.casefold() not in PERSEN:
            continue
        banyak = target * penyebut / Decimal(100)
        if banyak != banyak.to_integral_value():
            yield _temuan(
                satu,
                f"Target {satu.target.teks} tidak mungkin dicapai tepat dengan penyebut "
                f"{format_angka(penyebut)}.",
                ("isi_kisi", "target-pk"),
            )


def kosong_bukan_nol(bahan: Bahan) -> Iterable[Temuan]:
    """0 of 0 is "tidak ada kejadian", not a value."""
    for satu in bahan.laporan.indikator:
        if satu.realisasi.penyebut == 0 and satu.realisasi.ada:
            yield _temuan(
                satu,
                "Penyebut nol: pilih “tidak ada kejadian” bila memang tidak ada yang diukur.",
                ("isi_kisi", "realisasi-tahun"),
            )


ATURAN = (
    Aturan(
        kode="KIN-23",
        judul="Nama tidak terukur",
        tingkat=Tingkat.PERINGATAN,
        periksa=nama_terukur,
        penjelasan=(
            "Indikator harus terukur (SMART): namanya dimulai dengan ukurannya, seperti Jumlah, "
            "Persentase, Indeks, Nilai, atau Cakupan."
        ),
    ),
    Aturan(
        kode="KIN-12",
        judul="Satuan tidak sesuai nama",
        tingkat=Tingkat.PERINGATAN,
        periksa=persentase_bersatuan,
        penjelasan="Indikator bernama Persentase bersatuan persen; indikator bernama Jumlah tidak.",
    ),
    Aturan(
        kode="KIN-10",
        judul="Persentase tanpa hitungan",
        tingkat=Tingkat.INFO,
        periksa=tanpa_pembilang,
        penjelasan=(
            "Persentase yang diisi tanpa pembilang dan penyebut tidak dapat ditelusuri. Tandai "
            "indikator sebagai rasio, lalu isi kedua hitungannya."
        ),
    ),
    Aturan(
        kode="KIN-09",
        judul="Target yang tidak mungkin",
        tingkat=Tingkat.PERINGATAN,
        periksa=rasio_tercapai,
        penjelasan=(
            "Dengan penyebut sekecil itu tidak ada hitungan yang tepat menghasilkan target, "
            "misalnya 96% dari 4."
        ),
    ),
    Aturan(
        kode="KIN-10b",
        judul="Penyebut nol",
        tingkat=Tingkat.GALAT,
        periksa=kosong_bukan_nol,
        penjelasan=(
            "Hasil 0 dari 0 bukan nilai. Pilih “tidak ada kejadian” bila memang tidak ada yang "
            "diukur."
        ),
    ),
)

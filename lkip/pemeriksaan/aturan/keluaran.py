"""Outputs of the budget: what they count, and whether it fits their unit and the staff."""

from collections.abc import Iterable, Iterator

from lkip.angka import format_angka
from lkip.isi.anggaran import BarisAnggaran, Keluaran
from lkip.pemeriksaan.bahan import Bahan
from lkip.pemeriksaan.temuan import Aturan, Temuan, Tingkat

BENDA = ("dokumen", "laporan", "unit", "orang", "paket", "lembaga", "keluarga", "desa")
BULAN = 12


def _semua(bahan: Bahan) -> Iterator[tuple[BarisAnggaran, Keluaran]]:
    for baris in bahan.laporan.anggaran.sub_kegiatan:
        for satu in baris.keluaran:
            yield baris, satu


def _temuan(baris: BarisAnggaran, pesan: str) -> Temuan:
    return Temuan(
        pesan=pesan,
        tempat=f"{baris.kode} {baris.nama}",
        alamat=("isi_kisi", "keluaran"),
        jangkar=f"baris-{baris.kode}",
    )


def satuan_keluaran(bahan: Bahan) -> Iterable[Temuan]:
    """ "Jumlah dokumen" counted in something else than dokumen."""
    for baris, satu in _semua(bahan):
        kata = satu.indikator.casefold().removeprefix("jumlah").split()
        benda = kata[0].strip(".,") if kata else ""
        if benda in BENDA and benda not in satu.satuan.casefold():
            yield _temuan(baris, f"Keluaran “{satu.indikator}” bersatuan “{satu.satuan}”.")


def orang_bulan(bahan: Bahan) -> Iterable[Temuan]:
    """Salaries that were paid to another number of people than there are ASN."""
    ada = bahan.laporan.sdm.ada_asn
    for baris, satu in _semua(bahan):
        if not ("gaji" in baris.nama.casefold() and satu.satuan.casefold().startswith("orang")):
            continue
        if satu.realisasi is not None and satu.realisasi not in (ada, ada * BULAN):
            yield _temuan(
                baris,
                f"Keluaran {format_angka(satu.realisasi)} {satu.satuan}, sedangkan ASN pada akhir tahun "
                f"{ada} orang.",
            )


ATURAN = (
    Aturan(
        kode="KIN-16",
        judul="Satuan keluaran",
        tingkat=Tingkat.PERINGATAN,
        periksa=satuan_keluaran,
        penjelasan="Keluaran yang bernama “Jumlah dokumen” bersatuan Dokumen, dan seterusnya; pakai indikator "
        "menurut nomenklatur.",
    ),
    Aturan(
        kode="KIN-17",
        judul="Keluaran gaji dan jumlah ASN",
        tingkat=Tingkat.INFO,
        periksa=orang_bulan,
        penjelasan="Banyaknya orang yang digaji dibandingkan dengan jumlah ASN pada tabel sumber daya "
        "manusia; perbedaan karena mutasi atau pensiun perlu diketahui.",
    ),
)

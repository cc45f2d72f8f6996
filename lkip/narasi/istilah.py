"""Recurring phrases about one report: years, budget version, percentages, values and their absence."""

from collections import Counter
from collections.abc import Iterable
from decimal import Decimal

from lkip.angka import format_jumlah, format_persen, format_tanggal
from lkip.capaian import Polaritas
from lkip.isi.anggaran import Anggaran, BarisAnggaran, Tingkat
from lkip.isi.kinerja import Indikator
from lkip.isi.laporan import Dokumen, Laporan
from lkip.isi.nilai import Keadaan, Nilai
from lkip.narasi.kalimat import daftar


def persen(nilai: Decimal | None, laporan: Laporan) -> str:
    """A percentage with the decimals of the profile."""
    return format_persen(nilai, laporan.profil.desimal)


def versi_anggaran(anggaran: Anggaran) -> str:
    """The version that all money is compared with: "Perubahan APBD (DPPA)"."""
    return f"{anggaran.tahap.label} ({anggaran.tahap.dokumen})"


def nomor_tanggal(dokumen: Dokumen) -> str:
    """How a document is cited: "Nomor 1 tanggal 4 Januari 2024"; empty if neither is known."""
    bagian = [f"Nomor {dokumen.nomor}"] if dokumen.nomor else []
    if dokumen.tanggal is not None:
        bagian.append(f"tanggal {format_tanggal(dokumen.tanggal)}")
    return " ".join(bagian)


def tanpa_nilai(apa: str, nilai: Nilai) -> str:
    """Say why a target or realisasi is missing: "realisasi tahun 2024 belum diisi"."""
    match nilai.keadaan:
        case Keadaan.TIDAK_DITARGETKAN:
            sasaran = apa.startswith("target")
            return f"{apa} {'tidak ditetapkan' if sasaran else 'tidak diukur karena tidak ditargetkan'}"
        case Keadaan.TIDAK_ADA_KEJADIAN:
            return f"{apa} tidak dapat diukur karena tidak ada kejadian"
        case _:
            return f"{apa} belum diisi"


def alasan_tanpa_capaian(indikator: Indikator) -> str:
    """Say why there is no capaian, to follow "karena"."""
    if not indikator.target.ada:
        return tanpa_nilai("target", indikator.target)
    if not indikator.realisasi.ada:
        return tanpa_nilai("realisasi", indikator.realisasi)
    if indikator.target.angka == 0:
        return "target bernilai nol"
    return "rumus capaian tidak berlaku bagi nilai target dan realisasinya"


def di_batas(indikator: Indikator) -> bool:
    """Whether the realisasi stands at the highest value that the indikator can have."""
    return (
        indikator.batas_maksimum is not None
        and indikator.polaritas is Polaritas.POSITIF
        and indikator.realisasi.angka is not None
        and indikator.realisasi.angka >= indikator.batas_maksimum
    )


def jumlah_baris(program: Iterable[BarisAnggaran]) -> str:
    """Count a budget tree: "4 (empat) program, 9 (sembilan) kegiatan, dan 13 (tiga belas) sub kegiatan"."""
    ada = Counter(baris.tingkat for satu in program for baris in satu.telusuri())
    return daftar(
        format_jumlah(ada[tingkat], tingkat.label.lower()) for tingkat in Tingkat if ada[tingkat]
    )

"""What Beranda says beside the numbers: who holds the LKIP, how many days are left, up or down."""

from dataclasses import dataclass
from datetime import date

from lkip.capaian import Polaritas
from lkip.isi.kinerja import Indikator

PEMEGANG = {
    "draf": ("operator", "Operator melengkapi data dan naskah."),
    "dikembalikan": ("operator", "Operator memperbaiki sesuai catatan."),
    "diajukan": ("verifikator", "Verifikator memeriksa laporan yang diajukan."),
    "diverifikasi": ("camat", "Camat memeriksa dan mengesahkan."),
    "disahkan": ("", "Laporan sudah disahkan."),
}


@dataclass(frozen=True)
class Arah:
    """A realisasi against that of the year before; `makna` for negative polarity."""

    ikon: str
    kata: str
    makna: str


def tepat_waktu(tenggat: date, disahkan: date) -> str:
    """Whether an issued report kept its deadline."""
    lewat = (disahkan - tenggat).days
    return f"terlambat {lewat} hari" if lewat > 0 else "tepat waktu"


def arah_tahun_lalu(indikator: Indikator) -> Arah | None:
    """Up, down or equal against last year, on unrounded values; None without both values."""
    lalu = indikator.tahun_lalu
    if lalu is None or lalu.realisasi.angka is None or indikator.realisasi.angka is None:
        return None
    beda = indikator.realisasi.angka - lalu.realisasi.angka
    if beda == 0:
        return Arah("dash", "tetap", "")
    naik = beda > 0
    makna = ""
    if indikator.polaritas is Polaritas.NEGATIF:
        makna = "memburuk" if naik else "membaik"
    return Arah("arrow-up" if naik else "arrow-down", "naik" if naik else "turun", makna)

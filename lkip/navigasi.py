"""The six items of the navigation and the pages below them: titles, tabs and breadcrumbs."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Butir:
    """A page: the name of its address, its title, and a short label for tabs and menus."""

    nama: str
    judul: str
    label: str


@dataclass(frozen=True)
class Kelompok:
    """An item of the navigation with its pages; the first page is where the item leads."""

    judul: str
    ikon: str
    butir: tuple[Butir, ...]

    @property
    def nama(self) -> str:
        return self.butir[0].nama


NAVIGASI = (
    Kelompok("Beranda", "house", (Butir("beranda", "Beranda", "Beranda"),)),
    Kelompok(
        "Perencanaan",
        "clipboard-check",
        (
            Butir("renstra", "Rencana Strategis", "Renstra"),
            Butir("iku", "Indikator Kinerja Utama", "IKU"),
            Butir("rkt", "Rencana Kinerja Tahunan", "RKT"),
            Butir("pk", "Perjanjian Kinerja", "PK"),
            Butir("pk_perubahan", "Perjanjian Kinerja Perubahan", "PK Perubahan"),
        ),
    ),
    Kelompok(
        "Pengukuran",
        "bar-chart",
        (
            Butir("capaian", "Capaian kinerja", "Capaian"),
            Butir("triwulan", "Kinerja per triwulan", "Triwulan"),
        ),
    ),
    Kelompok(
        "Anggaran",
        "cash-stack",
        (
            Butir("anggaran", "Anggaran dan realisasi", "Program dan kegiatan"),
            Butir("sub_kegiatan", "Sub kegiatan", "Sub kegiatan"),
            Butir("efisiensi", "Efisiensi anggaran", "Efisiensi"),
        ),
    ),
    Kelompok(
        "Laporan",
        "file-earmark-text",
        (
            Butir("laporan", "Laporan kinerja", "Status dan unduhan"),
            Butir("analisis", "Analisis", "Analisis"),
            Butir("naskah", "Naskah", "Naskah"),
            Butir("foto", "Foto dan lampiran", "Foto"),
            Butir("pratinjau", "Pratinjau LKIP", "Pratinjau"),
            Butir("pemeriksaan", "Pemeriksaan", "Pemeriksaan"),
        ),
    ),
)

LAINNYA = Kelompok(
    "Lainnya",
    "three-dots",
    (
        Butir("profil", "Profil kecamatan", "Profil dan pejabat"),
        Butir("sdm", "Sumber daya manusia", "SDM"),
        Butir("sarana", "Sarana dan prasarana", "Sarana"),
        Butir("wilayah", "Profil wilayah", "Wilayah"),
    ),
)


def cari_halaman(nama: str) -> tuple[Kelompok, Butir] | None:
    """The group and page of an address name; None for a page outside the navigation."""
    for kelompok in (*NAVIGASI, LAINNYA):
        for butir in kelompok.butir:
            if butir.nama == nama:
                return kelompok, butir
    return None

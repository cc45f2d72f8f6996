"""The rules that also look over the texts of our own reports, run over every paragraph of a document."""

import re
from collections.abc import Callable, Iterable, Iterator

from lkip.pemeriksaan.aturan.isian_kosong import isian_kosong
from lkip.pemeriksaan.aturan.kata import istilah_usang, kata_ganda
from lkip.pemeriksaan.aturan.peraturan import rujukan_peraturan
from lkip.pemeriksaan.aturan.perubahan_apbd import MENYANGKAL
from lkip.pemeriksaan.bahan import BerisiTeks
from lkip.pemeriksaan.kutip import kutip
from lkip.pemeriksaan.temuan import Temuan, Tingkat
from lkip.periksa_dokumen.naskah import Naskah
from lkip.periksa_dokumen.temuan import AturanDokumen, TemuanDokumen, temukan

ADA_PERUBAHAN = re.compile(
    r"\b(?:P-APBD|APBD[- ]Perubahan|DPPA|DPA Perubahan|PK Perubahan|Perjanjian Kinerja Perubahan)\b",
    re.IGNORECASE,
)
DAFTAR_RUMUS = re.compile(r"^DAFTAR |_ ?x 100")  # leaders of a list of contents, line of a fraction
SISA_KUTIPAN = re.compile(r": “[^”]*”\.?$")  # the quotation has a column of its own
PEMANDU = re.compile(r"\.{4,}\s*\w*$")
KALIMAT_KOSONG = re.compile(
    r"\b[Dd]ari sejumlah\s+(?=[Ii]ndikator\b)|\b(?:mencapai|sebesar|sebanyak)(?: [A-Z]+)? %|[a-z]{3}\.\. (?=[a-z])"
)


def _sebagai_dokumen(
    aturan: Callable[[BerisiTeks], Iterable[Temuan]], *, kalimat_saja: bool = False
) -> Callable[[Naskah], Iterable[TemuanDokumen]]:
    def periksa(naskah: Naskah) -> Iterator[TemuanDokumen]:
        for satu in aturan(naskah):
            urutan = int(satu.tempat)
            alinea = naskah.semua_teks[urutan]
            if _pemandu(naskah, urutan) or (kalimat_saja and urutan >= len(naskah.alinea)):
                continue
            if DAFTAR_RUMUS.search(f"{alinea.tempat.bagian} {satu.kutipan}"):
                continue
            yield temukan(alinea.tempat, satu.kutipan, SISA_KUTIPAN.sub(".", satu.pesan))

    return periksa


def _pemandu(naskah: Naskah, urutan: int) -> bool:
    """A line of a list of contents, among others with leaders."""
    semua = naskah.semua_teks
    dekat = semua[max(urutan - 2, 0) : urutan] + semua[urutan + 1 : urutan + 3]
    return bool(PEMANDU.search(semua[urutan].teks)) and any(PEMANDU.search(s.teks) for s in dekat)


def kalimat_kosong(naskah: Naskah) -> Iterable[TemuanDokumen]:
    """A figure that a sentence needs and does not have."""
    for alinea in naskah.alinea:
        for cocok in KALIMAT_KOSONG.finditer(alinea.teks):
            yield temukan(
                alinea.tempat,
                kutip(alinea.teks, cocok.span()),
                "Kalimat ini kehilangan angka atau namanya.",
            )


def sangkal_perubahan(naskah: Naskah) -> Iterable[TemuanDokumen]:
    """A denial of the change of the budget, in a report that has one."""
    sebutan = next((satu for satu in naskah.semua_teks if ADA_PERUBAHAN.search(satu.teks)), None)
    if sebutan is None:
        return
    for alinea in naskah.alinea:
        for cocok in MENYANGKAL.finditer(alinea.teks):
            yield temukan(
                alinea.tempat,
                kutip(alinea.teks, cocok.span()),
                f"Perubahan disangkal, padahal disebut di {sebutan.tempat.bagian}.",
            )


ATURAN = (
    AturanDokumen(
        kode="NAR-21",
        judul="Isian yang dibiarkan kosong",
        tingkat=Tingkat.GALAT,
        periksa=_sebagai_dokumen(isian_kosong),
        penjelasan=(
            "Bagian yang belum diisi dalam kalimat atau sel tabel: “Rp” tanpa angka, "
            "titik-titik, kurung berisi “jumlah”, atau “sebanyak” tanpa angka. Isi, atau hapus "
            "kalimatnya."
        ),
    ),
    AturanDokumen(
        kode="NAR-07",
        judul="Angka yang hilang",
        tingkat=Tingkat.GALAT,
        periksa=kalimat_kosong,
        penjelasan=(
            "Kalimat kehilangan angka atau nama, misalnya “mencapai %”, “Dari sejumlah "
            "indikator”, atau dua titik berurutan di tengah kalimat. Lengkapi kalimatnya."
        ),
    ),
    AturanDokumen(
        kode="DOK-06",
        judul="Kata terulang",
        tingkat=Tingkat.INFO,
        periksa=_sebagai_dokumen(kata_ganda, kalimat_saja=True),
        penjelasan=(
            "Kata atau kelompok kata yang sama tertulis dua kali berurutan dalam kalimat. Kata "
            "ulang seperti “masing masing” dan isi tabel tidak dihitung."
        ),
    ),
    AturanDokumen(
        kode="ANG-19",
        judul="Istilah usang",
        tingkat=Tingkat.INFO,
        periksa=_sebagai_dokumen(istilah_usang),
        penjelasan=(
            "Istilah dibandingkan dengan daftar istilah yang sudah diganti oleh peraturan, "
            "misalnya “belanja langsung”. Pakai gantinya, yang disebut dalam temuan."
        ),
    ),
    AturanDokumen(
        kode="REG-01",
        judul="Rujukan peraturan",
        periksa=_sebagai_dokumen(rujukan_peraturan),
        penjelasan=(
            "Nomor dan tahun peraturan dibandingkan dengan daftar peraturan dalam aplikasi. "
            "Betulkan tahunnya, atau pakai peraturan penggantinya; keduanya disebut dalam "
            "temuan."
        ),
    ),
    AturanDokumen(
        kode="ANG-15",
        judul="Perubahan yang disangkal",
        tingkat=Tingkat.GALAT,
        periksa=sangkal_perubahan,
        penjelasan=(
            "Kalimat menyatakan tidak ada perubahan anggaran atau perjanjian kinerja, padahal "
            "bagian lain menyebut APBD Perubahan, DPPA, atau PK Perubahan. Hapus pernyataan itu, "
            "atau betulkan sebutan yang keliru."
        ),
    ),
)

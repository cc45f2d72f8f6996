"""Percentages of money: in the rows of a table, and in sentences beside the amounts they come from."""

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal

from lkip.pemeriksaan.temuan import Tingkat
from lkip.periksa_dokumen.anggaran import angka_sel, nilai_sel, susun_pohon, tabel_uang
from lkip.periksa_dokumen.naskah import Naskah
from lkip.periksa_dokumen.nilai import cetak, iter_persen, iter_uang, sama_dibulatkan
from lkip.periksa_dokumen.temuan import AturanDokumen, TemuanDokumen, temukan

DARI_PAGU = re.compile(r"%\s+dari\s+(?:total\s+)?(?:pagu|anggaran)", re.IGNORECASE)
TEREALISASI = re.compile(
    r"(?:te|di)?realisasi(?:kan)?\s+(?:\w+\s+)?(?:sebesar|sejumlah|mencapai)?\s*$", re.IGNORECASE
)


def persen_baris(naskah: Naskah) -> Iterable[TemuanDokumen]:
    for tabel, kolom in tabel_uang(naskah):
        for baris in tabel.baris:
            pagu, realisasi = angka_sel(baris, kolom.pagu), angka_sel(baris, kolom.realisasi)
            serapan = nilai_sel(baris, kolom.serapan)
            if not pagu or realisasi is None or serapan is None:
                continue
            tepat = realisasi / pagu * 100
            if not sama_dibulatkan(serapan, tepat):
                yield temukan(
                    baris.tempat,
                    f"{baris.nama}: {serapan.teks}",
                    f"{cetak(realisasi)} dari {cetak(pagu)} bukan {serapan.teks}.",
                    f"{cetak(tepat)}%",
                )


def seratus_bersisa(naskah: Naskah) -> Iterable[TemuanDokumen]:
    for tabel, kolom in tabel_uang(naskah):
        for baris in tabel.baris:
            pagu, realisasi = angka_sel(baris, kolom.pagu), angka_sel(baris, kolom.realisasi)
            serapan = nilai_sel(baris, kolom.serapan)
            if not pagu or realisasi is None or serapan is None:
                continue
            if serapan.angka == 100 and realisasi < pagu:
                yield temukan(
                    baris.tempat,
                    f"{baris.nama}: {serapan.teks}",
                    f"Tertulis 100%, padahal tersisa {cetak(pagu - realisasi)}.",
                    f"{cetak(realisasi / pagu * 100)}%",
                )


def total_pagu(naskah: Naskah) -> frozenset[Decimal]:
    """What all lowest rows of each table of money add up to: the total that ought to be printed."""
    hasil = set()
    for tabel, kolom in tabel_uang(naskah):
        daun = [
            baris
            for akar in susun_pohon(tabel, kolom.pagu or 0)
            for baris in (satu.baris for satu in akar.daun())
        ]
        if any(baris.total for baris in tabel.baris) and len(daun) > 1:
            hasil.add(sum((angka_sel(satu, kolom.pagu) or Decimal(0) for satu in daun), Decimal(0)))
    return frozenset(hasil)


def persen_kalimat(naskah: Naskah) -> Iterable[TemuanDokumen]:
    """ "Rp … atau 90% dari pagu": the share of a total that the tables know."""
    total = total_pagu(naskah)
    for alinea in naskah.alinea:
        for cocok, persen in iter_persen(alinea.teks):
            if not DARI_PAGU.match(alinea.teks, cocok.end() - 1):
                continue
            sebelum = [uang for _, uang in iter_uang(alinea.teks[: cocok.start()])]
            if not sebelum or not total:
                continue
            hasil = [sebelum[-1] / satu * 100 for satu in total if satu >= sebelum[-1]]
            if hasil and not any(sama_dibulatkan(persen, satu) for satu in hasil):
                yield temukan(
                    alinea.tempat,
                    alinea.teks[max(cocok.start() - 100, 0) : cocok.end() + 30],
                    f"{cetak(sebelum[-1])} bukan {persen.teks} dari pagu menurut tabel "
                    f"({cetak(max(total))}).",
                    f"{cetak(sebelum[-1] / max(total) * 100)}%",
                )


def realisasi_salinan_pagu(naskah: Naskah) -> Iterable[TemuanDokumen]:
    """An amount called realised that the tables know as budget, of which less was realised."""
    pagu = dict(_pagu_bersisa(naskah))
    for alinea in naskah.alinea:
        for cocok, uang in iter_uang(alinea.teks):
            sebelum = alinea.teks[: cocok.start()]
            if uang in pagu and TEREALISASI.search(sebelum):
                yield temukan(
                    alinea.tempat,
                    alinea.teks[max(cocok.start() - 80, 0) : cocok.end() + 20],
                    f"{cetak(uang)} adalah anggaran ({pagu[uang]}), bukan realisasi.",
                )


def _pagu_bersisa(naskah: Naskah) -> Iterator[tuple[Decimal, str]]:
    realisasi = {
        angka_sel(baris, kolom.realisasi)
        for tabel, kolom in tabel_uang(naskah)
        for baris in tabel.baris
    }
    for tabel, kolom in tabel_uang(naskah):
        for baris in tabel.baris:
            angka = angka_sel(baris, kolom.pagu)
            if angka and angka not in realisasi:
                yield angka, tabel.nama


ATURAN = (
    AturanDokumen(
        kode="ANG-07b",
        judul="Persentase serapan dalam tabel",
        tingkat=Tingkat.GALAT,
        periksa=persen_baris,
        penjelasan=(
            "Persentase serapan setiap baris tabel anggaran dihitung ulang sebagai realisasi "
            "dibagi anggaran di baris yang sama. Selisih karena pembulatan sampai desimal yang "
            "tertulis diabaikan."
        ),
    ),
    AturanDokumen(
        kode="ANG-07",
        judul="Persentase dari pagu",
        tingkat=Tingkat.GALAT,
        periksa=persen_kalimat,
        penjelasan=(
            "Persentase “dari pagu” atau “dari anggaran” dalam kalimat dihitung ulang dari "
            "jumlah uang yang disebut sebelumnya dan jumlah anggaran menurut tabel. Selisih "
            "karena pembulatan sampai desimal yang tertulis diabaikan."
        ),
    ),
    AturanDokumen(
        kode="ANG-08",
        judul="Anggaran disebut realisasi",
        tingkat=Tingkat.GALAT,
        periksa=realisasi_salinan_pagu,
        penjelasan=(
            "Jumlah uang yang dalam kalimat disebut terealisasi sama dengan sebuah anggaran "
            "dalam tabel, sedangkan tidak ada realisasi sebesar itu. Ganti dengan realisasinya."
        ),
    ),
    AturanDokumen(
        kode="ANG-16",
        judul="Seratus persen yang bersisa",
        periksa=seratus_bersisa,
        penjelasan=(
            "Serapan tertulis 100%, padahal realisasi di baris yang sama lebih kecil daripada "
            "anggarannya, berapa pun sisanya. Tulis dengan desimal secukupnya, misalnya 99,98%."
        ),
    ),
)

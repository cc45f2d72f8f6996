"""Efficiency: the label against the two percentages, and where these come from."""

import re
from collections.abc import Iterable, Iterator

from lkip.pemeriksaan.temuan import Tingkat
from lkip.periksa_dokumen.anggaran import tabel_uang
from lkip.periksa_dokumen.kinerja import SASARAN_BERNOMOR, kunci, mirip
from lkip.periksa_dokumen.naskah import BarisTabel, Naskah, Tabel
from lkip.periksa_dokumen.nilai import Nilai
from lkip.periksa_dokumen.temuan import AturanDokumen, TemuanDokumen, temukan

EFISIEN = re.compile(r"(tidak |kurang )?efisien\b", re.IGNORECASE)
SANGKAL = re.compile(r"\btidak (?:ada|terdapat|terjadi) efisiensi\b", re.IGNORECASE)
RUJUKAN = re.compile(r"tabel (\d+\.\d+)", re.IGNORECASE)


def _baris(naskah: Naskah) -> Iterator[tuple[Tabel, BarisTabel, Nilai, Nilai, bool]]:
    """(table, row, capaian, serapan, is it called efficient?)"""
    for tabel in naskah.tabel:
        capaian = tabel.kolom(r"capaian", r"akhir|terhadap")
        serapan = tabel.kolom(r"serapan|penyerapan")
        label = tabel.kolom(r"kategori|efisien|keterangan", r"%")
        if capaian is None or serapan is None or label is None:
            continue
        for baris in tabel.baris:
            kiri, kanan = baris.nilai[capaian], baris.nilai[serapan]
            sebutan = EFISIEN.match(baris.sel[label])
            if kiri and kanan and sebutan:
                yield tabel, baris, kiri, kanan, not sebutan[1]


def label_efisien(naskah: Naskah) -> Iterable[TemuanDokumen]:
    for _, baris, capaian, serapan, efisien in _baris(naskah):
        if efisien != (capaian.angka > serapan.angka):
            sebutan = "Efisien" if efisien else "Tidak efisien"
            yield temukan(
                baris.tempat,
                f"{baris.nama}: capaian {capaian.teks}, serapan {serapan.teks}, {sebutan}",
                f"{sebutan} tidak sesuai kedua persentase yang tertulis.",
            )


def efisien_tak_tercapai(naskah: Naskah) -> Iterable[TemuanDokumen]:
    for _, baris, capaian, _, efisien in _baris(naskah):
        if efisien and capaian.angka < 100:
            yield temukan(
                baris.tempat,
                f"{baris.nama}: capaian {capaian.teks}, Efisien",
                "Disebut efisien, padahal targetnya belum tercapai.",
            )


def serapan_tanpa_asal(naskah: Naskah) -> Iterable[TemuanDokumen]:
    """A sasaran with a serapan that no table of programs by sasaran has."""
    asal = {
        tabel.nama: {
            kunci(sel)
            for baris in tabel.baris
            for sel in baris.sel[:2]
            if SASARAN_BERNOMOR.match(sel)
        }
        for tabel, _ in tabel_uang(naskah)
    }
    asal = {nama: sasaran for nama, sasaran in asal.items() if len(sasaran) > 1}
    if not asal:
        return
    semua = [(baris, serapan) for _, baris, _, serapan, _ in _baris(naskah)]
    asing = [
        (baris, serapan)
        for baris, serapan in semua
        if not baris.nama.startswith("Tujuan")
        and not any(mirip(kunci(baris.nama), satu) for isi in asal.values() for satu in isi)
    ]
    if 2 * len(asing) > len(semua):
        return  # names that could not be read rather than sasaran that are missing
    for baris, serapan in asing:
        yield temukan(
            baris.tempat,
            f"{baris.nama}: {serapan.teks}",
            f"Serapan sasaran ini tidak ada asalnya di {', '.join(asal)}.",
        )


def sangkal_efisiensi(naskah: Naskah) -> Iterable[TemuanDokumen]:
    efisien = [satu for satu in _baris(naskah) if satu[4]]
    for alinea in naskah.alinea if efisien else ():
        cocok = SANGKAL.search(alinea.teks)
        if cocok:
            yield temukan(
                alinea.tempat,
                alinea.teks[max(cocok.start() - 40, 0) : cocok.end() + 80],
                f"{efisien[0][0].nama} menyebut {len(efisien)} sasaran efisien.",
            )


def sumber_sendiri(naskah: Naskah) -> Iterable[TemuanDokumen]:
    for tabel in naskah.tabel:
        if tabel.nomor and tabel.nomor in RUJUKAN.findall(tabel.sumber):
            yield temukan(
                tabel.tempat, tabel.sumber, f"Tabel {tabel.nomor} menyebut dirinya sebagai sumber."
            )


ATURAN = (
    AturanDokumen(
        kode="EFI-01",
        judul="Kategori efisiensi",
        periksa=label_efisien,
        penjelasan=(
            "Sebutan efisien atau tidak efisien dalam tabel dibandingkan dengan kedua persentase "
            "yang tertulis: efisien berarti capaian lebih besar daripada serapan. Betulkan "
            "sebutannya, atau persentase yang keliru."
        ),
    ),
    AturanDokumen(
        kode="EFI-02",
        judul="Asal serapan",
        periksa=serapan_tanpa_asal,
        penjelasan=(
            "Setiap sasaran yang serapannya tertulis dalam tabel efisiensi harus ada dalam tabel "
            "anggaran menurut sasaran. Tanpa itu, serapannya tidak dapat ditelusuri."
        ),
    ),
    AturanDokumen(
        kode="EFI-04",
        judul="Efisiensi disangkal",
        tingkat=Tingkat.GALAT,
        periksa=sangkal_efisiensi,
        penjelasan=(
            "Kalimat menyatakan tidak ada efisiensi, padahal tabel menyebut sedikitnya satu "
            "sasaran efisien. Sesuaikan kalimat dengan tabelnya."
        ),
    ),
    AturanDokumen(
        kode="EFI-05",
        judul="Sumber tabel",
        periksa=sumber_sendiri,
        penjelasan=(
            "Catatan sumber di bawah sebuah tabel menyebut nomor tabel itu sendiri. Sebutkan "
            "tabel atau dokumen asal datanya."
        ),
    ),
    AturanDokumen(
        kode="EFI-06",
        judul="Efisien di bawah target",
        tingkat=Tingkat.INFO,
        periksa=efisien_tak_tercapai,
        penjelasan=(
            "Sasaran disebut efisien, padahal capaiannya di bawah 100%: sisa anggaran saja bukan "
            "keberhasilan. Jelaskan mengapa targetnya belum tercapai."
        ),
    ),
)

"""How indikator are written: their names, their units, and the decimals of their figures."""

import re
from collections.abc import Iterable

from lkip.periksa_dokumen.kinerja import iter_deret, iter_ukuran, mirip
from lkip.periksa_dokumen.naskah import Naskah, inti
from lkip.periksa_dokumen.temuan import AturanDokumen, TemuanDokumen, temukan

SATUAN = re.compile(r"Jumlah (dokumen|laporan|unit|orang|keluarga|lembaga)\b", re.IGNORECASE)
TITIK_DESIMAL = re.compile(r"(?<![\d.,])\d{1,3}\.\d{1,2}(?![\d.])")
BERKODE = re.compile(r"\d{1,2}(?:\.\d{1,2})+\.?(?: [A-Z]|$)")
KOMA_DESIMAL = re.compile(r"\d,\d")
TAK_TERUKUR = re.compile(r"(?:Ter\w+nya|Meningkat(?:nya|kan)|Tercapainya)\b")
KOLOM_INDIKATOR = re.compile(r"(?:^|[a-z] )indikator\b", re.IGNORECASE)


def desimal_campuran(naskah: Naskah) -> Iterable[TemuanDokumen]:
    for tabel in naskah.tabel:
        sel = [(baris, isi) for baris in tabel.baris for isi in baris.sel if len(isi) < 30]
        titik = [
            (baris, isi)
            for baris, isi in sel
            if TITIK_DESIMAL.search(isi) and not BERKODE.match(isi)
        ]
        koma = next((isi for _, isi in sel if KOMA_DESIMAL.search(isi)), None)
        if titik and koma and not re.fullmatch(r"[\d.]+", titik[0][1]):
            yield temukan(
                titik[0][0].tempat,
                f"{titik[0][1]} dan {koma}",
                "Titik dan koma dipakai bergantian sebagai tanda desimal.",
            )


def indeks_berpersen(naskah: Naskah) -> Iterable[TemuanDokumen]:
    """An index printed with % here and without there."""
    ukuran = [satu for satu in iter_ukuran(naskah) if satu.indikator]
    for deret in iter_deret(naskah):
        satuan = next((u for u in ukuran if any(mirip(u.indikator, n) for n in deret.nama)), None)
        if satuan is None or satuan.realisasi is None or satuan.realisasi.persen:
            continue
        berpersen = [nilai.teks for _, nilai in deret.ada if nilai.persen]
        if berpersen:
            yield temukan(
                deret.baris.tempat,
                f"{satuan.indikator}: {', '.join(berpersen)}",
                f"Bukan persentase: {satuan.tabel.nama} menulis {satuan.realisasi.teks}.",
            )


def satuan_keluaran(naskah: Naskah) -> Iterable[TemuanDokumen]:
    for tabel in naskah.tabel:
        kolom = tabel.kolom(r"^satuan")
        if kolom is None:
            continue
        for baris in tabel.baris:
            sebutan = next((c for sel in baris.sel if (c := SATUAN.match(sel))), None)
            satuan = inti(baris.sel[kolom])
            if sebutan and satuan and inti(sebutan[1])[:3] not in satuan:
                yield temukan(
                    baris.tempat,
                    f"{sebutan.string} – {baris.sel[kolom]}",
                    f"Yang dihitung {sebutan[1].lower()}, satuannya {baris.sel[kolom]}.",
                )


def nama_tak_terukur(naskah: Naskah) -> Iterable[TemuanDokumen]:
    for tabel in naskah.tabel:
        kolom = [i for i, judul in enumerate(tabel.kepala) if KOLOM_INDIKATOR.search(judul)]
        for baris in tabel.baris:
            for satu in kolom:
                if TAK_TERUKUR.match(baris.sel[satu]):
                    yield temukan(
                        baris.tempat,
                        baris.sel[satu],
                        "Nama indikator dimulai dengan ukurannya: Jumlah, Persentase, Indeks, atau Nilai.",
                    )


ATURAN = (
    AturanDokumen(
        kode="KIN-12",
        judul="Tanda desimal",
        periksa=desimal_campuran,
        penjelasan=(
            "Dalam satu tabel, titik dan koma dipakai bergantian sebagai tanda desimal, misalnya "
            "“3.5 poin” dan “4,25 poin”. Pakai koma untuk desimal dan titik untuk ribuan."
        ),
    ),
    AturanDokumen(
        kode="KIN-12b",
        judul="Satuan indeks",
        periksa=indeks_berpersen,
        penjelasan=(
            "Realisasi yang dalam tabel capaian ditulis tanpa persen, seperti indeks atau nilai, "
            "ditulis dengan persen dalam tabel beberapa tahun. Tulis satuan yang sama di semua "
            "tabel."
        ),
    ),
    AturanDokumen(
        kode="KIN-16",
        judul="Satuan keluaran",
        periksa=satuan_keluaran,
        penjelasan=(
            "Keluaran bernama “Jumlah dokumen” bersatuan Dokumen, demikian pula laporan, unit, "
            "orang, keluarga, dan lembaga. Satuan yang lain membuat yang dihitung tidak jelas."
        ),
    ),
    AturanDokumen(
        kode="KIN-23",
        judul="Nama indikator",
        periksa=nama_tak_terukur,
        penjelasan=(
            "Indikator harus terukur, sehingga namanya tidak dimulai dengan kata seperti "
            "“Terlaksananya” atau “Meningkatnya”. Awali dengan ukurannya: Jumlah, Persentase, "
            "Indeks, atau Nilai."
        ),
    ),
)

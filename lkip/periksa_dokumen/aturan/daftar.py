"""Lists and paragraphs: copies, items cut in two, notes that are the same everywhere."""

import re
from collections import defaultdict
from collections.abc import Iterable
from itertools import pairwise

from lkip.pemeriksaan.temuan import Tingkat
from lkip.periksa_dokumen.naskah import Alinea, Naskah, inti
from lkip.periksa_dokumen.nilai import cetak
from lkip.periksa_dokumen.objek import Sebutan, iter_sebutan
from lkip.periksa_dokumen.temuan import AturanDokumen, TemuanDokumen, temukan

PALING_PENDEK = 100  # letters
BUTIR = re.compile(r"\(?(\d{1,2}|[a-z])([.)]) ?(?=\D)(.+)")
PEMBUKA = re.compile(r"\b(?:antara lain|sebagai berikut|yaitu|adalah)\b ?:$", re.IGNORECASE)
CATATAN = re.compile(r"Catatan ?:? ?(.+)", re.IGNORECASE)
SESUAI = re.compile(r"\bsesuai (?:dengan )?target\b", re.IGNORECASE)
TIDAK_SESUAI = re.compile(r"\b(?:tidak|belum|kurang) sesuai\b", re.IGNORECASE)
SERAPAN_RENDAH = 80
JARAK_CATATAN = 8  # lines
PERNYATAAN_TABEL = re.compile(r"tabel \d", re.IGNORECASE)


def alinea_ganda(naskah: Naskah) -> Iterable[TemuanDokumen]:
    """The same paragraph twice in a chapter; appendices repeat forms and are left out."""
    pertama: dict[tuple[int, str], Alinea] = {}
    for alinea in naskah.alinea:
        if alinea.judul or alinea.tempat.nomor >= naskah.awal_lampiran:
            continue
        if naskah.catatan_sumber(alinea):
            continue
        teks = BUTIR.sub(r"\3", alinea.teks, count=1)
        if CATATAN.match(teks) or PERNYATAAN_TABEL.search(teks) or len(teks) < PALING_PENDEK:
            continue
        kunci = (naskah.bab_pada(alinea.tempat.nomor), inti(teks))
        lama = pertama.setdefault(kunci, alinea)
        if lama is not alinea:
            yield temukan(
                alinea.tempat,
                alinea.teks,
                f"Sama dengan baris {lama.tempat.nomor} ({lama.tempat.bagian}).",
            )


def butir_terpotong(naskah: Naskah) -> Iterable[TemuanDokumen]:
    """An item that goes on in lower case, in a list whose other items begin in upper case."""
    for sebelum, satu in pairwise(naskah.alinea):
        kiri, kanan = BUTIR.match(sebelum.teks), BUTIR.match(satu.teks)
        if not kiri or not kanan or not kiri[1].isdigit() or not kanan[1].isdigit():
            continue
        if kiri[3][0].isupper() and kanan[3][0].islower() and int(kanan[1]) == int(kiri[1]) + 1:
            yield temukan(
                satu.tempat,
                f"{sebelum.teks} / {satu.teks}",
                "Satu kalimat terpotong menjadi dua butir.",
            )


def pembuka_bernomor(naskah: Naskah) -> Iterable[TemuanDokumen]:
    """A sentence that opens a list and was numbered as if it were an item of the list above."""
    for sebelum, satu in pairwise(naskah.alinea):
        kiri, kanan = BUTIR.match(sebelum.teks), BUTIR.match(satu.teks)
        if not kiri or not kanan or not PEMBUKA.search(kiri[3]) or kiri[2] != kanan[2]:
            continue
        if kiri[1].isdigit() and kanan[1].isdigit() and int(kanan[1]) == int(kiri[1]) + 1:
            yield temukan(
                sebelum.tempat,
                sebelum.teks,
                "Kalimat pembuka daftar ikut dinomori sebagai butir.",
            )


def _catatan(naskah: Naskah) -> list[tuple[Alinea, str, Sebutan]]:
    """Notes below the small tables of input and output, each with the row of its money."""
    uang = [satu for satu in iter_sebutan(naskah) if satu.pagu and satu.realisasi]
    hasil = []
    for alinea in naskah.alinea:
        cocok = CATATAN.match(alinea.teks)
        dekat = [s for s in uang if 0 < alinea.tempat.nomor - s.baris.tempat.nomor < JARAK_CATATAN]
        if cocok and dekat:
            hasil.append((alinea, cocok[1], dekat[-1]))
    return hasil


def catatan_umum(naskah: Naskah) -> Iterable[TemuanDokumen]:
    """Little was spent, and the note that ought to say why stands under other tables word for word."""
    semua = _catatan(naskah)
    banyak: dict[str, int] = defaultdict(int)
    for _, isi, _ in semua:
        banyak[inti(isi)] += 1
    for alinea, isi, sebutan in semua:
        if not sebutan.pagu or not sebutan.realisasi or not sebutan.pagu.angka:
            continue
        serapan = sebutan.realisasi.angka / sebutan.pagu.angka * 100
        if serapan < SERAPAN_RENDAH and banyak[inti(isi)] > 1:
            yield temukan(
                alinea.tempat,
                alinea.teks,
                f"Alasan serapan yang rendah ini sama dengan {banyak[inti(isi)] - 1} catatan lain.",
                f"serapan {cetak(serapan)}%",
            )


def sesuai_bersisa(naskah: Naskah) -> Iterable[TemuanDokumen]:
    for alinea, isi, sebutan in _catatan(naskah):
        if not sebutan.pagu or not sebutan.realisasi or TIDAK_SESUAI.search(isi):
            continue
        sisa = sebutan.pagu.angka - sebutan.realisasi.angka
        if SESUAI.search(isi) and sisa > 0:
            yield temukan(
                alinea.tempat,
                f"{sebutan.nama}: {isi}",
                f"Disebut sesuai target, sedangkan anggarannya tersisa {cetak(sisa)}.",
            )


ATURAN = (
    AturanDokumen(
        kode="NAR-15",
        judul="Alinea terulang",
        periksa=alinea_ganda,
        penjelasan=(
            "Alinea yang panjangnya sedikitnya 100 huruf tertulis dua kali dalam satu bab; "
            "lampiran, catatan, dan keterangan sumber tidak diperiksa. Hapus salah satunya, atau "
            "bedakan isinya."
        ),
    ),
    AturanDokumen(
        kode="NAR-15b",
        judul="Butir terpotong",
        periksa=butir_terpotong,
        penjelasan=(
            "Butir bernomor yang dimulai dengan huruf kecil, sesudah butir yang dimulai dengan "
            "huruf besar, biasanya potongan kalimat di atasnya. Gabungkan keduanya, atau mulai "
            "butir itu dengan huruf besar."
        ),
    ),
    AturanDokumen(
        kode="NAR-16",
        judul="Pembuka daftar bernomor",
        periksa=pembuka_bernomor,
        penjelasan=(
            "Kalimat pembuka daftar yang berakhir dengan “antara lain:”, “sebagai berikut:”, "
            "atau yang serupa ikut dinomori sebagai butir. Hapus nomornya, lalu urutkan kembali "
            "butir sesudahnya."
        ),
    ),
    AturanDokumen(
        kode="ANG-17",
        judul="Catatan dan sisa",
        tingkat=Tingkat.INFO,
        periksa=sesuai_bersisa,
        penjelasan=(
            "Catatan di bawah tabel menyebut pelaksanaan sesuai target, padahal realisasi "
            "anggarannya lebih kecil daripada anggaran. Jelaskan dari mana sisa anggaran itu."
        ),
    ),
    AturanDokumen(
        kode="ANG-18",
        judul="Alasan serapan rendah",
        periksa=catatan_umum,
        penjelasan=(
            "Serapan di bawah 80% memerlukan alasan sendiri, tetapi catatan di bawah tabelnya "
            "sama kata demi kata dengan catatan lain. Tulis sebab yang khusus untuk kegiatan "
            "itu."
        ),
    ),
)

"""Sentences that contradict a table, another sentence, or themselves."""

import re
from collections.abc import Iterable, Iterator

from lkip.pemeriksaan.temuan import Tingkat
from lkip.periksa_dokumen.kinerja import Bagian, iter_bagian, iter_deret, iter_ukuran, mirip
from lkip.periksa_dokumen.naskah import Alinea, Naskah, Tabel, inti
from lkip.periksa_dokumen.nilai import Nilai, baca_bilangan, iter_persen
from lkip.periksa_dokumen.temuan import AturanDokumen, TemuanDokumen, temukan

TARGET_PERSEN = re.compile(r"\btarget (?:sebesar )?(\d+(?:[.,]\d+)?) ?%", re.IGNORECASE)
MELAMPAUI = re.compile(r"\bmelampaui target", re.IGNORECASE)
TAHUN = re.compile(r"\btahun (20\d\d)", re.IGNORECASE)
BERUBAH = re.compile(r"\b(?:penurunan|peningkatan|kenaikan|meningkat|menurun)\b", re.IGNORECASE)
ANALISIS = re.compile(r"\b(?:ANALISIS|EVALUASI)\b", re.IGNORECASE)
ANALISIS_PENDEK = 150  # letters
TAK_MEMADAI = re.compile(
    r"\b(?:sarana|prasarana|gedung)\b[^.]{0,80}\b(?:kurang|tidak|belum) memadai", re.IGNORECASE
)
JIWA = re.compile(
    r"(\d{1,3}(?:\.\d{3})+) jiwa(?: penduduk)? (laki[ -]?laki|perempuan)?", re.IGNORECASE
)
ORANG = re.compile(r"\d{1,3}(?:\.\d{3})+")
KEBERHASILAN = re.compile(r"\bfaktor\b.*\b(?:keberhasilan|pendukung|pendorong)\b", re.IGNORECASE)
HAMBATAN = re.compile(
    r"\b(?:kendala|hambatan|permasalahan|penyebab belum|penghambat)\b|belum tercapai", re.I
)
BUTIR = re.compile(r"\(?(?:\d{1,2}|[a-z])[.)] ?(?=\D)(.+)")
KATA = re.compile(r"[a-z]{5,}")
SERUPA = 0.6
SEDIKIT_KATA = 6


def _nilai_target(bagian: Bagian, naskah: Naskah) -> list[Nilai]:
    """Every target that the tables set for the sasaran of a section."""
    hasil = []
    for ukuran in iter_ukuran(naskah):
        if mirip(ukuran.sasaran, bagian.nama):
            hasil += [satu for satu in (ukuran.target, ukuran.akhir) if satu]
    for deret in iter_deret(naskah):
        if deret.target and any(mirip(nama, bagian.nama) for nama in deret.nama):
            hasil += [nilai for _, nilai in deret.ada]
    return hasil


def target_asing(naskah: Naskah) -> Iterable[TemuanDokumen]:
    """A target in a section that no table sets."""
    for bagian in iter_bagian(naskah):
        target = _nilai_target(bagian, naskah)
        for alinea in bagian.isi if target else ():
            for cocok in TARGET_PERSEN.finditer(alinea.teks):
                if baca_bilangan(cocok[1]) not in {satu.angka for satu in target}:
                    yield temukan(
                        alinea.tempat,
                        alinea.teks[max(cocok.start() - 60, 0) : cocok.end() + 60],
                        "Target ini tidak ada di tabel.",
                        ", ".join(dict.fromkeys(satu.teks for satu in target)),
                    )


def melampaui_batas(naskah: Naskah) -> Iterable[TemuanDokumen]:
    """A percentage whose target is 100 cannot go beyond it."""
    for bagian in iter_bagian(naskah):
        target = _nilai_target(bagian, naskah)
        if not target or not all(satu.persen and satu.angka == 100 for satu in target):
            continue
        for alinea in bagian.isi:
            if cocok := MELAMPAUI.search(alinea.teks):
                yield temukan(
                    alinea.tempat,
                    alinea.teks[max(cocok.start() - 60, 0) : cocok.end() + 60],
                    "Target 100% tidak dapat dilampaui.",
                )


def nilai_berulang(naskah: Naskah) -> Iterable[TemuanDokumen]:
    """One figure for two years, in a paragraph that speaks of a change."""
    for alinea in naskah.alinea:
        if not BERUBAH.search(alinea.teks):
            continue
        milik: dict[str, str] = {}
        for cocok, nilai in iter_persen(alinea.teks):
            tahun = TAHUN.findall(alinea.teks[: cocok.start()])
            if not tahun or not nilai.desimal:
                continue
            lama = milik.setdefault(str(nilai.angka), tahun[-1])
            if lama != tahun[-1]:
                yield temukan(
                    alinea.tempat,
                    alinea.teks[max(cocok.start() - 100, 0) : cocok.end() + 20],
                    f"Nilai yang sama juga ditulis untuk tahun {lama}, padahal disebut berubah.",
                )


def _dalam_analisis(naskah: Naskah) -> Iterator[Bagian]:
    """Sections on a sasaran that stand below a heading of analysis."""
    sub_bab = [
        satu for satu in naskah.alinea if satu.judul and re.match(r"(?:[A-Z]\.|BAB) ?", satu.teks)
    ]
    for bagian in iter_bagian(naskah):
        atas = [satu for satu in sub_bab if satu.tempat.nomor < bagian.judul.tempat.nomor]
        if atas and ANALISIS.search(atas[-1].teks):
            yield bagian


def analisis_pendek(naskah: Naskah) -> Iterable[TemuanDokumen]:
    for bagian in _dalam_analisis(naskah):
        isi = " ".join(satu.teks for satu in bagian.isi)
        if len(isi) < ANALISIS_PENDEK:
            yield temukan(
                bagian.judul.tempat,
                f"{bagian.judul.teks}: {isi or '(kosong)'}",
                "Analisis sasaran ini tidak menyebut angka, sebab, atau upaya.",
            )


def sarana_memadai(naskah: Naskah) -> Iterable[TemuanDokumen]:
    """Facilities called insufficient, where the table has all of them, in good condition."""
    tabel = next((satu for satu in naskah.tabel if _semua_baik(satu)), None)
    for alinea in naskah.alinea if tabel else ():
        cocok = TAK_MEMADAI.search(alinea.teks)
        if cocok and tabel:
            yield temukan(
                alinea.tempat,
                cocok[0],
                f"{tabel.nama}: semua barang baik dan jumlahnya sama dengan jumlah ideal.",
            )


def _semua_baik(tabel: Tabel) -> bool:
    kondisi = tabel.kolom(r"kondisi|keadaan")
    ada, ideal = tabel.kolom(r"^jumlah$|tersedia"), tabel.kolom(r"ideal|kebutuhan")
    if kondisi is None or ada is None or ideal is None or not tabel.baris:
        return False
    return all(
        baris.sel[kondisi].casefold() == "baik" and baris.sel[ada] == baris.sel[ideal]
        for baris in tabel.baris
        if baris.sel[ada]
    )


def penduduk_tertukar(naskah: Naskah) -> Iterable[TemuanDokumen]:
    """The whole population called that of one sex."""
    for alinea in naskah.alinea:
        angka = [baca_bilangan(satu) for satu in ORANG.findall(alinea.teks)]
        for cocok in JIWA.finditer(alinea.teks):
            utuh = baca_bilangan(cocok[1])
            bagian = [satu for satu in angka if satu != utuh]
            if cocok[2] and len(bagian) >= 2 and utuh == bagian[0] + bagian[1]:
                yield temukan(
                    alinea.tempat,
                    alinea.teks,
                    f"{cocok[1]} adalah jumlah seluruh penduduk, bukan {cocok[2]}.",
                )


def _butir(naskah: Naskah, pembuka: re.Pattern[str]) -> Iterator[tuple[Alinea, str]]:
    """Items of lists that a sentence of this kind opens."""
    dalam = False
    for alinea in naskah.alinea:
        butir = BUTIR.match(alinea.teks)
        if butir and dalam:
            yield alinea, butir[1]
        elif not butir:
            dalam = bool(pembuka.search(alinea.teks)) and not alinea.judul


def pendukung_dan_hambatan(naskah: Naskah) -> Iterable[TemuanDokumen]:
    """What made the success stands among the obstacles too."""
    hambatan = [(alinea, set(KATA.findall(inti(isi)))) for alinea, isi in _butir(naskah, HAMBATAN)]
    for alinea, isi in _butir(naskah, KEBERHASILAN):
        kata = set(KATA.findall(inti(isi)))
        for lain, kata_lain in hambatan:
            bersama = len(kata & kata_lain)
            terkecil = min(len(kata), len(kata_lain))
            if bersama >= SEDIKIT_KATA and bersama >= SERUPA * terkecil:
                yield temukan(
                    alinea.tempat,
                    alinea.teks,
                    f"Faktor keberhasilan ini disebut hambatan di {lain.tempat.bagian}: “{lain.teks[:90]}”.",
                )
                break


def _aturan(
    kode: str, judul: str, periksa, tingkat=Tingkat.PERINGATAN, *, penjelasan: str
) -> AturanDokumen:
    return AturanDokumen(
        kode=kode, judul=judul, tingkat=tingkat, penjelasan=penjelasan, periksa=periksa
    )


ATURAN = (
    _aturan(
        "NAR-08",
        "Target dalam narasi",
        target_asing,
        Tingkat.GALAT,
        penjelasan=(
            "Target dalam persen yang disebut dalam uraian sebuah sasaran harus sama persis "
            "dengan salah satu target sasaran itu dalam tabel, untuk tahun mana pun. Betulkan "
            "target yang tidak ada di sana."
        ),
    ),
    _aturan(
        "NAR-09",
        "Target yang tidak dapat dilampaui",
        melampaui_batas,
        penjelasan=(
            "Uraian menyebut target dilampaui, padahal semua target sasaran itu dalam tabel "
            "adalah 100%. Persentase tidak dapat melebihi keseluruhannya, jadi tulis bahwa "
            "targetnya tercapai."
        ),
    ),
    _aturan(
        "NAR-10",
        "Nilai dua tahun",
        nilai_berulang,
        penjelasan=(
            "Dalam alinea yang menyebut kenaikan atau penurunan, persentase berdesimal yang sama "
            "tertulis untuk dua tahun. Salah satunya mungkin tersalin dari tahun yang lain."
        ),
    ),
    _aturan(
        "NAR-12",
        "Analisis sasaran",
        analisis_pendek,
        Tingkat.GALAT,
        penjelasan=(
            "Uraian sebuah sasaran di bawah judul analisis atau evaluasi kurang dari 150 huruf. "
            "Lengkapi dengan angka, sebab, dan upaya perbaikannya."
        ),
    ),
    _aturan(
        "NAR-14",
        "Keberhasilan dan hambatan",
        pendukung_dan_hambatan,
        penjelasan=(
            "Sebuah faktor keberhasilan dan sebuah hambatan memakai kata yang sama: sedikitnya "
            "enam kata yang panjangnya lima huruf atau lebih, dan 60% dari butir yang lebih "
            "pendek. Pastikan satu hal tidak disebut pendukung sekaligus penghambat."
        ),
    ),
    _aturan(
        "NAR-18",
        "Keadaan sarana",
        sarana_memadai,
        penjelasan=(
            "Kalimat menyebut sarana, prasarana, atau gedung kurang memadai, padahal dalam tabel "
            "semua barang baik dan jumlahnya sama dengan jumlah ideal. Sesuaikan kalimat dengan "
            "tabelnya, atau perbarui tabelnya."
        ),
    ),
    _aturan(
        "NAR-19",
        "Jumlah penduduk",
        penduduk_tertukar,
        penjelasan=(
            "Jumlah yang disebut penduduk laki-laki atau perempuan sama dengan hasil penjumlahan "
            "dua bilangan lain di alinea itu, jadi merupakan jumlah seluruh penduduk. Betulkan "
            "sebutannya."
        ),
    ),
)

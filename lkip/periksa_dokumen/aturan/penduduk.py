"""Staff and population: percentages of counts, sums of lists, and names for what is not there."""

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal

from lkip.pemeriksaan.temuan import Tingkat
from lkip.periksa_dokumen.naskah import Alinea, Naskah
from lkip.periksa_dokumen.nilai import Nilai, baca_bilangan, cetak, iter_persen, sama_dibulatkan
from lkip.periksa_dokumen.temuan import AturanDokumen, TemuanDokumen, temukan

ORANG = re.compile(r"(\d{1,3}(?:\.\d{3})*) (?:\([a-z ]+\) )?(?:orang|pegawai|jiwa)", re.IGNORECASE)
ATAU_PERSEN = re.compile(r"(?:orang|pegawai) (?:atau|\() ?(?:sebesar )?$", re.IGNORECASE)
PEGAWAI = re.compile(
    r"(?:personil|personel|pegawai)\b[^.]{0,200}?\bsebanyak (\d{1,3}) orang", re.IGNORECASE
)
KURANG = re.compile(r"\b(?:kekurangan|kurang|kebutuhan|idealnya)\b", re.IGNORECASE)
ADA = re.compile(r"bezetting|yang ada|pegawai ada|terisi|keadaan", re.IGNORECASE)
PEKERJAAN = re.compile(
    r"(\d+(?:[.,]\d+)?) ?% (?:atau )?sebanyak (\d{1,3}(?:\.\d{3})*) (?:jiwa|orang)"
)
PENDUDUK = re.compile(r"penduduk[^.]{0,80}?(\d{1,3}(?:\.\d{3})+) jiwa", re.IGNORECASE)
HANYA_DESA = re.compile(
    r"(?:membawahi|terdiri (?:dari|atas)) (\d{1,3}) (?:\([a-z ]+\) )?desa\b(?! (?:dan|/))", re.I
)
KELURAHAN = re.compile(r"\bkelurahan\b", re.IGNORECASE)
NOMENKLATUR = re.compile(
    r"\b(?:Program|Kegiatan):? P\w+|tingkat kecamatan dan kelurahan", re.IGNORECASE
)
BUTIR = re.compile(r"[-•]? ?\(?(?:\d{1,2}|[a-z])[.)] ")
ORANG_BULAN = re.compile(r"orang ?/ ?bulan", re.IGNORECASE)
PALING_SEDIKIT = 3


def persen_orang(naskah: Naskah) -> Iterable[TemuanDokumen]:
    """ "3 orang atau 25%": of some other number of people in the sentence."""
    for alinea in naskah.alinea:
        for cocok, persen in iter_persen(alinea.teks):
            sebelum = alinea.teks[: cocok.start()]
            if not ATAU_PERSEN.search(sebelum):
                continue
            angka = [baca_bilangan(satu) for satu in ORANG.findall(sebelum.rpartition(". ")[2])]
            bagian, dasar = angka[-1], [satu for satu in angka[:-1] if satu > angka[-1]]
            if dasar and not any(sama_dibulatkan(persen, bagian / satu * 100) for satu in dasar):
                yield temukan(
                    alinea.tempat,
                    alinea.teks[max(cocok.start() - 100, 0) : cocok.end()],
                    f"{bagian} dari {max(dasar)} bukan {persen.teks}.",
                    f"{cetak(bagian / max(dasar) * 100)}%",
                )


def jumlah_pegawai(naskah: Naskah) -> Iterable[TemuanDokumen]:
    tertulis = _pegawai_tabel(naskah)
    for alinea in naskah.alinea if tertulis else ():
        for cocok in PEGAWAI.finditer(alinea.teks):
            if KURANG.search(alinea.teks, max(cocok.end() - 60, cocok.start() - 20), cocok.end()):
                continue
            if tertulis and baca_bilangan(cocok[1]) != tertulis[1].angka:
                yield temukan(
                    alinea.tempat,
                    alinea.teks[max(cocok.end() - 110, 0) : cocok.end()],
                    f"{tertulis[0]} mencatat {tertulis[1].teks} orang; sebutkan siapa yang dihitung.",
                    tertulis[1].teks,
                )


def _pegawai_tabel(naskah: Naskah) -> tuple[str, Nilai] | None:
    """The total of the first column of staff present."""
    for tabel in naskah.tabel:
        kolom = next((i for i, judul in enumerate(tabel.kepala) if i and ADA.search(judul)), None)
        total = [baris for baris in tabel.baris if baris.total]
        if kolom is not None and total and "jabatan" in " ".join(tabel.kepala).casefold():
            nilai = total[-1].nilai[kolom]
            if nilai:
                return tabel.nama, nilai
    return None


def orang_bulan(naskah: Naskah) -> Iterable[TemuanDokumen]:
    """Salaries paid for another number of people than there are."""
    pegawai = next((c[1] for a in naskah.alinea if (c := PEGAWAI.search(a.teks))), None)
    for tabel in naskah.tabel if pegawai else ():
        realisasi = tabel.kolom(r"^realisasi")
        for baris in tabel.baris if realisasi is not None else ():
            nilai = baris.nilai[realisasi or 0]
            satuan = any(ORANG_BULAN.fullmatch(sel) for sel in baris.sel)
            if satuan and nilai and pegawai and nilai.angka != baca_bilangan(pegawai):
                yield temukan(
                    baris.tempat,
                    f"{tabel.sebelum}: {nilai.teks} Orang/Bulan",
                    f"Pegawai disebut {pegawai} orang.",
                )


def _daftar_pekerjaan(naskah: Naskah) -> Iterator[tuple[Alinea, Decimal, Decimal]]:
    for alinea in naskah.alinea:
        if cocok := PEKERJAAN.search(alinea.teks):
            yield alinea, baca_bilangan(cocok[1]), baca_bilangan(cocok[2])


def _penduduk(naskah: Naskah) -> Decimal | None:
    semua = [c[1] for alinea in naskah.alinea if (c := PENDUDUK.search(alinea.teks))]
    return baca_bilangan(semua[0]) if semua else None


def jumlah_pekerjaan(naskah: Naskah) -> Iterable[TemuanDokumen]:
    daftar, penduduk = list(_daftar_pekerjaan(naskah)), _penduduk(naskah)
    jumlah = sum((jiwa for _, _, jiwa in daftar), Decimal(0))
    if len(daftar) >= PALING_SEDIKIT and penduduk and jumlah != penduduk:
        yield temukan(
            daftar[0][0].tempat,
            f"{len(daftar)} mata pencaharian, penduduk {cetak(penduduk)} jiwa",
            f"Jumlahnya {cetak(jumlah / penduduk * 100)}% penduduk; selisih "
            f"{cetak(abs(penduduk - jumlah))} jiwa.",
            cetak(jumlah),
        )


def persen_pekerjaan(naskah: Naskah) -> Iterable[TemuanDokumen]:
    daftar, penduduk = list(_daftar_pekerjaan(naskah)), _penduduk(naskah)
    if len(daftar) < PALING_SEDIKIT or not penduduk:
        return
    salah = [
        (alinea, persen, jiwa)
        for alinea, persen, jiwa in daftar
        if abs(persen - jiwa / penduduk * 100) > Decimal("0.06")
    ]
    if salah:
        alinea, _, jiwa = salah[0]
        yield temukan(
            alinea.tempat,
            alinea.teks,
            f"{len(salah)} dari {len(daftar)} persentase tidak dihitung dari {cetak(penduduk)} jiwa.",
            f"{cetak(jiwa / penduduk * 100)}%",
        )


def sebut_kelurahan(naskah: Naskah) -> Iterable[TemuanDokumen]:
    """Kelurahan among the tasks of an office that has desa only."""
    desa = next((c for a in naskah.alinea if (c := HANYA_DESA.search(a.teks))), None)
    for alinea in naskah.alinea if desa else ():
        if alinea.tempat.nomor >= naskah.awal_lampiran or NOMENKLATUR.search(alinea.teks):
            continue
        if desa and BUTIR.match(alinea.teks) and KELURAHAN.search(alinea.teks):
            yield temukan(
                alinea.tempat,
                alinea.teks,
                f"Wilayah kecamatan ini {desa[1]} desa, tanpa kelurahan.",
            )


ATURAN = (
    AturanDokumen(
        kode="SDM-01",
        judul="Persentase pegawai",
        tingkat=Tingkat.GALAT,
        periksa=persen_orang,
        penjelasan=(
            "Persentase yang mengikuti jumlah orang, seperti “3 orang atau 25%”, dihitung ulang "
            "dari jumlah orang yang lebih besar dalam kalimat yang sama. Selisih karena "
            "pembulatan diabaikan."
        ),
    ),
    AturanDokumen(
        kode="SDM-03",
        judul="Jumlah pegawai",
        periksa=jumlah_pegawai,
        penjelasan=(
            "Jumlah pegawai dalam kalimat harus sama dengan jumlah pegawai yang ada menurut "
            "tabel jabatan; kalimat tentang kekurangan atau kebutuhan tidak dibandingkan. Bila "
            "memang berbeda, sebutkan siapa yang dihitung."
        ),
    ),
    AturanDokumen(
        kode="KIN-17",
        judul="Orang/bulan dan pegawai",
        periksa=orang_bulan,
        penjelasan=(
            "Realisasi keluaran bersatuan Orang/Bulan dibandingkan dengan banyaknya pegawai yang "
            "disebut dalam kalimat. Perbedaan karena mutasi atau pensiun perlu dijelaskan."
        ),
    ),
    AturanDokumen(
        kode="DEM-01",
        judul="Jumlah mata pencaharian",
        periksa=jumlah_pekerjaan,
        penjelasan=(
            "Bila sedikitnya tiga mata pencaharian disebut dengan jumlah jiwanya, jumlah "
            "semuanya harus sama persis dengan jumlah penduduk dalam kalimat. Sebutkan juga "
            "penduduk yang belum termasuk."
        ),
    ),
    AturanDokumen(
        kode="DEM-02",
        judul="Persentase penduduk",
        periksa=persen_pekerjaan,
        penjelasan=(
            "Bila sedikitnya tiga mata pencaharian disebut dengan persentasenya, setiap "
            "persentase dihitung ulang dari jumlah penduduk, dengan selisih paling besar 0,06. "
            "Bila dasarnya bukan seluruh penduduk, sebutkan dasarnya."
        ),
    ),
    AturanDokumen(
        kode="DEM-03",
        judul="Kelurahan",
        tingkat=Tingkat.INFO,
        periksa=sebut_kelurahan,
        penjelasan=(
            "Butir daftar menyebut kelurahan, padahal wilayah kecamatan ini hanya terdiri atas "
            "desa; nama program dan lampiran tidak diperiksa. Biasanya kalimat itu disalin tanpa "
            "disesuaikan."
        ),
    ),
)

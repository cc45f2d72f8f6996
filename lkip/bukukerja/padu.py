"""Two sheets that say the same thing: they must agree, and then one of them is enough.

The sheet Pejabat says more of an official than the lines of the sheet Instansi, and Realisasi
Anggaran more than the amounts of the sheet Anggaran. What was compared is taken out of the latter.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date

from instansi.models import Instansi, Pejabat
from lkip.bukukerja.ambil_instansi import hari_laporan
from lkip.bukukerja.baca import BarisBaca, BukuBaca, berisi, cetak_sel
from lkip.bukukerja.galat import Galat
from lkip.bukukerja.isian import ATASAN, INSTANSI, PIMPINAN
from lkip.bukukerja.kolom import NilaiBaris
from lkip.bukukerja.lembar import KOLOM_UANG, MENURUT_NAMA
from lkip.bukukerja.lembar_tambahan import KOLOM_JENIS

PERAN = ((Pejabat.Peran.PIMPINAN, PIMPINAN), (Pejabat.Peran.KEPALA_DAERAH, ATASAN))
KOLOM_PEJABAT = {"nip": "NIP", "pangkat": "Pangkat"}
GELAR = {"gelar_depan": "Gelar Depan", "nama": "Nama", "gelar_belakang": "Gelar Belakang"}
ROMAWI = ("", "I", "II", "III", "IV")
_NAMA_JENIS = {jenis: nama for nama, jenis in KOLOM_JENIS.items()}
# The column of the sheet Realisasi Anggaran that says more than one of the sheet Anggaran.
KOLOM_REALISASI = {
    kolom: _NAMA_JENIS[jenis] for kolom, (tahap, jenis) in KOLOM_UANG.items() if tahap is None
}


def padukan(hasil: BukuBaca, instansi: Instansi | None, tahun: int) -> list[Galat]:
    """Compare them and leave what says more. Returns what does not agree."""
    return [*_padukan_pejabat(hasil, instansi, tahun), *_padukan_uang(hasil)]


def _padukan_pejabat(hasil: BukuBaca, instansi: Instansi | None, tahun: int) -> Iterator[Galat]:
    kantor = hasil.instansi
    if kantor is None:
        return
    hari = kantor.nilai.get("Tanggal LKIP") or hari_laporan(tahun, instansi)
    daftar = hasil.baris.get("Pejabat", [])
    sisa = dict(kantor.nilai)
    for peran, isian in PERAN:
        menjabat = [satu for satu in daftar if _menjabat(satu, peran, hari)]
        if not menjabat:
            continue
        pejabat = max(menjabat, key=lambda satu: (satu.nilai["Mulai"], satu.nomor))
        lengkap = pejabat.nilai | {
            kolom: sisa[isian[bidang]]
            for bidang, kolom in KOLOM_PEJABAT.items()
            if bidang in isian and sisa.get(isian[bidang]) and not pejabat.nilai.get(kolom)
        }
        daftar[daftar.index(pejabat)] = replace(pejabat, nilai=lengkap)
        for bidang, nama in isian.items():
            kata = sisa.pop(nama, "")
            ada = _nama(lengkap) if bidang == "nama" else lengkap.get(KOLOM_PEJABAT[bidang], "")
            if kata and kata != ada:
                yield _beda_pejabat(hasil, nama, str(kata), str(ada), pejabat.nomor)
    hasil.baris[INSTANSI] = [replace(kantor, nilai=sisa)]


def _menjabat(baris: BarisBaca, peran: str, hari: date) -> bool:
    nilai = baris.nilai
    sampai = nilai.get("Selesai")
    return nilai["Peran"] == peran and nilai["Mulai"] <= hari and (not sampai or hari <= sampai)


def _nama(nilai: NilaiBaris) -> str:
    return Pejabat(**{bidang: nilai.get(kolom, "") for bidang, kolom in GELAR.items()}).nama_lengkap


def _beda_pejabat(hasil: BukuBaca, isian: str, kata: str, ada: str, nomor: int) -> Galat:
    return Galat(
        lembar=INSTANSI,
        baris=hasil.nomor_isian.get(isian, 0),
        kolom="Nilai",
        nilai=cetak_sel(kata),
        pesan=f"{isian}: lembar Pejabat, baris {nomor}, menyebut “{ada}”; samakan keduanya.",
    )


def _padukan_uang(hasil: BukuBaca) -> Iterator[Galat]:
    terakhir = _terakhir(hasil.baris.get("Realisasi Anggaran", ()))
    anggaran = hasil.baris.get("Anggaran", [])
    for tempat, baris in enumerate(anggaran):
        kode, urutan = baris.kunci
        rinci = terakhir.get(str(kode), {}) if urutan == 1 else {}
        sama = {
            kolom: rinci[satu]
            for kolom, satu in KOLOM_REALISASI.items()
            if satu in rinci and kolom in baris.nilai
        }
        for kolom, (triwulan, jumlah) in sama.items():
            if berisi(baris.nilai[kolom]) and baris.nilai[kolom] != jumlah:
                yield _beda_uang(baris, kolom, triwulan, jumlah)
        sisa = {kolom: nilai for kolom, nilai in baris.nilai.items() if kolom not in sama}
        anggaran[tempat] = replace(baris, nilai=sisa)


def _terakhir(baris) -> Mapping[str, dict[str, tuple[int, object]]]:
    """The last triwulan with an amount, by code and kind."""
    hasil: dict[str, dict[str, tuple[int, object]]] = {}
    for satu in sorted(baris, key=lambda satu: satu.kunci[1]):
        kode, triwulan = satu.kunci
        for kolom in KOLOM_JENIS:
            if berisi(satu.nilai.get(kolom)):
                hasil.setdefault(str(kode), {})[kolom] = (triwulan, satu.nilai[kolom])
    return hasil


def _beda_uang(baris: BarisBaca, kolom: str, triwulan: int, jumlah: object) -> Galat:
    cetak = MENURUT_NAMA["Anggaran"].cetak
    return Galat(
        lembar="Anggaran",
        baris=baris.nomor,
        kolom=kolom,
        nilai=cetak(kolom, baris.nilai[kolom]),
        pesan=f"Lembar Realisasi Anggaran menyebut {cetak(kolom, jumlah)} sampai triwulan "
        f"{ROMAWI[triwulan]}; samakan keduanya, atau kosongkan sel ini.",
    )

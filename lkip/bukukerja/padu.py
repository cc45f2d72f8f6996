"""Two sheets that say the same thing, of which one is enough.

The sheet Pejabat says more of an official than the lines of the sheet Instansi: they must agree. Of
the last triwulan that has an amount the sheet Anggaran decides over Realisasi Anggaran.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date

from instansi.models import Instansi, Pejabat
from lkip.bukukerja.ambil_instansi import hari_laporan
from lkip.bukukerja.baca import BarisBaca, BukuBaca, berisi, cetak_sel
from lkip.bukukerja.galat import Galat
from lkip.bukukerja.isian import ATASAN, INSTANSI, PIMPINAN
from lkip.bukukerja.kolom import NilaiBaris
from lkip.bukukerja.lembar import KOLOM_UANG
from lkip.bukukerja.lembar_tambahan import KOLOM_JENIS

PERAN = ((Pejabat.Peran.PIMPINAN, PIMPINAN), (Pejabat.Peran.KEPALA_DAERAH, ATASAN))
KOLOM_PEJABAT = {"nip": "NIP", "pangkat": "Pangkat"}
GELAR = {"gelar_depan": "Gelar Depan", "nama": "Nama", "gelar_belakang": "Gelar Belakang"}
_NAMA_JENIS = {jenis: nama for nama, jenis in KOLOM_JENIS.items()}
# The column of the sheet Realisasi Anggaran that says more than one of the sheet Anggaran.
KOLOM_REALISASI = {
    kolom: _NAMA_JENIS[jenis] for kolom, (tahap, jenis) in KOLOM_UANG.items() if tahap is None
}


def padukan(hasil: BukuBaca, instansi: Instansi | None, tahun: int) -> list[Galat]:
    """Compare them and leave what says more. Returns what does not agree.

    Amounts that differ are no fault: a file that was changed in the sheet Anggaran and imported twice
    looks as one that was changed in the other.
    """
    _padukan_uang(hasil)
    return list(_padukan_pejabat(hasil, instansi, tahun))


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


def _padukan_uang(hasil: BukuBaca) -> None:
    """The amount of the sheet Anggaran is that of the last triwulan; where it is empty the other holds."""
    terakhir = _terakhir(hasil.baris.get("Realisasi Anggaran", ()))
    anggaran = hasil.baris.get("Anggaran", [])
    kalah: dict[tuple[object, int], set[str]] = defaultdict(set)
    for tempat, baris in enumerate(anggaran):
        kode, urutan = baris.kunci
        rinci = terakhir.get(str(kode), {}) if urutan == 1 else {}
        termuat = set()
        for kolom, jenis in KOLOM_REALISASI.items():
            if jenis not in rinci or kolom not in baris.nilai:
                continue
            triwulan, jumlah = rinci[jenis]
            if berisi(baris.nilai[kolom]) and baris.nilai[kolom] != jumlah:
                kalah[kode, triwulan].add(jenis)
            else:
                termuat.add(kolom)
        anggaran[tempat] = _tanpa(baris, termuat)
    rinci_semua = hasil.baris.get("Realisasi Anggaran", [])
    rinci_semua[:] = [_tanpa(satu, kalah.get(satu.kunci, set())) for satu in rinci_semua]


def _tanpa(baris: BarisBaca, kolom: set[str]) -> BarisBaca:
    """The row without these cells."""
    if not kolom:
        return baris
    return replace(
        baris, nilai={nama: satu for nama, satu in baris.nilai.items() if nama not in kolom}
    )


def _terakhir(baris) -> Mapping[str, dict[str, tuple[int, object]]]:
    """The last triwulan with an amount, by code and kind."""
    hasil: dict[str, dict[str, tuple[int, object]]] = {}
    for satu in sorted(baris, key=lambda satu: satu.kunci[1]):
        kode, triwulan = satu.kunci
        for kolom in KOLOM_JENIS:
            if berisi(satu.nilai.get(kolom)):
                hasil.setdefault(str(kode), {})[kolom] = (triwulan, satu.nilai[kolom])
    return hasil

"""Parts of the hand-made report replaced, one fact each, for the rules that look at data."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

from lkip.isi.kinerja import Bukti, TriwulanIndikator
from lkip.isi.laporan import Laporan
from tests.lkip.bahan_contoh import buat_indikator, buat_nilai, buat_profil
from tests.lkip.laporan_contoh import laporan_contoh


def dengan_indikator(kode, /, **isi) -> Laporan:
    """The report with fields of one indikator replaced."""
    return laporan_contoh(
        ubah_sasaran=lambda semua: tuple(
            replace(
                simpul,
                indikator=tuple(
                    replace(satu, **isi) if satu.kode == kode else satu for satu in simpul.indikator
                ),
            )
            for simpul in semua
        )
    )


def dengan_sasaran(kode, **isi) -> Laporan:
    return laporan_contoh(
        ubah_sasaran=lambda semua: tuple(
            replace(satu, **isi) if satu.kode == kode else satu for satu in semua
        )
    )


def dengan_sub(kode, **isi) -> Laporan:
    """The report with fields of one sub kegiatan replaced, such as `catatan` or `uang`."""

    def ubah(baris):
        anak = tuple(map(ubah, baris.anak))
        return replace(baris, anak=anak, **(isi if baris.kode == kode else {}))

    return laporan_contoh(ubah_pohon=lambda pohon: tuple(map(ubah, pohon)))


def uang(kode, **isi) -> Laporan:
    """The report with the money of one sub kegiatan replaced."""
    [satu] = [satu for satu in laporan_contoh().anggaran.sub_kegiatan if satu.kode == kode]
    [(jenis, semula)] = satu.belanja
    rupiah = {nama: Decimal(nilai) for nama, nilai in isi.items()}
    return dengan_sub(kode, belanja=((jenis, replace(semula, **rupiah)),))


def _dengan_keluaran(kode, **isi) -> Laporan:
    [satu] = [satu for satu in laporan_contoh().anggaran.sub_kegiatan if satu.kode == kode]
    return dengan_sub(kode, keluaran=(replace(satu.keluaran[0], **isi),))


def berkeluaran(kode, realisasi) -> Laporan:
    return _dengan_keluaran(kode, realisasi=Decimal(realisasi))


def bersatuan(kode, satuan) -> Laporan:
    return _dengan_keluaran(kode, satuan=satuan)


def dikerjakan(kode, satuan, realisasi) -> Laporan:
    return _dengan_keluaran(kode, satuan=satuan, realisasi=Decimal(realisasi))


def baru(kode, nama, **isi) -> Laporan:
    """The report with one indikator built anew, its capaian and history computed."""
    profil = buat_profil(laporan_contoh().profil.skala)
    satu = buat_indikator(kode, nama, profil=profil, **isi)
    bidang = {nama: getattr(satu, nama) for nama in satu.__dataclass_fields__}
    return dengan_indikator(kode, **bidang)


def berasio(target, pembilang, penyebut) -> Laporan:
    hasil = replace(buat_nilai("96", "%"), pembilang=Decimal(pembilang), penyebut=Decimal(penyebut))
    return dengan_indikator("I2", rasio=True, target=buat_nilai(target, "%"), realisasi=hasil)


def berbukti(kode, *nama) -> Laporan:
    kosong = buat_nilai(None)
    satu = TriwulanIndikator(
        triwulan=4,
        target=kosong,
        realisasi=kosong,
        kumulatif=kosong,
        bukti=tuple(Bukti(nama=satu) for satu in nama),
    )
    return dengan_indikator(kode, triwulan=(satu,))


def bertanggal(tanggal: date | None) -> Laporan:
    dasar = laporan_contoh()
    return replace(dasar, keadaan=replace(dasar.keadaan, tanggal=tanggal))


def rkt(tanggal: date | None) -> Laporan:
    dasar = laporan_contoh()
    return replace(dasar, rkt=replace(dasar.rkt, tanggal=tanggal))


def bekerja(*baris) -> Laporan:
    dasar = laporan_contoh()
    return replace(dasar, wilayah=replace(dasar.wilayah, mata_pencaharian=baris))


def pegawai(**ada) -> Laporan:
    dasar = laporan_contoh()
    asn, lain = dasar.sdm.baris
    baris = (replace(asn, ada_rinci=tuple(ada.items())), lain)
    return replace(dasar, sdm=replace(dasar.sdm, baris=baris))

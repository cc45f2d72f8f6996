"""Stores Perjanjian Kinerja with their targets, and what the years and triwulan brought."""

from functools import partial

from lkip.bukukerja.ambil_kinerja import CATATAN, TANDA_LALU, nilai_target
from lkip.bukukerja.baca import berisi
from lkip.bukukerja.galat import BarisSalah, coba_semua
from lkip.bukukerja.jenis import Nilai
from lkip.bukukerja.kantor import Kantor, bidang_isi, simpan, urutan_berikut
from lkip.bukukerja.kinerja import KOSONG, NilaiKinerja
from lkip.bukukerja.lembar import MENURUT_NAMA
from lkip.bukukerja.simpan_rencana import cari_seksi, isi_target, periksa_huruf
from lkip.bukukerja.ubah import Ubah
from perjanjian.models import PerjanjianKinerja, Realisasi, RencanaAksi, TargetPK, TargetRKT
from renstra.models import Indikator

KOLOM_NILAI = ("Nilai", "Pembilang", "Penyebut")
KOLOM_AKSI = ("Rencana Aksi", "Unit Rencana Aksi")
BIDANG_TARGET = ("nilai", "huruf", "tidak_ditargetkan")


def simpan_pk(kantor: Kantor, ubah: Ubah) -> None:
    jenis = str(ubah.nilai["Jenis"])
    objek = kantor.perjanjian.get(jenis) or PerjanjianKinerja(
        instansi=kantor.instansi, renstra=kantor.renstra, tahun=kantor.tahun, tahap_anggaran=jenis
    )
    _tolak_disahkan(objek, next(iter(ubah.isi)))
    if jenis == "perubahan" and not ubah.nilai.get("Alasan") and not objek.alasan:
        raise BarisSalah("Perjanjian kinerja perubahan harus menyebut alasannya.", "Alasan")
    kantor.perjanjian[jenis] = simpan(objek, *bidang_isi(MENURUT_NAMA["PK"].kolom, ubah.isi))


def simpan_target_pk(kantor: Kantor, ubah: Ubah) -> None:
    jenis = str(ubah.nilai["Jenis"])
    perjanjian = kantor.cari(kantor.perjanjian, "PK", jenis, "Jenis")
    indikator = kantor.cari_indikator(ubah.nilai["Kode Indikator"])
    _tolak_disahkan(perjanjian, "Target")
    kunci = {"perjanjian": perjanjian, "indikator": indikator}
    objek = TargetPK.objects.filter(**kunci).first() or TargetPK(
        **kunci, urutan=urutan_berikut(perjanjian.target)
    )
    nilai = ubah.isi["Target"]
    if nilai:
        simpan(objek, isi_target(indikator, nilai, "Target"), "Target")
    elif objek.pk:
        objek.delete()


def _tolak_disahkan(perjanjian: PerjanjianKinerja, kolom: str) -> None:
    if perjanjian.is_locked:
        raise BarisSalah(
            f"Perjanjian kinerja {perjanjian.jenis} berstatus {perjanjian.get_status_display()}; "
            "isinya tidak berubah lagi.",
            kolom,
        )


def simpan_realisasi(kantor: Kantor, ubah: Ubah) -> None:
    """The values of whole years."""
    indikator = kantor.cari_indikator(ubah.nilai["Kode Indikator"])
    coba_semua(
        partial(_simpan_tahun, kantor, indikator, kolom, nilai) for kolom, nilai in ubah.isi.items()
    )


def _simpan_tahun(kantor: Kantor, indikator: Indikator, kolom: str, nilai: NilaiKinerja) -> None:
    kantor.periksa_tahun(int(kolom), kolom, kantor.tahun)
    _periksa_rasio(indikator, nilai, kolom)
    _simpan_realisasi(indikator, int(kolom), 0, isi_realisasi(indikator, nilai, kolom), kolom)


def simpan_triwulan(kantor: Kantor, ubah: Ubah) -> None:
    """Target, value and notes of one triwulan."""
    indikator = kantor.cari_indikator(ubah.nilai["Kode Indikator"])
    tahun, triwulan = int(str(ubah.nilai["Tahun"])), int(str(ubah.nilai["Triwulan"]))
    kantor.periksa_tahun(tahun, "Tahun", kantor.tahun)
    if {"Target", *KOLOM_AKSI} & ubah.isi.keys():
        _simpan_rencana_aksi(kantor, indikator, ubah)
    isi = _isi_catatan(ubah)
    if set(KOLOM_NILAI) & ubah.isi.keys():
        isi |= _isi_triwulan(indikator, ubah)
    if isi:
        _simpan_realisasi(indikator, tahun, triwulan, isi, "Nilai")


def simpan_catatan_tahunan(kantor: Kantor, ubah: Ubah) -> None:
    """Notes on the value of a whole year."""
    indikator = kantor.cari_indikator(ubah.nilai["Kode Indikator"])
    tahun = int(str(ubah.nilai["Tahun"]))
    kantor.periksa_tahun(tahun, "Tahun", kantor.tahun)
    _simpan_realisasi(indikator, tahun, 0, _isi_catatan(ubah), "Tahun")


def _isi_catatan(ubah: Ubah) -> dict[str, Nilai]:
    isi = {bidang: ubah.isi[nama] for nama, bidang in CATATAN.items() if nama in ubah.isi}
    if TANDA_LALU in ubah.isi:
        isi["data_tahun_sebelumnya"] = bool(ubah.isi[TANDA_LALU])
    return isi


def _isi_triwulan(indikator: Indikator, ubah: Ubah) -> dict[str, Nilai]:
    """The value from its three columns, of which only one kind may be filled."""
    nilai = ubah.nilai.get("Nilai", KOSONG)
    pembilang, penyebut = ubah.nilai.get("Pembilang"), ubah.nilai.get("Penyebut")
    if pembilang is None and penyebut is None:
        return isi_realisasi(indikator, nilai, "Nilai")
    if nilai:
        raise BarisSalah("Tidak sama dengan Pembilang dibagi Penyebut; kosongkan.", "Nilai")
    if pembilang is None or penyebut is None:
        kosong = "Pembilang" if pembilang is None else "Penyebut"
        raise BarisSalah("Pembilang dan Penyebut diisi bersama.", kosong)
    if penyebut <= 0 or pembilang < 0:
        raise BarisSalah("Penyebut harus lebih dari nol, Pembilang tidak negatif.", "Penyebut")
    rasio = NilaiKinerja(pembilang=pembilang, penyebut=penyebut)
    _periksa_rasio(indikator, rasio, "Pembilang")
    return isi_realisasi(indikator, rasio, "Nilai")


def _periksa_rasio(indikator: Indikator, nilai: NilaiKinerja, kolom: str) -> None:
    if nilai.penyebut is not None and not indikator.rasio:
        raise BarisSalah("Indikator ini tidak diisi sebagai pembilang dan penyebut.", kolom)


def isi_realisasi(indikator: Indikator, nilai: NilaiKinerja, kolom: str) -> dict[str, Nilai]:
    """The fields of a realisasi. Raises BarisSalah for a letter that the indikator does not know."""
    periksa_huruf(indikator, nilai, kolom)
    return {
        "nilai": nilai.nilai,
        "huruf": nilai.huruf,
        "tidak_ada_kejadian": nilai.tanpa,
        "pembilang": nilai.pembilang,
        "penyebut": nilai.penyebut,
    }


def _simpan_realisasi(
    indikator: Indikator, tahun: int, triwulan: int, isi: dict[str, Nilai], kolom: str
) -> None:
    """A row that becomes empty stays, because its evidence hangs on it."""
    kunci = {"indikator": indikator, "tahun": tahun, "triwulan": triwulan}
    ada = Realisasi.objects.filter(**kunci).first()
    if ada or any(berisi(nilai) and nilai is not False for nilai in isi.values()):
        simpan(ada or Realisasi(**kunci), isi, kolom)


def _simpan_rencana_aksi(kantor: Kantor, indikator: Indikator, ubah: Ubah) -> None:
    """Target, plan and unit of one triwulan; a row without a target is no row."""
    kunci = {
        "indikator": indikator,
        "tahun": ubah.nilai["Tahun"],
        "triwulan": ubah.nilai["Triwulan"],
    }
    objek = RencanaAksi.objects.filter(**kunci).first() or RencanaAksi(**kunci)
    isi = _isi_aksi(kantor, ubah)
    target = ubah.nilai["Target"] if "Target" in ubah.nilai else nilai_target(objek)
    if target:
        isi |= isi_target(indikator, target, "Target") if "Target" in ubah.isi else {}
        simpan(objek, isi, {"aksi": "Rencana Aksi"} | dict.fromkeys(BIDANG_TARGET, "Target"))
    elif isi.get("aksi", objek.aksi):
        raise BarisSalah(
            "Rencana aksinya terisi; tulis tidak ditargetkan bila tidak ada target.", "Target"
        )
    elif objek.pk:
        objek.delete()


def _isi_aksi(kantor: Kantor, ubah: Ubah) -> dict[str, Nilai]:
    isi: dict[str, Nilai] = {}
    if "Rencana Aksi" in ubah.isi:
        isi["aksi"] = ubah.isi["Rencana Aksi"]
    if "Unit Rencana Aksi" in ubah.isi:
        nama = str(ubah.isi["Unit Rencana Aksi"])
        isi["seksi"] = cari_seksi(kantor, nama, "Unit Rencana Aksi") if nama else None
    return isi


def simpan_target_rkt(kantor: Kantor, ubah: Ubah) -> None:
    indikator = kantor.cari_indikator(ubah.nilai["Kode Indikator"])
    kunci = {"rencana": kantor.rkt, "indikator": indikator}
    objek = TargetRKT.objects.filter(**kunci).first() or TargetRKT(**kunci)
    nilai = ubah.isi["Target"]
    if nilai:
        simpan(objek, isi_target(indikator, nilai, "Target"), "Target")
    elif objek.pk:
        objek.delete()

"""Stores the budget: the tree by its codes, outputs, money, and which sasaran a program supports."""

import re
from functools import partial

from anggaran.kode import POLA_KEGIATAN, POLA_PROGRAM, POLA_SUB_KEGIATAN
from anggaran.models import (
    Kegiatan,
    Keluaran,
    Pagu,
    Program,
    ProgramSasaran,
    RealisasiAnggaran,
    SubKegiatan,
)
from lkip.bukukerja.ambil_anggaran import BIDANG_KELUARAN, SETAHUN
from lkip.bukukerja.baca import berisi
from lkip.bukukerja.galat import BarisSalah, coba_semua
from lkip.bukukerja.jenis import Nilai
from lkip.bukukerja.kantor import Kantor, bidang_isi, simpan
from lkip.bukukerja.lembar import KOLOM_UANG, MENURUT_NAMA, UANG
from lkip.bukukerja.lembar_tambahan import KOLOM_JENIS
from lkip.bukukerja.simpan_rencana import cari_seksi
from lkip.bukukerja.ubah import Ubah
from lkip.isi.anggaran import JenisBelanja, Tahap

Simpul = Program | Kegiatan | SubKegiatan
INDUK_KELUARAN = {Program: "program", Kegiatan: "kegiatan", SubKegiatan: "sub_kegiatan"}


def simpan_anggaran(kantor: Kantor, ubah: Ubah) -> None:
    """One row: a node with its first output and its money, or a further output of that node."""
    kode, urutan = str(ubah.nilai["Kode"]), int(str(ubah.kunci[-1]))
    if urutan > 1:
        simpul = kantor.cari(kantor.simpul, "Anggaran", kode, "Kode")
        _hanya_keluaran(ubah)
    else:
        simpul = _simpan_simpul(kantor, kode, ubah)
        _simpan_uang(simpul, ubah)
    if ubah.isi.keys() & BIDANG_KELUARAN.keys():
        _simpan_keluaran(simpul, urutan, ubah)


def _simpan_simpul(kantor: Kantor, kode: str, ubah: Ubah) -> Simpul:
    simpul = kantor.simpul.get(kode) or _simpul_baru(kantor, kode)
    isi, nama = bidang_isi(
        [satu for satu in MENURUT_NAMA["Anggaran"].kolom if satu.bidang in ("nama", "catatan")],
        ubah.isi,
    )
    if "Unit" in ubah.isi:
        isi |= _isi_unit(kantor, simpul, str(ubah.isi["Unit"]))
    if simpul.pk is None or isi:
        simpan(simpul, isi, nama | {"kode": "Kode"})
        kantor.simpul[kode] = simpul
    return simpul


def _isi_unit(kantor: Kantor, simpul: Simpul, nama: str) -> dict[str, Nilai]:
    if isinstance(simpul, SubKegiatan):
        return {"seksi": cari_seksi(kantor, nama, "Unit") if nama else None}
    if nama:
        raise BarisSalah("Hanya sub kegiatan yang memuat unit; kosongkan.", "Unit")
    return {}


def _simpul_baru(kantor: Kantor, kode: str) -> Simpul:
    """A node below the one whose code it continues."""
    induk, _, _ = kode.rpartition(".")
    if re.fullmatch(POLA_PROGRAM, kode):
        return Program(instansi=kantor.instansi, tahun=kantor.tahun, kode=kode)
    if re.fullmatch(POLA_KEGIATAN, kode):
        atas = kantor.cari(kantor.simpul, "Anggaran", induk.rpartition(".")[0], "Kode")
        return Kegiatan(program=atas, kode=kode)
    if re.fullmatch(POLA_SUB_KEGIATAN, kode):
        atas = kantor.cari(kantor.simpul, "Anggaran", induk, "Kode")
        return SubKegiatan(kegiatan=atas, kode=kode)
    raise BarisSalah(
        "Kode ditulis seperti 7.01.01 (program), 7.01.01.2.02 (kegiatan), atau "
        "7.01.01.2.02.0001 (sub kegiatan).",
        "Kode",
    )


def _hanya_keluaran(ubah: Ubah) -> None:
    terlarang = [
        nama for nama in ("Uraian", *UANG, "Catatan", "Unit") if berisi(ubah.isi.get(nama))
    ]
    if terlarang:
        raise BarisSalah(
            "Kode ini sudah ada di atas; baris berikutnya hanya memuat keluaran.", terlarang[0]
        )


def _simpan_keluaran(simpul: Simpul, urutan: int, ubah: Ubah) -> None:
    ada = list(simpul.keluaran.order_by("urutan", "id"))
    isi = {
        bidang: ubah.nilai[kolom]
        for kolom, bidang in BIDANG_KELUARAN.items()
        if kolom in ubah.nilai
    }
    if not any(berisi(nilai) for nilai in isi.values()):
        _hapus_keluaran(ada, urutan)
        return
    objek = ada[urutan - 1] if len(ada) >= urutan else None
    if objek is None:
        objek = Keluaran(**{INDUK_KELUARAN[type(simpul)]: simpul}, urutan=urutan)
    simpan(objek, isi, {bidang: kolom for kolom, bidang in BIDANG_KELUARAN.items()})


def _hapus_keluaran(ada: list[Keluaran], urutan: int) -> None:
    if len(ada) == urutan:
        ada[-1].delete()
    elif len(ada) > urutan:
        raise BarisSalah("Kosongkan dahulu keluaran terakhir dari kode ini.", "Indikator")


def _simpan_uang(simpul: Simpul, ubah: Ubah) -> None:
    terisi = [nama for nama in UANG if nama in ubah.isi]
    if not isinstance(simpul, SubKegiatan):
        if terisi:
            raise BarisSalah("Hanya sub kegiatan yang memuat uang; kosongkan.", terisi[0])
        return
    coba_semua(partial(_simpan_jumlah, simpul, nama, ubah.isi[nama]) for nama in terisi)


def _simpan_jumlah(sub: SubKegiatan, kolom: str, jumlah: Nilai) -> None:
    tahap, jenis = KOLOM_UANG[kolom]
    if tahap is None:
        simpan_realisasi_uang(sub, jenis, jumlah, kolom)
    else:
        simpan_pagu(sub, tahap, jenis, jumlah, kolom)


def simpan_pagu(
    sub: SubKegiatan, tahap: Tahap, jenis: JenisBelanja, jumlah: Nilai, kolom: str
) -> None:
    """Set the amount of one budget version and kind; an empty one is no row."""
    kunci = {"sub_kegiatan": sub, "tahap": tahap.value, "jenis": jenis.value}
    objek = Pagu.objects.filter(**kunci).first() or Pagu(**kunci)
    if jumlah is not None:
        simpan(objek, {"jumlah": jumlah}, kolom)
    elif objek.pk:
        objek.delete()


def simpan_realisasi_uang(sub: SubKegiatan, jenis: JenisBelanja, jumlah: Nilai, kolom: str) -> None:
    """Set the amount of the last triwulan that was reported; where none was, of the whole year."""
    kunci = {"sub_kegiatan": sub, "jenis": jenis.value}
    ada = list(RealisasiAnggaran.objects.filter(**kunci).order_by("triwulan"))
    if jumlah is not None:
        objek = ada[-1] if ada else RealisasiAnggaran(**kunci, triwulan=SETAHUN)
        simpan(objek, {"jumlah": jumlah}, kolom)
    elif len(ada) > 1:
        raise BarisSalah("Realisasi per triwulan sudah terisi; isi 0 atau jumlahnya.", kolom)
    elif ada:
        ada[0].delete()


def simpan_realisasi_anggaran(kantor: Kantor, ubah: Ubah) -> None:
    """What was spent up to the end of one triwulan; an emptied amount is no row."""
    sub = cari_sub_kegiatan(kantor, str(ubah.nilai["Kode"]), "Kode")
    coba_semua(
        partial(_simpan_triwulan, sub, ubah.kunci[1], kolom, jumlah)
        for kolom, jumlah in ubah.isi.items()
    )


def _simpan_triwulan(sub: SubKegiatan, triwulan: Nilai, kolom: str, jumlah: Nilai) -> None:
    kunci = {"sub_kegiatan": sub, "triwulan": triwulan, "jenis": KOLOM_JENIS[kolom].value}
    objek = RealisasiAnggaran.objects.filter(**kunci).first() or RealisasiAnggaran(**kunci)
    if jumlah is not None:
        simpan(objek, {"jumlah": jumlah}, kolom)
    elif objek.pk:
        objek.delete()


def cari_sub_kegiatan(kantor: Kantor, kode: str, kolom: str) -> SubKegiatan:
    """The sub kegiatan of a code. Raises BarisSalah."""
    sub = kantor.cari(kantor.simpul, "Anggaran", kode, kolom)
    if not isinstance(sub, SubKegiatan):
        raise BarisSalah(f"{kode} bukan kode sub kegiatan.", kolom)
    return sub


def simpan_program_sasaran(kantor: Kantor, ubah: Ubah) -> None:
    program = _cari_program(kantor, str(ubah.nilai["Kode Program"]))
    kode = str(ubah.nilai["Kode Sasaran"])
    sasaran = kantor.cari(kantor.sasaran, "Sasaran", kode, "Kode Sasaran")
    kunci = {"program": program, "sasaran": sasaran}
    objek = ProgramSasaran.objects.filter(**kunci).first() or ProgramSasaran(**kunci)
    isi = {"porsi": ubah.nilai["Porsi"]} if "Porsi" in ubah.nilai else {}
    simpan(objek, isi, "Porsi")


def _cari_program(kantor: Kantor, kode: str) -> Program:
    program = kantor.cari(kantor.simpul, "Anggaran", kode, "Kode Program")
    if not isinstance(program, Program):
        raise BarisSalah(f"{kode} bukan kode program.", "Kode Program")
    return program

"""Stores the sheet Instansi: the office, its pemda, the two officials, the plan and the profile."""

import re
from datetime import date, timedelta
from functools import partial

from django.core.exceptions import NON_FIELD_ERRORS

from instansi.models import Instansi, Pejabat, Pemda
from lkip.bukukerja.ambil_instansi import pejabat_pada
from lkip.bukukerja.galat import BarisSalah, coba_semua
from lkip.bukukerja.isian import (
    ATASAN,
    BIDANG_PEMDA,
    BIDANG_PROFIL,
    BIDANG_RENSTRA,
    BIDANG_RKT,
    ISIAN,
    MILIK_PEMDA,
    PIMPINAN,
)
from lkip.bukukerja.jenis import Nilai
from lkip.bukukerja.kantor import bidang_isi, buat_rkt, simpan
from lkip.bukukerja.kolom import NilaiBaris
from lkip.bukukerja.simpan_profil import simpan_profil
from lkip.bukukerja.ubah import Ubah
from lkip.models import LKIP
from renstra.models import Renstra

PESAN_PEMDA = "Berlaku untuk seluruh pemda; hanya admin yang mengubahnya."
_GELAR_DEPAN = re.compile(
    r"((?:(?:Prof|Dr|Drs|Dra|Ir|H|Hj|KH|R|Rr|dr|drg|drh|Ns)\.? ?)+(?<=[. ]))(.+)"
)


def simpan_instansi(ubah: Ubah, instansi: Instansi | None, *, boleh_pemda: bool) -> Instansi:
    """Create or change the office. Raises BarisSalah."""
    if not boleh_pemda:
        _tolak_milik_pemda(ubah)
    isi, nama = bidang_isi(ISIAN, ubah.isi)
    pemda = _cari_pemda(ubah.nilai) if instansi is None else instansi.pemda
    _simpan_pemda(pemda, ubah.isi)
    if instansi is None:
        tempat = re.sub(r"^(Kabupaten|Kota) ", "", pemda.nama)
        instansi = Instansi(pemda=pemda, tempat=tempat, jabatan_pimpinan="Camat")
        isi = {bidang: nilai for bidang, nilai in isi.items() if nilai}
    return simpan(instansi, isi, nama, boleh_kosong=("alamat",))


def simpan_rincian(ubah: Ubah, instansi: Instansi) -> None:
    """The officials and the profile, once the office is there. Raises BarisSalah."""
    tahun = int(str(ubah.nilai["Tahun"]))
    jabatan = {
        Pejabat.Peran.PIMPINAN: instansi.jabatan_pimpinan,
        Pejabat.Peran.KEPALA_DAERAH: instansi.pemda.jabatan_kepala,
    }
    langkah = [
        partial(_simpan_pejabat, instansi, tahun, peran, jabatan[peran], ubah.nilai, nama)
        for peran, nama in (
            (Pejabat.Peran.PIMPINAN, PIMPINAN),
            (Pejabat.Peran.KEPALA_DAERAH, ATASAN),
        )
        if ubah.isi.keys() & set(nama.values())
    ]
    if "Tanggal LKIP" in ubah.isi:
        langkah.insert(0, partial(_simpan_tanggal, instansi, tahun, ubah.isi["Tanggal LKIP"]))
    if ubah.isi.keys() & BIDANG_RKT.keys():
        langkah.append(partial(_simpan_rkt, instansi, tahun, ubah.isi))
    if ubah.isi.keys() & {"Skala", "Batas Capaian", "Kode Predikat", *BIDANG_PROFIL}:
        langkah.append(partial(simpan_profil, instansi.pemda, tahun, ubah))
    coba_semua(langkah)


def simpan_renstra(ubah: Ubah, instansi: Instansi) -> None:
    """Make the plan where none covers the year. Raises BarisSalah for another period."""
    awal, akhir, tahun = (
        int(str(ubah.nilai[nama])) for nama in ("Periode Awal", "Periode Akhir", "Tahun")
    )
    if not awal <= tahun <= akhir:
        raise BarisSalah(f"Tahun {tahun} di luar periode {awal}–{akhir}.", "Tahun")
    ada = Renstra.objects.berlaku(instansi, tahun)
    if ada is None:
        dasar = f"Rencana Strategis {instansi.nama} Tahun {awal}–{akhir}"
        ada = Renstra(
            instansi=instansi, tahun_awal=awal, tahun_akhir=akhir, dasar_hukum=dasar[:300]
        )
    elif (ada.tahun_awal, ada.tahun_akhir) != (awal, akhir):
        raise BarisSalah(
            f"Renstra yang tersimpan berlaku {ada.tahun_awal}–{ada.tahun_akhir}; periodenya tidak "
            "diubah melalui buku kerja.",
            "Periode Awal",
        )
    _simpan_isi_renstra(ada, ubah.isi)


def _simpan_isi_renstra(renstra: Renstra, isi: NilaiBaris) -> None:
    """What the plan says of itself; which version it is, only of a new one."""
    if renstra.pk and "Perubahan Renstra Ke" in isi:
        raise BarisSalah(
            f"Renstra yang tersimpan adalah perubahan ke-{renstra.perubahan_ke}; perubahan Renstra "
            "dibuat pada halaman Renstra.",
            "Perubahan Renstra Ke",
        )
    kolom = {bidang: nama for nama, bidang in BIDANG_RENSTRA.items()}
    bidang = {satu: isi[nama] for nama, satu in BIDANG_RENSTRA.items() if nama in isi}
    simpan(renstra, bidang, kolom | {"tahun_awal": "Periode Awal", "tahun_akhir": "Periode Akhir"})


def _simpan_tanggal(instansi: Instansi, tahun: int, tanggal: Nilai) -> None:
    """The date of the report; it also says who was in office."""
    milik = {"instansi": instansi, "tahun": tahun}
    lkip = LKIP.objects.filter(**milik).first() or LKIP(**milik)
    simpan(lkip, {"tanggal": tanggal}, "Tanggal LKIP")


def _simpan_rkt(instansi: Instansi, tahun: int, isi: NilaiBaris) -> None:
    renstra = Renstra.objects.berlaku(instansi, tahun)
    if renstra is None:
        return  # reported already
    bidang = {BIDANG_RKT[nama]: isi[nama] for nama in BIDANG_RKT if nama in isi}
    nama = {satu: kolom for kolom, satu in BIDANG_RKT.items()}
    simpan(buat_rkt(instansi, tahun, renstra), bidang, nama)


def _tolak_milik_pemda(ubah: Ubah) -> None:
    terlarang = [nama for nama in MILIK_PEMDA if nama in ubah.isi]
    if terlarang:
        pertama, *lain = ((PESAN_PEMDA, nama) for nama in terlarang)
        raise BarisSalah(*pertama, *lain)


def _cari_pemda(nilai: NilaiBaris) -> Pemda:
    """The pemda of this name, or a new one whose code begins that of the office."""
    nama = str(nilai["Pemda"])
    kode = str(nilai.get("Kode Pemda") or _kode_pemda(str(nilai["Kode"])))
    if ada := Pemda.objects.filter(nama__iexact=nama).first():
        return ada
    if lain := Pemda.objects.filter(kode=kode).first():
        raise BarisSalah(f"Kode {kode} sudah dipakai {lain.nama}.", "Pemda")
    bawaan = "Wali Kota" if nama.startswith("Kota ") else "Bupati"
    return Pemda(
        kode=kode, nama=nama, provinsi=str(nilai["Provinsi"]),
        jabatan_kepala=str(nilai.get("Jabatan Atasan") or bawaan),
    )  # fmt: skip


def _kode_pemda(kode: str) -> str:
    """The code that the code of an office begins with; otherwise the first provisional one."""
    if cocok := re.match(r"([0-9]{2})\.?([0-9]{2})(?:\.|[0-9]{2,3}\Z)", kode):
        return f"{cocok[1]}.{cocok[2]}"
    terpakai = set(Pemda.objects.filter(kode__startswith="00.").values_list("kode", flat=True))
    return next(satu for nomor in range(1, 100) if (satu := f"00.{nomor:02}") not in terpakai)


def _simpan_pemda(pemda: Pemda, isi: NilaiBaris) -> None:
    baru = {
        bidang: isi[nama]
        for nama, bidang in BIDANG_PEMDA.items()
        if nama in isi and getattr(pemda, bidang).casefold() != str(isi[nama]).casefold()
    }
    if baru or pemda.pk is None:
        kolom = {bidang: nama for nama, bidang in BIDANG_PEMDA.items()}
        simpan(pemda, baru, kolom | {NON_FIELD_ERRORS: "Kode Pemda"})


def _simpan_pejabat(
    instansi: Instansi,
    tahun: int,
    peran: str,
    jabatan: str,
    nilai: NilaiBaris,
    kolom: dict[str, str],
) -> None:
    """Correct who is in office, or let somebody else follow from the first day of the year."""
    kini = pejabat_pada(tahun, instansi, peran)
    nama = str(nilai.get(kolom["nama"]) or (kini.nama_lengkap if kini else ""))
    isi: dict[str, Nilai] = {
        bidang: nilai[satu] for bidang, satu in kolom.items() if bidang != "nama" and satu in nilai
    }
    if not nama:
        raise BarisSalah("Isi nama bila NIP atau pangkatnya diisi.", kolom["nama"])
    if kini is None or nama != kini.nama_lengkap:
        isi |= pisahkan_gelar(nama)
    awal_tahun = date(tahun, 1, 1)
    if kini is not None and not _orang_lain(kini, nama, isi.get("nip"), awal_tahun):
        simpan(kini, isi, kolom)
        return
    if kini is not None:
        simpan(kini, {"selesai": awal_tahun - timedelta(days=1)}, kolom["nama"])
    milik = {"instansi": instansi} if peran == Pejabat.Peran.PIMPINAN else {}
    baru = Pejabat(pemda=instansi.pemda, peran=peran, jabatan=jabatan, mulai=awal_tahun, **milik)
    simpan(baru, isi, kolom)


def _orang_lain(kini: Pejabat, nama: str, nip: Nilai, awal_tahun: date) -> bool:
    """Whether this is a successor rather than a corrected spelling."""
    sama = nama == kini.nama_lengkap or (nip and nip == kini.nip)
    return not sama and kini.mulai < awal_tahun


def pisahkan_gelar(nama: str) -> dict[str, str]:
    """Take the titles apart, so that put together they give the same text again."""
    inti, _, belakang = nama.partition(", ")
    depan = ""
    if cocok := _GELAR_DEPAN.fullmatch(inti):
        depan, inti = cocok[1].rstrip(), cocok[2]
    isi = {"gelar_depan": depan, "nama": inti, "gelar_belakang": belakang}
    muat = len(depan) <= 30 and len(inti) <= 100 and len(belakang) <= 60
    if muat and Pejabat(**isi).nama_lengkap == nama:
        return isi
    return {"gelar_depan": "", "nama": nama, "gelar_belakang": ""}

"""Stores the sheet Instansi: the office, its pemda, the two officials, the plan and the profile."""

import re
from datetime import date, timedelta
from functools import partial

from instansi.models import Instansi, Pejabat, Pemda
from lkip.bukukerja.ambil import pejabat_pada, profil_berlaku
from lkip.bukukerja.galat import BarisSalah, coba_semua
from lkip.bukukerja.jenis import Nilai
from lkip.bukukerja.kantor import bidang_isi, buat_rkt, simpan
from lkip.bukukerja.kolom import NilaiBaris
from lkip.bukukerja.lembar import ISIAN
from lkip.bukukerja.skala import KODE_BAKU, baca_skala
from lkip.bukukerja.ubah import Ubah
from lkip.models import LKIP, KelasPredikat, ProfilPenilaian
from lkip.pembaca.penilaian import PROFIL_BAKU
from renstra.models import Renstra

# What belongs to the whole pemda; who works for one office only may not change it.
MILIK_PEMDA = (
    "Pemda", "Provinsi", "Jabatan Atasan", "Nama Atasan", "Skala", "Batas Capaian",
)  # fmt: skip
BIDANG_RKT = {"Nomor RKT": "nomor", "Tanggal RKT": "tanggal"}
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
    kolom = {"nama": "Nama Pimpinan", "nip": "NIP Pimpinan", "pangkat": "Pangkat Pimpinan"}
    langkah = [
        partial(_simpan_pejabat, instansi, tahun, peran, jabatan[peran], ubah.nilai, nama)
        for peran, nama in (
            (Pejabat.Peran.PIMPINAN, kolom),
            (Pejabat.Peran.KEPALA_DAERAH, {"nama": "Nama Atasan"}),
        )
        if ubah.isi.keys() & set(nama.values())
    ]
    if "Tanggal LKIP" in ubah.isi:
        langkah.insert(0, partial(_simpan_tanggal, instansi, tahun, ubah.isi["Tanggal LKIP"]))
    if ubah.isi.keys() & BIDANG_RKT.keys():
        langkah.append(partial(_simpan_rkt, instansi, tahun, ubah.isi))
    if ubah.isi.keys() & {"Skala", "Batas Capaian"}:
        langkah.append(partial(_simpan_profil, instansi.pemda, tahun, ubah.isi))
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
        baru = Renstra(
            instansi=instansi, tahun_awal=awal, tahun_akhir=akhir, dasar_hukum=dasar[:300]
        )
        simpan(baru, {}, {"tahun_awal": "Periode Awal", "tahun_akhir": "Periode Akhir"})
    elif (ada.tahun_awal, ada.tahun_akhir) != (awal, akhir):
        raise BarisSalah(
            f"Renstra yang tersimpan berlaku {ada.tahun_awal}–{ada.tahun_akhir}; periodenya tidak "
            "diubah melalui buku kerja.",
            "Periode Awal",
        )


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
        pesan = "Berlaku untuk seluruh pemda; hanya admin yang mengubahnya."
        pertama, *lain = ((pesan, nama) for nama in terlarang)
        raise BarisSalah(*pertama, *lain)


def _cari_pemda(nilai: NilaiBaris) -> Pemda:
    """The pemda of this name, or a new one whose code begins that of the office."""
    nama, kode = str(nilai["Pemda"]), _kode_pemda(str(nilai["Kode"]))
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
    bidang = {"Pemda": "nama", "Provinsi": "provinsi", "Jabatan Atasan": "jabatan_kepala"}
    baru = {
        bidang[nama]: isi[nama]
        for nama in bidang
        if nama in isi and getattr(pemda, bidang[nama]).casefold() != str(isi[nama]).casefold()
    }
    if baru or pemda.pk is None:
        simpan(pemda, baru, {satu: nama for nama, satu in bidang.items()} | {"kode": "Kode"})


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


def _simpan_profil(pemda: Pemda, tahun: int, isi: NilaiBaris) -> None:
    """Change the profile of the year; one of an earlier year stays, and this year gets its own."""
    berlaku = profil_berlaku(pemda.pk, tahun)
    kelas_lama = list(berlaku.kelas.all()) if berlaku else []
    if berlaku is not None and berlaku.tahun == tahun:
        profil = berlaku
    else:
        profil = berlaku or ProfilPenilaian(pemda=pemda, dasar_hukum=PROFIL_BAKU.dasar_hukum)
        profil.pk, profil.tahun, profil.versi = None, tahun, 1
        profil._state.adding = True
    batas = isi.get("Batas Capaian")
    if batas is not None and batas.huruf:
        raise BarisSalah("Isi dengan persen, atau tulis tanpa batas.", "Batas Capaian")
    baru = profil.pk is None
    simpan(profil, {"batas_rata_rata": batas.nilai} if batas else {}, "Batas Capaian")
    if "Skala" in isi:
        profil.kelas.all().delete()
        _simpan_kelas(profil, str(isi["Skala"]))
    elif baru:
        for satu in kelas_lama:
            satu.pk, satu.profil, satu.versi = None, profil, 1
            satu._state.adding = True
            simpan(satu, {}, "Skala")


def _simpan_kelas(profil: ProfilPenilaian, skala: str) -> None:
    for satu in baca_skala(skala):
        simpan(
            KelasPredikat(profil=profil),
            {
                "nama": satu.nama,
                "batas_bawah": satu.batas,
                "terbuka": satu.terbuka,
                "kode": KODE_BAKU.get(satu.nama, ""),
            },
            "Skala",
        )

"""Stores the plan: Tujuan, Sasaran, Indikator, and the targets of its years."""

from functools import partial

from instansi.models import Seksi
from lkip.baca import satuan_persen
from lkip.bukukerja.galat import BarisSalah, coba_semua
from lkip.bukukerja.jenis import Nilai, rapikan
from lkip.bukukerja.kantor import Kantor, bidang_isi, simpan, urutan_berikut
from lkip.bukukerja.kinerja import NilaiKinerja
from lkip.bukukerja.lembar import MENURUT_NAMA
from lkip.bukukerja.ubah import Ubah
from lkip.huruf import SKALA_HURUF
from renstra.models import Indikator, PenetapanIKU, Sasaran, SasaranRPJMD, TargetRenstra, Tujuan


def simpan_tujuan(kantor: Kantor, ubah: Ubah) -> None:
    kode = str(ubah.nilai["Kode"])
    objek = kantor.tujuan.get(kode) or Tujuan(
        renstra=kantor.renstra, urutan=urutan_berikut(kantor.renstra.tujuan)
    )
    isi, nama = bidang_isi(MENURUT_NAMA["Tujuan"].kolom, ubah.isi)
    if "Sasaran RPJMD" in ubah.isi:
        isi["sasaran_rpjmd"] = _cari_sasaran_rpjmd(kantor, ubah.isi["Sasaran RPJMD"])
    kantor.tujuan[kode] = simpan(objek, isi, nama)


def _cari_sasaran_rpjmd(kantor: Kantor, nomor: Nilai) -> SasaranRPJMD | None:
    if nomor is None:
        return None
    daftar = kantor.sasaran_rpjmd
    return kantor.cari(daftar, "Sasaran RPJMD", int(str(nomor)), "Sasaran RPJMD")


def simpan_sasaran_rpjmd(kantor: Kantor, ubah: Ubah) -> None:
    nomor = int(str(ubah.nilai["Nomor"]))
    objek = kantor.sasaran_rpjmd.get(nomor) or SasaranRPJMD(renstra=kantor.renstra)
    kolom = MENURUT_NAMA["Sasaran RPJMD"].kolom
    kantor.sasaran_rpjmd[nomor] = simpan(objek, *bidang_isi(kolom, ubah.isi))


def simpan_penetapan_iku(kantor: Kantor, ubah: Ubah) -> None:
    tahun = int(str(ubah.nilai["Tahun"]))
    kantor.periksa_tahun(tahun, "Tahun", kantor.tahun)
    kunci = {"renstra": kantor.renstra, "tahun": tahun}
    objek = PenetapanIKU.objects.filter(**kunci).first() or PenetapanIKU(**kunci)
    simpan(objek, *bidang_isi(MENURUT_NAMA["Penetapan IKU"].kolom, ubah.isi))


def simpan_sasaran(kantor: Kantor, ubah: Ubah) -> None:
    kode = str(ubah.nilai["Kode"])
    induk = kantor.cari(kantor.tujuan, "Tujuan", str(ubah.nilai["Kode Tujuan"]), "Kode Tujuan")
    objek = kantor.sasaran.get(kode) or Sasaran(
        renstra=kantor.renstra, urutan=urutan_berikut(kantor.renstra.sasaran)
    )
    isi, nama = bidang_isi(MENURUT_NAMA["Sasaran"].kolom, ubah.isi)
    kantor.sasaran[kode] = simpan(objek, isi | {"tujuan": induk}, nama)


def simpan_indikator(kantor: Kantor, ubah: Ubah) -> None:
    kode = str(ubah.nilai["Kode"])
    objek = kantor.indikator.get(kode)
    isi, nama = bidang_isi(MENURUT_NAMA["Indikator"].kolom, ubah.isi)
    if "Induk" in ubah.isi:
        isi |= cari_induk(kantor, str(ubah.nilai["Induk"]))
    if objek is None:
        objek = Indikator(
            renstra=kantor.renstra, urutan=urutan_berikut(kantor.renstra.indikator.all())
        )
        isi.setdefault("rasio", kode in _kode_rasio(kantor))
        isi.setdefault("faktor", 100 if satuan_persen(str(ubah.nilai["Satuan"])) else 1)
        _periksa_akumulasi(isi)
    if "Faktor" in ubah.isi and not isi.get("rasio", objek.rasio):
        raise BarisSalah("Hanya indikator rasio yang berfaktor; kosongkan.", "Faktor")
    kantor.indikator[kode] = simpan(objek, isi, nama)
    if "Penanggung Jawab" in ubah.isi:
        _simpan_penanggung_jawab(kantor, objek, str(ubah.isi["Penanggung Jawab"]))


def _periksa_akumulasi(isi: dict[str, Nilai]) -> None:
    if isi["rasio"] and isi.get("akumulasi", "terakhir") not in ("jumlah", "terakhir"):
        raise BarisSalah(
            "Indikator yang memuat Pembilang dan Penyebut diakumulasi dengan jumlah atau terakhir.",
            "Akumulasi",
        )


def cari_induk(kantor: Kantor, kode: str) -> dict[str, Tujuan | Sasaran | None]:
    """The tujuan or the sasaran of the code in the column Induk. Raises BarisSalah."""
    if kode in kantor.tujuan and kode in kantor.sasaran:
        raise BarisSalah(f"Kode {kode} dipakai tujuan dan sasaran sekaligus.", "Induk")
    if kode in kantor.tujuan:
        return {"tujuan": kantor.tujuan[kode], "sasaran": None}
    if (kode,) in kantor.hasil.kunci.get("Tujuan", ()):
        kantor.cari(kantor.tujuan, "Tujuan", kode, "Induk")
    return {"tujuan": None, "sasaran": kantor.cari(kantor.sasaran, "Sasaran", kode, "Induk")}


def _kode_rasio(kantor: Kantor) -> set[str]:
    """Indikator that the workbook gives as numerator and denominator."""
    triwulan = kantor.hasil.baris.get("Realisasi Triwulan", ())
    kode = {str(satu.kunci[0]) for satu in triwulan if satu.nilai.get("Penyebut") is not None}
    return kode | {
        str(satu.kunci[0])
        for satu in kantor.hasil.baris.get("Realisasi", ())
        for nilai in satu.nilai.values()
        if isinstance(nilai, NilaiKinerja) and nilai.penyebut is not None
    }


def _simpan_penanggung_jawab(kantor: Kantor, objek: Indikator, teks: str) -> None:
    """Set the units by name; a unit that nobody knows is a new one."""
    nama = dict.fromkeys(rapikan(satu) for satu in teks.split(";"))
    objek.penanggung_jawab.set(
        cari_seksi(kantor, satu, "Penanggung Jawab") for satu in nama if satu
    )


def cari_seksi(kantor: Kantor, nama: str, kolom: str) -> Seksi:
    """The unit of this name, made where nobody knows it. Raises BarisSalah."""
    if nama.casefold() not in kantor.seksi:
        urutan = urutan_berikut(kantor.instansi.seksi)
        baru = Seksi(instansi=kantor.instansi, urutan=urutan, nama=nama)
        kantor.seksi[nama.casefold()] = simpan(baru, {}, kolom)
    return kantor.seksi[nama.casefold()]


def simpan_target_renstra(kantor: Kantor, ubah: Ubah) -> None:
    indikator = kantor.cari_indikator(ubah.nilai["Kode Indikator"])
    coba_semua(
        partial(_simpan_target, kantor, indikator, kolom, nilai)
        for kolom, nilai in ubah.isi.items()
    )


def _simpan_target(kantor: Kantor, indikator: Indikator, kolom: str, nilai: Nilai) -> None:
    tahun, renstra = int(kolom), kantor.renstra
    if not renstra.tahun_awal <= tahun <= renstra.tahun_akhir:
        periode = f"{renstra.tahun_awal}–{renstra.tahun_akhir}"
        raise BarisSalah(f"Tahun {tahun} di luar periode Renstra {periode}.", kolom)
    kunci = {"indikator": indikator, "tahun": tahun}
    objek = TargetRenstra.objects.filter(**kunci).first() or TargetRenstra(**kunci)
    if nilai:
        simpan(objek, isi_target(indikator, nilai, kolom), kolom)
    elif objek.pk:
        objek.delete()


def isi_target(indikator: Indikator, nilai: NilaiKinerja, kolom: str) -> dict[str, Nilai]:
    """The fields of a target. Raises BarisSalah for a letter that the indikator does not know."""
    periksa_huruf(indikator, nilai, kolom)
    return {"nilai": nilai.nilai, "huruf": nilai.huruf, "tidak_ditargetkan": nilai.tanpa}


def periksa_huruf(indikator: Indikator, nilai: NilaiKinerja, kolom: str) -> None:
    """Raise BarisSalah for a letter that is not of the scale of the indikator."""
    if not nilai.huruf:
        return
    skala = SKALA_HURUF.get(indikator.skala_huruf)
    if skala is None:
        raise BarisSalah(
            "Isi dengan angka, misalnya 1.234.567,89; indikator ini tidak berskala huruf.", kolom
        )
    try:
        skala.urutan(nilai.huruf)
    except ValueError as galat:
        raise BarisSalah(str(galat), kolom) from galat

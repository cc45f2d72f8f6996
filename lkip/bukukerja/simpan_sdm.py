"""Stores SDM and Sarana of the year."""

from instansi.models import JabatanSDM, RincianSDM, Sarana
from lkip.bukukerja.kantor import Kantor, bidang_isi, simpan, urutan_berikut
from lkip.bukukerja.lembar import MENURUT_NAMA, PENDIDIKAN
from lkip.bukukerja.ubah import Ubah


def simpan_sdm(kantor: Kantor, ubah: Ubah) -> None:
    daftar = JabatanSDM.objects.filter(instansi=kantor.instansi, tahun=kantor.tahun)
    kelompok, nama = ubah.kunci
    jabatan = daftar.filter(kelompok=kelompok, nama=nama).first() or JabatanSDM(
        instansi=kantor.instansi, tahun=kantor.tahun, urutan=urutan_berikut(daftar)
    )
    simpan(jabatan, *bidang_isi(MENURUT_NAMA["SDM"].kolom, ubah.isi))
    for jenjang in PENDIDIKAN:
        if {f"Kebutuhan {jenjang}", f"Ada {jenjang}"} & ubah.isi.keys():
            _simpan_rincian(jabatan, jenjang, ubah)


def _simpan_rincian(jabatan: JabatanSDM, jenjang: str, ubah: Ubah) -> None:
    kebutuhan, ada = ubah.nilai.get(f"Kebutuhan {jenjang}"), ubah.nilai.get(f"Ada {jenjang}")
    kunci = {"jabatan": jabatan, "pendidikan": jenjang}
    objek = RincianSDM.objects.filter(**kunci).first() or RincianSDM(**kunci)
    if kebutuhan is not None or ada is not None:
        simpan(objek, {"kebutuhan": kebutuhan, "ada": ada or 0}, f"Ada {jenjang}")
    elif objek.pk:
        objek.delete()


def simpan_sarana(kantor: Kantor, ubah: Ubah) -> None:
    daftar = Sarana.objects.filter(instansi=kantor.instansi, tahun=kantor.tahun)
    nama, kondisi = ubah.kunci
    objek = daftar.filter(nama=nama, kondisi=kondisi).first() or Sarana(
        instansi=kantor.instansi, tahun=kantor.tahun, urutan=urutan_berikut(daftar)
    )
    simpan(objek, *bidang_isi(MENURUT_NAMA["Sarana"].kolom, ubah.isi))

"""The example office with one of everything a page can show, and every address with its examples."""

import re
from datetime import timedelta
from itertools import product
from urllib.parse import quote

from django.urls import URLPattern, get_resolver
from django.utils import timezone

from instansi.models import Instansi
from lkip.dokumen.cetakan import folder_cetakan
from lkip.dokumen.html import BAGIAN
from lkip.ekspor import susun_perjanjian
from lkip.isian.daftar import KISI
from lkip.laporan import build_laporan
from lkip.models import Pekerjaan, Pemberitahuan, Pengesahan
from lkip.panduan import baca_panduan
from perjanjian.models import Realisasi
from renstra.models import Indikator
from tests.factories import (
    BERKAS_FOTO,
    SAAT,
    make_berkas_bertanda_tangan,
    make_bukti,
    make_foto,
    make_komentar,
    make_lampiran,
    make_lkip,
    make_pekerjaan,
    make_pemberitahuan,
    make_pengesahan,
    make_usulan,
)
from tests.kantor_contoh import muat_contoh

TAHUN = 2024
TAHUN_BARU = TAHUN + 1  # opened, without a PK
KODE = "ABCD-EFGH-JKMN"  # of a perjanjian that was signed elsewhere, too
BUKAN_HALAMAN = {
    "berkas",
    "berkas_lampiran",
    "berkas_publik",
    "berkas_terbit",
    "ekspor_daftar",
    "hasil_proses",
    "unduh_bukti",
    "unduh_buku",
    "unduh_json",
    "unduh_paket",
    "unduh_tanpa_segel",
    "unduh_templat",
    "unduh_terbitan",
}


def muat_kantor_penuh() -> Instansi:
    """Load the example office, add what it lacks, and open the next year.

    An indikator has another name than in the PK that was signed.
    """
    instansi = muat_contoh()
    lkip = instansi.lkip.get()
    make_foto(lkip=lkip)
    make_foto(lkip=lkip, keterangan="Rapat koordinasi")
    make_lampiran(lkip=lkip)
    make_bukti(realisasi=Realisasi.objects.filter(tahun=TAHUN, triwulan=4).first())
    make_bukti(sub_kegiatan=instansi.program.first().kegiatan.first().sub_kegiatan.first())
    make_usulan(narasi=lkip.narasi.get(bagian="penutup"))
    make_lkip(instansi=instansi, tahun=TAHUN_BARU)
    buat_pekerjaan(instansi)
    make_komentar(lkip=lkip, wajib=True)
    make_pemberitahuan(instansi=instansi)
    make_berkas_bertanda_tangan(pengesahan=sahkan_pk(instansi))
    Indikator.objects.filter(renstra__instansi=instansi, kode="I2").update(nama="Persentase baru")
    return instansi


def sahkan_pk(instansi: Instansi) -> Pengesahan:
    """Freeze the PK murni as it is now."""
    laporan = build_laporan(instansi, TAHUN)
    return make_pengesahan(
        perjanjian=instansi.perjanjian.get(jenis="murni"),
        kode=KODE,
        data=susun_perjanjian(laporan, laporan.perjanjian[0]),
    )


def buat_pekerjaan(instansi: Instansi) -> None:
    """A job in every state; one that nobody has begun, and one whose file was made and one not."""
    berkas = folder_cetakan() / f"{'f' * 64}.pdf"
    berkas.write_bytes(b"%PDF-1.7")
    akhir = {"selesai_pada": SAAT, "langkah": 4}
    jalan = {"langkah": 2, "pemegang": "a", "sewa_sampai": timezone.now() + timedelta(days=1)}
    hasil = {"berkas": f"cetakan/{berkas.name}", "ukuran": 1_800_000, "halaman": 46}
    for nomor, isian in enumerate(
        (
            {"pada": SAAT},
            jalan | {"status": "jalan"},
            akhir | hasil | {"status": "selesai", "pesan": "Semua bagian sudah terisi."},
            akhir | {"status": "selesai"},
            akhir | {"status": "gagal", "pesan": "Dokumen gagal dibuat."},
        )
    ):
        make_pekerjaan(instansi=instansi, sidik=str(nomor), **isian)


def iter_alamat(instansi: Instansi, tahun: int = TAHUN):
    """(name, address) of every page of the URL table, with the objects of an office in it.

    An address without an example is a KeyError: whoever adds it names one here.
    """
    nilai = _contoh(instansi) | {"tahun": [str(tahun)]}
    for route, nama in _iter_routes(get_resolver().url_patterns):
        if nama in BUKAN_HALAMAN:
            continue
        kunci = [satu if (nama, satu) not in nilai else (nama, satu) for satu in _isian(route)]
        for pilihan in product(*(nilai[satu] for satu in kunci)):
            sisa = iter(pilihan)
            yield nama, re.sub(r"<[^>]+>", lambda _, sisa=sisa: quote(next(sisa)), route)


def _isian(route: str) -> list[str]:
    return [satu.split(":")[-1] for satu in re.findall(r"<([^>]+)>", route)]


def _iter_routes(patterns, prefix="/"):
    for pattern in patterns:
        route = prefix + str(pattern.pattern)
        if isinstance(pattern, URLPattern):
            yield route, pattern.name
        else:
            yield from _iter_routes(pattern.url_patterns, route)


def _contoh(instansi: Instansi) -> dict[str | tuple[str, str], list[str]]:
    """Examples by the name of the argument, or by name of address and argument."""
    renstra = instansi.renstra.get()
    lkip = instansi.lkip.get(tahun=TAHUN)
    program = instansi.program.filter(tahun=TAHUN).first()
    realisasi = Realisasi.objects.filter(tahun=TAHUN, triwulan=4).first()
    sub_kegiatan = program.kegiatan.first().sub_kegiatan.first()
    simpul = [
        *(f"analisis-tujuan-{satu.pk}" for satu in renstra.tujuan.all()),
        *(f"analisis-sasaran-{satu.pk}" for satu in renstra.sasaran.all()),
    ]
    kisi = [*KISI, *simpul[:2]]
    objek = {
        "tujuan_pk": renstra.tujuan.first(),
        "sasaran_pk": renstra.sasaran.first(),
        "indikator_pk": renstra.indikator.first(),
        "program_pk": program,
        "kegiatan_pk": program.kegiatan.first(),
        "sub_kegiatan_pk": sub_kegiatan,
        "realisasi_pk": realisasi,
        "bukti_pk": realisasi.bukti.first(),
        "pejabat_pk": instansi.pejabat.filter(peran="pimpinan").first(),
        "foto_pk": lkip.foto.first(),
        "lampiran_pk": lkip.lampiran.first(),
        "usulan_pk": lkip.narasi.get(bagian="penutup").usulan.get(),
        "komentar_pk": lkip.komentar.first(),
        "pemberitahuan_pk": Pemberitahuan.objects.first(),
        "pemda_pk": instansi.pemda,
        "profil_pk": instansi.pemda.profil_penilaian.first(),
        "keanggotaan_pk": instansi.keanggotaan.first(),
        "pengguna_pk": instansi.keanggotaan.first().pengguna,
    }
    pekerjaan = Pekerjaan.objects.filter(instansi=instansi, tahun=TAHUN).order_by("pk")
    return {nama: [str(satu.pk)] for nama, satu in objek.items()} | {
        "pekerjaan_pk": [str(satu.pk) for satu in pekerjaan],
        "kode": [instansi.kode],
        "indikator": ["I1", "I2", "I6"],
        "bab": [slug for slug, _ in BAGIAN],
        "topik": [satu.anchor for satu in baca_panduan().bab],
        "bagian": ["kata-pengantar", "penutup"],
        "nama": [BERKAS_FOTO],
        "kunci": ["tidak-ada"],
        "sidik": ["tidak-ada"],
        "uidb64": ["MQ"],
        "token": ["tidak-berlaku"],
        "dokumen": ["lkip", "pk-murni"],
        "kode_verifikasi": [KODE],
        ("verifikasi_kode", "kode"): [KODE, "ZZZZ-ZZZZ-ZZZZ"],
        ("reviu_bagian", "dokumen"): ["lkip"],
        ("reviu_bagian", "bagian"): ["bab-3"],
        ("tambah_komentar", "dokumen"): ["lkip"],
        ("isi_kisi", "nama"): kisi,
        ("hapus_baris_kisi", "nama"): kisi[:1],
        ("kisi_dibuka", "nama"): kisi[:1],
        ("jejak_angka", "kunci"): ["rata-rata", "serapan"],
        "pengesahan_pk": [str(Pengesahan.objects.first().pk)],
    }

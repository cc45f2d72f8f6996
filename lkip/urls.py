"""All pages of the product."""

from django.urls import include, path

import lkip.konverter  # noqa: F401  registers the parts of addresses
from lkip.views import (
    akun,
    bantuan,
    beranda,
    evaluator,
    pemberitahuan,
    pemda,
    pengguna,
    penilaian,
    publik,
    tahun,
    verifikasi,
)

handler404 = "lkip.views.galat.tidak_ditemukan"

urlpatterns = [
    path("masuk/", akun.MasukView.as_view(), name="masuk"),
    path("keluar/", akun.KeluarView.as_view(), name="keluar"),
    path("akun/", akun.akun, name="akun"),
    path("akun/sandi/", akun.ganti_sandi, name="ganti_sandi"),
    path("pemberitahuan/", pemberitahuan.daftar, name="daftar_pemberitahuan"),
    path("pemberitahuan/dibaca/", pemberitahuan.tandai_dibaca, name="tandai_dibaca"),
    path("pemberitahuan/<int:pemberitahuan_pk>/", pemberitahuan.buka, name="buka_pemberitahuan"),
    path("bantuan/", bantuan.bantuan, name="bantuan"),
    path("bantuan/<slug:topik>/", bantuan.bantuan_bab, name="bantuan_bab"),
    path("verifikasi/", verifikasi.verifikasi, name="verifikasi"),
    path("verifikasi/<str:kode>/", verifikasi.verifikasi_kode, name="verifikasi_kode"),
    path("publik/", publik.daftar_publik, name="daftar_publik"),
    path("publik/<kode:kode>/<tahun:tahun>/", publik.berkas_publik, name="berkas_publik"),
    path("", beranda.mulai, name="mulai"),
    path("instansi/", evaluator.daftar_instansi, name="daftar_instansi"),
    path("instansi/ekspor/<slug:bentuk>/", evaluator.ekspor_daftar, name="ekspor_daftar"),
    path("pemda/baru/", pemda.tambah_pemda, name="tambah_pemda"),
    path("pemda/<int:pemda_pk>/", pemda.ubah_pemda, name="ubah_pemda"),
    path("instansi/baru/<int:pemda_pk>/", pengguna.tambah_instansi, name="tambah_instansi"),
    path("pengguna/", pengguna.daftar_pengguna, name="daftar_pengguna"),
    path("pengguna/baru/<int:pemda_pk>/", pengguna.tambah_pengguna, name="tambah_pengguna"),
    path("pengguna/<int:pengguna_pk>/", pengguna.ubah_pengguna, name="ubah_pengguna"),
    path(
        "pengguna/<int:pengguna_pk>/peran/<int:pemda_pk>/",
        pengguna.tambah_peran,
        name="tambah_peran",
    ),
    path("pengguna/peran/<int:keanggotaan_pk>/hapus/", pengguna.hapus_peran, name="hapus_peran"),
    path("pengguna/<int:pengguna_pk>/alihkan/", pengguna.alihkan_pengguna, name="alihkan_pengguna"),
    path("pengguna/<int:pengguna_pk>/sandi/", pengguna.sandi_baru, name="sandi_baru"),
    path("penilaian/", penilaian.daftar_penilaian, name="daftar_penilaian"),
    path("penilaian/baru/<int:pemda_pk>/", penilaian.tambah_penilaian, name="tambah_penilaian"),
    path("penilaian/<int:profil_pk>/", penilaian.ubah_penilaian, name="ubah_penilaian"),
    path("<kode:kode>/", beranda.instansi, name="instansi"),
    path("<kode:kode>/tahun/", tahun.tahun, name="tahun"),
    path("<kode:kode>/<tahun:tahun>/", include("lkip.urls_tahun")),
]

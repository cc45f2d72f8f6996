"""All pages of the product."""

from django.urls import include, path

import lkip.konverter  # noqa: F401  registers the parts of addresses
from lkip.views import (
    akun,
    akun_pengguna,
    bantuan,
    beranda,
    dua_langkah,
    evaluator,
    masuk,
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
    path("masuk/", masuk.MasukView.as_view(), name="masuk"),
    path("masuk/langkah-kedua/", masuk.langkah_kedua, name="langkah_kedua"),
    path("tautan/<str:uidb64>/<str:token>/", masuk.PakaiTautanView.as_view(), name="pakai_tautan"),
    path("keluar/", masuk.KeluarView.as_view(), name="keluar"),
    path("akun/", akun.akun, name="akun"),
    path("akun/sesi/akhiri/", akun.akhiri_sesi_lain, name="akhiri_sesi_lain"),
    path("akun/sesi/<str:sidik>/akhiri/", akun.akhiri_satu_sesi, name="akhiri_sesi"),
    path("akun/dua-langkah/", dua_langkah.dua_langkah, name="dua_langkah"),
    path("akun/dua-langkah/siapkan/", dua_langkah.siapkan_dua_langkah, name="siapkan_dua_langkah"),
    path("akun/dua-langkah/kode/", dua_langkah.kode_cadangan, name="kode_cadangan"),
    path("akun/dua-langkah/matikan/", dua_langkah.matikan_dua_langkah, name="matikan_dua_langkah"),
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
    path("pengguna/<int:pengguna_pk>/tautan/", akun_pengguna.tautan_baru, name="tautan_baru"),
    path(
        "pengguna/<int:pengguna_pk>/dua-langkah/hapus/",
        akun_pengguna.hapus_dua_langkah,
        name="hapus_dua_langkah",
    ),
    path(
        "pengguna/<int:pengguna_pk>/keaktifan/",
        akun_pengguna.ubah_keaktifan,
        name="ubah_keaktifan",
    ),
    path(
        "pengguna/<int:pengguna_pk>/alihkan/",
        akun_pengguna.alihkan_pengguna,
        name="alihkan_pengguna",
    ),
    path("penilaian/", penilaian.daftar_penilaian, name="daftar_penilaian"),
    path("penilaian/baru/<int:pemda_pk>/", penilaian.tambah_penilaian, name="tambah_penilaian"),
    path("penilaian/<int:profil_pk>/", penilaian.ubah_penilaian, name="ubah_penilaian"),
    path("<kode:kode>/", beranda.instansi, name="instansi"),
    path("<kode:kode>/tahun/", tahun.tahun, name="tahun"),
    path("<kode:kode>/<tahun:tahun>/", include("lkip.urls_tahun")),
]

"""The pages of an office and year, grouped as the navigation is: /<kode>/<tahun>/."""

from django.urls import include, path

from lkip.isi.anggaran import Tahap
from lkip.views import (
    alur,
    analisis,
    anggaran,
    beranda,
    bukukerja,
    data_dasar,
    dokumen,
    evaluator,
    foto,
    hadir,
    isian,
    laporan,
    naskah,
    pengukuran,
    perencanaan,
    proses,
    publik,
    renstra_perubahan,
    reviu,
    sahkan,
    sipd,
    tanda_tangan,
    tanggal_laporan,
    ubah_anggaran,
    ubah_kantor,
    ubah_pengukuran,
    ubah_perencanaan,
    ubah_perjanjian,
    usulan,
)

perencanaan_urls = [
    path("renstra/", perencanaan.renstra, name="renstra"),
    path("iku/", perencanaan.iku, name="iku"),
    path("iku/<str:indikator>/", perencanaan.lembar_iku, name="lembar_iku"),
    path("rkt/", perencanaan.rkt, name="rkt"),
    path("pk/", perencanaan.pk, name="pk"),
    path("pk/perubahan/", perencanaan.pk_perubahan, name="pk_perubahan"),
    path("unduh/pk/murni/", perencanaan.unduh_pk, {"jenis": Tahap.MURNI}, name="unduh_pk"),
    path(
        "unduh/pk/perubahan/",
        perencanaan.unduh_pk,
        {"jenis": Tahap.PERUBAHAN},
        name="unduh_pk_perubahan",
    ),
]
pengukuran_urls = [
    path("capaian/", pengukuran.capaian, name="capaian"),
    path("capaian/<str:indikator>/", pengukuran.jejak_hitung, name="jejak_hitung"),
    path("jejak/<str:kunci>/", pengukuran.jejak_angka, name="jejak_angka"),
    path("triwulan/", pengukuran.triwulan, name="triwulan"),
]
anggaran_urls = [
    path("anggaran/", anggaran.anggaran, name="anggaran"),
    path("anggaran/sub-kegiatan/", anggaran.sub_kegiatan, name="sub_kegiatan"),
    path("efisiensi/", anggaran.efisiensi, name="efisiensi"),
]
laporan_urls = [
    path("analisis/", analisis.analisis, name="analisis"),
    path("naskah/", naskah.naskah, name="naskah"),
    path("naskah/<slug:bagian>/", naskah.ubah_naskah, name="ubah_naskah"),
    path("naskah/<slug:bagian>/pulihkan/", naskah.pulihkan_naskah, name="pulihkan_naskah"),
    path("naskah/<slug:bagian>/dibuka/", hadir.naskah_dibuka, name="naskah_dibuka"),
    path("naskah/<slug:bagian>/pakai/<int:usulan_pk>/", usulan.pakai_usulan, name="pakai_usulan"),
    path("naskah/<slug:bagian>/buang/<int:usulan_pk>/", usulan.buang_usulan, name="buang_usulan"),
    path("foto/", foto.foto, name="foto"),
    path("foto/baru/", foto.tambah_foto, name="tambah_foto"),
    path("foto/<int:foto_pk>/", foto.ubah_foto, name="ubah_foto"),
    path("foto/<int:foto_pk>/putar/", foto.putar_foto, name="putar_foto"),
    path("foto/<int:foto_pk>/hapus/", foto.hapus_foto, name="hapus_foto"),
    path("lampiran/baru/", foto.tambah_lampiran, name="tambah_lampiran"),
    path("lampiran/<int:lampiran_pk>/", foto.ubah_lampiran, name="ubah_lampiran"),
    path("lampiran/<int:lampiran_pk>/hapus/", foto.hapus_lampiran, name="hapus_lampiran"),
    path("lampiran/<int:lampiran_pk>/berkas/", foto.berkas_lampiran, name="berkas_lampiran"),
    path("laporan/tanggal/", tanggal_laporan.ubah_tanggal_laporan, name="ubah_tanggal_laporan"),
    path("laporan/", laporan.laporan, name="laporan"),
    path("pratinjau/", laporan.pratinjau, name="pratinjau"),
    path("pratinjau/<slug:bab>/", laporan.pratinjau_bab, name="pratinjau_bab"),
    path("berkas/<path:nama>", laporan.berkas, name="berkas"),
    path("unduh/pdf/", laporan.unduh_pdf, name="unduh_pdf"),
    path("proses/<int:pekerjaan_pk>/", proses.proses, name="proses"),
    path("proses/<int:pekerjaan_pk>/berkas/", proses.hasil_proses, name="hasil_proses"),
    path("proses/<int:pekerjaan_pk>/ulangi/", proses.ulangi_proses, name="ulangi_proses"),
    path("unduh/json/", laporan.unduh_json, name="unduh_json"),
    path("unduh/terbitan/", evaluator.unduh_terbitan, name="unduh_terbitan"),
    path("unduh/paket/", evaluator.unduh_paket, name="unduh_paket"),
]
alur_urls = [
    path("", alur.alur, name="alur"),
    path("sahkan/", sahkan.sahkan_dokumen, name="sahkan_dokumen"),
    path("ajukan/", alur.ajukan_dokumen, name="ajukan_dokumen"),
    path("verifikasi/", alur.verifikasi_dokumen, name="verifikasi_dokumen"),
    path("kembalikan/", alur.kembalikan_dokumen, name="kembalikan_dokumen"),
    path("buka-kembali/", alur.buka_kembali, name="buka_kembali"),
    path("reviu/", reviu.reviu, name="reviu"),
    path("reviu/<slug:bagian>/", reviu.reviu_bagian, name="reviu_bagian"),
    path("reviu/<slug:bagian>/komentar/", reviu.tambah_komentar, name="tambah_komentar"),
    path("perubahan/", reviu.reviu_perubahan, name="reviu_perubahan"),
    path(
        "komentar/<int:komentar_pk>/selesai/",
        reviu.selesaikan_komentar,
        name="selesaikan_komentar",
    ),
]
tanda_tangan_urls = [
    path("tanpa-segel/", tanda_tangan.unduh_tanpa_segel, name="unduh_tanpa_segel"),
    path("unggah/", tanda_tangan.unggah_bertanda_tangan, name="unggah_bertanda_tangan"),
    path("bsre/", tanda_tangan.tanda_tangan_bsre, name="tanda_tangan_bsre"),
]
impor_urls = [
    path("impor/", bukukerja.impor, name="impor"),
    path("impor/templat/", bukukerja.unduh_templat, name="unduh_templat"),
    path("impor/buku/", bukukerja.unduh_buku, name="unduh_buku"),
    path("impor/sipd/", sipd.impor_sipd, name="impor_sipd"),
    path("impor/sipd/<str:kunci>/", sipd.impor_sipd_pratinjau, name="impor_sipd_pratinjau"),
    path("impor/<str:kunci>/", bukukerja.impor_pratinjau, name="impor_pratinjau"),
]
data_dasar_urls = [
    path("profil/", data_dasar.profil, name="profil"),
    path("sdm/", data_dasar.sdm, name="sdm"),
    path("sarana/", data_dasar.sarana, name="sarana"),
    path("wilayah/", data_dasar.wilayah, name="wilayah"),
]
ubah_kantor_urls = [
    path("profil/ubah/", ubah_kantor.ubah_profil, name="ubah_profil"),
    path("profil/lambang/", ubah_kantor.ubah_lambang, name="ubah_lambang"),
    path("pejabat/", ubah_kantor.daftar_pejabat, name="daftar_pejabat"),
    path("pejabat/baru/", ubah_kantor.tambah_pejabat, name="tambah_pejabat"),
    path(
        "pejabat/kepala-daerah/baru/",
        ubah_kantor.tambah_kepala_daerah,
        name="tambah_kepala_daerah",
    ),
    path("pejabat/<int:pejabat_pk>/", ubah_kantor.ubah_pejabat, name="ubah_pejabat"),
    path("pejabat/<int:pejabat_pk>/hapus/", ubah_kantor.hapus_pejabat, name="hapus_pejabat"),
    path("wilayah/ubah/", ubah_kantor.ubah_wilayah, name="ubah_wilayah"),
]
ubah_perencanaan_urls = [
    path("renstra/ubah/", ubah_perencanaan.ubah_renstra, name="ubah_renstra"),
    path("renstra/perubahan/", renstra_perubahan.perubahan_renstra, name="perubahan_renstra"),
    path("renstra/susunan/", ubah_perencanaan.pohon_renstra, name="pohon_renstra"),
    path("renstra/susunan/geser/", ubah_perencanaan.geser_simpul, name="geser_simpul"),
    path("renstra/tujuan/baru/", ubah_perencanaan.tambah_tujuan, name="tambah_tujuan"),
    path("renstra/tujuan/<int:tujuan_pk>/", ubah_perencanaan.ubah_tujuan, name="ubah_tujuan"),
    path(
        "renstra/tujuan/<int:tujuan_pk>/hapus/",
        ubah_perencanaan.hapus_tujuan,
        name="hapus_tujuan",
    ),
    path(
        "renstra/tujuan/<int:tujuan_pk>/sasaran/",
        ubah_perencanaan.tambah_sasaran,
        name="tambah_sasaran",
    ),
    path(
        "renstra/tujuan/<int:tujuan_pk>/indikator/",
        ubah_perencanaan.tambah_indikator_tujuan,
        name="tambah_indikator_tujuan",
    ),
    path("renstra/sasaran/<int:sasaran_pk>/", ubah_perencanaan.ubah_sasaran, name="ubah_sasaran"),
    path(
        "renstra/sasaran/<int:sasaran_pk>/hapus/",
        ubah_perencanaan.hapus_sasaran,
        name="hapus_sasaran",
    ),
    path(
        "renstra/sasaran/<int:sasaran_pk>/indikator/",
        ubah_perencanaan.tambah_indikator_sasaran,
        name="tambah_indikator_sasaran",
    ),
    path(
        "renstra/indikator/<int:indikator_pk>/",
        ubah_perencanaan.ubah_indikator,
        name="ubah_indikator",
    ),
    path(
        "renstra/indikator/<int:indikator_pk>/hapus/",
        ubah_perencanaan.hapus_indikator,
        name="hapus_indikator",
    ),
    path("penetapan-iku/", ubah_perjanjian.ubah_penetapan_iku, name="ubah_penetapan_iku"),
    path("rkt/ubah/", ubah_perjanjian.ubah_rkt, name="ubah_rkt"),
    path("rkt/ambil/", ubah_perjanjian.ambil_target_rkt, name="ambil_target_rkt"),
    path("pk/ubah/", ubah_perjanjian.ubah_pk, name="ubah_pk"),
    path("pk/ambil/", ubah_perjanjian.ambil_target_pk, name="ambil_target_pk"),
    path("pk/perubahan/ubah/", ubah_perjanjian.ubah_pk_perubahan, name="ubah_pk_perubahan"),
    path("pk/perubahan/hapus/", ubah_perjanjian.hapus_pk_perubahan, name="hapus_pk_perubahan"),
]
ubah_pengukuran_urls = [
    path("bukti/", ubah_pengukuran.bukti, name="bukti"),
    path(
        "bukti/realisasi/<int:realisasi_pk>/",
        ubah_pengukuran.tambah_bukti_realisasi,
        name="tambah_bukti_realisasi",
    ),
    path(
        "bukti/sub-kegiatan/<int:sub_kegiatan_pk>/",
        ubah_pengukuran.tambah_bukti_sub_kegiatan,
        name="tambah_bukti_sub_kegiatan",
    ),
    path("bukti/<int:bukti_pk>/", ubah_pengukuran.ubah_bukti, name="ubah_bukti"),
    path("bukti/<int:bukti_pk>/hapus/", ubah_pengukuran.hapus_bukti, name="hapus_bukti"),
    path("bukti/<int:bukti_pk>/berkas/", ubah_pengukuran.unduh_bukti, name="unduh_bukti"),
]
ubah_anggaran_urls = [
    path("anggaran/susunan/", ubah_anggaran.susunan_anggaran, name="susunan_anggaran"),
    path("anggaran/program/baru/", ubah_anggaran.tambah_program, name="tambah_program"),
    path("anggaran/program/<int:program_pk>/", ubah_anggaran.ubah_program, name="ubah_program"),
    path(
        "anggaran/program/<int:program_pk>/hapus/",
        ubah_anggaran.hapus_program,
        name="hapus_program",
    ),
    path(
        "anggaran/program/<int:program_pk>/kegiatan/",
        ubah_anggaran.tambah_kegiatan,
        name="tambah_kegiatan",
    ),
    path(
        "anggaran/kegiatan/<int:kegiatan_pk>/",
        ubah_anggaran.ubah_kegiatan,
        name="ubah_kegiatan",
    ),
    path(
        "anggaran/kegiatan/<int:kegiatan_pk>/hapus/",
        ubah_anggaran.hapus_kegiatan,
        name="hapus_kegiatan",
    ),
    path(
        "anggaran/kegiatan/<int:kegiatan_pk>/sub-kegiatan/",
        ubah_anggaran.tambah_sub_kegiatan,
        name="tambah_sub_kegiatan",
    ),
    path(
        "anggaran/sub-kegiatan/<int:sub_kegiatan_pk>/",
        ubah_anggaran.ubah_sub_kegiatan,
        name="ubah_sub_kegiatan",
    ),
    path(
        "anggaran/sub-kegiatan/<int:sub_kegiatan_pk>/hapus/",
        ubah_anggaran.hapus_sub_kegiatan,
        name="hapus_sub_kegiatan",
    ),
]
isian_urls = [
    path("isi/<slug:nama>/", isian.isi_kisi, name="isi_kisi"),
    path("isi/<slug:nama>/dibuka/", hadir.kisi_dibuka, name="kisi_dibuka"),
    path("isi/<slug:nama>/hapus/", isian.hapus_baris_kisi, name="hapus_baris_kisi"),
]
urlpatterns = [
    path("", beranda.beranda, name="beranda"),
    *perencanaan_urls,
    *pengukuran_urls,
    *anggaran_urls,
    *laporan_urls,
    path("alur/<slug:dokumen>/", include(alur_urls)),
    path("dokumen/", dokumen.dokumen_terbit, name="dokumen_terbit"),
    path("dokumen/<int:pengesahan_pk>/publikasi/", publik.publikasikan, name="publikasikan"),
    path("dokumen/<slug:kode_verifikasi>/", include(tanda_tangan_urls)),
    path("dokumen/<slug:sha256>/", dokumen.berkas_terbit, name="berkas_terbit"),
    *impor_urls,
    *data_dasar_urls,
    *ubah_kantor_urls,
    *ubah_perencanaan_urls,
    *ubah_pengukuran_urls,
    *ubah_anggaran_urls,
    *isian_urls,
]

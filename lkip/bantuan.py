"""Which part of the user guide explains which page."""

from django.urls import ResolverMatch

# "chapter#heading" of docs/panduan.md, with the names of the addresses that it explains.
HALAMAN = {
    "mulai#masuk-dan-keluar": "masuk keluar akun",
    "mulai#kata-sandi": "pakai_tautan ganti_sandi",
    "mulai#verifikasi-dua-langkah": "langkah_kedua dua_langkah siapkan_dua_langkah kode_cadangan "
    "matikan_dua_langkah",
    "mulai#sesi": "akhiri_sesi akhiri_sesi_lain",
    "mulai#pemberitahuan": "daftar_pemberitahuan tandai_dibaca buka_pemberitahuan",
    "beranda": "mulai instansi beranda",
    "data-dasar#profil-kecamatan": "profil ubah_profil",
    "data-dasar#pejabat": "daftar_pejabat tambah_pejabat ubah_pejabat hapus_pejabat",
    "data-dasar#sumber-daya-manusia": "sdm",
    "data-dasar#sarana-dan-prasarana": "sarana",
    "data-dasar#profil-wilayah": "wilayah ubah_wilayah",
    "perencanaan#renstra": "renstra ubah_renstra",
    "perencanaan#perubahan-renstra": "perubahan_renstra",
    "perencanaan#susunan-renstra": "pohon_renstra geser_simpul tambah_tujuan ubah_tujuan "
    "hapus_tujuan tambah_sasaran ubah_sasaran hapus_sasaran",
    "perencanaan#lembar-indikator": "tambah_indikator_tujuan tambah_indikator_sasaran "
    "ubah_indikator hapus_indikator lembar_iku",
    "perencanaan#indikator-kinerja-utama": "iku ubah_penetapan_iku",
    "perencanaan#rencana-kinerja-tahunan": "rkt ubah_rkt ambil_target_rkt",
    "perencanaan#perjanjian-kinerja": "pk ubah_pk ambil_target_pk unduh_pk",
    "perencanaan#perjanjian-kinerja-perubahan": "pk_perubahan ubah_pk_perubahan "
    "hapus_pk_perubahan unduh_pk_perubahan",
    "pengukuran#realisasi-triwulan": "triwulan",
    "pengukuran#bukti-dukung": "bukti tambah_bukti_realisasi tambah_bukti_sub_kegiatan "
    "ubah_bukti hapus_bukti unduh_bukti",
    "pengukuran#capaian-dan-jejak-hitung": "capaian jejak_hitung jejak_angka",
    "anggaran#program-dan-kegiatan": "susunan_anggaran tambah_program ubah_program hapus_program "
    "tambah_kegiatan ubah_kegiatan hapus_kegiatan tambah_sub_kegiatan ubah_sub_kegiatan "
    "hapus_sub_kegiatan",
    "anggaran#membaca-anggaran": "anggaran sub_kegiatan",
    "anggaran#impor-dari-sipd": "impor_sipd impor_sipd_pratinjau",
    "anggaran#efisiensi": "efisiensi",
    "laporan#analisis": "analisis",
    "laporan#naskah": "naskah ubah_naskah",
    "laporan#versi-naskah": "pulihkan_naskah",
    "laporan#usulan-naskah": "pakai_usulan buang_usulan",
    "bila-ada-gangguan#orang-lain-membuka-halaman-yang-sama": "naskah_dibuka kisi_dibuka",
    "laporan#foto-kegiatan": "foto tambah_foto ubah_foto putar_foto hapus_foto berkas",
    "laporan#lampiran": "tambah_lampiran ubah_lampiran hapus_lampiran berkas_lampiran",
    "laporan#pratinjau": "pratinjau pratinjau_bab",
    "laporan#tanggal-laporan": "ubah_tanggal_laporan",
    "laporan#periksa-dokumen": "periksa_dokumen temuan_dokumen aturan_dokumen",
    "laporan#unduh-pdf": "laporan unduh_pdf unduh_json proses hasil_proses ulangi_proses",
    "laporan#pemeriksaan": "pemeriksaan aturan_pemeriksaan",
    "laporan#perbandingan-rencana": "perbandingan",
    "laporan#perkiraan-nilai-pelaporan": "lke",
    "laporan#pengajuan-dan-reviu": "alur ajukan_dokumen verifikasi_dokumen kembalikan_dokumen "
    "buka_kembali reviu reviu_bagian reviu_perubahan tambah_komentar selesaikan_komentar",
    "laporan#pengesahan": "sahkan_dokumen",
    "laporan#dokumen-terbit": "dokumen_terbit berkas_terbit",
    "laporan#tanda-tangan-elektronik": "unduh_tanpa_segel unggah_bertanda_tangan tanda_tangan_bsre",
    "laporan#periksa-keaslian": "verifikasi verifikasi_kode",
    "laporan#halaman-publik": "daftar_publik berkas_publik publikasikan",
    "buku-kerja-excel": "impor unduh_templat unduh_buku",
    "buku-kerja-excel#unggah-dan-periksa": "impor_pratinjau",
    "tahun-baru": "tahun",
    "pekerjaan-admin#pemerintah-daerah": "tambah_pemda ubah_pemda",
    "laporan#daftar-instansi-dan-paket": "daftar_instansi ekspor_daftar unduh_terbitan unduh_paket",
    "pekerjaan-admin#kantor-baru": "tambah_instansi",
    "pekerjaan-admin#pengguna-dan-peran": "daftar_pengguna tambah_pengguna tambah_peran "
    "hapus_peran tautan_baru ubah_keaktifan hapus_dua_langkah ubah_pengguna",
    "pekerjaan-admin#pergantian-pejabat": "alihkan_pengguna",
    "pekerjaan-admin#profil-penilaian": "daftar_penilaian tambah_penilaian ubah_penilaian",
    "pekerjaan-admin#kepala-daerah-dan-lambang": "tambah_kepala_daerah ubah_lambang",
}
KISI = {
    "data-dasar#susunan-organisasi": "seksi",
    "data-dasar#tugas-dan-fungsi": "uraian-tugas",
    "data-dasar#sumber-daya-manusia": "sdm",
    "data-dasar#sarana-dan-prasarana": "sarana",
    "data-dasar#profil-wilayah": "desa mata-pencaharian",
    "data-dasar#potensi-dan-isu-strategis": "potensi isu-strategis",
    "perencanaan#sasaran-rpjmd": "sasaran-rpjmd",
    "perencanaan#target-renstra": "target-renstra",
    "perencanaan#program-pendukung-sasaran": "program-sasaran",
    "perencanaan#rencana-kinerja-tahunan": "target-rkt",
    "perencanaan#perjanjian-kinerja": "target-pk",
    "perencanaan#perjanjian-kinerja-perubahan": "target-pk-perubahan",
    "pengukuran#rencana-aksi": "rencana-aksi",
    "pengukuran#realisasi-triwulan": "realisasi-tw-1 realisasi-tw-2 realisasi-tw-3 realisasi-tw-4",
    "pengukuran#realisasi-tahun": "realisasi-tahun",
    "pengukuran#realisasi-tahun-sebelumnya": "realisasi-riwayat",
    "pengukuran#pembanding": "pembanding-nasional pembanding-provinsi pembanding-kabupaten "
    "pembanding-sejenis",
    "anggaran#pagu": "pagu",
    "anggaran#realisasi-anggaran": "realisasi-anggaran",
    "anggaran#keluaran": "keluaran",
    "anggaran#catatan-anggaran": "catatan-anggaran",
}
ANALISIS = "laporan#analisis"
MENGISI_TABEL = "mengisi-tabel"


def _balik(peta: dict[str, str]) -> dict[str, str]:
    """The part of the guide by the name of a page."""
    return {nama: bagian for bagian, semua in peta.items() for nama in semua.split()}


PER_HALAMAN = _balik(HALAMAN)
PER_KISI = _balik(KISI)


def bagian_halaman(cocok: ResolverMatch | None) -> tuple[str, str]:
    """Chapter and heading that explain the page of an address; two empty texts for no page of ours."""
    if cocok is None:
        return "", ""
    if cocok.url_name in ("isi_kisi", "hapus_baris_kisi"):
        bagian = bagian_kisi(cocok.kwargs["nama"])
    else:
        bagian = PER_HALAMAN.get(cocok.url_name, "")
    bab, _, judul = bagian.partition("#")
    return bab, judul


def bagian_kisi(nama: str) -> str:
    """The part of the guide that explains a grid; those of the analysis have a name for each node."""
    return ANALISIS if nama.startswith("analisis-") else PER_KISI.get(nama, MENGISI_TABEL)

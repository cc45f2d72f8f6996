"""Who may open and who may change what: one line for every address of the product.

The walks of test_jelajah.py ask each address as everybody and compare with this table, so a new page
is covered the moment it stands here, and a test fails until it does.
"""

from dataclasses import dataclass

from django.urls import URLPattern, get_resolver

from instansi.models import Keanggotaan
from lkip.isian.daftar import KISI

Peran = Keanggotaan.Peran
ROLES = tuple(Peran.values)
PEMDA_ROLES = frozenset(Keanggotaan.PERAN_PEMDA)
EVERYBODY = frozenset(ROLES)
ENTERERS = frozenset({Peran.OPERATOR, Peran.SEKSI, Peran.ADMIN})
OFFICERS = frozenset({Peran.OPERATOR, Peran.ADMIN})
ADMINS = frozenset({Peran.ADMIN})
NOBODY = frozenset()


@dataclass(frozen=True, kw_only=True)
class Rule:
    """Roles that get an answer to GET and to POST, and its status; None: no such method (405).

    A `step` towards signature that is not open leads to the page of the document, in any state.
    `closed` is the status of GET in a submitted year, where it differs.
    """

    get: frozenset[str] | None = None
    post: frozenset[str] | None = None
    shown: int = 200
    saved: int = 302
    closed: int | None = None
    step: bool = False
    always: bool = False  # a POST that changes nothing, in any state


READ = Rule(get=EVERYBODY)
NOT_ISSUED = Rule(get=EVERYBODY, shown=404)  # the walk issues nothing
PRINT = Rule(get=EVERYBODY, post=EVERYBODY, step=True)  # whoever reads may print, in any state
LEAD = Rule(get=EVERYBODY, shown=302)
ENTER = Rule(get=ENTERERS, post=ENTERERS)
ENTER_POST_ONLY = Rule(post=ENTERERS)
OFFICE = Rule(get=OFFICERS, post=OFFICERS)
OFFICE_READ = Rule(get=OFFICERS)
OFFICE_POST_ONLY = Rule(post=OFFICERS)
OFFICE_UPLOAD = Rule(get=OFFICERS, post=OFFICERS, saved=422)  # the walk uploads nothing
OFFICE_PREVIEW = Rule(get=OFFICERS, post=OFFICERS, shown=302)  # of no upload: back to the upload
ADMIN = Rule(get=ADMINS, post=ADMINS)
ADMIN_READ = Rule(get=ADMINS)
ADMIN_POST_ONLY = Rule(post=ADMINS)
ADMIN_LINK = Rule(get=ADMINS, post=ADMINS, saved=200)  # shown once, on the answer
PEMDA_READ = Rule(get=PEMDA_ROLES)
REVIEWERS = frozenset({Peran.VERIFIKATOR, Peran.CAMAT})
SIGNERS = frozenset({Peran.CAMAT, Peran.OPERATOR})
EXAMINERS = OFFICERS | REVIEWERS
STAFF = EVERYBODY - {Peran.EVALUATOR}
SUPERUSER = Rule(get=NOBODY, post=NOBODY)

# Without login, with tests of their own.
PUBLIC = {
    "berkas_publik",
    "daftar_publik",
    "masuk",
    "keluar",
    "langkah_kedua",
    "pakai_tautan",
    "verifikasi",
    "verifikasi_kode",
}
# For everybody who has signed in, whatever their roles.
PERSONAL = {
    "akun": READ,
    "akhiri_sesi": Rule(post=EVERYBODY),
    "akhiri_sesi_lain": Rule(post=EVERYBODY),
    "bantuan": READ,
    "bantuan_bab": READ,
    "buka_pemberitahuan": Rule(post=EVERYBODY, saved=404),  # the walk knows somebody else's
    "daftar_pemberitahuan": READ,
    "dua_langkah": Rule(get=EVERYBODY, post=EVERYBODY),
    "siapkan_dua_langkah": Rule(post=EVERYBODY),
    # The walk has no second step yet, so that there is nothing to replace or to take away.
    "kode_cadangan": Rule(get=EVERYBODY, post=EVERYBODY, shown=302),
    "matikan_dua_langkah": Rule(get=EVERYBODY, post=EVERYBODY, shown=302),
    "ganti_sandi": Rule(get=EVERYBODY, post=EVERYBODY),
    "tandai_dibaca": Rule(post=EVERYBODY),
    "mulai": LEAD,
}
# Of a pemda: those with its key in the address exist for its own admin only.
PEMDA = {
    "daftar_instansi": PEMDA_READ,
    "ekspor_daftar": PEMDA_READ,
    "daftar_penilaian": ADMIN_READ,
    "daftar_pengguna": ADMIN_READ,
    "tambah_pemda": SUPERUSER,
    "ubah_pemda": ADMIN,
    "tambah_instansi": ADMIN,
    "tambah_pengguna": ADMIN_LINK,
    "ubah_pengguna": ADMIN,
    "tambah_peran": ADMIN,
    "hapus_peran": ADMIN_POST_ONLY,
    "alihkan_pengguna": ADMIN,
    "tautan_baru": Rule(post=ADMINS, saved=200),
    "ubah_keaktifan": ADMIN_POST_ONLY,
    "hapus_dua_langkah": ADMIN_POST_ONLY,
    "tambah_penilaian": ADMIN,
    "ubah_penilaian": ADMIN,
}
# Of an office: a 404 for who does not belong to it.
OFFICE_PAGES = {
    "instansi": LEAD,
    "tahun": OFFICE,
}
READ_PAGES = """
    beranda renstra iku lembar_iku rkt pk pk_perubahan capaian
    jejak_hitung jejak_angka triwulan bukti unduh_bukti anggaran sub_kegiatan efisiensi analisis naskah foto
    berkas_lampiran laporan pratinjau_bab berkas unduh_json profil sdm sarana wilayah
""".split()
OFFICE_FORMS = """
    ubah_profil tambah_pejabat ubah_pejabat ubah_wilayah ubah_renstra tambah_tujuan ubah_tujuan
    tambah_sasaran ubah_sasaran tambah_indikator_tujuan tambah_indikator_sasaran ubah_indikator
    ubah_penetapan_iku ubah_rkt ubah_pk ubah_pk_perubahan tambah_program ubah_program
    hapus_program tambah_kegiatan ubah_kegiatan hapus_kegiatan tambah_sub_kegiatan
    ubah_sub_kegiatan hapus_sub_kegiatan ubah_naskah tambah_lampiran ubah_lampiran
    ubah_tanggal_laporan
""".split()
OFFICE_ACTIONS = """
    hapus_pejabat geser_simpul hapus_tujuan hapus_sasaran hapus_indikator ambil_target_rkt
    ambil_target_pk hapus_pk_perubahan pulihkan_naskah pakai_usulan buang_usulan hapus_lampiran
""".split()
SEKSI_FORMS = """
    tambah_foto ubah_foto tambah_bukti_realisasi tambah_bukti_sub_kegiatan ubah_bukti
""".split()
# Of an office and year: what is entered is refused (403) once the year was submitted.
YEAR_PAGES = {
    **dict.fromkeys(READ_PAGES, READ),
    **dict.fromkeys(("unduh_terbitan", "berkas_terbit"), NOT_ISSUED),
    "dokumen_terbit": READ,
    "publikasikan": Rule(post=SIGNERS, saved=404, step=True),  # of nothing that was issued
    "unduh_tanpa_segel": Rule(get=SIGNERS, shown=404),  # as those above
    "unggah_bertanda_tangan": Rule(get=SIGNERS, post=SIGNERS, shown=404, saved=404, step=True),
    "tanda_tangan_bsre": Rule(
        get=frozenset({Peran.CAMAT}),
        post=frozenset({Peran.CAMAT}),
        shown=404,
        saved=404,
        step=True,
    ),
    "unduh_paket": Rule(get=EVERYBODY, post=EVERYBODY, shown=404, saved=404, step=True),
    **dict.fromkeys(("unduh_pdf", "unduh_pk", "unduh_pk_perubahan"), PRINT),
    "proses": READ,
    **dict.fromkeys(  # the walk has nothing made
        ("hasil_proses", "temuan_dokumen"), Rule(get=EVERYBODY, shown=404)
    ),
    "ulangi_proses": Rule(post=EVERYBODY, step=True),
    "pratinjau": LEAD,
    **dict.fromkeys(OFFICE_FORMS, OFFICE),
    "perubahan_renstra": Rule(get=OFFICERS, post=OFFICERS, closed=302),
    **dict.fromkeys(OFFICE_ACTIONS, OFFICE_POST_ONLY),
    **dict.fromkeys(("daftar_pejabat", "pohon_renstra", "susunan_anggaran"), OFFICE_READ),
    **dict.fromkeys(("unduh_templat", "unduh_buku"), OFFICE_READ),
    **dict.fromkeys(("impor", "impor_sipd"), OFFICE_UPLOAD),
    **dict.fromkeys(("impor_pratinjau", "impor_sipd_pratinjau"), OFFICE_PREVIEW),
    **dict.fromkeys(SEKSI_FORMS, ENTER),
    **dict.fromkeys(("putar_foto", "hapus_foto", "hapus_bukti"), ENTER_POST_ONLY),
    "pemeriksaan": Rule(get=STAFF, post=OFFICERS),
    **dict.fromkeys(("aturan_pemeriksaan", "lke", "perbandingan"), Rule(get=STAFF)),
    "periksa_dokumen": Rule(get=EXAMINERS, post=EXAMINERS, saved=422, always=True),
    "aturan_dokumen": Rule(get=EXAMINERS),
    "alur": READ,
    "ajukan_dokumen": Rule(
        get=frozenset({Peran.OPERATOR}), post=frozenset({Peran.OPERATOR}), closed=302, step=True
    ),
    "verifikasi_dokumen": Rule(post=frozenset({Peran.VERIFIKATOR}), step=True),
    "kembalikan_dokumen": Rule(get=REVIEWERS, post=REVIEWERS, shown=302, closed=200, step=True),
    "buka_kembali": Rule(
        get=ADMINS | {Peran.CAMAT}, post=ADMINS | {Peran.CAMAT}, shown=302, step=True
    ),
    "sahkan_dokumen": Rule(
        get=frozenset({Peran.CAMAT}), post=frozenset({Peran.CAMAT}), shown=302, step=True
    ),
    "reviu": Rule(get=STAFF, shown=302),
    **dict.fromkeys(("reviu_bagian", "reviu_perubahan"), Rule(get=STAFF)),
    **dict.fromkeys(("tambah_komentar", "selesaikan_komentar"), Rule(post=REVIEWERS, step=True)),
    **dict.fromkeys(("ubah_lambang", "tambah_kepala_daerah"), ADMIN),
    "naskah_dibuka": Rule(post=OFFICERS, saved=200),
}

# Grids: everybody who enters facts may look at them; who may change them differs.
SEKSI_GRIDS = {
    *(f"realisasi-tw-{triwulan}" for triwulan in (1, 2, 3, 4)),
    *(name for name in KISI if name.startswith("pembanding-")),
    *"realisasi-tahun realisasi-riwayat rencana-aksi keluaran catatan-anggaran pagu".split(),
    *"realisasi-anggaran analisis-tujuan analisis-sasaran".split(),
}
GRIDS_THAT_DELETE = set(
    "seksi uraian-tugas sdm sarana desa mata-pencaharian potensi isu-strategis sasaran-rpjmd "
    "keluaran analisis-tujuan analisis-sasaran".split()
)
GRIDS = (*KISI, "analisis-tujuan", "analisis-sasaran")
GRID_PAGES = {"isi_kisi", "hapus_baris_kisi", "kisi_dibuka"}


def iter_routes(patterns, prefix="/"):
    for pattern in patterns:
        route = prefix + str(pattern.pattern)
        if isinstance(pattern, URLPattern):
            yield pattern.name, route
        else:
            yield from iter_routes(pattern.url_patterns, route)


ROUTES = dict(iter_routes(get_resolver().url_patterns))
TABLE = PERSONAL | PEMDA | OFFICE_PAGES | YEAR_PAGES


def grid_rule(page, grid):
    """The rule of one grid under one of the addresses of grids."""
    writers = ENTERERS if grid in SEKSI_GRIDS else OFFICERS
    if page == "isi_kisi":
        return Rule(get=ENTERERS, post=writers)
    if page == "kisi_dibuka":
        return Rule(post=writers, saved=200)
    return Rule(post=writers if grid in GRIDS_THAT_DELETE else NOBODY)


# (address, grid or "") → rule; a grid counts as an address of its own.
RULES = {(name, ""): rule for name, rule in TABLE.items()} | {
    (page, grid): grid_rule(page, grid) for page in sorted(GRID_PAGES) for grid in GRIDS
}

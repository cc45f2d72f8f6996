"""What the walks post: the form as the page shows it, with something new in it."""

from html.parser import HTMLParser

from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile

from lkip.models import Narasi
from tests.akses.kantor import fill
from tests.factories import BERKAS_FOTO, KATA_SANDI, TAHUN

SANDI_BARU = "kata-sandi-yang-baru"
NUMBERS = ("decimal", "numeric")
TEXTS = ("text", "paragraf")


def picture():
    with default_storage.open(BERKAS_FOTO) as berkas:
        return SimpleUploadedFile("gambar.png", berkas.read(), "image/png")


# What is changed in, or added to, the fields that the page of this name shows.
FIELDS = {
    "ajukan_dokumen": {},
    "buka_kembali": {},
    "kembalikan_dokumen": {},
    "selesaikan_komentar": {},
    "tambah_komentar": {"isi": "Periksa lagi."},
    "publikasikan": {},
    "sahkan_dokumen": {},
    "tanda_tangan_bsre": {},
    "unggah_bertanda_tangan": {},
    "verifikasi_dokumen": {},
    "akhiri_sesi": {},
    "akhiri_sesi_lain": {},
    "alihkan_pengguna": {"penerus": "{penerus_pk}"},
    "ambil_target_pk": {"sumber": "renstra"},
    "ambil_target_rkt": {},
    "buang_usulan": {},
    "buka_pemberitahuan": {},
    "dua_langkah": {"kode": "123456"},
    "ganti_sandi": {
        "old_password": KATA_SANDI,
        "new_password1": SANDI_BARU,
        "new_password2": SANDI_BARU,
    },
    "geser_simpul": {"jenis": "tujuan", "arah": "naik", "nomor": "{tujuan_pk}"},
    "unduh_paket": {},
    "unduh_pdf": {},
    "unduh_pk": {},
    "unduh_pk_perubahan": {},
    "ulangi_proses": {},
    "hapus_bukti": {},
    "hapus_dua_langkah": {},
    "hapus_foto": {},
    "hapus_indikator": {},
    "hapus_kegiatan": {},
    "hapus_lampiran": {},
    "hapus_pejabat": {},
    "hapus_peran": {},
    "hapus_pk_perubahan": {},
    "hapus_program": {},
    "hapus_sasaran": {},
    "hapus_sub_kegiatan": {},
    "hapus_tujuan": {},
    "impor": {},
    "impor_pratinjau": {"aksi": "terapkan"},
    "impor_sipd": {},
    "periksa_dokumen": {},
    "impor_sipd_pratinjau": {"aksi": "terapkan"},
    "naskah_dibuka": {},
    "pakai_usulan": {"versi": "{narasi_kini}"},
    "kode_cadangan": {"sandi": KATA_SANDI},
    "matikan_dua_langkah": {"sandi": KATA_SANDI},
    "pemeriksaan": {"alasan": "Sudah diperiksa dan benar."},
    "perubahan_renstra": {"dasar_hukum": "Peraturan baru", "ditetapkan": "3 Juni 2024"},
    "pulihkan_naskah": {"versi": "{versi_narasi}"},
    "putar_foto": {},
    "siapkan_dua_langkah": {},
    "tahun": {"tahun": str(TAHUN + 1), "dari": ""},
    "tambah_bukti_realisasi": {"nama": "Notula", "tautan": "https://example.org/notula"},
    "tambah_bukti_sub_kegiatan": {"nama": "Notula", "tautan": "https://example.org/notula"},
    "tambah_foto": {
        "berkas": picture,
        "keterangan": "Foto baru",
        "tanggal": "3 Juni 2024",
        "sub_kegiatan": "{sub_kegiatan_pk}",
    },
    "tambah_indikator_sasaran": {
        "nama": "Indikator baru",
        "satuan": "%",
        "rumus": "a ÷ b",
        "penjelasan": "Ukuran",
        "sumber_data": "Laporan",
    },
    "tambah_indikator_tujuan": {
        "nama": "Indikator baru",
        "satuan": "%",
        "rumus": "a ÷ b",
        "penjelasan": "Ukuran",
        "sumber_data": "Laporan",
    },
    "tambah_instansi": {
        "kode": "99.99.99",
        "nama": "Kecamatan Baru",
        "alamat": "Jl. Baru",
        "tempat": "Baru",
    },
    "tambah_kegiatan": {"kode": "7.01.02.2.77", "nama": "Kegiatan baru"},
    "tambah_kepala_daerah": {"nama": "Bupati Baru", "mulai": "1 Januari 2031"},
    "tambah_lampiran": {"judul": "Lampiran baru", "berkas": picture},
    "tambah_pejabat": {"nama": "Camat Baru", "jabatan": "Camat", "mulai": "1 Januari 2031"},
    "tambah_pemda": {
        "kode": "99.99",
        "nama": "Kabupaten Baru",
        "provinsi": "Provinsi",
        "jabatan_kepala": "Bupati",
    },
    "tambah_pengguna": {"username": "baru", "nama": "Pengguna Baru", "peran": "evaluator"},
    "tambah_penilaian": {"dasar_hukum": "Peraturan baru"},
    "tambah_peran": {"peran": "evaluator"},
    "tambah_program": {"kode": "7.01.77", "nama": "Program baru"},
    "tambah_sasaran": {"uraian": "Sasaran baru"},
    "tambah_sub_kegiatan": {"kode": "7.01.01.2.02.0077", "nama": "Sub kegiatan baru"},
    "tambah_tujuan": {"uraian": "Tujuan baru"},
    "tandai_dibaca": {},
    "tautan_baru": {},
    "ubah_bukti": {"nama": "Nama baru"},
    "ubah_foto": {"keterangan": "Keterangan baru"},
    "ubah_keaktifan": {"aktif": "0"},
    "ubah_indikator": {"nama": "Nama baru"},
    "ubah_kegiatan": {"nama": "Nama baru"},
    "ubah_lambang": {"lambang": picture},
    "ubah_lampiran": {"judul": "Judul baru"},
    "ubah_naskah": {"isi": "Isi baru."},
    "ubah_pejabat": {"nama": "Nama baru"},
    "ubah_pemda": {"provinsi": "Provinsi baru"},
    "ubah_penetapan_iku": {"nomor": "065/baru"},
    "ubah_pengguna": {"nama": "Nama baru"},
    "ubah_penilaian": {"dasar_hukum": "Peraturan baru"},
    "ubah_pk": {"nomor": "050/baru"},
    "ubah_pk_perubahan": {"nomor": "050/baru"},
    "ubah_tanggal_laporan": {"tanggal": "17 Maret 2025"},
    "ubah_profil": {"alamat": "Jl. Baru"},
    "ubah_program": {"nama": "Nama baru"},
    "ubah_renstra": {"visi": "Visi baru"},
    "ubah_rkt": {"nomor": "050/baru"},
    "ubah_sasaran": {"uraian": "Uraian baru"},
    "ubah_sub_kegiatan": {"nama": "Nama baru"},
    "ubah_tujuan": {"uraian": "Uraian baru"},
    "ubah_wilayah": {"batas_timur": "Kecamatan Timur"},
}
# Grids whose first cell cannot stand alone in its row.
GRID_COLUMNS = {"pembanding-": "alasan"}
# Good posts that store nothing in the database: without a file, or of an upload that is gone.
STORES_NOTHING = {"impor", "impor_pratinjau", "impor_sipd", "impor_sipd_pratinjau"} | {
    "akhiri_sesi",  # of no session; those of the walk are not counted
    "akhiri_sesi_lain",
    "dua_langkah",  # nothing is set up
    "kode_cadangan",
    "matikan_dua_langkah",
    "unduh_paket",  # of nothing that was issued
    "ajukan_dokumen",  # without the version of the document that the page showed
    "buka_kembali",
    "periksa_dokumen",
    "kembalikan_dokumen",
    "sahkan_dokumen",
    "verifikasi_dokumen",
}
STORES_SOMETIMES = {"tambah_komentar"}  # while the document is reviewed


class FormReader(HTMLParser):
    """The fields of the forms of a page, each as a browser would post it unchanged."""

    def __init__(self, html):
        super().__init__()
        self.forms, self._textarea, self._select, self._first = [], None, None, None
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        isi = dict(attrs)
        if tag == "form":
            self.forms.append((isi, {}))
        if not self.forms or "disabled" in isi:
            return
        fields = self.forms[-1][1]
        if tag == "input" and isi.get("name") and isi.get("type") not in ("file", "submit"):
            ticked = isi.get("type") in ("checkbox", "radio")
            if not ticked or "checked" in isi:
                value = isi.get("value", "on" if ticked else "")
                fields.setdefault(isi["name"], []).append(value)
        elif tag == "textarea":
            self._textarea = isi["name"]
            fields[self._textarea] = [""]
        elif tag == "select":
            self._select, self._first = isi["name"], None
        elif tag == "option":
            self._first = isi.get("value", "") if self._first is None else self._first
            if "selected" in isi:
                fields.setdefault(self._select, []).append(isi.get("value", ""))

    def handle_endtag(self, tag):
        if tag == "textarea":
            fields = self.forms[-1][1]
            fields[self._textarea] = [fields[self._textarea][0].removeprefix("\n")]
            self._textarea = None
        elif tag == "select":
            self.forms[-1][1].setdefault(self._select, [self._first or ""])

    def handle_data(self, data):
        if self._textarea:
            fields = self.forms[-1][1]
            fields[self._textarea] = [fields[self._textarea][0] + data]


def read_form(html):
    """Fields of the form of a page, without that of signing out and those that delete."""
    for attributes, fields in FormReader(html).forms:
        if attributes.get("method") == "post" and "action" not in attributes:
            return {name: value for name, value in fields.items() if name != "csrfmiddlewaretoken"}
    return {}


def form_post(client, name, instansi, keys):
    """Build what a good post to an address holds; files are opened anew for every post."""
    answer = client.get(fill(name, instansi))
    shown = read_form(answer.content.decode()) if answer.status_code == 200 else {}
    versi = Narasi.history.filter(lkip__instansi=instansi).order_by("history_id")
    penerus = instansi.keanggotaan.order_by("pk").first().pengguna_id
    put = keys | {
        "versi_narasi": versi.first().history_id,
        "narasi_kini": versi.last().versi,
        "penerus_pk": penerus,
    }
    new = {
        field: value.format(**put) if isinstance(value, str) else value
        for field, value in FIELDS[name].items()
    }
    return lambda: {f: value() if callable(value) else value for f, value in (shown | new).items()}


def grid_post(client, instansi, grid):
    """A new text in the last row of a grid that may be changed; the same row to delete."""
    page = client.get(fill("isi_kisi", instansi, grid=grid)).context
    cells = [
        (row, cell) for row in page["baris"] for cell in row.sel if cell and is_open(grid, cell)
    ]
    row, cell = max(cells, key=lambda satu: satu[0].baris.objek.pk or 0)
    text = "7" if cell.kolom.angka else f"{cell.teks} baru"
    key = row.baris.kunci
    return lambda: {cell.nama: text, f"dasar-{key}": row.dasar, "baris": key}


def is_open(grid, cell):
    """Whether any text, or any number, does in this cell on its own."""
    kolom = next((kolom for awal, kolom in GRID_COLUMNS.items() if grid.startswith(awal)), None)
    return cell.masukan in (*NUMBERS, *TEXTS) and kolom in (None, cell.kolom.nama)

"""The lists that a user may sort and page through (django-tables2)."""

import django_tables2 as tables
from django.urls import reverse
from django.utils.html import format_html
from django_tables2.config import RequestConfig

from lkip.angka import (
    TIDAK_ADA,
    format_angka,
    format_nip,
    format_persen,
    format_tanggal,
    format_uang,
)
from lkip.templatetags.ui import tanda

PER_HALAMAN = 15
KOSONG = tanda(TIDAK_ADA)


def susun_tabel(request, kelas, data, per_halaman=PER_HALAMAN):
    """A table of this class, sorted and paged as the query says; a wrong page shows the nearest."""
    tabel = kelas(data, order_by_field="urut", page_field="halaman")
    RequestConfig(request, paginate={"per_page": per_halaman, "silent": True}).configure(tabel)
    return tabel


class KolomAngka(tables.Column):
    """A right-aligned number, printed by a function of lkip.angka."""

    def __init__(self, cetak=format_angka, **kwargs):
        super().__init__(attrs={"th": {"class": "angka"}, "td": {"class": "angka"}}, **kwargs)
        self.cetak = cetak

    def render(self, value):
        return self.cetak(value)


class KolomTanggal(tables.Column):
    """A date as "10 Februari 2025"."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, attrs={"td": {"class": "satu-baris"}}, **kwargs)

    def render(self, value):
        return format_tanggal(value)


class SubKegiatanTable(tables.Table):
    """Sub kegiatan with their money; the order of the tree until the user sorts."""

    judul = "Sub kegiatan"

    nama = tables.Column("Sub kegiatan", order_by="nama")
    kode = tables.Column("Kode")
    pagu = KolomAngka(format_uang, verbose_name="Pagu (Rp)")
    realisasi = KolomAngka(format_uang, verbose_name="Realisasi (Rp)")
    sisa = KolomAngka(format_uang, verbose_name="Sisa (Rp)")
    serapan = KolomAngka(format_persen, verbose_name="Serapan")

    class Meta:
        default = KOSONG
        empty_text = "Belum ada sub kegiatan."


class SaranaTable(tables.Table):
    """Equipment of the office."""

    judul = "Sarana dan prasarana"

    nama = tables.Column("Nama")
    kondisi = tables.Column("Kondisi")
    satuan = tables.Column("Satuan")
    jumlah = KolomAngka(verbose_name="Jumlah")
    jumlah_ideal = KolomAngka(verbose_name="Jumlah ideal")
    kekurangan = KolomAngka(verbose_name="Kekurangan")

    class Meta:
        default = KOSONG
        empty_text = "Sarana belum diisi."


class PejabatTable(tables.Table):
    """Officials of the office and their periods."""

    judul = "Pejabat"

    nama = tables.Column("Nama", accessor="nama_lengkap", order_by="nama")
    jabatan = tables.Column("Jabatan", accessor="jabatan_lengkap", order_by="jabatan")
    pangkat = tables.Column("Pangkat")
    nip = tables.Column("NIP", attrs={"td": {"class": "satu-baris"}})
    mulai = KolomTanggal("Mulai")
    selesai = KolomTanggal("Selesai", default="sekarang")

    class Meta:
        default = KOSONG
        empty_text = "Pejabat belum diisi."

    def render_nip(self, value):
        return format_nip(value)


class InstansiTable(tables.Table):
    """Reports of several offices; what is not issued has its figures computed for the rows shown."""

    judul = "Laporan per instansi"

    nama = tables.Column("Instansi")
    tahun = tables.Column("Tahun")
    status = tables.Column("Status")
    tenggat = KolomTanggal("Batas waktu")
    waktu = tables.Column("Terhadap batas waktu", orderable=False)
    capaian = KolomAngka(format_persen, verbose_name="Rata-rata capaian", order_by="urut_capaian")
    serapan = KolomAngka(format_persen, verbose_name="Serapan", order_by="urut_serapan")
    unduh = tables.Column("Unduh", empty_values=(), orderable=False)

    class Meta:
        default = KOSONG
        empty_text = "Tidak ada laporan yang cocok dengan pilihan Anda."

    def render_nama(self, value, record):
        if not record.terbuka:
            return value
        alamat = reverse("beranda", args=(record.instansi.kode, record.tahun))
        return format_html('<a href="{}">{}</a>', alamat, value)

    def render_unduh(self, record):
        if record.terbit is None:
            return KOSONG
        tempat = (record.instansi.kode, record.tahun)
        keterangan = f"{record.nama} {record.tahun}"
        return format_html(
            '<a href="{}" download>Unduh LKIP (PDF)<span class="visually-hidden"> {}</span></a><br>'
            '<a href="{}">Unduh paket<span class="visually-hidden"> {}</span></a>',
            reverse("unduh_terbitan", args=tempat),
            keterangan,
            reverse("unduh_paket", args=tempat),
            keterangan,
        )

"""Pengukuran: capaian of the year, the triwulan, and how one number came about."""

from django.http import Http404
from django.urls import reverse
from django.views.decorators.http import require_safe

from lkip.akses import PERAN_KANTOR, buka_berkas
from lkip.jejak import susun_jejak
from lkip.jejak_angka import susun_semua_jejak
from lkip.pencatat import pencatat_anggaran, pencatat_realisasi
from lkip.views.halaman import tampilkan, tampilkan_laporan
from lkip.views.perencanaan import cari_indikator, simpul_dari

# From which page a trace starts, by the kind of its figure.
ASAL_JEJAK = {
    "rata-rata": ("Capaian kinerja", "capaian"),
    "serapan": ("Anggaran dan realisasi", "anggaran"),
    "serapan-sasaran": ("Efisiensi anggaran", "efisiensi"),
    "efisiensi": ("Efisiensi anggaran", "efisiensi"),
}


@require_safe
def capaian(request, kode, tahun):
    """Target, realisasi and capaian: this year, over the years, to the end of the Renstra, benchmark."""
    berkas = buka_berkas(request.user, kode, tahun)
    renstra = berkas.laporan.renstra
    return tampilkan(
        request,
        "lkip/capaian.html",
        berkas,
        tahun_riwayat=[satu for satu in renstra.tahun if satu <= tahun],
    )


@require_safe
def jejak_hitung(request, kode, tahun, indikator):
    """One indikator: its history and every step from its numbers to its predikat."""
    berkas = buka_berkas(request.user, kode, tahun)
    satu = cari_indikator(berkas.laporan, indikator)
    return tampilkan(
        request,
        "lkip/jejak_hitung.html",
        berkas,
        judul=satu.nama,
        remah=[("Capaian kinerja", "capaian")],
        indikator=satu,
        simpul=simpul_dari(berkas.laporan, satu),
        jejak=susun_jejak(satu, berkas.laporan.profil),
        pencatat=pencatat_realisasi(berkas.instansi, satu.kode, tahun)
        if berkas.peran & PERAN_KANTOR
        else (),
    )


@require_safe
def jejak_angka(request, kode, tahun, kunci):
    """How an average, a serapan or an efficiency came about, with links to the traces of its parts."""
    berkas = buka_berkas(request.user, kode, tahun)
    satu = next(
        (jejak for jejak in susun_semua_jejak(berkas.laporan) if jejak.kunci == kunci), None
    )
    if satu is None:
        raise Http404(f"no figure {kunci}")
    jenis, _, kode_baris = kunci.partition(":")
    dari_kantor = jenis == "serapan" and kode_baris and berkas.peran & PERAN_KANTOR
    return tampilkan(
        request,
        "lkip/jejak_angka.html",
        berkas,
        judul=satu.judul,
        remah=[ASAL_JEJAK.get(jenis, ASAL_JEJAK["rata-rata"])],
        satu=satu,
        bagian=[(isi, _alamat_jejak(berkas, isi.kunci)) for isi in satu.bagian],
        pencatat=pencatat_anggaran(berkas.instansi, kode_baris, tahun) if dari_kantor else (),
    )


def _alamat_jejak(berkas, kunci):
    """The page of a trace: that of an indikator has its own; "" for a part without one."""
    tempat = (berkas.instansi.kode, berkas.tahun)
    jenis, _, kode = kunci.partition(":")
    if jenis == "indikator":
        return reverse("jejak_hitung", args=(*tempat, kode))
    return reverse("jejak_angka", args=(*tempat, kunci)) if kunci else ""


@require_safe
def triwulan(request, kode, tahun):
    """Rencana aksi and realisasi per triwulan."""
    return tampilkan_laporan(request, "lkip/triwulan.html", kode, tahun)

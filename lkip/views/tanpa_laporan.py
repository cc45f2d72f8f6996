"""What a page of the report shows while the year has no report: why, and the steps to one."""

from lkip.isian.ruang import buka_ruang
from lkip.langkah_awal import susun_langkah
from lkip.views.halaman import tampilkan
from lkip.views.tugas import isi_tugas


def tampilkan_tanpa_laporan(request, kode, tahun, sebab, *, status=200):
    """The steps of this year for who enters facts; for others the reason alone."""
    ruang = buka_ruang(request.user, kode, tahun)
    langkah = susun_langkah(ruang.instansi, tahun) if ruang.dapat_mengisi_kantor else ()
    return tampilkan(
        request,
        "lkip/beranda_tanpa_pk.html",
        ruang,
        judul="" if request.resolver_match.url_name == "beranda" else "Belum ada laporan",
        sebab=sebab,
        status=status,
        **isi_tugas(ruang, langkah),
    )

"""An office whose documents wait for the camat, and signing them as the page does."""

from lkip.models import LKIP
from perjanjian.models import PerjanjianKinerja
from tests import factories as buat
from tests.factories import KATA_SANDI, TAHUN
from tests.lkip.terbit_uji import siapkan_penyimpanan
from tests.pdf_uji import buat_pdf


def siapkan_kantor(settings, folder):
    """A full year whose LKIP and PK are verified; nothing is printed yet, and the parties are open."""
    siapkan_penyimpanan(settings, folder)
    instansi = buat.make_laporan_lengkap()
    langkah = {"status": "diverifikasi", **buat.langkah("diverifikasi")}
    LKIP.objects.update(**langkah)
    buat.unsign(instansi.perjanjian)
    PerjanjianKinerja.objects.update(**langkah, **dict.fromkeys(buat.PIHAK, ""))
    return instansi


def cetak_kecil(laporan, render=None, data=None):
    """In place of the printing process: a page with the code."""
    return buat_pdf(f"Kode verifikasi {laporan.tanda.kode}")


def sahkan_sebagai(client, kantor, dokumen="lkip", **ubah):
    """Post the page of signing as a camat, who reads on."""
    client.force_login(buat.make_pengguna(peran="camat", instansi=kantor))
    alamat = f"/{kantor.kode}/{TAHUN}/alur/{dokumen}/sahkan/"
    model = kantor.lkip if dokumen == "lkip" else kantor.perjanjian.filter(jenis=dokumen[3:])
    isian = {"setuju": "on", "sandi": KATA_SANDI, "versi": model.get().versi}
    return client.post(alamat, isian | ubah, follow=True)

"""Renstra, IKU, RKT, both PK and the LKIP side by side, with what differs between them."""

from django.db.models import Q
from django.views.decorators.http import require_safe

from lkip.akses import PERAN_KANTOR, buka_berkas_untuk
from lkip.banding import PAGU, PERJANJIAN, bandingkan_dokumen
from lkip.banding_baris import Rantai
from lkip.models import Pengesahan
from lkip.views.halaman import tampilkan
from lkip.views.tugas import alamat_halaman

KISI = {
    Rantai.RENSTRA: "target-renstra",
    Rantai.RKT: "target-rkt",
    Rantai.PK: "target-pk",
    Rantai.PK_PERUBAHAN: "target-pk-perubahan",
}


@require_safe
def perbandingan(request, kode, tahun):
    """What every document says of each indikator and program; `?hanya=berbeda` leaves out the rest."""
    berkas = buka_berkas_untuk(
        PERAN_KANTOR,
        request.user,
        kode,
        tahun,
        selain="Perbandingan dibaca kantor yang menyusun laporan.",
    )
    hasil = bandingkan_dokumen(berkas.laporan, _baca_beku(berkas))
    hanya_berbeda = request.GET.get("hanya") == "berbeda"
    tampil = hasil.hanya_berbeda() if hanya_berbeda else hasil
    terbuka = _kisi_terbuka(berkas)

    def target(baris):
        return [(sel, _alamat_target(berkas, terbuka, baris, sel)) for sel in baris.sel]

    def pagu(baris):
        return [(sel, _alamat_pagu(berkas, sel)) for sel in baris.sel]

    return tampilkan(
        request,
        "lkip/perbandingan.html",
        berkas,
        judul="Perbandingan rencana",
        remah=(("Pemeriksaan", "pemeriksaan"),),
        hasil=hasil,
        hanya_berbeda=hanya_berbeda,
        dokumen=tuple(Rantai),
        dokumen_pagu=PAGU,
        simpul=[(satu, [(baris, target(baris)) for baris in satu.baris]) for satu in tampil.simpul],
        program=[(baris, pagu(baris)) for baris in tampil.program],
    )


def _baca_beku(berkas):
    """The frozen data of what was signed for the year, the newest version of each. One query."""
    lkip = Q(lkip__instansi=berkas.instansi, lkip__tahun=berkas.tahun)
    pk = Q(perjanjian__instansi=berkas.instansi, perjanjian__tahun=berkas.tahun)
    semua = Pengesahan.objects.filter(lkip | pk).order_by("perbaikan_ke")
    return {
        PERJANJIAN[jenis] if jenis else Rantai.LKIP: data
        for jenis, data in semua.values_list("perjanjian__jenis", "data")
    }


def _kisi_terbuka(berkas):
    """The documents whose targets the reader may change now: those that are not signed."""
    if not berkas.dapat_mengisi_kantor:
        return frozenset()
    tetap = {PERJANJIAN[satu.jenis] for satu in berkas.laporan.perjanjian if satu.disahkan}
    return KISI.keys() - tetap


def _alamat_target(berkas, terbuka, baris, sel):
    """The row of the grid for who may change it, else the page where the document is read."""
    if not sel.ada_dokumen:
        return ""
    if sel.dokumen in terbuka:
        return alamat_halaman(berkas, ("isi_kisi", KISI[sel.dokumen])) + f"#baris-{baris.kode}"
    if sel.dokumen is Rantai.LKIP:
        return alamat_halaman(berkas, ("capaian",)) + (f"#capaian-{baris.kode}" if sel.ada else "")
    return alamat_halaman(berkas, (sel.dokumen,))


def _alamat_pagu(berkas, sel):
    if not sel.ada_dokumen:
        return ""
    return alamat_halaman(berkas, ("anggaran" if sel.dokumen is Rantai.LKIP else sel.dokumen,))

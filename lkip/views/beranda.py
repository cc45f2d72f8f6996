"""Beranda: where the year stands; and the way there for who has several offices."""

from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.http import require_safe

from instansi.models import Instansi
from lkip.akses import (
    PENGISI_KANTOR,
    LaporanBelumAda,
    anggota_pemda,
    buka_berkas,
    instansi_terbaca,
    peran_pada,
    tahun_terbaca,
)
from lkip.antrean import baca_antrean
from lkip.capaian import StatusTarget
from lkip.meja import PENINJAU
from lkip.pengajuan import Pemeriksaan, periksa_lkip
from lkip.ringkasan import arah_tahun_lalu
from lkip.sorotan import serapan_terendah, susun_triwulan
from lkip.tugas_pengukuran import susun_tugas_seksi
from lkip.views.halaman import keadaan, tampilkan
from lkip.views.tanpa_laporan import tampilkan_tanpa_laporan
from lkip.views.tugas import isi_tugas


@require_safe
def mulai(request):
    """Lead to the one office of the user, or to the list of those they may choose from."""
    if anggota_pemda(request.user):
        return redirect("daftar_instansi")
    if request.user.is_superuser and not request.user.keanggotaan.exists():
        return redirect("tambah_pemda")
    terlihat = Instansi.objects.visible_to(request.user)[:2]
    if len(terlihat) == 1:
        return redirect("instansi", terlihat[0].kode)
    semua = Instansi.objects.visible_to(request.user)
    return tampilkan(request, "lkip/pilih_instansi.html", None, judul="Beranda", instansi=semua)


@require_safe
def instansi(request, kode):
    """Lead to the latest year of an office."""
    satu = instansi_terbaca(request.user, kode)
    peran = peran_pada(request.user, satu)
    tahun = tahun_terbaca(satu, peran)
    if tahun:
        return redirect("beranda", kode, tahun[0])
    return tampilkan(
        request,
        "lkip/tanpa_tahun.html",
        None,
        judul=satu.nama,
        kode=kode,
        boleh_membuka=bool(peran & PENGISI_KANTOR),
    )


@require_safe
def beranda(request, kode, tahun):
    """The year at a glance: state, deadline, capaian, money; every number leads to its page."""
    try:
        berkas = buka_berkas(request.user, kode, tahun)
    except LaporanBelumAda as error:
        return tampilkan_tanpa_laporan(request, kode, tahun, str(error))
    hasil = _periksa(berkas)
    return tampilkan(
        request,
        "lkip/beranda.html",
        berkas,
        baris=[(satu, arah_tahun_lalu(satu)) for satu in berkas.laporan.indikator],
        di_bawah=[
            (simpul, satu)
            for simpul in berkas.laporan.sasaran
            for satu in simpul.indikator
            if satu.status is StatusTarget.BELUM
        ],
        **keadaan(berkas),
        pemeriksaan=hasil,
        **_tugas(request, berkas, hasil),
        **_putusan(request, berkas, hasil),
    )


def _periksa(berkas) -> Pemeriksaan | None:
    """What is left to do, for those who answer for the report and those who review it. 5 queries."""
    if not (berkas.dapat_mengisi_kantor or berkas.peran & PENINJAU):
        return None
    return periksa_lkip(berkas.instansi, berkas.laporan, timezone.localdate())


def _putusan(request, berkas, hasil):
    """What those who review look at first; nothing for others."""
    if not berkas.peran & PENINJAU:
        return {}
    hari_ini = timezone.localdate()
    return {
        "peninjau": True,
        "antrean": baca_antrean(request.user, berkas.peran, berkas.instansi, hari_ini),
        "kemajuan": hasil.kemajuan,
        "belum_lengkap": [satu for satu in hasil.kelompok if satu.jumlah_kurang],
        "triwulan_terakhir": susun_triwulan(berkas.laporan, hari_ini),
        "terendah": serapan_terendah(berkas.laporan),
    }


def _tugas(request, berkas, hasil):
    """The checklist of who enters facts: of the whole office, or of their own units."""
    kelompok = ()
    if berkas.dapat_mengisi_kantor:
        kelompok = hasil.kelompok
    elif berkas.dapat_mengisi:
        unit = request.user.keanggotaan.filter(instansi=berkas.instansi, seksi__isnull=False)
        nama = frozenset(unit.values_list("seksi__nama", flat=True))
        kelompok = susun_tugas_seksi(berkas.laporan, nama, timezone.localdate())
    return isi_tugas(berkas, kelompok)
